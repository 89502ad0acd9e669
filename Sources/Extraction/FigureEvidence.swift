import Documents
import Lexicon

/// The words behind the fields of a figure, found again among the tokens that were read. They tell what was done and decide
/// nothing.
extension FigureReader {
    /// Of the name of pace statements and the like, which have no number.
    func evidence(of name: Range<Int>, isInherited: Bool) -> Evidence {
        var evidence = Evidence()
        evidence.name = isInherited ? .inherited : .before
        evidence.indicator = isInherited ? subjectWords : Evidence.Words(name)
        return evidence
    }

    /// From the first verb of the predicate to the last.
    func verbWords(_ predicate: Range<Int>) -> Evidence.Words {
        let tokens = lexer.tokens
        func isVerb(_ i: Int) -> Bool {
            switch tokens[i].wordClass {
            case .up, .down, .to, .share, .verb: true
            default: false
            }
        }
        guard let first = predicate.first(where: isVerb), let last = predicate.last(where: isVerb) else { return Evidence.Words() }
        return Evidence.Words(unitRange(first..<last + 1))
    }

    /// The word that bounds the number at token `k`: nearest behind it, then before it, then behind its list.
    func comparatorWords(_ comparator: Comparator?, _ predicate: Int, _ k: Int, _ behind: Int) -> Evidence.Words {
        guard let comparator else { return Evidence.Words() }
        let tokens = lexer.tokens
        func bounds(_ i: Int) -> Bool {
            tokens[i].kind == .word && tokens[i].wordClass != .outpace && grammar.words[Int(tokens[i].index)].comparator == comparator
        }
        if k + 1 < behind, bounds(k + 1) { return Evidence.Words(tokens[k + 1].range) }
        if let i = (predicate..<k).last(where: bounds) ?? (k..<behind).last(where: bounds) { return Evidence.Words(tokens[i].range) }
        return Evidence.Words()
    }

    /// Completes the evidence of a figure whose period and kind are known; `isDone` where 已 or 了 told the kind.
    func settle(_ evidence: inout Evidence, period: Period?, spoken: Period?, kind: FigureKind, isDone: Bool, before end: Int) {
        (evidence.time, evidence.period) = (.none, Evidence.Words())
        if let period {
            if let words = timeWords(period, before: end), period == spoken {
                (evidence.time, evidence.period) = (.sentence, words)
            } else if period == frame.period {
                (evidence.time, evidence.period) = (frame.rule, frame.words)
            } else {
                evidence.time = .reckoned
            }
        }
        (evidence.kind, evidence.part) = (.part, frame.part)
        switch (kind, frame.looksForward) {
        case (.estimate, _): (evidence.kind, evidence.part) = (.word, word(.estimate))
        case (.actual, true): (evidence.kind, evidence.part) = isDone ? (.word, evidence.verb) : (.period, evidence.period)
        case (.target, false): (evidence.kind, evidence.part) = isQuotedTarget ? (.word, word(.aim)) : (.period, evidence.period)
        default: break
        }
    }

    /// The last word of the sentence before `end` that names the period.
    private func timeWords(_ period: Period, before end: Int) -> Evidence.Words? {
        let tokens = lexer.tokens
        var found: Int?
        var i = sentenceStart
        while i < tokens.count, Int(tokens[i].start) < end {
            if tokens[i].kind == .time || tokens[i].wordClass == .time, time(i) == period { found = i }
            i += 1
        }
        return found.map { Evidence.Words(tokens[$0].range) }
    }

    /// The first word of the class in the sentence.
    private func word(_ wordClass: WordClass) -> Evidence.Words {
        let tokens = lexer.tokens
        var i = sentenceStart
        while i < tokens.count, Int(tokens[i].start) < sentence.upperBound {
            if tokens[i].wordClass == wordClass { return Evidence.Words(tokens[i].range) }
            i += 1
        }
        return Evidence.Words()
    }
}
