"""judged.py PROGRAM SHARED COUNT-FILE: what was judged by reading both sentences, asked again.

Each file of judgements is a test: at least 95 of 100 rows that were right are still given, and none that was wrong and is mended (the
numbers behind `# mended:`). A row whose statement is no longer read is not asked."""
import json
import pathlib
import subprocess
import sys
import tempfile

program, shared, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
tests, corpus = pathlib.Path(__file__).parent, str(shared / "corpus")
passed = failed = 0


def ask(line, *more):
    run = subprocess.run([program, "query", line + " | as ndjson", corpus, *more], capture_output=True, text=True)
    return [json.loads(row) for row in run.stdout.splitlines()]


def judged(name):
    """The rows of a file, and the numbers of those that were wrong and are mended."""
    lines = (tests / name).read_text().splitlines()
    mended = {number for line in lines if line.startswith("# mended:") for number in line.removeprefix("# mended:").split()}
    heading, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(heading, row)) for row in rows], mended


def replay(name, is_given):
    global passed, failed
    rows, mended = judged(name)
    asked = [row for row in rows if all(row.get(end, "-") in known for end in ("from", "to", "of", "row"))]
    right = [row for row in asked if row["verdict"] == "right"]
    lost = [row for row in right if not is_given(row)]
    back = [row for row in asked if row["number"] in mended and is_given(row)]
    holds = len(lost) * 20 <= len(right) and not back
    passed, failed = passed + holds, failed + (not holds)
    print(f"{name}: {len(right) - len(lost)} of {len(right)} right ones are given, {len(rows) - len(asked)} not asked, {len(back)} of {len(mended)} mended ones are back")
    for row in lost + back:
        print("  ", *row.values())


# One program call for all of a kind: keys outlive the numbers of statements.
keys = {row["id"]: row["key"] for noun in ("figures", "measures") for row in ask(f"{noun} | select id key")}
known = set(keys.values()) | {"-"}

checks = {(row["indicator"], str(row["period"]), row["document"], row["outcome"]) for row in ask("check outcome:met,near,missed,unclear | select indicator period document outcome")}
replay("checks-judged.tsv", lambda row: (row["indicator"], row["period"], row["target document"], row["outcome"]) in checks)

found = {}


def rows_of(line):
    if line not in found:
        found[line] = ask(line)
    return found[line]


def differs(row):
    return any(
        (other["kind"], other["change"], keys.get(other["from"], "-"), keys.get(other["id"], "-")) == (row["kind"], row["change"], row["from"], row["to"])
        for other in rows_of(f"diff {row['document']} {row['other document']}"))


replay("diff-judged.tsv", differs)


def bears(row):
    """A row that is said to stand only under the same heading is given, but not said to bear on the same thing."""
    return any(
        keys.get(other["id"]) == row["row"] and (row["verdict"] == "right" or other["reason"] != "only under the same heading")
        for other in rows_of(f"related {row['of']}"))


replay("related-judged.tsv", bears)

rows, _ = judged("told-judged.tsv")
with tempfile.TemporaryDirectory() as folder:
    # The goals that were supposed, as an amount and as growth.
    told = set()
    for unit in ("万", "%"):
        path = pathlib.Path(folder) / f"1953-{'amount' if unit == '万' else 'growth'}.tsv"
        goals = "".join(f"{row['place']}\t{row['indicator']}\t77\t{unit}\t{row['period'].replace('/', '-')}\ttarget\n" for row in rows)
        path.write_text("# title: 假定的目标\n# year: 1953\nplace\tindicator\tvalue\tunit\tperiod\tkind\n" + goals)
        told |= {(row["place"], row["indicator"], str(row["period"]), row["outcome"]) for row in ask("check outcome:said-met,said-missed | select place indicator period outcome", str(path))}
        path.unlink()
replay("told-judged.tsv", lambda row: (row["place"], row["indicator"], row["period"], row["outcome"]) in told)

print(f"{passed} passed, {failed} failed: what was judged")
counts.write_text(f"{passed} {failed} 0\n")
sys.exit(1 if failed else 0)
