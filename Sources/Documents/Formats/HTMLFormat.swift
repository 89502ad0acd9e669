/// Web pages as a browser saves them: the main text without navigation, scripts and forms, under the page's title.
///
/// The main text is the innermost element that holds nearly all of the page's punctuation outside links: running text has
/// commas and full stops, navigation has none.
enum HTMLFormat: InputFormat {
    static let name = "HTML"

    static func recognises(_ bytes: [UInt8]) -> Bool {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "<") else { return false }
        return ["<html", "<!doctype html", "<head", "<body", "<meta"].contains {
            bytes.mentions($0, within: at..<at + 2048, ignoringCase: true)
        }
    }

    static func text(of bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
        let utf8 = try TextEncoding.utf8(bytes, declared: declaredEncoding(bytes))
        do throws(ForeignCode.Failure) {
            return MainText(try Markup(utf8, isHTML: true)).text
        } catch {
            throw Unreadable(error, kind: Message("HTML", "HTML"), needs: "libxml2")
        }
    }

    /// `charset=…` of a meta element; the names of GB 2312 and GBK stand for their superset GB 18030, as browsers take them.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) : 0x3F }, as: UTF8.self)
        let parts = head.split(separator: "charset", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let value = parts[1].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        let name = String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        switch name {
        case "": return nil
        case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80": return "GB18030"
        case "big5", "big5-hkscs", "x-x-big5": return "BIG5-HKSCS"
        default: return name
        }
    }
}

/// Finds the text of a page.
private struct MainText {
    private let page: Markup
    /// Whether each node is left out: script, navigation, hidden.
    private var dropped: [Bool]
    /// Punctuation of running text and letters inside and outside links, by node.
    private var marks: [Int], plain: [Int], linked: [Int], links: [Int]

    init(_ page: Markup) {
        self.page = page
        let nodes = page.nodes
        dropped = .init(repeating: false, count: nodes.count)
        marks = .init(repeating: 0, count: nodes.count)
        (plain, linked, links) = (marks, marks, marks)
        var inLink = dropped
        for i in nodes.indices.dropFirst() {
            let node = nodes[i]
            dropped[i] = dropped[node.parent] || Self.unread.contains(node.name) || Self.isHidden(node)
            inLink[i] = inLink[node.parent] || node.name == "a"
            if dropped[i] { continue }
            if node.name == "a" { links[i] = 1 }
            guard node.name.isEmpty else { continue }
            let letters = node.text.count { $0 >= 0xC0 || $0 > 0x20 && $0 < 0x80 }
            if inLink[i] { linked[i] = letters } else {
                plain[i] = letters
                marks[i] = Self.punctuation(node.text)
            }
        }
        for i in nodes.indices.dropFirst().reversed() {
            let parent = nodes[i].parent
            marks[parent] += marks[i]
            plain[parent] += plain[i]
            linked[parent] += linked[i]
            links[parent] += links[i]
        }
        // What calls itself a footer or navigation, unless the text itself is in it.
        for i in nodes.indices where !dropped[i] && Self.isNamedAside(nodes[i]) && marks[i] * 3 < marks[0] {
            let (gone, goneLinked, goneLinks, goneMarks) = (plain[i], linked[i], links[i], marks[i])
            for inner in i..<nodes[i].end { dropped[inner] = true }
            var above = nodes[i].parent
            while true {
                plain[above] -= gone
                linked[above] -= goneLinked
                links[above] -= goneLinks
                marks[above] -= goneMarks
                if above == 0 { break }
                above = nodes[above].parent
            }
        }
    }

    private static func isNamedAside(_ node: Markup.Node) -> Bool {
        guard blocks.contains(node.name), let name = node.attribute("class") ?? node.attribute("id") else { return false }
        return name.lowercased().split { " -_".contains($0) }.contains { asides.contains(String($0)) }
    }

    private static let asides: Set = [
        "footer", "foot", "copyright", "nav", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "share",
        "sidebar",
        "toolbar", "pagination",
    ]

    var text: [UInt8] {
        let main = mainElement
        var paragraphs = Paragraphs()
        var body = bodyParagraphs(of: main).map { (text: PageBars.without($0.text), heading: $0.heading) }.filter { !$0.text.isEmpty }
        if let title = title(before: main).map({ SourceText.fold(String(decoding: $0, as: UTF8.self)) }), !title.isEmpty,
            let start = body.prefix(40).firstIndex(where: { SourceText.fold(String(decoding: $0.text, as: UTF8.self)) == title }),
            body[..<start].allSatisfy({ !PageBars.isProse($0.text) })
        {
            // What stands above the title is the way through the site.
            body.removeFirst(start)
        }
        let opening = SourceText.fold(String(decoding: body.prefix(6).flatMap(\.text), as: UTF8.self))
        if let title = title(before: main), !Self.occurs(SourceText.fold(String(decoding: title, as: UTF8.self)), in: opening) {
            paragraphs.add(title)
        }
        for paragraph in body { paragraphs.add(paragraph.text, heading: paragraph.heading) }
        return paragraphs.finished
    }

    private var mainElement: Int {
        var main = 0
        while true {
            let inner = page.children(of: main).first { !dropped[$0] && marks[$0] * 10 >= marks[0] * 9 && marks[$0] > 0 }
            guard let inner, !Self.isParagraph(page.nodes[inner].name), page.children(of: inner).contains(where: holdsBlocks) else {
                return main
            }
            main = inner
        }
    }

    private func holdsBlocks(_ i: Int) -> Bool {
        (i..<page.nodes[i].end).contains { !dropped[$0] && (Self.blocks.contains(page.nodes[$0].name) || page.nodes[$0].name == "br") }
    }

    /// What the page calls its text: the article's name in its metadata (a standard of Chinese government sites), the last
    /// first-level heading above the text, or the part of the window's title before the site's name.
    private func title(before main: Int) -> [UInt8]? {
        let nodes = page.nodes
        for node in nodes where node.name == "meta" && node.attribute("name")?.lowercased() == "articletitle" {
            if let title = node.attribute("content"), !title.isEmpty { return Array(title.utf8) }
        }
        if let heading = nodes[..<main].lastIndex(where: { $0.name == "h1" }), !dropped[heading], nodes[heading].end <= main {
            return page.text(of: heading)
        }
        if (main..<nodes[main].end).contains(where: { nodes[$0].name == "h1" && !dropped[$0] }) { return nil }
        guard let window = nodes.firstIndex(where: { $0.name == "title" }) else { return nil }
        let whole = String(decoding: page.text(of: window), as: UTF8.self)
        let name = whole.split { "_|".contains($0) }.first.map(String.init) ?? whole
        return Array((name.split(separator: "-").first.map(String.init) ?? name).utf8)
    }

    private func bodyParagraphs(of main: Int) -> [(text: [UInt8], heading: Int?)] {
        let nodes = page.nodes
        var found: [(text: [UInt8], heading: Int?)] = []
        var current = ParagraphText(), heading: Int?
        // Blocks that are open: where they end.
        var ends: [Int] = []
        func close() {
            found.append((current.finished, heading))
            current = ParagraphText()
        }
        var i = main
        while i < nodes[main].end {
            while let end = ends.last, end <= i {
                ends.removeLast()
                close()
                heading = nil
            }
            let node = nodes[i]
            if dropped[i] || i != main && isLinkList(i) {
                i = node.end
                continue
            }
            if node.name.isEmpty {
                current.add(node.text)
            } else if node.name == "br" {
                close()
            } else if node.name == "td" || node.name == "th", isCell(i) {
                current.addCell()
            } else if Self.blocks.contains(node.name), !isInCell(i) {
                close()
                ends.append(node.end)
                heading = Self.headings[node.name]
            } else if Self.blocks.contains(node.name) {
                current.add([0x20])
            }
            i += 1
        }
        close()
        return found.filter { !$0.text.isEmpty }
    }

    /// A table whose cells are short is data; one with long cells lays out the page.
    private func isCell(_ i: Int) -> Bool { plain[i] + linked[i] <= 60 }

    private func isInCell(_ i: Int) -> Bool {
        let parent = page.nodes[i].parent
        return ["td", "th"].contains(page.nodes[parent].name) && isCell(parent)
    }

    /// Several links with little text of their own: related pages, attachments, a path through the site.
    private func isLinkList(_ i: Int) -> Bool {
        Self.blocks.contains(page.nodes[i].name) && links[i] >= 2 && linked[i] > plain[i] * 2 && marks[i] <= links[i]
    }

    private static func occurs(_ word: [UInt16], in text: [UInt16]) -> Bool {
        guard !word.isEmpty, text.count >= word.count else { return word.isEmpty }
        return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
    }

    private static func isHidden(_ node: Markup.Node) -> Bool {
        if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
        guard let style = node.attribute("style") else { return false }
        return style.filter { $0 != " " }.lowercased().contains("display:none")
    }

    /// 。，；：、 in UTF-8, and ASCII commas.
    private static func punctuation(_ text: [UInt8]) -> Int {
        var count = 0
        for i in text.indices {
            if text[i] == UInt8(ascii: ",") { count += 1 }
            guard i + 2 < text.count else { continue }
            switch (text[i], text[i + 1], text[i + 2]) {
            case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A): count += 1
            default: break
            }
        }
        return count
    }

    private static func isParagraph(_ name: String) -> Bool { ["p", "li", "pre", "blockquote"].contains(name) || headings[name] != nil }

    private static let headings = ["h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]
    private static let unread: Set<String> = [
        "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "object", "svg", "button", "select",
        "option", "textarea", "input", "label", "video", "audio", "canvas", "map",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "tr", "blockquote", "pre", "figure", "figcaption", "center", "hr", "form", "caption", "td", "th", "body",
    ]
}
