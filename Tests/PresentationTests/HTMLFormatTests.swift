import KnowledgeGraph
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct HTMLFormatTests {
    @Test func aPageNeedsNothingElse() {
        let html = Renderer(style: .plain).render(Answer(.table(Samples.table), format: .html), title: "targets <2026> & \"more\"")
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        #expect(html.contains("<title>targets &lt;2026&gt; &amp; &quot;more&quot;</title>"))
        for (line, title) in [
            ("targets 2026 | as html", "targets 2026"), ("目标 2026 |格式 网页 ", "目标 2026"), ("targets “a|b”", "targets “a|b”"),
            ("targets | as $x | take 3", "targets | as $x | take 3"),
        ] {
            #expect(
                Renderer(style: .plain).render(Answer(.table(Samples.table), format: .html), title: line).contains(
                    "<title>\(title)</title>"), "\(line)")
        }
        for outside in ["http://", "https://", "src=", "@import", "url("] { #expect(!html.contains(outside), "\(outside)") }
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("Noto Sans CJK SC"))
        #expect(html.contains("<th scope=\"col\" data-key=\"indicator\"><button type=\"button\">indicator</button></th>"))
        #expect(html.contains("<td class=\"number\" data-sort=\"7.5\">≥7.5%</td>"))
    }

    @Test func textOfDocumentsStaysText() {
        let evil = "</td><script>alert(1)</script>\u{1B}[31m'"
        let table = Table(columns: [Column(key: "text", chinese: "原文")], rows: [[.text(evil)]], nodes: [nil])
        var card = Samples.card
        card.heading = evil
        card.properties = [(Column(key: "text", chinese: "原文"), .text(evil))]
        card.links = [Link(relation: Term(evil, Message(evil, evil)), label: evil, target: NodeID(.goal, 0))]
        let page = Page([.heading(evil), .paragraph(evil), .definitions([.init(evil, evil)]), .examples([evil])])
        for body in [Answer.Body.table(table), .card(card), .page(page)] {
            let html = Renderer(style: .plain).render(Answer(body, notes: [evil], format: .html), title: evil)
            #expect(!html.contains("alert(1)</script>") && !html.contains("\u{1B}"))
            #expect(html.contains("&lt;/td&gt;&lt;script&gt;"))
        }
    }

    @Test func theTongueIsNamed() {
        let html = Tongue.chinese.speaking { HTMLFormat(style: .plain).text(of: Samples.table) }
        #expect(html.contains("<html lang=\"zh-CN\">") && html.contains(">指标</button>"))
        #expect(HTMLFormat(style: .plain).text(of: Samples.table).contains("lang=\"zh-CN\">城镇登记失业率</td>"))
    }
}
