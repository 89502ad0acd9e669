import Documents
import Foundation
import Lexicon
import Testing

@testable import Extraction

/// What turns most places of a text down must turn none down where something stands.
@Suite struct TellingUnitsTests {
    private static let grammar = TestData.reader.grammar

    /// Whether the words of a text are worth lexing for a time, wherever the lexer finds one.
    @Test func whereATimeIsNamedOneMayBe() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("constructions.txt").path
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        lines += [
            "2030年", "2021—2025年修路", "近三年", "今后五年修渠", "前三年", "一九五四和一九五五比较", "二〇二六年", "“十五五”", "十四五期间", "今年", "上年末", "本世纪末", "五十年代",
        ]
        lines += TestData.reader.lexicon.words.filter { $0.wordClass == "time" || $0.wordClass == "plan" }.map { "到\($0.word)修路" }
        lines += TestData.reader.lexicon.plans.flatMap { [$0.name] + $0.aliases }.map { "到“\($0)”末修路" }
        var lexer = SentenceLexer(grammar: Self.grammar), times = 0
        for line in lines {
            let units = SourceText.fold(line)
            lexer.lex(units.span, units.indices)
            guard lexer.tokens.contains(where: { $0.kind == .time || $0.wordClass == .time }) else { continue }
            times += 1
            let mayName = TimeFrames.mayNameTime(units.span, units.indices, Self.grammar)
            #expect(mayName, "\(line)")
        }
        #expect(times > 100)
    }

    @Test func everyNumeralMayOpenOne() {
        var count = 0
        for unit in UInt16.min...UInt16.max where HeadingMarker.numeral([unit], at: 0, end: 1) != nil {
            count += 1
            #expect(HeadingMarker.mayOpenNumeral(unit))
        }
        #expect(count == 10)
    }
}
