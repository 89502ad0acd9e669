/// Forms in which other programs read a whole graph, or a part of it. A new one is a case with its endings, and a file in
/// `Sources/Presentation/GraphFormats`.
public enum GraphFormat: String, Sendable, CaseIterable {
    /// GraphML 1.0 (graphml.graphdrawing.org): networkx, igraph, Gephi, yEd.
    case graphml
    /// The language of Graphviz.
    case dot
    /// RDF 1.1 Turtle (w3.org/TR/turtle) with PROV-O for sources, SKOS for sectors and QUDT for quantities.
    case turtle
    /// The same statements as JSON-LD 1.1.
    case jsonld
    /// A line of JSON for each node, then one for each edge.
    case ndjson
    /// A folder of CSV files for the bulk loaders of Neo4j and LadybugDB, with the Cypher that loads them.
    case cypher
    /// A database with a table for each type of node and a view for each noun; of a whole graph only.
    case sqlite

    /// Of a file of this form.
    public var endings: [String] {
        switch self {
        case .graphml: ["graphml"]
        case .dot: ["dot", "gv"]
        case .turtle: ["ttl"]
        case .jsonld: ["jsonld"]
        case .ndjson: ["ndjson", "jsonl"]
        case .cypher: ["cypher"]
        case .sqlite: ["db", "sqlite", "sqlite3"]
        }
    }

    public init?(ending: String) {
        let ending = ending.lowercased()
        guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
        self = format
    }

    /// By the ending of a path; nil where it has none or an unknown one.
    public init?(path: String) {
        guard let ending = path.fileEnding else { return nil }
        self.init(ending: ending)
    }

    /// `.graphml .dot .ttl …`
    public static var knownEndings: String { allCases.map { "." + $0.endings[0] }.joined(separator: " ") }
}

extension String {
    /// `csv` of `a.b/targets.csv`.
    var fileEnding: String? { split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init) }
}
