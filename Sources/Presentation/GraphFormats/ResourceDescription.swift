import KnowledgeGraph
import Lexicon

/// A graph as RDF: what is said of each resource, for Turtle and JSON-LD alike.
///
/// Statements and documents are `prov:Entity`s, a statement `prov:wasDerivedFrom` its document with its exact words as
/// `prov:value` (w3.org/TR/prov-o); sectors are `skos:Concept`s of one scheme (w3.org/TR/skos-reference); a number with its unit is
/// a `qudt:QuantityValue` (qudt.org/doc/DOC_SCHEMA-QUDT.html). What those do not know is in the vocabulary `gm:`.
struct ResourceDescription {
    static let prefixes = [
        ("gm", "urn:gangmu:vocabulary:"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("dcterms", "http://purl.org/dc/terms/"), ("prov", "http://www.w3.org/ns/prov#"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("qudt", "http://qudt.org/schema/qudt/"), ("unit", "http://qudt.org/vocab/unit/"),
    ]

    /// Objects of a property: another resource, a name of a vocabulary, a literal.
    enum Object {
        /// An IRI.
        case resource(String)
        /// `skos:Concept`.
        case name(String)
        case text(String, language: String? = nil)
        /// A literal of an XML Schema type: `xsd:decimal`.
        case typed(String, type: String)
    }

    struct Resource {
        var iri: String
        /// The first ones are types.
        var properties: [(name: String, objects: [Object])]
    }

    let elements: GraphElements
    private var graph: Graph { elements.graph }

    /// By the key that never changes, so that the same statement has one name in any graph.
    func iri(of node: NodeID) -> String { "urn:gangmu:\(node.type):\(graph.keyText(of: node))" }

    static let scheme = "urn:gangmu:sectors"

    func forEachResource<Failure: Error>(_ body: (Resource) throws(Failure) -> Void) throws(Failure) {
        try body(
            Resource(
                iri: Self.scheme, properties: [("rdf:type", [.name("skos:ConceptScheme")]), ("rdfs:label", [.text("领域", language: "zh")])]))
        var units: [UInt16] = []
        var ties: [NodeID: [GraphElements.Edge]] = [:]
        elements.forEachEdge { ties[$0.from, default: []].append($0) }
        for type in GraphElements.types {
            for node in elements.nodes(of: type) {
                try body(resource(node, ties[node] ?? []))
                if type == .figure {
                    let unit = graph.figures.unit[Int(node.index)]
                    if unit != .max, !units.contains(unit) { units.append(unit) }
                    if let quantity = quantity(of: node) { try body(quantity) }
                }
            }
        }
        for unit in units { try body(self.unit(unit)) }
    }

    private func resource(_ node: NodeID, _ edges: [GraphElements.Edge]) -> Resource {
        let row = Int(node.index)
        var properties: [(String, [Object])] = [("rdf:type", types(of: node)), ("gm:id", [.text(graph.identifier(of: node))])]
        let title = graph.title(of: node)
        let isConcept = node.type == .sector
        let isStatement = graph.statements(of: node.type) != nil
        let label: Object = .text(title, language: "zh")
        properties.append((isConcept ? "skos:prefLabel" : node.type == .document ? "dcterms:title" : "rdfs:label", [label]))
        if isConcept { properties.append(("skos:inScheme", [.resource(Self.scheme)])) }
        if isStatement { properties.append(("prov:value", [.text(SafeText.line(graph.words(of: node)), language: "zh")])) }
        for field in GraphField.all(of: node.type) where !["words", "title", "value", "high", "unit", "key"].contains(field.name) {
            guard let value = field.value(graph, row) else { continue }
            switch (field.name, value) {
            case ("english", .text(let text)):
                properties.append((isConcept ? "skos:altLabel" : "rdfs:label", [.text(text, language: "en")]))
            case ("date", .text(let text)): properties.append(("dcterms:date", [.text(text)]))
            case ("path", .text(let text)): properties.append(("dcterms:source", [.text(text)]))
            case (let name, .text(let text)): properties.append(("gm:" + name, [.text(text)]))
            case (let name, .integer): properties.append(("gm:" + name, [.typed(value.text, type: "xsd:integer")]))
            case (let name, .decimal): properties.append(("gm:" + name, [.typed(value.text, type: "xsd:decimal")]))
            case (let name, .flag): properties.append(("gm:" + name, [.typed(value.text, type: "xsd:boolean")]))
            }
        }
        for kind in GraphElements.EdgeKind.allCases {
            let objects = edges.filter { $0.kind == kind }.map { Object.resource(iri(of: $0.to)) }
            if !objects.isEmpty { properties.append((predicate(kind, isConcept: isConcept, isStatement: isStatement), objects)) }
        }
        if node.type == .figure, quantity(of: node) != nil { properties.append(("gm:quantity", [.resource(quantityIRI(of: node))])) }
        return Resource(iri: iri(of: node), properties: merged(properties))
    }

    /// One line for each property: a label in two languages has two objects.
    private func merged(_ properties: [(String, [Object])]) -> [(name: String, objects: [Object])] {
        properties.reduce(into: []) { merged, property in
            if let at = merged.firstIndex(where: { $0.name == property.0 }) {
                merged[at].objects += property.1
            } else {
                merged.append((property.0, property.1))
            }
        }
    }

    private func types(of node: NodeID) -> [Object] {
        switch node.type {
        case .sector: [.name("skos:Concept")]
        case .figure:
            [
                .name("prov:Entity"), .name("gm:Figure"),
                .name(graph.figures.kind[Int(node.index)] == FigureKind.target.code ? "gm:Target" : "gm:Result"),
            ]
        case .document, .measure, .problem, .goal: [.name("prov:Entity"), .name("gm:" + node.type.label)]
        default: [.name("gm:" + node.type.label)]
        }
    }

    private func predicate(_ kind: GraphElements.EdgeKind, isConcept: Bool, isStatement: Bool) -> String {
        switch kind {
        case .inDocument: isStatement ? "prov:wasDerivedFrom" : "dcterms:isPartOf"
        case .under: "gm:under"
        case .partOf: isConcept ? "skos:broader" : "dcterms:isPartOf"
        case .ofPlace: "gm:place"
        case .inSector: "dcterms:subject"
        case .inPeriod: "gm:period"
        case .measures: "gm:indicator"
        case .answers: "gm:answers"
        }
    }

    // MARK: quantities

    private func quantityIRI(of node: NodeID) -> String { iri(of: node) + ":quantity" }

    private func quantity(of node: NodeID) -> Resource? {
        let row = Int(node.index), figures = graph.figures
        guard let value = figures.value[row] else { return nil }
        var properties: [(name: String, objects: [Object])] = [("rdf:type", [.name("qudt:QuantityValue")])]
        if let high = figures.high[row] {
            properties.append(("qudt:lowerBound", [.typed(value.description, type: "xsd:decimal")]))
            properties.append(("qudt:upperBound", [.typed(high.description, type: "xsd:decimal")]))
        } else {
            properties.append(("qudt:numericValue", [.typed(value.description, type: "xsd:decimal")]))
        }
        if figures.unit[row] != .max { properties.append(("qudt:hasUnit", [.resource(unitIRI(figures.unit[row]))])) }
        return Resource(iri: quantityIRI(of: node), properties: properties)
    }

    private func unitIRI(_ unit: UInt16) -> String {
        let name = graph.strings[graph.units.name[Int(unit)]]
        // Characters that an IRI cannot hold (RFC 3987) go by their bytes.
        let allowed = name.unicodeScalars.map { scalar -> String in
            let isPlain = scalar.value >= 0xA0 || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            return isPlain ? String(scalar) : String(scalar).utf8.map { "%" + (String($0, radix: 16, uppercase: true)) }.joined()
        }
        return "urn:gangmu:unit:" + allowed.joined()
    }

    private func unit(_ unit: UInt16) -> Resource {
        let row = Int(unit), base = graph.strings[graph.units.bases[Int(graph.units.base[row])]],
            name = graph.strings[graph.units.name[row]]
        var properties: [(name: String, objects: [Object])] = [
            ("rdf:type", [.name("qudt:Unit")]), ("rdfs:label", [.text(name, language: "zh")]),
            ("gm:plainUnit", [.text(base, language: "zh")]),
            ("qudt:conversionMultiplier", [.typed("1" + String(repeating: "0", count: Int(graph.units.power[row])), type: "xsd:decimal")]),
        ]
        if let known = Self.known[base] {
            properties.append((graph.units.power[row] == 0 ? "skos:exactMatch" : "skos:broadMatch", [.name("unit:" + known)]))
        }
        return Resource(iri: unitIRI(unit), properties: properties)
    }

    /// Plain units that the vocabulary of QUDT has.
    private static let known = [
        "%": "PERCENT", "元": "CCY_CNY", "美元": "CCY_USD", "吨": "TONNE", "公里": "KiloM", "平方公里": "KiloM2", "平方米": "M2", "立方米": "M3", "米": "M",
        "公顷": "HA", "千瓦": "KiloW", "千瓦时": "KiloW-HR", "年": "YR", "天": "DAY", "公斤": "KiloGM",
    ]
}
