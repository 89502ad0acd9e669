extension Noun {
    static let results = Noun(
        Description(
            "results", ["结果", "完成情况", "实绩"], usage: "results [terms] [| stage]…",
            summary: "Figures reported as reached, and those expected (预计), which the column `kind` calls estimate.",
            examples: ["results 2025", "results 2021..2025 | sort period desc", "结果 2025 | 前 10"]),
        .figure, kinds: [.actual, .estimate], columns: ["id", "place", "indicator", "result", "kind", "period", "sector"],
        order: .byIndicator)
}
