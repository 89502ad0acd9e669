import Documents
import KnowledgeGraph
import Lexicon
import QueryLanguage

/// What an answer is drawn as: a trend as lines over years, ways as chains, what is related as a star, a table of one name and several numbers a row as a grid, any
/// other with numbers as bars. Of a table without numbers its rows are counted, by what they are of (the kinds and changes of `diff`).
enum Drawing {
    case lines(Chart)
    case bars(Bars)
    case grid(Grid)
    case chains(Chains)
    case star(Star)

    /// Whether it tells more than the table below it.
    var belongsOnPages: Bool {
        switch self {
        case .lines, .chains, .star: true
        case .bars, .grid: false
        }
    }

    /// - Parameter title: What was asked, where the drawing has no heading of its own that says more.
    init?(_ answer: Answer, title: String? = nil) {
        if let chart = answer.chart, !chart.points.isEmpty {
            self = .lines(chart)
            return
        }
        guard case .table(let table) = answer.body else { return nil }
        if let chains = Chains(table, title: title) {
            self = .chains(chains)
        } else if let star = Star(table, title: title) {
            self = .star(star)
        } else if let grid = Grid(table, title: title) {
            self = .grid(grid)
        } else if let bars = Bars(table, title: title) {
            self = .bars(bars)
        } else if let counted = table.countedByTerms {
            guard let drawing = Drawing(Answer(.table(counted)), title: title) else { return nil }
            self = drawing
        } else {
            return nil
        }
    }
}

extension Cell {
    /// Its number, and the unit that it counts in.
    fileprivate var drawn: (value: Double, unit: String)? {
        switch self {
        case .integer(let number): return (Double(number), "")
        case .decimal(let number): return (number.double, "")
        case .quantity(let quantity):
            let scale = UnitScale(quantity.unit ?? "")
            return quantity.value.map { ($0.scaled(byPowerOfTen: scale.power).double, scale.base) }
        default: return nil
        }
    }
}

extension Table {
    /// How many rows there are of each of its terms: of two columns of terms the second across. Nil without such columns, or of one row each.
    fileprivate var countedByTerms: Table? {
        func isTerm(_ cell: Cell) -> Bool { if case .term = cell { true } else { false } }
        let terms = columns.indices.filter { column in rows.contains { isTerm($0[column]) } }.prefix(2)
        guard let first = terms.first else { return nil }
        func distinct(_ column: Int) -> [Cell] { rows.reduce(into: []) { if !$0.contains($1[column]) { $0.append($1[column]) } } }
        let down = distinct(first), across = terms.count > 1 ? distinct(terms[1]) : []
        guard down.count < rows.count else { return nil }
        func count(_ name: Cell, _ other: Cell?) -> Cell {
            let count = rows.count { $0[first] == name && (other == nil || $0[terms[1]] == other) }
            return count == 0 ? .empty : .integer(count)
        }
        return Table(
            columns: [columns[first]]
                + (across.isEmpty
                    ? [Column(key: "count", chinese: "数量", rightAligned: true)]
                    : across.map { Column(key: $0.text, chinese: $0.text, rightAligned: true) }),
            rows: down.map { name in [name] + (across.isEmpty ? [count(name, nil)] : across.map { count(name, $0) }) },
            nodes: down.map { _ in nil })
    }

    fileprivate func unit(of column: Int) -> String? {
        var often: [String: Int] = [:]
        for row in rows { if let unit = row[column].drawn?.unit { often[unit, default: 0] += 1 } }
        return often.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

/// The rows of a table as bars: their words, and their first numbers in one unit. Where results stand beside targets, these are the bars
/// and the targets a mark on them.
struct Bars {
    struct Bar {
        var name: String
        /// Nil where only the mark is known.
        var value: Double?
        /// The target.
        var mark: Double?
        /// As the table writes it.
        var text: String
    }
    private(set) var bars: [Bar] = []
    /// The heading of the numbers.
    private(set) var title: String
    /// Rows without a number, or with one in another unit.
    private(set) var left = 0
    /// More rows than a drawing can hold.
    private(set) var more = 0

    static let most = 60

    /// Numbers of rows and ways measure nothing.
    private static let ordinals: Set = ["line", "way"]

    /// Nil for a table without numbers.
    init?(_ table: Table, title: String? = nil) {
        guard let column = table.columns.indices.first(where: { column in
            table.columns[column].rightAligned && !Self.ordinals.contains(table.columns[column].key) && table.rows.contains { $0[column].drawn != nil }
        }) else { return nil }
        let names = table.columns.indices.filter { $0 < column && table.columns[$0].key != "id" && !table.columns[$0].rightAligned }
        let result = table.columns[column].key == "target" ? table.columns.firstIndex { $0.key == "reported" } : nil
        let heading = result.map { table.columns[$0].heading + " · " + table.columns[column].heading } ?? table.columns[column].heading
        self.title = title.map { result == nil ? $0 : "\($0): \(heading)" } ?? heading
        let unit = table.unit(of: column)
        // What all rows share is said by the heading of the answer.
        let shown = names.filter { name in table.rows.contains { $0[name] != table.rows[0][name] } }
        for row in table.rows {
            guard let (number, own) = row[column].drawn, own == unit else {
                left += 1
                continue
            }
            if bars.count == Self.most {
                more += 1
                continue
            }
            let words = (shown.isEmpty ? names : shown).map { row[$0].text }.filter { !$0.isEmpty }
            var bar = Bar(name: words.joined(separator: " "), value: number, text: row[column].text)
            if let result {
                bar.mark = number
                bar.value = row[result].drawn.flatMap { $0.unit == unit ? $0.value : nil }
                bar.text = [row[result].text, row[column].text].filter { !$0.isEmpty }.joined(separator: " · ")
            }
            bars.append(bar)
        }
        guard !bars.isEmpty else { return nil }
    }

    /// From the least number to the greatest, zero included.
    var span: ClosedRange<Double> {
        let numbers: [Double] = bars.flatMap { [$0.value, $0.mark].compactMap(\.self) } + [0]
        return (numbers.min() ?? 0)...(numbers.max() ?? 1)
    }

    var note: Message? {
        guard left + more > 0 else { return nil }
        return Message(
            "\(left + more) rows are not drawn: no number, another unit, or more than \(Self.most)",
            "有\(left + more)行没有画出：没有数、单位不同，或超过\(Self.most)行")
    }
}

/// A table of one name and several numbers a row, as cells that are the darker the greater their number.
struct Grid {
    struct Row {
        var name: String
        var cells: [(text: String, shade: Double?)]
    }
    private(set) var rows: [Row] = []
    private(set) var columns: [String]
    private(set) var title: String
    /// More rows than a drawing can hold.
    private(set) var more = 0

    /// Nil for a table of another shape.
    init?(_ table: Table, title: String? = nil) {
        let numbers = table.columns.indices.dropFirst()
        guard numbers.count > 1, !table.rows.isEmpty, !table.columns[0].rightAligned, numbers.allSatisfy({ table.columns[$0].rightAligned })
        else { return nil }
        self.title = title ?? table.columns[0].heading
        columns = numbers.map { table.columns[$0].heading }
        // Counts are shaded over the whole, but their sums; what is measured in many ways within its column.
        let areCounts = table.rows.allSatisfy { row in
            numbers.allSatisfy { if case .integer = row[$0] { true } else { row[$0] == .empty } }
        }
        let own = numbers.map { column in
            table.rows.map { row -> Double? in
                let isSum = areCounts && table.columns[column].key == "count"
                return isSum ? nil : row[column].drawn.flatMap { $0.unit == table.unit(of: column) ? $0.value : nil }
            }
        }
        let all = own.joined().compactMap(\.self)
        guard !all.isEmpty else { return nil }
        let marks = Dictionary(table.marks.map { ([$0.row, $0.column], $0.sign) }) { first, _ in first }
        for (index, row) in table.rows.enumerated() {
            if rows.count == Bars.most {
                more += 1
                continue
            }
            let cells = numbers.enumerated().map { place, column in
                let range = areCounts ? all + [0] : own[place].compactMap(\.self)
                let low = range.min() ?? 0, high = range.max() ?? 0
                let shade = own[place][index].map { high > low ? ($0 - low) / (high - low) : 0 }
                return (text: row[column].text + (marks[[index, column]] ?? ""), shade: shade)
            }
            rows.append(Row(name: row[0].text, cells: cells))
        }
    }

    var note: Message? {
        more == 0 ? nil : Message("\(more) more rows are not drawn", "还有\(more)行没有画出")
    }
}

/// Ways between two nodes: each a chain of nodes, and what leads from each to the next.
struct Chains {
    struct Step {
        var relation: String
        var name: String
        var node: NodeID?
    }
    private(set) var chains: [[Step]] = []
    private(set) var title: String

    /// Nil for a table of another shape.
    init?(_ table: Table, title: String? = nil) {
        guard table.columns.map(\.key) == ["way", "relation", "node"] else { return nil }
        self.title = title ?? table.columns[0].heading
        var last: Cell?
        for (row, node) in zip(table.rows, table.nodes) {
            if row[0] != last { chains.append([]) }
            last = row[0]
            chains[chains.count - 1].append(Step(relation: row[1].text, name: row[2].text, node: node))
        }
        guard !chains.isEmpty else { return nil }
    }
}

/// What is related to a node: each with its reason.
struct Star {
    private(set) var center: String
    private(set) var rays: [(name: String, reason: String, node: NodeID?)]

    /// Nil for a table of another shape.
    init?(_ table: Table, title: String? = nil) {
        guard table.columns.map(\.key) == ["id", "text", "reason"], !table.rows.isEmpty else { return nil }
        center = title ?? table.columns[1].heading
        rays = zip(table.rows, table.nodes).map { row, node in (row[0].text + " " + row[1].text, row[2].text, node) }
    }
}
