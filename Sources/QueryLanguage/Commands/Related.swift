extension Verb {
    static let related = Verb(
        description: Description(
            "related", ["相关"], usage: "related [ID-or-row]",
            summary:
                "Measures and figures that bear on the same thing, each with its reason; of the last card where none is named.",
            details: ["Reasons, strongest first: same goal, same indicator, names the indicator, same sector and words."],
            examples: ["related d1", "相关 d1"])
    ) { parser in .related(parser.optionalWord()) }
}
