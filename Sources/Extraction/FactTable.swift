import Documents
import Lexicon

/// A table of facts: rows of cells under a header that names the columns, parted by tabs, commas or semicolons, with `#` comments
/// above it.
///
/// Needed are a column of indicators, one of values, their period and their kind; the kind may be said by the heading of the values
/// (目标值), the period by the table (`# year:`). Columns may stand in any order and be called as people call them (`FactColumn`), or
/// as the table itself says: `# columns: 考核项 = indicator, 序号 = -`. A broken row is reported with its line, and the rest loads.
public enum FactTable {
    /// Whether the text is a table of facts: its first line that is no comment has columns of a known meaning, or parts into cells
    /// like the lines behind it.
    public static func isTable(_ bytes: [UInt8]) -> Bool {
        guard let opening = Opening(bytes) else { return false }
        return opening.header.isKnown || opening.looksLikeTable
    }

    public static func read(_ bytes: [UInt8], name: String, path: String, reader: Reader) -> (reading: Reading, problems: [FileFailure]) {
        var reading = Reading(name: name, path: path, text: bytes, masthead: Masthead(title: name))
        guard let opening = Opening(bytes) else { return (reading, []) }
        var problems: [FileFailure] = []
        func report(_ line: Int, _ message: Message) { problems.append(FileFailure(path: "\(path):\(line)", reason: message)) }
        for comment in opening.comments { describe(comment, &reading.masthead) }
        let header = opening.header
        if let fault = opening.fault {
            report(opening.line, fault)
            return (reading, problems)
        }
        if !header.unknown.isEmpty { report(opening.line, passedOver(header)) }
        let facts = FactReader(header: header, masthead: reading.masthead, reader: reader)
        var rows = CellReader(bytes, separator: opening.separator, from: opening.end)
        while let (cells, span) = rows.next() {
            if cells.allSatisfy(\.isEmpty) || cells[0].hasPrefix("#") { continue }
            var isRead = false
            for value in header.values {
                do throws(FactReader.Fault) {
                    guard let figure = try facts.figure(cells, value, span, sentence: reading.sentences.count) else { continue }
                    reading.figures.append(figure)
                    isRead = true
                } catch {
                    report(opening.line + rows.line, error.message)
                    break
                }
            }
            if isRead { reading.sentences.append(span) }
        }
        return (reading, problems)
    }

    private static func passedOver(_ header: FactHeader) -> Message {
        let names = header.unknown.map { "“\($0)”" }, taken = header.columns.keys
        let near = header.unknown.lazy.compactMap { name in FactColumn.nearest(to: name, besides: taken).map { (name, $0) } }.first
        let way = "# columns: \(near?.0 ?? header.unknown[0]) = \(near?.1 ?? FactColumn.passedOver)"
        let guess = near.map { ("; did you mean “\($0.1)”?", "；是不是“\($0.1)”？") } ?? (".", "。")
        return Message(
            "passes over the columns \(names.joined(separator: ", "))\(guess.0) A first line can say what they are: \(way)",
            "没有读这些列：\(names.joined(separator: "、"))\(guess.1)可在首行说明：\(way)")
    }

    /// The comments and the header of a table.
    private struct Opening {
        var comments: [String] = []
        var header: FactHeader
        var separator: UInt8
        /// Behind the header.
        var end: Int
        /// The header's line, from 1.
        var line: Int
        var cells: [String]
        private let bytes: [UInt8]

        init?(_ bytes: [UInt8]) {
            self.bytes = bytes
            var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, number = 0
            var mapping: [String: String] = [:]
            while at < bytes.count {
                let start = at
                var separators: [UInt8: Int] = [:]
                while at < bytes.count, bytes[at] != 0x0A {
                    if Self.separators.contains(bytes[at]) { separators[bytes[at], default: 0] += 1 }
                    at += 1
                    // No header is as long; most texts are one such line.
                    if at - start > Self.longest { return nil }
                }
                let line = bytes[start..<at]
                at += 1
                number += 1
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                if line.first == UInt8(ascii: "#") {
                    let comment = String(decoding: line.dropFirst().filter { $0 != 0x0D }, as: UTF8.self)
                    comments.append(comment)
                    mapping.merge(FactTable.mapping(comment)) { $1 }
                    continue
                }
                guard let separator = Self.separators.max(by: { separators[$0, default: 0] < separators[$1, default: 0] }),
                    separators[separator] != nil
                else { return nil }
                var reader = CellReader(bytes, separator: separator, from: start)
                guard let row = reader.next() else { return nil }
                self.separator = separator
                cells = row.cells
                header = FactHeader(row.cells, mapping: mapping)
                end = reader.at
                self.line = number
                return
            }
            return nil
        }

        /// Short cells without a full stop, at least three of them, and as many in each of the next rows.
        var looksLikeTable: Bool {
            guard cells.count >= 3, cells.allSatisfy({ $0.count <= 30 && !$0.contains("。") && !$0.isEmpty }) else { return false }
            var reader = CellReader(bytes, separator: separator, from: end), rows = 0
            while rows < 3, let row = reader.next() {
                if row.cells.allSatisfy(\.isEmpty) { continue }
                guard row.cells.count == cells.count else { return false }
                rows += 1
            }
            return rows > 0
        }

        /// What the table lacks.
        var fault: Message? {
            let named = cells.filter { !$0.isEmpty }.map { "“\($0)”" }
            func lacks(_ english: String, _ chinese: String, _ column: FactColumn) -> Message {
                let near =
                    header.unknown.first { FactColumn.nearest(to: $0).flatMap(FactColumn.init(heading:)) == column } ?? header.unknown.first
                let way = "# columns: \(near ?? cells[0]) = \(column.rawValue)"
                return Message(
                    "is a table without a column of \(english) among \(named.joined(separator: ", ")); a first line says which one it is: \(way)",
                    "是表格，但各列（\(named.joined(separator: "、"))）中没有\(chinese)；可在首行说明是哪一列：\(way)")
            }
            if header.columns[.indicator] == nil { return lacks("indicators", "指标", .indicator) }
            if header.values.isEmpty { return lacks("values", "数值", .value) }
            return nil
        }

        private static let separators: [UInt8] = [0x09, 0x2C, 0x3B]
        private static let longest = 4096
    }

    /// `columns: 考核项 = indicator, 序号 = -` of a comment line.
    private static func mapping(_ comment: String) -> [String: String] {
        let parts = comment.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ $0 != " " }) == "columns" else { return [:] }
        var found: [String: String] = [:]
        for pair in parts[1].split(whereSeparator: { ",，;；".contains($0) }) {
            let sides = pair.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " }.lowercased() }
            if sides.count == 2 { found[sides[0]] = sides[1] }
        }
        return found
    }

    /// `title: …`, `year: …`, `date: …`, `place: …` of a comment line.
    private static func describe(_ comment: String, _ masthead: inout Masthead) {
        let parts = comment.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard parts.count == 2 else { return }
        let value = String(parts[1])
        switch parts[0] {
        case "title": masthead.title = value
        case "year": masthead.year = Int(value)
        case "date": masthead.date = value
        case "place": masthead.place = value
        case "level": masthead.level = PlaceLevel(rawValue: value)
        default: break
        }
    }
}
