import KnowledgeGraph
import Lexicon

/// Figures as a matrix: a row for each place (or another property), a column for each indicator in one unit.
struct Comparing {
    private(set) var table: Table
    private(set) var notes: [Message] = []

    /// Columns that a table can show.
    private static let most = 8

    private struct Head: Hashable {
        var indicator: UInt32
        var aspect: UInt8
        /// Nil without a unit.
        var base: String?
        var period: UInt16
        var isTarget: Bool
    }

    init(_ flow: Evaluator.Flow, by key: Word, _ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) throws(Diagnostic) {
        let figures = graph.figures, statements = figures.statement
        let property = try flow.property(key)
        let codes = property.codes?(graph)
        var names: [String: (cell: Cell, node: NodeID?)] = [:]
        var cells: [Head: [String: (rank: [Int], row: Int)]] = [:]
        // 与经济增长同步 has no unit: it stands in the column of the indicator's numbers.
        var bases: [[Int]: String] = [:]
        for row in flow.rows.lazy.map({ Int($0) }).until(isCancelled, every: 1024) where figures.unit[row] != .max {
            bases[[Int(figures.indicator[row]), Int(figures.aspect[row])]] = graph.measure(row)?.base
        }
        for (index, row) in try Promises(graph, isCancelled: isCancelled).once(flow.rows).map({ Int($0) }).enumerated() {
            if index & 255 == 0, isCancelled() { throw .cancelled }
            guard
                figures.value[row] != nil || figures.comparator[row] == Comparator.sync.code
                    || figures.comparator[row] == Comparator.outpace.code,
                FigureBasis(graph, row).isWholeOfIts
            else { continue }
            let cell = property.cell(flow.scene, row)
            guard cell != .empty else { continue }
            let name = cell.plain
            names[name] = (cell, Grouping.node(property.key, codes?[row], graph))
            let head = Head(
                indicator: figures.indicator[row], aspect: figures.aspect[row],
                base: graph.measure(row)?.base ?? bases[[Int(figures.indicator[row]), Int(figures.aspect[row])]],
                period: statements.period[row],
                isTarget: figures.kind[row] == FigureKind.target.code)
            let rank = [FigureScope(graph, row).isWhole ? 0 : 1, figures.kind[row] == FigureKind.estimate.code ? 1 : 0, row]
            if let known = cells[head]?[name], known.rank.lexicographicallyPrecedes(rank) { continue }
            cells[head, default: [:]][name] = (rank, row)
        }
        let documents = graph.indicators.documents
        let sorted = try cells.sorted(unless: isCancelled) { a, b in
            (b.value.count, documents[Int(b.key.indicator)], a.key.indicator, a.key.aspect, a.key.period, a.key.base ?? "")
                < (a.value.count, documents[Int(a.key.indicator)], b.key.indicator, b.key.aspect, b.key.period, b.key.base ?? "")
        }
        let shown = sorted.prefix(Self.most)
        if sorted.count > shown.count { notes.append(.moreColumns(sorted.count - shown.count)) }

        let heads = shown.map(\.key)
        let severalPeriods = Set(heads.map(\.period)).count > 1, severalKinds = Set(heads.map(\.isTarget)).count > 1
        func title(_ head: Head) -> String {
            let name = graph.strings[graph.indicators.name[Int(head.indicator)]]
            let ambiguous = heads.contains { $0.indicator == head.indicator && $0.aspect != head.aspect }
            let aspect = ambiguous || head.aspect != Aspect.level.code
                ? KeyWord.named("aspect")?.value(Aspect(code: head.aspect)?.rawValue ?? "")?.term.name.text : nil
            let period = severalPeriods && head.period != .max ? graph.periods.period[Int(head.period)].years : nil
            let kind = severalKinds ? (head.isTarget ? Message("target", "目标") : Message("result", "结果")).text : nil
            let isOfMany = heads.contains {
                $0.indicator == head.indicator && $0.aspect == head.aspect && $0.period == head.period && $0.isTarget == head.isTarget
                    && $0.base != head.base
            }
            return [name, aspect, kind, period, isOfMany ? head.base.map { "(\($0))" } : nil].compactMap(\.self).joined(separator: " ")
        }

        // Rows: the greatest of the first column first, those without it last.
        var units: [(name: String, measure: SameMeasure)] = [], numbers: [[String: Double]] = []
        for column in shown {
            let unit = Trend.unit(of: column.value.values.map(\.row), graph), measure = SameMeasure(unit)
            units.append((unit, measure))
            numbers.append(column.value.compactMapValues { entry in
                guard let value = figures.value[entry.row] else { return nil }
                func number(_ value: DecimalNumber) -> Double { (graph.measure(entry.row)?.convert(value, to: measure) ?? value).double }
                let low = number(value)
                return figures.high[entry.row].map { (low + number($0)) / 2 } ?? low
            })
        }
        let rows = try names.keys.sorted(unless: isCancelled) { a, b in
            for column in numbers where column[a] != column[b] { return (column[a] ?? -.infinity) > (column[b] ?? -.infinity) }
            return a < b
        }
        var converted = 0
        var table = Table(
            columns: [property.column] + heads.map { Column(key: title($0), chinese: title($0), rightAligned: true, shrink: 1) },
            rows: rows.until(isCancelled, every: 256).map { name in
                [names[name]?.cell ?? .empty] + shown.enumerated().map { index, column -> Cell in
                    guard let entry = column.value[name] else { return .text("–") }
                    var quantity = graph.quantity(entry.row)
                    if let own = graph.measure(entry.row), own != units[index].measure {
                        converted += 1
                        quantity.value = quantity.value.map { own.convert($0, to: units[index].measure).written }
                        quantity.high = quantity.high.map { own.convert($0, to: units[index].measure).written }
                        quantity.unit = units[index].name
                    }
                    return .quantity(quantity)
                }
            }, nodes: rows.map { names[$0]?.node ?? nil })
        try stopIfCancelled(isCancelled)
        for (index, column) in numbers.enumerated() where Set(column.values).count > 1 {
            let (most, least) = (column.values.max(), column.values.min())
            for (row, name) in rows.enumerated() {
                if column[name] == most { table.marks.append(.init(row: row, column: index + 1, sign: "▲")) }
                if column[name] == least { table.marks.append(.init(row: row, column: index + 1, sign: "▼")) }
            }
        }
        if !table.marks.isEmpty { notes.append(.highestAndLowest) }
        if converted > 0 { notes.append(.unitsUnified(converted)) }
        self.table = table
    }
}

extension DecimalNumber {
    /// Without an exponent above zero, as numbers are written.
    var written: DecimalNumber {
        guard exponent > 0, exponent < 18 else { return trimmed }
        var digits = significand
        for _ in 0..<exponent {
            let (next, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return self }
            digits = next
        }
        return DecimalNumber(significand: digits)
    }
}
