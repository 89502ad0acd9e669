extension StageWord {
    static let format = StageWord(
        description: Description(
            "as", ["格式", "输出"], usage: "| as table|card|json|ndjson|csv|tsv|markdown [FILE]",
            summary: "How the answer is written; with a file, where to.",
            details: ["`as FILE` takes the format from the ending. A file that is there is replaced by `as!` only."],
            examples: ["targets | as json", "目标 | 格式 csv"])
    ) { parser, word throws(Diagnostic) in try parser.formatStage(after: word) }
}
