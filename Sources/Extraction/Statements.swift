import Documents
import Lexicon

/// What the program knows of a document as a whole.
public struct Masthead: Sendable, Hashable {
    public var title: String
    /// The issuer's place, such as `北京市`, `全国`; nil where the document names none (a masked `*镇`).
    public var place: String?
    public var level: PlaceLevel?
    /// ISO date, such as `2026-01-25`, as exact as the document is: `2026-01`, `2026`.
    public var date: String?
    /// The year that the document plans for: 2026 for a work report of early 2026 and for a speech of 2025-12 on 2026.
    public var year: Int?

    public init(title: String, place: String? = nil, level: PlaceLevel? = nil, date: String? = nil, year: Int? = nil) {
        self.title = title
        self.place = place
        self.level = level
        self.date = date
        self.year = year
    }
}

/// A heading of the document. One that looks forward is a goal; its children are part of it.
public struct Goal: Sendable, Hashable {
    public var span: ByteSpan
    /// 1 for 一、; 2 for （一） or 第一，; 3 for 1. or 一要 or 一是, and for a lead sentence that opens a paragraph.
    public var level: Int
    public var title: String
    /// Index of the heading above it in `Reading.goals`.
    public var parent: Int?
    /// False where the heading stands over a review of the past.
    public var looksForward: Bool

    public init(span: ByteSpan, level: Int, title: String, parent: Int?, looksForward: Bool) {
        self.span = span
        self.level = level
        self.title = title
        self.parent = parent
        self.looksForward = looksForward
    }
}

/// One number that the document states about one indicator.
public struct Figure: Sendable, Hashable {
    public var span: ByteSpan
    /// The noun phrase as the document has it, made whole.
    public var indicator: String
    /// The lexicon's standard name for it; equal to `indicator` where the lexicon has none.
    public var canonical: String
    public var aspect: Aspect
    public var comparator: Comparator
    /// The number as written, in `unit`; nil for `sync` and most `outpace`.
    public var value: DecimalNumber?
    /// The upper end of a range.
    public var high: DecimalNumber?
    /// As written, with its 万 or 亿: `万亿斤`, `%`, `个百分点`.
    public var unit: String?
    /// What a `sync` or `outpace` is tied to.
    public var reference: String?
    public var period: Period?
    public var kind: FigureKind
    /// The main sector, by which it is scored and grouped.
    public var sector: Sector
    /// Further sectors that its words name as plainly, at most two; mostly none.
    public var moreSectors: [Sector]
    /// Index in `Reading.goals` of the heading that it stands under.
    public var goal: Int?
    /// Index in `Reading.sentences` of the sentence that holds it.
    public var sentence: Int?
    /// The place the figure is of, where it is not the document's own (rows of a table of facts).
    public var place: String?
    /// Of a row of a table of facts: the document and line that state it, as the table gives them (`2026-北京市:48`).
    public var source: String?
    /// Of a row of a table of facts: what the number leaves open (年均, 累计).
    public var note: String?
    public var confidence = Confidence.given
    public var evidence = Evidence()

    public init(
        span: ByteSpan, indicator: String, canonical: String, aspect: Aspect, comparator: Comparator, value: DecimalNumber?,
        high: DecimalNumber? = nil, unit: String?, reference: String? = nil, period: Period?, kind: FigureKind, sector: Sector,
        moreSectors: [Sector] = [], goal: Int? = nil, sentence: Int? = nil, place: String? = nil, source: String? = nil,
        note: String? = nil
    ) {
        self.span = span
        self.indicator = indicator
        self.canonical = canonical
        self.aspect = aspect
        self.comparator = comparator
        self.value = value
        self.high = high
        self.unit = unit
        self.reference = reference
        self.period = period
        self.kind = kind
        self.sector = sector
        self.moreSectors = moreSectors
        self.goal = goal
        self.sentence = sentence
        self.place = place
        self.source = source
        self.note = note
    }

    /// All its sectors, the main one first.
    public var sectors: [Sector] { [sector] + moreSectors }
}

/// One action that the document commits its issuer to: a verb with its object.
public struct Measure: Sendable, Hashable {
    public var span: ByteSpan
    /// The verb, such as 推进.
    public var action: String
    public var sector: Sector
    /// As of a figure.
    public var moreSectors: [Sector]
    /// The time of the part of the document it stands in.
    public var period: Period?
    public var goal: Int?
    public var sentence: Int?
    public var confidence = Confidence.given
    public var evidence = Evidence()

    public init(
        span: ByteSpan, action: String, sector: Sector, moreSectors: [Sector] = [], period: Period?, goal: Int?, sentence: Int?
    ) {
        self.span = span
        self.action = action
        self.sector = sector
        self.moreSectors = moreSectors
        self.period = period
        self.goal = goal
        self.sentence = sentence
    }

    /// All its sectors, the main one first.
    public var sectors: [Sector] { [sector] + moreSectors }
}

/// A weakness that the document admits (短板, 不足).
public struct Problem: Sendable, Hashable {
    public var span: ByteSpan
    public var sector: Sector
    public var period: Period?
    public var goal: Int?
    public var sentence: Int?
    public var evidence = Evidence()

    public init(span: ByteSpan, sector: Sector, period: Period?, goal: Int?, sentence: Int?) {
        self.span = span
        self.sector = sector
        self.period = period
        self.goal = goal
        self.sentence = sentence
    }
}

/// Everything read from one document. Statements are in document order; spans count bytes of `text`.
public struct Reading: Sendable {
    /// The document's short name: its file name without the extension.
    public var name: String
    /// The path it was read from.
    public var path: String
    /// The UTF-8 text that the spans count in.
    public var text: [UInt8]
    public var masthead: Masthead
    public var goals: [Goal]
    public var figures: [Figure]
    public var measures: [Measure]
    public var problems: [Problem]
    /// Sentences in order, without page residue.
    public var sentences: [ByteSpan]
    /// Whether `text` is known to be well-formed UTF-8 throughout.
    public var isWellFormed = false

    public init(
        name: String, path: String, text: [UInt8], masthead: Masthead, goals: [Goal] = [], figures: [Figure] = [],
        measures: [Measure] = [], problems: [Problem] = [], sentences: [ByteSpan] = []
    ) {
        self.name = name
        self.path = path
        self.text = text
        self.masthead = masthead
        self.goals = goals
        self.figures = figures
        self.measures = measures
        self.problems = problems
        self.sentences = sentences
    }

    /// The text under `span`; broken bytes become U+FFFD.
    public func string(_ span: ByteSpan) -> String {
        let lower = max(0, min(span.start, text.count)), upper = max(lower, min(span.end, text.count))
        return String(decoding: text[lower..<upper], as: UTF8.self)
    }
}
