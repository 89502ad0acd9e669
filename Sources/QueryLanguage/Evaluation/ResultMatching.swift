import KnowledgeGraph
import Lexicon

/// Which results answer which targets: those of the same indicator, aspect, place and period, in a unit that can be compared.
///
/// A target of several years that sets a level is answered by a result of its last year, too, for that is when it is due; a
/// target of growth or change only by one of the same years. Statements without a place answer each other within a document.
public struct ResultMatching {
    private let graph: Graph
    /// Figures of an indicator that was asked for, by what has to agree.
    private var known: [UInt32: [Key: [UInt32]]] = [:]

    private struct Key: Hashable {
        var aspect: UInt8
        /// The place, or where there is none the document.
        var home: UInt64
        var period: UInt16
        var isTarget: Bool
    }

    public init(_ graph: Graph) { self.graph = graph }

    /// Results for a figure that is a target, actual before estimated, those of later documents first; none for other figures.
    public mutating func results(answering target: Int) -> [UInt32] {
        guard isTarget(target), var key = key(of: target) else { return [] }
        key.isTarget = false
        let period = graph.periods.period[Int(key.period)]
        var found = figures(of: graph.figures.indicator[target])[key] ?? []
        if !period.isYear, setsLevel(target), let last = graph.periods.index(of: Period(Int(period.end))) {
            key.period = UInt16(last)
            found += figures(of: graph.figures.indicator[target])[key] ?? []
        }
        let actual = FigureKind.actual.code
        func order(_ row: UInt32) -> (Int, UInt32) {
            (graph.figures.kind[Int(row)] == actual ? 0 : 1, .max - graph.figures.statement.document[Int(row)])
        }
        return found.filter { comparable(target, Int($0)) }.sorted { order($0) < order($1) }
    }

    /// Targets that a figure answers that is a result, in the order of the graph; none for other figures.
    public mutating func targets(answeredBy result: Int) -> [UInt32] {
        guard !isTarget(result), var key = key(of: result) else { return [] }
        key.isTarget = true
        let indicator = graph.figures.indicator[result], period = graph.periods.period[Int(key.period)]
        var found = figures(of: indicator)[key] ?? []
        if period.isYear {
            for span in graph.periods.spans[key.period] where graph.periods.period[Int(span)].end == period.end {
                key.period = UInt16(span)
                found += (figures(of: indicator)[key] ?? []).filter { setsLevel(Int($0)) }
            }
        }
        return found.filter { comparable(result, Int($0)) }.sorted()
    }

    private func isTarget(_ row: Int) -> Bool { graph.figures.kind[row] == FigureKind.target.code }
    /// A height at the end of a period, not what is to be added up in its course (新增就业, 改造棚户区).
    func setsLevel(_ row: Int) -> Bool {
        guard graph.figures.aspect[row] == Aspect.level.code else { return false }
        let names = [graph.strings[graph.figures.wording[row]], graph.name(of: NodeID(.indicator, Int(graph.figures.indicator[row])))]
        return !Self.additions.contains { word in names.contains { $0.contains(word) } }
    }

    private static let additions = [
        "新增", "新建", "新开", "改造", "完成", "累计", "建成", "建设", "减少", "淘汰", "安排", "转移", "培训", "投资", "投入", "引进", "搬迁", "脱贫", "造林", "治理",
    ]

    private func comparable(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (graph.figures.unit[a], graph.figures.unit[b])
        return x == .max || y == .max || graph.units.base[Int(x)] == graph.units.base[Int(y)]
    }

    private func key(of row: Int) -> Key? {
        let statements = graph.figures.statement, place = statements.place[row]
        guard statements.period[row] != .max else { return nil }
        return Key(
            aspect: graph.figures.aspect[row],
            home: place == noNode ? UInt64(statements.document[row]) << 32 | UInt64(noNode) : UInt64(place),
            period: statements.period[row], isTarget: isTarget(row))
    }

    private mutating func figures(of indicator: UInt32) -> [Key: [UInt32]] {
        if let figures = known[indicator] { return figures }
        var figures: [Key: [UInt32]] = [:]
        for row in graph.figures.ofIndicator[indicator] {
            if let key = key(of: Int(row)) { figures[key, default: []].append(row) }
        }
        known[indicator] = figures
        return figures
    }
}
