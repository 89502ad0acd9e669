import Documents
import Lexicon

/// The time that a sentence gives its numbers.
extension FigureReader {
    /// A sentence that announces its time changes the frame for those behind it.
    mutating func setFrame(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        guard let year = documentYear else { return }
        var announced: Period?
        for i in start..<end where announcesTargets(i) {
            announced = Period(year)
            for j in start..<i {
                if let p = time(j), lexer.tokens[j].kind == .time || p.end >= Int16(year) { announced = p }
            }
            break
        }
        if let announced { frame = TimeFrame(period: announced, looksForward: announced.end >= Int16(year)) }
    }

    func announcesTargets(_ i: Int) -> Bool {
        let t = lexer.tokens[i]
        guard t.kind == .word, t.wordClass == .aim, i + 1 < lexer.tokens.count else { return false }
        let next = lexer.tokens[i + 1]
        return next.kind == .mark && next.mark == Unit.colon || next.kind == .word && next.wordClass == .to && next.end - next.start == 1
    }

    /// The period that token `i` names, if it names one.
    func time(_ i: Int) -> Period? {
        let t = lexer.tokens[i]
        switch t.kind {
        case .time:
            let named = lexer.times[Int(t.index)]
            if i + 1 < lexer.tokens.count, lexer.tokens[i + 1].wordClass == .during,
                grammar.words[Int(lexer.tokens[i + 1].index)].atEnd
            {
                return Period(Int(named.period.end))
            }
            return named.period
        case .word where t.wordClass == .time:
            guard let year = documentYear else { return nil }
            let word = grammar.words[Int(t.index)]
            return Period(year + word.from, year + word.through)
        default: return nil
        }
    }

    mutating func setTime(_ i: Int, _ left: Int) {
        guard !isBaseOfComparison(i, left) else { return }
        timeBefore = sentenceTime
        sentenceTime = time(i)
    }

    /// 比2020年, 较上年, 与去年相比: no time of the number itself.
    func isBaseOfComparison(_ i: Int, _ left: Int) -> Bool {
        guard i > left else { return false }
        let t = lexer.tokens[i - 1]
        return t.kind == .word && (t.wordClass == .compare || t.wordClass == .with)
    }
}
