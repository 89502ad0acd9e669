/// Word documents (Office Open XML, ECMA-376): paragraphs with their automatic numbers, headings, tables and text boxes of the main
/// text, tracked changes as accepted. Deleted and hidden text, codes of fields, tables of contents, notes and headers are left out.
enum DOCXFormat: InputFormat {
    static let name = "DOCX"
    private static let part = "word/document.xml"

    /// Names of members stand uncompressed in a ZIP.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.holds("PK\u{3}\u{4}") && bytes.mentions(part) }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        do throws(ForeignCode.Failure) {
            let document = try Markup(try ForeignCode.zipMember(part, of: bytes), isHTML: false)
            func member(_ name: String) -> Markup? {
                guard bytes.mentions(name), let member = try? ForeignCode.zipMember(name, of: bytes) else { return nil }
                return try? Markup(member, isHTML: false)
            }
            let styles = member("word/styles.xml").map { DOCXStyles($0) } ?? DOCXStyles()
            var reader = DOCXReader(document, styles, member("word/numbering.xml").map { DOCXNumbering($0) } ?? DOCXNumbering())
            return reader.text()
        } catch {
            throw Unreadable(error, kind: Message("a Word document", "Word文档"), needs: "libarchive and libxml2")
        }
    }
}

/// What the styles of a document say of its paragraphs.
private struct DOCXStyles {
    /// Depths of headings as Markdown counts them: by their outline level, or their built-in name `heading 2`.
    var headings: [String: Int] = [:]
    var lists: [String: DOCXNumbering.Place] = [:]
    /// Of the lines of a table of contents.
    var contents: Set<String> = []
    private var bases: [String: String] = [:]

    init() {}

    init(_ markup: Markup) {
        var style = ""
        for node in markup.nodes {
            switch node.name {
            case "style": style = node.attribute("styleId") ?? ""
            case "basedOn": bases[style] = node.attribute("val")
            case "name":
                guard let name = node.attribute("val")?.lowercased() else { break }
                if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...5).contains(level) { headings[style] = level + 1 }
                if name.hasPrefix("toc ") { contents.insert(style) }
            case "outlineLvl":
                if let level = node.attribute("val").flatMap({ Int($0) }), level < 5 { headings[style] = level + 2 }
            case "numId" where markup.nodes[node.parent].name == "numPr": lists[style, default: .init()].list = node.attribute("val")
            case "ilvl" where markup.nodes[node.parent].name == "numPr":
                lists[style, default: .init()].depth = node.attribute("val").flatMap { Int($0) }
            default: break
            }
        }
    }

    /// The list of a style or of the one that it is based on.
    func list(_ style: String?) -> DOCXNumbering.Place? {
        var style = style
        for _ in 0..<10 {
            guard let name = style else { return nil }
            if let list = lists[name] { return list }
            style = bases[name]
        }
        return nil
    }
}

private struct DOCXReader {
    private let document: Markup
    private let styles: DOCXStyles
    private var numbering: DOCXNumbering
    /// Of paragraphs whose mark is deleted: they go on with the next one.
    private var carried: [UInt8] = []

    init(_ document: Markup, _ styles: DOCXStyles, _ numbering: DOCXNumbering) {
        self.document = document
        self.styles = styles
        self.numbering = numbering
    }

    mutating func text() -> [UInt8] {
        var found = Paragraphs()
        var row = ParagraphText(), rowEnd = 0
        let nodes = document.nodes
        var i = 0
        while i < nodes.count {
            if i >= rowEnd, rowEnd > 0 {
                found.add(row.finished)
                (row, rowEnd) = (ParagraphText(), 0)
            }
            let node = nodes[i]
            switch node.name {
            case "del", "moveFrom", "Fallback", "sectPr", "pPrChange":
                i = node.end
                continue
            case "sdt" where isContents(i):
                i = node.end
                continue
            case "tr" where isDeleted(row: i):
                i = node.end
                continue
            case "tr" where rowEnd == 0: rowEnd = node.end
            case "tc" where rowEnd > 0: row.addCell()
            case "p":
                let (lines, heading) = paragraph(i)
                if rowEnd > 0 {
                    for line in lines { row.add(line + [0x20]) }
                } else {
                    for line in lines { found.add(line, heading: heading) }
                }
            default: break
            }
            i += 1
        }
        if rowEnd > 0 { found.add(row.finished) }
        found.add(carried)
        return found.finished
    }

    /// The lines of paragraph `p` (a break within it begins a new one) and its depth as a heading. Paragraphs of a text box
    /// inside it come for themselves.
    private mutating func paragraph(_ p: Int) -> (lines: [[UInt8]], heading: Int?) {
        let nodes = document.nodes
        var lines: [[UInt8]] = [], line = ParagraphText(), heading: Int?, style: String?
        var place = DOCXNumbering.Place(), isJoined = false
        line.add(carried)
        var i = p + 1
        while i < nodes[p].end {
            let node = nodes[i]
            let parent = nodes[node.parent].name
            switch node.name {
            case "del" where parent == "rPr":
                isJoined = nodes[nodes[node.parent].parent].name == "pPr"
                i = node.end
                continue
            case "del", "moveFrom", "Fallback", "txbxContent", "rt", "pPrChange", "rPrChange", "numberingChange":
                i = node.end
                continue
            case "r" where isHidden(i):
                i = node.end
                continue
            case "pStyle":
                style = node.attribute("val")
                heading = style.flatMap { styles.headings[$0] } ?? heading
            case "outlineLvl": heading = node.attribute("val").flatMap { Int($0) }.flatMap { $0 < 5 ? $0 + 2 : nil } ?? heading
            case "numId" where parent == "numPr": place.list = node.attribute("val")
            case "ilvl" where parent == "numPr": place.depth = node.attribute("val").flatMap { Int($0) }
            case "tab" where parent == "r": line.add([0x20])
            case "br", "cr":
                lines.append(line.finished)
                line = ParagraphText()
            case "noBreakHyphen": line.add([0x2D])
            case "" where parent == "t": line.add(node.text)
            default: break
            }
            i += 1
        }
        if let style, styles.contents.contains(style) { return ([], nil) }
        lines.append(line.finished)
        carried = isJoined ? lines.removeLast() : []
        if !isJoined {
            let inherited = styles.list(style)
            place.list = place.list ?? inherited?.list
            place.depth = place.depth ?? inherited?.depth
            if let number = numbering.next(place, style: style), let first = lines.firstIndex(where: { !$0.isEmpty }) {
                lines[first] = Array(number.utf8) + lines[first]
            }
        }
        return (lines, heading)
    }

    /// `<w:vanish/>` of a run.
    private func isHidden(_ run: Int) -> Bool {
        let properties = document.children(of: run).first { document.nodes[$0].name == "rPr" }
        guard let properties, let vanish = document.children(of: properties).first(where: { document.nodes[$0].name == "vanish" }) else {
            return false
        }
        let value = document.nodes[vanish].attribute("val")
        return value != "0" && value != "false"
    }

    private func isDeleted(row: Int) -> Bool {
        guard let properties = document.children(of: row).first(where: { document.nodes[$0].name == "trPr" }) else { return false }
        return document.children(of: properties).contains { document.nodes[$0].name == "del" }
    }

    private func isContents(_ block: Int) -> Bool {
        guard let properties = document.children(of: block).first(where: { document.nodes[$0].name == "sdtPr" }) else { return false }
        return document.nodes[properties..<document.nodes[properties].end].contains {
            $0.name == "docPartGallery" && $0.attribute("val") == "Table of Contents"
        }
    }
}
