extension Noun {
    static let targets = Noun(
        Description(
            "targets", ["目标"], usage: "targets [terms] [| stage]…",
            summary: "Figures still to be reached, or set by a plan.",
            details: [
                "A year means every target whose period covers it, so also those of the five-year plan.",
                "The column `period` says which are which."
            ],
            examples: ["targets 2026", "targets 2026 gdp | sort value desc", "目标 2026 领域:生态环境 | 排序 值 降 | 前 5"]),
        .figure, kinds: [.target], columns: ["id", "place", "indicator", "target", "period", "sector"], order: .byIndicator)
}
