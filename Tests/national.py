"""national.py PROGRAM SHARED COUNT-FILE: `check` on the national reports gives what was read in them by hand.

Each line of national-targets.tsv is a test, and so is that `check` judges no other target of these indicators."""
import json
import pathlib
import subprocess
import sys

program, shared, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
lines = (pathlib.Path(__file__).parent / "national-targets.tsv").read_text().splitlines()
expected = {tuple(line.split("\t")) for line in lines if not line.startswith(("#", "indicator"))}
indicators = ",".join(sorted({row[0] for row in expected}))
run = subprocess.run(
    [program, *sorted(map(str, (shared / "corpus").glob("*-全国.txt")))], capture_output=True, text=True,
    input=f"check 1994.. place:全国 indicator:{indicators} outcome:met,near,missed | as json\n")
SIGNS = {"=": "", "range": "", "<=": "≤", ">=": "≥"}


def shown(row, name):
    """As people write it: ≥7.5%, 4.5–5%."""
    value, high = row[name + "_value"], row[name + "_high"]
    return (SIGNS.get(row[name + "_comparator"], row[name + "_comparator"]) + f"{value:g}"
            + ("" if high is None else f"–{high:g}") + row[name + "_unit"])


rows = json.loads(run.stdout)
found = {(row["indicator"], str(row["period"]), shown(row, "target"), shown(row, "reported"), row["outcome"]) for row in rows}
for row in sorted(expected - found):
    print("missing:", *row)
for row in sorted(found - expected):
    print("beyond what was read:", *row)
passed = len(expected & found) + (found <= expected)
failed = len(expected - found) + (not found <= expected)
print(f"{passed} passed, {failed} failed: national targets and their results")
counts.write_text(f"{passed} {failed} 0\n")
sys.exit(1 if failed else 0)
