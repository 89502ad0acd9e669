import Documents
import Extraction
import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// A graph that gets more documents while people look at it.
@Suite struct GrowthTests {
    /// A report of a year before all others, of a place that would be numbered before others.
    private static let earlier: Reading = {
        var draft = Fixture.Draft("2019-东山省", place: "东山省", level: .province, date: "2019-01-20", year: 2019, "东山省2019年报告\n今年生产总值增长4%左右。")
        draft.figure("生产总值增长4%左右", "地区生产总值", .growth, .equal, "4", "%", 2019, .target, "economy")
        return draft.reading
    }()

    @Test func whatWasAnsweredGoesOnMeaningWhatItMeant() throws {
        let asker = Asker()
        _ = asker.session.answer("let u = targets 2026 | take 2")
        _ = asker.session.answer("let y = years")
        let kept = asker.rows("$u"), years = asker.rows("$y").map { $0.split(separator: "|")[0] }
        let heading = try #require(asker.card("open 2")?.heading)
        _ = asker.session.answer("back")
        let before = asker.graph, names = (0..<before.figures.count).map { before.keyText(of: NodeID(.figure, $0)) }
        let grown = Graph(before, adding: [Self.earlier], lexicon: Fixture.lexicon)
        let answer = try asker.session.answer("load x", with: grown, notes: ["1"]).get()
        #expect(!answer.isEmpty && answer.notes == ["1"])
        let after = asker.graph
        #expect((0..<names.count).map { after.keyText(of: NodeID(.figure, $0)) } == names, "figures keep their numbers")
        #expect(after.figures.count == names.count + 1 && after.documents.count == before.documents.count + 1)
        #expect(asker.rows("$u") == kept)
        #expect(asker.rows("$y").map { $0.split(separator: "|")[0] } == years, "a year that came between is not among those that were kept")
        #expect(asker.rows("years").contains { $0.contains("2019") })
        _ = asker.session.answer("$y")
        #expect(asker.card("open 2")?.heading == heading)
        #expect(asker.rows("targets 2019").count == 1)
    }
}
