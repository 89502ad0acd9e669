/// A few dozen short phrases over folded units, asked once or twice a paragraph. Larger vocabularies live in the lexicon.
struct PhraseSet: Sendable {
    private let phrases: WordList
    /// One bit for each last unit modulo 64: turns most ends down at once.
    private let lasts: UInt64

    /// Phrases are given as in the documents, separated by spaces.
    init(_ list: StaticString) {
        phrases = WordList(list)
        lasts = phrases.lasts
    }

    /// Length of the longest phrase that begins at `start` and ends at or before `end`; 0 where there is none.
    @inline(__always)
    func length(in units: Span<UInt16>, at start: Int, end: Int) -> Int {
        guard start < end, phrases.mayBegin(units, start, end) else { return 0 }
        return phrases.longest(units, start, end)
    }

    func length(in units: [UInt16], at start: Int, end: Int) -> Int { length(in: units.span, at: start, end: end) }

    func begins(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        length(in: units.span, at: range.lowerBound, end: range.upperBound) > 0
    }

    func occurs(in units: [UInt16], _ range: Range<Int>) -> Bool { first(in: units, range) != nil }

    func first(in units: [UInt16], _ range: Range<Int>) -> Int? {
        phrases.first(units.span, range.lowerBound, range.upperBound)
    }

    func last(in units: [UInt16], _ range: Range<Int>) -> Int? {
        let units = units.span
        var i = range.upperBound
        while i > range.lowerBound {
            i -= 1
            if length(in: units, at: i, end: range.upperBound) > 0 { return i }
        }
        return nil
    }

    func ends(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, lasts & (1 << UInt64(units[range.upperBound - 1] & 63)) != 0 else { return false }
        return phrases.ends(units.span, range.lowerBound, range.upperBound)
    }

    func equals(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        !range.isEmpty && length(in: units.span, at: range.lowerBound, end: range.upperBound) == range.count
    }
}
