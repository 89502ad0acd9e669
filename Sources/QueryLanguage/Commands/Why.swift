extension Verb {
    static let why = Verb(
        description: Description(
            "why", ["为何", "为什么", "依据"], usage: "why [ID-or-row]",
            summary: "The words that gave each field of a figure, measure, problem or heading, the rule, and the line of the lexicon.",
            details: [
                "`where` is line:column in the text that was read. A field without words comes from the rule alone.",
                "`confidence` is how likely, by statements that were judged, one with the same signs is right; what speaks against it is named.",
            ],
            examples: ["why f1", "为何 f1", "figures | where confidence<0.6 | sort confidence"])
    ) { parser in .why(parser.optionalWord()) }
}
