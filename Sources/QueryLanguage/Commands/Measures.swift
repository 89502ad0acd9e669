extension Noun {
    static let measures = Noun(
        Description(
            "measures", ["举措", "措施"], usage: "measures [terms] [| stage]…",
            summary: Message("Actions that a document commits its issuer to: a verb with its object.", "文档承诺要做的事：动词及其宾语。"),
            examples: ["measures 2026", "measures 2026 | count by sector", "举措 2026 | 前 5"]),
        .measure, columns: ["id", "place", "period", "sector", "action", "text"])
}
