extension Verb {
    static let source = Verb(
        description: Description(
            "source", ["来源", "出处", "原文"], usage: "source [ID-or-row] [| stage]…",
            summary: Message("The document, line and exact words that a statement comes from.", "一条陈述所出自的文档、行号和原话。"),
            examples: ["source d1", "来源 d1"])
    ) { parser in .source(parser.optionalWord()) }
}
