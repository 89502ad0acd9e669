"""The same answer in every format: the same rows with the same values, read again by parsers that are not the program's."""
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import unittest

from terminal import GANGMU, Home

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COLUMNS = "id place indicator value unit comparator kind sector period text"
QUERY = f"figures 2026 | take 40 | select {COLUMNS}"


class Tables(html.parser.HTMLParser):
    """The cells of the first table of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.keys, self.cell, self.errors = [], [], None, []
        self.open = []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = ""
            self.keys += [value for name, value in attributes if name == "data-key"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append(tag)
        if tag in ("td", "th"):
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = Home()
        cls.addClassCleanup(cls.home.close)
        environment = {**os.environ, "HOME": str(cls.home.path), "LANG": "C", "LC_ALL": "C"}
        environment.pop("NO_COLOR", None)
        lines = [QUERY + " | as " + name for name in
                 "json ndjson csv tsv markdown html table wide card list tree".split()] + ["sectors | as json"]
        # The formats of one process: each answer begins after a line that names it.
        program = [*GANGMU[:1], "query"]
        cls.texts = {}
        for line in lines:
            run = subprocess.run([*program, line], cwd=PACKAGE, env=environment, capture_output=True, check=True)
            cls.texts[line.rsplit(" ", 1)[1] if line != "sectors | as json" else "sectors"] = run.stdout.decode()
        names = {row["id"]: row["name"].strip() for row in json.loads(cls.texts["sectors"])}
        cls.rows = json.loads(cls.texts["json"])
        # What people see of a row: of words and numbers as they are, of codes the names.
        words = {"=": "exactly", "≈": "about", ">=": "at-least", "<=": "at-most", ">": "more", "<": "less"}
        cls.shown = []
        for row in cls.rows:
            cells = {key: "" if value is None else str(value) for key, value in row.items()}
            cells["sector"] = names[row["sector"]]
            cells["period"] = cells["period"].replace("/", "–")
            cells["comparator"] = words.get(cells["comparator"], cells["comparator"])
            # Tabs and line ends of a source show as spaces.
            cls.shown.append([re.sub(r"[\t\r\n]", " ", cell) for cell in cells.values()])

    def test_there_are_rows_of_every_kind(self):
        self.assertEqual(len(self.rows), 40)
        self.assertEqual(list(self.rows[0]), COLUMNS.split())

    def test_lines_of_json(self):
        self.assertEqual([json.loads(line) for line in self.texts["ndjson"].splitlines()], self.rows)

    def machine(self, rows, spaces=None):
        expected = [["" if value is None else str(value) for value in row.values()] for row in self.rows]
        if spaces:
            expected = [[re.sub(spaces, " ", cell) for cell in row] for row in expected]
        self.assertEqual(rows[0], COLUMNS.split())
        # Words that begin as a formula does have an apostrophe in front.
        self.assertEqual([[cell[1:] if re.match(r"'[=+\-@]", cell) else cell for cell in row] for row in rows[1:]], expected)

    def test_csv(self):
        self.machine(list(csv.reader(io.StringIO(self.texts["csv"], newline=""), strict=True)))

    def test_tsv(self):
        self.machine([line.split("\t") for line in self.texts["tsv"].rstrip("\n").split("\n")], spaces=r"[\t\r\n]")

    def test_html(self):
        page = Tables()
        page.feed(self.texts["html"])
        page.close()
        self.assertEqual((page.errors, page.open), ([], []))
        self.assertEqual(page.keys, COLUMNS.split())
        self.assertEqual(page.rows[1:], self.shown)

    def test_markdown(self):
        rows = []
        for line in self.texts["markdown"].splitlines():
            if line.startswith("|"):
                cells = re.split(r"(?<!\\)\|", line)[1:-1]
                rows.append([re.sub(r"\\(.)", r"\1", cell.strip()) for cell in cells])
        self.assertEqual(rows[0], COLUMNS.split())
        self.assertEqual(rows[2:], [[cell.strip() for cell in row] for row in self.shown])

    def test_forms_for_people_hold_every_value(self):
        for name in "table", "wide", "list", "card", "tree":
            text = self.texts[name]
            self.assertNotIn("\x1b", text)
            if name in ("card", "tree"):
                for row in self.shown:
                    for value in row:
                        self.assertIn(value.strip(), text, name)
                continue
            lines = text.splitlines()
            for row in self.shown:
                line = next(line for line in lines if row[0] in line.split())
                for value in row:
                    self.assertIn(value.strip(), line, name)
            numbered = [line for line in lines if re.match(r" *\d+ ", line)]
            self.assertEqual(len(numbered), 40, name)


if __name__ == "__main__":
    unittest.main()
