extension StageWord {
    static let skip = StageWord(
        description: Description(
            "skip", ["跳过"], usage: "| skip N", summary: Message("All but the first N rows.", "去掉前N行。"),
            examples: ["targets | skip 5", "目标 | 跳过 5"])
    ) { parser, word throws(Diagnostic) in .skip(try parser.number(after: word)) }
}
