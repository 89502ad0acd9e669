import Documents
import KnowledgeGraph
import Lexicon

/// What a figure is measured by, as the clause around it tells: a year's own, one year's share of a longer period (年均), an
/// amount added to what there was (新增), the part of a whole.
struct FigureBasis: Equatable, Sendable {
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
    private var stage: Int?
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
        let sentence = Int(graph.figures.statement.sentence[figure]),
            base = graph.documents.textStart[Int(graph.figures.statement.document[figure])]
        let start = base + Int(graph.sentences.start[sentence]), end = base + Int(graph.figures.statement.end[figure])
        let rest = base + Int(graph.sentences.end[sentence])
        guard start < end else { return }
        // The sentence up to the figure, and what follows it.
        var text: [UInt16] = []
        text.reserveCapacity(max(end, rest) - start)
        graph.fold(start..<end, into: &text)
        let here = text.count
        if end < rest { graph.fold(end..<rest, into: &text) }
        let around = text[here...].firstIndex { ClauseEnd.isEnd($0) } ?? text.count
        let signs = Self.words.signs(in: text)
        if signs.isEmpty { return }
        let clause = ClauseEnd.lastClause(text, before: here)
        let own = text[clause..<here].lastIndex(of: Self.enumeration).map { $0 + 1 } ?? clause
        func tells(_ sign: Sign, _ range: Range<Int>) -> Bool {
            signs.contains { $0.kind == sign.rawValue && $0.start >= range.lowerBound && $0.end <= range.upperBound }
        }
        let isTarget = graph.figures.kind[figure] == FigureKind.target.code
        isMean = tells(.mean, clause..<here)
        isSum = tells(.sum, clause..<here)
        isPart = tells(.part, clause..<here) || tells(.partOfSentence, 0..<here) || Self.isShare(text[clause..<here], signs, graph, figure)
        let years = signs.filter { $0.kind == Sign.year.rawValue && $0.end <= here }, yearsOfClause = years.filter { $0.start >= clause }
        since = Self.baseYear(yearsOfClause, text, from: clause)
        // 1958年和1959年两年: of both, whichever it was read for.
        isOfSeveralYears = period.isYear && yearsOfClause.contains { Self.tellsSeveralYears($0.start, text, from: clause) }
        // 到6月底, 前9个月: of a result what was reached by then; of a target when it is due.
        if !isTarget, period.isYear,
            signs.contains(where: {
                $0.kind == Sign.month.rawValue && $0.start >= clause && $0.end <= here && Self.tellsMonth($0, text[clause..<here])
            })
        {
            isPart = true
        }
        isDenied = tells(.denial, clause..<here) || tells(.supposition, 0..<here)
            || !isTarget && signs.contains { $0.kind == Sign.quote.rawValue && $0.end <= here && $0.end >= clause }
            || isTarget && (tells(.planDone, 0..<around) || Self.tellsPlanDone(text, from: here, signs))
        isOnTop = tells(.new, own..<here) && !graph.name(of: NodeID(.indicator, Int(graph.figures.indicator[figure]))).contains("新增")
        reaches = tells(.reached, own..<here)
        if isMean, since == nil { since = Self.baseYear(years, text, from: 0) }
        // In the look back on several years 比上年 is of the last of them.
        if !isMean, since == nil, !period.isYear, aspect != .level, tells(.yearBefore, clause..<here) { since = Int(period.end) - 1 }
        isAtConstantPrices = aspect == .level && tells(.constantPrices, 0..<around)
        if aspect == .growth { isReal = tells(.nominal, clause..<here) ? false : tells(.real, 0..<here) ? true : nil }
        stage = signs.last { $0.kind == Sign.stage.rawValue && $0.start >= clause && $0.end <= here }?.word
    }

    /// Whether two figures of one indicator and one period can be held against each other.
    func compares(with other: FigureBasis) -> Bool {
        guard isPart == other.isPart, isOfSeveralYears == other.isOfSeveralYears, !isDenied, !other.isDenied else { return false }
        if let stage, let others = other.stage, stage != others { return false }
        if let isReal, let others = other.isReal, isReal != others { return false }
        guard isAtConstantPrices == other.isAtConstantPrices else { return false }
        // 五年合计1630万吨 is no height of the last year.
        if isSum, !period.isYear, other.period.isYear { return false }
        if other.isSum, !other.period.isYear, period.isYear { return false }
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

    /// The year of 比2002年, 与2000年相比, of the first that is told so.
    private static func baseYear(_ years: [SignWords.Sign], _ text: [UInt16], from low: Int) -> Int? {
        for sign in years where sign.start - low > 4 {
            guard Self.since.contains(text[sign.start - 5]) else { continue }
            var year = 0, count = 0
            for unit in text[sign.start - 4..<sign.start] {
                guard let digit = digit(unit) else { break }
                (year, count) = (year * 10 + digit, count + 1)
            }
            if count == 4 { return year }
        }
        return nil
    }

    private static func digit(_ unit: UInt16) -> Int? { unit.isDigit ? Int(unit) - 0x30 : digits[unit] }

    /// Whether the next clause says how much of a plan that was (…亿斤，完成年度计划的102%).
    private static func tellsPlanDone(_ text: [UInt16], from here: Int, _ signs: [SignWords.Sign]) -> Bool {
        guard let end = text[here...].firstIndex(where: { ClauseEnd.isEnd($0) }), end - here <= 12 else { return false }
        let next = text[(end + 1)...].firstIndex { ClauseEnd.isEnd($0) } ?? text.count
        return signs.contains { $0.kind == Sign.donePlan.rawValue && $0.start == end + 1 && $0.end <= next }
    }

    /// 其中山区200万吨 is a share of what stands before; 其中留抵退税1.5万亿元 is an indicator of its own.
    private static func isShare(_ clause: ArraySlice<UInt16>, _ signs: [SignWords.Sign], _ graph: Graph, _ figure: Int) -> Bool {
        guard let word = signs.last(where: { $0.kind == Sign.among.rawValue && $0.start >= clause.startIndex && $0.end <= clause.endIndex })
        else { return false }
        let isKnown = graph.indicators.english[Int(graph.figures.indicator[figure])] != StringTable.none
        guard isKnown else { return true }
        // 其中全省|生产总值, 其中包括|生产总值
        var behind = clause[word.end...]
        if behind.starts(with: including) { behind = behind.dropFirst(including.count) }
        if let place = wholes.first(where: { behind.starts(with: $0) }) { behind = behind.dropFirst(place.count) }
        return !behind.starts(with: graph.strings[graph.figures.wording[figure]].utf16)
    }

    /// 到6月底, 前9个月, 1至9月, but not 12月底 and no day of a month.
    private static func tellsMonth(_ sign: SignWords.Sign, _ clause: ArraySlice<UInt16>) -> Bool {
        var before = clause[..<sign.start]
        if before.last == Self.count { before = before.dropLast() } else {
            guard let next = clause[sign.end...].first, Self.monthEnds.contains(next) else { return false }
        }
        let number = before.suffix(3).reversed().prefix { $0.isDigit || Self.tens.contains($0) }
        return !number.isEmpty && number.count < 3 && !Self.december.contains { number.elementsEqual($0) }
    }

    /// 两年, 五年, but not 二○二四年.
    private static func tellsSeveralYears(_ year: Int, _ text: [UInt16], from clause: Int) -> Bool {
        guard year > clause, Self.several.contains(text[year - 1]) else { return false }
        guard year - 1 > clause else { return true }
        let before = text[year - 2]
        return digits[before] == nil && !before.isNumber
    }

    /// Kinds of words, in the order of their lists in `words`.
    private enum Sign: Int {
        case mean, sum, part, denial, partOfSentence, supposition, quote, planDone, donePlan, yearBefore, reached, constantPrices, real,
            stage
        case among, new, nominal, year, month
    }

    private static let words = SignWords([
        means, sums, parts, denials, partsOfSentence, suppositions, quotes, plansDone, donePlans, yearBefore, reached, constantPrices, real,
        stages,
        ["其中"], ["新增"], ["名义"], ["年"], ["月"],
    ])
    private static let wholes = ["全国", "全省", "全市", "全区", "全县", "全镇", "全州", "全乡", "全旗", "全自治区", "我国", "我省", "我市", "我县"].map {
        Array($0.utf16)
    }
    private static let including = Array("包括".utf16)
    private static let enumeration = Unit.enumerationComma
    private static let since = Set("比较与".utf16), several = Set("两三四五".utf16), monthEnds = Set("底末".utf16), tens = Set("一二三四五六七八九十".utf16)
    private static let count: UInt16 = 0x4E2A  // 个
    /// From behind.
    private static let december = ["21", "二十"].map { Array($0.utf16) }
    private static let means = ["年均", "平均每年", "每年平均", "年平均", "每年递增", "年递增"]
    private static let sums = ["合计", "累计", "总共", "翻", "倍增"]
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
    private static let digits: [UInt16: Int] = Dictionary(
        uniqueKeysWithValues: ["〇○零", "一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated().flatMap { value, units in
            units.utf16.map { ($0, value) }
        })
}
