extension Verb {
    static let explain = Verb(
        description: Description(
            "explain", ["解读"], usage: "explain line",
            summary: Message(
                "How a line is read, part by part, and how it is written in both languages; nothing is run.", "说明一行怎样被理解，逐项列出，并给出中英文写法；不执行。"
            ),
            details: [Message("Alone it tells of the last answer's line.", "单独使用则说明上一个答案的那一行。")],
            examples: ["explain targets 2026 gdp | sort value desc", "解读 目标 2026 生态 | 前 5"])
    ) { parser throws(Diagnostic) in .explain(try parser.command()) }
}
