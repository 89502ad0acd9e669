import KnowledgeGraph

extension Property {
    /// A column of the documents, for each of their sentences.
    private static func ofDocument<Value>(_ graph: Graph, _ column: Series<Value>) -> Series<Value> {
        var values = Series<Value>()
        values.reserveCapacity(graph.sentences.count)
        for document in 0..<graph.documents.count {
            for _ in graph.sentences.offsets.rows(at: document) { values.append(column[document]) }
        }
        return values
    }

    private static func home(_ graph: Graph, _ row: Int) -> Int { graph.document(ofSentence: row) }

    static let ofSentences = [
        Property("id") { scene, row in .text(scene.graph.identifier(of: NodeID(.sentence, row))) },
        Property("place", shrink: 1, codes: { .wide(ofDocument($0, $0.documents.place)) }) { scene, row in
            .text(scene.graph.placeName(scene.graph.documents.place[home(scene.graph, row)]))
        },
        Property("year", codes: { .medium(ofDocument($0, $0.documents.year)) }) { scene, row in
            scene.graph.periodCell(scene.graph.documents.year[home(scene.graph, row)])
        },
        Property("snippet", shrink: 2) { scene, row in
            .text(Snippet(of: scene.graph.words(of: NodeID(.sentence, row)), around: scene.sought).text)
        },
        Property("text", shrink: 3) { scene, row in .text(scene.graph.words(of: NodeID(.sentence, row)).trimmingSpace) },
        Property(
            "document", shrink: 4, codes: { graph in .wide(ofDocument(graph, Series((0..<graph.documents.count).map { UInt32($0) }))) }
        ) {
            scene, row in .text(scene.graph.name(of: NodeID(.document, home(scene.graph, row))))
        },
        Property("sector", shrink: 2) { scene, row in
            let graph = scene.graph
            let sectors = graph.statements(ofSentence: row).compactMap { node in
                graph.statements(of: node.type).map { $0.sector[Int(node.index)] }
            }
            return graph.sectorCell(sectors.first { $0 != .max }.map { [$0] } ?? [])
        },
        Property("goal", shrink: 5) { scene, row in
            let graph = scene.graph
            let goals = graph.statements(ofSentence: row).compactMap { graph.statements(of: $0.type)?.goal[Int($0.index)] }
            return .text(goals.first { $0 != noNode }.map { graph.name(of: NodeID(.goal, Int($0))) })
        },
        Property("statements", rightAligned: true) { scene, row in .integer(scene.graph.statements(ofSentence: row).count) },
        Property("line", rightAligned: true) { scene, row in
            scene.graph.passage(of: NodeID(.sentence, row)).map { .integer($0.line) } ?? .empty
        },
        Property("count", rightAligned: true) { scene, row in scene.ties[UInt32(row)].map { .integer($0.count) } ?? .empty },
        Property("key") { scene, row in .text(scene.graph.keyText(of: NodeID(.sentence, row))) },
    ]
}

/// The part of a sentence around the words that it was found by.
struct Snippet {
    /// Characters before and behind the place where the words begin.
    private static let before = 14, behind = 40

    let text: String

    init(of sentence: String, around sought: [SoughtText]) {
        let letters = Array(sentence.trimmingSpace)
        let small = letters.map { Character($0.lowercased()) }
        let places = sought.compactMap { Self.place(of: $0.text, in: small) }
        guard letters.count > Self.before + Self.behind else {
            text = String(letters)
            return
        }
        let place = places.min() ?? 0
        let start = min(max(0, place - Self.before), letters.count - Self.before - Self.behind)
        let end = start + Self.before + Self.behind
        text = (start > 0 ? "…" : "") + String(letters[start..<end]) + (end < letters.count ? "…" : "")
    }

    /// Where the words begin, or else the first two of their characters that stand together.
    private static func place(of words: String, in letters: [Character]) -> Int? {
        let words = words.map { Character($0.lowercased()) }
        if let place = first(words[...], in: letters) { return place }
        return words.indices.dropLast().compactMap { first(words[$0...($0 + 1)], in: letters) }.min()
    }

    private static func first(_ words: ArraySlice<Character>, in letters: [Character]) -> Int? {
        guard !words.isEmpty, letters.count >= words.count else { return nil }
        return (0...(letters.count - words.count)).first { letters[$0..<$0 + words.count] == words }
    }
}
