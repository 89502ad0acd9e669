extension Verb {
    static let forward = Verb(
        description: Description(
            "forward", ["前进"], usage: "forward", summary: "Undoes `back`.", examples: ["forward"])
    ) { _ in .forward }
}
