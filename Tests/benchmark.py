"""benchmark.py PROGRAM SHARED COUNT-FILE: the quality of reading on the annotated reports must not fall below these floors, and
every statement's text must stand in its document at its span.

The wrong ones of the judged statements must mostly lie in the lower half by confidence.

SHARED is the folder that holds `benchmark` and `corpus`. Each floor is a test, and each document of the corpus is one."""
import json
import pathlib
import re
import subprocess
import sys

# F1 of a line of the scorer's table.
FLOORS = {"found": 0.97, "exact": 0.90, "measure": 0.88, "goal": 0.95}
# Bytes that a statement may span; a longer one has lost its sentence.
LONGEST = 1200
# Share of the judged statements' wrong ones that must lie in the lower half by confidence.
LOWER_HALF = 0.7

program, shared, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
run = subprocess.run(
    [sys.executable, str(shared / "benchmark/score_all.py"), str(shared / "benchmark/dev"), "--texts", str(shared / "corpus"),
     "--extract", f"{program} extract --format ndjson"], capture_output=True, text=True, env={"PYTHONDONTWRITEBYTECODE": "1"})
print(run.stdout + run.stderr)
scores = {}
for line in run.stdout.splitlines():
    words = line.rsplit(maxsplit=6)
    if len(words) == 7 and words[6].replace(".", "", 1).isdigit():
        scores[words[0].strip()] = float(words[6])
failed = [name for name, floor in FLOORS.items() if scores.get(name, 0) < floor]
for name in failed:
    print(f"{name}: F1 {scores.get(name)} is below {FLOORS[name]}")

def wrong_spans(path):
    """Statements of a document whose text is not the document's bytes at their span."""
    text = path.read_bytes()
    run = subprocess.run([program, "extract", "--format", "ndjson", str(path)], capture_output=True)
    wrong = [] if run.returncode == 0 else [run.stderr.decode(errors="replace")]
    for line in run.stdout.splitlines():
        statement = json.loads(line)
        if statement["type"] == "document":
            continue
        start, end = statement["start"], statement["end"]
        if not 0 <= start < end <= len(text) or text[start:end] != statement["text"].encode() or end - start > LONGEST:
            wrong.append(f"{start}..{end} {statement['text'][:40]}")
    return wrong


passed = len(FLOORS) - len(failed)
for path in sorted((shared / "corpus").glob("*.txt")):
    wrong = wrong_spans(path)
    passed += not wrong
    failed += [path.name] if wrong else []
    for text in wrong[:3]:
        print(f"{path.name}: {text}")
sure = subprocess.run([sys.executable, str(pathlib.Path(__file__).parent.parent / "Scripts/confidence"), "--program", program,
                       "--shared", str(shared)], capture_output=True, text=True)
print(sure.stdout + sure.stderr)
for kind in ("figure wild", "measure wild"):
    found = re.search(kind + r".*; (\d+) of the (\d+) wrong in the lower half", sure.stdout)
    low = found is not None and int(found[1]) >= LOWER_HALF * int(found[2])
    passed += low
    failed += [] if low else [f"{kind}: confidence"]
print(f"{passed} passed, {len(failed)} failed: floors, and documents whose spans hold byte for byte")
counts.write_text(f"{passed} {len(failed)} 0\n")
sys.exit(1 if failed else 0)
