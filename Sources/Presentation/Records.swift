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

/// A table taken apart for programs: a quantity becomes the fields `shown`, as people write it, `aspect`, `comparator` of the number
/// with its sign, `value`, `high`, `unit` and `reference`. Where a table has several columns of quantities, each field bears its column's name in front, as in
/// `target_value`. A part whose name is a column of its own is left to that column.
struct Records {
    private(set) var names: [String] = []
    private let table: Table
    /// Of each column, the parts that it is taken into; nil where its value stands as it is.
    private var parts: [[Part]?] = []

    init(_ table: Table) {
        self.table = table
        let isQuantity = table.columns.indices.map { column in
            table.rows.heeded.contains { if case .quantity = $0[column] { true } else { false } }
        }
        let taken = Set(zip(table.columns, isQuantity).filter { !$1 }.map(\.0.key))
        let prefixed = isQuantity.filter { $0 }.count > 1
        for (column, quantity) in zip(table.columns, isQuantity) {
            let prefix = prefixed ? column.key + "_" : ""
            let kept = quantity ? Part.allCases.filter { !taken.contains(prefix + $0.rawValue) } : nil
            parts.append(kept)
            names += kept.map { $0.map { prefix + $0.rawValue } } ?? [column.key]
        }
    }

    init(_ card: Card) {
        self.init(Table(columns: card.properties.map(\.column), rows: [card.properties.map(\.value)], nodes: [card.node]))
    }

    var rows: [[FieldValue]] {
        table.rows.heeded.map { row in
            var fields: [FieldValue] = []
            fields.reserveCapacity(names.count)
            forEachField(of: row) { fields.append($0) }
            return fields
        }
    }

    /// Text with a line for the names and for each row, fields parted by `separator`.
    func text(parted separator: UInt8, _ append: (FieldValue, inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        for (place, name) in names.enumerated() {
            if place > 0 { bytes.append(separator) }
            append(.text(name), &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
        for row in table.rows.heeded {
            var isFirst = true
            for (column, cell) in row.enumerated() {
                func add(_ field: FieldValue, _ bytes: inout [UInt8]) {
                    if !isFirst { bytes.append(separator) }
                    isFirst = false
                    append(field, &bytes)
                }
                if let parts = parts[column] { for part in parts { add(part.of(cell), &bytes) } } else { add(cell.field, &bytes) }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @inline(__always)
    private func forEachField(of row: [Cell], _ body: (FieldValue) -> Void) {
        for (column, cell) in row.enumerated() {
            if let parts = parts[column] { for part in parts { body(part.of(cell)) } } else { body(cell.field) }
        }
    }
}

private enum Part: String, CaseIterable {
    case shown, aspect, comparator, value, high, unit, reference

    func of(_ cell: Cell) -> FieldValue {
        guard case .quantity(let quantity) = cell else { return self == .value ? cell.field : .null }
        return switch self {
        case .shown: .text(quantity.description)
        case .aspect: .text(quantity.aspect.rawValue)
        case .comparator: .text(quantity.bound.rawValue)
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
    /// Appends it as a field of CSV or TSV, by way of `append` where it is text; null is empty. Words that a spreadsheet would take
    /// for a formula get an apostrophe in front (OWASP, CSV injection); numbers stay numbers.
    @inline(__always)
    func append(to bytes: inout [UInt8], _ append: (String, inout [UInt8]) -> Void) {
        switch self {
        case .null: break
        case .text(let text):
            append(text.utf8.count > 1 && text.utf8.first.map(Self.opensFormula) == true ? "'" + text : text, &bytes)
        case .number(let number): number.append(to: &bytes)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        }
    }

    /// `=` `+` `-` `@`, tab and carriage return.
    private static func opensFormula(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 0x09 || byte == 0x0D
    }
}
