import KnowledgeGraph
import Lexicon

extension Property {
    private static func count(_ key: String, _ counts: KeyPath<StatementCounts, [Int]> & Sendable) -> Property {
        Property(key, rightAligned: true) { scene, row in
            let counts = scene.counts[keyPath: counts]
            return counts.indices.contains(row) ? .integer(counts[row]) : .empty
        }
    }

    private static let statementCounts = [
        count("targets", \.targets), count("results", \.results), count("measures", \.measures), count("problems", \.problems),
    ]

    private static func identity(_ type: NodeType) -> [Property] {
        [
            Property("id") { scene, row in .text(scene.graph.identifier(of: NodeID(type, row))) },
            Property("key") { scene, row in .text(scene.graph.keyText(of: NodeID(type, row))) },
            Property("count", rightAligned: true) { scene, row in
                scene.ties[UInt32(row)].map { .integer($0.count) } ?? .empty
            },
        ]
    }

    static let ofGoals =
        identity(.goal) + [
            Property("title", shrink: 3) { scene, row in .text(scene.graph.name(of: NodeID(.goal, row))) },
            Property("level", rightAligned: true, codes: { .narrow($0.goals.level) }) { scene, row in
                .integer(Int(scene.graph.goals.level[row]))
            },
            Property(
                "place", shrink: 1, codes: { graph in .wide(Series(graph.goals.document.map { graph.documents.place[Int($0)] })) }
            ) { scene, row in .text(scene.graph.placeName(scene.graph.documents.place[Int(scene.graph.goals.document[row])])) },
            Property("year", codes: { graph in .medium(Series(graph.goals.document.map { graph.documents.year[Int($0)] })) }) {
                scene, row in
                scene.graph.periodCell(scene.graph.documents.year[Int(scene.graph.goals.document[row])])
            },
            Property("document", shrink: 2, codes: { .wide($0.goals.document) }) { scene, row in
                .text(scene.graph.name(of: NodeID(.document, Int(scene.graph.goals.document[row]))))
            },
            Property("parent", shrink: 3) { scene, row in
                let parent = scene.graph.goals.parent[row]
                return parent == noNode ? .empty : .text(scene.graph.name(of: NodeID(.goal, Int(parent))))
            },
        ] + statementCounts

    static let ofDocuments =
        identity(.document) + [
            Property("title", shrink: 3) { scene, row in .text(scene.graph.strings[scene.graph.documents.title[row]]) },
            Property("name", shrink: 2) { scene, row in .text(scene.graph.strings[scene.graph.documents.name[row]]) },
            Property("place", shrink: 1, codes: { .wide($0.documents.place) }) { scene, row in
                .text(scene.graph.placeName(scene.graph.documents.place[row]))
            },
            Property("level", codes: { .narrow($0.documents.level) }) { scene, row in
                .closed("level", scene.graph.levelName(scene.graph.documents.level[row]))
            },
            Property("year", codes: { .medium($0.documents.year) }) { scene, row in
                scene.graph.periodCell(scene.graph.documents.year[row])
            },
            Property("date") { scene, row in .text(scene.graph.strings.string(scene.graph.documents.date[row])) },
            Property("path", shrink: 4) { scene, row in .text(scene.graph.strings[scene.graph.documents.path[row]]) },
        ] + statementCounts

    static let ofIndicators =
        identity(.indicator) + [
            Property("name", shrink: 2) { scene, row in .text(scene.graph.name(of: NodeID(.indicator, row))) },
            Property("english", shrink: 3) { scene, row in .text(scene.graph.strings.string(scene.graph.indicators.english[row]))
            },
            Property("sector", shrink: 1, codes: { .medium($0.indicators.sector) }) { scene, row in
                scene.graph.sectorCell([scene.graph.indicators.sector[row]])
            },
            Property("direction", codes: { .narrow($0.indicators.direction) }) { scene, row in
                .closed("direction", Direction(code: scene.graph.indicators.direction[row])?.rawValue)
            },
            count("documents", \.documents),
            Property("places", shrink: 3) { scene, row in .text(places(ofIndicator: row, scene.graph)) },
        ] + statementCounts.prefix(2)

    /// Where an indicator is spoken of: the three places with the most figures, and how many more there are.
    private static func places(ofIndicator row: Int, _ graph: Graph) -> String {
        var counts: [UInt32: Int] = [:]
        for figure in graph.figures.ofIndicator[row] where graph.figures.statement.place[Int(figure)] != noNode {
            counts[graph.figures.statement.place[Int(figure)], default: 0] += 1
        }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).compactMap { graph.placeName($0.key) }
        return most.joined(separator: ", ") + (counts.count > 3 ? " +\(counts.count - 3)" : "")
    }

    static let ofSectors =
        identity(.sector) + [
            Property("name") { scene, row in
                // The tree shows in the name, so that it shows in every format of the table.
                var depth = 0, up = scene.graph.sectors.parent[row]
                while up != .max { (depth, up) = (depth + 1, scene.graph.sectors.parent[Int(up)]) }
                return .text(String(repeating: "  ", count: depth) + scene.graph.strings[scene.graph.sectors.name[row]])
            },
            Property("english", shrink: 3) { scene, row in .text(scene.graph.strings.string(scene.graph.sectors.english[row])) },
            Property("parent", codes: { .medium($0.sectors.parent) }) { scene, row in
                scene.graph.sectorCell([scene.graph.sectors.parent[row]])
            },
        ] + statementCounts

    static let ofPlaces =
        identity(.place) + [
            Property("name", shrink: 1) { scene, row in .text(scene.graph.name(of: NodeID(.place, row))) },
            Property("english", shrink: 3) { scene, row in .text(scene.graph.strings.string(scene.graph.places.english[row])) },
            Property("level", codes: { .narrow($0.places.level) }) { scene, row in
                .closed("level", scene.graph.levelName(scene.graph.places.level[row]))
            },
            Property("parent", codes: { .wide($0.places.parent) }) { scene, row in
                .text(scene.graph.placeName(scene.graph.places.parent[row]))
            },
            count("documents", \.documents),
        ] + statementCounts

    static let ofPeriods =
        identity(.period) + [
            Property("period") { scene, row in .period(scene.graph.periods.period[row]) },
            Property("name") { scene, row in .text(scene.graph.strings.string(scene.graph.periods.name[row])) },
            count("documents", \.documents),
        ] + statementCounts
}
