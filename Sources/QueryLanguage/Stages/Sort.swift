extension StageWord {
    static let sort = StageWord(
        description: Description(
            "sort", ["排序"], aliases: ["order"], usage: "| sort KEY [desc] …",
            summary: Message("Orders the rows, by several keys where given.", "给行排序，可用多个属性。"),
            details: [
                Message("`desc` (降) turns the order round. Rows without a value come last.", "`desc`（降）把次序倒过来。没有值的行排在最后。"),
                Message(
                    "Values of one unit are compared whatever their 万 and 亿; different units stay apart, and a note says so.",
                    "同一单位的值，不论万、亿都能比较；单位不同的分开排，并有附注说明。"),
            ],
            examples: ["targets | sort value desc", "targets | sort place value desc", "目标 | 排序 值 降"])
    ) { parser, word throws(Diagnostic) in
        // `sort by value`, as it is said elsewhere.
        parser.passOver("by", "按")
        var keys: [Stage.SortKey] = []
        while let next = try parser.sortKey() { keys.append(next) }
        guard !keys.isEmpty else { throw parser.missing(.property, after: word) }
        return .sort(keys)
    }
}
