import Extraction
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

@Suite("lint")
struct LintTests {
    private typealias Line = (words: String, comparator: Comparator, value: String, kind: FigureKind, year: Int)

    /// The checks that a report of these lines fails, each line a sentence with one figure of forest cover.
    private func checks(_ lines: [Line], indicator: String = "森林覆盖率", unit: String = "%") throws -> [String] {
        let text = "东山省政府工作报告\n" + lines.map { "树种了不少。\n\($0.words)。" }.joined(separator: "\n") + "\n报告完了。"
        var draft = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, text)
        for line in lines {
            draft.figure(line.words, indicator, .level, line.comparator, line.value, unit, line.year, line.kind, "ecology")
        }
        var session = Session(graph: Graph(readings: [draft.reading], lexicon: Fixture.lexicon))
        guard case .table(let table) = try session.answer("lint").get().body else { return [] }
        #expect(table.nodes.allSatisfy { $0 != nil })
        return table.rows.map { $0[2].shown }
    }

    @Test("Two values of one thing contradict each other")
    func twoValues() throws {
        #expect(try checks([("森林覆盖率40%", .equal, "40", .actual, 2025), ("全省森林覆盖率达到46%", .equal, "46", .actual, 2025)]) == ["two-values"])
        #expect(try checks([("森林覆盖率50%以上", .atLeast, "50", .actual, 2025), ("森林覆盖率达到46%", .equal, "46", .actual, 2025)]) == ["two-values"])
    }

    @Test("Roundings, bounds and different things do not")
    func noTwoValues() throws {
        let first = ("森林覆盖率46%", Comparator.equal, "46", FigureKind.actual, 2025)
        for second: Line in [
            ("森林覆盖率46.1%", .equal, "46.1", .actual, 2025), ("森林覆盖率45%以上", .atLeast, "45", .actual, 2025),
            ("森林覆盖率44%左右", .approximately, "44", .actual, 2025), ("山区森林覆盖率达到58%", .equal, "58", .actual, 2025),
            ("比2020年的森林覆盖率40%", .equal, "40", .actual, 2025), ("年均森林覆盖率43%", .equal, "43", .actual, 2025),
            ("其中森林覆盖率50%", .equal, "50", .actual, 2025), ("森林覆盖率47%", .equal, "47", .target, 2026),
        ] { #expect(try checks([first, second]).isEmpty, "\(second.words)") }
    }

    @Test("Two values in neighbouring sentences are passed over")
    func neighbours() throws {
        let words = ["森林覆盖率46%", "森林覆盖率达到58%"]
        var draft = Fixture.Draft(
            "2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, words.joined(separator: "\n") + "\n完。")
        draft.figure(words[0], "森林覆盖率", .level, .equal, "46", "%", 2025, .actual, "ecology")
        draft.figure(words[1], "森林覆盖率", .level, .equal, "58", "%", 2025, .actual, "ecology")
        #expect(Asker(Graph(readings: [draft.reading], lexicon: Fixture.lexicon)).rows("lint").isEmpty)
    }

    @Test("A share is no more than the whole")
    func share() throws {
        #expect(try checks([("森林覆盖率104%", .equal, "104", .actual, 2025)]) == ["share"])
        #expect(try checks([("森林覆盖率100%", .equal, "100", .actual, 2025)]).isEmpty)
        #expect(try checks([("拨备覆盖率180%", .equal, "180", .actual, 2025)], indicator: "拨备覆盖率").isEmpty)
        #expect(try checks([("产值增长104%", .equal, "104", .actual, 2025)], indicator: "产值").isEmpty)
    }

    @Test("A target lies above the latest result of what should rise")
    func baseline() throws {
        let result = ("森林覆盖率46%", Comparator.equal, "46", FigureKind.actual, 2025)
        #expect(try checks([result, ("森林覆盖率达到44%", .equal, "44", .target, 2026)]) == ["baseline"])
        // What stays as high as it has come is held against the plan of years ahead too.
        #expect(try checks([result, ("森林覆盖率达到44%", .equal, "44", .target, 2030)]) == ["baseline"])
        for target: Line in [
            ("森林覆盖率达到47%", .equal, "47", .target, 2026), ("森林覆盖率不低于44%", .atLeast, "44", .target, 2026),
            ("森林覆盖率控制在44%", .equal, "44", .target, 2026), ("森林覆盖率达到44%", .equal, "44", .target, 2040),
        ] { #expect(try checks([result, target]).isEmpty, "\(target.words)") }
        let jobs: [Line] = [("城镇新增就业42万人", .equal, "42", .actual, 2025), ("城镇新增就业40万人", .equal, "40", .target, 2026)]
        #expect(try checks(jobs, indicator: "城镇新增就业", unit: "万人").isEmpty)
    }

    @Test("It answers for one document, for a place and for all, and says that a sound one is")
    func documents() throws {
        let asker = Asker()
        #expect(asker.rows("lint").isEmpty)
        #expect(asker.notes("lint") == ["all is well: the checks found nothing in 3 documents"])
        #expect(asker.notes("校核 2026-东山省") == ["all is well: the checks found nothing in the document"])
        #expect(asker.notes("体检 东山省") == asker.notes("lint d3"))
        #expect(asker.diagnostic("lint 无此文") != nil)
    }

    @Test("Each row names line and words, and the last line counts the kinds")
    func rows() {
        let asker = Asker(Graph(readings: [Self.cut], lexicon: Fixture.lexicon))
        #expect(asker.rows("lint") == ["d1|讲话:2|count|announces 3, only 2 there|我讲三点意见"])
        #expect(asker.notes("lint") == ["count 1; in 1 of 1 documents"])
        #expect(asker.card("open 1")?.node == NodeID(.document, 0))
    }

    private static let cut: Reading = {
        Fixture.Draft(
            "讲话", place: "青石镇", level: .town, date: "2026-01-20", year: 2026,
            "同志们：\n下面，我讲三点意见。\n一、管好水渠\n渠道要按时清淤。\n二、修好便道\n便道要赶在雨季前修完。").reading
    }()
}
