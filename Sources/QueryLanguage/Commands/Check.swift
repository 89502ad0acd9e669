extension Noun {
    static let check = Noun(
        Description(
            "check", ["核对", "兑现"], usage: "check [terms] [| stage]…",
            summary: Message(
                "Targets beside the results that were reported for them: met, missed, or not reported.", "目标与报告的结果对照：完成、未完成或未见报告。"),
            details: [
                Message(
                    "A result answers a target of the same indicator, aspect, place and period; a level to be reached in a plan is answered by its last year.",
                    "指标、方面、地区、时期都相同的结果才与目标对照；规划期要达到的水平，与期末一年的结果对照。"),
                Message(
                    "met: the result is where the target's bound (以上, 以内, 超过) asks for it; without a bound, at or above the number, and at or below it where less is better (失业率) or the target is a fall.",
                    "完成：结果在目标的界限（以上、以内、超过）之内；没有界限词时不低于目标值，越低越好的指标（失业率）或下降的目标则不高于目标值。"),
                Message(
                    "near: the target says 左右 and the result falls short by a twentieth of it at most: 7%左右 and 6.9%.",
                    "基本完成：目标写明“左右”，结果差距不超过目标值的二十分之一：7%左右，结果6.9%。"),
                Message(
                    "A range (6–6.5%) is met by what does not fall short of its lower end, or pass its upper end where less is better. 同步 and 高于 are held against the growth that was reported of what they name.",
                    "区间（6–6.5%）：结果不低于下端即为完成，越低越好的则不高于上端。“同步”“高于”与所参照指标报告的增速比较。"),
                Message(
                    "unreported: the place has reported on that time, but not this. pending: no document at hand looks back on that time. unclear: there is no number to compare, or one is at constant prices and the other is not.",
                    "未见报告：该地区已报告那一时期的情况，但没有提到。尚无报告：手头没有回顾那一时期的文档。无从判断：没有可比的数，或一为不变价、一为现价。"),
                Message(
                    "said-met, said-missed: a later document says in words, without a number, that it was reached (提前完成, 超额完成, 达到预期目标) or not (没有完成); answer is that sentence. They do not count in kept%.",
                    "称已完成、称未完成：后来的文档只用文字说已经完成（提前完成、超额完成、达到预期目标）或没有完成，没有数；“对应结果”是那一句。不计入完成率。"),
                Message(
                    "gap is result less target, in the target's unit. answer is the id of the result or sentence, so that it can be opened.",
                    "“差距”为结果减目标，用目标的单位。“对应结果”是结果或句子的编号，可以打开。"),
                Message(
                    "The last line counts each outcome; `| totals by sector` and `| totals by place` count them in groups.",
                    "末行为各种情况的计数；`| 兑现统计 按 领域`、`| 兑现统计 按 地区`分组计数。"),
            ],
            examples: [
                "check 2025", "check 2025 sector:employment", "check 2023 | totals by sector", "check outcome:missed",
                "核对 2025 | 兑现统计 按 地区",
            ]),
        .figure, kinds: [.target],
        columns: ["id", "place", "indicator", "target", "reported", "gap", "outcome", "answer", "period"], order: .byIndicator)
}
