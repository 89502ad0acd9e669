extension Verb {
    static let last: Verb = Verb(
        description: Description(
            "last", ["上次"], usage: "last [terms] [| stage]…",
            summary: Message(
                "The rows of the last answer, to go on from; `#3` is its third row, wherever a node may stand.",
                "上一个答案的各行，可由此接着查；`#3`是其第3行，凡可写编号处都可用。"),
            details: [
                Message("`open #3`, `related #2`, `#3 | measures`, `targets in last`.", "如`打开 #3`、`相关 #2`、`#3 | 举措`、`目标 在 上次`。")
            ],
            examples: ["last", "last | take 2", "上次 | 前 2"])
    ) { parser throws(Diagnostic) in .query(try parser.query(Word(Given.last))) }
}
