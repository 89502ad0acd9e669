import KnowledgeGraph
import Lexicon
import QueryLanguage

/// A value as programs get it, one part at a time.
enum FieldValue: Hashable {
    case null
    case text(String)
    case number(DecimalNumber)
    case flag(Bool)
}

/// A table taken apart for programs: a quantity becomes the fields `aspect`, `comparator`, `value`, `high`, `unit` and
/// `reference`. Where a table has several columns of quantities, each field bears its column's name in front, as in
/// `target_value`. A part whose name is a column of its own is left to that column.
struct Records {
    private(set) var names: [String] = []
    private(set) var rows: [[FieldValue]] = []

    init(_ table: Table) {
        let isQuantity = table.columns.indices.map { column in
            table.rows.contains { if case .quantity = $0[column] { true } else { false } }
        }
        let taken = Set(zip(table.columns, isQuantity).filter { !$1 }.map(\.0.key))
        let prefixed = isQuantity.filter { $0 }.count > 1
        var parts: [[Part]] = []
        for (column, quantity) in zip(table.columns, isQuantity) {
            let prefix = prefixed ? column.key + "_" : ""
            let kept = quantity ? Part.allCases.filter { !taken.contains(prefix + $0.rawValue) } : []
            parts.append(kept)
            names += quantity ? kept.map { prefix + $0.rawValue } : [column.key]
        }
        rows = table.rows.heeded.map { row in
            zip(row, parts).enumerated().flatMap { column, pair in
                isQuantity[column] ? pair.1.map { $0.of(pair.0) } : [pair.0.field]
            }
        }
    }

    init(_ card: Card) {
        self.init(Table(columns: card.properties.map(\.column), rows: [card.properties.map(\.value)], nodes: [card.node]))
    }
}

private enum Part: String, CaseIterable {
    case aspect, comparator, value, high, unit, reference

    func of(_ cell: Cell) -> FieldValue {
        guard case .quantity(let quantity) = cell else { return self == .value ? cell.field : .null }
        return switch self {
        case .aspect: .text(quantity.aspect.rawValue)
        case .comparator: .text(quantity.comparator.rawValue)
        case .value: quantity.value.map(FieldValue.number) ?? .null
        case .high: quantity.high.map(FieldValue.number) ?? .null
        case .unit: quantity.unit.map(FieldValue.text) ?? .null
        case .reference: quantity.reference.map(FieldValue.text) ?? .null
        }
    }
}

extension Cell {
    fileprivate var field: FieldValue {
        switch self {
        case .empty: .null
        case .text(let text): .text(text)
        case .term(let term): .text(term.code)
        case .integer(let number): .number(DecimalNumber(number))
        case .decimal(let number): .number(number)
        case .quantity(let quantity): quantity.value.map(FieldValue.number) ?? .null
        case .period(let period): .text(period.description)
        case .flag(let flag): .flag(flag)
        }
    }
}

extension FieldValue {
    /// As a field of CSV or TSV; null is empty. Words that a spreadsheet would take for a formula get an apostrophe in front
    /// (OWASP, CSV injection); numbers stay numbers.
    var text: String {
        switch self {
        case .null: ""
        case .text(let text): text.utf8.count > 1 && text.utf8.first.map(Self.opensFormula) == true ? "'" + text : text
        case .number(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// `=` `+` `-` `@`, tab and carriage return.
    private static func opensFormula(_ byte: UInt8) -> Bool { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(byte) }
}
