import Documents
import Lexicon

/// The noun phrase before a number.
extension FigureReader {
    /// The tokens of a subject without adverbs, times and verbs at its ends.
    func trimmed(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        let tokens = lexer.tokens
        var lower = range.lowerBound, upper = range.upperBound
        // The base of a comparison is no part of the name: 企业数量较2020年, 比上年年初预算.
        if let base = range.dropLast().first(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .compare }) { upper = base }
        if let cut = lastItem(units, lower..<upper) { lower = cut }
        while lower < upper {
            let t = tokens[lower]
            if t.kind == .mark || t.kind == .time { lower += 1; continue }
            if t.kind == .word {
                switch t.wordClass {
                case .adverb, .time, .during, .estimate, .verb, .own, .each, .with, .from, .compare, .respectively, .after, .rate: lower += 1; continue
                default: break
                }
            }
            if t.kind == .quantity { lower += 1; continue }
            if t.kind == .text, t.end - t.start == 1, Self.idleOpeners.contains(units[Int(t.start)]) { lower += 1; continue }
            break
        }
        while upper > lower {
            let t = tokens[upper - 1]
            if t.kind == .mark || t.kind == .time { upper -= 1; continue }
            if t.kind == .word, t.wordClass == .adverb || t.wordClass == .time || t.wordClass == .estimate || t.wordClass == .with
                || t.wordClass == .verb || t.wordClass == .each || t.wordClass == .respectively || t.wordClass == .during || t.wordClass == .share
            {
                upper -= 1
                continue
            }
            break
        }
        return lower..<upper
    }

    /// Behind 提出的, 规划的: what stands before tells who said it, not of what.
    func afterAttribution(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        let tokens = lexer.tokens
        for i in range.reversed() where tokens[i].kind == .text && i + 1 < range.upperBound {
            let r = tokens[i].range
            let tail = r.upperBound - (units[r.upperBound - 1] == Unit.openQuote ? 2 : 1)
            if tail > r.lowerBound, units[tail] == 0x7684, Self.attributions.contains(units[tail - 1]) { return i + 1..<range.upperBound }
        }
        return range
    }

    /// The same where the words stand in one piece: 提出的新增学位.
    func dropAttribution(_ name: inout [UInt16]) {
        for i in name.indices.dropFirst().prefix(12) where name[i] == 0x7684 && Self.attributions.contains(name[i - 1]) && name.count - i > 3 {
            name.removeFirst(i + 1)
            return
        }
    }

    private static let attributions = Set("出定划".utf16)
    /// Without auxiliaries at its end (粮食产量在…以上); what ends in 的 names nothing.
    func withoutTail(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 2, Self.idleTails.contains(units[range.upperBound - 1]),
            !(units[range.upperBound - 1] == 0x6709 && Self.owners.contains(units[range.upperBound - 2]))
        {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range.isEmpty || units[range.upperBound - 1] == 0x7684 ? 0..<0 : range
    }

    private static let idleTails = Set("在有只将已又共都约和与".utf16)
    private static let owners = Set("国拥民公私所享占保".utf16)
    private static let idleOpeners = Set("的在于.".utf16)

    /// Where a 、 parts the name from an action or an event told before it: 制度全面实施、开户602万人 → 开户.
    func lastItem(_ units: Span<UInt16>, _ range: Range<Int>) -> Int? {
        let tokens = lexer.tokens
        guard let comma = range.last(where: { tokens[$0].kind == .mark && tokens[$0].mark == Unit.enumerationComma }), comma > range.lowerBound,
            comma + 1 < range.upperBound
        else { return nil }
        let next = tokens[comma + 1]
        if next.kind == .word, next.wordClass == .verb || next.wordClass == .up || next.wordClass == .down { return comma + 1 }
        var i = Int(tokens[range.lowerBound].start)
        let stop = Int(tokens[comma].start)
        var isFirst = true
        while i < stop {
            if units[i] == 0x7B2C { return comma + 1 }  // 第
            if let m = grammar.trie.longestMatch(in: units, at: i, limit: stop) {
                switch grammar.words[Int(m.value)].wordClass {
                case .befall, .up, .down, .verb: if !isFirst { return comma + 1 }
                default: break
                }
                i += m.length
            } else {
                i += 1
            }
            isFirst = false
        }
        return nil
    }

    func splitAtVerb(_ range: Range<Int>) -> Int? {
        let tokens = lexer.tokens
        for i in range.dropFirst() where tokens[i].kind == .word && tokens[i].wordClass == .to {
            let word = grammar.words[Int(tokens[i].index)]
            if word.reaches || word.holds { return i }
        }
        return nil
    }
}
