"""Makes the documents of this folder: the same report in every format.

    python3 -m pip install reportlab==5.1.0
    python3 make-documents.py
"""
import pathlib
import re
import zipfile

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FOLDER = pathlib.Path(__file__).parent
TITLE = "2026年云溪县政府工作报告"
BODY = [
    ("heading", "一、2025年工作回顾"),
    ("text", "一年来，我们迎难而上，产业、项目和民生一起抓。2025年，全县地区生产总值达到312.6亿元，增长5.8%；粮食产量41.5万吨，"
             "新建改建农村公路126公里，城乡居民的日子一天比一天好，山水之间处处有了新的样子。"),
    ("heading", "二、2026年主要目标"),
    ("text", "2026年，地区生产总值增长6%左右，城镇新增就业3200人以上，新建高标准农田2.4万亩，空气质量优良天数比例保持在96%以上，"
             "让每一个乡镇都有便捷的公交和安静的书屋。"),
]


def text():
    return "\n".join([TITLE] + [t for _, t in BODY]) + "\n"


def html():
    body = "\n".join(f"<h2>{t}</h2>" if kind == "heading" else f"<p>&emsp;{t.replace('，', '&#xFF0C;', 1)}</p>" for kind, t in BODY)
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{TITLE}_云溪县人民政府</title><style>p {{ margin: 0 }}</style>
<script>var 导航 = "首页，新闻，公开";</script></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻中心</a></li><li><a href="/o">政务公开</a></li></ul></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/o">政务公开</a></div>
<div class="page"><h1>{TITLE}</h1><div class="content">
{body}
<p style="display:none">隐藏的一句，不该读到。</p>
</div></div>
<div class="related"><ul><li><a href="/1">某镇举行赛歌会</a></li><li><a href="/2">某村修好了水渠</a></li></ul></div>
<footer>版权所有：云溪县人民政府，备案号略，电话略，邮编略。</footer></body></html>
"""


def docx():
    def run(t):
        return f"<w:r><w:t xml:space=\"preserve\">{t}</w:t></w:r>"

    paragraphs = [f"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{run(TITLE)}</w:p>"]
    for kind, t in BODY:
        style = "<w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>" if kind == "heading" else ""
        half = len(t) // 2
        gone = "<w:del><w:r><w:delText>删掉的字</w:delText></w:r></w:del><w:r><w:instrText>PAGEREF 目录</w:instrText></w:r>"
        paragraphs.append(f"<w:p>{style}{run(t[:half])}{gone}{run(t[half:])}</w:p>")
    cells = "".join(f"<w:tc><w:p>{run(t)}</w:p></w:tc>" for t in ["项目", "长度"])
    paragraphs.append(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{name}\"><w:body>{''.join(paragraphs)}</w:body></w:document>"
    styles = (f"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles xmlns:w=\"{name}\"><w:style w:styleId=\"a1\">"
              "<w:name w:val=\"heading 1\"/></w:style></w:styles>")
    types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    pack("report.docx", {"[Content_Types].xml": types, "word/document.xml": document, "word/styles.xml": styles})


def pack(name, members):
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


REPORT = [("title", TITLE)] + BODY
FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def lines(text, size, indent, measure):
    """The text broken at the measure: numbers and words stay whole, no line begins with a mark that closes."""
    parts = re.findall(r"(?:[0-9A-Za-z.%-]+|.)[，。、；：）”》%]*", text)
    line, first = "", True
    for part in parts:
        room = measure - (indent if first else 0)
        if line and pdfmetrics.stringWidth(line + part, FONT, size) > room:
            yield line
            line, first = "", False
        line += part
    yield line


def pdf(name, paragraphs, size=11, indent=2, width=400, height=270, head="云溪县人民代表大会文件", gap=0, justify=False,
        encrypt=None, columns=1):
    """`indent` in letters; `gap` between paragraphs in points; `head` may be a pair for odd and even pages."""
    page = canvas.Canvas(str(FOLDER / name), pagesize=(width, height), encrypt=encrypt, invariant=1)
    number, column = 0, 0
    left, top, bottom, gutter = 50, height - 60, 50, 24
    measure = (width - 100 - gutter * (columns - 1)) / columns

    def finish():
        nonlocal number
        number += 1
        page.setFont(FONT, 8)
        page.drawCentredString(width / 2, 22, f"— {number} —")
        page.drawString(left, height - 28, head if isinstance(head, str) else head[number % 2])
        page.showPage()

    y = top
    for kind, text in paragraphs:
        if kind == "title":
            page.setFont(FONT, size * 1.5)
            page.drawCentredString(width / 2, y, text)
            y -= size * 3
            top_of_column = y
            continue
        if kind == "row":
            page.setFont(FONT, size)
            for i, cell in enumerate(text):
                page.drawString(left + i * measure / len(text), y, cell)
            y -= size * 1.7
            continue
        broken = list(lines(text, size, indent * size, measure))
        for i, line in enumerate(broken):
            if y < bottom:
                column += 1
                if column == columns:
                    finish()
                    column, top_of_column = 0, height - 60
                y = top_of_column
            shift = indent * size if i == 0 else 0
            space = 0
            if justify and i < len(broken) - 1:
                space = (measure - shift - pdfmetrics.stringWidth(line, FONT, size)) / max(1, len(line) - 1)
            page.setFont(FONT, size)
            page.drawString(left + column * (measure + gutter) + shift, y, line, charSpace=space)
            y -= size * 1.7
        y -= gap
    finish()
    page.save()


def scan():
    page = canvas.Canvas(str(FOLDER / "scan.pdf"), pagesize=(360, 300), invariant=1)
    for _ in range(2):
        page.rect(40, 40, 200, 100, fill=1)
        page.showPage()
    page.save()


if __name__ == "__main__":
    (FOLDER / "report.txt").write_text(text(), encoding="utf-8")
    (FOLDER / "report-gbk.txt").write_bytes(text().encode("gbk"))
    (FOLDER / "report-utf16le.txt").write_bytes(b"\xff\xfe" + text().encode("utf-16-le"))
    (FOLDER / "report-utf16be.txt").write_bytes(b"\xfe\xff" + text().encode("utf-16-be"))
    (FOLDER / "page.html").write_bytes(html().encode("gbk"))
    (FOLDER / "traditional-big5.txt").write_bytes("二、今年的工作：我們要發展農業和教育，使每一個鄉鎮都有學校，全縣糧食產量達到41.5萬噸。\n".encode("big5"))
    docx()
    pdf("report.pdf", REPORT)
    pdf("report-justified.pdf", REPORT, justify=True, head=("云溪县人民政府", "政府工作报告"))
    pdf("report-unindented.pdf", REPORT, indent=0, gap=8)
    pdf("report-columns.pdf", REPORT, columns=2, width=360, height=215, size=8)
    pdf("locked.pdf", REPORT[:1], encrypt=StandardEncryption("geheim", canPrint=0))
    scan()
    (FOLDER / "broken.pdf").write_bytes((FOLDER / "report.pdf").read_bytes()[:700])
    pack("archive.txt", {"note.txt": "一份文件"})
    (FOLDER / "picture.txt").write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452"))
    (FOLDER / "empty.txt").write_bytes(b"")
