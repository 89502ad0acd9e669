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
        let name = try parser.requiredWord(for: word.text, expected: .noun)
        guard let noun = Noun.stage(name.text) else { throw parser.unknownNoun(name) }
        return .reach(Word(noun.name, at: name.span), try parser.terms())
    }

    static let source = StageWord(
        description: Description(
            "source", ["来源", "出处"], usage: "| source", summary: Message(
                    "Where each row stands: its document, line and sentence.",
                    "每行的出处：文档、行号和句子。"),
            examples: ["targets 2026 | source", "举措 | 前 5 | 来源"])
    ) { _, _ in .select(["id", "document", "line", "sentence"].map { Word($0) }) }
}
