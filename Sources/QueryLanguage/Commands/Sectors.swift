extension Noun {
    static let sectors = Noun(
        Description(
            "sectors", ["领域", "行业"], usage: "sectors [terms] [| stage]…",
            summary: """
                The tree of sectors, without finer ones that no statement is of. A sector counts those of the sectors under \
                it; a statement of several sectors counts in each.
                """,
            examples: ["sectors", "sectors 2026 | sort measures desc", "领域 | 前 5"]),
        .sector, columns: ["id", "name", "targets", "results", "measures", "problems"])
}
