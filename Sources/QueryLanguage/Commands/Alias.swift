import Documents

extension Verb {
    static let alias = Verb(
        description: Description(
            "alias", ["别名"], usage: "alias WORD = line",
            summary: Message(
                "A word that stands for the beginning of a line; nothing after `=` takes it away. Without a word, what there is.",
                "让一个词代表一行的开头；`=`之后为空则取消。不写词则列出已有的。"),
            details: [
                Message(
                    "What follows the word is added at the end: `alias jobs = targets sector:employment`, then `jobs 2026 | take 5`.",
                    "词后的内容接在末尾：`别名 岗位 = 目标 领域:就业`，之后可写`岗位 2026 | 前 5`。")
            ],
            examples: ["alias jobs = targets sector:employment", "别名 岗位 = 目标 领域:就业", "alias"])
    ) { parser throws(Diagnostic) in
        guard let word = parser.optionalWord() else { return .aliases }
        guard Given.isName(word.text) else {
            throw Diagnostic(.unexpected, Message.notAName(word.text).text, at: word.span, expected: LinePart.name.expected)
        }
        guard Noun.named(word.text) == nil, Verb.named(word.text) == nil else {
            throw Diagnostic(.unexpected, Message.alreadyACommand(word.text).text, at: word.span, expected: LinePart.name.expected)
        }
        try parser.equals(after: word)
        guard let rest = parser.rest() else { return .alias(word, nil) }
        // Its mistakes are told now, where they stand.
        let shifted = String(repeating: " ", count: rest.start) + rest.text
        do throws(Diagnostic) {
            _ = try Parser.parse(shifted, aliases: parser.aliases)
        } catch {
            var mistake = error
            if let better = error.suggestion {
                let head = parser.line.utf8Slice(ByteSpan(0, rest.start)), tail = better.utf8Slice(ByteSpan(rest.start, better.utf8.count))
                mistake.suggestion = String(head) + String(tail)
            }
            throw mistake
        }
        return .alias(word, rest.text)
    }
}
