import Documents
import Lexicon

/// What stands apart from a number and yet belongs to its name: the head of a list, the thing behind 的.
extension FigureReader {
    private var terms: ListTerms { grammar.listTerms }

    /// What the members of a list are of, said once before it.
    enum ListHead { case none, capacity, enrolment }

    /// 新增加的主要生产能力有煤2714万吨，…; 招生人数为：高中1万人，….
    func headOfList(_ units: Span<UInt16>, _ start: Int, _ stop: Int) -> ListHead {
        for i in start..<stop where lexer.tokens[i].kind == .text {
            let at = Int(lexer.tokens[i].start), end = Int(lexer.tokens[i].end)
            if opensList(i + 1, stop), terms.enrolments.ends(units, at, end) { return .enrolment }
            guard end - at > 5, terms.additions.occurs(units, at, end), terms.capacities.occurs(units, at, end) else { continue }
            if opensList(i + 1, stop) || !terms.capacities.ends(units, at, end) { return .capacity }
        }
        return .none
    }

    /// 有, 为, or nothing more before the colon.
    private func opensList(_ i: Int, _ stop: Int) -> Bool {
        (i..<stop).allSatisfy { lexer.tokens[$0].kind == .word } && (stop < lexer.tokens.count && lexer.tokens[stop].mark == Unit.colon)
            || i < stop && lexer.tokens[i].wordClass == .to
    }

    /// The name of a member of a list whose head stands before it: 钢 → 新增钢生产能力; 铁路 behind 新增发电能力…，.
    func ofList(_ name: [UInt16], _ m: borrowing Mention) -> [UInt16]? {
        let p = m.predicate
        // 新增加的主要生产能力有|煤炭
        if listHead == .capacity, let at = name.firstRange(of: terms.abilityHas), at.upperBound < name.count {
            return Self.newAdded + name[at.upperBound...] + terms.capacity
        }
        guard !p.hasVerb, !p.isGrowth, !p.reaches, name.count <= 10, grammar.actionTrie.longestMatch(in: name) == nil else { return nil }
        switch (listHead, m.q.family) {
        case (.capacity, .mass), (.capacity, .power), (.capacity, .energy), (.capacity, .volume), (.capacity, .count), (.capacity, .length),
            (.capacity, .cloth), (.capacity, .other):
            return terms.additions.begins(name.span, 0, name.count)
                ? nil : Self.newAdded + name + (terms.abilities.ends(name.span, 0, name.count) ? [] : terms.capacity)
        case (.enrolment, .people): return name + terms.enrolment
        default: break
        }
        // 新增发电能力90万千瓦，铁路30公里: what commas part, where nothing but a length or a power follows.
        // 扩大甲种植面积1600亩，乙种植面积80亩
        if m.left == clauseStart, clauseStart > sentenceStart, lexer.tokens[clauseStart - 1].mark == Unit.comma,
            let deed = terms.enlarged.longest(subject.span, 0, subject.count), subject.count > deed + 2,
            found.last?.indicator == subject, subjectWords.range.lowerBound >= sentence.lowerBound,
            subject.suffix(2).elementsEqual(name.suffix(2)), found.last?.unit.last == m.q.unit.last
        {
            return subject[..<deed] + name
        }
        // 新建国营农场90个，拖拉机站190个
        if m.left == clauseStart, deedBefore.count == 2, terms.founded.longest(deedBefore.span, 0, 2) == 2, m.q.family.isClassifier,
            lastUnit == m.q.unit, terms.sites.ends(name.span, 0, name.count)
        {
            return deedBefore + name
        }
        guard deedBefore.starts(with: Self.newAdded), m.left == clauseStart,
            m.q.family == .length || m.q.family == .power || terms.abilities.ends(name.span, 0, name.count),
            !terms.stocks.ends(name.span, 0, name.count), !terms.renewed.ends(name.span, 0, name.count)
        else { return nil }
        return Self.newAdded + name
    }

    /// 总规模10亿元|的产业基金, 两年新增4亿元|的投资计划, 现行6%|的税率: the thing stands behind.
    func thingBehind(_ units: Span<UInt16>, _ own: [UInt16], _ m: borrowing Mention) -> [UInt16]? {
        guard m.behind < m.end, m.predicate.comparator == nil, !m.predicate.isGrowth, lexer.tokens[m.behind].kind == .text else {
            return nil
        }
        // 企业和个人15%|所得税优惠
        if m.q.family == .percent, !m.predicate.hasVerb,
            let tax = terms.taxes.longest(units, Int(lexer.tokens[m.behind].start), Int(lexer.tokens[m.behind].end))
        {
            return own + copy(units, Int(lexer.tokens[m.behind].start)..<Int(lexer.tokens[m.behind].start) + tax)
        }
        guard units[first: lexer.tokens[m.behind]] == "的" else { return nil }
        // 实施总投资35亿元|的|60项重点工程
        if m.q.family == .money, lexer.tokens[m.behind].range.count == 1, m.behind + 2 < m.end,
            lexer.tokens[m.behind + 1].kind == .quantity, lexer.tokens[m.behind + 2].kind == .text,
            lexer.quantities[Int(lexer.tokens[m.behind + 1].index)].family.isClassifier,
            let total = terms.sizes.first(where: { own.count <= $0.count + 4 && own.suffix($0.count).elementsEqual($0) })
        {
            let thing = copy(units, unitRange(m.behind + 2..<nounStop(m.behind + 2, m.end)))
            if (2...20).contains(thing.count), befallCut(thing, orAction: false) == nil { return thing + total }
        }
        var thing = unitRange(m.behind..<nounStop(m.behind, m.end)).dropFirst()
        if let going = thing.first(where: { terms.goings.begins(units, $0, thing.upperBound) }) { thing = thing.lowerBound..<going }  // 体系建设|进展顺利
        // 东山基地全面|开工
        if let cut = befallCut(copy(units, thing), orAction: false), cut >= 2 {
            thing = thing.prefix(withoutManner(copy(units, thing)[..<cut]).count)
        }
        guard (2...20).contains(thing.count) else { return nil }
        if m.q.family == .percent {
            guard terms.rates.begins(units, thing.lowerBound, thing.upperBound), !terms.rates.ends(own.span, 0, own.count) else { return nil }
            return (terms.present.ends(own.span, 0, own.count) ? Array(own.dropLast(2)) : own)
                + copy(units, thing.lowerBound..<thing.lowerBound + 2)
        }
        // 完成涉及7万户|的村庄改造|和9万户|的污水处理设施改造
        if let last = thing.last, units[last] == "和" || units[last] == "及", thing.count > 3 { thing = thing.dropLast() }
        if m.q.family == .count || m.q.family == .people, terms.works.ends(units, thing.lowerBound, thing.upperBound),
            terms.touching.longest(own.span, 0, own.count) == own.count || lexer.tokens[m.first - 1].wordClass == .with
        {
            return copy(units, thing)
        }
        guard m.q.family == .money || m.q.family == .mass else { return nil }
        if let total = terms.sizes.first(where: { own.count <= $0.count + 4 && own.suffix($0.count).elementsEqual($0) }) {
            return copy(units, thing) + total
        }
        if own.suffix(2).elementsEqual(Self.newAdded) { return Self.newAdded + copy(units, thing) }
        return terms.former.ends(own.span, 0, own.count) ? copy(units, thing) : nil
    }
}

/// What the rules above ask for, made once with the grammar.
struct ListTerms: Sendable {
    let works = HeadWords("改造 整治 建设 治理 安置 搬迁"), touching = HeadWords("涉及 惠及")
    let founded = HeadWords("新建 兴建"), sites = HeadWords("站 场 厂 库 所 院 校 馆")
    let enlarged = HeadWords("扩大 减少 压缩")
    let additions = HeadWords("新增 新增加"), capacities = HeadWords("生产能力"), enrolments = HeadWords("招生人数 招生数")
    let capacity = Array("生产能力".utf16), enrolment = Array("招生人数".utf16), abilities = HeadWords("能力 量")
    let abilityHas = Array("能力有".utf16)
    let renewed = HeadWords("改造 改建 扩建 升级 修复 养护 治理 整治 绿化")
    let stocks = HeadWords("里程 总长 长度 总量 规模 装机")
    let goings = HeadWords("进展")
    let taxes = HeadWords("所得税 增值税 关税 消费税")
    let rates = HeadWords("税率"), present = HeadWords("现行")
    let sizes = ["总规模", "总额", "总投资", "仓容"].map { Array($0.utf16) }
    let former = HeadWords("原先 原来 原")
}
