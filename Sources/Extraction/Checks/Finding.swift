import Documents

/// A place where a document does not agree with itself, found from its words and outline alone.
public struct Finding: Sendable, Hashable {
    public enum Check: Sendable, Hashable {
        /// A list of so many points is announced, and another number follows: often the text is cut.
        case count(announced: Int, found: Int)
        /// Headings or points count on past a number: 一、 二、 四、. `missing` has the first number passed over.
        case gap(missing: Int, before: Int)
        /// A number stands twice in one count: 一、 二、 二、.
        case repeated(Int)
        /// The last words of the text end no sentence, or are a heading with nothing under it.
        case cut
        /// 分别 ties so many members to another number of values.
        case respectively(members: Int, values: Int)
        /// 从甲提高到乙 where 乙 is the smaller, or 从甲降到乙 where it is the larger; numbers as in the text.
        case turned(from: String, to: String, rises: Bool)
    }

    public var check: Check
    /// The words that are at fault: the announcement, the heading behind the gap, the clause around 分别.
    public var span: ByteSpan

    public init(_ check: Check, at span: ByteSpan) {
        self.check = check
        self.span = span
    }
}

/// Checks of one document: a pure function of its text. A new one is a file beside this and a line in `findings`.
public struct DocumentChecks: Sendable {
    public init() {}

    /// What does not agree, in document order.
    public func findings(in bytes: [UInt8]) -> [Finding] {
        let text = CheckedText(bytes)
        let found = CountCheck(text: text).findings() + NumberingCheck(text: text).findings() + EndingCheck(text: text).findings()
            + RespectivelyCheck(text: text).findings() + TurnCheck(text: text).findings()
        return found.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
}

/// What the checks of words look at: folded units, and the paragraphs that are the document's own.
struct CheckedText: Sendable {
    let source: SourceText
    let units: [UInt16]
    /// Body and headings, without what the page left and without a glossary.
    let paragraphs: [Range<Int>]
    /// Where the paragraphs begin that are one heading each.
    let headings: Set<Int>

    init(_ bytes: [UInt8]) {
        source = SourceText(bytes)
        units = source.units
        let outline = OutlineReader().read(source)
        paragraphs = outline.paragraphs.filter { $0.role == .body || $0.role == .heading }.map(\.range)
        headings = Set(outline.paragraphs.filter { $0.role == .heading }.map(\.range.lowerBound))
    }

    /// Where the clause of `at` begins, no further back than `limit`.
    func clauseStart(_ at: Int, _ limit: Int) -> Int {
        var i = at
        while i > limit, !endsClause(units[i - 1]) { i -= 1 }
        return i
    }

    /// Where the clause of `at` ends.
    func clauseEnd(_ at: Int, _ limit: Int) -> Int {
        var i = at
        while i < limit, !endsClause(units[i]) { i += 1 }
        return i
    }

    func endsClause(_ u: UInt16) -> Bool {
        u == Unit.comma || u == Unit.semicolon || u == Unit.colon || Unit.endsSentence(u)
    }
}
