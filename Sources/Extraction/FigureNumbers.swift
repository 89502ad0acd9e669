import Documents
import Lexicon

/// A number and those listed with it, and what is known of them while their names are sought; too large to be copied for each rule.
struct Mention: ~Copyable {
    /// One number of the list, with the comparators beside it.
    struct Member { var token: Int; var before: Comparator?, after: Comparator? }

    /// Keeps it where it is, as in `FigureReader`.
    private let place: Any? = nil
    var members: [Member] = []
    var list: [Quantity] = []
    /// The first token that may belong to it, that of its first number, the one behind its last, and the end of the clause.
    var left: Int, first: Int, behind: Int, end: Int
    var predicate: FigureReader.Predicate
    /// The tokens before the predicate, those of the noun phrase among them, and the units of its name.
    var subjectTokens = 0..<0, subjectRange = 0..<0, own = 0..<0
    /// What is counted stands behind; the share is one of those covered; each of the list is new; the things are merged into fewer.
    var hasNoun = false, isCover = false, areNew = false, isMerged = false
    /// Another noun stands nearer than the name.
    var isVague = false
    /// The last name told the growth (物价涨幅), which the rates beside it are not.
    var lastGrows = false

    // What the naming finds.
    var names: [[UInt16]] = []
    /// Of a share, who has it.
    var shareBearer: [UInt16] = []
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
    private var terms: NumberTerms { grammar.numberTerms }

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
        switch exclusion(units, m) {
        case nil: break
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
            // 增长6%左右、突破2.6万亿元: a height of its own.
            let one = lexer.quantities[Int(tokens[at].index)].family, other = lexer.quantities[Int(tokens[probe].index)].family
            if pendingBefore != nil, !m.predicate.isRespective,
                one == .percent && other == .money
                    || pendingBefore == .moreThan && m.predicate.isGrowth && one == other && other != .percent
            {
                break scan
            }
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
        m.isCover =
            m.q.family == .percent && start > m.left && Int(tokens[start - 1].end) > 2
            && begins(units, Int(tokens[start - 1].end) - 2, with: terms.covers)
        // 由60户|整合|至12户
        m.isMerged = m.predicate.isFrom && behind + 2 < m.end && tokens[behind].kind == .text && tokens[behind + 1].wordClass == .to
            && tokens[behind + 2].kind == .quantity && terms.merging.ends(units, tokens[behind])
        m.hasNoun =
            behind < m.end && !m.isMerged && tokens[behind].start == tokens[behind - 1].end && !isLandmark(units, tokens[behind].range)
            && !(m.q.family == .money && tellsWhatOn(units, tokens[behind]))
            && (opensNoun(units, behind, allowingOf: isBareShare || m.isCover) || isAge(behind, m.end, m.q)
                || m.q.family == .count && opensWithSize(behind, m.end))
    }

    /// 总产值五年跨过3个万亿级关口、突破10万亿元: what passed it goes on.
    private mutating func passLandmark(_ units: Span<UInt16>, _ m: borrowing Mention) -> Next {
        let whole = unitRange(trimmed(units, m.subjectTokens))
        var name = whole.lowerBound..<(whole.first { Self.steps.contains(units[$0]) } ?? whole.upperBound)
        while name.count > 2, QuantityParser.isNumeral(units[name.upperBound - 1]) || terms.turnEnds.contains(units[name.upperBound - 1]) {
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
        // 在115个|县建设…
        if let i = m.subjectRange.first, i > 0, tokens[i - 1].kind == .quantity, Int(tokens[i].start) == m.own.lowerBound,
            tokens[i].start == tokens[i - 1].end,
            let place = placesHere(units, lexer.quantities[Int(tokens[i - 1].index)], i), m.own.count > place + 1
        {
            m.own = m.own.dropFirst(place)
        }
        // 1954年计划的|投资总额
        if m.own.lowerBound > 3,
            begins(units, m.own.lowerBound - 3, with: terms.planned) || begins(units, m.own.lowerBound, with: terms.planned)
        {
            isQuotedTarget = true
        }
        // 南桥至北山口4.6公里|道路拓宽工程: from where to where.
        if m.hasNoun, m.q.family == .length, terms.ways.begins(units, lexer.tokens[m.behind]),
            let to = m.own.dropFirst(2).dropLast(2).first(where: { units[$0] == "至" || units[$0] == "到" }),
            units[to - 1] != "达", units[to - 1] != "不"
        {
            m.own = 0..<0
        }
        let isOfHeads = m.own.count == 2 && isOnly(terms.perHead, units, m.own) && !Self.sumsOfAll.ends(subject.span, 0, subject.count)
        let standsForOther = m.own.count == 2 && (isOnly(terms.everywhere, units, m.own)
            || !subject.isEmpty && (isOfHeads || repeatsDeed(units, m.own, m.q, m.hasNoun)))
        // 制度基本建立、|已有10万人受益
        let isOtherItem =
            m.predicate.start > m.left && tokens[m.predicate.start - 1].mark == Unit.enumerationComma && endsInDeed(units, m.own)
        if standsForOther || isOtherItem || isLandmark(units, m.own) { m.own = 0..<0 }
    }

    func endsInDeed(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.count > 1 && grammar.actionTrie.longestMatch(in: units, at: range.upperBound - 2, limit: range.upperBound)?.length == 2
    }

    /// A stub tells of nothing: 惠及, 产值, 新开工. Its years hold for the pairs behind it.
    private mutating func passNothing(_ m: borrowing Mention) -> Next? {
        let isNothing = m.indicator.isEmpty
        guard
            isNothing
                || m.names.count == 1
                    && (isStub(m.indicator)
                        || !m.predicate.hasVerb && !m.isNounCase && !isDone(m.subjectRange.lowerBound)
            && terms.stubsWithoutVerb.contains { $0 == m.indicator })
        else { return nil }
        if let time = m.predicate.time {
            if m.predicate.isFrom {
                (pairFrom, pairTo, awaitsPair) = (time, nil, true)
            } else if awaitsPair, m.predicate.reaches {
                (pairTo, awaitsPair) = (time, false)
            }
        }
        if !isNothing { (subject, subjects) = ([], []) }
        return isNothing ? (m.behind, m.behind) : (m.nounEnd, m.nounEnd)
    }

    /// One figure for each number, or for each name of one number.
    private mutating func addAll(_ units: Span<UInt16>, _ m: borrowing Mention) {
        let tokens = lexer.tokens
        // Units and comparators that a list shares.
        var shared = m.list
        // 提高9.9个、3.1个百分点
        for i in shared.indices.reversed().dropFirst() where shared[i].unit == "个" && shared[i + 1].unit == terms.points {
            (shared[i].unit, shared[i].family) = (shared[i + 1].unit, shared[i + 1].family)
        }
        for i in shared.indices.reversed().dropFirst() where shared[i].family == .none {
            guard shared[i].unit.isEmpty else {
                // 6万亿、4万亿和3万亿元
                let unit = shared[i + 1].unit.dropFirst { $0 == "万" || $0 == "亿" }
                guard shared[i].unit == "万" || shared[i].unit == "亿" || shared[i].unit == terms.trillion,
                    shared[i + 1].unit.count > unit.count, !unit.isEmpty
                else { continue }
                shared[i].unit.append(contentsOf: unit)
                shared[i].family = shared[i + 1].family
                continue
            }
            shared[i].unit = shared[i + 1].unit
            shared[i].family = shared[i + 1].family
        }
        if m.predicate.unitTail != 0 {
            for i in shared.indices where shared[i].family == .money {
                shared[i].unit.append(contentsOf: grammar.unitTails[m.predicate.unitTail])
            }
        }
        let everyAfter = m.members.dropLast().allSatisfy { $0.after == nil && $0.before == nil } ? m.members.last?.after : nil
        func comparator(_ i: Int) -> Comparator? {
            m.members[i].after ?? m.members[i].before ?? everyAfter ?? (i == 0 || !m.isNounCase ? m.predicate.comparator : nil)
        }
        let onlyOne = shared.count == 1
        var names: [[UInt16]] = []
        if onlyOne || m.names.count == shared.count {
            names = m.names.isEmpty ? [[]] : m.names
        } else {
            for i in shared.indices {
                let isReached = i > 0 && m.names.count == 1 && m.members[i].before == .moreThan && shared[0].value < shared[i].value
                names.append((isReached ? Self.withoutNew(m.indicator) : nil) ?? m.indicator)
            }
        }
        var evidence = m.evidence
        var wasSure = true
        for i in names.indices where !m.isVague {
            let member = m.members[min(i, m.members.count - 1)].token, token = tokens[member]
            let start = i == 0 || onlyOne ? m.spanStart : Int(token.start)
            let stop = i == names.count - 1 || onlyOne ? m.spanEnd : Int(token.end)
            let quantity = shared[onlyOne ? 0 : i], mark = comparator(onlyOne ? 0 : i)
            evidence.quantity = Evidence.Words(token.range)
            evidence.comparator = comparatorWords(mark, m.predicate.start, member, m.behind)
            // 失业率、物价涨幅分别控制在5%和3%以内
            let name = names[i], isRate = m.lastGrows && i < names.count - 1 && name.last == "率"
            let isFragment = isFragment(name.span, name.count)
            if isFragment { wasSure = false }
            add(
                name, quantity, mark, m.predicate, isGrowth: m.predicate.isGrowth && !isRate, isFragment: isFragment,
                start..<max(stop, Int(token.end)), units, evidence)
        }
        if m.predicate.isFrom, m.predicate.time != nil { sentenceTime = timeBefore }  // the year of where it began
        topicClause = 0..<0
        // What is new is not the total that follows: 分别新增12项和44项，累计达到64项和288项.
        subjects = m.areNew ? m.names.map { Array($0[Self.newAdded.count...]) } : m.sharedSubject.isEmpty ? m.names : []
        subject = m.areNew ? subjects[subjects.count - 1] : m.sharedSubject.isEmpty ? m.indicator : m.sharedSubject
        subjectWords = m.evidence.indicator
        // What names nothing here names nothing behind.
        if !wasSure { (subject, subjects) = ([], []) }
        if m.evidence.name != .inherited || m.names.first != subject || subject == shareBearer { shareBearer = m.shareBearer }
        if terms.prices.contains(where: { subject.count >= 2 && subject.suffix(2).elementsEqual($0) }) {
            (priceSubject, priceWords) = (subject, subjectWords)
        }
    }

    /// 已经组织了5户试点, 全县有200户企业: so it stands, whatever is planned.
    private func standsAlready(_ units: Span<UInt16>, _ k: Int) -> Bool {
        let tokens = lexer.tokens
        // 已开工的57个项目要加快建设: what is done describes the things.
        if saysDone(units, clauseStart..<k),
            units[last: tokens[k - 1]] != "的" || !lexer.quantities[Int(tokens[k].index)].family.isClassifier
        {
            return true
        }
        guard k - clauseStart >= 2, tokens[k - 1].kind == .word, tokens[k - 1].wordClass == .to,
            tokens[k - 1].end - tokens[k - 1].start == 1, units[first: tokens[k - 1]] == "有"
        else { return false }
        return tokens[k - 2].wordClass == .own  // 有
    }

    /// 中小学、幼儿园分别|新增|3所和5所
    private func areNewEach(_ units: Span<UInt16>, _ range: inout Range<Int>) -> Bool {
        guard range.count > 2, lexer.tokens[range.upperBound - 2].wordClass == .respectively,
            isOnly(Self.newAdded, units, lexer.tokens[range.upperBound - 1].range)
        else { return false }
        range = range.lowerBound..<range.upperBound - 2
        return true
    }

    /// 融资180万元|对老路进行改造; but 对外投资.
    private func tellsWhatOn(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.kind == .text && t.end - t.start > 3 && units[first: t] == "对" && !terms.behindTowards.contains(units[Int(t.start) + 1])
    }

    /// 台阶, 两个大台阶, 新关口: nothing that is counted.
    func isLandmark(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        for i in range {
            if let length = terms.landmarks.longest(units, i, range.upperBound), i + length == range.upperBound { return true }
            guard terms.landmarkOpeners.contains(units[i]) else { return false }
        }
        return false
    }

    /// 公路新增1700公里、突破7000公里: what is reached is more than what was added.
    func withoutNew(_ q: Quantity, _ p: Predicate) -> [UInt16]? {
        guard !awaitsPair, !p.isRespective, p.reaches || p.comparator == .moreThan || p.hasVerb && !p.isGrowth, let last = found.last,
            last.range.lowerBound >= sentence.lowerBound, last.aspect == .level, last.indicator == subject,
            let value = last.value, Self.scaled(value, last.unit) < Self.scaled(q.value, q.unit),
            last.unit == q.unit || last.unit.last == q.unit.last, subject.count > 3
        else { return nil }
        return Self.withoutNew(subject)
    }

    private static func scaled(_ value: DecimalNumber, _ unit: QuantityUnit) -> DecimalNumber {
        switch unit.first {
        case "亿": value.scaled(byPowerOfTen: 8)
        case "万": value.scaled(byPowerOfTen: unit.count > 1 && unit[1] == "亿" ? 12 : 4)
        default: value
        }
    }

    static func withoutNew(_ name: [UInt16]) -> [UInt16]? {
        guard name.count > 3 else { return nil }
        if name[0] == new, newVerbs.contains(name[1]) { return Array(name[2...]) }
        guard name[name.count - 2] == new, newVerbs.contains(name[name.count - 1]), name.firstRange(of: respectively) == nil else {
            return nil
        }
        return name.dropLast(2)
    }

    func isRate(_ i: Int) -> Bool { lexer.tokens[i].kind == .word && grammar.words[Int(lexer.tokens[i].index)].isRate }

    func isOnly(_ word: [UInt16], _ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.count == word.count && begins(units, range.lowerBound, with: word)
    }

    /// 关停小锅炉60台，今年关停20台: the verb alone stands for the deed named before.
    private func repeatsDeed(_ units: Span<UInt16>, _ own: Range<Int>, _ q: Quantity, _ hasNoun: Bool) -> Bool {
        guard subject.count > 3, !hasNoun, units[own.lowerBound] == subject[0], units[own.lowerBound + 1] == subject[1] else {
            return false
        }
        return grammar.actionTrie.longestMatch(in: units, at: own.lowerBound, limit: own.upperBound)?.length == 2
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
                    guard i > range.lowerBound, tokens[range.upperBound].kind == .word,
                        tokens[range.upperBound].end - tokens[range.upperBound].start > 2
                    else { return range }
                } else {
                    guard
                        (behind..<min(end, behind + 3)).contains(where: {
                            tokens[$0].wordClass == .to && grammar.words[Int(tokens[$0].index)].reaches
                        })
                    else { return range }
                    p.isFrom = true
                    for j in i + 1..<range.upperBound { p.time = p.time ?? yearBefore(units, j) ?? time(j) }
                }
                return range.lowerBound..<i
            }
            if t.wordClass == .compare, !p.hasVerb, i + 1 < range.upperBound {
                let last = tokens[range.upperBound - 1]
                guard last.kind == .text, last.end - last.start <= 4, let sign = terms.gaps[units[last: last]] else { return range }
                let isPast = tokens[i + 1].kind == .time || tokens[i + 1].wordClass == .time
                    || t.end - t.start > 2 && !(units[Int(t.start) + 1] == "全")  // 比上年, not 比全国
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
        guard t.wordClass == .time, units[first: t] == "上", units[Int(t.start) + 1] == "年", let spoken = timeBefore ?? frame.period,
            spoken.isYear
        else { return nil }
        return Period(Int(spoken.end) - 1)
    }

    func hasMultiple(_ list: [Quantity]) -> Bool { list.contains { $0.isMultiple } }

    static let steps = UnitSet("跨迈跃连登站越")
    /// 完成|投资
    private func isDone(_ i: Int) -> Bool { i > clauseStart && lexer.tokens[i - 1].kind == .word && lexer.tokens[i - 1].wordClass == .verb }

    static let respectively = Array("分别".utf16)
    /// What a head's part of it is another indicator than: 生产总值4万亿元、人均超过1万美元.
    static let sumsOfAll = HeadWords("生产总值 GDP")
    static let newAdded = Array("新增".utf16)
    static let new: UInt16 = "新"
    static let newVerbs = UnitSet("增建设开创引入改")
}

/// What the rules above ask for, made once with the grammar.
struct NumberTerms: Sendable {
    let trillion = QuantityUnit("万亿".utf16), points = QuantityUnit("个百分点".utf16)
    let ways = HeadWords("道路 公路 高速 铁路 管网 管道 管线 河道 堤防 堤岸 线路 路段 隧道 航道 渠道 街道 绿道 步道 巷道 水渠 干渠 电缆")
    let planned = Array("计划的".utf16)
    let prices = ["价格", "物价"].map { Array($0.utf16) }
    let gaps: [UInt16: Int] = ["高": 1, "多": 1, "低": -1, "少": -1]
    let behindTowards = UnitSet("外口接内比")
    let landmarks = HeadWords("台阶 大关 关口 门槛 整数关"), landmarkOpeners = UnitSet("新大个整数两二三四五六七八九十几")
    let turnEnds = UnitSet("年先后")
    let merging = HeadWords("整合 归并 合并 撤并 整并 压减 缩减 精简 压缩 调整 优化")
    let stubsWithoutVerb = ["投资"].map { Array($0.utf16) }
    let perHead = Array("人均".utf16), everywhere = Array("各地".utf16), covers = Array("覆盖".utf16)
}
