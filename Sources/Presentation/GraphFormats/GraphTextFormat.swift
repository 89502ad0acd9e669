import KnowledgeGraph
import QueryLanguage

/// Writes a graph as text. A new form is a file beside this one and a line of `write`.
public struct GraphTextFormat: Sendable {
    private enum Form {
        case graphml, dot, turtle, jsonld, ndjson, cypher
    }
    private let form: Form

    /// Nil for a form that is no text.
    public init?(_ format: GraphFormat) {
        switch format {
        case .graphml: form = .graphml
        case .dot: form = .dot
        case .turtle: form = .turtle
        case .jsonld: form = .jsonld
        case .ndjson: form = .ndjson
        case .cypher: form = .cypher
        case .sqlite: return nil
        }
    }

    /// Whether it is a folder of files.
    public var isFolder: Bool { form == .cypher }

    /// Writes piece by piece: the name of a file within the folder (empty where it is one file), and what comes next in it.
    public func write<Failure: Error>(
        _ elements: GraphElements, to sink: (String, String) throws(Failure) -> Void
    ) throws(Failure) {
        func one(_ text: String) throws(Failure) { try sink("", text) }
        switch form {
        case .graphml: try GraphMLFormat(elements).write(one)
        case .dot: try DOTFormat(elements).write(one)
        case .turtle: try TurtleFormat(elements).write(one)
        case .jsonld: try JSONLDFormat(elements).write(one)
        case .ndjson: try GraphLinesFormat(elements).write(one)
        case .cypher: try CypherFormat(elements).write(sink)
        }
    }
}
