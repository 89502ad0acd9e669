import KnowledgeGraph
import Lexicon

/// The codes of a property that a condition allows.
struct KnownCodes: Sendable {
    /// The property, by its key.
    var key: String
    var codes: [Int]
    /// Whether further codes of a row count as well as its main one.
    var countsFurther = true

    /// More than these are not looked up one by one.
    static let most = 256
}

/// The shortest list of rows that holds all that have the codes asked for.
struct CodeLists {
    let graph: Graph
    let type: NodeType

    struct Found {
        var list: RowList
        /// Of each property, the codes that all rows of the list have one of. A few: a dictionary would cost a start of the program more.
        var held: [KnownCodes]

        /// What stands beside the rows of the list, with the codes that all of them have.
        var beside: BesideRows? {
            guard var beside = list.beside?() else { return nil }
            func only(_ key: String) -> Int? { held.first { $0.key == key }.flatMap { $0.codes.count == 1 ? $0.codes[0] : nil } }
            (beside.place, beside.indicator, beside.period, beside.kind) = (only("place"), only("indicator"), only("period"), only("kind"))
            return beside
        }

        /// Whether a condition needs not be looked at any more.
        func holds(_ known: KnownCodes?) -> Bool {
            known.map { known in known.countsFurther && held.contains { $0.key == known.key && $0.codes == known.codes } } ?? false
        }
    }

    func shortest(_ known: [KnownCodes]) -> Found? {
        guard let statements = graph.statements(of: type) else { return nil }
        let table = graph.count(of: type)
        func codes(_ key: String) -> [Int]? {
            var fewest: [Int]?
            for one in known where one.key == key && one.codes.count <= fewest?.count ?? .max { fewest = one.codes }
            return fewest
        }
        let (place, period, sector) = (codes("place"), codes("period"), codes("sector"))
        var lists: [Found] = []
        func add(_ list: RowList, _ held: (key: String, codes: [Int]?)...) {
            var known: [KnownCodes] = []
            for (key, codes) in held { if let codes { known.append(KnownCodes(key: key, codes: codes)) } }
            lists.append(Found(list: list, held: known))
        }
        if let goals = codes("goal") { add(statements.ofGoal.list(goals, of: table), ("goal", goals)) }
        if let documents = codes("document"), documents.count == 1 { add(rows(ofDocument: documents[0]), ("document", documents)) }
        switch type {
        case .figure:
            let (figures, indicator) = (graph.figures, codes("indicator"))
            if let place {
                let list = indicator.map { figures.byPlace.list(place, $0, of: table) } ?? statements.ofPlace.list(place, of: table)
                add(list, ("place", place), ("indicator", indicator))
            }
            if let indicator {
                let list =
                    period.map { figures.byIndicator.list(indicator, $0, of: table) } ?? figures.ofIndicator.list(indicator, of: table)
                add(list, ("indicator", indicator), ("period", period))
            }
            if let period {
                let kinds = codes("kind")
                let firsts = period.flatMap { period in
                    (kinds ?? Array(FigureKind.allCases.indices)).map { FigureColumns.periodAndKind(period, $0) }
                }
                add(figures.byPeriod.list(firsts, sector, of: table), ("period", period), ("kind", kinds), ("sector", sector))
            } else if let sector {
                add(statements.ofSector.list(sector, of: table), ("sector", sector))
            }
        default:
            if let place { add(statements.ofPlace.list(place, of: table), ("place", place)) }
            if let period, type == .measure {
                add(graph.measures.byPeriod.list(period, sector, of: table), ("period", period), ("sector", sector))
            } else {
                if let period { add(statements.ofPeriod.list(period, of: table), ("period", period)) }
                if let sector { add(statements.ofSector.list(sector, of: table), ("sector", sector)) }
            }
        }
        return lists.min { $0.list.count < $1.list.count }
    }

    private func rows(ofDocument document: Int) -> RowList {
        let offsets = switch type {
        case .figure: graph.documents.figures
        case .measure: graph.documents.measures
        default: graph.documents.problems
        }
        let range = offsets.rows(at: document)
        return RowList(count: range.count) { Array(range) }
    }
}
