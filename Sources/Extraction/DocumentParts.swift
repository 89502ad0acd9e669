import Documents

/// What a part of a document does: whether it looks back, plans, or admits weaknesses.
public enum DocumentPart: Sendable, Hashable {
    /// Reports what was done (工作回顾, 发展成就).
    case review
    /// Sets out what is to be done (目标任务, 重点工作).
    case plan
    /// Admits weaknesses (困难和问题).
    case problems
    /// Salutation, thanks, appeals, positions on the world: commits nobody to anything.
    case other
}

/// The part that each paragraph and each heading of a document belongs to.
public struct DocumentParts: Sendable {
    /// One for each of `Outline.paragraphs`.
    public let paragraphs: [DocumentPart]
    /// One for each of `Outline.paragraphs`: `.review` or `.plan`, whichever section the paragraph stands in, also where it
    /// admits weaknesses or gives thanks; `.other` before the first section.
    public let sections: [DocumentPart]
    /// One for each of `Outline.headings`.
    public let headings: [DocumentPart]

    /// Whether the title says that the document accounts for the year that it names (预算执行情况), and plans no other.
    public let reportsOnly: Bool

    public init(_ text: SourceText, _ outline: Outline) {
        let units = text.units
        let kind = Self.kind(units, outline)
        reportsOnly = kind == .account
        var parts = [DocumentPart](repeating: .other, count: outline.paragraphs.count)
        var sections = parts
        var headingParts = [DocumentPart](repeating: .other, count: outline.headings.count)
        var state = State(
            main: reportsOnly ? .review : kind == .plan ? .plan : .other, followsLine: reportsOnly, tellsOnly: kind == .communique)
        state.latest = outline.headings.lazy.filter { $0.level == 1 }.compactMap { Self.year(units, $0.title) }.max() ?? 0
        state.titled = outline.paragraphs.prefix { Self.isAbove($0, units) }.lazy.compactMap { Self.year(units, $0.range) }.first
        var h = 0
        for (i, paragraph) in outline.paragraphs.enumerated() {
            guard paragraph.role == .body || paragraph.role == .heading else { continue }
            let first = h
            while h < outline.headings.count, outline.headings[h].range.lowerBound < paragraph.range.upperBound { h += 1 }
            let opening = first < h && outline.headings[first].range.lowerBound == paragraph.range.lowerBound
                ? outline.headings[first] : nil
            parts[i] = state.part(of: paragraph.range, heading: opening, isWhole: paragraph.role == .heading, units)
            sections[i] = parts[i] == .review || parts[i] == .plan ? parts[i] : state.main
            for k in first..<h { headingParts[k] = sections[i] }
        }
        paragraphs = parts
        self.sections = sections
        headings = headingParts
    }

    private enum Kind {
        /// A plan, opinion or notice: it commits from its first sentence on.
        case plan
        /// A statistical communiqué only tells what was.
        case communique
        /// Of what was done (预算执行情况), with no plan beside it.
        case account
    }

    /// Whether it is one of the lines above the text.
    private static func isAbove(_ paragraph: Outline.Paragraph, _ units: [UInt16]) -> Bool {
        paragraph.role == .residue || units[paragraph.range.lowerBound] == "#"
    }

    /// What the lines above the text call it.
    private static func kind(_ units: [UInt16], _ outline: Outline) -> Kind? {
        for paragraph in outline.paragraphs {
            guard isAbove(paragraph, units) else { return nil }
            let line = paragraph.range
            guard line.count <= 80 else { continue }
            if isCommunique(units, line) { return .communique }
            if Words.accounts.occurs(in: units, line) { return Words.budgets.occurs(in: units, line) ? nil : .account }
            if Words.reports.occurs(in: units, line) { return Words.drafts.occurs(in: units, line) ? nil : .account }
            // A headline (提前一年实现五年计划) tells of a plan, and is none.
            let isOfTasks = Words.planLines.ends(units, line) && !Words.reviewLines.occurs(in: units, line)
            if line.count <= 60, isOfTasks || Words.plans.ends(units, line), !Words.attaining.occurs(in: units, line) {
                return .plan
            }
        }
        return nil
    }

    /// 2025年国民经济和社会发展统计公报
    static func isCommunique(_ units: [UInt16], _ title: Range<Int>) -> Bool { Words.communiques.occurs(in: units, title) }

    /// Whether a line without a number that stands alone opens a part that looks back (2025年工作回顾) or forward (今后五年的主要任务).
    static func directionOfLine(_ units: [UInt16], _ line: Range<Int>) -> DocumentPart? {
        guard (4...30).contains(line.count), !line.contains(where: { Words.notInLines.contains(units[$0]) }) else { return nil }
        if Words.reviewLines.occurs(in: units, line) { return .review }
        return Words.planLines.occurs(in: units, line) ? .plan : nil
    }

    /// Whether a heading is of what is there to build on; 发展基础工业 is of an industry, 夯实发展基础 of what is to be done.
    private static func namesFoundation(_ units: [UInt16], _ title: Range<Int>) -> Bool {
        guard let at = Words.foundations.first(in: units, title),
            !Words.strengthening.occurs(in: units, title.lowerBound..<at)
        else { return false }
        let end = at + Words.foundations.length(in: units, at: at, end: title.upperBound)
        return end == title.upperBound || Words.joins.contains(units[end])
    }

    /// The year that a heading names first.
    private static func year(_ units: [UInt16], _ title: Range<Int>) -> Int? {
        for i in title where i + 4 < title.upperBound && units[i + 4] == "年" {
            var year = 0
            for u in units[i..<i + 4] {
                guard let digit = Unit.isDigit(u) ? Int(u - "0") : QuantityParser.digit(u) else { year = 0; break }
                year = year * 10 + digit
            }
            if year > 1900 { return year }
        }
        return nil
    }

    /// Whether a heading, judged by itself alone, looks back or forward; nil where it says neither.
    static func direction(_ units: [UInt16], _ title: Range<Int>) -> DocumentPart? {
        let ahead = Words.planTitles.occurs(in: units, title)
        guard Words.reviewTitles.occurs(in: units, title) else {
            // 加快…取得新突破 wants to reach it; …取得新突破 has.
            // 供给侧改革全面推进
            if Words.risen.ends(units, title), !Words.imperatives.begins(units, title) { return .review }
            guard Words.achieved.occurs(in: units, title) else { return ahead ? .plan : nil }
            return Words.imperatives.begins(units, title) ? .plan : .review
        }
        // Where a title names both, the review comes first; the paragraphs say where the plan begins.
        return .review
    }
}

extension DocumentParts {
    /// What is known while paragraphs go by.
    private struct State {
        /// The direction of the section: review or plan; other before the first.
        var main: DocumentPart
        /// Whether the list of weaknesses goes on in paragraphs with dashes or ordinals.
        private var inProblems = false
        /// A section that reviews and plans: a paragraph of the plan turns it.
        private var isMixed = false
        private var inClosing = false
        /// The first section has a title that says neither: a paragraph that looks back turns it.
        private var isUndecided = false
        /// No heading set the section, as in news: paragraphs turn it to and fro.
        private var isLoose = false
        /// The year that the plan of such a text is for, where it names it.
        private var planYear: Int?
        /// The document tells what was, in all its sections.
        private let tellsOnly: Bool
        /// A line without a number, or the title, set the section: headings with one below it turn it only where they say so outright.
        private var followsLine: Bool
        /// The level of the heading that opened a section of a plan that only tells what was reached: 现实基础, “十四五”发展成就.
        private var lookingBack: Int?
        /// The latest year that a heading of the first level names.
        var latest = 0
        /// The year that the lines above the text name first.
        var titled: Int?

        init(main: DocumentPart, followsLine: Bool, tellsOnly: Bool) {
            (self.main, self.followsLine, self.tellsOnly) = (main, followsLine, tellsOnly)
        }

        mutating func part(
            of p: Range<Int>, heading: Outline.Heading?, isWhole: Bool, _ units: [UInt16]
        ) -> DocumentPart {
            if tellsOnly { return .review }
            if heading.map({ $0.title == $0.range }) ?? true, let direction = DocumentParts.directionOfLine(units, p) {
                (main, isMixed, isUndecided, inProblems, inClosing, followsLine) = (direction, false, false, false, false, true)
                isLoose = false
                return main
            }
            if let heading, heading.title != heading.range {
                if heading.level <= lookingBack ?? 0 { lookingBack = nil }
                if heading.level <= 2 { enter(heading, p, units) }
                if main == .plan, lookingBack == nil, DocumentParts.namesFoundation(units, heading.title),
                    !Words.planLines.occurs(in: units, heading.title)
                {
                    lookingBack = heading.level
                }
            } else if let heading, heading.level <= 2 {
                lookingBack = nil
                enter(heading, p, units)
            }
            if let heading, heading.level == 1 || heading.level == 2 && isWhole { return lookingBack == nil ? main : .review }
            let opening = p.lowerBound..<min(p.upperBound, p.lowerBound + 60)
            let body = skippingSalutation(p, units)
            if body.isEmpty { return .other }
            if Words.closings.occurs(in: units, p.lowerBound..<min(p.upperBound, p.lowerBound + 90)) { inClosing = true }
            if inClosing, heading == nil { return .other }
            if heading.map({ $0.level == 3 }) != true || inProblems, admitsWeakness(p, units) {
                inProblems = true
                return .problems
            }
            if inProblems, let heading, heading.level == 3, main == .review,
               units[heading.range.lowerBound] == "-" || Words.ordinalLists.begins(units, p) {
                return .problems
            }
            inProblems = false
            if main != .plan, Words.thanks.occurs(in: units, p) { return .other }
            if Words.world.occurs(in: units, opening), heading == nil { return .other }
            turn(at: body, units)
            if main == .plan, Words.backwardOpeners.begins(units, body) || opensPastYear(body, units),
                !Words.forward.occurs(in: units, opening)
            {
                return .review
            }
            return lookingBack == nil ? main : .review
        }

        private mutating func enter(_ heading: Outline.Heading, _ p: Range<Int>, _ units: [UInt16]) {
            inProblems = false
            if heading.level == 1 { isLoose = false }
            // 一、砥砺奋进：2025年成果丰硕 is a title to the end of its line.
            let title = heading.level == 1 && p.count <= 70 ? heading.title.lowerBound..<p.upperBound : heading.title
            if heading.level == 1 { inClosing = false }
            if followsLine, heading.level == 1 {
                let isNumbered = heading.title != heading.range
                if let direction = DocumentParts.directionOfLine(units, title)
                    ?? (isNumbered ? nil : DocumentParts.direction(units, title)) { main = direction }
                return
            }
            // 一、1955年决算 before 二、1956年预算
            let isPast = heading.level == 1 && DocumentParts.year(units, title).map { $0 < latest } == true
            guard let direction = isPast ? .review : DocumentParts.direction(units, title) else {
                if heading.level == 1 { isUndecided = main == .other && !Words.closingTitles.occurs(in: units, title) }
                // A section without a word of time plans, unless it belongs to a review.
                if heading.level == 1 { (main, isMixed) = (Words.closingTitles.occurs(in: units, title) ? .other : .plan, false) }
                return
            }
            if heading.level == 1 {
                isUndecided = direction == .plan && main == .other && Words.situations.occurs(in: units, title)
                main = direction
                isMixed = direction == .review && Words.planTitles.occurs(in: units, title)
            }
        }

        /// A section that holds both turns from the one to the other at the paragraph that opens so.
        private mutating func turn(at p: Range<Int>, _ units: [UInt16]) {
            let opening = p.lowerBound..<min(p.upperBound, p.lowerBound + 40)
            if isUndecided, Words.backwardOpeners.begins(units, p) || Words.reviewCues.occurs(in: units, opening),
                !Words.forward.occurs(in: units, opening)
            {
                (main, isMixed, isUndecided) = (.review, true, false)
            } else if main != .plan, isMixed || main == .other,
                Words.planOpeners.occurs(in: units, opening) || opensYear(p, units) || strives(p, units) || leadsToPlan(p, units),
               !Words.backwardOpeners.begins(units, p) {
                if main == .other { isLoose = true }
                (main, isUndecided) = (.plan, false)
                planYear = isLoose ? DocumentParts.year(units, opening) ?? planYear ?? titled : nil
            } else if main == .other, Words.backwardOpeners.begins(units, p) || Words.reviewCues.occurs(in: units, opening) {
                (main, isMixed, isLoose) = (.review, true, true)
            } else if main == .plan, isLoose, let planYear, let year = DocumentParts.year(units, opening), year < planYear,
                !Words.forward.occurs(in: units, opening) {
                (main, isMixed) = (.review, true)
            } else if main == .plan, isLoose, Words.pastTerms.occurs(in: units, opening), !Words.forward.occurs(in: units, opening) {
                (main, isMixed) = (.review, true)
            }
        }

        /// 2026年是攻坚之年。要…: a year is described, and then what is to be done in it.
        private func opensYear(_ p: Range<Int>, _ units: [UInt16]) -> Bool {
            let at = p.lowerBound
            guard p.count > 12, units[at + 4] == "年", units[at + 5] == "是", units[at..<at + 4].allSatisfy({ Unit.isDigit($0) }) else {
                return false
            }
            return Words.demands.occurs(in: units, at..<min(p.upperBound, at + 120))
        }

        /// 2025年，…, in a plan of 2026.
        private func opensPastYear(_ p: Range<Int>, _ units: [UInt16]) -> Bool {
            guard p.count > 12, units[p.lowerBound + 4] == "年", units[p.lowerBound + 5] == Unit.comma, let titled,
                let year = DocumentParts.year(units, p.lowerBound..<p.lowerBound + 6)
            else { return false }
            return year < titled
        }

        /// 一起来看会上提到的2024年工作思路和重点任务。: what follows is the plan, where nothing else has said what it is.
        private func leadsToPlan(_ p: Range<Int>, _ units: [UInt16]) -> Bool {
            guard main == .other, let last = p.last, last > p.lowerBound + 8 else { return false }
            let end = Unit.endsSentence(units[last]) || units[last] == Unit.colon ? last : last + 1
            let sentence = (units[p.lowerBound..<end].lastIndex { Unit.endsSentence($0) } ?? p.lowerBound - 1) + 1
            return Words.planLines.ends(units, p.lowerBound..<end) && DocumentParts.year(units, sentence..<end) != nil
                && !Words.reviewLines.occurs(in: units, sentence..<end)
        }

        /// 力争茶业产值增长6%以上: in a text without headings a paragraph that strives plans, unless it names a year that is over.
        private func strives(_ p: Range<Int>, _ units: [UInt16]) -> Bool {
            guard isLoose, main == .review, Words.striving.occurs(in: units, p) else { return false }
            guard let year = DocumentParts.year(units, p.lowerBound..<min(p.upperBound, p.lowerBound + 40)) else { return true }
            return planYear.map { year >= $0 } ?? false
        }

        private func admitsWeakness(_ p: Range<Int>, _ units: [UInt16]) -> Bool {
            let end = min(p.upperBound, p.lowerBound + 90)
            guard Words.weaknessOpeners.occurs(in: units, p.lowerBound..<end) else { return false }
            return ProblemSigns.admits(units, p.lowerBound..<end, firmly: main != .review)
        }

        private func skippingSalutation(_ p: Range<Int>, _ units: [UInt16]) -> Range<Int> {
            let n = Words.salutations.length(in: units, at: p.lowerBound, end: p.upperBound)
            guard n > 0 else { return p }
            let start = min(p.upperBound, p.lowerBound + n + 1)
            return start..<p.upperBound
        }
    }

    private enum Words {
        static let accounts = PhraseSet("决算"), budgets = PhraseSet("预算(草案) 预算草案 计划(草案) 计划草案 预算的报告")
        static let attaining = PhraseSet("实现 完成")
        static let reports = PhraseSet("执行情况 工作总结 完成情况")
        static let drafts = PhraseSet("草案 打算 安排 工作计划 工作要点 重点工作 工作思路 下一步 目标任务")
        static let reviewLines = PhraseSet("工作回顾 回顾2 回顾过去 回顾20 成绩单 工作成果 工作总结 主要成就 发展成就 完成情况 执行情况")
        static let planLines = PhraseSet("""
            预期目标 主要目标 工作目标 奋斗目标 目标任务 主要任务 重点任务 重点工作 工作安排 工作打算 工作计划 工作部署 工作思路 展望20
            """)
        static let notInLines = UnitSet("。,;:!?%|、")
        static let reviewTitles = PhraseSet("""
            回顾 成就 成绩 总结 成果丰硕 成效显著 显著成效 执行情况 过去 已经 去年工作 工作情况 来之不易 完成情况 主要工作情况 合格答卷
            """)
        static let foundations = PhraseSet("""
            发展基础 现实基础 工作基础 发展成就 发展成绩 主要成就 取得的成就 取得的巨大成就 取得的历史性成就 发展现状 现状 执行情况 完成情况 基本情况 发展回顾
            """)
        static let strengthening = PhraseSet("强化 夯实 巩固 筑牢 打牢 打好 增强 厚植 奠定 加强 提升 夯牢 做实 壮大")
        static let joins = UnitSet("和与及、,")
        static let situations = PhraseSet("国内形势 经济形势 当前形势")
        static let achieved = PhraseSet("取得 新进展 新成效 迈上 实现新")
        static let imperatives = PhraseSet("加快 全面 深入 着力 努力 奋力 坚持 大力 进一步 推动 推进 锚定 扎实 切实 力争 确保 更好 聚力 聚焦 争取")
        static let planTitles = PhraseSet("""
            任务 重点工作 安排 目标 建议 打算 部署 要求 措施 规划 今后 举措 主要工作 考虑 谋划 开局 努力 奋力 方针 为实现 下一步 加快 推进 建设 深入 加强 \
            进一步 促进 推动 改善 谱写
            """)
        static let demands = PhraseSet("。要 ,要 。我们要 ,我们要 。必须 ,必须")
        static let communiques = PhraseSet("统计公报 普查公报")
        static let plans = PhraseSet("意见 方案 通知 计划 要点 规划 纲要 措施 办法 行动 清单 规划(草案) 纲要(草案) 意见》 方案》 通知》")
        static let closingTitles = PhraseSet("国际形势 外交 祖国统一 祖国和平统一 港澳 台湾 国内外团结 对外政策 结束语 对外工作")
        static let salutations = PhraseSet("各位代表 同志们 各位委员 各位同志 代表们")
        static let closings = PhraseSet("让我们更加紧密 我们要更加紧密 让我们高举 让我们紧密团结 更加紧密地团结在以 更加紧密团结在以 让我们在以 紧密地团结起来")
        static let thanks = PhraseSet("表示衷心的感谢 表示衷心感谢 表示诚挚的感谢 表示诚挚感谢 表示崇高的敬意 致以崇高的敬意 崇高的敬意和 致以诚挚的感谢 表示崇高敬意 致以崇高敬意")
        static let world = PhraseSet("""
            独立自主的和平外交政策 “一国两制”方针 “一国两制”、 港人治港 台湾问题 对台工作 中国特色大国外交 国际形势 和平共处五项原则 中国坚持 中国愿 中国政府 霸权主义 联合国
            """)
        static let ordinalLists = PhraseSet("一是 二是 三是 四是 五是 六是 第一 第二 第三 第四 第五")
        static let planOpeners = PhraseSet("""
            “十五五”时期 “十四五”时期是 今后五年 未来五年 规划纲要 规划的建议 《纲要草案》 《纲要(草案)》 今年工作 今年经济社会 今年是 今年发展 主要预期目标 \
            重点抓好 重点做好 今年要 新的一年 做好今年 今后一个时期 明年 总体要求 下一步
            """)
        static let backwardOpeners = PhraseSet("""
            过去五年 过去的五年 五年来 一年来 过去一年 去年 刚刚过去 回顾 回望 这五年 这一年 几年来 “十四五”以来 “十三五”以来 “十四五”时期,我 \
            “十四五”时期,全 “十四五”时期发展 “十四五”时期是极不 “十四五”时期,上 “十三五”时期,
            """)
        static let reviewCues = PhraseSet("过去一年 一年来 五年来 回顾 去年 已经 几年来")
        static let pastTerms = PhraseSet("在过去的五年 过去五年 过去的五年 过去的一年 五年来")
        static let risen = PhraseSet("全面推进 持续推进 扎实推进 稳步推进 深入推进 有序推进 加快推进 加快形成 持续改善 明显改善 不断改善 显著增强 稳步提升 持续提升 显著提升")
        static let striving = PhraseSet("力争")
        static let forward = PhraseSet("今后 未来五年 今年要 必须 新的一年 将 要继续")
        static let weaknessOpeners = PhraseSet("""
            清醒 认识到 看到 存在 面临 问题 不足 缺点 短板 困难 正视 坦诚 承认
            """)
    }
}
