extension Noun {
    static let problems = Noun(
        Description(
            "problems", ["短板", "不足", "问题"], usage: "problems [terms] [| stage]…",
            summary: Message("Weaknesses that a document admits.", "文档承认的短板。"),
            examples: ["problems", "problems | count by sector", "短板 | 前 5"]),
        .problem, columns: ["id", "place", "period", "sector", "text"])
}
