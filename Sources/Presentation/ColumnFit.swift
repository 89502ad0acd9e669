import QueryLanguage

/// How wide the columns of a table become, and which of them are shown.
struct ColumnFit {
    private(set) var widths: [Int]
    /// The columns that are shown, in their order.
    private(set) var shown: [Int]
    /// Columns left out because all rows have the same value there.
    private(set) var folded: [Int] = []
    /// Of columns of numbers: the spaces behind each cell that bring the decimal points below each other.
    private(set) var tails: [Int: [Int]] = [:]

    /// Cells that columns keep while others can still give way, and what all keep in a narrow terminal; of the widest column,
    /// which tells what the rows are, more.
    private static let comfortable = (12, widest: 24), least = (6, widest: 14)

    /// - Parameter room: Cells for all columns and the gaps between them; nil for no limit.
    init(_ columns: [Column], _ cells: [[String]], layout: TextLayout, room: Int?) {
        func width(_ column: Int, _ tails: [Int]?) -> Int {
            cells.indices.heeded.reduce(layout.width(columns[column].heading)) {
                max($0, layout.width(cells[$1][column]) + (tails?[$1] ?? 0))
            }
        }
        shown = Array(columns.indices)
        widths = columns.indices.map { width($0, nil) }
        for column in columns.indices where columns[column].rightAligned {
            let tails = Self.tails(cells, column, layout)
            guard tails.count == cells.count else { continue }
            if tails.contains(where: { $0 > 0 }) { self.tails[column] = tails }
        }
        let natural = widths
        for (column, tails) in tails { widths[column] = width(column, tails) }
        guard let room else { return }
        // Points below each other are worth some cells, but no words.
        if excess(widths, room) > 0 {
            tails = [:]
            widths = natural
        }
        guard excess(widths, room) > 0 else { return }
        let shrinking = shown.filter { columns[$0].shrink > 0 }
        let important = shrinking.filter { columns[$0].shrink < Self.lessImportant }
        widest = (important.isEmpty ? shrinking : important).max { widths[$0] < widths[$1] }
        if let widest {
            let texts = cells.indices.heeded.map { layout.width(cells[$0][widest]) }.sorted()
            usual = texts.isEmpty ? 0 : texts[(texts.count * 9 + 9) / 10 - 1]
        }
        fold(columns, cells, into: room)
        fit(columns, cells, layout, into: room)
    }

    private var widest: Int?
    /// Cells that nine in ten texts of the widest column need.
    private var usual = 0

    private func widths(_ columns: [Column], atLeast floor: (Int, widest: Int)) -> [Int] {
        columns.indices.map { columns[$0].shrink == 0 ? widths[$0] : min(widths[$0], least($0, floor)) }
    }

    private func least(_ column: Int, _ floor: (Int, widest: Int)) -> Int {
        column == widest ? min(max(usual, floor.0), floor.widest) : floor.0
    }

    /// Leaves out columns that say the same in all rows, the least important first, while the others have no comfortable width.
    private mutating func fold(_ columns: [Column], _ cells: [[String]], into room: Int) {
        guard cells.count > 1 else { return }
        let wanted = widths(columns, atLeast: Self.comfortable)
        let constant = shown.filter { column in
            column != 0 && column != widest && cells.allSatisfy { $0[column] == cells[0][column] }
        }
        for column in constant.sorted(by: { (columns[$1].shrink, $1) < (columns[$0].shrink, $0) }) where excess(wanted, room) > 0 {
            shown.removeAll { $0 == column }
            folded.append(column)
        }
        folded.sort()
    }

    private func excess(_ widths: [Int], _ room: Int) -> Int {
        shown.reduce(0) { $0 + widths[$1] } + (shown.count - 1) * TableFormat.gap.utf8.count - room
    }

    /// From this `shrink` on a column is left out before the others have no comfortable width.
    private static let lessImportant = 4

    /// Narrows `widths` until they and the gaps between them fit into `room`: columns of lesser importance are left out where the
    /// others would have no comfortable width; then cells are taken where they cost the fewest lines, down to a comfortable width
    /// and then to the least; those with `shrink` 0 are cut last. Where even the least widths are too much, columns are left out: those
    /// that may shrink, the highest first, but not the widest of them, which tells what the rows are; then those that may not,
    /// from the right, but not the first.
    private mutating func fit(_ columns: [Column], _ cells: [[String]], _ layout: TextLayout, into room: Int) {
        let narrowest = widths(columns, atLeast: Self.least)
        let shrinking = shown.filter { columns[$0].shrink > 0 }.sorted { (columns[$0].shrink, $0) < (columns[$1].shrink, $1) }
        let comfortable = widths(columns, atLeast: Self.comfortable)
        var lesser = shrinking.filter { $0 != widest && $0 != 0 && columns[$0].shrink >= Self.lessImportant }
        while excess(comfortable, room) > 0, let last = lesser.popLast() { shown.removeAll { $0 == last } }
        var spare = shown.filter { columns[$0].shrink == 0 && $0 != 0 }
        spare += shrinking.filter { $0 != widest && $0 != 0 && shown.contains($0) }
        while excess(narrowest, room) > 0, let last = spare.popLast() { shown.removeAll { $0 == last } }
        var lines = Lines(cells, layout, columns: shown.filter { columns[$0].shrink > 0 }, widths)
        for floor in [Self.comfortable, Self.least] {
            while let (column, width) = cheapest(columns, lines, floor, excess(widths, room)) {
                widths[column] = width
                lines.narrow(column, to: width)
            }
        }
        for floor in [Self.least.0, 2] { narrow(shown, by: excess(widths, room), to: floor) }
    }

    /// The next column to narrow, and to what: where the fewest lines come up for the cells gained, the less so the less
    /// important it is; nil where nothing exceeds or nothing can give way.
    private func cheapest(_ columns: [Column], _ lines: Lines, _ floor: (Int, widest: Int), _ excess: Int) -> (column: Int, width: Int)? {
        guard excess > 0 else { return nil }
        var best: (column: Int, width: Int, cost: Double)?
        for column in shown where columns[column].shrink > 0 {
            let low = least(column, floor), width = widths[column]
            guard width > low else { continue }
            // A cell, as far as the next shorter text, all that is wanted.
            for narrower in [width - 1, lines.shorter(column, than: width), width - excess] {
                let next = max(narrower, low, width - excess)
                let cost = Double(lines.added(column, by: next)) / Double((width - next) * columns[column].shrink)
                let isBetter = best.map { best in
                    cost != best.cost ? cost < best.cost
                        : (columns[column].shrink, width) > (columns[best.column].shrink, widths[best.column])
                } ?? true
                if isBetter { best = (column, next, cost) }
            }
        }
        return best.map { ($0.column, $0.width) }
    }

    /// How many lines the rows take; of many rows, some hundred stand for all.
    private struct Lines {
        /// Of each column, the widths of its cells.
        private let texts: [Int: [Int]]
        private var rows: [Int]

        init(_ cells: [[String]], _ layout: TextLayout, columns: [Int], _ widths: [Int]) {
            let some = stride(from: 0, to: cells.count, by: max(1, cells.count / 300)).map { $0 }
            texts = Dictionary(uniqueKeysWithValues: columns.map { column in (column, some.map { layout.width(cells[$0][column]) }) })
            rows = some.map { _ in 1 }
            for column in columns { narrow(column, to: widths[column]) }
        }

        /// A line of Chinese may have to leave its last cell empty.
        private static func lines(_ text: Int, in width: Int) -> Int { text <= width ? 1 : (text + width - 2) / max(1, width - 1) }

        mutating func narrow(_ column: Int, to width: Int) {
            for (row, text) in (texts[column] ?? []).enumerated() { rows[row] = max(rows[row], Self.lines(text, in: width)) }
        }

        func added(_ column: Int, by width: Int) -> Int {
            zip(texts[column] ?? [], rows).reduce(0) { $0 + max(0, Self.lines($1.0, in: width) - $1.1) }
        }

        func shorter(_ column: Int, than width: Int) -> Int { (texts[column] ?? []).filter { $0 < width }.max() ?? 0 }
    }

    /// Takes `excess` cells off `columns`, from the widest first, none below `floor`.
    private mutating func narrow(_ columns: [Int], by excess: Int, to floor: Int) {
        var excess = excess
        while excess > 0, let widest = columns.filter({ widths[$0] > floor }).max(by: { widths[$0] < widths[$1] }) {
            let next = columns.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? floor
            let step = min(excess, max(1, widths[widest] - max(floor, next)))
            widths[widest] -= step
            excess -= step
        }
    }

    /// What follows the whole part of a number (`.5%` of `≈7.5%`, `元` of `≥41200元`) is of equal width in all cells once these
    /// spaces stand behind it. Cells without a number get none.
    private static func tails(_ cells: [[String]], _ column: Int, _ layout: TextLayout) -> [Int] {
        let tails = cells.heeded.map { row -> Int? in
            let cell = row[column]
            // The last number of a range.
            guard let digit = cell.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
            var end = cell.index(after: digit), start = digit
            while start > cell.startIndex, cell[cell.index(before: start)].isPartOfNumber { start = cell.index(before: start) }
            if let point = cell[start..<end].firstIndex(of: ".") { end = point }
            return layout.width(cell[end...])
        }
        let longest = tails.compactMap(\.self).max() ?? 0
        return tails.map { $0.map { longest - $0 } ?? 0 }
    }
}

extension Character {
    fileprivate var isPartOfNumber: Bool { isASCII && isNumber || self == "." }
}
