extension StageWord {
    static let take = StageWord(
        description: Description(
            "take", ["前", "取"], aliases: ["head", "first", "limit", "top"], usage: "| take N",
            summary: Message("The first N rows.", "前N行。"),
            examples: ["targets | take 5", "目标 | 前 5"])
    ) { parser, word throws(Diagnostic) in .take(try parser.number(after: word)) }
}
