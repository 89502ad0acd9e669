extension StageWord {
    static let filter = StageWord(
        description: Description(
            "where", ["其中", "筛选"], aliases: ["filter", "grep"], usage: "| where terms",
            summary: Message("Keeps the rows that the terms hold for.", "只留下符合条件的行。"),
            details: [Message("The terms are those of a query: see `help terms`.", "条件与查询中的相同：见`帮助 条件`。")],
            examples: ["targets | where value>=5", "目标 | 其中 值>=5"])
    ) { parser, word throws(Diagnostic) in
        let terms = try parser.terms()
        guard !terms.isEmpty else { throw parser.missing(.term, after: word) }
        return .filter(terms)
    }
}
