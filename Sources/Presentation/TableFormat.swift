import Documents
import QueryLanguage

/// Aligned columns with row numbers, as wide as the terminal allows.
struct TableFormat: HeadedFormat {
    let style: Style
    static let holdsNotes = true

    static let gap = "  "
    /// Lines that a cell takes at most; what is beyond ends in `…`.
    private static let deepest = 3
    /// A heading that is cut says nothing of all its rows.
    private static let deepestHeading = 6

    func headed(_ table: Table) -> (text: String, headingLines: Int) {
        guard !table.rows.isEmpty else { return ("", 0) }
        let layout = style.layout
        let numbered = table.nodes.contains { $0 != nil }
        let number = numbered ? String(table.rows.count).utf8.count : 0
        var cells = table.rows.heeded.map { row in table.columns.indices.map { $0 < row.count ? row[$0].text : "" } }
        guard cells.count == table.rows.count else { return ("", 0) }
        let fit = ColumnFit(
            table.columns, cells, layout: layout, room: style.width.map { $0 - (numbered ? number + Self.gap.utf8.count : 0) })
        for (column, tails) in fit.tails {
            for row in cells.indices.heeded { cells[row][column] += String(repeating: " ", count: tails[row]) }
        }

        func lines(_ first: String, heading: Bool, _ text: (Int) -> String) -> String {
            let columns = fit.shown.map { column -> [String] in
                let width = fit.widths[column]
                guard layout.width(text(column)) > width else { return [text(column)] }
                let isNumber = table.columns[column].rightAligned
                return isNumber && !heading
                    ? [layout.cut(text(column), to: width)]
                    : layout.wrapped(text(column), cells: width, lines: heading ? Self.deepestHeading : Self.deepest)
            }
            var lines = ""
            for row in 0..<max(1, columns.map(\.count).max() ?? 1) {
                var line = numbered ? style.ink(layout.padded(row == 0 ? first : "", to: number, right: true), .aside) : ""
                for (place, column) in fit.shown.enumerated() {
                    if numbered || place > 0 { line += Self.gap }
                    let words = row < columns[place].count ? columns[place][row] : ""
                    let right = table.columns[column].rightAligned
                    let padded = layout.padded(words, to: fit.widths[column], right: right)
                    line += style.ink(padded, heading ? .heading : Self.ink(table.columns[column]))
                }
                lines += Self.trimmed(line) + "\n"
            }
            return lines
        }

        var text = lines("", heading: true) { table.columns[$0].heading }
        let headingLines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        for (row, cells) in cells.enumerated().heeded { text += lines(String(row + 1), heading: false) { cells[$0] } }
        if !fit.folded.isEmpty {
            let same = fit.folded.map { (table.columns[$0].heading, cells[0][$0]) }
            text += Renderer(style: style).notes([Message.inAllRows(same).text])
        }
        if fit.shown.count + fit.folded.count < table.columns.count {
            let hidden = table.columns.indices.filter { !fit.shown.contains($0) && !fit.folded.contains($0) }.map {
                table.columns[$0].heading
            }
            text += Renderer(style: style).notes([Message.notShown(hidden).text])
        }
        return (text, headingLines)
    }

    func text(of card: Card) -> String { CardFormat(style: style).text(of: card) }
    func text(of page: Page) -> String { PageText(style: style).text(of: page) }

    /// What can be typed again looks like a name of the language.
    private static func ink(_ column: Column) -> Ink? { column.key == "id" ? .name : nil }

    /// Without the spaces at its end, also inside the last emphasis.
    private static func trimmed(_ line: String) -> String {
        // By bytes: a row as wide as its longest text ends in hundreds of spaces.
        func cut(_ line: Substring) -> Substring {
            guard let last = line.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
            return line[..<line.utf8.index(after: last)]
        }
        let end = "\u{1B}[0m", rest = cut(line[...])
        guard rest.hasSuffix(" " + end) else { return String(rest) }
        return cut(rest[..<rest.utf8.index(rest.endIndex, offsetBy: -end.utf8.count)]) + end
    }
}

/// All columns of an answer at their full width, however wide the lines become.
struct WideFormat: HeadedFormat {
    let style: Style
    static let holdsNotes = true

    private var unlimited: Style {
        var unlimited = style
        unlimited.width = nil
        return unlimited
    }

    func headed(_ table: Table) -> (text: String, headingLines: Int) { TableFormat(style: unlimited).headed(table) }
    func text(of card: Card) -> String { CardFormat(style: unlimited).text(of: card) }
    func text(of page: Page) -> String { PageText(style: unlimited).text(of: page) }
}
