import KnowledgeGraph
import Lexicon

/// When statements bear on each other though they share no words: by the heading over both, or by their sector.
struct Bearing {
    private let graph: Graph
    private var general: [UInt32: Bool] = [:]
    private var subjects: [UInt32: UInt16] = [:]

    init(_ graph: Graph) { self.graph = graph }

    /// Targets of how many sectors at the top a heading holds before it is one over all of a year's work.
    private static let sectorsOfOne = 2

    /// Whether a heading binds a target and a measure under it. One over targets of many sectors binds those of one narrow sector alone,
    /// another those of one sector at the top, and to targets of the sector that it is mostly about all that it holds.
    mutating func binds(_ goal: UInt32, target: UInt16, measure: UInt16) -> Bool {
        if isGeneral(goal) { return target == measure && isNarrow(target) }
        return target != .max && (top(target) == top(measure) || top(target) == subject(goal))
    }

    /// Whether two sectors are one, or one is part of the other.
    func areKin(_ a: UInt16, _ b: UInt16) -> Bool {
        guard a != .max, b != .max else { return false }
        return a == b || graph.sectors.parent[Int(a)] == b || graph.sectors.parent[Int(b)] == a
    }

    /// Whether to be of a sector, in one place and time, is enough: 粮食 is, 农业农村 as a whole is not.
    func isNarrow(_ sector: UInt16) -> Bool { sector != .max && graph.sectors.parent[Int(sector)] != .max }

    /// Whether measures of one sector are what targets of another rest on, as `sectors.tsv` tells: grain on farmland and seeds.
    func serves(_ measure: UInt16, target: UInt16) -> Bool {
        measure != .max && target != .max && measure != target && foundations(of: target).contains(UInt32(measure))
    }

    private func foundations(of sector: UInt16) -> SeriesSlice<UInt32> { graph.sectors.foundations[sector] }

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

    /// The sector at the top that at least half of the statements under a heading are of.
    private mutating func subject(_ goal: UInt32) -> UInt16 {
        if let known = subjects[goal] { return known }
        let tops = graph.figures.statement.ofGoal[goal].map { top(graph.figures.statement.sector[Int($0)]) }
            + graph.measures.statement.ofGoal[goal].map { top(graph.measures.statement.sector[Int($0)]) }
        var often: [UInt16: Int] = [:]
        for top in tops where top != .max { often[top, default: 0] += 1 }
        let most = often.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let subject = most.map { $0.value * 2 >= tops.count ? $0.key : .max } ?? .max
        subjects[goal] = subject
        return subject
    }

    func top(_ sector: UInt16) -> UInt16 {
        var sector = sector
        while sector != .max, graph.sectors.parent[Int(sector)] != .max { sector = graph.sectors.parent[Int(sector)] }
        return sector
    }
}
