import KnowledgeGraph
import Lexicon
import QueryLanguage

/// A graph, or the part of it around some nodes, as nodes with properties and edges with names: what every exchange format of
/// graphs is written from.
public struct GraphElements: Sendable {
    public let graph: Graph
    /// Of each type, in the order of `GraphElements.types`, which rows there are.
    private var included: [[Bool]]

    /// Sentences are no nodes of their own here: statements have their words, documents their path.
    public static let types: [NodeType] = [.document, .goal, .figure, .measure, .problem, .indicator, .sector, .place, .period]

    /// - Parameter nodes: Only these, with what they belong to: documents, headings, indicators, sectors, places and periods. Nil
    ///   for all documents and statements and what those belong to.
    public init(_ graph: Graph, around nodes: [NodeID]? = nil) {
        self.graph = graph
        included = Self.types.map { [Bool](repeating: false, count: graph.count(of: $0)) }
        var open: [NodeID] = []
        for node in (nodes ?? Self.roots.flatMap({ type in (0..<graph.count(of: type)).map { NodeID(type, $0) } })).heeded {
            include(node, &open)
        }
        // As many times as there are nodes at most.
        for _ in (0..<Int.max).heeded {
            guard let node = open.popLast() else { break }
            for (_, other) in Self.ties(of: node, in: graph) { include(other, &open) }
        }
    }

    private static let roots: [NodeType] = [.document, .goal, .figure, .measure, .problem]

    private mutating func include(_ node: NodeID, _ open: inout [NodeID]) {
        guard let type = Self.types.firstIndex(of: node.type), !included[type][Int(node.index)] else { return }
        included[type][Int(node.index)] = true
        open.append(node)
    }

    func contains(_ node: NodeID) -> Bool {
        Self.types.firstIndex(of: node.type).map { included[$0][Int(node.index)] } ?? false
    }

    /// The rows of a type that are in it.
    func nodes(of type: NodeType) -> [NodeID] {
        guard let index = Self.types.firstIndex(of: type) else { return [] }
        return included[index].indices.filter { included[index][$0] }.map { NodeID(type, $0) }
    }

    public var nodeCount: Int { included.reduce(0) { $0 + $1.count { $0 } } }

    // MARK: edges

    /// What an edge says, named as property graphs do.
    enum EdgeKind: String, CaseIterable {
        /// A heading or statement stands in a document.
        case inDocument = "IN_DOCUMENT"
        /// A statement stands under a heading.
        case under = "UNDER"
        /// A heading, sector, place or year is part of a larger one.
        case partOf = "PART_OF"
        case ofPlace = "OF_PLACE", inSector = "IN_SECTOR", inPeriod = "IN_PERIOD"
        /// A figure gives a value of an indicator.
        case measures = "MEASURES"
        /// A result is what was reported for a target.
        case answers = "ANSWERS"
    }

    struct Edge {
        var kind: EdgeKind
        var from: NodeID
        var to: NodeID
    }

    /// Every edge between nodes that are in it, in the order of the nodes they come from.
    func forEachEdge<Failure: Error>(_ body: (Edge) throws(Failure) -> Void) throws(Failure) {
        let stop = Rendering.stop
        var matching = ResultMatching(graph, isCancelled: { stop.isAsked() })
        for type in Self.types {
            for node in nodes(of: type).heeded {
                for (kind, other) in Self.ties(of: node, in: graph) where contains(other) {
                    try body(Edge(kind: kind, from: node, to: other))
                }
                guard type == .figure else { continue }
                for target in matching.targets(answeredBy: Int(node.index)) {
                    let other = NodeID(.figure, Int(target))
                    if contains(other) { try body(Edge(kind: .answers, from: node, to: other)) }
                }
            }
        }
    }

    /// What a node belongs to.
    private static func ties(of node: NodeID, in graph: Graph) -> [(EdgeKind, NodeID)] {
        let row = Int(node.index)
        var ties: [(EdgeKind, NodeID)] = []
        func add(_ kind: EdgeKind, _ type: NodeType, _ row: some BinaryInteger, none: some BinaryInteger) {
            if row != none { ties.append((kind, NodeID(type, Int(row)))) }
        }
        switch node.type {
        case .document:
            add(.ofPlace, .place, graph.documents.place[row], none: noNode)
            add(.inPeriod, .period, graph.documents.year[row], none: UInt16.max)
        case .goal:
            add(.inDocument, .document, graph.goals.document[row], none: noNode)
            add(.partOf, .goal, graph.goals.parent[row], none: noNode)
        case .figure, .measure, .problem:
            guard let columns = graph.statements(of: node.type) else { break }
            add(.inDocument, .document, columns.document[row], none: noNode)
            add(.under, .goal, columns.goal[row], none: noNode)
            add(.ofPlace, .place, columns.place[row], none: noNode)
            for sector in columns.sectors(of: row) { add(.inSector, .sector, sector, none: UInt16.max) }
            add(.inPeriod, .period, columns.period[row], none: UInt16.max)
            if node.type == .figure { add(.measures, .indicator, graph.figures.indicator[row], none: noNode) }
        case .indicator: add(.inSector, .sector, graph.indicators.sector[row], none: UInt16.max)
        case .sector: add(.partOf, .sector, graph.sectors.parent[row], none: UInt16.max)
        case .place: add(.partOf, .place, graph.places.parent[row], none: noNode)
        case .period:
            if graph.periods.period[row].isYear { for span in graph.periods.spans[row] { add(.partOf, .period, span, none: UInt16.max) } }
        case .sentence: break
        }
        return ties
    }
}

/// A property of nodes as exchange formats know it.
struct GraphField: Sendable {
    enum Value {
        case text(String), integer(Int), decimal(DecimalNumber), flag(Bool)
    }
    enum Kind: Sendable { case text, integer, decimal, flag }

    let name: String
    let kind: Kind
    let value: @Sendable (Graph, Int) -> Value?

    private init(_ name: String, _ kind: Kind, _ value: @escaping @Sendable (Graph, Int) -> Value?) {
        self.name = name
        self.kind = kind
        self.value = value
    }

    private static func text(_ name: String, _ value: @escaping @Sendable (Graph, Int) -> String?) -> GraphField {
        GraphField(name, .text) { graph, row in
            value(graph, row).flatMap { $0.isEmpty ? nil : .text(SafeText.line($0)) }
        }
    }

    private static func integer(_ name: String, _ value: @escaping @Sendable (Graph, Int) -> Int?) -> GraphField {
        GraphField(name, .integer) { graph, row in value(graph, row).map { .integer($0) } }
    }

    private static func decimal(_ name: String, _ value: @escaping @Sendable (Graph, Int) -> DecimalNumber?) -> GraphField {
        GraphField(name, .decimal) { graph, row in value(graph, row).map { .decimal($0) } }
    }

    /// The fields of each type, in the order of columns; the id and the name that every node has come before them.
    static func all(of type: NodeType) -> [GraphField] {
        switch type {
        case .document:
            [
                text("title") { $0.strings.string($0.documents.title[$1]) }, text("date") { $0.strings.string($0.documents.date[$1]) },
                text("path") { $0.strings.string($0.documents.path[$1]) },
            ]
        case .goal:
            [
                integer("level") { Int($0.goals.level[$1]) },
                GraphField("forward", .flag) { .flag($0.goals.looksForward[$1]) },
            ] + place(.goal)
        case .figure:
            [
                text("kind") { FigureKind(code: $0.figures.kind[$1])?.rawValue },
                text("shown") { $0.quantity($1).description }, text("aspect") { Aspect(code: $0.figures.aspect[$1])?.rawValue },
                text("comparator") { $0.quantity($1).bound.rawValue }, decimal("value") { $0.figures.value[$1] },
                decimal("high") { $0.figures.high[$1] }, text("unit") { $0.unit(of: $1) },
                text("reference") { $0.strings.string($0.figures.reference[$1]) },
                text("wording") { $0.strings.string($0.figures.wording[$1]) },
                decimal("confidence") { DecimalNumber(significand: Int64($0.figures.confidence[$1]), exponent: -2) },
            ] + words(.figure)
        case .measure:
            [
                text("action") { $0.strings.string($0.measures.action[$1]) },
                decimal("confidence") { DecimalNumber(significand: Int64($0.measures.confidence[$1]), exponent: -2) },
            ] + words(.measure)
        case .problem: words(.problem)
        case .indicator:
            [
                text("english") { $0.strings.string($0.indicators.english[$1]) },
                text("direction") { Direction(code: $0.indicators.direction[$1])?.rawValue },
            ]
        case .sector: [text("english") { $0.strings.string($0.sectors.english[$1]) }]
        case .place:
            [
                text("english") { $0.strings.string($0.places.english[$1]) },
                text("level") { PlaceLevel(code: $0.places.level[$1])?.rawValue },
            ]
        case .period: [integer("start") { Int($0.periods.period[$1].start) }, integer("end") { Int($0.periods.period[$1].end) }]
        case .sentence: []
        }
    }

    private static func place(_ type: NodeType) -> [GraphField] {
        [integer("line") { graph, row in graph.citation(of: NodeID(type, row))?.line }, text("key") { $0.keyText(of: NodeID(type, $1)) }]
    }

    private static func words(_ type: NodeType) -> [GraphField] {
        [text("words") { $0.words(of: NodeID(type, $1)) }] + place(type)
    }
}

extension Graph {
    /// The unit of a figure as written.
    fileprivate func unit(of figure: Int) -> String? {
        figures.unit[figure] == .max ? nil : strings[units.name[Int(figures.unit[figure])]]
    }

    /// What a node is called, on one line.
    func title(of node: NodeID) -> String {
        let row = Int(node.index)
        return switch node.type {
        case .document: SafeText.line(strings.string(documents.title[row]).flatMap { $0.isEmpty ? nil : $0 } ?? name(of: node))
        case .sector: strings[sectors.name[row]]
        case .period: strings.string(periods.name[row]).flatMap { $0.isEmpty ? nil : $0 } ?? periods.period[row].description
        default: SafeText.line(name(of: node))
        }
    }
}

extension GraphField.Value {
    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

extension NodeType {
    /// `Figure`: as property graphs write labels.
    var label: String {
        let name = "\(self)"
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
