import Documents
import KnowledgeGraph
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct CardFormatTests {
    @Test func plainCard() {
        #expect(
            Renderer(style: .plain).render(Answer(.card(Samples.card))) == """
                f1 GDP ≥7.5%
                  indicator  GDP
                  value      ≥7.5%

                  明年我们盼着全镇【GDP增长7.5%以上】，让日子更有奔头。
                  溪口镇.md:7

                  所属目标
                    1  g1 一、把产业做实
                  同一目标下的举措
                    2  m1 扩建榨油车间
                    3  m2 修通去码头的路

                """)
    }

    @Test func theMarkIsUnderlinedAcrossLines() {
        let text = CardFormat(style: Style(width: 24, colour: true)).text(of: Samples.card)
        #expect(text.contains("\u{1B}[1;4mGDP增\u{1B}[0m"))
        #expect(text.contains("\u{1B}[1;4m长7.5%以上\u{1B}[0m，"))
        #expect(!text.contains("【"))
    }

    @Test(arguments: [20, 40, 80], [1, 2])
    func fits(width: Int, ambiguous: Int) {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        for line in CardFormat(style: style).text(of: Samples.card).split(separator: "\n") {
            #expect(style.layout.width(line) <= width, "\(line)")
        }
    }

    @Test func aMarkOutsideTheSentenceDoesNoHarm() {
        var card = Samples.card
        card.source?.marked = ByteSpan(9_000, 9_001)
        #expect(CardFormat(style: .plain).text(of: card).contains("奔头。\n"))
    }

    @Test func bracketsOfTheTextAreNotTakenForTheMark() {
        var card = Samples.card
        card.source = Citation(document: "d", path: "", line: 3, sentence: "【要点】修路", marked: ByteSpan(12, 18))
        #expect(CardFormat(style: .plain).text(of: card).contains("【要点】«修路»\n  d:3\n"))
    }

    @Test func hyperlinks() {
        let text = CardFormat(style: Style(linkFolder: "/数据/a b")).text(of: Samples.card)
        #expect(text.contains("\u{1B}]8;;file:///%E6%95%B0%E6%8D%AE/a%20b/%E6%BA%AA%E5%8F%A3%E9%95%87.md\u{1B}\\溪口镇.md:7"))
        #expect(!CardFormat(style: Style(colour: true)).text(of: Samples.card).contains("]8;;"))
    }

    @Test func whatACardLeavesOutIsNamed() {
        var card = Samples.card
        card.more = [
            MoreLinks(relation: Term("goal", Message("所属目标", "所属目标")), count: 2, command: "links"),
            MoreLinks(relation: Term("targets", Message("同年目标", "同年目标")), count: 40, command: "targets 2026"),
        ]
        #expect(
            CardFormat(style: .plain).text(of: card).hasSuffix("""
                  所属目标
                    1  g1 一、把产业做实
                       2 more: links
                  同一目标下的举措
                    2  m1 扩建榨油车间
                    3  m2 修通去码头的路
                  同年目标
                       40 more: targets 2026

                """))
    }

    @Test func aTableAsCards() {
        let text = Renderer(style: .plain).render(Answer(.table(Samples.table), format: .card))
        #expect(text.hasPrefix("1\n  id         f1\n  indicator  GDP\n"))
        #expect(text.contains("\n\n3\n  id         f13\n"))
    }
}
