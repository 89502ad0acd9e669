import Documents
import Lexicon

/// The noun phrase before a number.
extension FigureReader {
    private var terms: SubjectTerms { grammar.subjectTerms }

    /// The tokens of a subject without adverbs, times and verbs at its ends.
    func trimmed(_ units: Span<UInt16>, _ range: Range<Int>, keepsList: Bool = false) -> Range<Int> {
        let tokens = lexer.tokens
        var lower = range.lowerBound, upper = range.upperBound
        // The base of a comparison is no part of the name: 企业数量较2020年, 比上年年初预算.
        if let base = range.dropLast().first(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .compare }) {
            // 今年将比改革前减轻企业负担: the verb behind the base has an object of its own.
            if let verb = (base + 1..<upper).first(where: { isChangeVerb($0) }), verb + 1 < upper, tokens[verb + 1].kind == .text {
                lower = verb
            } else {
                upper = base
            }
        }
        if !keepsList, let cut = lastItem(units, lower..<upper) { lower = cut }
        while lower < upper {
            let t = tokens[lower]
            if t.kind == .mark || t.kind == .time { lower += 1; continue }
            if t.kind == .word {
                switch t.wordClass {
                case .own where !isNational && units[last: t] == "国": break  // 全国, 我国 of a place's report
                case .adverb, .time, .during, .estimate, .verb, .own, .each, .with, .from, .compare, .respectively, .after, .rate:
                    lower += 1; continue
                case .to where lower + 1 < upper && (grammar.words[Int(t.index)].isIdle || t.end - t.start == 1 && units[first: t] == "有"):
                    lower += 1  // 有
                    continue
                // 到2025年|森林覆盖率
                case .to
                where t.end - t.start == 1 && lower + 1 < upper && lexer.tokens[lower + 1].kind == .time
                    && terms.until.contains(units[first: t]):
                    lower += 1
                    continue
                default: break
                }
            }
            // 10亿元以上|项目3个: the bound is part of the name.
            if t.kind == .quantity, lower + 2 < upper, tokens[lower + 1].wordClass == .after, tokens[lower + 2].kind == .text,
                tokens[lower + 2].end - tokens[lower + 2].start > 1,
                units[first: tokens[lower + 2]] != "的"
            {
                break
            }
            if t.kind == .quantity { lower += 1; continue }
            // 中央提出|今年: who proposed it, before the time it is proposed for.
            if t.kind == .text, (2...8).contains(t.end - t.start), lower + 1 < upper,
                tokens[lower + 1].kind == .time || tokens[lower + 1].wordClass == .time
                || tokens[lower + 1].wordClass == .own, terms.proposals.begins(units, Int(t.end) - 2, units.count)
            {
                lower += 1
                continue
            }
            // 某县预计|全年粮食产量: who expects it.
            if t.kind == .text, lower + 1 < upper, tokens[lower + 1].wordClass == .estimate,
                (lower + 2..<upper).contains(where: { tokens[$0].kind == .text })
            {
                lower += 1
                continue
            }
            if t.kind == .text, t.end - t.start == 1, terms.idleOpeners.contains(units[first: t]) { lower += 1; continue }
            // 用|三年时间
            if t.kind == .text, lower + 1 < upper, tokens[lower + 1].kind == .time, units[last: t] == "用", t.end - t.start <= 4 {
                lower += 1; continue
            }
            break
        }
        while upper > lower {
            let t = tokens[upper - 1]
            if t.kind == .mark || t.kind == .time { upper -= 1; continue }
            if t.kind == .quantity, upper - 1 > lower, units[Int(t.start) - 1] == "每" { upper -= 1; continue }  // 价格平均每50公斤
            if t.kind == .word, t.wordClass == .adverb || t.wordClass == .time || t.wordClass == .estimate || t.wordClass == .with
                    || t.wordClass == .verb || t.wordClass == .each || t.wordClass == .respectively || t.wordClass == .during
                    || t.wordClass == .share
            {
                if upper - 1 > lower, t.wordClass != .share, t.wordClass != .with, units[Int(t.start) - 1] == "的" { break }  // 对粮食的需要
                upper -= 1
                continue
            }
            break
        }
        return lower..<upper
    }

    func isChangeVerb(_ i: Int) -> Bool {
        let t = lexer.tokens[i]
        return t.kind == .word && (t.wordClass == .up || t.wordClass == .down)
    }

    /// Behind 提出的, 规划的: what stands before tells who said it, not of what.
    func afterAttribution(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        let tokens = lexer.tokens
        for i in range.reversed() where i + 1 < range.upperBound {
            let r = tokens[i].range
            // 会议提出|茶农收入
            if tokens[i].kind == .word, tokens[i].wordClass == .verb, i > range.lowerBound,
                terms.proposing.ends(units, r.lowerBound, r.upperBound)
            {
                return i + 1..<range.upperBound
            }
            guard tokens[i].kind == .text else { continue }
            let tail = r.upperBound - (units[r.upperBound - 1] == Unit.openQuote ? 2 : 1)
            if tail > r.lowerBound, units[tail] == "的", terms.attributions.contains(units[tail - 1]) { return i + 1..<range.upperBound }
        }
        return range
    }

    /// The same where the words stand in one piece: 提出的新增学位.
    func dropAttribution(_ name: inout [UInt16]) {
        for i in name.indices.dropFirst().prefix(12) where name[i] == "的" && terms.attributions.contains(name[i - 1]) && name.count - i > 3 {
            name.removeFirst(i + 1)
            return
        }
    }

    /// 财政拟|安排资金, 灾区已|完成投资, 财政为此将|投入, 国家准备|扶持
    func dropAuxiliary(_ name: inout [UInt16]) {
        guard name.count > 5 else { return }
        // 企业|实现|营业收入, 第一产业|完成|增加值
        for words in terms.attaining where ListedNames.endsInMeasure(name) {
            if let at = name.firstRange(of: words), at.lowerBound >= 3, at.upperBound + 1 < name.count,
                !name.contains(Unit.enumerationComma), name[at.lowerBound - 1] != "次", !name[at.upperBound...].elementsEqual(terms.invested)
            {
                name.removeSubrange(at)  // not 首次实现, nor 完成投资
                // 工业|累计|实现|增加值
                if at.lowerBound > 4, name[..<at.lowerBound].suffix(2).elementsEqual(terms.soFarTotal) {
                    name.removeSubrange(at.lowerBound - 2..<at.lowerBound)
                } else if at.lowerBound > 3, terms.auxiliaries.contains(name[at.lowerBound - 1]) { name.remove(at: at.lowerBound - 1) }
            }
        }
        // 通过各类学校五年共|培养人才: by which way.
        if terms.byWay.begins(name.span, 0, name.count), let at = name.dropFirst(4).firstIndex(of: "共"), at + 3 < name.count,
            grammar.actionTrie.longestMatch(in: name, at: at + 1) != nil
        {
            name.removeFirst(at + 1)
            return
        }
        // 向低保人员等|发放了|临时补贴
        if let at = name.lastIndex(of: "了"), at > 4, at + 3 < name.count, !name[at...].contains("的"),
            terms.handsOut.ends(name.span, 0, at)
        {
            name.removeFirst(at + 1)
            return
        }
        for words in terms.intentions {
            if let at = name.firstRange(of: words), at.lowerBound >= 2, at.upperBound < name.count { name.removeSubrange(at) }
        }
        for words in terms.resolves {  // 国家准备|重点扶持, but 准备金
            if let at = name.firstRange(of: words), at.lowerBound >= 2, at.lowerBound <= 4, name.count - at.upperBound > 3,
                name[at.upperBound] != "金"
            {
                name.removeSubrange(at)
            }
        }
        for i in 2..<name.count - 2 where terms.auxiliaries.contains(name[i]) {
            if terms.payments.begins(name.span, i + 1, name.count)
                || i < name.count - 3 && grammar.actionTrie.longestMatch(in: name, at: i + 1)?.length == 2
            {
                name.remove(at: i)
                return
            }
        }
    }

    /// 积极|引导毕业生, 高标准|打造园区: how it is done is no part of the name.
    func dropManner(_ name: inout [UInt16]) {
        guard let manner = terms.manners.longest(name.span, 0, name.count), name.count > manner + 2,
            grammar.actionTrie.longestMatch(in: name, at: manner) != nil
        else { return }
        name.removeFirst(manner)
    }

    /// 一定要守住|全国耕地, 中央决定将|农民收入, 国家先后|在…: who is to do it, and how, before what is measured.
    func dropUrging(_ name: inout [UInt16]) {
        if let urge = terms.urges.longest(name.span, 0, name.count), let hold = terms.keepings.longest(name.span, urge, name.count),
            name.count > urge + hold + 1
        {
            name.removeFirst(urge + hold)
            if let m = grammar.trie.longestMatch(in: name), grammar.classes[Int(m.value)] == .own, name.count > m.length + 1 {
                name.removeFirst(m.length)
            }
        }
        if let at = name.dropFirst(2).lastIndex(where: { terms.takers.contains($0) }), at + 2 < name.count,
            terms.deciding.ends(name.span, 0, at)
        {
            name.removeFirst(at + 1)
        }
        if let actor = terms.governments.longest(name.span, 0, name.count), let manner = terms.soFar.longest(name.span, actor, name.count) {
            name.removeFirst(actor + manner)
        }
    }

    /// 在中西部, but not 在校学生.
    func isPlaceAlone(_ name: [UInt16]) -> Bool { name[0] == "在" && !terms.inNames.begins(name.span, 0, name.count) }

    /// 中央财政拿出
    func isGiver(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool { giver(copy(units, range)) != nil }

    /// The treasury that gives, of a name that tells no more than that it does.
    func giver(_ name: [UInt16]) -> [UInt16]? {
        var i = 2
        while i <= name.count {
            if Self.treasuries.ends(name.span, 0, i) {
                var rest = i
                while rest < name.count, let verb = terms.giving.longest(name.span, rest, name.count) { rest += verb }
                return rest == name.count ? Array(name[..<i]) : nil
            }
            i += 1
        }
        return nil
    }

    /// The payer with what the sum is for: 中央财政 + 支持地方加强公共卫生服务 + 资金, 中央财政 + 落实养老金 + 支出.
    func purposeOf(_ units: Span<UInt16>, _ payer: [UInt16], _ own: [UInt16], _ m: borrowing Mention) -> [UInt16]? {
        let tokens = lexer.tokens
        if m.behind == m.end, m.end + 1 < tokens.count, tokens[m.end].mark == Unit.comma, tokens[m.end + 1].kind == .text,
            let verb = terms.spending.longest(units, Int(tokens[m.end + 1].start), Int(tokens[m.end + 1].end))
        {
            var stop = m.end + 2
            while stop < tokens.count, tokens[stop].kind != .mark, tokens[stop].kind != .quantity { stop += 1 }
            let words = Int(tokens[m.end + 1].start)..<Int(tokens[stop - 1].end)
            guard words.count > verb + 2, words.count <= 26, stop == tokens.count || tokens[stop].kind == .mark else { return nil }
            return payer + copy(units, units[words.lowerBound] == "主" ? words.dropFirst(2) : words) + terms.sum  // 主要用于
        }
        guard !topicClause.isEmpty, tokens[topicClause.lowerBound].kind == .text || tokens[topicClause.lowerBound].kind == .word else {
            return nil
        }
        let words = unitRange(topicClause)
        let opener = terms.purposes.longest(units, words.lowerBound, words.upperBound)
        let isFor = units[words.lowerBound] == "为"
        var purpose = isFor ? words.dropFirst(opener ?? 0) : words
        if opener == nil {
            // 继续|实施就业政策，: the deed that it is given for.
            if let haste = terms.going.longest(units, purpose.lowerBound, purpose.upperBound) { purpose = purpose.dropFirst(haste) }
            guard let deed = grammar.actionTrie.longestMatch(in: units, at: purpose.lowerBound, limit: purpose.upperBound), deed.length > 1
            else { return nil }
            if terms.outlay.elementsEqual(copy(units, purpose.suffix(2).indices)) {
                return payer + copy(units, purpose.dropFirst(deed.length))
            }  // 增加|教育支出
        }
        guard (4...24).contains(purpose.count), !terms.thisAndThat.occurs(units, purpose.lowerBound, purpose.upperBound) else { return nil }
        return payer + copy(units, purpose) + (own.suffix(2).elementsEqual(terms.outlay) ? terms.outlay : terms.sum)
    }

    /// 为此|中央财政支出
    func saysForThis(_ units: Span<UInt16>, _ m: borrowing Mention) -> Bool {
        (clauseStart..<m.first).contains { terms.forThis.occurs(units, Int(lexer.tokens[$0].start), Int(lexer.tokens[$0].end)) }
    }

    /// 患病妇女给予每人|1万元|救助: what each gets stands behind the sum.
    func givenEach(_ units: Span<UInt16>, _ own: inout [UInt16], _ m: borrowing Mention) -> [UInt16]? {
        guard own.count > 4, terms.eachOne.ends(own.span, 0, own.count), m.behind < m.end,
            let help = terms.helps.longest(units, Int(lexer.tokens[m.behind].start), Int(lexer.tokens[m.behind].end))
        else { return nil }
        own.removeLast(2)
        if terms.granting.ends(own.span, 0, own.count), own.count > 3 { own.removeLast(2) }
        let start = Int(lexer.tokens[m.behind].start)
        return copy(units, start..<start + help)
    }

    /// Ends what a treasury gives without a word of what it is: 中央财政|安排.
    static let barePayments = HeadWords("安排 拿出 下达 拨付")
    static let treasuries = HeadWords("中央财政 地方财政 省级财政 市级财政 县级财政 各级财政 国家财政 各级政府 省财政 市财政 县财政 中央政府")
    /// Without auxiliaries at its end (粮食产量在…以上); what ends in 的 names nothing.
    func withoutTail(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        var range = withoutGround(units, withoutOpeners(units, range))
        // 在重病中, 在这种情况下: a frame, and no name.
        if range.count > 1, units[range.lowerBound] == "在", range.count <= 4 || terms.frames.contains(units[range.upperBound - 1]),
            !terms.inNames.begins(units, range.lowerBound, range.upperBound)
        {
            return 0..<0
        }
        // 以棉花来说, 从全国来看: what is spoken of, and no name.
        if range.count > 3, terms.viewOpeners.contains(units[range.lowerBound]), terms.views.ends(units, range.lowerBound, range.upperBound) {
            let inner = range.lowerBound + 1..<range.upperBound - 2
            return terms.reckoned.ends(units, range.lowerBound, range.upperBound) || inner.count < 3
                || !ListedNames.endsInMeasure(units[inner.upperBound - 1]) ? 0..<0 : inner
        }
        // 经济总量|跨过两个万亿元大关
        if terms.landmarkEnds.ends(units, range.lowerBound, range.upperBound),
            let at = range.dropFirst(2).first(where: { Self.steps.contains(units[$0]) })
        {
            range = range.lowerBound..<at
        }
        // 从失业保险基金结余|中拿出1000亿元
        if range.count > 5, terms.takenFrom.ends(units, range.lowerBound, range.upperBound) {
            range = range.lowerBound..<range.upperBound - 3
        }
        // 装机|在全国率先, 销售面积|同比(下同)
        if range.count > 4, terms.asides.ends(units, range.lowerBound, range.upperBound) {
            range = range.lowerBound..<range.upperBound - (units[range.upperBound - 1] == ")" ? 4 : 2)
            if range.count > 4, units[range.upperBound - 3] == "在", units[range.upperBound - 2] == "全" {
                range = range.lowerBound..<range.upperBound - 3
            }
            if range.count > 4, terms.yearOnYear.ends(units, range.lowerBound, range.upperBound) {
                range = range.lowerBound..<range.upperBound - 2
            }
        }
        if terms.keeping.ends(units, range.lowerBound, range.upperBound) { return 0..<0 }  // 底线是严守18万亩耕地
        if range.count == 1, terms.stubs.contains(units[range.lowerBound]) || QuantityParser.isNumeral(units[range.lowerBound]) {
            return 0..<0
        }
        while range.count > 1, terms.particles.contains(units[range.upperBound - 1]) { range = range.lowerBound..<range.upperBound - 1 }
        while range.count > 2, terms.idleTails.contains(units[range.upperBound - 1]),
            !(units[range.upperBound - 1] == "新" && terms.renewals.contains(units[range.upperBound - 2])),
            !(units[range.upperBound - 1] == "约" && terms.bonds.contains(units[range.upperBound - 2])),
            !(units[range.upperBound - 1] == "有" && terms.owners.contains(units[range.upperBound - 2])),
            !terms.boundTails.ends(units, range.lowerBound, range.upperBound)
        {
            range = range.lowerBound..<range.upperBound - 1
        }
        // 投资总额|五年, 产量|前三年: how long, and no part of the name.
        if range.count > 5, units[range.upperBound - 1] == "年", QuantityParser.isNumeral(units[range.upperBound - 2]),
            !QuantityParser.isNumeral(units[range.upperBound - 3])
        {
            range = range.lowerBound..<range.upperBound - (units[range.upperBound - 3] == "前" ? 3 : 2)
        }
        if Self.planDoneOf.ends(units, range.lowerBound, range.upperBound) { return range.lowerBound..<range.upperBound - 1 }  // 投资完成年计划的|27%
        return range.isEmpty || units[range.upperBound - 1] == "的" ? 0..<0 : range
    }

    /// 增长目标|是在提高质量的基础上: what a number builds on is no part of its name.
    private func withoutGround(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        guard terms.grounds.ends(units, range.lowerBound, range.upperBound), let at = range.last(where: { units[$0] == "在" }) else {
            return range
        }
        return range.lowerBound..<(at > range.lowerBound && units[at - 1] == "是" ? at - 1 : at)
    }

    /// Without the marks of a list (二是, (四), 1.) and the frame 在…方面.
    private func withoutOpeners(_ units: Span<UInt16>, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound, upper = range.upperBound
        if upper - lower > 5, units[lower] == Unit.openParenthesis,
            let close = (lower + 1..<lower + 4).first(where: { units[$0] == Unit.closeParenthesis }),
            QuantityParser.isNumeral(units[lower + 1])
        {
            lower = close + 1
        }
        // 投资9亿元|(人民币,下同)、|能源投资
        if upper - lower > 8, units[lower] == Unit.openParenthesis, terms.notes.begins(units, lower, upper),
            let close = (lower..<min(upper, lower + 9)).first(where: { units[$0] == Unit.closeParenthesis }), close + 1 < upper
        {
            lower = close + 1
        }
        // 二是, 十三是
        if let be = (lower..<min(upper, lower + 4)).first(where: { !QuantityParser.isNumeral(units[$0]) }), be > lower, units[be] == "是" {
            lower = be + 1
            if let tally = terms.tallies.longest(units, lower, upper), upper - lower > tally + 2 { lower += tally }
        }
        if upper - lower > 5, terms.proposals.begins(units, lower, units.count) || terms.aiming.begins(units, lower, units.count) {
            lower += 2
        }
        while upper - lower > 1, terms.openMarks.contains(units[lower]) { lower += 1 }
        // “全县茶厂50座。”: a quotation that begins here.
        if upper - lower > 2, units[lower] == Unit.openQuote, !(lower..<upper).contains(where: { units[$0] == Unit.closeQuote }) {
            lower += 1
        }
        // 五年整理耕地
        if upper - lower > 5, units[lower + 1] == "年", QuantityParser.isNumeral(units[lower]), !terms.yearTails.contains(units[lower + 2]) {
            lower += 2
        }
        if upper - lower > 4, units[lower] == "在" {
            let last = units[upper - 1], before = units[upper - 2]
            if before == "方" && last == "面" { (lower, upper) = (lower + 1, upper - 2) }  // 方面
        }
        return lower..<upper
    }

    /// Where a 、 parts the name from an action or an event told before it: 制度全面实施、开户602万人 → 开户.
    func lastItem(_ units: Span<UInt16>, _ range: Range<Int>) -> Int? {
        let tokens = lexer.tokens
        guard let comma = range.last(where: { tokens[$0].kind == .mark && tokens[$0].mark == Unit.enumerationComma }),
            comma > range.lowerBound,
            comma + 1 < range.upperBound
        else { return nil }
        let next = tokens[comma + 1]
        // 用于发展教育、科学、体育事业的经费
        if next.kind == .text, let work = terms.callings.first(units, Int(next.start), Int(next.end)), work - Int(next.start) <= 4,
            units[work + 2] == "的" || units[work + 2] == "费"
        {
            return nil
        }
        if next.kind == .text, terms.outcomes.begins(units, next) { return comma + 1 }
        if next.kind == .word, next.wordClass == .verb || next.wordClass == .up || next.wordClass == .down { return comma + 1 }
        // 全年|完成|公路、水路投资: what opens the clause parts nothing.
        let first = range.first { tokens[$0].kind != .time && !(tokens[$0].kind == .word && terms.opening.contains(tokens[$0].wordClass)) }
        var i = Int(tokens[min(first ?? comma, comma)].start)
        let stop = Int(tokens[comma].start)
        var isFirst = true
        while i < stop {
            if units[i] == "第" { return comma + 1 }
            if let m = grammar.trie.longestMatch(in: units, at: i, limit: stop) {
                switch grammar.classes[Int(m.value)] {
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
            // 甲地|至|乙地等
            if tokens[i].end - tokens[i].start == 1, i + 1 < range.upperBound, tokens[i + 1].kind == .text, tokens[i - 1].kind == .text {
                continue
            }
            let word = grammar.words[Int(tokens[i].index)]
            if word.reaches || word.holds { return i }
        }
        return nil
    }
}

/// What the rules above ask for, made once with the grammar.
struct SubjectTerms: Sendable {
    let manners = HeadWords("积极 大力 全力 着力 扎实 高标准 高水平 高质量 深入 有序 有效 精准 重点 及时")
    let going = HeadWords("继续 大力 积极 进一步 全面 切实 深入 大幅度 大幅")
    let spending = HeadWords("用于 支持 主要用于 专项用于 重点支持 帮助"), purposes = HeadWords("为继续 为了 为 支持 落实"), forThis = HeadWords("为此"),
        thisAndThat = HeadWords("这些 上述 以上 此项")
    let sum = Array("资金".utf16), outlay = Array("支出".utf16)
    let urges = HeadWords("一定要 必须 要 坚决 务必 务必要"), keepings = HeadWords("守住 守牢 严守")
    let takers = UnitSet("将把使"), deciding = HeadWords("决定 准备 争取 力争 努力 计划 要求 同意 中央 国家 国务院")
    let governments = HeadWords("国家 国务院 中央 我国 各地 各级政府 政府"), soFar = HeadWords("已经 先后 已先后 共 累计 已")
    let giving = HeadWords("拿出 投入 安排 支出 增加 下达 筹集 新增 将 拟 已 共 再 资金 专项资金 为此")
    let eachOne = HeadWords("每人 每户 每名"), granting = HeadWords("给予 发放 补助"), helps = HeadWords("救助 救助金 补助 补贴 奖励 资助 补助金")
    let attaining = ["实现", "完成"].map { Array($0.utf16) }, invested = Array("投资".utf16)
    let soFarTotal = Array("累计".utf16)
    let byWay = HeadWords("通过")
    let handsOut = HeadWords("发放 下发 支付 兑现 下达 拨付 落实")
    let payments = HeadWords("投入 安排 支出 拨付 下达 发放 筹集")
    let resolves = ["准备", "决定"].map { Array($0.utf16) }
    let intentions = ["将为此", "为此将", "为此", "全年", "今年", "去年", "力争", "计划完成"].map { Array($0.utf16) }
    let auxiliaries = UnitSet("已将拟")
    let until = UnitSet("到至")
    let proposing = HeadWords("提出 提出了 规定")
    let attributions = UnitSet("出定划")
    let frames = UnitSet("中下上里时后内间前"),
        inNames = HeadWords("在谈 在校 在校生 在建 在册 在岗 在职 在园 在学 在线 在营 在册 在押 在库 在编 在途 在外 在读 在沪 在川 在粤 在京 在津 在滇 在皖 在赣 在冀 在闽 在渝 在琼 在疆")
    let outcomes = HeadWords("惠及 带动")
    let views = HeadWords("来说 来看 而言 而论 说来 看来 计算"), reckoned = HeadWords("计算"), viewOpeners = UnitSet("以从就按对")
    let landmarkEnds = HeadWords("大关 台阶 关口 门槛")
    let grounds = HeadWords("基础上 前提下"), keeping = HeadWords("严守 守住 守牢 牢守 坚守")
    let proposals = HeadWords("提出 建议 守住 作为")
    let aiming = HeadWords("围绕 锚定 瞄准 紧扣")
    let yearTails = UnitSet("级制期均规计义以内前后度")
    let tallies = HeadWords("共 一共 累计 已 已经")
    let openMarks = UnitSet(".、-:的●○•·▪■□◆◇▲△★☆➢ ")
    let particles = UnitSet("了着得")
    let stubs = UnitSet("只实致少中能强上对转略计率却其内外后前多大高低长新")
    let idleTails = UnitSet("在有只将已又共都约和与每新就还也仅仍却以")
    /// 成就, 偿还
    let boundTails = HeadWords("成就 造就 偿还 归还 退还 返还 交还 生还 往还")
    let renewals = UnitSet("更创革翻维全最换")
    let takenFrom = HeadWords("中拿出 中安排 中划出 中提取")
    let notes = HeadWords("(人民币 (下同")
    let asides = HeadWords("率先 (下同)"), yearOnYear = HeadWords("同比")
    let bonds = UnitSet("签契履违节预条合公集")
    let owners = UnitSet("国拥民公私所享占保")
    let idleOpeners = UnitSet("的在于.●○•·▪■□◆◇▲△★☆➢")
    let callings = HeadWords("事业")
    let opening: Set<WordClass> = [.time, .adverb, .estimate, .own, .during, .verb]
}
