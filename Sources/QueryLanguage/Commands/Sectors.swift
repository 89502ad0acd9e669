import Documents

extension Noun {
    static let sectors = Noun(
        Description(
            "sectors", ["领域", "行业"], usage: "sectors [terms] [| stage]…",
            summary: Message("The tree of sectors; the counts of a sector hold those of the sectors under it.", "领域树；一个领域的计数包含其下各领域。"),
            examples: ["sectors", "sectors 2026 | sort measures desc", "领域 | 前 5"]),
        .sector, columns: ["id", "name", "targets", "results", "measures", "problems"])
}
