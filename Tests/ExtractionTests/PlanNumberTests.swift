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
