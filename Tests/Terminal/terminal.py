"""A program on a pseudo-terminal, with pyte as the screen that a person would see."""
import codecs
import fcntl
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import tempfile
import termios
import time

import pyte

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("GANGMU_BUILD", ROOT / ".build/debug"))
# The shell around a few words, and the real program.
PRACTICE = [str(BUILD / "ShellTestProgram")]
GANGMU = [str(BUILD / "gangmu"), "shell"]
PROMPT = "纲目> "

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE, BACKSPACE = "\x1b[H", "\x1b[F", "\x1b[3~", "\x7f"
TAB, BACK_TAB, ENTER = "\t", "\x1b[Z", "\r"
CTRL = {c: chr(ord(c) - 64) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def flags(tty):
    """Whether the terminal is line-buffered and echoes, as it is for a shell's next command."""
    local = termios.tcgetattr(tty)[3]
    return bool(local & termios.ICANON), bool(local & termios.ECHO)


class Home:
    """A home of its own: no history, no settings."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="gangmu-test-"))
        self.documents = self.path / "documents"
        self.documents.mkdir()

    @property
    def history(self):
        return self.path / ".local/state/gangmu/history"

    def lines(self):
        """The lines of the history; those with a third field say what came of one."""
        fields = [line.split("\t") for line in self.history.read_text().splitlines()]
        return [field[1] for field in fields if len(field) == 2]

    def close(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Terminal:
    def __init__(self, home, columns=80, rows=24, environment=None, command=None, wait=True):
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.raw = b""
        env = {"HOME": str(home.path), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
               "SWIFT_BACKTRACE": "enable=no", "GANGMU_PAGER": ""}
        for name, value in (environment or {}).items():
            if value is None:
                env.pop(name, None)
            else:
                env[name] = value
        self.master, self.slave = pty.openpty()
        self._size(columns, rows)
        command = command or PRACTICE
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.master)
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in 0, 1, 2:
                os.dup2(self.slave, descriptor)
            # Whoever runs the tests may ignore it (nohup), and what is ignored stays so in a child.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            os.execve(command[0], command, env)
        self.status = None
        if wait:
            self.wait(lambda t: t.row().startswith(PROMPT.rstrip()), "the first prompt")

    def _size(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows=None):
        self.columns, self.rows = columns, rows or self.rows
        self.pump(0.05)
        self.screen.resize(self.rows, columns)
        self._size(columns, self.rows)

    def send(self, keys):
        os.write(self.master, keys.encode("utf-8") if isinstance(keys, str) else keys)

    def pump(self, seconds):
        """Shows what the program writes within `seconds`; true where there was something."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self.stream.feed(self.decode(data))
        return bool(data)

    def settle(self, quiet=0.05):
        while self.pump(quiet):
            pass

    def wait(self, condition, what="", timeout=10.0):
        end = time.monotonic() + timeout
        while not condition(self):
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"no {what or 'expected screen'} after {timeout} s; cursor {self.cursor}, screen:\n"
                                     + self.text())
            self.pump(min(left, 0.05))

    def row(self, y=None):
        y = self.screen.cursor.y if y is None else y
        return "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)).rstrip()

    def text(self):
        return "\n".join(self.row(y) for y in range(self.screen.lines)).rstrip()

    @property
    def cursor(self):
        return self.screen.cursor.x, self.screen.cursor.y

    def shows(self, text, timeout=10.0):
        self.wait(lambda t: text in t.text(), f"`{text}`", timeout)

    def line(self, typed, cursor=None, timeout=10.0):
        """Waits for `typed` behind the prompt, the cursor's column `cursor` if given."""
        def right(t):
            return t.row() == (PROMPT + typed).rstrip() and (cursor is None or t.cursor[0] == cursor)
        self.wait(right, f"line `{typed}`, cursor {cursor}", timeout)

    def end(self, timeout=10.0):
        """Waits for the program to end; its exit status, negative for a signal."""
        stop = time.monotonic() + timeout
        while self.status is None:
            self.pump(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > stop:
                raise AssertionError(f"still running after {timeout} s, screen:\n{self.text()}")
        self.settle(0.02)
        return self.status

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self.master)
        os.close(self.slave)
