import Documents

/// Words for rows that are there already: `last`, `#3`, `$name`.
enum Given {
    /// How `last` stands in a `Query` and a `Condition`.
    static let last = "last"

    /// The word as a `Query` has it; nil where it names no rows.
    static func word(_ text: String) -> String? {
        if Verb.last.description.answers(to: text) { return last }
        if text.hasPrefix("$"), text.count > 1 { return text }
        if text.hasPrefix("#"), text.count > 1, text.dropFirst().utf8.allSatisfy({ $0 >= 48 && $0 < 58 }) { return text }
        return nil
    }

    /// The number of a row in words: `第3行`, `第三条`; nil where it is none.
    static func row(_ text: String) -> String? {
        guard text.hasPrefix("第"), let counted = ["行", "条", "个", "项"].first(where: { text.hasSuffix($0) }), text.count > 2 else {
            return nil
        }
        return number(text.dropFirst().dropLast(counted.count))
    }

    /// A number from 1 to 99 in Chinese words, or any in digits.
    static func number(_ number: Substring) -> String? {
        guard !number.isEmpty else { return nil }
        if number.utf8.allSatisfy({ $0 >= 48 && $0 < 58 }) { return String(number) }
        let digits = Array("一二三四五六七八九"), ten = number.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
        func digit(_ text: Substring, empty: Int) -> Int? {
            text.isEmpty ? empty : text.count == 1 ? text.first.flatMap { digits.firstIndex(of: $0) }.map { $0 + 1 } : nil
        }
        if ten.count == 2 { return digit(ten[0], empty: 1).flatMap { tens in digit(ten[1], empty: 0).map { String(tens * 10 + $0) } } }
        return digit(number, empty: 0).flatMap { $0 > 0 ? String($0) : nil }
    }

    /// What a name may look like: letters of any script, digits and `_` and `-`, beginning with a letter.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }
}

/// The words for what is asked of scripts.
enum ScriptWords {
    private static let chinese: [ScriptAction: String] = [.list: "列表", .show: "查看", .edit: "编辑", .check: "检查"]

    static func word(_ action: ScriptAction, _ form: Printer.Form) -> String {
        form == .english ? action.rawValue : chinese[action] ?? action.rawValue
    }

    static func action(_ word: String) -> ScriptAction? {
        ScriptAction.allCases.first { $0.rawValue == word.lowercased() || chinese[$0] == word }
    }

    static let all = ScriptAction.allCases.flatMap { [$0.rawValue] + (chinese[$0].map { [$0] } ?? []) }
}
