import Lexicon

/// How many statements have each code of a property, worked out when the graph is built, so that who types is told at once.
public struct FacetCounts: Sendable {
    /// Of figures for each kind in turn, then for each code; of measures and problems for each code.
    struct Table: Sendable {
        var places: Series<UInt32> = []
        var periods: Series<UInt32> = []
        /// A sector counts those of the sectors under it.
        var sectors: Series<UInt32> = []
        var indicators: Series<UInt32> = []
    }

    var figures = Table()
    var measures = Table()
    var problems = Table()

    /// The statements of a type, of figures those of some kinds, for each code of `place`, `period`, `sector` or `indicator`; nil for any other.
    public func counts(_ key: String, of type: NodeType, kinds: [Int]) -> [Int32]? {
        let table: Table
        switch type {
        case .figure: table = figures
        case .measure: table = measures
        case .problem: table = problems
        default: return nil
        }
        let all: Series<UInt32>
        switch key {
        case "place": all = table.places
        case "period", "year": all = table.periods
        case "sector": all = table.sectors
        case "indicator": all = table.indicators
        default: return nil
        }
        let groups = type == .figure ? FigureKind.allCases.count : 1, size = all.count / groups
        var counts = [Int32](repeating: 0, count: size)
        for group in type == .figure ? kinds : [0] {
            for code in 0..<size { counts[code] += Int32(clamping: all[group * size + code]) }
        }
        return counts
    }
}

extension FacetCounts {
    init(_ graph: Graph) {
        figures = Table(graph, graph.figures.statement, graph.figures.indicator, kinds: graph.figures.kind)
        measures = Table(graph, graph.measures.statement)
        problems = Table(graph, graph.problems.statement)
    }
}

extension FacetCounts.Table {
    init(_ graph: Graph, _ statements: StatementColumns, _ indicators: Series<UInt32> = [], kinds: Series<UInt8> = []) {
        let groups = kinds.isEmpty && indicators.isEmpty ? 1 : FigureKind.allCases.count
        func counted<Code: FixedWidthInteger>(_ codes: Series<Code>, _ size: Int) -> Series<UInt32> {
            Series(count: size * groups) { counts in
                for row in 0..<codes.count where Int(codes[row]) < size {
                    let group = groups == 1 ? 0 : min(Int(kinds[row]), groups - 1)
                    counts[group * size + Int(codes[row])] += 1
                }
            }
        }
        places = counted(statements.place, graph.places.count)
        periods = counted(statements.period, graph.periods.count)
        self.indicators = counted(indicators, groups == 1 ? 0 : graph.indicators.count)
        for group in 0..<groups {
            let rows = (0..<UInt32(statements.count)).filter { groups == 1 || Int(kinds[Int($0)]) == group }
            sectors += graph.countsPerSector(statements, rows).map { UInt32($0) }
        }
    }
}

extension Graph {
    /// How many of the rows belong to each sector or to one under it.
    public func countsPerSector(_ statements: StatementColumns, _ rows: [UInt32]) -> [Int] {
        var counts = [Int](repeating: 0, count: sectors.count)
        for row in rows where Int(statements.sector[Int(row)]) < counts.count { counts[Int(statements.sector[Int(row)])] += 1 }
        for row in (0..<counts.count).reversed() where sectors.parent[row] != .max {
            counts[Int(sectors.parent[row])] += counts[row]
        }
        let more = statements.moreSectors
        guard !more.isEmpty else { return counts }
        var wanted: [Bool] = []
        if rows.count != statements.count {
            wanted = [Bool](repeating: false, count: statements.count)
            for row in rows { wanted[Int(row)] = true }
        }
        // Which row a sector was counted for last, its number and one.
        var counted = [UInt32](repeating: 0, count: counts.count)
        var at = 0
        while at < more.rows.count {
            let row = more.rows[at], isWanted = wanted.isEmpty || wanted[Int(row)]
            if isWanted { walkUp(from: statements.sector[Int(row)]) { counted[$0] = row + 1 } }
            while at < more.rows.count, more.rows[at] == row {
                if isWanted {
                    walkUp(from: more.sectors[at]) { sector in
                        if counted[sector] != row + 1 { counts[sector] += 1 }
                        counted[sector] = row + 1
                    }
                }
                at += 1
            }
        }
        return counts
    }

    /// The sector and those above it.
    private func walkUp(from sector: UInt16, _ body: (Int) -> Void) {
        var next = Int(sector)
        while next < sectors.count {
            body(next)
            next = Int(sectors.parent[next])
        }
    }
}
