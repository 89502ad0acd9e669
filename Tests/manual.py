"""The manual page and the completions of bash, zsh and fish say what the program says: manual.py PROGRAM COUNT-FILE."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, counts = sys.argv[1], pathlib.Path(sys.argv[2])
package = pathlib.Path(__file__).resolve().parent.parent
folder = pathlib.Path(tempfile.mkdtemp())
passed, failed, skipped = 0, 0, 0


def check(what, found, expected=True):
    global passed, failed
    if found == expected:
        passed += 1
    else:
        failed += 1
        print(f"{what}: {found!r}, not {expected!r}")


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, **more)


done = run(str(package / "Scripts/install"), str(folder), env={**os.environ, "GANGMU_PROGRAM": os.path.abspath(program)})
check("Scripts/install", (done.returncode, done.stderr if done.returncode else ""), (0, ""))
root = json.loads(run(program, "--experimental-dump-help").stdout)["command"]
commands = [one for one in root["subcommands"] if one["shouldDisplay"] and one["commandName"] != "help"]
check("subcommands", len(commands) >= 8)


def options(command):
    return ["--" + name["name"] for argument in command["arguments"] if argument["shouldDisplay"]
            for name in argument.get("names", []) if name["kind"] == "long"]


def plain(path):
    """A page as a reader sees it."""
    text = run("groff", "-Tutf8", "-man", "-Kutf8", "-P-cbou", "-rLL=200n", str(path)).stdout
    return text.replace("\u2010", "-").replace("\u2212", "-")


check("the installed program", run(str(folder / "bin/gangmu"), "--version").stdout, run(program, "--version").stdout)
pages = folder / "share/man/man1"
check("a page for each", sorted(path.name for path in pages.iterdir()),
      sorted(["gangmu.1"] + [f"gangmu-{one['commandName']}.1" for one in commands]))
if shutil.which("groff"):
    main = plain(pages / "gangmu.1")
    for word in ["NAME", "SYNOPSIS", "ENVIRONMENT", "GANGMU_DATA", "EXIT STATUS", "130", "targets", "目标", *options(root)]:
        check(f"gangmu.1 has {word}", word in main)
    for one in commands:
        check(f"gangmu.1 has {one['commandName']}", f"gangmu-{one['commandName']}(1)" in main)
        text = plain(pages / f"gangmu-{one['commandName']}.1")
        for word in options(one):
            check(f"gangmu-{one['commandName']}.1 has {word}", word in text)
        # What `--help` says of it, in the same words.
        said = " ".join(one["abstract"].rstrip(".").split())
        check(f"gangmu-{one['commandName']}.1 says what it is for", said in " ".join(text.split()))
    for path in pages.iterdir():
        check(f"{path.name} is sound", run("groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", str(path)).stderr, "")
else:
    skipped += 1


def bash(line):
    """What bash offers for a line that is typed to its end."""
    words = line.split(" ")
    script = (f"source {folder}/share/bash-completion/completions/gangmu; COMP_WORDS=({' '.join(words[:-1])} '{words[-1]}'); "
              f"COMP_CWORD={len(words) - 1}; COMP_LINE='{line}'; COMP_POINT={len(line)}; COMP_TYPE=9; "
              "function=$(complete -p gangmu | sed 's/.*-F \\([^ ]*\\).*/\\1/'); "
              f"$function gangmu '{words[-1]}' '{words[-2]}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}"}
    return set(run("bash", "-c", script, env=environment).stdout.split())


check("bash offers every subcommand", {one["commandName"] for one in commands} - bash("gangmu "), set())
for one in commands:
    check(f"bash offers the options of {one['commandName']}", set(options(one)) - bash(f"gangmu {one['commandName']} --"), set())
check("bash offers values", bash("gangmu --lang "), {"en", "zh"})
check("bash goes on from what is typed", bash("gangmu qu"), {"query"})

if shutil.which("zsh"):
    check("zsh reads its script", run("zsh", "-n", str(folder / "share/zsh/site-functions/_gangmu")).returncode, 0)
else:
    skipped += 1
if shutil.which("fish"):
    script = f"source {folder}/share/fish/vendor_completions.d/gangmu.fish; complete -C 'gangmu '"
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder)}
    offered = {line.split("\t")[0] for line in run("fish", "-c", script, env=environment).stdout.splitlines()}
    check("fish offers every subcommand", {one["commandName"] for one in commands} - offered, set())
else:
    skipped += 1

shutil.rmtree(folder)
print(f"{passed} passed, {failed} failed: manual pages and completions")
counts.write_text(f"{passed} {failed} {skipped}\n")
sys.exit(1 if failed else 0)
