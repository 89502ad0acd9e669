"""One process beside Spark on one machine: the reports 1, 10 and 50 times over, and the graph of their statements."""

import json
import os
import sys
from pathlib import Path

from common import folder, machine, package, reports, run, table

gangmu = sys.argv[1]
scripts = Path(__file__).resolve().parent.parent / "spark"
corpus = package.parent / "shared/corpus"
texts = [(path.stem, path.read_text("utf-8")) for path in sorted(corpus.glob("*.txt")) or reports()]
size = sum(len(text.encode()) for _, text in texts)
reading, holding = [], []

for times in (1, 10, 50):
    with folder() as place:
        place = Path(place)
        documents, statements, graph = place / "documents.jsonl", place / "statements.ndjson", place / "all.gangmu"
        with open(documents, "w", encoding="utf-8") as file:
            for turn in range(times):
                for name, text in texts:
                    file.write(json.dumps({"id": f"{name}-{turn}", "text": text}, ensure_ascii=False) + "\n")
        count = times * len(texts)

        def shell(more):
            return ["bash", "-c", f'exec "$0" extract --from-ndjson {more} "$1" >"$2"', gangmu, documents, statements]

        row = [f"{count} documents, {times * size / 1e6:.1f} MB"]
        alone = {jobs: run(shell(f"--with-text --jobs {jobs}")) for jobs in (1, 2)}
        spark = run([sys.executable, scripts / "extract.py", documents, place / "parquet", "--master", "local[2]", "--gangmu", gangmu])[0]
        row += [f"{alone[jobs][0]:.2f}" for jobs in (1, 2)] + [f"{spark:.1f}", f"{spark / alone[2][0]:.1f}"]
        row += [f"{1000 * alone[2][0] / count:.2f}", f"{alone[2][1] / 1024:.0f}"]
        reading.append(row)
        (seconds, peak) = run([gangmu, "build", statements, "-o", graph])
        nodes = sum(1 for _ in open(statements, "rb"))
        holding.append([
            row[0], f"{nodes:,}", f"{os.path.getsize(statements) / 1e6:.0f}", f"{seconds:.1f}", f"{peak / 1024:.0f}",
            f"{os.path.getsize(graph) / 1e6:.0f}"])

print(machine())
print("\nReading, seconds; Spark with its start, two workers, writing Parquet:\n")
table(["", "--jobs 1", "--jobs 2", "Spark local[2]", "Spark : --jobs 2", "ms a document, --jobs 2", "peak MB, --jobs 2"], reading)
print("\nThe graph of those statements by gangmu build:\n")
table(["", "documents and statements", "NDJSON MB", "seconds", "peak MB", "snapshot MB"], holding)
