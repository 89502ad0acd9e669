import Documents
import Foundation
import Lexicon
import Testing

@testable import Extraction

/// Sentences that can hold no figure are not cut into tokens: the figures are those of a paragraph that was cut as a whole.
@Suite struct TellingSentencesTests {
    private static let grammar = Grammar(TestData.reader.lexicon)

    private func figures(_ paragraph: String, all: Bool, looksForward: Bool) -> [String] {
        let text = SourceText(Array(paragraph.utf8)), range = text.units.indices
        var figures = FigureReader(grammar: Self.grammar)
        figures.documentYear = 2026
        if all { figures.lexer.lex(text.units.span, range) } else { figures.lexer.lexTelling(text, range) }
        let frame = TimeFrame(period: Period(looksForward ? 2026 : 2025), looksForward: looksForward)
        let after = figures.read(text.units.span, range, frame: frame)
        return figures.found.map { "\($0)" } + ["\(after)"]
    }

    private func expectSame(_ paragraph: String) {
        for looksForward in [false, true] {
            #expect(figures(paragraph, all: false, looksForward: looksForward) == figures(paragraph, all: true, looksForward: looksForward))
        }
    }

    @Test(arguments: [
        "推进路网建设。居民收入与经济增长同步。完善制度。",
        "坚持稳中求进。出口增速快于全国。主要预期目标是：粮食增产。产量增长4%。",
        "改造老街。县里的工作取得了很大成绩。今年要再修两万米水渠。",
        "去年全镇各项工作，都取得很大成绩！修好水渠。建成八十座水塔。今年增产一成。",
        "规模翻番。一心一意办实事。“十五五”时期再上台阶。五年来栽树三千亩。",
    ])
    func aParagraphReadsTheSame(_ paragraph: String) { expectSame(paragraph) }

    /// With the sentences of the hard constructions in one paragraph.
    @Test func theConstructionsReadTheSame() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("constructions.txt").path
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { $0.contains("。") }
        for start in stride(from: 0, to: lines.count, by: 12) {
            expectSame(lines[start..<min(start + 12, lines.count)].map { $0.drop { $0 != " " } }.joined())
        }
    }
}
