import Extraction
import Foundation
import KnowledgeGraph
import Lexicon
import Testing

@testable import QueryLanguage

@Suite struct ReasonsTests {
    static let lexicon = Lexicon.load(
        from: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Data/lexicon").path
    ).lexicon
    static let reader = Reader(lexicon: lexicon)
    static let report = """
        云溪县2026年政府工作报告

        2026年1月12日

        一、2025年工作回顾

        全县粮食产量达到31万吨，增长2.5%。城镇居民人均可支配收入、农村居民人均可支配收入分别增长4.1%、5.3%。
        建成口袋公园12个。全县旅游业加快发展，预计全年接待游客90万人次左右，口袋公园受到欢迎。

        对照群众期待，还存在一些不足：乡村道路养护跟不上，夜间照明不足。

        二、2026年工作打算

        （一）办好民生实事

        今年新建幼儿园4所，推进污水管网改造。到2028年，森林覆盖率不低于43%。
        """
    static let table = """
        # title: 两县目标
        place\tindicator\tvalue\tunit\tperiod\tkind\tsource
        云溪县\t森林覆盖率\t43\t%\t2028\ttarget\t云溪县规划:7
        """

    let graph = Graph(
        readings: [
            reader.read(Array(report.utf8), name: "云溪县2026", path: "云溪县2026.txt"),
            FactTable.read(Array(table.utf8), name: "两县", path: "两县.tsv", reader: reader).reading,
        ], lexicon: lexicon)

    /// Field → value, words, rule and lexicon of the answer.
    private func why(_ line: String, _ other: Graph? = nil) -> [String: (value: String, words: String, rule: String, lexicon: String)] {
        var session = Session(graph: other ?? graph, reader: { Self.reader })
        guard case .success(let answer) = session.answer(line), case .table(let table) = answer.body else { return [:] }
        var rows: [String: (String, String, String, String)] = [:]
        for row in table.rows { rows[row[0].shown] = (row[1].shown, row[2].shown, row[4].shown, row[5].shown) }
        return rows
    }

    /// The id of the figure with this indicator and value.
    private func id(_ indicator: String, _ value: String, _ document: String = "云溪县2026") -> String {
        for row in 0..<graph.figures.count {
            let node = NodeID(.figure, row)
            guard graph.name(of: node) == indicator, graph.figures.value[row] == DecimalNumber(value),
                graph.strings[graph.documents.name[Int(graph.figures.statement.document[row])]] == document
            else { continue }
            return graph.identifier(of: node)
        }
        return "none"
    }

    @Test func namesTheWordsOfEachField() {
        let rows = why("why \(id("森林覆盖率", "43"))")
        #expect(rows["indicator"]?.words == "森林覆盖率")
        #expect(rows["indicator"]?.lexicon == "indicators.tsv: 森林覆盖率")
        #expect(rows["value"]?.words == "43%")
        #expect(rows["unit"]?.lexicon == "units.tsv: % percent")
        #expect(rows["comparator"]?.words == "不低于")
        #expect(rows["comparator"]?.lexicon == "words.tsv: 不低于 before >=")
        #expect(rows["period"]?.words == "2028年")
        #expect(rows["kind"]?.words == "二、2026年工作打算")
        #expect(rows["goal"]?.words == "（一）办好民生实事")
    }

    /// As a line of NDJSON gives it beside the text, which names neither place nor date.
    @Test func saysWhatWasGivenWithTheDocument() {
        let text = """
            工作要点

            一、今年工作打算

            新建幼儿园4所，森林覆盖率达到43%。
            """
        let reading = Self.reader.read(Array(text.utf8), name: "要点", path: "要点", given: GivenMasthead(place: "北京市", date: "2026-01-10"))
        let graph = Graph(readings: [reading], lexicon: Self.lexicon)
        let figure = why("why f1", graph), document = why("why d1", graph)
        #expect(figure["place"]?.value == "北京市")
        #expect(figure["place"]?.rule.contains("given with the document") == true)
        #expect(figure["period"]?.value == "2026")
        #expect(figure["period"]?.rule.contains("year was given with it") == true)
        #expect(document["title"]?.rule.contains("given") == false)
        for field in ["place", "date", "year"] { #expect(document[field]?.rule.hasPrefix("given with the document") == true, "\(field)") }
        // What stands in the text was not given.
        #expect(why("why d1").values.allSatisfy { !$0.rule.contains("given") })
        #expect(why("why \(id("森林覆盖率", "43"))")["place"]?.rule == "the document's place")
    }

    @Test func aClauseWithoutANamePointsToTheEarlierOne() {
        let rows = why("why \(id("粮食产量", "2.5"))")
        #expect(rows["indicator"]?.words == "粮食产量")
        #expect(rows["indicator"]?.rule.contains("earlier clause") == true)
        #expect(rows["aspect"]?.words == "增长")
        #expect(rows["aspect"]?.lexicon == "words.tsv: 增长 up")
    }

    @Test func membersOfAListHaveNumbersOfTheirOwn() {
        let rows = why("why \(id("农村居民人均可支配收入", "5.3"))")
        #expect(rows["value"]?.words == "5.3%")
        #expect(rows["indicator"]?.rule.contains("list") == true)
        #expect(rows["period"]?.words == "2025年")
        #expect(rows["period"]?.rule.contains("heading") == true)
    }

    @Test func anEstimateIsToldByItsWord() {
        let rows = why("why \(id("接待游客", "90"))")
        #expect(rows["kind"]?.value == "estimate")
        #expect(rows["kind"]?.words == "预计")
        #expect(rows["kind"]?.lexicon == "words.tsv: 预计 estimate")
        #expect(rows["comparator"]?.words == "左右")
    }

    @Test func whatIsCountedStandsBehindTheNumber() {
        let rows = why("为何 \(id("新建幼儿园", "4"))")
        #expect(rows["value"]?.words == "4所")
        #expect(rows["period"]?.words == "今年")
    }

    @Test func measuresProblemsAndHeadingsHaveReasonsToo() {
        let measure = why("why m2")
        #expect(measure["action"]?.words == "推进")
        #expect(measure["action"]?.lexicon.hasPrefix("words.tsv: 推进 measure-verb") == true)
        #expect(measure["sector"]?.lexicon.contains("污水") == true)
        #expect(why("why q1")["kind"]?.rule.contains("weaknesses") == true)
        let heading = why("why g4")
        #expect(heading["level"]?.words == "（一）")
        #expect(heading["parent"]?.words == "二、2026年工作打算")
    }

    @Test func aPlanIsNamedOnlyWhereThePeriodLiesInIt() {
        let lines = LexiconLines(lexicon: Self.lexicon)
        #expect(lines.time("“十五五”时期", Period(2026, 2030)) == "plans.tsv: 十五五 2026–2030")
        #expect(lines.time("一九七八年到一九八五年", Period(1978, 1985)) == nil)
    }

    @Test func aRowOfATableIsAsGiven() {
        let rows = why("why \(id("森林覆盖率", "43", "两县"))")
        #expect(rows["value"]?.rule == "given by the row")
        #expect(rows["source"]?.value == "云溪县规划:7")
        #expect(rows["confidence"]?.value == "1.00")
        #expect(rows["period"]?.words == "")
    }

    @Test func saysWhyThereAreNoReasons() {
        var session = Session(graph: graph, reader: { Self.reader })
        guard case .failure(let none) = session.answer("why i1") else { return #expect(Bool(false), "an indicator has no reasons") }
        #expect(none.message.contains("no statement"))
        var blind = Session(graph: graph)
        guard case .failure(let unread) = blind.answer("why f1") else { return #expect(Bool(false), "nothing to read with") }
        #expect(unread.message.contains("lexicon"))
    }

    @Test func everyRowCanBeOpenedOrSaysThatItCannot() throws {
        var session = Session(graph: graph, reader: { Self.reader })
        guard case .success(let answer) = session.answer("why \(id("森林覆盖率", "43"))"), case .table(let table) = answer.body else {
            return #expect(Bool(false))
        }
        let row = try #require(table.rows.firstIndex { $0[0].shown == "goal" })
        #expect(table.nodes[row]?.type == .goal)
        guard case .success = session.answer("open \(row + 1)") else { return #expect(Bool(false), "the goal of a row opens") }
    }

    @Test(arguments: ["why f1", "为何 f1", "figures | where confidence<0.6 | sort confidence"])
    func examplesRun(_ line: String) {
        var session = Session(graph: graph, reader: { Self.reader })
        guard case .success = session.answer(line) else { return #expect(Bool(false), "\(line)") }
    }

    @Test func confidenceIsAProperty() {
        var session = Session(graph: graph, reader: { Self.reader })
        func count(_ line: String) -> Int {
            guard case .success(let answer) = session.answer(line), case .table(let table) = answer.body else { return -1 }
            return table.rows.count
        }
        let all = count("figures document:云溪县2026")
        #expect(count("figures document:云溪县2026 | where confidence>=0.9") + count("figures document:云溪县2026 | where confidence<0.9") == all)
        #expect(count("measures confidence>0 | sort confidence desc") == graph.measures.count)
        guard case .failure(let diagnostic) = session.answer("figures confidence:much") else { return #expect(Bool(false)) }
        #expect(diagnostic.code == .badNumber)
        guard case .failure(let other) = session.answer("sectors targets:many") else { return #expect(Bool(false)) }
        #expect(other.code == .badNumber)
    }
}
