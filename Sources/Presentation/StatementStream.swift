import Documents
import Extraction
import Lexicon

/// The statements of documents as JSON, one object a line: the document, then its goals, figures and measures in the order of
/// the text.
public struct StatementStream: Sendable {
    private var json = JSONWriter()
    /// Whether the text of the document at hand is well-formed throughout.
    private var isValid = false

    /// Whether figures and measures get a member `evidence`.
    public var givesEvidence = false

    public init() {}

    /// What was appended since the last `removeAll`.
    public var bytes: [UInt8] { json.bytes }

    /// Forgets what was appended and keeps the memory.
    public mutating func removeAll() { json.removeAll() }

    public mutating func append(_ reading: Reading) {
        // Most reports give three times their text.
        json.reserve(4 * reading.text.count)
        let text = reading.text.span
        isValid = reading.isWellFormed || (try? UTF8Span(validating: text)) != nil
        document(reading)
        // Spans lend a statement where an array would copy it.
        let goals = reading.goals.span, figures = reading.figures.span, measures = reading.measures.span
        var goal = 0, figure = 0, measure = 0
        while true {
            let g = goal < goals.count ? goals[goal].span.start : Int.max
            let f = figure < figures.count ? figures[figure].span.start : Int.max
            let m = measure < measures.count ? measures[measure].span.start : Int.max
            let next = min(g, f, m)
            if next == Int.max { return }
            if next == g {
                append(goals[goal], goal, text)
                goal += 1
            } else if next == f {
                append(figures[figure], figure, text)
                figure += 1
            } else {
                append(measures[measure], measure, text)
                measure += 1
            }
        }
    }

    private mutating func document(_ reading: Reading) {
        json.beginObject()
        json.key(Key.type)
        json.value("document")
        json.key(Key.start)
        json.value(0)
        json.key(Key.end)
        json.value(reading.text.count)
        json.key(Key.title)
        json.value(reading.masthead.title)
        json.key(Key.place)
        json.value(reading.masthead.place)
        json.key(Key.level)
        json.value(reading.masthead.level?.rawValue)
        json.key(Key.date)
        json.value(reading.masthead.date)
        json.key(Key.year)
        if let year = reading.masthead.year { json.value(year) } else { json.null() }
        json.key(Key.name)
        json.value(reading.name)
        json.key(Key.path)
        json.value(reading.path)
        json.endObject()
        json.newLine()
    }

    private mutating func append(_ goal: borrowing Goal, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(goal.span, in: text)), isValid = isValid
        json.line(room: Self.room + Line.room(forText: words.count + goal.title.utf8.count)) { line in
            line.append("{\"type\":\"goal\"")
            Self.open(goal.span, words, isValid, &line)
            line.append(",\"level\":")
            line.append(number: goal.level)
            line.append(",\"title\":")
            line.append(text: goal.title)
            line.append(",\"parent\":")
            Self.goal(goal.parent, &line)
            if goal.looksForward { line.append(",\"forward\":true,\"id\":\"g") } else { line.append(",\"forward\":false,\"id\":\"g") }
            Self.close(index, &line)
        }
    }

    private mutating func append(_ figure: borrowing Figure, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(figure.span, in: text)), isValid = isValid
        var letters = words.count + figure.indicator.utf8.count + figure.canonical.utf8.count
        letters += (figure.unit?.utf8.count ?? 0) + (figure.reference?.utf8.count ?? 0) + (figure.place?.utf8.count ?? 0)
        let sectors = Self.letters(figure.sector, figure.moreSectors)
        json.line(room: Self.room + sectors + Line.room(forText: letters)) { line in
            line.append("{\"type\":\"figure\"")
            Self.open(figure.span, words, isValid, &line)
            line.append(",\"indicator\":")
            line.append(text: figure.indicator)
            line.append(",\"canonical\":")
            line.append(text: figure.canonical)
            line.append(",\"aspect\":")
            line.append(text: figure.aspect.rawValue)
            line.append(",\"comparator\":")
            line.append(text: figure.comparator.rawValue)
            line.append(",\"value\":")
            line.append(number: figure.value)
            line.append(",\"high\":")
            line.append(number: figure.high)
            line.append(",\"unit\":")
            line.append(text: figure.unit)
            line.append(",\"reference\":")
            line.append(text: figure.reference)
            Self.period(figure.period, &line)
            line.append(",\"kind\":")
            line.append(text: figure.kind.rawValue)
            Self.sectors(figure.sector, figure.moreSectors, &line)
            if let place = figure.place {
                line.append(",\"place\":")
                line.append(text: place)
            }
            line.append(",\"goal\":")
            Self.goal(figure.goal, &line)
            Self.confidence(figure.confidence, &line)
        }
        if givesEvidence { evidence(figure.evidence) }
        json.line(room: Self.room) { line in
            line.append(",\"id\":\"f")
            Self.close(index, &line)
        }
    }

    private mutating func append(_ measure: borrowing Measure, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(measure.span, in: text)), isValid = isValid
        let sectors = Self.letters(measure.sector, measure.moreSectors)
        json.line(room: Self.room + sectors + Line.room(forText: words.count + measure.action.utf8.count)) { line in
            line.append("{\"type\":\"measure\"")
            Self.open(measure.span, words, isValid, &line)
            line.append(",\"action\":")
            line.append(text: measure.action)
            Self.sectors(measure.sector, measure.moreSectors, &line)
            Self.period(measure.period, &line)
            line.append(",\"goal\":")
            Self.goal(measure.goal, &line)
            Self.confidence(measure.confidence, &line)
        }
        if givesEvidence { evidence(measure.evidence) }
        json.line(room: Self.room) { line in
            line.append(",\"id\":\"m")
            Self.close(index, &line)
        }
    }

    private typealias Line = OutputSpan<UInt8>

    /// Bytes for the keys of a line, its numbers and its few words of the closed vocabularies.
    private static let room = 500 + 6 * Line.roomForNumber

    /// Where `span` lies in `text`.
    private static func range(_ span: ByteSpan, in text: Span<UInt8>) -> Range<Int> {
        let start = max(0, min(span.start, text.count))
        return start..<max(start, min(span.end, text.count))
    }

    @inline(__always)
    private static func open(_ span: ByteSpan, _ words: Span<UInt8>, _ isValid: Bool, _ line: inout Line) {
        line.append(",\"start\":")
        line.append(number: span.start)
        line.append(",\"end\":")
        line.append(number: span.end)
        line.append(",\"text\":")
        line.append(text: words, isValid: isValid)
    }

    /// Room for the codes of sectors, with quotes and commas.
    private static func letters(_ main: Sector, _ more: [Sector]) -> Int {
        var letters = 2 * main.rawValue.utf8.count
        for sector in more { letters += sector.rawValue.utf8.count + 3 }
        return letters
    }

    /// The main one, and all of them where there are more.
    @inline(__always)
    private static func sectors(_ main: Sector, _ more: [Sector], _ line: inout Line) {
        line.append(",\"sector\":")
        line.append(code: main.rawValue)
        guard !more.isEmpty else { return }
        line.append(",\"sectors\":[")
        line.append(code: main.rawValue)
        for sector in more {
            line.append(",")
            line.append(code: sector.rawValue)
        }
        line.append("]")
    }

    @inline(__always)
    private static func period(_ period: Period?, _ line: inout Line) {
        guard let period else { return line.append(",\"period\":null") }
        line.append(",\"period\":\"")
        line.append(number: Int(period.start))
        if !period.isYear {
            line.append("/")
            line.append(number: Int(period.end))
        }
        line.append("\"")
    }

    @inline(__always)
    private static func confidence(_ confidence: Confidence, _ line: inout Line) {
        line.append(",\"confidence\":")
        line.append(number: DecimalNumber(significand: Int64(confidence.hundredths), exponent: -2))
    }

    /// The id of a goal.
    @inline(__always)
    private static func goal(_ index: Int?, _ line: inout Line) {
        guard let index else { return line.append("null") }
        line.append("\"g")
        line.append(number: index + 1)
        line.append("\"")
    }

    @inline(__always)
    private static func close(_ index: Int, _ line: inout Line) {
        line.append(number: index + 1)
        line.append("\"}\n")
    }

    /// Spans are `[start, end]`, null where no words gave the field.
    private mutating func evidence(_ evidence: Evidence) {
        json.line(room: 20) { $0.append(",\"evidence\":") }
        json.beginObject()
        json.key(plain: "rules")
        json.beginObject()
        for (key, rule) in [("indicator", "\(evidence.name)"), ("period", "\(evidence.time)"), ("kind", "\(evidence.kind)")] {
            json.key(key)
            json.value(rule)
        }
        json.endObject()
        json.key(plain: "signs")
        json.beginArray()
        for sign in evidence.signs { json.value("\(sign)") }
        json.endArray()
        json.key(plain: "words")
        json.beginObject()
        for (key, words) in evidence.words {
            json.key(key)
            guard let span = words.span else {
                json.null()
                continue
            }
            json.beginArray()
            json.value(span.start)
            json.value(span.end)
            json.endArray()
        }
        json.endObject()
        json.endObject()
    }
}

/// The keys of documents, written out once.
private enum Key {
    static let date = JSONWriter.Key("date")
    static let end = JSONWriter.Key("end")
    static let level = JSONWriter.Key("level")
    static let name = JSONWriter.Key("name")
    static let path = JSONWriter.Key("path")
    static let place = JSONWriter.Key("place")
    static let start = JSONWriter.Key("start")
    static let title = JSONWriter.Key("title")
    static let type = JSONWriter.Key("type")
    static let year = JSONWriter.Key("year")
}
