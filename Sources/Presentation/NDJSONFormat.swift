import QueryLanguage

/// One JSON object a line.
struct NDJSONFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = false

    func text(of table: Table) -> String {
        let records = Records(table)
        var json = JSONWriter()
        for row in records.rows.heeded {
            json.record(records.names, row)
            json.newLine()
        }
        return json.text
    }

    func text(of card: Card) -> String { JSONFormat(style: style).text(of: card) }
    func text(of page: Page) -> String { JSONFormat(style: style).text(of: page) }
}
