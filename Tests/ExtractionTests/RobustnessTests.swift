import Documents
import Lexicon
import Testing

@testable import Extraction

/// Cut-off, broken and nonsensical texts do no harm: every range found lies in the text and keeps its order.
@Suite struct RobustnessTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let pieces = [
        "一、", "（一）", "一是", "——", "。", "\n", "# ", "---\n", "：", "“", "》", "第一，", "各位代表：", "1.", "，", "、", "；", "名词解释\n", "附件\n",
        "2026年", "要", "推进", "记者某某摄\n", "以改革为动力", "为群众", "将", "我们也清醒认识到不足", "新建水库三座", "第一章 总则\n", "*镇",
    ]

    @Test(arguments: 0..<60) func anyTextIsRead(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<60, using: &dice) { bytes += Array(Self.pieces.randomElement(using: &dice)!.utf8) }
        for _ in 0..<Int.random(in: 0..<4, using: &dice) where !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        }
        let text = SourceText(bytes)
        let outline = OutlineReader().read(text)
        let parts = DocumentParts(text, outline)
        for heading in outline.headings {
            #expect(!heading.title.isEmpty)
            #expect(heading.range.lowerBound <= heading.title.lowerBound && heading.title.upperBound <= heading.range.upperBound)
        }
        for (a, b) in zip(outline.headings, outline.headings.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
        var end = 0
        for measure in MeasureReaderTests.reader.read(text, outline, parts) {
            #expect(measure.range.lowerBound >= end)
            #expect(measure.range.lowerBound <= measure.action.lowerBound && measure.action.upperBound <= measure.range.upperBound)
            #expect(text.span(measure.range).end <= bytes.count)
            end = measure.range.upperBound
        }
        for problem in ProblemReader().read(text, outline, parts) { #expect(text.span(problem.range).count > 0) }
        _ = MastheadReader(Lexicon()).read(text, outline, parts, name: "")
    }
}
