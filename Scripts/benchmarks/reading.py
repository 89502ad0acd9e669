"""Extraction against rjieba's segmentation alone and a plain byte scan, on the reports of 2026 repeated to 50 MB."""

import hashlib
import subprocess
import sys
from pathlib import Path

from common import folder, in_turn, machine, median, pile, run, table

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
