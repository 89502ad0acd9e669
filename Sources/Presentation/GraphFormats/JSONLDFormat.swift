/// JSON-LD 1.1: one `@graph`, a line for each resource.
struct JSONLDFormat {
    private let description: ResourceDescription

    init(_ elements: GraphElements) { description = ResourceDescription(elements: elements) }

    func write<Failure: Error>(_ put: (String) throws(Failure) -> Void) throws(Failure) {
        var head = JSONWriter()
        head.beginObject()
        for (prefix, iri) in ResourceDescription.prefixes {
            head.key(prefix)
            head.value(iri)
        }
        head.endObject()
        try put("{\"@context\":\(head.text),\n\"@graph\":[\n")
        var isFirst = true
        try description.forEachResource { resource throws(Failure) in
            var json = JSONWriter()
            json.beginObject()
            json.key("@id")
            json.value(resource.iri)
            for property in resource.properties {
                let isType = property.name == "rdf:type"
                json.key(isType ? "@type" : property.name)
                json.beginArray()
                for object in property.objects { Self.write(object, isType: isType, to: &json) }
                json.endArray()
            }
            json.endObject()
            try put((isFirst ? "" : ",\n") + json.text)
            isFirst = false
        }
        try put("\n]}\n")
    }

    private static func write(_ object: ResourceDescription.Object, isType: Bool, to json: inout JSONWriter) {
        func member(_ pairs: [(String, String)]) {
            json.beginObject()
            for (key, value) in pairs {
                json.key(key)
                json.value(value)
            }
            json.endObject()
        }
        switch object {
        case .name(let name) where isType: json.value(name)
        case .resource(let iri), .name(let iri): member([("@id", iri)])
        case .text(let text, let language?): member([("@value", text), ("@language", language)])
        case .text(let text, nil): json.value(text)
        case .typed(let text, let type): member([("@value", text), ("@type", type)])
        }
    }
}
