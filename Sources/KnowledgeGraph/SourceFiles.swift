import Documents
import Extraction
import Lexicon

/// What was read of files that may not have changed since a graph was built of them.
public struct KnownReadings {
    private struct Key: Hashable {
        var hash: UInt64
        var name: String
    }

    private let graph: Graph
    private var documents: [Key: Int] = [:]

    public init(_ graph: Graph) {
        self.graph = graph
        for row in 0..<graph.files.path.count {
            let name = Corpus.documentName(graph.strings[graph.files.path[row]])
            documents[Key(hash: graph.files.hash[row], name: name)] = Int(graph.files.document[row])
        }
    }

    /// What a file with these bytes was read as, wherever it lay then; nil where none of its name had them.
    public func reading(ofFile path: String, hash: UInt64) -> Reading? {
        documents[Key(hash: hash, name: Corpus.documentName(path))].map { graph.reading(of: $0, path: path) }
    }
}

extension Graph {
    /// The readings that its documents were made from.
    public var readings: [Reading] {
        (0..<documents.count).map { reading(of: $0, path: strings[documents.path[$0]]) }
    }

    /// The reading that a document was made from; without its evidence, which no graph holds.
    func reading(of document: Int, path: String) -> Reading {
        let row = document, home = documents.place[row]
        func name(ofPlace place: UInt32) -> String? { place == noNode ? nil : strings[places.name[Int(place)]] }
        func year(_ period: UInt16) -> Period? { period == .max ? nil : periods.period[Int(period)] }
        func local(_ node: UInt32, _ first: UInt32) -> Int? { node == noNode ? nil : Int(node - first) }
        var reading = Reading(
            name: strings[documents.name[row]], path: path,
            text: Array(text[documents.textStart.range(at: row)]),
            masthead: Masthead(
                title: strings[documents.title[row]], place: name(ofPlace: home), level: PlaceLevel(code: documents.level[row]),
                date: strings.string(documents.date[row]), year: year(documents.year[row]).map { Int($0.start) }))
        let firstSentence = sentences.offsets[row], firstGoal = documents.goals[row]
        reading.sentences = (firstSentence..<sentences.offsets[row + 1]).map {
            ByteSpan(Int(sentences.start[Int($0)]), Int(sentences.end[Int($0)]))
        }
        reading.goals = (Int(firstGoal)..<Int(documents.goals[row + 1])).map { goal in
            Goal(
                span: ByteSpan(Int(goals.start[goal]), Int(goals.end[goal])), level: Int(goals.level[goal]),
                title: strings[goals.title[goal]], parent: local(goals.parent[goal], firstGoal), looksForward: goals.looksForward[goal])
        }
        func span(_ columns: StatementColumns, _ row: Int) -> ByteSpan { ByteSpan(Int(columns.start[row]), Int(columns.end[row])) }
        func sectors(_ columns: StatementColumns, _ row: Int) -> (main: Sector, more: [Sector]) {
            func sector(_ row: UInt16) -> Sector { Sector(strings[self.sectors.code[Int(row)]]) }
            return (sector(columns.sector[row]), columns.moreSectors[row].map(sector))
        }
        reading.figures = (Int(documents.figures[row])..<Int(documents.figures[row + 1])).map { figure in
            let columns = figures.statement, of = sectors(columns, figure), place = columns.place[figure]
            var read = Figure(
                span: span(columns, figure), indicator: strings[figures.wording[figure]],
                canonical: strings[indicators.name[Int(figures.indicator[figure])]], aspect: Aspect(code: figures.aspect[figure]) ?? .level,
                comparator: Comparator(code: figures.comparator[figure]) ?? .equal, value: figures.value[figure],
                high: figures.high[figure],
                unit: figures.unit[figure] == .max ? nil : strings[units.name[Int(figures.unit[figure])]],
                reference: strings.string(figures.reference[figure]), period: year(columns.period[figure]),
                kind: FigureKind(code: figures.kind[figure]) ?? .target, sector: of.main, moreSectors: of.more,
                goal: local(columns.goal[figure], firstGoal), sentence: local(columns.sentence[figure], firstSentence),
                place: place == home ? nil : name(ofPlace: place))
            read.confidence = Confidence(hundredths: figures.confidence[figure])
            return read
        }
        reading.measures = (Int(documents.measures[row])..<Int(documents.measures[row + 1])).map { measure in
            let columns = measures.statement, of = sectors(columns, measure)
            var read = Measure(
                span: span(columns, measure), action: strings[measures.action[measure]], sector: of.main, moreSectors: of.more,
                period: year(columns.period[measure]), goal: local(columns.goal[measure], firstGoal),
                sentence: local(columns.sentence[measure], firstSentence))
            read.confidence = Confidence(hundredths: measures.confidence[measure])
            return read
        }
        reading.problems = (Int(documents.problems[row])..<Int(documents.problems[row + 1])).map { problem in
            let columns = problems.statement
            return Problem(
                span: span(columns, problem), sector: sectors(columns, problem).main, period: year(columns.period[problem]),
                goal: local(columns.goal[problem], firstGoal), sentence: local(columns.sentence[problem], firstSentence))
        }
        return reading
    }
}
