"""Writes the manual page of the program: manual.py PROGRAM FOLDER.

FOLDER gets gangmu.1 and a page for each subcommand, such as gangmu-query.1. Options come from the definitions that the program
parses its arguments by, commands of the language from its `help`, variables and exit codes from Program.md.
"""
import json
import pathlib
import re
import subprocess
import sys

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
page = pathlib.Path(__file__).resolve().parent.parent / "Sources/gangmu/Documentation.docc/Program.md"


def output(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def roff(text):
    """Plain text as lines of roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\n".join(("\\&" + line if line[:1] in (".", "'") else line) for line in text.split("\n"))


def table(heading):
    """The rows of the first table below a heading of Program.md, without its head."""
    part = page.read_text().split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [re.split(r" \| ", line.strip("| ")) for line in part.splitlines() if line.startswith("|")]
    return [(row[0].strip("` "), row[1]) for row in rows[2:]]


def names(argument):
    if argument["kind"] == "positional":
        return f"\\fI{roff(argument['valueName'])}\\fR"
    value = f" \\fI{roff(argument['valueName'])}\\fR" if argument["kind"] == "option" else ""
    marks = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    return ", ".join(f"\\fB{roff(mark)}\\fR" for mark in marks) + value


def synopsis(argument):
    text = names(argument) + (" ..." if argument["isRepeating"] else "")
    return f"[{text}]" if argument["isOptional"] else text


def write(command, path):
    title = "-".join(path)
    shown = [argument for argument in command.get("arguments", []) if argument["shouldDisplay"]]
    # `help` describes itself as a command of the parser's; it needs no page.
    children = [child for child in command.get("subcommands", []) if child["shouldDisplay"] and child["commandName"] != "help"]
    lines = [f".TH {title.upper()} 1", ".SH NAME", f"{roff(title)} \\- {roff(command['abstract'].rstrip('.'))}", ".SH SYNOPSIS"]
    call = "\\fB" + roff(" ".join(path)) + "\\fR"
    lines.append(" ".join([call] + [synopsis(argument) for argument in shown] + (["\\fIsubcommand\\fR ..."] if children else [])))
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", roff(command["discussion"]).replace("\n\n", "\n.PP\n")]
    if shown:
        lines.append(".SH OPTIONS")
        for argument in shown:
            text = argument.get("abstract", "")
            if argument.get("defaultValue"):
                text += f" (default: {argument['defaultValue']})"
            lines += [".TP", names(argument), roff(text)]
    if children:
        lines.append(".SH SUBCOMMANDS")
        for child in children:
            lines += [".TP", f"\\fB{roff(child['commandName'])}\\fR", roff(child["abstract"]) + f" See \\fB{roff(title)}\\-{child['commandName']}\\fR(1)."]
        lines += [".SH COMMANDS OF THE SHELL", ".nf", roff(output("--lang", "en", "--color", "never", "query", "help")), ".fi"]
        lines.append(".SH ENVIRONMENT")
        for name, text in table("Settings"):
            lines += [".TP", f"\\fB{roff(name)}\\fR", roff(text)]
    lines.append(".SH EXIT STATUS")
    for code, text in table("Exit codes"):
        lines += [".TP", f"\\fB{roff(code)}\\fR", roff(text)]
    others = [f"{title}-{child['commandName']}" for child in children] if children else [path[0]]
    lines += [".SH SEE ALSO", ", ".join(f"\\fB{roff(other)}\\fR(1)" for other in others)]
    (folder / f"{title}.1").write_text("\n".join(lines) + "\n")
    for child in children:
        write(child, [*path, child["commandName"]])


folder.mkdir(parents=True, exist_ok=True)
write(json.loads(output("--experimental-dump-help"))["command"], ["gangmu"])
