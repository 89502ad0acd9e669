import Documents
import QueryLanguage

/// Markdown with tables (GitHub's dialect), also for pages.
struct MarkdownFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = true

    func text(of table: Table) -> String {
        guard !table.columns.isEmpty, !table.rows.isEmpty else { return "" }
        var text = line(table.columns.map(\.heading))
        text += "| " + table.columns.map { $0.rightAligned ? "---:" : "---" }.joined(separator: " | ") + " |\n"
        for row in table.rows.heeded { text += line(row.map { Self.escaped($0.text) }) }
        return text
    }

    func text(of card: Card) -> String {
        var text =
            "## " + Self.escaped(SafeText.line(card.heading)) + "\n\n" + Message("| property | value |", "| 属性 | 值 |").text
            + "\n| --- | --- |\n"
        for (column, value) in card.properties where value != .empty { text += line([column.heading, Self.escaped(value.text)]) }
        if let source = card.source {
            let bytes = Array(source.sentence.utf8)
            let start = max(0, min(source.marked.start, bytes.count)), end = max(start, min(source.marked.end, bytes.count))
            func part(_ range: Range<Int>) -> String {
                Self.escaped(SafeText.line(String(decoding: bytes[range], as: UTF8.self)))
            }
            let marked = end > start ? "**" + part(start..<end) + "**" : ""
            text += "\n> " + part(0..<start) + marked + part(end..<bytes.count) + "\n>\n> — "
            text += Self.escaped(SafeText.line(source.document)) + ":\(source.line)\n"
        }
        var relation: Term?
        for link in card.links {
            if link.relation != relation {
                relation = link.relation
                text += "\n" + Self.escaped(SafeText.line(link.relation.name.text)) + ":\n\n"
            }
            text += "- " + Self.escaped(SafeText.line(link.text)) + "\n"
        }
        return text
    }

    func text(of page: Page) -> String {
        page.blocks.map { block in
            switch block {
            case .heading(let heading): "## " + Self.prose(heading) + "\n"
            case .paragraph(let paragraph): Self.prose(paragraph) + "\n"
            case .definitions(let list):
                "| | |\n| --- | --- |\n"
                    + list.map { line([Self.code($0.term), Self.prose($0.text)]) }.joined()
            case .examples(let examples):
                "```\n" + examples.map { SafeText.line($0) + "\n" }.joined() + "```\n"
            }
        }.joined(separator: "\n")
    }

    private func line(_ fields: [String]) -> String { "| " + fields.joined(separator: " | ") + " |\n" }

    private static func code(_ term: String) -> String {
        "`" + SafeText.line(term).map { $0 == "|" ? "\\|" : $0 == "`" ? "'" : String($0) }.joined() + "`"
    }

    /// Text of a page, in which backquotes mark words of the language.
    private static func prose(_ text: String) -> String {
        var isCode = false
        return SafeText.line(text).map { character in
            if character == "`" { isCode.toggle() }
            let isSpecial = character == "|" || (!isCode && "<>*_".contains(character))
            return isSpecial ? "\\" + String(character) : String(character)
        }.joined()
    }

    /// Text that shows as it is: signs that Markdown or HTML would take for its own are escaped.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>|#".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}
