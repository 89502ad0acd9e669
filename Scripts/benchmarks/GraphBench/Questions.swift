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

    private mutating func put(_ string: StringTable.ID) {
        for byte in graph.strings.utf8(of: string) { answer.append(byte) }
    }

    private mutating func put(_ value: DecimalNumber?) { answer += Array((value?.description ?? "").utf8) }
    private mutating func tab() { answer.append(UInt8(ascii: "\t")) }

    private mutating func endRow() {
        answer.append(UInt8(ascii: "\n"))
        rows += 1
    }

    private func period(_ year: Int) -> Int { graph.periods.index(of: Period(year)) ?? Int(UInt16.max) }

    /// Targets of a year: id, indicator, place, sector, value.
    private mutating func targets(_ year: Int, sector: Int?) {
        let (figures, statements, target) = (graph.figures, graph.figures.statement, FigureKind.target.code)
        for row in statements.ofPeriod[period(year)] {
            let row = Int(row)
            guard figures.kind[row] == target, sector.map({ Int(statements.sector[row]) == $0 }) ?? true else { continue }
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
        let (figures, statements, period) = (graph.figures, graph.figures.statement, UInt16(period(year)))
        for row in figures.ofIndicator[indicator] {
            let row = Int(row)
            guard statements.period[row] == period else { continue }
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
        for document in graph.documents.ofPlace[place] {
            for row in graph.documents.figures[Int(document)]..<graph.documents.figures[Int(document) + 1] {
                let row = Int(row)
                guard figures.indicator[row] == indicator else { continue }
                let kind = figures.kind[row] == FigureKind.target.code ? 0 : 1
                found.append((Int(statements.period[row]) * 2 + kind, row))
            }
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

    /// Measures of a sector in a year: id, place, text. Both lists ascend, so that one runs along the other.
    private mutating func measures(_ sector: Int, year: Int) {
        let ofSector = graph.measures.statement.ofSector[sector]
        var at = ofSector.startIndex
        for document in graph.documents.ofYear[period(year)] {
            let document = Int(document)
            let (first, end) = (graph.documents.measures[document], graph.documents.measures[document + 1])
            var low = at, high = ofSector.endIndex
            while low < high {
                let middle = (low + high) / 2
                if ofSector[middle] < first { low = middle + 1 } else { high = middle }
            }
            at = low
            while at < ofSector.endIndex, ofSector[at] < end {
                let row = Int(ofSector[at])
                put(row)
                tab()
                put(graph.places.name[Int(graph.documents.place[document])])
                tab()
                let base = graph.documents.textStart[document], statements = graph.measures.statement
                answer += graph.text[base + Int(statements.start[row])..<base + Int(statements.end[row])]
                endRow()
                at += 1
            }
        }
    }

    /// Sentences that hold both phrases: how many, then the twenty best.
    private mutating func sentences(_ first: String, _ second: String) {
        let sought = [SoughtText(first, isExact: true), SoughtText(second, isExact: true)]
        let one = graph.sentences(holding: sought[0]) ?? [], other = graph.sentences(holding: sought[1]) ?? []
        var common: [UInt32] = [], at = 0
        for row in one {
            while at < other.count, other[at] < row { at += 1 }
            if at < other.count, other[at] == row { common.append(row) }
        }
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
        let years = graph.periods.count
        for sector in 0..<graph.sectors.count {
            var counts = [Int](repeating: 0, count: years)
            for row in graph.measures.statement.ofSector[sector] {
                counts[Int(graph.documents.year[Int(graph.measures.statement.document[Int(row)])])] += 1
            }
            for year in 0..<years where counts[year] > 0 {
                put(graph.sectors.name[sector])
                tab()
                put(Int(graph.periods.period[year].start))
                tab()
                put(counts[year])
                endRow()
            }
        }
    }
}
