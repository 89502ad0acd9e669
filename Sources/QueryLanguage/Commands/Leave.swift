extension Verb {
    static let leave: Verb = Verb(
        description: Description(
            "exit", ["退出"], aliases: ["quit"], usage: "exit", summary: Message("Leaves the shell.", "离开程序。"), examples: ["exit"])
    ) { _ in .leave }
}
