/// PDF with a text layer, read by `pdftotext` of poppler: lines that the page broke are joined into paragraphs; page numbers and
/// running heads are dropped.
enum PDFFormat: InputFormat {
    static let name = "PDF"

    /// The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.mentions("%PDF-", within: 0..<1024) }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        let arguments = ["-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"]
        let (status, output, errors): (Int, [UInt8], [UInt8])
        let pages: PDFPages
        do throws(ForeignCode.Failure) {
            (status, output, errors) = try ForeignCode.run("pdftotext", arguments, input: bytes)
            // Control characters are no XML; a failed run prints none.
            pages = status == 0 ? PDFPages(try Markup(output.map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }, isHTML: false)) : PDFPages()
        } catch {
            throw Unreadable(error, kind: "a PDF", needs: "pdftotext of poppler-utils")
        }
        if status == 3 { throw Unreadable("is a PDF that forbids copying its text") }
        guard status == 0 else {
            let locked = errors.mentions("password") || bytes.mentions("/Encrypt")
            throw Unreadable(locked ? "is an encrypted PDF; save it without its password" : "is a PDF, and damaged")
        }
        guard !pages.lines.isEmpty else {
            throw Unreadable("is a PDF without text: \(pages.count) pages of pictures; recognise their text (OCR) first")
        }
        return pages.text
    }
}

/// The lines of a PDF's pages with where they stand, in points from the upper left corner.
private struct PDFPages {
    struct Line {
        var text: [UInt8]
        var left: Double, top: Double, right: Double, bottom: Double
        var page: Int
        /// In the upper or lower tenth of the page, where heads and numbers stand.
        var isMarginal: Bool
        var height: Double { bottom - top }
    }

    private(set) var lines: [Line] = []
    private(set) var count = 0

    init() {}

    init(_ layout: Markup) {
        let nodes = layout.nodes
        var pageHeight = 0.0
        for i in nodes.indices {
            let node = nodes[i]
            func number(_ name: String) -> Double { node.attribute(name).flatMap { Double($0) } ?? 0 }
            if node.name == "page" {
                count += 1
                pageHeight = number("height")
            } else if node.name == "line" {
                let top = number("yMin"), bottom = number("yMax")
                let line = Line(
                    text: Self.words(layout, i), left: number("xMin"), top: top, right: number("xMax"), bottom: bottom, page: count,
                    isMarginal: bottom < pageHeight * 0.1 || top > pageHeight * 0.9)
                if !line.text.isEmpty { lines.append(line) }
            }
        }
    }

    /// Words of a line; a gap between them stays as one space.
    private static func words(_ layout: Markup, _ line: Int) -> [UInt8] {
        var text: [UInt8] = []
        for i in layout.children(of: line) where layout.nodes[i].name == "word" {
            let word = layout.text(of: i)
            if !text.isEmpty, !word.isEmpty { text.append(0x20) }
            text += word
        }
        return text
    }

    var text: [UInt8] {
        var found = Paragraphs(), paragraph: [UInt8] = []
        let heads = runningHeads
        let kept = lines.filter { !($0.isMarginal && (Self.isPageNumber($0.text) || heads.contains(Self.withoutDigits($0.text)))) }
        let edges = Dictionary(grouping: kept, by: \.page).mapValues { lines in
            (left: lines.map(\.left).min() ?? 0, right: lines.map(\.right).max() ?? 0)
        }
        var last: Line?
        for line in kept {
            if let last, !continues(last, line, edges[last.page]?.right ?? 0, edges[line.page]?.left ?? 0) {
                found.add(paragraph)
                paragraph = []
            } else if let a = paragraph.last, let b = line.text.first, a < 0x80, b < 0x80, Self.isLetter(a), Self.isLetter(b) {
                paragraph.append(0x20)
            }
            paragraph += line.text
            last = line
        }
        found.add(paragraph)
        return found.finished
    }

    /// Whether `next` goes on with the paragraph of `line`: `line` reaches the right edge, `next` is not indented, of the same
    /// size and, on the same page, not far below.
    private func continues(_ line: Line, _ next: Line, _ right: Double, _ left: Double) -> Bool {
        let em = max(line.height, 1)
        return line.right > right - 2 * em && next.left < left + em && abs(line.height - next.height) < em * 0.2
            && (line.page != next.page || next.top - line.bottom < 2 * em)
    }

    /// Marginal lines that three pages or more have, but for their numbers.
    private var runningHeads: Set<[UInt8]> {
        var seen: [[UInt8]: Set<Int>] = [:]
        for line in lines where line.isMarginal { seen[Self.withoutDigits(line.text), default: []].insert(line.page) }
        return Set(seen.filter { $0.value.count >= 3 }.keys)
    }

    private static func withoutDigits(_ text: [UInt8]) -> [UInt8] { text.filter { $0 < 0x30 || $0 > 0x39 } }

    /// 12, — 12 —, 第 12 页 共 30 页, 12/30.
    private static func isPageNumber(_ text: [UInt8]) -> Bool {
        let units = SourceText.fold(String(decoding: text, as: UTF8.self))
        return units.contains(where: Unit.isDigit) && units.allSatisfy { Unit.isDigit($0) || pageWords.contains($0) }
    }

    private static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A }

    private static let pageWords = Set("-/第页共·|,".utf16)
}
