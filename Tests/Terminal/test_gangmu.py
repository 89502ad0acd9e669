"""The real program on a pseudo-terminal: `gangmu shell` over a document of its own."""
import re
import unittest

from wcwidth import wcswidth

from terminal import BACKSPACE, CTRL, ENTER, GANGMU, LEFT, PROMPT, RIGHT, TAB, UP, Home, Terminal, flags

DOCUMENT = """# 星河县2026年工作安排

## 一、2026年主要预期目标

地区生产总值增长6.5%以上，城镇新增就业1200人以上，城镇调查失业率控制在5.5%左右。

## 二、重点工作

（一）推进生态环境保护。新建污水处理厂3座，治理河道20公里。
"""


class Gangmu(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        (self.home.documents / "星河县.md").write_text(DOCUMENT)

    def open(self, *arguments, **options):
        terminal = Terminal(self.home, *arguments, command=[*GANGMU, str(self.home.documents)], **options)
        self.addCleanup(terminal.close)
        return terminal

    def ask(self, terminal, line):
        """Types a line, sends it and gives the rows of its answer."""
        terminal.send(CTRL["L"])
        terminal.wait(lambda t: t.row(0) == PROMPT.rstrip() and t.cursor == (6, 0), "a clear screen")
        terminal.send(line)
        terminal.line(line)
        terminal.send(ENTER)
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and t.cursor[1] > 0, "the next prompt")
        return terminal.text().split("\n")[1:-1]

    def test_a_first_visit(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.assertIn("1 document", t.text())
        table = self.ask(t, "targets 2026")
        self.assertTrue(any("地区生产总值" in row and "≥6.5%" in row for row in table), table)
        card = self.ask(t, "open 1")
        self.assertTrue(any("星河县" in row for row in card), card)
        self.ask(t, "back")
        t.send("exit" + ENTER)
        self.assertEqual(t.end(), 0)
        self.assertEqual(flags(t.slave), (True, True))

    def test_chinese_is_edited_answered_and_recalled(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("目标标 2026")
        t.line("目标标 2026", 17)
        t.send(LEFT * 5 + BACKSPACE)
        t.line("目标 2026", 10)
        t.send(ENTER)
        t.shows("城镇新增就业")
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        t.send(CTRL["D"])
        self.assertEqual(t.end(), 0)
        t = self.open(environment={"NO_COLOR": "1"})
        t.send(UP)
        t.line("目标 2026", 15)
        t.send(CTRL["U"] + CTRL["R"] + "标 20")
        t.shows("search `标 20`: 目标 2026")
        t.send(CTRL["C"])
        t.line("", 6)

    def test_tab_completes_what_the_graph_holds(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("targ" + TAB + "2026 indicator:城镇新" + TAB)
        t.line("targets 2026 indicator:城镇新增就业")
        t.send(CTRL["U"] + "targets 2026 sector:e" + TAB)
        t.wait(lambda t: len(t.text().split("\n")) > 3 and "employment" in t.text(), "the sectors that are there")
        self.assertNotIn("energy", t.text())
        t.send(CTRL["C"])
        t.line("", 6)
        self.assertNotIn("employment", t.text().split(PROMPT)[-1])

    def test_a_hint_comes_from_the_history(self):
        t = self.open()
        self.ask(t, "targets 2026")
        t.send("targets 2")
        t.line("targets 2026", 15)
        t.send(RIGHT)
        t.line("targets 2026", 18)

    def test_a_mistake_keeps_the_shell(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.assertTrue(any("^^^" in row for row in self.ask(t, "zzq 2026")))
        self.assertTrue(any("地区生产总值" in row for row in self.ask(t, "targets 2026")))

    def test_tables_fit_the_width_they_are_printed_at(self):
        t = self.open(80, 24, environment={"NO_COLOR": "1"})
        for columns in 60, 40, 80:
            t.resize(columns)
            t.settle(0.1)
            t.raw = b""
            self.ask(t, "targets 2026")
            written = t.raw.decode().split(PROMPT + "targets 2026")[-1].split("\x1b[?2004h")[0]
            rows = [wcswidth(row) for row in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", written).split("\n")]
            self.assertGreater(max(rows), columns // 2)
            self.assertLessEqual(max(rows), columns, written)

    def test_colours(self):
        plain, coloured = self.open(environment={"NO_COLOR": "1"}), self.open()
        for t in plain, coloured:
            t.raw = b""
            self.ask(t, "targets 2026")
        self.assertNotRegex(plain.raw, rb"\x1b\[[0-9;]*m")
        self.assertIn(b"\x1b[0;36mtargets", coloured.raw)


if __name__ == "__main__":
    unittest.main()
