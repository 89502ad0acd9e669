import Documents

/// 甲、乙、丙分别增长3%、5%: three members and two values.
struct RespectivelyCheck {
    let text: CheckedText

    func findings() -> [Finding] {
        let units = text.units
        return text.paragraphs.flatMap { p in
            p.compactMap { i in Self.each.length(in: units, at: i, end: p.upperBound) > 0 ? finding(at: i, p) : nil }
        }
    }

    private func finding(at i: Int, _ p: Range<Int>) -> Finding? {
        let units = text.units
        let start = text.clauseStart(i, p.lowerBound), end = text.clauseEnd(i, p.upperBound)
        guard let values = values(i + 2..<end), values >= 2, let members = members(start..<i), !members.contains(values)
        else { return nil }
        // 、 parts numbers or clauses too; a list of values that goes on behind a comma is longer than it looks.
        if end < p.upperBound, units[end] == Unit.comma, continues(end + 1, p.upperBound) { return nil }
        return Finding(.respectively(members: members.upperBound, values: values), at: text.source.span(start..<end))
    }

    /// How many members a list may have: 和 between the last two parts them, or belongs to a name.
    private func members(_ range: Range<Int>) -> ClosedRange<Int>? {
        let units = text.units
        var pauses = 0, last = range.lowerBound, depth = 0, before = 0
        for i in range {
            switch units[i] {
            case Unit.openParenthesis, Unit.openQuote, Unit.openTitle: depth += 1
            case Unit.closeParenthesis, Unit.closeQuote, Unit.closeTitle: depth -= 1
            case Unit.enumerationComma where depth <= 0:
                pauses += 1
                last = i + 1
            default:
                if Self.joins.contains(units[i]), depth <= 0, pauses == 0 { before += 1 }
                if Unit.isDigit(units[i]), depth <= 0 { return nil }
            }
        }
        guard pauses > 0 else { return nil }
        let after = (last..<range.upperBound).count { Self.joins.contains(units[$0]) }
        // A join before the first pause is inside a name most often, one behind the last parts the last two.
        return pauses + 1...pauses + 1 + before + after
    }

    /// The numbers of a plain list, one in each part; nil where a part holds none or several, which ties them otherwise.
    private func values(_ range: Range<Int>) -> Int? {
        var parts = 0, numbers = 0, inNumber = false
        for i in range {
            let u = text.units[i]
            if Unit.isDigit(u) || (inNumber && u == ".") {
                if !inNumber { numbers += 1 }
                inNumber = true
                continue
            }
            inNumber = false
            if u == "年" || u == "-" || u == Unit.openParenthesis || u == "第" { return nil }  // 年, a range, a bracket, 第
            if u == Unit.enumerationComma || Self.joins.contains(u) {
                guard numbers == 1 else { return nil }
                parts += 1
                numbers = 0
            }
        }
        return numbers == 1 ? parts + 1 : nil
    }

    /// A number right behind the comma: the list of values goes on.
    private func continues(_ start: Int, _ end: Int) -> Bool {
        start < end && (Unit.isDigit(text.units[start]) || Self.joins.contains(text.units[start]))
    }

    private static let each = PhraseSet("分别")
    private static let joins = Set("和与及".utf16)
}
