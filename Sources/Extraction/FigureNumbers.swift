import Documents
import Lexicon

/// A number and those listed with it, with what they measure.
extension FigureReader {
    /// Reads the quantity at token `k` and those listed with it; `left` is the first token that may belong to it.
    /// Returns the first token behind what was read, and the first that may belong to the next number.
    mutating func readQuantities(_ units: Span<UInt16>, _ left: Int, _ k: Int, _ end: Int) -> (next: Int, left: Int) {
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
        if predicate.isFrom { for i in predicate.start..<k { if let before = yearBefore(units, i) { predicate.time = before } } }
        isQuotedTarget = quotesTarget(units, left, behind, end)
        if let t = predicate.time, !predicate.isBase { sentenceTime = t }
        if frame.looksForward, !predicate.isDone, standsAlready(units, k) { predicate.isDone = true }
        let subjectTokens = withoutBase(units, left..<predicate.start, behind, end, &predicate)
        // Behind: what is counted.
        let q = list[list.count - 1]
        let isBareShare = q.family == .percent && subjectTokens.isEmpty && !predicate.hasVerb && !predicate.isFrom
        let isCover = q.family == .percent && predicate.start > left && Int(tokens[predicate.start - 1].end) > 2
            && begins(units, Int(tokens[predicate.start - 1].end) - 2, with: Self.covers)
        // 由60户|整合|至12户
        let isMerged = predicate.isFrom && behind + 2 < end && tokens[behind].kind == .text && tokens[behind + 1].wordClass == .to && tokens[behind + 2].kind == .quantity
            && Self.merging.ends(units, Int(tokens[behind].start), Int(tokens[behind].end))
        let hasNoun = behind < end && !isMerged && tokens[behind].start == tokens[behind - 1].end && !isLandmark(units, tokens[behind].range)
            && (opensNoun(units, behind, allowingOf: isBareShare || isCover) || isAge(behind, end, q))

        if q.family == .none, q.unit.isEmpty, !hasMultiple(list) {
            // A bare number counts only with a list that gives its unit, which it lacks here.
            if list.allSatisfy({ $0.unit.isEmpty }) { return (behind, left) }
        }
        switch exclusion(units, subjectTokens, predicate, list, k, behind, end, hasNoun) {
        case .none: break
        case .partOfName: return (behind, left)
        case .noFigure: return (behind, behind)
        case .landmark:
            // 总产值五年跨过3个万亿级关口、突破10万亿元
            let whole = unitRange(trimmed(units, subjectTokens))
            var name = whole.lowerBound..<(whole.first { Self.steps.contains(units[$0]) } ?? whole.upperBound)
            while name.count > 2, QuantityParser.isNumeral(units[name.upperBound - 1]) || units[name.upperBound - 1] == 0x5E74 || units[name.upperBound - 1] == 0x5148 || units[name.upperBound - 1] == 0x540E {
                name = name.lowerBound..<name.upperBound - 1
            }
            if name.count > 1 { (subject, subjects, subjectWords) = (copy(units, name), [], Evidence.Words(name)) }
            let stop = nounStop(behind, end)
            return (stop, stop)
        }

        var subjectRange = trimmed(units, afterAttribution(units, subjectTokens), keepsList: predicate.isRespective && list.count > 1)
        // A verb of reaching inside the subject splits it: 收入将达到规划提出的…以上.
        if let cut = splitAtVerb(subjectRange) {
            predicate.reaches = predicate.reaches || !predicate.isGrowth
            let from = (subjectRange.lowerBound..<cut).dropFirst().first { tokens[$0].wordClass == .from }
            subjectRange = trimmed(units, subjectRange.lowerBound..<(from ?? cut))
        }
        let areNew = areNewEach(units, &subjectRange)
        if areNew { predicate.isRespective = true }
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
        var sharedSubject: [UInt16] = []
        var ownUnits = withoutTail(units, unitRange(subjectRange))
        if ownUnits.count == 2, !subject.isEmpty, isOnly(Self.perHead, units, ownUnits) || repeatsDeed(units, ownUnits, q, hasNoun) { ownUnits = 0..<0 }
        // 制度基本建立、|已有10万人受益
        if !ownUnits.isEmpty, predicate.start > left, tokens[predicate.start - 1].mark == Unit.enumerationComma,
            grammar.actionTrie.longestMatch(in: units, at: ownUnits.upperBound - 2, limit: ownUnits.upperBound)?.length == 2
        {
            ownUnits = 0..<0
        }
        if ownUnits.count == 2, isOnly(Self.everywhere, units, ownUnits) { ownUnits = 0..<0 }
        if !ownUnits.isEmpty, isLandmark(units, ownUnits) { ownUnits = 0..<0 }
        var isNounCase = false
        var nounEnd = behind
        var evidence = Evidence()
        evidence.name = .before
        evidence.indicator = Evidence.Words(ownUnits)
        evidence.verb = verbWords(predicate.start..<k)

        // 改造|提升24个服务区
        if hasNoun, predicate.isGrowth, predicate.sign > 0, !predicate.isCompared, q.family.isClassifier, ownUnits.count > 1,
            grammar.actionTrie.longestMatch(in: units, at: ownUnits.upperBound - 2, limit: ownUnits.upperBound)?.length == 2, tokens[predicate.start].wordClass == .up
        {
            predicate.isGrowth = false
            ownUnits = ownUnits.lowerBound..<Int(tokens[predicate.start].end)
        }
        let spent = hasNoun && q.family == .percent && list.count == 1 && !predicate.isGrowth
            ? Self.uses.longest(units, Int(tokens[behind].start), Int(tokens[behind].end)) : nil
        if spent != nil, ownUnits.isEmpty, let of = subjectTokens.last, tokens[of].kind == .text, units[Int(tokens[of].end) - 1] == 0x7684 {
            // 财政支出的八成以上用于民生
            let whole = unitRange(trimmed(units, subjectTokens)).dropLast()
            if Self.funds.ends(units, whole.lowerBound, whole.upperBound) { ownUnits = whole }
        }
        if let spent, ownUnits.isEmpty ? Self.funds.ends(subject.span, 0, subject.count) : !predicate.hasVerb {
            // 财政支出八成以上用于民生; 财政支出3万亿元，74%以上用于民生
            if frame.looksForward, Self.comesFrom.begins(units, Int(tokens[behind].start), units.count) { predicate.isDone = true }
            isNounCase = true
            nounEnd = nounStop(behind, end)
            let noun = unitRange(behind..<nounEnd)
            guard noun.count > spent else { return (behind, behind) }
            indicator = (ownUnits.isEmpty ? subject : copy(units, ownUnits)) + copy(units, noun) + Self.shareOf
            (evidence.name, evidence.indicator) = (.share, Evidence.Words((ownUnits.isEmpty ? noun : ownUnits).lowerBound..<noun.upperBound))
            if !ownUnits.isEmpty { spanStart = ownUnits.lowerBound }
            spanEnd = noun.upperBound
            names = [indicator]
        } else if hasNoun, isCover || takesNoun(units, ownUnits, subjectTokens, q, predicate, isDeed: k > predicate.start && tokens[k - 1].wordClass == .verb && q.family != .money) || givesMoney(units, ownUnits, q, predicate, k, behind) {
            isNounCase = true
            nounEnd = listedNounStop(units, behind, end, q)
            let meetsNumber = nounEnd < end && tokens[nounEnd].kind == .quantity
            // 纳入国家102项重大工程的285个项目: the first describes what the second counts.
            if meetsNumber, units[Int(tokens[nounEnd - 1].end) - 1] == 0x7684 { return (nounEnd, left) }
            while nounEnd > behind + 1, tokens[nounEnd - 1].kind == .word,
                tokens[nounEnd - 1].wordClass == .with || meetsNumber && Self.idleBehindNoun.contains(tokens[nounEnd - 1].wordClass)
            {
                nounEnd -= 1
            }
            var noun = unitRange(behind..<nounEnd)
            // 2亿元技改资金支持|40个项目
            if meetsNumber, noun.count > 5, grammar.actionTrie.longestMatch(in: units, at: noun.upperBound - 2, limit: noun.upperBound)?.length == 2 {
                noun = noun.lowerBound..<noun.upperBound - 2
            }
            var lead = copy(units, ownUnits)
            dropAuxiliary(&lead)
            if lead.isEmpty, left > clauseStart, tokens[left].mark == Unit.enumerationComma || tokens[left].wordClass == .with { lead = leadVerb }
            leadVerb = lead.count <= 4 ? lead : []
            let isFor = opensWithFor(units, predicate.start, k)
            var things = copy(units, noun)
            // 3个国家级和7个省级园区: the last says what they are.
            if meetsNumber || nounEnd + 1 < end && tokens[nounEnd].mark == Unit.enumerationComma && tokens[nounEnd + 1].kind == .quantity, let rest = sharedThings(units, noun, nounEnd, end) { things += rest }
            let fate = meetsNumber ? befallCut(things, orAction: false) : nil
            if lead.isEmpty, !isFor, !subject.isEmpty, subjectWords.range.lowerBound >= sentence.lowerBound, q.family == .count, found.last?.unit?.last == q.unit.last,
                Self.fates.begins(things.span, 0, things.count)
            {
                // 推出案例173项，82项|获认可
                let noun = Self.fates.begins(subject.span, 0, subject.count) ? subject.lastIndex(of: 0x7684).map { Array(subject[($0 + 1)...]) } : nil
                indicator = things + [0x7684] + (noun ?? withoutDeed(subject))
                sharedSubject = subject
            } else if let fate, fate >= 2 {
                // 36个项目|完成投资|20亿元: the deed is the next number's.
                indicator = lead + things[..<fate]
                sharedSubject = things
            } else {
                indicator = nounIndicator(isFor ? [] : lead, things, isFor: isFor, q)
            }
            if let fate, fate >= 2, fate < noun.count { noun = noun.lowerBound..<noun.lowerBound + fate }
            (evidence.name, evidence.indicator) = (.counted, Evidence.Words((ownUnits.isEmpty ? noun : ownUnits).lowerBound..<noun.upperBound))
            spanEnd = noun.upperBound
            if !ownUnits.isEmpty { spanStart = ownUnits.lowerBound }
            names = [indicator]
        } else if let whose = whoseNoun(units, ownUnits, q, behind, end) {
            // 解决300万人|的饮水问题
            evidence.name = .counted
            spanEnd = whose.upperBound
            spanStart = ownUnits.isEmpty ? spanStart : ownUnits.lowerBound
            indicator = copy(units, ownUnits) + copy(units, whose.dropFirst())
            names = [indicator]
            isNounCase = true
            nounEnd = behind + 1
        } else if let share = shareName(units, subjectRange) {
            evidence.name = .share
            spanStart = unitRange(subjectRange).lowerBound
            let bearers = list.count > 1 && predicate.isRespective ? ListedNames.split(share.bearer, count: list.count, grammar: grammar) : []
            let bearer = withBearer(share.bearer, q) ?? share.bearer
            names = bearers.count == list.count ? bearers.map { $0 + share.part } : [!bearer.isEmpty && isStub(bearer) ? bearer : bearer + share.part]
            indicator = names[names.count - 1]
        } else if q.isMultiple, list.count == 1, ownUnits.isEmpty || units[ownUnits.lowerBound] == 0x5BF9, hasNoun, begins(units, Int(tokens[behind].start), with: Self.levy) {
            // 减半征收车船税
            let noun = unitRange(behind..<nounStop(behind, end))
            indicator = copy(units, noun.lowerBound + 2..<noun.upperBound)
            (evidence.name, evidence.indicator) = (.counted, Evidence.Words(noun))
            spanEnd = noun.upperBound
            names = [indicator]
        } else if ownUnits.isEmpty {
            let topic = topic(units, changes: predicate.isGrowth || predicate.reaches)
            // 虽然做了努力，涨幅仍高达21.7%: 涨幅 is of the prices spoken of.
            if !priceSubject.isEmpty, tellsPriceRise(units, predicate.start, k) {
                (subject, subjects, subjectWords) = (priceSubject, [], priceWords)
            } else if !topic.isEmpty {
                (subject, subjects, subjectWords) = (topic, [], Evidence.Words(unitRange(topicClause)))
                // 物价上涨幅度要有回落，控制在15%左右
                if q.family == .percent, predicate.reaches || predicate.holdsOnly, topicClause.contains(where: { isRate($0) }) {
                    (predicate.isGrowth, predicate.reaches) = (true, false)
                }
            } else if let whole = withoutNew(q, predicate) {
                (subject, subjects) = (whole, [])
            } else if q.unit.hasSuffix("人口"), !predicate.isGrowth, !predicate.reaches {
                if subjectTokens.isEmpty { return (behind, behind) }  // 这样一个10亿人口
                (subject, subjects, subjectWords) = (Self.population, [], evidence.quantity)
            }
            if clauseStart > sentenceStart, topic.isEmpty, subject.isEmpty || subjectWords.range.lowerBound < sentence.lowerBound, let opening = openingName(units) {
                (subject, subjects, subjectWords) = (copy(units, opening), [], Evidence.Words(opening))
            }
            // 农村居民收入和城镇居民收入，分别达到1万元和2万元
            if list.count > 1, predicate.isRespective, !topicClause.isEmpty {
                let whole = unitRange(trimmed(units, topicClause, keepsList: true)), parts = ListedNames.split(copy(units, whole), count: list.count, grammar: grammar)
                if parts.count == list.count, parts.allSatisfy({ ListedNames.endsInHead($0, grammar) }) { (subject, subjects, subjectWords) = (parts[parts.count - 1], parts, Evidence.Words(whole)) }
            }
            indicator = subject
            (evidence.name, evidence.indicator) = (predicate.isShare ? .share : .inherited, subjectWords)
            names = subjects.count == list.count && list.count > 1 ? subjects : lastNames(list.count, predicate) ?? [subject]
            // 产量…，完成年度计划的102%
            if q.family == .percent, list.count == 1, !subject.isEmpty, !predicate.isShare, !predicate.isGrowth, !subjectTokens.contains(where: { tokens[$0].wordClass == .share }),
                Self.plans.ends(units, Int(tokens[clauseStart].start), Int(tokens[predicate.start].start))
            {
                names = [withoutDeed(subject) + Self.completion]
                indicator = names[0]
                sharedSubject = subject
            }
        } else {
            spanStart = ownUnits.lowerBound
            var own = copy(units, ownUnits)
            dropAttribution(&own)
            dropAuxiliary(&own)
            if let whole = withObject(own, q, hasNoun, predicate) ?? withSubject(own, units, left, subjectRange.lowerBound, q) ?? withTopic(own, units, left) {
                own = whole
                evidence.name = .completed
            }
            applyObjectVerb(&own, &predicate, q)
            stripAspectNoun(&own, &predicate, q)
            if own.count > 2, own.last == 0x7684 { own.removeLast() }
            // 中央财政|拟安排: who gives is no name of what is given.
            if q.family == .money, Self.givers.ends(own.span, 0, own.count), let verb = predicate.giving { own += verb }
            // 铁路里程新增 is 新增铁路里程.
            if own.count > 4, own.suffix(2).elementsEqual(Self.newAdded), own[0] != Self.new, q.family != .money, !Self.perTime.contains(own[own.count - 3]) { own = Self.newAdded + own.dropLast(2) }
            // 其中新能源|占七成
            if predicate.isShare, q.family == .percent, own.last != 0x7387, !Self.shareEnds.ends(own.span, 0, own.count) { own += Self.shareOf }
            // 涨幅: what was no part of the name told the aspect.
            if predicate.isGrowth, evidence.verb.isEmpty, own.count < ownUnits.count { evidence.verb = Evidence.Words(ownUnits.dropFirst(own.count)) }
            if !leadVerb.isEmpty, left > clauseStart, tokens[left].mark == Unit.enumerationComma, sharesDeed(own, q, predicate) {
                sharedSubject = own
                own = leadVerb + own
                evidence.name = .completed
            } else {
                leadVerb = Array(own[..<deedLength(own)])
            }
            if predicate.isRespective || predicate.isEach || list.count > 1 || q.isMultiple {
                names = ListedNames.split(own, count: list.count, grammar: grammar)
                if names.count == 1 { names = [own] }
            } else {
                names = [own]
            }
            if names.count > 1 {
                evidence.name = .listed
                // 争创国家园区、产业集群各1个
                let deed = predicate.isGrowth || predicate.reaches ? [] : names[0][..<deedLength(names[0])]
                if !deed.isEmpty { for i in names.indices.dropFirst() where grammar.actionTrie.longestMatch(in: names[i]) == nil { names[i] = deed + names[i] } }
            }
            if areNew { names = names.map { Self.newAdded + $0 } }
            if names.count == 1, let whole = withBearer(names[0], q) { (names, evidence.name) = ([whole], .completed) }
            indicator = names[names.count - 1]
        }
        // A stub tells of nothing: 惠及, 产值, 新开工. Its years hold for the pairs behind it.
        let isNothing = indicator.isEmpty
        if isNothing || names.count == 1 && (isStub(indicator) || !predicate.hasVerb && !isNounCase && !isDone(subjectRange.lowerBound) && Self.stubsWithoutVerb.contains { $0 == indicator }) {
            if let time = predicate.time { if predicate.isFrom { (pairFrom, pairTo, awaitsPair) = (time, nil, true) } else if awaitsPair, predicate.reaches { (pairTo, awaitsPair) = (time, false) } }
            if !isNothing { (subject, subjects) = ([], []) }
            return isNothing ? (behind, behind) : (nounEnd, nounEnd)
        }

        // Units and comparators that a list shares.
        var shared: [Quantity] = list
        for i in shared.indices.reversed().dropFirst() where shared[i].unit.isEmpty {
            shared[i].unit = shared[i + 1].unit
            shared[i].family = shared[i + 1].family
        }
        if predicate.unitTail != 0 { for i in shared.indices where shared[i].family == .money { shared[i].unit += grammar.unitTails[predicate.unitTail] } }
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
                var name = isPaired || names.count == shared.count ? names[i] : indicator
                if i > 0, names.count == 1, members[i].before == .moreThan, shared[0].value < shared[i].value, let rest = Self.withoutNew(name) { name = rest }
                emitted.append((name, shared[i], comparator(i)))
            }
        }
        for (i, item) in emitted.enumerated() {
            let token = tokens[members[min(i, members.count - 1)].token]
            let start = i == 0 || onlyOne ? spanStart : Int(token.start)
            let stop = i == emitted.count - 1 || onlyOne ? spanEnd : Int(token.end)
            evidence.quantity = Evidence.Words(token.range)
            evidence.comparator = comparatorWords(item.comparator, predicate.start, members[min(i, members.count - 1)].token, behind)
            add(item.name, item.quantity, item.comparator, predicate, start..<max(stop, Int(token.end)), units, evidence)
        }
        if predicate.isFrom { sentenceTime = timeBefore }  // the year of where it began
        topicClause = 0..<0
        // What is new is not the total that follows: 分别新增12项和44项，累计达到64项和288项.
        subjects = areNew ? names.map { Array($0[Self.newAdded.count...]) } : sharedSubject.isEmpty ? names : []
        subject = areNew ? subjects[subjects.count - 1] : sharedSubject.isEmpty ? indicator : sharedSubject
        subjectWords = evidence.indicator
        if Self.prices.contains(where: { subject.count >= 2 && subject.suffix(2).elementsEqual($0) }) { (priceSubject, priceWords) = (subject, subjectWords) }
        return (nounEnd, isMerged ? nounEnd + 1 : nounEnd)
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
