import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// The questions of the bench on the columns of a graph. Each answer is text: a line for each row, tabs between its fields. Where only
/// the rows are wanted, as from the floor in C, they are numbers.
struct Questions {
    let graph: Graph
    private(set) var answer: [UInt8] = []
    private(set) var rows = 0
    /// What a row has where no text is wanted.
    struct Row {
        var id: UInt32
        var indicator: UInt32
        var place: UInt32
        var sector: UInt32
        var value: Int64
    }
    private(set) var found: [Row] = []
    private let isText: Bool
    /// Names by row, each with the tab behind it.
    private let indicators: Names
    private let places: Names
    private let sectors: Names
    private let longest: Int
    private let periods: PeriodColumns
    private let byPeriod: PairPostings
    private let byIndicator: PairPostings
    private let byPlace: PairPostings
    private let measuresByPeriod: PairPostings
    private let sectorOfMeasure: Series<UInt16>, moreSectors: MoreSectors, goalOfMeasure: Series<UInt32>, indicatorsOfMeasures: SparseEdges
    private let ofGoal: AdjacencyList, ofSector: AdjacencyList, ofIndicator: AdjacencyList
    private var counts: [UInt8] = []
    private var top: [(weight: UInt8, row: UInt32)] = []
    private var marks: [UInt8] = []
    /// Memory of the search for a path, to be used again.
    private var queues: ([UInt32], [UInt32]) = ([], [])
    /// Measures that have a weight.
    private var touched: [UInt32] = []
    /// What was read ahead, so that it is read.
    private var ahead: UInt8 = 0

    init(_ graph: Graph, isText: Bool) {
        self.graph = graph
        self.isText = isText
        periods = graph.periods
        (byPeriod, byIndicator, byPlace) = (graph.figures.byPeriod, graph.figures.byIndicator, graph.figures.byPlace)
        measuresByPeriod = graph.measures.byPeriod
        let measures = graph.measures
        (sectorOfMeasure, moreSectors, goalOfMeasure) = (measures.statement.sector, measures.statement.moreSectors, measures.statement.goal)
        indicatorsOfMeasures = measures.indicators
        (ofGoal, ofSector, ofIndicator) = (measures.statement.ofGoal, measures.statement.ofSector, measures.ofIndicator)
        indicators = Names(graph.indicators.name, graph)
        places = Names(graph.places.name, graph)
        sectors = Names(graph.sectors.name, graph)
        longest = indicators.longest + places.longest + sectors.longest
        answer.reserveCapacity(1 << 22)
        found.reserveCapacity(1 << 16)
    }

    private struct Names {
        private(set) var bytes: [UInt8] = []
        private(set) var ends: [Int] = [0]

        init(_ names: Series<StringTable.ID>, _ graph: Graph) {
            for name in names {
                bytes += graph.strings.utf8(of: name)
                bytes.append(UInt8(ascii: "\t"))
                ends.append(bytes.count)
            }
        }

        var longest: Int { ends.indices.dropLast().map { ends[$0 + 1] - ends[$0] }.max() ?? 0 }

        @inline(__always)
        func append(_ row: Int, to answer: inout [UInt8]) { answer.append(bytes.span.extracting(ends[row]..<ends[row + 1])) }
    }

    /// - Parameter question: The number of a question, 1 to 9.
    mutating func ask(_ question: Int, _ parameters: [String], _ numbers: [Int]) {
        answer.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        rows = 0
        switch question {
        case 1: targets(byPeriod.range(FigureColumns.periodAndKind(period(numbers[0]), Int(FigureKind.target.code))))
        case 2:
            let first = FigureColumns.periodAndKind(period(numbers[0]), Int(FigureKind.target.code))
            targets(byPeriod.range(first, numbers[1]))
        case 3: indicator(numbers[0], year: numbers[1])
        case 4: series(numbers[0], place: numbers[1])
        case 5: measures(numbers[0], year: numbers[1])
        case 6: related(numbers[0])
        case 7: distance(numbers[0], numbers[1])
        case 8: sentences(parameters[0], parameters[1])
        case 9: countsBySector()
        default: break
        }
        if !isText, rows == 0 { rows = found.count }
    }

    @inline(__always)
    private mutating func put(_ number: Int) {
        answer.append(addingCapacity: 24) { line in
            if number < 0 { line.append(UInt8(ascii: "-")) }
            line.put(UInt64(number.magnitude))
        }
    }

    /// Without the zeros at the end of its decimal places.
    @inline(__always)
    private static func reduced(_ significand: Int64, _ exponent: Int8) -> (Int64, Int8) {
        var (rest, places) = (significand, exponent)
        while places < 0, rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
        return (rest, places)
    }

    @inline(__always)
    private mutating func put(_ significand: Int64, _ exponent: Int8) {
        let (number, power) = Self.reduced(significand, exponent)
        answer.append(addingCapacity: 64) { $0.put(number, power) }
    }

    @inline(__always)
    private mutating func tab() { answer.append(UInt8(ascii: "\t")) }

    @inline(__always)
    private mutating func endRow() {
        answer.append(UInt8(ascii: "\n"))
        rows += 1
    }

    private func period(_ year: Int) -> Int { periods.index(of: Period(year)) ?? Int(UInt16.max) }

    /// Targets of a year: id, indicator, place, sector, value.
    private mutating func targets(_ range: Range<Int>) {
        let ids = byPeriod.listed[range]
        let (ofIndicator, ofPlace) = (byPeriod.beside.indicator[range], byPeriod.beside.place[range])
        let ofSector = byPeriod.beside.sector[range]
        let (significand, exponent) = (byPeriod.beside.value.significands[range], byPeriod.beside.value.exponents[range])
        guard isText else {
            found.append(addingCapacity: range.count) { found in
                for at in range {
                    found.append(
                        Row(
                            id: ids[at], indicator: ofIndicator[at], place: ofPlace[at], sector: UInt32(ofSector[at]),
                            value: significand[at]))
                }
            }
            return
        }
        // Names of its own, so that the answer can grow while they are read.
        let (indicators, places, sectors) = (self.indicators, self.places, self.sectors)
        let (indicatorBytes, indicatorEnds) = (indicators.bytes.span, indicators.ends.span)
        let (placeBytes, placeEnds) = (places.bytes.span, places.ends.span)
        let (sectorBytes, sectorEnds) = (sectors.bytes.span, sectors.ends.span)
        for at in range {
            let (id, indicator, place, sector) = (UInt64(ids[at]), Int(ofIndicator[at]), Int(ofPlace[at]), Int(ofSector[at]))
            let (number, power) = Self.reduced(significand[at], exponent[at])
            answer.append(addingCapacity: 96 + longest) { line in
                line.put(id)
                line.append(UInt8(ascii: "\t"))
                line.append(indicatorBytes.extracting(indicatorEnds[indicator]..<indicatorEnds[indicator + 1]))
                line.append(placeBytes.extracting(placeEnds[place]..<placeEnds[place + 1]))
                line.append(sectorBytes.extracting(sectorEnds[sector]..<sectorEnds[sector + 1]))
                line.put(number, power)
                line.append(UInt8(ascii: "\n"))
            }
            rows += 1
        }
    }

    /// One indicator in a year: place, kind, value.
    private mutating func indicator(_ indicator: Int, year: Int) {
        let range = byIndicator.range(indicator, period(year))
        let (ofPlace, kinds) = (byIndicator.beside.place[range], byIndicator.beside.kind[range])
        let (significand, exponent) = (byIndicator.beside.value.significands[range], byIndicator.beside.value.exponents[range])
        let target = FigureKind.target.code
        guard isText else {
            found.append(addingCapacity: range.count) { found in
                for at in range {
                    let kind: UInt32 = kinds[at] == target ? 0 : 1
                    found.append(Row(id: 0, indicator: UInt32(indicator), place: ofPlace[at], sector: kind, value: significand[at]))
                }
            }
            return
        }
        for at in range {
            let kind = kinds[at] == target ? 0 : 1
            places.append(Int(ofPlace[at]), to: &answer)
            put(kind)
            tab()
            put(significand[at], exponent[at])
            endRow()
        }
    }

    /// One indicator of one place: period, kind, value, in this order.
    private mutating func series(_ indicator: Int, place: Int) {
        let range = byPlace.range(place, indicator)
        let (ofPeriod, kinds) = (byPlace.beside.period[range], byPlace.beside.kind[range])
        let (significand, exponent) = (byPlace.beside.value.significands[range], byPlace.beside.value.exponents[range])
        var order: [UInt64] = []
        order.reserveCapacity(range.count)
        for at in range {
            let kind: UInt64 = kinds[at] == FigureKind.target.code ? 0 : 1
            order.append(UInt64(ofPeriod[at]) << 33 | kind << 32 | UInt64(at - range.lowerBound))
        }
        order.sort()
        for key in order {
            let at = range.lowerBound + Int(key & 0xFFFF_FFFF), kind = Int(key >> 32 & 1)
            let year = periods.period[Int(key >> 33)].start
            guard isText else {
                found.append(Row(id: 0, indicator: UInt32(year), place: 0, sector: UInt32(kind), value: significand[at]))
                continue
            }
            put(Int(year))
            tab()
            put(kind)
            tab()
            put(significand[at], exponent[at])
            endRow()
        }
    }

    /// Measures of a sector in a year: id, place, text. They lie far from each other: of some at a time, where each stands is looked up before
    /// the first is written, so that the memory brings them together.
    private mutating func measures(_ sector: Int, year: Int) {
        let (statements, starts, text) = (graph.measures.statement, graph.documents.textStart, graph.text)
        let rows = measuresByPeriod.rows(period(year), sector)
        guard isText else {
            let places = statements.place
            found.append(addingCapacity: rows.count) { found in
                for row in rows { found.append(Row(id: row, indicator: 0, place: places[Int(row)], sector: 0, value: 0)) }
            }
            return
        }
        let (places, ofPlace, documents, from, to) = (self.places, statements.place, statements.document, statements.start, statements.end)
        let (placeBytes, placeEnds) = (places.bytes.span, places.ends.span)
        let longest = longest
        var some = InlineArray<64, (place: Int, low: Int, high: Int)>(repeating: (0, 0, 0)), first = rows.startIndex
        while first < rows.endIndex {
            let count = min(64, rows.endIndex - first)
            for at in 0..<count {
                let measure = Int(rows[first + at]), base = starts[Int(documents[measure])]
                some[at] = (Int(ofPlace[measure]), base + Int(from[measure]), base + Int(to[measure]))
            }
            var seen: UInt8 = 0
            for at in 0..<count { seen &+= text[some[at].low] &+ text[max(some[at].low, some[at].high - 1)] }
            ahead = seen
            for at in 0..<count {
                let (place, low, high) = some[at], words = text[low..<high]
                answer.append(addingCapacity: 32 + longest + words.count) { line in
                    line.put(UInt64(rows[first + at]))
                    line.append(UInt8(ascii: "\t"))
                    line.append(placeBytes.extracting(placeEnds[place]..<placeEnds[place + 1]))
                    _ = words.withContiguousStorageIfAvailable { line.append($0.span) }
                    line.append(UInt8(ascii: "\n"))
                }
            }
            first += count
        }
        self.rows += rows.count
    }

    /// The twenty measures most related to one, with their weights: 3 for its goal, 2 for its indicator, 1 for each of its sectors that they
    /// share. The long lists of the sectors are read only as far as twenty rows of the best weight that is left are not yet found.
    private mutating func related(_ measure: Int) {
        let first = Int(sectorOfMeasure[measure])
        var second = -1
        moreSectors.forEach(of: measure) { second = $0 }
        if counts.isEmpty { counts = [UInt8](repeating: 0, count: sectorOfMeasure.count) }
        touched.removeAll(keepingCapacity: true)
        add(ofGoal[goalOfMeasure[measure]], 3, besides: measure, first, second)
        indicatorsOfMeasures.forEach(of: measure) { indicator in add(ofIndicator[indicator], 2, besides: measure, first, second) }
        let best: UInt8 = second < 0 ? 1 : 2
        var full = 0
        for row in touched where counts[Int(row)] > best { full += 1 }
        if full < 20 {
            let one = ofSector[first]
            if second < 0 {
                _ = Self.take(20, of: measure, weight: 1, &counts, &touched) { Self.forEach(one, $0) }
            } else {
                // Rows of the sectors alone, those of both first.
                let other = ofSector[second]
                full += Self.take(20, of: measure, weight: 2, &counts, &touched) { Self.forEachCommon(one, other, $0) }
                if full < 20 { _ = Self.take(20, of: measure, weight: 1, &counts, &touched) { Self.forEachOfEither(one, other, $0) } }
            }
        }
        top.removeAll(keepingCapacity: true)
        for row in touched {
            let weight = counts[Int(row)]
            counts[Int(row)] = 0
            if top.count == 20, weight < top[19].weight || weight == top[19].weight && row > top[19].row { continue }
            if top.count == 20 { top.removeLast() }
            var place = top.count
            while place > 0, top[place - 1].weight < weight || top[place - 1].weight == weight && top[place - 1].row > row { place -= 1 }
            top.insert((weight, row), at: place)
        }
        for (weight, row) in top {
            guard isText else {
                found.append(Row(id: row, indicator: 0, place: 0, sector: 0, value: Int64(weight)))
                continue
            }
            put(Int(row))
            tab()
            put(Int(weight))
            endRow()
        }
    }

    /// Weighs the rows of an ascending list, and those that were not weighed before for the sectors too.
    private mutating func add(_ list: SeriesSlice<UInt32>, _ weight: UInt8, besides measure: Int, _ first: Int, _ second: Int) {
        var more = moreSectors.rows.place(notBelow: list.first ?? 0)
        for row in list where Int(row) != measure {
            if counts[Int(row)] == 0 {
                touched.append(row)
                let main = Int(sectorOfMeasure[Int(row)])
                if main == first || main == second { counts[Int(row)] += 1 }
                // The further sectors of rows near each other stand near each other.
                var step = 1
                while more + step < moreSectors.rows.count, moreSectors.rows[more + step] < row {
                    more += step
                    step *= 2
                }
                while step > 0 {
                    if more + step <= moreSectors.rows.count, moreSectors.rows[more + step - 1] < row { more += step }
                    step /= 2
                }
                while more < moreSectors.rows.count, moreSectors.rows[more] == row {
                    let sector = Int(moreSectors.sectors[more])
                    if sector == first || sector == second { counts[Int(row)] += 1 }
                    more += 1
                }
            }
            counts[Int(row)] += weight
        }
    }

    /// Takes up to `most` rows that have no weight yet from those that `rows` gives, ascending; how many there were.
    @inline(__always)
    private static func take(
        _ most: Int, of measure: Int, weight: UInt8, _ counts: inout [UInt8], _ touched: inout [UInt32], rows: ((UInt32) -> Bool) -> Void
    ) -> Int {
        let before = touched.count
        rows { row in
            if counts[Int(row)] == 0, Int(row) != measure {
                touched.append(row)
                counts[Int(row)] = weight
            }
            return touched.count - before < most
        }
        return touched.count - before
    }

    /// Give `body` rows, ascending, until it is false: of a list, of both of two, of either.
    @inline(__always)
    private static func forEach(_ list: SeriesSlice<UInt32>, _ body: (UInt32) -> Bool) {
        for row in list where !body(row) { return }
    }

    /// Which list goes on is added, not branched on: it cannot be foretold.
    @inline(__always)
    private static func forEachCommon(_ one: SeriesSlice<UInt32>, _ other: SeriesSlice<UInt32>, _ body: (UInt32) -> Bool) {
        _ = one.withContiguousStorageIfAvailable { one in
            _ = other.withContiguousStorageIfAvailable { other in
                let (one, other) = (one.span, other.span)
                var (a, b) = (0, 0)
                while a < one.count, b < other.count {
                    let (x, y) = (one[a], other[b])
                    if x == y, !body(x) { return }
                    a &+= x <= y ? 1 : 0
                    b &+= y <= x ? 1 : 0
                }
            }
        }
    }

    @inline(__always)
    private static func forEachOfEither(_ one: SeriesSlice<UInt32>, _ other: SeriesSlice<UInt32>, _ body: (UInt32) -> Bool) {
        var (a, b) = (one.startIndex, other.startIndex)
        while a < one.endIndex || b < other.endIndex {
            let x = a < one.endIndex ? one[a] : .max, y = b < other.endIndex ? other[b] : .max
            if !body(min(x, y)) { return }
            if x <= y { a += 1 }
            if y <= x { b += 1 }
        }
    }

    // MARK: the shortest path

    /// Where the nodes of each type begin among all, in the order of the tables.
    private struct Numbers {
        let place = 0, year: Int, sector: Int, indicator: Int, document: Int, goal: Int, figure: Int, measure: Int, end: Int

        init(_ graph: Graph) {
            year = graph.places.count
            sector = year + graph.periods.count
            indicator = sector + graph.sectors.count
            document = indicator + graph.indicators.count
            goal = document + graph.documents.count
            figure = goal + graph.goals.count
            measure = figure + graph.figures.count
            end = measure + graph.measures.count
        }
    }

    /// The nodes that were reached from one end, by the steps to them: those before `low` are done, those up to `high` the front.
    private struct Side {
        var mark: UInt8
        var low = 0
        var high = 1
        var edges: Int
    }

    /// The number of edges between two nodes, by number: breadth first from both ends, the side with fewer edges first.
    private mutating func distance(_ from: Int, _ to: Int) {
        let numbers = Numbers(graph)
        if marks.isEmpty {
            marks = [UInt8](repeating: 0, count: numbers.end)
            queues = ([UInt32](repeating: 0, count: numbers.end), [UInt32](repeating: 0, count: numbers.end))
        }
        var marks: [UInt8] = [], one: [UInt32] = [], other: [UInt32] = []
        swap(&marks, &self.marks)
        swap(&one, &queues.0)
        swap(&other, &queues.1)
        var start = Side(mark: 1, edges: degree(from, numbers)), end = Side(mark: 2, edges: degree(to, numbers))
        (one[0], other[0]) = (UInt32(from), UInt32(to))
        marks[from] |= 1
        marks[to] |= 2
        var steps = from == to ? 0 : -1, made = 0
        while steps < 0, start.low < start.high, end.low < end.high {
            made += 1
            let met = end.edges < start.edges
                ? expand(&end, &other, &marks, numbers) : expand(&start, &one, &marks, numbers)
            if met { steps = made }
        }
        for at in 0..<start.high { marks[Int(one[at])] = 0 }
        for at in 0..<end.high { marks[Int(other[at])] = 0 }
        swap(&marks, &self.marks)
        swap(&one, &queues.0)
        swap(&other, &queues.1)
        if isText {
            put(steps)
            endRow()
        } else {
            found.append(Row(id: UInt32(truncatingIfNeeded: steps), indicator: 0, place: 0, sector: 0, value: 0))
        }
    }

    /// Takes the next step from one end; whether it met the other.
    private func expand(_ side: inout Side, _ queue: inout [UInt32], _ marks: inout [UInt8], _ numbers: Numbers) -> Bool {
        let front = side.low..<side.high, mark = side.mark
        var high = side.high, met = false
        for at in front {
            forEachNeighbour(of: Int(queue[at]), numbers) { other in
                let known = marks[other]
                if known == 0 {
                    marks[other] = mark
                    queue[high] = UInt32(truncatingIfNeeded: other)
                    high += 1
                } else if known & mark == 0 {
                    met = true
                    return false
                }
                return true
            }
            if met { break }
        }
        (side.low, side.high, side.edges) = (front.upperBound, high, 0)
        if !met { for at in side.low..<high { side.edges += degree(Int(queue[at]), numbers) } }
        return met
    }

    /// About how many edges a node has: what the search goes by.
    private func degree(_ node: Int, _ numbers: Numbers) -> Int {
        if node >= numbers.figure { return 5 }
        let (figures, measures) = (graph.figures.statement, graph.measures.statement)
        switch node {
        case numbers.goal...: return 3 + figures.ofGoal.count(of: node - numbers.goal) + measures.ofGoal.count(of: node - numbers.goal)
        case numbers.document...:
            return 3 + graph.documents.figures.range(at: node - numbers.document).count
                + graph.documents.measures.range(at: node - numbers.document).count
        case numbers.indicator...:
            return graph.figures.ofIndicator.count(of: node - numbers.indicator)
                + graph.measures.ofIndicator.count(of: node - numbers.indicator)
        case numbers.sector...:
            return figures.ofSector.count(of: node - numbers.sector) + measures.ofSector.count(of: node - numbers.sector)
        case numbers.year...: return graph.documents.ofYear.count(of: node - numbers.year) + figures.ofPeriod.count(of: node - numbers.year)
        default: return 1 + graph.places.children.count(of: node) + graph.documents.ofPlace.count(of: node)
        }
    }

    /// Gives `body` the neighbours of a node until it is false. A heading belongs to its document where none is above it.
    @inline(__always)
    private func forEachNeighbour(of node: Int, _ numbers: Numbers, _ body: (Int) -> Bool) {
        func all(_ rows: Range<UInt32>, _ first: Int) -> Bool {
            for row in rows where !body(first + Int(row)) { return false }
            return true
        }
        func all(_ rows: SeriesSlice<UInt32>, _ first: Int) -> Bool {
            rows.withContiguousStorageIfAvailable { rows in
                for row in rows where !body(first + Int(row)) { return false }
                return true
            } ?? true
        }
        switch node {
        case numbers.measure...:
            let row = node - numbers.measure
            guard body(numbers.document + Int(graph.measures.statement.document[row])),
                body(numbers.goal + Int(graph.measures.statement.goal[row])),
                body(numbers.sector + Int(graph.measures.statement.sector[row]))
            else { return }
            for sector in graph.measures.statement.moreSectors[row] where !body(numbers.sector + Int(sector)) { return }
            var goesOn = true
            graph.measures.indicators.forEach(of: row) { goesOn = goesOn && body(numbers.indicator + $0) }
        case numbers.figure...:
            let row = node - numbers.figure
            _ = body(numbers.document + Int(graph.figures.statement.document[row]))
                && body(numbers.goal + Int(graph.figures.statement.goal[row]))
                && body(numbers.indicator + Int(graph.figures.indicator[row]))
                && body(numbers.sector + Int(graph.figures.statement.sector[row]))
                && body(numbers.year + Int(graph.figures.statement.period[row]))
        case numbers.goal...:
            let row = node - numbers.goal, parent = graph.goals.parent[row]
            guard body(parent == noNode ? numbers.document + Int(graph.goals.document[row]) : numbers.goal + Int(parent)) else { return }
            _ = all(graph.goals.children[row], numbers.goal) && all(graph.figures.statement.ofGoal[row], numbers.figure)
                && all(graph.measures.statement.ofGoal[row], numbers.measure)
        case numbers.document...:
            let row = node - numbers.document
            guard body(numbers.place + Int(graph.documents.place[row])), body(numbers.year + Int(graph.documents.year[row])),
                all(
                    graph.documents.goals.rows(at: row).clamped(to: graph.documents.goals[row]..<graph.documents.goals[row] + 1),
                    numbers.goal)
            else { return }
            _ = all(graph.documents.figures.rows(at: row), numbers.figure) && all(graph.documents.measures.rows(at: row), numbers.measure)
        case numbers.indicator...:
            let row = node - numbers.indicator
            _ = all(graph.figures.ofIndicator[row], numbers.figure) && all(graph.measures.ofIndicator[row], numbers.measure)
        case numbers.sector...:
            let row = node - numbers.sector
            _ = all(graph.figures.statement.ofSector[row], numbers.figure) && all(graph.measures.statement.ofSector[row], numbers.measure)
        case numbers.year...:
            let row = node - numbers.year
            _ = all(graph.documents.ofYear[row], numbers.document) && all(graph.figures.statement.ofPeriod[row], numbers.figure)
        default:
            let parent = graph.places.parent[node]
            if parent != noNode, !body(Int(parent)) { return }
            _ = all(graph.places.children[node], numbers.place) && all(graph.documents.ofPlace[node], numbers.document)
        }
    }

    // MARK: texts and counts

    /// Sentences that hold both phrases: how many, then the twenty best.
    private mutating func sentences(_ first: String, _ second: String) {
        let sought = [SoughtText(first, isExact: true), SoughtText(second, isExact: true)]
        let common = graph.sentences(holdingAll: sought) ?? []
        let best = graph.best(20, of: common, to: sought)
        if isText {
            put(common.count)
            endRow()
            for row in best {
                put(Int(row))
                tab()
                answer += graph.text[graph.textRange(ofSentence: Int(row))]
                endRow()
            }
        }
        rows = common.count
    }

    /// Measures by sector and year.
    private mutating func countsBySector() {
        let (postings, sectorCount, periods) = (measuresByPeriod, graph.sectors.count, periods)
        postings.counts { period, sector, count in
            guard sector < sectorCount, period < periods.count else { return }
            guard isText else {
                found.append(Row(id: UInt32(period), indicator: 0, place: 0, sector: UInt32(sector), value: Int64(count)))
                return
            }
            sectors.append(sector, to: &answer)
            put(Int(periods.period[period].start))
            tab()
            put(count)
            endRow()
        }
    }
}

extension OutputSpan<UInt8> {
    @inline(__always)
    fileprivate mutating func put(_ number: UInt64) {
        var digits = InlineArray<20, UInt8>(repeating: 0), at = 20, rest = number
        repeat {
            at -= 1
            digits[at] = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        while at < 20 {
            append(digits[at])
            at += 1
        }
    }

    /// A decimal number, as `DecimalNumber` writes it.
    @inline(__always)
    fileprivate mutating func put(_ significand: Int64, _ exponent: Int8) {
        if significand < 0 { append(UInt8(ascii: "-")) }
        var point: UInt64 = 1
        if exponent < 0 { for _ in 0..<min(18, -Int(exponent)) { point *= 10 } }
        put(significand.magnitude / point)
        if point > 1 { append(UInt8(ascii: ".")) }
        var rest = significand.magnitude % point
        while point > 1 {
            point /= 10
            append(48 + UInt8(truncatingIfNeeded: rest / point))
            rest %= point
        }
        if exponent > 0, significand != 0 { for _ in 0..<exponent { append(48) } }
    }
}
