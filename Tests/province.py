"""province.py PROGRAM COUNT-FILE: check, trend, changes, diff and compare on three reports of an imagined province (Tests/Province) and
of an imagined county in older words (Tests/County) give the rows that were written from them by hand (expected.tsv). A line that
begins with `?` holds only once a figure is read better; until then it is skipped.

Each line is a test. So is that `check` judges no other target, that each measure `targets … | measures` names for the grain target
is of the year's report, and that the words that are cited stand in it."""
import json
import pathlib
import subprocess
import sys

program, counts = sys.argv[1], pathlib.Path(sys.argv[2])
tests = pathlib.Path(__file__).parent
SIGNS = {"=": "", "range": "", "<=": "≤", ">=": "≥"}


def documents(folder):
    return sorted(map(str, folder.glob("*.txt")))


def ask(line, folder=tests / "Province"):
    run = subprocess.run([program, "--lang", "en", *documents(folder)], capture_output=True, text=True, input=line + "\n")
    if run.returncode or not run.stdout.strip():
        return []
    return json.loads(run.stdout)


def shown(row, key):
    """A field as people see it: ≥7.5%, 4.5–5%; numbers come in parts, as target_value and target_unit."""
    if key in row:
        return str(row[key] if row[key] is not None else "").replace("/", "–")
    if row.get(key + "_value") is None:
        return ""
    sign = SIGNS.get(row[key + "_comparator"], row[key + "_comparator"])
    high = row[key + "_high"]
    if row.get(key + "_aspect") == "change" and row[key + "_value"] > 0 and row[key + "_unit"] != "%":
        sign += "+"
    return f"{sign}{row[key + '_value']:g}" + ("" if high is None else f"–{high:g}") + row[key + "_unit"]


passed = failed = skipped = 0
for folder in tests / "Province", tests / "County":
    answers = {}
    name = pathlib.Path(documents(folder)[0]).stem[4:]
    expected = [line.split("\t") for line in (folder / "expected.tsv").read_text().splitlines() if line and not line.startswith("#")]
    for command, *fields in expected:
        later, command = command.startswith("?"), command.lstrip("?")
        if command == "beyond":
            continue
        if command not in answers:
            line = command
            if command.startswith("diff "):
                _, old, new = command.split()
                line = f"diff {old}{name} {new}{name}"
            answers[command] = ask(line + " | as json", folder)
        wanted = dict(field.split("=", 1) for field in fields)
        right = any(all(shown(row, key) == value for key, value in wanted.items()) for row in answers[command])
        passed, failed, skipped = passed + right, failed + (not right and not later), skipped + (not right and later)
        if not right and not later:
            print("missing:", command, *fields)
    # Nothing is judged beyond what was promised: of an indicator that the table names, or by the target where it names none.
    checks = [dict(f.split("=", 1) for f in fields) for command, *fields in expected if command.lstrip("?") == "check"]
    beyond = [row for row in answers["check"] if row["outcome"] not in ("pending", "unreported")
              and not any(all(shown(row, key) == known[key] for key in ("indicator", "period", "target") if key in known) for known in checks)]
    later = ["?beyond"] in expected
    for row in beyond if not later else []:
        print("judged beyond what was promised:", shown(row, "indicator"), shown(row, "period"), shown(row, "target"))
    passed, failed, skipped = passed + (not beyond), failed + bool(beyond and not later), skipped + bool(beyond and later)
folder = tests / "Province"
served = [row["text"] for row in ask("targets 2024 粮食产量 | measures | as json")]
report = (folder / "2024年沧岭省政府工作报告.txt").read_text()

# A target of 2023 for 2025 that the report of 2025 names again, and a measure that goes on.
target = ask("targets 研发经费投入强度 document:2023年沧岭省政府工作报告 | as json")[0]["id"]
measure = next(row["id"] for row in ask("measures document:2023年沧岭省政府工作报告 | as json") if "托位" in row["text"])
for node, reason in (target, "cited by a later document"), (measure, "taken up by a later document; same sector and words (新增托位)"):
    right = reason in subprocess.run([program, "--lang", "en", *documents(folder)], capture_output=True, text=True, input=f"related {node}\n").stdout
    passed, failed = passed + right, failed + (not right)
    if not right:
        print("missing:", "related", node, reason)
stand = len(served) > 0 and all(words in report for words in served)
passed, failed = passed + stand, failed + (not stand)
if not stand:
    print("measures of the grain target that do not stand in the report:", *served)
print(f"{passed} passed, {failed} failed, {skipped} skipped: promises of an imagined province and county")
counts.write_text(f"{passed} {failed} {skipped}\n")
sys.exit(1 if failed else 0)
