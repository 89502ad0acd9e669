import Documents
import Lexicon

/// The time that a sentence gives its numbers.
extension FigureReader {
    private var terms: TimeTerms { grammar.timeTerms }

    /// A sentence that announces its time changes the frame for those behind it.
    mutating func setFrame(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        listStart = 0
        lookAhead(units, start, end)
        guard let year = documentYear else { return announceUndated(units, start, end) }
        lookBack(units, start, end, year)
        leaveTargets(units, start, end, year)
        var announced: Period?
        var words = 0..<0
        // 在刚刚过去的1987年，…: from here on the paragraph tells of that year.
        if !frame.looksForward, let i = (start..<end).prefix(12).first(where: { lexer.tokens[$0].kind == .time }), let past = time(i),
            past.isYear,
            terms.justPast.ends(units, Int(lexer.tokens[start].start), Int(lexer.tokens[i].start))
        {
            frame = frame.at(past, .opening, lexer.tokens[i].range)
        }
        for i in start..<end where announcesTargets(units, i, start, end) {
            // 主要预期目标为|产值增长…, but 产值增长预期目标为|5%
            if i + 2 < end, lexer.tokens[i + 2].kind == .text, units[first: lexer.tokens[i + 2]] != "在" { listStart = i + 2 }
            announced = frame.looksForward ? Period(year) : nil
            words = lexer.tokens[i].range
            for j in start..<i {
                if let p = time(j), lexer.tokens[j].kind == .time || p.end >= Int16(year) {
                    (announced, words) = (p, lexer.tokens[j].range)
                }
            }
            break
        }
        guard let announced else { return }
        frame = frame.at(announced, .announced, words)
        frame.looksForward = announced.end >= Int16(year)
    }

    /// 过去一年，工作取得了很大成绩。 In a plan it turns to what was reached, until a sentence opens with 今年 again.
    private mutating func lookBack(_ units: Span<UInt16>, _ start: Int, _ end: Int, _ year: Int) {
        guard start < end, frame.looksForward || planFrame != nil, let at = (start..<end).first(where: { time($0) != nil }),
            let opening = time(at)
        else { return }
        if let planFrame, opening.end >= Int16(year) {
            frame = planFrame
            self.planFrame = nil
        } else if frame.looksForward, opening.end < Int16(year), !lexer.tokens[start..<end].contains(where: { $0.kind == .quantity }),
            Self.pastPraise.ends(units, lexer.tokens[end - 1])
        {
            planFrame = frame
            frame = frame.at(opening, .opening, lexer.tokens[at].range)
            frame.looksForward = false
        }
    }

    /// 报告指出，2025年某省将发展…。 In a part that does not plan (news), a sentence that says at its head what a year will bring turns to
    /// what is still to be reached.
    private mutating func lookAhead(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        guard !isPlanPart, !frame.looksForward, let at = (start..<end).prefix(10).first(where: { lexer.tokens[$0].kind == .time }),
            let ahead = time(at), ahead.isYear, Int(ahead.end) >= documentYear ?? 0, !isBaseOfComparison(units, at, start),
            let will = (at + 1..<end).prefix(4).first(where: {
                lexer.tokens[$0].wordClass == .adverb && units[first: lexer.tokens[$0]] == "将"
            }),
            (at + 1..<will).allSatisfy({ lexer.tokens[$0].kind == .text || lexer.tokens[$0].wordClass == .own
                || lexer.tokens[$0].mark == Unit.comma })
        else { return }
        frameBefore = frame
        frame = frame.at(ahead, .announced, lexer.tokens[at].range)
        frame.looksForward = true
    }

    /// 今年的主要预期目标是：…, in news that name no year of their own.
    private mutating func announceUndated(_ units: Span<UInt16>, _ start: Int, _ end: Int) {
        guard !isPlanPart else { return }
        guard let i = (start..<end).first(where: { announcesTargets(units, $0, start, end) }),
            !lexer.tokens[start..<i].contains(where: { $0.kind == .quantity })
                || lexer.tokens[i...].prefix(6).contains(where: { $0.mark == Unit.colon })
        else {
            return leaveTargets(units, start, end, Int(frame.period?.end ?? Int16.max))
        }
        let named = (start..<i).last { lexer.tokens[$0].kind == .time && time($0)?.isYear == true }
        (frame.period, frame.looksForward, frame.rule) = (named.flatMap { time($0) }, true, .announced)
        frame.words = Evidence.Words(lexer.tokens[named ?? i].range)
    }

    /// In a part that does not plan, where targets were announced (news), a sentence of a year that is over turns back to what was reached.
    private mutating func leaveTargets(_ units: Span<UInt16>, _ start: Int, _ end: Int, _ year: Int) {
        guard !isPlanPart, frame.looksForward, frame.rule == .announced, lexer.tokens[start..<end].contains(where: { $0.kind == .quantity })
        else { return }
        for i in start..<end {
            if lexer.tokens[i].kind == .quantity { return }
            guard let past = time(i), !isBaseOfComparison(units, i, start) else { continue }
            // 到2030年, of no year that is known: it may lie ahead.
            if year == Int(Int16.max), i > 0, lexer.tokens[i - 1].kind != .mark, terms.until.contains(units[last: lexer.tokens[i - 1]]) {
                return
            }
            if past.isYear, past.end < Int16(year) {
                frame = frame.at(past, .opening, lexer.tokens[i].range)
                frame.looksForward = false
            }
            return
        }
    }

    static let pastPraise = HeadWords("成绩 成就 成效 进展 进步 胜利 丰收 较好 良好")

    /// 主要目标:, 预期目标是, and what news say of them: 提出了新的预期目标，其中….
    private func announcesTargets(_ units: Span<UInt16>, _ i: Int, _ start: Int, _ end: Int) -> Bool {
        let t = lexer.tokens[i]
        guard t.kind == .word, i + 1 < lexer.tokens.count else { return false }
        guard t.wordClass == .aim else { return false }
        let next = lexer.tokens[i + 1]
        if next.kind == .mark && next.mark == Unit.colon || next.kind == .word && next.wordClass == .to && next.end - next.start == 1 {
            return true
        }
        // 主要预期目标建议为:, 预期目标还包括:
        if !frame.looksForward || documentYear == nil,
            let colon = (i + 1..<end).prefix(5).first(where: { lexer.tokens[$0].kind == .mark }), lexer.tokens[colon].mark == Unit.colon,
            lexer.tokens[colon].start - t.end <= 6, terms.setsOut.begins(units, Int(t.end), Int(lexer.tokens[colon].start))
        {
            return true
        }
        guard let stop = (i + 1..<end).first(where: { lexer.tokens[$0].kind == .mark }), stop + 1 < end,
            Int(lexer.tokens[stop].start) - Int(t.end) <= 6,
            terms.among.begins(units, lexer.tokens[stop + 1])
        else { return false }
        let from = Int(lexer.tokens[start].start), to = Int(lexer.tokens[stop].start)
        return terms.setting.occurs(units, from, to) && !terms.reaching.occurs(units, from, to)
    }

    /// The period that token `i` names, if it names one.
    func time(_ i: Int) -> Period? {
        let t = lexer.tokens[i]
        switch t.kind {
        case .time:
            let named = lexer.times[Int(t.index)]
            if named.years > 0 { return named.period(in: documentYear, frame) }
            guard i + 1 < lexer.tokens.count, lexer.tokens[i + 1].wordClass == .during else { return named.period }
            let word = grammar.words[Int(lexer.tokens[i + 1].index)]
            if word.atEnd { return Period(Int(named.period.end)) }
            if word.isSince, let year = documentYear, named.period.isYear, Int(named.period.end) < year - 1 {
                return Period(Int(named.period.start), year - 1)
            }
            return named.period
        case .word where t.wordClass == .time:
            guard let year = documentYear else { return nil }
            let word = grammar.words[Int(t.index)]
            // 本年, 全年, in a review: the year it tells of, of several the last.
            if word.isTold, !frame.looksForward, let told = frame.period { return Period(Int(told.end)) }
            if sumsUp, !frame.looksForward, word.from == 0, word.through == 0 { return Period(year - 1) }
            return Period(year + word.from, year + word.through)
        default: return nil
        }
    }

    mutating func setTime(_ units: Span<UInt16>, _ i: Int, _ left: Int) {
        guard !isBaseOfComparison(units, i, left) else {
            if lexer.tokens[i].kind == .time, let base = time(i), base.isYear { baseYear = Int(base.end) }
            return
        }
        if describes(units, i) { return }
        // 从1981年到本世纪末的二十年内: the same time again.
        if lexer.tokens[i].kind == .time, lexer.times[Int(lexer.tokens[i].index)].years > 0, let until = sentenceTime, i > 1,
            units[Int(lexer.tokens[i].start) - 1] == "的", time(i - 2) == until
        {
            if let from = timeBefore, from.isYear, until.isYear, from.end < until.end {
                sentenceTime = Period(Int(from.start), Int(until.end))
            }
            return
        }
        // 到2035年，用13年时间: how long it takes, where the sentence says when.
        if lexer.tokens[i].kind == .time, lexer.times[Int(lexer.tokens[i].index)].years > 0, sentenceTime != nil, i > 0,
            units[Int(lexer.tokens[i].start) - 1] == "用"
        {
            return
        }
        if lexer.tokens[i].kind == .word, grammar.words[Int(lexer.tokens[i].index)].isTold, sentenceTime != nil { return }  // 2024年全年
        // 1985年以来最快: how it ranks, not when it was.
        if i + 1 < lexer.tokens.count, lexer.tokens[i + 1].wordClass == .during,
            terms.ranks.begins(units, Int(lexer.tokens[i + 1].end), units.count)
        {
            return
        }
        // 创近5年新高: the same.
        if lexer.tokens[i].kind == .time, terms.heights.begins(units, Int(lexer.tokens[i].end), units.count) { return }
        timeBefore = sentenceTime
        if lexer.tokens[i].kind == .time, lexer.times[Int(lexer.tokens[i].index)].isLocal, !isLocalTime {
            (isLocalTime, timeOutside) = (true, sentenceTime)
        }
        sentenceTime = time(i)
        if lexer.tokens[i].kind == .time {
            let named = lexer.times[Int(lexer.tokens[i].index)]
            if named.years > 0, let counted = countedTime(units, i, named) {
                if !isLocalTime { (isLocalTime, timeOutside) = (true, timeBefore) }
                (sentenceTime, countedAt) = (counted, i)
            }
            spanStart = named.isPlan || named.years > 0 || named.period.isYear ? nil : Period(Int(named.period.start))
        }
        // 从1999年起|连续扩大招生, in a review: until now.
        if !frame.looksForward, let since = sentenceTime, since.isYear, let year = documentYear, Int(since.end) < year - 1, i > 0,
            lexer.tokens[i - 1].wordClass == .from, terms.beginnings.begins(units, Int(lexer.tokens[i].end), units.count)
        {
            sentenceTime = Period(Int(since.start), year - 1)
        }
    }

    /// 前三年共开垦…，而1956年…: those before that year; 1982年增长5%，两年平均…: those that end with it.
    private func countedTime(_ units: Span<UInt16>, _ i: Int, _ named: NamedTime) -> Period? {
        let tokens = lexer.tokens, t = tokens[i]
        if units[first: t] == "前" {
            guard let next = tokens[(i + 1)...].prefix(16).firstIndex(where: { $0.kind == .time || $0.mark == Unit.fullStop }),
                tokens[next].kind == .time, units[Int(tokens[next].start) - 1] == "而", let year = time(next), year.isYear
            else { return nil }
            return Period(Int(year.end) - named.years, Int(year.end) - 1)
        }
        guard named.direction != .forward, let until = timeBefore, until.isYear, terms.means.begins(units, Int(t.end), units.count) else {
            return nil
        }
        return Period(Int(until.end) - named.years + 1, Int(until.end))
    }

    /// 用三年时间, in a plan: from the document's year on.
    mutating func takeYears(_ units: Span<UInt16>, _ i: Int) {
        guard let year = documentYear, sentenceTime == nil else { return }
        // 用三年, 用二十年
        var at = Int(lexer.tokens[i].start) + 1, count = 0
        while let digit = Unit.isDigit(units[at]) ? Int(units[at] - "0") : QuantityParser.digit(units[at]) {
            (count, at) = (count * 10 + digit, at + 1)
        }
        if units[at] == "十" { (count, at) = (max(1, count) * 10, at + 1) }
        guard count > 1, count < 31, units[at] == "年" || units[at] == "到" else { return }
        timeBefore = sentenceTime
        sentenceTime = Period(year, year + count - 1)
    }

    /// 2000年以前发布的法规: the time tells of the things, not of what is said of them.
    private func describes(_ units: Span<UInt16>, _ i: Int) -> Bool {
        guard i + 1 < lexer.tokens.count, let time = time(i), Int(time.end) < documentYear ?? 0 else { return false }
        let next = lexer.tokens[i + 1]
        if next.kind == .text, let done = terms.pastDeeds.longest(units, Int(next.start), Int(next.end)),
            Int(next.start) + done < Int(next.end) || i + 2 < lexer.tokens.count
        {
            return true
        }
        return next.kind == .text && terms.before.begins(units, next)
            && (Int(next.start)..<Int(next.end)).contains { units[$0] == "的" }
    }

    /// 比2020年, 较上年, 与去年相比: no time of the number itself.
    func isBaseOfComparison(_ units: Span<UInt16>, _ i: Int, _ left: Int) -> Bool {
        guard i > left else { return false }
        let t = lexer.tokens[i - 1]
        switch t.kind {
        case .word:
            switch t.wordClass {
            case .compare, .with: return true
            case .to: if grammar.words[Int(t.index)].isRatio, i + 1 < lexer.tokens.count, lexer.tokens[i + 1].kind != .mark { return true }
            case .before: if t.end - t.start > 1, grammar.words[Int(t.index)].comparator != .approximately { return true }
            default: break
            }
        case .text: if units[last: t] == "以" { return true }  // 以一九五四年为基数
        default: break
        }
        guard i + 1 < lexer.tokens.count else { return false }
        let next = lexer.tokens[i + 1]
        // 财政收入保持|上年|水平
        if next.kind == .text, next.start == lexer.tokens[i].end, terms.levels.begins(units, next) { return true }
        // 1978年的12倍, 在2024年基数上
        if next.kind == .quantity { return lexer.quantities[Int(next.index)].family == .times }
        return next.kind == .text && terms.grounds.begins(units, next)
    }
}

/// What the rules above ask for, made once with the grammar.
struct TimeTerms: Sendable {
    let justPast = HeadWords("刚刚过去的 刚过去的")
    let until = UnitSet("到至")
    let setsOut = HeadWords("建议 初步 拟 还 也 包括 确定 设定 定 分别")
    let among = HeadWords("其中 包括 即")
    let setting = HeadWords("提出 明确 确定 定下 定了 敲定 公布 发布 制定 设定 划定 确立 亮出 出炉 建议")
    let reaching = HeadWords("完成 实现了 达到 达成 好于 超过 兑现")
    let means = HeadWords("平均 年均 合计")
    let ranks = HeadWords("最 的最 首次 同期 新高 新低 未有 罕见")
    let heights = HeadWords("新高 新低 最高 最低 最好水平 最好 最快")
    let beginnings = HeadWords("起 开始")
    let pastDeeds = HeadWords("批复的 批准的 开工的 立项的 下达的")
    let before = HeadWords("以前 之前 前")
    let grounds = HeadWords("基数 基础 的基数 的基础 水平的 的水平")
    let levels = HeadWords("水平 水准 平均水平 同期水平")
}
