/// A command that is not a query.
public struct Verb: Sendable {
    public var description: Description
    /// Reads what follows the word.
    var parse: @Sendable (inout Parser) throws(Diagnostic) -> Command

    /// Every verb, in the order of help. A new one is a file beside these and a word here.
    public static let all: [Verb] = [
        open, links, back, forward, trail, related, source, why, lint, trend, changes, compare, count, matrix, diff, brief, path, neighbors,
        last, bind, alias, explain, save, export, load, run, scripts, set, history, tutorial,
        help, clear, leave,
    ]

    static func named(_ word: String) -> Verb? {
        let word = word.simplified.lowercased()
        return all.first { $0.description.answers(toFolded: word) }
    }

    /// Of those that answer with a table of their own: its columns.
    static let columns: [String: [String]] = [
        "related": ["id", "text", "reason"], "path": ["way", "relation", "node"], "neighbors": ["relation", "count", "nodes"],
        "links": ["relation", "node"], "why": ["field", "value", "words", "where", "rule", "lexicon"],
        "lint": ["id", "source", "check", "finding", "text"], "diff": ["kind", "change", "id"],
        "history": ["number", "time", "line", "rows", "ms", "exit"], "trail": ["line", "answer"],
    ]
}
