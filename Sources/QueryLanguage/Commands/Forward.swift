extension Verb {
    static let forward = Verb(
        description: Description(
            "forward", ["前进"], usage: "forward", summary: Message("Undoes `back`.", "撤回一次`返回`。"), examples: ["forward"])
    ) { _ in .forward }
}
