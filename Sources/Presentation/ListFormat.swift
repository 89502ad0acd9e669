import QueryLanguage

/// A row a line, its values one after the other; what does not fit goes on below, indented.
struct ListFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = true

    func text(of table: Table) -> String {
        let layout = style.layout
        let digits = String(table.rows.count).utf8.count, indent = digits + 2
        var text = ""
        for (row, cells) in table.rows.enumerated().heeded {
            let words = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "  ")
            let number = layout.padded(String(row + 1), to: digits, right: true)
            let lines = layout.lines(of: words, cells: style.width.map { max(8, $0 - indent) })
            for (place, line) in lines.enumerated() {
                text += place == 0 ? style.ink(number, .aside) + "  " : String(repeating: " ", count: indent)
                text += words[line] + "\n"
            }
        }
        return text
    }

    func text(of card: Card) -> String { CardFormat(style: style).text(of: card) }
    func text(of page: Page) -> String { PageText(style: style).text(of: page) }
}
