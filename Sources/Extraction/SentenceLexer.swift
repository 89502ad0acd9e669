import Documents
import Lexicon

/// A piece of a paragraph: a grammar word, a quantity, a time, a mark, or the text between them.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case text, word, quantity, time, mark }

    var kind: Kind
    /// Class of a `word`; `.plain` otherwise.
    var wordClass: WordClass = .plain
    /// Index into the grammar's words, or into the lexer's quantities or times.
    var index: Int32 = 0
    /// The unit of a `mark`.
    var mark: UInt16 = 0
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
}

extension Span<UInt16> {
    subscript(first token: Token) -> UInt16 { self[Int(token.start)] }
    subscript(last token: Token) -> UInt16 { self[Int(token.end) - 1] }
}

/// A time that the text names: 2030年, 2021—2025年, “十五五”, or years counted from the document's own (近三年, 今后三年).
struct NamedTime: Sendable {
    enum Direction: UInt8, Sendable { case back, forward, either }

    /// Nothing for years that are counted.
    var period: Period
    /// A five-year plan by name.
    var isPlan: Bool
    /// How many years are counted, 0 for a time named outright.
    var years = 0
    var direction = Direction.either
    /// Of one number only: 用户数三年翻一番.
    var isLocal = false

    /// The time meant in a document of `year`, in a stretch of it that belongs to `frame`.
    func period(in year: Int?, _ frame: TimeFrame) -> Period? {
        guard years > 0 else { return period }
        if let span = frame.period, Int(span.end) - Int(span.start) == years - 1, direction != .forward || frame.looksForward {
            return span
        }
        guard let year else { return nil }
        let isAhead = direction == .forward || direction == .either && frame.looksForward
        return isAhead ? Period(year, year + years - 1) : Period(year - years, year - 1)
    }
}

/// Splits a paragraph into tokens; the longest word wins, and a number beats the words inside it.
struct SentenceLexer: Sendable {
    let grammar: Grammar
    private(set) var tokens: [Token] = []
    private(set) var quantities: [Quantity] = []
    private(set) var times: [NamedTime] = []
    /// Where the text begins that no token has taken yet.
    private var textStart = 0

    init(grammar: Grammar) { self.grammar = grammar }

    mutating func lex(_ units: Span<UInt16>, _ range: Range<Int>) {
        forget()
        cut(units, range)
    }

    private mutating func forget() {
        tokens.removeAll(keepingCapacity: true)
        quantities.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
    }

    /// Splits those sentences of a paragraph that may hold a figure or change the time of those behind them. The others, more than
    /// half of most reports, give no tokens.
    mutating func lexTelling(_ text: SourceText, _ range: Range<Int>) {
        forget()
        let units = text.units.span
        // From a sentence on that may look back (see `FigureReader.setFrame`) every time counts.
        var looksBack = false
        var start = range.lowerBound
        while start < range.upperBound {
            var end = text.marks.first(from: start, to: range.upperBound), hasDigit = false
            while end < range.upperBound, units[end] != Unit.fullStop {
                if Unit.isDigit(units[end]) { hasDigit = true }
                if Unit.endsSentence(units[end]) { looksBack = true }
                end = text.marks.first(from: end + 1, to: range.upperBound)
            }
            if FigureReader.pastPraise.ends(units, start, end) { looksBack = true }
            let sentence = start..<min(end + 1, range.upperBound)
            if hasDigit || looksBack || mayTell(units, sentence) { cut(units, sentence) }
            start = sentence.upperBound
        }
    }

    /// Whether a sentence without digits may hold a figure (a number in Chinese, 翻番, 与…同步, 快于) or announces targets.
    private func mayTell(_ units: Span<UInt16>, _ sentence: Range<Int>) -> Bool {
        let limit = sentence.upperBound, openers = grammar.openers
        let parser = QuantityParser(grammar: grammar)
        for i in sentence where openers.mayTell(units[i]) {
            if let sign = grammar.tellingTrie.longestMatch(in: units, at: i, limit: limit) {
                guard grammar.classes[Int(sign.value)] == .aim else { return true }
                let next = i + sign.length
                if next < limit, units[next] == Unit.colon { return true }
                if let word = grammar.trie.longestMatch(in: units, at: next, limit: limit), grammar.classes[Int(word.value)] == .to {
                    return true
                }
            }
            if QuantityParser.isNumeral(units[i]), let q = parser.parse(units, at: i, limit: limit),
                !isFigurative(q, units, sentence, i, q.range.upperBound, limit) { return true }
        }
        return false
    }

    private mutating func cut(_ units: Span<UInt16>, _ range: Range<Int>) {
        let openers = grammar.openers, trie = grammar.trie
        let limit = range.upperBound
        var at = range.lowerBound
        textStart = at
        // Where tokens may begin, from `base` to `end`.
        var base = at, end = at, starts: UInt64 = 0
        while at < limit {
            if at >= end {
                (base, end) = (at, min(at + 64, limit))
                starts = openers.starts(in: units, from: base, to: end, limit: limit, trie)
            } else {
                starts &= ~0 << UInt64(at - base)
            }
            guard starts != 0 else {
                at = end
                continue
            }
            at = base + starts.trailingZeroBitCount
            let mayBeMore = openers[units[at]] == .more
            if mayBeMore, let mark = Self.mark(units[at]) {
                at = take(mark: mark, units, at, limit)
            } else if let next = mayBeMore ? takeNumber(units, at, range) : nil {
                at = next
            } else if let match = word(units, at, limit) {
                at = take(match, units, at, limit)
            } else {
                at = Self.latinEnd(units, at, limit)
            }
        }
        endText(limit)
    }

    /// Ends the text that no token has taken, at `end`.
    private mutating func endText(_ end: Int) {
        if end > textStart { tokens.append(Token(kind: .text, start: Int32(textStart), end: Int32(end))) }
    }

    /// Adds a token behind the text before it; returns where it ends.
    private mutating func add(_ token: Token) -> Int {
        endText(Int(token.start))
        tokens.append(token)
        textStart = Int(token.end)
        return textStart
    }

    private mutating func add(_ time: NamedTime, _ start: Int, _ length: Int) -> Int {
        times.append(time)
        return add(Token(kind: .time, index: Int32(times.count - 1), start: Int32(start), end: Int32(start + length)))
    }

    private mutating func add(_ quantity: Quantity, as wordClass: WordClass = .plain) -> Int {
        quantities.append(quantity)
        return add(Token(
            kind: .quantity, wordClass: wordClass, index: Int32(quantities.count - 1), start: Int32(quantity.range.lowerBound),
            end: Int32(quantity.range.upperBound)))
    }

    private mutating func add(_ wordClass: WordClass, _ word: Int32, _ start: Int, _ length: Int) -> Int {
        add(Token(kind: .word, wordClass: wordClass, index: word, start: Int32(start), end: Int32(start + length)))
    }

    private mutating func take(mark: UInt16, _ units: Span<UInt16>, _ at: Int, _ limit: Int) -> Int {
        switch mark {
        case Unit.openParenthesis, Unit.openQuote, Unit.openTitle:
            // A name in quotes, titles or brackets is text, whatever stands in it; a plan's name is a time.
            if let end = namedEnd(units, at, limit) {
                guard mark == Unit.openQuote, let plan = plan(units, at, limit) else { return end }
                return add(NamedTime(period: plan.period, isPlan: true), at, plan.length)
            }
            if mark != Unit.openParenthesis { return at + 1 }  // a long quotation: its marks are text
        case Unit.closeQuote, Unit.closeTitle: return at + 1
        default: break
        }
        return add(Token(kind: .mark, mark: mark, start: Int32(at), end: Int32(at + 1)))
    }

    /// Takes what a numeral, or a word before years that are counted, opens: a time, a quantity, or a number that is part of the text.
    private mutating func takeNumber(_ units: Span<UInt16>, _ at: Int, _ range: Range<Int>) -> Int? {
        let limit = range.upperBound
        let isNumber = Self.mayOpenNumber(units[at])
        guard isNumber || Self.spanOpeners.contains(units[at]) else { return nil }
        let opensItem = at == range.lowerBound || Self.mark(units[at - 1]) != nil
        if let (years, length) = years(units, at, limit, opensItem: opensItem) { return add(years, at, length) }
        guard isNumber else { return nil }
        if let length = month(units, at, limit) { return add(.adverb, grammar.idleAdverb, at, length) }
        if let (period, length) = time(units, at, limit) { return add(NamedTime(period: period, isPlan: false), at, length) }
        let match = grammar.trie.longestMatch(in: units, at: at, limit: limit)
        if let match, isPlan(match, units, at, limit) { return add(planned(match), at, match.length) }
        guard let quantity = QuantityParser(grammar: grammar).parse(units, at: at, limit: limit), quantity.range.count > match?.length ?? 0
        else { return nil }
        let end = quantity.range.upperBound
        if isFigurative(quantity, units, range, at, end, limit) { return end }
        // 增加|人民币|100亿元: the currency is no part of a name.
        if at - 2 >= textStart || at - 1 >= textStart && at >= range.lowerBound + 2, units[at - 1] == "-",
            Self.beforeMinus.contains(units[at - 2]), quantity.family == .percent, quantity.high == nil
        {
            // 增长|-18.9%
            var fall = quantity
            fall.value = fall.value.negated
            fall.range = at - 1..<end
            endText(at - 1)
            textStart = at - 1
            return add(fall)
        }
        if quantity.family == .money, Self.currency.ends(units, textStart, at) {
            endText(at - 3)
            textStart = at
        }
        return add(quantity)
    }

    /// The word at `at`: the longest, unless its last character belongs to what follows.
    private func word(_ units: Span<UInt16>, _ at: Int, _ limit: Int) -> WordTrie.Match? {
        guard let match = grammar.trie.longestMatch(in: units, at: at, limit: limit) else { return nil }
        let last = at + match.length - 1
        // 有一|百零四个: a number takes back its first digit from the word before it.
        if match.length > 1, QuantityParser.isNumeral(units[last]), !Self.mayOpenNumber(units[at]),
            let q = QuantityParser(grammar: grammar).parse(units, at: last, limit: limit), q.range.upperBound > last + 1,
            q.value >= DecimalNumber(100) || q.unit.first == "万" || q.unit.first == "亿" || q.isMoreThan && q.value >= DecimalNumber(10)
        {
            return grammar.trie.longestMatch(in: units, at: at, limit: last)
        }
        // 财政收入比|1978年: the last character compares.
        if match.length > 2, units[last] == "比", last + 1 < limit, Self.beforeBase.contains(units[last + 1]) {
            return grammar.trie.longestMatch(in: units, at: at, limit: last)
        }
        return match
    }

    private mutating func take(_ match: WordTrie.Match, _ units: Span<UInt16>, _ at: Int, _ limit: Int) -> Int {
        if isPlan(match, units, at, limit) { return add(planned(match), at, match.length) }
        let wordClass = grammar.classes[Int(match.value)]
        switch wordClass {
        case .plain, .attribute, .head, .befall: return at + match.length
        case .multiple:
            let percent = grammar.words[Int(match.value)].percent
            var q = Quantity(range: at..<at + match.length, value: DecimalNumber(percent ?? 0), unit: "%", family: .percent)
            q.isMultiple = true
            q.isMoreThan = percent == nil
            return add(q, as: .multiple)
        case .adverb: return add(wordClass, match.value, at, match.length + yearsInRow(units, at, at + match.length, limit))
        default: return add(wordClass, match.value, at, match.length)
        }
    }

    /// Behind a word in Latin letters and digits (GDP, PM2.5, 5G, 3D) that begins at `at`, or behind its one character.
    private static func latinEnd(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit,
            Unit.isLatin(units[at]) || Unit.isDigit(units[at])
                || at > start && units[at] == "." && at + 1 < limit && Unit.isDigit(units[at + 1])
        {
            at += 1
        }
        return max(at, start + 1)
    }

    /// Behind 连续 the years (两年, 第7年) or other turns (5个季度, 3届), which are no part of a name.
    private func yearsInRow(_ units: Span<UInt16>, _ start: Int, _ at: Int, _ limit: Int) -> Int {
        guard at - start >= 2, units[at - 1] == "续", units[at - 2] == "连" else { return 0 }
        let from = at < limit && units[at] == "第" ? at + 1 : at
        guard from < limit, let (_, number) = smallNumber(units, from, limit), number < limit else { return 0 }
        let end = units[number] == "个" ? number + 1 : number
        guard let turn = Self.turns.longest(units, end, limit) else { return 0 }
        return end + turn - at
    }

    private static let concrete = UnitSet("座所台辆艘架处栋幢眼口部")
    private static let currency = HeadWords("人民币")
    private static let turns = HeadWords("年 年度 季度 月 届 次")

    private func isPlan(_ match: WordTrie.Match, _ units: Span<UInt16>, _ at: Int, _ limit: Int) -> Bool {
        guard grammar.classes[Int(match.value)] == .plan, grammar.words[Int(match.value)].from > 1900 else { return false }
        guard grammar.words[Int(match.value)].isDoubtful else { return true }
        guard let next = grammar.trie.longestMatch(in: units, at: at + match.length, limit: limit) else { return false }
        return grammar.classes[Int(next.value)] == .during
    }

    private func planned(_ match: WordTrie.Match) -> NamedTime {
        let word = grammar.words[Int(match.value)]
        return NamedTime(period: Period(word.from, word.through), isPlan: true)
    }

    /// Numbers that are no figures whatever stands around them: ordinals, dates, parts of names.
    private func isFigurative(_ q: Quantity, _ units: Span<UInt16>, _ range: Range<Int>, _ start: Int, _ end: Int, _ limit: Int) -> Bool {
        let before = start > range.lowerBound ? units[start - 1] : 0
        let after = end < limit ? units[end] : 0
        if Self.ordinalOpeners.contains(before) { return true }
        if Unit.isLatin(before) || before == "+" || after == "+" { return true }  // T3, 16+16
        if q.unit.isEmpty {
            if Unit.isLatin(after) { return true }  // 5G
            if Self.dateUnits.contains(after) { return true }
            if after == "强", !Self.afterStrong.contains(end + 1 < limit ? units[end + 1] : 0) { return true }  // 百强, 500强; but 强化
            if q.isChinese, q.value < DecimalNumber(100) { return true }
        }
        if after == Self.level,
            q.family == .power || q.family != .percent && (q.unit.last == "亿" || q.unit.last == "万" || q.unit.last == "吨")
        {
            return true
        }  // 千亿级
        if q.unit.ends(in: "千", "伏"), Unit.isHan(after) { return true }  // 500千伏变电站
        if q.unit == "人", Self.gatherings.begins(units, end, limit) { return true }  // 青年50人论坛
        if after == "制", q.unit == "人" || q.unit == "年" || q.unit == "级" { return true }  // 3人制篮球场
        if q.unit == "点" || q.unit == "时", Self.dayTimes.contains(before) { return true }  // 上午10点
        if before == Self.few || after == Self.few || before == Self.several && q.isChinese { return true }
        if q.isChinese, q.high.map({ $0 < DecimalNumber(20) }) ?? true, !q.isMoreThan {
            switch q.family {
            case .count, .people, .none, .other:
                if q.unit.first == "万" || q.unit.first == "亿" { break }
                // 修建桥梁六座
                if q.unit.count == 1, Self.concrete.contains(q.unit.last), q.value > DecimalNumber(1), end == limit || Self.mark(after) != nil,
                    !QuantityParser.isNumeral(before), Self.mark(before) == nil
                {
                    break
                }
                if q.value < DecimalNumber(20) { return true }
            case .time: return true
            default:
                // 三分, 五度: one character is too little to tell a unit from a word.
                if q.unit.count == 1, q.value < DecimalNumber(20), Self.doubtfulUnits.contains(q.unit.last) { return true }
            }
        }
        return false
    }

    /// 近三年, 这两年中, 四年来, 今后五年, 八年内; at the head of a clause also 五年累计, 两年平均.
    private func years(_ units: Span<UInt16>, _ start: Int, _ limit: Int, opensItem: Bool) -> (NamedTime, Int)? {
        var at = start
        var direction = NamedTime.Direction.either
        var isSaid = false
        if let opener = Self.spanWords.longest(units, at, limit) {
            at += opener
            isSaid = true
            switch units[start] {
            case "今", "未", "接": direction = .forward  // 今后, 未来, 接下来
            case "在": break
            default: direction = .back
            }
            if at < limit, units[at] == "这" { at += 1; direction = .back }  // 在这
        } else if !(Unit.isDigit(units[start]) || QuantityParser.digit(units[start]) != nil || units[start] == QuantityParser.ten) {
            return nil
        }
        guard at < limit, let (count, end) = smallNumber(units, at, limit), end < limit, units[end] == Self.nian, (2...20).contains(count)
        else { return nil }
        at = end + 1
        func next(_ i: Int) -> UInt16 { i < limit ? units[i] : 0 }
        if next(at) == "多" { at += 1 }
        switch next(at) {
        case "来": (at, direction, isSaid) = (at + 1, isSaid && direction == .forward ? .forward : .back, true)
        case "间", "内": (at, isSaid) = (at + 1, true)
        case "中" where next(at + 1) != "央":  // 中, not 中央
            at += 1
            isSaid = true
            if direction == .either { direction = .back }
            if next(at) == "间" { at += 1 }
        case "时" where next(at + 1) == "间":  // 用三年时间
            at += 2
            if start > 0, units[start - 1] == "用" { isSaid = true }
        case "里": (at, isSaid) = (at + 1, true)
        default: break
        }
        if units[start] == "在" || units[start] == "前", at == end + 1, !(units[start] == "前" && Self.sums.begins(units, at, limit)) {
            return nil  // 在三年级, 前三年
        }
        if !isSaid {
            let totals = opensItem ? Self.totals : Self.growths
            guard totals.begins(units, at, limit) || opensItem && opensDeed(units, at, limit),
                opensItem || !Self.beforeDuration.contains(units[start - 1])
            else { return nil }  // 连续五年
        }
        return (
            NamedTime(
                period: Period(0), isPlan: false, years: count, direction: direction,
                isLocal: !isSaid && (!opensItem || start > 0 && units[start - 1] == Unit.enumerationComma)), at - start
        )
    }

    /// 五年整理耕地, 十年1.4亿人落户; but 三年行动计划 is a name.
    private func opensDeed(_ units: Span<UInt16>, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, !Self.spanNames.begins(units, at, limit) else { return false }
        return Unit.isDigit(units[at]) || grammar.actionTrie.longestMatch(in: units, at: at, limit: limit) != nil
    }

    /// 2 to 20, in digits or Chinese.
    private func smallNumber(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (Int, Int)? {
        var at = start
        if Unit.isDigit(units[at]) {
            var value = 0
            while at < limit, at - start < 3, Unit.isDigit(units[at]) {
                value = value * 10 + Int(units[at] - "0")
                at += 1
            }
            return (value, at)
        }
        var value = 0
        if let d = QuantityParser.digit(units[at]) {
            value = d
            at += 1
            guard at < limit, units[at] == QuantityParser.ten else { return (value, at) }
        } else {
            value = 1
        }
        guard at < limit, units[at] == QuantityParser.ten else { return nil }
        value *= 10
        at += 1
        if at < limit, let d = QuantityParser.digit(units[at]) {
            value += d
            at += 1
        }
        return (value, at)
    }

    /// A month without its year: 10月份, 七月底, 3月5日, 1-7月.
    private func month(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Int? {
        guard let (value, first) = smallNumber(units, start, limit), (1...12).contains(value), first < limit else { return nil }
        var end = first
        if units[first] == "-" || units[first] == "至", first + 1 < limit, let (last, stop) = smallNumber(units, first + 1, limit),
            (value...12).contains(last)
        {
            end = stop
        }
        guard end < limit, units[end] == Self.yue else { return nil }
        var at = end + 1
        if at < limit, units[at] == "份" || units[at] == Self.di || units[at] == Self.mo || units[at] == "初" { at += 1 }  // 份 底 末 初
        if at < limit, let (day, stop) = smallNumber(units, at, limit), (1...31).contains(day), stop < limit, units[stop] == Self.ri {
            at = stop + 1
        }
        return at - start
    }

    /// 2030年, 2021-2025年, 2021年至2025年, 一九五七年; with 底, 末, 度, 前 behind. Also swallows month and day.
    private func time(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (Period, Int)? {
        guard let (year, end) = year(units, start, limit) else { return nil }
        var at = end
        if start > 0, Unit.isDigit(units[start - 1]) { return nil }
        func isDash(_ u: UInt16) -> Bool { u == "-" || u == "~" || u == "至" || u == "到" }
        var period = Period(year)
        var hasMark = at < limit && units[at] == Self.nian
        if hasMark { at += 1 }
        if at < limit, isDash(units[at]) {
            var second = at + 1
            if second < limit, units[second] == units[at] { second += 1 }
            if second < limit, let (through, stop) = self.year(units, second, limit), stop < limit, units[stop] == Self.nian, through > year
            {
                period = Period(year, through)
                at = stop + 1
                hasMark = true
            }
        }
        // 一九八○比一九七五年, 一九七九和一九八○两年: four Chinese digits are nothing but a year.
        if !hasMark, !Unit.isDigit(units[start]), at < limit, Self.behindYear.contains(units[at]) {
            let isSum = at + 1 < limit && units[at + 1] == Self.nian
            return (period, (isSum ? at + 2 : at) - start)
        }
        guard hasMark else { return nil }
        if at + 1 < limit, units[at + 1] == Self.nian, let count = QuantityParser.digit(units[at]), count > 1 { at += 2 }  // 2024、2025年两年
        while at < limit, Self.yearTails.contains(units[at]) { at += 1 }
        // 2025年12月31日, 2025年上半年
        var probe = at
        while probe < limit, Unit.isDigit(units[probe]) || units[probe] == "-" { probe += 1 }
        if probe > at, probe < limit, units[probe] == Self.yue {
            at = probe + 1
            probe = at
            while probe < limit, Unit.isDigit(units[probe]) { probe += 1 }
            if probe > at, probe < limit, units[probe] == Self.ri { at = probe + 1 }
            if at < limit, units[at] == Self.di || units[at] == Self.mo { at += 1 }
        }
        if at < limit, units[at] == Self.de { at += 1 }  // 从2020年的82.4岁
        return (period, at - start)
    }

    private func year(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (Int, Int)? {
        guard start + 4 <= limit else { return nil }
        var value = 0
        if Unit.isDigit(units[start]) {
            for i in start..<start + 4 {
                guard Unit.isDigit(units[i]) else { return nil }
                value = value * 10 + Int(units[i] - "0")
            }
            if start + 4 < limit, Unit.isDigit(units[start + 4]) { return nil }
        } else {
            for i in start..<start + 4 {
                guard let d = QuantityParser.digit(units[i]), units[i] != "两" else { return nil }
                value = value * 10 + d
            }
        }
        return (1850...2150).contains(value) ? (value, start + 4) : nil
    }

    private func plan(_ units: Span<UInt16>, _ at: Int, _ limit: Int) -> (period: Period, length: Int)? {
        guard let match = grammar.trie.longestMatch(in: units, at: at, limit: limit) else { return nil }
        let word = grammar.words[Int(match.value)]
        return word.from > 1900 ? (Period(word.from, word.through), match.length) : nil
    }

    /// The end of a name that opens at `at`: a short one in quotes, a title, or brackets without a number.
    private func namedEnd(_ units: Span<UInt16>, _ at: Int, _ limit: Int) -> Int? {
        let open = units[at]
        let close = open == Unit.openQuote ? Unit.closeQuote : open == Unit.openTitle ? Unit.closeTitle : Unit.closeParenthesis
        let reach = open == Unit.openTitle ? 60 : open == Unit.openQuote ? 14 : 20
        var i = at + 1, hasDigit = false
        while i < limit, i - at <= reach {
            let u = units[i]
            if u == close {
                // 增值税收入(50%部分): which part of it.
                let isPart = units[i - 1] == "分" && units[i - 2] == "部"
                return open == Unit.openParenthesis && hasDigit && !isPart ? nil : i + 1
            }
            if u == Unit.fullStop { return nil }
            // (PM2.5) is a name.
            if Unit.isDigit(u), !Unit.isLatin(units[at + 1]) || i - at > 7 { hasDigit = true }
            i += 1
        }
        return nil
    }

    static func mayOpenNumber(_ u: UInt16) -> Bool { Unit.isDigit(u) || QuantityParser.isNumeral(u) }

    static func mark(_ u: UInt16) -> UInt16? {
        switch u {
        case Unit.comma, Unit.fullStop, Unit.enumerationComma, Unit.semicolon, Unit.colon, Unit.exclamation, Unit.question,
             Unit.openParenthesis, Unit.closeParenthesis, Unit.openQuote, Unit.closeQuote, Unit.openTitle, Unit.closeTitle, "[", "]",
             "…", "●", "■", "◆", "▪", "□", "◇", "➢", "▶":
            u
        default: nil
        }
    }

    private static let doubtfulUnits = UnitSet("分石里度两升尺丈担线路箱车兆")
    private static let beforeMinus = UnitSet("长比速幅为降")
    private static let afterStrong = UnitSet("化度制调势")
    private static let ordinalOpeners = UnitSet("第前")
    private static let gatherings = HeadWords("论坛 小组")
    private static let dayTimes = UnitSet("午晚晨早")
    private static let dateUnits = UnitSet("月日号时点届国省市区县大")
    private static let few: UInt16 = "几", several: UInt16 = "数", level: UInt16 = "级"
    private static let nian: UInt16 = "年", yue: UInt16 = "月", ri: UInt16 = "日", di: UInt16 = "底", mo: UInt16 = "末", de: UInt16 = "的"
    private static let beforeBase = UnitSet("12去上前一二")
    private static let yearTails = UnitSet("底末度前初内")
    private static let behindYear = UnitSet("比和同与两三")
    static let spanOpeners = UnitSet("近这过最今未接在头前")
    private static let spanWords = HeadWords("近 前 这 过去 过去的 最近 最近的 今后 今后的 未来 未来的 接下来的 接下来 在 在这 在过去的 在过去 在今后 在今后的 头 近的")
    /// What follows 五年 where it tells the time in which something was done.
    private static let beforeDuration = UnitSet("续前后头每第隔满达")
    private static let sums = HeadWords("累计 共 共计 合计 总计 平均 年均 分别")
    private static let growths = HeadWords("累计 共 共计 合计 总计 平均 年均 分别 增长 提高 下降 减少 增加 翻 接近 投入 新增 超过 实现")
    private static let spanNames = HeadWords("规划 计划 行动 攻坚 目标 任务 工作 建设 以上 以下 左右 一贯 禁 改革 发展 教育 整治 治理")
    private static let totals = HeadWords("""
        累计 共 共计 合计 总计 平均 年均 分别 全社会 获得 总体 国务院 新增 新建 建成 完成 实现 改造 投入 转移 出版 增加 增长 减少 减税 全国 中央 财政 城镇 农村 培训 培养 解决 安排 \
        建设 开工 治理 造林 提供 资助 发放 取得 翻 基本建设 引进 累计新增 修建 安置
        """)
}
