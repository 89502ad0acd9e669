import Documents
import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// `find`: sentences by their words.
@Suite struct SentenceTests {
    let session = Asker()

    @Test func wordsAndPhrases() {
        // 流域 and 域治 and 治理 stand in both, 小流域 in one.
        #expect(session.rows("find 流域治理 | select place text").sorted() == ["东山省|全面推进小流域治理。新建湿地公园12个。", "西河省|推进流域治理与水土保持。"])
        #expect(session.rows("查找 \"小流域\" | select text") == ["全面推进小流域治理。新建湿地公园12个。"])
        #expect(session.rows("find 流域 西河 | select text") == ["推进流域治理与水土保持。"])
        #expect(session.rows("find 流域 -小 | select text") == ["推进流域治理与水土保持。"])
        #expect(session.rows("find \"湿地公园\" or \"生物医药\" | select place").sorted() == ["东山省", "西河省"])
        #expect(session.rows("find 财政收入 2025 | select place") == ["青石镇", "青石镇"])
        #expect(session.rows("find text:流域,湿地 | count") == ["2"])
        #expect(session.ids("find 流域治理") == session.ids("sentences 流域治理"))
    }

    @Test func namesAreWordsButPlacesAndYearsNarrow() {
        #expect(session.rows("find 财政收入 | count by place").sorted() == ["西河省|1", "青石镇|2"])
        #expect(session.notes("find 财政收入").isEmpty)
        #expect(session.notes("find 目标 东山") == ["‘东山’ narrows the documents; for the word itself: find 目标 \"东山\""])
        // No document is of this province, so that its name can only be meant as a word.
        #expect(session.notes("find 南原").first?.contains("none after it") == true)
        #expect(session.rows("find 就业 sector:employment | count") == ["3"])
        #expect(session.rows("find indicator:森林覆盖率 | select text") == ["到二〇三〇年森林覆盖率达到46%。"])
    }

    @Test func theBestComesFirst() {
        #expect(session.rows("find 目标和任务 | select text").first == "二、今年的目标和任务")
        #expect(session.rows("find 流域治理 | select place") == ["西河省", "东山省"], "the shorter sentence")
    }

    @Test func whereNothingHoldsItAllMostMustDo() {
        #expect(session.rows("find 推进流域治理企业 | select place text") == ["西河省|推进流域治理与水土保持。"])
        #expect(session.notes("find 推进流域治理企业").first?.hasPrefix("no sentence holds all of") == true)
        #expect(session.rows("find \"推进流域治理企业\"").isEmpty)
    }

    @Test func aSentenceOpensWithItsStatements() throws {
        #expect(session.ids("find 流域治理 东山") == ["t8"])
        let card = try #require(session.card("open 1"))
        #expect(card.source?.sentence == "全面推进小流域治理。新建湿地公园12个。")
        #expect(card.links.map(\.label).contains("m1 推进小流域治理"))
        #expect(session.ids("find 流域治理 东山 | measures") == ["m1", "m2"])
        #expect(session.ids("measures 湿地 | find") == ["t8"])
        #expect(session.ids("find has:measures 西河 | where 企业").count == 1)
    }
}
