import Documents

extension Verb {
    static let load = Verb(
        description: Description(
            "load", ["载入", "加载"], aliases: ["import", "attach"], usage: "load PATH…",
            summary: Message(
                "Reads more documents into the running shell; those that are there keep their numbers.", "把更多文档读入正在运行的程序；已有的编号不变。"),
            details: [
                Message(
                    "PATH is a file, a folder, or a graph that `gangmu build` wrote; `*` and `?` stand for any characters (`load reports/2026-*.txt`).",
                    "路径是文件、文件夹，或`gangmu build`写成的图；`*`和`?`代表任意字符（`载入 报告/2026-*.txt`）。"),
                Message(
                    "The answer lists the new documents. A file that cannot be read is named with its reason, and the others load; a document that is there already is not read twice.",
                    "答案列出新的文档。读不了的文件会指明原因，其余照常载入；已有的文档不重复读入。"),
                Message(
                    "Rows kept by `let`, aliases, settings and the trail stay; a kept `$name` has the rows that it had. It lasts until you leave: to begin with them, name them when you start.",
                    "`令`所记的行、别名、设置和足迹都保留，`$名称`仍是原来的行。退出后不再保留：要一开始就有，请在启动时指明。"),
            ],
            examples: [])
    ) { parser throws(Diagnostic) in
        let paths = parser.paths()
        guard !paths.isEmpty else { throw parser.missing(.documentPath, after: parser.previous) }
        return .load(paths)
    }
}
