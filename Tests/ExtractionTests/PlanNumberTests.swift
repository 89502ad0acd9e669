import Extraction
import Lexicon
import Testing

/// 十五 is the tenth plan in “十五”时期 and a number in 十五个.
@Suite struct PlanNumberTests {
    private func figures(_ text: String) -> [Figure] {
        let reader = Reader(lexicon: Lexicon.load(from: TestData.lexicon).lexicon)
        let body = "2026年河西县政府工作报告\n一、2026年重点工作\n" + text + "\n"
        return reader.read(Array(body.utf8), name: "2026", path: "2026.txt").figures
    }

    @Test func aNumberThatLooksLikeAPlanIsNoTime() {
        #expect(figures("办好十五件实事，新增托位三千五百个。").map(\.period) == [Period(2026)])
        #expect(figures("走访三五户人家，新增托位三千五百个。").map(\.period) == [Period(2026)])
    }

    @Test func aPlanInQuotesOrNamedAsSuchIsATime() {
        #expect(figures("“十五”期间林地覆盖率达到16%。").map(\.period) == [Period(2001, 2005)])
        #expect(figures("十五时期林地覆盖率达到16%。").map(\.period) == [Period(2001, 2005)])
    }
}

/// A paragraph that opens with what a year was tells of the years it names next.
@Suite struct DescribedYearTests {
    private func periods(_ text: String) -> [Period?] {
        let reader = Reader(lexicon: Lexicon.load(from: TestData.lexicon).lexicon)
        let body = "2021年河西县政府工作报告\n一、2020年工作回顾\n" + text + "\n二、2021年重点工作\n抓好春耕。\n"
        return reader.read(Array(body.utf8), name: "2021", path: "2021.txt").figures.map(\.period)
    }

    @Test func theYearIsOnlyDescribed() {
        #expect(periods("2020年是规划收尾之年。过去五年，成绩喜人。新修水渠300公里。") == [Period(2016, 2020)])
        #expect(periods("2020年是很不容易的一年。全县新修水渠60公里。") == [Period(2020)])
        #expect(periods("2020年，新修水渠60公里。过去五年，新修水渠300公里。").first == Period(2020))
    }
}
