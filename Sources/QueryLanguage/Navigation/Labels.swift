import Documents
import KnowledgeGraph
import Lexicon

extension Graph {
    /// A node in one line: its id and what it says.
    public func label(of node: NodeID) -> String {
        let row = Int(node.index), id = identifier(of: node)
        switch node.type {
        case .figure:
            let statements = figures.statement
            let period = statements.period[row] == .max ? nil : periods.period[Int(statements.period[row])].years
            let parts = [id, placeName(statements.place[row]), name(of: node), quantity(row).description, period]
            return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        case .document:
            let title = strings[documents.title[row]]
            return "\(id) \(title.isEmpty ? name(of: node) : title)"
        case .sector: return "\(id) \(strings[sectors.name[row]])"
        case .period:
            let period = periods.period[row]
            return period.isYear ? id : "\(id) \(spanName(period))"
        default: return "\(id) \(name(of: node))"
        }
    }

    /// The words that a statement or heading came from, in their sentence; nil for what is not of one document.
    public func citation(of node: NodeID) -> Citation? {
        guard let passage = passage(of: node) else { return nil }
        return Citation(
            document: strings[documents.title[passage.document]].isEmpty
                ? strings[documents.name[passage.document]] : strings[documents.title[passage.document]],
            path: strings[documents.path[passage.document]], line: passage.line, sentence: passage.sentence,
            marked: passage.marked)
    }
}
