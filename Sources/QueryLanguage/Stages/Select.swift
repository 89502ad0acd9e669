extension StageWord {
    static let select = StageWord(
        description: Description(
            "select", ["列", "选择"], aliases: ["columns"], usage: "| select KEY …",
            summary: Message("Shows these columns, in this order.", "只列这些列，并按此次序。"),
            examples: ["targets | select id indicator value unit", "目标 | 列 编号 指标 值 单位 原文"])
    ) { parser, word throws(Diagnostic) in
        let keys = try parser.keys()
        guard !keys.isEmpty else { throw parser.missing(.property, after: word) }
        return .select(keys)
    }
}
