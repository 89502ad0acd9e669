import Documents
import Extraction
import Lexicon

/// The statements of documents as JSON, one object a line: the document, then its goals, figures and measures in the order of
/// the text.
public struct StatementStream: Sendable {
    private var json = JSONWriter()

    public init() {}

    /// What was appended since the last `removeAll`.
    public var bytes: [UInt8] { json.bytes }

    /// Forgets what was appended and keeps the memory.
    public mutating func removeAll() { json.removeAll() }

    public mutating func append(_ reading: Reading) {
        document(reading)
        var goal = 0, figure = 0, measure = 0
        func start<Statement>(_ list: [Statement], _ index: Int, _ span: (Statement) -> ByteSpan) -> Int {
            index < list.count ? span(list[index]).start : Int.max
        }
        while true {
            let g = start(reading.goals, goal, \.span), f = start(reading.figures, figure, \.span)
            let m = start(reading.measures, measure, \.span)
            let next = min(g, f, m)
            if next == Int.max { return }
            if next == g {
                append(reading.goals[goal], goal, reading)
                goal += 1
            } else if next == f {
                append(reading.figures[figure], figure, reading)
                figure += 1
            } else {
                append(reading.measures[measure], measure, reading)
                measure += 1
            }
        }
    }

    private mutating func document(_ reading: Reading) {
        json.beginObject()
        json.key(plain: "type")
        json.value("document")
        json.key(plain: "start")
        json.value(0)
        json.key(plain: "end")
        json.value(reading.text.count)
        json.key(plain: "title")
        json.value(reading.masthead.title)
        json.key(plain: "place")
        json.value(reading.masthead.place)
        json.key(plain: "level")
        json.value(reading.masthead.level?.rawValue)
        json.key(plain: "date")
        json.value(reading.masthead.date)
        json.key(plain: "year")
        if let year = reading.masthead.year { json.value(year) } else { json.null() }
        json.key(plain: "name")
        json.value(reading.name)
        json.key(plain: "path")
        json.value(reading.path)
        json.endObject()
        json.newLine()
    }

    private mutating func append(_ goal: Goal, _ index: Int, _ reading: Reading) {
        open("goal", goal.span, reading)
        json.key(plain: "level")
        json.value(goal.level)
        json.key(plain: "title")
        json.value(goal.title)
        json.key(plain: "parent")
        id("g", goal.parent)
        json.key(plain: "forward")
        json.value(goal.looksForward)
        close("g", index)
    }

    private mutating func append(_ figure: Figure, _ index: Int, _ reading: Reading) {
        open("figure", figure.span, reading)
        json.key(plain: "indicator")
        json.value(figure.indicator)
        json.key(plain: "canonical")
        json.value(figure.canonical)
        json.key(plain: "aspect")
        json.value(figure.aspect.rawValue)
        json.key(plain: "comparator")
        json.value(figure.comparator.rawValue)
        json.key(plain: "value")
        json.value(figure.value)
        json.key(plain: "high")
        json.value(figure.high)
        json.key(plain: "unit")
        json.value(figure.unit)
        json.key(plain: "reference")
        json.value(figure.reference)
        json.key(plain: "period")
        json.value(figure.period?.description)
        json.key(plain: "kind")
        json.value(figure.kind.rawValue)
        json.key(plain: "sector")
        json.value(figure.sector.top.rawValue)
        sectors(figure.sectors)
        if let place = figure.place {
            json.key(plain: "place")
            json.value(place)
        }
        json.key(plain: "goal")
        id("g", figure.goal)
        confidence(figure.confidence)
        close("f", index)
    }

    private mutating func append(_ measure: Measure, _ index: Int, _ reading: Reading) {
        open("measure", measure.span, reading)
        json.key(plain: "action")
        json.value(measure.action)
        json.key(plain: "sector")
        json.value(measure.sector.top.rawValue)
        sectors(measure.sectors)
        json.key(plain: "period")
        json.value(measure.period?.description)
        json.key(plain: "goal")
        id("g", measure.goal)
        confidence(measure.confidence)
        close("m", index)
    }

    /// All of them, where there are more than the main one.
    private mutating func sectors(_ sectors: [Sector]) {
        guard sectors.count > 1 else { return }
        json.key(plain: "sectors")
        json.beginArray()
        for sector in sectors { json.value(sector.top.rawValue) }
        json.endArray()
    }

    private mutating func open(_ type: String, _ span: ByteSpan, _ reading: Reading) {
        json.beginObject()
        json.key(plain: "type")
        json.value(type)
        json.key(plain: "start")
        json.value(span.start)
        json.key(plain: "end")
        json.value(span.end)
        json.key(plain: "text")
        let start = max(0, min(span.start, reading.text.count))
        json.value(utf8: reading.text[start..<max(start, min(span.end, reading.text.count))])
    }

    private mutating func confidence(_ confidence: Confidence) {
        json.key(plain: "confidence")
        json.value(DecimalNumber(significand: Int64(confidence.hundredths), exponent: -2))
    }

    private mutating func id(_ letter: Character, _ index: Int?) {
        if let index { json.value(id: letter, index + 1) } else { json.null() }
    }

    private mutating func close(_ letter: Character, _ index: Int) {
        json.key(plain: "id")
        json.value(id: letter, index + 1)
        json.endObject()
        json.newLine()
    }
}
