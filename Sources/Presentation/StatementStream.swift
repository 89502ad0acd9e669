import Documents
import Extraction
import Lexicon

/// The statements of documents as JSON, one object a line: the document, then its goals, figures and measures in the order of
/// the text.
public struct StatementStream: Sendable {
    private var json = JSONWriter()

    /// Whether figures and measures get a member `evidence`.
    public var givesEvidence = false

    public init() {}

    /// What was appended since the last `removeAll`.
    public var bytes: [UInt8] { json.bytes }

    /// Forgets what was appended and keeps the memory.
    public mutating func removeAll() { json.removeAll() }

    public mutating func append(_ reading: Reading) {
        document(reading)
        let goals = reading.goals, figures = reading.figures, measures = reading.measures
        var goal = 0, figure = 0, measure = 0
        while true {
            let g = goal < goals.count ? goals[goal].span.start : Int.max
            let f = figure < figures.count ? figures[figure].span.start : Int.max
            let m = measure < measures.count ? measures[measure].span.start : Int.max
            let next = min(g, f, m)
            if next == Int.max { return }
            if next == g {
                append(goals[goal], goal, reading)
                goal += 1
            } else if next == f {
                append(figures[figure], figure, reading)
                figure += 1
            } else {
                append(measures[measure], measure, reading)
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

    private mutating func append(_ goal: Goal, _ index: Int, _ reading: Reading) {
        open("goal", goal.span, reading)
        json.key(Key.level)
        json.value(goal.level)
        json.key(Key.title)
        json.value(goal.title)
        json.key(Key.parent)
        id("g", goal.parent)
        json.key(Key.forward)
        json.value(goal.looksForward)
        close("g", index)
    }

    private mutating func append(_ figure: Figure, _ index: Int, _ reading: Reading) {
        open("figure", figure.span, reading)
        json.key(Key.indicator)
        json.value(figure.indicator)
        json.key(Key.canonical)
        json.value(figure.canonical)
        json.key(Key.aspect)
        json.value(figure.aspect.rawValue)
        json.key(Key.comparator)
        json.value(figure.comparator.rawValue)
        json.key(Key.value)
        json.value(figure.value)
        json.key(Key.high)
        json.value(figure.high)
        json.key(Key.unit)
        json.value(figure.unit)
        json.key(Key.reference)
        json.value(figure.reference)
        json.key(Key.period)
        json.value(figure.period?.description)
        json.key(Key.kind)
        json.value(figure.kind.rawValue)
        json.key(Key.sector)
        json.value(figure.sector.top.rawValue)
        sectors(figure.sectors)
        if let place = figure.place {
            json.key(Key.place)
            json.value(place)
        }
        json.key(Key.goal)
        id("g", figure.goal)
        confidence(figure.confidence)
        if givesEvidence { evidence(figure.evidence) }
        close("f", index)
    }

    private mutating func append(_ measure: Measure, _ index: Int, _ reading: Reading) {
        open("measure", measure.span, reading)
        json.key(Key.action)
        json.value(measure.action)
        json.key(Key.sector)
        json.value(measure.sector.top.rawValue)
        sectors(measure.sectors)
        json.key(Key.period)
        json.value(measure.period?.description)
        json.key(Key.goal)
        id("g", measure.goal)
        confidence(measure.confidence)
        if givesEvidence { evidence(measure.evidence) }
        close("m", index)
    }

    /// All of them, where there are more than the main one.
    private mutating func sectors(_ sectors: [Sector]) {
        guard sectors.count > 1 else { return }
        json.key(Key.sectors)
        json.beginArray()
        for sector in sectors { json.value(sector.top.rawValue) }
        json.endArray()
    }

    private mutating func open(_ type: String, _ span: ByteSpan, _ reading: Reading) {
        json.beginObject()
        json.key(Key.type)
        json.value(type)
        json.key(Key.start)
        json.value(span.start)
        json.key(Key.end)
        json.value(span.end)
        json.key(Key.text)
        let start = max(0, min(span.start, reading.text.count))
        json.value(utf8: reading.text.span.extracting(start..<max(start, min(span.end, reading.text.count))))
    }

    private mutating func confidence(_ confidence: Confidence) {
        json.key(Key.confidence)
        json.value(DecimalNumber(significand: Int64(confidence.hundredths), exponent: -2))
    }

    /// Spans are `[start, end]`, null where no words gave the field.
    private mutating func evidence(_ evidence: Evidence) {
        json.key(plain: "evidence")
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

    private mutating func id(_ letter: Character, _ index: Int?) {
        if let index { json.value(id: letter, index + 1) } else { json.null() }
    }

    private mutating func close(_ letter: Character, _ index: Int) {
        json.key(Key.id)
        json.value(id: letter, index + 1)
        json.endObject()
        json.newLine()
    }
}

/// The keys of statements, written out once.
private enum Key {
    static let action = JSONWriter.Key("action")
    static let aspect = JSONWriter.Key("aspect")
    static let canonical = JSONWriter.Key("canonical")
    static let confidence = JSONWriter.Key("confidence")
    static let comparator = JSONWriter.Key("comparator")
    static let date = JSONWriter.Key("date")
    static let end = JSONWriter.Key("end")
    static let forward = JSONWriter.Key("forward")
    static let goal = JSONWriter.Key("goal")
    static let high = JSONWriter.Key("high")
    static let id = JSONWriter.Key("id")
    static let indicator = JSONWriter.Key("indicator")
    static let kind = JSONWriter.Key("kind")
    static let level = JSONWriter.Key("level")
    static let name = JSONWriter.Key("name")
    static let parent = JSONWriter.Key("parent")
    static let path = JSONWriter.Key("path")
    static let period = JSONWriter.Key("period")
    static let place = JSONWriter.Key("place")
    static let reference = JSONWriter.Key("reference")
    static let sector = JSONWriter.Key("sector")
    static let sectors = JSONWriter.Key("sectors")
    static let start = JSONWriter.Key("start")
    static let text = JSONWriter.Key("text")
    static let title = JSONWriter.Key("title")
    static let type = JSONWriter.Key("type")
    static let unit = JSONWriter.Key("unit")
    static let value = JSONWriter.Key("value")
    static let year = JSONWriter.Key("year")
}
