import KnowledgeGraph
import Lexicon

/// The codes of a property that a condition allows.
struct KnownCodes: Sendable {
    /// The property, by its key.
    var key: String
    var codes: [Int]

    /// More than these are not looked up one by one.
    static let most = 256
}

/// The shortest list of rows that holds all that have the codes asked for.
struct CodeLists {
    let graph: Graph
    let type: NodeType

    func shortest(_ known: [KnownCodes]) -> RowList? {
        guard let statements = graph.statements(of: type) else { return nil }
        let table = graph.count(of: type)
        var codes: [String: [Int]] = [:]
        for one in known where one.codes.count <= codes[one.key]?.count ?? .max { codes[one.key] = one.codes }
        let (place, period, sector) = (codes["place"], codes["period"], codes["sector"])
        var lists: [RowList] = []
        if let goals = codes["goal"] { lists.append(statements.ofGoal.list(goals, of: table)) }
        if let documents = codes["document"], documents.count == 1 { lists.append(rows(ofDocument: documents[0])) }
        switch type {
        case .figure:
            let (figures, indicator) = (graph.figures, codes["indicator"])
            if let place {
                lists.append(indicator.map { figures.byPlace.list(place, $0, of: table) } ?? statements.ofPlace.list(place, of: table))
            }
            if let indicator {
                lists.append(period.map { figures.byIndicator.list(indicator, $0, of: table) } ?? figures.ofIndicator.list(indicator, of: table))
            }
            if let period {
                let kinds = codes["kind"] ?? Array(FigureKind.allCases.indices)
                let firsts = period.flatMap { period in kinds.map { FigureColumns.periodAndKind(period, $0) } }
                lists.append(figures.byPeriod.list(firsts, sector, of: table))
            } else if let sector {
                lists.append(statements.ofSector.list(sector, of: table))
            }
        default:
            if let place { lists.append(statements.ofPlace.list(place, of: table)) }
            if let period, type == .measure {
                lists.append(graph.measures.byPeriod.list(period, sector, of: table))
            } else {
                if let period { lists.append(statements.ofPeriod.list(period, of: table)) }
                if let sector { lists.append(statements.ofSector.list(sector, of: table)) }
            }
        }
        return lists.min { $0.count < $1.count }
    }

    private func rows(ofDocument document: Int) -> RowList {
        let offsets = switch type {
        case .figure: graph.documents.figures
        case .measure: graph.documents.measures
        default: graph.documents.problems
        }
        let range = offsets[document]..<offsets[document + 1]
        return RowList(count: range.count) { Array(range) }
    }
}
