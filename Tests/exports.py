"""exports.py PROGRAM DOCUMENTS COUNT-FILE: foreign programs read what `export` writes.

Each must find as many nodes of each type as the program counts, the same edges, and the value, unit and words of the same
targets: SQLite by sqlite3, GraphML by networkx, DOT by Graphviz, Turtle and JSON-LD by rdflib, CSV by LadybugDB."""
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

import ladybug
import networkx
import rdflib

program, documents, counts = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
passed, failures = 0, []
STATEMENTS = ("figure", "measure", "problem")


def check(what, seen, wanted):
    global passed
    if seen == wanted:
        passed += 1
    else:
        failures.append(what)
        if isinstance(seen, dict) and isinstance(wanted, dict):
            seen, wanted = ({key: side[key] for key in side if side[key] != other.get(key)} for side, other in ((seen, wanted), (wanted, seen)))
        print(f"FAILED exports: {what}: {str(seen)[:300]} instead of {str(wanted)[:300]}")


def ask(line):
    run = subprocess.run([program, "query", line, documents], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def number(value):
    return None if value in (None, "") else float(value)


def plain(words):
    """A row of a table has tabs, which go as spaces."""
    return " ".join(words.split())


folder = pathlib.Path(tempfile.mkdtemp())
for name in ("g.graphml", "g.dot", "g.ttl", "g.jsonld", "g.ndjson", "g.cypher", "g.db"):
    run = subprocess.run([program, "export", str(folder / name), documents], capture_output=True, text=True)
    check(f"{name} is written", run.returncode, 0)

lines = [json.loads(line) for line in (folder / "g.ndjson").read_text().splitlines()]
nodes = {line["node"]: line for line in lines if "node" in line}
edges = Counter((line["from"], line["to"], line["kind"]) for line in lines if "from" in line)
types = Counter(node["type"] for node in nodes.values())
for noun, kind in (("figures", "figure"), ("measures", "measure"), ("problems", "problem"), ("documents", "document")):
    check(f"as many {noun} as the program counts", types[kind], ask(f"{noun} | count | as json")[0]["count"])
targets = {row["id"]: row for row in ask("targets | select id target text indicator | as json")}
for row in targets.values():
    row["text"] = plain(row["text"])
check("there are targets", len(targets) > 20, True)
for id, row in targets.items():
    node = nodes[id]
    if (node["value"], node["high"], node["unit"], node["comparator"], plain(node["words"])) != (
            row["value"], row["high"], row["unit"], row["comparator"], row["text"]):
        check(f"{id} of the lines", node, row)
check("every edge joins nodes that are there", all(a in nodes and b in nodes for a, b, _ in edges), True)

# SQLite, by its own program.
rows = subprocess.run(["sqlite3", "-json", str(folder / "g.db"), "select id, shown, value, unit, words, indicator from targets"],
                      capture_output=True, text=True)
stored = {row["id"]: row for row in json.loads(rows.stdout or "[]")}
check("targets of the database",
      {id: (row["shown"], number(row["value"]), row["unit"], plain(row["words"]), row["indicator"]) for id, row in stored.items()},
      {id: (row["shown"], number(row["value"]), row["unit"], row["text"], row["indicator"]) for id, row in targets.items()})
broken = subprocess.run(["sqlite3", str(folder / "g.db"), "pragma foreign_key_check"], capture_output=True, text=True)
check("keys of the database", broken.stdout, "")

# GraphML
graph = networkx.read_graphml(folder / "g.graphml", force_multigraph=True)
check("nodes of GraphML", Counter(data["type"] for _, data in graph.nodes(data=True)), types)
check("edges of GraphML", Counter((a, b, data["kind"]) for a, b, data in graph.edges(data=True)), edges)
check("values of GraphML", {id: (number(graph.nodes[id].get("value")), graph.nodes[id].get("unit")) for id in targets},
      {id: (number(row["value"]), row["unit"]) for id, row in targets.items()})

# DOT
counted = subprocess.run(["gc", "-n", "-e", str(folder / "g.dot")], capture_output=True, text=True)
check("nodes and edges of DOT", [int(word) for word in counted.stdout.split()[:2]], [len(nodes), sum(edges.values())])

# RDF
GM, PROV, QUDT = (rdflib.Namespace(name) for name in (
    "urn:gangmu:vocabulary:", "http://www.w3.org/ns/prov#", "http://qudt.org/schema/qudt/"))
turtle = rdflib.Graph().parse(folder / "g.ttl", format="turtle")
linked = rdflib.Graph().parse(folder / "g.jsonld", format="json-ld")
check("Turtle and JSON-LD say the same", set(turtle) == set(linked), True)
found = {}
for figure in turtle.subjects(rdflib.RDF.type, GM.Target):
    quantity = turtle.value(figure, GM.quantity)
    value = quantity and turtle.value(quantity, QUDT.numericValue)
    if quantity and value is None:
        value = turtle.value(quantity, QUDT.lowerBound)
    unit = quantity and turtle.value(quantity, QUDT.hasUnit)
    found[str(turtle.value(figure, GM.id))] = (
        number(value), unit and str(turtle.value(unit, rdflib.RDFS.label)), plain(turtle.value(figure, PROV.value)))
    if turtle.value(figure, PROV.wasDerivedFrom) is None:
        check("a source of each target", str(figure), "its document")
check("targets of Turtle", found, {
    id: (number(row["value"]), row["unit"] if row["value"] is not None else None, row["text"])
    for id, row in targets.items()})
SKOS = rdflib.SKOS
check("sectors of Turtle", len(set(turtle.subjects(rdflib.RDF.type, SKOS.Concept))), types["sector"])

# LadybugDB
database = ladybug.Connection(ladybug.Database(str(folder / "lbug")))
for line in (folder / "g.cypher" / "load.cypher").read_text().splitlines():
    database.execute(line.replace("FROM '", f"FROM '{folder}/g.cypher/", 1) if line.startswith("COPY") else line)
result = database.execute("MATCH (f:Figure)-[:MEASURES]->(i:Indicator) WHERE f.kind = 'target' RETURN f.id, f.value, f.unit, f.words, i.name")
loaded = {}
while result.has_next():
    id, value, unit, words, indicator = result.get_next()
    loaded[id] = (value, unit or None, plain(words), indicator)
check("targets of LadybugDB", loaded, {
    id: (number(row["value"]), row["unit"], row["text"], row["indicator"]) for id, row in targets.items()})
result = database.execute("MATCH (a)-[r]->(b) RETURN count(r)")
check("edges of LadybugDB", result.get_next()[0], sum(edges.values()))

# A part of it, a file that is there, an ending that says nothing.
run = subprocess.run([program, "export", "--only", "targets 2026 | take 3", str(folder / "part.graphml"), documents], capture_output=True)
part = networkx.read_graphml(folder / "part.graphml", force_multigraph=True)
check("three targets", Counter(data["type"] for _, data in part.nodes(data=True))["figure"], 3)
check("a part has no loose edge", all("type" in part.nodes[a] and "type" in part.nodes[b] for a, b in part.edges()), True)
run = subprocess.run([program, "export", str(folder / "g.dot"), documents], capture_output=True, text=True)
check("a file is not replaced", (run.returncode, "--force" in run.stderr), (2, True))
for name in ("g.dot", "g.cypher", "g.db"):
    run = subprocess.run([program, "export", "--force", str(folder / name), documents], capture_output=True, text=True)
    check(f"{name} is replaced by --force", run.returncode, 0)
run = subprocess.run([program, "export", str(folder / "g.xyz"), documents], capture_output=True, text=True)
check("an unknown ending is named", (run.returncode, ".graphml" in run.stderr), (2, True))
left = [path.name for path in folder.iterdir() if path.name.endswith(".part")]
check("nothing is left behind", left, [])

print(f"{passed} passed, {len(failures)} failed: exports read by foreign programs")
counts.write_text(f"{passed} {len(failures)} 0\n")
sys.exit(1 if failures else 0)
