import Documents

extension Verb {
    static let history = Verb(
        description: Description(
            "history", ["历史"], usage: "history [word…] [| stage]…",
            summary: Message(
                "The lines typed before, oldest first; with words those that hold them, with a number the newest.",
                "以前输入的各行，旧的在前；后跟词语只列含有它们的行，后跟数字只列最近几行。"),
            details: [
                Message(
                    "`!5` runs the fifth again, `!!` the last, `!targets` the newest that begins so; Ctrl-R searches. A line that begins with a space is not kept.",
                    "`!5`再次运行第五行，`!!`运行上一行，`!目标`运行以此开头的最近一行；Ctrl-R查找。以空格开头的行不会保存。")
            ],
            examples: [])
    ) { parser throws(Diagnostic) in
        var words: [Word] = []
        while let word = parser.optionalWord() { words.append(word) }
        return .history(words, try parser.stages())
    }
}
