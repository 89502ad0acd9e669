import Documents

/// The words that gave each field of a statement, and the rules that took them; what `why` shows.
///
/// Spans count bytes of the document's text. `sector` and lexicon lines follow from these words and the lexicon.
public struct Evidence: Sendable, Hashable {
    /// Where the name of an indicator, or the verb of a measure, was found.
    public enum NameRule: UInt8, Sendable, CaseIterable {
        /// A row of a table of facts, or another statement that was not read from sentences.
        case given
        /// The phrase before the number; of a measure, the verb that opens the clause.
        case before
        /// A member of a list of names before one number or several: 甲、乙分别….
        case listed
        /// What is counted, behind the number: 建成3所学校.
        case counted
        /// What takes which share of what: 占…比重.
        case share
        /// The words beside the number, completed by what was named before: the verb that a list shares, the bearer of an attribute.
        case completed
        /// An earlier clause: this one names nothing.
        case inherited
    }

    /// Where the period was found.
    public enum PeriodRule: UInt8, Sendable, CaseIterable {
        case given
        /// Words of the sentence.
        case sentence
        /// A sentence before that announced targets (目标是…).
        case announced
        /// The opening words of the paragraph or of one before it.
        case opening
        /// A heading above.
        case heading
        /// The part of the document alone: a review is of the year before the document's, a plan of the document's own.
        case part
        /// Reckoned from words of the sentence and the part: 已, 年均, the years of a pair 由…到….
        case reckoned
        /// Nothing names one.
        case none
    }

    /// What made a figure a target, result or estimate.
    public enum KindRule: UInt8, Sendable, CaseIterable {
        case given
        /// The part of the document.
        case part
        /// Its own period, before or after the document's year.
        case period
        /// Words that tell it done (已), expected (预计) or planned (目标).
        case word
    }

    public var name = NameRule.given
    public var time = PeriodRule.given
    public var kind = KindRule.given
    /// The words that the indicator was made of; of an inherited one, where they stand.
    public var indicator = Words()
    /// The verb before the number; of a measure, its action.
    public var verb = Words()
    /// The number and its unit.
    public var quantity = Words()
    public var comparator = Words()
    public var period = Words()
    /// The words that opened the part of the document, or told the kind.
    public var part = Words()
    /// What speaks for and against the reading.
    public var signs = Signs()

    public init() {}

    /// A stretch of the text in 8 bytes; empty where no words gave the field.
    public struct Words: Sendable, Hashable {
        private var start: Int32 = 0
        private var end: Int32 = 0

        public init() {}

        public init(_ range: Range<Int>) { (start, end) = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound)) }

        public var isEmpty: Bool { end <= start }
        public var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
        /// Nil where no words gave the field.
        public var span: ByteSpan? { isEmpty ? nil : ByteSpan(Int(start), Int(end)) }
    }

    /// The words of each field by its name.
    public var words: KeyValuePairs<String, Words> {
        ["indicator": indicator, "verb": verb, "quantity": quantity, "comparator": comparator, "period": period, "kind": part]
    }

    /// The same with spans that counted units of `text` counting its bytes.
    func inBytes(of text: SourceText) -> Evidence {
        func bytes(_ words: Words) -> Words {
            if words.isEmpty { return words }
            let span = text.span(words.range)
            return Words(span.start..<span.end)
        }
        var evidence = self
        evidence.indicator = bytes(indicator)
        evidence.verb = bytes(verb)
        evidence.quantity = bytes(quantity)
        evidence.comparator = bytes(comparator)
        evidence.period = bytes(period)
        evidence.part = bytes(part)
        return evidence
    }
}
