import Documents
import KnowledgeGraph
import Lexicon

/// Numbers in a question, with their units.
extension QuestionLexer {
    /// A whole number in digits, in Chinese up to 99, or in English up to ten.
    func count(_ at: Int) -> (Int, Int)? {
        let digits = units[min(at, units.count)...].prefix { ("0"..."9").contains($0.scalar) }
        if !digits.isEmpty {
            guard digits.count < 9 else { return nil }
            return (digits.count, digits.reduce(0) { $0 * 10 + Int($1.scalar.value - 48) })
        }
        for (index, word) in Self.numerals.enumerated() {
            if let length = begins(at, word), !touchesLetter(behind: at + length) { return (length, index + 2) }
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

    private static let numerals = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    /// Units as they are said: 五个点 of a growth are five percent.
    private static let saidUnits = ["个百分点": "百分点", "个点": "%"]

    func number(_ at: Int) -> (Int, QuestionToken.Kind)? {
        guard !touchesLetter(before: at) else { return nil }
        if let percent = begins(at, "百分之") {
            guard let (length, text) = amount(at + percent) else { return nil }
            return (percent + length, .number(text + "%", count: nil))
        }
        guard let (length, text) = amount(at) else { return nil }
        var end = at + length
        let space = begins(end, " ") ?? 0
        // 一张表: a manner of speaking.
        if units[at].scalar == "一", length == 1, end < units.count, QuestionWords.byWord[self.text(end, 1)]?.contains(.counter) == true {
            return (length, .number(text, count: 1))
        }
        for size in stride(from: min(8, units.count - end - space), through: 1, by: -1) {
            let unit = self.text(end + space, size)
            guard measureUnits.contains(unit) || unit == "percent" else { continue }
            end += space + size
            return (end - at, .number(text + (Self.saidUnits[unit] ?? Amount.standard(unit)), count: nil))
        }
        return (length, .number(text, count: Int(text)))
    }

    func amount(_ at: Int) -> (Int, String)? {
        // What begins with a comma is behind the end of another part: 省级,2026.
        let digits =
            at < units.count && units[at].scalar == ","
            ? [] : units[min(at, units.count)...].prefix { ("0"..."9").contains($0.scalar) || $0.scalar == "." || $0.scalar == "," }
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
