"""pages.py PROGRAM DOCUMENTS COUNT-FILE: pages of HTML and the site, opened in headless Chromium.

A page stands alone (no request leaves it), is sorted by a click, led through by the keyboard, light and dark; every link to a source
leads to the words. The site answers GET on this machine's own name only and lets no text of a document become a script."""
import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as expected
from selenium.webdriver.support.ui import WebDriverWait

program, documents, counts = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
passed, failures = 0, []


def check(what, holds, seen=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(what)
        print(f"FAILED pages: {what}: {str(seen)[:300]}")


folder = pathlib.Path(tempfile.mkdtemp())
evil = folder / "evil.txt"
evil.write_text("东山市2026年政府工作报告\n二、2026年工作安排\n<script>document.title='hit'</script>粮食产量达到5万吨。<img src=x onerror=\"document.title='hit'\">\n")
subprocess.run([program, "query", "check | as html", documents], stdout=(folder / "table.html").open("w"), check=True)
run = subprocess.run([program, documents], input=f"targets 2026 | take 3\nopen 1\nsave {folder}/card.html\n", capture_output=True, text=True)
check("a card is saved as a page", (folder / "card.html").exists(), run.stderr)

options = webdriver.ChromeOptions()
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1100,900", "--lang=en"):
    options.add_argument(argument)
options.binary_location = "/usr/bin/chromium"
options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
browser.set_page_load_timeout(30)


def requests():
    """Addresses asked for since the last call."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]


def colour(selector, property):
    return browser.execute_script(
        "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])", selector, property)


def brightness(text):
    return sum(int(number) for number in re.findall(r"\d+", text)[:3])


try:
    # A table that stands alone.
    browser.get((folder / "table.html").as_uri())
    check("nothing but the page is asked for", [url for url in requests() if not url.startswith("file:///")] == [])
    check("no errors", [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == [])
    rows = browser.find_elements(By.CSS_SELECTOR, "tbody tr")
    check("rows are there", len(rows) > 50, len(rows))

    def column(number):
        return browser.execute_script(
            "return [...document.querySelectorAll('tbody tr')].map(row => Number(row.cells[arguments[0]].dataset.sort ?? NaN))", number)

    heads = [head.get_attribute("data-key") for head in browser.find_elements(By.CSS_SELECTOR, "thead th")]
    gap = heads.index("gap")
    button = browser.find_element(By.CSS_SELECTOR, "th[data-key=gap] button")
    button.send_keys(Keys.ENTER)
    values = [value for value in column(gap) if value is not None and value == value]
    check("Enter on a heading sorts by it", len(values) > 10 and values == sorted(values), values[:20])
    button.click()
    values = [value for value in column(gap) if value is not None and value == value]
    check("a second time downwards", values == sorted(values, reverse=True), values[:20])
    link = browser.find_element(By.CSS_SELECTOR, "tbody tr a")
    name = link.text
    link.send_keys(Keys.ENTER)
    shown = browser.execute_script(
        "const box = document.getElementById(arguments[0]).getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0", name)
    check("Enter on a link shows the source", shown)
    words = browser.execute_script("return document.getElementById(arguments[0]).querySelector('mark').textContent", name)
    check("with the words marked", bool(words) and "".join(words.split()) != "", words)
    broken = browser.execute_script(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length")
    check("every link leads somewhere", broken == 0, broken)

    # Both sides of a pair lead to their sources, and so does each step of a way.
    two = folder / "two"
    two.mkdir()
    for year, tea in ((2025, 5), (2026, 6)):
        (two / f"{year}-东山市.txt").write_text(f"东山市{year}年政府工作报告\n二、{year}年工作安排\n茶叶产量增长{tea}%。新建茶亭{tea}座。\n")
    for line, heading in (("diff d1 d2", "from"), ("path f1 f3", "node")):
        page = folder / "pair.html"
        subprocess.run([program, "query", line + " | as html", str(two)], stdout=page.open("w"), check=True)
        browser.get(page.as_uri())
        cells = browser.execute_script("""
            const at = [...document.querySelectorAll('thead th')].findIndex(head => head.dataset.key === arguments[0]);
            return [...document.querySelectorAll('tbody tr')].map(row => row.cells[at]).filter(cell => /^[fmpg]\\d/.test(cell.textContent))
              .map(cell => !!cell.querySelector('a') && !!document.getElementById(cell.querySelector('a').getAttribute('href').slice(1)));""", heading)
        check(f"{line}: each id of {heading} leads to its source", len(cells) > 1 and all(cells), cells)
        if line.startswith("path"):
            boxes = browser.find_elements(By.CSS_SELECTOR, "svg.chart a[href]")
            check("the boxes of a drawn way are links", len(boxes) > 1, len(boxes))
            boxes[0].send_keys(Keys.ENTER)
            check("and lead to a source", "#" in browser.current_url, browser.current_url)

    # A card with its drawing, light and dark.
    browser.get((folder / "card.html").as_uri())
    boxes = browser.find_elements(By.CSS_SELECTOR, "svg.graph rect")
    check("the graph around the node is drawn", len(boxes) > 5, len(boxes))
    overlap = browser.execute_script("""
        const boxes = [...document.querySelectorAll('svg.graph rect')].map(box => box.getBoundingClientRect());
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return boxes.some((a, i) => boxes.some((b, j) => i < j && meet(a, b)));""")
    check("no two boxes overlap", overlap is False)
    inside = browser.execute_script("""
        return [...document.querySelectorAll('svg.graph g')].every(group => {
          const box = group.querySelector('rect'), text = group.querySelector('text');
          return !box || !text || text.getBBox().width <= box.getBBox().width + 2; });""")
    check("words stay inside their boxes", inside is True)
    browser.find_element(By.CSS_SELECTOR, "svg.graph a").send_keys(Keys.ENTER)
    check("a box is a link to a source", browser.current_url.split("#")[-1] != "" and "#" in browser.current_url, browser.current_url)
    grounds = {}
    for scheme in ("light", "dark"):
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        ground, ink = brightness(colour("body", "background-color")), brightness(colour("body", "color"))
        grounds[scheme] = ground
        check(f"{scheme}: words stand out", abs(ground - ink) > 400, (ground, ink))
        check(f"{scheme}: a picture", len(browser.get_screenshot_as_png()) > 10_000)
    check("light is lighter than dark", grounds["light"] > 600 > 200 > grounds["dark"], grounds)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    # The site.
    server = subprocess.Popen([program, "serve", "--port", "0", documents, str(evil)], stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().strip()
        port = int(address.rstrip("/").rsplit(":", 1)[1])

        def ask(path, method="GET", host="127.0.0.1"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()

        quote = urllib.parse.quote
        check("home", ask("/")[0] == 200)
        for host, status in (("localhost", 200), (f"127.0.0.1:{port}", 200), ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("", 421)):
            check(f"host {host!r}", ask("/", host=host)[0] == status)
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            check(f"{method} is refused", ask("/?q=targets", method=method)[0] == 405)
        for length, status in ((7900, 404), (100_000, 414), (3_000_000, 414)):
            found, _, body = ask("/" + "x" * length)
            check(f"an address of {length} characters", found == status and (status == 404 or "longer than 8000 bytes" in body), (found, body[:200]))
        for path in ("/../../etc/passwd", "/source/..%2f..%2f..%2fetc%2fpasswd", "/open/%00", "/nothing", "/api/open/f99999999"):
            status, _, body = ask(path)
            check(f"{path} is not there", status in (400, 404) and "root:" not in body, status)
        status, headers, body = ask("/api?q=" + quote("check 2023 place:全国") + "&limit=2")
        rows = json.loads(body)
        check("JSON of an answer", status == 200 and len(rows["rows"]) == 2 and rows["total"] > 2, body)
        check("each row with its words", all(row["citation"]["words"] in row["citation"]["sentence"] for row in rows["rows"]))
        status, _, body = ask("/api?q=tragets")
        check("JSON of a mistake", status == 400 and json.loads(body)["error"]["try"] == "targets", body)
        for line in ("save /tmp/x.csv", "targets | save x.csv", "export x.graphml", "run jobs", "targets | as csv x.csv"):
            status, _, body = ask("/api?q=" + quote(line))
            check(f"{line} is refused", status in (400, 404), body)
        status, headers, _ = ask("/?q=targets")
        policy = headers.get("Content-Security-Policy", "")
        check("no script but the page's own", "default-src 'none'" in policy and "unsafe" not in policy, policy)
        status, _, body = ask("/?q=" + quote("<script>alert(1)</script>"))
        check("a line stays text", status == 400 and "<script>alert" not in body)

        browser.get(address)
        box = browser.find_element(By.NAME, "q")
        box.send_keys("targets 2026 粮食" + Keys.ENTER)
        # A title, not a stale box: asking about an element while its page goes can fail in the browser itself.
        WebDriverWait(browser, 10).until(expected.title_contains("粮食"))
        check("the search box asks", "粮食" in browser.title and browser.find_elements(By.CSS_SELECTOR, "tbody tr a") != [], browser.title)
        browser.find_element(By.CSS_SELECTOR, "tbody tr a").click()
        check("a row leads to its card", "/open/f" in browser.current_url, browser.current_url)
        browser.find_element(By.CSS_SELECTOR, "cite a").click()
        check("the card leads to the words in the text", browser.find_element(By.CSS_SELECTOR, "mark#here").is_displayed())
        for path in ("?q=" + quote("targets place:东山市"), "?q=" + quote("figures 粮食 东山市"), "source/" + "d1"):
            browser.get(address + path)
            check(f"{path}: text of a document is no script", "hit" not in browser.title, browser.title)
        found = [row["id"] for row in json.loads(ask("/api?q=" + quote("documents 东山市"))[2])["rows"]]
        for id in found:
            browser.get(f"{address}source/{id}")
            check("a document that holds a script shows it", "hit" not in browser.title and "<script>" in browser.find_element(By.CSS_SELECTOR, ".source").text)
        check("the document is there", len(found) == 1, found)
        severe = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]
        check("no errors on the site", severe == [], severe)
        check("nothing but the site is asked for", [url for url in requests() if not url.startswith((address, "file:", "data:"))] == [])
    finally:
        server.terminate()
        server.wait(10)
finally:
    browser.quit()

print(f"{passed} passed, {len(failures)} failed: pages in a browser")
counts.write_text(f"{passed} {len(failures)} 0\n")
sys.exit(1 if failures else 0)
