import Documents
import Lexicon

/// What stands before a number: its verbs, comparators and times.
extension FigureReader {
    private var terms: PredicateTerms { grammar.predicateTerms }

    struct Predicate {
        /// First token of the predicate (its verbs, adverbs and comparators).
        var start: Int
        var comparator: Comparator?
        var sign = 1
        var isGrowth = false
        var reaches = false
        var hasVerb = false
        var isFrom = false
        /// The number that the sentence's own is compared with.
        var isBase = false
        var isRespective = false
        var isEach = false
        var isShare = false
        var isCompared = false
        var isAnnual = false
        /// 比上年, 同比: compared with the year before.
        var isYearly = false
        /// 比去年同期: of this year so far.
        var isSoFar = false
        /// 比去年: of this year.
        var isOverLast = false
        var isDone = false
        /// 已.
        var isAlready = false
        /// 控制在, 保持在: said of a rate, it stays one.
        var holdsOnly = false
        /// 今年要扩大到511户: said of this year, it is still to be reached.
        var isIntended = false
        /// 力争: what is striven for.
        var isStriving = false
        /// 增长目标为: what is aimed at.
        var isAim = false
        /// 安排 in 拟安排: the verb, where it tells that a sum is given.
        var giving: [UInt16]?
        /// An index in `Grammar.unitTails`.
        var unitTail = 0
        var time: Period?
    }

    /// Goes left from the quantity over comparators, verbs and adverbs.
    func readPredicate(_ units: Span<UInt16>, _ left: Int, _ k: Int) -> Predicate {
        let tokens = lexer.tokens
        var p = Predicate(start: k)
        var j = k - 1
        let isPercent = lexer.quantities[Int(tokens[k].index)].family == .percent
        while j >= left {
            let t = tokens[j]
            // 增长速度|的|调控目标
            if t.kind == .text, t.end - t.start == 1, units[first: t] == "的", p.start < k, tokens[p.start].wordClass == .aim, j > left,
                tokens[j - 1].kind == .word, grammar.words[Int(tokens[j - 1].index)].isRate
            {
                p.start = j
                j -= 1
                continue
            }
            if t.kind == .time {
                if j == k - 1, j > left, tokens[j - 1].wordClass == .compare, lexer.quantities[Int(tokens[k].index)].family != .percent {
                    // 比1958年的3.8亿吨: a number of that year.
                    (p.time, p.isBase) = (time(j), true)
                } else if !isBaseOfComparison(units, j, left) {
                    p.time = p.time ?? (j == countedAt ? sentenceTime : time(j))
                }
                p.start = j
                j -= 1
                continue
            }
            guard t.kind == .word else { break }
            let word = grammar.words[Int(t.index)]
            switch t.wordClass {
            case .before:
                p.comparator = p.comparator ?? word.comparator
            case .up, .down:
                if units[last: t] == "了" { p.isDone = true }
                if word.isRate, isPercent {
                    if p.isGrowth { return p }  // 涨幅|回落1.2个百分点
                    p.reaches = false
                }
                if !p.isGrowth, !p.reaches {
                    p.isGrowth = true
                    p.sign = t.wordClass == .down ? -1 : 1
                }
                p.hasVerb = true
            case .to:
                if units[last: t] == "了" || units[first: t] == "已" || t.end - t.start == 2 && units[first: t] == "高" { p.isDone = true }  // 达到了, 已达, 高达
                if word.reaches { if !p.isGrowth { p.reaches = true } }
                if word.holds || word.length == 2 { p.holdsOnly = true }
                if word.isIdle, !word.isRatio, word.length > 1 { p.giving = copy(units, Int(t.end) - 2..<Int(t.end)) }
                p.hasVerb = true
            case .share:
                p.isShare = true
                p.hasVerb = true
                return p.start == j + 1 || p.start == k ? withStart(p, j + 1) : p
            case .verb:
                if units[last: t] == "了" { p.isDone = true }
                p.hasVerb = true
            case .from: p.isFrom = true
            case .respectively: p.isRespective = true
            case .each: p.isEach = true
            case .adverb:
                // 力争完成9亿元, 投资确保9亿元; but 确保增长9%, of what was done
                if units[first: t] == "力" || units[first: t] == "确" && j == k - 1 { p.isStriving = p.isStriving || isStriving(units, t) }
                if word.isAnnual { p.isAnnual = true }
                if t.end - t.start == 2, units[first: t] == "同", units[Int(t.start) + 1] == "比" { p.isYearly = true }  // 同比
                if units[first: t] == "已" || units[first: t] == "竟" { p.isDone = true }
                if units[first: t] == "已" { p.isAlready = true }
                if terms.intents.contains(units[first: t]) {
                    p.isIntended = true
                    if units[Int(t.end)] == "高" { p.isDone = false }  // 将|高达
                }
            case .rate: p.unitTail = word.unitTail
            case .estimate, .plan: break
            case .time:
                p.time = p.time ?? (isBaseOfComparison(units, j, left) ? nil : time(j))
            case .during: break
            case .compare:
                p.isCompared = true
                if t.end - t.start == 5, units[Int(t.start) + 1] == "去", units[last: t] == "期" { p.isSoFar = true }  // 比去年同期
                if t.end - t.start > 2, units[last: t] == "年", units[Int(t.end) - 2] == "上" { p.isYearly = true }  // 比上年
                if t.end - t.start == 3, units[last: t] == "年", units[Int(t.end) - 2] == "去" { p.isOverLast = true }  // 比去年
            case .aim where p.hasVerb || p.start == k: p.isAim = true
            default: return p
            }
            p.start = j
            j -= 1
        }
        return p
    }

    func withStart(_ p: Predicate, _ start: Int) -> Predicate {
        var p = p
        p.start = start
        return p
    }

    /// A review that recalls what a plan had set: 规划提出的41200元以上的目标.
    func quotesTarget(_ units: Span<UInt16>, _ left: Int, _ behind: Int, _ end: Int) -> Bool {
        let tokens = lexer.tokens
        if !frame.looksForward, saidOughtTo(units, left) || isPlanned(units, left, behind) { return true }
        guard (behind..<end).contains(where: { tokens[$0].kind == .word && tokens[$0].wordClass == .aim }) else { return false }
        return (clauseStart..<behind).contains { i in
            tokens[i].kind == .time && lexer.times[Int(tokens[i].index)].isPlan
                || tokens[i].kind == .word && tokens[i].wordClass == .during
                || tokens[i].kind == .text && mentionsPlan(units, tokens[i].range)
        }
    }

    /// 去年的报告提出，物价要降到…: a goal of then.
    private func saidOughtTo(_ units: Span<UInt16>, _ left: Int) -> Bool {
        guard
            let said = (sentenceStart..<lexer.tokens.count).prefix(while: { $0 < max(left, clauseStart) + 12 }).first(where: {
                lexer.tokens[$0].kind != .mark && terms.proposing.ends(units, lexer.tokens[$0])
            }),
            (sentenceStart...said).contains(where: { terms.reports.occurs(units, Int(lexer.tokens[$0].start), Int(lexer.tokens[$0].end)) })
        else { return false }
        // 物价要降到10%，实际降到6%
        if (max(left, clauseStart)..<lexer.tokens.count).prefix(while: { lexer.tokens[$0].kind != .quantity }).contains(where: {
            terms.indeed.begins(units, lexer.tokens[$0])
        }) {
            return false
        }
        return (said + 1..<lexer.tokens.count).prefix(while: { $0 < max(left, clauseStart) + 12 && lexer.tokens[$0].kind != .quantity })
            .contains {
                lexer.tokens[$0].kind == .word && lexer.tokens[$0].wordClass == .adverb
                    && terms.intents.contains(units[first: lexer.tokens[$0]])
            }
    }

    /// 计划|投资9亿元, 原计划|建成6座, of what a review sets beside what was done.
    private func isPlanned(_ units: Span<UInt16>, _ left: Int, _ behind: Int) -> Bool {
        let tokens = lexer.tokens
        return (max(left, clauseStart)..<behind).contains { i in
            guard tokens[i].wordClass == .during, isOnly(terms.planning, units, tokens[i].range), i + 1 < behind else { return false }
            let next = tokens[i + 1]
            // 1980年计划|投资总额|控制在500亿元
            if next.kind == .text, next.start == tokens[i].end, i > max(left, clauseStart), time(i - 1) != nil,
                (i + 2..<behind).contains(where: { tokens[$0].wordClass == .to && grammar.words[Int(tokens[$0].index)].holds })
            {
                return true
            }
            // 比原计划|增加: what is compared with.
            guard next.wordClass != .up, next.wordClass != .down,
                !(clauseStart..<i).contains(where: { tokens[$0].wordClass == .compare })
            else { return false }
            return next.start == tokens[i].end && next.kind != .mark
                && grammar.actionTrie.longestMatch(in: units, at: Int(next.start), limit: Int(tokens[behind - 1].end)) != nil
        }
    }

    func mentionsPlan(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        range.contains { begins(units, $0, with: terms.planWord) || begins(units, $0, with: terms.outlineWord) }
    }

    /// 已建成的主要有, before a colon.
    func announcesDone(_ units: Span<UInt16>, _ start: Int, _ stop: Int) -> Bool {
        let tokens = lexer.tokens
        guard saysDone(units, start..<stop) else { return false }
        let last = tokens[stop - 1]
        return last.kind == .word && last.wordClass == .to || last.kind == .text && terms.listOpeners.ends(units, last)
            || last.kind == .word && last.wordClass == .adverb && units[first: last] == "包"  // 包括
    }

    /// 已, 已经 without 要 or 将 behind it.
    func saysDone(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        var isDone = false
        for i in range where lexer.tokens[i].kind == .word {
            let t = lexer.tokens[i]
            let first = units[first: t]
            if first == "已" || t.wordClass == .adverb && first == "都" && t.end - t.start == 2 && units[Int(t.start) + 1] == "已" {
                isDone = true
            } else if t.wordClass == .adverb, terms.intents.contains(first) {
                isDone = false
            }
        }
        return isDone
    }

    private func isStriving(_ units: Span<UInt16>, _ t: Token) -> Bool {
        terms.strivings.longest(units, Int(t.start), Int(t.end)) == t.range.count
    }
}

/// What the rules above ask for, made once with the grammar.
struct PredicateTerms: Sendable {
    let proposing = HeadWords("提出 提出了"), reports = HeadWords("报告"), indeed = HeadWords("实际")
    let strivings = HeadWords("力争 确保")
    let listOpeners = HeadWords("主要有 有 是 如下")
    let intents = UnitSet("要将拟")
    let planning = Array("计划".utf16), planWord = Array("规划".utf16), outlineWord = Array("纲要".utf16)
}
