extension StageWord {
    static let save = StageWord(
        description: Description(
            "save", ["保存"], usage: "| save FILE",
            summary: Message("Writes the rows into a file, in the format of its ending.", "把各行写入文件，格式由扩展名决定。"),
            details: [
                Message(
                    "`| as csv FILE` names the format. A file that is there is replaced by `save!` and `as!` only.",
                    "`| as csv FILE`另指定格式。已有的文件只有`save!`（`保存!`）和`as!`才会覆盖。")
            ],
            examples: [])
    ) { parser, word throws(Diagnostic) in .save(try parser.saving(after: word)) }
}
