import KnowledgeGraph
import Lexicon

/// When statements bear on each other though they share no words: by the heading over both, or by their sector.
struct Bearing {
    private let graph: Graph
    private var general: [UInt32: Bool] = [:]

    init(_ graph: Graph) { self.graph = graph }

    /// Targets of how many sectors at the top a heading holds before it is one over all of a year's work.
    private static let sectorsOfOne = 3

    /// Whether a heading binds two statements under it: one over targets of many sectors binds those of one narrow sector alone.
    mutating func binds(_ goal: UInt32, _ a: UInt16, _ b: UInt16) -> Bool { !isGeneral(goal) || a == b && isNarrow(a) }

    /// Whether to be of a sector, in one place and time, is enough: 粮食 is, 农业农村 as a whole is not.
    func isNarrow(_ sector: UInt16) -> Bool { sector != .max && graph.sectors.parent[Int(sector)] != .max }

    /// Whether targets of many sectors stand under a heading, so that it says little of each.
    mutating func isGeneral(_ goal: UInt32) -> Bool {
        if let known = general[goal] { return known }
        let figures = graph.figures
        let tops = figures.statement.ofGoal[goal].filter { figures.kind[Int($0)] == FigureKind.target.code }
            .map { top(figures.statement.sector[Int($0)]) }
        let isGeneral = Set(tops).count > Self.sectorsOfOne
        general[goal] = isGeneral
        return isGeneral
    }

    private func top(_ sector: UInt16) -> UInt16 {
        var sector = sector
        while sector != .max, graph.sectors.parent[Int(sector)] != .max { sector = graph.sectors.parent[Int(sector)] }
        return sector
    }
}
