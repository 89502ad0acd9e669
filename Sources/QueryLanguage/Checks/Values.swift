import Documents
import KnowledgeGraph
import Lexicon

/// Whether a word is a value of some kind, for those who ask before a line runs.
extension Session {
    public func isNumber(_ text: String) -> Bool { Amount(text) != nil }

    /// `2026`, `2021..2025` and the like.
    public func isYears(_ text: String) -> Bool { YearRange(text) != nil }

    /// Nil where `text` names a node of the type; else at most three names that it may be a slip of.
    public func namesNear(_ text: String, of type: NodeType) -> [String]? {
        if graph.names.node(type, named: text) != nil { return nil }
        if let node = graph.node(identifier: text), node.type == type { return nil }
        let names: [String]
        if type == .document {
            names = (0..<graph.documents.count).map { graph.name(of: NodeID(.document, $0)) }
            if names.contains(where: { $0.contains(text) }) { return nil }
        } else {
            names = graph.names.all.filter { $0.node.type == type }.map(\.name)
        }
        return Spelling.nearest(to: text, among: names)
    }
}

extension NameIndex {
    /// The nodes of a name as it was typed, or in simplified characters.
    func nodes(typed name: String) -> [NodeID] {
        let found = nodes(named: name)
        return found.isEmpty ? nodes(named: name.simplified) : found
    }
}
