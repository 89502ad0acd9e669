import Documents
import Lexicon

/// 从45%提高到42%: what is said to rise falls.
struct TurnCheck {
    let text: CheckedText

    func findings() -> [Finding] {
        text.paragraphs.flatMap { p in
            p.compactMap { i in text.units[i] == "从" || text.units[i] == "由" ? finding(at: i, p) : nil }
        }
    }

    private func finding(at i: Int, _ p: Range<Int>) -> Finding? {
        let units = text.units
        let end = text.clauseEnd(i, p.upperBound)
        guard let first = number(i + 1..<min(end, i + 12)), let verb = verb(first.unit..<min(end, first.unit + 12)),
              let second = number(verb.end..<min(end, verb.end + 3)), second.at == verb.end,
              let from = value(first.at..<first.unit), let to = value(second.at..<second.unit), from != to,
              (from > to) == verb.rises
        else { return nil }
        // Both in one unit, written out behind each.
        let unit = units[first.unit..<verb.start]
        let tail = units[second.unit..<min(end, second.unit + unit.count)]
        guard unit.count >= 1, unit.count <= 8, unit.elementsEqual(tail) else { return nil }
        // 4万 and 4万亿 share a beginning.
        let behind = second.unit + unit.count
        if behind < end, Self.scales.contains(units[behind]) { return nil }
        return Finding(
            .turned(
                from: text.source.folded(first.at..<verb.start), to: text.source.folded(second.at..<behind), rises: verb.rises),
            at: text.source.span(i..<behind))
    }

    /// The last number in plain digits of a range, and where its unit begins.
    private func number(_ range: Range<Int>) -> (at: Int, unit: Int)? {
        guard let at = range.first(where: { Unit.isDigit(text.units[$0]) }) else { return nil }
        var end = at
        while end < text.units.count, Unit.isDigit(text.units[end]) || text.units[end] == "." { end += 1 }
        // 2025年的45%: a year first.
        if end < range.upperBound, text.units[end] == "年" { return number(end + 1..<range.upperBound) }
        return (at, end)
    }

    private func value(_ range: Range<Int>) -> Double? { Double(text.source.folded(range)) }

    private func verb(_ range: Range<Int>) -> (start: Int, end: Int, rises: Bool)? {
        for i in range {
            let up = Self.rising.length(in: text.units, at: i, end: range.upperBound)
            if up > 0 { return (i, i + up, true) }
            let down = Self.falling.length(in: text.units, at: i, end: range.upperBound)
            if down > 0 { return (i, i + down, false) }
        }
        return nil
    }

    private static let rising = PhraseSet("提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 上升至 增至 升至 扩大到 扩大至")
    private static let falling = PhraseSet("下降到 下降至 降低到 降低至 减少到 减少至 降至 降到 减至 压减到 压减至 缩小到 缩小至")
    private static let scales = Set("万亿千百".utf16)
}
