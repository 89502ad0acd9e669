"""What people run into who try the program out: colours that stay, tables that are cut, numbers of rows that were never shown."""
import signal
import subprocess
import unittest

from terminal import CTRL, ENTER, GANGMU, PROMPT, ROOT, Home, Terminal

DOCUMENTS = str(ROOT / "Data/documents")


class Slips(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def open(self, *words, **more):
        terminal = Terminal(self.home, command=[*GANGMU, *words, DOCUMENTS], **more)
        self.addCleanup(terminal.close)
        return terminal

    def answer(self, terminal, line):
        """What stands under the line once the next prompt is there."""
        terminal.send(CTRL["L"])
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and t.screen.cursor.y == 0, "an empty screen")
        terminal.send(line + ENTER)
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and t.screen.cursor.y > 0, f"an answer to {line}")
        return terminal.text()

    def colours(self, terminal):
        """Of the prompt and the line that is typed."""
        row = terminal.screen.buffer[terminal.screen.cursor.y]
        return {row[column].fg for column in range(terminal.screen.cursor.x)} - {"default"}

    def test_a_line_without_colours(self):
        t = self.open("--color", "never")
        t.send("targets 2026")
        t.line("targets 2026")
        self.assertEqual(self.colours(t), set())
        t.send(CTRL["U"] + "set color always" + ENTER)
        t.shows("color is always")
        t.send("targets 2026")
        t.wait(lambda t: self.colours(t), "colours")
        t.send(CTRL["U"] + "set color never" + ENTER)
        t.shows("color is never")
        t.send("targets 2026")
        t.line("targets 2026")
        self.assertEqual(self.colours(t), set())

    def test_history_shows_the_lines_at_any_width(self):
        for columns in 40, 60, 80:
            t = self.open(columns=columns, environment={"NO_COLOR": "1"})
            self.answer(t, "targets 2026 place:北京 | count")
            answer = self.answer(t, "history").split("history", 1)[1]
            self.assertIn("place:北京", answer)
            self.assertIn("count", answer)
            t.send("exit" + ENTER)
            t.end()

    def test_a_table_wider_than_the_terminal_is_not_folded(self):
        pager = self.home.path / "pager"
        pager.write_text("#!/bin/sh\necho paged\nhead -c 9\n")
        pager.chmod(0o755)
        t = self.open(columns=80, environment={"GANGMU_PAGER": str(pager), "NO_COLOR": "1"})
        t.send("targets 2026 gdp | take 2 | wide" + ENTER)
        t.shows("paged")
        self.assertNotIn("paged", self.answer(t, "targets 2026 gdp | take 2"))

    def test_a_file_that_cannot_be_written_leaves_the_numbers(self):
        t = self.open(columns=80, environment={"NO_COLOR": "1"})
        self.answer(t, "targets 2026 place:北京 | take 2")
        self.assertIn("cannot be written", self.answer(t, "targets 2026 | as csv /no/such/folder/x.csv"))
        self.assertIn("from 1 to 2", self.answer(t, "open 3"))
        self.assertNotIn("/no/such", self.answer(t, "trail").split("trail", 1)[1])

    def test_headings_are_folded_as_cells_are(self):
        t = self.open(columns=60, rows=50, environment={"NO_COLOR": "1"})
        answer = self.answer(t, "compare 2026 | take 3")
        self.assertNotIn("…", answer.split("not shown")[0])
        self.assertIn("总值", answer)

    def test_a_script_is_completed_with_a_space_behind_it(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("run place-y\t")
        t.line("run place-year ", len(PROMPT) + 2 + len("run place-year "))

    def test_a_chinese_line_goes_on_in_chinese(self):
        t = self.open(environment={"NO_COLOR": "1"}, rows=50)
        t.send("目标 2026 | \t")
        t.shows("其中")
        self.assertNotIn("\nwhere ", t.text())

    def test_ctrl_c_ends_a_script_with_130(self):
        script = self.home.path / "long.gm"
        script.write_text("check | totals by place\n" * 20_000)
        run = subprocess.Popen([GANGMU[0], "run", str(script), "--on", DOCUMENTS], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env={"HOME": str(self.home.path), "PATH": "/usr/bin:/bin", "LANG": "C"})
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        output, problem = run.communicate(timeout=60)
        self.assertEqual(run.returncode, 130)
        self.assertIn("interrupted", problem.decode())
        self.assertLess(output.count(b"place"), 20_000)


if __name__ == "__main__":
    unittest.main()
