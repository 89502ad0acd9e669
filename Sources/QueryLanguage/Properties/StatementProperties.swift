import KnowledgeGraph
import Lexicon

extension Property {
    /// What figures, measures and problems have in common.
    private static func ofStatements(_ type: NodeType, _ columns: @escaping @Sendable (Graph) -> StatementColumns) -> [Property] {
        [
            Property("id") { _, row in .text(NodeID(type, row).numbered) },
            Property("place", shrink: 1, coded: { .wide(columns($0).place) }) { scene, place in
                .text(scene.graph.placeName(UInt32(place)))
            },
            Property("period", shrink: 1, coded: { .medium(columns($0).period) }) { scene, period in scene.graph.periodCell(UInt16(period))
            },
            Property("sector", shrink: 2, coded: { .several(columns($0).sector, columns($0).moreSectors) }) { scene, sector in
                scene.graph.sectorCell([UInt16(sector)])
            },
            Property("sectors", shrink: 4) { scene, row in
                let all = columns(scene.graph).sectors(of: row)
                return all.count < 2 ? .empty : scene.graph.sectorCell(Array(all))
            },
            Property("document", shrink: 4, coded: { .wide(columns($0).document) }) { scene, document in
                .text(scene.graph.name(of: NodeID(.document, document)))
            },
            Property("goal", shrink: 5, coded: { .wide(columns($0).goal) }) { scene, goal in
                goal == Int(noNode) ? .empty : .text(scene.graph.name(of: NodeID(.goal, goal)))
            },
            Property("text", shrink: 3) { scene, row in .text(scene.graph.words(of: NodeID(type, row))) },
            Property("sentence", shrink: 3) { scene, row in
                .text(scene.graph.passage(of: NodeID(type, row))?.sentence.trimmingSpace)
            },
            Property("line", rightAligned: true) { scene, row in
                scene.graph.passage(of: NodeID(type, row)).map { .integer($0.line) } ?? .empty
            },
            Property("reason", shrink: 2) { scene, row in .text(scene.reason(for: row)) },
            Property("key") { scene, row in .text(scene.graph.keyText(of: NodeID(type, row))) },
        ]
    }

    private static func confidence(_ column: @escaping @Sendable (Graph) -> Series<UInt8>) -> Property {
        Property("confidence", rightAligned: true) { scene, row in
            .decimal(DecimalNumber(significand: Int64(column(scene.graph)[row]), exponent: -2))
        }
    }

    private static func quantity(_ key: String) -> Property {
        Property(key, rightAligned: true) { scene, row in .quantity(scene.graph.quantity(row)) }
    }

    static let ofFigures =
        [
            Property("indicator", shrink: 2, coded: { .wide($0.figures.indicator) }) { scene, indicator in
                .text(scene.graph.strings[scene.graph.indicators.name[indicator]])
            },
            quantity("target"), quantity("result"), quantity("figure"),
            Property("reported", rightAligned: true) { scene, row in
                scene.checks[row]?.result.map { .quantity(scene.graph.quantity($0)) } ?? .empty
            },
            Property("gap", rightAligned: true) { scene, row in
                scene.checks[row]?.gap.map { .quantity($0) } ?? .empty
            },
            Property("outcome") { scene, row in .closed("outcome", scene.checks[row]?.outcome.rawValue) },
            Property("answer", shrink: 4) { scene, row in
                .text(scene.checks[row].flatMap { check in
                        (check.result.map { NodeID(.figure, $0) } ?? check.sentence.map { NodeID(.sentence, $0) }).map {
                            scene.graph.identifier(of: $0)
                        }
                })
            },
            Property("kind", coded: { .narrow($0.figures.kind) }) { _, kind in
                .closed("kind", FigureKind(code: UInt8(kind))?.rawValue)
            },
            Property("aspect", coded: { .narrow($0.figures.aspect) }) { _, aspect in
                .closed("aspect", Aspect(code: UInt8(aspect))?.rawValue)
            },
            Property("comparator", coded: { .narrow($0.figures.comparator) }) { _, comparator in
                .closed("comparator", Comparator(code: UInt8(comparator))?.word)
            },
            Property("value", rightAligned: true) { scene, row in scene.value(row).map { .decimal($0) } ?? .empty },
            Property("high", rightAligned: true) { scene, row in scene.graph.figures.high[row].map { .decimal($0) } ?? .empty },
            Property("unit", coded: { .medium($0.figures.unit) }) { scene, unit in
                unit == Int(UInt16.max) ? .empty : .text(scene.graph.strings[scene.graph.units.name[unit]])
            },
            Property("wording", shrink: 4) { scene, row in .text(scene.graph.strings.string(scene.graph.figures.wording[row])) },
            Property("reference", shrink: 4) { scene, row in .text(scene.graph.strings.string(scene.graph.figures.reference[row]))
            },
            confidence { $0.figures.confidence },
        ] + ofStatements(.figure) { $0.figures.statement }

    static let ofMeasures =
        [
            Property("action", coded: { .wide($0.measures.action) }) { scene, action in
                .text(scene.graph.strings.string(UInt32(action)))
            },
            confidence { $0.measures.confidence },
        ] + ofStatements(.measure) { $0.measures.statement }

    static let ofProblems = ofStatements(.problem) { $0.problems.statement }
}
