"""The real program at a prompt: the tutorial, settings, the script that is run at the start, and the history as a table."""
import unittest

from terminal import CTRL, ENTER, GANGMU, PROMPT, ROOT, Home, Terminal

STEPS = [
    "targets 2026", "targets 2026 sector:employment", "targets 2026 固定资产投资", "1", "source", "back",
    "targets 2026 城镇新增就业 | sort value desc | take 5", "targets 2026 | count by sector", "last | as csv", "help sort",
]


class Learning(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def open(self, environment=None, **more):
        terminal = Terminal(self.home, columns=100, rows=50, command=GANGMU + [str(ROOT / "Data/documents")],
                            environment={"NO_COLOR": "1", **(environment or {})}, **more)
        self.addCleanup(terminal.close)
        return terminal

    def answer(self, terminal, line):
        """What stands under the line once the next prompt is there."""
        terminal.send(CTRL["L"])
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and t.screen.cursor.y == 0, "an empty screen")
        terminal.send(line + ENTER)
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and t.screen.cursor.y > 0, f"an answer to {line}")
        return terminal.text()

    def test_the_tutorial_from_end_to_end(self):
        t = self.open()
        self.assertIn("Step 1 of 10", self.answer(t, "tutorial"))
        self.assertIn("Step 1 is still to do", self.answer(t, "sectors | take 1"))
        self.assertNotIn("still to do", self.answer(t, "places | take 1"))
        for number, line in enumerate(STEPS[:4], 1):
            self.assertIn(f"✓ Step {number} done", self.answer(t, line))
        self.assertIn("left", self.answer(t, "tutorial stop"))
        self.assertNotIn("Step", self.answer(t, "sectors | take 1"))
        t.send("exit" + ENTER)
        t.end()
        t = self.open()
        self.answer(t, "open f1")
        self.assertIn("Step 5 of 10", self.answer(t, "tutorial"))
        for number, line in enumerate(STEPS[4:], 5):
            self.assertIn(f"✓ Step {number} done", self.answer(t, line))
        self.assertIn("That was the last step", t.text())
        self.assertNotIn("Step", self.answer(t, "sectors | take 1"))

    def test_the_tutorial_in_chinese(self):
        t = self.open(environment={"LANG": "zh_CN.UTF-8"})
        self.assertIn("第1步，共10步", self.answer(t, "教程"))
        self.assertIn("✓ 第1步完成", self.answer(t, "目标 2026"))
        self.assertIn("第4步", self.answer(t, "教程 4"))
        self.assertIn("已离开教程", self.answer(t, "教程 停止"))

    def test_the_script_at_the_start(self):
        folder = self.home.path / ".config/gangmu"
        folder.mkdir(parents=True)
        (folder / "init.gm").write_text("# my own\nset prompt \"政策> \"\nalias jobs = targets sector:employment\nnonsense\nset timing on\n")
        t = self.open(wait=False)
        t.wait(lambda t: t.row() == "政策>", "the prompt of the script")
        t.shows("init.gm:4:1")
        t.send("jobs | count" + ENTER)
        t.wait(lambda t: t.row() == "政策>" and " ms" in t.text(), "an answer with its time")
        t.send("exit" + ENTER)
        t.end()
        t = Terminal(self.home, command=GANGMU + ["--no-init", str(ROOT / "Data/documents")], environment={"NO_COLOR": "1"})
        self.addCleanup(t.close)
        self.assertNotIn("init.gm", t.text())

    def test_settings_take_effect_at_once(self):
        t = self.open()
        self.assertIn("语言已设为zh", self.answer(t, "set lang zh"))
        self.assertIn("共", self.answer(t, "set rows 3") + self.answer(t, "目标 2026"))
        self.assertIn("显示3行", t.text())
        self.answer(t, "set width 40")
        text = self.answer(t, "目标 2026")
        self.assertTrue(all(len(row.rstrip()) <= 40 for row in text.splitlines()), text)
        self.answer(t, "set format csv")
        self.assertIn("name,", self.answer(t, "领域 | 前 2"))

    def test_history_is_a_table(self):
        t = self.open()
        self.answer(t, "targets 2026 | count")
        self.answer(t, " sectors | take 1")
        self.answer(t, "目标 就业 | 计数")
        text = self.answer(t, "history")
        self.assertIn("targets 2026 | count", text)
        self.assertNotIn("take 1", text)
        self.assertIn("time", text)
        # What came of each: rows and the code a program would have ended with.
        self.answer(t, "targts 2026")
        rows = {row.split(",")[2]: row.split(",") for row in self.answer(t, "history | as csv").splitlines() if row.count(",") == 5}
        self.assertEqual((rows["targets 2026 | count"][3], rows["targets 2026 | count"][5]), ("1", "0"))
        self.assertNotIn("计数", self.answer(t, "history | where exit=2"))
        self.assertIn("targts 2026", self.answer(t, "history | where exit=2"))
        self.assertIn("targets 2026", self.answer(t, "history | sort ms desc"))
        self.assertEqual((rows["targts 2026"][3], rows["targts 2026"][5]), ("", "2"))
        text = self.answer(t, "history 就业 | as csv")
        self.assertIn("目标 就业", text)
        self.assertNotIn("targets 2026", text)
        # The line that asks is the newest.
        self.assertIn("2", self.answer(t, "last | count"))
        self.assertEqual(oct((self.home.history).stat().st_mode)[-3:], "600")

    def test_each_set_of_documents_has_its_history(self):
        other = self.home.documents / "x.md"
        other.write_text("# 某村2026年工作安排\n\n2026年，修建道路3公里。\n")

        def visit(path):
            t = Terminal(self.home, columns=100, rows=50, command=GANGMU + [str(path)], environment={"NO_COLOR": "1"})
            self.addCleanup(t.close)
            return t
        first = visit(ROOT / "Data/documents")
        self.answer(first, "targets 2026 | count")
        second = visit(self.home.documents)
        self.answer(second, "measures | count")
        text = self.answer(second, "history")
        self.assertIn("measures | count", text)
        self.assertNotIn("targets 2026 | count", text)
        # Another road to the same documents, and every line once it is asked for.
        third = visit(str(self.home.documents) + "/../documents")
        self.assertIn("measures | count", self.answer(third, "history"))
        self.answer(third, "set recall all")
        self.assertIn("targets 2026 | count", self.answer(third, "history"))
        # A killed shell has kept its line in both files.
        self.answer(third, "problems | count")
        own = sorted((self.home.history.parent / "history.projects").iterdir())
        self.assertEqual(len(own), 2)
        self.assertEqual({oct(path.stat().st_mode)[-3:] for path in own}, {"600"})
        self.assertIn("problems | count", self.home.history.read_text())
        self.assertIn("problems | count", "".join(path.read_text() for path in own))

    def test_the_screen_can_be_cleared_and_a_page_has_no_numbers(self):
        t = self.open()
        self.answer(t, "targets 2026")
        t.send("clear" + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip() and t.screen.cursor.y == 0, "an empty screen")
        self.assertNotIn("targets", t.text())
        self.assertIn("there is no 1", self.answer(t, "brief 2026 place:某镇 | as markdown") and self.answer(t, "1"))
        self.assertIn("try: back", t.text())

    def test_ctrl_c_ends_a_slow_answer_at_once(self):
        t = self.open()
        t.send("targets | targets | targets | targets | targets | targets | targets | targets | count" + ENTER)
        t.wait(lambda t: t.row() == "", "the answer to begin")
        t.send(CTRL["C"])
        t.settle(0.5)
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the prompt again")
        self.assertIn("count", self.answer(t, "targets 2026 | count"))


if __name__ == "__main__":
    unittest.main()
