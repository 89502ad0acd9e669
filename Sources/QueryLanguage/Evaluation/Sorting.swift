import KnowledgeGraph
import Lexicon

/// Puts rows in order by the keys of a `sort`.
struct Sorting {
    /// Old places in their new order.
    private(set) var order: [Int]
    private(set) var note: Message?
    /// Of each row in the new order, whether the next is equal to it by every key.
    private(set) var equalsNext: [Bool] = []

    init(_ keys: [Stage.SortKey], _ flow: Evaluator.Flow, graph: Graph, isCancelled: @escaping () -> Bool = { false }) throws(Diagnostic) {
        var columns: [(values: [Value], descending: Bool)] = []
        for key in keys {
            if let table = flow.groups {
                let index = try table.index(of: key.key)
                if Aggregate(rawValue: key.key.text) != nil, let unit = table.columns.firstIndex(where: { $0.key == "unit" }) {
                    let (families, amounts, units) = Self.amounts(table, index, unit)
                    if units.count > 1 {
                        note = .mixedUnits(units.prefix(5).joined(separator: ", ") + (units.count > 5 ? " …" : ""))
                        columns.append((families, false))
                    }
                    columns.append((amounts, key.descending))
                    continue
                }
                columns.append((table.rows.until(isCancelled).map { Value($0[index]) }, key.descending))
                try stopIfCancelled(isCancelled)
                continue
            }
            let property = try flow.property(key.key)
            if flow.noun.type == .figure, ["value", "high", "target", "result", "figure"].contains(property.key) {
                let (families, amounts, units) = Self.amounts(flow.rows, high: property.key == "high", graph, isCancelled)
                try stopIfCancelled(isCancelled)
                if units.count > 1 {
                    note = .mixedUnits(units.prefix(5).joined(separator: ", ") + (units.count > 5 ? " …" : ""))
                    columns.append((families, false))
                }
                columns.append((amounts, key.descending))
            } else {
                var values: [Value] = []
                values.reserveCapacity(flow.rows.count)
                var reader = CellReader(property, flow.scene, rows: flow.rows.count)
                for (index, row) in flow.rows.enumerated() {
                    if index & 63 == 0 {
                        if isCancelled() { throw .cancelled }
                        Progress.tell(.sorting, index, of: 2 * flow.rows.count)
                    }
                    values.append(Value(reader.cell(flow.scene, Int(row))))
                }
                columns.append((values, key.descending))
            }
        }
        let sortColumns = columns
        Progress.tell(.sorting, 1, of: 2)
        order = try (0..<flow.count).sorted(unless: isCancelled) { a, b in
            for column in sortColumns {
                let (x, y) = (column.values[a], column.values[b])
                if x == y { continue }
                // What has no value comes last either way.
                if x == .none || y == .none { return y == .none }
                return column.descending ? y < x : x < y
            }
            return a < b
        }
        let places = order
        equalsNext = places.indices.until(isCancelled).map { at in
            at + 1 < places.count && sortColumns.allSatisfy { $0.values[places[at]] == $0.values[places[at + 1]] }
        }
        try stopIfCancelled(isCancelled)
    }

    /// The amount of each row in its plain unit, the rank of that unit by how often it occurs, and the units there are.
    private static func amounts(
        _ rows: [UInt32], high: Bool, _ graph: Graph, _ isCancelled: @escaping () -> Bool
    ) -> ([Value], [Value], [String]) {
        let numbers = high ? graph.figures.high : graph.figures.value
        func base(_ row: UInt32) -> Int? {
            let unit = graph.figures.unit[Int(row)]
            return unit == .max ? nil : Int(graph.units.base[Int(unit)])
        }
        var often: [Int: Int] = [:]
        for row in rows.until(isCancelled) where numbers[Int(row)] != nil { often[base(row) ?? -1, default: 0] += 1 }
        let ranked = often.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let rank = Dictionary(uniqueKeysWithValues: zip(ranked, ranked.indices))
        var families: [Value] = [], amounts: [Value] = []
        for row in rows.until(isCancelled) {
            families.append(numbers[Int(row)] == nil ? .none : .number(Double(rank[base(row) ?? -1] ?? 0)))
            let unit = graph.figures.unit[Int(row)]
            let power = unit == .max ? 0 : Int(graph.units.power[Int(unit)])
            amounts.append(numbers[Int(row)].map { .number($0.scaled(byPowerOfTen: power).double) } ?? .none)
        }
        let names = ranked.map { base in
            let name = base < 0 ? "" : graph.strings[graph.units.bases[base]]
            return name.isEmpty ? "–" : name
        }
        return (families, amounts, names)
    }

    /// The same of the rows of a table with a column of units.
    private static func amounts(_ table: Table, _ column: Int, _ unit: Int) -> ([Value], [Value], [String]) {
        let scales = table.rows.map { UnitScale(Amount.standard($0[unit].plain)) }
        var often: [String: Int] = [:]
        for scale in scales { often[scale.base, default: 0] += 1 }
        let ranked = often.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let rank = Dictionary(uniqueKeysWithValues: zip(ranked, ranked.indices))
        let amounts = zip(table.rows, scales).map { row, scale -> Value in
            if case .decimal(let number) = row[column] { .number(number.scaled(byPowerOfTen: scale.power).double) } else { .none }
        }
        return (scales.map { .number(Double(rank[$0.base] ?? 0)) }, amounts, ranked.map { $0.isEmpty ? "–" : $0 })
    }

    /// What cells are compared by.
    enum Value: Comparable {
        case number(Double)
        case text(String)
        case none

        init(_ cell: Cell) {
            switch cell {
            case .empty: self = .none
            case .text(let text): self = Self.natural(text)
            case .term(let term): self = .text(term.name.text)
            case .integer(let number): self = .number(Double(number))
            case .decimal(let number): self = .number(number.double)
            case .quantity(let quantity): self = quantity.value.map { .number($0.double) } ?? .none
            case .period(let period): self = .number(Double(period.end) + Double(period.start) / 10_000)
            case .flag(let flag): self = .number(flag ? 1 : 0)
            }
        }

        /// `f9` before `f12`.
        private static func natural(_ text: String) -> Value {
            let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
            guard digits > 0, digits < 10, digits < text.count else { return .text(text) }
            return .text(text.dropLast(digits) + String(repeating: "0", count: 10 - digits) + text.suffix(digits))
        }
    }
}
