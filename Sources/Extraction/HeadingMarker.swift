import Documents

/// The number, dash or ordinal that opens a heading.
struct HeadingMarker: Sendable, Equatable {
    enum Style: Sendable {
        /// 一、
        case numeral
        /// （一）
        case bracketed
        /// 第一，
        case ordinal
        /// 第一篇, 第一部分, 第一章, 第一节
        case part, chapter, section
        /// 1. and （1） and ①
        case digits
        /// 一是, 一要
        case item
        /// ——
        case dash
        /// ● and other bullets
        case bullet
        /// Markdown's #
        case hash
    }

    var style: Style
    /// 1 for 一、; 2 for （一） or 第一，; 3 for all others.
    var level: Int
    /// The number it counts, 0 for a dash.
    var number: Int
    /// Where the title begins.
    var end: Int

    /// The marker at the beginning of `range`, if there is one.
    static func read(_ units: [UInt16], _ range: Range<Int>) -> HeadingMarker? {
        let start = range.lowerBound, end = range.upperBound
        guard end - start > 2 else { return nil }
        switch units[start] {
        case hash: return hashes(units, range)
        case Unit.openParenthesis: return bracketed(units, from: start + 1, end: end)
        case dash where units[start + 1] == dash:
            let title = start + 2
            return title < end && Unit.isHan(units[title]) || title < end && units[title] == Unit.openQuote
                ? HeadingMarker(style: .dash, level: 3, number: 0, end: title) : nil
        case _ where bullets.contains(units[start]):
            var title = start + 1
            while title < end, bullets.contains(units[title]) || units[title] == " " { title += 1 }
            guard title < end, Unit.isHan(units[title]) || units[title] == Unit.openQuote else { return nil }
            return HeadingMarker(style: .bullet, level: 3, number: 0, end: title)
        case ordinalSign:
            guard let (value, next) = numeral(units, at: start + 1, end: end), next < end else { return nil }
            if isPause(units[next]) { return HeadingMarker(style: .ordinal, level: 2, number: value, end: next + 1) }
            return division(units, range, value, next)
        case "①"..."⑳":  // ① … ⑳
            return HeadingMarker(style: .digits, level: 3, number: Int(units[start] - 0x245F), end: start + 1)
        case "0"..."9": return digits(units, start, end)
        default: break
        }
        guard let (value, next) = numeral(units, at: start, end: end), next < end else {
            // 三） at a line's start: the page lost the opening bracket.
            return nil
        }
        switch units[next] {
        case Unit.enumerationComma, fullPoint:
            return HeadingMarker(style: .numeral, level: 1, number: value, end: next + 1)
        case Unit.closeParenthesis:
            return HeadingMarker(style: .bracketed, level: 2, number: value, end: next + 1)
        case isWord, mustWord:
            guard next + 1 < end, units[next + 1] != units[start] else { return nil }  // 一是一、二是二
            return HeadingMarker(style: .item, level: 3, number: value, end: next + 1)
        default: return nil
        }
    }

    /// 一是 or 一要 at `start`, inside a paragraph.
    static func item(_ units: [UInt16], at start: Int, end: Int) -> HeadingMarker? {
        guard let (value, next) = numeral(units, at: start, end: end), next < end else { return nil }
        guard units[next] == isWord || units[next] == mustWord else { return nil }
        return HeadingMarker(style: .item, level: 3, number: value, end: next + 1)
    }

    /// Whether `numeral` may find one that begins with `unit`; seldom true where it does not.
    @inline(__always)
    static func mayOpenNumeral(_ unit: UInt16) -> Bool { numerals &>> UInt64(unit & 63) & 1 != 0 }

    /// One bit for each of 一二三四五六七八九十 modulo 64.
    private static var numerals: UInt64 { 0x2800_2810_120B }

    /// A Chinese numeral below 100 and the place behind it.
    static func numeral(_ units: [UInt16], at start: Int, end: Int) -> (value: Int, next: Int)? {
        var value = 0, digit = 0, i = start
        while i < end, i < start + 4 {
            if units[i] == ten {
                value += (digit == 0 ? 1 : digit) * 10
                digit = 0
            } else if digit == 0, let d = QuantityParser.digit(units[i]), d > 0, units[i] != "两" {
                digit = d
            } else {
                break
            }
            i += 1
        }
        return i > start ? (value + digit, i) : nil
    }

    private static func bracketed(_ units: [UInt16], from start: Int, end: Int) -> HeadingMarker? {
        if let (value, next) = numeral(units, at: start, end: end), next < end, units[next] == Unit.closeParenthesis {
            return HeadingMarker(style: .bracketed, level: 2, number: value, end: next + 1)
        }
        var i = start, value = 0
        while i < end, i < start + 2, Unit.isDigit(units[i]) {
            value = value * 10 + Int(units[i] - "0")
            i += 1
        }
        guard i > start, i < end, units[i] == Unit.closeParenthesis else { return nil }
        return HeadingMarker(style: .digits, level: 3, number: value, end: i + 1)
    }

    private static func digits(_ units: [UInt16], _ start: Int, _ end: Int) -> HeadingMarker? {
        var i = start, value = 0
        while i < end, i < start + 2, Unit.isDigit(units[i]) {
            value = value * 10 + Int(units[i] - "0")
            i += 1
        }
        guard i < end, units[i] == fullPoint || units[i] == Unit.enumerationComma, i + 1 < end, !Unit.isDigit(units[i + 1])
        else { return nil }
        return HeadingMarker(style: .digits, level: 3, number: value, end: i + 1)
    }

    /// `## 一、…` keeps the level of its number; without one, `##` is level 1, `###` 2 and so on.
    private static func hashes(_ units: [UInt16], _ range: Range<Int>) -> HeadingMarker? {
        var i = range.lowerBound
        while i < range.upperBound, units[i] == hash { i += 1 }
        let depth = i - range.lowerBound
        guard i < range.upperBound else { return nil }
        if let inner = read(units, i..<range.upperBound) { return inner }
        return HeadingMarker(style: .hash, level: max(0, min(3, depth - 1)), number: 0, end: i)
    }

    /// 第一章总则: a line of its own.
    private static func division(_ units: [UInt16], _ range: Range<Int>, _ value: Int, _ at: Int) -> HeadingMarker? {
        guard range.count <= 40, !Unit.endsSentence(units[range.upperBound - 1]), at + 2 < range.upperBound else { return nil }
        switch units[at] {
        case "篇": return HeadingMarker(style: .part, level: 1, number: value, end: at + 1)
        case "部" where units[at + 1] == "分":  // 部分
            return HeadingMarker(style: .part, level: 1, number: value, end: at + 2)
        case "章": return HeadingMarker(style: .chapter, level: 1, number: value, end: at + 1)
        case "节": return HeadingMarker(style: .section, level: 2, number: value, end: at + 1)
        default: return nil
        }
    }

    private static func isPause(_ u: UInt16) -> Bool {
        u == Unit.comma || u == Unit.enumerationComma || u == Unit.colon
    }

    /// What opens the items of a list.
    static let bullets = UnitSet("●○•·▪■□◆◇▲△★☆➢")
    private static let hash: UInt16 = "#", dash: UInt16 = "-", fullPoint: UInt16 = ".", ordinalSign: UInt16 = "第"
    private static let isWord: UInt16 = "是", mustWord: UInt16 = "要"
    private static let ten: UInt16 = "十"
}
