"""How the cost of extraction grows with the text: 1 to 1,000 MB of reports, a single line, a table, deep headings."""

import sys
from pathlib import Path

from common import folder, machine, median, pile, reports, run, table

gangmu = sys.argv[1]
rows = []


def measure(name, fill):
    """Times extraction over what `fill` writes into a folder and says how many bytes it wrote."""
    with folder() as place:
        size = fill(Path(place)) / 1_000_000
        rounds = 3 if size < 50 else 1
        measured = [run([gangmu, "extract", "--jobs", "1", place]) for _ in range(rounds)]
    middle = median(seconds for seconds, _ in measured)
    rows.append([f"{name}, {size:.1f} MB", rounds, f"{middle:.3f}", f"{1000 * middle / size:.1f}", f"{size / middle:.1f}",
                 f"{max(peak for _, peak in measured) / 1024:.0f}"])


def one(pieces):
    """One file of `pieces`, written piece by piece: what this process holds would count as the peak of the one it starts."""
    def fill(place):
        with open(place / "text.txt", "wb") as file:
            for piece in pieces:
                file.write(piece)
            return file.tell()
    return fill


def line(megabytes):
    whole, written = b"".join(path.read_bytes() for path in reports()[:5]).replace(b"\n", b""), 0
    while written < megabytes * 1_000_000:
        yield whole
        written += len(whole)


def cells(rows):
    for i in range(rows):
        yield f"| 第{i}镇 | 粮食产量 | {i % 900 + 100}.5万吨 | 增长{i % 9}.{i % 7}% |\n".encode()


def headings(megabytes):
    numerals = "一二三四五六七八九"
    part = "".join(
        f"第{a}篇 发展任务\n" + "".join(
            f"{b}、建设产业体系\n（{b}）做强支柱产业。\n" + "".join(f"{i + 1}.推进项目{c}。{c}是新建{i + 2}个园区；\n" for i, c in enumerate(numerals))
            for b in numerals)
        for a in numerals).encode()
    for _ in range(megabytes * 1_000_000 // len(part) + 1):
        yield part


print(f"Growth, one thread. {machine()}\n")
for megabytes in (1, 10, 100, 1000):
    measure("reports", lambda place: pile(place, megabytes))
for megabytes in (10, 100):
    measure("one line", one(line(megabytes)))
for thousands in (100, 1000):
    measure(f"a table of {thousands * 1000:,} rows", one(cells(thousands * 1000)))
for megabytes in (1, 10):
    measure("headings in headings", one(headings(megabytes)))
table(["text", "rounds", "median s", "ms a MB", "MB/s", "peak MB"], rows)
