import Documents
import Extraction
import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// Stages that go from the rows of one noun to those of another, and what rows have or lack.
@Suite struct NavigationStages {
    let session = Asker()

    @Test func measuresServeTargets() {
        // Under the same goal; the western province's measure for jobs does not serve the eastern target.
        #expect(session.ids("targets 2026 ecology | measures") == ["m1", "m2"])
        #expect(session.rows("targets 2026 | measures | select id reason") == ["m1|same goal f5", "m2|same goal f5"])
        #expect(session.ids("targets 东山 城镇新增就业 | measures").isEmpty)
        #expect(
            session.notes("targets 东山 城镇新增就业 | measures") == ["no measures are tied to the row"])
        #expect(session.ids("目标 2026 | 举措 | 前 1") == ["m1"])
        #expect(session.ids("targets 2026 | measures \"湿地\"") == ["m2"])
        #expect(session.ids("measures 湿地 | targets") == ["f5"])
        #expect(session.ids("measures 湿地 | measures") == ["m1"])
    }

    @Test("A measure of the target's sector serves it; what only stands under the same wide heading does not")
    func sectorsBelowTheTop() {
        var draft = Fixture.Draft(
            "2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026,
            """
            一、今年工作安排
            医药产值增长8%，地区生产总值增长5%，森林覆盖率51%，财政收入增长3%，城镇新增就业20万人。
            坚持稳字当头。
            二、壮大实业
            引进医药机构。
            推动车间改造。
            """)
        let wide = draft.goal("一、今年工作安排", title: "今年工作安排"), works = draft.goal("二、壮大实业", title: "壮大实业")
        draft.figure("医药产值增长8%", "医药产值", .growth, .equal, "8", "%", 2026, .target, "industry.biomedicine", goal: wide)
        draft.figure("地区生产总值增长5%", "地区生产总值", .growth, .equal, "5", "%", 2026, .target, "economy", goal: wide)
        draft.figure("森林覆盖率51%", "森林覆盖率", .level, .equal, "51", "%", 2026, .target, "ecology", goal: wide)
        draft.figure("财政收入增长3%", "财政收入", .growth, .equal, "3", "%", 2026, .target, "finance", goal: wide)
        draft.figure("城镇新增就业20万人", "城镇新增就业", .level, .equal, "20", "万人", 2026, .target, "employment", goal: wide)
        draft.measure("坚持稳字当头", "坚持", "economy", 2026, goal: wide)
        draft.measure("引进医药机构", "引进", "industry.biomedicine", 2026, goal: works)
        draft.measure("推动车间改造", "推动", "industry", 2026, goal: works)
        let session = Asker(Graph(readings: [draft.reading], lexicon: Fixture.lexicon))
        #expect(session.rows("targets 医药产值 | measures | select text reason") == ["引进医药机构|same sector, place and time f1"])
        #expect(session.rows("targets gdp | measures | select text reason").isEmpty)
        #expect(!session.rows("related f2").contains { $0.contains("坚持稳字当头") })
        #expect(session.rows("measures 医药 | targets | select id") == ["f1"])
        #expect(session.rows("related f1").first == "m2|引进医药机构|same sector, place and time")
    }

    @Test func entitiesOfRows() {
        #expect(session.rows("targets 2026 | sector") == ["economy|综合经济|2", "ecology|生态环境|1", "employment|就业与收入|1", "finance|财政金融|1"])
        #expect(session.ids("targets gdp | place") == ["p2", "p3"])
        #expect(session.ids("targets gdp | places 西河") == ["p3"])
        #expect(session.ids("targets | document").sorted() == ["d1", "d2", "d3"])
        #expect(session.ids("targets 森林覆盖率 | goal") == ["g3"])
        #expect(session.ids("targets gdp | indicator") == ["i1"])
        #expect(session.ids("measures 2026 | sector | where count>=2") == ["ecology"])
        #expect(session.ids("measures 就业 | indicator") == ["i2"])
        #expect(session.ids("places 东山 | places") == ["p5"])
        #expect(session.ids("documents 西河 | sector").contains("industry.biomedicine"))
    }

    @Test func statementsOfEntities() {
        #expect(session.ids("sectors ecology | measures") == ["m1", "m2", "m3"])
        #expect(session.ids("places 西河 | targets") == ["f6", "f7"])
        #expect(session.ids("goals 守好 | figures") == ["f5"])
        #expect(session.ids("indicators 城镇新增就业 | measures") == ["m4"])
        #expect(session.ids("documents 青石镇 | results") == ["f9"])
        #expect(session.ids("targets 2026 | count by sector | take 1 | measures").isEmpty)
        #expect(session.ids("measures | count by sector | take 1 | targets") == ["f5"])
        #expect(session.ids("targets 2026 | measures | place | targets gdp") == ["f3"])
    }

    @Test func resultsAnswerTargets() {
        let year = Asker(Graph(readings: Fixture.readings + [Self.review, Self.townReview], lexicon: Fixture.lexicon))
        // The review of 2026 answers the target of growth, and a level due in 2025 by the year's own.
        #expect(year.rows("targets 东山 gdp | results | select place indicator result period") == ["东山省|地区生产总值|5.6%|2026"])
        #expect(year.rows("results 青石镇 2025 | targets | select target period") == ["4亿元|2021/2025"])
        #expect(
            Set(year.rows("targets no:result | select place indicator")) == [
                "东山省|城镇新增就业", "东山省|森林覆盖率", "西河省|地区生产总值", "西河省|财政收入",
            ])
        #expect(Set(year.rows("targets has:result | select place indicator")) == ["东山省|地区生产总值", "青石镇|财政收入"])
        #expect(Set(year.ids("targets has:result") + year.ids("targets no:result")) == Set(year.ids("targets")))
    }

    /// What a later year reports of the two provinces and the town.
    static let review: Reading = {
        var draft = Fixture.Draft(
            "2027-东山省", place: "东山省", level: .province, date: "2027-01-20", year: 2027,
            """
            东山省政府工作报告
            2026年全省生产总值增长5.6%。
            """)
        draft.figure("全省生产总值增长5.6%", "地区生产总值", .growth, .equal, "5.6", "%", 2026, .actual, "economy")
        return draft.reading
    }()

    static let townReview: Reading = {
        var draft = Fixture.Draft(
            "2026-青石镇", place: "青石镇", level: .town, date: "2026-12-01", year: 2026,
            """
            青石镇工作讲话
            2025年财政收入4.1亿元。
            """)
        draft.figure("财政收入4.1亿元", "财政收入", .level, .equal, "4.1", "亿元", 2025, .actual, "finance")
        return draft.reading
    }()

    @Test func whatRowsHaveAndLack() {
        #expect(session.ids("targets has:measures") == ["f5"])
        #expect(session.ids("目标 无:举措").count == 5)
        #expect(session.ids("targets no:goal") == ["f8"])
        #expect(session.ids("targets has:high") == ["f6"])
        #expect(session.ids("targets has:source").count == 6)
        #expect(session.ids("indicators no:results") == ["i3"])
        #expect(session.ids("sectors no:problems has:measures") == ["industry", "industry.biomedicine", "ecology"])
        #expect(session.ids("targets | where -has:measures 2026").count == 4)
        #expect(session.diagnostic("targets no:resutl")?.suggestion == "targets no:result")
    }

    @Test func rowsStandSomewhere() {
        #expect(session.rows("targets gdp | source | take 1") == ["f3|2026-东山省|6|今年生产总值增长5.5%以上，城镇新增就业40万人左右。"])
    }

    @Test func theNounOfTheRowsCounts() {
        #expect(session.diagnostic("targets | measures | sort value")?.message == "measures have no value")
        #expect(session.diagnostic("targets | mesures")?.suggestion == "targets | measures")
        #expect(session.diagnostic("targets | to nowhere")?.code == .unknownCommand)
        #expect(session.diagnostic("targets | count by kind | measures")?.span == ByteSpan(26, 34))
    }
}
