import KnowledgeGraph
import Lexicon

/// How many rows there are of each pair of two properties: one down, one across.
struct Matrix {
    private(set) var table: Table
    private(set) var notes: [Message] = []

    /// Columns that a table can show.
    private static let most = 24

    init(_ down: Word, _ across: Word, _ flow: Evaluator.Flow, graph: Graph, isCancelled: @escaping @Sendable () -> Bool) throws(Diagnostic)
    {
        func counted(_ keys: [Word]) throws(Diagnostic) -> Table {
            try Grouping(keys, flow, graph: graph, counting: true, isCancelled: isCancelled).counted()
        }
        let pairs = try counted([down, across]), rows = try counted([down]), columns = try counted([across])
        // Years in their order, all else by size.
        func inOrder(_ table: Table, _ places: [Int]) -> [Int] {
            places.sorted { a, b in
                if case .period(let x) = table.rows[a][0], case .period(let y) = table.rows[b][0] { return x < y }
                return a < b
            }
        }
        let shownColumns = inOrder(columns, Array(columns.rows.indices.prefix(Self.most))), rowOrder = inOrder(rows, Array(rows.rows.indices))
        var counts: [[Cell]: Int] = [:]
        for row in pairs.rows.until(isCancelled) { if case .integer(let number) = row[2] { counts[[row[0], row[1]]] = number } }
        let none = Message("none", "无")
        func heading(_ cell: Cell) -> (key: String, chinese: String) {
            switch cell {
            case .term(let term): (term.code, term.name.chinese)
            case .empty: (none.english, none.chinese)
            case .period(let period): (period.years, period.years)
            default: (cell.plain, cell.plain)
            }
        }
        let total = KeyWord.named("count")?.chinese.first ?? "count"
        table = Table(
            columns: [pairs.columns[0]]
                + shownColumns.map { place in
                    let names = heading(columns.rows[place][0])
                    return Column(key: names.key, chinese: names.chinese, rightAligned: true)
                } + [Column(key: "count", chinese: total, rightAligned: true)],
            rows: rowOrder.until(isCancelled, every: 256).map { row in
                [rows.rows[row][0]]
                    + shownColumns.map { column in counts[[rows.rows[row][0], columns.rows[column][0]]].map { .integer($0) } ?? .empty }
                    + [rows.rows[row][1]]
            }, nodes: rowOrder.map { rows.nodes[$0] })
        try stopIfCancelled(isCancelled)
        if columns.rows.count > shownColumns.count { notes.append(.moreColumns(columns.rows.count - shownColumns.count)) }
    }
}
