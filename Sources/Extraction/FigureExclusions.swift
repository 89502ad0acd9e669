import Documents
import Lexicon

/// What is no figure.
extension FigureReader {
    private var terms: ExclusionTerms { grammar.exclusionTerms }

    enum Exclusion { case partOfName, noFigure, landmark }

    /// Why the number of `m` states nothing by itself; nil where it may. `m` has its predicate and the noun behind it.
    func exclusion(_ units: Span<UInt16>, _ m: borrowing Mention) -> Exclusion? {
        let q = m.list[0]
        return byItself(units, m, q) ?? byNoun(units, m, q) ?? byPlace(units, m, q) ?? asProperty(units, m, q) ?? asGap(units, m, q)
            ?? asThreshold(units, m, q)
            ?? asDescription(units, m, q)
    }

    /// By what stands right beside it.
    private func byItself(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, k = m.first, behind = m.behind, end = m.end
        // 5G基站万人拥有量
        if q.isScaleAlone, m.predicate.comparator == nil, !q.isMoreThan {
            let isSuffix = m.predicate.start == k && k > clauseStart && tokens[k - 1].kind == .text
            return isSuffix && !terms.scales.contains(units[last: tokens[k - 1]]) ? .partOfName : .noFigure
        }
        // 每50公斤
        if q.range.lowerBound > sentence.lowerBound, units[q.range.lowerBound - 1] == "每", q.family != .none { return .partOfName }
        // 鼓励民间投资新36条: a name; 高的|达到5.5%: of some that are not named.
        if q.unit == "条", !m.hasNoun, m.list.count == 1, q.range.lowerBound > sentence.lowerBound,
            terms.namedRules.contains(units[q.range.lowerBound - 1])
        {
            return .partOfName
        }
        // 出台稳工业26条、促服务业36条
        if q.unit == "条", !m.hasNoun, m.list.count == 1, let last = m.subjectTokens.last, tokens[last].kind == .text,
            terms.rulesFor.occurs(units, Int(tokens[last].start), Int(tokens[last].end)),
            !terms.rules.ends(units, Int(tokens[last].start), Int(tokens[last].end))
        {
            return .partOfName
        }
        if let first = m.subjectTokens.first(where: { tokens[$0].kind == .text }), tokens[first].range.count <= 3,
            terms.extremes.longest(units, Int(tokens[first].start), Int(tokens[first].end)) == tokens[first].range.count
        {
            return .noFigure
        }
        // 北方第一个|过10万亿元省份, 成为第四个|突破2000亿元的地区
        if m.predicate.comparator != nil, let last = m.subjectTokens.last, tokens[last].kind == .text,
            terms.theFirst.ends(units, Int(tokens[last].start), Int(tokens[last].end))
        {
            return .noFigure
        }
        // 在全国排名上升3位, 五年前进3位
        if q.unit == "位", m.predicate.isGrowth || terms.moves.ends(units, sentence.lowerBound, q.range.lowerBound) { return .noFigure }
        // 其中1-2月|下降1.6%: of a part of the year, and of no name of its own.
        let clause = clauseStart..<k
        if clause.contains(where: { isSpanOfMonths(units, tokens[$0]) }), !clause.contains(where: { tokens[$0].kind == .text }) {
            return .noFigure
        }
        // 共计23个: a sum of what was counted before.
        if q.family.isClassifier, m.subjectTokens.isEmpty, !m.hasNoun, k > clauseStart, terms.sums.ends(units, tokens[k - 1]) {
            return .noFigure
        }
        guard m.list.count == 1, behind < end, tokens[behind].start == tokens[behind - 1].end else { return nil }
        // 先后4次|降低存款准备金率: how often, and no object of its own.
        if q.unit == "次", tokens[behind].wordClass == .up || tokens[behind].wordClass == .down { return .noFigure }
        // 21批173项成果: the second says it of the same things.
        if behind + 1 < end, q.family.isClassifier, isClassifier(tokens[behind]), tokens[behind + 1].kind == .text, !isSort(behind) {
            return .noFigure
        }
        return nil
    }

    /// By what is counted, or what stands behind.
    private func byNoun(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, k = m.first, behind = m.behind, end = m.end, hasNoun = m.hasNoun, p = m.predicate
        // 一个13亿多人口的大国
        if hasNoun, q.family.isClassifier || q.family == .percent,
            m.subjectTokens.allSatisfy({ time($0) != nil || tokens[$0].kind == .word && tokens[$0].wordClass == .adverb }),
            bearsMeasure(units, behind, end)
        {
            return .partOfName
        }
        // 占比超过10%的有44种: the number sorts what is counted next.
        if behind + 1 < end, tokens[behind].kind == .text, begins(units, Int(tokens[behind].start), with: terms.whichAre),
            (behind + 1..<min(end, behind + 3)).contains(where: { tokens[$0].kind == .quantity })
        {
            return .partOfName
        }
        // 降低900多万个体工商户税负: how many are relieved, not by how much.
        if hasNoun, p.isGrowth, p.sign < 0 || units[first: tokens[p.start]] == "提", !p.reaches, q.family == .none, m.subjectTokens.isEmpty,
            !q.isMultiple, !q.unit.isEmpty
        {
            return .partOfName
        }
        if q.unit.ends(in: "人", "口"), behind < end, units[first: tokens[behind]] == "的" || terms.nations.begins(units, tokens[behind]) {
            return .noFigure
        }
        // 在连续两年增长13%的基础上: of no time that is named.
        if behind < end, tokens[behind].kind == .text,
            terms.grounds.begins(units, Int(tokens[behind].start), min(units.count, Int(tokens[behind].end) + 1)),
            !(clauseStart..<k).contains(where: { time($0) != nil })
        {
            return .noFigure
        }
        // 全国粮食产量|应该有|7200亿斤: supposed, and no result.
        if !frame.looksForward, (p.start..<k).contains(where: { isSupposed(units, tokens[$0]) }) { return .noFigure }
        // 连跨4个|万亿元|台阶
        let isRow = q.family.isClassifier && behind + 1 < end && tokens[behind].kind == .quantity
        guard hasNoun else { return isRow && isLandmark(units, tokens[behind + 1].range) ? .landmark : nil }
        // 8亿农民, 14亿中国人民: all of them, a figure of speech; 56个民族: as many as the nation has.
        if q.unit == "亿", q.value >= DecimalNumber(5), terms.peasants.begins(units, tokens[behind]) { return .noFigure }
        if terms.peoples.begins(units, tokens[behind]) { return .noFigure }
        if q.unit == "个", terms.peoplesOfOne.begins(units, tokens[behind]) { return .noFigure }
        guard q.family.isClassifier else { return nil }
        let stop = nounStop(behind, end), start = Int(tokens[behind].start)
        // 跨过3个万亿级关口
        if terms.marks.ends(units, start, Int(tokens[stop - 1].end)) || isRow && isLandmark(units, tokens[behind + 1].range) {
            return .landmark
        }
        // 在6000万人民的共同努力下
        if tokens[behind].kind == .text, units[last: tokens[stop - 1]] == "下" { return .noFigure }
        // 退出全国168个重点城镇后十位, 5个试点地区之一: how many there are to compare with.
        let last = Int(tokens[stop - 1].end) - (units[last: tokens[stop - 1]] == Unit.closeQuote ? 1 : 0)
        if terms.ranks.ends(units, start, last),
            terms.oneOf.ends(units, start, last) || k > 0 && terms.everywhere.ends(units, sentence.lowerBound, q.range.lowerBound)
        {
            return .noFigure
        }
        return nil
    }

    /// Among how many, where, and what was asked for: 居9个城市首位, 在115个县建设…1000个, 完成下达的2万人年度任务.
    private func byPlace(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        guard m.hasNoun else { return nil }
        let tokens = lexer.tokens, start = Int(tokens[m.behind].start)
        if terms.tasksOfYear.begins(units, tokens[m.behind]) { return .noFigure }
        guard q.unit == "个" else { return nil }
        let stop = Int(tokens[nounStop(m.behind, m.end) - 1].end)
        if terms.ranks.ends(units, start, stop), terms.ranked.ends(units, sentence.lowerBound, q.range.lowerBound) { return .noFigure }
        return placesHere(units, q, m.behind).map { start + $0 < stop } == true ? .noFigure : nil
    }

    /// Length of the 县, 城市 behind a number that tells where something is done that is counted itself (在115个|县建设…1000个), or among
    /// how many (在全国168个|城市首次…).
    func placesHere(_ units: Span<UInt16>, _ q: Quantity, _ behind: Int) -> Int? {
        guard behind < lexer.tokens.count, terms.within.ends(units, sentence.lowerBound, q.range.lowerBound),
            let length = terms.placesWithin.longest(units, Int(lexer.tokens[behind].start), Int(lexer.tokens[behind].end))
        else { return nil }
        if terms.among.ends(units, sentence.lowerBound, q.range.lowerBound) { return length }
        let isCounted = lexer.tokens[behind...].prefix { $0.kind != .mark }.contains {
            $0.kind == .quantity && lexer.quantities[Int($0.index)].family != .percent
        }
        return isCounted ? length : nil
    }

    /// What belongs to the thing itself: its power, its size, how far it reaches.
    private func asProperty(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, k = m.first, behind = m.behind, subject = m.subjectTokens
        // 100万千瓦风电等项目: the size is the work's own.
        if m.hasNoun, !q.family.isClassifier, q.family != .money, q.family != .percent, tokens[behind].kind == .text,
            terms.suchWorks.occurs(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, m.end) - 1].end))
        {
            return .partOfName
        }
        // 220千伏输电线路
        if q.unit.last == "伏" { return .partOfName }
        switch q.family {
        case .length where m.hasNoun:
            // 60米口径望远镜; 沿线1公里化工地块, 周边3公里范围: how far a stretch reaches.
            let reaches = terms.surroundings.ends(units, sentence.lowerBound, q.range.lowerBound)
            return reaches || terms.dimensions.begins(units, tokens[behind]) ? .partOfName : nil
        case .power, .energy:
            let isText = behind < m.end && tokens[behind].kind == .text
            // 推出量产级|9兆瓦时储能系统
            if isText, !subject.isEmpty, units[last: tokens[subject.upperBound - 1]] == "级" { return .partOfName }
            guard q.family == .power else { return nil }
            // 4万千瓦|的火电站
            if isText, !m.predicate.hasVerb, opensRelative(units, tokens[behind], longerThan: 2),
                subject.allSatisfy({ tokens[$0].kind != .text })
            {
                return .partOfName
            }
            // 精细图完成、10兆瓦反应堆: the power is the thing's own.
            let isListed = m.predicate.start == k && k > clauseStart && tokens[k - 1].mark == Unit.enumerationComma
            return m.hasNoun && isListed && !subject.isEmpty ? .partOfName : nil
        default: return nil
        }
    }

    /// A distance to others: 高于全国1.7个百分点, 比全国高2个百分点.
    private func asGap(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, subject = m.subjectTokens
        // 比计划目标|3000亿元|超过|1070亿元: what was aimed at, and how far it lies off.
        if let base = (clauseStart..<m.first).last(where: { tokens[$0].wordClass == .compare }),
            (base..<m.first).contains(where: { tokens[$0].wordClass == .aim })
        {
            return .noFigure
        }
        // 利润超出全年目标|25亿元
        if m.first > clauseStart + 1, tokens[m.first - 1].wordClass == .aim || terms.aims.ends(units, tokens[m.first - 1]),
            terms.passing.occurs(units, Int(tokens[clauseStart].start), Int(tokens[m.first - 1].start))
        {
            return .noFigure
        }
        // 高于目标|2个百分点, 差目标|2个百分点
        if q.unit.ends(in: "百", "分", "点"), m.first > clauseStart,
            tokens[m.first - 1].wordClass == .aim || terms.averageEnds.ends(units, tokens[m.first - 1])
        {
            return .noFigure
        }
        for i in subject {
            let t = tokens[i]
            guard t.kind == .word else { continue }
            switch t.wordClass {
            case .gap, .outpace: return .noFigure
            case .before:
                let isHalf = q.isChinese && q.value == DecimalNumber(50)
                if isGapWord(units, t) || isOutpaceWord(units, t) && !isHalf && (isAverage(units, i + 1) || passes(units, i, subject)) {
                    return .noFigure
                }
            case .compare:
                let last = Int(tokens[max(subject.upperBound - 1, i)].end) - 1
                if terms.gapAdjectives.contains(units[last]) { return .noFigure }
                // 比年初计划少了500亿元: a gap to the plan.
                if units[last] == "了", last > Int(t.start), terms.gapAdjectives.contains(units[last - 1]),
                    terms.planned.occurs(units, Int(t.end), last)
                {
                    return .noFigure
                }
            default: break
            }
        }
        if m.predicate.isCompared, !subject.isEmpty, terms.gapAdjectives.contains(units[last: tokens[subject.upperBound - 1]]) {
            return .noFigure
        }
        return nil
    }

    /// 投资2000万元以上的项目300个, 50米内换乘比例: which things; but 41200元以上的目标 is one.
    private func asThreshold(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, behind = m.behind, end = m.end
        guard behind < end, tokens[behind - 1].wordClass == .after else { return nil }
        // 其中50亿元以上|9个
        if q.family == .money, isClassifier(tokens[behind]) { return .partOfName }
        guard tokens[behind].kind == .text else { return nil }
        let isOf = units[first: tokens[behind]] == "的"
        let isAim = isOf && behind + 1 < end && tokens[behind + 1].wordClass == .aim
        // 消除10万元以下薄弱村, 招引亿元以上项目
        if m.hasNoun, q.family == .money,
            terms.sortedThings.ends(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, end) - 1].end))
        {
            return .partOfName
        }
        switch q.family {
        case .power where m.hasNoun: return isAim ? nil : .partOfName  // 30万千瓦以下煤电机组
        case .money, .people, .area, .power, .mass:
            return !isAim && (isOf || (behind..<end).contains { tokens[$0].kind == .quantity }) ? .partOfName : nil
        case .count: return isOf && !isAim && !m.subjectTokens.isEmpty ? .partOfName : nil
        case .time, .length: return isAim ? nil : .partOfName
        case .none:  // 2亿左右农民
            return !m.hasNoun || grammar.words[Int(tokens[behind - 1].index)].comparator != .approximately ? .noFigure : nil
        default: return nil
        }
    }

    /// Which of the things that the words behind name: 年销售收入超10亿元企业2家.
    private func asDescription(_ units: Span<UInt16>, _ m: borrowing Mention, _ q: Quantity) -> Exclusion? {
        let tokens = lexer.tokens, behind = m.behind, end = m.end, subjectTokens = m.subjectTokens
        let isText = behind < end && tokens[behind].kind == .text
        // 完全有能力保障好14万人的生活
        if q.family == .people, isText, units[first: tokens[behind]] == "的", unitRange(subjectTokens).count > 10, !m.predicate.hasVerb,
            tokens[subjectTokens.upperBound - 1].kind == .text
        {
            return .noFigure
        }
        // 排放强度相当于全国平均的60%: a gap to others.
        if q.family == .percent, terms.averages.ends(units, Int(tokens[clauseStart].start), q.range.lowerBound) { return .noFigure }
        // 完成约1亿人居住的旧村改造
        if m.hasNoun, q.family == .people, terms.dwelling.begins(units, tokens[behind]) { return .partOfName }
        // 1%人口抽样调查
        if q.family == .percent, m.hasNoun,
            terms.samples.ends(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, end) - 1].end))
        {
            return .partOfName
        }
        if isText, opensRelative(units, tokens[behind], longerThan: 1) {
            // 占人口65%的地区普及了教育
            if q.family == .percent, let first = subjectTokens.first(where: { tokens[$0].kind != .time }),
                tokens[first].wordClass == .share
            {
                return .partOfName
            }
            // 成为年吞吐量超过500万吨的港口
            if !subjectTokens.isEmpty, m.predicate.comparator != nil, q.family != .percent { return .partOfName }
        }
        // 年销售收入超10亿元企业2家, 成为产值超千亿元的县, 时速350公里高铁
        if isText, m.predicate.comparator != nil, q.family == .money || q.family == .none && q.unit.last == "亿",
            terms.describedThings.begins(units, Int(tokens[behind].start), units.count)
        {
            return .partOfName
        }
        if q.family == .length, !subjectTokens.isEmpty {
            let stop = Int(tokens[subjectTokens.upperBound - 1].end)
            if begins(units, max(0, stop - 2), with: terms.speed) { return .partOfName }
        }
        // Counts of the document's own parts: 七个方面, 6个维度.
        if q.unit == "个" || q.unit == "项" || q.unit.isEmpty, m.hasNoun,
            terms.ownParts.begins(units, Int(tokens[behind].start), units.count)
        {
            return .noFigure
        }
        // Durations and ages count only where something was brought to them.
        if q.family == .time {
            let name = subjectTokens.isEmpty ? subject : copy(units, unitRange(subjectTokens))
            if !terms.durationNames.occurs(name.span, 0, name.count) { return .partOfName }
        }
        return nil
    }

    /// 的火电站: a clause before 的 tells of the noun behind it.
    private func opensRelative(_ units: Span<UInt16>, _ t: Token, longerThan length: Int) -> Bool {
        units[first: t] == "的" && Int(t.end - t.start) > length
    }

    /// 9个
    private func isClassifier(_ t: Token) -> Bool { t.kind == .quantity && lexer.quantities[Int(t.index)].family.isClassifier }

    private func isSupposed(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.kind == .word && t.wordClass == .adverb && terms.supposed.begins(units, t)
    }

    private func isSpanOfMonths(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.kind == .word && t.index == grammar.idleAdverb && t.range.contains { units[$0] == "-" || units[$0] == "至" }
    }

    /// 投资额超过|原定投资额|14%: a distance; but 超过了|1978年前的…, a rate of its own, and 超过平均水平的县.
    private func passes(_ units: Span<UInt16>, _ i: Int, _ range: Range<Int>) -> Bool {
        guard i + 1 < range.upperBound, lexer.tokens[i + 1].kind == .text, units[first: lexer.tokens[i + 1]] != "了" else { return false }
        return !unitRange(i + 1..<range.upperBound).contains { units[$0] == "的" && units[$0 - 1] != "定" }  // 的, but 原定的
    }

    /// 超过|全国平均水平, 低于|预期
    private func isAverage(_ units: Span<UInt16>, _ i: Int) -> Bool {
        let at = i < lexer.tokens.count && lexer.tokens[i].wordClass == .own ? i + 1 : i
        return at < lexer.tokens.count && lexer.tokens[at].kind == .text && terms.averageEnds.ends(units, lexer.tokens[at])
    }

    func isGapWord(_ units: Span<UInt16>, _ t: Token) -> Bool {
        guard t.end - t.start == 2, units[Int(t.start) + 1] == "于" else { return false }  // 高于, 低于
        return units[first: t] == "高" || units[first: t] == "低"
    }
}

/// What the rules above ask for, made once with the grammar.
struct ExclusionTerms: Sendable {
    let among = HeadWords("在全国 在全省 在全市 在全区 在全县"), tasksOfYear = HeadWords("年度任务 年度目标 年度计划")
    let ranked = HeadWords("居 位居 位列 名列 列 排名 跃居 稳居 升至 跃升至 保持在")
    let within = HeadWords("在 在全国 在全省 在全市 在全区 在全县")
    let placesWithin = HeadWords(
        "县 县区 区县 市 市县 城市 省 省市 省份 地市 乡 镇 乡镇 村 行政村 社区 街道 国家 国家和地区 地区")
    let suchWorks = HeadWords("等项目 等工程 等重点项目 等重大项目 等一批项目 等重点工程 等重大工程")
    let rulesFor = HeadWords("稳 促 惠 助企 纾困"), rules = HeadWords("政策 措施 举措 意见 办法 航线 线路 公路 道路")
    let theFirst = HeadWords("第一个 第二个 第三个 第四个 第五个 第六个 第七个 第八个 第九个 首个")
    let aims = HeadWords("目标 任务 计划"), passing = HeadWords("超出 超额 超过")
    let namedRules = UnitSet("新老旧"), extremes = HeadWords("高的 低的 最高的 最低的 多的 少的 最多的 最少的 大的 好的 差的 快的 慢的")
    let moves = HeadWords("进 前进 前移 晋 升 上升 跃升 后移 提升 晋升 提前 位次 进位")
    let sums = HeadWords("共计 合计 总计")
    let nations = HeadWords("的大国 大国 的国家 的发展中 的农业大国 的社会主义")
    let averageEnds = HeadWords("平均水平 平均 平均值 预期 计划 进度")
    let whichAre = Array("的有".utf16)
    let grounds = HeadWords("的基础上 基础上")
    let scales = UnitSet("每数几、")
    let supposed = HeadWords("应该 应当"), peasants = HeadWords("农民 全国农民")
    let peoples = HeadWords("中国人 中华儿女 各族人民 人民群众 人民 同胞"), marks = HeadWords("台阶 关口 大关")
    let peoplesOfOne = HeadWords("民族大家庭 民族的统一 民族的大家庭 兄弟民族")
    let speed = Array("时速".utf16)
    let describedThings = HeadWords("的 企业 项目 县 区 园区 产业 集群 乡镇 镇 村 城市 开发区 单品 品牌 平台 基地 工程 级")
    let sortedThings = HeadWords("项目 企业 产业 集群 园区 村 县 乡镇 品牌 单位 主体 户 大户 基地 工程 开发区")
    let ownParts = HeadWords("方面 维度 台阶 部分 关键词 坚持 主要指标 核心指标")
    let ranks = HeadWords("前列 首位 第一 末位 后十位 后十名 前十位 前十名 榜首 之首 之一"), oneOf = HeadWords("之一")
    let everywhere = HeadWords("全国 全球 世界 全省 全区 全市")
    let averages = HeadWords("全国平均的 全省平均的 全国平均水平的 全省平均水平的 全国的平均水平的 世界平均水平的")
    let surroundings = HeadWords("沿线 沿江 沿岸 周边 方圆 半径 两侧 两岸 外围")
    let dwelling = HeadWords("居住的 生活的")
    let samples = HeadWords("抽样调查 抽样调查工作")
    let dimensions = HeadWords("口径 宽 长 深 高 级 跨度 以下 直径")
    let planned = HeadWords("计划 预算")
    let gapAdjectives = UnitSet("高低快慢多少好")
    let durationNames = HeadWords("寿命 年限 时间 时长 天数 平均 时限 期限 办结")
}
