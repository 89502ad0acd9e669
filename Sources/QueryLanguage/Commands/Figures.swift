extension Noun {
    static let figures = Noun(
        Description(
            "figures", ["数据", "指标值", "数字"], usage: "figures [terms] [| stage]…",
            summary: Message(
                "Every number that a document states about an indicator: targets, results and estimates.", "文档为各项指标给出的全部数：目标、结果和预计。"),
            examples: ["figures 2026", "figures value>=5 unit:% | count by kind", "数据 类型:结果 | 计数 按 时期"]),
        .figure, columns: ["id", "place", "indicator", "figure", "kind", "period", "sector"], order: .byIndicator)
}
