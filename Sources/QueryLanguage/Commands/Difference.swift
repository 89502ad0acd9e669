extension Verb {
    static let diff = Verb(
        description: Description(
            "diff", ["比照", "异同"], usage: "diff DOCUMENT DOCUMENT [ISSUER] [| stage]…",
            summary: Message(
                "Two documents beside each other: targets raised or lowered, headings renamed, measures that continue, are new or gone.",
                "两份文档的异同：目标调高或调低，任务改名，举措延续、新增或不再提出。"),
            details: [
                Message(
                    "Two years of one issuer, or two issuers of one year: diff 2023-全国 2024-全国, or by id: diff d47 d48.",
                    "同一发布者的两年，或同一年的两个发布者：比照 2023-全国 2024-全国，或用编号：比照 d47 d48。"),
                Message(
                    "Two years are the documents of these years: diff 2023 2024 全国; one year and two issuers likewise. Without an issuer, of the only one that has both. Rows are written #1 #2.",
                    "两个年份指这两年的文档：比照 2023 2024 全国；一个年份和两个发布者亦可。不写发布者时，指唯一两年都有文档的那一个。行号写作#1 #2。"),
                Message(
                    "Targets are alike by indicator, aspect, unit and how far their period lies from the document's year; measures by sector and by sharing half of their words.",
                    "目标按指标、方面、单位和时期与文档年份的远近对应；举措按领域、且有一半用词相同对应。"),
                Message(
                    "Each row has the ids of both; the last lines count. | where kind:target change:raised keeps some.",
                    "每行有两边的编号，末行计数。`| 筛选 类型:目标`只留一部分。"),
            ],
            examples: ["diff d1 d2", "diff d1 d2 | where kind:target"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        var words = [try parser.requiredWord(for: word.text, expected: .document)]
        parser.passOver("and", "vs", "with", "和", "与", "跟", "同")
        words.append(try parser.requiredWord(for: words[0].text, expected: .document))
        parser.passOver("of", "in", "的")
        if let issuer = parser.optionalWord() { words.append(issuer) }
        return .diff(words, try parser.stages())
    }
}
