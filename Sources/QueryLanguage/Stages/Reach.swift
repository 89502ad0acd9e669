extension StageWord {
    static let reach = StageWord(
        description: Description(
            "to", ["到"], usage: "| [to] NOUN [terms]",
            summary: "The rows of another noun that these are tied to: | measures, | sector, | 地区. Terms and stages go on from there.",
            details: [
                "Any noun, in the singular too. Of places, sectors, goals and plans the same noun gives those under them.",
                "Measures serve a target that stands under the same goal; or whose indicator they name, or whose sector and words they share, in the same place and time. The column `reason` says which, and for which rows.",
                "`targets | results` gives the results that answer: same indicator, aspect, place and period.",
                "Of sectors, places and the like, the column `count` says how many rows led there.",
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
            "source", ["来源", "出处"], usage: "| source", summary: "Where each row stands: its document, line and sentence.",
            examples: ["targets 2026 | source", "举措 | 前 5 | 来源"])
    ) { _, _ in .select(["id", "document", "line", "sentence"].map { Word($0) }) }
}
