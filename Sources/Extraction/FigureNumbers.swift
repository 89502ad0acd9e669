import Documents
import Lexicon

/// A number and those listed with it, and what is known of them while their names are sought.
struct Mention {
    /// One number of the list, with the comparators beside it.
    struct Member { var token: Int; var before: Comparator?, after: Comparator? }

    var members: [Member] = []
    var list: [Quantity] = []
    /// The first token that may belong to it, that of its first number, the one behind its last, and the end of the clause.
    var left: Int, first: Int, behind: Int, end: Int
    var predicate: FigureReader.Predicate
    /// The tokens before the predicate, those of the noun phrase among them, and the units of its name.
    var subjectTokens = 0..<0, subjectRange = 0..<0, own = 0..<0
    /// What is counted stands behind; the share is one of those covered; each of the list is new; the things are merged into fewer.
    var hasNoun = false, isCover = false, areNew = false, isMerged = false

    // What the naming finds.
    var names: [[UInt16]] = []
    /// What the clauses behind go on with, where it is not the name itself.
    var sharedSubject: [UInt16] = []
    var spanStart = 0, spanEnd = 0
    /// The token behind the noun counted; `behind` where there is none.
    var nounEnd: Int
    var isNounCase = false
    var evidence = Evidence()

    /// The last number, whose unit the others share.
    var q: Quantity { list[list.count - 1] }
    var indicator: [UInt16] { names.last ?? [] }
}

/// A number and those listed with it, with what they measure.
extension FigureReader {
    /// The first token behind what was read, and the first that may belong to the next number.
    typealias Next = (next: Int, left: Int)

    /// Reads the quantity at token `k` and those listed with it; `left` is the first token that may belong to it.
    mutating func readQuantities(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) -> Next {
        let tokens = lexer.tokens
        var m = readList(units, left, k, end)
        if m.predicate.isFrom { for i in m.predicate.start..<k { if let before = yearBefore(units, i) { m.predicate.time = before } } }
        isQuotedTarget = quotesTarget(units, left, m.behind, end)
        if let t = m.predicate.time, !m.predicate.isBase { sentenceTime = t }
        if frame.looksForward, !m.predicate.isDone, standsAlready(units, k) { m.predicate.isDone = true }
        m.subjectTokens = withoutBase(units, left..<m.predicate.start, m.behind, end, &m.predicate)
        findNoun(units, &m)
        // A bare number counts only with a list that gives its unit.
        if m.q.family == .none, m.q.unit.isEmpty, !hasMultiple(m.list), m.list.allSatisfy({ $0.unit.isEmpty }) { return (m.behind, left) }
        switch exclusion(units, m.subjectTokens, m.predicate, m.list, k, m.behind, end, m.hasNoun) {
        case .none: break
        case .partOfName: return (m.behind, left)
        case .noFigure: return (m.behind, m.behind)
        case .landmark: return passLandmark(units, m)
        }
        findSubject(units, &m)
        m.spanStart = Int(tokens[min(m.predicate.start, k)].start)
        m.spanEnd = Int(tokens[m.behind - 1].end)
        m.evidence.name = .before
        m.evidence.indicator = Evidence.Words(m.own)
        m.evidence.verb = verbWords(m.predicate.start..<k)
        if let next = name(units, &m) { return next }
        if let next = passNothing(m) { return next }
        addAll(units, m)
        return (m.nounEnd, m.isMerged ? m.nounEnd + 1 : m.nounEnd)
    }

    /// The list: quantities with only 、和与 and comparators between them.
    private func readList(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) -> Mention {
        let tokens = lexer.tokens
        var m = Mention(left: left, first: k, behind: k + 1, end: end, predicate: readPredicate(units, left, k), nounEnd: k + 1)
        var at = k
        var pendingBefore: Comparator?
        scan: while true {
            var member = Mention.Member(token: at, before: pendingBefore, after: nil)
            pendingBefore = nil
            m.behind = at + 1
            if m.behind < end, tokens[m.behind].kind == .word, tokens[m.behind].wordClass == .after {
                member.after = grammar.words[Int(tokens[m.behind].index)].comparator
                m.behind += 1
            }
            m.members.append(member)
            var probe = m.behind
            guard probe < end, tokens[probe].kind == .mark && tokens[probe].mark == Unit.enumerationComma
                || tokens[probe].kind == .word && tokens[probe].wordClass == .with
            else { break scan }
            probe += 1
            while probe < end, tokens[probe].kind == .word, tokens[probe].wordClass == .before {
                pendingBefore = grammar.words[Int(tokens[probe].index)].comparator
                probe += 1
            }
            guard probe < end, tokens[probe].kind == .quantity, !startsNoun(units, probe, end, at) else { break scan }
            at = probe
        }
        m.list = m.members.map { lexer.quantities[Int(tokens[$0.token].index)] }
        m.nounEnd = m.behind
        return m
    }

    /// Whether what is counted stands behind the number.
    private func findNoun(_ units: Span<UInt16>, _ m: inout Mention) {
        let tokens = lexer.tokens, behind = m.behind, start = m.predicate.start
        let isBareShare = m.q.family == .percent && m.subjectTokens.isEmpty && !m.predicate.hasVerb && !m.predicate.isFrom
        m.isCover = m.q.family == .percent && start > m.left && Int(tokens[start - 1].end) > 2 && begins(units, Int(tokens[start - 1].end) - 2, with: Self.covers)
        // 由60户|整合|至12户
        m.isMerged = m.predicate.isFrom && behind + 2 < m.end && tokens[behind].kind == .text && tokens[behind + 1].wordClass == .to
            && tokens[behind + 2].kind == .quantity && Self.merging.ends(units, Int(tokens[behind].start), Int(tokens[behind].end))
        m.hasNoun = behind < m.end && !m.isMerged && tokens[behind].start == tokens[behind - 1].end && !isLandmark(units, tokens[behind].range)
            && (opensNoun(units, behind, allowingOf: isBareShare || m.isCover) || isAge(behind, m.end, m.q))
    }

    /// 总产值五年跨过3个万亿级关口、突破10万亿元: what passed it goes on.
    private mutating func passLandmark(_ units: Span<UInt16>, _ m: Mention) -> Next {
        let whole = unitRange(trimmed(units, m.subjectTokens))
        var name = whole.lowerBound..<(whole.first { Self.steps.contains(units[$0]) } ?? whole.upperBound)
        while name.count > 2, QuantityParser.isNumeral(units[name.upperBound - 1]) || Self.turnEnds.contains(units[name.upperBound - 1]) {
            name = name.lowerBound..<name.upperBound - 1
        }
        if name.count > 1 { (subject, subjects, subjectWords) = (copy(units, name), [], Evidence.Words(name)) }
        let stop = nounStop(m.behind, m.end)
        return (stop, stop)
    }

    /// The noun phrase before the predicate.
    private mutating func findSubject(_ units: Span<UInt16>, _ m: inout Mention) {
        let tokens = lexer.tokens
        m.subjectRange = trimmed(units, afterAttribution(units, m.subjectTokens), keepsList: m.predicate.isRespective && m.list.count > 1)
        // A verb of reaching inside the subject splits it: 收入将达到规划提出的…以上.
        if let cut = splitAtVerb(m.subjectRange) {
            m.predicate.reaches = m.predicate.reaches || !m.predicate.isGrowth
            let from = (m.subjectRange.lowerBound..<cut).dropFirst().first { tokens[$0].wordClass == .from }
            m.subjectRange = trimmed(units, m.subjectRange.lowerBound..<(from ?? cut))
        }
        m.areNew = areNewEach(units, &m.subjectRange)
        if m.areNew { m.predicate.isRespective = true }
        if m.q.value == DecimalNumber(50), m.q.isChinese, let name = halfName(units, m.subjectRange) {
            m.predicate.isShare = true
            m.predicate.comparator = name.comparator
            m.subjectRange = m.subjectRange.lowerBound..<m.subjectRange.lowerBound
            subject = name.indicator
        }
        m.own = withoutTail(units, unitRange(m.subjectRange))
        guard !m.own.isEmpty else { return }
        let standsForOther = m.own.count == 2 && (isOnly(Self.everywhere, units, m.own)
            || !subject.isEmpty && (isOnly(Self.perHead, units, m.own) || repeatsDeed(units, m.own, m.q, m.hasNoun)))
        // 制度基本建立、|已有10万人受益
        let isOtherItem = m.predicate.start > m.left && tokens[m.predicate.start - 1].mark == Unit.enumerationComma && endsInDeed(units, m.own)
        if standsForOther || isOtherItem || isLandmark(units, m.own) { m.own = 0..<0 }
    }

    func endsInDeed(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.count > 1 && grammar.actionTrie.longestMatch(in: units, at: range.upperBound - 2, limit: range.upperBound)?.length == 2
    }

    /// Finds the names; where there is none, what to go on with.
    private mutating func name(_ units: Span<UInt16>, _ m: inout Mention) -> Next? {
        let tokens = lexer.tokens, start = m.predicate.start
        // 改造|提升24个服务区
        if m.hasNoun, m.predicate.isGrowth, m.predicate.sign > 0, !m.predicate.isCompared, m.q.family.isClassifier, endsInDeed(units, m.own), tokens[start].wordClass == .up {
            m.predicate.isGrowth = false
            m.own = m.own.lowerBound..<Int(tokens[start].end)
        }
        if let spent = spentLength(units, &m) { return nameSpent(units, &m, spent) }
        if m.hasNoun, m.isCover || takesNoun(units, m) || givesMoney(units, m.own, m.q, m.predicate, m.first, m.behind) { return nameCounted(units, &m) }
        if let whose = whoseNoun(units, m.own, m.q, m.behind, m.end) {
            // 解决300万人|的饮水问题
            m.evidence.name = .counted
            (m.spanStart, m.spanEnd) = (m.own.lowerBound, whose.upperBound)
            m.names = [copy(units, m.own) + copy(units, whose.dropFirst())]
            (m.isNounCase, m.nounEnd) = (true, m.behind + 1)
        } else if let share = shareName(units, m.subjectRange) {
            m.evidence.name = .share
            m.spanStart = unitRange(m.subjectRange).lowerBound
            let bearers = m.list.count > 1 && m.predicate.isRespective ? ListedNames.split(share.bearer, count: m.list.count, grammar: grammar) : []
            let bearer = withBearer(share.bearer, m.q) ?? share.bearer
            m.names = bearers.count == m.list.count ? bearers.map { $0 + share.part } : [!bearer.isEmpty && isStub(bearer) ? bearer : bearer + share.part]
        } else if m.q.isMultiple, m.list.count == 1, m.own.isEmpty || units[m.own.lowerBound] == 0x5BF9, m.hasNoun, begins(units, Int(tokens[m.behind].start), with: Self.levy) {
            // 减半征收车船税
            let noun = unitRange(m.behind..<nounStop(m.behind, m.end))
            m.names = [copy(units, noun.lowerBound + 2..<noun.upperBound)]
            (m.evidence.name, m.evidence.indicator) = (.counted, Evidence.Words(noun))
            m.spanEnd = noun.upperBound
        } else if m.own.isEmpty {
            return nameInherited(units, &m)
        } else {
            nameOwn(units, &m)
        }
        return nil
    }

    /// 财政支出八成以上|用于民生; 财政支出3万亿元，74%以上|用于民生: length of the verb, where it tells what the share is spent on.
    private func spentLength(_ units: Span<UInt16>, _ m: inout Mention) -> Int? {
        let tokens = lexer.tokens
        guard m.hasNoun, m.q.family == .percent, m.list.count == 1, !m.predicate.isGrowth,
            let spent = Self.uses.longest(units, Int(tokens[m.behind].start), Int(tokens[m.behind].end))
        else { return nil }
        if m.own.isEmpty, let of = m.subjectTokens.last, tokens[of].kind == .text, units[Int(tokens[of].end) - 1] == 0x7684 {
            // 财政支出的八成以上用于民生
            let whole = unitRange(trimmed(units, m.subjectTokens)).dropLast()
            if Self.funds.ends(units, whole.lowerBound, whole.upperBound) { m.own = whole }
        }
        return (m.own.isEmpty ? Self.funds.ends(subject.span, 0, subject.count) : !m.predicate.hasVerb) ? spent : nil
    }

    private mutating func nameSpent(_ units: Span<UInt16>, _ m: inout Mention, _ spent: Int) -> Next? {
        if frame.looksForward, Self.comesFrom.begins(units, Int(lexer.tokens[m.behind].start), units.count) { m.predicate.isDone = true }
        m.isNounCase = true
        m.nounEnd = nounStop(m.behind, m.end)
        let noun = unitRange(m.behind..<m.nounEnd)
        guard noun.count > spent else { return (m.behind, m.behind) }
        m.names = [(m.own.isEmpty ? subject : copy(units, m.own)) + copy(units, noun) + Self.shareOf]
        (m.evidence.name, m.evidence.indicator) = (.share, Evidence.Words((m.own.isEmpty ? noun : m.own).lowerBound..<noun.upperBound))
        if !m.own.isEmpty { m.spanStart = m.own.lowerBound }
        m.spanEnd = noun.upperBound
        return nil
    }

    /// 新建|3所学校: the noun behind the number, and what is done to it or befell it.
    private mutating func nameCounted(_ units: Span<UInt16>, _ m: inout Mention) -> Next? {
        let tokens = lexer.tokens, end = m.end
        m.isNounCase = true
        m.nounEnd = listedNounStop(units, m.behind, end, m.q)
        let meetsNumber = m.nounEnd < end && tokens[m.nounEnd].kind == .quantity
        // 纳入国家102项重大工程的285个项目: the first describes what the second counts.
        if meetsNumber, units[Int(tokens[m.nounEnd - 1].end) - 1] == 0x7684 { return (m.nounEnd, m.left) }
        while m.nounEnd > m.behind + 1, tokens[m.nounEnd - 1].kind == .word,
            tokens[m.nounEnd - 1].wordClass == .with || meetsNumber && Self.idleBehindNoun.contains(tokens[m.nounEnd - 1].wordClass)
        {
            m.nounEnd -= 1
        }
        var noun = unitRange(m.behind..<m.nounEnd)
        // 2亿元技改资金支持|40个项目
        if meetsNumber, noun.count > 5, endsInDeed(units, noun) { noun = noun.lowerBound..<noun.upperBound - 2 }
        var lead = copy(units, m.own)
        dropAuxiliary(&lead)
        if lead.isEmpty, m.left > clauseStart, tokens[m.left].mark == Unit.enumerationComma || tokens[m.left].wordClass == .with { lead = leadVerb }
        leadVerb = lead.count <= 4 ? lead : []
        let isFor = opensWithFor(units, m.predicate.start, m.first)
        var things = copy(units, noun)
        // 3个国家级和7个省级园区: the last says what they are.
        if meetsNumber || m.nounEnd + 1 < end && tokens[m.nounEnd].mark == Unit.enumerationComma && tokens[m.nounEnd + 1].kind == .quantity,
            let rest = sharedThings(units, noun, m.nounEnd, end)
        {
            things += rest
        }
        let fate = meetsNumber ? befallCut(things, orAction: false) : nil
        if lead.isEmpty, !isFor, !subject.isEmpty, subjectWords.range.lowerBound >= sentence.lowerBound, m.q.family == .count, found.last?.unit?.last == m.q.unit.last,
            Self.fates.begins(things.span, 0, things.count)
        {
            // 推出案例173项，82项|获认可
            let noun = Self.fates.begins(subject.span, 0, subject.count) ? subject.lastIndex(of: 0x7684).map { Array(subject[($0 + 1)...]) } : nil
            m.names = [things + [0x7684] + (noun ?? withoutDeed(subject))]
            m.sharedSubject = subject
        } else if let fate, fate >= 2 {
            // 36个项目|完成投资|20亿元: the deed is the next number's.
            m.names = [lead + things[..<fate]]
            m.sharedSubject = things
        } else {
            m.names = [nounIndicator(isFor ? [] : lead, things, isFor: isFor, m.q)]
        }
        if let fate, fate >= 2, fate < noun.count { noun = noun.lowerBound..<noun.lowerBound + fate }
        (m.evidence.name, m.evidence.indicator) = (.counted, Evidence.Words((m.own.isEmpty ? noun : m.own).lowerBound..<noun.upperBound))
        m.spanEnd = noun.upperBound
        if !m.own.isEmpty { m.spanStart = m.own.lowerBound }
        return nil
    }

    /// A number without a name of its own goes on with what was spoken of.
    private mutating func nameInherited(_ units: Span<UInt16>, _ m: inout Mention) -> Next? {
        let tokens = lexer.tokens
        let topic = topic(units, changes: m.predicate.isGrowth || m.predicate.reaches)
        // 虽然做了努力，涨幅仍高达21.7%: 涨幅 is of the prices spoken of.
        if !priceSubject.isEmpty, tellsPriceRise(units, m.predicate.start, m.first) {
            (subject, subjects, subjectWords) = (priceSubject, [], priceWords)
        } else if !topic.isEmpty {
            (subject, subjects, subjectWords) = (topic, [], Evidence.Words(unitRange(topicClause)))
            // 物价上涨幅度要有回落，控制在15%左右
            if m.q.family == .percent, m.predicate.reaches || m.predicate.holdsOnly, topicClause.contains(where: { isRate($0) }) {
                (m.predicate.isGrowth, m.predicate.reaches) = (true, false)
            }
        } else if let whole = withoutNew(m.q, m.predicate) {
            (subject, subjects) = (whole, [])
        } else if m.q.unit.hasSuffix("人口"), !m.predicate.isGrowth, !m.predicate.reaches {
            if m.subjectTokens.isEmpty { return (m.behind, m.behind) }  // 这样一个10亿人口
            (subject, subjects, subjectWords) = (Self.population, [], m.evidence.quantity)
        }
        if clauseStart > sentenceStart, topic.isEmpty, subject.isEmpty || subjectWords.range.lowerBound < sentence.lowerBound, let opening = openingName(units) {
            (subject, subjects, subjectWords) = (copy(units, opening), [], Evidence.Words(opening))
        }
        // 农村居民收入和城镇居民收入，分别达到1万元和2万元
        if m.list.count > 1, m.predicate.isRespective, !topicClause.isEmpty {
            let whole = unitRange(trimmed(units, topicClause, keepsList: true))
            let parts = ListedNames.split(copy(units, whole), count: m.list.count, grammar: grammar)
            if parts.count == m.list.count, parts.allSatisfy({ ListedNames.endsInHead($0, grammar) }) {
                (subject, subjects, subjectWords) = (parts[parts.count - 1], parts, Evidence.Words(whole))
            }
        }
        (m.evidence.name, m.evidence.indicator) = (m.predicate.isShare ? .share : .inherited, subjectWords)
        m.names = subjects.count == m.list.count && m.list.count > 1 ? subjects : lastNames(m.list.count, m.predicate) ?? [subject]
        // 产量…，完成年度计划的102%
        if m.q.family == .percent, m.list.count == 1, !subject.isEmpty, !m.predicate.isShare, !m.predicate.isGrowth,
            !m.subjectTokens.contains(where: { tokens[$0].wordClass == .share }),
            Self.plans.ends(units, Int(tokens[clauseStart].start), Int(tokens[m.predicate.start].start))
        {
            m.names = [withoutDeed(subject) + Self.completion]
            m.sharedSubject = subject
        }
        return nil
    }

    /// The phrase before the number, made whole.
    private mutating func nameOwn(_ units: Span<UInt16>, _ m: inout Mention) {
        let tokens = lexer.tokens, q = m.q
        m.spanStart = m.own.lowerBound
        var own = copy(units, m.own)
        dropAttribution(&own)
        dropAuxiliary(&own)
        if let whole = withObject(own, q, m.hasNoun, m.predicate) ?? withSubject(own, units, m.left, m.subjectRange.lowerBound, q) ?? withTopic(own, units, m.left) {
            own = whole
            m.evidence.name = .completed
        }
        applyObjectVerb(&own, &m.predicate, q)
        stripAspectNoun(&own, &m.predicate, q)
        if own.count > 2, own.last == 0x7684 { own.removeLast() }
        // 中央财政|拟安排: who gives is no name of what is given.
        if q.family == .money, Self.givers.ends(own.span, 0, own.count), let verb = m.predicate.giving { own += verb }
        // 铁路里程新增 is 新增铁路里程.
        if own.count > 4, own.suffix(2).elementsEqual(Self.newAdded), own[0] != Self.new, q.family != .money, !Self.perTime.contains(own[own.count - 3]) {
            own = Self.newAdded + own.dropLast(2)
        }
        // 其中新能源|占七成
        if m.predicate.isShare, q.family == .percent, own.last != 0x7387, !Self.shareEnds.ends(own.span, 0, own.count) { own += Self.shareOf }
        // 涨幅: what was no part of the name told the aspect.
        if m.predicate.isGrowth, m.evidence.verb.isEmpty, own.count < m.own.count { m.evidence.verb = Evidence.Words(m.own.dropFirst(own.count)) }
        if !leadVerb.isEmpty, m.left > clauseStart, tokens[m.left].mark == Unit.enumerationComma, sharesDeed(own, q, m.predicate) {
            m.sharedSubject = own
            own = leadVerb + own
            m.evidence.name = .completed
        } else {
            leadVerb = Array(own[..<deedLength(own)])
        }
        m.names = m.predicate.isRespective || m.predicate.isEach || m.list.count > 1 || q.isMultiple
            ? ListedNames.split(own, count: m.list.count, grammar: grammar) : [own]
        if m.names.count == 1 { m.names = [own] } else { m.evidence.name = .listed }
        // 争创国家园区、产业集群各1个
        let deed = m.names.count == 1 || m.predicate.isGrowth || m.predicate.reaches ? [] : m.names[0][..<deedLength(m.names[0])]
        if !deed.isEmpty { for i in m.names.indices.dropFirst() where grammar.actionTrie.longestMatch(in: m.names[i]) == nil { m.names[i] = deed + m.names[i] } }
        if m.areNew { m.names = m.names.map { Self.newAdded + $0 } }
        if m.names.count == 1, let whole = withBearer(m.names[0], q) { (m.names, m.evidence.name) = ([whole], .completed) }
    }

    /// A stub tells of nothing: 惠及, 产值, 新开工. Its years hold for the pairs behind it.
    private mutating func passNothing(_ m: Mention) -> Next? {
        let isNothing = m.indicator.isEmpty
        guard isNothing || m.names.count == 1 && (isStub(m.indicator) || !m.predicate.hasVerb && !m.isNounCase && !isDone(m.subjectRange.lowerBound)
            && Self.stubsWithoutVerb.contains { $0 == m.indicator })
        else { return nil }
        if let time = m.predicate.time {
            if m.predicate.isFrom { (pairFrom, pairTo, awaitsPair) = (time, nil, true) } else if awaitsPair, m.predicate.reaches { (pairTo, awaitsPair) = (time, false) }
        }
        if !isNothing { (subject, subjects) = ([], []) }
        return isNothing ? (m.behind, m.behind) : (m.nounEnd, m.nounEnd)
    }

    /// One figure for each number, or for each name of one number.
    private mutating func addAll(_ units: Span<UInt16>, _ m: Mention) {
        let tokens = lexer.tokens
        // Units and comparators that a list shares.
        var shared = m.list
        for i in shared.indices.reversed().dropFirst() where shared[i].unit.isEmpty {
            shared[i].unit = shared[i + 1].unit
            shared[i].family = shared[i + 1].family
        }
        if m.predicate.unitTail != 0 { for i in shared.indices where shared[i].family == .money { shared[i].unit += grammar.unitTails[m.predicate.unitTail] } }
        let everyAfter = m.members.dropLast().allSatisfy { $0.after == nil && $0.before == nil } ? m.members.last?.after : nil
        func comparator(_ i: Int) -> Comparator? {
            m.members[i].after ?? m.members[i].before ?? everyAfter ?? (i == 0 || !m.isNounCase ? m.predicate.comparator : nil)
        }
        let onlyOne = shared.count == 1
        var emitted: [(name: [UInt16], quantity: Quantity, comparator: Comparator?)] = []
        if onlyOne, m.names.count > 1 {
            for name in m.names { emitted.append((name, shared[0], comparator(0))) }
        } else {
            for i in shared.indices {
                var name = m.names.count == shared.count ? m.names[i] : m.indicator
                if i > 0, m.names.count == 1, m.members[i].before == .moreThan, shared[0].value < shared[i].value, let rest = Self.withoutNew(name) { name = rest }
                emitted.append((name, shared[i], comparator(i)))
            }
        }
        var evidence = m.evidence
        for (i, item) in emitted.enumerated() {
            let member = m.members[min(i, m.members.count - 1)].token, token = tokens[member]
            let start = i == 0 || onlyOne ? m.spanStart : Int(token.start)
            let stop = i == emitted.count - 1 || onlyOne ? m.spanEnd : Int(token.end)
            evidence.quantity = Evidence.Words(token.range)
            evidence.comparator = comparatorWords(item.comparator, m.predicate.start, member, m.behind)
            add(item.name, item.quantity, item.comparator, m.predicate, start..<max(stop, Int(token.end)), units, evidence)
        }
        if m.predicate.isFrom { sentenceTime = timeBefore }  // the year of where it began
        topicClause = 0..<0
        // What is new is not the total that follows: 分别新增12项和44项，累计达到64项和288项.
        subjects = m.areNew ? m.names.map { Array($0[Self.newAdded.count...]) } : m.sharedSubject.isEmpty ? m.names : []
        subject = m.areNew ? subjects[subjects.count - 1] : m.sharedSubject.isEmpty ? m.indicator : m.sharedSubject
        subjectWords = m.evidence.indicator
        if Self.prices.contains(where: { subject.count >= 2 && subject.suffix(2).elementsEqual($0) }) { (priceSubject, priceWords) = (subject, subjectWords) }
    }

    /// 已经组织了5户试点, 全县有200户企业: so it stands, whatever is planned.
    private func standsAlready(_ units: Span<UInt16>, _ k: Int) -> Bool {
        let tokens = lexer.tokens
        // 已开工的57个项目要加快建设: what is done describes the things.
        if saysDone(units, clauseStart..<k), units[Int(tokens[k - 1].end) - 1] != 0x7684 || !lexer.quantities[Int(tokens[k].index)].family.isClassifier { return true }
        guard k - clauseStart >= 2, tokens[k - 1].kind == .word, tokens[k - 1].wordClass == .to, tokens[k - 1].end - tokens[k - 1].start == 1, units[Int(tokens[k - 1].start)] == 0x6709
        else { return false }
        return tokens[k - 2].wordClass == .own  // 有
    }

    /// 粮食产量实现连增，|连续3年超…: the measure that the sentence opens with, before its verb.
    private func openingName(_ units: Span<UInt16>) -> Range<Int>? {
        let tokens = lexer.tokens
        var i = sentenceStart
        while i < clauseStart, tokens[i].kind == .time || tokens[i].wordClass == .adverb || tokens[i].wordClass == .own || tokens[i].wordClass == .time { i += 1 }
        guard i + 1 < clauseStart, tokens[i].kind == .text, tokens[i + 1].kind == .word, (3...12).contains(tokens[i].range.count),
            ListedNames.endsInMeasure(units[Int(tokens[i].end) - 1]) || ListedNames.endsInHead(copy(units, tokens[i].range), grammar)
        else { return nil }
        return tokens[i].range
    }

    /// 的饮水问题 behind 解决300万人: what is done for those counted.
    private func whoseNoun(_ units: Span<UInt16>, _ own: Range<Int>, _ q: Quantity, _ behind: Int, _ end: Int) -> Range<Int>? {
        guard q.family == .people, own.count < 7, own.count > 1, behind < end, lexer.tokens[behind].kind == .text, units[Int(lexer.tokens[behind].start)] == 0x7684,
            lexer.tokens[behind].range.count > 2, grammar.actionTrie.longestMatch(in: units, at: own.upperBound - 2, limit: own.upperBound)?.length == 2
        else { return nil }
        return lexer.tokens[behind].range
    }

    private static let prices = ["价格", "物价"].map { Array($0.utf16) }
    private static let priceRises = ["涨幅", "涨价幅度", "物价涨幅"].map { Array($0.utf16) }

    private func tellsPriceRise(_ units: Span<UInt16>, _ start: Int, _ k: Int) -> Bool {
        (start..<k).contains { i in Self.priceRises.contains { begins(units, Int(lexer.tokens[i].start), with: $0) } }
    }

    /// 安排2亿元技改资金: the sum stands between the verb and what it is for; a landmark (突破2亿元大关) is nothing.
    private func givesMoney(_ units: Span<UInt16>, _ own: Range<Int>, _ q: Quantity, _ p: Predicate, _ k: Int, _ behind: Int) -> Bool {
        guard own.isEmpty, q.family == .money, !p.reaches, !p.isGrowth, !p.isShare, !q.isMultiple, k > p.start else { return false }
        let tokens = lexer.tokens
        let t = tokens[k - 1].wordClass == .before && k - 1 > p.start ? tokens[k - 2] : tokens[k - 1]
        guard t.kind == .word, t.wordClass == .verb || t.wordClass == .to && grammar.words[Int(t.index)].isIdle else { return false }
        return tokens[behind].kind == .text
    }

    /// 新建茶厂30座，改造提升20座: a deed without an object has that of the deed before it, where both are counted alike.
    private func withObject(_ own: [UInt16], _ q: Quantity, _ hasNoun: Bool, _ p: Predicate) -> [UInt16]? {
        guard own.count <= 4, !hasNoun, !p.isGrowth, !p.reaches, !standsAlone(own), subjectWords.range.lowerBound >= sentence.lowerBound, subject.count > 3,
            q.family.isClassifier || q.family == .length || q.family == .area, let last = found.last?.unit?.last, last == q.unit.last
        else { return nil }
        var i = 0
        while i < own.count {
            guard let m = grammar.actionTrie.longestMatch(in: own, at: i) else { return nil }
            i += m.length
        }
        var from = 0
        while let m = grammar.actionTrie.longestMatch(in: subject, at: from), m.length > 1, from + m.length < subject.count - 1 { from += m.length }
        if from == 0 {
            // 有茶厂30座，建成50座: the things alone.
            guard subject.count <= 8, subject.indices.allSatisfy({ grammar.actionTrie.longestMatch(in: subject, at: $0) == nil }) else { return nil }
        }
        return own + subject[from...]
    }

    /// Length of the deed that opens a name whose things are counted: 新增, 建成, 淘汰.
    func deedLength(_ name: [UInt16]) -> Int {
        if name.count > 2, name[0] == Self.new {
            // 新增|, 新开工|改造|
            var length = Self.newVerbs.contains(name[1]) ? 2 : 0
            if let m = grammar.actionTrie.longestMatch(in: name, at: 1), m.length > 1 { length = 1 + m.length } else if let m = Self.newDeeds.longest(name.span, 1, name.count) { length = 1 + m }
            if length > 0, let m = grammar.actionTrie.longestMatch(in: name, at: length), m.length > 1 { length += m.length }
            return length < name.count - 1 ? length : 0
        }
        if name.count > 3, Self.reaches.begins(name.span, 0, name.count) { return 2 }
        guard let m = grammar.actionTrie.longestMatch(in: name), m.length > 1, !ListedNames.endsInHead(name, grammar) || Self.removals.begins(name.span, 0, name.count)
        else { return 0 }
        if let word = grammar.trie.longestMatch(in: name), word.length > m.length, grammar.classes[Int(word.value)] == .plain { return 0 }  // 保障|性
        var length = m.length
        if let second = Self.secondDeeds.longest(name.span, length, name.count) { length += second }  // 维修改造
        return length < name.count - 1 ? length : 0
    }

    /// 淘汰产能90万吨、水泥20万吨: a member of a list without a deed of its own has that of the first, where both are counted alike.
    private func sharesDeed(_ own: [UInt16], _ q: Quantity, _ p: Predicate) -> Bool {
        guard own[0] != Self.new, !Self.reaches.begins(own.span, 0, own.count), !p.isGrowth, !p.reaches, !p.isShare, withBearer(own, q) == nil, grammar.actionTrie.longestMatch(in: own) == nil else { return false }
        if own.count <= 4, leadVerb[0] == Self.new { return true }
        guard let last = found.last?.unit, !p.hasVerb else { return false }
        return q.family.isClassifier || q.family == .length || q.family == .area || last.last == q.unit.last
    }

    /// 中小学、幼儿园分别|新增|3所和5所
    private func areNewEach(_ units: Span<UInt16>, _ range: inout Range<Int>) -> Bool {
        guard range.count > 2, lexer.tokens[range.upperBound - 2].wordClass == .respectively,
            isOnly(Self.newAdded, units, lexer.tokens[range.upperBound - 1].range)
        else { return false }
        range = range.lowerBound..<range.upperBound - 2
        return true
    }

    /// 台阶, 两个大台阶, 新关口: nothing that is counted.
    func isLandmark(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound, Self.landmarkOpeners.contains(units[i]) { i += 1 }
        guard let length = Self.landmarks.longest(units, i, range.upperBound) else { return false }
        return i + length == range.upperBound
    }

    /// 3个国家级|和7个省级园区: what the second names behind 级, 类 or 型.
    private func sharedThings(_ units: Span<UInt16>, _ noun: Range<Int>, _ next: Int, _ end: Int) -> [UInt16]? {
        guard noun.count <= 5, Self.ranks.contains(units[noun.upperBound - 1]), let next = (next..<end).first(where: { lexer.tokens[$0].kind == .quantity }),
            next + 1 < end, lexer.tokens[next + 1].kind == .text
        else { return nil }
        let other = unitRange(next + 1..<nounStop(next + 1, end))
        guard let at = other.dropLast().first(where: { units[$0] == units[noun.upperBound - 1] }), at - other.lowerBound < 6 else { return nil }
        return copy(units, at + 1..<other.upperBound)
    }

    private static let ranks = UnitSet("级类型")

    /// 公路新增1700公里、突破7000公里: what is reached is more than what was added.
    private func withoutNew(_ q: Quantity, _ p: Predicate) -> [UInt16]? {
        guard !awaitsPair, !p.isRespective, p.reaches || p.comparator == .moreThan || p.hasVerb && !p.isGrowth, let last = found.last, last.range.lowerBound >= sentence.lowerBound, last.aspect == .level, last.indicator == subject,
            let value = last.value, Self.scaled(value, last.unit ?? "") < Self.scaled(q.value, q.unit), last.unit == q.unit || last.unit?.last == q.unit.last, subject.count > 3
        else { return nil }
        return Self.withoutNew(subject)
    }

    private static func scaled(_ value: DecimalNumber, _ unit: String) -> DecimalNumber {
        value.scaled(byPowerOfTen: unit.hasPrefix("万亿") ? 12 : unit.hasPrefix("亿") ? 8 : unit.hasPrefix("万") ? 4 : 0)
    }

    private static func withoutNew(_ name: [UInt16]) -> [UInt16]? {
        guard name.count > 3 else { return nil }
        if name[0] == new, newVerbs.contains(name[1]) { return Array(name[2...]) }
        guard name[name.count - 2] == new, newVerbs.contains(name[name.count - 1]), name.firstRange(of: respectively) == nil else { return nil }
        return name.dropLast(2)
    }

    func isRate(_ i: Int) -> Bool { lexer.tokens[i].kind == .word && grammar.words[Int(lexer.tokens[i].index)].isRate }

    private func isOnly(_ word: [UInt16], _ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.count == word.count && begins(units, range.lowerBound, with: word)
    }

    /// 关停小锅炉60台，今年关停20台: the verb alone stands for the deed named before.
    private func repeatsDeed(_ units: Span<UInt16>, _ own: Range<Int>, _ q: Quantity, _ hasNoun: Bool) -> Bool {
        guard subject.count > 3, !hasNoun, units[own.lowerBound] == subject[0], units[own.lowerBound + 1] == subject[1] else { return false }
        return grammar.actionTrie.longestMatch(in: units, at: own.lowerBound, limit: own.upperBound)?.length == 2
    }

    /// 甲17175元，乙5153元，实际增长9.8%和8.5%: as many growths as the sentence has just named levels.
    private func lastNames(_ count: Int, _ p: Predicate) -> [[UInt16]]? {
        guard count > 1, count <= 4, p.isGrowth, !p.reaches, found.count >= count else { return nil }
        let last = found[(found.count - count)...]
        for (i, figure) in last.enumerated() {
            guard figure.range.lowerBound >= sentence.lowerBound, figure.aspect == .level else { return nil }
            for other in last.dropFirst(i + 1) where other.indicator == figure.indicator { return nil }
        }
        return last.map(\.indicator)
    }

    /// The tokens of the subject before the words that lead to the number from where it began (起征点|从月销售额), or that tell what it is
    /// compared with in its own past (赤字率|比上年低).
    private func withoutBase(_ units: Span<UInt16>, _ range: Range<Int>, _ behind: Int, _ end: Int, _ p: inout Predicate) -> Range<Int> {
        let tokens = lexer.tokens
        var i = range.upperBound
        while i > range.lowerBound {
            i -= 1
            let t = tokens[i]
            if t.kind == .mark { return range }
            guard t.kind == .word else { continue }
            if t.wordClass == .from, i + 1 < range.upperBound {
                let last = tokens[range.upperBound - 1]
                guard last.end - t.end <= (i > range.lowerBound ? 10 : 4) else { return range }
                if p.reaches {
                    // 时间从一个月以上|压缩到; but 由企业主导的投入|达到
                    guard i > range.lowerBound, tokens[range.upperBound].kind == .word, tokens[range.upperBound].end - tokens[range.upperBound].start > 2
                    else { return range }
                } else {
                    guard (behind..<min(end, behind + 3)).contains(where: { tokens[$0].wordClass == .to && grammar.words[Int(tokens[$0].index)].reaches })
                    else { return range }
                    p.isFrom = true
                    for j in i + 1..<range.upperBound { p.time = p.time ?? yearBefore(units, j) ?? time(j) }
                }
                return range.lowerBound..<i
            }
            if t.wordClass == .compare, !p.hasVerb, i + 1 < range.upperBound {
                let last = tokens[range.upperBound - 1]
                guard last.kind == .text, last.end - last.start <= 4, let sign = Self.gaps[units[Int(last.end) - 1]] else { return range }
                let isPast = tokens[i + 1].kind == .time || tokens[i + 1].wordClass == .time
                    || t.end - t.start > 2 && !(units[Int(t.start) + 1] == 0x5168)  // 比上年, not 比全国
                guard isPast, i + 3 >= range.upperBound else { return range }
                (p.isGrowth, p.hasVerb, p.sign, p.isCompared) = (true, true, sign, true)
                return range.lowerBound..<i
            }
        }
        return range
    }

    /// 由上年46元增加到: the year before the one spoken of.
    private func yearBefore(_ units: Span<UInt16>, _ i: Int) -> Period? {
        let t = lexer.tokens[i]
        guard t.wordClass == .time, units[Int(t.start)] == 0x4E0A, units[Int(t.start) + 1] == 0x5E74, let spoken = timeBefore ?? frame.period, spoken.isYear
        else { return nil }
        return Period(Int(spoken.end) - 1)
    }

    private static let gaps: [UInt16: Int] = [0x9AD8: 1, 0x591A: 1, 0x4F4E: -1, 0x5C11: -1]  // 高多低少

    func hasMultiple(_ list: [Quantity]) -> Bool { list.contains { $0.isMultiple } }

    private static let idleBehindNoun: Set<WordClass> = [.with, .adverb, .before, .to, .up, .down, .compare, .time, .each, .respectively, .share]
    private static let landmarks = HeadWords("台阶 大关 关口 门槛 整数关"), landmarkOpeners = UnitSet("新大个整数两二三四五六七八九十几")
    private static let turnEnds = UnitSet("年先后")
    static let steps = UnitSet("跨迈跃连登站越")
    private static let funds = HeadWords("余额 贷款 支出 资金 财力 投资 预算 收入 经费 投入 补助标准 补助")
    private static let merging = HeadWords("整合 归并 合并 撤并 整并 压减 缩减 精简 压缩 调整 优化")
    /// 完成|投资
    private func isDone(_ i: Int) -> Bool { i > clauseStart && lexer.tokens[i - 1].kind == .word && lexer.tokens[i - 1].wordClass == .verb }

    private static let stubsWithoutVerb = ["投资"].map { Array($0.utf16) }
    private static let givers = HeadWords("中央财政 地方财政 省级财政 市级财政 县级财政 各级财政 国家财政 各级政府 省财政 市财政 县财政")
    private static let plans = HeadWords("计划的 预算的 预算数的 任务的 指标的 目标的 定额的"), completion = Array("计划完成率".utf16)
    private static let fates = HeadWords("获 被 向全 为全 列入 入选 纳入 投产 投用 建成 开工 完工 竣工 落地 通过")
    private static let secondDeeds = HeadWords("改造 改建 扩建 改扩建 建设 实施 发展 打造 更新")
    private static let reaches = HeadWords("惠及 带动 服务")
    private static let newDeeds = HeadWords("登记 登记注册 注册 认定 获批 入库 挂牌 评定 授牌 签约 入规 入统 上市")
    private static let removals = HeadWords("淘汰 压减 退出 关停 化解 拆除 整合 关闭")
    private static let perTime = UnitSet("天月年日均拟将")
    private static let respectively = Array("分别".utf16)
    private static let population = Array("人口".utf16)
    private static let levy = Array("征收".utf16), perHead = Array("人均".utf16), everywhere = Array("各地".utf16), covers = Array("覆盖".utf16)
    private static let uses = HeadWords("用于 投向 来自 投入"), comesFrom = HeadWords("来自"), shareOf = Array("占比".utf16)
    private static let newAdded = Array("新增".utf16)
    static let new = UInt16(0x65B0)
    static let newVerbs = UnitSet("增建设开创引入改")
}
