"""crashes.py PROGRAM DOCUMENTS COUNT-FILE: a build that is killed at any moment leaves the old graph or the new one, and no remains
once another build has run."""
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program, documents, counts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
KILLS = 100
failed = []
with tempfile.TemporaryDirectory(prefix="gangmu-crashes-") as place:
    folder, graph = pathlib.Path(place), pathlib.Path(place) / "out" / "graph.gangmu"
    graph.parent.mkdir()
    few, all_of_them = folder / "few", folder / "all"
    few.mkdir()
    shutil.copytree(documents, all_of_them)
    shutil.copy(next(documents.glob("*.md")), few)

    def build(source, *options):
        return [program, "build", str(source), "-o", str(graph), *options]

    # The two graphs that the file may hold, and how long a build takes.
    whole, seconds = {}, {}
    for source in (few, all_of_them):
        begun = time.monotonic()
        subprocess.run(build(source), check=True, capture_output=True)
        seconds[source] = time.monotonic() - begun
        whole[source] = graph.read_bytes()
    lot, killed = random.Random(5), 0
    # A build that was done before its kill does not count.
    for number in range(3 * KILLS):
        if killed == KILLS:
            break
        source = (few, all_of_them)[number % 2]
        process = subprocess.Popen(build(source, *["--update"] * (number % 3 == 0)), stderr=subprocess.DEVNULL)
        # Mostly near the end, where the file is written.
        time.sleep(seconds[source] * (lot.uniform(0.6, 1) if number % 4 else lot.random()))
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            killed += 1
        else:
            seconds[source] *= 0.9  # The first build was slower, as on a busy machine.
        if graph.read_bytes() not in whole.values():
            failed.append(f"kill {number} left {graph.stat().st_size} bytes that are neither graph")
    subprocess.run(build(few), check=True, capture_output=True)
    remains = sorted(path.name for path in graph.parent.iterdir())
    if remains != [graph.name]:
        failed.append(f"remains: {remains}")
    if killed < KILLS:
        failed.append(f"only {killed} builds were still running when they were killed")
for line in failed:
    print("FAILED crashes:", line)
print(f"{int(not failed)} passed, {int(bool(failed))} failed: {killed} builds killed, the graph whole after each")
counts.write_text(f"{int(not failed)} {int(bool(failed))} 0\n")
sys.exit(1 if failed else 0)
