"""The questions of a graph of targets and measures, side by side with SQLite, DuckDB, polars, LadybugDB, igraph, NetworkX and tantivy:
loading, asking, the whole process from its start to the printed answer, and a floor in C.

Tables come from the generator of ../shared/graphbench where it lies beside the package, else from the small one below; GRAPHBENCH_DATA
names a folder of tables that are there already. GRAPHBENCH_DOCUMENTS is the number of documents, 1000 where it is not given; several
numbers, parted by spaces, are measured one after the other. LadybugDB and the floor in C are those of ../shared/graphbench.
"""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from common import folder, machine, median, package, run, table

gangmu = sys.argv[1]
bench = str(Path(gangmu).parent / "GraphBench")
sizes_wanted = [int(one) for one in os.environ.get("GRAPHBENCH_DOCUMENTS", "1000").replace(",", " ").split()]
documents = sizes_wanted[0]
shared = package.parent / "shared" / "graphbench"
# What a peer may take for all that it is asked of one question, seconds; at least three are asked.
patience = 4
names = "places sectors indicators docs goals figures measures measure_sector".split()


# The tables


def small(target, count):
    """Tables of the same columns and proportions as the shared generator's, drawn by Python's own lot, with a seed."""
    lot = random.Random(7)
    sectors = "工业 农业 生态 教育 卫生 交通 能源 水利 科技 金融 商贸 文旅 住建 社保 就业 财政 安全 外贸 数字 乡村 治理".split()
    words = [a + b for a in "推促优强改建扩整补培" for b in "进化造设展治修育新动"]
    rare = [a + b for a in ("海绵", "智慧", "低碳", "韧性") for b in ("城市", "园区", "港口", "农场")]

    def write(name, head, rows):
        with open(target / f"{name}.csv", "w", encoding="utf-8") as out:
            out.write(",".join(f'"{column}"' for column in head) + "\n")
            for row in rows:
                out.write(",".join(f'"{cell}"' if isinstance(cell, str) else str(cell) for cell in row) + "\n")

    def text(sector):
        picked = [sector] + [words[int(len(words) * lot.random() ** 2)] for _ in range(19)]
        if lot.random() < 0.25:
            picked[8:10] = [lot.choice(rare)]
        return "".join(picked)

    weights = [1 / rank for rank in range(1, 401)]
    of = [lot.randrange(21) for _ in range(400)]
    write("sectors", ["id", "name"], enumerate(sectors))
    write("indicators", ["id", "name", "sector"], [(i, f"指标{i}量", of[i]) for i in range(400)])
    write("places", ["id", "name", "level", "parent"],
          [(i, f"第{i}地", 0 if i < 31 else 1 if i < 364 else 2, -1 if i < 31 else lot.randrange(31) if i < 364 else lot.randrange(31, 364))
           for i in range(3000)])
    docs = [(i, lot.randrange(31) if lot.random() < 0.25 else lot.randrange(31, 3000), lot.randrange(2003, 2027)) for i in range(count)]
    write("docs", ["id", "place", "year", "title"], [(*d, f"报告{d[0]}") for d in docs])
    write("goals", ["id", "doc", "parent", "title"],
          [(d * 40 + k, d, -1 if k == 0 else d * 40 + (k - 1) // 3, "".join(lot.sample(words, 4))) for d in range(count) for k in range(40)])
    picks = iter(lot.choices(range(400), weights, k=count * 400))

    def figures():
        for d, _, year in docs:
            for k in range(150):
                indicator, kind = next(picks), lot.randrange(2)
                sector = of[indicator] if lot.random() < 0.85 else lot.randrange(21)
                period = year - 1 if kind else (year + 4) // 5 * 5 if lot.random() < 0.2 else year
                yield (d * 150 + k, d, d * 40 + lot.randrange(40), indicator, sector, kind, period, lot.randrange(1000000) / 10,
                       text(sectors[sector]))

    both = []

    def measures():
        for d, _, _ in docs:
            for k in range(250):
                one = lot.randrange(21)
                other = (one + 1 + lot.randrange(20)) % 21 if lot.random() < 0.4 else -1
                both.append((d * 250 + k, one))
                if other >= 0:
                    both.append((d * 250 + k, other))
                yield (d * 250 + k, d, d * 40 + lot.randrange(40), one, other, next(picks) if lot.random() < 0.3 else -1,
                       text(sectors[one]))

    write("figures", "id doc goal indicator sector kind period value text".split(), figures())
    write("measures", "id doc goal sector1 sector2 indicator text".split(), measures())
    write("measure_sector", ["measure", "sector"], both)
    return rare, words


def tables(place):
    """The folder of the tables, and the words that texts are made of."""
    given = os.environ.get("GRAPHBENCH_DATA")
    if not (shared / "gen.py").exists():
        return Path(given or place), *(small(place, documents) if not given else small(place / "words", 1))
    sys.path.insert(0, str(shared))
    if not given:
        subprocess.run([sys.executable, str(shared / "gen.py"), "7", str(documents), str(place), "--csv"], check=True)
    import gen
    return Path(given or place), gen.RARE, gen.WORDS


def first_numbers():
    """Where the nodes of each type begin among all."""
    counts = [3000, 29, 21, 400, documents, documents * 40, documents * 150, documents * 250]
    names = "place year sector indicator doc goal figure measure".split()
    return {name: sum(counts[:at]) for at, name in enumerate(names)}, sum(counts)


def questions(rare, words):
    """31 of each; those of ../shared/graphbench where it lies beside the package."""
    if (shared / "common.py").exists():
        import common as here
        sys.modules.pop("common")
        sys.path.insert(0, str(shared))
        import common as theirs
        theirs.meta = lambda _: {"offset": first_numbers()[0]}
        drawn = theirs.params(documents)
        sys.modules["common"] = here
        return [(name, *one) for name in titles for one in drawn[name]]
    lot, of = random.Random(11), first_numbers()[0]["measure"]
    asked = []
    for i in range(31):
        year, measures = 2003 + i * 7 % 24, documents * 250
        asked += [("Q1", year), ("Q2", year, lot.randrange(21)), ("Q3", lot.randrange(20), year), ("Q4", lot.randrange(20), i % 31),
                  ("Q5", lot.randrange(21), year), ("Q6", lot.randrange(measures)),
                  ("Q7", of + lot.randrange(measures), of + lot.randrange(measures)), ("Q8", lot.choice(rare), words[20 + i]), ("Q9",)]
    return sorted(asked, key=lambda one: one[0])


titles = {
    "Q1": "targets of a year with indicator, place, sector, value", "Q2": "the same, one sector",
    "Q3": "one indicator in all places, a year", "Q4": "one indicator of one place over the years",
    "Q5": "measures of a sector in a year, with text", "Q6": "the 20 measures most related to one",
    "Q7": "the length of a shortest path between two nodes", "Q8": "sentences with a phrase and a word, the 20 best",
    "Q9": "measures by sector and year",
}

# The peers

joins = ("from figures f join indicators i on i.id=f.indicator join docs d on d.id=f.doc join places p on p.id=d.place "
         "join sectors s on s.id=f.sector where f.kind=0 and f.period=?1")
sql = {
    "Q1": "select f.id,i.name,p.name,s.name,f.value " + joins,
    "Q2": "select f.id,i.name,p.name,s.name,f.value " + joins + " and f.sector=?2",
    "Q3": "select p.name,f.kind,f.value from figures f join docs d on d.id=f.doc join places p on p.id=d.place "
          "where f.indicator=?1 and f.period=?2",
    "Q4": "select f.period,f.kind,f.value from docs d join figures f on f.doc=d.id where f.indicator=?1 and d.place=?2 "
          "order by f.period,f.kind",
    "Q5": "select m.id,p.name,m.text from docs d join measures m on m.doc=d.id join measure_sector x on x.measure=m.id "
          "join places p on p.id=d.place where x.sector=?1 and d.year=?2",
    "Q6": "with c as (select measure m,1 w from measure_sector where sector in (select sector from measure_sector where measure=?1) "
          "union all select id,3 from measures where goal=(select goal from measures where id=?1) "
          "union all select id,2 from measures where indicator>=0 and indicator=(select indicator from measures where id=?1)) "
          "select m,sum(w) s from c where m<>?1 group by m order by s desc,m limit 20",
    "Q9": "select s.name,d.year,count(*) from measure_sector x join measures m on m.id=x.measure join docs d on d.id=m.doc "
          "join sectors s on s.id=x.sector group by s.name,d.year",
}


def pairs(text):
    return " ".join(text[i : i + 2] for i in range(len(text) - 1))


class SQLite:
    def __init__(self, data, place):
        import csv
        self.path = str(place / "sqlite.db")
        base = sqlite3.connect(self.path, isolation_level=None)
        base.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-500000;")
        base.executescript("""create table places(id integer primary key,name,level int,parent int);
            create table sectors(id integer primary key,name); create table indicators(id integer primary key,name,sector int);
            create table docs(id integer primary key,place int,year int,title);
            create table goals(id integer primary key,doc int,parent int,title);
            create table figures(id integer primary key,doc int,goal int,indicator int,sector int,kind int,period int,value real,text);
            create table measures(id integer primary key,doc int,goal int,sector1 int,sector2 int,indicator int,text);
            create table measure_sector(measure int,sector int,primary key(measure,sector)) without rowid;
            """)
        base.execute("begin")
        for name in names:
            with open(data / f"{name}.csv", encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                head = next(rows)
                base.executemany(f"insert into {name} values({','.join('?' * len(head))})", rows)
        base.execute("commit")
        base.executescript("""create index f1 on figures(period,kind,sector); create index f2 on figures(indicator,period);
            create index f3 on figures(doc,indicator); create index d1 on docs(year); create index d2 on docs(place);
            create index m1 on measures(doc); create index m2 on measures(goal);
            create index m3 on measures(indicator) where indicator>=0; create index x1 on measure_sector(sector,measure); analyze;""")
        base.execute("begin")
        # Of millions of sentences FTS5 makes its index for minutes; tantivy's is the one to be compared with.
        self.searches = documents <= 2000
        if self.searches:
            base.execute("create virtual table words using fts5(text,content='',tokenize='unicode61')")
        for first, name in ((0, "figures"), (documents * 150, "measures")) if self.searches else ():
            rows = base.execute(f"select id,text from {name}").fetchall()
            base.executemany("insert into words(rowid,text) values(?,?)", ((row + first, pairs(text)) for row, text in rows))
        base.execute("commit")
        base.close()

    def asks(self, name):
        return name != "Q7" and (name != "Q8" or self.searches)

    def open(self):
        self.base = sqlite3.connect(self.path)
        self.base.executescript("pragma mmap_size=17179869184; pragma cache_size=-500000;")

    def ask(self, name, *parameters):
        if name != "Q8":
            return self.base.execute(sql[name], parameters).fetchall()
        wanted = f'"{pairs(parameters[0])}" AND "{parameters[1]}"'
        count = self.base.execute("select count(*) from words where words match ?", (wanted,)).fetchone()[0]
        best = self.base.execute("select rowid from words where words match ? order by rank limit 20", (wanted,)).fetchall()
        for row, in best:
            kind, row = ("figures", row) if row < documents * 150 else ("measures", row - documents * 150)
            self.base.execute(f"select text from {kind} where id=?", (row,)).fetchone()
        return [(count,)]


class DuckDB:
    def __init__(self, data, place):
        import duckdb
        self.path = str(place / "duckdb.db")
        # A file that the shell of an older version opens too.
        base = duckdb.connect(self.path, config={"storage_compatibility_version": "v1.4.0"})
        for name in names:
            base.execute(f"create table {name} as select * from read_csv('{data}/{name}.csv', header=true)")
        base.close()

    def asks(self, name):
        return name != "Q7" and (name != "Q8" or documents <= 2000)

    def open(self):
        import duckdb
        self.base = duckdb.connect(self.path, read_only=True, config={"threads": 1})

    def ask(self, name, *parameters):
        if name != "Q8":
            return self.base.execute(sql[name].replace("?", "$"), parameters).fetchall()
        found = self.base.execute(
            """select text,count(*) over () from (select text from figures where contains(text,$1) and contains(text,$2) union all
               select text from measures where contains(text,$1) and contains(text,$2)) limit 20""", parameters).fetchall()
        return [(found[0][1] if found else 0,)]


class Polars:
    def __init__(self, data, place):
        import polars
        self.path = place / "polars"
        self.path.mkdir()
        for name in names:
            polars.read_csv(data / f"{name}.csv").rechunk().write_ipc(self.path / f"{name}.arrow", compression="uncompressed")

    def asks(self, name):
        return name != "Q7" and (name != "Q8" or documents <= 2000)

    def open(self):
        import polars as pl
        self.pl = pl
        t = self.t = {name: pl.read_ipc(self.path / f"{name}.arrow").lazy() for name in names}
        self.place = t["docs"].select(doc="id", place="place", year="year").join(t["places"].select(place="id", pname="name"), on="place")
        self.place = self.place.collect().lazy()

    def ask(self, name, *p):
        pl, t, c = self.pl, self.t, self.pl.col
        if name in ("Q1", "Q2"):
            kept = t["figures"].filter(c("kind") == 0, c("period") == p[0], *([c("sector") == p[1]] if name == "Q2" else []))
            joined = kept.select("id", "indicator", "sector", "doc", "value").join(self.place, on="doc")
            joined = joined.join(t["indicators"].select(indicator="id", iname="name"), on="indicator")
            joined = joined.join(t["sectors"].select(sector="id", sname="name"), on="sector")
            return joined.select("id", "iname", "pname", "sname", "value").collect().rows()
        if name == "Q3":
            kept = t["figures"].filter(c("indicator") == p[0], c("period") == p[1]).select("doc", "kind", "value")
            return kept.join(self.place, on="doc").select("pname", "kind", "value").collect().rows()
        if name == "Q4":
            kept = t["figures"].filter(c("indicator") == p[0]).select("doc", "period", "kind", "value")
            return (kept.join(self.place.filter(c("place") == p[1]), on="doc").select("period", "kind", "value")
                    .sort("period", "kind").collect().rows())
        if name == "Q5":
            kept = t["measures"].select("id", "doc", "text").join(self.place.filter(c("year") == p[1]), on="doc")
            return (kept.join(t["measure_sector"].filter(c("sector") == p[0]), left_on="id", right_on="measure")
                    .select("id", "pname", "text").collect().rows())
        if name == "Q6":
            own = t["measures"].filter(c("id") == p[0]).collect().row(0, named=True)
            one = lambda weight: pl.lit(weight, pl.Int32).alias("w")
            parts = [t["measure_sector"].filter(c("sector").is_in([x for x in (own["sector1"], own["sector2"]) if x >= 0]))
                     .select(id="measure").with_columns(one(1)), t["measures"].filter(c("goal") == own["goal"]).select("id").with_columns(one(3))]
            if own["indicator"] >= 0:
                parts.append(t["measures"].filter(c("indicator") == own["indicator"]).select("id").with_columns(one(2)))
            return (pl.concat(parts).filter(c("id") != p[0]).group_by("id").agg(c("w").sum()).sort(["w", "id"], descending=[True, False])
                    .head(20).collect().rows())
        if name == "Q8":
            both = c("text").str.contains(p[0], literal=True) & c("text").str.contains(p[1], literal=True)
            return [(sum(t[n].filter(both).select("text").collect().height for n in ("figures", "measures")),)]
        kept = t["measure_sector"].join(t["measures"].select("id", "doc"), left_on="measure", right_on="id").join(self.place, on="doc")
        kept = kept.group_by("sector", "year").len().join(t["sectors"].select(sector="id", name="name"), on="sector")
        return kept.select("name", "year", "len").collect().rows()


def edges(data):
    """All edges of the graph as two arrays of node numbers, each pair once."""
    import numpy
    import polars
    first, count = first_numbers()
    t = {name: polars.read_csv(data / f"{name}.csv", columns=columns) for name, columns in {
        "places": ["id", "parent"], "docs": ["id", "place", "year"], "goals": ["id", "doc", "parent"],
        "figures": ["id", "doc", "goal", "indicator", "sector", "period"], "measures": ["id", "doc", "goal", "indicator"],
        "measure_sector": ["measure", "sector"]}.items()}
    found = []

    def add(table, of, column, to, key="id", kept=None, less=0):
        one, other = t[table][key].to_numpy(), t[table][column].to_numpy()
        kept = other >= 0 if kept is None else kept
        found.append((one[kept] + first[of], other[kept] - less + first[to]))

    add("places", "place", "parent", "place")
    add("docs", "doc", "place", "place")
    add("docs", "doc", "year", "year", less=2002)
    add("goals", "goal", "parent", "goal")
    add("goals", "goal", "doc", "doc", kept=t["goals"]["parent"].to_numpy() < 0)
    for column, to, less in (("doc", "doc", 0), ("goal", "goal", 0), ("indicator", "indicator", 0), ("sector", "sector", 0), ("period", "year", 2002)):
        add("figures", "figure", column, to, less=less)
    for column, to in (("doc", "doc"), ("goal", "goal"), ("indicator", "indicator")):
        add("measures", "measure", column, to)
    add("measure_sector", "measure", "sector", "sector", key="measure")
    return numpy.concatenate([one for one, _ in found]), numpy.concatenate([other for _, other in found]), count


class IGraph:
    def __init__(self, data, place):
        import igraph
        import numpy
        one, other, count = edges(data)
        self.graph = igraph.Graph(n=count, edges=numpy.stack([one, other], 1))

    def open(self):
        pass

    def asks(self, name):
        return name == "Q7"

    def ask(self, name, one, other):
        return [(len(self.graph.get_shortest_path(one, other)) - 1,)]


class NetworkX:
    def __init__(self, data, place):
        import networkx
        one, other, count = edges(data)
        self.graph = networkx.Graph()
        self.graph.add_nodes_from(range(count))
        self.graph.add_edges_from(zip(one.tolist(), other.tolist()))

    def open(self):
        pass

    def asks(self, name):
        return name == "Q7"

    def ask(self, name, one, other):
        import networkx
        return [(len(networkx.bidirectional_shortest_path(self.graph, one, other)) - 1,)]


class LadybugDB:
    """As ../shared/graphbench loads and asks it."""

    def __init__(self, data, place):
        here = sys.modules["common"]
        base = linked(data, place)
        sys.modules.pop("common")
        os.environ["GRAPHBENCH"] = str(base)
        sys.path.insert(0, str(shared))
        import common as theirs
        theirs.BASE = str(base)
        # Of another number of documents it would know other places.
        sys.modules.pop("peer_kuzu", None)
        import peer_kuzu
        sys.modules["common"] = here
        self.peer = peer_kuzu.Peer(documents, "ladybug")
        self.peer.load()
        self.path = self.peer.path

    def open(self):
        self.peer.open()

    def asks(self, name):
        return name != "Q8"

    def ask(self, name, *parameters):
        found = getattr(self.peer, name)(*parameters)
        return [(found,)] if name == "Q7" else found


def linked(data, place):
    """The folder in which the scripts of ../shared/graphbench find the tables."""
    base = place / "graphbench"
    (base / "data").mkdir(parents=True, exist_ok=True)
    (base / "db").mkdir(exist_ok=True)
    link = base / "data" / f"d{documents}"
    if not link.exists():
        link.symlink_to(Path(data).resolve())
    return base


class Tantivy:
    def __init__(self, data, place):
        import csv
        import tantivy
        self.path = str(place / "tantivy")
        Path(self.path).mkdir()
        shape = tantivy.SchemaBuilder()
        shape.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="position")
        shape.add_integer_field("id", stored=True)
        index = tantivy.Index(shape.build(), path=self.path)
        writer = index.writer(heap_size=300_000_000, num_threads=1)
        for name in ("figures", "measures"):
            with open(data / f"{name}.csv", encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    writer.add_document(tantivy.Document(id=int(row["id"]), text=pairs(row["text"])))
        writer.commit()
        writer.wait_merging_threads()

    def asks(self, name):
        return name == "Q8"

    def open(self):
        import tantivy
        self.index = tantivy.Index.open(self.path)
        self.searcher = self.index.searcher()

    def ask(self, name, phrase, word):
        import tantivy
        query, must = tantivy.Query, tantivy.Occur.Must
        both = query.boolean_query([(must, query.phrase_query(self.index.schema, "text", pairs(phrase).split())),
                                    (must, query.term_query(self.index.schema, "text", word))])
        found = self.searcher.search(both, limit=20, count=True)
        for _, address in found.hits:
            self.searcher.doc(address)
        return [(found.count,)]


def digest(lines):
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:12]


def line(row):
    return "\t".join(f"{cell:.1f}".removesuffix(".0") if isinstance(cell, float) else str(cell) for cell in row)


def gigabytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES") / 1e9


def main(place):
    data, rare, words = tables(place)
    asked = questions(rare, words)
    lines = place / "questions.tsv"
    lines.write_text("".join("\t".join(map(str, one)) + "\n" for one in asked), encoding="utf-8")
    print(f"Graph of {documents:,} documents. {machine()}\n", flush=True)

    # Loading, in turn where it is quick
    snapshot = str(place / "graph.gangmu")
    turns = 3
    told = {}
    for way, more in (("", ["import"]), (" without its index of texts", ["import-tables"])):
        for _ in range(turns):
            # What was written before is on the disk, so that nobody waits for it while being timed.
            os.sync()
            target = snapshot if not way else str(place / "tables.gangmu")
            one = dict(line.split("\t") for line in subprocess.run(
                [bench, *more, str(data), target], check=True, capture_output=True, text=True).stdout.split("\n") if line)
            if way not in told or float(one["seconds"]) < float(told[way]["seconds"]):
                told[way] = one
    seconds = float(told[""]["seconds"])
    rows = [[f"gangmu{way}", one["seconds"][:5], f"{float(one['seconds']) / seconds:.2f}", one["peak"],
             f"{os.path.getsize(snapshot if not way else place / 'tables.gangmu') / 1e6:.0f}"] for way, one in told.items()]
    (place / "tables.gangmu").unlink()
    kinds = [("SQLite", SQLite), ("DuckDB", DuckDB), ("polars", Polars), ("tantivy", Tantivy), ("igraph", IGraph), ("NetworkX", NetworkX)]
    if (shared / "peer_kuzu.py").exists():
        kinds.append(("LadybugDB", LadybugDB))
    notes = {"SQLite": ", with FTS5" if documents <= 2000 else "", "tantivy": ", texts alone", "igraph": ", edges, in memory",
             "NetworkX": ", edges, in memory"}
    peers = {}
    for name, kind in kinds:
        if name == "NetworkX" and gigabytes() < 1.2 * documents / 1000:
            print(f"{name} is left out: {gigabytes():.0f} GB are free, and its graph takes more.\n")
            continue
        took = []
        try:
            for turn in range(turns if name == "DuckDB" else 1):
                if turn:
                    Path(peers[name].path).unlink()
                os.sync()
                start = time.perf_counter()
                peers[name] = peer = kind(data, place)
                took.append(time.perf_counter() - start)
        except Exception as problem:
            print(f"{name} is left out: {type(problem).__name__}: {str(problem)[:120]}\n")
            peers.pop(name, None)
            continue
        path = Path(getattr(peer, "path", place / "none"))
        size = sum(f.stat().st_size for f in path.rglob("*")) if path.is_dir() else path.stat().st_size if path.exists() else 0
        rows.append([name + notes.get(name, ""), f"{min(took):.2f}", f"{min(took) / seconds:.2f}", "", f"{size / 1e6:.0f}" if size else ""])
    print(f"Loading from CSV (LadybugDB: Parquet) into a file of its own; the least of {turns} for gangmu and DuckDB\n")
    table(["program", "s", "against gangmu", "peak MB", "file MB"], rows)
    nodes, texts = int(told[""]["nodes"]), sum(os.path.getsize(data / f"{n}.csv") for n in ("figures", "measures"))
    print(f"{nodes:,} nodes; the file has {os.path.getsize(snapshot) / nodes:.0f} bytes a node, texts and their index among them; "
          f"the CSV of figures and measures has {texts / 1e6:.0f} MB.")
    print(sizes(snapshot, nodes) + "\n", flush=True)

    # Asking
    answers = {}
    for part in subprocess.run([bench, "answer", snapshot, str(lines)], check=True, capture_output=True, text=True).stdout.split("= ")[1:]:
        head, _, body = part.partition("\n")
        answers[tuple(head.split("\t"))] = body.rstrip("\n").split("\n") if body else []
    took = {"gangmu": {}, "rows": {}}
    counts = {}
    for one in subprocess.run([bench, "ask", snapshot, str(lines)], check=True, capture_output=True, text=True).stdout.splitlines():
        name, spent, found, way = one.split("\t")
        took["gangmu" if way == "text" else "rows"].setdefault(name, []).append(float(spent))
        counts.setdefault(name, []).append(int(found))
    same = {name: {} for name in peers}
    for name, peer in peers.items():
        peer.open()
        took[name] = {}
        for question in titles:
            if not peer.asks(question):
                continue
            try:
                ask_all(peer, question, [one for one in asked if one[0] == question], answers, took[name], same[name])
            except Exception as problem:
                took[name].pop(question, None)
                print(f"{name} has no answer to {question}: {type(problem).__name__}: {str(problem)[:120]}\n")
    rows = []
    for name, title in titles.items():
        own = took["gangmu"][name]
        best = min((p for p in peers if name in took[p]), key=lambda p: median(took[p][name]))
        agree = [all(same[p][name]) for p in peers if name in same[p]]
        rows.append([name, title, f"{median(counts[name]):.0f}", f"{median(own) * 1e3:.3f}", f"{min(own) * 1e3:.3f}",
                     f"{median(took[best][name]) * 1e3:.3f}", f"{min(took[best][name]) * 1e3:.3f}", best,
                     f"{median(took[best][name]) / median(own):.1f}", f"{sum(agree)} of {len(agree)}"])
    print("Asking, within the process, milliseconds; gangmu's answer is text, the peers' are rows of Python\n")
    table(["", "question", "rows", "median", "least", "best peer", "least", "which", "ratio", "same answers"], rows)
    others = [name for name in peers if took[name]]
    print("All peers, medians in milliseconds\n")
    table(["", *others], [[name, *(f"{median(took[p][name]) * 1e3:.3f}" if name in took[p] else "" for p in others)] for name in titles])
    completing(snapshot)
    floor(data, place, took)
    start_to_answer(data, place, snapshot, peers, rare[0], words[20])


def ask_all(peer, question, asked, answers, took, same):
    """All questions of a kind one after the other; once more where that was quick, so that the second time counts."""
    for turn in range(2):
        spent, begun = [], time.perf_counter()
        for one in asked:
            start = time.perf_counter()
            rows = peer.ask(*one)
            spent.append(time.perf_counter() - start)
            if turn == 0:
                own = answers[tuple(map(str, one))]
                own = own[:1] if question == "Q8" else own
                same.setdefault(question, []).append(digest(map(line, rows)) == digest(own))
            if time.perf_counter() - begun > patience and len(spent) >= 3:
                break
        took[question] = spent
        if time.perf_counter() - begun > patience / 2:
            break


def completing(snapshot):
    """What Tab costs the first time, in a new process each."""
    rows = []
    for typed in ("targets ", "targets 2013 ", "figures place:", "measures sector:", "targets 2013 sector:s5 indicator:"):
        told = [[line.split("\t") for line in subprocess.run(
            [bench, "complete", snapshot, typed], check=True, capture_output=True, text=True).stdout.splitlines()] for _ in range(5)]
        first, again = ([float(one[at][0]) * 1e3 for one in told] for at in (0, 1))
        rows.append([typed.strip(), told[0][0][1], f"{median(first):.1f}", f"{min(first):.1f}", f"{median(again):.2f}"])
    print("What could be typed next, with its counts, milliseconds; the first time in a new process, and again\n")
    table(["typed", "offered", "first, median", "least", "again"], rows)


def floor(data, place, took):
    """The hand-made lower bound of ../shared/graphbench, in C, with the same parameters."""
    if not (shared / "floor.c").exists() or not shutil.which("gcc"):
        print("The floor in C is left out: it needs ../shared/graphbench and gcc.\n")
        return
    base = linked(data, place)
    environment = {**os.environ, "GRAPHBENCH": str(base)}
    subprocess.run([sys.executable, str(shared / "snap.py"), str(documents)], check=True, env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["gcc", "-O3", "-march=native", "-w", str(shared / "floor.c"), "-o", str(base / "floor")], check=True)
    told = subprocess.run([str(base / "floor"), str(base / "db" / f"snap_{documents}.bin")], check=True, capture_output=True, text=True).stdout
    (base / "db" / f"snap_{documents}.bin").unlink()
    import json
    of = {one["q"]: one for one in map(json.loads, told.splitlines())}
    of["Q6"] = of["Q6pruned"]
    rows = []
    for name in titles:
        own, text = median(took["rows"][name]) * 1e3, median(took["gangmu"][name]) * 1e3
        written = of.get(name + "tsv")
        rows.append([name, f"{own:.4f}", f"{of[name]['med']:.4f}", f"{own / of[name]['med']:.1f}", f"{text:.4f}",
                     f"{written['med']:.4f}" if written else "", f"{text / written['med']:.1f}" if written else ""])
    print("Beside the floor in C, medians in milliseconds: rows of numbers, and where the floor writes it, text\n")
    table(["", "gangmu, rows", "C, rows", "gangmu : C", "gangmu, text", "C, text", "gangmu : C"], rows)


def sizes(snapshot, nodes):
    """Bytes a node and an edge, of the columns of the snapshot. An edge is a value of a column that names another node."""
    to_one = (".document", ".goal", ".sentence", ".place", ".sector", ".period", ".indicator", ".parent", ".year")
    kinds = dict.fromkeys(["text", "index", "lists", "both", "plain"], 0)
    edges = 0
    for one in subprocess.run([bench, "sections", snapshot, "-"], check=True, capture_output=True, text=True).stdout.splitlines():
        name, size, stride = one.split("\t")
        size, part = int(size), name.split(".", 1)[-1]
        if name in ("text", "strings", "strings.offsets") or name.startswith("sentences"):
            kind = "text"
        elif name.startswith("index"):
            kind = "index"
        elif part.startswith("by"):
            kind = "both"
        elif part.startswith("of") or "children" in part or part.startswith(("years", "spans")):
            kind = "lists"
        elif name.endswith(to_one) and not name.startswith("files") or ".moreSectors.sectors" in name:
            kind = "lists"
            edges += size // int(stride)
        else:
            kind = "plain"
        kinds[kind] += size
    return (f"{kinds['plain'] / nodes:.0f} bytes a node for what it holds itself; {edges:,} edges at {kinds['lists'] / edges:.1f} bytes, "
            f"both ways; lists by two codes {kinds['both'] / nodes:.0f}, texts {kinds['text'] / nodes:.0f}, their index "
            f"{kinds['index'] / nodes:.0f} bytes a node.")


def start_to_answer(data, place, snapshot, peers, phrase, word):
    """Process start to printed answer, of each question that the shells can be asked."""
    import csv
    indicators = [row[1] for row in csv.reader(open(data / "indicators.csv", encoding="utf-8"))][1:]
    places = [row[1] for row in csv.reader(open(data / "places.csv", encoding="utf-8"))][1:]
    # As it lies after an installation: a copy, not what the linker left behind.
    program = str(place / "gangmu")
    shutil.copy(gangmu, program)

    def sql_of(name, *parameters):
        text = sql[name]
        for at, value in enumerate(parameters):
            text = text.replace(f"?{at + 1}", str(value))
        return text

    row = "select id indicator place sector value"
    asked = {
        "Q1": (f"targets 2013 | {row}", sql_of("Q1", 2013)), "Q2": (f"targets 2013 sector:s5 | {row}", sql_of("Q2", 2013, 5)),
        "Q3": (f"figures indicator:{indicators[3]} 2013 | select place kind value", sql_of("Q3", 3, 2013)),
        "Q4": (f"figures indicator:{indicators[3]} place:{places[0]} | select period kind value | sort period", sql_of("Q4", 3, 0)),
        "Q5": ("measures 2013 sector:s5 | select id place text", sql_of("Q5", 5, 2013)),
        "Q6": (f"related m{documents * 100 + 1} | take 20", sql_of("Q6", documents * 100)),
        "Q7": (f"path m{documents * 100 + 1} m{documents * 200 + 1}", None),
        "Q8": (f"find \"{phrase}\" \"{word}\" | take 20", None),
        "Q9": ("count measures by sector year", sql_of("Q9")),
    }
    # The twenty best of FTS5; DuckDB reads through the texts.
    wanted = f'"{pairs(phrase)}" AND "{word}"'
    figures = documents * 150
    searches = {
        "sqlite3": f"with b as (select rowid r, rank from words where words match '{wanted}' order by rank limit 20) "
                   f"select r, coalesce(f.text,m.text) from b left join figures f on r<{figures} and f.id=r "
                   f"left join measures m on r>={figures} and m.id=r-{figures} order by b.rank",
        "duckdb": " union all ".join(f"select id,text from {name} where contains(text,'{phrase}') and contains(text,'{word}')"
                                     for name in ("figures", "measures")) + " limit 20",
    }
    environment = {"LANG": "C.UTF-8"}
    duckdb = Path(sys.executable).parent / "duckdb"
    rows = []
    for name, (own, theirs) in asked.items():
        commands = {"gangmu": [program, "query", own + " | as tsv", snapshot]}
        of = {shell: searches[shell] if name == "Q8" else theirs for shell in searches}
        if name == "Q8" and "SQLite" in peers and not peers["SQLite"].searches:
            of["sqlite3"] = None
        if of["sqlite3"] and shutil.which("sqlite3") and "SQLite" in peers:
            commands["sqlite3"] = ["sqlite3", "-tabs", peers["SQLite"].path, of["sqlite3"]]
        if of["duckdb"] and duckdb.exists() and "DuckDB" in peers:
            commands["duckdb"] = [str(duckdb), "-readonly", "-list", "-separator", "\t", peers["DuckDB"].path, of["duckdb"]]
        for command, words in list(commands.items()):
            tried = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **environment})
            if tried.returncode != 0:
                print(f"{command} is left out of {name}: {tried.stderr.strip()[:160]}\n")
                del commands[command]
        times = {command: [] for command in commands}
        begun = time.perf_counter()
        for turn in range(21):
            for command, words in commands.items():
                spent = run(words, environment)[0]
                if turn:
                    times[command].append(spent)
            if turn > 0 and time.perf_counter() - begun > 2 * patience:
                break
        for command, spent in times.items():
            rows.append([name, titles[name], command, f"{median(spent) * 1e3:.1f}", f"{min(spent) * 1e3:.1f}",
                         f"{median(spent) / median(times['gangmu']):.2f}"])
    print("From the typed line to the printed table, the whole process, milliseconds, up to 20 rounds in turn; Q4 is one indicator of one "
          "place, Q2 a sector's targets of a year. Q6 is the shell's `related`, which compares words too, where SQL adds up what is shared; Q7 "
          "is the shell's `path`, for which the peers are not asked; Q8 in duckdb reads through all texts\n")
    table(["", "question", "program", "median", "least", "against gangmu"], rows)


for documents in sizes_wanted:
    with folder() as place:
        main(Path(place))
