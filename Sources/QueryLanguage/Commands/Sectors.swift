extension Noun {
    static let sectors = Noun(
        Description(
            "sectors", ["领域", "行业"], usage: "sectors [terms] [| stage]…",
            summary: Message(
                """
                The tree of sectors, without finer ones that no statement is of. A sector counts those of the sectors under \
                it; a statement of several sectors counts in each.
                """, "领域树，不列没有陈述的细分领域。一个领域的计数包含其下各领域；属于几个领域的陈述，在每个领域各计一次。"),
            examples: ["sectors", "sectors 2026 | sort measures desc", "领域 | 前 5"]),
        .sector, columns: ["id", "name", "targets", "results", "measures", "problems"])
}
