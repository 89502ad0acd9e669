extension StageWord {
    static let count = StageWord(
        description: Description(
            "count", ["计数", "统计"], usage: "| count [by KEY …]",
            summary: Message("The number of rows, in all or in each group.", "行数：总数，或各组之数。"),
            examples: ["targets | count", "measures | count by sector", "举措 | 计数 按 领域 时期"])
    ) { parser, _ throws(Diagnostic) in
        // `count sector`
        parser.isBeforeKey ? .count(by: try parser.keys()) : .count(by: try parser.grouping())
    }

    static let by = StageWord(
        description: Description(
            "by", ["按"], aliases: ["group"], usage: "| by KEY …",
            summary: Message(
                "The same as `count by`; also names the groups of `sum`, `mean`, `min` and `max`.", "同`计数 按`；也用来给`合计`、`平均`、`最小`、`最大`分组。"),
            examples: ["targets | by sector", "目标 | 按 领域"])
    ) { parser, word throws(Diagnostic) in
        // `group by sector`.
        parser.passOver("by")
        let keys = try parser.keys()
        guard !keys.isEmpty else { throw parser.missing(.property, after: word) }
        return .count(by: keys)
    }
}
