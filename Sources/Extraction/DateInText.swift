import Documents

/// A calendar date as a text writes it: 2026年1月25日, 二〇二六年一月二十五日, 2026-01-25, 2026年1月.
struct DateInText: Sendable, Equatable {
    var year: Int
    /// 0 where only the year is given.
    var month = 0
    /// 0 where no day is given.
    var day = 0

    /// ISO form, as exact as the text: `2026-01-25`, `2026-01`, `2026`.
    var iso: String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        if month == 0 { return "\(year)" }
        return day == 0 ? "\(year)-\(two(month))" : "\(year)-\(two(month))-\(two(day))"
    }

    /// The first date in `range` that has at least a month.
    static func first(in units: [UInt16], _ range: Range<Int>) -> DateInText? {
        var i = range.lowerBound
        while i + 6 <= range.upperBound {
            if let date = read(units, i, range.upperBound), date.month > 0 { return date }
            i += 1
        }
        return nil
    }

    /// The first year in `range` that 年 follows.
    static func firstYear(in units: [UInt16], _ range: Range<Int>) -> Int? {
        for i in range where i + 4 < range.upperBound && units[i + 4] == yearSign {
            if let year = year(units, i, range.upperBound) { return year }
        }
        return nil
    }

    /// All years in `range` that 年 follows, in order.
    static func years(in units: [UInt16], _ range: Range<Int>) -> [Int] {
        range.compactMap { $0 + 4 < range.upperBound && units[$0 + 4] == yearSign ? year(units, $0, range.upperBound) : nil }
    }

    private static func read(_ units: [UInt16], _ start: Int, _ end: Int) -> DateInText? {
        guard let year = year(units, start, end), start + 5 < end else { return nil }
        let separator = units[start + 4]
        guard separators.contains(separator) else { return nil }
        var date = DateInText(year: year)
        var i = start + 5
        guard let month = part(units, &i, end, upTo: 12), i == end || !Unit.isDigit(units[i]) else { return date }
        date.month = month
        guard i < end, units[i] == separator || separator == yearSign && units[i] == monthSign else { return date }
        i += 1
        if let day = part(units, &i, end, upTo: 31) { date.day = day }
        return date
    }

    private static func year(_ units: [UInt16], _ start: Int, _ end: Int) -> Int? {
        guard start + 4 <= end, start + 4 == end || !Unit.isDigit(units[start + 4]) else { return nil }
        var year = 0
        for unit in units[start..<start + 4] {
            guard let digit = Unit.isDigit(unit) ? Int(unit - "0") : QuantityParser.digit(unit) else { return nil }
            year = year * 10 + digit
        }
        return (1900..<2100).contains(year) ? year : nil
    }

    /// A month or day; of digits that run on (3/509:00, where a space was) only as many as it can have.
    private static func part(_ units: [UInt16], _ i: inout Int, _ end: Int, upTo limit: Int) -> Int? {
        for digits in [2, 1] where i + digits <= end {
            var next = i
            if let value = number(units, &next, i + digits), next == i + digits, (1...limit).contains(value) {
                i = next
                return value
            }
        }
        return chinesePart(units, &i, end, upTo: limit)
    }

    /// 一, 十二, 二十, 三十一
    private static func chinesePart(_ units: [UInt16], _ i: inout Int, _ end: Int, upTo limit: Int) -> Int? {
        var value = 0, at = i
        if at < end, let digit = QuantityParser.digit(units[at]) { (value, at) = (digit, at + 1) }
        if at < end, units[at] == "十" {
            (value, at) = (max(1, value) * 10, at + 1)
            if at < end, let digit = QuantityParser.digit(units[at]) { (value, at) = (value + digit, at + 1) }
        }
        guard (1...limit).contains(value) else { return nil }
        i = at
        return value
    }

    private static func number(_ units: [UInt16], _ i: inout Int, _ end: Int) -> Int? {
        var value = 0
        let start = i
        while i < end, Unit.isDigit(units[i]), i - start < 5 {
            value = value * 10 + Int(units[i] - "0")
            i += 1
        }
        return i > start ? value : nil
    }

    private static let yearSign: UInt16 = "年", monthSign: UInt16 = "月"
    private static let separators: Set<UInt16> = ["-", ".", "/", "年"]
}
