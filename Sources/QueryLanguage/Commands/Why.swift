extension Verb {
    static let why = Verb(
        description: Description(
            "why", ["为何", "为什么", "依据"], usage: "why [ID-or-row] [| stage]…",
            summary: Message(
                "The words that gave each field of a figure, measure, problem, heading or document, the rule, and the line of the lexicon.",
                "一条数据、举措、短板、标题或一份文档，各字段依据哪些词、哪条规则、词库哪一行。"),
            details: [
                Message(
                    "`where` is line:column in the text that was read. A field without words comes from the rule alone; what was given with the document, as by a line of NDJSON, is named so.",
                    "“位置”是读入文本中的行:列。没有依据词的字段只由规则得出；随文档给出的（如NDJSON的一行所写）会注明。"),
                Message(
                    "`confidence` is how likely, by statements that were judged, one with the same signs is right; what speaks against it is named.",
                    "“把握”指：按人工判断过的陈述，带有同样迹象的有多大可能是对的；不利的迹象会列出。"),
            ],
            examples: ["why f1", "为何 f1", "figures | where confidence<0.6 | sort confidence"])
    ) { parser in .why(parser.optionalWord()) }
}
