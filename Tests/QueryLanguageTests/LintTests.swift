import Documents
import Extraction
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

@Suite("lint")
struct LintTests {
    private func figure(_ value: String, _ kind: FigureKind, _ year: Int, unit: String = "%", _ comparator: Comparator = .equal)
        -> Figure
    {
        Figure(
            span: ByteSpan(0, 6), indicator: "森林覆盖率", canonical: "森林覆盖率", aspect: .level, comparator: comparator,
            value: DecimalNumber(value), unit: unit, period: Period(year), kind: kind, sector: Sector("ecology"))
    }

    private func checks(_ figures: [Figure]) throws -> [String] {
        let reading = Reading(
            name: "甲", path: "甲.txt", text: Array("森林覆盖率".utf8),
            masthead: Masthead(title: "甲", place: "东山省", level: .province, year: 2026), figures: figures)
        var session = Session(graph: Graph(readings: [reading], lexicon: Fixture.lexicon))
        guard case .table(let table) = try session.answer("lint").get().body else { return [] }
        #expect(table.nodes.allSatisfy { $0?.type == .figure })
        return table.rows.compactMap { if case .text(let check) = $0[2] { check } else { nil } }
    }

    @Test("Two values of one thing contradict each other; roundings do not")
    func twoValues() throws {
        #expect(try checks([figure("40", .actual, 2025), figure("46", .actual, 2025)]) == ["two-values"])
        #expect(try checks([figure("46.1", .actual, 2025), figure("46", .actual, 2025)]).isEmpty)
    }

    @Test("A share is no more than the whole")
    func share() throws {
        #expect(try checks([figure("104", .actual, 2025)]) == ["share"])
        #expect(try checks([figure("100", .actual, 2025)]).isEmpty)
    }

    @Test("A target lies above the latest result of what should rise")
    func baseline() throws {
        #expect(try checks([figure("46", .actual, 2025), figure("44", .target, 2026)]) == ["baseline"])
        #expect(try checks([figure("46", .actual, 2025), figure("47", .target, 2026)]).isEmpty)
        #expect(try checks([figure("48", .actual, 2020), figure("46", .actual, 2025), figure("47", .target, 2026)]).isEmpty)
    }

    @Test("It names its document and leaves a sound one alone")
    func oneDocument() throws {
        var session = Session(graph: Fixture.graph)
        guard case .success = session.answer("体检 d1") else { Issue.record("no answer"); return }
        guard case .failure = session.answer("lint 无此文") else { Issue.record("an unknown document has an answer"); return }
    }
}
