import Lexicon

extension GraphColumns {
    /// The ways back of all edges, and the lists of rows by their codes: what follows from the columns.
    mutating func makeLists() {
        let placeCount = places.count, sectorCount = sectors.count, periodCount = periods.count
        documents.ofPlace = AdjacencyList(reversing: documents.place, count: placeCount)
        documents.ofYear = AdjacencyList(reversing: documents.year, count: periodCount)
        sectors.children = AdjacencyList(reversing: sectors.parent, count: sectorCount)
        places.children = AdjacencyList(reversing: places.parent, count: placeCount)
        let made = self, goalCount = goals.count, indicatorCount = indicators.count
        let lists = Parallel.map(3 + 3 * 4) { which -> AdjacencyList in
            switch which {
            case 0: return AdjacencyList(reversing: made.goals.parent, count: goalCount)
            case 1: return AdjacencyList(reversing: made.figures.indicator, count: indicatorCount)
            case 2: return AdjacencyList(made.measures.indicators, count: indicatorCount)
            default:
                let table = [made.measures.statement, made.figures.statement, made.problems.statement][(which - 3) / 4]
                switch (which - 3) % 4 {
                case 0: return AdjacencyList(reversing: table.goal, count: goalCount)
                case 1: return AdjacencyList(reversing: table.place, count: placeCount)
                case 2:
                    return AdjacencyList(
                        reversing: table.sector, moreSources: table.moreSectors.rows, moreTargets: table.moreSectors.sectors,
                        count: sectorCount)
                default: return AdjacencyList(reversing: table.period, count: periodCount)
                }
            }
        }
        (goals.children, figures.ofIndicator, measures.ofIndicator) = (lists[0], lists[1], lists[2])
        func keep(_ first: Int, in table: inout StatementColumns) {
            (table.ofGoal, table.ofPlace, table.ofSector, table.ofPeriod) = (
                lists[first], lists[first + 1], lists[first + 2], lists[first + 3]
            )
        }
        keep(3, in: &measures.statement)
        keep(7, in: &figures.statement)
        keep(11, in: &problems.statement)
        figures.makePostings(places: placeCount, sectors: sectorCount, periods: periodCount, indicators: indicatorCount)
        measures.makePostings(sectors: sectorCount, periods: periodCount)
        let all = periods.period
        periods.years = AdjacencyList(
            all.map { span in
                span.isYear ? [] : all.indices.filter { all[$0].isYear && span.covers(Int(all[$0].start)) }.map { UInt32($0) }
            })
        periods.spans = AdjacencyList(
            all.map { year in
                year.isYear ? all.indices.filter { !all[$0].isYear && all[$0].covers(Int(year.start)) }.map { UInt32($0) } : []
            })
    }
}

extension Graph {
    /// In how many documents each indicator has a figure.
    static func documents(ofIndicators figures: FigureColumns, count: Int) -> Series<UInt32> {
        var last = [UInt32](repeating: noNode, count: count)
        return Series(count: count) { documents in
            for row in 0..<figures.count {
                let indicator = Int(figures.indicator[row]), document = figures.statement.document[row]
                if last[indicator] != document {
                    last[indicator] = document
                    documents[indicator] += 1
                }
            }
        }
    }
}
