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
                        (
                            FigureColumns.periodAndKind(min(Int(statements.period[row]), Self.graph.periods.count), Int(figures.kind[row])),
                            Int($0)
                        )
                    }
                }
                #expect(Array(figures.byPeriod.rows(FigureColumns.periodAndKind(period, Int(FigureKind.target.code)), sector)) == wanted)
            }
        }
        #expect(figures.byPlace.rows(9999, 0).isEmpty)
    }

    /// What stands beside the rows of a list is what the columns of the table say.
    @Test func besideTheRowsStandsWhatTheirColumnsSay() throws {
        let figures = Self.graph.figures, statements = figures.statement
        for postings in [figures.byPeriod, figures.byIndicator, figures.byPlace] {
            for (place, row) in postings.listed.enumerated() {
                let row = Int(row), beside = postings.beside
                #expect(beside.value[place] == figures.value[row])
                if !beside.place.isEmpty { #expect(beside.place[place] == statements.place[row]) }
                if !beside.indicator.isEmpty { #expect(beside.indicator[place] == figures.indicator[row]) }
                if !beside.period.isEmpty { #expect(beside.period[place] == statements.period[row]) }
                if !beside.sector.isEmpty { #expect(beside.sector[place] == statements.sector[row]) }
                if !beside.kind.isEmpty { #expect(beside.kind[place] == figures.kind[row]) }
            }
        }
        let list = figures.byPlace.list([0], nil, of: figures.count * 1000)
        let beside = try #require(list.beside?())
        for row in list.rows() { #expect(beside.place(of: Int(row)).map { figures.byPlace.listed[$0] } == row) }
        #expect(beside.place(of: figures.count + 5) == nil)
    }

    @Test func facetsCountEachStatementOnce() {
        let graph = Self.graph, kinds = [0, 2]
        let rows = (0..<UInt32(graph.figures.count)).filter { kinds.contains(Int(graph.figures.kind[Int($0)])) }
        var places = [Int32](repeating: 0, count: graph.places.count)
        for row in rows where Int(graph.figures.statement.place[Int(row)]) < places.count {
            places[Int(graph.figures.statement.place[Int(row)])] += 1
        }
        #expect(graph.facets.counts("place", of: .figure, kinds: kinds) == places)
        #expect(
            graph.facets.counts("sector", of: .figure, kinds: kinds)
                == graph.countsPerSector(graph.figures.statement, rows).map { Int32($0) })
        #expect(graph.facets.counts("unit", of: .figure, kinds: kinds) == nil)
    }

    /// A measure is tied to the indicators of the figures in its own sentence, and back.
    @Test func measuresHaveTheIndicatorsOfTheirSentences() {
        let graph = Self.graph
        for row in 0..<graph.measures.count {
            let sentence = graph.measures.statement.sentence[row], document = Int(graph.measures.statement.document[row])
            let wanted = sentence == noNode ? [] : graph.documents.figures.rows(at: document)
                .filter { graph.figures.statement.sentence[Int($0)] == sentence }.map { Int(graph.figures.indicator[Int($0)]) }
            var found: [Int] = []
            graph.measures.indicators.forEach(of: row) { found.append($0) }
            #expect(Set(found) == Set(wanted) && found.count == Set(found).count)
            for indicator in found { #expect(graph.measures.ofIndicator[indicator].contains(UInt32(row))) }
        }
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
