extension Verb {
    static let save = Verb(
        description: Description(
            "save", ["保存"], usage: "save FILE",
            summary: Message(
                "Writes the last answer into a file, in the format of its ending: csv, tsv, json, ndjson, md, txt.",
                "把上一个答案写入文件，格式由扩展名决定：csv、tsv、json、ndjson、md、txt。"),
            details: [
                Message(
                    "A file that is there is not replaced, unless by `save!`. In a line: `targets 2026 | save targets.csv`.",
                    "已有的文件不会被覆盖，除非用`save!`（`保存!`）。也可写在行中：`目标 2026 | 保存 目标.csv`。")
            ],
            examples: [])
    ) { parser throws(Diagnostic) in .save(try parser.saving(after: parser.previous)) }
}
