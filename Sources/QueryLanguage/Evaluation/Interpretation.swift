import Documents
import KnowledgeGraph
import Lexicon

/// How a command was read: its standard form in both languages, and each part with what it stands for in this graph.
struct Interpretation {
    let graph: Graph
    let context: Context
    /// As it was typed.
    let line: String
    let isCancelled: @Sendable () -> Bool
    private var rows: [[Cell]] = []
    private var nodes: [NodeID?] = []

    init(graph: Graph, context: Context, line: String, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.context = context
        self.line = line
        self.isCancelled = isCancelled
    }

    private mutating func add(_ part: String, _ meaning: String, _ node: NodeID? = nil) {
        rows.append([.text(part), .text(meaning)])
        nodes.append(node)
    }

    consuming func table(of command: Command) throws(Diagnostic) -> Table {
        add("English", Printer(.english).print(command))
        add("中文", Printer(.chinese).print(command))
        switch command {
        case .query(let query): try read(query)
        case .bind(let name, let query):
            add("$" + name.text, Message.readKept.text)
            try read(query)
        case .piped(let step, let stages):
            readNodes(of: step)
            try read(stages, nil)
        case .diff(let words, let stages):
            for word in words { readNode(word) }
            try read(stages, nil)
        default: readNodes(of: command)
        }
        return Table(
            columns: [Column(key: "part", chinese: "部分"), Column(key: "meaning", chinese: "含义", shrink: 1)], rows: rows,
            nodes: nodes)
    }

    private mutating func readNodes(of step: Command) {
        switch step {
        case .open(let word), .follow(let word): readNode(word)
        case .related(let word?), .source(let word?), .why(let word?), .lint(let word?), .neighbors(let word?): readNode(word)
        case .path(let from, let to):
            readNode(from)
            readNode(to)
        default: break
        }
    }

    private mutating func readNode(_ word: Word) {
        if let node = graph.node(identifier: word.text) ?? graph.names.nodes(typed: word.text).first {
            add(word.text, graph.label(of: node), node)
        }
    }

    private mutating func read(_ query: Query) throws(Diagnostic) {
        var noun = Noun.named(query.noun.text)
        if let noun {
            add(noun.name, noun.description.summary.text)
        } else {
            let flow = try context.flow(query.noun, graph: graph)
            noun = flow.groups == nil ? flow.noun : nil
            add(query.noun.text, Message.readGiven(rows: flow.count, noun: flow.groups == nil ? flow.noun.name : nil).text)
        }
        for term in query.terms { try read(term, noun) }
        try read(query.stages, noun)
    }

    private mutating func read(_ stages: [Stage], _ noun: Noun?) throws(Diagnostic) {
        var noun = noun
        for stage in stages {
            let text = Printer(Tongue.current == .chinese ? .chinese : .english).print(stage)
            switch stage {
            case .reach(let word, let terms):
                noun = Noun.named(word.text)
                add("| " + text, Message.readReach(word.text).text)
                for term in terms { try read(term, noun) }
            case .tied(let has, let word, let terms):
                add("| " + text, (has ? StageWord.with : .without).description.summary.text)
                for term in terms { try read(term, Noun.named(word.text)) }
            case .filter(let terms):
                add("| " + text, StageWord.filter.description.summary.text)
                for term in terms { try read(term, noun) }
            default: add("| " + text, Self.word(of: stage)?.description.summary.text ?? "")
            }
        }
    }

    private static func word(of stage: Stage) -> StageWord? {
        switch stage {
        case .filter: .filter
        case .sort: .sort
        case .take: .take
        case .skip: .skip
        case .select: .select
        case .count: .count
        case .totals: .totals
        case .trend: .trend
        case .changes: .changes
        case .compare: .compare
        case .matrix: .matrix
        case .aggregate(let function, _, _): StageWord.named(function.rawValue)
        case .format: .format
        case .reach: .reach
        case .tied(let has, _, _): has ? .with : .without
        case .save: .save
        }
    }

    // MARK: terms

    private mutating func read(_ term: Condition, _ noun: Noun?) throws(Diagnostic) {
        let text = Printer(Tongue.current == .chinese ? .chinese : .english).print(term)
        switch term {
        case .all(let parts):
            for part in parts { try read(part, noun) }
        case .any(let parts):
            add(text, Message.readAny.text)
            for part in parts { try read(part, noun) }
        case .not(let part):
            add(text, Message.readNot.text)
            try read(part, noun)
        case .years(let low, let high, _): add(text, Message.readYears(low, high).text)
        case .phrase(let word): add(text, Message.readPhrase(word.text).text)
        case .within(let word):
            let count = try context.flow(word, graph: graph).count
            add(text, Message.readWithin(word.text, rows: count).text)
        case .key(let key, let values): try read(text, key, values, noun)
        case .compare(let key, let comparison, let value):
            let amount = Amount(value.text).map { $0.reading } ?? value.text
            add(text, "\(key.text) \(comparison.rawValue) \(amount)")
        case .word(let word): read(word, noun)
        }
    }

    private mutating func read(_ word: Word, _ noun: Noun?) {
        let named = graph.names.nodes(typed: word.text)
        guard let noun else { return add(word.text, Message.readPhrase(word.text).text) }
        let resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        let usable = named.filter { resolver.narrows($0) }
        if usable.isEmpty, let node = graph.node(identifier: word.text), resolver.rows(of: node) != nil {
            return add(word.text, meaning(node), node)
        }
        if usable.isEmpty { return add(word.text, Message.readPhrase(word.text).text) }
        for node in usable { add(word.text, meaning(node), node) }
    }

    private mutating func read(_ text: String, _ key: Word, _ values: [Word], _ noun: Noun?) throws(Diagnostic) {
        let type = NodeType.allCases.first { "\($0)" == key.text || (key.text == "year" && $0 == .period) }
        for value in values {
            let node = type.flatMap { type in
                graph.names.node(type, named: value.text) ?? graph.node(identifier: value.text).flatMap { $0.type == type ? $0 : nil }
            }
            let part = values.count == 1 ? text : "\(key.text):\(value.text)"
            if let node {
                add(part, meaning(node), node)
            } else {
                add(part, Message.readKey(key.text, value.text).text)
            }
        }
        // What names nothing is told by the search itself.
        if let noun {
            var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
            resolver.context = context
            _ = try resolver.filter(.key(key, values))
        }
    }

    private func meaning(_ node: NodeID) -> String {
        let row = Int(node.index)
        switch node.type {
        case .place: return Message.readPlace(graph.name(of: node), level: graph.levelName(graph.places.level[row])).text
        case .sector:
            return Message.readSector(
                graph.strings[graph.sectors.name[row]], code: graph.name(of: node),
                under: graph.sectorMask(under: row).count(where: \.self) - 1
            ).text
        case .indicator: return Message.readIndicator(graph.name(of: node), figures: graph.figures.ofIndicator[row].count).text
        case .period: return Message.readPeriod(graph.spanName(graph.periods.period[row])).text
        default: return graph.label(of: node)
        }
    }
}
