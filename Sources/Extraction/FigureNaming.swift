import Documents
import Lexicon

/// How a number comes to its names: what stands before it, what is counted behind it, what was spoken of.
extension FigureReader {
    private var terms: NamingTerms { grammar.namingTerms }

    /// Finds the names; where there is none, what to go on with.
    mutating func name(_ units: Span<UInt16>, _ m: inout Mention) -> Next? {
        let tokens = lexer.tokens, start = m.predicate.start
        // 改造|提升24个服务区
        if m.hasNoun, m.predicate.isGrowth, m.predicate.sign > 0, !m.predicate.isCompared,
            m.q.family.isClassifier || m.q.family == .length || m.q.family == .area, endsInDeed(units, m.own),
            tokens[start].wordClass == .up
        {
            m.predicate.isGrowth = false
            m.own = m.own.lowerBound..<Int(tokens[start].end)
        }
        // 森林抚育|提升200万亩, 农房风貌|提升26万户: that many are improved.
        if !m.own.isEmpty, m.predicate.isGrowth, m.predicate.sign > 0, !m.predicate.isCompared, m.list.count == 1,
            m.own.upperBound == Int(tokens[start].start),
            terms.improves.longest(units, Int(tokens[start].start), Int(tokens[start].end)) == Int(tokens[start].end - tokens[start].start),
            terms.improved.contains(m.q.unit.last), !ListedNames.endsInMeasure(units[m.own.upperBound - 1])
        {
            m.predicate.isGrowth = false
            m.own = m.own.lowerBound..<Int(tokens[start].end)
        }
        // 总产值…、稳居全国前三、增长5%: how it ranks is no name.
        if m.left > sentenceStart, tokens[m.left].mark == Unit.enumerationComma || tokens[m.left - 1].mark == Unit.enumerationComma,
            found.last.map({ $0.range.lowerBound >= sentence.lowerBound }) == true,
            terms.ranking.begins(units, m.own.lowerBound, m.own.upperBound)
        {
            m.own = m.own.upperBound..<m.own.upperBound
        }
        if let spent = spentLength(units, &m) { return nameSpent(units, &m, spent) }
        if m.hasNoun, m.isCover || takesNoun(units, m) || givesMoney(units, m.own, m.q, m.predicate, m.first, m.behind) {
            return nameCounted(units, &m)
        }
        if let whose = whoseNoun(units, m.own, m.q, m.behind, m.end) {
            // 解决300万人|的饮水问题
            m.evidence.name = .counted
            (m.spanStart, m.spanEnd) = (m.own.lowerBound, whose.upperBound)
            m.names = [copy(units, m.own.count < 7 ? m.own : m.own.prefix(2)) + copy(units, whose.dropFirst())]
            (m.isNounCase, m.nounEnd) = (true, m.behind + 1)
        } else if let share = shareName(units, m.subjectRange) {
            // 占棉田面积800万亩|的42%
            if m.q.family == .area || m.q.family == .money || m.q.family == .mass || m.q.family == .length { return (m.behind, m.left) }
            m.evidence.name = .share
            m.spanStart = unitRange(m.subjectRange).lowerBound
            let bearers =
                m.list.count > 1 && m.predicate.isRespective ? ListedNames.split(share.bearer, count: m.list.count, grammar: grammar) : []
            // The share before was of the same bearer.
            let bearer = withBearer(share.bearer, m.q) ?? (share.bearer == subject && !shareBearer.isEmpty ? shareBearer : share.bearer)
            m.shareBearer = bearer
            // 其中参加高级社的农户，已占六成: not of those spoken of before.
            m.isVague = share.bearer == subject && namesOther(units)
            m.names =
                bearers.count == m.list.count
                ? bearers.map { $0 + share.part } : [!bearer.isEmpty && isStub(bearer) ? bearer : bearer + share.part]
        } else if m.q.isMultiple, m.list.count == 1,
            m.own.isEmpty || units[m.own.lowerBound] == "对" || terms.enjoying.ends(units, m.own.lowerBound, m.own.upperBound), m.hasNoun,
            begins(units, Int(tokens[m.behind].start), with: terms.levy)
        {
            // 减半征收车船税, 享受减半征收所得税|优惠
            var noun = unitRange(m.behind..<nounStop(m.behind, m.end))
            if let tax = noun.dropFirst(2).last(where: { units[$0] == "税" }) { noun = noun.lowerBound..<tax + 1 }
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
            let spent = terms.uses.longest(units, Int(tokens[m.behind].start), Int(tokens[m.behind].end))
        else { return nil }
        if m.own.isEmpty, let of = m.subjectTokens.last, tokens[of].kind == .text, units[last: tokens[of]] == "的" {
            // 财政支出的八成以上用于民生
            let whole = unitRange(trimmed(units, m.subjectTokens)).dropLast()
            if terms.funds.ends(units, whole.lowerBound, whole.upperBound) { m.own = whole }
        }
        return (m.own.isEmpty ? terms.funds.ends(subject.span, 0, subject.count) : !m.predicate.hasVerb) ? spent : nil
    }

    private mutating func nameSpent(_ units: Span<UInt16>, _ m: inout Mention, _ spent: Int) -> Next? {
        if frame.looksForward, terms.comesFrom.begins(units, Int(lexer.tokens[m.behind].start), units.count) { m.predicate.isDone = true }
        m.isNounCase = true
        m.nounEnd = nounStop(m.behind, m.end)
        let noun = unitRange(m.behind..<m.nounEnd)
        guard noun.count > spent else { return (m.behind, m.behind) }
        m.names = [(m.own.isEmpty ? subject : copy(units, m.own)) + copy(units, noun) + terms.shareOf]
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
        if meetsNumber, units[last: tokens[m.nounEnd - 1]] == "的" { return (m.nounEnd, m.left) }
        while m.nounEnd > m.behind + 1, tokens[m.nounEnd - 1].kind == .word,
            tokens[m.nounEnd - 1].wordClass == .with || meetsNumber && terms.idleBehindNoun.contains(tokens[m.nounEnd - 1].wordClass)
        {
            m.nounEnd -= 1
        }
        // 3920个新投产项目|增加产值|5100亿元: how much more they make is the next number's.
        if meetsNumber, let more = (m.behind + 1..<m.nounEnd).first(where: { isChangeVerb($0) && !isRate($0) }), more + 1 < m.nounEnd,
            tokens[more + 1].kind == .text, ListedNames.endsInMeasure(units[last: tokens[m.nounEnd - 1]])
        {
            m.nounEnd = more
        }
        var noun = unitRange(m.behind..<m.nounEnd)
        // 2亿元技改资金支持|40个项目, but 9个城乡融合试点|和10个…
        if meetsNumber, noun.count > 5, tokens[m.nounEnd].kind == .quantity, endsInDeed(units, noun) {
            noun = noun.lowerBound..<noun.upperBound - 2
        }
        var lead = copy(units, m.own)
        dropManner(&lead)
        dropAuxiliary(&lead)
        dropUrging(&lead)
        // 新增甲、乙、丙3个县: as many names as are counted.
        if m.q.family == .count, lead.contains(Unit.enumerationComma), lead.last != "等",
            DecimalNumber(lead.count { $0 == Unit.enumerationComma } + 1) == m.q.value, case let deed = deedLength(lead), deed > 0,
            noun.count > 3
        {
            lead.removeLast(lead.count - deed)
        }
        if lead.isEmpty, m.left > clauseStart, tokens[m.left].mark == Unit.enumerationComma || tokens[m.left].wordClass == .with {
            let verb = tokens[m.first - 1]
            lead =
                verb.wordClass == .verb && terms.draws.longest(units, Int(verb.start), Int(verb.end)) == verb.range.count
                ? copy(units, verb.range) : leadVerb
        }
        leadVerb = lead.count <= 4 ? lead : lastDeeds(lead)
        // 与41个自贸区建立伙伴关系: with whom.
        let isWith =
            lead.isEmpty && m.first > clauseStart && tokens[m.first - 1].wordClass == .with
            && terms.companions.contains(units[first: tokens[m.first - 1]])
        let isFor = opensWithFor(units, m.predicate.start, m.first) || isWith || lead.isEmpty && isOnWhat(units, m)
        var things = copy(units, noun)
        // 增发3000亿元国债|支持灾后重建: what it is for.
        if m.q.family == .money, let length = terms.bonds.longest(things.span, 0, things.count), things.count > length + 3,
            grammar.actionTrie.longestMatch(in: things, at: length)?.length == 2
        {
            things.removeLast(things.count - length)
        }
        // 3个国家级和7个省级园区: the last says what they are.
        if meetsNumber || m.nounEnd + 1 < end && tokens[m.nounEnd].mark == Unit.enumerationComma && tokens[m.nounEnd + 1].kind == .quantity,
            let rest = sharedThings(units, noun, m.nounEnd, end)
        {
            things += rest
        }
        // 强降雨和“某某”等|15个台风: 等 is of what comes next.
        if meetsNumber, things.last == "等", let and = things.lastIndex(where: { $0 == "和" || $0 == "及" }), and > 1 {
            things.removeLast(things.count - and)
        }
        if things.count > 5, things.last == "等" { things.removeLast() }
        let fate = meetsNumber ? befallCut(things, orAction: false) : nil
        if lead.isEmpty, !isFor, !subject.isEmpty, subjectWords.range.lowerBound >= sentence.lowerBound, m.q.family == .count,
            found.last?.unit.last == m.q.unit.last,
            terms.fates.begins(things.span, 0, things.count)
        {
            // 推出案例173项，82项|获认可
            // 76个项目全部开工、36个完工
            let of = subject.lastIndex(of: "的") ?? 0
            let noun =
                terms.fates.begins(subject.span, 0, subject.count) || of > 3 && terms.allOfThem.begins(subject.span, 0, subject.count)
                ? subject.lastIndex(of: "的").map { Array(subject[($0 + 1)...]) } : nil
            m.names = [things + ["的"] + (noun ?? withoutDeed(subject))]
            m.sharedSubject = subject
        } else if m.q.family == .percent, m.list.count == 1, lead.isEmpty, !isFor, subject.count > 2, found.last?.indicator == subject,
            subjectWords.range.lowerBound >= sentence.lowerBound, found.last?.aspect == .level, found.last?.unit.last == "人",
            things.count > 3, terms.joining.begins(things.span, 0, things.count)
        {
            // 下岗职工2700多万人，90%以上|进入服务中心
            m.names = [subject + things]
            m.sharedSubject = subject
        } else if let fate, fate >= 2, m.first > clauseStart, tokens[m.first - 1].wordClass == .with, lead.isEmpty, m.nounEnd + 1 < end,
            tokens[m.nounEnd + 1].kind == .text
        {
            // 与39个国家缔结|118对友城
            m.names = [things[fate...] + copy(units, unitRange(m.nounEnd + 1..<nounStop(m.nounEnd + 1, end))) + ["的"] + things[..<fate]]
            m.sharedSubject = Array(things[..<fate])
        } else if let fate, fate >= 2 {
            // 36个项目|计划完成投资|20亿元: the deed is the next number's.
            let counted = things[..<fate]
            let isPlanned = counted.count > 4 && terms.plannedDeeds.ends(things.span, 0, fate)
            m.names = [lead + (isPlanned ? counted.dropLast(2) : counted)]
            m.sharedSubject = isPlanned ? counted.dropLast(2) + things[fate...] : things
        } else {
            let shared = lead.isEmpty ? sharedFate(units, things, m) : nil
            m.names = [shared ?? nounIndicator(isFor ? [] : lead, things, isFor: isFor, m.q)]
            // 改造小区2个，惠及|3万户居民
            if lead == terms.benefits, let whole = withSubject(m.names[0], units, m.left, m.subjectRange.lowerBound, m.q) {
                m.names = [whole]
            }
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
        } else if m.q.unit.ends(in: "人", "口"), !m.predicate.isGrowth, !m.predicate.reaches {
            if m.subjectTokens.isEmpty { return (m.behind, m.behind) }  // 这样一个10亿人口
            (subject, subjects, subjectWords) = (terms.population, [], m.evidence.quantity)
        }
        if clauseStart > sentenceStart, topic.isEmpty, subject.isEmpty || subjectWords.range.lowerBound < sentence.lowerBound,
            let opening = openingName(units)
        {
            (subject, subjects, subjectWords) = (copy(units, opening), [], Evidence.Words(opening))
        }
        // 农村居民收入和城镇居民收入，分别达到1万元和2万元
        if m.list.count > 1, m.predicate.isRespective, !topicClause.isEmpty {
            let range = trimmed(units, topicClause, keepsList: true)
            // 残留、虫害面积|近年来首次双下降，分别…
            var opening = range.lowerBound
            while opening < range.upperBound,
                tokens[opening].kind == .text || tokens[opening].mark == Unit.enumerationComma || tokens[opening].wordClass == .with
            { opening += 1 }
            for whole in [unitRange(range), unitRange(range.lowerBound..<opening)] {
                let parts = ListedNames.split(copy(units, whole), count: m.list.count, grammar: grammar)
                guard parts.count == m.list.count, parts.allSatisfy({ ListedNames.endsInHead($0, grammar) }) else { continue }
                (subject, subjects, subjectWords) = (parts[parts.count - 1], parts, Evidence.Words(whole))
                break
            }
        }
        // 支出15亿元，占总数的52%，比上年增长17%: what grew is what was spent; and no share is told in yuan.
        if !shareBearer.isEmpty, !m.predicate.isShare,
            m.predicate.isGrowth && !m.predicate.reaches && !m.q.unit.ends(in: "百", "分", "点")
                || m.q.family != .percent && m.q.family != .times && m.q.unit != "成"
        {
            guard m.predicate.isGrowth, let last = found.last(where: { $0.indicator == shareBearer }),
                last.range.lowerBound >= sentence.lowerBound
            else { return (m.behind, m.behind) }
            (subject, subjects) = (shareBearer, [])
        }
        if strivesFor(m) { m.predicate.isGrowth = true }
        (m.evidence.name, m.evidence.indicator) = (m.predicate.isShare ? .share : .inherited, subjectWords)
        m.isVague =
            m.q.family == .percent && !m.predicate.isShare && !m.predicate.isGrowth && m.behind < m.end && tokens[m.behind].kind == .text
            && units[first: tokens[m.behind]] == "的"
            || topic.isEmpty
                && (namesOther(units)
                    || !m.predicate.isShare && m.q.family != .times
                        && (m.q.family != .percent || subjectWords.range.lowerBound < sentence.lowerBound)
                        && saysMore(units, m.subjectTokens))
        m.names = subjects.count == m.list.count && m.list.count > 1 ? subjects : lastNames(m) ?? [subject]
        // 产量…，完成年度计划的102%
        if m.q.family == .percent, m.list.count == 1, !subject.isEmpty, !m.predicate.isShare, !m.predicate.isGrowth,
            !m.subjectTokens.contains(where: { tokens[$0].wordClass == .share }),
            terms.plans.ends(units, Int(tokens[clauseStart].start), Int(tokens[m.predicate.start].start))
        {
            m.names = [withoutDeed(subject) + terms.completion]
            m.sharedSubject = subject
        }
        return nil
    }

    /// 对|150户企业实行差异化管理
    private func isOnWhat(_ units: Span<UInt16>, _ m: borrowing Mention) -> Bool {
        m.q.range.lowerBound > sentence.lowerBound && units[m.q.range.lowerBound - 1] == "对"
    }

    /// Length of the 提高 or 降低 that a name opens with.
    private func raised(_ name: [UInt16]) -> Int? {
        terms.raising.longest(name.span, 0, name.count).flatMap { name.count >= $0 + 2 ? $0 : nil }
    }

    /// 至, 到 directly before the number.
    private func arrives(_ units: Span<UInt16>, _ start: Int, _ first: Int) -> Bool {
        (start..<first).contains { i in
            let t = lexer.tokens[i]
            return t.kind != .mark && (units[last: t] == "至" || units[last: t] == "到") && t.end - t.start == 1
        }
    }

    /// 增长6%以上、力争7%: another rate of the growth told of.
    private func strivesFor(_ m: borrowing Mention) -> Bool {
        guard m.q.family == .percent, m.list.count == 1, !m.predicate.isGrowth, !m.predicate.reaches, !m.predicate.isShare,
            let last = found.last, last.aspect == .growth,
            last.indicator == subject, last.unit == m.q.unit, last.range.lowerBound >= sentence.lowerBound
        else { return false }
        let start = lexer.tokens[m.left].mark == Unit.enumerationComma ? m.left + 1 : max(m.left, clauseStart)
        return start < m.first && (start..<m.first).allSatisfy { lexer.tokens[$0].kind == .word && lexer.tokens[$0].wordClass == .adverb }
    }

    /// The phrase before the number, made whole.
    private mutating func nameOwn(_ units: Span<UInt16>, _ m: inout Mention) {
        let tokens = lexer.tokens, q = m.q
        m.spanStart = m.own.lowerBound
        var own = copy(units, m.own)
        // 提出稳就业，|目标城镇新增就业120万人
        if own.count > 5, terms.aimed.begins(own.span, 0, own.count), ListedNames.endsInHead(Array(own[2...]), grammar) || m.predicate.isGrowth {
            own.removeFirst(2)
            m.predicate.isAim = true
        }
        dropAttribution(&own)
        if own.count > 5, terms.striven.occurs(own.span, 2, own.count) { m.predicate.isStriving = true }  // 茶路|力争|完成投资
        dropAuxiliary(&own)
        dropUrging(&own)
        let given = q.family == .money && m.hasNoun && m.list.count == 1 ? givenEach(units, &own, m) : nil
        if let given { own += given }
        if m.list.count == 1, let of = thingBehind(units, own, m) { own = of }
        if let whole = ofExpectedOne(own, units, m) ?? withObject(own, q, m.hasNoun, m.predicate)
            ?? withSubject(own, units, m.left, m.subjectRange.lowerBound, q) ?? withTopic(own, units, m.left) ?? withClauseHead(own, units, m)
        {
            own = whole
            m.evidence.name = .completed
        }
        // 基本建设投资额|完成年计划|的27%
        var ofPlan: [UInt16] = []
        if q.family == .percent,
            let done = Self.planDone.first(where: { own.count > $0.count + 2 && own.suffix($0.count).elementsEqual($0) })
        {
            own.removeLast(done.count)
            while own.count > 2, let manner = terms.planManners.first(where: { own.suffix($0.count).elementsEqual($0) }) {
                own.removeLast(manner.count)
                if manner.count == 2 { m.predicate.isRespective = true }
            }
            m.predicate.isGrowth = false
            ofPlan = terms.completion
        } else if q.family == .percent, !m.predicate.isGrowth, terms.tasks.ends(own.span, 0, own.count),
            (m.predicate.start..<m.first).contains(where: { terms.completes.begins(units, tokens[$0]) })
        {
            ofPlan = terms.completionRate  // 建设计划|只完成了94%
        } else if !m.predicate.isGrowth, let verb = raised(own), arrives(units, m.predicate.start, m.first) {
            // 提高低保标准|至|820元
            own.removeFirst(verb)
            m.predicate.reaches = true
        } else {
            let isPlain = !m.predicate.isGrowth
            applyObjectVerb(&own, &m.predicate, q)
            if isPlain, m.predicate.isGrowth {
                objectSign = m.predicate.sign
            } else if isPlain, objectSign != 0, !m.predicate.hasVerb, m.left > clauseStart, tokens[m.left].mark == Unit.enumerationComma,
                own.count > 2, own.suffix(2).elementsEqual(subject.suffix(2)), grammar.actionTrie.longestMatch(in: own) == nil
            {
                (m.predicate.isGrowth, m.predicate.sign) = (true, objectSign)
            } else {
                objectSign = 0
            }
        }
        dropManner(&own)
        if m.predicate.isGrowth, q.family == .percent, let at = own.firstRange(of: terms.driving) ?? own.firstRange(of: terms.pulling),
            at.lowerBound >= 2, own.count - at.upperBound >= 4
        {
            // 项目建设带动|固定资产投资|增长6%
            own.removeFirst(at.upperBound)
            if let m = grammar.trie.longestMatch(in: own), grammar.classes[Int(m.value)] == .own, own.count > m.length + 1 {
                own.removeFirst(m.length)
            }
        }
        let grew = m.predicate.isGrowth
        stripAspectNoun(&own, &m.predicate, q)
        m.lastGrows = m.predicate.isGrowth && (!grew || (m.predicate.start..<m.first).contains { isRate($0) })
        if own.count > 2, own.last == "的" { own.removeLast() }
        dropYear(&own)
        // 为落实养老金，|中央财政支出|7亿元: what a sum is for stands in the clause before or behind.
        if q.family == .money, m.list.count == 1, let payer = giver(own) {
            if let whole = purposeOf(units, payer, own, m) {
                own = whole
                m.evidence.name = .completed
            } else if saysForThis(units, m) || Self.barePayments.ends(own.span, 0, own.count) {
                m.names = [[]]
                return
            }
        }
        // 中央财政|拟安排: who gives is no name of what is given.
        if q.family == .money, Self.treasuries.ends(own.span, 0, own.count), let verb = m.predicate.giving { own += verb }
        // 铁路里程新增 is 新增铁路里程.
        if own.count > 4, own.suffix(2).elementsEqual(Self.newAdded), own[0] != Self.new, q.family != .money,
            !terms.perTime.contains(own[own.count - 3])
        {
            own = Self.newAdded + own.dropLast(2)
        }
        // 其中新能源|占七成
        if m.predicate.isShare, q.family == .percent, own.last != "率", !Self.shareEnds.ends(own.span, 0, own.count) { own += terms.shareOf }
        // 涨幅: what was no part of the name told the aspect.
        if m.predicate.isGrowth, m.evidence.verb.isEmpty, own.count < m.own.count {
            m.evidence.verb = Evidence.Words(m.own.dropFirst(own.count))
        }
        if !leadVerb.isEmpty, m.left > clauseStart,
            tokens[m.left].mark == Unit.enumerationComma || leadVerb[0] == Self.new && tokens[m.left].wordClass == .with,
            sharesDeed(own, q, m.predicate)
        {
            m.sharedSubject = own
            own = leadVerb + own
            m.evidence.name = .completed
        } else {
            leadVerb = Array(own[..<deedLength(own)])
        }
        // 甲工程、乙工程|分别|惠及3500万、2300万人次
        var deedOfEach: [UInt16] = []
        if m.list.count > 1, let at = own.firstRange(of: Self.respectively), at.lowerBound > 3, own.count - at.upperBound <= 4 {
            deedOfEach = Array(own[at.upperBound...])
            own.removeLast(own.count - at.lowerBound)
        }
        m.names = m.predicate.isRespective || m.predicate.isEach || m.list.count > 1 || q.isMultiple || ListedNames.areRates(own, q)
            ? ListedNames.split(own, count: m.list.count, grammar: grammar) : [own]
        if !deedOfEach.isEmpty { m.names = m.names.map { $0 + deedOfEach } }
        if m.names.count == 1 { m.names = [own] } else { m.evidence.name = .listed }
        // 争创国家园区、产业集群各1个
        let deed = m.names.count == 1 || m.predicate.isGrowth || m.predicate.reaches ? [] : m.names[0][..<deedLength(m.names[0])]
        if !deed.isEmpty {
            for i in m.names.indices.dropFirst() where grammar.actionTrie.longestMatch(in: m.names[i]) == nil {
                m.names[i] = deed + m.names[i]
            }
        }
        if m.names.count == 1, let whole = ofList(m.names[0], m) {
            (m.names, m.evidence.name) = ([whole], .completed)
            if leadVerb.isEmpty, whole.starts(with: Self.newAdded), listHead == .none { leadVerb = Self.newAdded }
        }
        if !ofPlan.isEmpty {
            if m.names.count == 1 { m.sharedSubject = m.names[0] }
            if frame.looksForward { m.predicate.isSoFar = true }
            m.names = m.names.map { $0 + ofPlan }
        }
        if let each = ofEachBefore(m) { (m.names, m.evidence.name) = (each, .listed) }
        if m.areNew { m.names = m.names.map { Self.newAdded + $0 } }
        if m.names.count == 1, let whole = withBearer(m.names[0], q) { (m.names, m.evidence.name) = ([whole], .completed) }
    }

    /// 茶叶企业|预计|实现|利润: who is expected to make it.
    private func ofExpectedOne(_ own: [UInt16], _ units: Span<UInt16>, _ m: borrowing Mention) -> [UInt16]? {
        let tokens = lexer.tokens, at = m.subjectRange.lowerBound
        guard own.count < 7, at >= m.left + 3, tokens[at - 1].wordClass == .verb || tokens[at - 1].wordClass == .to,
            tokens[at - 2].wordClass == .estimate, tokens[at - 3].kind == .text, tokens[at - 3].range.count > 2,
            terms.bodies.ends(units, tokens[at - 3])
        else { return nil }
        return copy(units, tokens[at - 3].range) + own
    }

    /// 茶业产业链加快发展、|产值…: what the clause opens with, before its verb.
    private func withClauseHead(_ own: [UInt16], _ units: Span<UInt16>, _ m: borrowing Mention) -> [UInt16]? {
        guard m.left == clauseStart, isAttribute(own) || terms.worths.contains(where: { $0 == own }), m.subjectRange.lowerBound > m.left + 1
        else { return nil }
        let comma = m.subjectRange.lowerBound - 1
        guard lexer.tokens[comma].mark == Unit.enumerationComma, lexer.tokens[comma].kind == .mark else { return nil }
        let words = unitRange(trimmed(units, m.left..<comma, keepsList: true))
        guard (4...24).contains(words.count), !words.contains(where: { units[$0] == Unit.enumerationComma }) else { return nil }
        let head = copy(units, words)
        guard let cut = befallCut(head, orAction: true), cut >= 3 else { return nil }
        var bearer = Array(head[..<cut])
        if bearer.suffix(2).elementsEqual(terms.speeding) { bearer.removeLast(2) }
        return bearer.count > 2 && terms.bodies.ends(bearer.span, 0, bearer.count) ? bearer + own : nil
    }

    /// 12个甲项目、3个乙项目，分别完成投资8亿元和2亿元: each deed is of one of the things just counted.
    private func ofEachBefore(_ m: borrowing Mention) -> [[UInt16]]? {
        let count = m.list.count
        // 新增高速公路2公里、一级公路1公里，总里程分别达9公里和8公里
        if count > 1, m.names.count == 1, m.predicate.isRespective, m.left == clauseStart, found.count >= count,
            terms.wholes.contains(m.names[0])
        {
            let last = found[(found.count - count)...]
            let bearers = last.map { Self.withoutNew($0.indicator) ?? $0.indicator }
            guard last.allSatisfy({ $0.range.lowerBound >= sentence.lowerBound && $0.aspect == .level && $0.unit.last == m.q.unit.last }),
                Set(bearers).count == count, bearers.allSatisfy({ !ListedNames.endsInMeasure($0) })
            else { return nil }
            return bearers.map { $0 + m.names[0] }
        }
        guard count > 1, m.names.count == 1, m.left == clauseStart, found.count >= count,
            (clauseStart..<m.first).contains(where: { lexer.tokens[$0].wordClass == .respectively })
        else { return nil }
        let things = found[(found.count - count)...].map { withoutDeed($0.indicator) }
        guard
            found[(found.count - count)...].allSatisfy({
                $0.range.lowerBound >= sentence.lowerBound && $0.aspect == .level && $0.unit.last != m.q.unit.last
            }),
            let last = things.last, m.names[0].count > last.count, m.names[0].starts(with: last), Set(things).count == count
        else { return nil }
        return things.map { $0 + m.names[0][last.count...] }
    }

    /// The clause has a phrase of its own that gave no name: 用于旧房改造的|有2亿元.
    private func saysMore(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        guard let last = range.last(where: { lexer.tokens[$0].kind == .text }),
            !range.contains(where: { lexer.tokens[$0].kind == .quantity })
        else { return false }
        return Int(lexer.tokens[last].end) - Int(lexer.tokens[range.lowerBound].start) > 8 && units[last: lexer.tokens[last]] == "的"
    }

    /// 园区|2025年|营业收入
    private func dropYear(_ name: inout [UInt16]) {
        guard name.count > 8,
            let at = (2..<name.count - 6).first(where: { name[$0 + 4] == "年" && name[$0..<$0 + 4].allSatisfy(Unit.isDigit) }),
            !terms.beforeYear.contains(name[at - 1]), !terms.behindYear.contains(name[at + 5])
        else { return }
        name.removeSubrange(at..<at + 5)
    }

    /// 改造和新建 of 国家安排资金改造和新建.
    private func lastDeeds(_ words: [UInt16]) -> [UInt16] {
        var start = words.count
        while start >= 2, grammar.actionTrie.longestMatch(in: words.span, at: start - 2, limit: start)?.length == 2 {
            start -= 2
            if start > 2, words[start - 1] == "和",
                grammar.actionTrie.longestMatch(in: words.span, at: start - 3, limit: start - 1)?.length == 2
            {
                start -= 1
            }
        }
        return Array(words[start...])
    }

    /// The clause before ends in a noun of its own, which the name does not know: 与我国通商的国家，已达100个.
    private func namesOther(_ units: Span<UInt16>) -> Bool {
        guard !topicClause.isEmpty, lexer.tokens[topicClause.upperBound - 1].kind == .text else { return false }
        // 要增加甲投资，今年先增加5亿元: not what another sentence spoke of.
        if subjectWords.range.lowerBound < sentence.lowerBound,
            topicClause.dropLast().contains(where: { isChangeVerb($0) && lexer.tokens[$0 + 1].kind == .text })
        {
            return true
        }
        let words = unitRange(trimmed(units, topicClause))
        return words.contains { units[$0] == "的" } && !unitRange(topicClause).contains { units[$0] == "了" }
            && subjectWords.range.upperBound <= words.lowerBound
    }

    /// 粮食产量实现连增，|连续3年超…: the measure that the sentence opens with, before its verb.
    private func openingName(_ units: Span<UInt16>) -> Range<Int>? {
        let tokens = lexer.tokens
        var i = sentenceStart
        while i < clauseStart,
            tokens[i].kind == .time || tokens[i].wordClass == .adverb || tokens[i].wordClass == .own || tokens[i].wordClass == .time
        { i += 1 }
        guard i + 1 < clauseStart, tokens[i].kind == .text, tokens[i + 1].kind == .word, (3...12).contains(tokens[i].range.count),
            ListedNames.endsInMeasure(units[last: tokens[i]]) || ListedNames.endsInHead(copy(units, tokens[i].range), grammar)
        else { return nil }
        return tokens[i].range
    }

    /// 的饮水问题 behind 解决300万人: what is done for those counted.
    private func whoseNoun(_ units: Span<UInt16>, _ own: Range<Int>, _ q: Quantity, _ behind: Int, _ end: Int) -> Range<Int>? {
        guard q.family == .people, own.count < 25, own.count > 1, behind < end, lexer.tokens[behind].kind == .text,
            units[first: lexer.tokens[behind]] == "的",
            lexer.tokens[behind].range.count > 2
        else { return nil }
        // 解决东山等乡镇6万人|的饮水问题: where they live is no part of the name.
        let deed = own.count < 7 ? own.upperBound - 2 : own.lowerBound
        guard grammar.actionTrie.longestMatch(in: units, at: deed, limit: own.upperBound)?.length == 2,
            own.count < 7 || terms.troubles.ends(units, lexer.tokens[behind])
        else { return nil }
        return lexer.tokens[behind].range
    }

    private func tellsPriceRise(_ units: Span<UInt16>, _ start: Int, _ k: Int) -> Bool {
        (start..<k).contains { i in terms.priceRises.contains { begins(units, Int(lexer.tokens[i].start), with: $0) } }
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
        guard own.count <= 4, !hasNoun, !p.isGrowth, !p.reaches, !standsAlone(own), subjectWords.range.lowerBound >= sentence.lowerBound,
            subject.count > 3,
            q.family.isClassifier || q.family == .length || q.family == .area, let last = lastUnit?.last, last == q.unit.last
        else { return nil }
        // 新开工住房740套，基本建成511套
        if terms.basicallyDone.longest(own.span, 0, own.count) == own.count {
            let deed = deedLength(subject)
            return deed > 0 ? own + subject[deed...] : nil
        }
        var i = 0
        while i < own.count {
            guard let m = grammar.actionTrie.longestMatch(in: own, at: i) else { return nil }
            i += m.length
        }
        var from = 0
        while let m = grammar.actionTrie.longestMatch(in: subject, at: from), m.length > 1, from + m.length < subject.count - 1 {
            from += m.length
        }
        if from == 0 {
            // 有茶厂30座，建成50座: the things alone.
            guard subject.count <= 8, subject.indices.allSatisfy({ grammar.actionTrie.longestMatch(in: subject, at: $0) == nil }) else {
                return nil
            }
        }
        return own + subject[from...]
    }

    /// Length of the deed that opens a name whose things are counted: 新增, 建成, 淘汰.
    func deedLength(_ name: [UInt16]) -> Int {
        if name.count > 2, name[0] == Self.new {
            // 新增|, 新开工|改造|
            var length = Self.newVerbs.contains(name[1]) ? 2 : 0
            // 新增|发电装机, not 新|增发|电
            if name[1] != "增", let m = grammar.actionTrie.longestMatch(in: name, at: 1), m.length > 1 {
                length = 1 + m.length
            } else if let m = terms.newDeeds.longest(name.span, 1, name.count) {
                length = 1 + m
            }
            if length > 0, let m = grammar.actionTrie.longestMatch(in: name, at: length), m.length > 1, !isShielded(name, length, m.length) {
                length += m.length
            }
            return length < name.count - 1 ? length : 0
        }
        if name.count > 3, terms.reaches.begins(name.span, 0, name.count) { return 2 }
        // 综合治理石漠化面积
        if let removal = terms.removals.longest(name.span, 0, name.count), removal > 2 { return removal < name.count - 1 ? removal : 0 }
        guard let m = grammar.actionTrie.longestMatch(in: name), m.length > 1,
            !ListedNames.endsInHead(name, grammar) || terms.removals.begins(name.span, 0, name.count)
        else { return 0 }
        if isShielded(name, 0, m.length) { return 0 }
        var length = m.length
        if let second = terms.secondDeeds.longest(name.span, length, name.count) { length += second }  // 维修改造
        return length < name.count - 1 ? length : 0
    }

    /// Whether the deed of `length` at `start` is but the beginning of a word: 保障|性.
    private func isShielded(_ name: [UInt16], _ start: Int, _ length: Int) -> Bool {
        grammar.trie.longestMatch(in: name, at: start).map { $0.length > length && grammar.classes[Int($0.value)] == .plain } ?? false
    }

    /// 淘汰产能90万吨、水泥20万吨: a member of a list without a deed of its own has that of the first, where both are counted alike.
    private func sharesDeed(_ own: [UInt16], _ q: Quantity, _ p: Predicate) -> Bool {
        guard own[0] != Self.new, !terms.reaches.begins(own.span, 0, own.count), !p.isGrowth, !p.reaches, !p.isShare,
            withBearer(own, q) == nil, grammar.actionTrie.longestMatch(in: own) == nil, !terms.basicallyDone.begins(own.span, 0, own.count)
        else { return false }
        if leadVerb[0] == Self.new, own.count <= 4 || terms.abilityEnds.ends(own.span, 0, own.count) { return true }
        guard let last = lastUnit, !p.hasVerb else { return false }
        return q.family.isClassifier || q.family == .length || q.family == .area || last.last == q.unit.last
    }

    /// 3个国家级|和7个省级园区: what the second names behind 级, 类 or 型.
    private func sharedThings(_ units: Span<UInt16>, _ noun: Range<Int>, _ next: Int, _ end: Int) -> [UInt16]? {
        guard noun.count <= 5, terms.ranks.contains(units[noun.upperBound - 1]),
            let next = (next..<end).first(where: { lexer.tokens[$0].kind == .quantity }),
            next + 1 < end, lexer.tokens[next + 1].kind == .text
        else { return nil }
        let other = unitRange(next + 1..<nounStop(next + 1, end))
        guard let at = other.dropLast().first(where: { units[$0] == units[noun.upperBound - 1] }), at - other.lowerBound < 6 else {
            return nil
        }
        return copy(units, at + 1..<other.upperBound)
    }

    /// 5个市和|3个县获评文明城市 → 获评文明城市的市: those counted beside each other share what befell them.
    private func sharedFate(_ units: Span<UInt16>, _ things: [UInt16], _ m: borrowing Mention) -> [UInt16]? {
        let tokens = lexer.tokens
        var next = m.nounEnd
        guard next < m.end, m.q.family.isClassifier, !things.isEmpty, befallCut(things, orAction: false) == nil,
            tokens[next].mark == Unit.enumerationComma || tokens[next].kind == .word && tokens[next].wordClass == .with
        else { return nil }
        next += 1
        guard next + 1 < m.end, tokens[next].kind == .quantity, lexer.quantities[Int(tokens[next].index)].family.isClassifier,
            tokens[next + 1].kind == .text
        else { return nil }
        let others = copy(units, unitRange(next + 1..<nounStop(next + 1, m.end)))
        guard let cut = befallCut(others, orAction: false), cut >= 1 else { return nil }
        let whole = nounIndicator([], others, isFor: false, lexer.quantities[Int(tokens[next].index)])
        guard let of = whole.lastIndex(of: "的"), of > 1, of < whole.count - 1,
            whole[(of + 1)...].elementsEqual(others.prefix(whole.count - of - 1))
        else { return nil }
        return whole[...of] + things
    }

    /// 甲17175元，乙5153元，实际增长9.8%和8.5%: as many growths as the sentence has just named levels.
    /// The same of ratios: 分别是2020年的2.1倍和2.6倍.
    private func lastNames(_ m: borrowing Mention) -> [[UInt16]]? {
        let count = m.list.count, p = m.predicate
        guard count > 1, count <= 4,
            p.isGrowth && !p.reaches
                || m.q.family == .times && (clauseStart..<m.first).contains(where: { lexer.tokens[$0].wordClass == .respectively }),
            found.count >= count
        else { return nil }
        let last = found[(found.count - count)...]
        for (i, figure) in last.enumerated() {
            guard figure.range.lowerBound >= sentence.lowerBound, figure.aspect == .level else { return nil }
            for other in last.dropFirst(i + 1) where other.indicator == figure.indicator { return nil }
        }
        return last.map(\.indicator)
    }

    static let planDone = ["完成年计划", "完成全年计划", "完成计划", "完成年度计划"].map { Array($0.utf16) }
    static let planDoneOf = HeadWords(planDone.map { $0 + ["的"] })
}

/// What the rules above ask for, made once with the grammar.
struct NamingTerms: Sendable {
    let ranking = HeadWords(
        "居全国 居全省 居全市 居第 居首 居前 稳居 位居 位列 列全国 列第 名列 排名 跃居 升至全国 跃升至 跻身 领跑 领先 创历史 创近 创新高 再创")
    let raising = HeadWords("提高 上调 降低 下调 压缩 压减 提升 扩大 增加")
    let worths = ["产值", "规模", "营收", "增加值", "总产值"].map { Array($0.utf16) }, speeding = Array("加快".utf16)
    let bodies = HeadWords("产业链 产业 集群 园区 经济 企业 制造业 服务业 农业 工业 基地 开发区")
    let basicallyDone = HeadWords("基本建成 基本完工 基本完成 主体完工")
    let allOfThem = HeadWords("全部 全面 陆续 相继 集中")
    let joining = HeadWords("进入 参加 加入 获得 享受 接受 领取 走上 实现")
    let aimed = HeadWords("目标城 目标地 目标粮 目标规 目标新 目标居 目标一 目标固 目标社")
    let plannedDeeds = HeadWords("项目计划 工程计划 力争 预计")
    let striven = HeadWords("力争")
    let wholes = Set(["总里程", "通车里程", "运营里程", "总数", "总量", "累计总数"].map { Array($0.utf16) })
    let draws = HeadWords("带动 惠及 服务 吸引 救助 帮助 解决")
    let driving = Array("带动".utf16), pulling = Array("拉动".utf16)
    let bonds = HeadWords("国债 债券 特别国债 财政债券")
    let benefits = Array("惠及".utf16)
    let improves = HeadWords("提升"), improved = UnitSet("亩户座处所家间栋幢村")
    let priceRises = ["涨幅", "涨价幅度", "物价涨幅"].map { Array($0.utf16) }
    let ranks = UnitSet("级类型")
    let companions = UnitSet("与同跟")
    let idleBehindNoun: Set<WordClass> = [
        .with, .adverb, .before, .to, .up, .down, .compare, .time, .each, .respectively, .share,
    ]
    let funds = HeadWords("余额 贷款 支出 资金 财力 投资 预算 收入 经费 投入 补助标准 补助")
    let planManners = ["分别", "只", "仅", "已"].map { Array($0.utf16) }
    let beforeYear = UnitSet("在从到自于由以和与、至比较"), behindYear = UnitSet("的至到和、底末以起前后度")
    let tasks = HeadWords("计划 任务 预算"), completes = HeadWords("完成"), completionRate = Array("完成率".utf16)
    let plans = HeadWords("计划的 预算的 预算数的 任务的 指标的 目标的 定额的"), completion = Array("计划完成率".utf16)
    let fates = HeadWords("获 被 向全 为全 列入 入选 纳入 投产 投用 建成 开工 完工 竣工 落地 通过")
    let secondDeeds = HeadWords("改造 改建 扩建 改扩建 建设 实施 发展 打造 更新")
    let reaches = HeadWords("惠及 带动 服务")
    let newDeeds = HeadWords("登记 登记注册 注册 认定 获批 入库 挂牌 评定 授牌 签约 入规 入统 上市")
    let removals = HeadWords("淘汰 压减 退出 关停 化解 拆除 整合 关闭 综合治理 治理 修复"), abilityEnds = HeadWords("能力")
    let perTime = UnitSet("天月年日均拟将")
    let troubles = HeadWords("问题 困难 难题")
    let population = Array("人口".utf16)
    let levy = Array("征收".utf16), enjoying = HeadWords("享受")
    let uses = HeadWords("用于 投向 来自 投入"), comesFrom = HeadWords("来自"), shareOf = Array("占比".utf16)
}
