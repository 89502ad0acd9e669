extension Noun {
    static let years = Noun(
        Description(
            "years", ["年份", "年度"], usage: "years [terms] [| stage]…",
            summary: Message(
                "Years and plan periods that documents speak of; statements are counted at their own period.", "文档谈到的年份和规划期；陈述各计入自身的时期。"),
            examples: ["years", "years | sort targets desc", "年份 | 前 5"]),
        .period, columns: ["id", "period", "name", "documents", "targets", "results", "measures"])
}
