import QueryLanguage

/// Comma-separated values by RFC 4180, but with plain line ends. A card is a table of one row, without source and links.
struct CSVFormat: AnswerFormat {
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
        fields.map(Self.quoted).joined(separator: ",") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == "\t" }) else {
            return SafeText.line(field)
        }
        var quoted = "\""
        for scalar in field.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\"\""
            case "\n", "\r", "\t": quoted.unicodeScalars.append(scalar)
            case let control where SafeText.isControl(control): quoted += SafeText.escaped(control)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
