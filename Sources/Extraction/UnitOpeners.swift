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
    }

    private let kinds: [Kind]

    init(_ words: WordTrie) {
        kinds = (0...UInt16.max).map { unit in
            if SentenceLexer.mark(unit) != nil || SentenceLexer.mayOpenNumber(unit) || SentenceLexer.spanOpeners.contains(unit)
                || Unit.isLatin(unit) { return .more }
            return words.hasWord(beginningWith: unit) ? .word : .nothing
        }
    }

    @inline(__always)
    subscript(unit: UInt16) -> Kind { kinds[Int(unit)] }

    /// Where tokens other than text may begin, one bit for each of at most 64 units from `start` to `end`, the first one lowest.
    @inline(__always)
    func starts(in units: Span<UInt16>, from start: Int, to end: Int, limit: Int, _ words: borrowing WordTrie) -> UInt64 {
        var found: UInt64 = 0, unit = units[start]
        for k in 0..<end - start {
            let next = start + k + 1 < limit ? units[start + k + 1] : 0
            let kind = UInt64(kinds[Int(unit)].rawValue)
            found |= (kind >> 1 | kind & words.mayBegin(unit, next)) << UInt64(k)
            unit = next
        }
        return found
    }
}
