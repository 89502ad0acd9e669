extension Verb {
    static let lint = Verb(
        description: Description(
            "lint", ["体检"], usage: "lint [DOCUMENT]",
            summary: "Where a document does not agree with itself; all documents where none is named.",
            details: [
                "count: a list announces so many points and has another number, as a text does that is cut.",
                "respectively: 分别 has another number of members than of values.",
                "two-values: one indicator, aspect, place, period and kind with two values in one document.",
                "share: a part of a whole above 100 %.",
                "baseline: a target worse than the latest result of the same place before it.",
                "Each row opens what it speaks of.",
            ],
            examples: ["lint", "lint d1", "体检 d1"])
    ) { parser in .lint(parser.optionalWord()) }
}
