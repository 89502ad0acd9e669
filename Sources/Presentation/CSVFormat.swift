import QueryLanguage

/// Comma-separated values by RFC 4180, but with plain line ends. A card is a table of one row, without source and links.
struct CSVFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = false

    func text(of table: Table) -> String { text(of: Records(table)) }
    func text(of card: Card) -> String { text(of: Records(card)) }
    func text(of page: Page) -> String { PageText(style: .plain).text(of: page) }

    private func text(of records: Records) -> String {
        records.text(parted: UInt8(ascii: ",")) { field, bytes in field.append(to: &bytes, Self.append) }
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        let special = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || byte == 0x09
        }
        if special { bytes.append(contentsOf: quoted(field).utf8) } else { SafeText.append(field, to: &bytes) }
    }

    private static func quoted(_ field: String) -> String {
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
