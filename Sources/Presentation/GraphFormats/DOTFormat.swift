import KnowledgeGraph
import Lexicon

/// A directed graph for Graphviz: shape by type, the source words as tooltip, only filled-in fields.
struct DOTFormat {
    private let elements: GraphElements

    init(_ elements: GraphElements) { self.elements = elements }

    func write<Failure: Error>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        let graph = elements.graph
        try put(
            "digraph gangmu {\n  charset=\"UTF-8\"; rankdir=LR; node [fontname=\"Noto Sans CJK SC\"]; edge [fontname=\"Noto Sans CJK SC\"];\n"
        )
        for type in GraphElements.types {
            for node in elements.nodes(of: type) {
                let words = graph.statements(of: type) == nil ? "" : ", tooltip=\(Self.quoted(SafeText.line(graph.words(of: node))))"
                try put(
                    "  \(Self.quoted(graph.identifier(of: node))) [label=\(Self.quoted(label(of: node))), class=\(type), "
                        + "shape=\(Self.shape(of: type))\(words)];\n")
            }
        }
        try elements.forEachEdge { edge throws(Failure) in
            try put(
                "  \(Self.quoted(graph.identifier(of: edge.from))) -> \(Self.quoted(graph.identifier(of: edge.to))) "
                    + "[label=\(edge.kind.rawValue)];\n")
        }
        try put("}\n")
    }

    /// A figure with its quantity, any other node by its name, cut to what a drawing can hold.
    private func label(of node: NodeID) -> String {
        let title = elements.graph.title(of: node)
        let name = title.count > 24 ? title.prefix(23) + "…" : title
        return node.type == .figure ? "\(name) \(elements.graph.quantity(Int(node.index)))" : name
    }

    private static func shape(of type: NodeType) -> String {
        switch type {
        case .document: "note"
        case .goal: "folder"
        case .figure: "box"
        case .measure, .problem: "plaintext"
        case .indicator: "hexagon"
        case .sector, .place, .period, .sentence: "ellipse"
        }
    }

    /// Backslashes begin escapes in labels, so that those of texts are doubled.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
