extension Verb {
    static let trail = Verb(
        description: Description(
            "trail", ["足迹"], usage: "trail", summary: "The tables and cards you came through.", examples: ["trail"])
    ) { _ in .trail }
}
