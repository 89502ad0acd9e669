extension StageWord {
    static let format = StageWord(
        description: Description(
            "as", ["格式", "输出"], usage: "| as table|card|json|ndjson|csv|tsv|markdown", summary: Message("How the answer is written.", "答案以何种格式写出。"),
            examples: ["targets | as json", "目标 | 格式 csv"])
    ) { parser, word throws(Diagnostic) in .format(try parser.outputFormat(after: word)) }
}
