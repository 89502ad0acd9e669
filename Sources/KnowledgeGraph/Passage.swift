import Documents

/// The words that a node came from, in the sentence around them.
public struct Passage: Sendable, Hashable {
    public var document: Int
    /// From 1.
    public var line: Int
    public var sentence: String
    /// UTF-8 bytes of `sentence`.
    public var marked: ByteSpan
}

extension Graph {
    /// Nil for nodes that stand in no document, and for documents themselves.
    public func passage(of node: NodeID) -> Passage? {
        guard let document = document(of: node), let span = span(of: node) else { return nil }
        let around = surroundings(of: node, span: span, document: document)
        let before = string(ByteSpan(around.start, span.start), of: document)
        let marked = string(span, of: document)
        let after = string(ByteSpan(span.end, around.end), of: document)
        let base = documents.textStart[document]
        var line = 1
        for byte in text(from: base, to: base + span.start) where byte == UInt8(ascii: "\n") { line += 1 }
        return Passage(
            document: document, line: line, sentence: before + marked + after,
            marked: ByteSpan(before.utf8.count, before.utf8.count + marked.utf8.count))
    }

    /// The text of a document, as it was read.
    public func text(of document: Int) -> [UInt8] { Array(text[documents.textStart.range(at: document)]) }

    /// `line:column` of a byte of a document, both from 1; columns count characters.
    public func position(of byte: Int, in document: Int) -> String {
        let before = text(of: document).prefix(max(0, byte))
        let newline = UInt8(ascii: "\n")
        let line = before.reduce(1) { $1 == newline ? $0 + 1 : $0 }
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        return "\(line):\(String(decoding: before[start...], as: UTF8.self).count + 1)"
    }

    /// The sentence of the node, or the line where the reading names none; never less than its span.
    private func surroundings(of node: NodeID, span: ByteSpan, document: Int) -> ByteSpan {
        if node.type == .sentence { return span }
        if let row = statements(of: node.type)?.sentence[Int(node.index)], row != noNode {
            let (start, end) = (Int(sentences.start[Int(row)]), Int(sentences.end[Int(row)]))
            return ByteSpan(min(start, span.start), max(end, span.end))
        }
        let base = documents.textStart[document], limit = documents.textStart[document + 1]
        let newline = UInt8(ascii: "\n")
        let start = text(from: base, to: base + span.start).lastIndex(of: newline).map { $0 + 1 - base } ?? 0
        let end = text(from: base + span.end, to: limit).firstIndex(of: newline).map { $0 - base } ?? limit - base
        return ByteSpan(start, end)
    }
}
