import Documents
import QueryLanguage

/// Aligned columns with row numbers, as wide as the terminal allows.
struct TableFormat: AnswerFormat {
    let style: Style
    static let holdsNotes = true

    private static let gap = "  "
    /// Cells that the least important columns keep while others can still give way, and what all keep in a narrow terminal.
    private static let comfortable = 12, least = 6

    func text(of table: Table) -> String {
        guard !table.rows.isEmpty else { return "" }
        let layout = style.layout
        let numbered = table.nodes.contains { $0 != nil }
        let number = numbered ? String(table.rows.count).utf8.count : 0
        let cells = table.rows.map { row in table.columns.indices.map { $0 < row.count ? row[$0].text : "" } }
        var widths = table.columns.indices.map { column in
            cells.reduce(layout.width(table.columns[column].heading)) { max($0, layout.width($1[column])) }
        }
        var shown = Array(table.columns.indices)
        if let width = style.width {
            shown = Self.fit(&widths, columns: table.columns, into: width - (numbered ? number + Self.gap.utf8.count : 0))
        }

        func line(_ first: String, _ role: Ink?, _ text: (Int) -> String) -> String {
            var line = numbered ? style.ink(layout.padded(first, to: number, right: true), .aside) : ""
            for column in shown {
                if !line.isEmpty { line += Self.gap }
                let cut = layout.cut(text(column), to: widths[column])
                let right = table.columns[column].rightAligned
                let padded = column == shown.last && !right ? cut : layout.padded(cut, to: widths[column], right: right)
                line += role.map { style.ink(padded, $0) } ?? padded
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }

        var text = line("", .heading) { table.columns[$0].heading }
        for (row, cells) in cells.enumerated() { text += line(String(row + 1), nil) { cells[$0] } }
        if shown.count < table.columns.count {
            let hidden = table.columns.indices.filter { !shown.contains($0) }.map { table.columns[$0].heading }
            text += Renderer(style: style).notes([
                Message(
                    "not shown for want of width: \(hidden.joined(separator: ", "))", "宽度不够，未显示：\(hidden.joined(separator: "、"))"
                ).text
            ])
        }
        return text
    }

    func text(of card: Card) -> String { CardFormat(style: style).text(of: card) }
    func text(of page: Page) -> String { PageText(style: style).text(of: page) }

    /// Narrows `widths` until they and the gaps between them fit into `room`: the columns with the highest `shrink` first down
    /// to a comfortable width, then to the least; those with `shrink` 0 are cut last. Where even the least widths are too much,
    /// columns are left out: those that may shrink, the highest first, but not the widest of them, which tells what the rows
    /// are; then those that may not, from the right, but not the first. Gives the columns that remain.
    private static func fit(_ widths: inout [Int], columns: [Column], into room: Int) -> [Int] {
        var shown = Array(columns.indices)
        func excess(_ widths: [Int]) -> Int { shown.reduce(0) { $0 + widths[$1] } + (shown.count - 1) * gap.utf8.count - room }
        let narrowest = zip(widths, columns).map { $1.shrink > 0 ? min($0, least) : $0 }
        let shrinking = shown.filter { columns[$0].shrink > 0 }
        let widest = shrinking.max { widths[$0] < widths[$1] }
        var spare = shown.filter { columns[$0].shrink == 0 && $0 != 0 }
        spare += shrinking.filter { $0 != widest && $0 != 0 }.sorted { (columns[$0].shrink, $0) < (columns[$1].shrink, $1) }
        while excess(narrowest) > 0, let last = spare.popLast() { shown.removeAll { $0 == last } }
        let ranks = Set(shown.map { columns[$0].shrink }).sorted(by: >).filter { $0 > 0 }
        for floor in [comfortable, least] {
            for rank in ranks { narrow(&widths, shown.filter { columns[$0].shrink == rank }, by: excess(widths), to: floor) }
        }
        for floor in [least, 2] { narrow(&widths, shown, by: excess(widths), to: floor) }
        return shown
    }

    /// Takes `excess` cells off `columns`, from the widest first, none below `floor`.
    private static func narrow(_ widths: inout [Int], _ columns: [Int], by excess: Int, to floor: Int) {
        var excess = excess
        while excess > 0, let widest = columns.filter({ widths[$0] > floor }).max(by: { widths[$0] < widths[$1] }) {
            let next = columns.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? floor
            let step = min(excess, max(1, widths[widest] - max(floor, next)))
            widths[widest] -= step
            excess -= step
        }
    }
}
