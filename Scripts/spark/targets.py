"""The main questions as Spark SQL over the statements that extract.py wrote.

targets.py STATEMENTS YEAR [--sector SECTOR] [--indicator NAME] [--json]: the targets of the year, how many there are by
sector, the targets beside the results that later documents report, and the measures of the sector."""
import argparse
import json
import os
import sys

from pyspark.sql import SparkSession

# A target covers the years from first_year to last_year; a statement's place is its document's, where it names none of its own.
QUESTIONS = {
    "targets": """
        SELECT place, canonical AS indicator, aspect, comparator, value, high, unit, reference, period, sector, document, text
        FROM statements
        WHERE type = 'figure' AND kind = 'target' AND :year BETWEEN first_year AND last_year
            AND (:indicator IS NULL OR canonical = :indicator)
        ORDER BY place, canonical, document, start""",
    "by sector": """
        SELECT sector, count(*) AS targets, count(DISTINCT document) AS documents
        FROM statements
        WHERE type = 'figure' AND kind = 'target' AND :year BETWEEN first_year AND last_year
        GROUP BY sector ORDER BY targets DESC, sector""",
    # A comparator speaks of the size without its sign: a fall by 3 or more is -3 with >=. What only the direction of the indicator
    # decides, and 左右, is left to the reader. Units are compared as written: a target in 万亿元 finds no result in 亿元, rather than a wrong one.
    "check": """
        SELECT t.place, t.canonical AS indicator, t.aspect, t.comparator, t.value AS target, t.high, r.value AS result, t.unit,
            CASE
                WHEN r.value IS NULL THEN 'not reported'
                WHEN t.comparator = '=' THEN IF(r.value = t.value, 'met', 'see both')
                WHEN t.comparator = '>=' THEN IF(r.value * sign(t.value) >= abs(t.value), 'met', 'missed')
                WHEN t.comparator = '>' THEN IF(r.value * sign(t.value) > abs(t.value), 'met', 'missed')
                WHEN t.comparator = '<=' THEN IF(r.value * sign(t.value) <= abs(t.value), 'met', 'missed')
                WHEN t.comparator = '<' THEN IF(r.value * sign(t.value) < abs(t.value), 'met', 'missed')
                WHEN t.comparator = 'range' THEN IF(r.value BETWEEN least(t.value, t.high) AND greatest(t.value, t.high), 'met', 'see both')
                ELSE 'see both'
            END AS outcome,
            t.text AS promised, r.text AS reported, t.document AS promised_in, r.document AS reported_in
        FROM (SELECT * FROM statements WHERE type = 'figure' AND kind = 'target' AND period = CAST(:year AS STRING)
                AND place IS NOT NULL AND value IS NOT NULL AND (:indicator IS NULL OR canonical = :indicator)) t
        LEFT JOIN (SELECT * FROM statements WHERE type = 'figure' AND kind = 'actual' AND value IS NOT NULL) r
            ON r.place = t.place AND r.canonical = t.canonical AND r.aspect = t.aspect AND r.period = t.period
                AND r.unit <=> t.unit AND r.document <> t.document
        ORDER BY t.place, t.canonical, t.document, t.start, r.document, r.start""",
    "measures": """
        SELECT place, action, text, sector, document
        FROM statements
        WHERE type = 'measure' AND :year BETWEEN first_year AND last_year AND (:sector IS NULL OR sector = :sector)
        ORDER BY place, document, start""",
}


def main():
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("statements")
    said.add_argument("year", type=int)
    said.add_argument("--sector", help="of the measures, a code such as ecology")
    said.add_argument("--indicator", help="of the targets, a standard name such as 地区生产总值")
    said.add_argument("--json", action="store_true", help="every row as a line of JSON instead of tables of 20")
    said.add_argument("--master", help="the Spark master, such as local[2]")
    asked = said.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("gangmu targets").config("spark.ui.showConsoleProgress", "false")
    if asked.master:
        builder = builder.master(asked.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.read.parquet(asked.statements).createOrReplaceTempView("statements")
    given = {"year": asked.year, "sector": asked.sector, "indicator": asked.indicator}
    for name, question in QUESTIONS.items():
        answer = spark.sql(question, args={key: value for key, value in given.items() if ":" + key in question})
        if asked.json:
            for row in answer.collect():
                print(json.dumps({"question": name, **row.asDict()}, ensure_ascii=False))
        else:
            print(f"== {name}")
            answer.show(20, truncate=40)
    spark.stop()


if __name__ == "__main__":
    main()
