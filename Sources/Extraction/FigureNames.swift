import Documents
import Lexicon

/// Names made of a subject: attributes with their bearers, shares, verbs before an object.
extension FigureReader {
    /// 压减支出18.2亿元, 减轻负担3亿元: the verb before the object makes the number a change.
    func applyObjectVerb(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        guard !p.isGrowth, !p.reaches, !p.isShare, Self.objectVerbWords.occurs(name.span, 0, name.count) else { return }
        for (verb, sign) in Self.objectVerbs {
            guard let at = name.firstRange(of: verb) else { continue }
            let object = name[at.upperBound...]
            guard object.count >= 2, at.lowerBound == 0 || sign < 0 else { continue }
            guard sign > 0 || !q.family.isClassifier || at.lowerBound == 0 && verb == Self.fewer else { continue }
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

    private static let objectVerbWords = HeadWords(objectVerbs.map(\.0))
    private static let fewer = Array("减少".utf16)
    private static let objectVerbs: [([UInt16], Int)] = [
        ("减轻", -1), ("压减", -1), ("压缩", -1), ("削减", -1), ("核减", -1), ("降低", -1), ("减少", -1), ("精简", -1), ("缩减", -1),
        ("提高", 1), ("上调", 1),
    ].map { (Array($0.0.utf16), $0.1) }

    /// 居民消费价格涨幅2%: the noun says growth, and is no part of the indicator.
    func stripAspectNoun(_ name: inout [UInt16], _ p: inout Predicate, _ q: Quantity) {
        for tail in Self.steeringTails where name.count > tail.count + 2 && name.suffix(tail.count).elementsEqual(tail) {
            name.removeLast(tail.count)
            break
        }
        let ends = Self.aspectEnds.ends(name.span, 0, name.count)
        for (noun, sign) in Self.aspectNouns where ends && name.count > noun.count && name.suffix(noun.count).elementsEqual(noun) {
            guard isRelative(q) || q.family == .percent else { return }
            if p.isGrowth, q.unit.hasSuffix("百分点") { return }  // 涨幅回落1.2个百分点
            if name.count > 4, name.suffix(5).elementsEqual(Self.naturalGrowth) { return }
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
    /// What a goal is for, no part of what is measured: 经济增长速度的调控|目标, 投资预定|增长.
    private static let steeringTails = ["的宏观调控", "宏观调控", "的调控", "调控", "预定"].map { Array($0.utf16) }
    private static let aspectEnds = HeadWords(aspectNouns.map(\.0)), nameTailEnds = HeadWords(nameTails)
    private static let totals = ["总量", "总数", "总规模"].map { Array($0.utf16) }
    private static let naturalGrowth = Array("自然增长率".utf16)
    private static let nameTails: [[UInt16]] = ["等", "年均", "平均", "实际", "预期目标", "预期"].map { Array($0.utf16) }

    /// 总投资, 办结率: an attribute alone takes what was spoken of before it.
    func withBearer(_ name: [UInt16]) -> [UInt16]? {
        guard !subject.isEmpty, name.count <= 5, let match = grammar.trie.longestMatch(in: name, at: 0), match.length == name.count,
            grammar.classes[Int(match.value)] == .attribute
        else { return nil }
        guard !subject.suffix(name.count).elementsEqual(name) else { return nil }
        // 新增企业45家、总数达1224家: the total is not of the new ones.
        if Self.totals.contains(where: { name == $0 }), subject.count > 3, subject[0] == 0x65B0, Self.newVerbs.contains(subject[1]) {
            return subject[2...] + name
        }
        // A measure bears no other: 利润增长, 产值….
        if ListedNames.endsInMeasure(subject), name.first != 0x5360 { return nil }  // 占
        return subject + name
    }

    /// A name that lacks the one who does it or has it, which this sentence or the clause before names.
    func withSubject(_ own: [UInt16], _ units: Span<UInt16>, _ left: Int, _ first: Int, _ q: Quantity) -> [UInt16]? {
        let tokens = lexer.tokens
        let isListed = left > clauseStart && left < tokens.count && tokens[left].mark == Unit.enumerationComma
        let isHere = !subject.isEmpty && subjectWords.range.lowerBound >= sentence.lowerBound
        if isHere, own.count == 2 {
            // 预算收入增长3%、支出…
            for (name, other) in Self.counterparts where own == name && subject.count > 3 && subject.suffix(2).elementsEqual(other) {
                return subject.dropLast(2) + name
            }
            // 开工项目12个、完成投资3亿元
            if own == Self.invested, subject.suffix(2).elementsEqual(Self.projects) { return withoutDeed(subject) + Self.done + own }
        }
        if isHere, isListed, (2...4).contains(own.count), isDeed(own), let last = found.last?.unit?.last, last == q.unit.last {
            // 新能源开工…、投产…
            for n in [2, 3, 4] where subject.count > n + 1 && isDeed(Array(subject.suffix(n))) {
                var bearer = Array(subject.dropLast(n))
                if bearer.suffix(2).elementsEqual(Self.basically) { bearer.removeLast(2) }
                return grammar.actionTrie.longestMatch(in: bearer) == nil ? bearer + own : nil
            }
        }
        guard Self.deeds.begins(own.span, 0, own.count) else { return nil }
        if isHere, isListed || left == clauseStart, let actor = actor(subject.span, 0, subject.count) { return actor + own }
        guard left == clauseStart, !topicClause.isEmpty, tokens[topicClause.lowerBound].kind == .text, first < tokens.count else { return nil }
        // 中老铁路运行良好，|累计发送旅客
        let words = unitRange(topicClause)
        return actor(units, words.lowerBound, min(words.upperBound, words.lowerBound + 18)).map { $0 + own }
    }

    /// The one who acts at the beginning of a stretch, known by the last word of its name.
    private func actor(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> [UInt16]? {
        guard grammar.actionTrie.longestMatch(in: units, at: start, limit: end) == nil else { return nil }
        var i = start + 1
        while i < end, units[i] != 0x7684, units[i] != Unit.enumerationComma {
            if let length = Self.actors.longest(units, i, end) {
                let stop = i + length
                return stop < end && !Self.notBehindActor.begins(units, stop, end) ? copy(units, start..<stop) : nil
            }
            i += 1
        }
        return nil
    }

    private func isDeed(_ name: [UInt16]) -> Bool {
        if let m = grammar.actionTrie.longestMatch(in: name), m.length == name.count { return true }
        return grammar.trie.longestMatch(in: name).map { $0.length == name.count && grammar.words[Int($0.value)].wordClass == .befall } ?? false
    }

    /// 开工重大项目 → 重大项目
    private func withoutDeed(_ name: [UInt16]) -> [UInt16] {
        guard let m = grammar.actionTrie.longestMatch(in: name), m.length < name.count - 1 else { return name }
        return Array(name[m.length...])
    }

    private static let counterparts = [("支出", "收入"), ("收入", "支出"), ("进口", "出口"), ("出口", "进口")].map { (Array($0.0.utf16), Array($0.1.utf16)) }
    private static let basically = Array("基本".utf16)
    private static let invested = Array("投资".utf16), projects = Array("项目".utf16), done = Array("完成".utf16)
    /// What those do whose names end in one of `actors`.
    private static let deeds = HeadWords("""
        发送 运送 运输 输送 服务 授信 接待 吸引 签约 意向 成交 达成 开行 带动 撬动 投放 惠及 覆盖 注册 入驻 招引 集聚 孵化 引进 放款 累计 促成 发放
        """)
    private static let actors = HeadWords("""
        铁路 高铁 班列 平台 机场 港 口岸 公司 银行 集团 航线 基金 博览会 交易会 洽谈会 展览会 推介会 进博会 论坛 大会 文博会 园区 试验区 自贸港 示范区 枢纽 医院
        """)
    private static let notBehindActor = HeadWords("建设 经济 网 企业 群 的 、 和 与 等 城市 产业 发展规划 项目 总 里程 吞吐")

    /// 产值占农林牧渔业总产值: what takes which share of what.
    func shareName(_ units: Span<UInt16>, _ range: Range<Int>) -> [UInt16]? {
        let tokens = lexer.tokens
        for i in range where tokens[i].kind == .word && tokens[i].wordClass == .share && tokens[i].end - tokens[i].start <= 2 {
            guard i + 1 < range.upperBound else { return nil }
            var name = copy(units, unitRange(trimmed(units, range.lowerBound..<i)))
            if name.isEmpty { name = subject }
            var whole = copy(units, Int(tokens[i + 1].start)..<Int(tokens[range.upperBound - 1].end))
            if whole.suffix(2).elementsEqual("继续".utf16) { whole.removeLast(2) }
            if whole.last == 0x7684 { whole.removeLast() }
            guard !whole.isEmpty else { return nil }
            let tail = whole.suffix(2).elementsEqual("比重".utf16) || whole.suffix(2).elementsEqual("比例".utf16) ? "" : "比重"
            return name + Array("占".utf16) + whole + Array(tail.utf16)
        }
        return nil
    }

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
