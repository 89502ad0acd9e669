extension Verb {
    static let bind = Verb(
        description: Description(
            "let", ["令"], usage: "let NAME = query",
            summary: Message(
                "Keeps the rows of a query under a name: `$NAME`. Without a name, what is kept.", "把一次查询的行记在一个名称下：`$名称`。不写名称则列出已有的。"),
            details: [
                Message(
                    "`$NAME` stands where a noun stands (`$east | sort value`), and after `in` (`targets in $east`).",
                    "`$名称`可放在名词的位置（`$东部 | 排序 值`），也可放在“在”之后（`目标 在 $东部`）。")
            ],
            examples: ["let jobs = targets sector:employment", "令 就业 = 目标 领域:就业 | 前 5", "let"])
    ) { parser throws(Diagnostic) in
        let head = parser.previous
        guard let name = parser.optionalWord() else {
            guard parser.isAtEnd else { throw parser.missing(.name, after: head) }
            return .names
        }
        let word = name.text.hasPrefix("$") ? Word(String(name.text.dropFirst()), at: name.span) : name
        guard Given.isName(word.text) else {
            throw Diagnostic(.unexpected, Message.notAName(name.text).text, at: name.span, expected: LinePart.name.expected)
        }
        try parser.equals(after: name)
        return .bind(word, try parser.pipeline(after: Word("=", at: name.span)))
    }
}
