import KnowledgeGraph
import Lexicon

/// Counts statements per row of an entity type, such as the measures of each sector.
struct Selection {
    let graph: Graph
    let line: String
    let isCancelled: @Sendable () -> Bool
    var context = Context()

    /// Terms on places, sectors and the like, parted: `own` are about the row itself, the others about its statements.
    struct Sides {
        var own: [Condition] = []
        var statements: [Condition] = []

        init(_ terms: [Condition], of type: NodeType, in graph: Graph) {
            for term in terms {
                if Self.isOwn(term, type, graph) { own.append(term) } else { statements.append(term) }
            }
        }

        private static func isOwn(_ condition: Condition, _ type: NodeType, _ graph: Graph) -> Bool {
            switch condition {
            case .all(let parts), .any(let parts): return parts.allSatisfy { isOwn($0, type, graph) }
            case .not(let part): return isOwn(part, type, graph)
            case .years: return has("year", type)
            case .key(let key, _), .compare(let key, _, _):
                return has(key.text, type) || ["\(type)", "text", "has", "no"].contains(key.text)
            case .phrase, .within: return true
            case .word(let word):
                var nodes = graph.names.nodes(typed: word.text)
                if nodes.isEmpty, let node = graph.node(identifier: word.text) { nodes = [node] }
                return nodes.allSatisfy { $0.type == type || has($0.type == .period ? "year" : "\($0.type)", type) }
            }
        }

        private static func has(_ key: String, _ type: NodeType) -> Bool { Property.named(key, of: type) != nil }
    }

    /// Statements that the terms hold for, counted per row of `type`. A sector counts those of the sectors under it too, and a
    /// statement of several sectors counts in each, but once in what is above them.
    mutating func counts(per type: NodeType, terms: [Condition]) throws(Diagnostic) -> StatementCounts {
        var counts = StatementCounts()
        counts.targets = try count(.targets, per: type, terms)
        counts.results = try count(.results, per: type, terms)
        counts.measures = try count(.measures, per: type, terms)
        counts.problems = try count(.problems, per: type, terms)
        if terms.isEmpty { counts.documents = documents(per: type) } else { counts.documents = try documents(per: type, terms) }
        return counts
    }

    private func code(of type: NodeType) -> String { type.name }

    private func count(_ noun: Noun, per type: NodeType, _ terms: [Condition]) throws(Diagnostic) -> [Int] {
        let size = graph.count(of: type)
        guard let column = Property.named(code(of: type), of: noun.type)?.codes?(graph) else {
            return [Int](repeating: 0, count: size)
        }
        let rows = try rows(noun, terms)
        if type == .sector, let statements = graph.statements(of: noun.type) { return graph.countsPerSector(statements, rows) }
        return column.count(rows, size: size)
    }

    /// None where a term asks for what such statements do not have: measures have no value.
    private func rows(_ noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> [UInt32] {
        var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        resolver.context = context
        var filter: Filter
        do {
            filter = try resolver.filter(terms)
        } catch  where error.code == .unknownProperty {
            return []
        }
        if let kinds = noun.kindFilter(graph) { filter = .all([kinds, filter]) }
        return try filter.rows(of: noun.type, in: graph, isCancelled: isCancelled)
    }

    private func documents(per type: NodeType) -> [Int] {
        switch type {
        case .place: (0..<graph.places.count).map { graph.documents.ofPlace[$0].count }
        case .period: (0..<graph.periods.count).map { graph.documents.ofYear[$0].count }
        case .indicator: graph.indicators.documents.map { Int($0) }
        default: []
        }
    }

    /// Documents that hold a statement of the terms, per row.
    private func documents(per type: NodeType, _ terms: [Condition]) throws(Diagnostic) -> [Int] {
        guard type == .place || type == .period || type == .indicator else { return [] }
        var seen: Set<UInt64> = []
        var counts = [Int](repeating: 0, count: graph.count(of: type))
        for noun in [Noun.figures, .measures, .problems] {
            guard let column = Property.named(code(of: type), of: noun.type)?.codes?(graph),
                let statements = graph.statements(of: noun.type)
            else { continue }
            for row in try rows(noun, terms).until(isCancelled) {
                let code = column[Int(row)]
                if code < counts.count, seen.insert(UInt64(code) << 32 | UInt64(statements.document[Int(row)])).inserted {
                    counts[code] += 1
                }
            }
            try stopIfCancelled(isCancelled)
        }
        return counts
    }
}
