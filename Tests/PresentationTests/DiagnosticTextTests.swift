import Documents
import Foundation
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct DiagnosticTextTests {
    private func diagnostic(_ before: String, _ faulty: String, _ after: String, place: String? = nil) -> DiagnosticText {
        let start = before.utf8.count
        let diagnostic = Diagnostic(
            .unknownKey, "unknown key “\(faulty)”", at: ByteSpan(start, start + faulty.utf8.count),
            expected: ["year", "place", "sector"], suggestion: "目标 领域:生态")
        return DiagnosticText(diagnostic: diagnostic, line: before + faulty + after, place: place)
    }

    @Test func caretAfterChinese() {
        #expect(
            diagnostic("目标 碳达峰 ", "secter", ":生态").text(style: .plain) == """
                unknown key “secter”
                  目标 碳达峰 secter:生态
                              ^^^^^^
                expected: year, place, sector
                try: 目标 领域:生态

                """)
    }

    @Test func caretsAreAsWideAsTheWord() {
        #expect(diagnostic("targets ", "领城", ":生态").text(style: .plain).contains("\n          ^^^^\n"))
    }

    /// At any width the caret stands under its word and no line is too long, wherever in a long line the fault is.
    @Test(arguments: [24, 40, 80], [1, 2])
    func longLines(width: Int, ambiguous: Int) throws {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        for (before, after) in [(0, 90), (45, 45), (90, 0), (8, 3)] {
            let text = diagnostic(String(repeating: "“碳”a", count: before), "错字", String(repeating: "达b", count: after)).text(style: style)
            let lines = text.split(separator: "\n").map(String.init)
            for line in lines { #expect(style.layout.width(line) <= width, "\(line)") }
            let caret = try #require(lines.firstIndex { $0.contains("^^^^") })
            let excerpt = lines[caret - 1]
            let word = try #require(excerpt.range(of: "错字"))
            #expect(style.layout.width(excerpt[..<word.lowerBound]) == lines[caret].prefix { $0 == " " }.count)
        }
    }

    /// What is to be pasted stands in one piece, whatever the width.
    @Test func theSuggestionIsNotBroken() {
        let line = "目标 2026 领域:生态环境 地区:云南省 指标:地区生产总值 | 排序 值 降 | 前 5"
        let text = DiagnosticText(diagnostic: Diagnostic(.unknownKey, "x", at: ByteSpan(0, 1), suggestion: line), line: "x", place: nil)
        #expect(text.text(style: Style(width: 40)).contains("\n\(line)\n"))
    }

    @Test func faultsAtTheEndHaveOneCaret() {
        #expect(diagnostic("sort ", "", "").text(style: .plain).contains("  sort \n       ^\n"))
    }

    @Test func aScriptsPlaceStandsFirst() {
        #expect(diagnostic("目标 ", "x", "", place: "brief.gm:3:4").text(style: .plain).hasPrefix("brief.gm:3:4: unknown key"))
    }
}
