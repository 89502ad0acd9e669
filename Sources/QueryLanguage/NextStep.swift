import Documents
import KnowledgeGraph

/// What to do where a word names nothing that is near.
struct NextStep {
    /// What could stand there.
    var expected: [String] = []
    /// A line that goes on.
    var line: String?

    /// Where an id or name is unknown: the ids that there are, or the sentences that have the words.
    init(unknown text: String, in line: String, at span: ByteSpan, graph: Graph) {
        let digits = text.dropFirst()
        if !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 48 && $0 < 58 }),
            let type = NodeType.allCases.first(where: { type in
                graph.count(of: type) > 0 && graph.identifier(of: NodeID(type, 0)) == text.prefix(1).lowercased() + "1"
            })
        {
            let first = graph.identifier(of: NodeID(type, 0)), last = graph.identifier(of: NodeID(type, graph.count(of: type) - 1))
            expected = first == last ? [first] : ["\(first) … \(last)"]
            self.line = line.replacing(span, with: last)
        } else if text.unicodeScalars.count > 1, TextSearch(text).isFound(in: graph.text) {
            self.line =
                "\(Message(Noun.sentences.description.aliases.first ?? Noun.sentences.name, Noun.sentences.description.chinese[0]).text) \(Printer.quotedIfNeeded(text))"
        } else {
            self.line = Noun.documents.description.word.text
        }
    }

    /// Where there is no table yet.
    init(without graph: Graph) {
        line = (graph.figures.count > 0 ? Noun.targets : Noun.documents).description.word.text
    }
}
