extension StageWord {
    static let reach = StageWord(
        description: Description(
            "to", ["到"], usage: "| [to] NOUN [terms]",
            summary: Message(
                    "The rows of another noun that these are tied to: | measures, | sector, | 地区. Terms and stages go on from there.",
                    "与这些行相连的另一名词的行：| 举措、| 领域、| sector。其后可再接条件和步骤。"),
            details: [
                Message(
                    "Any noun, in the singular too. Of places, sectors, goals and plans the same noun gives those under them.",
                    "任何名词都可以。地区、领域、任务和规划用同一名词，得到其下各级。"),
                Message(
                    "Measures serve a target that stands under the same goal; or whose indicator they name, or whose sector and words they share, in the same place and time. The column `reason` says which, and for which rows.",
                    "举措服务于同一任务下的目标；或在同一地区、同一时间，提到该目标的指标，或与其同领域、用词相近。“缘由”列写明是哪一种、对应哪些行。"),
                Message(
                    "`targets | results` gives the results that answer: same indicator, aspect, place and period.",
                    "`目标 | 结果`给出对应的结果：指标、方面、地区、时期都相同。"),
                Message(
                    "Of sectors, places and the like, the column `count` says how many rows led there.",
                    "到领域、地区等时，“数量”列写明由多少行而来。"),
            ],
            examples: [
                "targets 2026 | measures", "targets 2026 | sector", "targets | results | sort period", "目标 2026 | 举措 | 计数 按 领域",
            ])
    ) { parser, word throws(Diagnostic) in
        let (noun, terms) = try rows(behind: word, &parser)
        return .reach(noun, terms)
    }

    private static func rows(behind word: Word, _ parser: inout Parser) throws(Diagnostic) -> (noun: Word, terms: [Condition]) {
        let name = try parser.requiredWord(for: word.text, expected: .noun)
        guard let noun = Noun.stage(name.text) else { throw parser.unknownNoun(name) }
        return (Word(noun.name, at: name.span), try parser.terms())
    }

    static let with = StageWord(
        description: Description(
            "with", ["有"], usage: "| with NOUN [terms]",
            summary: Message(
                "Keeps the rows that lead to something by `| NOUN terms`.", "只留下有该名词的行（符合条件者）与之相连的行。"),
            details: [
                Message(
                    "Several behind each other must all hold: provinces with a growth target above 5% and measures for ecology.",
                    "接连几个都要成立：GDP目标高于5%、又有生态举措的省。")
            ],
            examples: [
                "places level:province | with targets 2026 gdp value>5% | with measures 2026 sector:ecology",
                "地区 级别:省级 | 有 目标 2026 gdp 值<=5.5%",
            ])
    ) { parser, word throws(Diagnostic) in
        let (noun, terms) = try rows(behind: word, &parser)
        return .tied(true, noun, terms)
    }

    static let without = StageWord(
        description: Description(
            "without", ["没有"], aliases: ["lacking"], usage: "| without NOUN [terms]",
            summary: Message(
                "Keeps the rows that lead to nothing by `| NOUN terms`.", "只留下没有该名词的行（符合条件者）与之相连的行。"),
            details: [
                Message(
                    "`no:NOUN` asks whether there is any at all; here terms say of what kind. What was not read from a text counts as not there: `find` looks for the words.",
                    "“无:名词”只问有没有；这里由条件说明是哪一种。原文中没有读出的，算作没有：“查找”可查原文的词语。"),
                Message(
                    "Places that have no document lack everything: begin with the documents of the year.",
                    "没有文档的地区什么都没有：宜从当年的文档开始。"),
            ],
            examples: [
                "documents 2026 | places | without targets 2026 gdp value<=5%", "sectors | without measures 2026",
                "文档 2026 | 地区 | 没有 目标 2026 gdp 值>5%",
            ])
    ) { parser, word throws(Diagnostic) in
        let (noun, terms) = try rows(behind: word, &parser)
        return .tied(false, noun, terms)
    }

    static let source = StageWord(
        description: Description(
            "source", ["来源", "出处"], usage: "| source", summary: Message(
                    "Where each row stands: its document, line and sentence.",
                    "每行的出处：文档、行号和句子。"),
            examples: ["targets 2026 | source", "举措 | 前 5 | 来源"])
    ) { _, _ in .select(["id", "document", "line", "sentence"].map { Word($0) }) }
}
