import KnowledgeGraph

/// Rows that words of a line may stand for besides those of the graph.
struct Context: Sendable {
    /// Kept by `let`.
    var named: [String: Evaluator.Flow] = [:]
    /// Those of the last answer; nil before the first.
    var last: Evaluator.Flow?
    /// What `#1`, `#2` … refer to.
    var numbered: [NodeID?] = []

    /// The rows of `last`, `#3` or `$name`.
    func flow(_ word: Word, graph: Graph) throws(Diagnostic) -> Evaluator.Flow {
        if word.text == Given.last {
            guard let last else { throw Diagnostic(.notHere, Message.nothingToFollow.text, at: word.span) }
            return last
        }
        if word.text.hasPrefix("$") {
            let name = String(word.text.dropFirst())
            if let flow = named[name] { return flow }
            let near = Spelling.nearest(to: name, among: named.keys.sorted())
            throw Diagnostic(
                .unknownIdentifier, Message.unknownName(word.text).text, at: word.span,
                expected: near.isEmpty ? named.keys.sorted().prefix(5).map { "$" + $0 } : near.map { "$" + $0 })
        }
        return Evaluator.Flow(try node(word), graph: graph)
    }

    func node(_ word: Word) throws(Diagnostic) -> NodeID {
        let row = Int(word.text.dropFirst(word.text.hasPrefix("#") ? 1 : 0)) ?? 0
        guard row >= 1, row <= numbered.count else {
            let message: Message = last == nil ? .nothingToFollow : .noSuchRow(row, of: numbered.count)
            throw Diagnostic(.noSuchRow, message.text, at: word.span)
        }
        guard let node = numbered[row - 1] else {
            throw Diagnostic(.noSuchRow, Message.rowWithoutNode(row).text, at: word.span)
        }
        return node
    }
}

extension Evaluator.Flow {
    /// One node as a row of its noun.
    init(_ node: NodeID, graph: Graph) {
        let noun = Noun.all.first { $0.type == node.type && (node.type != .figure || $0.name == Noun.figures.name) } ?? .figures
        self.init(
            noun: noun, terms: [], rows: [UInt32(node.index)], scene: Scene(graph: graph),
            columns: noun.columns.compactMap { Property.named($0, of: noun.type) })
        reached = rows
    }

    /// A table of any kind, such as that of `related`.
    init(_ table: Table, graph: Graph) {
        self.init(noun: .figures, terms: [], rows: [], scene: Scene(graph: graph), columns: [], groups: table)
        reached = []
    }

    /// The nodes of its rows.
    var nodes: [NodeID] { groups?.nodes.compactMap(\.self) ?? rows.map { NodeID(noun.type, Int($0)) } }
}
