import QueryLanguage

/// Tab-separated values, a record a line; tabs and line ends inside a field become spaces.
struct TSVFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = false

    func text(of table: Table) -> String { text(of: Records(table)) }
    func text(of card: Card) -> String { text(of: Records(card)) }
    func text(of page: Page) -> String { PageText(style: .plain).text(of: page) }

    private func text(of records: Records) -> String {
        var text = line(records.names)
        for row in records.rows.heeded { text += line(row.map(\.text)) }
        return text
    }

    private func line(_ fields: [String]) -> String {
        var line = ""
        for (number, field) in fields.enumerated() {
            if number > 0 { line += "\t" }
            line += SafeText.line(field)
        }
        return line + "\n"
    }
}
