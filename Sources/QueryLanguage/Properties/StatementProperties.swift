import KnowledgeGraph
import Lexicon

extension Property {
    /// What figures, measures and problems have in common.
    private static func ofStatements(_ type: NodeType, _ columns: @escaping @Sendable (Graph) -> StatementColumns) -> [Property] {
        [
            Property("id") { scene, row in .text(scene.graph.identifier(of: NodeID(type, row))) },
            Property("place", shrink: 1, codes: { .wide(columns($0).place) }) { scene, row in
                .text(scene.graph.placeName(scene.graph.place(type, row)))
            },
            Property("period", codes: { .medium(columns($0).period) }) { scene, row in
                scene.graph.periodCell(scene.graph.period(type, row))
            },
            Property("sector", shrink: 2, codes: { .several(columns($0).sector, columns($0).moreSectors) }) { scene, row in
                scene.graph.sectorCell([scene.graph.sector(type, row)])
            },
            Property("sectors", shrink: 4) { scene, row in
                let all = columns(scene.graph).sectors(of: row)
                return all.count < 2 ? .empty : scene.graph.sectorCell(Array(all))
            },
            Property("document", shrink: 4, codes: { .wide(columns($0).document) }) { scene, row in
                .text(scene.graph.name(of: NodeID(.document, Int(columns(scene.graph).document[row]))))
            },
            Property("goal", shrink: 5, codes: { .wide(columns($0).goal) }) { scene, row in
                let goal = columns(scene.graph).goal[row]
                return goal == noNode ? .empty : .text(scene.graph.name(of: NodeID(.goal, Int(goal))))
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
            Property("indicator", shrink: 2, codes: { .wide($0.figures.indicator) }) { scene, row in
                .text(scene.graph.strings[scene.graph.indicators.name[Int(scene.graph.figures.indicator[row])]])
            },
            quantity("target"), quantity("result"), quantity("figure"),
            Property("reported", rightAligned: true) { scene, row in
                scene.checks[row]?.result.map { .quantity(scene.graph.quantity($0)) } ?? .empty
            },
            Property("gap", rightAligned: true) { scene, row in
                scene.checks[row]?.gap.map { .quantity($0) } ?? .empty
            },
            Property("outcome") { scene, row in .closed("outcome", scene.checks[row]?.outcome.rawValue) },
            Property("answer") { scene, row in
                .text(scene.checks[row]?.result.map { scene.graph.identifier(of: NodeID(.figure, $0)) })
            },
            Property("kind", codes: { .narrow($0.figures.kind) }) { scene, row in
                .closed("kind", FigureKind(code: scene.graph.figures.kind[row])?.rawValue)
            },
            Property("aspect", codes: { .narrow($0.figures.aspect) }) { scene, row in
                .closed("aspect", Aspect(code: scene.graph.figures.aspect[row])?.rawValue)
            },
            Property("comparator", codes: { .narrow($0.figures.comparator) }) { scene, row in
                .closed("comparator", Comparator(code: scene.graph.figures.comparator[row])?.word)
            },
            Property("value", rightAligned: true) { scene, row in scene.graph.figures.value[row].map { .decimal($0) } ?? .empty },
            Property("high", rightAligned: true) { scene, row in scene.graph.figures.high[row].map { .decimal($0) } ?? .empty },
            Property("unit", codes: { .medium($0.figures.unit) }) { scene, row in .text(scene.graph.unitName(row)) },
            Property("wording", shrink: 4) { scene, row in .text(scene.graph.strings.string(scene.graph.figures.wording[row])) },
            Property("reference", shrink: 4) { scene, row in .text(scene.graph.strings.string(scene.graph.figures.reference[row]))
            },
            confidence { $0.figures.confidence },
        ] + ofStatements(.figure) { $0.figures.statement }

    static let ofMeasures =
        [
            Property("action", codes: { .wide($0.measures.action) }) { scene, row in
                .text(scene.graph.strings.string(scene.graph.measures.action[row]))
            },
            confidence { $0.measures.confidence },
        ] + ofStatements(.measure) { $0.measures.statement }

    static let ofProblems = ofStatements(.problem) { $0.problems.statement }
}

/// One value of a statement. The columns of a type are not handed around for that: to copy them all costs more than the value.
extension Graph {
    fileprivate func place(_ type: NodeType, _ row: Int) -> UInt32 {
        switch type {
        case .figure: figures.statement.place[row]
        case .measure: measures.statement.place[row]
        default: problems.statement.place[row]
        }
    }

    fileprivate func period(_ type: NodeType, _ row: Int) -> UInt16 {
        switch type {
        case .figure: figures.statement.period[row]
        case .measure: measures.statement.period[row]
        default: problems.statement.period[row]
        }
    }

    fileprivate func sector(_ type: NodeType, _ row: Int) -> UInt16 {
        switch type {
        case .figure: figures.statement.sector[row]
        case .measure: measures.statement.sector[row]
        default: problems.statement.sector[row]
        }
    }
}
