"""Reads documents on Apache Spark and writes their statements as Parquet, partitioned by the documents' year.

DOCUMENTS is a folder of files (of any format that gangmu reads), or a table of documents in Parquet (*.parquet) or JSON lines
(*.json, *.jsonl, *.ndjson) with the columns id, text and, where known, title, place, level, date, year. Folders of tables are
told by --input. Each partition goes through `gangmu extract --from-ndjson`, which must lie at the same path on every worker.

Columns of the statements: type (document, goal, figure, measure, problem, error), document, year, the fields of
`gangmu extract` by their names, and record, the line as gangmu wrote it. With --json the records go to a folder of their own,
which `gangmu build` takes for the documents."""
import argparse
import base64
import json
import os
import pathlib
import shlex
import sys

from pyspark.sql import Row, SparkSession
from pyspark.sql import types as t

FIELDS = ("id", "text", "base64", "title", "place", "level", "date", "year")
TEXT, NUMBER, LIST = t.StringType(), t.DoubleType(), t.ArrayType(t.StringType())
COLUMNS = {
    "type": TEXT, "document": TEXT, "year": t.IntegerType(), "id": TEXT, "title": TEXT, "place": TEXT, "level": TEXT,
    "date": TEXT, "start": t.IntegerType(), "end": t.IntegerType(), "text": TEXT, "indicator": TEXT, "canonical": TEXT,
    "aspect": TEXT, "comparator": TEXT, "value": NUMBER, "high": NUMBER, "unit": TEXT, "reference": TEXT, "period": TEXT,
    "first_year": t.IntegerType(), "last_year": t.IntegerType(), "kind": TEXT, "action": TEXT, "sector": TEXT, "topics": LIST,
    "goal": TEXT, "parent": TEXT, "forward": t.BooleanType(), "confidence": NUMBER, "line": t.IntegerType(), "reason": TEXT,
    "record": TEXT,
}  # fmt: skip
SCHEMA = t.StructType([t.StructField(name, kind) for name, kind in COLUMNS.items()])


def statements(lines):
    """Rows of the lines that one gangmu wrote, in its order: a document's line stands before those of its statements."""
    about = {}
    for line in lines:
        record = json.loads(line)
        kind = record["type"]
        if kind == "document":
            about = {"year": record["year"], "place": record["place"], "document": record["document"]}
        if kind == "error" and record["document"] != about.get("document"):
            about = {}
        row = {name: record.get(name) for name in COLUMNS}
        row["year"] = about.get("year")
        row["place"] = record.get("place") or about.get("place")
        row["level"] = None if row["level"] is None else str(row["level"])
        years = (record.get("period") or "").split("/")
        if years[0]:
            row["first_year"], row["last_year"] = int(years[0]), int(years[-1])
        for name in ("value", "high", "confidence"):
            row[name] = None if row[name] is None else float(row[name])
        row["record"] = line
        yield Row(**row)


def lines_of_files(folder):
    """The files of a folder as the program lists them: without hidden ones and READMEs."""

    def line(pair):
        path, content = pair
        path = path.removeprefix("file:")
        return json.dumps({"id": path, "base64": base64.b64encode(bytes(content)).decode()})

    def counts(pair):
        parts = pair[0].split("/")
        name = parts[-1].rsplit(".", 1)[0].lower()
        return name != "readme" and not any(part.startswith(".") for part in parts)

    return lambda spark, partitions: spark.sparkContext.binaryFiles(folder, partitions or 2).filter(counts).map(line)


def lines_of_table(path, kind):
    def lines(spark, _):
        if kind == "json":
            # As they are, so that a broken line is reported by the program and not lost.
            return spark.sparkContext.textFile(path)
        table = spark.read.parquet(path)
        known = [name for name in FIELDS if name in table.columns]
        return table.select(*known).toJSON(use_unicode=True)

    return lines


def main():
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("documents")
    said.add_argument("statements", help="the folder to write, in Parquet")
    said.add_argument("--json", help="a folder to write the records to, for gangmu build")
    said.add_argument("--input", choices=("files", "json", "parquet"), help="what DOCUMENTS is, where its name does not tell")
    said.add_argument("--master", help="the Spark master, such as local[2]; that of spark-submit where it is not given")
    said.add_argument("--partitions", type=int, help="pieces that the documents are dealt into")
    package = pathlib.Path(__file__).resolve().parent.parent.parent
    said.add_argument("--gangmu", default=str(package / ".build/release/gangmu"), help="the program, on every worker")
    asked = said.parse_args()

    kind = asked.input
    if kind is None:
        suffix = pathlib.PurePath(asked.documents.rstrip("/")).suffix
        kind = {".parquet": "parquet", ".json": "json", ".jsonl": "json", ".ndjson": "json"}.get(suffix, "files")
    lines = lines_of_files(asked.documents) if kind == "files" else lines_of_table(asked.documents, kind)

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("gangmu extract").config("spark.ui.showConsoleProgress", "false")
    if asked.master:
        builder = builder.master(asked.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    documents = lines(spark, asked.partitions)
    if asked.partitions:
        documents = documents.repartition(asked.partitions)
    # One job a task: Spark runs as many tasks as there are cores.
    command = shlex.join([asked.gangmu, "extract", "--format", "ndjson", "--from-ndjson", "--with-text", "--jobs", "1"])
    # Spark gives a piped program no environment of its own.
    environment = {name: value for name, value in os.environ.items() if name == "PATH" or name.startswith("GANGMU_")}
    read = documents.pipe(command, env=environment, checkCode=True).mapPartitions(statements)
    rows = spark.createDataFrame(read, SCHEMA)
    rows.write.mode("overwrite").partitionBy("year").parquet(asked.statements)
    if asked.json:
        spark.read.schema(SCHEMA).parquet(asked.statements).select("record").write.mode("overwrite").text(asked.json)
    counts = dict(spark.read.schema(SCHEMA).parquet(asked.statements).groupBy("type").count().collect())
    spark.stop()
    print(", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in sorted(counts.items())), file=sys.stderr)


if __name__ == "__main__":
    main()
