import Documents
import Lexicon

/// What a time is named with: a stretch of text without any of it need not be lexed for its times.
struct TimeSigns: Sendable {
    /// 今年, 上年末, “十五五”, 五十年代.
    private let words: WordTrie

    init(_ lexicon: Lexicon) {
        var list: [(word: [UInt16], value: Int32)] = []
        for entry in lexicon.words {
            switch WordClass(rawValue: entry.wordClass) {
            case .time, .plan: list.append((SourceText.fold(entry.word), 1))
            default: break
            }
        }
        for plan in lexicon.plans {
            for name in [plan.name] + plan.aliases { list.append((SourceText.fold(name), 1)) }
        }
        words = WordTrie(list)
    }

    /// Whether a time may be named; false where none is.
    func occur(in units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        // Years in characters may stand without 年: 一九五四和一九五五.
        var numerals = 0
        for i in range {
            numerals = QuantityParser.isNumeral(units[i]) ? numerals + 1 : 0
            if units[i] == "年" || numerals == 4 || words.longestMatch(in: units, at: i, limit: range.upperBound) != nil { return true }
        }
        return false
    }
}
