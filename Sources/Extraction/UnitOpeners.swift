import Documents
import Lexicon

/// For every unit what the sentence lexer must ask where it stands: most units of a text begin nothing.
struct UnitOpeners: Sendable {
    enum Kind: UInt8, Sendable {
        /// Begins no token.
        case nothing
        /// Begins grammar words only.
        case word
        /// A mark, a numeral, the opener of a span of years or a Latin letter.
        case more
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
}
