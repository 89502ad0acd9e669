import Documents
import KnowledgeGraph
import Lexicon

/// A piece of a question.
struct QuestionToken {
    enum Kind {
        /// Words of the language of questions, names of the graph, or both.
        case word(roles: [QuestionRole], names: [NodeID])
        case years(Int?, Int?)
        /// A five-year plan by its name.
        case plan(String)
        /// As it was written, with its unit: `5%`, `4亿元`, `5`.
        case number(String, count: Int?)
        /// Words between quotation marks that are no name.
        case phrase(String)
        case unknown
    }

    var kind: Kind
    /// Folded: half-width, simplified, lower case.
    var text: String
    /// UTF-8 offsets in the question.
    var span: ByteSpan
}

/// Parts a question, which has no spaces between its words, into the fewest known words that cover most of it.
struct QuestionLexer {
    private struct Unit {
        var scalar: Unicode.Scalar
        var span: ByteSpan
    }

    private let graph: Graph
    /// What 今年 is.
    private let year: Int
    private let units: [Unit]
    private let measureUnits: Set<String>

    init(_ line: String, graph: Graph, year: Int) {
        self.graph = graph
        self.year = year
        var units: [Unit] = [], offset = 0
        for scalar in line.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            let folded = String(Lexer.fold(scalar)).simplified.lowercased().unicodeScalars.first ?? scalar
            units.append(Unit(scalar: folded, span: ByteSpan(offset, end)))
            offset = end
        }
        self.units = units
        let own = (0..<graph.units.count).map { graph.strings[graph.units.name[$0]] }
        measureUnits = Set(own.filter { !$0.isEmpty } + Self.commonUnits).subtracting(Self.counters)
    }

    private static let commonUnits = [
        "%", "个百分点", "百分点", "元", "万元", "亿元", "万亿元", "亿美元", "美元", "人", "万人", "亿人", "吨", "万吨", "亿吨", "亿斤", "斤", "亩", "万亩", "亿亩", "千瓦",
        "万千瓦", "亿千瓦", "公里", "平方公里", "亿千瓦时", "户", "万户", "倍", "万", "亿", "万亿", "万辆",
    ]
    /// What stands behind numbers of rows as well.
    private static let counters: Set = ["个", "条", "项", "份", "家", "名", "位", "年", "月", "日", "次", "省", "市", "县"]

    func tokens() -> [QuestionToken] {
        let count = units.count
        let isOnlyOfTexts = Self.isOnlyOfTexts(in: graph)
        var best = [(cost: Int, token: QuestionToken?, from: Int)](repeating: (.max, nil, 0), count: count + 1)
        best[0].cost = 0
        for at in 0..<count where best[at].cost < .max {
            func offer(_ length: Int, _ cost: Int, _ token: QuestionToken?) {
                let total = best[at].cost + cost
                if total < best[at + length].cost { best[at + length] = (total, token, at) }
            }
            if Self.isSpace(units[at].scalar) {
                offer(1, 0, nil)
                continue
            }
            var isUnknown = false
            if case .unknown? = best[at].token?.kind { isUnknown = true }
            offer(1, isUnknown ? 25 : 40, token(.unknown, at, 1))
            if let (length, words) = phrase(at) { offer(length, 6, token(.phrase(words), at, length)) }
            if let (length, kind) = time(at) { offer(length, 5, token(kind, at, length)) }
            if let (length, kind) = number(at) { offer(length, 11, token(kind, at, length)) }
            // 修不修路: whether, and the word itself behind it.
            if at + 2 < count, units[at + 1].scalar == "不", units[at].scalar == units[at + 2].scalar, !units[at].scalar.isASCII {
                offer(2, 10, token(.word(roles: [.whether], names: []), at, 2))
            }
            guard !touchesLetter(before: at) else { continue }
            // 多少万吨.
            if case .word(let roles, _)? = best[at].token?.kind, roles.contains(.amount) {
                for length in 1...min(6, count - at) where measureUnits.contains(text(at, length)) {
                    offer(length, 12, token(.word(roles: [.filler], names: []), at, length))
                }
            }
            let mayBeName = at + 1 < count && graph.names.hasNames(beginningWith: text(at, 2))
            let most = min(mayBeName ? 24 : QuestionWords.longest, count - at)
            for length in stride(from: most, through: 1, by: -1) where !touchesLetter(behind: at + length) {
                let text = text(at, length)
                let roles = QuestionWords.byWord[text] ?? []
                // A single character or letter names too much.
                var names = mayBeName && length > 1 ? named(text) : []
                // What a document once called an indicator is none where the lexicon, or the language of questions, has the word.
                let known = names.filter { !isOnlyOfTexts($0) }
                if !known.isEmpty || !roles.isEmpty { names = known }
                // 京沪: short names of places, where there are several of them in a row.
                if length == 1, roles.isEmpty || !saysOther(roles), let place = shortPlace(at), shortPlace(at - 1) != nil || shortPlace(at + 1) != nil {
                    offer(1, 9, token(.word(roles: [], names: [place]), at, 1))
                }
                guard !roles.isEmpty || !names.isEmpty else { continue }
                let saysMore = roles.contains { $0 != .filler }
                let cost = known.isEmpty && !names.isEmpty ? 20 : !names.isEmpty || saysMore && length > 1 ? 9 : length > 1 ? 11 : 13
                offer(length, cost, token(.word(roles: roles, names: names), at, length))
            }
        }
        var tokens: [QuestionToken] = [], at = count
        while at > 0 {
            if let token = best[at].token { tokens.append(token) }
            at = best[at].from
        }
        return joined(tokens.reversed())
    }

    private func saysOther(_ roles: [QuestionRole]) -> Bool { roles.contains { $0 != .filler } }

    /// The place that one character stands for: 京.
    private func shortPlace(_ at: Int) -> NodeID? {
        guard units.indices.contains(at), !units[at].scalar.isASCII, !["港", "澳", "台"].contains(units[at].scalar) else { return nil }
        return graph.names.node(.place, named: text(at, 1))
    }

    /// An indicator that no line of the lexicon tells of.
    static func isOnlyOfTexts(in graph: Graph) -> (NodeID) -> Bool {
        { $0.type == .indicator && graph.strings.string(graph.indicators.english[Int($0.index)]) == nil }
    }

    /// The nodes of a name; English words may be joined by a hyphen or not: fixed asset investment.
    private func named(_ text: String) -> [NodeID] {
        let nodes = graph.names.nodes(named: text)
        guard nodes.isEmpty, text.unicodeScalars.allSatisfy({ $0.isASCII }) else { return nodes }
        for (index, letter) in text.enumerated() where letter == " " || letter == "-" {
            let at = text.index(text.startIndex, offsetBy: index)
            let found = graph.names.nodes(named: text.replacing(ByteSpan(index, index + 1), with: text[at] == " " ? "-" : " "))
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Neighbouring unknown characters as one token. 国家 names the nation only where it stands by itself: 国家级 is a word of its own.
    private func joined(_ tokens: [QuestionToken]) -> [QuestionToken] {
        func isUnknown(_ token: QuestionToken) -> Bool { if case .unknown = token.kind { true } else { false } }
        func isManner(_ token: QuestionToken) -> Bool {
            guard case .word(let roles, let names) = token.kind, names.isEmpty else { return false }
            return roles.contains { if case .place = $0 { true } else { false } }
        }
        return tokens.reduce(into: []) { joined, token in
            if let last = joined.last, last.span.end == token.span.start, isUnknown(last) || isUnknown(token),
                isUnknown(last) || isManner(last), isUnknown(token) || isManner(token)
            {
                joined[joined.count - 1].kind = .unknown
                joined[joined.count - 1].text += token.text
                joined[joined.count - 1].span = ByteSpan(last.span.start, token.span.end)
            } else {
                joined.append(token)
            }
        }
    }

    private func token(_ kind: QuestionToken.Kind, _ at: Int, _ length: Int) -> QuestionToken {
        QuestionToken(
            kind: kind, text: text(at, length), span: ByteSpan(units[at].span.start, units[at + length - 1].span.end))
    }

    private func text(_ at: Int, _ length: Int) -> String {
        var text = ""
        for unit in units[at..<at + length] { text.unicodeScalars.append(unit.scalar) }
        return text
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\r" }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }

    /// English words stand apart from other letters.
    private func touchesLetter(before at: Int) -> Bool {
        at > 0 && areOneWord(at - 1, at)
    }
    private func touchesLetter(behind at: Int) -> Bool {
        at < units.count && areOneWord(at - 1, at)
    }
    /// Two letters or two digits: GDP2026年 is two words.
    private func areOneWord(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (units[a].scalar, units[b].scalar)
        return Self.isLetter(a) && Self.isLetter(b) && ("0"..."9").contains(a) == ("0"..."9").contains(b)
    }

    /// “新质生产力”.
    private func phrase(_ at: Int) -> (Int, String)? {
        let ends: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "「": "」", "『": "』"]
        guard let end = ends[units[at].scalar], let length = units[(at + 1)...].prefix(32).firstIndex(where: { $0.scalar == end }).map({ $0 - at - 1 }), length > 1
        else { return nil }
        let words = text(at + 1, length)
        guard graph.names.nodes(named: words).isEmpty, QuestionWords.byWord[words] == nil, plan(at) == nil else { return nil }
        return (length + 2, words)
    }

    // MARK: years

    private func begins(_ at: Int, _ word: String) -> Int? {
        var end = at
        for scalar in word.unicodeScalars {
            guard end < units.count, units[end].scalar == scalar else { return nil }
            end += 1
        }
        return end - at
    }

    private func first(_ at: Int, of words: [String]) -> Int? { words.lazy.compactMap { begins(at, $0) }.first }

    /// `2026年`, 今年, 近三年, 十四五, `2021到2025年`; with 以来 or 以前 behind.
    private func time(_ at: Int) -> (Int, QuestionToken.Kind)? {
        if let plan = plan(at) { return plan }
        if let (length, low, high) = stretch(at) { return (length, .years(low, high)) }
        for (era, first, last) in Self.times {
            if let length = begins(at, era), let word = self.first(at + length, of: ["期间", "时期", "时候", "年间", "那几年"]) { return (length + word, .years(first, last)) }
        }
        for (era, since) in Self.eras {
            if let length = begins(at, era), let word = first(at + length, of: ["初期", "之初", "初年"]) { return (length + word, .years(since, since + 8)) }
            if let length = begins(at, era), let word = first(at + length, of: ["以来", "以后", "之后", "后"]) { return (length + word, .years(since, nil)) }
        }
        if let (length, first) = decade(at) { return (length, .years(first, first + 9)) }
        guard let (length, low) = oneYear(at) else { return nil }
        var end = at + length
        if let separator = first(end, of: ["..", "——", "至", "到", "-", "—", "–", "~", "～", " to "]), let (more, high) = oneYear(end + separator),
            high >= low
        {
            end += separator + more
            return (end - at, .years(low, high))
        }
        if let word = first(end, of: ["以来", "以后", "之后", "至今", "到现在", "到今天", "起"]) { return (end - at + word, .years(low, nil)) }
        if let word = first(end, of: ["以前", "之前"]) { return (end - at + word, .years(nil, low - 1)) }
        return (length, .years(low, low))
    }

    /// Beginnings that years are counted from.
    private static let eras = [("改革开放", 1978), ("建国", 1949), ("新中国成立", 1949), ("入世", 2001)]

    /// Times that go by a name.
    private static let times = [("文化大革命", 1966, 1976), ("文革", 1966, 1976), ("大跃进", 1958, 1960), ("新冠疫情", 2020, 2022), ("疫情", 2020, 2022), ("国民经济恢复", 1950, 1952)]

    private static let relative: [(word: String, years: Int)] = [
        ("今年度", 0), ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("this year", 0), ("去年", -1), ("上一年", -1), ("上年", -1), ("昨年", -1),
        ("last year", -1), ("大前年", -3), ("前年", -2), ("明年", 1), ("来年", 1), ("下一年", 1), ("next year", 1), ("后年", 2),
    ]

    private func oneYear(_ at: Int) -> (Int, Int)? {
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
        case 2 where suffix != nil && isASCII: return (2 + (suffix ?? 0), number < 50 ? 2000 + number : 1900 + number)
        default: return nil
        }
    }

    /// 九十年代, 1990年代.
    private func decade(_ at: Int) -> (Int, Int)? {
        guard !touchesLetter(before: at) else { return nil }
        let century = first(at, of: ["上世纪", "二十世纪", "20世纪", "本世纪", "21世纪"]) ?? 0
        guard let (length, number) = count(at + century), number % 10 == 0, let suffix = begins(at + century + length, "年代") else { return nil }
        let isThis = century > 0 && text(at, century).contains { "本1".contains($0) }
        let year = number >= 1900 ? number : number < 100 ? (isThis ? 2000 : 1900) + number : 0
        return (1900...2190).contains(year) ? (century + length + suffix, year) : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if let ascii = ("0"..."9").contains(scalar) ? Int(scalar.value - 48) : nil { return ascii }
        return ["〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9][scalar]
    }

    /// 近三年, 过去五年, 未来两年, 近年来.
    private func stretch(_ at: Int) -> (Int, Int?, Int?)? {
        for (word, isPast, withThis) in [
            ("最近", true, true), ("近", true, true), ("这", true, true), ("过去的", true, false), ("过去", true, false), ("此前", true, false), ("未来", false, false), ("今后", false, false),
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
            if let suffix = first(at + digits, of: ["年以前", "年之前", "年前"]), begins(at + digits + suffix, "后") == nil { return (digits + suffix, year - number, year - number) }
            if let suffix = first(at + digits, of: ["年以来", "年来", "年间"]) { return (digits + suffix, year - number + 1, year) }
        }
        return nil
    }

    /// 十四五 and the like, by the numbers of the plans: from the third on, five years each from 1966; one that
    /// the graph knows is asked for by its name.
    private func plan(_ at: Int) -> (Int, QuestionToken.Kind)? {
        guard at < units.count else { return nil }
        // 第十四个五年规划.
        if let ordinal = begins(at, "第"), let (digits, number) = count(at + ordinal), let five = first(at + ordinal + digits, of: ["个五年", "五年"]),
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
        if at + length + 1 < units.count, let digit = Self.digit(units[at + length].scalar), digit > 0, begins(at + length + 1, "五") != nil {
            (length, number) = (length + 1, number + digit)
        }
        guard number >= 1, begins(at + length, "五") != nil else { return nil }
        let name = text(at + (quoted ? 1 : 0), length + 1 - (quoted ? 1 : 0))
        length += 1
        if quoted { length += begins(at + length, "\"") ?? 0 }
        guard let suffix = first(at + length, of: ["规划期间", "计划期间", "规划时期", "规划", "计划", "时期", "期间", "末", ""]) else { return nil }
        length += suffix
        if graph.names.node(.period, named: name) != nil { return (length, .plan(name)) }
        if number < 3, suffix > 0 { return (length, .years(1948 + 5 * number, 1952 + 5 * number)) }
        guard number >= 3 else { return nil }
        let start = 1966 + 5 * (number - 3)
        return (length, .years(start, start + 4))
    }

    /// 14 as 十四.
    private static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return number < 10 ? digits[number] : (number < 20 ? "" : digits[number / 10 % 10]) + "十" + digits[number % 10]
    }

    // MARK: numbers

    /// A whole number in digits or Chinese up to 99.
    private func count(_ at: Int) -> (Int, Int)? {
        let digits = units[min(at, units.count)...].prefix { ("0"..."9").contains($0.scalar) }
        if !digits.isEmpty {
            guard digits.count < 9 else { return nil }
            return (digits.count, digits.reduce(0) { $0 * 10 + Int($1.scalar.value - 48) })
        }
        func small(_ at: Int) -> Int? {
            guard at < units.count else { return nil }
            return units[at].scalar == "两" ? 2 : units[at].scalar.isASCII ? nil : Self.digit(units[at].scalar)
        }
        let tens = small(at)
        let end = tens == nil ? at : at + 1
        guard begins(end, "十") != nil else { return tens.map { (1, $0) } }
        if let ones = small(end + 1) { return (end + 2 - at, (tens ?? 1) * 10 + ones) }
        return (end + 1 - at, (tens ?? 1) * 10)
    }

    private func number(_ at: Int) -> (Int, QuestionToken.Kind)? {
        guard !touchesLetter(before: at) else { return nil }
        if let percent = begins(at, "百分之") {
            guard let (length, text) = amount(at + percent) else { return nil }
            return (percent + length, .number(text + "%", count: nil))
        }
        guard let (length, text) = amount(at) else { return nil }
        var end = at + length
        let space = begins(end, " ") ?? 0
        for size in stride(from: min(8, units.count - end - space), through: 1, by: -1) {
            let unit = self.text(end + space, size)
            guard measureUnits.contains(unit) || unit == "percent" else { continue }
            end += space + size
            return (end - at, .number(text + (unit == "个百分点" ? "百分点" : Amount.standard(unit)), count: nil))
        }
        return (length, .number(text, count: Int(text)))
    }

    private func amount(_ at: Int) -> (Int, String)? {
        let digits = units[min(at, units.count)...].prefix { ("0"..."9").contains($0.scalar) || $0.scalar == "." || $0.scalar == "," }
        var text = ""
        for unit in digits where unit.scalar != "," { text.unicodeScalars.append(unit.scalar) }
        // A comma or a full stop behind the number belongs to the sentence.
        let length = digits.count - digits.reversed().prefix { $0.scalar == "," || $0.scalar == "." }.count
        while text.hasSuffix(".") { text.removeLast() }
        if length > 0, DecimalNumber(text) != nil { return (length, text) }
        if let (length, number) = count(at) {
            if begins(at + length, "点") != nil, at + length + 1 < units.count, let tenth = Self.digit(units[at + length + 1].scalar) {
                return (length + 2, "\(number).\(tenth)")
            }
            return (length, String(number))
        }
        return nil
    }
}
