import Documents
import KnowledgeGraph
import Lexicon

/// What later documents tell of a target in words alone: 粮食产量提前完成目标, 没有完成规划目标.
///
/// Only a clause counts that looks back, says of the indicator itself that its goal was or was not reached, and tells neither of a part,
/// nor of a goal that others set, nor of another year or plan. No number is concluded from it.
struct ToldResults: Sendable {
    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool
    private var clauses: [UInt32: [Clause]]?
    /// Documents that have such clauses, by their place and year.
    private var telling: [UInt64: [UInt32]] = [:]
    private var names: [NodeID: [String]]?

    struct Told: Equatable {
        var sentence: Int
        var isReached: Bool
    }

    private struct Clause {
        var told: Told
        /// What the goal was of: before the words that say what became of it, and behind them.
        var subject: Substring
        var object: Substring
        /// What stands before it in its sentence, itself included.
        var upToHere: Substring
        var words: Substring
        /// Whether the text around looks back on several years.
        var isOfSeveralYears: Bool
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    /// What the documents of the year after the target's period tell of it, or those before that tell it ahead of time; nil where they do
    /// not, or say both.
    mutating func told(of target: Int) -> Told? {
        // Not `let figures = graph.figures`: to copy all columns costs more than to look at some.
        let time = graph.figures.statement.period[target], place = graph.figures.statement.place[target]
        guard time != .max, place != noNode else { return nil }
        let period = graph.periods.period[Int(time)], indicator = NodeID(.indicator, Int(graph.figures.indicator[target]))
        guard period.start <= period.end, (1...9999).contains(period.end) else { return nil }
        read()
        var found: [Told] = []
        // What is to be reached in one year may be told some years before it.
        for year in (period.isYear ? period.end - Self.mostAhead : period.start)...period.end {
            guard let documents = telling[Self.key(place, year + 1)] else { continue }
            let names = names(of: indicator, target)
            for document in documents {
                for clause in clauses?[document] ?? []
                where (year == period.end ? isOf(period, clause) : isAheadOf(period, clause, by: Int(period.end - year)))
                    && names.contains(where: { isTold(of: $0, in: clause, for: indicator, target) }) { found.append(clause.told) }
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.isReached == first.isReached }) else { return nil }
        return first
    }

    /// Finds what documents tell, unless that was done before or the work is cancelled.
    mutating func read() {
        guard clauses == nil, let found = find() else { return }
        clauses = found
        for document in found.keys.sorted() {
            let year = graph.documents.year[Int(document)], place = graph.documents.place[Int(document)]
            guard year != .max, place != noNode else { continue }
            telling[Self.key(place, graph.periods.period[Int(year)].end), default: []].append(document)
        }
    }

    private static func key(_ place: UInt32, _ year: Int16) -> UInt64 { UInt64(place) << 16 | UInt64(UInt16(bitPattern: year)) }

    /// Clauses that say that a goal was reached or not, by their document; nil once the work is cancelled.
    private func find() -> [UInt32: [Clause]]? {
        var found: [UInt32: [Clause]] = [:], seen: Set<UInt32> = []
        for phrase in Self.reached + Self.missed {
            guard !isCancelled(), let sentences = graph.sentences(holding: SoughtText(phrase, isExact: true), isCancelled: isCancelled)
            else { return nil }
            for sentence in sentences where seen.insert(sentence).inserted {
                let document = graph.document(ofSentence: Int(sentence))
                guard !looksForward(Int(sentence), in: document) else { continue }
                let told = clauses(Int(sentence), in: document)
                if !told.isEmpty { found[UInt32(document), default: []] += told }
            }
        }
        return found
    }

    private func clauses(_ sentence: Int, in document: Int) -> [Clause] {
        let text = folded(graph.textRange(ofSentence: sentence))
        var found: [Clause] = [], start = text.startIndex, last = text[..<text.startIndex]
        while start < text.endIndex {
            let end = text[start...].firstIndex { Self.ends.contains($0) } ?? text.endIndex
            let words = text[start..<end], upToHere = text[..<end]
            let missed = Self.missed.lazy.compactMap { words.firstRange(of: $0) }.first
            if let verdict = missed ?? Self.reached.lazy.compactMap({ words.firstRange(of: $0) }).first,
                !Self.intents.contains(where: { upToHere.contains($0) }),
                !(Self.parts + Self.others).contains(where: { words.contains($0) })
            {
                // …产量，提前两年达到计划指标: of what the clause before ends with.
                let subject = words[..<verdict.lowerBound].trimmedOfAdverbs
                found.append(
                    Clause(
                        told: Told(sentence: sentence, isReached: missed == nil), subject: subject.isEmpty ? last : subject,
                        object: words[verdict.upperBound...],
                        upToHere: upToHere, words: words, isOfSeveralYears: isOfSeveralYears(sentence, in: document)))
            }
            last = words
            start = end < text.endIndex ? text.index(after: end) : end
        }
        return found
    }

    private func folded(_ range: Range<Int>) -> String {
        String(decoding: SourceText.fold(String(decoding: graph.text[range], as: UTF8.self)), as: UTF16.self)
    }

    /// Whether the part that plans has begun before a sentence.
    private func looksForward(_ sentence: Int, in document: Int) -> Bool {
        let goals = graph.documents.goals.rows(at: document).filter { graph.goals.looksForward[Int($0)] }
        return goals.first.map { graph.goals.start[Int($0)] <= graph.sentences.start[sentence] } ?? false
    }

    /// Whether the heading or the paragraph before a sentence speaks of five years, and not of the last one after that.
    private func isOfSeveralYears(_ sentence: Int, in document: Int) -> Bool {
        let base = graph.documents.textStart[document], at = graph.sentences.start[sentence]
        var start = base + Int(at)
        while start > base, graph.text[start - 1] != 0x0A { start -= 1 }
        let before = start < base + Int(at) ? folded(start..<base + Int(at)) : ""
        // What a sentence within the paragraph names is of that sentence alone.
        if let opening = before.split(separator: "。", maxSplits: 1).first, let several = Self.frame(String(opening)) {
            return several && Self.frame(before) != false
        }
        var goal = graph.documents.goals.rows(at: document).last { graph.goals.start[Int($0)] <= at }
        while let row = goal {
            if let several = Self.frame(graph.strings[graph.goals.title[Int(row)]]) { return several }
            let parent = graph.goals.parent[Int(row)]
            goal = parent == noNode ? nil : parent
        }
        return false
    }

    /// What the last words say that tell of a time; nil where none do.
    private static func frame(_ text: String) -> Bool? {
        let several = ["五年来", "五年间", "过去五年", "五年工作", "五年政府工作", "“十", "五年，", "五年,"].compactMap { text.ranges(of: $0).last?.lowerBound }.max()
        let one = (["去年", "一年来", "上年"] + (0...9).map { "\($0)年" }).compactMap { text.ranges(of: $0).last?.lowerBound }.max()
        guard let several else { return one == nil ? nil : false }
        return one.map { $0 < several } ?? true
    }

    /// A plan must be told of as one, a year as none; and no other year may be named.
    private func isOf(_ period: Period, _ clause: Clause) -> Bool {
        // 提前一年实现…的目标: that of the year after.
        if period.isYear, Self.yearsAhead(clause.words) != nil, !Self.years(clause.words).contains(Int(period.end)) { return false }
        if Self.yearly.contains(where: { clause.words.contains($0) }) {
            return period.isYear && namesNoOtherYear(than: period, clause.words)
        }
        if let plan = plan(clause.upToHere) { return plan == period }
        let tellsPlan = Self.plans.contains { clause.words.contains($0) }
        guard tellsPlan == !period.isYear, tellsPlan || !clause.isOfSeveralYears || Self.years(clause.words).contains(Int(period.end))
        else { return false }
        return namesNoOtherYear(than: period, clause.upToHere)
    }

    /// 提前一年完成“十四五”规划目标: told before the time was over, and of that time.
    private func isAheadOf(_ period: Period, _ clause: Clause, by years: Int) -> Bool {
        guard clause.words.contains("提前"), clause.told.isReached else { return false }
        let ahead = Self.yearsAhead(clause.words)
        if let ahead, ahead != years { return false }
        if ahead != nil, period.isYear, plan(clause.upToHere) == nil, !Self.plans.contains(where: { clause.words.contains($0) }),
            Self.years(clause.words).isEmpty
        {
            return true
        }
        return plan(clause.words) == period && !period.isYear || Self.years(clause.words).last == Int(period.end)
    }

    /// 提前两年: 2; nil where no number is told.
    private static func yearsAhead(_ words: Substring) -> Int? {
        guard let number = words.firstRange(of: "提前").map({ words[$0.upperBound...] }), let first = number.first,
            number.dropFirst().first == "年"
        else { return nil }
        return first.isASCII ? first.wholeNumberValue : first == "两" ? 2 : digits[first]
    }

    /// The plan that was named last.
    private func plan(_ words: Substring) -> Period? {
        words.ranges(of: "”").compactMap { close -> Period? in
            guard let open = words[..<close.lowerBound].lastIndex(of: "“") else { return nil }
            return graph.names.node(.period, named: words[words.index(after: open)..<close.lowerBound]).map {
                graph.periods.period[Int($0.index)]
            }
        }.last
    }

    private func namesNoOtherYear(than period: Period, _ words: Substring) -> Bool {
        Self.years(words).allSatisfy { $0 == Int(period.end) }
    }

    /// 2024年, 一九八五年, in the order of the words.
    private static func years(_ words: Substring) -> [Int] {
        words.ranges(of: "年").compactMap { range in
            let digits = words[..<range.lowerBound].suffix(4).compactMap { $0.isASCII ? $0.wholeNumberValue : Self.digits[$0] }
            return digits.count == 4 ? digits.reduce(0) { $0 * 10 + $1 } : nil
        }.filter { (1900...2199).contains($0) }
    }

    /// Whether a clause says of a name that its goal was reached or not.
    private func isTold(of name: String, in clause: Clause, for indicator: NodeID, _ target: Int) -> Bool {
        if let rest = after(name, in: clause.subject, for: indicator) {
            // 考生顺利完成高考: what was completed is no goal.
            guard clause.object.isEmpty || clause.object == "了" || tellsGoal(clause) else { return false }
            // …，提前两年达到目标: the clause before is of it where it ends with the name.
            // 机构改革顺利完成, where nothing calls it a goal: only what is named by itself.
            let isAlone = rest.isEmpty || Self.alls.contains(String(rest)) || Self.goals.contains { rest.hasPrefix($0) }
            guard isAlone || clause.words.contains(clause.subject) && tellsGoal(clause) else { return false }
            return isItself(rest, name, target)
        }
        guard let rest = after(name, in: clause.object, for: indicator), let at = clause.object.firstRange(of: name)?.lowerBound else {
            return false
        }
        var before = clause.object[..<at]
        // 没有实现年初确定的能耗降低4%、污染物排放减少2%的目标
        if let list = before.last(where: { "、和及与".contains($0) }), let cut = before.lastIndex(of: list) {
            before = before[before.index(after: cut)...]
        }
        while let opener = Self.openers.first(where: { before.hasPrefix($0) }) { before = before.dropFirst(opener.count) }
        let isAlone = rest.isEmpty || Self.paces.contains { rest.hasPrefix($0) && rest.dropFirst($0.count).contains(where: \.isNumber) }
        return before.isEmpty && (isAlone || tellsGoal(clause)) && isItself(rest, name, target)
    }

    private func tellsGoal(_ clause: Clause) -> Bool { Self.goals.contains { clause.words.contains($0) } }

    /// What follows a name in words where it stands for the indicator itself, and not within the name of another one (人均地区生产总值).
    private func after(_ name: String, in words: Substring, for indicator: NodeID) -> Substring? {
        guard let range = words.firstRange(of: name) else { return nil }
        let isWithinOther = names?.contains { other, names in
            other != indicator && names.contains { $0.utf8.count > name.utf8.count && $0.contains(name) && words.contains($0) }
        }
        return isWithinOther == true ? nil : words[range.upperBound...]
    }

    /// Whether what follows a name leaves it what it is: 服务业增加值和就业比重 is a share, 固定资产投资增速 a growth.
    private func isItself(_ rest: Substring, _ name: String, _ target: Int) -> Bool {
        if rest.first == "占" { return false }
        if Self.paces.contains(where: { rest.hasPrefix($0) }), graph.figures.aspect[target] == Aspect.level.code,
            graph.unitName(target) != "%"
        {
            return false
        }
        guard let first = rest.first, "和及与、".contains(first) || Self.shares.contains(where: { rest.hasPrefix($0) }) else { return true }
        let next = rest.dropFirst().prefix { !"和及与、".contains($0) }
        return Self.shares.contains { name.hasSuffix($0) } || !Self.shares.contains { (rest.hasPrefix($0) ? rest : next).contains($0) }
    }

    private mutating func names(of indicator: NodeID, _ target: Int) -> [String] {
        if names == nil {
            names = Dictionary(grouping: graph.names.all.filter { $0.node.type == .indicator }, by: \.node).mapValues { $0.map(\.name) }
        }
        let wording = graph.strings[graph.figures.wording[target]]
        return ((names?[indicator] ?? [graph.name(of: indicator)]) + [wording]).filter { $0.count > 3 }
    }

    /// Years by which a goal is reached ahead of its time, at most.
    private static let mostAhead: Int16 = 5
    private static let ends: Set<Character> = [",", ";", ":", "。", "!", "?", "\n"]
    /// The longest of those that begin alike first.
    private static let reached: [String] = {
        let ways = ["提前", "提前半年", "提前一年", "提前两年", "提前三年", "提前1年", "提前2年", "提前3年", "如期", "按期", "超额", "圆满", "顺利", "胜利", "全面", "全部"]
        let deeds = ["完成", "实现", "达到"]
        return ways.flatMap { way in deeds.map { way + $0 } } + [
            "达到预期目标", "达到预定目标", "达到年度目标", "实现预期目标", "实现年度目标", "完成预期目标", "完成年度目标", "完成年度任务", "完成规划目标",
            "完成目标任务", "超过预期目标", "超过全年预期目标", "超过年度目标", "高于预期目标",
        ]
    }()
    private static let missed = [
        "没有完成", "没有实现", "没有达到", "未完成", "未实现", "未达到", "未能完成", "未能实现", "未能达到", "低于预期目标", "未达预期", "未达年初", "未达年度",
        "未达规划", "未达目标", "不及预期", "不达预期",
    ]
    /// What is still to come.
    private static let intents = ["确保", "力争", "争取", "努力", "必须", "为了", "能否", "有望", "预计", "要求"]
    /// What is true of some.
    private static let parts = [
        "部分", "一些", "个别", "其中", "有的", "个省", "等省", "等地", "西部", "东部", "中部", "试点", "多数", "不少", "许多", "各县", "个县", "个市", "首批",
    ]
    /// Goals that others set, or that are of another time than a year or a plan.
    private static let others = ["国家下达", "国家审核", "上级下达", "省下达", "省里下达", "纲要", "本届政府", "三年行动", "行动计划"]
    /// What a goal is called.
    private static let goals = ["目标", "任务", "计划", "指标", "预算", "预期"]
    private static let yearly = ["去年", "上年", "年初", "年度", "全年"]
    private static let plans = ["规划", "五年"]
    /// What may stand between what was done and the name of what it was done of.
    private static let openers = ["了", "全年", "年度", "当年", "年初", "全部", "各项", "原定", "确定的", "提出的", "制定的", "下达的", "计划的", "的", "“", "既定"]
    private static let alls = ["都", "均", "全部", "已", "也", "等"]
    private static let shares = ["比重", "占比", "比例", "结构"]
    private static let paces = ["增速", "增长", "涨幅", "增幅"]
    private static let digits: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}

extension Substring {
    /// Without what tells how: 都, 已经.
    fileprivate var trimmedOfAdverbs: Substring {
        var words = self
        while let adverb = ["都", "均", "已经", "已", "也", "又", "并", "还"].first(where: { words.hasSuffix($0) }) {
            words = words.dropLast(adverb.count)
        }
        return words
    }
}
