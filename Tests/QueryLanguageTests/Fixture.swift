import Documents
import Extraction
import KnowledgeGraph
import Lexicon

@testable import QueryLanguage

/// A small world of two provinces, a town and two years, built by hand.
enum Fixture {
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        lexicon.sectors = [
            SectorEntry(sector: Sector("economy"), name: "综合经济", english: "economy", aliases: ["经济"]),
            SectorEntry(sector: Sector("industry"), name: "工业制造", english: "industry", aliases: ["工业"]),
            SectorEntry(sector: Sector("industry.biomedicine"), name: "生物医药", english: "biomedicine", aliases: []),
            SectorEntry(sector: Sector("ecology"), name: "生态环境", english: "ecology", aliases: ["生态", "环保"]),
            SectorEntry(sector: Sector("employment"), name: "就业与收入", english: "employment", aliases: ["就业"]),
            SectorEntry(sector: Sector("finance"), name: "财政金融", english: "finance", aliases: ["财政"]),
        ]
        lexicon.indicators = [
            IndicatorEntry(
                name: "地区生产总值", aliases: ["生产总值"], english: "GDP", family: "money", direction: .up, sector: Sector("economy")),
            IndicatorEntry(
                name: "城镇新增就业", aliases: ["新增就业"], english: "new urban jobs", family: "people", direction: .up,
                sector: Sector("employment")),
            IndicatorEntry(
                name: "森林覆盖率", aliases: [], english: "forest cover", family: "share", direction: .up, sector: Sector("ecology")),
            IndicatorEntry(
                name: "财政收入", aliases: ["地方财政收入"], english: "fiscal revenue", family: "money", direction: .up,
                sector: Sector("finance")),
        ]
        lexicon.places = [
            PlaceEntry(name: "全国", aliases: ["中国"], english: "China", level: .nation, parent: ""),
            PlaceEntry(name: "东山省", aliases: ["东山"], english: "Dongshan", level: .province, parent: "全国"),
            PlaceEntry(name: "西河省", aliases: ["西河"], english: "Xihe", level: .province, parent: "全国"),
            PlaceEntry(name: "南原省", aliases: ["南原"], english: "Nanyuan", level: .province, parent: "全国"),
            PlaceEntry(name: "青石镇", aliases: [], english: "Qingshi", level: .town, parent: "东山省"),
        ]
        lexicon.plans = [
            PlanEntry(name: "十四五", aliases: ["第十四个五年规划"], english: "14th plan", period: Period(2021, 2025)),
            PlanEntry(name: "十五五", aliases: [], english: "15th plan", period: Period(2026, 2030)),
        ]
        return lexicon
    }()

    static let graph = Graph(readings: readings, lexicon: lexicon)

    static let readings = [eastern, western, town]

    static let eastern: Reading = {
        var draft = Draft(
            "2026-东山省", place: "东山省", level: .province, date: "2026-01-20", year: 2026,
            """
            东山省政府工作报告
            一、过去一年的工作
            去年全省生产总值增长5.3%，城镇新增就业42万人。
            我们也看到，山区养老服务仍有不足。
            二、今年的目标和任务
            今年生产总值增长5.5%以上，城镇新增就业40万人左右。
            （一）守好绿水青山
            全面推进小流域治理。新建湿地公园12个。
            到二〇三〇年森林覆盖率达到46%。
            """)
        let past = draft.goal("一、过去一年的工作", title: "过去一年的工作", forward: false)
        let future = draft.goal("二、今年的目标和任务", title: "今年的目标和任务")
        let green = draft.goal("（一）守好绿水青山", title: "守好绿水青山", level: 2, parent: future)
        draft.figure("全省生产总值增长5.3%", "地区生产总值", .growth, .equal, "5.3", "%", 2025, .actual, "economy", goal: past)
        draft.figure("城镇新增就业42万人", "城镇新增就业", .level, .equal, "42", "万人", 2025, .actual, "employment", goal: past)
        draft.figure("生产总值增长5.5%以上", "地区生产总值", .growth, .atLeast, "5.5", "%", 2026, .target, "economy", goal: future)
        draft.figure("城镇新增就业40万人左右", "城镇新增就业", .level, .approximately, "40", "万人", 2026, .target, "employment", goal: future)
        draft.figure("森林覆盖率达到46%", "森林覆盖率", .level, .equal, "46", "%", 2030, .target, "ecology", goal: green, from: 2026)
        draft.measure("推进小流域治理", "推进", "ecology", 2026, goal: green)
        draft.measure("新建湿地公园12个", "新建", "ecology", 2026, goal: green)
        draft.problem("山区养老服务仍有不足", "employment", 2025, goal: past)
        return draft.reading
    }()

    static let western: Reading = {
        var draft = Draft(
            "2026-西河省", place: "西河", level: .province, date: "2026-01-22", year: 2026,
            """
            西河省政府工作报告
            一、目标
            今年全省生产总值增长4.5%至5%。
            财政收入达到0.36万亿元。
            二、举措
            推进流域治理与水土保持。
            落实稳岗政策，扩大城镇新增就业。
            培育生物医药企业。
            """)
        let goals = draft.goal("一、目标", title: "目标")
        let works = draft.goal("二、举措", title: "举措")
        draft.figure("生产总值增长4.5%至5%", "地区生产总值", .growth, .range, "4.5", "%", 2026, .target, "economy", goal: goals, high: "5")
        draft.figure("财政收入达到0.36万亿元", "财政收入", .level, .equal, "0.36", "万亿元", 2026, .target, "finance", goal: goals)
        draft.measure("推进流域治理与水土保持", "推进", "ecology", 2026, goal: works)
        draft.measure("扩大城镇新增就业", "扩大", "employment", 2026, goal: works)
        draft.measure("培育生物医药企业", "培育", "industry.biomedicine", 2026, goal: works)
        return draft.reading
    }()

    static let town: Reading = {
        var draft = Draft(
            "2025-青石镇", place: "青石镇", level: .town, date: "2025-12-01", year: 2025,
            """
            青石镇工作讲话
            “十四五”规划提出财政收入达到4亿元。
            2023年财政收入3.5亿元。
            """)
        draft.figure("财政收入达到4亿元", "财政收入", .level, .equal, "4", "亿元", 2025, .target, "finance", from: 2021)
        draft.figure("财政收入3.5亿元", "财政收入", .level, .equal, "3.5", "亿元", 2023, .actual, "finance")
        return draft.reading
    }()

    /// Finds the spans of words, so that a fixture reads like its text.
    struct Draft {
        var reading: Reading

        init(_ name: String, place: String?, level: PlaceLevel, date: String, year: Int, _ text: String) {
            let bytes = Array(text.utf8)
            reading = Reading(
                name: name, path: "papers/\(name).txt", text: bytes,
                masthead: Masthead(
                    title: String(text.prefix { $0 != "\n" }), place: place, level: level, date: date, year: year))
            var start = 0
            for (at, byte) in bytes.enumerated() where byte == 10 || at == bytes.count - 1 {
                let end = byte == 10 ? at : at + 1
                if end > start { reading.sentences.append(ByteSpan(start, end)) }
                start = at + 1
            }
        }

        func span(_ words: String) -> ByteSpan {
            let at = TextSearch(words).occurrences(in: reading.text)?.first ?? 0
            return ByteSpan(at, at + words.utf8.count)
        }

        func sentence(_ span: ByteSpan) -> Int? { reading.sentences.firstIndex { $0.start <= span.start && span.end <= $0.end } }

        mutating func goal(_ words: String, title: String, level: Int = 1, parent: Int? = nil, forward: Bool = true) -> Int {
            reading.goals.append(Goal(span: span(words), level: level, title: title, parent: parent, looksForward: forward))
            return reading.goals.count - 1
        }

        mutating func figure(
            _ words: String, _ indicator: String, _ aspect: Aspect, _ comparator: Comparator, _ value: String?, _ unit: String?,
            _ year: Int,
            _ kind: FigureKind, _ sector: String, goal: Int? = nil, from: Int? = nil, high: String? = nil,
            reference: String? = nil
        ) {
            let span = span(words)
            reading.figures.append(
                Figure(
                    span: span, indicator: indicator, canonical: indicator, aspect: aspect, comparator: comparator,
                    value: value.flatMap { DecimalNumber($0) }, high: high.flatMap { DecimalNumber($0) }, unit: unit, reference: reference,
                    period: Period(from ?? year, year), kind: kind, sector: Sector(sector), goal: goal, sentence: sentence(span)))
        }

        mutating func measure(_ words: String, _ action: String, _ sector: String, _ year: Int, goal: Int? = nil) {
            let span = span(words)
            reading.measures.append(
                Measure(
                    span: span, action: action, sector: Sector(sector), period: Period(year), goal: goal, sentence: sentence(span)
                ))
        }

        mutating func problem(_ words: String, _ sector: String, _ year: Int, goal: Int? = nil) {
            let span = span(words)
            reading.problems.append(
                Problem(span: span, sector: Sector(sector), period: Period(year), goal: goal, sentence: sentence(span)))
        }
    }
}

/// Asks a session line by line and takes the answers apart.
final class Asker {
    var session: Session
    var graph: Graph { session.graph }

    init(_ graph: Graph = Fixture.graph) { session = Session(graph: graph) }

    /// Rows as words, cells joined by a bar; a diagnostic as its message.
    func rows(_ line: String) -> [String] {
        switch session.answer(line) {
        case .failure(let diagnostic): return ["! " + diagnostic.message]
        case .success(let answer):
            guard case .table(let table) = answer.body else { return ["not a table"] }
            return table.rows.map { row in row.map(\.shown).joined(separator: "|") }
        }
    }

    func ids(_ line: String) -> [String] {
        guard case .success(let answer) = session.answer(line), case .table(let table) = answer.body else {
            return ["not a table"]
        }
        return table.nodes.map { $0.map { graph.identifier(of: $0) } ?? "–" }
    }

    func notes(_ line: String) -> [String] {
        guard case .success(let answer) = session.answer(line) else { return ["no answer"] }
        return answer.notes
    }

    func card(_ line: String) -> Card? {
        guard case .success(let answer) = session.answer(line), case .card(let card) = answer.body else { return nil }
        return card
    }

    func diagnostic(_ line: String) -> Diagnostic? {
        guard case .failure(let diagnostic) = session.answer(line) else { return nil }
        return diagnostic
    }
}

extension Cell {
    var shown: String {
        if case .quantity(let quantity) = self { quantity.description } else { plain }
    }
}
