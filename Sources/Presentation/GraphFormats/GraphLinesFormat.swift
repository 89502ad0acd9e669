import KnowledgeGraph
import Lexicon

/// `{"node":"f12","type":"figure",…}` for each node, then `{"from":"f12","to":"d1","kind":"IN_DOCUMENT"}` for each edge.
struct GraphLinesFormat {
    private let elements: GraphElements

    init(_ elements: GraphElements) { self.elements = elements }

    func write<Failure: Error>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        let graph = elements.graph
        for type in GraphElements.types {
            let fields = GraphField.all(of: type)
            for node in elements.nodes(of: type) {
                var json = JSONWriter()
                json.beginObject()
                json.key("node")
                json.value(graph.identifier(of: node))
                json.key("type")
                json.value("\(type)")
                json.key("name")
                json.value(graph.title(of: node))
                for field in fields {
                    json.key(field.name)
                    json.value(field.value(graph, Int(node.index)))
                }
                json.endObject()
                json.newLine()
                try put(json.text)
            }
        }
        try elements.forEachEdge { edge throws(Failure) in
            var json = JSONWriter()
            json.beginObject()
            json.key("from")
            json.value(graph.identifier(of: edge.from))
            json.key("to")
            json.value(graph.identifier(of: edge.to))
            json.key("kind")
            json.value(edge.kind.rawValue)
            json.endObject()
            json.newLine()
            try put(json.text)
        }
    }
}

extension JSONWriter {
    mutating func value(_ value: GraphField.Value?) {
        switch value {
        case .text(let text)?: self.value(text)
        case .integer(let number)?: self.value(number)
        case .decimal(let number)?: self.value(number as DecimalNumber?)
        case .flag(let flag)?: self.value(flag)
        case nil: null()
        }
    }
}
