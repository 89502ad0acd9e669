import Documents
import Lexicon

/// What is no figure.
extension FigureReader {
    enum Exclusion { case none, partOfName, noFigure, landmark }

    func exclusion(_ units: Span<UInt16>, _ subjectTokens: Range<Int>, _ p: Predicate, _ list: [Quantity], _ k: Int, _ behind: Int, _ end: Int,
                            _ hasNoun: Bool) -> Exclusion {
        let tokens = lexer.tokens
        let q = list[0]
        // 5G基站万人拥有量
        if q.isScaleAlone, p.comparator == nil, !q.isMoreThan { return p.start == k && k > clauseStart && tokens[k - 1].kind == .text && !Self.scales.contains(units[Int(tokens[k].start) - 1]) ? .partOfName : .noFigure }
        if q.range.lowerBound > sentence.lowerBound, units[q.range.lowerBound - 1] == "每", q.family != .none { return .partOfName }  // 每50公斤
        // 其中1-2月|下降1.6%: of a part of the year, and of no name of its own.
        let clause = clauseStart..<k
        if clause.contains(where: { isSpanOfMonths(units, tokens[$0]) }), !clause.contains(where: { tokens[$0].kind == .text }) { return .noFigure }
        // 先后4次|降低存款准备金率: how often, and no object of its own.
        if q.unit == "次", list.count == 1, behind < end, tokens[behind].wordClass == .up || tokens[behind].wordClass == .down, tokens[behind].start == tokens[behind - 1].end { return .noFigure }
        // 21批173项成果: the second says it of the same things.
        if list.count == 1, behind + 1 < end, q.family.isClassifier, tokens[behind].kind == .quantity, tokens[behind].start == tokens[behind - 1].end,
            tokens[behind + 1].kind == .text, lexer.quantities[Int(tokens[behind].index)].family.isClassifier, !isSort(behind)
        {
            return .noFigure
        }
        // 一个13亿多人口的大国
        if hasNoun, q.family.isClassifier || q.family == .percent, subjectTokens.isEmpty, bearsMeasure(units, behind, end) { return .partOfName }
        // 占比超过10%的有44种: the number sorts what is counted next.
        if behind + 1 < end, tokens[behind].kind == .text, begins(units, Int(tokens[behind].start), with: Self.whichAre),
            (behind + 1..<min(end, behind + 3)).contains(where: { tokens[$0].kind == .quantity })
        {
            return .partOfName
        }
        // 降低900多万个体工商户税负: how many are relieved, not by how much.
        if hasNoun, p.isGrowth, p.sign < 0 || units[first: tokens[p.start]] == "提", !p.reaches, q.family == .none, subjectTokens.isEmpty, !q.isMultiple, !q.unit.isEmpty { return .partOfName }
        if q.unit.hasSuffix("人口"), behind < end, units[first: tokens[behind]] == "的" || Self.nations.begins(units, tokens[behind]) { return .noFigure }
        // 在连续两年增长13%的基础上: of no time that is named.
        if behind < end, tokens[behind].kind == .text, Self.grounds.begins(units, Int(tokens[behind].start), min(units.count, Int(tokens[behind].end) + 1)), !(clauseStart..<k).contains(where: { time($0) != nil }) {
            return .noFigure
        }
        // 全国粮食产量|应该有|7200亿斤: supposed, and no result.
        if !frame.looksForward, (p.start..<k).contains(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .adverb && Self.supposed.begins(units, tokens[$0]) }) { return .noFigure }
        // 8亿农民: all of them too.
        if hasNoun, q.unit == "亿", q.value >= DecimalNumber(5), Self.peasants.begins(units, tokens[behind]) { return .noFigure }
        // 14亿中国人民: all of them, a figure of speech.
        if hasNoun, Self.peoples.begins(units, tokens[behind]) { return .noFigure }
        // 56个民族: as many as the nation has.
        if hasNoun, q.unit == "个", Self.peoplesOfOne.begins(units, tokens[behind]) { return .noFigure }
        // 跨过3个万亿级关口
        if hasNoun, q.family.isClassifier, Self.marks.ends(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, end) - 1].end)) { return .landmark }
        // 连跨4个|万亿元|台阶
        if q.family.isClassifier, behind + 1 < end, tokens[behind].kind == .quantity, isLandmark(units, tokens[behind + 1].range) { return .landmark }
        // 在6000万人民的共同努力下
        if hasNoun, tokens[behind].kind == .text, units[last: tokens[nounStop(behind, end) - 1]] == "下", q.family.isClassifier { return .noFigure }
        // 退出全国168个重点城镇后十位, 5个试点地区之一: how many there are to compare with.
        if hasNoun, q.family.isClassifier {
            let stop = nounStop(behind, end)
            let last = Int(tokens[stop - 1].end) - (units[last: tokens[stop - 1]] == Unit.closeQuote ? 1 : 0)
            if Self.ranks.ends(units, Int(tokens[behind].start), last),
                Self.oneOf.ends(units, Int(tokens[behind].start), last) || k > 0 && Self.everywhere.ends(units, sentence.lowerBound, q.range.lowerBound)
            {
                return .noFigure
            }
        }
        // 220千伏输电线路, 60米口径望远镜: a property of the thing.
        if q.unit.hasSuffix("伏") || q.family == .length && hasNoun && Self.dimensions.begins(units, tokens[behind]) { return .partOfName }
        // 沿线1公里化工地块, 周边3公里范围: how far a stretch reaches.
        if q.family == .length, hasNoun, Self.surroundings.ends(units, sentence.lowerBound, q.range.lowerBound) { return .partOfName }
        // 例如年产15万吨的茶厂，4万千瓦|的火电站
        if q.family == .power, !p.hasVerb, behind < end, tokens[behind].kind == .text, units[first: tokens[behind]] == "的", tokens[behind].end - tokens[behind].start > 2, subjectTokens.allSatisfy({ tokens[$0].kind != .text }) {
            return .partOfName
        }
        // 推出量产级|9兆瓦时储能系统
        if q.family == .power || q.family == .energy, behind < end, tokens[behind].kind == .text, !subjectTokens.isEmpty, units[last: tokens[subjectTokens.upperBound - 1]] == "级" { return .partOfName }
        // 精细图完成、10兆瓦反应堆: the power is the thing's own.
        if q.family == .power, hasNoun, p.start == k, k > clauseStart, tokens[k - 1].mark == Unit.enumerationComma, !subjectTokens.isEmpty { return .partOfName }
        // Gaps: 高于全国1.7个百分点, 比全国高2个百分点.
        for i in subjectTokens {
            let t = tokens[i]
            guard t.kind == .word else { continue }
            if t.wordClass == .gap || t.wordClass == .outpace || t.wordClass == .before && (isGapWord(units, t) || isOutpaceWord(units, t) && !(q.isChinese && q.value == DecimalNumber(50)) && (isAverage(units, i + 1) || passes(units, i, subjectTokens))) {
                return .noFigure
            }
            if t.wordClass == .compare {
                let last = Int(tokens[max(subjectTokens.upperBound - 1, i)].end) - 1
                if Self.gapAdjectives.contains(units[last]) { return .noFigure }
                // 比年初计划少了500亿元: a gap to the plan.
                if units[last] == "了", last > Int(t.start), Self.gapAdjectives.contains(units[last - 1]), Self.planned.occurs(units, Int(t.end), last) { return .noFigure }
            }
        }
        if p.isCompared, subjectTokens.isEmpty == false, Self.gapAdjectives.contains(units[last: tokens[subjectTokens.upperBound - 1]]) {
            return .noFigure
        }
        // 其中50亿元以上|9个
        if q.family == .money, behind < end, tokens[behind - 1].wordClass == .after, tokens[behind].kind == .quantity, lexer.quantities[Int(tokens[behind].index)].family.isClassifier { return .partOfName }
        // Thresholds: 投资2000万元以上的项目300个, 50米内换乘比例; but 41200元以上的目标 is one.
        if behind < end, tokens[behind - 1].wordClass == .after, tokens[behind].kind == .text {
            let isOf = units[first: tokens[behind]] == "的"
            let isAim = isOf && behind + 1 < end && tokens[behind + 1].wordClass == .aim
            // 消除10万元以下薄弱村, 招引亿元以上项目
            if hasNoun, q.family == .money, Self.sortedThings.ends(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, end) - 1].end)) { return .partOfName }
            switch q.family {
            case .power where hasNoun: if !isAim { return .partOfName }  // 30万千瓦以下煤电机组
            case .money, .people, .area, .power, .mass:
                if !isAim, isOf || (behind..<end).contains(where: { tokens[$0].kind == .quantity }) { return .partOfName }
            case .count: if isOf, !isAim, !subjectTokens.isEmpty { return .partOfName }
            case .time, .length: if !isAim { return .partOfName }
            case .none: if !hasNoun || grammar.words[Int(tokens[behind - 1].index)].comparator != .approximately { return .noFigure }  // 2亿左右农民
            default: break
            }
        }
        // 完全有能力保障好14万人的生活
        if q.family == .people, behind < end, tokens[behind].kind == .text, units[first: tokens[behind]] == "的", unitRange(subjectTokens).count > 10, !p.hasVerb,
            tokens[subjectTokens.upperBound - 1].kind == .text
        {
            return .noFigure
        }
        // 排放强度相当于全国平均的60%: a gap to others.
        if q.family == .percent, Self.averages.ends(units, Int(tokens[clauseStart].start), q.range.lowerBound) { return .noFigure }
        // 完成约1亿人居住的旧村改造
        if hasNoun, q.family == .people, Self.dwelling.begins(units, tokens[behind]) { return .partOfName }
        // 1%人口抽样调查
        if q.family == .percent, hasNoun, Self.samples.ends(units, Int(tokens[behind].start), Int(tokens[nounStop(behind, end) - 1].end)) { return .partOfName }
        // 占人口65%的地区普及了教育
        if q.family == .percent, behind < end, tokens[behind].kind == .text, units[first: tokens[behind]] == "的", tokens[behind].end - tokens[behind].start > 1,
            let first = subjectTokens.first(where: { tokens[$0].kind != .time }), tokens[first].wordClass == .share
        {
            return .partOfName
        }
        // 成为年吞吐量超过500万吨的港口
        if behind < end, !subjectTokens.isEmpty, p.comparator != nil, q.family != .percent, tokens[behind].kind == .text, units[first: tokens[behind]] == "的",
            tokens[behind].end - tokens[behind].start > 1
        {
            return .partOfName
        }
        // 年销售收入超10亿元企业2家, 成为产值超千亿元的县, 时速350公里高铁: the number describes what follows.
        if behind < end, p.comparator != nil, q.family == .money, tokens[behind].kind == .text,
            Self.describedThings.begins(units, Int(tokens[behind].start), units.count)
        {
            return .partOfName
        }
        if q.family == .length, !subjectTokens.isEmpty {
            let stop = Int(tokens[subjectTokens.upperBound - 1].end)
            if begins(units, max(0, stop - 2), with: Self.speed) { return .partOfName }
        }
        // Counts of the document's own parts: 七个方面, 6个维度.
        if q.unit == "个" || q.unit == "项" || q.unit.isEmpty, hasNoun,
            Self.ownParts.begins(units, Int(tokens[behind].start), units.count)
        {
            return .noFigure
        }
        // Durations and ages count only where something was brought to them.
        if q.family == .time {
            let name = subjectTokens.isEmpty ? subject : copy(units, unitRange(subjectTokens))
            if !Self.durationNames.occurs(name.span, 0, name.count) { return .partOfName }
        }
        return .none
    }

    private func isSpanOfMonths(_ units: Span<UInt16>, _ t: Token) -> Bool {
        t.kind == .word && t.index == grammar.idleAdverb && t.range.contains { units[$0] == "-" || units[$0] == "至" }
    }

    /// 投资额超过|原定投资额|14%: a distance; but 超过了|1978年前的…, a rate of its own, and 超过平均水平的县.
    private func passes(_ units: Span<UInt16>, _ i: Int, _ range: Range<Int>) -> Bool {
        guard i + 1 < range.upperBound, lexer.tokens[i + 1].kind == .text, units[first: lexer.tokens[i + 1]] != "了" else { return false }
        return !unitRange(i + 1..<range.upperBound).contains { units[$0] == "的" && units[$0 - 1] != "定" }  // 的, but 原定的
    }

    /// 超过|全国平均水平
    private func isAverage(_ units: Span<UInt16>, _ i: Int) -> Bool {
        let at = i < lexer.tokens.count && lexer.tokens[i].wordClass == .own ? i + 1 : i
        return at < lexer.tokens.count && lexer.tokens[at].kind == .text && Self.averageEnds.ends(units, lexer.tokens[at])
    }

    func isGapWord(_ units: Span<UInt16>, _ t: Token) -> Bool {
        guard t.end - t.start == 2, units[Int(t.start) + 1] == "于" else { return false }  // 高于, 低于
        return units[first: t] == "高" || units[first: t] == "低"
    }

    private static let nations = HeadWords("的大国 大国 的国家 的发展中 的农业大国 的社会主义")
    private static let averageEnds = HeadWords("平均水平 平均 平均值")
    private static let whichAre = Array("的有".utf16)
    private static let grounds = HeadWords("的基础上 基础上")
    private static let scales = UnitSet("每数几、")
    private static let supposed = HeadWords("应该 应当"), peasants = HeadWords("农民 全国农民")
    private static let peoples = HeadWords("中国人 中华儿女 各族人民 人民群众 人民 同胞"), marks = HeadWords("台阶 关口 大关")
    private static let peoplesOfOne = HeadWords("民族大家庭 民族的统一 民族的大家庭 兄弟民族")
    private static let speed = Array("时速".utf16)
    private static let describedThings = HeadWords("的 企业 项目 县 区 园区 产业 集群 乡镇 镇 村 城市 开发区 单品 品牌 平台 基地 工程 级")
    private static let sortedThings = HeadWords("项目 企业 产业 集群 园区 村 县 乡镇 品牌 单位 主体 户 大户 基地 工程 开发区")
    private static let ownParts = HeadWords("方面 维度 台阶 部分 关键词 坚持 主要指标 核心指标")
    private static let ranks = HeadWords("前列 首位 第一 末位 后十位 后十名 前十位 前十名 榜首 之首 之一"), oneOf = HeadWords("之一")
    private static let everywhere = HeadWords("全国 全球 世界 全省 全区 全市")
    private static let averages = HeadWords("全国平均的 全省平均的 全国平均水平的 全省平均水平的 全国的平均水平的 世界平均水平的")
    private static let surroundings = HeadWords("沿线 沿江 沿岸 周边 方圆 半径 两侧 两岸 外围")
    private static let dwelling = HeadWords("居住的 生活的")
    private static let samples = HeadWords("抽样调查 抽样调查工作")
    private static let dimensions = HeadWords("口径 宽 长 深 高 级 跨度 以下 直径")
    private static let planned = HeadWords("计划 预算")
    private static let gapAdjectives = UnitSet("高低快慢多少好")
    private static let durationNames = HeadWords("寿命 年限 时间 时长 天数 平均 时限 期限 办结")
}
