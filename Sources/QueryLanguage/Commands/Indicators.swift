extension Noun {
    static let indicators = Noun(
        Description(
            "indicators", ["指标"], usage: "indicators [terms] [| stage]…",
            summary: Message("What is measured, by its standard name, how often and where.", "衡量哪些方面，用标准名称列出，并计出现次数和地区。"),
            examples: ["indicators", "indicators 2026 | take 10", "指标 | 排序 结果数 降 | 前 5"]),
        .indicator, columns: ["id", "name", "sector", "targets", "results", "documents", "places"], order: .byCount)
}
