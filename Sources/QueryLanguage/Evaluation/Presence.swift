import KnowledgeGraph
import Lexicon

/// `has:result`, `no:measures`: whether there is something of a noun that a row is tied to, or a value of a property.
struct Presence {
    let graph: Graph
    let noun: Noun
    /// Of rows that stand for many statements.
    let counts: StatementCounts
    let isCancelled: @Sendable () -> Bool

    /// Rows that have what `value` names; `unknown` makes the diagnostic for a word that names nothing, from those that do.
    func filter(_ value: Word, unknown: ([String]) -> Diagnostic) throws(Diagnostic) -> Filter {
        let graph = graph, type = noun.type
        if let other = Noun.stage(value.text) {
            if let count = counted(other) { return .test { count.indices.contains($0) && count[$0] > 0 } }
            if let key = Property.named("\(other.type)", of: type) ?? (other.type == .period ? Property.named("period", of: type) : nil),
                other.type != type
            {
                return Self.nonEmpty(key, graph)
            }
            let isCancelled = isCancelled
            if type == .figure, other.type == .figure {
                return .subset { rows throws(Diagnostic) in
                    // A target has results, a result has targets: those that answer.
                    var matching = ResultMatching(graph, isCancelled: isCancelled), kept: Set<UInt32> = []
                    for (index, row) in rows.enumerated() {
                        if index & 15 == 0 {
                            if isCancelled() { throw .cancelled }
                            Progress.tell(.tying, index, of: rows.count)
                        }
                        let answers = matching.results(answering: Int(row)) + matching.targets(answeredBy: Int(row))
                        let kinds = other.kinds
                        if answers.contains(where: { row in
                            FigureKind(code: graph.figures.kind[Int(row)]).map { kinds.contains($0) } ?? false
                        }) {
                            kept.insert(row)
                        }
                    }
                    return kept
                }
            }
            return .subset { rows throws(Diagnostic) in
                var kept: Set<UInt32> = []
                let reached = try Ties(graph: graph, isCancelled: isCancelled, naming: .max).reach(
                    from: rows.map { NodeID(type, Int($0)) }, to: other)
                for tie in reached.ties.values.until(isCancelled, every: 1024) { kept.formUnion(tie.from.map { UInt32($0.index) }) }
                try stopIfCancelled(isCancelled)
                return kept
            }
        }
        if let word = StageWord.named(value.text), word.description.name == "source" {
            return .test { graph.passage(of: NodeID(type, $0)) != nil }
        }
        if let key = KeyWord.named(value.text), let property = Property.named(key.name, of: type) {
            return Self.nonEmpty(property, graph)
        }
        throw unknown(Noun.all.flatMap(\.wordsOfStage) + ["source", "来源"] + Property.all(of: type).map(\.key))
    }

    private static func nonEmpty(_ property: Property, _ graph: Graph) -> Filter {
        let scene = Scene(graph: graph)
        return .test { property.cell(scene, $0) != .empty }
    }

    /// How many statements of the noun each row stands for, where rows stand for statements.
    private func counted(_ other: Noun) -> [Int]? {
        guard graph.statements(of: noun.type) == nil, noun.type != .sentence else { return nil }
        switch other.name {
        case "targets": return counts.targets
        case "results": return counts.results
        case "measures": return counts.measures
        case "problems": return counts.problems
        case "figures": return zip(counts.targets, counts.results).map { $0 + $1 }
        case "documents" where !counts.documents.isEmpty: return counts.documents
        default: return nil
        }
    }
}
