import Extraction
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

@Suite struct Queries {
    let session = Asker()

    @Test func aYearHoldsThePlansThatCoverIt() {
        #expect(
            session.rows("targets 2026") == [
                "f3|东山省|地区生产总值|≥5.5%|2026|综合经济", "f6|西河省|地区生产总值|4.5–5%|2026|综合经济",
                "f7|西河省|财政收入|0.36万亿元|2026|财政金融", "f4|东山省|城镇新增就业|≈40万人|2026|就业与收入",
                "f5|东山省|森林覆盖率|46%|2026/2030|生态环境",
            ])
        #expect(
            session.notes("targets 2026") == ["1 of the rows belongs to 十五五 (2026–2030), covering 2026: see column period"])
        // No column that is not there is spoken of.
        for stage in ["count by sector", "compare by place", "select id target"] {
            let notes = session.notes("targets 2026 | " + stage)
            #expect(notes.contains { $0.hasPrefix("1 of the rows") } && !notes.contains { $0.contains("column period") }, "\(stage)")
        }
        #expect(session.notes("targets 2026 gdp").isEmpty)
        #expect(session.notes("targets 2026 | take 2").isEmpty, "only of rows that are shown")
    }

    @Test func aPlanMeansItsOwnFigures() {
        #expect(session.ids("targets 十五五") == ["f5"])
        #expect(session.notes("targets 十五五") == ["4 more targets belong to single years of 十五五: targets 2026..2030"])
        #expect(session.ids("targets 2026..2030").count == 5)
        #expect(session.ids("measures 十五五").count == 5)
    }

    @Test func termsNarrow() {
        #expect(session.ids("targets gdp") == ["f3", "f6"])
        #expect(session.ids("targets 西河") == ["f6", "f7"])
        #expect(session.ids("targets 生态") == ["f5"])
        #expect(session.ids("targets place:东山,西河 sector:economy") == ["f3", "f6"])
        #expect(session.ids("measures industry") == ["m5"])
        #expect(session.ids("results") == ["f1", "f9", "f2"])
        #expect(session.ids("figures kind:actual 2023") == ["f9"])
        #expect(session.ids("targets indicator:就业") == ["f4"])
        #expect(session.ids("targets unit:元") == ["f7", "f8"])
        #expect(session.ids("targets unit:亿元") == ["f8"])
        #expect(session.ids("targets aspect:growth") == ["f3", "f6"])
        #expect(session.ids("targets comparator:about") == ["f4"])
        #expect(session.notes("targets 环保") == ["‘环保’ was read as sector 生态环境; for the word itself: targets \"环保\""])
        #expect(session.notes("targets 生态环境").isEmpty)
        #expect(session.ids("measures goal:g5") == ["m3", "m4", "m5"])
        #expect(session.ids("figures document:d3") == ["f9", "f8"])
        #expect(session.ids("figures d3") == ["f9", "f8"])
    }

    @Test func wordsThatNameNothingAreSearched() {
        #expect(session.ids("measures 流域") == ["m1", "m3"])
        #expect(session.ids("measures \"流域治理与\"") == ["m3"])
        #expect(session.ids("measures 流域 -水土保持") == ["m1"])
        #expect(session.ids("problems 养老") == ["q1"])
        // Measures have no indicator, but may name one.
        #expect(session.ids("measures 城镇新增就业") == ["m4"])
    }

    @Test func valuesAreComparedWhateverTheirScale() {
        #expect(session.ids("targets value>=3000亿元") == ["f7"])
        #expect(session.ids("targets value >= 0.0004万亿元 unit:元") == ["f7", "f8"])
        #expect(session.ids("targets value＜＝4亿元") == ["f8"])
        #expect(session.ids("targets value>5%") == ["f3", "f5"])
        #expect(session.ids("targets value=5.50") == ["f3"])
        #expect(session.ids("targets high>=5") == ["f6"])
    }

    @Test func alternativesAndExclusions() {
        #expect(session.ids("targets 2026 (gdp or ecology)") == ["f3", "f6", "f5"])
        #expect(session.ids("targets gdp 东山 or ecology") == ["f3", "f5"])
        #expect(session.ids("targets not (gdp or 财政收入)") == ["f4", "f5"])
        #expect(session.ids("目标 非 gdp 2026") == ["f7", "f4", "f5"])
    }

    @Test func chineseSaysTheSame() {
        #expect(session.ids("目标 2026 领域：生态环境 ｜ 排序 值 降 ｜ 前 5。") == ["f5"])
        #expect(session.ids("目标 ２０２６年，西河；") == ["f6", "f7"])
        #expect(session.ids("目标|前3") == ["f3", "f6", "f7"])
        #expect(session.rows("举措 2026 | 计数 按 领域") == ["生态环境|3", "就业与收入|1", "生物医药|1"])
        #expect(session.ids("数据 类型：实际 2025") == ["f1", "f2"])
        #expect(session.ids("举措 “水土保持”") == ["m3"])
    }

    @Test func stages() {
        #expect(session.ids("targets | take 2") == ["f3", "f6"])
        #expect(session.ids("targets | skip 5") == ["f5"])
        #expect(session.rows("targets 2026 gdp | select value unit id") == ["5.5|%|f3", "4.5|%|f6"])
        #expect(session.ids("targets unit:% | sort value desc") == ["f5", "f3", "f6"])
        #expect(session.ids("targets unit:元 | sort value") == ["f8", "f7"])
        #expect(session.rows("targets | count") == ["6"])
        #expect(session.rows("targets | where gdp | where 西河 | count") == ["1"])
        #expect(session.rows("targets | count by sector | where count>=2 | sort count sector") == ["综合经济|2", "财政金融|2"])
        #expect(session.rows("targets gdp | max value") == ["5.5|%"])
        #expect(session.rows("targets unit:元 | sum value") == ["0.3604|万亿元"])
        #expect(session.ids("measures | count by sector") == ["ecology", "employment", "industry.biomedicine"])
    }

    @Test func unlikeUnitsAreSortedApart() {
        #expect(session.ids("targets 2026 | sort value desc") == ["f5", "f3", "f6", "f4", "f7"])
        #expect(session.notes("targets 2026 | sort value").contains { $0.contains("%, 人, 元") })
        #expect(session.notes("targets gdp | sort value").isEmpty)
    }

    @Test func aStatementOfSeveralSectorsIsFoundByEach() {
        var eastern = Fixture.eastern, western = Fixture.western
        eastern.measures[1].moreSectors = [Sector("industry"), Sector("finance")]
        western.measures[2].moreSectors = [Sector("industry"), Sector("ecology")]
        let session = Asker(Graph(readings: [eastern, western], lexicon: Fixture.lexicon))
        #expect(session.ids("measures sector:industry") == ["m2", "m5"])
        #expect(session.ids("measures sector:finance") == ["m2"])
        #expect(session.ids("measures 生态") == ["m1", "m2", "m3", "m5"])
        #expect(session.ids("measures sector=ecology") == ["m1", "m2", "m3"])
        #expect(session.ids("measures | where sector=industry") == ["m5"], "the sectors under it count as it")
        #expect(session.ids("measures | where sector!=ecology") == ["m4", "m5"])
        #expect(session.rows("measures sector:finance | select sector sectors") == ["生态环境|生态环境、工业制造、财政金融"])
        #expect(session.rows("measures | count by sector").first == "生态环境|3", "grouped by the main one")
        // A statement counts once in a sector, however many of those under it it is of.
        #expect(session.rows("sectors measures>=1 | select id measures") == [
            "industry|2", "industry.biomedicine|1", "ecology|4", "employment|1", "finance|1",
        ])
        #expect(session.rows("sectors 西河 measures>=1 | select id measures") == [
            "industry|1", "industry.biomedicine|1", "ecology|2", "employment|1",
        ])
    }

    @Test func entitiesCountTheirStatements() {
        #expect(session.rows("places 2026") == ["p2|东山省|province|1|3|0|2|0", "p3|西河省|province|1|2|0|3|0"])
        #expect(session.rows("indicators ecology") == ["i3|森林覆盖率|生态环境|1|0|1|东山省"])
        #expect(session.rows("sectors industry") == ["industry|工业制造|0|0|1|0", "industry.biomedicine|  生物医药|0|0|1|0"])
        #expect(session.ids("goals 西河") == ["g4", "g5"])
        #expect(session.ids("documents 2026") == ["d1", "d2"])
        #expect(session.ids("places measures>=2") == ["p2", "p3"])
        #expect(session.diagnostic("places measures:many")?.code == .badNumber)
        #expect(session.diagnostic("places measures=3亿")?.code == .badNumber)
        #expect(session.ids("years 2026..") == ["y2026", "y2026/2030"])
    }

    @Test func anEmptyAnswerSaysWhy() {
        #expect(
            session.notes("targets 2031") == [
                "6 targets before ‘2031’, none after it", "no document covers 2031; the years known are 2021–2030",
                "nearest with an answer: targets 2030 (1 row)",
            ])
        #expect(session.notes("problems 2026").contains("no problems cover 2026 here; there are some for 2025"))
        #expect(session.notes("targets 西河 sector:ecology").contains("sector there: 综合经济 1, 财政金融 1"))
        #expect(session.notes("targets 南原").contains("no document of 南原省 is loaded"))
        #expect(session.notes("targets 森林覆盖律").contains("did you mean: targets 森林覆盖率"))
        let empty = Asker(Graph(readings: [], lexicon: Fixture.lexicon))
        #expect(empty.notes("targets 2026") == ["nothing is loaded"])
    }

    @Test func cancellationEndsTheWork() {
        session.session.isCancelled = { true }
        #expect(session.diagnostic("targets 2026")?.code == .interrupted)
        #expect(session.diagnostic("targets 2026")?.exitCode == 130)
    }
}

@Suite struct Navigation {
    let session = Asker()

    @Test func numbersFollowTheLastTableOrCard() throws {
        #expect(session.ids("targets 2026").count == 5)
        let first = try #require(session.card("open 1"))
        #expect(session.graph.identifier(of: first.node) == "f3")
        #expect(first.source?.sentence == "今年生产总值增长5.5%以上，城镇新增就业40万人左右。")
        #expect(first.source?.line == 6)
        #expect(first.source.map { String(decoding: Array($0.sentence.utf8)[$0.marked.range], as: UTF8.self) } == "生产总值增长5.5%以上")
        #expect(first.links.map(\.relation.name.chinese).prefix(6) == ["文档", "所属任务", "指标", "地区", "领域", "时期"])
        let second = try #require(session.card("2"))
        #expect(second.heading == "g2 今年的目标和任务")
        #expect(session.card("back")?.heading == first.heading)
        #expect(session.ids("back") == ["f3", "f6", "f7", "f4", "f5"])
        // The table that came back is the one that numbers refer to.
        #expect(session.card("#5").map { session.graph.identifier(of: $0.node) } == "f5")
        #expect(session.diagnostic("forward")?.code == .notHere)
        #expect(session.rows("trail").last == "2|→|#5|f5 东山省 森林覆盖率 46% 2026–2030")
    }

    @Test func everythingCanBeOpened() {
        for type in NodeType.allCases {
            for row in 0..<session.graph.count(of: type) {
                let id = session.graph.identifier(of: NodeID(type, row))
                #expect(session.card("open \(id)")?.node == NodeID(type, row), "\(id)")
                #expect(session.card("open \(session.graph.keyText(of: NodeID(type, row)))")?.node == NodeID(type, row), "\(id)")
            }
        }
        #expect(session.card("open 东山")?.heading == "p2 东山省")
        #expect(session.card("打开 gdp")?.heading == "i1 地区生产总值")
        #expect(session.card("open 2025-青石镇")?.heading == "d3 青石镇工作讲话")
    }

    @Test func linksBeyondTheFirstAreCounted() throws {
        let card = try #require(session.card("open y2026"))
        #expect(card.more.isEmpty)
        var many = Fixture.readings
        for year in 2010..<2020 {
            var copy = Fixture.eastern
            copy.name = "\(year)"
            copy.masthead.year = year
            many.append(copy)
        }
        let wide = Asker(Graph(readings: many, lexicon: Fixture.lexicon))
        let gdp = try #require(wide.card("open gdp"))
        let more = try #require(gdp.more.first)
        #expect(more == MoreLinks(relation: Relation.targets.term, count: 7, command: "targets indicator:地区生产总值"))
        #expect(wide.ids(more.command).count == more.count + Cards.shown)
        #expect(wide.ids("links").count == gdp.links.count + gdp.more.reduce(0) { $0 + $1.count })
    }

    @Test func relatedGivesItsReason() {
        #expect(session.rows("related f5").prefix(2) == ["m1|推进小流域治理|same goal", "m2|新建湿地公园12个|same goal"])
        #expect(session.rows("related f4").contains("m4|扩大城镇新增就业|names the indicator; same sector and words (城镇新增就业)"))
        #expect(session.rows("related m1").contains { $0.hasPrefix("m3|推进流域治理与水土保持|same sector and words") })
        #expect(session.rows("related f3").contains("f1|东山省 地区生产总值 5.3% 2025|same indicator"))
    }

    @Test("Of many figures of one indicator few stand for all, and a line opens the others")
    func relatedFoldsTheSameIndicator() throws {
        let readings = (2011...2026).map { year -> Reading in
            var draft = Fixture.Draft(
                "\(year)-东山省", place: "东山省", level: .province, date: "\(year)-01-20", year: year, "城镇新增就业\(year)人。\n扩大城镇新增就业。\n完。")
            draft.figure("城镇新增就业\(year)人", "城镇新增就业", .level, .equal, "\(year)", "人", year, .target, "employment")
            draft.measure("扩大城镇新增就业", "扩大", "employment", year)
            return draft.reading
        }
        var session = Session(graph: Graph(readings: readings, lexicon: Fixture.lexicon))
        let answer = try session.answer("related f16").get()
        guard case .table(let table) = answer.body else {
            Issue.record("a table")
            return
        }
        #expect(table.rows[0][1].shown == "扩大城镇新增就业" && table.nodes[0] == NodeID(.measure, 15))
        #expect(table.nodes.filter { $0?.type == .figure }.count == 3)
        #expect(answer.notes == ["same indicator: 12 more, 2011–2022: figures indicator:城镇新增就业 place:东山省"])
        guard case .table(let opened) = try session.answer("figures indicator:城镇新增就业 place:东山省").get().body else {
            Issue.record("a table")
            return
        }
        #expect(opened.rows.count == 16)
    }

    @Test func sourceShowsTheDocument() throws {
        let card = try #require(session.card("source q1"))
        #expect(card.source?.path == "papers/2026-东山省.txt")
        #expect(card.source?.line == 4)
        #expect(session.diagnostic("source p2")?.exitCode == 3)
        let fresh = Asker()
        #expect(fresh.diagnostic("source")?.code == .notHere)
    }

    @Test func wrongNumbersAreNoOtherRow() {
        #expect(session.diagnostic("1")?.message == "there is no table or card yet")
        _ = session.rows("targets gdp")
        #expect(session.diagnostic("3")?.message == "there is no 3: they go from 1 to 2")
        #expect(session.diagnostic("3")?.exitCode == 3)
        #expect(session.diagnostic("open 2026")?.suggestion == "open y2026")
        #expect(session.diagnostic("open f99")?.code == .unknownIdentifier)
        #expect(session.diagnostic("open 0")?.code == .noSuchRow)
    }
}
