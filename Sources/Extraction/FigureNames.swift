import Documents
import Lexicon

/// Names made of a subject: attributes with their bearers, shares, verbs before an object.
extension FigureReader {
    private var terms: NameTerms { grammar.nameTerms }

    /// 压减支出18.2亿元, 减轻负担3亿元: the verb before the object makes the number a change.
    func applyObjectVerb(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        guard !p.isGrowth, !p.reaches, !p.isShare, Self.objectVerbWords.occurs(name.span, 0, name.count) else { return }
        for (verb, sign) in Self.objectVerbs {
            guard let at = name.firstRange(of: verb) else { continue }
            let object = name[at.upperBound...]
            guard object.count >= 2, at.lowerBound == 0 || sign < 0 else { continue }
            guard sign > 0 || !q.family.isClassifier || at.lowerBound == 0 && verb == terms.fewer else { continue }
            if sign > 0, !(q.family == .money || q.family == .percent) { continue }
            p.isGrowth = true
            p.sign = sign
            var bearer = Array(name[..<at.lowerBound])
            if bearer.first == "为" { bearer.removeFirst() }  // 为…减轻
            if bearer.last == Unit.enumerationComma { bearer.removeLast() }
            name = bearer + object
            return
        }
    }

    private static let objectVerbWords = HeadWords(objectVerbs.map(\.0))
    private static let objectVerbs: [([UInt16], Int)] = [
        ("减轻", -1), ("压减", -1), ("压缩", -1), ("削减", -1), ("核减", -1), ("降低", -1), ("减少", -1), ("精简", -1), ("缩减", -1),
        ("提高", 1), ("上调", 1), ("增加", 1),
    ].map { (Array($0.0.utf16), $0.1) }

    /// 居民消费价格涨幅2%: the noun says growth, and is no part of the indicator.
    func stripAspectNoun(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        for tail in terms.steeringTails where name.count > tail.count + 2 && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
            break
        }
        let ends = Self.aspectEnds.ends(name.span, 0, name.count)
        for (noun, sign) in Self.aspectNouns where ends && name.count > noun.count && name.suffix(noun.count).elementsEqual(noun) {
            guard isRelative(q) || q.family == .percent else { return }
            if p.isGrowth, q.unit.ends(in: "百", "分", "点") { return }  // 涨幅回落1.2个百分点
            if name.count > 4, name.suffix(5).elementsEqual(terms.naturalGrowth) { return }
            name.removeLast(noun.count)
            p.isGrowth = true
            p.reaches = false
            p.sign = sign
            break
        }
        guard Self.nameTailEnds.ends(name.span, 0, name.count) else { return }
        for tail in Self.nameTails where name.count > tail.count && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
        }
    }

    private static let aspectNouns: [([UInt16], Int)] = [
        ("增长预期目标", 1), ("增速目标", 1), ("增长目标", 1), ("年均增速", 1), ("增长速度", 1), ("增长率", 1), ("增速", 1), ("增幅", 1), ("涨幅", 1),
        ("上涨幅度", 1), ("增长幅度", 1), ("降幅", -1), ("下降幅度", -1), ("增长", 1),
    ].map { (Array($0.0.utf16), $0.1) }
    private static let aspectEnds = HeadWords(aspectNouns.map(\.0)), nameTailEnds = HeadWords(nameTails)
    private static let nameTails: [[UInt16]] = ["平均每年", "每年平均", "人均月", "月人均", "等", "年均", "平均", "实际", "预期目标", "预期"].map { Array($0.utf16) }

    /// 总投资, 办结率: an attribute alone takes what this sentence spoke of before it.
    func withBearer(_ name: [UInt16], _ q: Quantity) -> [UInt16]? {
        // 服务业增加值…，对经济增长贡献率…
        if !subject.isEmpty, subjectWords.range.lowerBound >= sentence.lowerBound, name.first == "对",
            terms.contributions.ends(name.span, 0, name.count)
        {
            return subject.count > 4 && terms.valueAdded.ends(subject.span, 0, subject.count) ? subject.dropLast(3) + name : nil
        }
        // 规模以上工业企业资产负债率…，利润…
        if subjectWords.range.lowerBound >= sentence.lowerBound, terms.earnings.contains(name),
            let at = subject.firstRange(of: terms.companies), at.lowerBound > 1, at.upperBound < subject.count
        {
            return subject[..<at.upperBound] + name
        }
        guard !subject.isEmpty, name.count <= 5, subjectWords.range.lowerBound >= sentence.lowerBound,
            !subject.suffix(name.count).elementsEqual(name)
        else { return nil }
        if terms.shares.contains(where: { $0 == name }) {
            return subject.last == "率" || subject.last == "重" || subject.last == "例" ? nil : withoutDeed(subject) + name
        }
        let isTotal = terms.totals.contains { name == $0 }
        guard isTotal || isAttribute(name) else { return nil }
        if isTotal {
            // 新增企业45家、总数达1224家: the total is not of the new ones.
            if subject.count > 3, subject[0] == Self.new { return subject.dropFirst(deedLength(subject)) + name }
            // 净增企业45家、总量达1224家
            if subject.count > 3, terms.netGains.begins(subject.span, 0, subject.count) { return subject.dropFirst(2) + name }
            // 财政收入增加…，总额…
            if ListedNames.endsInMeasure(subject) {
                return found.last.map { $0.unit.last == q.unit.last || $0.aspect == .growth } == true || isRelative(q) ? subject : nil
            }
        }
        // A measure bears no other, but what it is of may: 咖啡产值…、加工率….
        let head = ListedNames.sharedHead(subject, grammar)
        if head != nil || ListedNames.endsInMeasure(subject), name.first != "占" {
            guard var head, subject.count >= head.count + 2 else { return nil }
            if head[0] == "业" { head.removeFirst() }  // 工|业增加值
            // 新增运营里程30公里，总里程…
            let bearer = subject.dropLast(head.count).dropFirst(
                subject[0] == Self.new && (name.first == "总" || terms.inUse.begins(name.span, 0, name.count)) ? deedLength(subject) : 0)
            return bearer.isEmpty ? nil : withoutDeed(Array(bearer)) + name
        }
        if subject[0] == Self.new, terms.inUse.begins(name.span, 0, name.count) {
            if subject.contains("的") { return nil }  // 新增通高速公路的县3个，通车里程…
            return subject.dropFirst(deedLength(subject)) + name
        }
        return name.starts(with: subject) ? nil : (name.last == "率" ? withoutDeed(subject) : subject) + name  // 办理提案，办结率
    }

    /// A name that lacks the one who does it or has it, which this sentence or the clause before names.
    func withSubject(_ own: [UInt16], _ units: Span<UInt16>, _ left: Int, _ first: Int, _ q: Quantity) -> [UInt16]? {
        let tokens = lexer.tokens
        let isListed = left > clauseStart && left < tokens.count && tokens[left].mark == Unit.enumerationComma
        let isHere = !subject.isEmpty && subjectWords.range.lowerBound >= sentence.lowerBound
        // 改造老旧小区316个、惠及居民5万户; 实施营养改善计划，惠及学生3万人
        if own.count > 2, own.count < 12, terms.reaching.begins(own.span, 0, own.count) {
            if isHere, isListed || left == clauseStart, topicClause.isEmpty, subject.count > 2, subject.count < 16,
                subject.firstRange(of: terms.reachingWord) == nil
            {
                // 以旧换新带动销售12亿元、惠及3万人
                if let at = subject.firstRange(of: terms.drawing), at.lowerBound > 3 { return subject[..<at.lowerBound] + own }
                return subject + own
            }
            if !isListed, left == clauseStart, let object = topicObject(units) { return object + own }
        }
        // 改造老旧小区316个、惠及5万户
        if isHere, isListed || left == clauseStart, topicClause.isEmpty, terms.outcomes.contains(where: { $0 == own }),
            !terms.outcomes.contains(where: { subject.suffix($0.count).elementsEqual($0) })
        {
            return subject + own
        }
        if isHere, own == terms.perHead, Self.sumsOfAll.ends(subject.span, 0, subject.count), !subject.starts(with: own) {
            return own + subject
        }
        // 城镇居民人均收入增长7%，农民人均增长8%
        if isHere, own.count > 3, own.count < 9, own.suffix(2).elementsEqual(terms.perHead), let at = subject.firstRange(of: terms.perHead),
            at.upperBound < subject.count
        {
            return own + subject[at.upperBound...]
        }
        // 国家级绿色工厂2家、省级8家
        if isHere, isListed || left == clauseStart, (2...4).contains(own.count), own.last == Self.rank,
            let at = subject.firstIndex(of: Self.rank), at + 2 < subject.count
        {
            return subject[..<max(0, deedLength(subject))] + own + subject[(at + 1)...]
        }
        if isHere, own.count == 2 {
            // 城镇人均住房面积18平方米，农村…
            if terms.places.contains(where: { $0 == own }), subject.count > 4,
                terms.places.contains(where: { subject.starts(with: $0) && $0 != own })
            {
                return own + subject[2...]
            }
            // 居民恩格尔系数为31%，其中城镇为30%
            if terms.places.contains(where: { $0 == own }), subject.count > 3, ListedNames.endsInMeasure(subject),
                !terms.places.contains(where: { subject.starts(with: $0) }),
                lastUnit == q.unit
            {
                return own + subject
            }
            // 预算收入增长3%、支出…
            for (name, other) in terms.counterparts where own == name && subject.count > 3 && subject.suffix(2).elementsEqual(other) {
                return subject.dropLast(2) + name
            }
            // 开工项目12个、完成投资3亿元
            if own == terms.invested, subject.suffix(2).elementsEqual(terms.projects) { return withoutDeed(subject) + terms.done + own }
        }
        // 举办演出5万场、吸引观众20万人次
        if isHere, isListed || left == clauseStart, q.family == .people || q.unit.ends(in: "人", "次"),
            terms.audiences.longest(own.span, 0, own.count) == own.count, terms.events.ends(subject.span, 0, subject.count)
        {
            return withoutDeed(subject) + own
        }
        // 新登记企业4000户，日均新增11户
        if isHere, left == clauseStart, subject[0] == Self.new, terms.perDay.contains(where: { $0 == own }) { return own[..<2] + subject }
        // 铁路货物周转量…，旅客周转量; 高等学校新招生…，毕业学生
        if isHere || !subject.isEmpty && left == clauseStart && subjectWords.range.lowerBound >= sentence.lowerBound {
            for pair in terms.siblings where pair.contains(where: { $0 == own }) {
                for other in pair where other != own && subject.count > other.count && subject.suffix(other.count).elementsEqual(other) {
                    return subject.dropLast(other.count) + own
                }
            }
        }
        if isHere, own.count > 2, subject.suffix(2).elementsEqual(terms.projects), terms.investments.contains(where: { $0 == own }) {
            return withoutDeed(subject) + own
        }
        if isHere, isListed || left == clauseStart, (2...4).contains(own.count), isDeed(own), let last = lastUnit?.last,
            last == q.unit.last
        {
            // 新能源开工…、投产…
            for n in [2, 3, 4] where subject.count > n + 1 && isDeed(Array(subject.suffix(n))) {
                var bearer = Array(subject.dropLast(n))
                if bearer.suffix(2).elementsEqual(terms.basically) { bearer.removeLast(2) }
                if bearer.last == Self.new { bearer.removeLast() }
                return deedLength(bearer) == 0 ? bearer + own : nil
            }
        }
        guard terms.deeds.begins(own.span, 0, own.count) else { return nil }
        if isHere, isListed || left == clauseStart, let actor = actor(subject.span, 0, subject.count) { return actor + own }
        guard left == clauseStart, !topicClause.isEmpty, tokens[topicClause.lowerBound].kind == .text, first < tokens.count else {
            return nil
        }
        // 中老铁路运行良好，|累计发送旅客
        let words = unitRange(topicClause)
        return actor(units, words.lowerBound, min(words.upperBound, words.lowerBound + 18)).map { $0 + own }
    }

    /// A name that needs a bearer, of which the clause before speaks without a number: 建立补贴制度，惠及…; 储蓄存款增长较快，存款余额….
    func withTopic(_ own: [UInt16], _ units: Span<UInt16>, _ left: Int) -> [UInt16]? {
        guard left == clauseStart, !topicClause.isEmpty else { return nil }
        // 实施百亿工程，完成投资…
        if own == terms.invested, let last = topicClause.last(where: { lexer.tokens[$0].kind == .text }),
            terms.works.ends(units, lexer.tokens[last])
        {
            return withoutDeed(copy(units, lexer.tokens[last].range)) + terms.done + own
        }
        if terms.outcomes.contains(where: { $0 == own }) { return topicObject(units).map { $0 + own } }
        // 充实社保基金，储备规模…
        if terms.reserves.contains(where: { $0 == own }) { return topicObject(units).map { $0 + own } }
        // 粮食生产克服干旱，总产…
        if terms.yields.contains(where: { $0 == own }), let first = topicClause.first(where: { lexer.tokens[$0].kind == .text }),
            let crop = terms.crops.longest(units, Int(lexer.tokens[first].start), Int(lexer.tokens[first].end))
        {
            return copy(units, Int(lexer.tokens[first].start)..<Int(lexer.tokens[first].start) + crop) + own
        }
        let isTotal = terms.totals.contains { $0 == own }
        guard isTotal || terms.needy.begins(own.span, 0, own.count) || isAttribute(own) else { return nil }
        let name = topic(units, changes: true)
        // 地区生产总值迈上新台阶，总量…: the measure itself.
        if isTotal { return ListedNames.endsInMeasure(name) && (2...12).contains(name.count) ? name : nil }
        guard (2...12).contains(name.count), !ListedNames.endsInMeasure(name), name != terms.basically,
            !name.contains(where: { terms.noBearer.contains($0) })
        else { return nil }
        let shared = min(name.count, own.count, 2)
        return name.suffix(shared).elementsEqual(own.prefix(shared)) ? name + own.dropFirst(shared) : name + own
    }

    /// What the clause before is about: 补贴制度 in 建立补贴制度.
    private func topicObject(_ units: Span<UInt16>) -> [UInt16]? {
        guard let last = topicClause.last(where: { lexer.tokens[$0].kind == .text }) else { return nil }
        // 小区改造和|住房供给|实现…, 营养改善|计划
        let whole = trimmed(units, topicClause, keepsList: true)
        let isWhole =
            whole.contains(last)
            && whole.allSatisfy {
                lexer.tokens[$0].kind == .text || lexer.tokens[$0].wordClass == .with || lexer.tokens[$0].wordClass == .plan
                    || lexer.tokens[$0].wordClass == .aim
            } && unitRange(whole).count <= 24
        var name = copy(units, isWhole ? unitRange(whole) : lexer.tokens[last].range)
        if let m = grammar.actionTrie.longestMatch(in: name),
            grammar.trie.longestMatch(in: name).map({ $0.length <= m.length || grammar.classes[Int($0.value)] != .plain }) ?? true
        {
            name.removeFirst(m.length)
        }
        return (4...24).contains(name.count) && name.last != "的" ? name : nil
    }

    func isAttribute(_ name: [UInt16]) -> Bool {
        grammar.trie.longestMatch(in: name).map { $0.length == name.count && grammar.classes[Int($0.value)] == .attribute } ?? false
    }

    /// A deed without an object, or an attribute without a bearer.
    func isStub(_ name: [UInt16]) -> Bool {
        guard !name.isEmpty else { return true }
        if let length = terms.nameless.longest(name.span, 0, name.count),
            !terms.named.begins(name.span, 0, name.count) || length == name.count
        {
            return true
        }
        guard name.count <= 6 else { return false }
        // 国家, 工业方面, 在中西部: who, in what, where, and nothing that is measured.
        if terms.actorsAlone.longest(name.span, 0, name.count) == name.count || terms.fields.ends(name.span, 0, name.count)
            || isPlaceAlone(name)
        {
            return true
        }
        if isAttribute(name) || terms.stubs.contains(name) { return true }
        if standsAlone(name) { return false }
        var i = name[0] == "新" && name.count > 1 ? 1 : 0  // 新开工
        while i < name.count {
            var length = grammar.actionTrie.longestMatch(in: name, at: i)?.length ?? 0
            if let m = grammar.trie.longestMatch(in: name, at: i), m.length > length, terms.idle.contains(grammar.classes[Int(m.value)]) {
                length = m.length
            }
            if length == 0 { return false }
            i += length
        }
        return true
    }

    /// 造林, 减税
    func standsAlone(_ name: [UInt16]) -> Bool { terms.standing.occurs(name.span, 0, name.count) }

    /// The one who acts at the beginning of a stretch, known by the last word of its name.
    private func actor(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> [UInt16]? {
        guard grammar.actionTrie.longestMatch(in: units, at: start, limit: end) == nil else { return nil }
        var i = start + 1
        while i < end, units[i] != "的", units[i] != Unit.enumerationComma {
            if let length = terms.actors.longest(units, i, end) {
                let stop = i + length
                return stop < end && !terms.notBehindActor.begins(units, stop, end) ? copy(units, start..<stop) : nil
            }
            i += 1
        }
        return nil
    }

    func isDeed(_ name: [UInt16]) -> Bool {
        if let m = grammar.actionTrie.longestMatch(in: name), m.length == name.count { return true }
        return grammar.trie.longestMatch(in: name).map { $0.length == name.count && grammar.words[Int($0.value)].wordClass == .befall }
            ?? false
    }

    /// 开工重大项目 → 重大项目
    func withoutDeed(_ name: [UInt16]) -> [UInt16] {
        guard let m = grammar.actionTrie.longestMatch(in: name), m.length < name.count - 1 else { return name }
        return Array(name[m.length...])
    }

    private static let rank: UInt16 = "级"

    /// 产值占农林牧渔业总产值: what takes which share of what.
    func shareName(_ units: Span<UInt16>, _ range: Range<Int>) -> (bearer: [UInt16], part: [UInt16])? {
        let tokens = lexer.tokens
        for i in range where tokens[i].kind == .word && tokens[i].wordClass == .share && tokens[i].end - tokens[i].start <= 2 {
            // 其中新能源占七成
            guard i + 1 < range.upperBound else {
                let name = copy(units, withoutTail(units, unitRange(trimmed(units, range.lowerBound..<i))))
                return name.isEmpty || name.last == "率" || Self.shareEnds.ends(name.span, 0, name.count) ? nil : (name, Array("占比".utf16))
            }
            var name = copy(units, unitRange(trimmed(units, range.lowerBound..<i)))
            if name.count > 3, name[0] == Unit.openQuote, !name.contains(Unit.closeQuote) { name.removeFirst() }
            while name.count > 2, let last = name.last, terms.barely.contains(last) { name.removeLast() }  // 进出口额|只占
            // 茶乡经济保持良好势头，占全县经济总量的63.9%: not of what another sentence spoke of.
            if name.isEmpty, subject.isEmpty || subjectWords.range.lowerBound < sentence.lowerBound { name = topic(units, changes: false) }
            if name.isEmpty { name = subject }
            var whole = copy(units, Int(tokens[i + 1].start)..<Int(tokens[range.upperBound - 1].end))
            if whole.suffix(2).elementsEqual("继续".utf16) { whole.removeLast(2) }
            if let last = whole.last, last == "的" || last == "在" { whole.removeLast() }
            guard !whole.isEmpty, name.count < 2 || whole.firstRange(of: name) == nil else { return nil }  // 棉田占棉田面积…
            let tail = Self.shareEnds.ends(whole.span, 0, whole.count) ? "" : "比重"
            return (name, Array("占".utf16) + whole + Array(tail.utf16))
        }
        return nil
    }

    static let shareEnds = HeadWords("比重 比例 份额 占比")

    /// 新增装机超过全球一半: the share of 全球 that 新增装机 takes.
    func halfName(_ units: Span<UInt16>, _ range: Range<Int>) -> (indicator: [UInt16], comparator: Comparator?)? {
        let tokens = lexer.tokens
        guard let i = range.first(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .before }), i > range.lowerBound,
            i + 1 < range.upperBound
        else { return nil }
        let name = copy(units, unitRange(range.lowerBound..<i)) + Array("占".utf16) + copy(units, unitRange(i + 1..<range.upperBound))
            + Array("比重".utf16)
        return (name, grammar.words[Int(tokens[i].index)].comparator)
    }
}

/// What the rules above ask for, made once with the grammar.
struct NameTerms: Sendable {
    let contributions = HeadWords("贡献率"), valueAdded = HeadWords("增加值")
    let fewer = Array("减少".utf16)
    /// What a goal is for, no part of what is measured: 经济增长速度的调控|目标, 投资预定|增长.
    let steeringTails = ["的宏观调控", "宏观调控", "的调控", "调控", "预定"].map { Array($0.utf16) }
    let yields = ["总产", "单产", "亩产"].map { Array($0.utf16) }, crops = HeadWords("粮食 夏粮 秋粮 小麦 玉米 水稻 大豆 油料 棉花 茶叶 水果 蔬菜")
    let totals = ["总量", "总额", "总数", "规模", "总规模"].map { Array($0.utf16) }
    let shares = ["占比", "比重", "比例"].map { Array($0.utf16) }
    let naturalGrowth = Array("自然增长率".utf16)
    let idle: Set<WordClass> = [.befall, .verb, .adverb, .to, .up, .down, .own]
    /// What opens no name (这个比重, 只生产, 正在为日产), and what begins with the same letters and does.
    let nameless = HeadWords("这 它 只 就 正在 为争取 是因为 因为 由于 除 达到了 其他如 并 而 也 我们 他们 有的 有些 在内 以上 以下")
    let named = HeadWords("就业 就医 就诊 就学 就读 就地 就近 就餐 除尘 除险 除害 除草 除雪 除涝 并网 并购 并轨 只读")
    /// Deeds that are measured by themselves.
    let standing = HeadWords("造林 营林 植树 绿化 研发 减税 降费 招生 扩招 裁军 减排 发电 出口 进口 就业 救助 脱贫 搬迁 生产 消费 投资 融资")
    let stubs = Set(
        "年产 总额 金额 数额 规模 增加值 占比 比重 比例 人均 全长 项目数 保费 数量 总数 其余 其他 这里 情况 情况下 整体 国家级 省级 市级 行动 新项目 新增 每一次 一律 预定 每人 每户 全部 合计 共计 平均 单位 项目 指标 都是 开始 一般 今后 后来 多出 以至 力求 三项 有些 不能 坚持 仅此一项 此项 这一项 幅度 提价幅度 降价幅度 毛入学率 入学率 巩固率 参保人数 参合率 新标准 惠及 受益 参保 交付 覆盖"
            .split(separator: " ").map { Array($0.utf16) })
    let actorsAlone = HeadWords("国家 国家决定 中央 中央决定 国务院 政府 各地 各级政府"), fields = HeadWords("方面")
    let works = HeadWords("工程 项目 计划 行动")
    let noBearer = UnitSet("在了所如当从被把将")
    let outcomes = ["惠及", "受益", "参保", "交付", "覆盖"].map { Array($0.utf16) }, needy = HeadWords("存款余额 贷款余额 参保人数")
    let counterparts = [("支出", "收入"), ("收入", "支出"), ("进口", "出口"), ("出口", "进口")].map {
        (Array($0.0.utf16), Array($0.1.utf16))
    }
    /// What is told of one and the same bearer, one after another.
    let siblings: [[[UInt16]]] = [
        ["存款余额", "贷款余额"], ["货物周转量", "旅客周转量"], ["货运量", "客运量"], ["货运周转量", "客运周转量"],
        ["人次", "收入"],
        ["新招生", "招生", "毕业学生", "毕业生", "毕业", "在校学生", "在校生"],
    ].map { $0.map { Array($0.utf16) } }
    let audiences = HeadWords("吸引观众 吸引游客 吸引市民 观众 参与 参与人数 参与人次 参与群众 现场观众 服务群众 惠及群众 吸引参与")
    let events = HeadWords("演出 赛事 活动 展览 展会 论坛 比赛 晚会 音乐会 演唱会 音乐节 讲座 展演 运动会")
    let earnings = Set(["利润", "利润总额", "营业收入", "主营业务收入"].map { Array($0.utf16) }), companies = Array("企业".utf16)
    let perHead = Array("人均".utf16)
    let netGains = HeadWords("净增")
    let inUse = HeadWords("通车里程 运营里程 营业里程")
    let drawing = Array("带动".utf16), reserves = ["储备规模", "结余", "累计结余", "财政补助", "财政补助标准", "筹资标准"].map { Array($0.utf16) }
    let reaching = HeadWords("惠及"), reachingWord = Array("惠及".utf16)
    let investments = [
        "年度完成投资", "年度投资", "年度计划投资", "计划投资", "完成投资", "累计完成投资", "投资规模", "投资体量", "到位资金", "总投资额", "计划总投资", "投资总额", "协议投资",
    ].map { Array($0.utf16) }
    let places = ["城镇", "农村", "城市", "乡村"].map { Array($0.utf16) }
    let perDay = ["日均新增", "月均新增", "日均", "月均", "日均新设"].map { Array($0.utf16) }
    let basically = Array("基本".utf16)
    let invested = Array("投资".utf16), projects = Array("项目".utf16), done = Array("完成".utf16)
    /// What those do whose names end in one of `actors`.
    let deeds = HeadWords("""
        发送 运送 运输 输送 服务 授信 接待 吸引 签约 意向 成交 达成 开行 带动 撬动 投放 惠及 覆盖 注册 入驻 招引 集聚 孵化 引进 放款 累计 促成 发放
        """)
    let actors = HeadWords("""
        铁路 高铁 班列 平台 机场 港 口岸 公司 银行 集团 航线 基金 博览会 交易会 洽谈会 展览会 推介会 进博会 论坛 大会 文博会 园区 试验区 自贸港 示范区 枢纽 医院
        """)
    let notBehindActor = HeadWords("建设 经济 网 企业 群 的 、 和 与 等 城市 产业 发展规划 项目 总 里程 吞吐")
    let barely = UnitSet("只仅还也却就")
}
