extension Verb {
    static let lint = Verb(
        description: Description(
            "lint", ["校核", "体检"], usage: "lint [DOCUMENT]",
            summary: "Where a document does not agree with itself; all documents where none is named.",
            details: [
                "count: a list announces so many points (讲三点意见) and has another number, as in a text that is cut.",
                "gap: headings count on past a number (一、 二、 四、); repeated: one number stands twice.",
                "cut: the text ends in mid-sentence or with a heading.",
                "respectively: 分别 has another number of members than of values.",
                "turned: what is raised from one value to another (从45%提高到42%) falls, or what is lowered rises.",
                "two-values: one indicator, aspect, place, period and kind with two values that no rounding explains.",
                "share: a part of a whole above 100 %.",
                "baseline: a target worse than the result of the same place one or two years before; not for bounds (不低于) and additions (新增).",
                "Each row names document and line with the words there, and opens what it speaks of; the last line counts each kind.",
            ],
            examples: ["lint", "lint d1", "校核 d1"])
    ) { parser in .lint(parser.optionalWord()) }
}
