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
    /// One bit for each unit that opens a number in Chinese or a word that tells a figure.
    private let telling: [UInt64]

    init(_ words: WordTrie, telling: WordTrie) {
        self.telling = (0..<1 << 10).map { word in
            (0..<64).reduce(0) { bits, k in
                let unit = UInt16(word << 6 | k)
                return QuantityParser.isNumeral(unit) || telling.hasWord(beginningWith: unit) ? bits | 1 << UInt64(k) : bits
            }
        }
        kinds = (0...UInt16.max).map { unit in
            if SentenceLexer.mark(unit) != nil || SentenceLexer.mayOpenNumber(unit) || SentenceLexer.spanOpeners.contains(unit)
                || Unit.isLatin(unit) { return .more }
            return words.isWord(unit) ? .wholeWord : words.hasWord(beginningWith: unit) ? .word : .nothing
        }
    }

    /// Whether a number in Chinese or a word that tells a figure may begin with `unit`.
    @inline(__always)
    func mayTell(_ unit: UInt16) -> Bool { telling[Int(unit >> 6)] &>> UInt64(unit & 63) & 1 != 0 }

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
