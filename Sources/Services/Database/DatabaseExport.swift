import GRDB
import KnowledgeGraph
import Lexicon
import QueryLanguage

/// A graph as an SQLite database: a table for each type of node with foreign keys between them, and a view for each noun of the
/// language, in which ids and codes are words. `sqlite3 out.db 'select * from targets where year = 2026'` works.
public struct DatabaseExport {
    private let graph: Graph

    public init(_ graph: Graph) {
        self.graph = graph
    }

    /// Writes the database to a new file at `path`.
    ///
    /// - Throws: `DatabaseError` where the file cannot be written.
    public func write(to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.inTransaction { database in
            try database.execute(sql: Self.schema)
            try fill(database)
            return .commit
        }
        try queue.close()
    }

    private func fill(_ database: Database) throws {
        func insert(_ table: String, _ columns: Int, _ count: Int, _ row: (Int) -> [(any DatabaseValueConvertible)?]) throws {
            let marks = repeatElement("?", count: columns).joined(separator: ",")
            let statement = try database.makeStatement(sql: "insert into \(table) values (\(marks))")
            for index in 0..<count { try statement.execute(arguments: StatementArguments(row(index))) }
        }
        func id(_ type: NodeType, _ row: some BinaryInteger, none: some BinaryInteger) -> String? {
            row == none ? nil : graph.identifier(of: NodeID(type, Int(row)))
        }
        func text(_ string: StringTable.ID) -> String? {
            graph.strings.string(string).flatMap { $0.isEmpty ? nil : $0 }
        }
        let graph = graph

        try insert("sector", 5, graph.sectors.count) { row in
            [
                graph.identifier(of: NodeID(.sector, row)), row, graph.strings[graph.sectors.name[row]],
                text(graph.sectors.english[row]), id(.sector, graph.sectors.parent[row], none: UInt16.max),
            ]
        }
        try insert("place", 5, graph.places.count) { row in
            [
                graph.identifier(of: NodeID(.place, row)), graph.strings[graph.places.name[row]], text(graph.places.english[row]),
                PlaceLevel(code: graph.places.level[row])?.rawValue, id(.place, graph.places.parent[row], none: noNode),
            ]
        }
        try insert("period", 4, graph.periods.count) { row in
            let period = graph.periods.period[row]
            return [
                graph.identifier(of: NodeID(.period, row)), text(graph.periods.name[row]) ?? period.description, Int(period.start),
                Int(period.end),
            ]
        }
        try insert("indicator", 5, graph.indicators.count) { row in
            [
                graph.identifier(of: NodeID(.indicator, row)), graph.strings[graph.indicators.name[row]],
                text(graph.indicators.english[row]), id(.sector, graph.indicators.sector[row], none: UInt16.max),
                Direction(code: graph.indicators.direction[row])?.rawValue,
            ]
        }
        try insert("document", 8, graph.documents.count) { row in
            let words = graph.text[graph.documents.textStart.rows(at: row)]
            return [
                graph.identifier(of: NodeID(.document, row)), text(graph.documents.title[row]), graph.strings[graph.documents.name[row]],
                id(.place, graph.documents.place[row], none: noNode), id(.period, graph.documents.year[row], none: UInt16.max),
                text(graph.documents.date[row]), graph.strings[graph.documents.path[row]], String(decoding: words, as: UTF8.self),
            ]
        }
        try insert("goal", 8, graph.goals.count) { row in
            [
                graph.identifier(of: NodeID(.goal, row)), id(.document, graph.goals.document[row], none: noNode),
                id(.goal, graph.goals.parent[row], none: noNode), Int(graph.goals.level[row]), graph.strings[graph.goals.title[row]],
                graph.goals.looksForward[row], Int(graph.goals.start[row]), Int(graph.goals.end[row]),
            ]
        }
        func shared(_ type: NodeType, _ columns: StatementColumns, _ row: Int) -> [(any DatabaseValueConvertible)?] {
            [
                graph.identifier(of: NodeID(type, row)), id(.document, columns.document[row], none: noNode),
                id(.goal, columns.goal[row], none: noNode), id(.place, columns.place[row], none: noNode),
                id(.sector, columns.sector[row], none: UInt16.max), id(.period, columns.period[row], none: UInt16.max),
                Int(columns.start[row]), Int(columns.end[row]), graph.citation(of: NodeID(type, row))?.line,
                graph.words(of: NodeID(type, row)),
            ]
        }
        let figures = graph.figures
        try insert("figure", 21, figures.count) { row in
            let quantity = graph.quantity(row)
            return shared(.figure, figures.statement, row) + [
                FigureKind(code: figures.kind[row])?.rawValue, id(.indicator, figures.indicator[row], none: noNode),
                text(figures.wording[row]), quantity.description, quantity.aspect.rawValue, quantity.bound.rawValue,
                quantity.value?.double, quantity.high?.double, quantity.unit, quantity.reference, Double(figures.confidence[row]) / 100,
            ]
        }
        let measures = graph.measures
        try insert("measure", 12, measures.count) { row in
            shared(.measure, measures.statement, row) + [text(measures.action[row]), Double(measures.confidence[row]) / 100]
        }
        try insert("problem", 10, graph.problems.count) { row in shared(.problem, graph.problems.statement, row) }
        for (type, columns) in [
            (NodeType.figure, figures.statement), (.measure, measures.statement), (.problem, graph.problems.statement),
        ] {
            let rows = (0..<columns.count).flatMap { row in columns.sectors(of: row).dropFirst().map { (row, $0) } }
            try insert("\(type)_sector", 2, rows.count) { index in
                [graph.identifier(of: NodeID(type, rows[index].0)), id(.sector, rows[index].1, none: UInt16.max)]
            }
        }
    }
}
