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
        isValid = (try? UTF8Span(validating: text)) != nil
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
        json.raw("{\"type\":\"goal\"")
        open(goal.span, text)
        json.raw(",\"level\":")
        json.raw(goal.level)
        json.raw(",\"title\":")
        json.raw(text: goal.title)
        json.raw(",\"parent\":")
        id(goal.parent)
        if goal.looksForward { json.raw(",\"forward\":true,\"id\":\"g") } else { json.raw(",\"forward\":false,\"id\":\"g") }
        close(index)
    }

    private mutating func append(_ figure: borrowing Figure, _ index: Int, _ text: Span<UInt8>) {
        json.raw("{\"type\":\"figure\"")
        open(figure.span, text)
        json.raw(",\"indicator\":")
        json.raw(text: figure.indicator)
        json.raw(",\"canonical\":")
        json.raw(text: figure.canonical)
        json.raw(",\"aspect\":")
        json.raw(text: figure.aspect.rawValue)
        json.raw(",\"comparator\":")
        json.raw(text: figure.comparator.rawValue)
        json.raw(",\"value\":")
        json.raw(figure.value)
        json.raw(",\"high\":")
        json.raw(figure.high)
        json.raw(",\"unit\":")
        json.raw(text: figure.unit)
        json.raw(",\"reference\":")
        json.raw(text: figure.reference)
        period(figure.period)
        json.raw(",\"kind\":")
        json.raw(text: figure.kind.rawValue)
        sectors(figure.sector, figure.moreSectors)
        if let place = figure.place {
            json.raw(",\"place\":")
            json.raw(text: place)
        }
        json.raw(",\"goal\":")
        id(figure.goal)
        confidence(figure.confidence)
        if givesEvidence { evidence(figure.evidence) }
        json.raw(",\"id\":\"f")
        close(index)
    }

    private mutating func append(_ measure: borrowing Measure, _ index: Int, _ text: Span<UInt8>) {
        json.raw("{\"type\":\"measure\"")
        open(measure.span, text)
        json.raw(",\"action\":")
        json.raw(text: measure.action)
        sectors(measure.sector, measure.moreSectors)
        period(measure.period)
        json.raw(",\"goal\":")
        id(measure.goal)
        confidence(measure.confidence)
        if givesEvidence { evidence(measure.evidence) }
        json.raw(",\"id\":\"m")
        close(index)
    }

    private mutating func open(_ span: ByteSpan, _ text: Span<UInt8>) {
        json.raw(",\"start\":")
        json.raw(span.start)
        json.raw(",\"end\":")
        json.raw(span.end)
        json.raw(",\"text\":")
        let start = max(0, min(span.start, text.count))
        json.raw(text: text.extracting(start..<max(start, min(span.end, text.count))), isValid: isValid)
    }

    /// The main one, and all of them where there are more.
    private mutating func sectors(_ main: Sector, _ more: [Sector]) {
        json.raw(",\"sector\":")
        json.raw(code: main.rawValue)
        guard !more.isEmpty else { return }
        json.raw(",\"sectors\":[")
        json.raw(code: main.rawValue)
        for sector in more {
            json.raw(",")
            json.raw(code: sector.rawValue)
        }
        json.raw("]")
    }

    private mutating func period(_ period: Period?) {
        guard let period else { return json.raw(",\"period\":null") }
        json.raw(",\"period\":\"")
        json.raw(Int(period.start))
        if !period.isYear {
            json.raw("/")
            json.raw(Int(period.end))
        }
        json.raw("\"")
    }

    private mutating func confidence(_ confidence: Confidence) {
        json.raw(",\"confidence\":")
        json.raw(DecimalNumber(significand: Int64(confidence.hundredths), exponent: -2))
    }

    /// The id of a goal.
    private mutating func id(_ index: Int?) {
        guard let index else { return json.raw("null") }
        json.raw("\"g")
        json.raw(index + 1)
        json.raw("\"")
    }

    private mutating func close(_ index: Int) {
        json.raw(index + 1)
        json.raw("\"}")
        json.newLine()
    }

    /// Spans are `[start, end]`, null where no words gave the field.
    private mutating func evidence(_ evidence: Evidence) {
        json.raw(",\"evidence\":")
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
