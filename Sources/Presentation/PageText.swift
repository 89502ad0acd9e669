import QueryLanguage

/// A page of text for a terminal or a file.
struct PageText: Sendable {
    let style: Style

    func text(of page: Page) -> String {
        var text = ""
        for (index, block) in page.blocks.enumerated() {
            if index > 0, !joins(page.blocks[index - 1], block) { text += "\n" }
            switch block {
            case .heading(let heading): text += rows(heading, indent: 0, .heading)
            case .paragraph(let paragraph): text += lines(paragraph, indent: 0)
            case .definitions(let list): text += definitions(list.map { ($0.term, $0.text) }, indent: 2)
            case .examples(let examples):
                for example in examples { text += rows(example, indent: 2, .name) }
            }
        }
        return text
    }

    /// Terms in one column, their texts, wrapped, in another; a term that is longer than the column has its text below it.
    func definitions(_ list: [(term: String, text: String)], indent: Int) -> String {
        let layout = style.layout
        let limit = style.width.map { max(4, $0 / 2 - indent) } ?? 40
        let column = list.map { layout.width($0.term) }.filter { $0 <= limit }.max() ?? limit
        let start = indent + column + 2
        var text = ""
        for (term, explanation) in list {
            let term = SafeText.line(term)
            let wrapped = lines(explanation, indent: start)
            if layout.width(term) > column {
                text += rows(term, indent: indent, .name) + wrapped
            } else {
                text +=
                    String(repeating: " ", count: indent) + style.ink(term, .name)
                    + String(repeating: " ", count: column - layout.width(term) + 2) + wrapped.dropFirst(start)
            }
        }
        return text
    }

    /// A line in as many rows as the terminal needs, the further ones further in.
    private func rows(_ text: String, indent: Int, _ ink: Ink) -> String {
        let safe = SafeText.line(text), lead = safe.prefix { $0 == " " }.count
        let isLong = style.width.map { style.layout.width(safe) + indent > $0 } ?? false
        let rows =
            isLong
            ? style.layout.lines(of: safe, cells: style.width.map { max(8, $0 - indent - lead - 4) }) : [safe.startIndex..<safe.endIndex]
        return rows.enumerated().map { number, row in
            String(repeating: " ", count: indent + (number == 0 ? 0 : lead + 4)) + style.ink(String(safe[row]), ink) + "\n"
        }.joined()
    }

    private func lines(_ text: String, indent: Int) -> String {
        let safe = SafeText.line(text)
        let margin = String(repeating: " ", count: indent)
        return style.layout.lines(of: safe, cells: style.width.map { max(8, $0 - indent) })
            .map { margin + safe[$0] + "\n" }.joined()
    }

    /// A heading stands close to what it heads.
    private func joins(_ a: Page.Block, _ b: Page.Block) -> Bool {
        if case .heading = a, case .heading = b { return false }
        if case .heading = a { return true }
        return false
    }
}
