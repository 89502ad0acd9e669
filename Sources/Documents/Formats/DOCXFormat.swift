/// Word documents (Office Open XML, ECMA-376): paragraphs, headings and tables of the main text. Deleted text, codes of fields,
/// notes and headers are left out.
enum DOCXFormat: InputFormat {
    static let name = "DOCX"
    private static let part = "word/document.xml"

    /// Names of members stand uncompressed in a ZIP.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.holds("PK\u{3}\u{4}") && bytes.mentions(part) }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        do throws(ForeignCode.Failure) {
            let document = try Markup(try ForeignCode.zipMember(part, of: bytes), isHTML: false)
            let styles = (try? ForeignCode.zipMember("word/styles.xml", of: bytes)).flatMap { try? Markup($0, isHTML: false) }
            return text(document, headings: styles.map(headingStyles) ?? [:])
        } catch {
            throw Unreadable(error, kind: Message("a Word document", "Word文档"), needs: "libarchive and libxml2")
        }
    }

    private static func text(_ document: Markup, headings: [String: Int]) -> [UInt8] {
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
            case "del", "moveFrom", "Fallback", "sectPr":
                i = node.end
                continue
            case "tr" where rowEnd == 0: rowEnd = node.end
            case "tc" where rowEnd > 0: row.addCell()
            case "p":
                let (lines, heading) = paragraph(document, i, headings)
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
        return found.finished
    }

    /// The lines of paragraph `p` (a break within it begins a new one) and its depth as a heading. Paragraphs of a text box
    /// inside it come for themselves.
    private static func paragraph(_ document: Markup, _ p: Int, _ headings: [String: Int]) -> (lines: [[UInt8]], heading: Int?) {
        let nodes = document.nodes
        var lines: [[UInt8]] = [], line = ParagraphText(), heading: Int?
        var i = p + 1
        while i < nodes[p].end {
            let node = nodes[i]
            switch node.name {
            case "del", "moveFrom", "Fallback", "txbxContent", "rt":
                i = node.end
                continue
            case "pStyle": heading = node.attribute("val").flatMap { headings[$0] } ?? heading
            case "outlineLvl": heading = node.attribute("val").flatMap { Int($0) }.flatMap { $0 < 5 ? $0 + 2 : nil } ?? heading
            case "tab" where nodes[node.parent].name == "r": line.add([0x20])
            case "br", "cr":
                lines.append(line.finished)
                line = ParagraphText()
            case "noBreakHyphen": line.add([0x2D])
            case "" where nodes[node.parent].name == "t": line.add(node.text)
            default: break
            }
            i += 1
        }
        lines.append(line.finished)
        return (lines, heading)
    }

    /// Depths of the heading styles by their ids: by their outline level, or their built-in name `heading 2`.
    private static func headingStyles(_ styles: Markup) -> [String: Int] {
        var found: [String: Int] = [:], style: String?
        for node in styles.nodes {
            switch node.name {
            case "style": style = node.attribute("styleId")
            case "name":
                if let style, let name = node.attribute("val")?.lowercased(), name.hasPrefix("heading "), let level = Int(name.dropFirst(8)),
                   (1...5).contains(level) { found[style] = level + 1 }
            case "outlineLvl":
                if let style, let level = node.attribute("val").flatMap({ Int($0) }), level < 5 { found[style] = level + 2 }
            default: break
            }
        }
        return found
    }
}
