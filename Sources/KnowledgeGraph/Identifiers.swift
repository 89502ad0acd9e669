import Lexicon

extension NodeType {
    /// The letter of short ids: `f12`. Sectors go by their code and periods by their years.
    public var letter: Character {
        switch self {
        case .document: "d"
        case .goal: "g"
        case .figure: "f"
        case .measure: "m"
        case .problem: "q"
        case .indicator: "i"
        case .sector: "s"
        case .place: "p"
        case .period: "y"
        case .sentence: "t"
        }
    }
}

extension NodeID {
    /// The short id of a node that goes by its number: `f12`.
    public var numbered: String { String(type.letter) + (Int(index) + 1).description }
}

extension Graph {
    /// The short id for people: `f12`, `y2026`, `y2026/2030`, `ecology`. It counts from 1 and lives as long as the load order.
    public func identifier(of node: NodeID) -> String {
        let row = Int(node.index)
        return switch node.type {
        case .sector: strings[sectors.code[row]]
        case .period: "y\(periods.period[row])"
        default: node.numbered
        }
    }

    /// The node of a short id or of a content key of 16 hexadecimal digits.
    public func node(identifier: some StringProtocol) -> NodeID? {
        let text = identifier.lowercased()
        if let sector = names.node(.sector, named: text), strings[sectors.code[Int(sector.index)]] == text { return sector }
        if text.utf8.count == 16, let key = UInt64(text, radix: 16) { return node(key: key) }
        guard let letter = text.first else { return nil }
        let rest = text.dropFirst()
        if letter == "y" {
            let spelled = rest.split(separator: "..", omittingEmptySubsequences: false).joined(separator: "/")
            return Period(spelled).flatMap { periods.index(of: $0) }.map { NodeID(.period, $0) }
        }
        guard let type = NodeType.allCases.first(where: { $0.letter == letter }), rest.utf8.allSatisfy({ $0 >= 48 && $0 < 58 }),
            let number = Int(rest), number >= 1, number <= count(of: type)
        else { return nil }
        return NodeID(type, number - 1)
    }

    /// The key that never changes: of a statement by its document's content, its span and its type; of an entity by its name.
    public func key(of node: NodeID) -> UInt64 {
        let row = Int(node.index)
        switch node.type {
        case .document: return documents.key[row]
        case .goal: return goals.key[row]
        case .figure: return figures.statement.key[row]
        case .measure: return measures.statement.key[row]
        case .problem: return problems.statement.key[row]
        case .sentence:
            var hash = ContentHash()
            let document = document(ofSentence: row)
            hash.combine(documents.key[document])
            hash.combine(Int(node.type.rawValue))
            hash.combine(Int(sentences.start[row]))
            hash.combine(Int(sentences.end[row]))
            return hash.value
        case .indicator, .sector, .place, .period:
            var hash = ContentHash()
            hash.combine(Int(node.type.rawValue))
            hash.combine(name(of: node))
            return hash.value
        }
    }

    private func node(key: UInt64) -> NodeID? {
        for type in NodeType.allCases {
            for row in 0..<count(of: type) where self.key(of: NodeID(type, row)) == key { return NodeID(type, row) }
        }
        return nil
    }

    /// The key as people and programs see it: 16 hexadecimal digits.
    public func keyText(of node: NodeID) -> String {
        let digits = String(key(of: node), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// What the node is called: a name, a title, a sector's code, the words of a statement.
    public func name(of node: NodeID) -> String {
        let row = Int(node.index)
        return switch node.type {
        case .document: strings[documents.name[row]]
        case .goal: strings[goals.title[row]]
        case .figure: strings[indicators.name[Int(figures.indicator[row])]]
        case .measure, .problem, .sentence: words(of: node)
        case .indicator: strings[indicators.name[row]]
        case .sector: strings[sectors.code[row]]
        case .place: strings[places.name[row]]
        case .period: periods.period[row].description
        }
    }
}
