extension Noun {
    static let documents = Noun(
        Description(
            "documents", ["文档", "文件"], usage: "documents [terms] [| stage]…",
            summary: "What was read.",
            examples: ["documents", "documents 2026", "文档 | 前 5"]),
        .document, columns: ["id", "title", "place", "year", "date", "targets", "results", "measures", "problems"])
}
