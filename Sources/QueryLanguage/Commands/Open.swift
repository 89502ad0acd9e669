extension Verb {
    static let open: Verb = Verb(
        description: Description(
            "open", ["打开"], aliases: ["show", "follow", "跟随"], usage: "open ID-or-row [| stage]…",
            summary: Message(
                "A card: all properties of a node, the sentence it comes from, and numbered links.", "卡片：一个节点的全部属性、所出自的句子和编了号的链接。"),
            details: [
                Message(
                    "ID is a short id (`f12`, `m3`, `y2026`, `ecology`), a content key, or a name (`open 北京`).",
                    "编号是短编号（`f12`、`m3`、`y2026`、`ecology`）、内容键或名称（`打开 北京`）。"),
                Message("A number is a row of the last table or a link of the last card.", "数字是上一张表的行号，或上一张卡片的链接号。"),
                Message("A number typed alone does the same, and so does 第3行.", "只输入数字或“第3行”，作用相同。"),
                Message(
                    "Stages go on from the node (`open d1 | measures`); a format or a file takes the card.",
                    "其后的步骤从这个节点接着走（`打开 d1 | 举措`）；格式或文件则是卡片本身。"),
            ],
            examples: ["open d1", "打开 d1", "open d1 | as json"])
    ) { parser throws(Diagnostic) in
        .open(try parser.requiredWord(for: "open", expected: .identifier))
    }
}
