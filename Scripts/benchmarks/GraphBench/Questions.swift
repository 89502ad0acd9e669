import Extraction
import KnowledgeGraph
import Lexicon

/// The questions of the bench on the columns of a graph. Each answer is text: a line for each row, tabs between its fields.
struct Questions {
    let graph: Graph
    private(set) var answer: [UInt8] = []
    private(set) var rows = 0

    init(_ graph: Graph) { self.graph = graph }

    mutating func ask(_ name: String, _ parameters: [String]) {
        answer.removeAll(keepingCapacity: true)
        rows = 0
        let numbers = parameters.map { Int($0) ?? 0 }
        switch name {
        case "Q1": targets(numbers[0], sector: nil)
        case "Q2": targets(numbers[0], sector: numbers[1])
        case "Q3": indicator(numbers[0], year: numbers[1])
        case "Q4": series(numbers[0], place: numbers[1])
        case "Q5": measures(numbers[0], year: numbers[1])
        case "Q8": sentences(parameters[0], parameters[1])
        case "Q9": counts()
        default: break
        }
    }

    private mutating func put(_ number: Int) {
        if number < 0 { answer.append(UInt8(ascii: "-")) }
        var rest = number.magnitude, power: UInt = 1
        while rest / power >= 10 { power *= 10 }
        while power > 0 {
            answer.append(48 + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }

    private mutating func put(_ string: StringTable.ID) { answer += graph.strings.utf8(of: string) }

    /// Without the zeros at the end of its decimal places.
    private mutating func put(_ value: DecimalNumber?) {
        guard let value else { return }
        var (rest, places) = (Int(value.significand), -Int(value.exponent))
        while places < 0 { (rest, places) = (rest * 10, places + 1) }
        while places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
        var power = 1
        for _ in 0..<places { power *= 10 }
        put(rest / power)
        guard places > 0 else { return }
        answer.append(UInt8(ascii: "."))
        rest %= power
        while power > 1 {
            power /= 10
            answer.append(48 + UInt8(rest / power))
            rest %= power
        }
    }

    private mutating func tab() { answer.append(UInt8(ascii: "\t")) }

    private mutating func endRow() {
        answer.append(UInt8(ascii: "\n"))
        rows += 1
    }

    private func period(_ year: Int) -> Int { graph.periods.index(of: Period(year)) ?? Int(UInt16.max) }

    /// Targets of a year: id, indicator, place, sector, value.
    private mutating func targets(_ year: Int, sector: Int?) {
        let first = FigureColumns.periodAndKind(period(year), Int(FigureKind.target.code))
        if let sector {
            targets(graph.figures.byPeriod.rows(first, sector))
        } else {
            let postings = graph.figures.byPeriod
            postings.forEach(of: first) { targets($1) }
        }
    }

    private mutating func targets(_ rows: SeriesSlice<UInt32>) {
        let (figures, statements) = (graph.figures, graph.figures.statement)
        for row in rows {
            let row = Int(row)
            put(row)
            tab()
            put(graph.indicators.name[Int(figures.indicator[row])])
            tab()
            put(graph.places.name[Int(statements.place[row])])
            tab()
            put(graph.sectors.name[Int(statements.sector[row])])
            tab()
            put(figures.value[row])
            endRow()
        }
    }

    /// One indicator in a year: place, kind, value.
    private mutating func indicator(_ indicator: Int, year: Int) {
        let (figures, statements) = (graph.figures, graph.figures.statement)
        for row in figures.byIndicator.rows(indicator, period(year)) {
            let row = Int(row)
            put(graph.places.name[Int(statements.place[row])])
            tab()
            put(figures.kind[row] == FigureKind.target.code ? 0 : 1)
            tab()
            put(figures.value[row])
            endRow()
        }
    }

    /// One indicator of one place: period, kind, value, in this order.
    private mutating func series(_ indicator: Int, place: Int) {
        let (figures, statements) = (graph.figures, graph.figures.statement)
        var found: [(key: Int, row: Int)] = []
        for row in figures.byPlace.rows(place, indicator) {
            let row = Int(row), kind = figures.kind[row] == FigureKind.target.code ? 0 : 1
            found.append((Int(statements.period[row]) * 2 + kind, row))
        }
        found.sort { ($0.key, $0.row) < ($1.key, $1.row) }
        for (key, row) in found {
            put(Int(graph.periods.period[Int(statements.period[row])].start))
            tab()
            put(key & 1)
            tab()
            put(figures.value[row])
            endRow()
        }
    }

    /// Measures of a sector in a year: id, place, text.
    private mutating func measures(_ sector: Int, year: Int) {
        let statements = graph.measures.statement
        for row in graph.measures.byPeriod.rows(period(year), sector) {
            let row = Int(row), document = Int(statements.document[row])
            put(row)
            tab()
            put(graph.places.name[Int(statements.place[row])])
            tab()
            let base = graph.documents.textStart[document]
            answer += graph.text[base + Int(statements.start[row])..<base + Int(statements.end[row])]
            endRow()
        }
    }

    /// Sentences that hold both phrases: how many, then the twenty best.
    private mutating func sentences(_ first: String, _ second: String) {
        let sought = [SoughtText(first, isExact: true), SoughtText(second, isExact: true)]
        let common = graph.sentences(holdingAll: sought) ?? []
        let scores = graph.relevance(of: common, to: sought)
        put(common.count)
        endRow()
        for (_, row) in zip(scores, common).sorted(by: { ($1.0, $0.1) < ($0.0, $1.1) }).prefix(20) {
            put(Int(row))
            tab()
            answer += graph.text[graph.textRange(ofSentence: Int(row))]
            endRow()
        }
        rows = common.count
    }

    /// Measures by sector and year.
    private mutating func counts() {
        let postings = graph.measures.byPeriod
        postings.counts { period, sector, count in
            guard sector < graph.sectors.count, period < graph.periods.count else { return }
            put(graph.sectors.name[sector])
            tab()
            put(Int(graph.periods.period[period].start))
            tab()
            put(count)
            endRow()
        }
    }
}
