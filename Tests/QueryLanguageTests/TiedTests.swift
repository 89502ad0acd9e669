import Testing

@testable import QueryLanguage

/// `| with NOUN terms`, `| without NOUN terms`: rows that lead to something of another noun, and rows that lead to nothing.
@Suite struct TiedTests {
    private let session = Asker()

    private func names(_ line: String) -> [String] { session.rows(line + " | select name") }

    @Test func placesWithoutATargetOfAKind() {
        #expect(names("documents 2026 | places | without targets 2026 indicator:财政收入") == ["东山省"])
        #expect(names("documents 2026 | places | with targets 2026 indicator:财政收入") == ["西河省"])
        #expect(names("文档 2026 | 地区 | 没有 目标 2026 指标:财政收入") == ["东山省"])
    }

    @Test func twoIndicatorsAtOnce() {
        #expect(names("places level:province | with targets 2026 gdp value>5% | with targets indicator:城镇新增就业") == ["东山省"])
        #expect(names("places level:province | with targets 2026 gdp value<=5% | without targets indicator:城镇新增就业") == ["西河省"])
    }

    /// The two part the rows between them, whatever leads to whatever.
    @Test(arguments: ["documents", "sectors", "indicators", "targets", "measures", "years", "places", "goals", "targets | count by place"])
    func theTwoPartTheRows(_ rows: String) {
        for noun in ["targets value>5", "results", "measures 2026", "problems", "documents 2026", "places level:province", "indicators"] {
            let all = session.rows("\(rows) | count"), ends = ["with", "without"].map { session.rows("\(rows) | \($0) \(noun) | count") }
            #expect(ends.compactMap { $0.first.flatMap { Int($0) } }.reduce(0, +) == all.first.flatMap { Int($0) }, "\(rows) \(noun)")
        }
    }

    /// They keep what `| NOUN terms` goes on from, row by row.
    @Test func whatLeadsOnIsKept() {
        for id in session.ids("sectors") + session.ids("targets") {
            let leads = !session.ids("open \(id) | measures 2026").isEmpty
            let noun = id.hasPrefix("f") ? "targets" : "sectors"
            #expect(session.ids("\(noun) \(id) | with measures 2026").contains(id) == leads, "\(id)")
        }
    }

    @Test func anEmptyAnswerSaysWhy() {
        #expect(session.notes("documents 2026 | without targets gdp") == ["each of the 2 rows has such targets"])
    }

    @Test func itIsExplained() {
        let rows = session.rows("explain places | without targets 2026 gdp")
        #expect(rows.contains("中文|地区 | 没有 目标 2026 gdp"))
        #expect(rows.contains { $0.hasPrefix("gdp|") })
    }

    @Test func theNounIsNamedWhereItIsMissing() {
        #expect(session.diagnostic("places | without") != nil)
        #expect(session.diagnostic("places | without gdp") != nil)
    }

    @Test func completionKnowsTheOtherNoun() {
        let line = "places | without targets 2026 indic"
        #expect(session.session.complete(line, cursor: line.utf8.count).candidates.contains { $0.text.hasPrefix("indicator") })
    }
}
