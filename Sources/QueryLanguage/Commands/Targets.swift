extension Noun {
    static let targets = Noun(
        Description(
            "targets", ["目标"], usage: "targets [terms] [| stage]…",
            summary: Message("Figures still to be reached, or set by a plan.", "有待达到的数据，或规划所定的数据。"),
            details: [
                Message(
                    "A year means every target whose period covers it, so also those of the five-year plan.",
                    "写一个年份，指时期涵盖该年的所有目标，所以也包括五年规划的目标。"),
                Message("The column `period` says which are which.", "“时期”列写明各属何时。")
            ],
            examples: ["targets 2026", "targets 2026 gdp | sort value desc", "目标 2026 领域:生态环境 | 排序 值 降 | 前 5"]),
        .figure, kinds: [.target], columns: ["id", "place", "indicator", "target", "period", "sector"], order: .byIndicator)
}
