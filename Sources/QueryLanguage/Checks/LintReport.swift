import Documents
import Extraction
import KnowledgeGraph

/// Consistency checks of documents; each row names its source, and opens the statement or heading it speaks of.
struct LintReport {
    let graph: Graph
    let isCancelled: @Sendable () -> Bool

    /// What the rows of `lint` are sorted and counted by.
    enum Kind: String, CaseIterable {
        case count, gap, repeated, cut, respectively, turned, twoValues = "two-values", share, baseline

        var term: Term { Term(rawValue, name) }

        var name: Message {
            switch self {
            case .count: Message(rawValue, "点数")
            case .gap: Message(rawValue, "跳号")
            case .repeated: Message(rawValue, "重号")
            case .cut: Message(rawValue, "残缺")
            case .respectively: Message(rawValue, "分别")
            case .turned: Message(rawValue, "升降相反")
            case .twoValues: Message(rawValue, "两值")
            case .share: Message(rawValue, "占比")
            case .baseline: Message(rawValue, "不如基数")
            }
        }
    }

    struct Row {
        var document: Int
        /// Byte offset in the document.
        var start: Int
        var kind: Kind
        var says: Message
        var words: String
        var node: NodeID
    }

    func answer(for documents: [Int]) throws(Diagnostic) -> Answer {
        let checks = FigureChecks(graph: graph)
        var rows: [Row] = []
        for document in documents {
            if isCancelled() { throw .cancelled }
            let text = Array(graph.text[graph.documents.textStart.rows(at: document)])
            // A table of facts gathers what several documents say; it has no outline, and its rows may well differ.
            let own = FactTable.isTable(text) ? checks.rows(document, ofTable: true)
                : textRows(text, document) + checks.rows(document, ofTable: false)
            rows += own.sorted { ($0.start, $0.kind.rawValue) < ($1.start, $1.kind.rawValue) }
        }
        return Answer(.table(table(rows)), notes: [summary(rows, of: documents)])
    }

    private func table(_ rows: [Row]) -> Table {
        Table(
            columns: [
                Column(key: "id", chinese: "编号"), Column(key: "source", chinese: "出处", shrink: 1),
                Column(key: "check", chinese: "检查"), Column(key: "finding", chinese: "发现", shrink: 2),
                Column(key: "text", chinese: "原文", shrink: 3),
            ],
            rows: rows.map { row in
                let line = graph.line(of: row.start, in: row.document)
                return [
                    .text(graph.identifier(of: row.node)), .text("\(graph.strings[graph.documents.name[row.document]]):\(line)"),
                    .term(row.kind.term), .text(row.says.text), .text(row.words),
                ]
            },
            nodes: rows.map(\.node))
    }

    private func summary(_ rows: [Row], of documents: [Int]) -> String {
        guard !rows.isEmpty else { return Message.allAgree(documents: documents.count).text }
        let kinds = Kind.allCases.compactMap { kind -> String? in
            let count = rows.count { $0.kind == kind }
            return count > 0 ? "\(kind.name.text) \(count)" : nil
        }
        return Message.disagreements(
            kinds.joined(separator: Message(", ", "，").text), in: Set(rows.map(\.document)).count, of: documents.count).text
    }

    // MARK: words and outline

    private func textRows(_ text: [UInt8], _ document: Int) -> [Row] {
        DocumentChecks().findings(in: text).map { finding in
            let (kind, says) = Self.words(for: finding.check)
            return Row(
                document: document, start: finding.span.start, kind: kind, says: says,
                words: String(decoding: text[finding.span.start..<finding.span.end], as: UTF8.self),
                node: heading(above: finding.span.start, document))
        }
    }

    private static func words(for check: Finding.Check) -> (Kind, Message) {
        switch check {
        case .count(let announced, let found):
            (
                .count,
                Message(
                    "announces \(announced), \(found < announced ? "only " : "")\(found) there",
                    "说有\(announced)点，\(found < announced ? "只有" : "却有")\(found)点"))
        case .gap(let missing, let before): (.gap, Message("\(missing) is missing before \(before)", "\(before)之前缺\(missing)"))
        case .repeated(let number): (.repeated, Message("\(number) stands twice", "\(number)出现两次"))
        case .cut: (.cut, Message("the text ends here, unfinished", "正文到此结束，没有写完"))
        case .respectively(let members, let values): 
            (.respectively, Message("\(members) members, \(values) values", "\(members)项，\(values)个值"))
        case .turned(let from, let to, let rises): 
            (.turned, Message("\(to) is \(rises ? "below" : "above") \(from)", "\(to)\(rises ? "低于" : "高于")\(from)"))
        }
    }

    /// The heading that the place stands in or under; the document above the first.
    private func heading(above start: Int, _ document: Int) -> NodeID {
        let goals = Int(graph.documents.goals[document])..<Int(graph.documents.goals[document + 1])
        return goals.last { Int(graph.goals.start[$0]) <= start }.map { NodeID(.goal, $0) } ?? NodeID(.document, document)
    }
}

extension Graph {
    /// The line, from 1, of a byte of a document's text.
    func line(of start: Int, in document: Int) -> Int {
        let base = documents.textStart[document]
        return 1 + text[base..<base + start].count { $0 == UInt8(ascii: "\n") }
    }
}
