"""national.py PROGRAM SHARED COUNT-FILE: `check` and `results` on the national reports give what was read in them by hand.

Each line of national-targets.tsv is a test: a target with what became of it, or a result for which no target is at hand, or that a
report names neither. So is that `check` judges no other target of these indicators."""
import json
import pathlib
import subprocess
import sys

program, shared, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
lines = (pathlib.Path(__file__).parent / "national-targets.tsv").read_text().splitlines()
facts = [tuple(line.split("\t")) for line in lines if not line.startswith(("#", "indicator"))]
indicators = ",".join(sorted({fact[0] for fact in facts}))
SIGNS = {"=": "", "range": "", "<=": "≤", ">=": "≥"}


def ask(line):
    run = subprocess.run([program, *sorted(map(str, (shared / "corpus").glob("*-全国.txt")))], capture_output=True, text=True, input=line + "\n")
    return json.loads(run.stdout)


def shown(row, name=""):
    """As people write it: ≥7.5%, 4.5–5%; `-` where there is none."""
    value, high = row[name + "value"], row[name + "high"]
    if value is None:
        return "-"
    return (SIGNS.get(row[name + "comparator"], row[name + "comparator"]) + f"{value:g}"
            + ("" if high is None else f"–{high:g}") + row[name + "unit"])


checked = ask(f"check 1994.. place:全国 indicator:{indicators} aspect:level,growth | as json")
found = {(row["indicator"], str(row["period"]), shown(row, "target_"), shown(row, "reported_"), row["outcome"])
         for row in checked if row["target_value"] is not None}
results = {(row["indicator"], str(row["period"]), shown(row)) for row in ask(f"results 1994.. place:全国 indicator:{indicators} | as json")}
# A year may have a goal for the height besides, on a line of its own.
targeted = {row[:2] for row in found} - {fact[:2] for fact in facts if fact[2] not in "-?"}
passed = failed = 0
for fact in facts:
    indicator, period, target, reported, outcome = fact
    if target in "-?":
        right = (indicator, period) not in targeted and (reported in "-?" or (indicator, period, reported) in results)
    else:
        right = (indicator, period, target, "-" if reported == "?" else reported, outcome) in found
    passed, failed = passed + right, failed + (not right)
    if not right:
        print("not as read by hand:", *fact)
beyond = found - {(i, p, t, "-" if r == "?" else r, o) for i, p, t, r, o in facts}
for row in sorted(beyond):
    print("beyond what was read:", *row)
passed, failed = passed + (not beyond), failed + bool(beyond)
print(f"{passed} passed, {failed} failed: national targets and their results")
counts.write_text(f"{passed} {failed} 0\n")
sys.exit(1 if failed else 0)
