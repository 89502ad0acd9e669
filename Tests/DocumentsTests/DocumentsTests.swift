import Testing

@testable import Documents

private func folded(_ text: String) -> String {
    let source = SourceText(Array(text.utf8))
    return source.folded(0..<source.units.count)
}

@Suite struct SourceTextTests {
    @Test func foldsWidthSpacesAndOldForms() {
        #expect(folded("１，２００　萬噸 ，佔％") == "1,200万吨,占%")
        #expect(folded("\u{FEFF}1 6 5 5 亿美元") == "1655亿美元")
        #expect(folded("甲﹐乙﹑丙﹔丁﹕5﹪﹙注﹚") == folded("甲，乙、丙；丁：5％（注）"))
        #expect(folded("AI Agent 应用") == "AI Agent应用")
        #expect(folded("总量\u{200B}达到５\r\n") == "总量达到5")
    }

    @Test func joinsLinesThatThePageBroke() {
        #expect(folded("产值达到74.4\n\n万亿元，增长6%。\n下一段") == "产值达到74.4万亿元,增长6%。\n下一段")
        #expect(folded("三、\n加强管理") == "三、加强管理")
        #expect(folded("通过《\n某某法\n》的决定。") == "通过《某某法》的决定。")
        #expect(folded("（一）发展产业，做强农业\n坚持发展。") == "(一)发展产业,做强农业\n坚持发展。")
        #expect(folded("打印\n收藏\n标题") == "打印\n收藏\n标题")
        #expect(folded("村民晒谷。本报记者李某摄\n各位代表：") == "村民晒谷。本报记者李某摄\n各位代表:")
    }

    @Test(arguments: ["甲　乙１２％。\n丙", "a\u{200B}b\u{FFFD}", "萬\u{1F600}一"])
    func everySpanLeadsBackToItsBytes(text: String) {
        let source = SourceText(Array(text.utf8))
        for i in source.units.indices {
            let span = source.span(i..<i + 1)
            let piece = String(decoding: source.bytes[span.range], as: UTF8.self)
            #expect(piece.unicodeScalars.count == 1)
            #expect(source.units[i] == 0xFFFD || SourceText.fold(piece).first == source.units[i] || source.units[i] == 10)
        }
    }

    /// Short ones and long ones are made in two ways.
    @Test func unitsGiveTheirText() {
        var lot = SystemRandomNumberGenerator()
        for count in 0..<120 {
            let units = (0..<count).map { _ in
                [UInt16.random(in: 0..<0x80, using: &lot), .random(in: 0x80..<0x800, using: &lot), .random(in: 0x4E00..<0x9FFF, using: &lot),
                    .random(in: 0xD800..<0xE000, using: &lot)].randomElement(using: &lot) ?? 0
            }
            let known = units.map { $0 & 0xF800 == 0xD800 ? 0xFFFD : $0 }
            let text = String(folded: units.span)
            #expect(text == String(decoding: known, as: UTF16.self))
        }
    }

    @Test func marksAreGivenInOrder() {
        let text = SourceText(Array(String(repeating: "甲、乙12。丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", count: 12).utf8))
        let count = text.units.count
        for (start, end) in [(0, count), (0, 0), (3, 3), (1, 5), (63, 65), (64, 128), (5, count - 1), (count - 1, count), (count, count)] {
            let places = (start..<end).filter { !Unit.isHan(text.units[$0]) }
            #expect(Array(text.marks.places(from: start, to: end)) == places)
        }
    }

    @Test func brokenBytesDoNoHarm() {
        let source = SourceText([0xE6, 0x80, 0x41, 0xFF, 0xF0, 0x9F])
        #expect(source.units.contains(0x41))
        #expect(source.units.indices.allSatisfy { source.start($0..<$0 + 1) < 6 })
    }
}
