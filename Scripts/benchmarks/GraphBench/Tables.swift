import Dispatch
import Documents
import Extraction
import Glibc
import KnowledgeGraph
import Lexicon
import Synchronization

/// Fields of a CSV file, record by record. Quotation marks may stand around a field, and are doubled inside it.
struct Records: @unchecked Sendable {
    /// The file, mapped as long as the program runs.
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private(set) var fields: [Range<Int>] = []

    init(_ path: String) throws {
        let file = open(path, O_RDONLY), size = FileSystem.size(path)
        guard file >= 0, size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw FileFailure(path: path, reason: .system(errno))
        }
        bytes = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)
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

    func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[fields[field]]) }
    func string(_ field: Int) -> String { String(decoding: bytes[fields[field]], as: UTF8.self) }

    /// A decimal number without an exponent.
    func decimal(_ field: Int) -> DecimalNumber {
        var digits: Int64 = 0, places: Int8 = 0, isNegative = false, isFraction = false
        for byte in bytes[fields[field]] {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            default:
                digits = digits * 10 + Int64(byte &- 48)
                if isFraction { places -= 1 }
            }
        }
        return DecimalNumber(significand: isNegative ? -digits : digits, exponent: places)
    }

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

    func graph(withIndex: Bool) throws -> Graph {
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
        return try graph(lexicon, withIndex: withIndex)
    }

    /// Documents that are taken from the tables at a time.
    private static let batch = 64

    /// Documents that are waited for by one thread.
    private final class Queue: Sendable {
        private let batches = Mutex<[[DocumentRows.Document]]>([])
        private let room = DispatchSemaphore(value: 4), filled = DispatchSemaphore(value: 0)

        func put(_ batch: [DocumentRows.Document]) {
            room.wait()
            batches.withLock { $0.append(batch) }
            filled.signal()
        }

        /// Without documents at the end.
        func take() -> [DocumentRows.Document] {
            filled.wait()
            defer { room.signal() }
            return batches.withLock { $0.removeFirst() }
        }
    }

    /// One thread takes documents out of the tables, another puts them into the graph, and one makes the index of their texts.
    private func graph(_ lexicon: Lexicon, withIndex: Bool) throws -> Graph {
        var builder = GraphBuilder(lexicon: lexicon)
        builder.begin(periods: (2002...2030).map { Period($0) })
        let rows = Mutex(try DocumentRows(folder, lexicon)), index = Mutex(TextIndex())
        let toBuild = Queue(), toIndex = Queue(), hasIndexed = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            rows.withLock { rows in
                while true {
                    var batch: [DocumentRows.Document] = []
                    while batch.count < Self.batch, let document = rows.next() { batch.append(document) }
                    toBuild.put(batch)
                    if withIndex { toIndex.put(batch) }
                    if batch.isEmpty { break }
                }
            }
        }
        if withIndex {
            DispatchQueue.global().async {
                var indexer = TextIndexer()
                while true {
                    let batch = toIndex.take()
                    if batch.isEmpty { break }
                    for document in batch { indexer.add(document.reading.text, document.reading.sentences) }
                }
                let made = indexer.finish()
                index.withLock { $0 = made }
                hasIndexed.signal()
            }
        }
        while true {
            let batch = toBuild.take()
            if batch.isEmpty { break }
            for document in batch { builder.append(document.reading, hash: document.hash, indicators: document.indicators) }
        }
        if withIndex { hasIndexed.wait() }
        return builder.finish(index: index.withLock { $0 })
    }
}

/// Documents out of the tables, each with its goals, figures and measures, which follow the documents there.
struct DocumentRows {
    struct Document: Sendable {
        var reading: Reading
        var hash: UInt64
        /// Of each measure.
        var indicators: [String?]
    }

    private let lexicon: Lexicon
    private var docs: Records
    private var goals: Records
    private var figures: Records
    private var measures: Records
    private var isGoal: Bool
    private var isFigure: Bool
    private var isMeasure: Bool
    private var firstGoal = 0

    init(_ folder: String, _ lexicon: Lexicon) throws {
        self.lexicon = lexicon
        docs = try Records(folder + "/docs.csv")
        goals = try Records(folder + "/goals.csv")
        figures = try Records(folder + "/figures.csv")
        measures = try Records(folder + "/measures.csv")
        (isGoal, isFigure, isMeasure) = (goals.next(), figures.next(), measures.next())
    }

    mutating func next() -> Document? {
        guard docs.next() else { return nil }
        let id = docs.integer(0), year = docs.integer(2)
        var text: [UInt8] = []
        text.reserveCapacity(1 << 16)
        var reading = Reading(
            name: docs.string(0), path: docs.string(0), text: [],
            masthead: Masthead(title: docs.string(3), place: lexicon.places[docs.integer(1)].name, year: year))
        /// Puts the words of a record behind the text, as a sentence.
        func add(_ words: UnsafeBufferPointer<UInt8>) -> ByteSpan {
            let span = ByteSpan(text.count, text.count + words.count)
            text += words
            text.append(UInt8(ascii: "\n"))
            return span
        }
        while isGoal, goals.integer(1) == id {
            let parent = goals.integer(2)
            let level = parent < 0 ? 1 : reading.goals[parent - firstGoal].level + 1
            reading.goals.append(
                Goal(
                    span: add(goals.bytes(3)), level: level, title: goals.string(3), parent: parent < 0 ? nil : parent - firstGoal,
                    looksForward: true))
            isGoal = goals.next()
        }
        while isFigure, figures.integer(1) == id {
            let words = add(figures.bytes(8)), indicator = lexicon.indicators[figures.integer(3)].name
            reading.sentences.append(words)
            reading.figures.append(
                Figure(
                    span: words, indicator: indicator, canonical: indicator, aspect: .level, comparator: .equal,
                    value: figures.decimal(7), unit: nil, period: Period(figures.integer(6)),
                    kind: figures.integer(5) == 0 ? .target : .actual, sector: lexicon.sectors[figures.integer(4)].sector,
                    goal: figures.integer(2) - firstGoal, sentence: reading.sentences.count - 1))
            isFigure = figures.next()
        }
        var indicators: [String?] = []
        while isMeasure, measures.integer(1) == id {
            let words = add(measures.bytes(6)), second = measures.integer(4), indicator = measures.integer(5)
            reading.sentences.append(words)
            reading.measures.append(
                Measure(
                    span: words, action: "", sector: lexicon.sectors[measures.integer(3)].sector,
                    moreSectors: second < 0 ? [] : [lexicon.sectors[second].sector], period: Period(year),
                    goal: measures.integer(2) - firstGoal, sentence: reading.sentences.count - 1))
            indicators.append(indicator < 0 ? nil : lexicon.indicators[indicator].name)
            isMeasure = measures.next()
        }
        firstGoal += reading.goals.count
        reading.text = text
        return Document(reading: reading, hash: ContentHash.of(text), indicators: indicators)
    }
}
