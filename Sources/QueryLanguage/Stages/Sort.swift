extension StageWord {
    static let sort = StageWord(
        description: Description(
            "sort", ["排序"], aliases: ["order"], usage: "| sort KEY [desc] …",
            summary: "Orders the rows, by several keys where given.",
            details: [
                "`desc` (降) turns the order round. Rows without a value come last.",
                "Values of one unit are compared whatever their 万 and 亿; different units stay apart, and a note says so.",
            ],
            examples: ["targets | sort value desc", "targets | sort place value desc", "目标 | 排序 值 降"])
    ) { parser, word throws(Diagnostic) in
        var keys: [Stage.SortKey] = []
        while let next = try parser.sortKey() { keys.append(next) }
        guard !keys.isEmpty else { throw parser.missing(.property, after: word) }
        return .sort(keys)
    }
}
