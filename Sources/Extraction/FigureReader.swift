import Documents
import Lexicon

/// Reads the figures of a paragraph: from each number outward, what it says, of what, when, and how surely. It is too large to be
/// copied for a question that it asks itself.
struct FigureReader: ~Copyable {
    let grammar: Grammar
    /// Keeps the reader where it is: the compiler copies a value of this size for each question that it asks itself, unless one of
    /// its fields is of no known type.
    private let place: Any? = nil
    /// The year the document speaks in: its 今年.
    var documentYear: Int?
    /// 今年 in its review is the year before (`TimeFrames.sumsUp`).
    var sumsUp = false
    /// A document of the nation, whose own place 全国 is.
    var isNational = true

    private var terms: ClauseTerms { grammar.clauseTerms }

    /// A figure in units of the source text, before names are settled.
    struct Found {
        var range: Range<Int>
        var sentence: Range<Int>
        var indicator: [UInt16]
        var aspect: Aspect
        var comparator: Comparator
        var value: DecimalNumber?
        var high: DecimalNumber?
        /// Empty where the number has none.
        var unit: QuantityUnit
        var reference: [UInt16]?
        var period: Period?
        var kind: FigureKind
        /// Its spans count units, like `range`.
        var evidence = Evidence()
    }

    var found: [Found] = []
    var lexer: SentenceLexer
    var frame = TimeFrame(period: nil, looksForward: false)
    /// The paragraph stands in a part that plans.
    var isPlanPart = false
    /// The frame that holds behind a paragraph which looks ahead from somewhere in it.
    var frameBefore: TimeFrame?
    /// The frame of a plan while a look back interrupts it.
    var planFrame: TimeFrame?
    var sentence = 0..<0
    /// The first token of the sentence.
    var sentenceStart = 0
    /// The indicator that a clause without a subject goes on with.
    var subject: [UInt16] = []
    var subjects: [[UInt16]] = []
    /// Of a subject that is a share (工业支出占支出总数比重): who has it.
    var shareBearer: [UInt16] = []
    /// Where `subject` was named.
    var subjectWords = Evidence.Words()
    /// The prices that the paragraph spoke of last, for 涨幅 by itself.
    var priceSubject: [UInt16] = []
    var priceWords = Evidence.Words()
    var sentenceTime: Period?
    var isEstimate = false
    /// The number before is a mean a year, which a growth right behind it is too: 平均每年增加4亿元，增长5%.
    var isYearlyMean = false
    /// 根据预计 opens the sentence, and holds for all of it.
    var isEstimated = false
    /// The first year of the span that the sentence names by its years: 从1978年到1982年.
    var spanStart: Period?
    var clauseStart = 0
    var isQuotedTarget = false
    /// The tokens of a clause without a figure, which may name what the clause behind it measures.
    var topicClause = 0..<0
    /// The sentence supposes (如果…): its numbers are examples.
    var isHypothesis = false
    /// The clause names the time of its own number alone; `timeOutside` holds behind it.
    var isLocalTime = false, timeOutside: Period?
    /// The time of the sentence before, which one that opens with 其中 goes on with.
    var timeSpoken: Period?
    /// The token whose years were counted from another year that the sentence names, as `sentenceTime` has them.
    var countedAt = -1
    /// The time spoken of before the clause's last time word.
    var timeBefore: Period?
    /// The year that the sentence compares with: 同1954年比较.
    var baseYear: Int?
    /// What the sentence lists stands already: 已建成的主要有.
    var isDoneList = false
    /// The years of the pair 由…年的A增加到…年的B before, for the pairs behind it.
    var pairFrom: Period?, pairTo: Period?
    var awaitsPair = false
    /// The verb that the members of a list share: 新增 in 新增2所甲、1所乙.
    var leadVerb: [UInt16] = []
    /// The sign of the verb before its objects that the members of a list share: 压减 in 压减甲产能2吨、乙产能1吨.
    var objectSign = 0
    /// The deed of the clause before, for a list whose members commas part: 新增发电能力…，铁路….
    var deedBefore: [UInt16] = []
    /// What the sentence said before a list that its members are of: 新增的生产能力有：钢…，煤….
    var listHead = ListHead.none
    /// The first token behind the words that announce targets.
    var listStart = 0

    init(grammar: Grammar) {
        self.grammar = grammar
        lexer = SentenceLexer(grammar: grammar)
    }

    /// The unit of the figure before; nil where it has none.
    var lastUnit: QuantityUnit? {
        guard let last = found.indices.last, !found[last].unit.isEmpty else { return nil }
        return found[last].unit
    }

    /// How many of `found` are of paragraphs before.
    private(set) var kept = 0

    /// Forgets the figures of the paragraphs before, but for the last few, which those of the next may look back on.
    mutating func forget() {
        if found.count > 64 { found.removeFirst(found.count - 8) }
        kept = found.count
    }

    /// Reads one paragraph, which `lexer` has cut into tokens; figures are added to `found` in order. Returns the frame that holds behind it.
    mutating func read(_ units: Span<UInt16>, _ paragraph: Range<Int>, frame: TimeFrame) -> TimeFrame {
        self.frame = frame
        let tokens = lexer.tokens
        subject = []
        subjects = []
        shareBearer = []
        priceSubject = []
        planFrame = nil
        frameBefore = nil
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, !(tokens[end].kind == .mark && Unit.endsSentence(tokens[end].mark)) { end += 1 }
            let close = end < tokens.count ? Int(tokens[end].end) : paragraph.upperBound
            sentence = Int(tokens[start].start)..<close
            readSentence(units, start, end)
            start = end + 1
        }
        if let frameBefore, self.frame.looksForward { return frameBefore }
        return planFrame ?? self.frame
    }

    // MARK: Sentences and clauses

    mutating func readSentence(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        // 2024年投资目标9亿元。其中，…: of the year that the sentence before names.
        let goesOn = start < end && terms.among.begins(units, lexer.tokens[start]) && start > 0 && found.count > kept
        timeSpoken = goesOn ? timeSpoken ?? sentenceTime : nil
        sentenceTime = timeSpoken
        timeBefore = nil
        (pairFrom, pairTo, awaitsPair) = (nil, nil, false)
        baseYear = nil
        isDoneList = false
        isEstimate = false
        isEstimated = false
        spanStart = nil
        isHypothesis = false
        listHead = .none
        deedBefore = []
        topicClause = 0..<0
        countedAt = -1
        sentenceStart = start
        let tokens = lexer.tokens
        setFrame(units, start, end)
        // What held before brackets, and how many figures there were.
        var outside: (time: Period?, count: Int)?
        var clause = start
        while clause < end {
            var stop = clause
            while stop < end, !isClauseEnd(tokens[stop]) { stop += 1 }
            if stop > clause {
                let count = found.count, wasEstimate = isEstimate
                if listHead == .none { listHead = headOfList(units, clause, stop) }
                readClause(units, clause, stop)
                if isLocalTime { (isLocalTime, sentenceTime) = (false, timeOutside) }
                topicClause = found.count == count ? clause..<stop : 0..<0
                // 与去年同期相比，…: of this year so far.
                if found.count == count, sentenceTime == nil, !frame.looksForward, let year = documentYear,
                    terms.soFar.ends(units, Int(tokens[clause].start), Int(tokens[stop - 1].end))
                {
                    sentenceTime = Period(year)
                }
                // 根据预计，…；…: said before all of them.
                if isEstimate, !wasEstimate, clause == start, found.count == count, stop - clause <= 3, stop < end,
                    tokens[stop].mark == Unit.comma
                {
                    isEstimated = true
                }
                // 预计甲达…；乙超…: said before all of them.
                if isEstimate, !wasEstimate, clause == start, opensWithEstimate(clause, stop) { isEstimated = true }
                deedBefore = stop < end && tokens[stop].mark == Unit.comma ? leadVerb : []
                // 按预计产量比较如下：甲…；乙…: all of them.
                if stop < end, tokens[stop].mark == Unit.colon, isEstimate, found.count == count { isEstimated = true }
                if stop < end, tokens[stop].mark == Unit.colon, announcesDone(units, clause, stop) { isDoneList = true }
            }
            if isHypothesis { return }
            if stop < end, tokens[stop].mark == Unit.semicolon { isEstimate = isEstimated }
            // 达23亿元（2020年21亿元），增长8%: the year is of the number in the brackets alone.
            if stop < end, tokens[stop].mark == Unit.openParenthesis { outside = (sentenceTime, found.count) }
            if stop < end, tokens[stop].mark == Unit.closeParenthesis, let before = outside {
                // 城市总体规划（2016年—2035年）的第一阶段
                let isPlan = clause > start && terms.planNames.ends(units, sentence.lowerBound, Int(tokens[clause - 1].start))
                if found.count > before.count || isPlan {
                    sentenceTime = before.time
                }
                outside = nil
            }
            clause = stop + 1
        }
    }

    /// 预计, 全年预计: nothing but its time stands before the word.
    private func opensWithEstimate(_ start: Int, _ end: Int) -> Bool {
        let tokens = lexer.tokens
        let first = (start..<end).first { tokens[$0].kind != .time && tokens[$0].wordClass != .time }
        return first.map { tokens[$0].wordClass == .estimate } ?? false
    }

    /// The clause before as a name, where it is nothing but one (全国研发经费，从509亿元增加到…), or the name that it opens with
    /// (覆盖面逐步扩大，…). `changes`: the number is of a change.
    func topic(_ units: Span<UInt16>, changes: Bool) -> [UInt16] {
        guard !topicClause.isEmpty else { return [] }
        var range = trimmed(units, topicClause)
        // 逐步降低税率, 平均每年降低1个百分点: what falls. But 取得了好的效果, 今年要扩大到511户: a deed done tells of no subject.
        if changes, !range.isEmpty, isChangeVerb(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        if !range.isEmpty, terms.notTopics.begins(units, lexer.tokens[range.lowerBound]) { return [] }  // 针对融资难问题，…
        if let share = shareTopic(units, range) { return share }
        // 实现甲、完成乙的丙，由…: the name is cut.
        if !range.isEmpty,
            lexer.tokens[topicClause.lowerBound..<range.lowerBound].contains(where: { $0.mark == Unit.enumerationComma && $0.kind == .mark }
            ), unitRange(range).contains(where: { units[$0] == "的" })
        {
            return []
        }
        // 实现甲、扫除乙的人口覆盖率: a clause of deeds, and no name.
        if lexer.tokens[topicClause.lowerBound..<range.lowerBound].contains(where: { $0.wordClass == .verb }),
            lexer.tokens[range].contains(where: { $0.mark == Unit.enumerationComma && $0.kind == .mark })
        {
            return []
        }
        let name = wholeTopic(units, range)
        return name.isEmpty ? describedTopic(units, unitRange(range)) : name
    }

    /// 绿茶占总产值的比重，由…; 绿茶在总产值中所占的比重，由…
    private func shareTopic(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16]? {
        let words = unitRange(range)
        guard Self.shareEnds.ends(units, words.lowerBound, words.upperBound), let share = shareName(units, range), !share.bearer.isEmpty
        else { return nil }
        let name = share.bearer + share.part
        guard name[0] == "在" || name[0] == "中" else { return name }
        let whole = withoutTail(units, unitRange(topicClause.lowerBound..<range.upperBound))
        return whole.count < 30 && lexer.tokens[topicClause.lowerBound].kind == .text ? copy(units, whole) : nil
    }

    /// 为工人修建的|宿舍面积，将达到…
    private func describedTopic(_ units: Span<UInt16>, _ words: Range<Int>) -> [UInt16] {
        guard let of = words.last(where: { units[$0] == "的" }), words.upperBound - of > 4 else { return [] }
        let head = copy(units, of + 1..<words.upperBound)
        guard ListedNames.endsInMeasure(head), head.last != "比", !terms.changed.ends(units, words.lowerBound, of),
            head.indices.allSatisfy({ grammar.actionTrie.longestMatch(in: head, at: $0) == nil && head[$0] != "和" && head[$0] != "与" })
        else { return [] }
        return head
    }

    private func wholeTopic(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16] {
        let hasDeed = (topicClause.lowerBound..<range.lowerBound).contains { lexer.tokens[$0].wordClass == .verb }
        var upper = range.lowerBound
        while upper < range.upperBound, lexer.tokens[upper].kind == .text { upper += 1 }
        // 研究与试验经费，从…
        if upper + 2 == range.upperBound, lexer.tokens[upper].wordClass == .with, lexer.tokens[upper].end - lexer.tokens[upper].start == 1,
            lexer.tokens[upper + 1].kind == .text,
            ListedNames.endsInMeasure(units[last: lexer.tokens[upper + 1]])
        {
            upper += 2
        }
        // 粮食产量在|上年|增长的基础上
        let isOnGround =
            upper < range.upperBound && upper > range.lowerBound && lexer.tokens[upper - 1].kind == .text
            && units[last: lexer.tokens[upper - 1]] == "在"
            && terms.grounds.ends(units, Int(lexer.tokens[upper].start), Int(lexer.tokens[topicClause.upperBound - 1].end))
        if upper < range.upperBound, !isOnGround {
            let next = lexer.tokens[upper]
            if next.end - next.start == 1, units[first: next] == "及" { return [] }  // 国有|及|国有控股企业效益提高
            guard next.kind == .word,
                next.wordClass == .adverb || next.wordClass == .up || next.wordClass == .down
                    || next.wordClass == .to && next.end - next.start > 1
            else { return [] }
        }
        var name = copy(units, withoutTail(units, unitRange(range.lowerBound..<upper)))
        if name.count > 5, name.suffix(4).elementsEqual(terms.ofGround) { name.removeLast(4) }  // 在粮食产量的基础上
        if let cut = befallCut(name, orAction: false), cut >= 2 { name.removeLast(name.count - cut) }
        guard (2...20).contains(name.count), name.last != "的", name.last != "来", !hasDeed || ListedNames.endsInMeasure(name) else {
            return []
        }
        // 研究经费, 治理费用: a measure may have a deed in its name.
        let opensWithDeed = grammar.actionTrie.longestMatch(in: name) != nil
        if ListedNames.endsInHead(name, grammar), !opensWithDeed || terms.costs.ends(name.span, 0, name.count) { return name }
        if opensWithDeed { return [] }
        for i in 1..<name.count where grammar.actionTrie.longestMatch(in: name, at: i) != nil { return [] }
        return name
    }

    func isClauseEnd(_ token: Token) -> Bool {
        guard token.kind == .mark else { return false }
        return token.mark != Unit.enumerationComma
    }

    mutating func readClause(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        let tokens = lexer.tokens
        var left = start
        var i = start
        clauseStart = start
        leadVerb = []
        objectSign = 0
        // 在去年增长5%的基础上: the time is that of the ground.
        if terms.grounds.ends(units, Int(tokens[start].start), Int(tokens[end - 1].end)) {
            (isLocalTime, timeOutside) = (true, sentenceTime)
        }
        while i < end {
            let t = tokens[i]
            if i == listStart, i > start { (left, clauseStart) = (i, i) }
            switch t.kind {
            case .word where t.wordClass == .hypothesis:
                isHypothesis = true
                return
            case .word where t.wordClass == .adverb && frame.looksForward && units[first: t] == "用": takeYears(units, i)
            case .word where t.wordClass == .estimate: if !isCompared(units, i, start) { isEstimate = true }
            case .word where t.wordClass == .together:
                readTogether(units, left, i, end)
                left = i + 1
            case .word where t.wordClass == .outpace || (t.wordClass == .before && isOutpaceWord(units, t)) && !isDenied(units, t):
                if !(i + 1..<end).contains(where: { tokens[$0].kind == .quantity }) { readOutpace(units, left, i, end) }
            case .time:
                setTime(units, i, left)
            case .word where t.wordClass == .time:
                setTime(units, i, left)
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

    /// 比1980年|预计, 预计|数: what is compared with was expected.
    private func isCompared(_ units: Span<UInt16>, _ i: Int, _ start: Int) -> Bool {
        let tokens = lexer.tokens
        if i + 1 < tokens.count, tokens[i + 1].start == tokens[i].end, units[Int(tokens[i].end)] == "数" { return true }
        return i >= start + 2 && tokens[i - 1].kind == .time && tokens[i - 2].wordClass == .compare
    }

    /// 不能超过, 不得高于
    func isDenied(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.start > 1 && (units[Int(t.start) - 1] == "不" || units[Int(t.start) - 2] == "不")
    }

    func isOutpaceWord(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.end - t.start == 2 && (units[first: t] == "高" || units[first: t] == "超")  // 高于 超过
    }

    func unitRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Int(lexer.tokens[range.lowerBound].start)..<Int(lexer.tokens[range.upperBound - 1].end)
    }

    func copy(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16] {
        var result: [UInt16] = []
        result.reserveCapacity(range.count)
        for i in range { result.append(units[i]) }
        return result
    }

    func begins(_ units: Span<UInt16>, _ at: Int, with word: [UInt16]) -> Bool {
        guard at + word.count <= units.count else { return false }
        for i in word.indices where units[at + i] != word[i] { return false }
        return true
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

/// What the rules above ask for, made once with the grammar.
struct ClauseTerms: Sendable {
    let soFar = HeadWords("与去年同期相比 同去年同期相比 与去年同期比 同去年同期比")
    let among = HeadWords("其中")
    let planNames = HeadWords("规划 纲要 行动计划 方案 行动方案 总体规划")
    let notTopics = HeadWords("针对 经过 通过 为了 随着 按照 围绕 根据 面对 居全 居第 居中 居西 居东 居世 位居 位列 名列 稳居 跃居")
    let costs = HeadWords("经费 费用"), changed = HeadWords("增加 新增 扩大 减少 增长")
    let grounds = HeadWords("基础上"), ofGround = Array("的基础上".utf16)
}
