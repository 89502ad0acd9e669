"""The shell as a person meets it: keys in, screen out, and the terminal as it was afterwards."""
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
import unittest

from terminal import (BACK_TAB, BACKSPACE, CTRL, DOWN, END, ENTER, HOME, LEFT, PRACTICE, PROMPT, RIGHT, TAB, UP, Home, Terminal,
                      flags)


class ShellTest(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def open(self, *arguments, **options):
        terminal = Terminal(self.home, *arguments, **options)
        self.addCleanup(terminal.close)
        return terminal

    def type(self, terminal, line):
        """Types a line, sends it and waits for the next prompt."""
        terminal.send(line)
        terminal.line(line)
        y = terminal.cursor[1]
        terminal.send(ENTER)
        terminal.wait(lambda t: t.row() == PROMPT.rstrip() and (t.cursor[1] > y or y == t.rows - 1), "the next prompt")


class Typing(ShellTest):
    def test_backspace_in_the_middle_of_wide_characters(self):
        t = self.open()
        t.send("碳达峰能耗")
        t.line("碳达峰能耗", 16)
        t.send(LEFT * 3)
        t.line("碳达峰能耗", 10)
        t.send(BACKSPACE)
        t.line("碳峰能耗", 8)
        t.send("X")
        t.line("碳X峰能耗", 9)

    def test_moves_by_words_and_to_the_ends(self):
        t = self.open()
        t.send("指标 就业 “目标”")
        t.line("指标 就业 “目标”", 22)
        t.send(HOME)
        t.line("指标 就业 “目标”", 6)
        t.send("\x1bf")
        t.wait(lambda t: t.cursor[0] in (10, 11), "the end of the first word")
        t.send(END)
        t.line("指标 就业 “目标”", 22)
        t.send("\x1bb\x1bb" + CTRL["K"])
        t.line("指标", None)

    def test_ctrl_c_drops_the_line_and_ctrl_d_leaves(self):
        t = self.open()
        t.send("目标 2026")
        t.line("目标 2026")
        t.send(CTRL["C"])
        t.line("", 6)
        self.assertIn(PROMPT + "目标 2026^C", t.text())
        t.send(CTRL["D"])
        self.assertEqual(t.end(), 0)
        self.assertEqual(flags(t.slave), (True, True))
        self.assertFalse(self.home.history.exists())

    def test_exit_leaves(self):
        t = self.open()
        t.send("exit" + ENTER)
        self.assertEqual(t.end(), 0)
        self.assertEqual(flags(t.slave), (True, True))

    def test_a_line_goes_on_until_it_is_whole(self):
        t = self.open()
        t.send("targets 2026 |" + ENTER)
        t.wait(lambda t: t.row() == "  ..." and t.cursor[0] == 6, "the continuation prompt")
        t.send("count")
        t.shows("  ... count")
        t.send(UP)
        t.wait(lambda t: t.row().startswith(PROMPT) and t.cursor[0] == 11, "the row above")
        t.send(DOWN + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        t.send(UP)
        t.wait(lambda t: t.row() == "  ... count" and t.row(t.cursor[1] - 1) == PROMPT + "targets 2026 |", "both rows")
        self.assertEqual(self.home.lines(), ["targets 2026 |\\ncount"])

    def test_an_empty_row_ends_an_unfinished_line(self):
        t = self.open()
        t.send('targets "a' + ENTER)
        t.wait(lambda t: t.row() == "  ...", "the continuation prompt")
        t.send(ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")

    def test_vi_keys_of_editrc(self):
        (self.home.path / ".editrc").write_text("bind -v\n")
        t = self.open()
        t.send("碳达 峰能耗")
        t.line("碳达 峰能耗", 17)
        t.send(LEFT + LEFT + RIGHT)
        t.line("碳达 峰能耗", 15)
        t.send("\x1bb")
        t.wait(lambda t: t.cursor[0] == 11, "the start of the word")
        t.send("\x1b")
        t.settle(0.1)
        t.send(LEFT + RIGHT)
        t.line("碳达 峰能耗", 11)
        t.send("x")
        t.line("碳达 能耗", 11)
        t.send("A" + "Z" + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip() and t.cursor[1] > 0, "the next prompt")
        self.assertIn("碳达 能耗Z", self.home.history.read_text())

    def test_editing_can_be_switched_off(self):
        (self.home.path / ".editrc").write_text("edit off\n")
        t = self.open()
        t.send("指标\n")
        t.wait(lambda t: t.row() == PROMPT.rstrip() and t.cursor[1] > 0, "the next prompt")
        self.assertEqual(flags(t.slave), (True, True))

    def test_without_colours(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.type(t, "targets 2026")
        t.send("tar")
        t.line("tar", 9)
        self.assertIsNone(re.search(rb"\x1b\[[0-9;]*m", t.raw))

    def test_asks_the_terminal_nothing(self):
        t = self.open()
        self.type(t, "targets 2026")
        self.assertIsNone(re.search(rb"\x1b\[[0-9;?>]*[cn]|\x1b\]1[01];\?|\x1bP", t.raw))

    def test_a_dumb_terminal_gets_no_escapes(self):
        t = self.open(environment={"TERM": "dumb"})
        t.send("指标\n")
        t.wait(lambda t: t.row() == PROMPT.rstrip() and t.cursor[1] > 0, "the next prompt")
        self.assertNotIn(b"\x1b", t.raw)


class Completing(ShellTest):
    def test_tab_completes_a_command(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("targ" + TAB)
        t.line("targets", 14)
        t.send("2026" + HOME + "x" + BACKSPACE)
        t.line("targets 2026", 6)

    def test_the_list_stands_below_and_goes_away(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("co" + TAB)
        t.send(CTRL["U"])
        t.line("", 6)
        t.send(TAB)
        t.wait(lambda t: t.cursor == (6, 0) and len(t.text().split("\n")) > 1, "a list")
        first = t.text().split("\n")[0]
        t.send(TAB)
        t.wait(lambda t: t.row(0) != first and len(t.text().split("\n")) > 1, "the first candidate")
        chosen = t.row(0)
        t.send(TAB)
        t.wait(lambda t: t.row(0) != chosen, "the second candidate")
        t.send(BACK_TAB)
        t.wait(lambda t: t.row(0) == chosen, "the first candidate again")
        t.send("龘")
        t.wait(lambda t: t.text() == chosen + "龘", "the line alone")

    def test_a_hint_is_taken_with_right_and_leaves_no_trace(self):
        t = self.open()
        self.type(t, "targets 2026")
        t.send(CTRL["L"] + "targets")
        t.line("targets 2026", 13)
        t.send(RIGHT)
        t.line("targets 2026", 18)
        t.send(CTRL["U"] + "targets ")
        t.line("targets 2026", 14)
        t.send(CTRL["C"])
        t.wait(lambda t: b"^C" in t.raw and t.row() == PROMPT.rstrip(), "the next prompt")
        self.assertEqual(t.row(0), PROMPT + "targets ^C")


    def test_a_line_that_failed_is_no_hint(self):
        t = self.open()
        self.type(t, "zzq")
        self.type(t, "目标 2026")
        t.send(CTRL["L"] + "zz")
        t.line("zz", 8)
        t.settle(0.2)
        t.line("zz", 8)
        t.send(UP)
        t.line("目标 2026")
        t.send(UP)
        t.line("zzq")
        t.send(CTRL["U"] + "目标")
        t.line("目标 2026", 10)


class Recalling(ShellTest):
    def test_up_recalls_lines_of_an_earlier_run(self):
        t = self.open()
        self.type(t, "目标 2026")
        self.type(t, "指标 就业")
        self.type(t, "指标 就业")
        self.type(t, " 举措")
        t.send(CTRL["D"])
        self.assertEqual(t.end(), 0)
        self.assertEqual(self.home.lines(), ["目标 2026", "指标 就业"])
        self.assertEqual(stat.S_IMODE(self.home.history.stat().st_mode), 0o600)
        t = self.open()
        t.send(UP)
        t.line("指标 就业", 15)
        t.send(UP)
        t.line("目标 2026", 15)
        t.send(DOWN)
        t.line("指标 就业", 15)
        t.send(DOWN)
        t.line("", 6)

    def test_two_shells_at_once_lose_nothing(self):
        one, two = self.open(), self.open()
        for number in range(10):
            self.type(one, f"目标 {number}")
            self.type(two, f"指标 {number}")
        one.send(CTRL["D"])
        two.send(CTRL["D"])
        self.assertEqual((one.end(), two.end()), (0, 0))
        lines = self.home.lines()
        self.assertEqual(sorted(lines), sorted(f"{w} {n}" for w in ("目标", "指标") for n in range(10)))

    def test_a_killed_shell_has_kept_its_lines(self):
        t = self.open()
        self.type(t, "目标 2026")
        os.kill(t.pid, signal.SIGKILL)
        self.assertEqual(t.end(), -signal.SIGKILL)
        self.assertIn("目标 2026", self.home.history.read_text())

    def test_ctrl_r_finds_chinese(self):
        t = self.open(environment={"NO_COLOR": "1"})
        for line in "碳中和 目标", "和谐 指标", "就业":
            self.type(t, line)
        t.send(CTRL["L"])
        t.line("", 6)
        t.send(CTRL["R"])
        t.shows("search ``:")
        t.send("和")
        t.wait(lambda t: t.row() == "search `和`: 和谐 指标", "the newest")
        t.send(CTRL["R"])
        t.wait(lambda t: t.row() == "search `和`: 碳中和 目标", "the one before")
        t.send(BACKSPACE)
        t.wait(lambda t: t.row().startswith("search ``"), "an empty search")
        t.send("中和")
        t.wait(lambda t: t.row() == "search `中和`: 碳中和 目标", "the match")
        t.send(END)
        t.line("碳中和 目标", 17)
        t.send(CTRL["U"] + CTRL["R"] + "就业" + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip() and PROMPT + "就业" in t.text(), "the answer")

    def test_ctrl_r_can_be_left(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.type(t, "指标 就业")
        t.send("目标")
        t.line("目标", 10)
        t.send(CTRL["R"] + "就业")
        t.shows("search `就业`: 指标 就业")
        t.send(CTRL["G"])
        t.line("目标", 10)
        t.send(CTRL["R"] + "就业")
        t.shows("search `就业`: 指标 就业")
        t.send(CTRL["C"])
        t.line("", 6)

    def test_history_lists_and_recalls(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.type(t, "指标 就业")
        self.type(t, "目标 2026")
        t.send("history" + ENTER)
        t.shows("1  指标 就业\n2  目标 2026")
        t.line("")
        t.send("!1" + ENTER)
        t.shows(PROMPT + "!1\n指标 就业")
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        t.send(UP)
        t.line("指标 就业")
        t.send(CTRL["U"] + "!99" + ENTER)
        t.shows("no line !99 in the history")

    def test_a_history_that_cannot_be_written_harms_nothing(self):
        t = self.open(environment={"GANGMU_HISTORY": "/proc/nowhere/history"})
        self.type(t, "指标 就业")
        t.send(UP)
        t.line("指标 就业")


class Pasting(ShellTest):
    def paste(self, terminal, text):
        terminal.send("\x1b[200~" + text + "\x1b[201~")

    def test_one_line_waits_to_be_edited(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("目标 ")
        self.paste(t, "就业\t2026\n")
        t.line("目标 就业 2026", 20)

    def test_many_lines_are_answered_one_by_one(self):
        t = self.open(rows=60, environment={"NO_COLOR": "1"})
        self.paste(t, "zzq 碳\r\n\r\nzzr 达\r\nzzs 峰")
        t.line("zzs 峰", 12)
        rows = t.text().split("\n")
        self.assertEqual([r for r in rows if r.startswith(PROMPT)], [PROMPT + "zzq 碳", PROMPT + "zzr 达", PROMPT + "zzs 峰"])
        lines = self.home.lines()
        self.assertEqual(lines, ["zzq 碳", "zzr 达"])

    def test_rows_that_go_on_are_one_line(self):
        t = self.open(rows=40, environment={"NO_COLOR": "1"})
        self.paste(t, "目标 2026  # 今年\n  地区:北京市\n\n  # 说明\n指标\n| 前 2\n")
        t.shows("= 指标 | 前 2")
        rows = [" ".join(row.split()) for row in t.text().split("\n")]
        self.assertIn("= 目标 2026 地区:北京市", rows)
        self.assertEqual(sum(row.startswith("=") for row in rows), 2, t.text())
        self.assertEqual(self.home.lines()[-1], "指标\\n| 前 2")

    def test_indented_rows_that_begin_as_lines_are_lines(self):
        t = self.open(rows=40, environment={"NO_COLOR": "1"})
        self.paste(t, "目标 2026\n    举措 2026\n    targets gdp\n      领域:就业\n      | take 2\n    今年GDP目标多少？\n")
        t.shows("=     今年GDP目标多少？")
        rows = [" ".join(row.split()) for row in t.text().split("\n") if row.startswith("=")]
        self.assertEqual(rows, ["= 目标 2026", "= 举措 2026", "= targets gdp 领域:就业 | take 2", "= 今年GDP目标多少？"])

    def test_rows_without_a_last_line_break_wait(self):
        t = self.open(rows=40, environment={"NO_COLOR": "1"})
        self.paste(t, "举措\n目标 2026\n  | 前 2")
        t.wait(lambda t: t.row().endswith("| 前 2") and "目标 2026" in t.text(), "the line in two rows")
        self.assertIn("= 举措", t.text())
        self.assertNotIn("= 目标", t.text())
        t.send(ENTER)
        t.shows("= 目标 2026")

    def test_ten_thousand_characters(self):
        t = self.open(120, 200, environment={"NO_COLOR": "1"})
        started = time.monotonic()
        self.paste(t, "碳达" * 5000)
        t.wait(lambda t: t.text().count("碳达") > 4800, "the text", timeout=20)
        self.assertLess(time.monotonic() - started, 10)

    def test_control_characters_do_nothing(self):
        t = self.open(environment={"NO_COLOR": "1"})
        self.paste(t, "a\x1b[2Jb\x07c\x04")
        t.line("a[2Jbc")


class Resizing(ShellTest):
    def test_a_wrapped_line_is_redrawn(self):
        t = self.open(80, 24, environment={"NO_COLOR": "1"})
        text = "targets 2026 规模以上工业增加值 “就业” 城镇调查失业率"
        t.send(text)
        t.line(text, 59)
        t.resize(30)
        t.wait(lambda t: "".join(t.row(y) for y in range(3)).replace(" ", "") == (PROMPT + text).replace(" ", "")
               and t.row(3) == "" and t.cursor[1] == 2, "the line in three rows")
        t.resize(80)
        t.line(text, 59)
        self.assertEqual(t.text(), PROMPT + text)
        t.send(LEFT + BACKSPACE)
        t.line(text[:-2] + text[-1], 55)

    @unittest.skipUnless(shutil.which("tmux"), "tmux is not installed")
    def test_in_a_terminal_that_breaks_rows_anew(self):
        socket = str(self.home.path / "tmux")

        def tmux(*words):
            return subprocess.run(["tmux", "-u", "-S", socket, "-f", "/dev/null", *words], check=True, capture_output=True,
                                  env={"PATH": os.environ["PATH"], "HOME": str(self.home.path), "LANG": "C.UTF-8",
                                       "NO_COLOR": "1", "TERM": "xterm-256color"}).stdout.decode()

        def screen():
            return tmux("capture-pane", "-p").rstrip("\n ")

        def wait(condition):
            end = time.monotonic() + 10
            while not condition(screen()):
                self.assertLess(time.monotonic(), end, "screen:\n" + screen())
                time.sleep(0.05)
        text = "targets 2026 规模以上工业增加值 就业 城镇调查失业率"
        tmux("new-session", "-d", "-x", "80", "-y", "24", *PRACTICE)
        self.addCleanup(subprocess.run, ["tmux", "-S", socket, "kill-server"], capture_output=True)
        wait(lambda s: s.split("\n")[-1] == PROMPT.rstrip())
        before = screen().split("\n")[:-1]
        tmux("send-keys", "-l", text)
        wait(lambda s: s.endswith(PROMPT + text))
        tmux("resize-window", "-x", "30")
        joined = (PROMPT + text).replace(" ", "")
        wait(lambda s: s.count(PROMPT.strip()) == 1 and s.replace("\n", "").replace(" ", "").endswith(joined))
        tmux("resize-window", "-x", "80")
        wait(lambda s: s.split("\n") == before + [PROMPT + text])


class Locales(ShellTest):
    def check(self, environment):
        t = self.open(environment=environment)
        t.send("碳达峰")
        t.line("碳达峰", 12)
        t.send(LEFT + BACKSPACE + ENTER)
        t.wait(lambda t: t.row() == PROMPT.rstrip() and t.cursor[1] > 0, "the next prompt")
        self.assertEqual(self.home.lines(), ["碳峰"])

    def test_C(self):
        self.check({"LANG": "C", "LC_ALL": None})

    def test_all_C(self):
        self.check({"LC_ALL": "C"})

    def test_not_installed(self):
        self.check({"LANG": "zh_CN.UTF-8"})

    def test_not_installed_and_of_another_encoding(self):
        self.check({"LANG": "zh_CN.GB18030"})

    def test_none(self):
        self.check({"LANG": None})

    @unittest.skipUnless(sys.platform == "linux" and os.geteuid() == 0 and shutil.which("unshare") and subprocess.run(
        ["unshare", "-m", "true"], capture_output=True).returncode == 0, "needs a mount namespace of its own")
    def test_no_locale_at_all(self):
        self.home.history.parent.mkdir(parents=True)
        self.home.history.write_text("2026-01-01T00:00:00Z\t指标\n")
        hide = ("for d in /usr/lib/locale /usr/lib64/locale; do [ ! -d $d ] || mount -t tmpfs none $d; done; "
                "locale -a >&2; exec \"$@\"")
        t = self.open(wait=False, environment={"LANG": "zh_CN.UTF-8"}, command=[
            shutil.which("unshare"), "-m", "sh", "-c", hide, "sh", *PRACTICE])
        t.wait(lambda t: t.row().startswith(PROMPT.rstrip()), "the first prompt")
        if "C.utf8" in t.text():
            self.skipTest("the C library has a UTF-8 locale built in")
        self.assertIn("has no UTF-8 locale", t.text().replace("\n", ""))
        t.send("碳达峰\n")
        t.wait(lambda t: t.text().count(PROMPT.strip()) == 2, "the next prompt")
        self.assertIn("碳达峰", t.text())
        t.send("\x04")
        self.assertEqual(t.end(), 0)
        self.assertEqual(self.home.history.read_text(), "2026-01-01T00:00:00Z\t指标\n")


class Leaving(ShellTest):
    """However the program ends, the terminal is as it was."""

    def test_signals_that_end_it(self):
        for name in "TERM", "HUP", "QUIT", "ABRT", "SEGV", "ILL", "TRAP":
            number = signal.Signals["SIG" + name]
            with self.subTest(signal=name):
                t = self.open()
                t.send("碳达峰")
                t.line("碳达峰")
                self.assertEqual(flags(t.slave), (False, False))
                os.kill(t.pid, number)
                self.assertEqual(t.end(), -number)
                self.assertEqual(flags(t.slave), (True, True))
                self.assertIn(b"\x1b[?2004l\x1b[0m", t.raw[-40:])

    def test_signals_between_lines(self):
        t = self.open()
        t.send(ENTER)
        t.settle()
        os.kill(t.pid, signal.SIGINT)
        t.settle()
        self.assertIsNone(t.status)
        t.send("指标")
        t.line("指标")

    def test_end_of_the_terminal(self):
        t = self.open()
        os.close(t.slave)
        os.close(t.master)
        end = time.monotonic() + 10
        while os.waitpid(t.pid, os.WNOHANG)[0] == 0:
            self.assertLess(time.monotonic(), end, "still running without a terminal")
            time.sleep(0.02)
        t.status, t.master, t.slave = 0, os.open("/dev/null", os.O_RDWR), os.open("/dev/null", os.O_RDWR)

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_stop_and_go_on(self):
        t = self.open(wait=False, command=[shutil.which("bash"), "--norc", "--noprofile", "-i"],
                      environment={"PS1": "bash> ", "NO_COLOR": "1"})
        t.wait(lambda t: t.row() == "bash>", "the outer shell")
        t.send(PRACTICE[0] + "\n")
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the first prompt")
        t.send("碳达峰")
        t.line("碳达峰", 12)
        t.send(CTRL["Z"])
        t.wait(lambda t: t.row() == "bash>", "the outer shell")
        t.send("echo $((6*7))\n")
        t.shows("\n42\n")
        t.send("fg\n")
        t.line("碳达峰", 12)
        t.send(LEFT + BACKSPACE)
        t.line("碳峰", 8)
        t.send(CTRL["U"] + CTRL["D"])
        t.wait(lambda t: t.row() == "bash>", "the outer shell")

    def test_no_other_process_gets_a_signal(self):
        """libedit's own handlers would send each signal on to the whole process group."""
        t = self.open(wait=False, command=["/bin/bash", "-c", 'exec < /dev/tty; trap "echo GOT-TERM" TERM; "$@"; echo END $?',
                                           "bash", *PRACTICE])
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the first prompt")
        child = int(subprocess.run(["ps", "-o", "pid=", "--ppid", str(t.pid)], capture_output=True, text=True).stdout.split()[0])
        os.kill(child, signal.SIGWINCH)
        t.settle()
        os.kill(child, signal.SIGTERM)
        t.shows("END 143")
        self.assertNotIn("GOT-TERM", t.text())


    def test_a_trap_inside_a_callback(self):
        t = self.open(environment={"NO_COLOR": "1"})
        t.send("trap")
        t.line("trap")
        t.send(TAB)
        self.assertIn(-t.end(), (signal.SIGILL, signal.SIGTRAP))
        self.assertEqual(flags(t.slave), (True, True))


class Interrupting(ShellTest):
    def test_ctrl_c_ends_the_running_command_and_keeps_the_shell(self):
        t = self.open()
        t.send("sleep" + ENTER)
        t.settle(0.2)
        started = time.monotonic()
        t.send(CTRL["C"])
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        self.assertLess(time.monotonic() - started, 0.1)
        self.assertIn("interrupted", t.text())
        self.type(t, "help")

    def test_ctrl_c_ends_a_long_answer(self):
        t = self.open()
        t.send("flood" + ENTER)
        t.wait(lambda t: len(t.raw) > 20_000, "some of the answer")
        t.send(CTRL["C"])
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        self.assertLess(len(t.raw), 2_000_000)
        self.type(t, "help")

    def test_ctrl_c_drops_the_rest_of_a_paste(self):
        t = self.open()
        t.send("\x1b[200~sleep\nhelp\nhelp\n\x1b[201~")
        t.shows("sleep")
        t.settle(0.2)
        t.send(CTRL["C"])
        t.wait(lambda t: t.row() == PROMPT.rstrip(), "the next prompt")
        t.settle()
        self.assertNotIn("help", t.text())

    def test_keys_typed_while_a_command_runs_are_kept(self):
        t = self.open()
        t.send("nap" + ENTER)
        t.settle(0.1)
        t.send("碳达")
        t.wait(lambda t: t.row() == PROMPT + "碳达" and "rested" in t.text(), "the keys on the next line")


class Pipes(ShellTest):
    def run_with(self, data):
        env = {"HOME": str(self.home.path), "PATH": os.environ["PATH"], "LANG": "C"}
        return subprocess.run([*PRACTICE], input=data, capture_output=True, env=env,
                              timeout=60)

    def test_stops_at_the_first_command_that_fails(self):
        result = self.run_with("help\r\n\nzzq 碳\nhelp\n".encode())
        self.assertEqual(result.returncode, 2)
        self.assertIn("standard input:3", result.stderr.decode())
        self.assertNotIn(b"\x1b", result.stdout + result.stderr)
        self.assertNotIn(PROMPT, result.stdout.decode())
        self.assertFalse(self.home.history.exists())

    def test_the_last_line_needs_no_end(self):
        with_end, without = self.run_with(b"help\n"), self.run_with(b"help")
        self.assertEqual(without.returncode, 0)
        self.assertEqual(with_end.stdout, without.stdout)
        self.assertTrue(without.stdout)

    def test_names_the_byte_that_is_not_text(self):
        result = self.run_with(b"help\n" + "达峰".encode("gb18030") + b"\n")
        self.assertEqual(result.returncode, 2)
        self.assertIn("standard input:2: byte 1 is not UTF-8", result.stderr.decode())


if __name__ == "__main__":
    unittest.main()
