import Documents
import Lexicon

/// A number with its unit as it stands in the text.
struct Quantity: Sendable {
    /// Units of the source text from the first digit to the end of the unit.
    var range: Range<Int>
    var value: DecimalNumber
    var high: DecimalNumber?
    /// As written, with 万 and 亿, without 多 and 余.
    var unit = QuantityUnit()
    var family: UnitFamily
    /// 多 or 余 within the number, 数 before it.
    var isMoreThan = false
    /// Written with Chinese numerals.
    var isChinese = false
    /// 千亿元, 万亩: a scale alone, a number only behind a comparator.
    var isScaleAlone = false
    /// A change told by a word alone (翻一番).
    var isMultiple = false
}

/// Reads numbers, Arabic and Chinese, with their units.
struct QuantityParser {
    let grammar: Grammar

    /// The quantity that begins at `start`, if one does.
    func parse(_ units: Span<UInt16>, at start: Int, limit: Int) -> Quantity? {
        let u = units[start]
        if Unit.isDigit(u) { return parseArabic(units, start, limit) }
        if let q = parseFraction(units, start, limit) { return q }
        return parseChinese(units, start, limit)
    }

    // MARK: Arabic

    private func parseArabic(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Quantity? {
        guard let (value, numberEnd) = decimal(units, start, limit) else { return nil }
        var at = numberEnd
        var high: DecimalNumber?
        // A range: 4.5%-5%, 4.5-5%, 2~4家, 5%到6%.
        var probe = at
        var firstPercent = false
        if probe < limit, units[probe] == Self.percent { probe += 1; firstPercent = true }
        if probe < limit {
            let d = units[probe]
            let dash = (d == Self.hyphen || d == Self.tilde) && !(probe + 1 < limit && units[probe + 1] == d)
            let word = (d == Self.dao || d == Self.zhi) && (firstPercent || !(start > 0 && Self.fromWords.contains(units[start - 1])))
            if dash || word, probe + 1 < limit, Unit.isDigit(units[probe + 1]),
                let (upper, end) = decimal(units, probe + 1, limit), value < upper,
                end >= limit || units[end] != Self.hyphen, !word || firstPercent || Self.takesUnit(units, end, limit)
            {
                high = upper
                at = end
            }
        }
        var q = Quantity(range: start..<at, value: value, high: high, family: .none)
        finish(&q, units, at, limit, scale: QuantityUnit())
        return q
    }

    /// 5到7元, but not 5到7月 nor 3到5 alone.
    private static func takesUnit(_ units: Span<UInt16>, _ i: Int, _ limit: Int) -> Bool {
        i < limit && Unit.isHan(units[i]) && !dateUnits.contains(units[i])
    }

    private static let trillion = QuantityUnit("万亿".utf16), cubicMetre = QuantityUnit("立方米".utf16)
    private static let backwards = UnitSet("望顾首落升暖收归"), each = UnitSet("月年日天人户亩")
    private static let thousandths = UnitSet("瓦克米伏卡")
    private static let fromWords = UnitSet("从由自第年月日"), dateUnits = UnitSet("年月日号时点分周章节")

    /// Digits with thousands marks and a decimal point.
    private func decimal(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (DecimalNumber, Int)? {
        var at = start
        var digits: Int64 = 0, count = 0, exponent = 0
        func isThree(_ i: Int) -> Bool {
            i + 3 < limit + 0 && i + 3 <= limit - 1 && Unit.isDigit(units[i + 1]) && Unit.isDigit(units[i + 2])
                && Unit.isDigit(units[i + 3])
                && (i + 4 >= limit || !Unit.isDigit(units[i + 4]))
        }
        while at < limit {
            let u = units[at]
            if Unit.isDigit(u) {
                guard count < 17 else { return nil }
                digits = digits * 10 + Int64(u - "0")
                count += 1
                if exponent < 0 { exponent -= 1 }
                at += 1
            } else if u == Unit.comma, exponent == 0, count <= 3 || (at - start) % 4 == (count % 3 == 0 ? 3 : count % 3), isThree(at) {
                at += 1
            } else if u == Self.point || u == Self.middleDot, exponent == 0, at + 1 < limit, Unit.isDigit(units[at + 1]) {
                at += 1
                digits = digits * 10 + Int64(units[at] - "0")
                count += 1
                exponent = -1
                at += 1
            } else {
                break
            }
        }
        guard count > 0 else { return nil }
        return (DecimalNumber(significand: digits, exponent: Int8(exponent)), at)
    }

    // MARK: Chinese

    /// 百分之五十五点八, 千分之三, 四分之一.
    private func parseFraction(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Quantity? {
        guard let (denominator, end) = chineseInteger(units, start, limit), end + 1 < limit, units[end] == Self.fen,
            units[end + 1] == Self.zhiOf
        else { return nil }
        let at = end + 2
        if at < limit, Unit.isDigit(units[at]), denominator.total == 100, let (value, stop) = decimal(units, at, limit) {
            return Quantity(range: start..<stop, value: value, unit: "%", family: .percent)
        }
        guard let (value, stop) = chineseDecimal(units, at, limit) else { return nil }
        switch denominator.total {
        case 100:
            var q = Quantity(range: start..<stop, value: value, unit: "%", family: .percent, isChinese: true)
            if stop + 1 < limit, units[stop] == Self.dao || units[stop] == Self.zhi || units[stop] == Self.hyphen {
                var upperStart = stop + 1
                if let (d, e) = chineseInteger(units, upperStart, limit), d.total == 100, e + 1 < limit, units[e] == Self.fen {
                    upperStart = e + 2
                }
                if let (upper, upperEnd) = chineseDecimal(units, upperStart, limit), value < upper {
                    q.high = upper
                    q.range = start..<upperEnd
                }
            }
            return q
        case 1000:
            return Quantity(range: start..<stop, value: value, unit: "‰", family: .percent, isChinese: true)
        case 2, 4, 5, 10, 20:
            let percent = value.significand * 100 / Int64(denominator.total)
            guard value.exponent == 0, value.significand < Int64(denominator.total) else { return nil }
            return Quantity(range: start..<stop, value: DecimalNumber(Int(percent)), unit: "%", family: .percent, isChinese: true)
        default: return nil
        }
    }

    private func parseChinese(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Quantity? {
        if units[start] == Self.one, start + 1 < limit, units[start + 1] == Self.half {
            return Quantity(range: start..<start + 2, value: DecimalNumber(50), unit: "%", family: .percent, isChinese: true)
        }
        if units[start] == Self.half, start + 1 < limit, units[start + 1] == Self.shu {
            return Quantity(range: start..<start + 2, value: DecimalNumber(50), unit: "%", family: .percent, isChinese: true)
        }
        if let q = parseNeighbours(units, start, limit) { return q }
        guard let (number, end) = chineseInteger(units, start, limit) else { return nil }
        var q = Quantity(range: start..<end, value: number.value, family: .none, isChinese: true)
        q.isScaleAlone = number.isScaleAlone
        q.isMoreThan = number.isMoreThan
        var at = end
        if number.scale.isEmpty, at + 1 < limit, units[at] == Self.dian, let d = Self.digit(units[at + 1]) {
            // 五十五点八
            var value = DecimalNumber(significand: q.value.significand * 10 + Int64(d), exponent: -1)
            at += 2
            while at < limit, let d = Self.digit(units[at]), value.exponent > -6 {
                value = DecimalNumber(significand: value.significand * 10 + Int64(d), exponent: value.exponent - 1)
                at += 1
            }
            q.value = value
        }
        finish(&q, units, at, limit, scale: number.scale)
        return q
    }

    /// Two digits side by side tell a range: 两三倍, 四、五十亿元, 七八百人.
    private func parseNeighbours(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Quantity? {
        guard let low = Self.digit(units[start]), low > 0, start + 2 < limit else { return nil }
        var second = start + 1
        if units[second] == Unit.enumerationComma { second += 1 }
        guard second + 1 < limit, let high = Self.digit(units[second]), high == low + 1, Self.digit(units[second + 1]) == nil,
            let (number, end) = chineseInteger(units, second, limit)
        else { return nil }
        // 三四百 is 300 to 400, 一二十万 is 10万 to 20万.
        guard let value = lowOfNeighbours(low, high, number) else { return nil }
        var q = Quantity(range: start..<end, value: value, high: number.value, family: .none, isChinese: true)
        finish(&q, units, end, limit, scale: number.scale)
        guard !q.unit.isEmpty, q.family != .noun, q.family != .none || q.unit.count <= 2 else { return nil }
        return q
    }

    private func lowOfNeighbours(_ low: Int, _ high: Int, _ number: ChineseNumber) -> DecimalNumber? {
        guard number.value.exponent == 0, number.value.significand % Int64(high) == 0 else { return nil }
        return DecimalNumber(significand: number.value.significand / Int64(high) * Int64(low))
    }

    private func chineseDecimal(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (DecimalNumber, Int)? {
        guard start < limit, let (number, end) = chineseInteger(units, start, limit), number.scale.isEmpty else { return nil }
        var value = number.value, at = end
        if at + 1 < limit, units[at] == Self.dian, Self.digit(units[at + 1]) != nil {
            at += 1
            while at < limit, let d = Self.digit(units[at]), value.exponent > -6 {
                value = DecimalNumber(significand: value.significand * 10 + Int64(d), exponent: value.exponent - 1)
                at += 1
            }
        }
        return (value, at)
    }

    struct ChineseNumber {
        var total: Int
        /// 万, 亿 or 万亿 where the number ends in or holds it; `value` counts in it.
        var scale: QuantityUnit
        var value: DecimalNumber
        var isScaleAlone: Bool
        var isMoreThan: Bool
    }

    /// 一百四十四万 → 144 万; 四百二十七亿四千万 → 427.4 亿; 两千 → 2000.
    private func chineseInteger(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (ChineseNumber, Int)? {
        var total = 0, section = 0, digit = -1, at = start
        var hasDigit = false, highest = 0
        var lastPlace = Int.max
        loop: while at < limit {
            let u = units[at]
            if let d = Self.digit(u) {
                if digit > 0, d != 0, lastPlace == 1 { break }
                if digit >= 0, d != 0, digit != 0 { return nil }  // 一九五七: digits in a row, no number
                digit = d
                hasDigit = true
                at += 1
                continue
            }
            switch u {
            case Self.ten, Self.hundred, Self.thousand:
                if highest > 0, digit < 0, section == 0 { break loop }  // 一百万|千瓦
                // 二千五百|千瓦, 五千|千瓦
                if u == Self.thousand, digit < 0, section > 0, at + 1 < limit, Self.thousandths.contains(units[at + 1]) { break loop }
                let place = u == Self.ten ? 10 : u == Self.hundred ? 100 : 1000
                // 百 and 千 without a digit count only as a scale (百万, 千亿).
                section += (digit < 0 ? 1 : digit) * place
                if u == Self.ten { hasDigit = true }
                if digit > 0 { hasDigit = true }
                digit = -1
                at += 1
            case Self.wan, Self.yi:
                let unit = u == Self.wan ? 10_000 : 100_000_000
                if digit > 0 { section += digit }
                if section == 0, total > 0 {
                    // 三万亿, 六万万
                    guard total < 1_000_000_000 else { break loop }
                    total *= unit
                    highest = highest * unit
                } else {
                    if section == 0, total == 0 { section = 1 }
                    let (part, overflow) = section.multipliedReportingOverflow(by: unit)
                    guard !overflow, total < 1_000_000_000_000_000 else { break loop }
                    if u == Self.yi, total > 0 { total = (total + section) * unit; highest = highest * unit } else {
                        total += part
                        highest = max(highest, unit)
                    }
                }
                section = 0
                digit = -1
                at += 1
            case Self.twenty:
                section += 20; digit = -1; hasDigit = true; at += 1
            case Self.thirty:
                section += 30; digit = -1; hasDigit = true; at += 1
            default: break loop
            }
            lastPlace = 0
        }
        guard at > start else { return nil }
        if digit > 0 { section += digit }
        // 二十三亿五千多万
        var isMore = false
        if highest == 100_000_000, section > 0, section < 10_000, at + 1 < limit, units[at] == Self.more || units[at] == Self.extra,
            units[at + 1] == Self.wan
        {
            section *= 10_000
            isMore = true
            at += 2
        }
        total += section
        guard total > 0 || hasDigit else { return nil }
        let scale: QuantityUnit, places: Int
        switch highest {
        case 10_000: (scale, places) = ("万", 4)
        case 100_000_000: (scale, places) = ("亿", 8)
        case 1_000_000_000_000: (scale, places) = (Self.trillion, 12)
        default: (scale, places) = (QuantityUnit(), 0)
        }
        let value = DecimalNumber(significand: Int64(total), exponent: Int8(-places)).reduced
        let plain = value.exponent > 0 ? DecimalNumber(significand: Int64(total) / Int64(Self.power(places))) : value
        return (ChineseNumber(total: total, scale: scale, value: plain, isScaleAlone: !hasDigit, isMoreThan: isMore), at)
    }

    private static func power(_ n: Int) -> Int {
        var r = 1
        for _ in 0..<n { r *= 10 }
        return r
    }

    // MARK: Units

    /// Reads scale, 多 or 余, and unit behind the number.
    private func finish(_ q: inout Quantity, _ units: Span<UInt16>, _ start: Int, _ limit: Int, scale: QuantityUnit) {
        var at = start
        var name = scale
        func skipMore() {
            if at < limit, units[at] == Self.more || units[at] == Self.extra {
                q.isMoreThan = true
                at += 1
            }
        }
        skipMore()
        scaling: while at < limit {
            switch units[at] {
            case Self.wan: name.append(Self.wan)
            case Self.yi: name.append(Self.yi)
            case "兆" where at + 1 < limit && Self.countedInTrillions.contains(units[at + 1]): name.append("兆")
            case Self.hundred where at + 1 < limit && (units[at + 1] == Self.wan || units[at + 1] == Self.yi): name.append(Self.hundred)
            case Self.thousand where at + 1 < limit && (units[at + 1] == Self.wan || units[at + 1] == Self.yi): name.append(Self.thousand)
            case Self.thousand where !q.isChinese && at + 1 < limit && !Self.afterThousand.contains(units[at + 1]): name.append(Self.thousand)
            default: break scaling
            }
            at += 1
        }
        if !q.isChinese, at < limit, Unit.isDigit(units[at]) {
            if let lower = lowerPart(q, name, units, at, limit) {
                (q.value, at, q.isMoreThan) = lower
            } else if name == "万", q.high == nil, q.value.exponent == 0, let (part, end) = decimal(units, at, limit), end < limit,
                units[end] == Self.yi,
                part < DecimalNumber(10_000), part.exponent <= 0, part.exponent > -5, q.value < DecimalNumber(10_000)
            {
                // 5万3230.99亿元
                let power = 10_000 * Self.power(-Int(part.exponent))
                q.value = DecimalNumber(significand: q.value.significand * Int64(power) + part.significand, exponent: part.exponent)
                (at, name) = (end + 1, "亿")
            }
        }
        skipMore()
        // 3万多亿元
        if q.isMoreThan, at < limit, units[at] == Self.yi, name == "万" || name == "千" || name == "百" {
            name.append(Self.yi)
            at += 1
        }
        // 2个多百分点
        if at + 4 < limit, units[at] == "个", units[at + 1] == Self.more,
            let match = grammar.unitTrie.longestMatch(in: units, at: at + 2, limit: limit),
            grammar.families[Int(match.value)] == .percent, match.length == 3
        {
            (q.family, q.isMoreThan) = (.percent, true)
            name.append("个")
            name.append(units, at + 2..<at + 5)
            at += 5
        } else if at < limit, units[at] == "方", name.last == Self.wan || name.last == Self.yi,
            at + 1 == limit || !Self.behindSquare.contains(units[at + 1])
        {
            // 350亿方: of gas and water
            q.family = .volume
            name.append(contentsOf: Self.cubicMetre)
            at += 1
        } else if let match = unit(units, at, limit), grammar.families[Int(match.value)] != .noun,
            // 2025|回望, no 2025回
            !(match.length == 1 && units[at] == "回" && at + 1 < limit && Self.backwards.contains(units[at + 1])),
            // 10亿|项目, no 10亿项; but 5项|目标
            !(match.length == 1 && units[at] == "项" && name.last == Self.yi && at + 1 < limit && units[at + 1] == "目")
        {
            q.family = grammar.families[Int(match.value)]
            name.append(units, at..<at + match.length)
            at += match.length
            // 万辆(艘、架、列)次
            if at < limit, units[at] == Unit.openParenthesis,
                let close = Self.index(of: Unit.closeParenthesis, units, at, min(limit, at + 12)),
                close > at + 1, q.family == .count || q.family == .transport, Self.allHanOrMark(units, at + 1..<close)
            {
                var end = close + 1
                if end < limit, units[end] == Self.ci { end += 1 }
                if end > close + 1 || close - at <= 3 {
                    name.append(units, at..<end)
                    at = end
                }
            }
            // 微克/立方米, 万元/人, 人/百亿元
            if at + 1 < limit, units[at] == Self.slash {
                var end = at + 1
                while end < limit, end - at < 6, Unit.isHan(units[end]) {
                    if let m = grammar.unitTrie.longestMatch(in: units, at: end, limit: limit) {
                        end += m.length
                        break
                    }
                    end += 1
                    if end == at + 2, Self.each.contains(units[at + 1]) { break }  // 796元/月|提高至
                }
                if end > at + 1 {
                    name.append(units, at..<end)
                    at = end
                }
            }
            if at < limit, units[at] == Self.more, q.family == .times || q.family == .time { q.isMoreThan = true; at += 1 }
        } else if at + 1 < limit, units[at] == Unit.colon, Unit.isDigit(units[at + 1]), !q.isChinese {
            // 2.1∶1
            if let (second, end) = decimal(units, at + 1, limit), second == DecimalNumber(1) {
                name.append("∶")
                name.append("1")
                q.family = .other
                at = end
            }
        }
        // 一亩半, 三倍半
        if at < limit, units[at] == Self.half, q.isChinese, q.high == nil, q.value.exponent == 0, q.value < DecimalNumber(100),
            scale.isEmpty,
            q.family == .area || q.family == .times || q.family == .time || q.family == .mass
        {
            q.value = DecimalNumber(significand: q.value.significand * 10 + 5, exponent: -1)
            at += 1
        }
        q.unit = name
        q.range = q.range.lowerBound..<at
    }

    /// The unit that begins here: 万人|年度任务, no 人年.
    private func unit(_ units: Span<UInt16>, _ at: Int, _ limit: Int) -> WordTrie.Match? {
        guard let match = grammar.unitTrie.longestMatch(in: units, at: at, limit: limit) else { return nil }
        let end = at + match.length
        guard match.length > 1, end < limit, units[end - 1] == "年", Self.behindYear.contains(units[end]) else { return match }
        return grammar.unitTrie.longestMatch(in: units, at: at, limit: end - 1) ?? match
    }

    private static let behindYear = UnitSet("度内初末底终均"), behindSquare = UnitSet("面案式向法针便位程")

    /// The second part of a number in two: 6千 of 1万6千多户, 3千多万 of 1亿3千多万; the whole counts in the scale of the first.
    private func lowerPart(_ q: Quantity, _ scale: QuantityUnit, _ units: Span<UInt16>, _ start: Int, _ limit: Int) -> (DecimalNumber, Int, Bool)?
    {
        guard scale == "万" || scale == "亿", q.high == nil, q.value.exponent == 0, let (part, end) = decimal(units, start, limit),
            part.exponent == 0, end < limit
        else { return nil }
        var at = end, places = 0, isMore = false
        switch units[at] {
        case Self.thousand: (at, places) = (at + 1, 1)
        case Self.hundred: (at, places) = (at + 1, 2)
        default: places = 4
        }
        if scale == "亿" {
            if at < limit, units[at] == Self.more || units[at] == Self.extra { (at, isMore) = (at + 1, true) }
            guard at < limit, units[at] == Self.wan else { return nil }
            at += 1
        } else if places == 4 {
            return nil
        }
        guard part < DecimalNumber(places == 4 ? 10_000 : places == 1 ? 10 : 100) else { return nil }
        let power = places == 4 ? 10_000 : places == 1 ? 10 : 100
        let digits = q.value.significand * Int64(power) + part.significand
        return (DecimalNumber(significand: digits, exponent: Int8(-places)).reduced, at, isMore)
    }

    private static func index(of unit: UInt16, _ units: Span<UInt16>, _ from: Int, _ limit: Int) -> Int? {
        for i in from..<limit where units[i] == unit { return i }
        return nil
    }

    private static func allHanOrMark(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        for i in range where !Unit.isHan(units[i]) && units[i] != Unit.enumerationComma { return false }
        return true
    }

    static func isNumeral(_ u: UInt16) -> Bool {
        // One bit for each numeral modulo 64 turns most characters down.
        guard numeralBits & 1 << UInt64(u & 63) != 0 else { return false }
        return digit(u) != nil || u == ten || u == hundred || u == thousand || u == wan || u == yi || u == twenty || u == thirty
            || u == half
    }

    /// Of 零〇○一二两三四五六七八九十百千万亿廿卅半.
    private static let numeralBits: UInt64 = 0xC040281028101EAB

    static func digit(_ u: UInt16) -> Int? {
        switch u {
        case "零", "〇", "○": 0
        case "一": 1
        case "二": 2
        case "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static let percent: UInt16 = "%", hyphen: UInt16 = "-", tilde: UInt16 = "~", point: UInt16 = ".", middleDot: UInt16 = "·"
    private static let slash: UInt16 = "/", dao: UInt16 = "到", zhi: UInt16 = "至", fen: UInt16 = "分", zhiOf: UInt16 = "之"
    private static let dian: UInt16 = "点", one: UInt16 = "一", half: UInt16 = "半", shu: UInt16 = "数", ci: UInt16 = "次"
    static let ten: UInt16 = "十", hundred: UInt16 = "百", thousand: UInt16 = "千", wan: UInt16 = "万", yi: UInt16 = "亿"
    private static let twenty: UInt16 = "廿", thirty: UInt16 = "卅", more: UInt16 = "多", extra: UInt16 = "余"
    /// What 兆 counts in millions of millions; before other units (兆瓦) it is a million.
    private static let countedInTrillions = UnitSet("元斤人美")
    /// 千瓦, 千米, 千克, 千伏: units of their own.
    private static let afterThousand = UnitSet("瓦米克伏卡赫乏帕焦")
}
