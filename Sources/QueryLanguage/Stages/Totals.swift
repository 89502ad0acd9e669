extension StageWord {
    static let totals = StageWord(
        description: Description(
            "totals", ["兑现统计"], usage: "| totals [by KEY …]",
            summary: Message("How many targets were met, missed, not reported; in all or in each group.", "目标完成、未完成、未见报告各多少：总计，或各组分别计。"),
            details: [
                Message("kept% is the share of those met, within 左右 or not, among those met and missed.", "完成率%为完成与基本完成占完成、基本完成和未完成之和的比重。")
            ],
            examples: ["check 2025 | totals", "check 2025 | totals by sector", "核对 2025 | 兑现统计 按 地区"])
    ) { parser, _ throws(Diagnostic) in .totals(by: try parser.grouping()) }
}
