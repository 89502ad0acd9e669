import QueryLanguage

/// Tab-separated values, a record a line; tabs and line ends inside a field become spaces.
struct TSVFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = false

    func text(of table: Table) -> String { text(of: Records(table)) }
    func text(of card: Card) -> String { text(of: Records(card)) }
    func text(of page: Page) -> String { PageText(style: .plain).text(of: page) }

    private func text(of records: Records) -> String {
        records.text(parted: UInt8(ascii: "\t")) { field, bytes in field.append(to: &bytes, SafeText.append) }
    }
}
