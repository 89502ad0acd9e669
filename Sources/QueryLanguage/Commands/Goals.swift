extension Noun {
    static let goals = Noun(
        Description(
            "goals", ["任务", "重点任务"], usage: "goals [terms] [| stage]…",
            summary: Message(
                "Headings that look forward, with how many targets and measures stand directly under each.", "部署今后工作的标题，以及直接列在各标题下的目标数和举措数。"
            ),
            examples: ["goals 2026", "goals level:1", "任务 | 前 5"]),
        .goal, columns: ["id", "place", "year", "level", "title", "targets", "measures"])
}
