import KnowledgeGraph
import Lexicon
import Synchronization

/// How many of some statements have each value of a property. One pass over the rows for each property that is asked for, once.
final class Facets: Sendable {
    let graph: Graph
    let noun: Noun
    private let tables = Mutex<[String: [Int32]]>([:])
    /// Nil for all of the noun, which are listed where need be.
    private let given: [UInt32]?

    init(graph: Graph, noun: Noun, rows: [UInt32]) {
        self.graph = graph
        self.noun = noun
        given = rows
    }

    /// All rows of a noun whose rows are statements.
    init(allOf noun: Noun, in graph: Graph) {
        self.graph = graph
        self.noun = noun
        given = nil
    }

    private var rows: [UInt32] {
        if let given { return given }
        let all = (0..<UInt32(graph.count(of: noun.type))).map { $0 }
        return (try? noun.kindFilter(graph)?.apply(to: all, isCancelled: { false })) ?? all
    }

    /// The codes that occur, in ascending order of the code.
    func counts(_ key: String) -> [(code: Int, count: Int)] {
        if key == "action" { return few(key) }
        return table(key).enumerated().compactMap { $1 > 0 ? ($0, Int($1)) : nil }
    }

    /// Rows for each code; a sector and a goal count those under them. Empty where the statements have no such property.
    func table(_ key: String) -> [Int32] {
        tables.withLock { tables in
            if let known = tables[key] { return known }
            let new = count(key)
            tables[key] = new
            return new
        }
    }

    private func count(_ key: String) -> [Int32] {
        guard let column = Property.named(key, of: noun.type)?.codes?(graph), let size = size(of: key) else { return [] }
        if given == nil {
            let kinds = FigureKind.allCases.indices.filter { noun.kinds.contains(FigureKind.allCases[$0]) }
            if let known = graph.facets.counts(key, of: noun.type, kinds: kinds) { return known }
        }
        let rows = rows
        if key == "sector", let statements = graph.statements(of: noun.type) {
            return graph.countsPerSector(statements, rows).map { Int32($0) }
        }
        var counts = column.count(rows, size: size).map { Int32($0) }
        if key == "goal" {
            // A heading stands before those under it.
            for row in counts.indices.reversed() where counts[row] > 0 && graph.goals.parent[row] != noNode {
                counts[Int(graph.goals.parent[row])] += counts[row]
            }
        }
        return counts
    }

    private func size(of key: String) -> Int? {
        switch key {
        case "place": graph.places.count
        case "indicator": graph.indicators.count
        case "sector": graph.sectors.count
        case "period", "year": graph.periods.count
        case "unit": graph.units.count
        case "document": graph.documents.count
        case "goal": graph.goals.count
        case "kind", "aspect", "comparator", "direction", "level": 256
        default: nil
        }
    }

    /// Of a property with few values among very many codes.
    private func few(_ key: String) -> [(code: Int, count: Int)] {
        guard let column = Property.named(key, of: noun.type)?.codes?(graph) else { return [] }
        var slots = [Int32](repeating: -1, count: 1 << 12), found: [(code: Int, count: Int)] = []
        for row in rows {
            let code = column[Int(row)]
            guard code < Int(StringTable.none) else { continue }
            var slot = (code &* 0x9E37_79B1) & (slots.count - 1)
            while slots[slot] >= 0, found[Int(slots[slot])].code != code { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot] < 0 {
                // A table that fills up would have no end.
                guard found.count < slots.count / 2 else { continue }
                slots[slot] = Int32(found.count)
                found.append((code, 0))
            }
            found[Int(slots[slot])].count += 1
        }
        return found.sorted { $0.code < $1.code }
    }
}

/// The rows that were counted last: who types a word asks for the same at every letter.
final class FacetMemory: Sendable {
    private let entries = Mutex<[(line: String, facets: Facets)]>([])

    func facets(_ line: String, _ make: () -> Facets?) -> Facets? {
        if let known = entries.withLock({ $0.last { $0.line == line } }) { return known.facets }
        guard let new = make() else { return nil }
        entries.withLock { entries in
            entries.append((line, new))
            if entries.count > 4 { entries.removeFirst() }
        }
        return new
    }
}
