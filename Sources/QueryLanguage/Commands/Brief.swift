extension Verb {
    static let brief = Verb(
        description: Description(
            "brief", ["简报"], usage: "brief YEAR [terms] [| stage]…",
            summary: Message(
                "One page on a year: the main targets with their history, measures by sector, weaknesses, each with its source.",
                "一年一页：主要目标及其由来、各领域举措、短板，逐条注明出处。"),
            details: [
                Message(
                    "`as markdown` and `as html` may follow, with a bar before them or not.", "其后可跟`格式 markdown`、`格式 html`，前面加不加竖线都可以。"),
                Message(
                    "Terms narrow it: brief 2026 place:北京, brief 2026 place:云南 sector:agriculture. Each statement is followed by the document, its line and id, and the exact words.",
                    "可加条件：简报 2026 地区:北京，简报 2026 地区:云南 领域:农业农村。每条之后是文档、行号、编号和原文。"),
                Message(
                    "Targets are those of most documents first, at most 12 of a place; measures at most 4 of a sector, the surest readings; weaknesses are all that documents of the year admit, up to 60, and below them what later documents say of it.",
                    "目标以多数文档都有的在前，每地至多12项；举措每个领域至多4条，取读得最有把握的；短板是当年文档指出的，全列，至多60条，其后是以后的文档对该年指出的。"),
            ],
            examples: ["brief 2026", "简报 2026"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        let terms = try parser.terms(upTo: StageWord.format)
        guard !terms.isEmpty else { throw parser.missing(.term, after: word) }
        if parser.isAtStageEnd { return .brief(terms, try parser.stages()) }
        // `as html` without a bar.
        let head = try parser.requiredWord(for: word.text, expected: .format)
        return .brief(terms, [try parser.formatStage(after: head)] + (try parser.stages()))
    }
}
