"""What the program promises whatever is asked: sources, plain pipes, exit codes, scripts, a history that is not lost."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from terminal import CTRL, ENTER, GANGMU, PROMPT, ROOT, Home, Terminal

PROGRAM = GANGMU[0]
DOCUMENTS = ROOT / "Data/documents"
CORPUS = ROOT.parent / "shared/corpus"


class Program(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def run_program(self, *words, input="", check=None, **environment):
        run = subprocess.run([PROGRAM, *map(str, words)], input=input.encode(), capture_output=True, cwd=ROOT,
                             env={"PATH": os.environ["PATH"], "HOME": str(self.home.path), "LANG": "C", "TERM": "xterm-256color",
                                  **environment})
        if check is not None:
            self.assertEqual(run.returncode, check, run.stderr.decode())
        return run


class Sources(Program):
    """Every row has its source one step away, and its words stand there."""

    def check(self, documents, files=None):
        texts, rows = {}, 0
        if files is not None:
            # A program without optimisation reads some, the others all.
            some = self.home.path / "some"
            some.mkdir()
            for file in files[::16] if "debug" in PROGRAM else files:
                (some / file.name).symlink_to(file)
            documents = some
        for noun in "figures", "measures", "problems":
            answer = self.run_program("query", noun + " | select id document line text sentence | as ndjson", documents, check=0)
            for line in answer.stdout.decode().splitlines():
                row = json.loads(line)
                if row["document"] not in texts:
                    path = next(p for p in pathlib.Path(documents).iterdir() if p.stem == row["document"])
                    text = path.read_text(encoding="utf-8-sig")
                    texts[row["document"]] = text, text.split("\n")
                text, lines = texts[row["document"]]
                # A statement may run over several lines of the file, and its sentence begin before them.
                self.assertTrue(row["text"] and row["text"].split("\n")[0] in lines[row["line"] - 1], row)
                self.assertTrue(row["text"] in text and row["sentence"] and row["sentence"] in text, row)
                self.assertTrue(row["text"].rstrip("\t") in row["sentence"], row)
                rows += 1
        return rows

    def test_of_our_documents(self):
        self.assertGreater(self.check(DOCUMENTS), 700)

    @unittest.skipUnless(CORPUS.is_dir(), "no ../shared/corpus")
    def test_of_the_corpus(self):
        self.assertGreater(self.check(CORPUS, sorted(CORPUS.iterdir())), 1000)

    def test_the_mark_is_the_statement(self):
        rows = self.run_program("query", "targets 2026 | take 60 | select id text | as ndjson", DOCUMENTS, check=0).stdout.decode()
        rows = [json.loads(line) for line in rows.splitlines()]
        lines = "\n".join(f"source {row['id']} | as json" for row in rows)
        cards = self.run_program("shell", DOCUMENTS, input=lines, check=0).stdout.decode().splitlines()
        cards = [json.loads(card) for card in cards if card]
        self.assertEqual(len(cards), len(rows))
        for row, card in zip(rows, cards):
            source = card["source"]
            marked = source["sentence"].encode()[source["start"]:source["end"]].decode()
            self.assertEqual(marked, row["text"])


class Pipes(Program):
    LINES = ["targets 2026", "open f7", "sectors", "help", "trend 地区生产总值", "brief 2026", "check 2025", "targets | as tree", "history"]

    def test_nothing_but_text(self):
        for line in self.LINES:
            run = self.run_program("query", line, DOCUMENTS, check=0, GANGMU_PAGER="false", COLUMNS="20")
            self.assertNotIn(b"\x1b", run.stdout + run.stderr, line)
            self.assertNotIn(PROMPT.strip(), run.stdout.decode(), line)
        self.assertGreater(max(len(row) for row in self.run_program("query", "targets 2026 | wide", DOCUMENTS).stdout.decode().split("\n")), 200)

    def test_mistakes_go_to_standard_error(self):
        run = self.run_program("query", "targts", DOCUMENTS, check=2)
        self.assertEqual(run.stdout, b"")
        self.assertIn("targts", run.stderr.decode())

    def test_the_codes(self):
        self.run_program("query", "targets 1950", DOCUMENTS, check=0)
        self.run_program("query", "--fail-empty", "targets 1950", DOCUMENTS, check=1)
        self.run_program("query", "targets |", DOCUMENTS, check=2)
        self.run_program("query", "open f99999", DOCUMENTS, check=3)
        self.run_program("query", "targets", "/nowhere", check=3)
        script = "sectors | count\ntargts\nplaces | count\n"
        stopped = self.run_program("shell", DOCUMENTS, input=script, check=2).stdout.decode()
        went_on = self.run_program("shell", "--keep-going", DOCUMENTS, input=script, check=2).stdout.decode()
        self.assertEqual((stopped.count("count"), went_on.count("count")), (1, 2))

    def test_a_reader_that_goes_away_is_no_failure(self):
        for line in "targets", "figures | as csv", "help":
            run = subprocess.run(["bash", "-c", f'"$0" query "{line}" "$1" | head -1; exit ${{PIPESTATUS[0]}}', PROGRAM, str(DOCUMENTS)],
                                 capture_output=True, env={"PATH": os.environ["PATH"], "HOME": str(self.home.path)})
            self.assertEqual((run.returncode, run.stderr), (0, b""), line)

    def test_output_that_cannot_be_written_is_told(self):
        for words, typed in (["query", "targets"], ""), (["shell"], "targets\n"), (["run", "place-year", "某镇"], ""):
            words = words + ([] if words[0] == "run" else [str(DOCUMENTS)])
            with open("/dev/full", "wb") as full:
                run = subprocess.run([PROGRAM, *words], input=typed.encode(), stdout=full, stderr=subprocess.PIPE, cwd=ROOT,
                                     env={"PATH": os.environ["PATH"], "HOME": str(self.home.path), "LANG": "C"})
            self.assertEqual((run.returncode, run.stderr.decode()), (3, "gangmu: cannot write: No space left on device\n"), words)

    def test_a_mistake_for_programs(self):
        typed = "目标 2026 领城:生态"
        run = self.run_program("query", "--json-errors", typed, DOCUMENTS, check=2)
        told = json.loads(run.stderr)
        self.assertEqual(typed[told["start"]:told["end"]] if typed.isascii() else told["code"], "unknownKey")
        self.assertIn("目标 2026 领域:生态", told["suggestions"])


class Scripts(Program):
    def test_run_twice_they_say_the_same(self):
        for script in sorted((ROOT / "Scripts/queries").glob("*.gm")):
            words = ["run", script.stem] + [f"{name}={value}" for name, value in [("place", "某镇"), ("sector", "employment")]
                                            if f"param {name}" in script.read_text()]
            one, two = self.run_program(*words), self.run_program(*words)
            self.assertEqual((one.returncode, one.stdout), (0, two.stdout), script.name + one.stderr.decode())
            self.assertTrue(one.stdout, script.name)

    def test_a_wrong_value_stops_before_anything_runs(self):
        for words in ["place-year"], ["place-year", "某镇", "year=soon"], ["place-year", "某镇", "colour=red"]:
            run = self.run_program("run", *words, check=2)
            self.assertEqual(run.stdout, b"")
            self.assertRegex(run.stderr.decode(), r"place-year\.gm:\d+:\d+: ")


class Remembering(Program):
    def test_lines_of_scripts_and_pipes_are_not_recorded(self):
        self.run_program("shell", DOCUMENTS, input="sectors\n", check=0)
        self.run_program("query", "sectors", DOCUMENTS, check=0)
        self.run_program("run", "place-year", "某镇", check=0)
        self.assertFalse(self.home.history.exists())

    @unittest.skipUnless(sys.platform == "linux" and os.geteuid() == 0 and shutil.which("unshare") and subprocess.run(
        ["unshare", "-m", "true"], capture_output=True).returncode == 0, "needs a mount namespace of its own")
    def test_a_full_disk_loses_nothing_that_was_there(self):
        folder = self.home.history.parent
        folder.mkdir(parents=True)
        kept = self.home.path / "kept"
        fill = (f'mount -t tmpfs -o size=16k none {folder} && printf "2026-01-01T00:00:00Z\\t指标\\n" > {self.home.history}; '
                f'dd if=/dev/zero of={folder}/filler bs=1k 2>/dev/null; "$@"; cp {self.home.history} {kept}')
        t = Terminal(self.home, environment={"NO_COLOR": "1"}, wait=False,
                     command=[shutil.which("unshare"), "-m", "sh", "-c", fill, "sh", *GANGMU, str(DOCUMENTS)])
        self.addCleanup(t.close)
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the first prompt")
        for line in ["sectors | count | " + "where count>0 | " * 60 + "take 1", "places | count"] * 4:
            t.send(line + ENTER)
            t.settle(0.3)
        t.send(CTRL["U"] + "exit" + ENTER)
        t.end()
        lines = kept.read_text(errors="replace").split("\n")
        self.assertEqual(lines[0], "2026-01-01T00:00:00Z\t指标")


class Hints(Program):
    def test_they_can_be_switched_off(self):
        t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)])
        self.addCleanup(t.close)
        t.send("tar")
        t.line("targets", 9)
        t.send(CTRL["U"] + "set hints off" + ENTER)
        t.shows("hints is off")
        t.send("tar")
        t.line("tar", 9)
        t.settle(0.2)
        t.line("tar", 9)
        t.send(CTRL["U"] + "exit" + ENTER)
        t.end()
        # Without colours a hint could not be told from what was typed.
        t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)], environment={"NO_COLOR": "1"})
        self.addCleanup(t.close)
        t.send("tar")
        t.settle(0.2)
        t.line("tar", 9)


class Starting(Program):
    def test_without_colours_only_editing_sends_escapes(self):
        for environment, words in ({"NO_COLOR": "1"}, []), ({}, ["--color", "never"]):
            t = Terminal(self.home, environment=environment, command=[*GANGMU, *words, str(DOCUMENTS)])
            t.send("targets 2026 | take 2" + ENTER)
            t.shows("地区生产总值")
            t.settle(0.2)
            answer = t.raw[t.raw.rindex(b"\xe5\x9c\xb0\xe5\x8c\xba\xe7\x94\x9f\xe4\xba\xa7") - 200:]
            self.assertNotIn(b"\x1b[1m", answer)
            self.assertNotIn(b"\x1b[3", answer.replace(b"\x1b[3J", b""))
            t.send("exit" + ENTER)
            t.end()
            t.close()

    def test_a_terminal_that_answers_nothing_is_asked_nothing(self):
        t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)])
        self.addCleanup(t.close)
        t.send("targets 2026 | take 2" + ENTER)
        t.shows("地区生产总值")
        t.settle(0.2)
        # Device attributes, cursor position, colours, key modes, settings.
        self.assertNotRegex(t.raw, rb"\x1b\[[0-9;?>=]*[cnu]|\x1b\[\?[0-9;]*\$p|\x1b\][0-9;]*;\?|\x1bP|\x05")

    def test_a_dumb_terminal_gets_text_alone(self):
        t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)], environment={"TERM": "dumb"})
        self.addCleanup(t.close)
        for line in "targets 2026 | take 2", "open 1", "trend gdp", "targts":
            t.send(line + "\n")
            t.settle(0.3)
        t.shows("try: targets")
        t.send("exit\n")
        self.assertEqual(t.end(), 0)
        self.assertNotIn(b"\x1b", t.raw)

    def test_a_script_that_fails_at_the_start_is_named_and_blocks_nothing(self):
        folder = self.home.path / ".config/gangmu"
        folder.mkdir(parents=True)
        for script, told in ("set nonsense on\n", "init.gm:1:5"), ("targets |", "init.gm:1:"), ("open f99999\nset prompt \"> \"\n", "init.gm:1:6"), (b"\xff\xfe\n", "init.gm:1"):
            (folder / "init.gm").write_bytes(script if isinstance(script, bytes) else script.encode())
            t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)], environment={"NO_COLOR": "1"}, wait=False)
            t.wait(lambda t: t.row() in (PROMPT.rstrip(), ">"), "the prompt")
            self.assertIn(told, t.text())
            t.send("places | count" + ENTER)
            t.shows("count")
            t.close()
        shutil.rmtree(folder)
        (folder / "init.gm").mkdir(parents=True)
        t = Terminal(self.home, command=[*GANGMU, str(DOCUMENTS)])
        self.addCleanup(t.close)


if __name__ == "__main__":
    unittest.main()
