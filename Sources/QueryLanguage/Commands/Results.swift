extension Noun {
    static let results = Noun(
        Description(
            "results", ["结果", "完成情况", "实绩"], usage: "results [terms] [| stage]…",
            summary: Message(
                "Figures reported as reached, and those expected (预计), which the column `kind` calls estimate.",
                "报告已达到的数据，以及预计的数据（在“类型”列中注明“预计”）。"),
            examples: ["results 2025", "results 2021..2025 | sort period desc", "结果 2025 | 前 10"]),
        .figure, kinds: [.actual, .estimate], columns: ["id", "place", "indicator", "result", "kind", "period", "sector"],
        order: .byIndicator)
}
