"""What the parts of Scripts/bench share: the text they read, and how they take turns."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

package = Path(__file__).resolve().parents[2]


def reports():
    """The reports of 2026 where ../shared/corpus lies beside the package, else its own documents."""
    shared = package.parent / "shared" / "corpus"
    found = sorted(shared.glob("2026-*.txt")) if shared.is_dir() else []
    return found or sorted((package / "Data" / "documents").rglob("*.txt"))


def pile(folder, megabytes):
    """Copies of the reports until they hold `megabytes` (of 10^6 bytes); the number of bytes."""
    texts = [(path.name, path.read_bytes()) for path in reports()]
    written = number = 0
    while written < megabytes * 1_000_000:
        for name, text in texts:
            if written >= megabytes * 1_000_000:
                break
            (folder / f"{number:05}-{name}").write_bytes(text)
            written += len(text)
            number += 1
    return written


def run(command, environment=None):
    """Seconds and peak kilobytes of a command whose output goes nowhere."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss


def in_turn(contestants, repeats):
    """Calls each contestant in turn, `repeats` times round; name → list of what it gave."""
    results = {name: [] for name in contestants}
    for _ in range(repeats):
        for name, contestant in contestants.items():
            results[name].append(contestant())
    return results


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    return f"{os.cpu_count()} processors, {model}; load {os.getloadavg()[0]:.1f} at the start"


def table(head, rows):
    widths = [max(len(str(row[i])) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |")
    print()


def folder():
    return tempfile.TemporaryDirectory(prefix="gangmu-bench-")


median = statistics.median
