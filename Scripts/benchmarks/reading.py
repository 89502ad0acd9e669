"""Extraction against rjieba's segmentation alone and a plain byte scan, on the reports of 2026 repeated to 50 MB."""

import hashlib
import subprocess
import sys
from pathlib import Path

from common import folder, in_turn, machine, median, pile, reports, run, table

gangmu, repeats = sys.argv[1], 5

segment = """
import sys, rjieba
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    rjieba.cut(path.read_text(encoding="utf-8"))
"""
scan = """
import sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    path.read_bytes().count(0x25)
"""
# What reads numbers, amounts and times and reckons them, line by line; how long loading takes is left out.
extractors = {
    "Recognizers-Text: numbers, percentages, amounts of money": """
from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency
def work(line):
    return len(recognize_number(line, Culture.Chinese)) + len(recognize_percentage(line, Culture.Chinese)) \\
        + len(recognize_currency(line, Culture.Chinese))
""",
    "JioNLP: amounts of money, times": """
import jionlp
def work(line):
    return len(jionlp.ner.extract_money(line, with_parsing=True)) \\
        + len(jionlp.ner.extract_time(line, time_base=1767225600, with_parsing=True))
""",
}
timing = """
import sys, time
lines = [line for line in sys.stdin.read().splitlines() if line.strip()]
work("2026年投资5亿元")
start = time.perf_counter()
found = sum(work(line) for line in lines)
print(time.perf_counter() - start, found, file=sys.stderr)
"""


def extractor_rate(code, text):
    """Bytes a second and what was found, or why it cannot run."""
    done = subprocess.run([sys.executable, "-c", code + timing], input=text, capture_output=True, text=True, check=False)
    lines = done.stderr.strip().splitlines() or ["no output"]
    if done.returncode != 0:
        return None, lines[-1]
    seconds, found = lines[-1].split()
    return len(text.encode()) / float(seconds), found


def output(threads, place):
    """A hash of the statements."""
    process = subprocess.Popen([gangmu, "extract", "--jobs", str(threads), place], stdout=subprocess.PIPE)
    digest = hashlib.file_digest(process.stdout, "sha256").hexdigest()
    return (process.wait(), digest)


with folder() as place:
    documents = Path(place)
    size = pile(documents, 50) / 1_000_000

    contestants = {
        "gangmu extract, 1 thread": lambda: run([gangmu, "extract", "--jobs", "1", place]),
        "gangmu extract, 2 threads": lambda: run([gangmu, "extract", "--jobs", "2", place]),
        "rjieba, segmentation alone": lambda: run([sys.executable, "-c", segment, place]),
        "byte scan (count of %)": lambda: run([sys.executable, "-c", scan, place]),
    }
    print(f"Reading {size:.1f} MB, {repeats} rounds in turn. {machine()}\n")
    results = in_turn(contestants, repeats)
    base = median(seconds for seconds, _ in results["gangmu extract, 1 thread"])
    rows = []
    for name, measured in results.items():
        seconds = [second for second, _ in measured]
        middle = median(seconds)
        rows.append([name, f"{middle:.2f}", f"{min(seconds):.2f}", f"{size / middle:.1f}", f"{base / middle:.2f}",
                     f"{max(peak for _, peak in measured) / 1024:.0f}"])
    table(["program", "median s", "least s", "MB/s", "speed against 1 thread", "peak MB"], rows)
    same = output(1, place) == output(2, place)
    print(f"Output of one thread and of two the same, byte for byte: {'yes' if same else 'NO'}\n")

    sample = reports()[0].read_text(encoding="utf-8")[:10_000]
    print(f"Extractors over a sample of {len(sample.encode()) / 1000:.0f} kB, once; beside gangmu extract, 1 thread, all work\n")
    rows, lacking = [], []
    for name, code in extractors.items():
        rate, found = extractor_rate(code, sample)
        if rate is None:
            lacking.append(f"{name} did not run here: {found}")
        else:
            rows.append([name, f"{rate / 1e6:.3f}", found, f"{size * 1e6 / base / rate:.0f}"])
    table(["extractor", "MB/s", "found", "gangmu is so many times as fast"], rows)
    for line in lacking:
        print(line + "\n")
