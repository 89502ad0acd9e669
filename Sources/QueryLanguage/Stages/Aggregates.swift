extension StageWord {
    static let sum = aggregate(.sum, ["合计", "求和"], "The sum of a numeric property", "一个数值属性之和")
    static let mean = aggregate(.mean, ["平均"], aliases: ["average"], "The mean of a numeric property", "一个数值属性的平均数")
    static let min = aggregate(.min, ["最小"], "The least of a numeric property", "一个数值属性的最小值")
    static let max = aggregate(.max, ["最大"], "The greatest of a numeric property", "一个数值属性的最大值")

    private static func aggregate(
        _ function: Aggregate, _ chinese: [String], aliases: [String] = [], _ english: String, _ meaning: String
    ) -> StageWord {
        let name = function.rawValue
        return StageWord(
            description: Description(
                name, chinese, aliases: aliases, usage: "| \(name) KEY [by KEY …]",
                summary: Message("\(english), in all or in each group.", "\(meaning)：总计，或各组分别计。"),
                details: [
                    Message("Values of different units are never put together: each unit has a row of its own.", "单位不同的值绝不混算：每个单位各占一行。")
                ],
                examples: ["targets unit:% | \(name) value by indicator", "目标 | \(chinese[0]) 值 按 指标"])
        ) { parser, word throws(Diagnostic) in
            guard let key = try parser.key() else { throw parser.missing(.property, after: word) }
            return .aggregate(function, of: key, by: try parser.grouping())
        }
    }
}
