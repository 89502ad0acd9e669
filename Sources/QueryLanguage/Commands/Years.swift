extension Noun {
    static let years = Noun(
        Description(
            "years", ["年份", "年度"], usage: "years [terms] [| stage]…",
            summary: "Years and plan periods that documents speak of; statements are counted at their own period.",
            examples: ["years", "years | sort targets desc", "年份 | 前 5"]),
        .period, columns: ["id", "period", "name", "documents", "targets", "results", "measures"])
}
