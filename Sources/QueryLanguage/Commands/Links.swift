extension Verb {
    static let links = Verb(
        description: Description(
            "links", ["链接"], usage: "links",
            summary: "All links of the last card as a table; a number follows one.",
            examples: ["links"])
    ) { _ in .links }
}
