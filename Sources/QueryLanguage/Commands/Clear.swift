extension Verb {
    static let clear = Verb(
        description: Description(
            "clear", ["清屏"], aliases: ["cls"], usage: "clear",
            summary: Message("Clears the screen; Ctrl-L does so while a line is typed.", "清除屏幕；输入行时可按Ctrl-L。"),
            examples: ["clear"])
    ) { _ in .clear }
}
