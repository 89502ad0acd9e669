import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// Why the fields of a statement say what they say: its document is read again, and the words and rules behind each field are laid
/// out beside it. Nothing of this is kept in the graph.
struct Reasons {
    let graph: Graph
    let lines: LexiconLines
    let node: NodeID
    let document: Int
    private let reading: Reading
    /// What was given with the document and is not, or not so, in its text.
    private let given: GivenMasthead
    private var rows: [[Cell]] = []
    private var nodes: [NodeID?] = []

    static let columns = [
        Column(key: "field", chinese: "字段"), Column(key: "value", chinese: "值", shrink: 1),
        Column(key: "words", chinese: "依据", shrink: 2), Column(key: "where", chinese: "位置"),
        Column(key: "rule", chinese: "规则", shrink: 3), Column(key: "lexicon", chinese: "词典", shrink: 4),
    ]

    private static let measure = Term("measure", Message("measure", "举措"))
    private static let problem = Term("problem", Message("problem", "短板"))
    private static let goal = Term("goal", Message("goal", "任务"))
    private static let heading = Term("heading", Message("heading", "标题"))

    enum Fault: Error {
        /// No statement of a document.
        case notAStatement
        /// There is no lexicon to read with, or another one reads the document otherwise.
        case cannotRead
    }

    init(of node: NodeID, in graph: Graph, reader: Reader?) throws(Fault) {
        guard let document = graph.document(of: node) else { throw .notAStatement }
        guard let reader else { throw .cannotRead }
        let text = graph.text(of: document)
        let name = graph.strings[graph.documents.name[document]], path = graph.strings[graph.documents.path[document]]
        if FactTable.isTable(text) {
            reading = FactTable.read(text, name: name, path: path, reader: reader).reading
            given = graph.given(to: document, besides: reading.masthead)
        } else {
            let alone = reader.read(text, name: name, path: path)
            given = graph.given(to: document, besides: alone.masthead)
            reading = given == GivenMasthead() ? alone : reader.read(text, name: name, path: path, given: given)
        }
        self.graph = graph
        self.node = node
        self.document = document
        lines = LexiconLines(lexicon: reader.lexicon)
        if let span = graph.span(of: node) {
            add("id", Evidence.Words(span.start..<span.end), Message("the words of the statement", "这条陈述的原话"))
        }
        switch node.type {
        case .figure: try figure()
        case .measure: try measure()
        case .problem: try problem()
        case .goal: try goal()
        case .document: wholeDocument()
        default: throw .notAStatement
        }
    }

    var table: Table { Table(columns: Self.columns, rows: rows, nodes: nodes) }

    // MARK: statements

    private mutating func figure() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.figures[document])
        let figure = try statement(reading.figures, index, \.span)
        let evidence = figure.evidence
        if evidence.name == .given { return given(figure) }
        let words = text(evidence.indicator)
        add("indicator", evidence.indicator, evidence.name.words, lines.indicator(figure.indicator, figure.canonical))
        add("value", evidence.quantity, Message("the number", "数本身"))
        add("high", evidence.quantity, Message("the upper end of the range", "区间的上端"))
        add("unit", evidence.quantity, Message("the unit behind the number", "数后面的单位"), figure.unit.flatMap { lines.unit($0) })
        if figure.comparator == .equal {
            add("comparator", Evidence.Words(), Message("no word bounds the number", "没有限定数的词"))
        } else {
            let classes: Set = ["before", "after", "outpace", "together"]
            let rule =
                evidence.comparator == evidence.quantity
                ? Message("the number is a range, or ends in 多 or 余", "数是区间，或以多、余结尾") : Message("the word that bounds the number", "限定数的词")
            add("comparator", evidence.comparator, rule, lines.words(in: text(evidence.comparator), classes))
        }
        add("aspect", evidence.verb, aspectRule(figure), lines.words(in: text(evidence.verb), ["up", "down", "to", "share", "verb"]))
        add("reference", Evidence.Words(), Message("what the statement ties it to", "陈述所参照的对象"))
        period(evidence)
        let looksForward = figure.kind == .target
        add("kind", evidence.part, evidence.kind.words(looksForward: looksForward),
            evidence.kind == .word ? lines.words(in: text(evidence.part), ["estimate", "aim"]) : nil)
        sector(figure.sector, indicator: figure.canonical, phrase: figure.indicator, words: evidence.indicator, quoted: words)
        surroundings(figure.goal)
        confidence(evidence.signs, .figures)
    }

    private mutating func measure() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.measures[document])
        let measure = try statement(reading.measures, index, \.span)
        add("action", measure.evidence.verb, Message("the verb of action that opens the clause", "分句开头的行为动词"),
            lines.words(in: text(measure.evidence.verb), ["measure-verb", "measure-manner"]))
        add("kind", measure.evidence.part, Evidence.KindRule.part.words(looksForward: true), value: .term(Self.measure))
        period(measure.evidence)
        let phrase = reading.string(measure.span)
        sector(measure.sector, indicator: nil, phrase: phrase, words: Evidence.Words(measure.span.start..<measure.span.end), quoted: phrase)
        surroundings(measure.goal)
        confidence(measure.evidence.signs, .measures)
    }

    private mutating func problem() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.problems[document])
        let problem = try statement(reading.problems, index, \.span)
        add(
            "kind", problem.evidence.part, Message("a clause of a paragraph that admits weaknesses", "承认短板的段落中的一个分句"),
            value: .term(Self.problem))
        period(problem.evidence)
        let phrase = reading.string(problem.span)
        sector(problem.sector, indicator: nil, phrase: phrase, words: Evidence.Words(problem.span.start..<problem.span.end), quoted: phrase)
        surroundings(problem.goal)
    }

    private mutating func goal() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.goals[document])
        let goal = try statement(reading.goals, index, \.span)
        let whole = reading.string(goal.span)
        let number = whole.hasSuffix(goal.title) ? whole.utf8.count - goal.title.utf8.count : 0
        add(
            "title", Evidence.Words(goal.span.start..<goal.span.end),
            number > 0
                ? Message("the line or sentence behind the number", "序号后面的一行或一句")
                : Message("a short lead that stands before its sentences", "句子前面的简短引语"))
        add("level", Evidence.Words(goal.span.start..<goal.span.start + number),
            number > 0
                ? Message("the form of its number: 一、 is 1, （一） or 第一 is 2, 1. or 一是 is 3", "由序号形式定：一、为1，（一）或第一为2，1. 或一是为3")
                : Message("leads without a number are 3", "没有序号的引语为3"))
        add("kind", Evidence.Words(), Evidence.KindRule.part.words(looksForward: goal.looksForward),
            value: .term(goal.looksForward ? Self.goal : Self.heading))
        add("parent", goal.parent.map { Evidence.Words(reading.goals[$0].span.start..<reading.goals[$0].span.end) } ?? Evidence.Words(),
            Message("the nearest heading above that ranks higher", "上方最近的更高一级标题"), node: goal.parent.map { goalNode($0) })
        add("place", Evidence.Words(), placeRule)
    }

    private mutating func wholeDocument() {
        let read = Message("read from its title, first lines or file name", "读自标题、开头几行或文件名")
        func rule(_ isGiven: Bool) -> Message { isGiven ? .givenWithDocument : read }
        let place = graph.documents.place[document], year = graph.documents.year[document]
        add("title", Evidence.Words(), rule(given.title != nil))
        add("place", Evidence.Words(), rule(given.place != nil), node: place == noNode ? nil : NodeID(.place, Int(place)))
        add("level", Evidence.Words(), rule(given.level != nil))
        add("date", Evidence.Words(), rule(given.date != nil))
        add(
            "year", Evidence.Words(),
            given.year == nil
                ? Message(
                    "the year that it plans for: named in its title, file name or plan, or that of its date", "所部署的年份：见于标题、文件名或部署部分，或取日期的年份"
                ) : .givenWithDocument,
            node: year == .max ? nil : NodeID(.period, Int(year)))
    }

    private var placeRule: Message {
        given.place == nil
            ? Message("the document's place", "文档的地区")
            : Message("the document's place, given with the document, not read from its text", "文档的地区，随文档给出，不是从正文读出")
    }

    /// A row of a table of facts gives its fields itself.
    private mutating func given(_ figure: Figure) {
        add(
            "indicator", Evidence.Words(), Message("the row of the table, as given", "表中这一行，直接给出"),
            lines.indicator(figure.indicator, figure.canonical))
        for field in ["value", "high", "unit", "comparator", "aspect", "reference", "period", "kind"] {
            add(field, Evidence.Words(), Message("given by the row", "由该行给出"))
        }
        add(
            "sector", Evidence.Words(), Message("given by the row, or the lexicon's sector of the indicator", "由该行给出，或取词库中该指标的领域"),
            lines.sector(ofIndicator: figure.canonical))
        add("place", Evidence.Words(), figure.place == nil ? placeRule : Message("given by the row", "由该行给出"))
        if let source = figure.source {
            add("source", Evidence.Words(), Message("where the table says it comes from", "表中写明的出处"), value: .text(source))
        }
        add("confidence", Evidence.Words(), Message("given, not read from a sentence", "直接给出，不是从句子读出"))
    }

    /// The statement of that place in the document, if it still stands at the same words.
    private func statement<Statement>(_ list: [Statement], _ index: Int, _ span: (Statement) -> ByteSpan) throws(Fault) -> Statement {
        guard list.indices.contains(index), span(list[index]) == graph.span(of: node) else { throw .cannotRead }
        return list[index]
    }

    // MARK: fields

    private func aspectRule(_ figure: Figure) -> Message {
        if !figure.evidence.verb.isEmpty {
            switch figure.aspect {
            case .level: return Message("the verb says how large it is, or stands for a deed", "动词说明大小，或表示做某事")
            case .growth, .change: return Message("the verb or noun of change beside the number", "数旁边表示变化的动词或名词")
            }
        }
        return figure.aspect == .level
            ? Message("no verb of change beside the number", "数旁边没有表示变化的动词")
            : Message("the words of the statement tell a change", "陈述的用词表示变化")
    }

    private mutating func period(_ evidence: Evidence) {
        let node: NodeID? = graph.statements(of: node.type).flatMap { columns in
            let row = columns.period[Int(self.node.index)]
            return row == .max ? nil : NodeID(.period, Int(row))
        }
        let period = node.map { graph.periods.period[Int($0.index)] }
        var rule = evidence.time.words(year: reading.masthead.year)
        // 今年, 去年 and the parts of the document count from its year.
        if given.year != nil, ![.given, .none].contains(evidence.time), !text(evidence.period).contains(where: \.isNumber) {
            rule = Message(rule.english + "; the document's year was given with it", rule.chinese + "；文档年份随文档给出")
        }
        add("period", evidence.period, rule, lines.time(text(evidence.period), period), node: node)
    }

    private mutating func sector(_ sector: Sector, indicator: String?, phrase: String, words: Evidence.Words, quoted: String) {
        let node = graph.statements(of: node.type).map { NodeID(.sector, Int($0.sector[Int(self.node.index)])) }
        if let line = indicator.flatMap({ lines.sector(ofIndicator: $0) }) {
            return add("sector", words, Message("the lexicon's sector of the indicator", "词库中该指标的领域"), line, node: node)
        }
        if let line = lines.sectorWords(in: phrase, for: sector) {
            return add("sector", words, Message("words of the statement speak for it", "陈述中的词支持"), line, node: node)
        }
        let sentence = graph.passage(of: self.node)?.sentence ?? ""
        if let line = lines.sectorWords(in: sentence, for: sector) {
            return add(
                "sector", Evidence.Words(), Message("words of the sentence or its heading speak for it", "句子或其标题中的词支持"), line, node: node)
        }
        add(
            "sector", Evidence.Words(),
            sector == Sector("economy")
                ? Message("nothing speaks for another", "没有支持其他领域的词") : Message("the heading above speaks for it", "由上方标题支持"), node: node)
    }

    private mutating func surroundings(_ goal: Int?) {
        if let goal {
            let span = reading.goals[goal].span
            add("goal", Evidence.Words(span.start..<span.end), Message("the nearest heading above", "上方最近的标题"), node: goalNode(goal))
        }
        let place = graph.statements(of: node.type).map { $0.place[Int(node.index)] }
        add("place", Evidence.Words(), placeRule, node: place.flatMap { $0 == noNode ? nil : NodeID(.place, Int($0)) })
    }

    private mutating func confidence(_ signs: Signs, _ weights: ConfidenceWeights) {
        let against = signs.filter { weights[$0] < 0 }.sorted { weights[$0] < weights[$1] }.map(\.words)
        add("confidence", Evidence.Words(), against.isEmpty ? Message("nothing speaks against it", "没有不利的迹象") : .against(against))
    }

    private func goalNode(_ local: Int) -> NodeID { NodeID(.goal, Int(graph.documents.goals[document]) + local) }

    private func text(_ words: Evidence.Words) -> String { words.span.map { reading.string($0) } ?? "" }

    /// A row; left out where the statement has no such value.
    private mutating func add(
        _ field: String, _ words: Evidence.Words, _ rule: Message, _ lexicon: String? = nil, value: Cell? = nil, node: NodeID? = nil
    ) {
        let own = Property.named(field, of: self.node.type)?.cell(Scene(graph: graph), Int(self.node.index)) ?? .empty
        let value = value ?? own
        guard value != .empty || field == "period" else { return }
        let quoted = text(words).filter { !$0.isNewline }
        rows.append([
            .term(KeyWord.term(field)), value, quoted.isEmpty ? .empty : .text(quoted),
            words.span.map { .text(graph.position(of: $0.start, in: document)) } ?? .empty, .text(rule.text), .text(lexicon),
        ])
        nodes.append(node)
    }
}

extension Message {
    fileprivate static let givenWithDocument = Message("given with the document, not read from its text", "随文档给出，不是从正文读出")
}

extension Graph {
    /// What a document's columns have that a reading of its text alone does not find: a line of NDJSON gave it beside the text.
    fileprivate func given(to document: Int, besides read: Masthead) -> GivenMasthead {
        var given = GivenMasthead()
        let title = strings.string(documents.title[document]), place = documents.place[document],
            date = strings.string(documents.date[document])
        if let title, title != read.title { given.title = title }
        if place != noNode, !names.nodes(named: read.place ?? "").contains(NodeID(.place, Int(place))) { given.place = placeName(place) }
        let level = PlaceLevel(code: documents.level[document])
        if level != read.level { given.level = level }
        if let date, date != read.date { given.date = date }
        let year = documents.year[document]
        if year != .max, Int(periods.period[Int(year)].start) != read.year { given.year = Int(periods.period[Int(year)].start) }
        return given
    }
}
