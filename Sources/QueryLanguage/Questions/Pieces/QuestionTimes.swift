import Documents
import KnowledgeGraph
import Lexicon

/// Years, spans of them and five-year plans in a question.
extension QuestionLexer {
    /// `2026年`, 今年, 近三年, 十四五, `2021到2025年`; with 以来 or 以前 behind.
    func time(_ at: Int) -> (Int, QuestionToken.Kind)? {
        if let plan = plan(at) { return plan }
        if let (length, low, high) = stretch(at) { return (length, .years(low, high)) }
        for (era, first, last) in Self.times {
            if let length = begins(at, era), let word = self.first(at + length, of: ["期间", "时期", "时候", "年间", "那几年"]) {
                return (length + word, .years(first, last))
            }
        }
        for (era, since) in Self.eras {
            if let length = begins(at, era), let word = first(at + length, of: ["初期", "之初", "初年"]) {
                return (length + word, .years(since, since + 8))
            }
            if let length = begins(at, era), let word = first(at + length, of: ["以来", "以后", "之后", "后"]) {
                return (length + word, .years(since, nil))
            }
        }
        if let (length, first) = decade(at) { return (length, .years(first, first + 9)) }
        // between 2010 and 2019.
        if let lead = begins(at, "between "), let (length, low) = oneYear(at + lead),
            let joint = first(at + lead + length, of: [" and ", " to "]),
            let (more, high) = oneYear(at + lead + length + joint), high >= low
        {
            return (lead + length + joint + more, .years(low, high))
        }
        guard let (length, low) = oneYear(at) ?? shortYear(at) else { return nil }
        var end = at + length
        if let separator = first(end, of: ["..", "——", "至", "到", "-", "—", "–", "~", "～", " to "]),
            let (more, high) = oneYear(end + separator),
            high >= low
        {
            end += separator + more
            // 2000年到2010年间.
            return (end - at + (first(end, of: ["期间", "之间", "年间", "间"]) ?? 0), .years(low, high))
        }
        // 2010年和2019年之间.
        if let joint = first(end, of: ["和", "与", "跟"]), let (more, high) = oneYear(end + joint), high >= low,
            let word = first(end + joint + more, of: ["之间", "年间"])
        {
            return (end + joint + more + word - at, .years(low, high))
        }
        if let word = first(end, of: ["以来", "以后", "之后", "至今", "到现在", "到今天", "起"]) { return (end - at + word, .years(low, nil)) }
        if let word = first(end, of: ["以前", "之前"]) { return (end - at + word, .years(nil, low - 1)) }
        return (length, .years(low, low))
    }

    /// Beginnings that years are counted from.
    static let eras = [("改革开放", 1978), ("建国", 1949), ("新中国成立", 1949), ("入世", 2001)]

    /// Times that go by a name.
    static let times = [
        ("文化大革命", 1966, 1976), ("文革", 1966, 1976), ("大跃进", 1958, 1960), ("新冠疫情", 2020, 2022), ("疫情", 2020, 2022), ("国民经济恢复", 1950, 1952),
    ]

    static let relative: [(word: String, years: Int)] = [
        ("今年度", 0), ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("this year", 0), ("去年", -1), ("上一年", -1), ("上年", -1), ("昨年", -1),
        ("last year", -1), ("大前年", -3), ("前年", -2), ("明年", 1), ("来年", 1), ("下一年", 1), ("next year", 1), ("后年", 2),
    ]

    func oneYear(_ at: Int) -> (Int, Int)? {
        for (word, years) in Self.relative {
            if let length = begins(at, word) { return (length, year + years) }
        }
        guard at < units.count, !touchesLetter(before: at) else { return nil }
        let digits = units[at...].prefix(5).prefix { Self.digit($0.scalar) != nil }
        let number = digits.reduce(0) { $0 * 10 + (Self.digit($1.scalar) ?? 0) }
        let suffix = first(at + digits.count, of: ["年度", "年"])
        let isASCII = digits.allSatisfy { $0.scalar.isASCII }
        switch digits.count {
        case 4 where (1900...2199).contains(number):
            guard suffix != nil || isASCII else { return nil }
            if suffix == nil, at + 4 < units.count, "万亿元人吨%.个".unicodeScalars.contains(units[at + 4].scalar) { return nil }
            return (4 + (suffix ?? 0), number)
        case 2 where suffix != nil && (isASCII || isYearInWords(at, 2 + (suffix ?? 0))): return (2 + (suffix ?? 0), Self.century(number))
        default: return twoThousand(at)
        }
    }

    private static func century(_ number: Int) -> Int { number < 50 ? 2000 + number : 1900 + number }

    /// 九八年, 零八年; not 三四年, 七八年间, which tell how long.
    private func isYearInWords(_ at: Int, _ length: Int) -> Bool {
        !["三", "四"].contains(units[at].scalar) && first(at + length, of: ["前", "后", "内", "来", "间", "时间", "以"]) == nil
    }

    /// 两千年, 两千零八年.
    private func twoThousand(_ at: Int) -> (Int, Int)? {
        guard let length = first(at, of: ["两千", "二千"]) else { return nil }
        let zero = first(at + length, of: ["零", "〇"]) ?? 0
        let (digits, number) = count(at + length + zero) ?? (0, 0)
        guard number < 100, digits > 0 || zero == 0, zero == 0 || number < 10,
            let suffix = first(at + length + zero + digits, of: ["年度", "年"])
        else { return nil }
        return (length + zero + digits + suffix, 2000 + number)
    }

    /// 98到03年, 九八至零三年: the first of two years, without its 年.
    private func shortYear(_ at: Int) -> (Int, Int)? {
        guard !touchesLetter(before: at) else { return nil }
        let digits = units[min(at, units.count)...].prefix(3).prefix { Self.digit($0.scalar) != nil }
        guard digits.count == 2, let separator = first(at + 2, of: ["至", "到", "-", "—", "–", "~", "～"]),
            let (_, high) = oneYear(at + 2 + separator)
        else { return nil }
        let low = Self.century(digits.reduce(0) { $0 * 10 + (Self.digit($1.scalar) ?? 0) })
        return low < high ? (2, low) : nil
    }

    /// 九十年代, 1990年代.
    func decade(_ at: Int) -> (Int, Int)? {
        guard !touchesLetter(before: at) else { return nil }
        let century = first(at, of: ["上世纪", "二十世纪", "20世纪", "本世纪", "21世纪"]) ?? 0
        guard let (length, number) = count(at + century), number % 10 == 0, let suffix = begins(at + century + length, "年代") else {
            return nil
        }
        let isThis = century > 0 && text(at, century).contains { "本1".contains($0) }
        let year = number >= 1900 ? number : number < 100 ? (isThis ? 2000 : 1900) + number : 0
        return (1900...2190).contains(year) ? (century + length + suffix, year) : nil
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if let ascii = ("0"..."9").contains(scalar) ? Int(scalar.value - 48) : nil { return ascii }
        return ["〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9][scalar]
    }

    /// 近三年, 过去五年, 未来两年, 近年来.
    func stretch(_ at: Int) -> (Int, Int?, Int?)? {
        for (word, isPast, withThis) in [
            ("最近", true, true), ("近", true, true), ("这", true, true), ("过去的", true, false), ("过去", true, false), ("此前", true, false),
            ("未来", false, false), ("今后", false, false),
            ("last ", true, true), ("past ", true, true), ("next ", false, false),
        ] {
            guard let length = begins(at, word) else { continue }
            var end = at + length, years = 3
            if let few = first(end, of: ["几", "few "]) {
                end += few
            } else if let (digits, number) = count(end), number > 0, number <= 100 {
                (end, years) = (end + digits, number)
                if let space = begins(end, " ") { end += space }
            } else if begins(end, "年") == nil || word != "近" {
                continue
            }
            guard let suffix = first(end, of: ["年以来", "年来", "年间", "年", "years", "year"]) else { continue }
            end += suffix
            let first = isPast ? year - years + (withThis ? 1 : 0) : year + 1
            return (end - at, first, first + years - 1)
        }
        // 二十年前, 十年来.
        if !touchesLetter(before: at), let (digits, number) = count(at), number > 0, number < 100 {
            if let suffix = first(at + digits, of: ["年以前", "年之前", "年前"]), begins(at + digits + suffix, "后") == nil {
                return (digits + suffix, year - number, year - number)
            }
            if let suffix = first(at + digits, of: ["年以来", "年来", "年间"]) { return (digits + suffix, year - number + 1, year) }
        }
        return nil
    }

    /// 十四五 and the like, by the numbers of the plans: from the third on, five years each from 1966; one that
    /// the graph knows is asked for by its name.
    func plan(_ at: Int) -> (Int, QuestionToken.Kind)? {
        guard at < units.count else { return nil }
        // 第十四个五年规划.
        if let ordinal = begins(at, "第"), let (digits, number) = count(at + ordinal),
            let five = first(at + ordinal + digits, of: ["个五年", "五年"]),
            let suffix = first(at + ordinal + digits + five, of: ["规划期间", "计划期间", "规划时期", "规划", "计划"]), number >= 1
        {
            let name = Self.numeral(number) + "五", length = ordinal + digits + five + suffix
            if graph.names.node(.period, named: name) != nil { return (length, .plan(name)) }
            // Between the second and the third plan lay three years of adjustment.
            if number < 3 { return (length, .years(1948 + 5 * number, 1952 + 5 * number)) }
            return (length, .years(1966 + 5 * (number - 3), 1970 + 5 * (number - 3)))
        }
        var length = 0, number = 0
        let quoted = units[at].scalar == "\""
        if quoted { length += 1 }
        if begins(at + length, "十") != nil {
            (length, number) = (length + 1, 10)
        }
        if at + length + 1 < units.count, let digit = Self.digit(units[at + length].scalar), digit > 0, begins(at + length + 1, "五") != nil
        {
            (length, number) = (length + 1, number + digit)
        }
        guard number >= 1, begins(at + length, "五") != nil else { return nil }
        let name = text(at + (quoted ? 1 : 0), length + 1 - (quoted ? 1 : 0))
        length += 1
        if quoted { length += begins(at + length, "\"") ?? 0 }
        guard let suffix = first(at + length, of: ["规划期间", "计划期间", "规划时期", "规划", "计划", "时期", "期间", "末", ""]) else { return nil }
        length += suffix
        // 十五五开局之年.
        let begin = number < 3 ? 1948 + 5 * number : 1966 + 5 * (number - 3), of = begins(at + length, "的") ?? 0
        if let word = first(at + length + of, of: ["开局之年", "开局年", "开局第一年", "第一年", "头一年", "首年"]) {
            return (length + of + word, .years(begin, begin))
        }
        if let word = first(at + length + of, of: ["收官之年", "收官年", "最后一年", "最末一年", "末年"]) {
            return (length + of + word, .years(begin + 4, begin + 4))
        }
        if graph.names.node(.period, named: name) != nil { return (length, .plan(name)) }
        if number < 3, suffix > 0 { return (length, .years(1948 + 5 * number, 1952 + 5 * number)) }
        guard number >= 3 else { return nil }
        return (length, .years(begin, begin + 4))
    }

    /// 14 as 十四.
    static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return number < 10 ? digits[number] : (number < 20 ? "" : digits[number / 10 % 10]) + "十" + digits[number % 10]
    }
}
