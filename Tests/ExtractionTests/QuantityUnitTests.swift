import Documents
import Lexicon
import Testing

@testable import Extraction

@Suite struct QuantityUnitTests {
    @Test(arguments: ["", "%", "元", "万元", "亿元", "个百分点", "微克/立方米", "万辆（艘、架、列）次", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"])
    func aUnitIsItsText(_ text: String) {
        let units = SourceText.fold(text), unit = QuantityUnit(units)
        #expect(unit.count == units.count && unit.isEmpty == units.isEmpty && unit.isWhole)
        #expect((0..<unit.count).map { unit[$0] } == units)
        #expect(unit.first == units.first ?? 0 && unit.last == units.last ?? 0)
        #expect(unit.string == text)
        #expect(unit == QuantityUnit(units) && unit != QuantityUnit(units + ["人"]))
        for cut in 0...units.count {
            var joined = QuantityUnit(units[..<cut])
            joined.append(contentsOf: QuantityUnit(units[cut...]))
            #expect(joined == unit)
        }
    }

    @Test func itsEndsAreThoseOfItsText() {
        let points = QuantityUnit("个百分点".utf16)
        #expect(points.ends(in: "分", "点") && points.ends(in: "百", "分", "点"))
        #expect(!points.ends(in: "百", "点") && !points.ends(in: "千", "分", "点"))
        let short: QuantityUnit = "点"
        #expect(!short.ends(in: "分", "点") && !short.ends(in: "百", "分", "点") && short == QuantityUnit("点".utf16))
        #expect(!QuantityUnit().ends(in: "分", "点"))
        #expect(QuantityUnit("万亿亩".utf16).dropFirst { $0 == "万" || $0 == "亿" } == "亩")
    }

    @Test func noFigureIsStatedInAPartOfAUnit() {
        #expect(!QuantityUnit(String(repeating: "亿", count: 17).utf16).isWhole)
        #expect(values("粮食产量达到9亿斤。") == ["9"])
        #expect(values("粮食产量达到9\(String(repeating: "亿", count: 20))斤。").isEmpty)
    }

    private func values(_ paragraph: String) -> [String] {
        let text = SourceText(Array(paragraph.utf8)), range = text.units.indices
        var figures = FigureReader(grammar: TestData.reader.grammar)
        figures.documentYear = 2026
        figures.lexer.lex(text.units.span, range)
        _ = figures.read(text.units.span, range, frame: TimeFrame(period: Period(2025), looksForward: false))
        return figures.found.compactMap { $0.value?.description }
    }
}
