extension Verb {
    static let related = Verb(
        description: Description(
            "related", ["相关"], usage: "related [ID-or-row] [| stage]…",
            summary:
                Message(
                    "Measures and figures that bear on the same thing, each with its reason; of the last card where none is named.",
                    "与同一事项有关的举措和数据，并各注明缘由；不指明时以上一张卡片为准。"),
            details: [
                Message(
                    "Reasons, strongest first: same goal, same indicator, names the indicator, same sector and words.",
                    "缘由由强到弱：同一任务、同一指标、提到该指标、同一领域且用词相近。"),
                Message(
                    "Stages go on from its rows, as from those of any query: related d1 | measures, related d1 | as html.",
                    "其后的步骤从这些行接着走，与查询一样：`相关 d1 | 举措`，`相关 d1 | 格式 html`。"),
            ],
            examples: ["related d1", "相关 d1", "related d1 | take 3", "相关 d1 | 排序 缘由 | 前 3"])
    ) { parser in .related(parser.optionalWord()) }
}
