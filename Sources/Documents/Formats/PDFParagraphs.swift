/// Joins the lines of a PDF into paragraphs.
///
/// A line goes on with the paragraph above it when the page, not the writer, broke there: it is of the same size, not indented, and
/// the line above runs up to the measure, leaves no room for the next word, or stops where no sentence can end.
struct PDFParagraphs {
    private typealias Line = PDFLayout.Line

    /// Where the text of a column begins and ends; pages on the left and on the right may differ.
    private struct Column: Hashable {
        var column: Int
        var isOdd: Bool
        init(_ line: PDFLayout.Line) { (column, isOdd) = (line.column, line.page % 2 == 1) }
    }

    private let lines: [Line]
    private let edges: [Column: (left: Double, right: Double)]
    /// Height of the letters of running text.
    private let size: Double
    /// From one of its lines to the next.
    private let pitch: Double
    /// Whether paragraphs begin with an indent.
    private let indents: Bool

    init(_ layout: PDFLayout) {
        let body = Self.bodySize(layout.lines)
        let kept = PDFMargins(layout.lines, bodySize: body).text
        let running = kept.filter { abs($0.size - body) < body * 0.15 && !$0.isRow }
        let edges = Dictionary(grouping: running, by: Column.init).mapValues { lines in
            let left = lines.map(\.left).sorted(), right = lines.map(\.right).sorted()
            return (left: left[left.count / 20], right: right[right.count - 1 - right.count / 20])
        }
        let gaps = zip(running, running.dropFirst()).filter { $0.page == $1.page && $1.bottom > $0.bottom }.map { $1.bottom - $0.bottom }
            .sorted()
        let indented = running.count { line in
            let indent = line.left - (edges[Column(line)]?.left ?? 0)
            return indent > body * 1.2 && indent < body * 3.5
        }
        (lines, size, pitch) = (kept, body, gaps.isEmpty ? body * 2 : gaps[gaps.count / 2])
        indents = indented >= max(2, running.count / 40)
        self.edges = edges
    }

    private static func bodySize(_ lines: [Line]) -> Double {
        var letters: [Int: Int] = [:]
        for line in lines where !line.isRow { letters[Int((line.size * 4).rounded()), default: 0] += line.text.count }
        return letters.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { Double($0.key) / 4 } ?? 1
    }

    var text: [UInt8] {
        var found = Paragraphs(), paragraph: [Line] = []
        func close() { found.add(paragraph.reduce(into: []) { Self.join(&$0, $1.text) }) }
        for line in lines {
            if let last = paragraph.last, !goesOn(last, line, isFirst: paragraph.count == 1) {
                close()
                paragraph = []
            }
            paragraph.append(line)
        }
        close()
        return found.finished
    }

    /// Letters of two lines are parted by a space, a hyphen between them goes; Chinese lines follow without one.
    private static func join(_ text: inout [UInt8], _ next: [UInt8]) {
        if let a = text.last, let b = next.first, isLetter(b) {
            if isLetter(a) {
                text.append(0x20)
            } else if a == UInt8(ascii: "-"), text.dropLast().last.map(isLetter) == true {
                text.removeLast()
            }
        }
        text += next
    }

    /// Whether `next` goes on with the paragraph whose last line is `line`; `isFirst` where that is its only one so far.
    private func goesOn(_ line: Line, _ next: Line, isFirst: Bool) -> Bool {
        if line.isRow || next.isRow || abs(line.size - next.size) > size * 0.2 { return false }
        let a = line.folded, b = next.folded
        guard let last = a.last, let first = b.first else { return false }
        let edge = edges[Column(line)] ?? (line.left, line.right), nextEdge = edges[Column(next)] ?? (next.left, next.right)
        let isHead = isFirst && isNumbered(a)
        let short = edge.right - line.right
        if Self.closers.contains(first) || Self.openers.contains(last) { return true }
        let centred = isCentred(line, edge), nextCentred = isCentred(next, nextEdge)
        if line.page == next.page, next.bottom > line.bottom {
            if next.bottom - line.bottom > pitch + size * 0.4 { return false }
            if centred, nextCentred, line.size > size * 1.1 { return !Self.stops.contains(last) }
        }
        if nextCentred || centred && isFirst { return false }
        let stopped = Self.stops.contains(last) || Unit.closeQuote == last && a.dropLast().last.map(Self.stops.contains) == true
        if next.left - nextEdge.left > size * 1.2 {
            // A whole block may be indented.
            let aligned = line.column == next.column && abs(line.left - edge.left - (next.left - nextEdge.left)) < size * 0.5
            return aligned && !stopped && !isHead && (!isFirst || !indents) && short < size * 1.5
        }
        if isNumbered(b), stopped || short > size * 1.5 { return false }
        let measure = max(edge.right - edge.left, 1)
        // Without indents, a short line without a stop behind one with it is a heading.
        let nextIsHead = !indents && nextEdge.right - next.right > measure * 0.25 && !(b.last.map(Self.stops.contains) ?? false)
        if stopped { return short < (indents ? measure * 0.35 : size) && !nextIsHead }
        if isHead { return short < size * 1.5 }
        // The next word found no room.
        if short < firstWordWidth(next, b) + size * 0.5 { return true }
        if !isFirst || indents && line.left - edge.left > size * 1.2 { return true }
        return short < measure * 0.25
    }

    private func isCentred(_ line: Line, _ edge: (left: Double, right: Double)) -> Bool {
        abs(line.left + line.right - edge.left - edge.right) < size * 2 && line.left - edge.left > size * 3.5
    }

    /// 一、 （一） 第一， 1. 1、: the beginning of a heading.
    private func isNumbered(_ units: [UInt16]) -> Bool {
        let head = units.prefix(7)
        guard let end = head.firstIndex(where: { Self.markEnds.contains($0) }), end > 0 else { return false }
        let number = head[..<end].drop { $0 == Unit.openParenthesis || $0 == Self.ordinal }
        if number.isEmpty || !number.allSatisfy({ Self.numerals.contains($0) || Unit.isDigit($0) }) { return false }
        // 3.5 is no heading.
        return !(head[end] == Self.point && end + 1 < units.count && Unit.isDigit(units[end + 1]))
    }

    /// The room that the first word of a line takes: one Chinese character or a run of letters and digits, with what may not
    /// stand at the beginning of a line.
    private func firstWordWidth(_ line: Line, _ units: [UInt16]) -> Double {
        func width(_ u: UInt16) -> Double { u < 0x80 ? 0.5 : 1 }
        let whole = units.reduce(0) { $0 + width($1) }
        var end = 1
        if units[0] < 0x80 { while end < units.count, units[end] < 0x80 { end += 1 } }
        while end < units.count, Self.closers.contains(units[end]) || units[end] == 0x25 { end += 1 }
        return units[..<end].reduce(0) { $0 + width($1) } / max(whole, 1) * (line.right - line.left)
    }

    static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A }
    static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

    private static let stops = Set("。！？；：!?;:".utf16)
    private static let openers = Set(",，、（(《“[".utf16)
    private static let closers = Set(",，。、；;）)》”]%".utf16)
    private static let numerals = Set("一二三四五六七八九十".utf16)
    private static let markEnds = Set("、.)章节部:,".utf16)
    private static let point: UInt16 = ".", ordinal: UInt16 = "第"
}

/// Tells the text of pages from what is printed around it.
struct PDFMargins {
    private let lines: [PDFLayout.Line]
    private let bodySize: Double
    /// Indices of the lines of each page.
    private let pages: [Int: [Int]]

    init(_ lines: [PDFLayout.Line], bodySize: Double) {
        self.lines = lines
        self.bodySize = bodySize
        pages = Dictionary(grouping: lines.indices) { lines[$0].page }
    }

    /// The lines without running heads, page numbers and entries of a table of contents.
    var text: [PDFLayout.Line] {
        let edges = lines.indices.filter(isAtEdge)
        // A head is on two pages or more but for its number, at the same height.
        var places: [Head: Set<Int>] = [:]
        for i in edges { places[Head(lines[i]), default: []].insert(lines[i].page) }
        var dropped = Set<Int>()
        for i in edges where Self.isPageNumber(lines[i].folded) || (places[Head(lines[i])]?.count ?? 0) > 1 || standsApart(i) {
            dropped.insert(i)
        }
        return lines.indices.filter { !dropped.contains($0) && !Self.isContentsEntry(lines[$0].folded) }.map { lines[$0] }
    }

    private struct Head: Hashable {
        var text: [UInt16]
        var isTop: Bool
        init(_ line: PDFLayout.Line) {
            text = line.folded.filter { !Unit.isDigit($0) }
            isTop = line.place < 0.5
        }
    }

    /// Among the two outermost lines in the upper or lower eighth of a page.
    private func isAtEdge(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.place < 0.125 || line.place > 0.875 else { return false }
        let outer = (pages[line.page] ?? []).count { k in
            line.place < 0.5 ? lines[k].bottom <= line.top : lines[k].top >= line.bottom
        }
        return outer < 2
    }

    /// In smaller letters than the text and far from it: the head of a left or right page.
    private func standsApart(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.size < bodySize * 0.9, line.text.count < 90 else { return false }
        let page = (pages[line.page] ?? []).filter { $0 != i }
        let gap = line.place < 0.5
            ? page.map { lines[$0].top - line.bottom }.filter { $0 >= 0 }.min()
            : page.map { line.top - lines[$0].bottom }.filter { $0 >= 0 }.min()
        return (gap ?? 0) > bodySize * 1.5
    }

    /// 12, — 12 —, 第 12 页 共 30 页, 12/30, Page 3 of 12, iv.
    private static func isPageNumber(_ units: [UInt16]) -> Bool {
        let words = String(decoding: units, as: UTF16.self).lowercased()
        if words.count <= 5, !words.isEmpty, words.allSatisfy({ "ivx".contains($0) }) { return true }
        let rest = words.split(whereSeparator: { !$0.isLetter || $0 > "z" }).filter { $0 != "page" && $0 != "of" && $0 != "p" }
        return rest.isEmpty && units.contains(where: Unit.isDigit)
            && units.allSatisfy { Unit.isDigit($0) || Unit.isLatin($0) || pageWords.contains($0) }
    }

    /// 一、…………3: leads to a page.
    private static func isContentsEntry(_ units: [UInt16]) -> Bool {
        let body = units.reversed().drop { Unit.isDigit($0) || $0 == Unit.openParenthesis || $0 == Unit.closeParenthesis }
        let leader = body.prefix { leaders.contains($0) }
        return body.count < units.count && leader.count >= 3
    }

    private static let pageWords = Set("-/第页共·|,. \u{2014}".utf16)
    private static let leaders = Set(".…·\u{22EF}-\u{2026}".utf16)
}
