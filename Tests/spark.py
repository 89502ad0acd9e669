"""spark.py PROGRAM SHARED COUNT-FILE: documents on a local Spark master of two workers give the statements of one process.

Documents are those of SHARED/corpus as a table with broken lines among them, dealt into 1, 3 and 7 pieces."""
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

program, shared, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
scripts = pathlib.Path(__file__).resolve().parent.parent / "Scripts/spark"
corpus = shared / "corpus"
files = [path for path in sorted(corpus.rglob("*")) if path.is_file() and path.stem.lower() != "readme"] if corpus.is_dir() else []
if not files:
    print("no ../shared/corpus beside the package: Spark is not tried")
    counts.write_text("0 0 1\n")
    sys.exit(0)
passed, failures = 0, []


def check(what, seen, wanted):
    global passed
    if seen == wanted:
        passed += 1
    else:
        failures.append(what)
        print(f"FAILED spark: {what}: {str(seen)[:300]} instead of {str(wanted)[:300]}")


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, **more)
    if done.returncode:
        print(done.stderr.decode(errors="replace")[-2000:])
    check(f"{pathlib.Path(str(command[1])).name} ends well", done.returncode, 0)
    return done.stdout


def records(lines):
    """Lines of an error tell where it stood, which is another place in every dealing."""
    found = Counter()
    for line in lines:
        record = json.loads(line)
        if record["type"] == "error":
            record["line"] = None
        found[json.dumps(record, ensure_ascii=False, sort_keys=True)] += 1
    return found


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    plain = [path for path in files if path.suffix in (".txt", ".md")]
    table = [json.dumps({"id": str(path), "text": path.read_text("utf-8")}, ensure_ascii=False) for path in plain]
    broken = ['{"id":"cut', '{"id":"none"}', '{"id":"empty","text":""}', '{"id":"half","text":"\\ud83d"}']
    middle = len(table) // 2
    (folder / "documents.jsonl").write_text("\n".join([*table[:middle], *broken, *table[middle:]]) + "\n", "utf-8")
    with (folder / "documents.jsonl").open("rb") as lines:
        alone = run(program, "extract", "--format", "ndjson", "--from-ndjson", "--with-text", stdin=lines).decode().splitlines()
    wanted = records(alone)
    check("documents that fail are told", sum(json.loads(line)["type"] == "error" for line in wanted), len(broken))
    check("the others are read", sum(json.loads(line)["type"] == "document" for line in wanted), len(plain))
    for pieces in (1, 3, 7):
        run(
            sys.executable, scripts / "extract.py", folder / "documents.jsonl", folder / "parquet", "--json", folder / "json",
            "--master", "local[2]", "--partitions", pieces, "--gangmu", program)
        parts = sorted((folder / "json").glob("part-*"))
        lines = [line for part in parts for line in part.read_text("utf-8").split("\n") if line]
        found = records(lines)
        check(f"{pieces} pieces: what is missing", list((wanted - found))[:1], [])
        check(f"{pieces} pieces: what is too much", list((found - wanted))[:1], [])

    run(program, "build", *plain, "-o", folder / "documents.gangmu")
    run(program, "build", folder / "json", "-o", folder / "statements.gangmu")
    # All but the hashes of files, by which a build from documents can be updated.
    for line in ("figures", "measures", "problems", "goals", "documents", "indicators", "find 城市更新"):
        answers = [run(program, "query", line + " | as csv", folder / f"{graph}.gangmu") for graph in ("statements", "documents")]
        check(f"{line} of the cluster's statements are those of the documents", answers[0] == answers[1] and len(answers[0]) > 200, True)

    rows = [
        json.loads(line)
        for line in run(sys.executable, scripts / "targets.py", folder / "parquet", 2026, "--json", "--master", "local[2]").splitlines()
    ]
    figures = [record for record in map(json.loads, alone) if record["type"] == "figure" and record["kind"] == "target" and record["period"]]
    covering = [f for f in figures if int(f["period"].split("/")[0]) <= 2026 <= int(f["period"].split("/")[-1])]
    check("targets of 2026 by SQL", sum(row["question"] == "targets" for row in rows), len(covering))
    check(
        "targets of 2026 by sector", {row["sector"]: row["targets"] for row in rows if row["question"] == "by sector"},
        dict(Counter(f["sector"] for f in covering)))

for failure in failures:
    print("FAILED spark:", failure)
print(f"{passed} passed, {len(failures)} failed: Spark")
counts.write_text(f"{passed} {len(failures)} 0\n")
sys.exit(1 if failures else 0)
