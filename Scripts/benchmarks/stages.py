"""Where the time of extraction goes: each stage on one thread over the reports of 2026 repeated to 50 MB, and a scan of the bytes."""

import subprocess
import sys
from pathlib import Path

from common import folder, machine, package, pile, table

rounds = 5
program = Path(sys.argv[1]).parent / "StageBench"
words = {
    "clean": "fold into characters with offsets", "outline": "paragraphs, headings, parts", "time": "masthead and time frames",
    "goals": "goals", "lex": "cut into words, numbers, times", "figures": "figures with their evidence", "sentences": "sentences",
    "sectors": "sectors of headings, figures, measures", "measures": "measures", "problems": "problems",
}

with folder() as place:
    pile(Path(place), 50)
    print(f"Stages of one thread, the median of {rounds} rounds. {machine()}\n")
    lines = subprocess.run(
        [program, package / "Data" / "lexicon", place, str(rounds)], check=True, capture_output=True, text=True).stdout.splitlines()
values = {name: float(value) for name, value in (line.split("\t") for line in lines)}
size, written, scan = values.pop("bytes"), values.pop("written"), values.pop("byte scan")
values.pop("found")
whole = sum(values.values())
rows = [
    [words.get(name, name), f"{seconds:.3f}", f"{100 * seconds / whole:.1f} %", f"{seconds / size * 1e9:.2f}", f"{seconds / scan:.1f}"]
    for name, seconds in values.items()
]
rows.append(["all", f"{whole:.3f}", "100.0 %", f"{whole / size * 1e9:.2f}", f"{whole / scan:.1f}"])
rows.append(["a scan of the bytes for one of them", f"{scan:.3f}", f"{100 * scan / whole:.1f} %", f"{scan / size * 1e9:.2f}", "1.0"])
table(["stage", "s", "share", "ns a byte", "byte scans"], rows)
print(f"{size / 1e6:.1f} MB read at {size / 1e6 / whole:.1f} MB/s; {written / 1e6:.1f} MB of statements written.\n")
