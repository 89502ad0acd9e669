import Testing

@testable import Presentation

@Suite struct TextLayoutTests {
    let layout = TextLayout(ambiguousWidth: 1)

    @Test(arguments: [("碳达峰目标", 10, "碳达峰目标"), ("碳达峰目标", 9, "碳达峰目…"), ("碳达峰目标", 8, "碳达峰…"), ("abc", 2, "a…"), ("ab碳", 1, "…")])
    func cut(_ text: String, cells: Int, expected: String) {
        #expect(layout.cut(text, to: cells) == expected)
    }

    @Test func cutWithWideDots() {
        let wide = TextLayout(ambiguousWidth: 2)
        #expect(wide.cut("碳达峰目标", to: 9) == "碳达峰…")
        #expect(wide.cut("碳达峰目标", to: 1) == ".")
    }

    @Test func padding() {
        #expect(layout.padded("碳", to: 4) == "碳  ")
        #expect(layout.padded("碳", to: 4, right: true) == "  碳")
        #expect(layout.padded("碳达峰", to: 4) == "碳达峰")
    }

    @Test func punctuationStaysWithItsWord() {
        let text = "修好水渠，种好“早稻”，管好粮仓。"
        for cells in 6...40 {
            let lines = layout.lines(of: text, cells: cells).map { String(text[$0]) }
            #expect(lines.joined() == text)
            for line in lines {
                #expect(layout.width(line) <= cells)
                #expect(!line.hasPrefix("，") && !line.hasPrefix("。") && !line.hasPrefix("”"))
                #expect(!line.hasSuffix("“"))
            }
        }
    }

    @Test func wordsStayWhole() {
        let text = "one three fifteen 碳达峰"
        #expect(layout.lines(of: text, cells: 10).map { String(text[$0]) } == ["one three", "fifteen 碳", "达峰"])
        #expect(layout.lines(of: text, cells: nil).map { String(text[$0]) } == [text])
    }

    @Test func longWordsAreBroken() {
        let text = "abcdefghij"
        #expect(layout.lines(of: text, cells: 4).map { String(text[$0]) } == ["abcd", "efgh", "ij"])
    }
}
