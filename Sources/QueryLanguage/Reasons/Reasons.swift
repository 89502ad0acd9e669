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
    private var rows: [[Cell]] = []
    private var nodes: [NodeID?] = []

    static let columns = [
        Column(key: "field", chinese: "字段"), Column(key: "value", chinese: "值", shrink: 1),
        Column(key: "words", chinese: "依据", shrink: 2), Column(key: "where", chinese: "位置"),
        Column(key: "rule", chinese: "规则", shrink: 3), Column(key: "lexicon", chinese: "词典", shrink: 4),
    ]

    enum Fault: Error {
        /// No statement of a document.
        case notAStatement
        /// There is no lexicon to read with, or another one reads the document otherwise.
        case cannotRead
    }

    init(of node: NodeID, in graph: Graph, reader: Reader?) throws(Fault) {
        guard node.type != .document, let document = graph.document(of: node) else { throw .notAStatement }
        guard let reader else { throw .cannotRead }
        let text = graph.text(of: document)
        let name = graph.strings[graph.documents.name[document]], path = graph.strings[graph.documents.path[document]]
        reading = FactTable.isTable(text)
            ? FactTable.read(text, name: name, path: path, lexicon: reader.lexicon).reading
            : reader.read(text, name: name, path: path)
        self.graph = graph
        self.node = node
        self.document = document
        lines = LexiconLines(lexicon: reader.lexicon)
        if let span = graph.span(of: node) { add("id", Evidence.Words(span.start..<span.end), "the words of the statement") }
        switch node.type {
        case .figure: try figure()
        case .measure: try measure()
        case .problem: try problem()
        case .goal: try goal()
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
        add("indicator", evidence.indicator, evidence.name.english, lines.indicator(figure.indicator, figure.canonical))
        add("value", evidence.quantity, "the number")
        add("high", evidence.quantity, "the upper end of the range")
        add("unit", evidence.quantity, "the unit behind the number", figure.unit.flatMap { lines.unit($0) })
        if figure.comparator == .equal {
            add("comparator", Evidence.Words(), "no word bounds the number")
        } else {
            let classes: Set = ["before", "after", "outpace", "together"]
            let rule = evidence.comparator == evidence.quantity ? "the number is a range, or ends in 多 or 余" : "the word that bounds the number"
            add("comparator", evidence.comparator, rule, lines.words(in: text(evidence.comparator), classes))
        }
        add("aspect", evidence.verb, aspectRule(figure), lines.words(in: text(evidence.verb), ["up", "down", "to", "share", "verb"]))
        add("reference", Evidence.Words(), "what the statement ties it to")
        period(evidence)
        let looksForward = figure.kind == .target
        add("kind", evidence.part, evidence.kind.english(looksForward: looksForward),
            evidence.kind == .word ? lines.words(in: text(evidence.part), ["estimate", "aim"]) : nil)
        sector(figure.sector, indicator: figure.canonical, phrase: figure.indicator, words: evidence.indicator, quoted: words)
        surroundings(figure.goal)
        confidence(evidence.signs, .figures)
    }

    private mutating func measure() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.measures[document])
        let measure = try statement(reading.measures, index, \.span)
        add("action", measure.evidence.verb, "the verb of action that opens the clause",
            lines.words(in: text(measure.evidence.verb), ["measure-verb", "measure-manner"]))
        add("kind", measure.evidence.part, Evidence.KindRule.part.english(looksForward: true), value: .text("measure"))
        period(measure.evidence)
        let phrase = reading.string(measure.span)
        sector(measure.sector, indicator: nil, phrase: phrase, words: Evidence.Words(measure.span.start..<measure.span.end), quoted: phrase)
        surroundings(measure.goal)
        confidence(measure.evidence.signs, .measures)
    }

    private mutating func problem() throws(Fault) {
        let index = Int(node.index) - Int(graph.documents.problems[document])
        let problem = try statement(reading.problems, index, \.span)
        add("kind", problem.evidence.part, "a clause of a paragraph that admits weaknesses", value: .text("problem"))
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
        add("title", Evidence.Words(goal.span.start..<goal.span.end), number > 0 ? "the line or sentence behind the number" : "a short lead that stands before its sentences")
        add("level", Evidence.Words(goal.span.start..<goal.span.start + number),
            number > 0 ? "the form of its number: 一、 is 1, （一） or 第一 is 2, 1. or 一是 is 3" : "leads without a number are 3")
        add("kind", Evidence.Words(), Evidence.KindRule.part.english(looksForward: goal.looksForward),
            value: .text(goal.looksForward ? "goal" : "heading"))
        add("parent", goal.parent.map { Evidence.Words(reading.goals[$0].span.start..<reading.goals[$0].span.end) } ?? Evidence.Words(),
            "the nearest heading above that ranks higher", node: goal.parent.map { goalNode($0) })
        add("place", Evidence.Words(), "the document's place")
    }

    /// A row of a table of facts gives its fields itself.
    private mutating func given(_ figure: Figure) {
        add("indicator", Evidence.Words(), "the row of the table, as given", lines.indicator(figure.indicator, figure.canonical))
        for field in ["value", "high", "unit", "comparator", "aspect", "reference", "period", "kind"] { add(field, Evidence.Words(), "given by the row") }
        add("sector", Evidence.Words(), "given by the row, or the lexicon's sector of the indicator", lines.sector(ofIndicator: figure.canonical))
        add("place", Evidence.Words(), figure.place == nil ? "the document's place" : "given by the row")
        if let source = figure.source { add("source", Evidence.Words(), "where the table says it comes from", value: .text(source)) }
        add("confidence", Evidence.Words(), "given, not read from a sentence")
    }

    /// The statement of that place in the document, if it still stands at the same words.
    private func statement<Statement>(_ list: [Statement], _ index: Int, _ span: (Statement) -> ByteSpan) throws(Fault) -> Statement {
        guard list.indices.contains(index), span(list[index]) == graph.span(of: node) else { throw .cannotRead }
        return list[index]
    }

    // MARK: fields

    private func aspectRule(_ figure: Figure) -> String {
        if !figure.evidence.verb.isEmpty {
            switch figure.aspect {
            case .level: return "the verb says how large it is, or stands for a deed"
            case .growth, .change: return "the verb or noun of change beside the number"
            }
        }
        return figure.aspect == .level ? "no verb of change beside the number" : "the words of the statement tell a change"
    }

    private mutating func period(_ evidence: Evidence) {
        let node: NodeID? = graph.statements(of: node.type).flatMap { columns in
            let row = columns.period[Int(self.node.index)]
            return row == .max ? nil : NodeID(.period, Int(row))
        }
        let period = node.map { graph.periods.period[Int($0.index)] }
        add("period", evidence.period, evidence.time.english(year: reading.masthead.year), lines.time(text(evidence.period), period), node: node)
    }

    private mutating func sector(_ sector: Sector, indicator: String?, phrase: String, words: Evidence.Words, quoted: String) {
        let node = graph.statements(of: node.type).map { NodeID(.sector, Int($0.sector[Int(self.node.index)])) }
        if let line = indicator.flatMap({ lines.sector(ofIndicator: $0) }) {
            return add("sector", words, "the lexicon's sector of the indicator", line, node: node)
        }
        if let line = lines.sectorWords(in: phrase, for: sector) {
            return add("sector", words, "words of the statement speak for it", line, node: node)
        }
        let sentence = graph.passage(of: self.node)?.sentence ?? ""
        if let line = lines.sectorWords(in: sentence, for: sector) {
            return add("sector", Evidence.Words(), "words of the sentence or its heading speak for it", line, node: node)
        }
        add("sector", Evidence.Words(), sector == Sector("economy") ? "nothing speaks for another" : "the heading above speaks for it", node: node)
    }

    private mutating func surroundings(_ goal: Int?) {
        if let goal {
            let span = reading.goals[goal].span
            add("goal", Evidence.Words(span.start..<span.end), "the nearest heading above", node: goalNode(goal))
        }
        let place = graph.statements(of: node.type).map { $0.place[Int(node.index)] }
        add("place", Evidence.Words(), "the document's place", node: place.flatMap { $0 == noNode ? nil : NodeID(.place, Int($0)) })
    }

    private mutating func confidence(_ signs: Signs, _ weights: ConfidenceWeights) {
        let against = signs.filter { weights[$0] < 0 }.sorted { weights[$0] < weights[$1] }.map(\.english)
        add("confidence", Evidence.Words(), against.isEmpty ? "nothing speaks against it" : "against it: " + against.joined(separator: "; "))
    }

    private func goalNode(_ local: Int) -> NodeID { NodeID(.goal, Int(graph.documents.goals[document]) + local) }

    private func text(_ words: Evidence.Words) -> String { words.span.map { reading.string($0) } ?? "" }

    /// A row; left out where the statement has no such value.
    private mutating func add(
        _ field: String, _ words: Evidence.Words, _ rule: String, _ lexicon: String? = nil, value: Cell? = nil, node: NodeID? = nil
    ) {
        let own = Property.named(field, of: self.node.type)?.cell(Scene(graph: graph), Int(self.node.index)) ?? .empty
        let value = value ?? own
        guard value != .empty || field == "period" else { return }
        let quoted = text(words).filter { !$0.isNewline }
        rows.append([
            .text(field), value, quoted.isEmpty ? .empty : .text(quoted),
            words.span.map { .text(graph.position(of: $0.start, in: document)) } ?? .empty, .text(rule), .text(lexicon),
        ])
        nodes.append(node)
    }
}
