import Documents
import KnowledgeGraph
import Lexicon
import QueryLanguage

/// What an answer is drawn as: a trend as lines over years, any other table as bars.
enum Drawing {
    case lines(Chart)
    case bars(Bars)

    init?(_ answer: Answer) {
        if let chart = answer.chart, !chart.points.isEmpty {
            self = .lines(chart)
        } else if case .table(let table) = answer.body, let bars = Bars(table) {
            self = .bars(bars)
        } else {
            return nil
        }
    }
}

/// The rows of a table as bars: their words, and their first numbers in one unit.
struct Bars {
    struct Bar {
        var name: String
        var value: Double
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

    /// Nil for a table without numbers.
    init?(_ table: Table) {
        func number(_ cell: Cell) -> (value: Double, unit: String)? {
            switch cell {
            case .integer(let number): (Double(number), "")
            case .decimal(let number): (number.double, "")
            case .quantity(let quantity):
                quantity.value.map { value in
                    let scale = UnitScale(quantity.unit ?? "")
                    return (value.scaled(byPowerOfTen: scale.power).double, scale.base)
                }
            default: nil
            }
        }
        guard let column = table.columns.indices.first(where: { column in
            table.columns[column].rightAligned && table.columns[column].key != "line" && table.rows.contains { number($0[column]) != nil }
        }) else { return nil }
        let names = table.columns.indices.filter { $0 < column && table.columns[$0].key != "id" && !table.columns[$0].rightAligned }
        title = table.columns[column].heading
        // The unit of most rows.
        var often: [String: Int] = [:]
        for row in table.rows { if let unit = number(row[column])?.unit { often[unit, default: 0] += 1 } }
        let unit = often.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for row in table.rows {
            guard let (value, own) = number(row[column]), own == unit else {
                left += 1
                continue
            }
            if bars.count == Self.most {
                more += 1
                continue
            }
            // What all rows share is said by the heading of the answer.
            let shown = names.filter { name in table.rows.contains { $0[name] != table.rows[0][name] } }
            let words = (shown.isEmpty ? names : shown).map { row[$0].text }.filter { !$0.isEmpty }
            bars.append(Bar(name: words.joined(separator: " "), value: value, text: row[column].text))
        }
        guard !bars.isEmpty else { return nil }
    }

    var note: Message? {
        guard left + more > 0 else { return nil }
        return Message(
            "\(left + more) rows are not drawn: no number, another unit, or more than \(Self.most)",
            "有\(left + more)行没有画出：没有数、单位不同，或超过\(Self.most)行")
    }
}
