import Documents

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
    private(set) var fault: (line: Int, message: Message)?
    /// For every cell of a line, the wanted column that it belongs to; -1 where it is of no use here.
    private var places: [Int] = []
    private var cellCount = 0

    /// Cuts `bytes` into lines and reads the header; all of `columns` that are not `optional` must be in it.
    init(bytes: [UInt8], columns: [String], optional: [String] = []) {
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
                readHeader(start..<end, number, optional)
                if fault != nil { return }
            }
        }
        if !hasHeader {
            let names = columns.joined(separator: ", ")
            fault = (max(number, 1), Message("has no line of column names: expected \(names)", "没有列名一行：应为\(names)"))
         }
    }

    private mutating func readHeader(_ range: Range<Int>, _ number: Int, _ optional: [String]) {
        let names = cells(range).map { String(decoding: bytes[$0], as: UTF8.self) }
        places = names.map { columns.firstIndex(of: $0) ?? -1 }
        cellCount = names.count
        let missing = columns.filter { !names.contains($0) && !optional.contains($0) }
        if !missing.isEmpty {
            let names = columns.joined(separator: ", ")
            fault = (
                number,
                Message(
                    "no column “\(missing.joined(separator: "”, “"))”: expected \(names)",
                    "缺少“\(missing.joined(separator: "”、“"))”列：应为\(names)"))
        }
    }

    /// The cells of a line in the order of `columns`; the last ones may be left out.
    func row(_ line: Line) throws(LineFault) -> TableRow {
        let found = cells(line.range)
        guard found.count <= cellCount else {
            throw LineFault(
                "\(found.count) cells: expected \(cellCount), one for each column, with a tab between them",
                "有\(found.count)格：应有\(cellCount)格，每列一格，以制表符隔开")
        }
        var ordered = [Range<Int>](repeating: 0..<0, count: columns.count)
        for (cell, place) in zip(found, places) where place >= 0 { ordered[place] = cell }
        return TableRow(line: line.number, bytes: bytes, cells: ordered)
    }

    private func cells(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        found.reserveCapacity(cellCount)
        var start = range.lowerBound
        for i in range where bytes[i] == 9 {
            found.append(start..<i)
            start = i + 1
        }
        found.append(start..<range.upperBound)
        return found
    }
}

/// The cells of one line in the order of the wanted columns.
struct TableRow {
    let line: Int
    fileprivate let bytes: [UInt8]
    fileprivate let cells: [Range<Int>]

    fileprivate init(line: Int, bytes: [UInt8], cells: [Range<Int>]) {
        self.line = line
        self.bytes = bytes
        self.cells = cells
    }

    /// The text of a cell without spaces around it.
    subscript(column: Int) -> String {
        let cell = trimmed(cells[column].lowerBound, cells[column].upperBound)
        return String(decoding: bytes[cell], as: UTF8.self)
    }

    func isEmpty(_ column: Int) -> Bool { valueRanges(column).isEmpty }

    /// The values of a cell, without empty ones.
    func values(_ column: Int) -> [String] {
        valueRanges(column).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private func valueRanges(_ column: Int) -> [Range<Int>] {
        let cell = cells[column]
        var found: [Range<Int>] = []
        var start = cell.lowerBound
        for i in cell.lowerBound...cell.upperBound where i == cell.upperBound || bytes[i] == 124 {
            let value = trimmed(start, i)
            if !value.isEmpty { found.append(value) }
            start = i + 1
        }
        return found
    }

    private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
        var (start, end) = (start, end)
        while start < end, bytes[start] == 32 { start += 1 }
        while end > start, bytes[end - 1] == 32 { end -= 1 }
        return start..<end
    }
}
