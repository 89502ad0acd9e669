/// A tab-separated file of `Data/lexicon`: `#` opens a comment line, the first other line names the columns in any order,
/// and a cell with several values has `|` between them.
struct LexiconTable {
    struct Line {
        /// From 1.
        var number: Int
        var range: Range<Int>
    }

    let bytes: [UInt8]
    let columns: [String]
    private(set) var lines: [Line] = []
    /// What makes the whole file unusable, such as a missing column.
    private(set) var fault: (line: Int, message: String)?
    /// For every cell of a line, the wanted column that it belongs to; -1 where it is of no use here.
    private var places: [Int] = []
    private var cellCount = 0

    /// Cuts `bytes` into lines and reads the header; all of `columns` must be in it.
    init(bytes: [UInt8], columns: [String]) {
        self.bytes = bytes
        self.columns = columns
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        var hasHeader = false
        while at < bytes.count {
            let start = at
            at = bytes[start...].firstIndex(of: 10) ?? bytes.count
            var end = at
            at += 1
            number += 1
            if end > start, bytes[end - 1] == 13 { end -= 1 }
            guard let visible = bytes[start..<end].first(where: { $0 != 32 && $0 != 9 }), visible != 35 else { continue }
            if hasHeader {
                lines.append(Line(number: number, range: start..<end))
            } else {
                hasHeader = true
                readHeader(start..<end, number)
                if fault != nil { return }
            }
        }
        if !hasHeader { fault = (max(number, 1), "has no line of column names: expected \(columns.joined(separator: ", "))") }
    }

    private mutating func readHeader(_ range: Range<Int>, _ number: Int) {
        let names = cells(range)
        places = names.map { columns.firstIndex(of: $0) ?? -1 }
        cellCount = names.count
        let missing = columns.filter { !names.contains($0) }
        if !missing.isEmpty {
            fault = (number, "no column “\(missing.joined(separator: "”, “"))”: expected \(columns.joined(separator: ", "))")
        }
    }

    /// The cells of a line in the order of `columns`; the last ones may be left out.
    func row(_ line: Line) throws(LineFault) -> TableRow {
        let found = cells(line.range)
        guard found.count <= cellCount else {
            throw LineFault("\(found.count) cells: expected \(cellCount), one for each column, with a tab between them")
        }
        var ordered = [String](repeating: "", count: columns.count)
        for (cell, place) in zip(found, places) where place >= 0 { ordered[place] = cell }
        return TableRow(line: line.number, cells: ordered)
    }

    private func cells(_ range: Range<Int>) -> [String] {
        var found: [String] = []
        found.reserveCapacity(8)
        var start = range.lowerBound
        for i in range where bytes[i] == 9 {
            found.append(text(start, i))
            start = i + 1
        }
        found.append(text(start, range.upperBound))
        return found
    }

    /// The text without spaces around it.
    private func text(_ start: Int, _ end: Int) -> String {
        var (start, end) = (start, end)
        while start < end, bytes[start] == 32 { start += 1 }
        while end > start, bytes[end - 1] == 32 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// The cells of one line in the order of the wanted columns.
struct TableRow {
    let line: Int
    let cells: [String]

    subscript(column: Int) -> String { cells[column] }

    /// The values of a cell, without empty ones.
    func values(_ column: Int) -> [String] {
        let cell = cells[column]
        if cell.isEmpty { return [] }
        if !cell.utf8.contains(124) { return [cell] }
        return cell.utf8.split(separator: 124).map { part in
            var part = part
            while part.first == 32 { part.removeFirst() }
            while part.last == 32 { part.removeLast() }
            return String(Substring(part))
        }.filter { !$0.isEmpty }
    }
}
