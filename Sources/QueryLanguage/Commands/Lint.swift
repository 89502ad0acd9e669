extension Verb {
    static let lint = Verb(
        description: Description(
            "lint", ["校核", "体检"], usage: "lint [DOCUMENT] [| stage]…",
            summary: Message("Where a document does not agree with itself; all documents where none is named.", "文档自相矛盾之处；不指明文档时检查全部文档。"),
            details: [
                Message(
                    "count: a list announces so many points (讲三点意见) and has another number, as in a text that is cut.",
                    "count：开头说有几点（讲三点意见），实际点数不同，如正文被截断。"),
                Message(
                    "gap: headings count on past a number (一、 二、 四、); repeated: one number stands twice.",
                    "gap：标题序号跳号（一、二、四、）；repeated：同一序号出现两次。"),
                Message("cut: the text ends in mid-sentence or with a heading.", "cut：正文在句中结束，或以标题结束。"),
                Message("respectively: 分别 has another number of members than of values.", "respectively：“分别”前后的项数与数值个数不等。"),
                Message(
                    "turned: what is raised from one value to another (从45%提高到42%) falls, or what is lowered rises.",
                    "turned：说提高却变小（从45%提高到42%），或说降低却变大。"),
                Message(
                    "two-values: one indicator, aspect, place, period and kind with two values that no rounding explains.",
                    "two-values：指标、方面、地区、时期、类型都相同，却有两个值，四舍五入也解释不了。"),
                Message("share: a part of a whole above 100 %.", "share：占比超过100%。"),
                Message(
                    "baseline: a target worse than the result of the same place one or two years before; not for bounds (不低于) and additions (新增).",
                    "baseline：目标不如同一地区一两年前的结果；界限（不低于）和增量（新增）不查。"),
                Message(
                    "Each row names document and line with the words there, and opens what it speaks of; the last line counts each kind.",
                    "每行写明文档、行号和原文，可打开所指内容；末行按检查种类计数。"),
            ],
            examples: ["lint", "lint d1", "校核 d1"])
    ) { parser in .lint(parser.optionalWord()) }
}
