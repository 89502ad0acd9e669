extension Verb {
    static let back = Verb(
        description: Description(
            "back", ["返回", "后退"], usage: "back", summary: "The answer before this one, as it was.", examples: ["back"])
    ) { _ in .back }
}
