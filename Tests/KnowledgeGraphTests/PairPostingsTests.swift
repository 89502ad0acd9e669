import Extraction
import Lexicon
import Testing

@testable import KnowledgeGraph

@Suite struct PairPostingsTests {
    private static let graph = Graph(readings: Drawn.readings(40, seed: 9), lexicon: Drawn.lexicon)

    /// The rows whose codes are `first` and among `seconds`, found by looking at each.
    private func rows(_ count: Int, _ first: Int, _ second: Int, _ codes: (Int) -> [(Int, Int)]) -> [UInt32] {
        (0..<UInt32(count)).filter { row in codes(Int(row)).contains { $0 == (first, second) } }
    }

    @Test func eachPairHasItsRows() {
        let figures = Self.graph.figures, statements = figures.statement
        for indicator in 0..<Self.graph.indicators.count {
            for period in 0...Self.graph.periods.count {
                let wanted = rows(figures.count, indicator, period) { row in
                    [(Int(figures.indicator[row]), min(Int(statements.period[row]), Self.graph.periods.count))]
                }
                #expect(Array(figures.byIndicator.rows(indicator, period)) == wanted)
            }
            for place in 0...Self.graph.places.count {
                let wanted = rows(figures.count, place, indicator) { row in
                    [(min(Int(statements.place[row]), Self.graph.places.count), Int(figures.indicator[row]))]
                }
                #expect(Array(figures.byPlace.rows(place, indicator)) == wanted)
            }
        }
        for period in 0...Self.graph.periods.count {
            for sector in 0..<Self.graph.sectors.count {
                let wanted = rows(figures.count, FigureColumns.periodAndKind(period, Int(FigureKind.target.code)), sector) { row in
                    statements.sectors(of: row).map {
                        (FigureColumns.periodAndKind(min(Int(statements.period[row]), Self.graph.periods.count), Int(figures.kind[row])), Int($0))
                    }
                }
                #expect(Array(figures.byPeriod.rows(FigureColumns.periodAndKind(period, Int(FigureKind.target.code)), sector)) == wanted)
            }
        }
        #expect(figures.byPlace.rows(9999, 0).isEmpty)
    }

    /// What lists of several pairs hold: each row once, ascending; few of a large table or many of a small one.
    @Test(arguments: [1, 1_000_000]) func listsOfSeveralPairsAscend(_ factor: Int) {
        let figures = Self.graph.figures, statements = figures.statement
        let periods = Array(0..<Self.graph.periods.count), sectors = Array(0..<Self.graph.sectors.count)
        let firsts = periods.map { FigureColumns.periodAndKind($0, Int(FigureKind.target.code)) }
        for seconds in [sectors, Array(sectors.prefix(2)), []] {
            let list = figures.byPeriod.list(firsts, seconds, of: figures.count * factor)
            let wanted = (0..<UInt32(figures.count)).filter { row in
                statements.period[Int(row)] != .max && statements.sectors(of: Int(row)).contains { seconds.contains(Int($0)) }
            }
            #expect(list.rows() == wanted)
            #expect(list.count >= wanted.count)
        }
        let all = figures.byPeriod.list(firsts, nil, of: figures.count * factor).rows()
        #expect(all == (0..<UInt32(figures.count)).filter { statements.period[Int($0)] != .max })
    }
}
