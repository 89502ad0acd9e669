import Documents
import Lexicon

/// The time frame of each paragraph: from the part it stands in, the headings above it and the words it opens with.
struct TimeFrames {
    let grammar: Grammar
    let year: Int?
    /// Its title names the year before as what it sums up (2025年工作总结和2026年工作计划), so that 今年 in its review is that year.
    private let sumsUp: Bool
    /// The year that a review is of, where nothing says otherwise.
    private let reviewed: Int?

    init(grammar: Grammar, _ masthead: Masthead, reportsOnly: Bool) {
        (self.grammar, year, sumsUp) = (grammar, masthead.year, masthead.sumsUp)
        reviewed = reportsOnly ? year : year.map { $0 - 1 }
    }

    /// A period named near the beginning of a range, and the words that name it.
    struct Named {
        var period: Period
        var words: Range<Int>
        /// Counted from the document's year (近三年).
        var isCounted = false
    }

    /// One for each paragraph of the outline.
    func frames(_ text: SourceText, _ outline: Outline, _ parts: DocumentParts) -> TimeFrameRuns {
        var frames = TimeFrameRuns()
        var current = TimeFrame(period: reviewed.map { Period($0) }, looksForward: false)
        var lexer = SentenceLexer(grammar: grammar)
        let plan = planned(text, outline, &lexer)
        let ahead = plan ?? year.map { Period($0) }
        var heading = 0
        for (i, paragraph) in outline.paragraphs.enumerated() {
            var heads: Outline.Heading?
            while heading < outline.headings.count, outline.headings[heading].range.lowerBound < paragraph.range.upperBound {
                if outline.headings[heading].range.lowerBound >= paragraph.range.lowerBound, heads == nil {
                    heads = outline.headings[heading]
                }
                heading += 1
            }
            guard paragraph.role == .body || paragraph.role == .heading else {
                frames.append(current)
                continue
            }
            let forward = parts.sections[i] == .plan
            if forward != current.looksForward {
                current = TimeFrame(period: forward ? ahead : reviewed.map { Period($0) }, looksForward: forward)
                if forward { current.span = plan }
                current.part = Evidence.Words(heads?.range ?? Self.opening(text.units.span, paragraph.range))
            }
            var here = current
            if let head = heads, head.level <= 2, head.range.lowerBound == paragraph.range.lowerBound {
                if head.level == 1 { current.part = Evidence.Words(head.range) }
                if let t = named(text.units.span, head.range, &lexer, reach: head.range.count, forward: forward),
                    agrees(t.period, forward) || !forward && isPartOfYear(text.units.span, t, head.range)
                {
                    current = current.at(t.period, .heading, t.words)
                    here = current
                } else if head.level == 1, let period = forward ? ahead : reviewed.map({ Period($0) }) {
                    current = current.at(period, .part, 0..<0)
                    here = current
                }
            }
            var opening = Self.opening(text.units.span, paragraph.range)
            // 2020年是收官之年。过去五年，…: the year is only described, the next words are what the paragraph tells of.
            if let next = Self.behindDescription(text.units.span, opening, paragraph.range),
                let t = named(text.units.span, next, &lexer, reach: 4, forward: forward), !t.period.isYear, agrees(t.period, forward)
            {
                opening = next
            }
            let isLead = paragraph.role == .body || heads.map { $0.level > 2 } == true
            if isLead, let t = named(text.units.span, opening, &lexer, reach: opening.count, forward: forward), agrees(t.period, forward) {
                here = here.at(t.period, .opening, t.words)
                // 近两年 speaks for its own paragraph; five years are the term of a government or a plan.
                // 1998年发生洪水后，… in a review of five years: a year of several speaks for its own paragraph.
                let isOneOfSeveral = !forward && t.period.isYear
                    && current.period.map { !$0.isYear && $0.start <= t.period.start && t.period.end < $0.end } == true
                let isTerm = !isOneOfSeveral && (!t.isCounted || t.period.isYear || t.period.end - t.period.start == 4)
                if let year, isTerm, !(t.period.isYear && Int(t.period.start) > year) { current = current.at(t.period, .opening, t.words) }
            }
            frames.append(here)
        }
        return frames
    }

    /// The years that a plan is made for, where the lines above the text name them: 第十五个五年规划纲要.
    private func planned(_ text: SourceText, _ outline: Outline, _ lexer: inout SentenceLexer) -> Period? {
        let units = text.units.span
        for paragraph in outline.paragraphs {
            guard paragraph.role == .residue || units[paragraph.range.lowerBound] == "#" else { return nil }
            guard paragraph.range.count <= 60, Self.plans.ends(units, paragraph.range.lowerBound, paragraph.range.upperBound) else {
                continue
            }
            lexer.lex(units, paragraph.range)
            if let span = lexer.times.first(where: { !$0.period.isYear && $0.years == 0 })?.period { return span }
        }
        return nil
    }

    private static let plans = HeadWords("规划 纲要 规划(草案) 纲要(草案)")

    /// The words that may set a paragraph's time: its first sentence where that is short, else its first clause; a salutation
    /// (各位代表!) is passed over.
    static func opening(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        for i in start..<min(range.upperBound, start + 8) where units[i] == Unit.exclamation || units[i] == Unit.colon { start = i + 1 }
        var clause = start
        while clause < range.upperBound, clause - start < 24, units[clause] != Unit.comma, units[clause] != Unit.fullStop { clause += 1 }
        var sentence = clause
        while sentence < range.upperBound, sentence - start < 30, units[sentence] != Unit.fullStop { sentence += 1 }
        // 在1992年增长的基础上: a ground, not the time spoken of.
        if clause > start, units[start] == "在", Self.grounds.contains(units[clause - 1]) { return start..<start }
        let isShort = sentence < range.upperBound && units[sentence] == Unit.fullStop
        return start..<min(range.upperBound, isShort ? sentence : clause)
    }

    private static let before = HeadWords("以前 之前"), beginnings = HeadWords("开始 起")
    private static let grounds = UnitSet("上下后时")

    /// The first clause behind 2020年是….
    private static func behindDescription(_ units: Span<UInt16>, _ opening: Range<Int>, _ range: Range<Int>) -> Range<Int>? {
        let at = opening.lowerBound
        guard opening.count > 6, opening.upperBound < range.upperBound, units[opening.upperBound] == Unit.fullStop, units[at + 4] == "年",
            units[at + 5] == "是", (0..<4).allSatisfy({ ("0"..."9").contains(units[at + $0]) || QuantityParser.isNumeral(units[at + $0]) })
        else { return nil }
        let start = opening.upperBound + 1
        var end = start
        while end < range.upperBound, end - start < 24, units[end] != Unit.comma, units[end] != Unit.fullStop { end += 1 }
        return end > start ? start..<end : nil
    }

    /// 2024年上半年预算执行情况: a review may reach into the document's own year.
    private func isPartOfYear(_ units: Span<UInt16>, _ t: Named, _ heading: Range<Int>) -> Bool {
        t.period.isYear && Int(t.period.end) == year && Self.partsOfYear.begins(units, t.words.upperBound, heading.upperBound)
    }

    private static let partsOfYear = HeadWords("上半年 1-6月 1至6月 一季度 第一季度 前三季度 1-9月 以来")

    /// A review's time ends before the document's year, a plan's does not.
    private func agrees(_ p: Period, _ forward: Bool) -> Bool {
        guard let year, let reviewed else { return true }
        return forward ? Int(p.end) >= year : Int(p.end) <= reviewed || Int(p.end) == year && Int(p.start) < year
    }

    /// Whether a time may be named: a stretch of text without any sign of one need not be lexed.
    static func mayNameTime(_ units: Span<UInt16>, _ range: Range<Int>, _ grammar: Grammar) -> Bool {
        // Years in characters may stand without 年: 一九五四和一九五五.
        var numerals = 0
        for i in range {
            numerals = QuantityParser.isNumeral(units[i]) ? numerals + 1 : 0
            if units[i] == "年" || numerals == 4 || grammar.timeTrie.longestMatch(in: units, at: i, limit: range.upperBound) != nil { return true }
        }
        return false
    }

    private func named(_ units: Span<UInt16>, _ range: Range<Int>, _ lexer: inout SentenceLexer, reach: Int, forward: Bool) -> Named? {
        guard Self.mayNameTime(units, range, grammar) else { return nil }
        lexer.lex(units, range)
        // A sentence that gives a number tells a fact of its own; only one that opens with its time speaks for what follows.
        let reach = lexer.quantities.isEmpty ? reach : 3
        for (i, t) in lexer.tokens.enumerated() {
            let distance = Int(t.start) - range.lowerBound
            guard distance < reach else { return nil }
            if i > 0, lexer.tokens[i - 1].wordClass == .compare { continue }
            switch t.kind {
            case .time:
                let named = lexer.times[Int(t.index)]
                if Self.before.begins(units, Int(t.end), range.upperBound) { continue }  // 2000年以前发布的
                if named.years > 0, named.direction == .either { continue }
                // 1985年以来 speaks for its own sentence.
                if let year, named.years == 0, named.period.isYear, Int(named.period.end) < year - 1, i + 1 < lexer.tokens.count,
                    lexer.tokens[i + 1].wordClass == .during, grammar.words[Int(lexer.tokens[i + 1].index)].isSince
                {
                    return nil
                }
                // 从一九五六年开始，在十二年内: where it begins, not what the paragraph tells of.
                if named.years == 0, i + 1 < lexer.tokens.count, Self.beginnings.begins(units, Int(t.end), range.upperBound) { return nil }
                // A plan that this very sentence makes (制定“十五五”规划) is still the time spoken of.
                guard let period = named.period(in: year, TimeFrame(period: nil, looksForward: false)) else { continue }
                return Named(period: period, words: t.range, isCounted: named.years > 0)
            case .word where t.wordClass == .time:
                guard let year else { continue }
                let word = grammar.words[Int(t.index)]
                if word.isNow || word.isTold { continue }
                if sumsUp, !forward, word.from == 0, word.through == 0 { return Named(period: Period(year - 1), words: t.range) }
                return Named(period: Period(year + word.from, year + word.through), words: t.range)
            default: continue
            }
        }
        return nil
    }
}
