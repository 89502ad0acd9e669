import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// Fields of a CSV file, record by record. Quotation marks may stand around a field, and are doubled inside it.
struct Records {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var fields: [Range<Int>] = []

    init(_ path: String) throws {
        bytes = try FileSystem.read(path)
        _ = next()
    }

    /// Reads the next record into `fields`; false at the end.
    mutating func next() -> Bool {
        fields.removeAll(keepingCapacity: true)
        guard at < bytes.count else { return false }
        while true {
            var start = at, end = at
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                start += 1
                at += 1
                while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
                end = at
                at += 1
            } else {
                while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") { at += 1 }
                end = at
            }
            fields.append(start..<end)
            let isEnd = at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
            at += 1
            if isEnd { return true }
        }
    }

    func bytes(_ field: Int) -> ArraySlice<UInt8> { bytes[fields[field]] }
    func string(_ field: Int) -> String { String(decoding: bytes[fields[field]], as: UTF8.self) }

    func integer(_ field: Int) -> Int {
        var value = 0, isNegative = false
        for byte in bytes[fields[field]] {
            if byte == UInt8(ascii: "-") { isNegative = true } else { value = value * 10 + Int(byte &- 48) }
        }
        return isNegative ? -value : value
    }
}

/// Tables of places, sectors, indicators, docs, goals, figures and measures as a graph whose rows are those of the tables.
struct Tables {
    let folder: String

    func graph() throws -> Graph {
        var lexicon = Lexicon()
        var records = try Records(folder + "/sectors.csv")
        while records.next() {
            lexicon.sectors.append(
                SectorEntry(sector: Sector("s" + records.string(0)), name: records.string(1), english: "", aliases: []))
        }
        records = try Records(folder + "/indicators.csv")
        while records.next() {
            lexicon.indicators.append(
                IndicatorEntry(
                    name: records.string(1), aliases: [], english: "", family: "", direction: .none,
                    sector: lexicon.sectors[records.integer(2)].sector))
        }
        records = try Records(folder + "/places.csv")
        let levels: [PlaceLevel] = [.province, .city, .county]
        while records.next() {
            let parent = records.integer(3)
            lexicon.places.append(
                PlaceEntry(
                    name: records.string(1), aliases: [], english: "", level: levels[records.integer(2)],
                    parent: parent < 0 ? "" : lexicon.places[parent].name))
        }
        return try graph(lexicon)
    }

    private func graph(_ lexicon: Lexicon) throws -> Graph {
        var builder = GraphBuilder(lexicon: lexicon)
        builder.begin(periods: (2002...2030).map { Period($0) })
        var docs = try Records(folder + "/docs.csv"), goals = try Records(folder + "/goals.csv")
        var figures = try Records(folder + "/figures.csv"), measures = try Records(folder + "/measures.csv")
        var (isGoal, isFigure, isMeasure) = (goals.next(), figures.next(), measures.next())
        var firstGoal = 0
        while docs.next() {
            let id = docs.integer(0), year = docs.integer(2)
            var reading = Reading(
                name: docs.string(0), path: docs.string(0), text: [],
                masthead: Masthead(title: docs.string(3), place: lexicon.places[docs.integer(1)].name, year: year))
            /// Puts the words of a record behind the text, as a sentence.
            func add(_ words: ArraySlice<UInt8>) -> ByteSpan {
                let span = ByteSpan(reading.text.count, reading.text.count + words.count)
                reading.text += words
                reading.text.append(UInt8(ascii: "\n"))
                return span
            }
            while isGoal, goals.integer(1) == id {
                let parent = goals.integer(2), title = goals.string(3)
                let level = parent < 0 ? 1 : reading.goals[parent - firstGoal].level + 1
                let words = add(goals.bytes(3))
                reading.goals.append(
                    Goal(span: words, level: level, title: title, parent: parent < 0 ? nil : parent - firstGoal, looksForward: true))
                isGoal = goals.next()
            }
            while isFigure, figures.integer(1) == id {
                let words = add(figures.bytes(8)), indicator = lexicon.indicators[figures.integer(3)].name
                reading.sentences.append(words)
                reading.figures.append(
                    Figure(
                        span: words, indicator: indicator, canonical: indicator, aspect: .level, comparator: .equal,
                        value: DecimalNumber(figures.string(7)), unit: nil, period: Period(figures.integer(6)),
                        kind: figures.integer(5) == 0 ? .target : .actual, sector: lexicon.sectors[figures.integer(4)].sector,
                        goal: figures.integer(2) - firstGoal, sentence: reading.sentences.count - 1))
                isFigure = figures.next()
            }
            while isMeasure, measures.integer(1) == id {
                let words = add(measures.bytes(6)), second = measures.integer(4)
                reading.sentences.append(words)
                reading.measures.append(
                    Measure(
                        span: words, action: "", sector: lexicon.sectors[measures.integer(3)].sector,
                        moreSectors: second < 0 ? [] : [lexicon.sectors[second].sector], period: Period(year),
                        goal: measures.integer(2) - firstGoal, sentence: reading.sentences.count - 1))
                isMeasure = measures.next()
            }
            firstGoal += reading.goals.count
            builder.append(reading)
        }
        return builder.finish()
    }
}
