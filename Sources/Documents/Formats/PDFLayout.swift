/// The lines of a PDF's pages and where they stand, in points from the upper left corner: the `-bbox-layout` of pdftotext.
struct PDFLayout {
    struct Line {
        var text: [UInt8]
        var left: Double, top: Double, right: Double, bottom: Double
        /// From 1.
        var page: Int
        /// 0 where the page has one column; 1 and 2 are the left and the right one.
        var column = 0
        /// The height of most of its letters.
        var size: Double
        /// How many wide gaps part it, as between the cells of a table.
        var gaps = 0
        /// A row of a table.
        var isRow: Bool { gaps > 0 }
        /// Where its middle stands on the page, from 0 at the top to 1.
        var place: Double

        var folded: [UInt16] { SourceText.fold(String(decoding: text, as: UTF8.self)) }
    }

    private struct Word {
        var text: [UInt8]
        var left: Double, top: Double, right: Double, bottom: Double
        var height: Double { bottom - top }
    }

    /// In reading order, page by page.
    private(set) var lines: [Line] = []
    private(set) var pageCount = 0
    private(set) var pagesWithText = 0

    init() {}

    init(_ layout: Markup) {
        for i in layout.nodes.indices where layout.nodes[i].name == "page" {
            pageCount += 1
            let runs = Self.runs(layout, in: i)
            if runs.isEmpty { continue }
            pagesWithText += 1
            let height = Self.number(layout.nodes[i], "height"), width = Self.number(layout.nodes[i], "width")
            for (column, words) in Self.regions(runs, width: width) {
                lines += Self.withoutLoneGaps(Self.rows(words).map { line($0, column: column, pageHeight: height) })
            }
        }
    }

    /// What pdftotext takes for lines, each as its words; in a table every cell is one.
    private static func runs(_ layout: Markup, in page: Int) -> [[Word]] {
        var found: [[Word]] = []
        for i in page..<layout.nodes[page].end {
            let node = layout.nodes[i]
            if node.name == "line" { found.append([]) }
            guard node.name == "word", !found.isEmpty else { continue }
            let word = Word(
                text: layout.text(of: i), left: number(node, "xMin"), top: number(node, "yMin"), right: number(node, "xMax"),
                bottom: number(node, "yMax"))
            if !word.text.isEmpty, word.height > 0 { found[found.count - 1].append(word) }
        }
        return found.filter { !$0.isEmpty }
    }

    private static func number(_ node: Markup.Node, _ name: String) -> Double { node.attribute(name).flatMap { Double($0) } ?? 0 }

    // MARK: - Columns

    /// The page in reading order: as a whole, or, where it is set in two columns, parted by the lines that run across both.
    private static func regions(_ runs: [[Word]], width: Double) -> [(column: Int, words: [Word])] {
        guard let gutter = gutter(runs, width: width) else { return [(0, runs.flatMap { $0 })] }
        func crosses(_ run: [Word]) -> Bool { (run.first?.left ?? 0) < gutter && (run.last?.right ?? 0) > gutter }
        var found: [(column: Int, words: [Word])] = []
        let across = rows(runs.filter(crosses).flatMap { $0 })
        var top = -Double.infinity
        for row in across + [[]] {
            let limit = row.map(\.top).min() ?? .infinity
            let band = runs.filter { !crosses($0) && $0[0].top >= top && $0[0].top < limit }
            found.append((1, band.filter { $0[0].left < gutter }.flatMap { $0 }))
            found.append((2, band.filter { $0[0].left >= gutter }.flatMap { $0 }))
            found.append((0, row))
            top = limit
        }
        return found.filter { !$0.words.isEmpty }
    }

    /// The middle of the gap between two columns of running text: hardly any line crosses it, and on both sides lines run up to it.
    private static func gutter(_ runs: [[Word]], width: Double) -> Double? {
        let lines: [(left: Double, right: Double)] = runs.compactMap { run in
            let left = run.map(\.left).min() ?? 0, right = run.map(\.right).max() ?? 0
            // A page number stands wherever it likes.
            return right - left > run[0].height * 4 ? (left, right) : nil
        }
        guard lines.count >= 10 else { return nil }
        let places = (0...24).map { width * (0.44 + 0.005 * Double($0)) }
        let crossings = places.map { x in lines.count { $0.left < x && $0.right > x } }
        let least = crossings.min() ?? 0
        let free = places.indices.filter { crossings[$0] == least }
        guard least <= 2 + lines.count / 12, !free.isEmpty else { return nil }
        let x = places[free[free.count / 2]]
        let sides = [lines.filter { $0.right <= x }, lines.filter { $0.left >= x }]
        let full = sides.map { side in
            let measure = (side.map(\.right).max() ?? 0) - (side.map(\.left).min() ?? 0)
            return measure > width * 0.2 ? side.count { $0.right - $0.left > measure * 0.85 } : 0
        }
        return sides.allSatisfy { $0.count >= 5 } && (full[0] + full[1]) * 2 >= sides[0].count + sides[1].count ? x : nil
    }

    // MARK: - Lines

    /// Words that stand at one height, from left to right.
    private static func rows(_ words: [Word]) -> [[Word]] {
        var rows: [[Word]] = [], top = 0.0, bottom = 0.0
        for word in words.sorted(by: { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }) {
            let overlap = min(bottom, word.bottom) - max(top, word.top)
            if !rows.isEmpty, overlap > 0.5 * min(bottom - top, word.height) {
                rows[rows.count - 1].append(word)
                (top, bottom) = (min(top, word.top), max(bottom, word.bottom))
            } else {
                rows.append([word])
                (top, bottom) = (word.top, word.bottom)
            }
        }
        return rows.map { $0.sorted { $0.left < $1.left } }
    }

    /// One gap in a line between lines without any is no table: a sign without a letter in the font, a blank to fill in.
    private static func withoutLoneGaps(_ lines: [Line]) -> [Line] {
        var lines = lines
        let gaps = lines.map(\.gaps)
        for i in lines.indices where gaps[i] == 1 {
            let besides = (i > 0 ? gaps[i - 1] : 0) + (i + 1 < gaps.count ? gaps[i + 1] : 0)
            guard besides == 0, let at = lines[i].text.indices.first(where: { lines[i].text[$0...].starts(with: Paragraphs.cellMark) })
            else { continue }
            lines[i].text.replaceSubrange(at..<at + Paragraphs.cellMark.count, with: [0x20])
            lines[i].gaps = 0
        }
        return lines
    }

    private func line(_ words: [Word], column: Int, pageHeight: Double) -> Line {
        let size = Self.size(words)
        var text: [UInt8] = [], gaps = 0
        for (i, word) in words.enumerated() {
            if i > 0, let last = text.last, let first = word.text.first {
                let gap = word.left - words[i - 1].right
                if gap > 2 * size || gap > 0.6 * size && PDFParagraphs.isDigit(last) && PDFParagraphs.isDigit(first) {
                    text += Paragraphs.cellMark
                    gaps += 1
                } else if PDFParagraphs.isLetter(last), PDFParagraphs.isLetter(first) {
                    text.append(0x20)
                }
            }
            text += word.text
        }
        let top = words.map(\.top).min() ?? 0, bottom = words.map(\.bottom).max() ?? 0
        return Line(
            text: text, left: words.map(\.left).min() ?? 0, top: top, right: words.map(\.right).max() ?? 0, bottom: bottom,
            page: pageCount, column: column, size: size, gaps: gaps,
            place: pageHeight > 0 ? (top + bottom) / 2 / pageHeight : 0.5)
    }

    private static func size(_ words: [Word]) -> Double {
        let sorted = words.sorted { $0.height < $1.height }
        let half = sorted.reduce(0) { $0 + $1.text.count } / 2
        var seen = 0
        for word in sorted {
            seen += word.text.count
            if seen > half { return word.height }
        }
        return sorted.last?.height ?? 1
    }
}
