import Documents
import Extraction
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

/// Amounts with their units: what is the same is compared, what is not is said.
@Suite struct Units {
    let session = Asker(Graph(readings: Fixture.readings + [northern], lexicon: Fixture.lexicon))

    static let northern: Reading = {
        var draft = Fixture.Draft(
            "2026-南原省", place: "南原省", level: .province, date: "2026-01-20", year: 2026,
            """
            南原省政府工作报告
            今年森林覆盖率提高0.5个百分点，煤炭消费量下降3%，粮食产量500万吨。
            财政收入1000亿元。
            """)
        draft.figure("森林覆盖率提高0.5个百分点", "森林覆盖率", .change, .equal, "0.5", "个百分点", 2026, .target, "ecology")
        draft.figure("煤炭消费量下降3%", "煤炭消费量", .growth, .equal, "-3", "%", 2026, .target, "ecology")
        draft.figure("粮食产量500万吨", "粮食产量", .level, .equal, "500", "万吨", 2026, .target, "economy")
        draft.figure("财政收入1000亿元", "财政收入", .level, .equal, "1000", "亿元", 2026, .target, "finance")
        return draft.reading
    }()

    private func shown(_ line: String) -> [String] { session.rows(line + " | select target") }

    @Test func amountsOfOneUnitAreComparedWhateverTheirScale() {
        for amount in ["1000亿元", "0.1万亿元", "0.1万亿", "10000000万元", "100000000000元", "1000亿", "1,000亿元", "1000 亿元", "1千亿元", "1000亿人民币"] {
            #expect(shown("targets value>=\(amount)") == ["0.36万亿元", "1000亿元"], "\(amount)")
            #expect(shown("目标 值 ≥ \(amount)") == ["0.36万亿元", "1000亿元"], "\(amount)")
        }
        #expect(shown("targets value=4亿元") == ["4亿元"])
        #expect(shown("targets value>=4000万 unit:元 value<1亿元").isEmpty)
        #expect(shown("targets value>=500万吨") == ["500万吨"])
    }

    @Test func risesAndFalls() {
        #expect(shown("targets value>=下降3%") == ["-3%"])
        #expect(shown("targets value>下降 3%").isEmpty)
        #expect(shown("targets value<=减少5%") == ["-3%"])
        #expect(shown("targets value>=增长5%") == ["≥5.5%"])
        #expect(shown("targets value>=增长 5%") == ["≥5.5%"])
        #expect(shown("targets value>=上升0.1百分点") == ["+0.5个百分点"])
        #expect(shown("targets value<0") == ["-3%"])
        // A share is no growth.
        #expect(shown("targets value>=40%") == ["46%"])
        #expect(shown("targets value>=增长40%").isEmpty)
    }

    @Test func percentIsNoPercentagePoint() {
        #expect(
            session.notes("targets value>=0.4%") == [
                "1 more is in 百分点, which is not the same as %: value>=0.4百分点",
            ])
        #expect(session.notes("targets value>=0.4%").count == 1)
        #expect(shown("targets value>=0.4百分点") == ["+0.5个百分点"])
        #expect(session.notes("targets value>=0.4百分点 2026 gdp").contains { $0.contains("not the same as 百分点") })
        #expect(session.notes("targets 2026 value>=1百分点 | where gdp").first != nil)
    }

    @Test func mixedUnitsAreSaid() {
        #expect(
            session.notes("targets value>=5") == [
                "5 has no unit: numbers were compared as they are written, in different units (%, 人, 元, 吨)",
            ])
        #expect(session.notes("targets gdp value>=5").isEmpty)
        let sorted = session.rows("targets 2026 | sort value desc | select unit")
        let runs = sorted.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        #expect(runs.count == Set(sorted.map { UnitScale($0).base }).count + 1, "two scales of yuan, else one run each: \(runs)")
        #expect(session.notes("targets 2026 | sort value desc").contains { $0.contains("sorted each among themselves") })
    }

    @Test func sumsConvert() {
        #expect(
            session.rows("targets 2026 财政收入 | sum value") == ["0.46|万亿元"] || session.rows("targets 2026 财政收入 | sum value") == ["4600|亿元"])
        #expect(session.rows("targets 2026 财政收入 | max value | select max unit").count == 1)
        let sums = session.rows("targets 2026 | sum value by sector | sort sum desc")
        #expect(sums.count > 4)
        #expect(session.notes("targets 2026 | sum value by sector | sort sum desc").contains { $0.contains("sorted each") })
        #expect(session.rows("targets 2026 | sum value by sector | where sum>=4000亿元").count == 1)
        #expect(session.rows("targets 2026 | sum value by sector | where sum>=1万亿元").isEmpty)
    }

    @Test func traditionalCharactersAreUnderstood() {
        #expect(session.ids("目標 2026 領域:生態環境") == session.ids("目标 2026 领域:生态环境"))
        #expect(session.ids("舉措 就業") == session.ids("举措 就业"))
        #expect(session.ids("目標 2026 東山 | 舉措 | 計數").count == 1)
        #expect(session.ids("舉措 濕地") == ["m2"])
        #expect(session.card("打開 東山省")?.heading == "p2 东山省")
    }

    @Test(arguments: [
        ("targets value:0.3..0.5万亿元", "targets value>=0.3万亿元 value<=0.5万亿元"), ("figures value:3..5亿元", "figures value>=3亿元 value<=5亿元"),
        ("targets value=4.5..5.5%", "targets value>=4.5% value<=5.5%"), ("figures value:40..", "figures value>=40"),
        ("figures value:..5%", "figures value<=5%"),
        ("目标 值:30万..50万人", "目标 值>=30万 值<=50万人"),
    ])
    func rangesOfValues(_ range: String, _ both: String) {
        let asker = Asker(), rows = asker.ids(range)
        #expect(!rows.isEmpty && rows == asker.ids(both))
    }

    /// What a document says twice is added up once, and that is said.
    @Test func whatIsSaidTwiceIsAddedUpOnce() {
        var draft = Fixture.Draft(
            "2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, "城镇新增就业40万人。\n今年要让新增就业达到40万人。\n完。")
        draft.figure("城镇新增就业40万人", "城镇新增就业", .level, .equal, "40", "万人", 2026, .target, "employment")
        draft.figure("新增就业达到40万人", "城镇新增就业", .level, .equal, "40", "万人", 2026, .target, "employment")
        let session = Asker(Graph(readings: [draft.reading], lexicon: Fixture.lexicon))
        #expect(session.rows("targets 2026 | sum value") == ["40|万人"])
        #expect(session.notes("targets 2026 | sum value").contains { $0.contains("counted once") })
        #expect(session.rows("targets 2026 | count") == ["2"])
    }
}
