import Documents
import Lexicon

/// The things counted, whose noun stands behind the number (新建3所学校).
extension FigureReader {
    private var terms: CountTerms { grammar.countTerms }

    func opensNoun(_ units: Span<UInt16>, _ i: Int, allowingOf: Bool) -> Bool {
        let t = lexer.tokens[i]
        switch t.kind {
        case .text:
            // 7000张（牵头单位：民政局）: a note, and nothing that is counted.
            if units[first: t] == Unit.openParenthesis, terms.asides.occurs(units, Int(t.start), Int(t.end)) { return false }
            if units[first: t] == Unit.openParenthesis, (Int(t.start)..<Int(t.end)).contains(where: { units[$0] == Unit.colon }) {
                return false
            }
            return allowingOf || units[first: t] != "的"
        case .word where t.wordClass == .up && i + 1 < lexer.tokens.count && lexer.tokens[i + 1].kind == .text:
            return terms.liftings.begins(units, lexer.tokens[i + 1])  // 100项|提升举措
        case .word:
            return t.wordClass == .verb || t.wordClass == .adverb || t.wordClass == .own || t.wordClass == .during || t.wordClass == .aim
            || t.wordClass == .each
        default: return false
        }
    }

    /// 87万名|80岁以上老年人: an age opens the noun.
    func isAge(_ i: Int, _ end: Int, _ q: Quantity) -> Bool {
        (q.family == .people || q.family == .count) && i + 1 < end && lexer.tokens[i].kind == .quantity
            && (lexer.quantities[Int(lexer.tokens[i].index)].family == .time || isSort(i))
    }

    /// 3个|过千亿元城市, 2个|千亿县: a size opens the noun too.
    func opensWithSize(_ i: Int, _ end: Int) -> Bool {
        let tokens = lexer.tokens
        var at = i
        if at < end, tokens[at].kind == .word, tokens[at].wordClass == .before { at += 1 }
        guard at < end, tokens[at].kind == .quantity else { return false }
        let size = lexer.quantities[Int(tokens[at].index)]
        // 5000个|30户以上|自然村组
        if at == i, at + 2 < end, tokens[at + 1].wordClass == .after, tokens[at + 2].kind == .text,
            tokens[at + 2].start == tokens[at + 1].end
        {
            return true
        }
        guard at + 1 < end, tokens[at + 1].kind == .text, tokens[at + 1].start == tokens[at].end else { return false }
        return size.isScaleAlone || at > i && (size.family == .money || size.family == .none && size.unit.last == "亿")
    }

    /// 2个|1类新药: a sort opens the noun too.
    func isSort(_ i: Int) -> Bool {
        guard lexer.tokens[i].kind == .quantity else { return false }
        let q = lexer.quantities[Int(lexer.tokens[i].index)]
        return q.unit == "类" && q.value < DecimalNumber(10)
    }

    func opensWithFor(_ units: Span<UInt16>, _ start: Int, _ k: Int) -> Bool {
        start < k && lexer.tokens[start].end - lexer.tokens[start].start == 1 && terms.causes.contains(units[first: lexer.tokens[start]])
    }

    /// Whether the quantity at `probe` begins an item of its own (建成3个甲、2个乙) rather than going on with a list.
    func startsNoun(_ units: Span<UInt16>, _ probe: Int, _ end: Int, _ previous: Int) -> Bool {
        let q = lexer.quantities[Int(lexer.tokens[probe].index)]
        let before = lexer.quantities[Int(lexer.tokens[previous].index)]
        guard q.family.isClassifier, probe + 1 < end, before.family.isClassifier, !before.unit.isEmpty else { return false }
        return lexer.tokens[probe + 1].kind == .text && units[first: lexer.tokens[probe + 1]] != "的"
    }

    func takesNoun(_ units: Span<UInt16>, _ m: borrowing Mention) -> Bool {
        let own = m.own, q = m.q, p = m.predicate
        // 减少200个审批事项
        if p.isGrowth, !p.reaches, !p.isCompared, own.isEmpty, q.family.isClassifier, !q.unit.isEmpty, isClauseHead(p.start) { return true }
        if p.reaches || p.isGrowth || p.isShare { return false }
        if q.isMultiple { return false }
        if own.isEmpty {
            // 占生产总值的4%编制预算
            if q.family == .percent { return !m.subjectTokens.contains { lexer.tokens[$0].wordClass == .share } }
            // 完成|100公里管网改造
            let isDeed = m.first > p.start && lexer.tokens[m.first - 1].wordClass == .verb && q.family != .money
            // 实现|2亿|农民进城
            return q.family.isClassifier || q.unit == "万" || q.unit == "亿" || p.comparator == nil && (!p.hasVerb || isDeed)
        }
        if q.family.isClassifier { return true }
        if q.family == .percent { return false }
        // 历史上承担的甲等|2亿元改革成本; 中央财政拿出|3亿元用于…
        if units[own.upperBound - 1] == "等"
            || q.family == .money && m.behind < m.end && (isGiver(units, own) || units[own.upperBound - 1] == "中")
                && terms.forWhat.begins(units, Int(lexer.tokens[m.behind].start), units.count)
        {
            return true
        }
        // 在山区布局建设|70万千瓦储能
        return own.count <= 4 || endsInDeed(units, own)
    }

    private func isClauseHead(_ i: Int) -> Bool {
        i == clauseStart || lexer.tokens[i - 1].kind == .mark && lexer.tokens[i - 1].mark != Unit.enumerationComma
    }

    /// The first token behind the noun that begins at `behind`.
    func nounStop(_ behind: Int, _ end: Int) -> Int {
        let tokens = lexer.tokens
        var i = behind + 1
        if i < end, tokens[behind].wordClass == .before, tokens[i].kind == .quantity { i += 1 }
        while i < end, tokens[i].kind != .mark, tokens[i].kind != .quantity || isHours(i, end), tokens[i].wordClass != .aim { i += 1 }
        return i
    }

    /// 12个学校、机关附属球场: the noun goes on behind 、 where nothing that is done or counted follows.
    func listedNounStop(_ units: Span<UInt16>, _ behind: Int, _ end: Int, _ q: Quantity) -> Int {
        let tokens = lexer.tokens
        var stop = nounStop(behind, end)
        guard q.family.isClassifier, !q.unit.isEmpty, !(stop..<end).contains(where: { tokens[$0].kind == .quantity }) else { return stop }
        while stop + 1 < end, tokens[stop].mark == Unit.enumerationComma, tokens[stop + 1].kind == .text,
            befallCut(copy(units, unitRange(behind..<stop)), orAction: true) == nil,
            grammar.actionTrie.longestMatch(in: units, at: Int(tokens[stop + 1].start), limit: Int(tokens[stop + 1].end)) == nil
        {
            let next = nounStop(stop + 1, end)
            let things = copy(units, unitRange(stop + 1..<next))
            // 学生免除学费、免费提供教科书; 24个省份、规模居全国前列
            if terms.elsewhere.begins(things.span, 0, things.count) || things.last == "的" { return stop }
            // 5条铁路、13条高速、某某机场等在建项目: each is a thing of its own.
            if let before = tokens[clauseStart..<behind - 1].lastIndex(where: { $0.kind == .quantity }),
                tokens[before..<behind - 1].contains(where: { $0.mark == Unit.enumerationComma }),
                unitRange(stop + 1..<end).contains(where: { units[$0] == "等" })
            {
                return stop
            }
            stop = next
        }
        return stop
    }

    /// 公园实现|24小时|开放
    private func isHours(_ i: Int, _ end: Int) -> Bool {
        i + 1 < end && lexer.tokens[i + 1].kind == .text && lexer.quantities[Int(lexer.tokens[i].index)].unit == terms.hour
    }

    /// 203个断面水质优良率达100%, 95%的村集体收入超过10万元: what is counted bears the measure of the next number.
    func bearsMeasure(_ units: Span<UInt16>, _ behind: Int, _ end: Int) -> Bool {
        let tokens = lexer.tokens
        var i = behind
        while i < end, tokens[i].kind == .text || tokens[i].kind == .time || tokens[i].wordClass == .time {
            // 县茶业增加值|占|全省|比重
            if i + 1 < end, tokens[i + 1].wordClass == .share { i += i + 2 < end && tokens[i + 2].wordClass == .own ? 2 : 1 }
            i += 1
        }
        guard i > behind, i < end, tokens[i - 1].kind == .text,
            ListedNames.endsInMeasure(units[last: tokens[i - 1]]) || terms.scale.ends(units, tokens[i - 1])
        else { return false }
        let noun = i
        // 连续3年|保持
        while i < end, tokens[i].kind == .word && tokens[i].wordClass != .verb || tokens[i].kind == .time
            || tokens[i].kind == .quantity && lexer.quantities[Int(tokens[i].index)].family == .time { i += 1 }
        // 169家园区|全年|营业收入|8万亿元
        let isTimed = (behind..<noun).contains { tokens[$0].kind == .time || tokens[$0].wordClass == .time }
        return (i > noun || isTimed) && i < end && tokens[i].kind == .quantity
    }

    /// 新建 + 区域养老服务中心; 40条高速公路相继开通 → 相继开通的高速公路.
    /// `isFor`: 为 stands before the number (为500户家庭|安装设施).
    func nounIndicator(_ own: [UInt16], _ noun: [UInt16], isFor: Bool, _ q: Quantity) -> [UInt16] {
        var lead = own
        var things = noun
        if things.first == "的" { things.removeFirst() }
        if things.count > 3, things.suffix(2).elementsEqual(terms.included) { things.removeLast(2) }
        if things.count > 2, things.last == "中", !terms.beforeMiddle.contains(things[things.count - 2]) { things.removeLast() }  // 104种工业产品中
        if let deng = lead.lastIndex(of: "等"), deng >= lead.count - 1 {  // 维修东街、西街等25条道路
            if things.count == 2, terms.bareThings.begins(things.span, 0, 2), deng <= 28 { return lead + things }  // 建设甲路、乙路等5个项目
            lead = befallCut(things, orAction: false) == nil ? Array(lead[..<deedLength(lead)]) : []
        }
        if lead.count == 1, lead[0] == "和" || lead[0] == "及" { lead = [] }
        if lead.count == 2, terms.haste.begins(lead.span, 0, 2) { lead = [] }  // 加快|2个集群…建设
        // 帮助26万农民|制定增收计划
        let helps = !lead.isEmpty && terms.helping.longest(lead.span, 0, lead.count) == lead.count
        let isPreposition =
            isFor || helps || lead.count == 1 && (lead[0] == "为" || lead[0] == "在" || lead[0] == "对" || lead[0] == "与" || lead[0] == "向")
        // 为山区1700名学生提供教科书: whom it is for.
        if lead.count > 2, lead[0] == "为" { lead.removeFirst() }
        if let done = terms.doneWell.first(where: { things.count > $0.count + 1 && things.suffix($0.count).elementsEqual($0) }) {
            return lead + things.dropLast(done.count)
        }
        // 统筹2亿元|支持茶园改造; 县财政拿出2亿元|用于…; 从收入中安排2亿元|设立基金
        if q.family == .money, things.count > 4, let verb = terms.forWhat.longest(things.span, 0, things.count) {
            if terms.setsUp.begins(things.span, 0, things.count) { return Array(things[verb...]) }
            return (giver(lead) ?? []) + things + (terms.sums.contains(where: { things.suffix(2).elementsEqual($0) }) ? [] : terms.sums[0])
        }
        // 3个案例|获省级通报表扬
        if let got = things.dropFirst(2).firstIndex(where: { $0 == "获" }),
            terms.praise.contains(where: { things.suffix(2).elementsEqual($0) })
        {
            return lead + things[..<got]
        }
        // 上亿经营主体|在冲击中站稳
        if lead.isEmpty, let at = things.dropFirst(2).firstIndex(of: "在"), befallCut(things, orAction: false) == nil,
            things[at...].dropFirst(3).contains(where: { $0 == "中" || $0 == "下" })
        {
            things.removeLast(things.count - at)
            if grammar.actionTrie.longestMatch(in: things) == nil { return things }
            things = noun
        }
        let isDeed = opensOrEndsWithDeed(lead)
        if lead.isEmpty || isPreposition || lead.count <= 4 || !isDeed, !terms.causes.contains(lead.last ?? 0),
            !terms.settings.contains(lead.first ?? 0)
        {
            let areaCut = lead.isEmpty || lead == Self.newAdded ? areaCut(things) : nil
            if let cut = areaCut ?? befallCut(things, orAction: isPreposition), cut >= 2 || areaCut != nil {
                let verb = withoutHaste(Array(things[cut...]))
                // 认定3家资金集中结算中心: the deed stands before, and a thing ends the noun.
                if isDeed, terms.things.ends(verb.span, 2, verb.count), areaCut == nil { return lead + things }
                let head = withoutManner(things[..<cut])
                if head.isEmpty { return lead + verb }
                if terms.manners.contains(head) { return [] }  // 预计31项|顺利|完成目标
                // Praise is no part of the name: 3个案例获省级通报表扬.
                if terms.praise.contains(where: { verb.suffix(2).elementsEqual($0) }) { return lead + head }
                if isPreposition { return verb + ["的"] + head }
                return isDeed || lead.count == 1 ? lead + verb + ["的"] + head : verb + ["的"] + lead + head
            }
        }
        if isPreposition, !helps { lead = [] }
        return lead + things
    }

    private func opensOrEndsWithDeed(_ lead: [UInt16]) -> Bool {
        lead.count > 1 && (grammar.actionTrie.longestMatch(in: lead).map { $0.length > 1 } == true
            || grammar.actionTrie.longestMatch(in: lead, at: lead.count - 2).map { $0.length > 1 } == true)
    }

    /// 都能|在永久校舍中学习, 加快|打造成…
    private func withoutHaste(_ verb: [UInt16]) -> [UInt16] {
        guard let length = terms.haste.longest(verb.span, 0, verb.count), verb.count > length + 2 else { return verb }
        return Array(verb[length...])
    }

    /// The things counted without what tells how the deed befell them: 企业首次|入选, 学校在全国竞赛中|获奖.
    func withoutManner(_ head: ArraySlice<UInt16>) -> [UInt16] {
        var head = Array(head)
        if let at = head.firstRange(of: terms.through), at.lowerBound == 0 || head[at.lowerBound - 1] != "以" {
            head.removeLast(head.count - at.lowerBound)
        }
        if let at = head.dropFirst(2).firstIndex(of: "在"), head[at - 1] != "所", head.count - at > 2 { head.removeLast(head.count - at) }  // 在, not 所在
        if head.count > 2, let last = head.last, terms.intents.contains(last) { head.removeLast() }  // 57个项目要|加快建设
        while let manner = terms.manners.first(where: {
            head.count > $0.count + ($0.count > 1 ? 0 : 1) && head.suffix($0.count).elementsEqual($0)
        }) {
            head.removeLast(manner.count)
        }
        return head
    }

    /// Where the deed begins that 11个县(市、区)通过评估认定 tells of the places counted.
    private func areaCut(_ things: [UInt16]) -> Int? {
        var i = 0
        while i < things.count, terms.areas.contains(things[i]) { i += 1 }
        guard i > 0, i < things.count, things[0] != Unit.openParenthesis else { return nil }
        let cut = i
        while i < things.count, terms.idle.contains(things[i]) { i += 1 }
        guard i + 1 < things.count else { return nil }
        if things[i] == "通", things.count - i > 2, terms.ways.ends(things.span, i, things.count) { return cut }  // 3个县|通高速公路
        if things[i] == "被" || things[i] == "获" || things[i] == "通" && things[i + 1] == "过" { return cut }
        if let m = grammar.trie.longestMatch(in: things, at: i), m.length > 1 {
            switch grammar.classes[Int(m.value)] {
            case .befall, .verb: return cut
            default: break
            }
        }
        return grammar.actionTrie.longestMatch(in: things, at: i).map { $0.length > 1 } == true ? cut : nil
    }

    /// 计划新开工项目, 新投产企业: the deed describes the things.
    private func isAttributive(_ things: [UInt16], _ i: Int) -> Bool {
        things[i - 1] == "新" && (i == 1 || i == 3 && things[..<2].elementsEqual(terms.plan))
    }

    /// Where in a noun phrase the verb begins that tells what befell the things counted.
    func befallCut(_ things: [UInt16], orAction: Bool) -> Int? {
        // 相对集中居住: a longer word shields.
        var i = max(1, grammar.trie.longestMatch(in: things).map { grammar.classes[Int($0.value)] == .plain ? $0.length : 1 } ?? 1)
        while i < things.count {
            if orAction, i >= 2, let m = grammar.actionTrie.longestMatch(in: things, at: i), i + m.length + 1 < things.count,
                !terms.compounds.begins(things.span, i + m.length, things.count)
            {
                return i
            }
            if i >= 2, things[i] == "由", things.count - i > 3, terms.bearing.ends(things.span, i + 1, things.count) { return i }  // 超80%的项目|由企业承担
            if i >= 2, things[i] == "通", terms.through.elementsEqual(things[i...].prefix(2)), terms.passed.ends(things.span, i, things.count)
            {
                return i
            }  // 13个大模型|通过国家备案
            // 25个县区|达到脱贫摘帽标准
            if i >= 2, things[i] == "达", terms.reach.elementsEqual(things[i...].prefix(2)),
                terms.standards.ends(things.span, i, things.count)
            {
                return i
            }
            if things[i] == Unit.openQuote {  // 企业“拎包入驻”
                i = (things[i...].firstIndex(of: Unit.closeQuote) ?? things.count - 1) + 1
            } else if let m = grammar.trie.longestMatch(in: things, at: i) {
                let wordClass = grammar.classes[Int(m.value)]
                if wordClass == .befall || wordClass == .verb, !isAttributive(things, i) { return i }
                i += m.length
            } else if i >= 2, things[i] == "获", i + 3 < things.count, !terms.gains.contains(things[i - 1]) {
                return i  // 获
            } else {
                i += 1
            }
        }
        return nil
    }
}

/// What the rules above ask for, made once with the grammar.
struct CountTerms: Sendable {
    let hour = QuantityUnit("小时".utf16)
    let liftings = HeadWords("举措 行动 工程 项目 措施 计划")
    let ways = HeadWords("公路 高速 铁路 高铁 动车 电 光纤 客车 油路 硬化路 等级路 天然气")
    let asides = HeadWords("下同 人民币")
    let helping = HeadWords("帮助")
    let bareThings = HeadWords("项目 工程")
    let elsewhere = HeadWords("数量 总数 总量 免费 居全 居第 居中 位居 位列 规模 占 累计 总 均 抗御 同比 较 比")
    let things = HeadWords("中心 企业 基地 项目 平台 工程 机构 公司 园区 小区 社区 车间 学校 医院 市场 场所 设施 产业 集群 体系 系统 站点")
    let included = Array("在内".utf16)
    let scale = HeadWords("规模 比例 覆盖面 比重 份额")
    let intents = UnitSet("要将应须")
    let through = Array("通过".utf16)
    let forWhat = HeadWords("支持 用于 设立 建立 补助 扶持 资助 帮助"), setsUp = HeadWords("设立 建立"), haste = HeadWords("都能 均能 加快")
    let sums = ["资金", "投资", "贷款", "基金"].map { Array($0.utf16) }
    let areas = UnitSet("县市省区镇乡村州盟旗()、"), idle = UnitSet("已均都整县先初步全")
    let beforeMiddle = UnitSet("高初集国")
    let manners = [
        "首次", "大幅", "有序", "扎实", "稳步", "率先", "一道", "集中", "免费", "再次", "陆续", "先后", "同时", "成功", "已经", "全面", "顺利", "圆满", "新", "均", "都", "已",
    ].map { Array($0.utf16) }
    let doneWell =
        ["圆满", "顺利", "全部", "如期"].flatMap { how in ["完成", "办结"].map { Array((how + $0).utf16) } } + ["不动摇", "用好用活"].map { Array($0.utf16) }
    let causes = UnitSet("为使让"), settings = UnitSet("用在以最")
    let praise = ["表扬", "肯定", "好评", "点赞"].map { Array($0.utf16) }
    let plan = Array("计划".utf16)
    /// What makes a noun with the deed before it: 服务中心.
    let compounds = HeadWords("中心 机构 站 网点 设施 平台 企业 人员 体系 项目 场所 基地 室 院 人才 资金 工作者 小区 学校")
    let bearing = HeadWords("承担 牵头 主导 实施 转化 提供 组成 完成")
    let passed = HeadWords("备案 验收 评审 认证 审核 审批 审定 鉴定")
    let reach = Array("达到".utf16), standards = HeadWords("标准 要求 条件 水平")
    let gains = UnitSet("收捕荣斩缴")
}
