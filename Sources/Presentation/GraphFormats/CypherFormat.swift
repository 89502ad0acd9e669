import KnowledgeGraph

/// A CSV file for each type of node and each kind of edge between two types, with headings as `neo4j-admin database import` reads
/// them, and `load.cypher` with tables and `COPY` for LadybugDB (and Kùzu), which reads the same files past their headings.
struct CypherFormat {
    private let elements: GraphElements

    init(_ elements: GraphElements) { self.elements = elements }

    func write<Failure: Error>(_ put: (String, String) throws(Failure) -> Void) throws(Failure) {
        let graph = elements.graph
        var tables = "", copies = ""
        for type in GraphElements.types {
            let nodes = elements.nodes(of: type)
            guard !nodes.isEmpty else { continue }
            let fields = GraphField.all(of: type), file = "\(type.label).csv"
            try put(file, (["id:ID(\(type.label))", "name"] + fields.map(\.heading)).joined(separator: ",") + "\n")
            for node in nodes {
                let values = fields.map { $0.value(graph, Int(node.index)).map { Self.quoted($0) } ?? "" }
                try put(
                    file,
                    ([Self.quoted(graph.identifier(of: node)), Self.quoted(graph.title(of: node))] + values).joined(separator: ",") + "\n")
            }
            let columns = fields.map { ", \($0.column) \($0.columnType)" }.joined()
            tables += "CREATE NODE TABLE \(type.label)(id STRING, name STRING\(columns), PRIMARY KEY(id));\n"
            copies += "COPY \(type.label) FROM '\(file)' (HEADER=true, PARALLEL=false);\n"
        }
        var pairs: [GraphElements.EdgeKind: [(from: NodeType, to: NodeType)]] = [:]
        try elements.forEachEdge { edge throws(Failure) in
            let pair = (from: edge.from.type, to: edge.to.type)
            let file = Self.file(edge.kind, pair.from, pair.to)
            if pairs[edge.kind]?.contains(where: { $0 == pair }) != true {
                pairs[edge.kind, default: []].append(pair)
                try put(file, ":START_ID(\(pair.from.label)),:END_ID(\(pair.to.label))\n")
            }
            try put(file, "\(Self.quoted(graph.identifier(of: edge.from))),\(Self.quoted(graph.identifier(of: edge.to)))\n")
        }
        for kind in GraphElements.EdgeKind.allCases {
            guard let pairs = pairs[kind] else { continue }
            let ends = pairs.map { "FROM \($0.from.label) TO \($0.to.label)" }.joined(separator: ", ")
            tables += "CREATE REL TABLE \(kind.rawValue)(\(ends));\n"
            for pair in pairs {
                let choice = pairs.count > 1 ? ", FROM='\(pair.from.label)', TO='\(pair.to.label)'" : ""
                copies += "COPY \(kind.rawValue) FROM '\(Self.file(kind, pair.from, pair.to))' (HEADER=true, PARALLEL=false\(choice));\n"
            }
        }
        try put("load.cypher", tables + copies)
    }

    private static func file(_ kind: GraphElements.EdgeKind, _ from: NodeType, _ to: NodeType) -> String {
        "\(kind.rawValue)-\(from.label)-\(to.label).csv"
    }

    private static func quoted(_ value: GraphField.Value) -> String {
        if case .text(let text) = value { return quoted(text) }
        return value.text
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}

extension GraphField {
    fileprivate var heading: String {
        switch kind {
        case .text: name
        case .integer: "\(name):long"
        case .decimal: "\(name):double"
        case .flag: "\(name):boolean"
        }
    }

    /// `end` is a word of Cypher.
    fileprivate var column: String { "`\(name)`" }

    fileprivate var columnType: String {
        switch kind {
        case .text: "STRING"
        case .integer: "INT64"
        case .decimal: "DOUBLE"
        case .flag: "BOOLEAN"
        }
    }
}
