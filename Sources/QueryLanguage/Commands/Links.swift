extension Verb {
    static let links = Verb(
        description: Description(
            "links", ["链接"], usage: "links [| stage]…",
            summary: Message("All links of the last card as a table; a number follows one.", "把上一张卡片的全部链接列成表；输入行号即可前往。"),
            examples: ["links"])
    ) { _ in .links }
}
