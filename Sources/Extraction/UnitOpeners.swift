import Documents
import Lexicon

/// For every unit what the sentence lexer must ask where it stands: most units of a text begin nothing.
struct UnitOpeners: Sendable {
    enum Kind: UInt8, Sendable {
        /// Begins no token.
        case nothing = 0
        /// Begins grammar words only.
        case word = 1
        /// A mark, a numeral, the opener of a span of years or a Latin letter.
        case more = 2
        /// A grammar word by itself.
        case wholeWord = 3
    }

    private let kinds: [Kind]

    init(_ words: WordTrie) {
        kinds = (0...UInt16.max).map { unit in
            if SentenceLexer.mark(unit) != nil || SentenceLexer.mayOpenNumber(unit) || SentenceLexer.spanOpeners.contains(unit)
                || Unit.isLatin(unit) { return .more }
            return words.isWord(unit) ? .wholeWord : words.hasWord(beginningWith: unit) ? .word : .nothing
        }
    }

    @inline(__always)
    subscript(unit: UInt16) -> Kind { kinds[Int(unit)] }

    /// Where tokens other than text may begin, one bit for each of at most 64 units from `start` to `end`, the first one lowest.
    @inline(__always)
    func starts(in units: Span<UInt16>, from start: Int, to end: Int, limit: Int, _ words: borrowing WordTrie) -> UInt64 {
        var found: UInt64 = 0, unit = units[start], k: UInt64 = 0
        for next in start + 1..<min(end + 1, limit) {
            let here = units[next], kind = UInt64(kinds[Int(unit)].rawValue)
            found |= (kind >> 1 | kind & words.mayOpen(unit, here)) << k
            unit = here
            k &+= 1
        }
        // The last unit of all opens nothing but itself.
        if end == limit { found |= (UInt64(kinds[Int(unit)].rawValue) >> 1) << k }
        return found
    }
}
