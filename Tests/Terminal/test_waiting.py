"""Long answers on a terminal: the pager, hyperlinks, what is shown while one waits, and text that cannot reach the terminal."""
import shutil
import unittest

from terminal import ENTER, GANGMU, PROMPT, Home, Terminal

TARGETS = "".join(f"- 第{n}类企业产值增长{n}.5%以上；\n" for n in range(1, 40))
DOCUMENT = f"# 星河县2026年工作安排\n\n## 一、2026年主要预期目标\n\n地区生产总值增长6.5%以上，城镇新增就业1200人以上，城镇调查失业率控制在5.5%左右。\n\n{TARGETS}"


class Waiting(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)
        (self.home.documents / "星河县.md").write_text(DOCUMENT)

    def open(self, environment=None, **options):
        environment = {"NO_COLOR": "1", **(environment or {})}
        t = Terminal(self.home, 80, 20, command=[*GANGMU, str(self.home.documents)], environment=environment, **options)
        self.addCleanup(t.close)
        return t

    @unittest.skipUnless(shutil.which("less"), "less is not installed")
    def test_a_long_table_is_paged_with_its_heading_in_sight(self):
        t = self.open({"GANGMU_PAGER": "less -R", "LANG": "C"})
        t.send("sectors" + ENTER)
        t.wait(lambda t: PROMPT.strip() not in t.row() and t.screen.cursor.y == 19, "the pager")
        heading = "name"
        self.assertIn(heading, t.text())
        t.send(" ")
        t.settle(0.2)
        self.assertIn(heading, t.text())
        t.send("q")
        t.line("")
        t.send("set pager off" + ENTER)
        t.shows("pager is off")
        t.send("sectors" + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the prompt behind the whole table")

    @unittest.skipUnless(shutil.which("less"), "less is not installed")
    def test_a_chinese_heading_stays_in_sight(self):
        t = self.open({"GANGMU_PAGER": "less -R", "LANG": "C.UTF-8"})
        t.send("set lang zh" + ENTER)
        t.wait(lambda t: t.text().count(PROMPT.rstrip()) == 2, "the setting")
        t.send("目标 2026" + ENTER)
        for _ in range(3):
            t.wait(lambda t: "指标" in t.text() and "目标值" in t.text(), "the heading on each page")
            self.assertNotIn("<U+", t.text())
            t.send(" ")
            t.settle(0.2)
        t.send("q")
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the prompt")

    def test_a_short_answer_is_not_paged_and_a_missing_pager_harms_nothing(self):
        t = self.open({"GANGMU_PAGER": "no-such-pager-here"})
        t.send("targets 城镇新增就业" + ENTER)
        t.wait(lambda t: "1200人" in t.text() and t.row() == PROMPT.rstrip(), "the answer")
        t.send("sectors" + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip() and "not found" in t.raw.decode(errors="replace"), "the answer")
        self.assertIn("21", t.text())

    def test_hyperlinks_follow_their_setting(self):
        t = self.open()
        t.send("set hyperlinks on" + ENTER)
        t.shows("hyperlinks is on")
        t.send("targets 城镇新增就业" + ENTER + "source 1" + ENTER)
        t.wait(lambda t: b"\x1b]8;;file://" in t.raw, "a link")
        t.settle()
        t.raw = b""
        t.send("set hyperlinks off" + ENTER + "targets 城镇新增就业" + ENTER + "source 1" + ENTER)
        t.wait(lambda t: t.raw.count("【城镇新增".encode()) > 0, "the source")
        t.settle()
        self.assertNotIn(b"\x1b]8;", t.raw)

    def test_control_characters_of_a_document_never_reach_the_terminal(self):
        evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08"
        (self.home.documents / "星河县.md").write_text(DOCUMENT.replace("城镇新增就业", f"城镇{evil}新增就业") + f"\n\n（一）推进{evil}生态保护。\n")
        t = self.open()
        for line in "targets 2026", "sentences 生态", "documents", "measures | as list", "open f1", "source f1", "figures | as wide":
            t.send(line + ENTER)
            t.settle(0.15)
        for sequence in b"\x1b]0;", b"\x1b[2J", "\x9b".encode(), b"\x08":
            self.assertNotIn(sequence, t.raw)
        self.assertIn(b"\\u{1B}]0;owned", t.raw)


if __name__ == "__main__":
    unittest.main()
