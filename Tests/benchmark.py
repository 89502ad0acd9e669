"""benchmark.py PROGRAM SHARED COUNT-FILE: the quality of reading on the annotated reports must not fall below these floors.

SHARED is the folder that holds `benchmark` and `corpus`. Each floor is a test."""
import pathlib
import subprocess
import sys

# F1 of a line of the scorer's table.
FLOORS = {"found": 0.88, "exact": 0.70, "measure": 0.60, "goal": 0.85}

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
counts.write_text(f"{len(FLOORS) - len(failed)} {len(failed)} 0\n")
sys.exit(1 if failed else 0)
