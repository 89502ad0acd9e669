import Documents

/// Finds headings without a number: a line of its own, and a short sentence that opens a paragraph like a heading.
struct LeadSentences {
    let units: [UInt16]
    let ranges: [Range<Int>]
    let roles: [Outline.Role]

    private enum Kind {
        /// A line of its own without a full stop.
        case line
        /// A sentence that is a paragraph of its own.
        case sentence
        /// The first sentence of a longer paragraph.
        case opening
        /// The same with two clauses: counts only in a run of three paragraphs.
        case pair
        /// 这五年, …: counts only in a series.
        case time(UInt8)
    }

    private struct Candidate {
        var kind: Kind
        private let start: Int32, end: Int32

        init(kind: Kind, title: Range<Int>) {
            self.kind = kind
            (start, end) = (Int32(clamping: title.lowerBound), Int32(clamping: title.upperBound))
        }

        var title: Range<Int> { Int(start)..<Int(end) }
    }

    /// By paragraph: few have one.
    private struct Candidates {
        private(set) var paragraphs: [Int] = []
        private(set) var list: [Candidate] = []

        /// Paragraphs come in order.
        mutating func append(_ candidate: Candidate, of paragraph: Int) {
            paragraphs.append(paragraph)
            list.append(candidate)
        }

        subscript(paragraph: Int) -> Candidate? {
            var low = 0, high = paragraphs.count
            while low < high {
                let middle = (low + high) / 2
                if paragraphs[middle] < paragraph { low = middle + 1 } else { high = middle }
            }
            return low < paragraphs.count && paragraphs[low] == paragraph ? list[low] : nil
        }
    }

    /// The headings with the paragraphs that they open, in order.
    func found() -> [(paragraph: Int, heading: Outline.Heading)] {
        var candidates = Candidates(), series = [Int](repeating: 0, count: Self.openers.count)
        for i in ranges.indices where roles[i] == .body {
            guard let candidate = candidate(i) else { continue }
            candidates.append(candidate, of: i)
            if case .time(let k) = candidate.kind { series[Int(k)] += 1 }
        }
        var headings: [(paragraph: Int, heading: Outline.Heading)] = []
        for (i, c) in zip(candidates.paragraphs, candidates.list) {
            let accepted: Bool, level: Int
            switch c.kind {
            case .line: (accepted, level) = (true, isPartName(c.title) ? 1 : 3)
            case .sentence: (accepted, level) = (hasText(after: i), 3)
            case .opening: (accepted, level) = (opens(i, candidates), 3)
            case .pair: (accepted, level) = (runOfPairs(through: i, candidates) >= 3, 3)
            case .time(let k): (accepted, level) = (series[Int(k)] >= 2 && !followsLine(i, candidates), 3)
            }
            if accepted {
                headings.append((i, Outline.Heading(range: c.title, title: c.title, level: level, parent: nil)))
            }
        }
        return headings
    }

    private func candidate(_ i: Int) -> Candidate? {
        let p = ranges[i]
        guard p.count >= 4, HeadingMarker.read(units, p) == nil else { return nil }
        var end = p.lowerBound, commas = 0, colons = 0, longNumber = 0
        while end < p.upperBound, !Unit.endsSentence(units[end]), units[end] != Unit.semicolon {
            switch units[end] {
            case Unit.comma: commas += 1
            case Unit.colon: colons += 1
            case "%": longNumber = 9
            default: break
            }
            end += 1
            if end - p.lowerBound > 90 { return nil }
        }
        let title = p.lowerBound..<end
        guard title.count >= 3, colons == 0 else { return nil }
        if end < p.upperBound, units[end] != Unit.fullStop { return nil }
        if Self.announcements.occurs(in: units, title) { return nil }
        if let opener = Self.opener(units, title), longNumber == 0 {
            return isTimeHeading(title, opener, commas) ? Candidate(kind: .time(UInt8(clamping: opener)), title: title) : nil
        }
        if end == p.upperBound {
            guard title.count <= 40, !isFragment(i), commas <= 2, longNumber == 0,
                isPartName(title) || opensLikeText(title) && !opensBody(title) && !statesFact(title)
            else { return nil }
            return Candidate(kind: .line, title: title)
        }
        if opensBody(title) || longNumber > 0 || !opensLikeText(title) { return nil }
        if end == p.upperBound - 1 {
            guard title.count <= 50, commas == 0 || !followsHeading(i), !statesFact(title) || commas == 0 else { return nil }
            return Candidate(kind: .sentence, title: title)
        }
        guard commas <= 1, title.count <= 34, !statesFact(title), p.upperBound - end >= 12 else { return nil }
        if commas == 1 { return title.count <= 24 ? Candidate(kind: .pair, title: title) : nil }
        return Candidate(kind: .opening, title: title)
    }

    /// A copula makes a statement of it, not a heading.
    private func statesFact(_ title: Range<Int>) -> Bool {
        title.contains { units[$0] == "是" || units[$0] == "了" } || Self.factWords.occurs(in: units, title)
    }

    /// A piece of a sentence that the page broke into lines.
    private func isFragment(_ i: Int) -> Bool {
        let p = ranges[i]
        if Self.fragmentEnds.ends(units, p) || p.count < 3 { return true }
        guard i + 1 < ranges.count else { return true }
        let next = ranges[i + 1]
        if Self.continuations.begins(units, next) { return true }
        guard i > 0, roles[i - 1] == .body else { return false }
        let last = units[ranges[i - 1].upperBound - 1]
        return !Unit.endsSentence(last) && !(ranges[i - 1].count <= 40 && Unit.isHan(last)) && last != Unit.colon
    }

    private func followsHeading(_ i: Int) -> Bool {
        guard i > 0, roles[i - 1] == .body, let marker = HeadingMarker.read(units, ranges[i - 1]) else { return false }
        return marker.level <= 2 && ranges[i - 1].count <= 60
    }

    private func hasText(after i: Int) -> Bool {
        guard i + 1 < ranges.count, roles[i + 1] == .body else { return false }
        let next = ranges[i + 1]
        return next.count > ranges[i].count && HeadingMarker.read(units, next).map { $0.level == 3 } ?? true
    }

    /// Whether the first sentence of paragraph `i` is a heading, judged by its neighbours: below a heading of its own line it
    /// is one only where the next paragraph opens in the same way, below a heading of level 3 never.
    private func opens(_ i: Int, _ candidates: Candidates) -> Bool {
        guard let title = candidates[i]?.title else { return false }
        let hasCompany = [i - 1, i + 1].contains { k in
            if case .opening? = candidates[k]?.kind { true } else { false }
        }
        guard i > 0, roles[i - 1] == .body else { return hasCompany || title.count <= 22 }
        switch candidates[i - 1]?.kind {
        case .sentence, .line: return false
        case .time: if isWhole(i - 1) { return false }
        default: break
        }
        if let marker = HeadingMarker.read(units, ranges[i - 1]), isWhole(i - 1) { return hasCompany && marker.level < 3 }
        return hasCompany || title.count <= 22
    }

    private func runOfPairs(through i: Int, _ candidates: Candidates) -> Int {
        func isPair(_ k: Int) -> Bool {
            if case .pair? = candidates[k]?.kind { true } else { false }
        }
        var first = i, last = i
        while isPair(first - 1) { first -= 1 }
        while isPair(last + 1) { last += 1 }
        return last - first + 1
    }

    /// Whether paragraph `i` is one sentence.
    private func isWhole(_ i: Int) -> Bool {
        let p = ranges[i]
        return p.count <= 90 && !units[p.lowerBound..<p.upperBound - 1].contains(Unit.fullStop)
    }

    private func opensLikeText(_ title: Range<Int>) -> Bool {
        Unit.isHan(units[title.lowerBound]) || units[title.lowerBound] == Unit.openQuote
    }

    private func opensBody(_ title: Range<Int>) -> Bool { Self.bodyOpeners.begins(units, title) }

    /// 这五年, …: no digits of a figure in it, at most three clauses; 这是 … only as 这是…的五年.
    private func isTimeHeading(_ title: Range<Int>, _ opener: Int, _ commas: Int) -> Bool {
        var digits = 0
        for i in title {
            digits = Unit.isDigit(units[i]) ? digits + 1 : 0
            if digits > 2 { return false }
        }
        if Self.openers[opener] == Self.thisIs { return Self.spanEnds.ends(units, title) }
        return commas <= 5 && !Self.countries.occurs(in: units, title.lowerBound..<min(title.upperBound, title.lowerBound + 8))
    }

    private func followsLine(_ i: Int, _ candidates: Candidates) -> Bool {
        guard i > 0 else { return false }
        switch candidates[i - 1]?.kind {
        case .sentence, .line: return hasText(after: i - 1)
        default: return false
        }
    }

    private func isPartName(_ title: Range<Int>) -> Bool { Self.partNames.occurs(in: units, title) }

    private static func opener(_ units: [UInt16], _ title: Range<Int>) -> Int? {
        openers.firstIndex { opener in
            opener.count < title.count && units[title.lowerBound..<title.lowerBound + opener.count].elementsEqual(opener)
        }
    }

    private static let openers = [
        "这五年,", "这一年,", "这五年", "五年来,我们", "一年来,我们", "五年来,", "过去五年,我们", "过去一年,我们", "针对", "这是",
    ].map { Array($0.utf16) }
    private static let thisIs = Array("这是".utf16)
    private static let spanEnds = PhraseSet("五年 一年 十年 四年 三年")
    private static let countries = PhraseSet("我国 各级 各地")
    private static let partNames = PhraseSet("""
        回顾 任务 重点工作 主要工作 工作安排 工作打算 主要目标 总体要求 建议 措施 情况 问题 结束语 前言 引言 实事 成就 体会 形势 安排 指导思想 基本原则 \
        保障措施 组织实施
        """)
    private static let announcements = PhraseSet("""
        以下 如下 下列 几点 方面工作 个方面 几方面 做了 重点抓 具体抓 主要抓 抓了 抓好以 八个聚焦 作简要说明 作说明 作一些说明 请予审议
        """)
    private static let bodyOpeners = PhraseSet("""
        各位 同志们 我们 我国 我省 我市 我区 我县 我镇 今年 去年 今后 当前 目前 过去 未来 现在 同时 与此同时 为此 为了 根据 按照 实践 回顾 回望 展望 \
        让我们 以上 上述 上面 实现上述 对于 对此 如果 因此 所以 总之 此外 另外 但是 特别 经过 由于 随着 大家 他们 它 这 那么 那末 刚刚 全年 会议 一年来 \
        五年来 几年来 年来 自从 虽然 尽管 只有 只要 必须看到 应当 中国 中华 中共 美国 日本 苏联 不仅 不论 无论 例如 比如 所有 一切 许多 其中 其他 下面 \
        最后 首先 其次 成绩 全省 全市 全区 全国 全镇 全县 “十 我 你 他 她 还 没有 有的 有些 有一 可以 而 即 在 本届 各级 各地 一方面 这里 第七届 第八届 第九届 第十届 第十一届 第十二届 第十三届 第十四届
        """)
    private static let factWords = PhraseSet("将 已经 已 曾 仍 达到 同比 为此 正在 不能 不足 过去 说明 表明 证明 认为 看到 如何 怎样 非常 十分 有着")
    private static let fragmentEnds = PhraseSet("的 和 与 及 、 , “ 《 ( : 第 - 说 指出 表示")
    private static let continuations = PhraseSet("是: 是 的 , 、 。 为: ) 》 和 及 并")
}
