extension Verb {
    static let open = Verb(
        description: Description(
            "open", ["打开"], aliases: ["show"], usage: "open ID-or-row",
            summary: "A card: all properties of a node, the sentence it comes from, and numbered links.",
            details: [
                "ID is a short id (`f12`, `m3`, `y2026`, `ecology`), a content key, or a name (`open 北京`).",
                "A number is a row of the last table or a link of the last card.",
                "A number typed alone does the same.",
            ],
            examples: ["open d1", "打开 d1"])
    ) { parser throws(Diagnostic) in
        .open(try parser.requiredWord(for: "open", expected: .identifier))
    }
}
