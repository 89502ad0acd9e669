import Documents
import QueryLanguage

/// A node on a card: properties, the source with its words marked, numbered links. A table becomes a card a row.
struct CardFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = true

    func text(of card: Card) -> String {
        var text = style.ink(SafeText.line(card.heading), .heading) + "\n"
        // The source below has the words, marked.
        let marked = card.source.map { $0.sentence.utf8.dropFirst($0.marked.start).prefix($0.marked.count) } ?? "".utf8[...]
        text += properties(
            card.properties.filter { $0.column.key != "text" || marked.isEmpty || !$0.value.text.utf8.elementsEqual(marked) })
        if let source = card.source { text += "\n" + citation(source) }
        if !card.links.isEmpty || !card.more.isEmpty { text += "\n" + links(card) }
        return text
    }

    func text(of table: Table) -> String {
        table.rows.enumerated().heeded.map { number, row in
            style.ink("\(number + 1)", .heading) + "\n" + properties(Array(zip(table.columns, row)))
        }.joined(separator: "\n")
    }

    func text(of page: Page) -> String { PageText(style: style).text(of: page) }

    private func properties(_ properties: [(column: Column, value: Cell)]) -> String {
        let filled = properties.filter { $0.value != .empty }
        let names = filled.map { $0.column.heading }
        return PageText(style: style).definitions(Array(zip(names, filled.map(\.value.text))), indent: 2)
    }

    /// The sentence with the statement's words underlined, or in brackets where there are no colours, and where it stands.
    private func citation(_ source: Citation) -> String {
        let bytes = Array(source.sentence.utf8)
        let start = max(0, min(source.marked.start, bytes.count)), end = max(start, min(source.marked.end, bytes.count))
        func part(_ range: Range<Int>) -> String { SafeText.line(String(decoding: bytes[range], as: UTF8.self)) }
        let before = part(0..<start), after = part(end..<bytes.count)
        var marked = part(start..<end)
        if !style.colour, !marked.isEmpty {
            let brackets = source.sentence.contains("【") ? ("«", "»") : ("【", "】")
            marked = brackets.0 + marked + brackets.1
        }
        let sentence = before + marked + after
        // Positions by UTF-8 length hold also where two parts join to one character.
        let from = sentence.utf8.index(sentence.startIndex, offsetBy: before.utf8.count)
        let to = sentence.utf8.index(from, offsetBy: marked.utf8.count)
        var text = ""
        for line in style.layout.lines(of: sentence, cells: style.width.map { max(8, $0 - 2) }) {
            let a = min(max(from, line.lowerBound), line.upperBound), b = min(max(to, a), line.upperBound)
            text += "  " + sentence[line.lowerBound..<a] + style.ink(String(sentence[a..<b]), .marked)
            text += sentence[b..<line.upperBound] + "\n"
        }
        let place = SafeText.line(source.path.isEmpty ? source.document : source.path) + ":\(source.line)"
        return text + "  " + style.link(style.ink(place, .aside), toFile: source.path) + "\n"
    }

    /// Links under the names of their relations, numbered through in the order in which a number follows them.
    private func links(_ card: Card) -> String {
        let layout = style.layout
        let digits = String(card.links.count).utf8.count
        var more = card.more[...]
        var text = "", relation: Term?
        func remainders(of relation: Term?) -> String {
            more.filter { $0.relation == relation }.map { remainder($0, indent: digits + 6) }.joined()
        }
        for (index, link) in card.links.enumerated() {
            if link.relation != relation {
                text += remainders(of: relation)
                more.removeAll { $0.relation == relation }
                relation = link.relation
                text += "  " + style.ink(SafeText.line(link.relation.name.text), .name) + "\n"
            }
            let number = layout.padded(String(index + 1), to: digits, right: true)
            let label = SafeText.line(link.text)
            let room = style.width.map { max(8, $0 - digits - 6) }
            text += "    " + style.ink(number, .aside) + "  " + (room.map { layout.cut(label, to: $0) } ?? label) + "\n"
        }
        text += remainders(of: relation)
        for rest in more where rest.relation != relation {
            text += "  " + style.ink(SafeText.line(rest.relation.name.text), .name) + "\n" + remainder(rest, indent: digits + 6)
        }
        return text
    }

    private func remainder(_ more: MoreLinks, indent: Int) -> String {
        let command = SafeText.line(more.command)
        let whole = Message.more(more.count, command).text
        let cut = style.width.map { style.layout.cut(whole, to: max(8, $0 - indent)) } ?? whole
        return String(repeating: " ", count: indent) + style.ink(cut, .aside) + "\n"
    }
}
