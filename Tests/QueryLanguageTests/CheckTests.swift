import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

@Suite("check")
struct CheckTests {
    private func outcome(
        _ comparator: Comparator, _ target: String, _ result: String, high: String? = nil, direction: Direction = .none,
        said: Comparator = .equal
    ) throws -> Outcome {
        let value = try #require(DecimalNumber(target)), number = try #require(DecimalNumber(result))
        return Bound(comparator, value, high.flatMap { DecimalNumber($0) }, direction: direction, falls: target.hasPrefix("-"))
            .outcome(of: number, said: said)
    }

    @Test("A bound is kept or not")
    func bounds() throws {
        #expect(try outcome(.atLeast, "6", "6.0") == .met)
        #expect(try outcome(.atLeast, "6", "5.9") == .missed)
        #expect(try outcome(.moreThan, "6", "6.0") == .missed)
        #expect(try outcome(.atMost, "5.5", "5.5") == .met)
        #expect(try outcome(.lessThan, "5.5", "5.5") == .missed)
    }

    @Test("Without a bound the indicator's direction decides")
    func direction() throws {
        #expect(try outcome(.equal, "7.5", "7.8", direction: .up) == .met)
        #expect(try outcome(.equal, "7.5", "7.4", direction: .up) == .missed)
        #expect(try outcome(.equal, "7.5", "7.4") == .missed)
        #expect(try outcome(.equal, "4.6", "4.1", direction: .down) == .met)
        #expect(try outcome(.equal, "4.6", "4.7", direction: .down) == .missed)
    }

    @Test("左右 allows a twentieth on the wrong side, and everything on the right one")
    func around() throws {
        #expect(try outcome(.approximately, "5", "5.2", direction: .up) == .met)
        #expect(try outcome(.approximately, "7", "6.9", direction: .up) == .near)
        #expect(try outcome(.approximately, "7", "6.65", direction: .up) == .near)
        #expect(try outcome(.approximately, "7", "6.6", direction: .up) == .missed)
        #expect(try outcome(.approximately, "3", "0.2", direction: .down) == .met)
        #expect(try outcome(.approximately, "3", "3.1", direction: .down) == .near)
        #expect(try outcome(.approximately, "3", "3.3", direction: .down) == .missed)
    }

    @Test("A range is met from the end that must not be passed")
    func ranges() throws {
        #expect(try outcome(.range, "6", "6.1", high: "6.5", direction: .up) == .met)
        #expect(try outcome(.range, "6", "6.8", high: "6.5", direction: .up) == .met)
        #expect(try outcome(.range, "6", "5.9", high: "6.5", direction: .up) == .missed)
        #expect(try outcome(.range, "3", "3.8", high: "4", direction: .down) == .met)
        #expect(try outcome(.range, "3", "4.2", high: "4", direction: .down) == .missed)
    }

    @Test("Of a fall the comparator speaks of its size")
    func falls() throws {
        #expect(try outcome(.atLeast, "-3", "-3.1") == .met)
        #expect(try outcome(.atLeast, "-3", "-2.9") == .missed)
        #expect(try outcome(.equal, "-4", "-4") == .met)
        #expect(try outcome(.equal, "-4", "1") == .missed)
        #expect(try outcome(.approximately, "-4", "-3.9") == .near)
        #expect(try outcome(.range, "-3", "-3.5", high: "-4") == .met)
        #expect(try outcome(.range, "-3", "-2.5", high: "-4") == .missed)
    }

    @Test("A result that is bounded itself tells only what follows from it")
    func boundedResults() throws {
        #expect(try outcome(.atLeast, "1100", "1200", said: .moreThan) == .met)
        #expect(try outcome(.atLeast, "1100", "1000", said: .moreThan) == .unclear)
        #expect(try outcome(.atMost, "5.5", "5", said: .moreThan) == .unclear)
        #expect(try outcome(.atMost, "5.5", "6", said: .moreThan) == .missed)
        #expect(try outcome(.atMost, "5.5", "5", said: .atMost) == .met)
        #expect(try outcome(.atLeast, "1100", "1000", said: .lessThan) == .missed)
    }

    @Test("The gap is exact")
    func gaps() throws {
        let a = try #require(DecimalNumber("5.2")), b = try #require(DecimalNumber("5"))
        #expect(a.minus(b)?.description == "0.2")
        #expect(b.minus(a)?.description == "-0.2")
        #expect(a.minus(a)?.description == "0")
        #expect(DecimalNumber(significand: .max, exponent: 3).minus(DecimalNumber(significand: 1, exponent: -9)) == nil)
    }

    // MARK: in a graph

    private typealias Line = (words: String, aspect: Aspect, comparator: Comparator, value: String, unit: String, from: Int?, year: Int)

    private func rows(
        _ targets: [Line], _ results: [Line], indicator: String = "粮食产量", _ query: String = "check"
    ) throws -> [[String]] {
        func draft(_ lines: [Line], _ kind: FigureKind, _ year: Int) -> Fixture.Draft {
            var draft = Fixture.Draft(
                "\(year)-东山省", place: "东山省", level: .province, date: "\(year)-01-20", year: year,
                lines.map(\.words).joined(separator: "。\n") + "。\n完。")
            for line in lines {
                draft.figure(
                    line.words, indicator, line.aspect, line.comparator, line.value, line.unit, line.year, kind, "agriculture",
                    from: line.from)
            }
            return draft
        }
        let graph = Graph(
            readings: [draft(targets, .target, 2025).reading, draft(results, .actual, 2026).reading], lexicon: Fixture.lexicon)
        var session = Session(graph: graph)
        guard case .table(let table) = try session.answer(query).get().body else { return [] }
        return table.rows.map { row in
            zip(table.columns, row).filter { ["target", "reported", "gap", "outcome"].contains($0.0.key) }.map(\.1.shown)
        }
    }

    @Test("A target stands beside the result of the next report, in its own unit")
    func answered() throws {
        #expect(
            try rows([("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)], [("粮食产量0.0812亿吨", .level, .equal, "0.0812", "亿吨", nil, 2025)])
                == [["800万吨", "0.0812亿吨", "+12万吨", "met"]])
        #expect(
            try rows([("粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025)], [("粮食产量增长2.5%", .growth, .equal, "2.5", "%", nil, 2025)])
                == [["3%", "2.5%", "-0.5百分点", "missed"]])
    }

    @Test("What the next report does not tell is not reported; what is later is not due")
    func unanswered() throws {
        let result: Line = ("粮食产量增长2.5%", .growth, .equal, "2.5", "%", nil, 2025)
        #expect(try rows([("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)], [result])[0].last == "unreported")
        #expect(try rows([("粮食产量900万吨", .level, .equal, "900", "万吨", nil, 2030)], [result])[0].last == "pending")
    }

    @Test("What was reached in the course of a year is not the year's")
    func months() throws {
        let target: Line = ("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)
        for (words, expected) in [("到6月底粮食产量410万吨", "unreported"), ("前9个月粮食产量600万吨", "unreported"), ("到12月底粮食产量820万吨", "met")] {
            let value = String(words.suffix(5).prefix(3))
            #expect(try rows([target], [(words, .level, .equal, value, "万吨", nil, 2025)])[0].last == expected, "\(words)")
        }
    }

    @Test("A result that is rounded to the target's own size says nothing of it")
    func rounded() throws {
        func outcome(_ target: String, _ result: String) throws -> String? {
            try rows(
                [("粮食产量增长\(target)%", .growth, .equal, target, "%", nil, 2025)],
                [("粮食产量增长\(result)%", .growth, .equal, result, "%", nil, 2025)])[0].last
        }
        #expect(try outcome("16.2", "16") == "unclear")
        #expect(try outcome("7.5", "7") == "missed")
        #expect(try outcome("16", "16.2") == "met")
        #expect(try outcome("7.0", "7") == "met")
    }

    @Test("A document of a later year that states nothing looks back on nothing")
    func notices() throws {
        var report = Fixture.Draft("2021-东山省", place: "东山省", level: .province, date: "2021-01-20", year: 2021, "粮食产量900万吨。\n完。")
        report.figure("粮食产量900万吨", "粮食产量", .level, .equal, "900", "万吨", 2025, .target, "agriculture", from: 2021)
        let notice = Fixture.Draft("说明", place: "东山省", level: .province, date: "2025-12-20", year: 2026, "这里说明各文档的出处。\n完。")
        var session = Session(graph: Graph(readings: [report.reading, notice.reading], lexicon: Fixture.lexicon))
        guard case .table(let table) = try session.answer("check").get().body else { return }
        #expect(table.rows.map { row in zip(table.columns, row).first { $0.0.key == "outcome" }?.1.shown } == ["pending"])
    }

    @Test("A mean of years, the growth over all of them, another base and a part are held against their like only")
    func bases() throws {
        let mean: Line = ("粮食产量年均增长2%", .growth, .equal, "2", "%", 2021, 2025)
        let whole: Line = ("粮食产量增长10%", .growth, .equal, "10", "%", 2021, 2025)
        #expect(try rows([mean], [whole])[0].last == "unreported")
        #expect(try rows([mean], [("粮食产量平均每年增长2.2%", .growth, .equal, "2.2", "%", 2021, 2025)])[0].last == "met")
        #expect(
            try rows(
                [("粮食产量五年合计达到900万吨", .level, .equal, "900", "万吨", 2021, 2025)], [("粮食产量200万吨", .level, .equal, "200", "万吨", nil, 2025)])[0]
                .last == "unreported")
        let year: Line = ("粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025)
        #expect(try rows([year], [("粮食产量比2020年增长30%", .growth, .equal, "30", "%", nil, 2025)])[0].last == "unreported")
        #expect(try rows([year], [("粮食产量比2024年增长4%", .growth, .equal, "4", "%", nil, 2025)])[0].last == "met")
        #expect(try rows([year], [("上半年粮食产量增长4%", .growth, .equal, "4", "%", nil, 2025)])[0].last == "unreported")
        #expect(try rows([year], [("没有实现粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025)])[0].last == "said-missed")
    }

    @Test("Base years in Chinese digits, works begun and done, what comes on top, what ought to be, and a few places are told apart")
    func likeWithLike() throws {
        let year: Line = ("粮食产量增长百分之三", .growth, .equal, "3", "%", nil, 2025)
        #expect(try rows([year], [("粮食产量比二〇二〇年增长百分之三十", .growth, .equal, "30", "%", nil, 2025)])[0].last == "unreported")
        #expect(try rows([year], [("粮食产量比二○二四年增长百分之四", .growth, .equal, "4", "%", nil, 2025)])[0].last == "met")
        #expect(
            try rows([year], [("东河、西河两地等三个市，粮食产量增长百分之九", .growth, .equal, "9", "%", nil, 2025)])[0].last == "unreported")
        let homes: Line = ("保障房基本建成40万套", .level, .equal, "40", "万套", nil, 2025)
        #expect(try rows([homes], [("新开工保障房66万套", .level, .equal, "66", "万套", nil, 2025)], indicator: "保障性住房")[0].last == "unreported")
        #expect(try rows([homes], [("开工60万套、建成保障房44万套", .level, .equal, "44", "万套", nil, 2025)], indicator: "保障性住房")[0].last == "met")
        let taxes: Line = ("减税降费约2万亿元", .level, .approximately, "2", "万亿元", nil, 2025)
        #expect(try rows([taxes], [("新增减税降费1万亿元", .level, .equal, "1", "万亿元", nil, 2025)], indicator: "减税降费")[0].last == "unreported")
        let idle: Line = ("失业率5.5%以内", .level, .atMost, "5.5", "%", nil, 2025)
        #expect(try rows([idle], [("新增岗位20万个、失业率5%", .level, .equal, "5", "%", nil, 2025)], indicator: "失业率之数")[0].last == "met")
        let harvest: Line = ("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)
        #expect(try rows([harvest], [("按规划，粮食产量应该有900万吨", .level, .equal, "900", "万吨", nil, 2025)])[0].last == "unreported")
    }

    @Test("A height is that of the year a period ends with, a growth that of the years it goes over")
    func spans() throws {
        let height: Line = ("到2025年粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)
        #expect(try rows([height], [("粮食产量由700万吨增加到810万吨", .level, .equal, "810", "万吨", 2021, 2025)])[0].last == "met")
        #expect(try rows([height], [("五年粮食产量4000万吨", .level, .equal, "4000", "万吨", 2021, 2025)])[0].last == "unreported")
        let growth: Line = ("粮食产量比2020年增长30%", .growth, .equal, "30", "%", nil, 2025)
        #expect(try rows([growth], [("五年间粮食产量增长31%", .growth, .equal, "31", "%", 2021, 2025)])[0].last == "met")
        #expect(try rows([growth], [("粮食产量增长31%", .growth, .equal, "31", "%", 2023, 2025)])[0].last == "unreported")
        let year: Line = ("新增茶园6万亩", .change, .equal, "6", "万亩", nil, 2025)
        #expect(try rows([year], [("两年新增茶园54万亩", .change, .equal, "54", "万亩", nil, 2025)], indicator: "茶园面积之数")[0].last == "unreported")
    }

    @Test("What a budget pays for one thing is one, whatever the verb")
    func payments() throws {
        let target: Line = ("省级财政拟安排科技投入30亿元", .level, .equal, "30", "亿元", nil, 2025)
        func result(_ words: String, _ indicator: String) throws -> String? {
            var plan = Fixture.Draft("2025-东山省", place: "东山省", level: .province, date: "2025-01-20", year: 2025, target.words + "。\n完。")
            plan.figure(target.words, "省级财政拟安排科技投入", .level, .equal, "30", "亿元", 2025, .target, "technology")
            var report = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, words + "。\n完。")
            report.figure(words, indicator, .level, .equal, "31", "亿元", 2025, .actual, "technology")
            var session = Session(graph: Graph(readings: [plan.reading, report.reading], lexicon: Fixture.lexicon))
            guard case .table(let table) = try session.answer("check | select outcome").get().body else { return nil }
            return table.rows.first?.first?.shown
        }
        #expect(try result("省级财政用于科技的支出31亿元", "省级财政用于科技的支出") == "met")
        #expect(try result("省级财政用于教育的支出31亿元", "省级财政用于教育的支出") == "unreported")
        #expect(try result("省级财政资金31亿元", "省级财政资金") == "unreported")
    }

    @Test("What is paid without a purpose may be for something else each time")
    func paymentsWithoutPurpose() throws {
        let target: Line = ("省级财政投入资金30亿元", .level, .equal, "30", "亿元", nil, 2025)
        #expect(
            try rows([target], [("省级财政投入资金31亿元", .level, .equal, "31", "亿元", nil, 2025)], indicator: "省级财政投入资金")[0].last == "unreported")
        #expect(try rows([target], [("省级财政投入资金31亿元", .level, .equal, "31", "亿元", nil, 2025)], indicator: "省级财政收入")[0].last == "met")
    }

    @Test("What is built is one, whatever the verb; to begin it is another thing")
    func buildings() throws {
        func outcome(_ words: String, _ indicator: String) throws -> String? {
            var plan = Fixture.Draft("2025-东山省", place: "东山省", level: .province, date: "2025-01-20", year: 2025, "修建乡村桥梁8座。\n完。")
            plan.figure("修建乡村桥梁8座", "修建乡村桥梁", .level, .equal, "8", "座", 2025, .target, "ecology")
            var report = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, words + "。\n完。")
            report.figure(words, indicator, .level, .equal, "9", "座", 2025, .actual, "ecology")
            var session = Session(graph: Graph(readings: [plan.reading, report.reading], lexicon: Fixture.lexicon))
            guard case .table(let table) = try session.answer("check | select outcome").get().body else { return nil }
            return table.rows.first?.first?.shown
        }
        #expect(try outcome("建成乡村桥梁9座", "建成乡村桥梁") == "met")
        #expect(try outcome("开工乡村桥梁9座", "开工乡村桥梁") == "unreported")
        #expect(try outcome("建成城市桥梁9座", "建成城市桥梁") == "unreported")
    }

    @Test("Prices of another year are not held against those of the day, weights in 斤 against those in 吨 are")
    func measures() throws {
        let value: Line = ("按2020年不变价格计算，粮食产量产值800亿元", .level, .equal, "800", "亿元", nil, 2025)
        #expect(try rows([value], [("粮食产量产值900亿元", .level, .equal, "900", "亿元", nil, 2025)])[0].last == "unclear")
        #expect(try rows([value], [("粮食产量产值900亿元（按2020年不变价格计算）", .level, .equal, "900", "亿元", nil, 2025)])[0].last == "met")
        let weight: Line = ("粮食产量160亿斤", .level, .equal, "160", "亿斤", nil, 2025)
        #expect(try rows([weight], [("粮食产量812万吨", .level, .equal, "812", "万吨", nil, 2025)]) == [["160亿斤", "812万吨", "+2.4亿斤", "met"]])
        #expect(try rows([weight], [("粮食产量79亿公斤", .level, .equal, "79", "亿公斤", nil, 2025)])[0].last == "missed")
    }

    @Test("A bare number of people or things is held against a counted one, but never against money")
    func bareNumbers() throws {
        let fewer: Line = ("粮食产量之外的贫困户再减少1000万以上", .change, .atLeast, "-1000", "万", nil, 2025)
        #expect(
            try rows([fewer], [("减少贫困户800万人", .change, .equal, "-800", "万人", nil, 2025)]).map { [$0[1], $0[3]] } == [["-800万人", "missed"]])
        #expect(try rows([fewer], [("减少支出800万元", .change, .equal, "-800", "万元", nil, 2025)])[0].last == "unreported")
        let people: Line = ("培训3万名", .level, .equal, "3", "万名", nil, 2025)
        #expect(try rows([people], [("培训3.2万人", .level, .equal, "3.2", "万人", nil, 2025)], indicator: "培训农民之数")[0].last == "met")
    }

    @Test("In the look back on five years 比上年 is of the last one, and 新增 answers 增加")
    func lastYear() throws {
        let year: Line = ("粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025)
        #expect(try rows([year], [("粮食产量比上年增长4%", .growth, .equal, "4", "%", 2021, 2025)])[0].last == "met")
        #expect(try rows([year], [("粮食产量增长4%", .growth, .equal, "4", "%", 2021, 2025)])[0].last == "unreported")
        let more: Line = ("增加茶园之数5万亩", .change, .equal, "5", "万亩", nil, 2025)
        #expect(try rows([more], [("新增茶园之数6万亩", .level, .equal, "6", "万亩", nil, 2025)], indicator: "茶园之数")[0].last == "met")
    }

    @Test("A share of something is not the thing, but 其中 may name an indicator of its own")
    func sharesNamed() throws {
        let hills: Line = ("粮食产量800万吨以上，其中山区粮食产量200万吨", .level, .equal, "200", "万吨", nil, 2025)
        #expect(try rows([hills], [("粮食产量810万吨", .level, .equal, "810", "万吨", nil, 2025)])[0].last == "unreported")
        let jobs: Line = ("安排岗位60万个，其中城镇新增就业40万人", .level, .equal, "40", "万人", nil, 2025)
        #expect(try rows([jobs], [("城镇新增就业42万人", .level, .equal, "42", "万人", nil, 2025)], indicator: "城镇新增就业")[0].last == "met")
        // 其中全省 is the whole.
        let all: Line = ("全面完成任务，其中全省城镇新增就业42万人", .level, .equal, "42", "万人", nil, 2025)
        #expect(try rows([("城镇新增就业40万人", .level, .equal, "40", "万人", nil, 2025)], [all], indicator: "城镇新增就业")[0].last == "met")
        let among: Line = ("提出新的目标，其中包括城镇新增就业40万人", .level, .equal, "40", "万人", nil, 2025)
        #expect(try rows([among], [all], indicator: "城镇新增就业")[0].last == "met")
    }

    @Test("What is only supposed, or said to have fulfilled a plan, is neither result nor target")
    func supposed() throws {
        let harvest: Line = ("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025)
        let supposed: Line = ("按规划，粮食产量应该有900万吨", .level, .equal, "900", "万吨", nil, 2025)
        #expect(try rows([harvest], [supposed, ("达到了900万吨，也还不够", .level, .equal, "900", "万吨", nil, 2025)])[0].last == "unreported")
        var plan = Fixture.Draft("2025-东山省", place: "东山省", level: .province, date: "2025-01-20", year: 2025, "粮食产量800万吨，完成年度计划的102%。\n完。")
        plan.figure("粮食产量800万吨", "粮食产量", .level, .equal, "800", "万吨", 2025, .target, "agriculture")
        var report = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, "粮食产量810万吨。\n完。")
        report.figure("粮食产量810万吨", "粮食产量", .level, .equal, "810", "万吨", 2025, .actual, "agriculture")
        var session = Session(graph: Graph(readings: [plan.reading, report.reading], lexicon: Fixture.lexicon))
        guard case .table(let table) = try session.answer("check | select outcome").get().body else {
            Issue.record("a table")
            return
        }
        #expect(table.rows.map { $0[0].shown } == ["unreported"])
    }

    @Test("To keep pace is answered in kind")
    func paces() throws {
        func outcome(_ asked: Comparator, _ told: Comparator, _ reference: String = "生产总值增速") throws -> String? {
            var plan = Fixture.Draft("2025-东山省", place: "东山省", level: .province, date: "2025-01-20", year: 2025, "财政收入与经济同行。\n完。")
            plan.figure("财政收入与经济同行", "财政收入", .growth, asked, nil, nil, 2025, .target, "finance", reference: "生产总值增长")
            var report = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, "财政收入快于经济。\n完。")
            report.figure("财政收入快于经济", "财政收入", .growth, told, nil, nil, 2025, .actual, "finance", reference: reference)
            var session = Session(graph: Graph(readings: [plan.reading, report.reading], lexicon: Fixture.lexicon))
            guard case .table(let table) = try session.answer("check | select outcome").get().body else { return nil }
            return table.rows.first?.first?.shown
        }
        #expect(try outcome(.sync, .outpace) == "met")
        #expect(try outcome(.sync, .sync) == "met")
        #expect(try outcome(.outpace, .sync) == "missed")
        #expect(try outcome(.outpace, .outpace, "森林覆盖率") == "unreported")
    }

    @Test("A fall told as a bound is one of at least that size")
    func boundedFalls() throws {
        let target: Line = ("粮食产量损耗下降8%", .growth, .equal, "-8", "%", nil, 2025)
        #expect(try rows([target], [("粮食产量损耗下降12%以上", .growth, .atLeast, "-12", "%", nil, 2025)])[0].last == "met")
        #expect(try rows([target], [("粮食产量损耗下降不到5%", .growth, .lessThan, "-5", "%", nil, 2025)])[0].last == "missed")
    }

    @Test("What a document promises twice is one promise")
    func promisedTwice() throws {
        let growth: Line = ("粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025)
        let again: Line = ("要实现粮食3%的增速", .level, .equal, "3", "%", nil, 2025)
        let other: Line = ("粮食产量增长3%以上", .growth, .atLeast, "3", "%", nil, 2025)
        let result: Line = ("粮食产量增长4%", .growth, .equal, "4", "%", nil, 2025)
        #expect(try rows([growth, again], [result]) == [["3%", "4%", "+1百分点", "met"]])
        #expect(try rows([growth, other], [result]).count == 2)
        #expect(try rows([growth, again], [result], "targets | totals by place | select targets").count == 1)
        let plan: Line = ("到2025年粮食产量800万吨", .level, .equal, "800", "万吨", 2021, 2025)
        let last: Line = ("粮食产量达到0.08亿吨", .level, .equal, "0.08", "亿吨", nil, 2025)
        #expect(try rows([plan, last], [("粮食产量810万吨", .level, .equal, "810", "万吨", nil, 2025)]).count == 1)
        #expect(try rows([growth, again], [result], "targets | select target").count == 2)
    }

    @Test("What a later report quotes of a target is answered there, and is the promise of the report it quotes")
    func quoted() throws {
        func outcomes(_ name: String, withPlan: Bool) throws -> [[String]] {
            var plan = Fixture.Draft("2025-东山省", place: "东山省", level: .province, date: "2025-01-20", year: 2025, "要把\(name)涨幅降到10%。\n完。")
            plan.figure("要把\(name)涨幅降到10%", name, .growth, .equal, "10", "%", 2025, .target, "economy.prices")
            let sentence = "去年报告提出，要把\(name)涨幅降到10%，结果为6%"
            var report = Fixture.Draft("2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026, "\(sentence)。\n完。")
            report.figure("要把\(name)涨幅降到10%", name, .growth, .equal, "10", "%", 2025, .target, "economy.prices")
            report.figure("结果为6%", name, .growth, .equal, "6", "%", 2025, .actual, "economy.prices")
            var session = Session(
                graph: Graph(readings: (withPlan ? [plan] : []).map(\.reading) + [report.reading], lexicon: Fixture.lexicon))
            guard case .table(let table) = try session.answer("check").get().body else { return [] }
            return table.rows.map { row in
                zip(table.columns, row).filter { ["target", "reported", "outcome"].contains($0.0.key) }.map(\.1.shown)
            }
        }
        #expect(try outcomes("茶叶价格", withPlan: false) == [["10%", "6%", "met"]])
        #expect(try outcomes("茶叶价格", withPlan: true) == [["10%", "6%", "met"]])
        // A short name that the lexicon does not have is of one thing within a sentence.
        #expect(try outcomes("茶价", withPlan: false) == [["10%", "6%", "met"]])
    }

    @Test("What is added up over a plan is not held against its last year")
    func additions() throws {
        let target: Line = ("新增耕地50万亩", .level, .equal, "50", "万亩", 2021, 2025)
        let last: Line = ("新增耕地12万亩", .level, .equal, "12", "万亩", nil, 2025)
        #expect(try rows([target], [last], indicator: "新增耕地")[0].last == "unreported")
        let height: Line = ("粮食产量达到800万吨", .level, .equal, "800", "万吨", 2021, 2025)
        #expect(try rows([height], [("粮食产量810万吨", .level, .equal, "810", "万吨", nil, 2025)])[0].last == "met")
    }

    @Test("Totals count what became of the targets of each group")
    func totals() throws {
        let targets: [Line] = [
            ("粮食产量增长3%", .growth, .equal, "3", "%", nil, 2025), ("粮食产量800万吨", .level, .equal, "800", "万吨", nil, 2025),
        ]
        let results: [Line] = [
            ("粮食产量增长2.5%", .growth, .equal, "2.5", "%", nil, 2025), ("粮食产量810万吨", .level, .equal, "810", "万吨", nil, 2025),
        ]
        var session = Session(graph: Graph(readings: [], lexicon: Fixture.lexicon))
        #expect(throws: Diagnostic.self) { try session.answer("measures | totals").get() }
        #expect(try rows(targets, results, "check outcome:missed | select target outcome") == [["3%", "missed"]])
        #expect(try rows(targets, results, "check | where gap = 0").isEmpty)
    }
}

@Suite("changes, diff, path, brief")
struct DifferenceTests {
    private typealias Line = (words: String, comparator: Comparator, value: String, high: String?)

    /// A province whose report of each year sets these targets for the growth of grain output.
    private func graph(_ years: [(Int, [Line])]) -> Graph {
        let readings = years.map { year, lines in
            var draft = Fixture.Draft(
                "\(year)-东山省", place: "东山省", level: .province, date: "\(year)-01-20", year: year,
                (lines.map(\.words) + ["森林覆盖率45%"]).joined(separator: "。\n") + "。\n加强水利建设。完。")
            for line in lines {
                draft.figure(line.words, "粮食产量", .growth, line.comparator, line.value, "%", year, .target, "agriculture", high: line.high)
            }
            draft.figure("森林覆盖率45%", "森林覆盖率", .level, .equal, "45", "%", year, .target, "ecology")
            return draft.reading
        }
        return Graph(readings: readings, lexicon: Fixture.lexicon)
    }

    private func rows(_ graph: Graph, _ line: String) throws -> [[String: String]] {
        var session = Session(graph: graph)
        guard case .table(let table) = try session.answer(line).get().body else { return [] }
        return table.rows.map { Dictionary(zip(table.columns.map(\.key), $0.map(\.shown)), uniquingKeysWith: { $1 }) }
    }

    @Test("A target is raised, lowered, reworded, missing and found again")
    func changes() throws {
        let graph = graph([
            (2020, [("粮食产量增长5%", .equal, "5", nil)]), (2021, [("粮食产量增长5%以上", .atLeast, "5", nil)]),
            (2022, [("粮食产量增长5%以上", .atLeast, "5", nil)]), (2023, []),
            (2025, [("粮食产量增长5.5%左右", .approximately, "5.5", nil)]), (2026, [("粮食产量增长4%至5%", .range, "4", "5")]),
        ])
        let told = try rows(graph, "changes 粮食产量").map { "\($0["period"] ?? "") \($0["change"] ?? "") \($0["words"] ?? "")" }
        #expect(told == [
                "2020 first set 5%", "2021 reworded 5% → ≥5%", "2023 not found after 2022", "2025 found again ≥5% → ≈5.5%",
                "2026 lowered ≈5.5% → 4–5%",
        ])
    }

    @Test("Two years of one place beside each other")
    func diff() throws {
        let graph = graph([(2025, [("粮食产量增长5%", .equal, "5", nil)]), (2026, [("粮食产量增长4%左右", .approximately, "4", nil)])])
        let told = try rows(graph, "diff 2025-东山省 2026-东山省 | where kind:target").map {
            "\($0["change"] ?? "") \($0["what"] ?? "") \($0["before"] ?? "") \($0["after"] ?? "")"
        }
        #expect(Set(told) == ["lowered 粮食产量 5% ≈4%", "same 森林覆盖率 45% 45%"])
        #expect(try rows(graph, "diff 2025-东山省 2025-东山省").allSatisfy { $0["change"] == "same" || $0["change"] == "continues" })
        var session = Session(graph: graph)
        #expect(throws: Diagnostic.self) { try session.answer("diff ecology 2026-东山省").get() }
    }

    @Test("A year whose report is not at hand is told apart from one that is passed over")
    func noReport() throws {
        let graph = graph([(2023, [("粮食产量增长5%", .equal, "5", nil)]), (2025, [("粮食产量增长4%", .equal, "4", nil)]), (2026, [])])
        #expect(try rows(graph, "check 粮食产量").map { "\($0["period"] ?? "") \($0["outcome"] ?? "")" } == ["2023 pending", "2025 unreported"])
    }

    @Test("Every step of a path is an edge, and there is none to nowhere")
    func paths() throws {
        let graph = graph([(2025, [("粮食产量增长5%", .equal, "5", nil)]), (2026, [("粮食产量增长4%左右", .approximately, "4", nil)])])
        let steps = try rows(graph, "path f1 f2")
        #expect(steps.first?["relation"] == "" && steps.count >= 2)
        #expect(try rows(graph, "path d1 d1").count == 1)
        let ids = (0..<graph.figures.count).map { NodeID(.figure, $0) } + [NodeID(.document, 0), NodeID(.document, 1)]
        let paths = Paths(graph, isCancelled: { false })
        for a in ids {
            for b in ids {
                for way in try paths.ways(from: a, to: b) {
                    #expect(way.first?.node == a && way.last?.node == b)
                    for (from, to) in zip(way, way.dropFirst()) {
                        let there = Neighbourhood(of: from.node, in: graph).groups.flatMap { $0.nodes() }
                        let back = Neighbourhood(of: to.node, in: graph).groups.flatMap { $0.nodes() }
                        #expect(there.contains(to.node) || back.contains(from.node))
                    }
                }
            }
        }
    }

    @Test("A brief quotes words that stand in their document, and nothing else")
    func briefs() throws {
        let graph = graph([(2025, [("粮食产量增长5%", .equal, "5", nil)]), (2026, [("粮食产量增长4%左右", .approximately, "4", nil)])])
        var session = Session(graph: graph)
        guard case .page(let page) = try session.answer("brief 2026").get().body else {
            Issue.record("a page")
            return
        }
        var quoted = 0
        for case .definitions(let list) in page.blocks {
            for text in list.map(\.text) {
                for part in text.split(separator: "“").dropFirst() {
                    let words = part.prefix { $0 != "”" }
                    quoted += 1
                    #expect((0..<graph.documents.count).contains { document in
                            String(
                                decoding: graph.text[graph.documents.textStart[document]..<graph.documents.textStart[document + 1]],
                                as: UTF8.self
                            )
                            .contains(words)
                    }, "\(words)")
                }
            }
        }
        #expect(quoted >= 3)
        #expect(throws: Diagnostic.self) { try session.answer("brief 2026 | take 3").get() }
        #expect(try session.answer("brief 2026 as markdown").get().format == .markdown)
        #expect(try session.answer("brief 1950").get().isEmpty)
    }
}
