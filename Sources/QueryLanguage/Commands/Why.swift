extension Verb {
    static let why = Verb(
        description: Description(
            "why", ["为何", "为什么", "依据"], usage: "why [ID-or-row]",
            summary: Message("The words that gave each field of a figure, measure, problem or heading, the rule, and the line of the lexicon.", "一条数据、举措、短板或标题，各字段依据哪些词、哪条规则、词库哪一行。"),
            details: [
                Message("`where` is line:column in the text that was read. A field without words comes from the rule alone.", "“位置”是读入文本中的行:列。没有依据词的字段只由规则得出。"),
                Message("`confidence` is how likely, by statements that were judged, one with the same signs is right; what speaks against it is named.", "“把握”指：按人工判断过的陈述，带有同样迹象的有多大可能是对的；不利的迹象会列出。"),
            ],
            examples: ["why f1", "为何 f1", "figures | where confidence<0.6 | sort confidence"])
    ) { parser in .why(parser.optionalWord()) }
}
