import KnowledgeGraph
import Lexicon
import Presentation
import QueryLanguage

/// Made-up answers with names of unequal width, mixed scripts and ambiguous punctuation.
enum Samples {
    static func quantity(
        _ comparator: Comparator, _ value: String?, _ unit: String? = nil, high: String? = nil, aspect: Aspect = .level,
        reference: String? = nil
    ) -> Quantity {
        Quantity(
            aspect: aspect, comparator: comparator, value: value.flatMap { DecimalNumber($0) }, high: high.flatMap { DecimalNumber($0) },
            unit: unit, reference: reference)
    }

    static let table = Table(
        columns: [
            Column(key: "id", chinese: "编号"),
            Column(key: "indicator", chinese: "指标", shrink: 1),
            Column(key: "value", chinese: "数值", rightAligned: true),
            Column(key: "period", chinese: "时期"),
            Column(key: "document", chinese: "文件", shrink: 3),
        ],
        rows: [
            [
                .text("f1"), .text("GDP"), .quantity(quantity(.atLeast, "7.5", "%", aspect: .growth)), .period(Period(2026)),
                .text("溪口镇“开局”计划"),
            ],
            [
                .text("f2"), .text("《蓝天行动》空气质量优良天数比例…"), .quantity(quantity(.range, "88", "%", high: "90")),
                .period(Period(2026, 2030)), .text("Plan A"),
            ],
            [.text("f13"), .text("城镇登记失业率"), .quantity(quantity(.atMost, "4.5", "%")), .period(Period(2026)), .empty],
        ],
        nodes: [NodeID(.figure, 0), NodeID(.figure, 1), NodeID(.figure, 12)])

    static let card = Card(
        node: NodeID(.figure, 0), heading: "f1 GDP ≥7.5%",
        properties: [
            (Column(key: "indicator", chinese: "指标"), .text("GDP")),
            (Column(key: "value", chinese: "数值"), .quantity(quantity(.atLeast, "7.5", "%", aspect: .growth))),
            (Column(key: "reference", chinese: "参照"), .empty),
        ],
        source: {
            let sentence = "明年我们盼着全镇GDP增长7.5%以上，让日子更有奔头。"
            let start = "明年我们盼着全镇".utf8.count
            return Citation(
                document: "溪口镇", path: "溪口镇.md", line: 7, sentence: sentence,
                marked: .init(start, start + "GDP增长7.5%以上".utf8.count))
        }(),
        links: [
            Link(relation: Term("goal", Message("所属目标", "所属目标")), label: "g1 一、把产业做实", target: NodeID(.goal, 0)),
            Link(relation: Term("measures", Message("同一目标下的举措", "同一目标下的举措")), label: "m1 扩建榨油车间", target: NodeID(.measure, 0)),
            Link(relation: Term("measures", Message("同一目标下的举措", "同一目标下的举措")), label: "m2 修通去码头的路", target: NodeID(.measure, 1)),
        ])
}
