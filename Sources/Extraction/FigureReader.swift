import Documents
import Lexicon

/// Where a stretch of a document stands in time: what its numbers belong to when nothing stands beside them.
public struct TimeFrame: Sendable, Hashable {
    public var period: Period?
    /// True in plans and tasks, false in reviews.
    public var looksForward: Bool

    public init(period: Period?, looksForward: Bool) {
        self.period = period
        self.looksForward = looksForward
    }
}

/// Reads the figures of a paragraph: from each number outward, what it says, of what, when, and how surely.
struct FigureReader {
    let grammar: Grammar
    /// The year the document speaks in: its 今年.
    var documentYear: Int?

    /// A figure in units of the source text, before names are settled.
    struct Found {
        var range: Range<Int>
        var sentence: Range<Int>
        var indicator: [UInt16]
        var aspect: Aspect
        var comparator: Comparator
        var value: DecimalNumber?
        var high: DecimalNumber?
        var unit: String?
        var reference: [UInt16]?
        var period: Period?
        var kind: FigureKind
    }

    private(set) var found: [Found] = []
    private var lexer: SentenceLexer
    private var frame = TimeFrame(period: nil, looksForward: false)
    private var sentence = 0..<0
    /// The indicator that a clause without a subject goes on with.
    private var subject: [UInt16] = []
    private var subjects: [[UInt16]] = []
    private var sentenceTime: Period?
    private var isEstimate = false
    private var clauseStart = 0
    private var isQuotedTarget = false
    /// A clause that only names something, for the clause behind it: 全国研发经费，从509亿元增加到….
    private var topic: [UInt16] = []
    /// The sentence supposes (如果…): its numbers are examples.
    private var isHypothesis = false
    /// The time spoken of before the clause's last time word.
    private var timeBefore: Period?
    /// The verb that the members of a list share: 新增 in 新增2所甲、1所乙.
    private var leadVerb: [UInt16] = []

    init(grammar: Grammar) {
        self.grammar = grammar
        lexer = SentenceLexer(grammar: grammar)
    }

    mutating func removeAll() { found.removeAll(keepingCapacity: true) }

    /// Reads one paragraph; figures are added to `found` in order. Returns the frame that holds behind it.
    mutating func read(_ units: Span<UInt16>, _ paragraph: Range<Int>, frame: TimeFrame) -> TimeFrame {
        self.frame = frame
        lexer.lex(units, paragraph)
        let tokens = lexer.tokens
        subject = []
        subjects = []
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, !(tokens[end].kind == .mark && Unit.endsSentence(tokens[end].mark)) { end += 1 }
            let close = end < tokens.count ? Int(tokens[end].end) : paragraph.upperBound
            sentence = Int(tokens[start].start)..<close
            readSentence(units, start, end)
            start = end + 1
        }
        return self.frame
    }

    // MARK: Sentences and clauses

    private mutating func readSentence(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        sentenceTime = nil
        timeBefore = nil
        isEstimate = false
        isHypothesis = false
        topic = []
        let tokens = lexer.tokens
        setFrame(units, start, end)
        var clause = start
        while clause < end {
            var stop = clause
            while stop < end, !isClauseEnd(tokens[stop]) { stop += 1 }
            if stop > clause {
                let count = found.count
                readClause(units, clause, stop)
                topic = found.count == count ? topicName(units, clause, stop) : []
            }
            if isHypothesis { return }
            if stop < end, tokens[stop].mark == Unit.semicolon { isEstimate = false }
            clause = stop + 1
        }
    }

    /// The clause as a name, where it is nothing but one.
    private func topicName(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> [UInt16] {
        let range = trimmed(units, start..<end)
        let name = copy(units, unitRange(range))
        guard (2...20).contains(name.count), range.allSatisfy({ lexer.tokens[$0].kind == .text }), name.last != 0x7684,
            grammar.actionTrie.longestMatch(in: name) == nil
        else { return [] }
        for i in 1..<name.count where grammar.actionTrie.longestMatch(in: name, at: i) != nil { return [] }
        return name
    }

    private func isClauseEnd(_ token: Token) -> Bool {
        guard token.kind == .mark else { return false }
        return token.mark != Unit.enumerationComma
    }

    /// A sentence that announces its time changes the frame for those behind it.
    private mutating func setFrame(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
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

    private func announcesTargets(_ i: Int) -> Bool {
        let t = lexer.tokens[i]
        guard t.kind == .word, t.wordClass == .aim, i + 1 < lexer.tokens.count else { return false }
        let next = lexer.tokens[i + 1]
        return next.kind == .mark && next.mark == Unit.colon || next.kind == .word && next.wordClass == .to && next.end - next.start == 1
    }

    /// The period that token `i` names, if it names one.
    private func time(_ i: Int) -> Period? {
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

    private mutating func readClause(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        let tokens = lexer.tokens
        var left = start
        var i = start
        clauseStart = start
        leadVerb = []
        while i < end {
            let t = tokens[i]
            switch t.kind {
            case .word where t.wordClass == .hypothesis:
                isHypothesis = true
                return
            case .word where t.wordClass == .estimate: isEstimate = true
            case .word where t.wordClass == .together:
                readTogether(units, left, i, end)
                left = i + 1
            case .word where t.wordClass == .outpace || (t.wordClass == .before && isOutpaceWord(units, t)):
                if !(i + 1..<end).contains(where: { tokens[$0].kind == .quantity }) { readOutpace(units, left, i, end) }
            case .time:
                setTime(i, left)
            case .word where t.wordClass == .time:
                setTime(i, left)
            case .quantity:
                let after = readQuantities(units, left, i, end)
                left = after.left
                i = after.next
                continue
            default: break
            }
            i += 1
        }
    }

    private func isOutpaceWord(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.end - t.start == 2 && (units[Int(t.start)] == 0x9AD8 || units[Int(t.start)] == 0x8D85)  // 高于 超过
    }

    private mutating func setTime(_ i: Int, _ left: Int) {
        guard !isBaseOfComparison(i, left) else { return }
        timeBefore = sentenceTime
        sentenceTime = time(i)
    }

    /// 比2020年, 较上年, 与去年相比: no time of the number itself.
    private func isBaseOfComparison(_ i: Int, _ left: Int) -> Bool {
        guard i > left else { return false }
        let t = lexer.tokens[i - 1]
        return t.kind == .word && (t.wordClass == .compare || t.wordClass == .with)
    }

    // MARK: Numbers

    private struct Predicate {
        /// First token of the predicate (its verbs, adverbs and comparators).
        var start: Int
        var comparator: Comparator?
        var sign = 1
        var isGrowth = false
        var reaches = false
        var hasVerb = false
        var isFrom = false
        var isRespective = false
        var isEach = false
        var isShare = false
        var isCompared = false
        var isAnnual = false
        var isDone = false
        var unitTail = ""
        var time: Period?
    }

    /// Reads the quantity at token `k` and those listed with it; `left` is the first token that may belong to it.
    /// Returns the first token behind what was read, and the first that may belong to the next number.
    private mutating func readQuantities(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) -> (next: Int, left: Int) {
        let tokens = lexer.tokens
        // The list: quantities with only 、和与 and comparators between them.
        struct Member { var token: Int; var before: Comparator?; var after: Comparator? }
        var members: [Member] = []
        var at = k
        var pendingBefore: Comparator?
        var behind = k + 1
        scan: while true {
            var member = Member(token: at, before: pendingBefore, after: nil)
            pendingBefore = nil
            behind = at + 1
            if behind < end, tokens[behind].kind == .word, tokens[behind].wordClass == .after {
                member.after = grammar.words[Int(tokens[behind].index)].comparator
                behind += 1
            }
            members.append(member)
            var probe = behind
            guard probe < end, tokens[probe].kind == .mark && tokens[probe].mark == Unit.enumerationComma
                || tokens[probe].kind == .word && tokens[probe].wordClass == .with
            else { break scan }
            probe += 1
            while probe < end, tokens[probe].kind == .word, tokens[probe].wordClass == .before {
                pendingBefore = grammar.words[Int(tokens[probe].index)].comparator
                probe += 1
            }
            guard probe < end, tokens[probe].kind == .quantity, !startsNoun(units, probe, end, members.last?.token ?? k) else { break scan }
            at = probe
        }
        let list = members.map { lexer.quantities[Int(tokens[$0.token].index)] }

        var predicate = readPredicate(units, left, k)
        isQuotedTarget = quotesTarget(units, left, behind, end)
        // 是2010年的1.6倍: the year is the base of the ratio.
        let isRatio = lexer.quantities[Int(tokens[k].index)].family == .times && !predicate.isGrowth
        if isRatio { sentenceTime = timeBefore } else if let t = predicate.time { sentenceTime = t }
        let subjectTokens = left..<predicate.start
        // Behind: what is counted.
        let q = list[list.count - 1]
        let nounStart = behind < end ? Int(tokens[behind].start) : 0
        let isBareShare = q.family == .percent && subjectTokens.isEmpty && !predicate.hasVerb && !predicate.isFrom
        let hasNoun = behind < end && opensNoun(units, behind, allowingOf: isBareShare) && tokens[behind].start == tokens[behind - 1].end

        if q.family == .none, q.unit.isEmpty, !hasMultiple(list) {
            // A bare number counts only with a list that gives its unit, which it lacks here.
            if list.allSatisfy({ $0.unit.isEmpty }) { return (behind, left) }
        }
        switch exclusion(units, subjectTokens, predicate, list, behind, end, hasNoun) {
        case .none: break
        case .partOfName: return (behind, left)
        case .noFigure: return (behind, behind)
        }

        var subjectRange = trimmed(units, afterAttribution(units, subjectTokens))
        // A verb of reaching inside the subject splits it: 收入将达到规划提出的…以上.
        if let cut = splitAtVerb(subjectRange) {
            predicate.reaches = predicate.reaches || !predicate.isGrowth
            subjectRange = trimmed(units, subjectRange.lowerBound..<cut)
        }
        if q.value == DecimalNumber(50), q.isChinese, let name = halfName(units, subjectRange) {
            predicate.isShare = true
            predicate.comparator = name.comparator
            subjectRange = subjectRange.lowerBound..<subjectRange.lowerBound
            subject = name.indicator
        }
        var indicator: [UInt16]
        var spanStart = Int(tokens[predicate.start < k ? predicate.start : k].start)
        var spanEnd = Int(tokens[behind - 1].end)
        var names: [[UInt16]] = []
        var ownUnits = withoutTail(units, unitRange(subjectRange))
        if ownUnits.count == 2, Self.landmarks.contains(where: { begins(units, ownUnits.lowerBound, with: $0) }) { ownUnits = 0..<0 }
        var isNounCase = false
        var nounEnd = behind

        if hasNoun, takesNoun(units, ownUnits, subjectRange, q, predicate) {
            isNounCase = true
            nounEnd = nounStop(behind, end)
            let noun = unitRange(behind..<nounEnd)
            var lead = copy(units, ownUnits)
            if lead.isEmpty, left > clauseStart, tokens[left].mark == Unit.enumerationComma || tokens[left].wordClass == .with { lead = leadVerb }
            leadVerb = lead.count <= 4 ? lead : []
            indicator = nounIndicator(lead, copy(units, noun))
            spanEnd = noun.upperBound
            if !ownUnits.isEmpty { spanStart = ownUnits.lowerBound }
            names = [indicator]
        } else if let share = shareName(units, subjectRange) {
            indicator = share
            spanStart = unitRange(subjectRange).lowerBound
            names = [indicator]
        } else if ownUnits.isEmpty {
            if !topic.isEmpty { (subject, subjects) = (topic, []) }
            indicator = subject
            names = subjects.count == list.count && list.count > 1 ? subjects : [subject]
        } else {
            spanStart = ownUnits.lowerBound
            var own = copy(units, ownUnits)
            dropAttribution(&own)
            applyObjectVerb(&own, &predicate, q)
            stripAspectNoun(&own, &predicate, q)
            if own.count <= 4, !leadVerb.isEmpty, left > clauseStart, tokens[left].mark == Unit.enumerationComma, own[0] != Self.new {
                own = leadVerb + own
            } else {
                leadVerb = own.count > 2 && own[0] == Self.new && Self.newVerbs.contains(own[1]) ? Array(own[..<2]) : []
            }
            if predicate.isRespective || predicate.isEach || list.count > 1 || q.isMultiple {
                names = ListedNames.split(own, grammar: grammar)
                if names.count == 1 { names = [own] }
            } else {
                names = [own]
            }
            if names.count == 1, let whole = withBearer(names[0]) { names = [whole] }
            indicator = names[names.count - 1]
        }
        _ = nounStart
        if indicator.isEmpty { return (behind, behind) }

        // Units and comparators that a list shares.
        var shared: [Quantity] = list
        for i in shared.indices.reversed().dropFirst() where shared[i].unit.isEmpty {
            shared[i].unit = shared[i + 1].unit
            shared[i].family = shared[i + 1].family
        }
        if !predicate.unitTail.isEmpty { for i in shared.indices where shared[i].family == .money { shared[i].unit += predicate.unitTail } }
        let lastAfter = members.last?.after
        let everyAfter = members.dropLast().allSatisfy { $0.after == nil && $0.before == nil } ? lastAfter : nil

        let isPaired = predicate.isRespective && names.count == shared.count
        let onlyOne = shared.count == 1
        var emitted: [(name: [UInt16], quantity: Quantity, comparator: Comparator?)] = []
        func comparator(_ i: Int) -> Comparator? {
            members[i].after ?? members[i].before ?? everyAfter ?? (i == 0 || !isNounCase ? predicate.comparator : nil)
        }
        if onlyOne, names.count > 1 {
            for name in names { emitted.append((name, shared[0], comparator(0))) }
        } else {
            for i in shared.indices {
                let name = isPaired || names.count == shared.count ? names[i] : indicator
                emitted.append((name, shared[i], comparator(i)))
            }
        }
        for (i, item) in emitted.enumerated() {
            let token = tokens[members[min(i, members.count - 1)].token]
            let start = i == 0 || onlyOne ? spanStart : Int(token.start)
            let stop = i == emitted.count - 1 || onlyOne ? spanEnd : Int(token.end)
            add(item.name, item.quantity, item.comparator, predicate, start..<max(stop, Int(token.end)), units)
        }
        if predicate.isFrom { sentenceTime = timeBefore }  // the year of where it began
        topic = []
        subject = indicator
        subjects = names
        return (nounEnd, nounEnd)
    }

    private func hasMultiple(_ list: [Quantity]) -> Bool { list.contains { $0.isMultiple } }

    private mutating func add(_ name: [UInt16], _ q: Quantity, _ comparator: Comparator?, _ predicate: Predicate, _ range: Range<Int>,
                              _ units: Span<UInt16>) {
        var aspect = Aspect.level
        var sign = 1
        if q.isMultiple {
            aspect = .growth
        } else if predicate.isGrowth, !predicate.reaches {
            aspect = isRelative(q) ? .growth : .change
            sign = predicate.sign
        } else if predicate.isShare || predicate.reaches {
            aspect = .level
        } else if predicate.sign < 0, predicate.isGrowth {
            aspect = .growth
        }
        var mark = comparator ?? .equal
        if q.high != nil { mark = .range }
        if comparator == nil, q.isMoreThan { mark = .moreThan }
        var value = q.value
        var high = q.high
        if sign < 0 {
            value = value.negated
            high = high?.negated
        }
        var period = predicate.isFrom ? predicate.time : (sentenceTime ?? frame.period)
        // 年均 is of several years: a single year named before it was of another number.
        if predicate.isAnnual, let p = period, p.isYear, let span = frame.period, !span.isYear { period = span }
        var kind: FigureKind = frame.looksForward ? .target : .actual
        if let explicit = sentenceTime, let year = documentYear {
            if frame.looksForward, Int(explicit.end) < year { kind = .actual }
            if !frame.looksForward, Int(explicit.end) > year || Int(explicit.start) > year { kind = .target }
        }
        if kind == .target, predicate.isDone, Int(sentenceTime?.end ?? 0) <= documentYear ?? 0 {
            kind = .actual
            if sentenceTime == nil { period = documentYear.map { Period($0 - 1) } }
        }
        if kind == .actual, isQuotedTarget { kind = .target }
        if kind == .actual, isEstimate { kind = .estimate }
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: aspect, comparator: mark, value: value, high: high,
            unit: q.unit.isEmpty ? nil : q.unit, reference: nil, period: period, kind: kind))
    }

    private func isRelative(_ q: Quantity) -> Bool {
        q.unit == "%" || q.family == .times || q.unit == "成" || q.unit == "‰"
    }

    /// Goes left from the quantity over comparators, verbs and adverbs.
    private func readPredicate(_ units: Span<UInt16>, _ left: Int, _ k: Int) -> Predicate {
        let tokens = lexer.tokens
        var p = Predicate(start: k)
        var j = k - 1
        while j >= left {
            let t = tokens[j]
            if t.kind == .time {
                if !(j > left && isBaseOfComparison(j, left)) { p.time = p.time ?? time(j) }
                p.start = j
                j -= 1
                continue
            }
            guard t.kind == .word else { break }
            let word = grammar.words[Int(t.index)]
            switch t.wordClass {
            case .before:
                p.comparator = p.comparator ?? word.comparator
            case .up, .down:
                if !p.isGrowth, !p.reaches {
                    p.isGrowth = true
                    p.sign = t.wordClass == .down ? -1 : 1
                }
                p.hasVerb = true
            case .to:
                if word.reaches { if !p.isGrowth { p.reaches = true } }
                p.hasVerb = true
            case .share:
                p.isShare = true
                p.hasVerb = true
                return p.start == j + 1 || p.start == k ? withStart(p, j + 1) : p
            case .verb: p.hasVerb = true
            case .from: p.isFrom = true
            case .respectively: p.isRespective = true
            case .each: p.isEach = true
            case .adverb:
                if word.isAnnual { p.isAnnual = true }
                if units[Int(t.start)] == 0x5DF2 { p.isDone = true }  // 已
            case .rate: p.unitTail = word.unitTail
            case .estimate, .plan: break
            case .time:
                p.time = p.time ?? (isBaseOfComparison(j, left) ? nil : time(j))
            case .during: break
            case .compare: p.isCompared = true
            case .aim where p.hasVerb || p.start == k: break
            default: return p
            }
            p.start = j
            j -= 1
        }
        return p
    }

    private func withStart(_ p: Predicate, _ start: Int) -> Predicate {
        var p = p
        p.start = start
        return p
    }

    /// A review that recalls what a plan had set: 规划提出的41200元以上的目标.
    private func quotesTarget(_ units: Span<UInt16>, _ left: Int, _ behind: Int, _ end: Int) -> Bool {
        let tokens = lexer.tokens
        let speaksOfPlan = (clauseStart..<behind).contains { i in
            tokens[i].kind == .time && lexer.times[Int(tokens[i].index)].isPlan
                || tokens[i].kind == .word && tokens[i].wordClass == .during || tokens[i].kind == .text && mentionsPlan(units, tokens[i].range)
        }
        return speaksOfPlan && (behind..<end).contains { tokens[$0].kind == .word && tokens[$0].wordClass == .aim }
    }

    private func mentionsPlan(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.contains { begins(units, $0, with: Self.planWord) || begins(units, $0, with: Self.outlineWord) }
    }

    private static let planWord = Array("规划".utf16), outlineWord = Array("纲要".utf16)

    // MARK: Subjects

    /// The tokens of a subject without adverbs, times and verbs at its ends.
    private func trimmed(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
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
    private func afterAttribution(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        let tokens = lexer.tokens
        for i in range.reversed() where tokens[i].kind == .text && i + 1 < range.upperBound {
            let r = tokens[i].range
            let tail = r.upperBound - (units[r.upperBound - 1] == Unit.openQuote ? 2 : 1)
            if tail > r.lowerBound, units[tail] == 0x7684, Self.attributions.contains(units[tail - 1]) { return i + 1..<range.upperBound }
        }
        return range
    }

    /// The same where the words stand in one piece: 提出的新增学位.
    private func dropAttribution(_ name: inout [UInt16]) {
        for i in name.indices.dropFirst().prefix(12) where name[i] == 0x7684 && Self.attributions.contains(name[i - 1]) && name.count - i > 3 {
            name.removeFirst(i + 1)
            return
        }
    }

    private static let attributions = Set("出定划".utf16)
    /// Without auxiliaries at its end (粮食产量在…以上); what ends in 的 names nothing.
    private func withoutTail(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
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
    private func lastItem(_ units: Span<UInt16>, _ range: Range<Int>) -> Int? {
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

    private func unitRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Int(lexer.tokens[range.lowerBound].start)..<Int(lexer.tokens[range.upperBound - 1].end)
    }

    private func copy(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16] {
        var result: [UInt16] = []
        result.reserveCapacity(range.count)
        for i in range { result.append(units[i]) }
        return result
    }

    private func splitAtVerb(_ range: Range<Int>) -> Int? {
        let tokens = lexer.tokens
        for i in range.dropFirst() where tokens[i].kind == .word && tokens[i].wordClass == .to {
            let word = grammar.words[Int(tokens[i].index)]
            if word.reaches || word.holds { return i }
        }
        return nil
    }

    /// 压减支出18.2亿元, 减轻负担3亿元: the verb before the object makes the number a change.
    private func applyObjectVerb(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        guard !p.isGrowth, !p.reaches, !p.isShare else { return }
        for (verb, sign) in Self.objectVerbs {
            guard let at = name.firstRange(of: verb) else { continue }
            let object = name[at.upperBound...]
            guard object.count >= 2, at.lowerBound == 0 || sign < 0 else { continue }
            guard sign > 0 || !q.family.isClassifier else { continue }
            if sign > 0, !(q.family == .money || q.family == .percent) { continue }
            p.isGrowth = true
            p.sign = sign
            var bearer = Array(name[..<at.lowerBound])
            if bearer.first == 0x4E3A { bearer.removeFirst() }  // 为…减轻
            if bearer.last == Unit.enumerationComma { bearer.removeLast() }
            name = bearer + object
            return
        }
    }

    private static let objectVerbs: [([UInt16], Int)] = [
        ("减轻", -1), ("压减", -1), ("压缩", -1), ("削减", -1), ("核减", -1), ("降低", -1), ("减少", -1), ("精简", -1), ("缩减", -1),
        ("提高", 1), ("上调", 1),
    ].map { (Array($0.0.utf16), $0.1) }

    /// 居民消费价格涨幅2%: the noun says growth, and is no part of the indicator.
    private func stripAspectNoun(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        for (noun, sign) in Self.aspectNouns where name.count > noun.count && name.suffix(noun.count).elementsEqual(noun) {
            guard isRelative(q) || q.family == .percent else { return }
            name.removeLast(noun.count)
            p.isGrowth = true
            p.reaches = false
            p.sign = sign
            break
        }
        for tail in Self.nameTails where name.count > tail.count && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
        }
    }

    private static let new = UInt16(0x65B0)
    private static let newVerbs = Set("增建设开创引入改".utf16)
    private static let aspectNouns: [([UInt16], Int)] = [
        ("增长预期目标", 1), ("增速目标", 1), ("增长目标", 1), ("年均增速", 1), ("增长速度", 1), ("增长率", 1), ("增速", 1), ("增幅", 1), ("涨幅", 1),
        ("上涨幅度", 1), ("增长幅度", 1), ("降幅", -1), ("下降幅度", -1), ("增长", 1),
    ].map { (Array($0.0.utf16), $0.1) }
    private static let nameTails: [[UInt16]] = ["等", "年均", "平均", "实际", "预期目标", "预期"].map { Array($0.utf16) }

    /// 总投资, 办结率: an attribute alone takes what was spoken of before it.
    private func withBearer(_ name: [UInt16]) -> [UInt16]? {
        guard !subject.isEmpty, name.count <= 5, let match = grammar.trie.longestMatch(in: name, at: 0), match.length == name.count,
            grammar.words[Int(match.value)].wordClass == .attribute
        else { return nil }
        guard !subject.suffix(name.count).elementsEqual(name) else { return nil }
        return subject + name
    }

    /// 产值占农林牧渔业总产值: what takes which share of what.
    private func shareName(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16]? {
        let tokens = lexer.tokens
        for i in range where tokens[i].kind == .word && tokens[i].wordClass == .share && tokens[i].end - tokens[i].start <= 2 {
            guard i + 1 < range.upperBound else { return nil }
            var name = copy(units, unitRange(trimmed(units, range.lowerBound..<i)))
            if name.isEmpty { name = subject }
            var whole = copy(units, Int(tokens[i + 1].start)..<Int(tokens[range.upperBound - 1].end))
            if whole.last == 0x7684 { whole.removeLast() }
            guard !whole.isEmpty else { return nil }
            let tail = whole.suffix(2).elementsEqual("比重".utf16) || whole.suffix(2).elementsEqual("比例".utf16) ? "" : "比重"
            return name + Array("占".utf16) + whole + Array(tail.utf16)
        }
        return nil
    }

    /// 新增装机超过全球一半: the share of 全球 that 新增装机 takes.
    private func halfName(_ units: Span<UInt16>, _ range: Range<Int>) -> (indicator: [UInt16], comparator: Comparator?)? {
        let tokens = lexer.tokens
        guard let i = range.first(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .before }), i > range.lowerBound,
            i + 1 < range.upperBound
        else { return nil }
        let name = copy(units, unitRange(range.lowerBound..<i)) + Array("占".utf16) + copy(units, unitRange(i + 1..<range.upperBound))
            + Array("比重".utf16)
        return (name, grammar.words[Int(tokens[i].index)].comparator)
    }

    // MARK: Things counted

    private func opensNoun(_ units: Span<UInt16>, _ i: Int, allowingOf: Bool) -> Bool {
        let t = lexer.tokens[i]
        switch t.kind {
        case .text: return allowingOf || units[Int(t.start)] != 0x7684
        case .word: return t.wordClass == .verb || t.wordClass == .adverb || t.wordClass == .own || t.wordClass == .during || t.wordClass == .aim
            || t.wordClass == .each
        default: return false
        }
    }

    /// Whether the quantity at `probe` begins an item of its own (建成3个甲、2个乙) rather than going on with a list.
    private func startsNoun(_ units: Span<UInt16>, _ probe: Int, _ end: Int, _ previous: Int) -> Bool {
        let q = lexer.quantities[Int(lexer.tokens[probe].index)]
        let before = lexer.quantities[Int(lexer.tokens[previous].index)]
        guard q.family.isClassifier, probe + 1 < end, before.family.isClassifier, !before.unit.isEmpty else { return false }
        return lexer.tokens[probe + 1].kind == .text && units[Int(lexer.tokens[probe + 1].start)] != 0x7684
    }

    private func takesNoun(_ units: Span<UInt16>, _ own: Range<Int>, _ tokens: Range<Int>, _ q: Quantity, _ p: Predicate) -> Bool {
        if p.reaches || p.isGrowth || p.isShare { return false }
        if q.isMultiple { return false }
        if own.isEmpty { return q.family.isClassifier || q.family == .percent || p.comparator == nil && !p.hasVerb }
        if q.family.isClassifier { return true }
        if q.family == .percent { return false }
        return own.count <= 4
    }

    /// The first token behind the noun that begins at `behind`.
    private func nounStop(_ behind: Int, _ end: Int) -> Int {
        let tokens = lexer.tokens
        var i = behind + 1
        while i < end, tokens[i].kind != .mark, tokens[i].kind != .quantity, tokens[i].wordClass != .aim { i += 1 }
        return i
    }

    /// 新建 + 区域养老服务中心; 40条高速公路相继开通 → 相继开通的高速公路.
    private func nounIndicator(_ own: [UInt16], _ noun: [UInt16]) -> [UInt16] {
        var lead = own
        var things = noun
        if things.first == 0x7684 { things.removeFirst() }
        if let deng = lead.lastIndex(of: 0x7B49), deng >= lead.count - 1 { lead = [] }  // …等25个案例
        let isPreposition = lead.count == 1 && (lead[0] == 0x4E3A || lead[0] == 0x5728 || lead[0] == 0x5BF9 || lead[0] == 0x4E0E)
        if lead.isEmpty || isPreposition || lead.count <= 4 {
            if let cut = befallCut(things, orAction: isPreposition), cut >= 2 {
                let verb = Array(things[cut...])
                let head = Array(things[..<cut])
                return (isPreposition ? [] : lead) + verb + [0x7684] + head
            }
        }
        if isPreposition { lead = [] }
        return lead + things
    }

    /// Where in a noun phrase the verb begins that tells what befell the things counted.
    private func befallCut(_ things: [UInt16], orAction: Bool) -> Int? {
        var i = 1
        while i < things.count {
            if orAction, i >= 2, grammar.actionTrie.longestMatch(in: things, at: i) != nil { return i }
            if let m = grammar.trie.longestMatch(in: things, at: i) {
                if grammar.words[Int(m.value)].wordClass == .befall || grammar.words[Int(m.value)].wordClass == .verb { return i }
                i += m.length
            } else {
                i += 1
            }
        }
        return nil
    }

    // MARK: What is no figure

    private enum Exclusion { case none, partOfName, noFigure }

    private func exclusion(_ units: Span<UInt16>, _ subjectTokens: Range<Int>, _ p: Predicate, _ list: [Quantity], _ behind: Int, _ end: Int,
                            _ hasNoun: Bool) -> Exclusion {
        let tokens = lexer.tokens
        let q = list[0]
        if q.isScaleAlone, p.comparator == nil, !q.isMoreThan { return .noFigure }
        // Gaps: 高于全国1.7个百分点, 比全国高2个百分点.
        for i in subjectTokens {
            let t = tokens[i]
            guard t.kind == .word else { continue }
            if t.wordClass == .gap || t.wordClass == .outpace || t.wordClass == .before && i + 1 < subjectTokens.upperBound + 1 && isGapWord(units, t) {
                return .noFigure
            }
            if t.wordClass == .compare {
                let last = Int(tokens[max(subjectTokens.upperBound - 1, i)].end) - 1
                if Self.gapAdjectives.contains(units[last]) { return .noFigure }
            }
        }
        if p.isCompared, subjectTokens.isEmpty == false, Self.gapAdjectives.contains(units[Int(tokens[subjectTokens.upperBound - 1].end) - 1]) {
            return .noFigure
        }
        // Thresholds: 投资2000万元以上的项目300个, 50米内换乘比例; but 41200元以上的目标 is one.
        if behind < end, tokens[behind - 1].wordClass == .after, tokens[behind].kind == .text {
            let isOf = units[Int(tokens[behind].start)] == 0x7684
            let isAim = isOf && behind + 1 < end && tokens[behind + 1].wordClass == .aim
            switch q.family {
            case .money, .people, .area, .power, .mass:
                if !isAim, isOf || (behind..<end).contains(where: { tokens[$0].kind == .quantity }) { return .partOfName }
            case .time, .length: if !isAim { return .partOfName }
            case .none: return .noFigure
            default: break
            }
        }
        // 年销售收入超10亿元企业2家, 成为产值超千亿元的县, 时速350公里高铁: the number describes what follows.
        if behind < end, p.comparator != nil, q.family == .money, tokens[behind].kind == .text,
            Self.describedThings.contains(where: { begins(units, Int(tokens[behind].start), with: $0) })
        {
            return .partOfName
        }
        if q.family == .length, !subjectTokens.isEmpty {
            let stop = Int(tokens[subjectTokens.upperBound - 1].end)
            if begins(units, max(0, stop - 2), with: Self.speed) { return .partOfName }
        }
        // Counts of the document's own parts: 七个方面, 6个维度.
        if q.unit == "个" || q.unit == "项" || q.unit.isEmpty, hasNoun,
            Self.ownParts.contains(where: { begins(units, Int(tokens[behind].start), with: $0) })
        {
            return .noFigure
        }
        // Durations and ages count only where something was brought to them.
        if q.family == .time {
            let name = subjectTokens.isEmpty ? subject : copy(units, unitRange(subjectTokens))
            if !Self.durationNames.contains(where: { name.firstRange(of: $0) != nil }) { return .partOfName }
        }
        return .none
    }

    private func isGapWord(_ units: Span<UInt16>, _ t: Token) -> Bool {
        guard t.end - t.start == 2, units[Int(t.start) + 1] == 0x4E8E else { return false }  // 高于, 低于
        return units[Int(t.start)] == 0x9AD8 || units[Int(t.start)] == 0x4F4E
    }

    private func begins(_ units: Span<UInt16>, _ at: Int, with word: [UInt16]) -> Bool {
        guard at + word.count <= units.count else { return false }
        for i in word.indices where units[at + i] != word[i] { return false }
        return true
    }

    private static let speed = Array("时速".utf16)
    private static let describedThings: [[UInt16]] = [
        "的", "企业", "项目", "县", "区", "园区", "产业", "集群", "乡镇", "镇", "村", "城市", "开发区", "单品", "品牌", "平台", "基地", "工程", "级",
    ].map { Array($0.utf16) }
    private static let ownParts: [[UInt16]] = ["方面", "维度", "台阶", "部分", "关键词", "坚持"].map { Array($0.utf16) }
    private static let landmarks: [[UInt16]] = ["台阶", "大关", "关口", "门槛"].map { Array($0.utf16) }
    private static let gapAdjectives = Set("高低快慢多少好".utf16)
    private static let durationNames: [[UInt16]] = ["寿命", "年限", "时间", "时长", "天数", "平均", "时限", "期限", "办结"].map { Array($0.utf16) }

    // MARK: Without a number

    private mutating func readTogether(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) {
        let tokens = lexer.tokens
        if k + 1 < end {
            let next = tokens[k + 1]
            guard next.kind == .mark || next.kind == .text && units[Int(next.start)] == 0x7684 else { return }
        }
        guard let with = (left..<k).last(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .with }) else { return }
        var own = copy(units, unitRange(trimmed(units, left..<with)))
        let reference = copy(units, unitRange(trimmed(units, with + 1..<k)))
        let speaksOfGrowth = (left..<k).contains { tokens[$0].kind == .word && (tokens[$0].wordClass == .up || tokens[$0].wordClass == .down) }
        guard !reference.isEmpty, speaksOfGrowth || reference.firstRange(of: Array("经济".utf16)) != nil else { return }
        var p = Predicate(start: k)
        stripGrowth(&own, &p)
        if own.isEmpty { own = subject }
        guard !own.isEmpty else { return }
        emit(own, .sync, reference, Int(tokens[left].start)..<Int(tokens[k].end))
    }

    private mutating func readOutpace(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) {
        let tokens = lexer.tokens
        guard k + 1 < end else { return }
        var upper = k
        while upper > left, tokens[upper - 1].kind == .quantity || tokens[upper - 1].wordClass == .adverb { upper -= 1 }
        var own = copy(units, unitRange(trimmed(units, left..<upper)))
        var stop = k + 1
        while stop < end, !(tokens[stop].kind == .mark) { stop += 1 }
        let reference = copy(units, Int(tokens[k + 1].start)..<Int(tokens[stop - 1].end))
        let ownGrows = (left..<k).contains { tokens[$0].kind == .word && tokens[$0].wordClass == .up }
        let referenceGrows = Self.paceWords.contains { reference.firstRange(of: $0) != nil }
        guard ownGrows || referenceGrows, !reference.isEmpty, reference.count <= 24 else { return }
        guard referenceGrows || Self.paceBases.contains(where: { reference.firstRange(of: $0) != nil }) else { return }
        var p = Predicate(start: k)
        stripGrowth(&own, &p)
        let inherits = own.isEmpty
        if inherits { own = subject }
        guard !own.isEmpty, !inherits || Self.paceWords.prefix(2).contains(where: { reference.firstRange(of: $0) != nil }) else { return }
        emit(own, .outpace, reference, (inherits ? Int(tokens[k].start) : Int(tokens[left].start))..<Int(tokens[stop - 1].end))
        subject = own
    }

    private static let paceWords: [[UInt16]] = ["增速", "增长", "平均水平", "增幅", "平均"].map { Array($0.utf16) }
    private static let paceBases: [[UInt16]] = ["全国", "全省", "全市", "城镇", "经济", "同期", "GDP", "居民"].map { Array($0.utf16) }

    private func stripGrowth(_ name: inout [UInt16], _ p: inout Predicate) {
        for tail in Self.growthTails where name.count > tail.count && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
        }
    }

    private static let growthTails: [[UInt16]] = [
        "保持", "增长速度", "增速", "增长", "增幅", "提高", "实际", "年均", "连续",
    ].map { Array($0.utf16) }

    private mutating func emit(_ name: [UInt16], _ comparator: Comparator, _ reference: [UInt16], _ range: Range<Int>) {
        found.append(Found(
            range: range, sentence: sentence, indicator: name, aspect: .growth, comparator: comparator, value: nil, high: nil, unit: nil,
            reference: reference, period: sentenceTime ?? frame.period, kind: frame.looksForward ? .target : .actual))
        subject = name
        subjects = [name]
    }
}

extension Array where Element == UInt16 {
    /// The first place where `part` stands.
    func firstRange(of part: [UInt16]) -> Range<Int>? {
        guard !part.isEmpty, count >= part.count else { return nil }
        for start in 0...(count - part.count) where self[start] == part[0] {
            var same = true
            for i in part.indices where self[start + i] != part[i] {
                same = false
                break
            }
            if same { return start..<start + part.count }
        }
        return nil
    }
}
