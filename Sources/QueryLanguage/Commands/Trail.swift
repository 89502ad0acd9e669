extension Verb {
    static let trail = Verb(
        description: Description(
            "trail", ["足迹"], usage: "trail [| stage]…", summary: Message("The tables and cards you came through.", "一路看过的表格和卡片。"),
            examples: ["trail"])
    ) { _ in .trail }
}
