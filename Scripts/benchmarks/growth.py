"""How the cost of extraction grows with the text: 1, 10 and 100 MB of reports, and one line of 20 MB."""

import sys
from pathlib import Path

from common import folder, machine, median, pile, reports, run, table

gangmu, repeats = sys.argv[1], 3

print(f"Growth, one thread, {repeats} rounds. {machine()}\n")
rows = []
for megabytes in (1, 10, 100):
    with folder() as place:
        size = pile(Path(place), megabytes) / 1_000_000
        measured = [run([gangmu, "extract", "--jobs", "1", place]) for _ in range(repeats)]
        middle = median(seconds for seconds, _ in measured)
        rows.append([f"reports, {size:.1f} MB", f"{middle:.3f}", f"{size / middle:.1f}", f"{max(p for _, p in measured) / 1024:.0f}"])
with folder() as place:
    line = b"".join(path.read_bytes() for path in reports()).replace(b"\n", b"")
    text = (line * (20_000_000 // len(line) + 1))[:20_000_000]
    text = text[: text.rfind("。".encode()) + 3]
    (Path(place) / "line.txt").write_bytes(text)
    measured = [run([gangmu, "extract", "--jobs", "1", place]) for _ in range(repeats)]
    middle = median(seconds for seconds, _ in measured)
    rows.append([f"one line, {len(text) / 1_000_000:.1f} MB", f"{middle:.3f}", f"{len(text) / 1_000_000 / middle:.1f}",
                 f"{max(p for _, p in measured) / 1024:.0f}"])
table(["text", "median s", "MB/s", "peak MB"], rows)
