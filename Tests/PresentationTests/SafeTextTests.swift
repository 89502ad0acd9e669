import Documents
import KnowledgeGraph
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("\u{1B}[31m红", "\\u{1B}[31m红"), ("a\u{9B}2J", "a\\u{9B}2J"), ("a\tb\nc", "a b c"), ("\u{7}", "\\u{7}"), ("\u{7F}", "\\u{7F}"),
        ("x\u{202E}y", "x\\u{202E}y"), ("“引号”…—", "“引号”…—"), ("", ""),
    ])
    func line(_ text: String, expected: String) {
        #expect(SafeText.line(text) == expected)
    }

    /// Whatever control stands in a cell, a heading, a source, a link, a note or an error, none reaches the output.
    @Test func noFormatLetsControlsThrough() {
        let evil = "坏\u{1B}]0;名\u{7}\u{9B}31m字\u{202E}"
        let column = Column(key: "text", chinese: "文")
        let table = Table(columns: [column], rows: [[.text(evil)]], nodes: [nil])
        let card = Card(
            node: NodeID(.measure, 0), heading: evil, properties: [(column, .text(evil))],
            source: Citation(document: evil, path: evil, line: 1, sentence: evil + evil, marked: .init(0, evil.utf8.count)),
            links: [Link(relation: Term(evil, Message(evil, evil)), label: evil, target: NodeID(.goal, 0))],
            more: [MoreLinks(relation: Term(evil, Message(evil, evil)), count: 2, command: evil)])
        let page = Page([.heading(evil), .paragraph(evil), .definitions([.init(evil, evil)]), .examples([evil])])
        let renderer = Renderer(style: .plain)
        for format in OutputFormat.allCases {
            for body in [Answer.Body.table(table), .card(card), .page(page)] {
                let text = renderer.render(Answer(body, notes: [evil], format: format))
                // A drawing of what has no numbers holds no words of it.
                #expect(text.contains("坏") || format == .chart || format == .svg)
                #expect(!text.unicodeScalars.contains { $0 != "\n" && SafeText.isControl($0) && $0.value < 0x2000 }, "\(format)")
            }
        }
        let error = renderer.render(
            Diagnostic(.unexpected, evil, at: ByteSpan(3, 8), expected: [evil], suggestion: evil), line: evil, place: evil)
        #expect(!error.unicodeScalars.contains { $0 != "\n" && SafeText.isControl($0) })
    }
}
