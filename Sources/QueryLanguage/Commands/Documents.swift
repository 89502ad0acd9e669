extension Noun {
    static let documents = Noun(
        Description(
            "documents", ["文档", "文件"], usage: "documents [terms] [| stage]…",
            summary: Message("What was read.", "读入了哪些文档。"),
            examples: ["documents", "documents 2026", "文档 | 前 5"]),
        .document, columns: ["id", "title", "place", "year", "date", "targets", "results", "measures", "problems"])
}
