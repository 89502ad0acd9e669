import Documents
import Extraction
import Lexicon

/// The statements of documents as JSON, one object a line: the document, then its goals, figures and measures in the order of
/// the text.
public struct StatementStream: StatementSink, Sendable {
    private var json = JSONWriter()
    /// Whether the text of the document at hand is well-formed throughout.
    private var isValid = false

    /// Whether figures and measures get a member `evidence`.
    public var givesEvidence = false

    /// Whether all is given that a graph is made of: the document's text and sentences, the sentence and the finer sectors of
    /// each statement, and how many statements there are.
    public var givesText = false

    /// The id of the document that each line names; problems are given only where there is one.
    public var document: String?

    public init() {}

    /// A document that gave nothing. `document` is its id, where it is known; `line` where it stood in the input, from 1 on.
    public mutating func appendError(document: String?, line: Int?, reason: String) {
        json.beginObject()
        json.key(Key.type)
        json.value("error")
        json.key(Key.document)
        json.value(document)
        json.key(Key.line)
        if let line { json.value(line) } else { json.null() }
        json.key(Key.reason)
        json.value(reason)
        json.endObject()
        json.newLine()
    }

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
        let problems = reading.problems.span
        var goal = 0, figure = 0, measure = 0, problem = document == nil ? problems.count : 0
        while true {
            let g = goal < goals.count ? goals[goal].span.start : Int.max
            let f = figure < figures.count ? figures[figure].span.start : Int.max
            let m = measure < measures.count ? measures[measure].span.start : Int.max
            let p = problem < problems.count ? problems[problem].span.start : Int.max
            let next = min(min(g, f), min(m, p))
            if next == Int.max { return }
            if next == g {
                append(goals[goal], goal, text)
                goal += 1
            } else if next == f {
                append(figures[figure], figure, text)
                figure += 1
            } else if next == m {
                append(measures[measure], measure, text)
                measure += 1
            } else {
                append(problems[problem], problem, text)
                problem += 1
            }
        }
    }

    // MARK: - Statement by statement

    /// The text of the document at hand, and how many of its statements were added.
    private var text: [UInt8] = []
    private var goals = 0, figures = 0, measures = 0, problems = 0

    /// How many bytes there are.
    public var count: Int { json.bytes.count }

    /// Statements that are added behind it are of this document. What `givesText` asks for needs a whole reading.
    public mutating func begin(_ reading: Reading) {
        text = reading.text
        json.reserve(min(4 * text.count, 1 << 19))
        (goals, figures, measures, problems) = (0, 0, 0, 0)
        isValid = reading.isWellFormed || (try? UTF8Span(validating: text.span)) != nil
        document(reading)
    }

    public mutating func add(_ goal: consuming Goal) {
        let text = text
        append(goal, goals, text.span)
        goals += 1
    }

    public mutating func add(_ figure: consuming Figure) {
        let text = text
        append(figure, figures, text.span)
        figures += 1
    }

    public mutating func add(_ measure: consuming Measure) {
        let text = text
        append(measure, measures, text.span)
        measures += 1
    }

    public mutating func add(_ problem: consuming Problem) {
        let text = text
        if document != nil { append(problem, problems, text.span) }
        problems += 1
    }

    private mutating func document(_ reading: Reading) {
        json.beginObject()
        json.key(Key.type)
        json.value("document")
        if let document {
            json.key(Key.document)
            json.value(document)
        }
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
        if givesText { whole(reading) }
        json.endObject()
        json.newLine()
    }

    private mutating func whole(_ reading: Reading) {
        json.key(Key.counts)
        json.beginArray()
        for count in [reading.goals.count, reading.figures.count, reading.measures.count, reading.problems.count] { json.value(count) }
        json.endArray()
        json.key(Key.sentences)
        json.beginArray()
        for sentence in reading.sentences {
            json.value(sentence.start)
            json.value(sentence.end)
        }
        json.endArray()
        json.key(Key.content)
        json.value(utf8: reading.text.span)
    }

    private mutating func append(_ goal: borrowing Goal, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(goal.span, in: text)), isValid = isValid, isBrief = isBrief
        json.line(room: Self.room + Line.room(forText: words.count + goal.title.utf8.count)) { line in
            Self.open("{\"type\":\"goal\",\"start\":", goal.span, words, isValid, &line)
            line.append("\",\"level\":")
            line.append(number: goal.level)
            line.append(",\"title\":")
            line.append(text: goal.title)
            line.append(",\"parent\":")
            Self.goal(goal.parent, &line)
            if goal.looksForward { line.append(",\"forward\":true") } else { line.append(",\"forward\":false") }
            if isBrief { Self.close("g", index, &line) }
        }
        if isBrief { return }
        ofDocument()
        close("g", index)
    }

    private mutating func append(_ figure: borrowing Figure, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(figure.span, in: text)), isValid = isValid, isBrief = isBrief
        var letters = words.count + figure.indicator.utf8.count + figure.canonical.utf8.count
        letters += (figure.unit?.utf8.count ?? 0) + (figure.reference?.utf8.count ?? 0) + (figure.place?.utf8.count ?? 0)
        let sectors = Self.letters(figure.sector, figure.moreSectors)
        json.line(room: Self.room + sectors + Line.room(forText: letters)) { line in
            Self.open("{\"type\":\"figure\",\"start\":", figure.span, words, isValid, &line)
            line.append("\",\"indicator\":\"")
            line.append(quoted: figure.indicator.utf8Span.span, isValid: true)
            line.append("\",\"canonical\":\"")
            line.append(quoted: figure.canonical.utf8Span.span, isValid: true)
            line.append("\",\"aspect\":\"")
            line.append(figure.aspect.rawValue.utf8Span.span)
            line.append("\",\"comparator\":\"")
            line.append(figure.comparator.rawValue.utf8Span.span)
            line.append("\",\"value\":")
            line.append(number: figure.value)
            line.append(",\"high\":")
            line.append(number: figure.high)
            line.append(",\"unit\":")
            line.append(text: figure.unit)
            line.append(",\"reference\":")
            line.append(text: figure.reference)
            Self.period(figure.period, &line)
            line.append(",\"kind\":\"")
            line.append(figure.kind.rawValue.utf8Span.span)
            line.append("\"")
            Self.sectors(figure.sector, figure.moreSectors, &line)
            if let place = figure.place {
                line.append(",\"place\":")
                line.append(text: place)
            }
            line.append(",\"goal\":")
            Self.goal(figure.goal, &line)
            Self.confidence(figure.confidence, &line)
            if isBrief { Self.close("f", index, &line) }
        }
        if isBrief { return }
        if givesEvidence { evidence(figure.evidence) }
        more(sentence: figure.sentence, figure.sector, figure.moreSectors)
        if givesText { given(source: figure.source, note: figure.note) }
        close("f", index)
    }

    private mutating func append(_ measure: borrowing Measure, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(measure.span, in: text)), isValid = isValid, isBrief = isBrief
        let sectors = Self.letters(measure.sector, measure.moreSectors)
        json.line(room: Self.room + sectors + Line.room(forText: words.count + measure.action.utf8.count)) { line in
            Self.open("{\"type\":\"measure\",\"start\":", measure.span, words, isValid, &line)
            line.append("\",\"action\":\"")
            line.append(quoted: measure.action.utf8Span.span, isValid: true)
            line.append("\"")
            Self.sectors(measure.sector, measure.moreSectors, &line)
            Self.period(measure.period, &line)
            line.append(",\"goal\":")
            Self.goal(measure.goal, &line)
            Self.confidence(measure.confidence, &line)
            if isBrief { Self.close("m", index, &line) }
        }
        if isBrief { return }
        if givesEvidence { evidence(measure.evidence) }
        more(sentence: measure.sentence, measure.sector, measure.moreSectors)
        close("m", index)
    }

    private mutating func append(_ problem: borrowing Problem, _ index: Int, _ text: Span<UInt8>) {
        let words = text.extracting(Self.range(problem.span, in: text)), isValid = isValid
        json.line(room: Self.room + Self.letters(problem.sector, []) + Line.room(forText: words.count)) { line in
            Self.open("{\"type\":\"problem\",\"start\":", problem.span, words, isValid, &line)
            line.append("\"")
            Self.sectors(problem.sector, [], &line)
            Self.period(problem.period, &line)
            line.append(",\"goal\":")
            Self.goal(problem.goal, &line)
        }
        more(sentence: problem.sentence, problem.sector, [])
        close("p", index)
    }

    /// Whether a statement is written at one go.
    private var isBrief: Bool { document == nil && !givesEvidence && !givesText }

    private mutating func ofDocument() {
        guard let document else { return }
        json.line(room: Self.room + Line.room(forText: document.utf8.count)) { line in
            line.append(",\"document\":")
            line.append(text: document)
        }
    }

    /// The document; with the text, the sentence as a place in the document's `sentences`, and the sectors as fine as they are known.
    private mutating func more(sentence: Int?, _ main: Sector, _ more: [Sector]) {
        ofDocument()
        guard givesText else { return }
        json.line(room: Self.room + Line.room(forText: Self.letters(main, more))) { line in
            line.append(",\"sentence\":")
            if let sentence { line.append(number: sentence) } else { line.append("null") }
            line.append(",\"topics\":[")
            line.append(text: main.rawValue)
            for sector in more {
                line.append(",")
                line.append(text: sector.rawValue)
            }
            line.append("]")
        }
    }

    /// What a row of a table of facts says besides.
    private mutating func given(source: String?, note: String?) {
        json.line(room: Self.room + Line.room(forText: (source?.utf8.count ?? 0) + (note?.utf8.count ?? 0))) { line in
            line.append(",\"source\":")
            line.append(text: source)
            line.append(",\"note\":")
            line.append(text: note)
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

    /// Up to the text, whose closing quote is left to the caller; `type` ends with the key of the span's start.
    @inline(__always)
    private static func open(_ type: StaticString, _ span: ByteSpan, _ words: Span<UInt8>, _ isValid: Bool, _ line: inout Line) {
        line.append(type)
        line.append(number: span.start)
        line.append(",\"end\":")
        line.append(number: span.end)
        line.append(",\"text\":\"")
        line.append(quoted: words, isValid: isValid)
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
        line.append(",\"sector\":\"")
        line.append(code: main.rawValue)
        guard !more.isEmpty else { return line.append("\"") }
        line.append("\",\"sectors\":[\"")
        line.append(code: main.rawValue)
        for sector in more {
            line.append("\",\"")
            line.append(code: sector.rawValue)
        }
        line.append("\"]")
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
        let hundredths = UInt64(confidence.hundredths), point: UInt64 = 0x3030_2E30
        line.append(word: point | hundredths / 100 | (hundredths / 10 % 10) << 16 | (hundredths % 10) << 24, count: 4)
    }

    /// The id of a goal.
    @inline(__always)
    private static func goal(_ index: Int?, _ line: inout Line) {
        guard let index else { return line.append("null") }
        line.append("\"g")
        line.append(number: index + 1)
        line.append("\"")
    }

    /// The id of a statement, which ends its line.
    @inline(__always)
    private static func close(_ letter: Unicode.Scalar, _ index: Int, _ line: inout Line) {
        line.append(",\"id\":\"")
        line.append(UInt8(ascii: letter))
        line.append(number: index + 1)
        line.append("\"}\n")
    }

    private mutating func close(_ letter: Unicode.Scalar, _ index: Int) {
        json.line(room: Self.room) { Self.close(letter, index, &$0) }
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
    static let content = JSONWriter.Key("content")
    static let counts = JSONWriter.Key("counts")
    static let document = JSONWriter.Key("document")
    static let line = JSONWriter.Key("line")
    static let reason = JSONWriter.Key("reason")
    static let sentences = JSONWriter.Key("sentences")
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
