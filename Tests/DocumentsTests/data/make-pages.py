"""Makes the pile of this folder: what people really have, in our own sentences. Needs Python alone.

    python3 make-pages.py
"""
import pathlib
import zipfile

PILE = pathlib.Path(__file__).parent / "pile"
TITLE = "2026年柳湾市政府工作报告"


def page():
    """A page as a county's site serves it and a browser saves it: GBK, nested boxes, bars, a table, attachments, a footer."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gbk" />
<meta name="SiteName" content="柳湾市人民政府门户网站" /><meta name="ArticleTitle" content="{TITLE}" />
<meta name="PubDate" content="2026-01-18 09:30" /><meta name="ColumnName" content="政府工作报告" />
<title>{TITLE}_柳湾市人民政府门户网站</title>
<link rel="stylesheet" href="./报告_files/main.css" /><style type="text/css">.TRS_Editor P {{ line-height: 2; font-size: 14pt; }}</style>
<script type="text/javascript">var 栏目 = "首页，要闻，公开，服务，互动。"; function doZoom(size) {{ document.getElementById('zoom').style.fontSize = size + 'px'; }}</script>
</head><body>
<!-- 头部，含，许多，逗号，的，注释。 -->
<div class="header"><div class="w1200"><div class="logo"><a href="/"><img src="./报告_files/logo.png" alt="柳湾市人民政府" /></a></div>
<div class="tools"><a href="/wza">无障碍</a><span>|</span><a href="/en">English</a><span>|</span><a href="/login">登录</a></div>
<form action="/search"><input type="text" value="请输入关键字，多个用逗号隔开" /><button>搜索</button></form></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/yw">要闻动态</a></li><li><a href="/gk">政务公开</a></li><li><a href="/fw">办事服务</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="main w1200"><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; <a href="/gk/bg">政府工作报告</a></div>
<div class="left"><div class="box"><h3>政务公开</h3><ul><li><a href="/gk/1">机构职能</a></li><li><a href="/gk/2">规划计划</a></li><li><a href="/gk/3">财政预决算</a></li></ul></div></div>
<div class="right"><div class="article"><div class="title"><h1>{TITLE}</h1></div>
<div class="info"><span>来源：柳湾市政府办公室</span> <span>发布时间：2026-01-18</span> <span>浏览次数：<em id="hits">1024</em>次</span>
<span>字号：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a></span> <span><a href="javascript:window.print()">打印</a></span></div>
<div id="zoom"><div class="TRS_Editor"><div class="Custom_UnionStyle">
<p align="center"><span style="font-size: 16pt">——2026年1月12日在柳湾市第五届人民代表大会第六次会议上</span></p>
<p>各位代表：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<strong><span>一、2025年工作回顾</span></strong></p>
<p>&emsp;&emsp;一年来，我们把稳增长摆在前面，地区生产总值达到<span>486</span><span>.5</span>亿元，<span>增长</span><b>6.1%</b>；规上工业增加值增长7.4%。</p>
<p>　　全年新增经营主体5200户，各乡镇的主要指标见下表。</p>
<div class="table-wrap"><table border="1"><tbody><tr><th>乡镇</th><th>粮食产量（万吨）</th></tr><tr><td><p>东渡镇</p></td><td><p>3.2</p></td></tr><tr><td><p>西堤镇</p></td><td><p>2.8</p></td></tr></tbody></table></div>
<p>&nbsp;</p>
<p><strong>二、2026年工作安排</strong></p>
<p>　　今年的预期目标是：地区生产总值增长6%左右，城镇新增就业4500人以上，<a href="/zc/1">居民人均可支配收入</a>增长6.5%，城镇调查失业率控制在5.5%以内。</p>
<p style="DISPLAY: none">这一句是模板留下的，不该读到，城镇新增就业99人。</p>
<p>　　<span>（一）</span>夯实农业基础。新建高标准农田3.5万亩，推进灌区改造。</p>
</div></div></div>
<div class="fujian">附件：<ul><li><a href="./1.docx">1.柳湾市2026年重点项目清单.docx</a></li><li><a href="./2.pdf">2.名词解释.pdf</a></li></ul></div>
<div class="share"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
<div class="btns"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div>
<div class="prevnext"><p>上一篇：<a href="/gk/bg/8">2025年柳湾市政府工作报告</a></p><p>下一篇：没有了</p></div>
</div></div></div>
<div class="footer"><p>主办：柳湾市人民政府办公室　承办：柳湾市大数据中心</p><p>备案号：略，网站标识码：略，公安备案：略，联系电话：略，地址：柳湾市滨河路1号。</p></div>
<script src="./报告_files/app.js"></script></body></html>
"""


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx():
    """Headings whose numbers Word counts, a table, a text box, a note, tracked changes, a table of contents."""
    def run(text, tag="t"):
        return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    def paragraph(content, list=None, style=None, mark=""):
        number = f'<w:numPr><w:ilvl w:val="{list[1]}"/><w:numId w:val="{list[0]}"/></w:numPr>' if list else ""
        name = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:p><w:pPr>{name}{number}{mark}</w:pPr>{content}</w:p>"

    contents = ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
                + paragraph(run("上年工作回顾") + '<w:r><w:tab/></w:r>' + run("1")) + "</w:sdtContent></w:sdt>")
    box = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
           + paragraph(run("文本框：全县公路里程达到1260公里。")) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
           "<w:txbxContent>" + paragraph(run("文本框：全县公路里程达到1260公里。")) + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    body = [
        paragraph(run("2026年石柳县政府工作报告"), style="T"),
        contents,
        paragraph(run("上年工作回顾"), style="H1"),
        paragraph(run("2025年，地区生产总值增长5.6%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("，财政运行平稳。") + box),
        paragraph(run("今年工作安排"), style="H1"),
        paragraph(run("发展现代农业"), list=(2, 0)),
        paragraph(run("新建高标准农田") + f'<w:del w:id="1">{run("9", "delText")}</w:del><w:ins w:id="2">{run("4")}</w:ins>' + run("万亩，粮食产量稳定在30万吨以上。")),
        paragraph(run("修复水利设施，"), mark='<w:rPr><w:del w:id="3"/></w:rPr>'),
        paragraph(run("整治山塘60口。") + '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的字9口</w:t></w:r>'),
        paragraph(run("办好民生实事"), list=(2, 0)),
        paragraph(run("新建幼儿园2所。"), list=(2, 1)),
        paragraph(run("改造老旧小区15个。"), list=(2, 1)),
        paragraph(run("守牢安全底线"), list=(2, 0)),
        paragraph(run("排查隐患。"), list=(2, 1)),
        "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in row) + "</w:tr>"
                            for row in [("指标", "目标"), ("城镇新增就业", "2600人")]) + "</w:tbl>",
        paragraph(run("加强自身建设"), style="H1"),
    ]
    document = (f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>{"".join(body)}</w:body></w:document>')
    styles = (f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{W}"><w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
              '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="HB"/></w:style>'
              '<w:style w:styleId="HB"><w:name w:val="numbered"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>')

    def level(depth, form, text):
        return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'

    numbering = (f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{W}">'
                 f'<w:abstractNum w:abstractNumId="7">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
                 f'<w:abstractNum w:abstractNumId="9">{level(0, "chineseCounting", "（%1）")}{level(1, "decimal", "%2.")}</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num></w:numbering>')
    notes = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p>{run("按不变价计算，快1个百分点。")}</w:p></w:footnote></w:footnotes>'
    types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return {"[Content_Types].xml": types, "word/document.xml": document, "word/styles.xml": styles,
            "word/numbering.xml": numbering, "word/footnotes.xml": notes}


CSV = """地区,指标,年份,目标值,单位,牵头单位
石柳县,地区生产总值,2026,6%左右,,发改局
柳湾市,规上工业增加值增速,2026,≥7,%,工信局
柳湾市,"城镇新增就业（人数）",2026,"4,500",人,人社局
柳湾市,粮食产量,2026,三十万,吨,农业局
柳湾市,城镇调查失业率,2026年,5.5%以内,,人社局
"""
TEXT = f"""2026年沙洲县政府工作报告

一、2025年工作回顾

2025年，沙洲县生产总值增长5.9%，地方一般公共预算收入增长4.2%。

二、2026年主要目标

今年地区生产总值增长6%以上，粮食产量稳定在12万吨，新建村史馆8个，改善群众的生活。
"""


def write(name, content):
    path = PILE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def pack(name, members):
    path = PILE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


write("网页/报告.htm", page().encode("gbk"))
write("网页/报告_files/main.css", b"body { margin: 0; padding: 0; font: 14px/1.8 serif; }\n.nav li { float: left; }\n.footer { color: #666; }\n")
write("网页/报告_files/app.js", "window.onload = function () { var hits = document.getElementById('hits'); };\n// 统计，浏览，次数。\n".encode())
write("网页/报告_files/frame.html", "<html><body><p>相关，推荐，阅读，城镇新增就业88人。</p></body></html>".encode())
write("style", b"body { margin: 0; padding: 0; }\n.nav li { float: left; }\n.footer { color: #666; }\n")
pack("文件.bin", docx())
write("沙洲县", TEXT.encode("gb18030"))
write("表/指标.txt", CSV.encode("gb18030"))
write("表/考核.csv", "考核项;数值甲;数值乙\n绿化;3;4\n道路;5;6\n".encode())
pack("压缩.txt", {"a.txt": "里面的字"})
write("空.md", b"")
for name, source in [("带文字.dat", "report.pdf"), ("扫描件.pdf", "scan.pdf")]:
    write(name, (PILE.parent / source).read_bytes())
