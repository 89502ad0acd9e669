extension Verb {
    static let leave = Verb(
        description: Description(
            "exit", ["退出"], aliases: ["quit"], usage: "exit", summary: "Leaves the shell.", examples: ["exit"])
    ) { _ in .leave }
}
