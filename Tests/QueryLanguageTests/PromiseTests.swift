import Documents
import Extraction
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

/// What becomes of targets and measures from one report to the next, read from whole reports of an imagined province.
@Suite("Promises, from text to answer")
struct PromiseTests {
    static let reader = ReasonsTests.reader

    private func graph(_ reports: [(year: Int, past: String, plan: String)]) -> Graph {
        let readings = reports.map { report in
            Self.reader.read(
Array(
                """
                政府工作报告
                ——\(report.year)年1月12日在四川省第十四届人民代表大会上

                一、\(report.year - 1)年工作回顾
                \(report.past)

                二、\(report.year)年工作安排
                \(report.plan)
                """.utf8), name: "\(report.year)-四川省", path: "\(report.year)-四川省.txt")
        }
        return Graph(readings: readings, lexicon: ReasonsTests.lexicon)
    }

    private func rows(_ graph: Graph, _ line: String) throws -> [[String: String]] {
        var session = Session(graph: graph)
        guard case .table(let table) = try session.answer(line).get().body else { return [] }
        return table.rows.map { Dictionary(zip(table.columns.map(\.key), $0.map(\.shown)), uniquingKeysWith: { $1 }) }
    }

    private func differences(_ graph: Graph, _ kind: String) throws -> Set<String> {
        Set(
            try rows(graph, "diff 2024-四川省 2025-四川省 | where kind:\(kind)").map {
                "\($0["change"] ?? ""): \($0["before"] ?? "") → \($0["after"] ?? "")"
            })
    }

    // MARK: tables

    @Test("A table of one year's results looks back on it for each place that it has results of")
    func tabled() throws {
        let targets = "# year: 2025\n地区,指标,年份,目标值\n东溪县,地区生产总值,2025,6%\n东溪县,单位地区生产总值能耗,2025,≤-3%\n东溪县,粮食产量,2025,20万吨\n西溪县,粮食产量,2025,9万吨\n"
        let results = "# year: 2026\n地区,指标,年份,完成值\n东溪县,地区生产总值,2025,6.1%\n东溪县,单位地区生产总值能耗,2025,-3.4%\n"
        let readings = [("2025", targets), ("2026", results)].map {
            FactTable.read(Array($0.1.utf8), name: $0.0, path: $0.0 + ".csv", reader: Self.reader).reading
        }
        let graph = Graph(readings: readings, lexicon: ReasonsTests.lexicon)
        let told = Set(try rows(graph, "check 2025").map { "\($0["place"] ?? "") \($0["target"] ?? "") \($0["outcome"] ?? "")" })
        #expect(told == ["东溪县 6% met", "东溪县 ≤-3% met", "东溪县 20万吨 unreported", "西溪县 9万吨 pending"])
    }

    // MARK: diff

    @Test("Weights in other units, the same letters in another order, payments without a purpose, and plans that run on")
    func targets() throws {
        let graph = graph([
            (2024, "全省粮食生产稳定。", "粮食产量稳定在700亿斤以上。全省代地方发债200亿元。省财政安排资金30亿元，支持山区学校修缮。到2030年，森林覆盖率达到42%。"),
            (2025, "全省粮食生产稳定。", "粮食产量稳定在3600万吨以上。全省代发地方债250亿元。省财政安排资金9亿元，支持渔船更新。"),
        ])
        let told = try differences(graph, "target")
        #expect(told.contains("raised: ≥700亿斤 → ≥3600万吨"), "\(told)")
        #expect(told.contains("raised: 200亿元 → 250亿元"), "\(told)")
        #expect(!told.contains { $0.contains("30亿元 → 9亿元") }, "what is paid for schools is not what is paid for boats: \(told)")
        #expect(told.contains { $0.hasPrefix("not repeated: 42%") }, "a target of 2030 stands when 2025 does not repeat it: \(told)")
    }

    @Test("Two indicators are not one because their names are alike: a part and a sum, two fields, two that are known")
    func twoThings() throws {
        let graph = graph([
            (2024, "全省运行平稳。", "新建廊桥12座。渔业经济总产值400亿元。居民人均可支配收入增长6%。扶持渡口改造资金3亿元。省财政用于促进渔村发展资金20亿元。"),
            (2025, "全省运行平稳。", "新建廊桥和凉亭30座。低空经济总产值超过200亿元。城镇居民人均可支配收入增长5%。扶持渡口改造专项资金4亿元。省财政用于扶助和促进渔村发展资金30亿元，用于山区学校资金9亿元。"),
        ])
        let told = try differences(graph, "target")
        for pair in ["12座 → 30座", "400亿元 → >200亿元", "6% → 5%"] { #expect(!told.contains { $0.contains(pair) }, "\(told)") }
        #expect(told.isSuperset(of: ["raised: 3亿元 → 4亿元", "raised: 20亿元 → 30亿元"]), "\(told)")
    }

    @Test("Targets that differ only in the years they run for stand in the order of the text, in every run")
    func order() throws {
        let spans = (2025...2029).map { "\($0)—2030年" }
        let plan = spans.enumerated().map { "\($1)，造林面积达到\(30 - $0)万亩。" }.joined()
        let graph = graph([(2024, "全省运行平稳。", plan), (2025, "全省运行平稳。", "粮食产量稳定在700亿斤左右。")])
        let told = try rows(graph, "diff 2024-四川省 2025-四川省 | where kind:target").compactMap { $0["before"] }.filter { $0.contains("2030") }
        #expect(told == (2025...2029).map { "\(30 - ($0 - 2025))万亩 \($0)–2030" })
    }

    @Test("A change of units between years is told as what it is")
    func changes() throws {
        let graph = graph([
            (2024, "全省粮食生产稳定。", "粮食产量稳定在700亿斤左右。"), (2025, "全省粮食生产稳定。", "粮食产量稳定在3500万吨左右。"), (2026, "全省粮食生产稳定。", "粮食产量稳定在3400万吨左右。"),
        ])
        #expect(try rows(graph, "changes 粮食产量").map { "\($0["period"] ?? "") \($0["change"] ?? "")" } == ["2024 first set", "2026 lowered"])
    }

    @Test("A measure goes on though its field was read otherwise; common words alone do not make it the same")
    func measures() throws {
        let filler = ["推进港口建设", "推进机场建设", "深化医药体制改革", "深化价格体制改革", "深化投资体制改革", "推进水库建设", "推进乡镇建设", "深化电力体制改革"].joined(separator: "。")
        let graph = graph([
            (2024, "全省运行平稳。", filler + "。深化教育体制改革。\n（一）建设交通强省。提高乡村桥梁抗灾能力和管护水平。"),
            (2025, "全省运行平稳。", filler + "。深化流通体制改革。\n（一）繁荣文化事业。提高乡村桥梁的抗灾能力和管护水平。"),
        ])
        let told = try differences(graph, "measure")
        #expect(told.contains("continues: 提高乡村桥梁抗灾能力和管护水平 → 提高乡村桥梁的抗灾能力和管护水平"), "\(told)")
        #expect(told.contains("gone: 深化教育体制改革 → ") && told.contains("new:  → 深化流通体制改革"), "\(told)")
    }

    @Test("A measure goes on in words that came to be used for the same")
    func sameWords() throws {
        let graph = graph([
            (2024, "全省运行平稳。", "为企业减负。完善医疗保险统筹制度。保护山区湿地。"),
            (2025, "全省运行平稳。", "完善医保统筹制度。为市场经济主体减负。修缮古村祠堂。"),
        ])
        let told = try differences(graph, "measure")
        #expect(told.contains("continues: 完善医疗保险统筹制度 → 完善医保统筹制度"), "\(told)")
        #expect(told.contains("continues: 为企业减负 → 为市场经济主体减负"), "\(told)")
        #expect(SameWords.unified("减轻人民群众负担，发展对外贸易") == "群众减负，发展外贸")
    }

    @Test("The card of a target leads to the result that answers it, and back")
    func answers() throws {
        let graph = graph([(2024, "全省运行平稳。", "粮食产量达到700万吨。"), (2025, "粮食产量达到710万吨。", "粮食产量达到720万吨。")])
        func linked(_ line: String, _ relation: String) throws -> [String] {
            var session = Session(graph: graph)
            guard case .card(let card) = try session.answer(line).get().body else { return [] }
            return card.links.filter { $0.relation.code == relation }.map(\.label)
        }
        let target = try #require(try rows(graph, "targets 2024").first?["id"]), result = try #require(try rows(graph, "results 2024").first?["id"])
        #expect(try linked("open \(target)", "answers").map { $0.prefix(result.count) } == [result[...]])
        #expect(try linked("open \(result)", "answeredBy").map { $0.prefix(target.count) } == [target[...]])
        #expect(try linked("open \(target)", "sameIndicator").count == 1)
    }

    // MARK: measures that serve a target

    @Test("Measures serve a target by evidence, not because they stand under its heading")
    func serving() throws {
        let graph = graph([
            (2025, "全省运行平稳。",
            """
            （一）守护绿水青山。新增水土流失治理面积1200平方公里。推进坡耕地水土流失综合整治。举办生态日主题活动。办好湿地摄影展。
            （二）办好民生实事。新建乡镇敬老院30所。城镇新增就业80万人以上。支持高校毕业生就业创业。办好农民画展。
            """)
        ])
        func served(_ indicator: String) throws -> [String] { try rows(graph, "targets \(indicator) | measures").compactMap { $0["text"] } }
        let soil = try served("水土流失治理")
        #expect(soil.contains("推进坡耕地水土流失综合整治") && !soil.contains { $0.contains("生态日") || $0.contains("摄影") }, "\(soil)")
        let jobs = try served("城镇新增就业")
        #expect(jobs.contains("支持高校毕业生就业创业") && !jobs.contains { $0.contains("敬老院") || $0.contains("画展") }, "\(jobs)")
        // Each link of the card says why, and both ways lead along the same ties.
        let target = try #require(try rows(graph, "targets 城镇新增就业").first?["id"])
        var session = Session(graph: graph)
        guard case .card(let card) = try session.answer("open \(target)").get().body else { Issue.record("no card"); return }
        let links = card.links.filter { $0.relation.code == "servedBy" }
        #expect(!links.isEmpty && links.allSatisfy { $0.reason?.isEmpty == false })
        #expect(try rows(graph, "measures 高校毕业生 | targets").compactMap { $0["id"] }.contains(target))
    }

    @Test("A narrow field is served by its own, not by all that stands under the heading of the wide one")
    func servingANarrowField() throws {
        let graph = graph([
            (2025, "全省运行平稳。",
            "（一）抓好农业农村工作。粮食产量稳定在800万吨以上。提升农业综合生产能力。办好村晚活动。发展茶叶加工。推进石斑、鳜鲈全链条发展。")
        ])
        let served = try rows(graph, "targets 粮食产量 | measures").compactMap { $0["text"] }
        #expect(served.contains("提升农业综合生产能力") && !served.contains { $0.contains("村晚") || $0.contains("茶叶") || $0.contains("石斑") }, "\(served)")
    }

    @Test("What two statements have in common is told in whole words")
    func wordsInCommon() {
        #expect(Related.longestCommon("帮扶失业人员", "培训就业人员") == "人员")
        #expect(Related.longestCommon("拓展业务范围", "新业务范围") == "业务范围")
        #expect(Related.longestCommon("规范厂房改制和转让", "抓好国企改制和破产") == "改制")
        #expect(Related.longestCommon("推进碳达峰碳中和行动", "落实碳达峰碳中和方案") == "碳达峰碳中和")
    }

    @Test("A measure of another place and other years does not come before what serves the target")
    func nearFirst() throws {
        let graph = graph([
            (2008, "全省运行平稳。", "（一）抓好农业农村工作。努力保证粮食产量稳定增长。"),
            (2025, "全省运行平稳。", "（一）抓好农业农村工作。粮食产量稳定在800万吨以上。提升粮食单产。保护耕地。"),
        ])
        let target = try #require(try rows(graph, "targets 2025 粮食产量").first?["id"])
        let related = try rows(graph, "related \(target)").compactMap { $0["text"] }
        #expect(related.first == "提升粮食单产", "\(related)")
    }

    @Test("What is to double in ten years stands on no axis of growth by the year")
    func doubling() throws {
        let graph = graph([
            (2024, "全省运行平稳。", "粮食产量增长2%。"), (2025, "全省运行平稳。", "粮食产量增长3%。到2035年，粮食产量实现倍增。"),
        ])
        #expect(try rows(graph, "trend 粮食产量").compactMap { $0["period"] } == ["2024", "2025"])
    }

    // MARK: what is told in words

    @Test("A goal that is said to be reached or missed, without a number")
    func told() throws {
        let graph = graph([
            (2024, "全省运行平稳。", "粮食产量增长2%。森林覆盖率达到41%。城镇新增就业70万人。社会消费品零售总额增长6%。固定资产投资增长5%。人均地区生产总值增长4%。地区生产总值增长6%。进出口总额增长3%。"),
            (2025,
            "粮食产量超额完成年度任务，丰收在望。森林覆盖率没有达到预期目标。部分县城镇新增就业提前完成目标。“十三五”期间社会消费品零售总额圆满完成目标。确保固定资产投资全面完成目标。人均地区生产总值达到预期目标。",
            "进出口总额提前完成目标。加强水利建设。"),
        ])
        let told = Dictionary(try rows(graph, "check 2024").map { ($0["indicator"] ?? "", $0["outcome"] ?? "") }) { first, _ in first }
        #expect(told["粮食产量"] == "said-met")
        #expect(told["森林覆盖率"] == "said-missed")
        #expect(told["城镇新增就业"] == "unreported", "some counties are not the province")
        #expect(told["社会消费品零售总额"] == "unreported", "another plan")
        #expect(told["固定资产投资"] == "unreported", "an intent")
        #expect(told["人均地区生产总值"] == "said-met")
        #expect(told["地区生产总值"] == "unreported", "the name stands within another one")
        #expect(told["进出口总额"] == "unreported", "the part that plans tells no result")
        let answer = try #require(try rows(graph, "check 2024 粮食产量").first?["answer"])
        var session = Session(graph: graph)
        guard case .card(let card) = try session.answer("source \(answer)").get().body else { Issue.record("no source"); return }
        #expect(card.source?.sentence.contains("粮食产量超额完成年度任务") == true)
        #expect(try rows(graph, "check 2024 | totals by place").first?["kept%"] == "")
        #expect(
            try rows(graph, "trend 粮食产量").first { $0["period"] == "2024" }?["answer"] == answer, "the sentence can be opened from there too"
        )
    }

    @Test("What is said of a goal is held against the indicator itself, of its own time")
    func toldOf() throws {
        func told(_ targets: String, _ later: String) throws -> [String: String] {
            let graph = graph([(2024, "全省运行平稳。", targets), (2025, later, "加强水利建设。"), (2026, "新建水库3座。", "加强水利建设。")])
            return Dictionary(try rows(graph, "check").map { (($0["indicator"] ?? "") + " " + ($0["period"] ?? ""), $0["outcome"] ?? "") })
            { first, _ in first }
        }
        #expect(try told("服务业增加值增长6%。", "服务业增加值比重没有完成年度目标。")["服务业增加值 2024"] == "unreported", "a share of it")
        #expect(try told("粮食产量增长2%。", "粮食产量超过国家下达任务，超额完成省里下达目标。")["粮食产量 2024"] == "unreported", "others set it")
        #expect(try told("粮食产量增长2%。", "粮食产量提前一年完成目标。")["粮食产量 2024"] == "unreported", "the goal of 2025")
        #expect(try told("到2025年，粮食产量达到900万吨。", "粮食产量提前一年实现900万吨的目标。")["粮食产量 2025"] == "said-met", "told ahead of its time")
        #expect(try told("到2026年，粮食产量达到900万吨。", "粮食产量提前一年实现900万吨的目标。")["粮食产量 2026"] != "said-met", "two years ahead")
        #expect(try told("粮食产量增长2%。", "粮食产量管理改革顺利完成。")["粮食产量 2024"] == "unreported", "a reform is no goal of it")
        #expect(try told("固定资产投资增长5%。社会消费品零售总额增长6%。", "固定资产投资、社会消费品零售总额增速未达年初预期。")["社会消费品零售总额 2024"] == "said-missed")
    }
}
