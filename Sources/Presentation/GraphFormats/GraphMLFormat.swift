import KnowledgeGraph

/// One graph with typed attributes; every node has `type` and `name`, every edge `kind`.
struct GraphMLFormat {
    private let elements: GraphElements

    init(_ elements: GraphElements) { self.elements = elements }

    func write<Failure: Error>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        try put("""
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            <key id="type" for="node" attr.name="type" attr.type="string"/>
            <key id="name" for="node" attr.name="name" attr.type="string"/>
            <key id="edge_kind" for="edge" attr.name="kind" attr.type="string"/>

            """)
        var declared: Set<String> = []
        for field in GraphElements.types.flatMap({ GraphField.all(of: $0) }) where declared.insert(field.identifier).inserted {
            try put("<key id=\"\(field.identifier)\" for=\"node\" attr.name=\"\(field.name)\" attr.type=\"\(field.type)\"/>\n")
        }
        try put("<graph id=\"gangmu\" edgedefault=\"directed\">\n")
        let graph = elements.graph
        for type in GraphElements.types {
            let fields = GraphField.all(of: type)
            for node in elements.nodes(of: type) {
                var text = "<node id=\"\(Self.escaped(graph.identifier(of: node)))\">"
                text += "<data key=\"type\">\(type)</data><data key=\"name\">\(Self.escaped(graph.title(of: node)))</data>"
                for field in fields {
                    if let value = field.value(graph, Int(node.index)) {
                        text += "<data key=\"\(field.identifier)\">\(Self.escaped(value.text))</data>"
                    }
                }
                try put(text + "</node>\n")
            }
        }
        try elements.forEachEdge { edge throws(Failure) in
            let from = Self.escaped(graph.identifier(of: edge.from)), to = Self.escaped(graph.identifier(of: edge.to))
            try put("<edge source=\"\(from)\" target=\"\(to)\"><data key=\"edge_kind\">\(edge.kind.rawValue)</data></edge>\n")
        }
        try put("</graph>\n</graphml>\n")
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text) }
}

extension GraphField {
    /// `level` is a number of headings and a word of places: each its own attribute.
    fileprivate var identifier: String { name == "level" && kind == .integer ? "heading_level" : name }

    fileprivate var type: String {
        switch kind {
        case .text: "string"
        case .integer: "int"
        case .decimal: "double"
        case .flag: "boolean"
        }
    }
}

/// Text on its way into XML 1.0, which knows few control characters (w3.org/TR/xml, 2.2).
enum XMLText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": continue
            case _ where scalar.value < 0x20: escaped += scalar == "\t" || scalar == "\n" ? " " : ""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
