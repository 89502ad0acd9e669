/// RDF 1.1 Turtle: a paragraph for each resource.
struct TurtleFormat {
    private let description: ResourceDescription

    init(_ elements: GraphElements) { description = ResourceDescription(elements: elements) }

    func write<Failure: Error>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        for (prefix, iri) in ResourceDescription.prefixes { try put("@prefix \(prefix): <\(iri)> .\n") }
        try description.forEachResource { resource throws(Failure) in
            let lines = resource.properties.map { property in
                (property.name == "rdf:type" ? "a" : property.name) + " " + property.objects.map { Self.text($0) }.joined(separator: ", ")
            }
            try put("\n<\(resource.iri)> " + lines.joined(separator: " ;\n    ") + " .\n")
        }
    }

    private static func text(_ object: ResourceDescription.Object) -> String {
        switch object {
        case .resource(let iri): "<\(iri)>"
        case .name(let name): name
        case .text(let text, let language): quoted(text) + (language.map { "@" + $0 } ?? "")
        case .typed(let text, let type): quoted(text) + "^^" + type
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
            + "\""
    }
}
