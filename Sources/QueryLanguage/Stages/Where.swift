extension StageWord {
    static let filter = StageWord(
        description: Description(
            "where", ["其中", "筛选"], usage: "| where terms", summary: "Keeps the rows that the terms hold for.",
            details: ["The terms are those of a query: see `help terms`."],
            examples: ["targets | where value>=5", "目标 | 其中 值>=5"])
    ) { parser, word throws(Diagnostic) in
        let terms = try parser.terms()
        guard !terms.isEmpty else { throw parser.missing(.term, after: word) }
        return .filter(terms)
    }
}
