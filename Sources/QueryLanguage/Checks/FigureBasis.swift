import Documents
import KnowledgeGraph
import Lexicon

/// What a figure is measured by, as the clause around it tells: a year's own, one year's share of a longer period (年均), an
/// amount added to what there was (新增), the part of a whole.
struct FigureBasis: Equatable {
    /// 年均, 平均每年: a mean of the years.
    private var isMean = false
    /// 比2002年: the year that a growth or change counts from, where it is named.
    private var since: Int?
    /// 翻一番, 合计: what a period brought in all.
    private var isSum = false
    /// 1958年和1959年两年, read for one of them.
    private var isOfSeveralYears = false
    /// A part: 其中, 上半年, 新增…能力.
    private var isPart = false
    /// 没有实现…的目标, 应该有: not reached.
    private var isDenied = false
    /// 新增减税: what comes on top, of an indicator that is not itself of what is added.
    private var isOnTop = false
    /// How far works have come: 开工 or 建成, where the words say so.
    private var stage: String?
    /// Money in the prices of another year (按2020年不变价格计算).
    private var isAtConstantPrices = false
    /// 名义增长, 实际增长: whether prices are in a growth, where the words say so.
    private var isReal: Bool?
    /// 由…增加到, 达到: the height that a period ends with, not what it adds up to.
    private(set) var reaches = false
    private let period: Period
    private let aspect: Aspect

    init(_ graph: Graph, _ figure: Int) {
        let row = graph.figures.statement.period[figure]
        period = row == .max ? Period(0) : graph.periods.period[Int(row)]
        aspect = Aspect(code: graph.figures.aspect[figure]) ?? .level
        guard graph.figures.statement.sentence[figure] != noNode else { return }
        let sentence = Int(graph.figures.statement.sentence[figure]), base = graph.documents.textStart[Int(graph.figures.statement.document[figure])]
        let start = base + Int(graph.sentences.start[sentence]), end = base + Int(graph.figures.statement.end[figure])
        let rest = base + Int(graph.sentences.end[sentence])
        guard start < end, Self.mayTell(graph, start..<max(end, rest)) else { return }
        let before = String(decoding: SourceText.fold(String(decoding: graph.text[start..<end], as: UTF8.self)), as: UTF16.self)
        let clause = before.lastIndex { Self.ends.contains($0) }.map { before[before.index(after: $0)...] } ?? before[...]
        isMean = Self.means.contains { clause.contains($0) }
        isSum = Self.sums.contains { clause.contains($0) }
        isPart = Self.parts.contains { clause.contains($0) } || Self.isShare(clause, graph, figure) || Self.partsOfSentence.contains { before.contains($0) }
        since = Self.baseYear(clause)
        let after = end < rest ? String(decoding: SourceText.fold(String(decoding: graph.text[end..<rest], as: UTF8.self)), as: UTF16.self) : ""
        let around = before + after.prefix { !Self.ends.contains($0) }
        // 1958年和1959年两年: of both, whichever it was read for.
        isOfSeveralYears = period.isYear && Self.tellsSeveralYears(clause)
        let isTarget = graph.figures.kind[figure] == FigureKind.target.code
        // 到6月底, 前9个月: of a result what was reached by then; of a target when it is due.
        if !isTarget, period.isYear, Self.tellsMonths(clause) { isPart = true }
        isDenied = Self.denials.contains { clause.contains($0) } || Self.suppositions.contains { before.contains($0) }
            || !isTarget && Self.quotes.contains { quote in before.ranges(of: quote).last.map { !before[$0.upperBound...].contains { Self.ends.contains($0) } } ?? false }
            || isTarget && (Self.plansDone.contains { around.contains($0) } || Self.tellsPlanDone(after))
        let own = clause.lastIndex(of: "、").map { clause[clause.index(after: $0)...] } ?? clause
        isOnTop = own.contains("新增") && !graph.name(of: NodeID(.indicator, Int(graph.figures.indicator[figure]))).contains("新增")
        reaches = Self.reached.contains { own.contains($0) }
        if isMean, since == nil { since = Self.baseYear(before[...]) }
        // In the look back on several years 比上年 is of the last of them.
        if !isMean, since == nil, !period.isYear, aspect != .level, Self.yearBefore.contains(where: { clause.contains($0) }) {
            since = Int(period.end) - 1
        }
        isAtConstantPrices = aspect == .level && Self.constantPrices.contains { around.contains($0) }
        if aspect == .growth { isReal = clause.contains("名义") ? false : Self.real.contains { before.contains($0) } ? true : nil }
        stage = Self.stages.compactMap { word in clause.ranges(of: word).last.map { (word, $0.lowerBound) } }.max { $0.1 < $1.1 }?.0
    }

    /// Whether any of the words below may stand in a sentence; of most that is seen at once, and costs a hundredth of looking for each.
    private static func mayTell(_ graph: Graph, _ range: Range<Int>) -> Bool {
        let units = SourceText.fold(String(decoding: graph.text[range], as: UTF8.self))
        for at in units.indices where openings[Int(units[at])] != 0 {
            if openings[Int(units[at])] == 2 || at + 1 < units.count && pairs.contains(UInt32(units[at]) << 16 | UInt32(units[at + 1])) { return true }
        }
        return false
    }

    /// What each word begins with: 1 for the first of a pair, 2 for a character that tells by itself.
    private static let openings: [UInt8] = {
        var openings = [UInt8](repeating: 0, count: 1 << 16)
        for pair in pairs { openings[Int(pair >> 16)] = 1 }
        for unit in "年月翻达".utf16 { openings[Int(unit)] = 2 }
        return openings
    }()

    private static let pairs: Set<UInt32> = {
        let words = [means, sums, parts, denials, partsOfSentence, suppositions, quotes, plansDone, donePlans, yearBefore, reached, constantPrices, real, stages]
        return Set(
            (words.flatMap(\.self) + ["其中", "新增", "名义"]).map { word in
                let units = Array(word.utf16.prefix(2))
                return UInt32(units[0]) << 16 | UInt32(units.count > 1 ? units[1] : 0)
            })
    }()

    /// Whether two figures of one indicator and one period can be held against each other.
    func compares(with other: FigureBasis) -> Bool {
        guard isPart == other.isPart, isOfSeveralYears == other.isOfSeveralYears, !isDenied, !other.isDenied else { return false }
        if let stage, let others = other.stage, stage != others { return false }
        if let isReal, let others = other.isReal, isReal != others { return false }
        guard isAtConstantPrices == other.isAtConstantPrices else { return false }
        // 新增510万户 is what came on top, and answers 增加500万户.
        guard aspect != .level else { return other.aspect != .level || isOnTop == other.isOnTop }
        return isMean == other.isMean && isSum == other.isSum && base == other.base
    }

    /// Whether two could be compared but for their prices: money at constant prices against current ones, a nominal growth against a real one.
    func differsInPricesAlone(from other: FigureBasis) -> Bool {
        var same = other
        (same.isAtConstantPrices, same.isReal) = (isAtConstantPrices, isReal)
        return !compares(with: other) && compares(with: same)
    }

    /// Whether it is the year's own, counted from the year before.
    var isPlain: Bool { isWholeOfIts && !isMean && !isSum && !isOfSeveralYears && !isAtConstantPrices && base == Int(period.start) - 1 }

    /// The years that a growth or change goes over: 比2020年 of 2025 those from 2021 on.
    var years: ClosedRange<Int> {
        let start = aspect == .level ? Int(period.start) : min(base + 1, Int(period.end))
        return start...max(start, Int(period.end))
    }

    /// Whether it was said not to be reached, or only supposed.
    var isSupposed: Bool { isDenied }

    /// Whether it is no part of another, and was not said to be missed.
    var isWholeOfIts: Bool { !isPart && !isDenied }

    /// The year before the period, where the words name none.
    private var base: Int { since ?? Int(period.start) - 1 }

    /// The year of 比2002年, 与2000年相比.
    private static func baseYear(_ clause: Substring) -> Int? {
        for range in clause.ranges(of: "年") {
            let digits = clause[..<range.lowerBound].suffix(4).compactMap { $0.isASCII ? $0.wholeNumberValue : Self.digits[$0] }
            guard digits.count == 4 else { continue }
            let year = digits.reduce(0) { $0 * 10 + $1 }
            if let before = clause[..<range.lowerBound].dropLast(4).last, "比较与".contains(before) { return year }
        }
        return nil
    }

    /// Whether the next clause says how much of a plan that was (…亿斤，完成年度计划的102%).
    private static func tellsPlanDone(_ after: String) -> Bool {
        let clauses = after.split(omittingEmptySubsequences: false) { ends.contains($0) }
        guard clauses.count > 1, clauses[0].count <= 12 else { return false }
        return donePlans.contains { clauses[1].hasPrefix($0) }
    }

    /// 其中山区200万吨 is a share of what stands before; 其中留抵退税1.5万亿元 is an indicator of its own.
    private static func isShare(_ clause: Substring, _ graph: Graph, _ figure: Int) -> Bool {
        guard let word = clause.ranges(of: "其中").last else { return false }
        let isKnown = graph.strings.string(graph.indicators.english[Int(graph.figures.indicator[figure])]) != nil
        return !(isKnown && clause[word.upperBound...].hasPrefix(graph.strings[graph.figures.wording[figure]]))
    }

    /// 到6月底, 前9个月, 1至9月, but not 12月底 and no day of a month.
    private static func tellsMonths(_ clause: Substring) -> Bool {
        clause.ranges(of: "月").contains { range in
            var before = clause[..<range.lowerBound]
            let after = clause[range.upperBound...]
            if before.last == "个" { before = before.dropLast() } else { guard after.first == "底" || after.first == "末" else { return false } }
            let number = before.reversed().prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
            return !number.isEmpty && number.count < 3 && !["21", "二十"].contains(String(number))
        }
    }

    /// 两年, 五年, but not 二○二四年.
    private static func tellsSeveralYears(_ clause: Substring) -> Bool {
        clause.ranges(of: "年").contains { range in
            let before = clause[..<range.lowerBound]
            guard let last = before.last, "两三四五".contains(last) else { return false }
            return before.dropLast().last.map { digits[$0] == nil && !$0.isNumber && $0 != "十" } ?? true
        }
    }

    private static let ends: Set<Character> = [",", ";", ":", "。", "!", "?", "\n"]
    private static let means = ["年均", "平均每年", "每年平均", "年平均", "每年递增", "年递增"]
    private static let sums = ["合计", "累计", "总共", "翻"]
    private static let parts = ["季度", "上半年", "下半年", "月份", "1-", "能力"]
    private static let denials = ["没有实现", "未能实现", "未实现", "没有完成", "未能完成", "未完成", "没有达到", "未达到"]
    private static let partsOfSentence = ["新增加的", "生产规模", "个自治区", "个省", "个市", "等省", "等市", "等地"]
    /// What was meant to be is no result, and may well be a target; what the next clause says may be one.
    private static let quotes = ["曾提出", "提出,要", "提出要"]
    /// What ought to be, what would be by another reckoning, and what others are said to hold.
    private static let suppositions = ["应该有", "应当有", "应该是", "应当是", "则可以", "生产规模可以", "有人认为", "有人说", "有人主张"]
    /// What a plan is said to have been done by is no target.
    private static let plansDone = ["完成年度计划", "完成计划的", "完成预算的", "为计划的"]
    private static let donePlans = ["完成年度计划", "完成计划", "完成原定", "超过年度计划", "超过计划", "超过原定", "为年度计划", "为计划的"]
    private static let yearBefore = ["比上年", "比上一年", "比去年", "比前一年", "较上年", "较去年", "同比"]
    private static let reached = [
        "增加到", "提高到", "上升到", "扩大到", "增长到", "增至", "升至", "达到", "达", "下降到", "降低到", "减少到", "回落到", "降到", "降至", "减至", "突破",
    ]
    private static let constantPrices = ["不变价", "可比价", "固定价格", "年价格计算"]
    private static let real = ["扣除价格", "扣除物价", "实际增长", "不变价", "可比价"]
    private static let stages = ["开工", "建成", "竣工"]
    private static let digits: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
