extension StageWord {
    static let reach = StageWord(
        description: Description(
            "to", ["到"], usage: "| [to] NOUN [terms]",
            summary: Message(
                "The rows of another noun that these are tied to: | measures, | sector. Terms and stages go on from there.",
                "与这些行相连的另一类内容：| 举措、| 领域、| 地区；其后可接条件和步骤。"),
            details: [
                Message(
                    "Any noun, in the singular too. Of places, sectors, goals and plans the same noun gives those under them.",
                    "可用任何名词。对地区、领域、任务和规划期，同一名词给出其下级。"),
                Message(
                    "Measures serve a target that stands under the same goal; or whose indicator they name, or whose sector and words they share, in the same place and time. The column `reason` says which, and for which rows.",
                    "举措服务于同一任务下的目标；或在同一地区和时期提到其指标，或领域相同、用词相近。“缘由”列说明是哪一种、对应哪些行。"),
                Message(
                    "`targets | results` gives the results that answer: same indicator, aspect, place and period.",
                    "`目标 | 结果`给出对应的结果：指标、方面、地区和时期相同。"),
                Message(
                    "Of sectors, places and the like, the column `count` says how many rows led there.",
                    "对领域、地区等，“数量”列是有多少行通向它。"),
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
            "source", ["来源", "出处"], usage: "| source",
            summary: Message("Where each row stands: its document, line and sentence.", "每一行的出处：文档、行号和整句。"),
            examples: ["targets 2026 | source", "举措 | 前 5 | 来源"])
    ) { _, _ in .select(["id", "document", "line", "sentence"].map { Word($0) }) }
}
