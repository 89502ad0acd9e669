/// HTML or XML as nodes in the order of the document; children follow their parent.
struct Markup {
    struct Node {
        /// The element's local name; empty for text.
        var name: String
        var attributes: [(name: String, value: String)] = []
        var text: [UInt8] = []
        var parent: Int
        /// The node behind the last one inside this one.
        var end: Int

        func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The first node is the document itself.
    private(set) var nodes = [Node(name: "#document", parent: 0, end: 1)]

    init(_ bytes: [UInt8], isHTML: Bool) throws(ForeignCode.Failure) {
        let records = try ForeignCode.markup(bytes, isHTML: isHTML)
        var at = 0, open = 0
        while at + 5 <= records.count {
            let length = (1...4).reduce(0) { $0 | Int(records[at + $1]) << (8 * ($1 - 1)) }
            let kind = records[at]
            let content = records[at + 5..<min(records.count, at + 5 + length)]
            at += 5 + length
            switch kind {
            case UInt8(ascii: "E"):
                nodes.append(Node(name: String(decoding: content, as: UTF8.self), parent: open, end: 0))
                open = nodes.count - 1
            case UInt8(ascii: "A"): nodes[open].attributes.append((String(decoding: content, as: UTF8.self), ""))
            case UInt8(ascii: "V"):
                if let last = nodes[open].attributes.indices.last {
                    nodes[open].attributes[last].value = String(decoding: content, as: UTF8.self)
                }
            case UInt8(ascii: "T"):
                nodes.append(Node(name: "", text: Array(content), parent: open, end: nodes.count + 1))
            default:
                nodes[open].end = nodes.count
                open = nodes[open].parent
            }
        }
        // What was left open by broken markup ends with it.
        nodes[0].end = nodes.count
        for i in nodes.indices where nodes[i].end == 0 { nodes[i].end = nodes.count }
    }

    /// The nodes directly inside node `i`.
    func children(of i: Int) -> [Int] {
        var found: [Int] = [], at = i + 1
        while at < nodes[i].end {
            found.append(at)
            at = nodes[at].end
        }
        return found
    }

    /// The text inside node `i` with runs of white space as one space.
    func text(of i: Int) -> [UInt8] {
        var paragraph = ParagraphText()
        for node in nodes[i..<nodes[i].end] where node.name.isEmpty { paragraph.add(node.text) }
        return paragraph.finished
    }
}

/// Collects the text of one paragraph: runs of white space become one space, those at its ends go.
struct ParagraphText {
    private var bytes: [UInt8] = []
    private var space = false

    mutating func add(_ text: some Sequence<UInt8>) {
        for b in text {
            if b <= 0x20 {
                space = true
                continue
            }
            if space, let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            space = false
            bytes.append(b)
        }
    }

    /// Begins another cell of a row.
    mutating func addCell() {
        if !bytes.isEmpty { bytes += Paragraphs.cellMark }
        space = false
    }

    /// The text without full-width and no-break spaces at its ends.
    var finished: [UInt8] {
        var rest = bytes[...]
        while let blank = Self.blanks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(blank.count) }
        while let blank = Self.blanks.first(where: { rest.count >= $0.count && rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(blank.count)
        }
        return Array(rest)
    }

    private static let blanks: [[UInt8]] = [
        [0x20], [0x09], [0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x82], [0xE2, 0x80, 0x83],
    ]
}

/// Paragraphs, written one a line. All but the first are indented as Chinese print does it, which tells the reader of the text
/// that a line is a paragraph of its own and no continuation.
struct Paragraphs {
    /// Between the cells of a row, as Markdown writes it: what stands in two cells is never read as one number or phrase.
    static let cellMark = Array(" | ".utf8)

    private(set) var bytes: [UInt8] = []

    /// `heading` is the depth of a heading as Markdown counts it (2 for `##`), nil for a paragraph.
    mutating func add(_ text: [UInt8], heading: Int? = nil) {
        guard !text.isEmpty else { return }
        if !bytes.isEmpty { bytes += "\n\u{3000}\u{3000}".utf8 }
        if let heading, !bytes.isEmpty { bytes += String(repeating: "#", count: heading).utf8 + [0x20] }
        bytes += text
    }

    var finished: [UInt8] { bytes.isEmpty ? [] : bytes + [0x0A] }
}
