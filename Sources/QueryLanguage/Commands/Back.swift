extension Verb {
    static let back = Verb(
        description: Description(
            "back", ["返回", "后退"], usage: "back", summary: Message("The answer before this one, as it was.", "回到前一个答案，内容与行号不变。"),
            examples: ["back"])
    ) { _ in .back }
}
