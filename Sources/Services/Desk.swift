import Documents
import KnowledgeGraph
import Presentation
import QueryLanguage

/// Answers programs from a graph: every request in a session of its own, so that none leaves anything behind; every row and card
/// with the words it came from.
public struct Desk: Sendable {
    public let graph: Graph

    /// Rows given where a request does not say how many, and the most it can ask for.
    public static let usualRows = 50, mostRows = 500

    public init(graph: Graph) {
        self.graph = graph
    }

    /// Why a request has no answer, in words for people and programs.
    public struct Refusal: Error, Sendable {
        public var json: JSON
        /// The line with a caret under the words it is about, and what would work.
        public var text: String
        /// True where the request was understood, but what it names is not there.
        public var isMissing: Bool
        /// A line that works.
        public var suggestion: String?
    }

    /// No question is longer, in bytes; reading one that is (a hundred thousand brackets) would hold everything up.
    static let longestLine = 10_000

    /// How long an answer may take, in seconds.
    private static let patience = 10.0

    /// The answer to a line as a person would be shown it; lines that would read or write files are refused.
    func ask(_ line: String) -> Result<Answer, Refusal> {
        guard line.utf8.count <= Self.longestLine else {
            let message = Message("the line is longer than \(Self.longestLine) bytes", "这一行超过\(Self.longestLine)字节").text
            return .failure(Refusal(json: ["error": ["code": "refused", "message": .text(message)]], text: message, isMissing: false))
        }
        let deadline = ContinuousClock.now + .seconds(Self.patience)
        var session = Session(graph: graph, isCancelled: { ContinuousClock.now > deadline })
        switch session.answer(line) {
        case .success(let answer) where answer.request != nil:
            let message = Message("files are neither read nor written here", "这里不读写文件").text
            return .failure(Refusal(json: ["error": ["code": "refused", "message": .text(message)]], text: message, isMissing: false))
        case .success(let answer): return .success(answer)
        case .failure(let diagnostic): return .failure(refusal(diagnostic, line))
        }
    }

    /// The answer to a line of the language. Of a table at most `limit` rows from `offset` on (from 0), and how many there are.
    public func answer(_ line: String, limit: Int = usualRows, offset: Int = 0) throws(Refusal) -> JSON {
        try json(try ask(line).get(), line: line, limit: limit, offset: offset)
    }

    /// `verb` of one node, by its id, key or name: `open`, `source`, `related`.
    public func answer(_ verb: String, of name: String, limit: Int = usualRows) throws(Refusal) -> JSON {
        try answer(verb + " " + Printer.quotedIfNeeded(name), limit: limit)
    }

    private func json(_ answer: Answer, line: String, limit: Int, offset: Int) throws(Refusal) -> JSON {
        var answer = answer
        var nodes: [NodeID?] = []
        var object: [String: JSON] = ["line": .text(line), "notes": .list((answer.readNotes + answer.notes).map { .text($0) })]
        if case .table(var table) = answer.body {
            let shown = min(offset, table.rows.count)..<min(offset + limit, table.rows.count)
            object["total"] = .number(.init(table.rows.count))
            object["offset"] = .number(.init(shown.lowerBound))
            table.rows = Array(table.rows[shown])
            nodes = Array(table.nodes[shown])
            table.nodes = nodes
            answer.body = .table(table)
        }
        answer.format = .json
        let rendered = Renderer(style: .plain).render(answer)
        guard let value = try? JSON(parsing: rendered.isEmpty ? "null" : rendered) else {
            throw Refusal(json: ["error": "the answer could not be written"], text: "the answer could not be written", isMissing: false)
        }
        switch answer.body {
        case .table:
            guard case .list(let rows) = value else { break }
            object["rows"] = .list(zip(rows, nodes).map { row, node in cited(row, node) })
        case .card(let card):
            object["card"] = cited(value, card.node)
        default: object["answer"] = value
        }
        return .object(object)
    }

    /// The value of a row or card with the id of its node and its citation.
    private func cited(_ value: JSON, _ node: NodeID?) -> JSON {
        guard case .object(var object) = value, let node else { return value }
        object["id"] = .text(graph.identifier(of: node))
        object["source"] = nil
        if let citation = graph.citation(of: node) { object["citation"] = json(citation, of: node) }
        return .object(object)
    }

    /// Where a statement stands: the document, its line from 1, the exact words, and the sentence around them.
    private func json(_ citation: Citation, of node: NodeID) -> JSON {
        var object: [String: JSON] = [
            "document": .text(citation.document), "path": .text(citation.path), "line": .number(.init(citation.line)),
            "sentence": .text(citation.sentence), "words": .text(String(citation.sentence.utf8Slice(citation.marked))),
        ]
        if let document = graph.document(of: node) { object["resource"] = .text(Self.address(ofDocument: document)) }
        return .object(object)
    }

    private func refusal(_ diagnostic: Diagnostic, _ line: String) -> Refusal {
        var object: [String: JSON] = [
            "code": .text(diagnostic.code.rawValue), "message": .text(diagnostic.message),
            "start": .number(.init(diagnostic.span.start)), "end": .number(.init(diagnostic.span.end)),
            "expected": .list(diagnostic.expected.map { .text($0) }),
        ]
        if let suggestion = diagnostic.suggestion { object["try"] = .text(suggestion) }
        return Refusal(
            json: ["error": .object(object)], text: Renderer(style: .plain).render(diagnostic, line: line),
            isMissing: diagnostic.exitCode == 3, suggestion: diagnostic.suggestion)
    }

    // MARK: documents

    static let scheme = "gangmu://documents/"

    static func address(ofDocument document: Int) -> String { scheme + "d\(document + 1)" }

    /// The document of an address; nil where there is none.
    func document(at address: String) -> Int? {
        guard address.hasPrefix(Self.scheme), let node = graph.node(identifier: address.dropFirst(Self.scheme.count)),
            node.type == .document
        else { return nil }
        return Int(node.index)
    }

    func title(ofDocument document: Int) -> String {
        let title = graph.strings[graph.documents.title[document]]
        return title.isEmpty ? graph.strings[graph.documents.name[document]] : title
    }

    /// The text of a document as it was read.
    func text(ofDocument document: Int) -> String {
        String(decoding: graph.text[graph.documents.textStart.rows(at: document)], as: UTF8.self)
    }
}
