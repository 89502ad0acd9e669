extension StageWord {
    static let format = StageWord(
        description: Description(
            "as", ["格式", "输出"], usage: "| as \(OutputFormat.usage) [FILE]",
            summary: Message("How the answer is written; with a file, where to.", "答案以何种格式写出；写上文件则写到文件。"),
            details: [
                Message(
                    "A table fits the terminal; `list` has a row a line, `tree` puts rows that share values under them.",
                    "表格适应终端宽度；列表每行一条；树把值相同的行归在一起。"),
                Message(
                    "`json`, `ndjson`, `csv` and `tsv` are for programs: columns and names there are the same in both languages.",
                    "json、ndjson、csv、tsv供程序使用：其中的列名和代码在两种语言中相同。"),
                Message(
                    "`html` is one page that needs no other file; its tables are sorted by a click on a heading.",
                    "html是不需其他文件的一页；点列名即可排序。"),
                Message(
                    "`as FILE` takes the format from the ending. A file that is there is replaced by `as!` only.",
                    "`as 文件`由扩展名定格式。已有的文件只有`as!`才会覆盖。"),
            ],
            examples: ["targets | as json", "measures | as tree", "目标 | 格式 列表"])
    ) { parser, word throws(Diagnostic) in try parser.formatStage(after: word) }

    static let wide = StageWord(
        description: Description(
            "wide", ["全宽"], usage: "| wide",
            summary: Message(
                "All columns, each as wide as it needs; the same as `as wide`.", "列出全部列，各列所需多宽就多宽；同`格式 全宽`。"),
            details: [
                Message(
                    "Another format behind it has all columns too: `| wide | as csv` holds figures, document, line and sentence.",
                    "其后再接别的格式，也列全部列：`| 全宽 | 格式 csv`既有数，也有文档、行号和句子。")
            ],
            examples: ["targets | take 3 | wide", "目标 | 前 3 | 全宽", "targets | take 2 | wide | as ndjson"])
    ) { _, _ in .format(.wide) }
}
