import Documents
import Lexicon

/// A table of facts: tab-separated rows under a header that names the columns, with `#` comments above it.
///
/// Needed columns are `indicator`, `value`, `period` and `kind`; known ones besides are `place`, `aspect`, `comparator`, `high`,
/// `unit`, `sector`, `source`, `reference` and `note`, in any order. Comment lines `# title: …` and `# year: …` describe the
/// table. A broken row is reported with its line, and the rest loads.
public enum FactTable {
    /// Whether the text is a table of facts: its first line that is no comment names `indicator` and `period`.
    public static func isTable(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while at < bytes.count {
            var end = at, hasTab = false
            while end < bytes.count, bytes[end] != newline {
                hasTab = hasTab || bytes[end] == tab
                end += 1
            }
            let line = bytes[at..<end]
            at = end + 1
            if line.isEmpty || isComment(line) { continue }
            guard hasTab else { return false }
            let names = line.split(separator: tab).map { text($0) }
            return names.contains("indicator") && names.contains("period")
        }
        return false
    }

    public static func read(_ bytes: [UInt8], name: String, path: String, lexicon: Lexicon) -> (reading: Reading, problems: [FileFailure]) {
        var reading = Reading(name: name, path: path, text: bytes, masthead: Masthead(title: name))
        var problems: [FileFailure] = []
        var columns: [String: Int] = [:]
        var number = 0, at = 0
        let indicators = IndicatorNames(lexicon)
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] != newline { end += 1 }
            number += 1
            var line = bytes[at..<end]
            if line.last == carriageReturn { line = line.dropLast() }
            if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            let span = ByteSpan(line.startIndex, line.endIndex)
            at = end + 1
            if line.isEmpty { continue }
            if isComment(line) {
                describe(text(line.dropFirst()), &reading.masthead)
                continue
            }
            let cells = line.split(separator: tab, omittingEmptySubsequences: false).map { text($0) }
            if columns.isEmpty {
                for (i, name) in cells.enumerated() { columns[name] = i }
                for needed in ["indicator", "value", "period", "kind"] where columns[needed] == nil {
                    problems.append(FileFailure(path: "\(path):\(number)", reason: Message("the header names no column “\(needed)”", "表头没有“\(needed)”列")))
                    return (reading, problems)
                }
                continue
            }
            do throws(RowFault) {
                let figure = try figure(cells, columns, span, sentence: reading.sentences.count, indicators)
                reading.figures.append(figure)
                reading.sentences.append(span)
            } catch {
                problems.append(FileFailure(path: "\(path):\(number)", reason: error.message))
            }
        }
        return (reading, problems)
    }

    private struct RowFault: Error { var message: Message }

    private static func figure(
        _ cells: [String], _ columns: [String: Int], _ span: ByteSpan, sentence: Int, _ indicators: IndicatorNames
    ) throws(RowFault) -> Figure {
        func cell(_ name: String) -> String? {
            guard let i = columns[name], i < cells.count, !cells[i].isEmpty else { return nil }
            return cells[i]
        }
        func number(_ name: String) throws(RowFault) -> DecimalNumber? {
            guard let text = cell(name) else { return nil }
            guard let value = DecimalNumber(text) else { throw RowFault(message: Message("“\(text)” in column \(name) is no number", "\(name)列的“\(text)”不是数")) }
            return value
        }
        func code<Code: RawRepresentable & CaseIterable>(_ name: String, _ other: Code) throws(RowFault) -> Code where Code.RawValue == String {
            guard let text = cell(name) else { return other }
            guard let value = Code(rawValue: text) else {
                let known = Code.allCases.map(\.rawValue).joined(separator: " ")
                throw RowFault(message: Message("“\(text)” in column \(name): expected one of \(known)", "\(name)列的“\(text)”：应为\(known)之一"))
            }
            return value
        }
        guard let indicator = cell("indicator") else { throw RowFault(message: Message("column indicator is empty", "indicator列是空的")) }
        let comparator = try code("comparator", Comparator.equal)
        let value = try number("value")
        guard value != nil || comparator == .sync || comparator == .outpace else { throw RowFault(message: Message("column value is empty", "value列是空的")) }
        var period: Period?
        if let text = cell("period") {
            guard let known = Period(text) else { throw RowFault(message: Message("“\(text)” in column period: expected 2026 or 2026/2030", "period列的“\(text)”：应为2026或2026/2030")) }
            period = known
        }
        guard cell("kind") != nil else { throw RowFault(message: Message("column kind is empty: expected target, actual or estimate", "kind列是空的：应为target、actual或estimate")) }
        let entry = indicators.index(of: SourceText.fold(indicator)).map { indicators.entries[$0] }
        // The lexicon's finer sector, where the table names the one above it.
        var sector = cell("sector").map { Sector($0) } ?? entry?.sector ?? Sector("economy")
        if let finer = entry?.sector, finer.top == sector { sector = finer }
        return Figure(
            span: span, indicator: indicator, canonical: entry?.name ?? indicator, aspect: try code("aspect", Aspect.level),
            comparator: comparator, value: value, high: try number("high"), unit: cell("unit"), reference: cell("reference"),
            period: period, kind: try code("kind", FigureKind.actual), sector: sector,
            moreSectors: (entry?.moreSectors ?? []).filter { $0.top != sector.top },
            sentence: sentence, place: cell("place"), source: cell("source"), note: cell("note"))
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

    private static let tab = UInt8(ascii: "\t"), newline = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.isEmpty || line.first == UInt8(ascii: "#") || line.first == carriageReturn
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        var copy = Array(bytes)
        if copy.last == carriageReturn { copy.removeLast() }
        if copy.starts(with: [0xEF, 0xBB, 0xBF]) { copy.removeFirst(3) }
        return String(decoding: copy, as: UTF8.self)
    }
}
