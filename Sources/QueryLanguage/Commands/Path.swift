extension Verb {
    static let path = Verb(
        description: Description(
            "path", ["路径"], usage: "path ID-or-row ID-or-row [| stage]…",
            summary: Message("The shortest ways between two nodes, a step a row; a number follows it.", "两个节点之间最短的几条路，每行一步；输入行号即可前往。"),
            details: [
                Message(
                    "Any nodes: ids, rows, or names (path 粮食产量 水利). At most three ways, which share nothing but their ends.",
                    "任何节点都可以：编号、行号或名称（路径 粮食产量 水利）。至多三条，除两端外互不相交。"),
                Message(
                    "A way through a heading or an indicator counts as shorter than one through a sector, a place or a year, which very many share.",
                    "经过任务或指标的路，比经过领域、地区、年份（为太多内容所共有）的路算得短。"),
            ],
            examples: ["path d1 ecology", "路径 d1 生态环境", "path d1 ecology | where way=1", "路径 d1 生态环境 | 举措 | 前 3"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        let from = try parser.requiredWord(for: word.text, expected: .identifier)
        return .path(from, try parser.requiredWord(for: from.text, expected: .identifier))
    }

    static let neighbors = Verb(
        description: Description(
            "neighbors", ["邻接", "邻居"], aliases: ["neighbours"], usage: "neighbors [ID-or-row] [| stage]…",
            summary: Message(
                "The edges of a node by their kinds, with how many there are; of the last card where none is named.",
                "一个节点的边：各种关系各有多少；不指明时以上一张卡片为准。"),
            examples: ["neighbors d1", "邻接 d1", "neighbors d1 | sort count desc"])
    ) { parser in .neighbors(parser.optionalWord()) }
}
