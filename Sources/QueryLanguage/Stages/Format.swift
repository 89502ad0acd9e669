extension StageWord {
    static let format = StageWord(
        description: Description(
            "as", ["格式", "输出"], usage: "| as table|card|json|ndjson|csv|tsv|markdown [FILE]",
            summary: Message("How the answer is written; with a file, where to.", "答案以何种格式写出；写上文件则写到文件。"),
            details: [
                Message("`as FILE` takes the format from the ending. A file that is there is replaced by `as!` only.", "`as 文件`由扩展名定格式。已有的文件只有`as!`才会覆盖。")
            ],
            examples: ["targets | as json", "目标 | 格式 csv"])
    ) { parser, word throws(Diagnostic) in try parser.formatStage(after: word) }
}
