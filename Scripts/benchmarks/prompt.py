"""What a person waits for at the prompt: the first prompt, a list of candidates, the end of an interrupted answer; and the first
prompt of other shells that are installed, on a terminal that answers no question."""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

from common import in_turn, machine, median, package, table

program = sys.argv[1]
corpus = package.parent / "shared" / "corpus"
rounds = 20


class Shell:
    """A program on a terminal of 100 columns; what it writes is waited for, not drawn."""

    def __init__(self, command, home):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            environment = {"HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "GANGMU_PAGER": ""}
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))

    def send(self, keys):
        os.write(self.terminal, keys.encode())
        return time.perf_counter()

    def until(self, text, since, seconds=30):
        """Milliseconds from `since` until `text` was written; nil where it never was."""
        seen, end = b"", time.perf_counter() + seconds
        while text.encode() not in seen:
            if not select.select([self.terminal], [], [], max(0, end - time.perf_counter()))[0]:
                return None
            seen += os.read(self.terminal, 1 << 16)
        return 1000 * (time.perf_counter() - since)

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def first_prompt(command, prompt, home):
    shell = Shell(command, home)
    taken = shell.until(prompt, shell.started)
    shell.close()
    return taken


def at_the_prompt(command, home, before, keys, text):
    shell = Shell(command, home)
    shell.until("纲目> ", shell.started)
    if before:
        shell.send(before)
        time.sleep(0.5)
    while select.select([shell.terminal], [], [], 0.2)[0]:
        os.read(shell.terminal, 1 << 16)
    taken = shell.until(text, shell.send(keys))
    shell.close()
    return taken


with tempfile.TemporaryDirectory() as home:
    print(f"Milliseconds, median and worst of {rounds} rounds, in turn. {machine()}\n")
    contestants, names = {}, {"Data/documents": package / "Data/documents"}
    if corpus.is_dir():
        names["../shared/corpus"] = corpus
    for name, path in names.items():
        first_prompt([program, str(path)], "纲目> ", home)  # keeps the graph
        contestants[f"first prompt, {name}"] = lambda path=path: first_prompt([program, str(path)], "纲目> ", home)
        contestants[f"Tab after `targets 2026 sector:`, {name}"] = lambda path=path: at_the_prompt(
            [program, str(path)], home, "targets 2026 sector:", "\t", "economy")
    for other, command, prompt in [("sqlite3", ["sqlite3"], "sqlite> "), ("DuckDB", ["duckdb"], "D ")]:
        if shutil.which(command[0]):
            contestants[f"first prompt, {other}"] = lambda command=command, prompt=prompt: first_prompt(command, prompt, home)
    results = in_turn(contestants, rounds)
    rows = []
    for name, times in results.items():
        known = [taken for taken in times if taken is not None]
        rows.append([name, f"{median(known):.1f}" if known else "–", f"{max(known):.1f}" if known else "–", len(times) - len(known)])
    table(["", "median", "worst", "never"], rows)
