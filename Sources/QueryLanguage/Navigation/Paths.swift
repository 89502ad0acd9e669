import KnowledgeGraph
import Lexicon

/// The shortest ways between two nodes.
///
/// A step goes along an edge either way. Steps through what very many statements share (a year, a place, a sector) cost more than
/// those through a heading or an indicator, for they tie less: of two ways the one that says more comes first.
struct Paths {
    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool

    struct Step {
        /// How the node was reached from the one before; nil for the first.
        var relation: Relation?
        var node: NodeID
    }

    /// Ways that are given.
    private static let most = 3
    /// Nodes that are looked at before a way counts as not found.
    private static let patience = 1_000_000
    /// Of an indicator that more figures have, those that answer each other are not sought: its name ties them already.
    private static let mostOfIndicator = 2_000

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    /// The best way, then ways that share no node with it but the ends.
    func ways(from start: NodeID, to end: NodeID) throws(Diagnostic) -> [[Step]] {
        var ways: [[Step]] = [], taken: Set<NodeID> = []
        while ways.count < Self.most, let way = try way(from: start, to: end, avoiding: taken) {
            ways.append(way)
            let between = way.dropFirst().dropLast().map(\.node)
            if between.isEmpty { break }
            taken.formUnion(between)
        }
        return ways
    }

    /// Dijkstra's algorithm, from both ends at once.
    private func way(from start: NodeID, to end: NodeID, avoiding taken: Set<NodeID>) throws(Diagnostic) -> [Step]? {
        if start == end { return [Step(relation: nil, node: start)] }
        var sides = [Side(start), Side(end)], matching = ResultMatching(graph, isCancelled: isCancelled)
        var best: (cost: Int, node: NodeID)?, seen = 0
        while let turn = sides.indices.filter({ sides[$0].isOpen }).min(by: { sides[$0].nearest < sides[$1].nearest }) {
            if let best, sides.reduce(0, { $0 + $1.nearest }) >= best.cost { break }
            if isCancelled() { throw .cancelled }
            guard let (cost, node) = sides[turn].next() else { continue }
            for (relation, other) in neighbours(of: node, &matching) where !taken.contains(other) || other == start || other == end {
                seen += 1
                if seen & 4095 == 0, isCancelled() { throw .cancelled }
                if seen > Self.patience { break }
                let further = cost + Self.cost(of: other)
                guard sides[turn].reach(other, from: node, by: relation, at: further) else { continue }
                if let there = sides[1 - turn].cost(of: other), further + there < best?.cost ?? .max { best = (further + there, other) }
            }
            if seen > Self.patience { break }
        }
        guard let best else { return nil }
        // Back to the start, then on to the end; there the relation is that of the step back.
        var before: [Step] = [], node = best.node
        while let (relation, from) = sides[0].came(to: node) {
            before.append(Step(relation: relation, node: node))
            node = from
        }
        before.append(Step(relation: nil, node: start))
        var steps = Array(before.reversed())
        node = best.node
        while let (relation, on) = sides[1].came(to: node) {
            steps.append(Step(relation: turned(relation, to: on), node: on))
            node = on
        }
        return steps
    }

    /// One end of the search.
    private struct Side {
        private var reached: Reached
        /// Nodes to go on from, by their cost, which is small.
        private var open: [[NodeID]] = []
        /// The least cost of those; one beyond the greatest where there is none.
        private(set) var nearest = 0

        init(_ node: NodeID) {
            reached = Reached()
            _ = reached.reach(node, by: nil, from: node, at: 0)
            open = [[node]]
        }

        var isOpen: Bool { nearest < open.count }

        func cost(of node: NodeID) -> Int? { reached[node].map { Int($0.cost) } }

        /// How the node was reached; nil for the one that the search began with.
        func came(to node: NodeID) -> (Relation, NodeID)? {
            guard let way = reached[node], let relation = way.relation else { return nil }
            return (relation, way.from)
        }

        mutating func next() -> (Int, NodeID)? {
            guard isOpen, let node = open[nearest].popLast() else { return nil }
            let at = nearest
            while nearest < open.count, open[nearest].isEmpty { nearest += 1 }
            return cost(of: node) == at ? (at, node) : nil
        }

        mutating func reach(_ node: NodeID, from: NodeID, by relation: Relation, at further: Int) -> Bool {
            guard reached.reach(node, by: relation, from: from, at: Int32(further)) else { return false }
            nearest = isOpen ? min(nearest, further) : further
            while open.count <= further { open.append([]) }
            open[further].append(node)
            return true
        }
    }

    /// The nodes that a search came to, and how. A search comes to hundreds of thousands, so that they lie side by side in memory, at the
    /// hash of the node or behind it.
    private struct Reached {
        struct Way {
            var node: NodeID, from: NodeID
            var relation: Relation?
            /// -1 for an empty place.
            var cost: Int32 = -1
        }

        private var ways: [Way]
        private var count = 0
        private static let empty = Way(node: NodeID(.document, 0), from: NodeID(.document, 0))

        init() { ways = Array(repeating: Self.empty, count: 1024) }

        subscript(_ node: NodeID) -> Way? {
            let way = ways[place(of: node)]
            return way.cost < 0 ? nil : way
        }

        /// Whether it was not reached before, or at a higher cost.
        mutating func reach(_ node: NodeID, by relation: Relation?, from: NodeID, at cost: Int32) -> Bool {
            let place = place(of: node), known = ways[place].cost
            guard known < 0 || cost < known else { return false }
            ways[place] = Way(node: node, from: from, relation: relation, cost: cost)
            if known < 0 {
                count += 1
                if count * 2 > ways.count { grow() }
            }
            return true
        }

        private mutating func grow() {
            let all = ways
            ways = Array(repeating: Self.empty, count: all.count * 2)
            for way in all where way.cost >= 0 { ways[place(of: way.node)] = way }
        }

        private func place(of node: NodeID) -> Int {
            let key = UInt64(node.index) << 8 | UInt64(node.type.rawValue)
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (ways.count - 1)
            while ways[place].cost >= 0, ways[place].node != node { place = (place + 1) & (ways.count - 1) }
            return place
        }
    }

    private static func cost(of node: NodeID) -> Int {
        switch node.type {
        case .figure, .measure, .problem, .goal: 2
        case .indicator, .sentence: 3
        case .document: 5
        case .sector: 6
        case .place: 8
        case .period: 10
        }
    }

    private func neighbours(of node: NodeID, _ matching: inout ResultMatching) -> [(Relation, NodeID)] {
        let direct = Neighbourhood(of: node, in: graph, tellsServing: false).groups.flatMap { group -> [(Relation, NodeID)] in
            // What shares a heading or an indicator is two steps away, by way of it.
            switch group.relation {
            case .measuresOfGoal, .figuresOfGoal, .sameIndicator, .servedBy, .measuresUnderHeading, .figuresUnderHeading: []
            default: group.nodes().map { (group.relation, $0) }
            }
        }
        let row = Int(node.index)
        guard node.type == .figure, graph.figures.ofIndicator[graph.figures.indicator[row]].count <= Self.mostOfIndicator else {
            return direct
        }
        return direct + matching.results(answering: row).map { (.answers, NodeID(.figure, Int($0))) }
            + matching.targets(answeredBy: row).map { (.answeredBy, NodeID(.figure, Int($0))) }
    }

    /// The relation that leads back to `node`.
    private func turned(_ relation: Relation, to node: NodeID) -> Relation {
        switch relation {
        case .parent: return .children
        case .children: return .parent
        case .years: return .spans
        case .spans: return .years
        case .answers: return .answeredBy
        case .answeredBy: return .answers
        default: break
        }
        return switch node.type {
        case .figure: graph.figures.kind[Int(node.index)] == FigureKind.target.code ? .targets : .results
        case .measure: .measures
        case .problem: .problems
        case .document: [.place, .period].contains(relation) ? .documents : .document
        case .goal: relation == .document ? .goals : .goal
        case .indicator: .indicator
        case .sector: .sector
        case .place: .place
        case .period: .period
        case .sentence: relation
        }
    }

    func table(from start: NodeID, to end: NodeID) throws(Diagnostic) -> Table {
        let ways = try ways(from: start, to: end)
        var rows: [[Cell]] = [], nodes: [NodeID?] = []
        for (number, way) in ways.enumerated() {
            for step in way {
                rows.append([
                    .integer(number + 1), step.relation.map { .term($0.term) } ?? .empty, .text(graph.label(of: step.node)),
                ])
                nodes.append(step.node)
            }
        }
        return Table(
            columns: [
                Column(key: "way", chinese: "路", rightAligned: true), Column(key: "relation", chinese: "经由"),
                Column(key: "node", chinese: "节点", shrink: 1),
            ], rows: rows, nodes: nodes)
    }
}

extension Neighbourhood {
    /// The edges of a node by their kinds: how many there are, and the first few.
    func summary(_ graph: Graph) -> Table {
        var rows: [[Cell]] = [], nodes: [NodeID?] = []
        for group in groups {
            let first = group.nodes().prefix(3).map { graph.label(of: $0) }
            rows.append([
                .term(group.relation.term), .integer(group.rows.count),
                .text(first.joined(separator: "；") + (group.rows.count > 3 ? " …" : "")),
            ])
            nodes.append(group.rows.count == 1 ? group.nodes().first : nil)
        }
        return Table(
            columns: [
                Column(key: "relation", chinese: "关系"), Column(key: "count", chinese: "数量", rightAligned: true),
                Column(key: "nodes", chinese: "邻居", shrink: 1),
            ], rows: rows, nodes: nodes)
    }
}
