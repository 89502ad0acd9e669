import Extraction
import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// Steps of navigation with stages behind them, the documents that `diff` compares, and places beside each other.
@Suite struct StepTests {
    private let session = Asker()

    @Test func aStepTakesStages() {
        let all = session.ids("related f1")
        #expect(all.count > 1)
        #expect(session.ids("related f1 | take 1") == Array(all.prefix(1)))
        #expect(session.ids("相关 f1 | 前 1") == Array(all.prefix(1)))
        #expect(session.rows("related f1 | count") == ["\(all.count)"])
        #expect(session.rows("related f1 | sort id | select id").sorted() == session.rows("related f1 | sort id desc | select id").sorted())
        #expect(session.rows("path f1 d1 | where way=1 | select node").first?.hasPrefix("f1 ") == true)
        #expect(session.rows("neighbors d1 | sort count desc | take 1 | select count").count == 1)
        #expect(session.ids("path f1 d1 | measures | take 2").allSatisfy { $0.hasPrefix("m") })
    }

    /// A card is shown in a format, and rows go on from its node.
    @Test func aCardTakesStages() throws {
        guard case .success(let answer) = session.session.answer("open f1 | as json") else { throw Failure() }
        #expect(answer.format == .json)
        if case .card(let card) = answer.body { #expect(card.heading.hasPrefix("f1 ")) } else { Issue.record("a card") }
        #expect(session.ids("open d1 | targets") == session.ids("documents d1 | targets"))
        _ = session.rows("targets 2026")
        let second = session.ids("2 | place")
        _ = session.rows("targets 2026")
        #expect(second == session.ids("#2 | place"))
    }

    /// What a step showed is where one stands, with stages or without.
    @Test func theStepIsWhereOneStands() {
        let first = session.ids("related f1 | take 1")
        #expect(session.card("1").map { [session.graph.identifier(of: $0.node)] } == first)
        _ = session.rows("related f1 | take 1")
        #expect(session.ids("last") == first)
        #expect(session.card("open f1")?.links.count == session.rows("links").count)
        _ = session.rows("related f1 | take 1")
        #expect(session.rows("neighbors") == session.rows("neighbors f1"))
    }

    /// A stage that the rows have no use for: the line that is offered has an answer.
    @Test(arguments: ["related f1 | trend", "related f1 | sort value", "相关 f1 | 排序 值", "neighbors f1 | totals", "related f1 | tak 3"])
    func theDiagnosticLeadsOn(_ line: String) throws {
        let diagnostic = try #require(session.diagnostic(line))
        let suggestion = try #require(diagnostic.suggestion)
        #expect(!session.ids(suggestion).isEmpty && session.diagnostic(suggestion) == nil, "\(suggestion)")
        #expect(suggestion.hasHan == line.hasHan)
    }

    @Test func theStepIsExplainedInBothLanguages() {
        let rows = session.rows("explain related f1 | take 3")
        #expect(rows.contains("English|related f1 | take 3") && rows.contains("中文|相关 f1 | 前 3"))
    }

    @Test func completionKnowsTheColumns() {
        func offered(_ line: String) -> [String] { session.session.complete(line, cursor: line.utf8.count).candidates.map(\.text) }
        #expect(offered("related f1 | sort ") == ["id", "text", "reason"])
        #expect(offered("related f1 | ").contains("take") && offered("related f1 | ").contains("measures"))
        #expect(offered("相关 f1 | 排序 ") == ["编号", "原文", "缘由"])
        #expect(offered("related f1 | measures | sort ").contains("action"))
        #expect(offered("path f1 d1 | where ").contains("way:"))
    }

    // MARK: diff

    private let two = Asker(Graph(readings: Fixture.readings + [NavigationStages.review], lexicon: Fixture.lexicon))

    @Test func yearsAreDocumentsOfOneIssuer() {
        let both = two.rows("diff 2026-东山省 2027-东山省")
        #expect(both.count > 1)
        #expect(two.rows("diff 2026 2027") == both && two.rows("比照 2026年 和 2027年") == both)
        #expect(two.rows("diff 2026 2027 东山") == both)
        #expect(two.notes("diff 2026 2027").first == "compared: 2026-东山省 and 2027-东山省")
        #expect(two.rows("diff 2026 东山 西河") == two.rows("diff 2026-东山省 2026-西河省"))
    }

    @Test func severalIssuersAreAskedAbout() throws {
        var draft = Fixture.Draft(
            "2027-西河省", place: "西河省", level: .province, date: "2027-01-21", year: 2027, "西河省政府工作报告\n2026年全省生产总值增长6%。\n")
        draft.figure("全省生产总值增长6%", "地区生产总值", .growth, .equal, "6", "%", 2026, .actual, "economy")
        let asker = Asker(Graph(readings: Fixture.readings + [NavigationStages.review, draft.reading], lexicon: Fixture.lexicon))
        let diagnostic = try #require(asker.diagnostic("diff 2026 2027"))
        #expect(diagnostic.suggestions == ["diff 2026 2027 东山省", "diff 2026 2027 西河省"])
        for line in diagnostic.suggestions { #expect(asker.diagnostic(line) == nil) }
        #expect(two.diagnostic("diff 2025 2027")?.suggestion.map { two.diagnostic($0) == nil } == true)
        #expect(two.diagnostic("diff 2026 2027 西河")?.message.contains("西河省 for 2027") == true)
    }

    @Test func rowsAreStillCompared() {
        _ = two.rows("documents | sort date")
        #expect(two.rows("diff 1 2").count > 0)
        _ = two.rows("documents | sort date")
        #expect(two.rows("diff #1 #2") != two.rows("diff 2026 2027"))
        // No row has such a number, and no document is of such a year.
        #expect(two.diagnostic("diff 1801 1802") != nil)
    }

    // MARK: compare

    /// Two places without a word of what: a row for each, a column for each indicator they both may have.
    @Test func placesStandBesideEachOther() throws {
        guard case .success(let answer) = session.session.answer("compare 东山 西河"), case .table(let table) = answer.body else {
            throw Failure()
        }
        #expect(table.rows.map { $0[0].plain }.sorted() == ["东山省", "西河省"])
        #expect(table.columns.count > 2)
        for line in ["compare place:东山,西河", "对比 东山 西河", "compare 东山省 西河省", "compare 东山 and 西河"] {
            guard case .success(let other) = session.session.answer(line), case .table(let same) = other.body else { throw Failure() }
            #expect(same.rows == table.rows, "\(line)")
        }
        let growth = try #require(table.columns.firstIndex { $0.key.contains("地区生产总值") || $0.heading.contains("地区生产总值") })
        #expect(Set(table.rows.map { $0[growth].shown }) == Set(session.rows("targets gdp place:东山,西河 | select target")))
    }

    private struct Failure: Error {}
}
