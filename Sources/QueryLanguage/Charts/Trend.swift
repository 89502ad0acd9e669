import KnowledgeGraph
import Lexicon

/// Figures as series over the years: of each year the target that was set for it and the result that was reported.
///
/// Only figures of one year, of their place as a whole, and of one aspect in units that can be compared stand on one axis. A year
/// without a figure is a gap.
struct Trend {
    private let graph: Graph
    private let scene: Scene
    private(set) var chart: Chart
    private(set) var table: Table
    private(set) var notes: [Message] = []

    /// What the figures of a series say of one year.
    struct Entry {
        var year: Int
        var place: UInt32
        var document: UInt32
        var indicator: UInt32
        var placeName: String
        var target: Int?
        var result: Int?
    }
    /// Of each series in the order of the chart, by year.
    private(set) var series: [[Entry]] = []
    var entries: [Entry] { series.flatMap { $0 } }

    /// The last year that a document of the series' place plans for, or that it has a target in.
    func lastYear(of series: [Entry]) -> Int {
        max(series.last { $0.target != nil }?.year ?? 0, series.first.map { graph.plannedYears($0.place).max() ?? 0 } ?? 0)
    }

    /// Whether the series' place has a document that plans for the year.
    func plans(_ series: [Entry], _ year: Int) -> Bool { series.first.map { graph.plannedYears($0.place).contains(year) } ?? false }

    /// Series that a drawing can hold apart.
    static let most = 6

    private struct Axis: Hashable {
        var aspect: UInt8
        /// Nil without a unit.
        var base: String?
    }
    private struct Subject: Hashable {
        var place: UInt32
        /// Where there is no place.
        var document: UInt32
        var indicator: UInt32
    }
    private struct Year {
        var target: Int?
        var result: Int?
    }

    /// - Parameter rows: Figures of any kinds, places and periods.
    /// - Parameter most: Series that are kept, those of most years.
    /// - Parameter isCancelled: Asked now and then.
    init(_ rows: [UInt32], _ scene: Scene, most: Int = Self.most, isCancelled: @escaping @Sendable () -> Bool) throws(Diagnostic) {
        graph = scene.graph
        self.scene = scene
        let graph = graph, figures = graph.figures, statements = figures.statement
        var matching = ResultMatching(graph, isCancelled: isCancelled), bases: [UInt16: String?] = [:]
        func axis(_ row: Int) -> Axis {
            let unit = figures.unit[row], base = bases[unit] ?? graph.measure(row)?.base
            bases[unit] = .some(base)
            return Axis(aspect: matching.aspect(row).code, base: base)
        }
        let drawable = rows.lazy.map { Int($0) }.until(isCancelled, every: 256).filter { row in
            let period = statements.period[row]
            return figures.value[row] != nil && period != .max && graph.periods.period[Int(period)].isYear
                && FigureBasis(graph, row).isPlain
        }
        // The axis that most indicators of the rows are planned on.
        var axes: [Axis: (targets: Int, rows: Int)] = [:]
        let axisOfEach = drawable.until(isCancelled, every: 256).map { axis($0) }
        try stopIfCancelled(isCancelled)
        for (row, axis) in zip(drawable, axisOfEach) {
            axes[axis, default: (0, 0)].rows += 1
            if figures.kind[row] == FigureKind.target.code { axes[axis, default: (0, 0)].targets += 1 }
        }
        let chosen = axes.max { a, b in
            (a.value.targets, a.value.rows, b.key.base ?? "", b.key.aspect) < (
                b.value.targets, b.value.rows, a.key.base ?? "", a.key.aspect
            )
        }?.key
        guard let chosen else {
            (chart, table) = (Chart(title: "", unit: "", series: []), Table(columns: [], rows: [], nodes: []))
            return
        }

        var years: [Subject: [Int: Year]] = [:]
        // What ranks before what is looked at where there are two.
        var ranks: [Int: [Int]] = [:]
        func rank(_ row: Int, _ year: Int, _ isTarget: Bool) -> [Int] {
            if let known = ranks[row] { return known }
            let rank = Self.rank(row, year: year, isTarget: isTarget, graph)
            ranks[row] = rank
            return rank
        }
        for (index, row) in drawable.enumerated() where axisOfEach[index] == chosen {
            if index & 255 == 0 {
                if isCancelled() { throw .cancelled }
                Progress.tell(.sifting, index, of: drawable.count)
            }
            let place = statements.place[row], document = statements.document[row]
            let subject = Subject(place: place, document: place == noNode ? document : noNode, indicator: figures.indicator[row])
            let year = Int(graph.periods.period[Int(statements.period[row])].start), isTarget = figures.kind[row] == FigureKind.target.code
            let known = years[subject]?[year]
            if let other = isTarget ? known?.target : known?.result,
                !rank(row, year, isTarget).lexicographicallyPrecedes(rank(other, year, isTarget))
            {
                continue
            }
            if isTarget {
                years[subject, default: [:]][year, default: Year()].target = row
            } else {
                years[subject, default: [:]][year, default: Year()].result = row
            }
        }

        // Those with most years; of the indicators the one with most comes first, and the others only beside it where it is short.
        let sorted = try years.sorted(unless: isCancelled) { a, b in
            (b.value.count, a.key.indicator, a.key.place, a.key.document) < (a.value.count, b.key.indicator, b.key.place, b.key.document)
        }
        let shown = sorted.prefix(most).map(\.key)
        // The verdict on a target is of the result that answers it, which then stands beside it.
        let targets = shown.flatMap { years[$0]?.values.compactMap { $0.target } ?? [] }
        try scene.checks.workOut(targets.map { UInt32($0) })
        for subject in shown {
            for (year, of) in years[subject] ?? [:] {
                if isCancelled() { throw .cancelled }
                guard let target = of.target, let answer = scene.checks[target]?.result, figures.value[answer] != nil,
                    axis(answer) == chosen
                else { continue }
                years[subject]?[year]?.result = answer
            }
        }
        let indicators = Set(shown.map(\.indicator)), places = Set(shown.map { [$0.place, $0.document] })
        func placeName(_ subject: Subject) -> String {
            graph.placeName(subject.place) ?? graph.name(of: NodeID(.document, Int(subject.document)))
        }
        func name(_ subject: Subject) -> String {
            let place = placeName(subject)
            let indicator = graph.strings[graph.indicators.name[Int(subject.indicator)]]
            if indicators.count == 1 { return place }
            return places.count == 1 ? indicator : "\(place) \(indicator)"
        }
        let unit = Self.unit(of: shown.flatMap { years[$0]?.values.flatMap { [$0.target, $0.result].compactMap(\.self) } ?? [] }, graph)
        let measure = SameMeasure(unit)
        func point(_ row: Int?, _ year: Int) -> Chart.Point? {
            guard let row, let value = figures.value[row] else { return nil }
            func number(_ value: DecimalNumber) -> Double { (graph.measure(row)?.convert(value, to: measure) ?? value).double }
            return Chart.Point(
                year: year, value: number(value), high: figures.high[row].map(number),
                node: NodeID(.figure, row))
        }
        let drawn = shown.until(isCancelled, every: 16).map { subject in
            let of = (years[subject] ?? [:]).sorted { $0.key < $1.key }
            return Chart.Series(
                name: name(subject), targets: of.compactMap { point($0.value.target, $0.key) },
                results: of.compactMap { point($0.value.result, $0.key) })
        }
        self.series = shown.until(isCancelled, every: 16).map { subject in
            (years[subject] ?? [:]).sorted { $0.key < $1.key }.map { year, figures in
                Entry(
                    year: year, place: subject.place, document: subject.document, indicator: subject.indicator,
                    placeName: placeName(subject),
                    target: figures.target, result: figures.result)
            }
        }
        try stopIfCancelled(isCancelled)
        let title = shown.first.map { graph.strings[graph.indicators.name[Int($0.indicator)]] } ?? ""
        let aspect = KeyWord.named("aspect")?.value(Aspect(code: chosen.aspect)?.rawValue ?? "")?.term.name.text
        let home = places.count == 1 ? shown.first.map { placeName($0) } : nil
        chart = Chart(
            title: [home, indicators.count == 1 ? title : nil, aspect].compactMap(\.self).joined(separator: " "), unit: unit,
            series: drawn)

        var keys = ["period", "target", "reported", "outcome", "id", "answer"]
        if indicators.count > 1 { keys.insert("indicator", at: 1) }
        if places.count > 1 { keys.insert("place", at: 1) }
        var cells: [[Cell]] = [], nodes: [NodeID?] = []
        let order = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
        let rowsByYear = try shown.flatMap { subject in (years[subject] ?? [:]).map { (subject: subject, year: $0.key, figures: $0.value) }
        }
            .sorted(unless: isCancelled) { ($0.year, order[$0.subject] ?? 0) < ($1.year, order[$1.subject] ?? 0) }
        for row in rowsByYear.until(isCancelled, every: 16) {
            let node = (row.figures.target ?? row.figures.result).map { NodeID(.figure, $0) }
            cells.append(keys.map { key in
                switch key {
                case "period": .period(Period(row.year))
                case "place": .text(placeName(row.subject))
                case "indicator": .text(graph.strings[graph.indicators.name[Int(row.subject.indicator)]])
                case "target": row.figures.target.map { .quantity(graph.quantity($0)) } ?? .empty
                case "reported": row.figures.result.map { .quantity(graph.quantity($0)) } ?? .empty
                case "outcome": .closed("outcome", row.figures.target.flatMap { scene.checks[$0]?.outcome.rawValue })
                case "id": .text(row.figures.target.map { graph.identifier(of: NodeID(.figure, $0)) })
                default:
                    // A result that is only told in words has its sentence.
                        .text(
                            (row.figures.result.map { NodeID(.figure, $0) }
                                ?? row.figures.target.flatMap { scene.checks[$0]?.sentence }.map { NodeID(.sentence, $0) })
                        .map { graph.identifier(of: $0) })
                }
            })
            nodes.append(node)
        }
        table = Table(
            columns: keys.map { key in
                Column(
                    key: key, chinese: KeyWord.named(key)?.chinese.first ?? key, rightAligned: ["target", "reported"].contains(key),
                    shrink: ["id", "answer"].contains(key) ? 4 : ["place", "indicator"].contains(key) ? 1 : 0)
            }, rows: cells, nodes: nodes)

        if sorted.count > shown.count {
            let left = sorted.dropFirst(most).prefix(3).map { name($0.key) }.joined(separator: "、")
            notes.append(.moreSeries(sorted.count - shown.count, such: left))
        }
        let others = zip(drawable, axisOfEach).filter { $1 != chosen }.map(\.0)
        if !others.isEmpty {
            var often: [String: Int] = [:]
            for row in others.until(isCancelled, every: 256) {
                let aspect = Aspect(code: figures.aspect[row])?.rawValue ?? "",
                    unit = graph.unitName(row).map { $0 == "%" ? "%" : UnitScale($0).base }
                let term = [("aspect", aspect), ("unit", unit)].compactMap { key, value in
                    value.map { Condition.key(Word(key), [Word($0)]) }
                }
                often[
                    term.map { Printer(Tongue.current == .chinese ? .chinese : .english).print($0) }.joined(separator: " "), default: 0] +=
                    1
            }
            let terms = often.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(\.key)
            notes.append(.otherAxis(others.count, terms: terms))
        }
        try stopIfCancelled(isCancelled)
    }

    /// The lower the better: of the place as a whole, from the document of the time, certain, late.
    private static func rank(_ row: Int, year: Int, isTarget: Bool, _ graph: Graph) -> [Int] {
        let statements = graph.figures.statement, document = Int(statements.document[row])
        let planned =
            graph.documents.year[document] == .max
            ? year + (isTarget ? 0 : 1) : Int(graph.periods.period[Int(graph.documents.year[document])].end)
        let isEstimate = graph.figures.kind[row] == FigureKind.estimate.code
        return [
            FigureScope(graph, row).isWhole ? 0 : 1, abs(planned - (isTarget ? year : year + 1)), isEstimate ? 1 : 0, -planned, row,
        ]
    }

    /// The unit that most of the figures are in.
    static func unit(of rows: [Int], _ graph: Graph) -> String {
        var often: [UInt16: Int] = [:]
        for row in rows { often[graph.figures.unit[row], default: 0] += 1 }
        guard let unit = often.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, unit != .max else { return "" }
        return graph.strings[graph.units.name[Int(unit)]]
    }
}

extension Graph {
    /// The years that documents of a place set targets for.
    func plannedYears(_ place: UInt32) -> Set<Int> {
        guard place != noNode else { return [] }
        return Set(documents.ofPlace[Int(place)].compactMap { document in
                let year = documents.year[Int(document)],
                    rows = Int(self.documents.figures[Int(document)])..<Int(self.documents.figures[Int(document) + 1])
            let hasTargets = rows.contains { figures.kind[$0] == FigureKind.target.code }
            return year == .max || !hasTargets ? nil : Int(periods.period[Int(year)].end)
        })
    }
}
