"""The official client of the Model Context Protocol asks the program what the README promises.

    assistant.py PROGRAM DOCUMENTS COUNT-FILE

Every citation that comes back must stand in its document, on its line, word for word.
"""

import asyncio
import json
import sys
from pathlib import Path

from mcp import Client, StdioServerParameters

program, documents, count_file = sys.argv[1:4]
passed = failed = 0


def check(what, holds, seen=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED mcp: {what}: {seen}")


async def ask(client, tool, **arguments):
    result = await client.call_tool(tool, arguments)
    return result, result.structured_content


async def cited(client, answer):
    """Whether the words of every row stand where the row says."""
    texts = {}
    for row in answer["rows"]:
        citation = row.get("citation")
        if citation is None:
            return False
        address = citation["resource"]
        if address not in texts:
            contents = (await client.read_resource(address)).contents
            texts[address] = contents[0].text
        line = texts[address].split("\n")[citation["line"] - 1]
        if citation["sentence"] not in line or citation["words"] not in citation["sentence"]:
            return False
    return bool(answer["rows"])


async def main():
    server = StdioServerParameters(command=program, args=["mcp", documents])
    for mode in ("auto", "legacy"):
        async with Client(server, mode=mode) as client:
            tools = {tool.name for tool in (await client.list_tools()).tools}
            check(f"{mode}: tools", {"query", "open", "source", "check", "related"} <= tools, tools)
            resources = (await client.list_resources()).resources
            check(f"{mode}: resources", len(resources) > 0, len(resources))
            result, answer = await ask(client, "query", line="targets")
            check(f"{mode}: text and structure agree", json.loads(result.content[0].text) == answer)
            check(f"{mode}: citations of targets", await cited(client, answer), answer.get("total"))
            target = answer["rows"][0]["id"]
            _, source = await ask(client, "source", id=target)
            check(f"{mode}: source", source["card"]["citation"]["words"] == answer["rows"][0]["citation"]["words"])
            _, related = await ask(client, "related", id=target)
            check(f"{mode}: citations of related", not related["rows"] or await cited(client, related))
            result, _ = await ask(client, "query", line="tragets")
            check(f"{mode}: a mistake is explained", result.is_error and "targets" in result.content[0].text)
            _, checked = await ask(client, "check", year=2026)
            check(f"{mode}: check answers", "rows" in checked, checked)
            try:
                await client.read_resource("gangmu://documents/../../etc/passwd")
                check(f"{mode}: no file is read", False)
            except Exception:
                check(f"{mode}: no file is read", True)


try:
    asyncio.run(asyncio.wait_for(main(), 60))
except Exception as problem:  # a crash is a failure that is counted, not a test that vanishes
    check("the client ran to its end", False, repr(problem))
Path(count_file).write_text(f"{passed} {failed} 0\n")
print(f"mcp: {passed} passed, {failed} failed")
sys.exit(failed > 0)
