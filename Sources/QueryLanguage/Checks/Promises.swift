import KnowledgeGraph
import Lexicon

/// Targets as promises: what a document says twice, in the same words or in others, is one.
///
/// Alike are targets of one document that have the indicator, aspect, comparator, value, place and time in common. A level to be
/// reached is of the year that its period ends with, and 7%左右的增长速度 is a growth, whether it was read as such or not. What a later
/// document quotes of an earlier one of the place (去年提出…) is the promise of that one, where it is at hand.
struct Promises {
    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool

    private struct Key: Hashable {
        var document: UInt32
        var place: UInt32
        var indicator: UInt32
        var aspect: UInt8
        var comparator: UInt8
        var start: Int16
        var end: Int16
        var value: DecimalNumber
        var high: DecimalNumber?
        var base: UInt16

        /// The same whatever the document.
        var anywhere: Key {
            var key = self
            key.document = .max
            return key
        }
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    /// Of rows that are one promise the surest, the first of equals in the order of the text; the other rows as they are, in their order.
    func once(_ rows: [UInt32]) throws(Diagnostic) -> [UInt32] {
        var matching = ResultMatching(graph, isCancelled: isCancelled)
        // Those of a document, which follow each other. Of one key there is nearly always one.
        var kept: [Key: UInt32] = [:], more: [Key: [UInt32]] = [:], document = UInt32.max
        var dropped: Set<UInt32> = [], quotes: [(row: UInt32, key: Key)] = []
        for (index, row) in rows.sorted().enumerated() {
            if index & 255 == 0 {
                try stopIfCancelled(isCancelled)
                Progress.tell(.sifting, index, of: rows.count)
            }
            guard let key = key(of: Int(row), &matching) else { continue }
            if quotesEarlier(Int(row)) { quotes.append((row, key)) }
            if key.document != document {
                document = key.document
                kept.removeAll(keepingCapacity: true)
                if !more.isEmpty { more = [:] }
            }
            guard let first = kept[key] else {
                kept[key] = row
                continue
            }
            let known = more[key] ?? [first]
            guard let at = known.firstIndex(where: { areOne(Int($0), Int(row)) }) else {
                more[key] = known + [row]
                continue
            }
            if graph.figures.confidence[Int(row)] > graph.figures.confidence[Int(known[at])] {
                dropped.insert(known[at])
                var changed = known
                changed[at] = row
                if changed.count > 1 { more[key] = changed } else { kept[key] = row }
            } else {
                dropped.insert(row)
            }
        }
        if !quotes.isEmpty {
            let quoted = Set(quotes.map(\.row))
            var promised: Set<Key> = []
            for row in rows.until(isCancelled) where !quoted.contains(row) && !dropped.contains(row) {
                if let key = key(of: Int(row), &matching) { promised.insert(key.anywhere) }
            }
            try stopIfCancelled(isCancelled)
            for quote in quotes where promised.contains(quote.key.anywhere) { dropped.insert(quote.row) }
        }
        guard !dropped.isEmpty else { return rows }
        let once = rows.until(isCancelled).filter { !dropped.contains($0) }
        try stopIfCancelled(isCancelled)
        return once
    }

    /// 去年的报告提出…: a target of a time that was over when the document was written.
    private func quotesEarlier(_ row: Int) -> Bool {
        let period = graph.figures.statement.period[row], year = graph.documents.year[Int(graph.figures.statement.document[row])]
        return graph.figures.kind[row] == FigureKind.target.code && graph.figures.statement.place[row] != noNode && period != .max
            && year != .max
            && graph.periods.period[Int(period)].end < graph.periods.period[Int(year)].end
    }

    private func areOne(_ a: Int, _ b: Int) -> Bool { FigureBasis(graph, a).compares(with: FigureBasis(graph, b)) }

    /// Nil for what is no target, or of a name so short that it may be of anything.
    private func key(of row: Int, _ matching: inout ResultMatching) -> Key? {
        let indicator = graph.figures.indicator[row]
        guard graph.figures.kind[row] == FigureKind.target.code, let value = graph.figures.value[row],
            graph.figures.statement.period[row] != .max,
            graph.indicators.english[Int(indicator)] != StringTable.none || !matching.isShort(graph.indicators.name[Int(indicator)])
        else { return nil }
        let unit = graph.figures.unit[row], period = graph.periods.period[Int(graph.figures.statement.period[row])],
            aspect = graph.figures.aspect[row]
        let power = unit == .max ? 0 : Int(graph.units.power[Int(unit)])
        let isRate = graph.isPercent(row) && aspect == Aspect.growth.code
        return Key(
            document: graph.figures.statement.document[row], place: graph.figures.statement.place[row], indicator: indicator,
            aspect: isRate ? Aspect.level.code : aspect, comparator: graph.figures.comparator[row],
            start: matching.setsLevel(row) ? period.end : period.start, end: period.end,
            value: value.scaled(byPowerOfTen: power).trimmed, high: graph.figures.high[row]?.scaled(byPowerOfTen: power).trimmed,
            base: unit == .max ? .max : graph.units.base[Int(unit)])
    }
}
