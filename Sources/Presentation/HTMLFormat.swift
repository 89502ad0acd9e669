import Documents
import KnowledgeGraph
import Lexicon
import QueryLanguage

/// An answer as a page of HTML, with the question as its title.
struct HTMLFormat: AnswerFormat {
    let style: Style
    let title: String?
    /// Where nodes lead; nil where the graph is not at hand.
    let links: HTMLLinks?
    static let holdsNotes = true

    init(style: Style) { self.init(style: style, title: nil) }

    init(style: Style, title: String?, links: HTMLLinks? = nil) {
        self.style = style
        self.title = title.map(StageWord.asked)
        self.links = links
    }

    func text(of answer: Answer) -> String { page(answer)?.text ?? "" }

    /// Nil for an answer with nothing to show.
    func page(_ answer: Answer) -> HTMLPage? {
        var page: HTMLPage
        var nodes: [NodeID] = []
        switch answer.body {
        case .table(let table):
            page = self.page(table)
            if let drawing = Drawing(answer, title: title), drawing.belongsOnPages {
                let links = self.links
                let drawn = ChartSVG(link: { links?.link($0, to: $1) ?? $0 }, isFile: false).text(of: drawing)
                page.sections.insert(.init(body: "<div class=\"frame\">\n\(drawn)</div>\n"), at: 0)
                page.styles.append(ChartSVG.style)
            }
            nodes = table.nodes.compactMap(\.self)
            if let links { nodes += table.rows.flatMap { row in zip(table.columns, row).compactMap { links.node(of: $1, $0) } } }
        case .card(let card):
            page = self.page(card)
            nodes = card.links.map(\.target)
        case .page(let text):
            page = self.page(text)
            nodes = cited(in: text)
        case .nothing: return nil
        }
        if !answer.notes.isEmpty {
            let notes = answer.notes.map { "<p class=\"note\">\(HTMLText.escaped($0))</p>\n" }.joined()
            page.sections.append(.init(body: notes))
        }
        if let sources = links?.sources(of: nodes) { page.sections.append(sources) }
        return page
    }

    func text(of table: Table) -> String { page(table).text }
    func text(of card: Card) -> String { page(card).text }
    func text(of page: Page) -> String { self.page(page).text }

    private func page(_ table: Table) -> HTMLPage {
        let rows = Message.rows(table.rows.count).text
        var page = HTMLPage(title: title ?? rows, sections: [.init(body: HTMLTable(table, caption: rows, links: links).text)])
        page.scripts = [HTMLTable.script]
        return page
    }

    private func page(_ card: Card) -> HTMLPage {
        var page = HTMLPage(title: SafeText.line(card.heading))
        var properties = "<table class=\"properties\">\n<tbody>\n"
        for (column, value) in card.properties where value != .empty {
            properties += "<tr><th scope=\"row\">\(HTMLText.escaped(column.heading))</th>\(HTMLTable.cell(value, column))</tr>\n"
        }
        page.sections.append(.init(body: properties + "</tbody>\n</table>\n"))
        if let source = card.source {
            page.sections.append(.init(heading: KeyWord.word("text"), body: HTMLSource(source, address: links?.text(of: card.node)).text))
        }
        if let links, let drawing = HTMLDrawing(card, links).section {
            page.sections.append(drawing)
            page.styles.append(HTMLDrawing.style)
        }
        var relations: [Term] = []
        for relation in card.links.map(\.relation) + card.more.map(\.relation) where !relations.contains(relation) {
            relations.append(relation)
        }
        for relation in relations {
            let links = card.links.filter { $0.relation == relation }.map { link in
                "<li>\(self.links?.link(HTMLText.escaped(link.label), to: link.target) ?? HTMLText.escaped(link.label))\(link.reason.map { "<span class=\"note\"> — \(HTMLText.escaped($0))</span>" } ?? "")</li>\n"
            }
            let more = card.more.filter { $0.relation == relation }
                .map { "<li class=\"note\">\(HTMLText.escaped(Message.more($0.count, $0.command).text))</li>\n" }
            page.sections.append(.init(heading: relation.name.text, body: "<ul>\n\((links + more).joined())</ul>\n"))
        }
        return page
    }

    private func page(_ text: Page) -> HTMLPage {
        var blocks = text.blocks[...], title = self.title ?? "Gangmu 纲目"
        // The page has a title of its own.
        if case .heading(let heading) = blocks.first {
            title = heading
            blocks = blocks.dropFirst()
        }
        var page = HTMLPage(title: title)
        for block in blocks {
            switch block {
            case .heading(let heading): page.sections.append(.init(heading: heading, body: ""))
            case .paragraph(let paragraph): append("<p>\(HTMLText.escaped(paragraph))</p>\n", to: &page)
            case .definitions(let list):
                let definitions = list.map { "<dt>\(HTMLText.escaped($0.term))</dt>\n<dd>\(linked($0.text))</dd>\n" }
                append("<dl>\n\(definitions.joined())</dl>\n", to: &page)
            case .examples(let lines):
                append("<pre><code>\(lines.map { HTMLText.escaped($0) + "\n" }.joined())</code></pre>\n", to: &page)
            }
        }
        return page
    }

    /// Citations as a brief writes them, `2026-东山省:48 f12 “…”`: the id, and where it stands in the text.
    private func citations(in text: String) -> [(range: Range<String.Index>, node: NodeID)] {
        guard let graph = links?.graph else { return [] }
        return text.matches(of: /:[0-9]+ ([a-z][0-9]+) “/).compactMap { match in
            graph.node(identifier: String(match.1)).map { (match.1.startIndex..<match.1.endIndex, $0) }
        }
    }

    private func linked(_ text: String) -> String {
        var html = "", at = text.startIndex
        for (range, node) in citations(in: text) {
            html += HTMLText.escaped(String(text[at..<range.lowerBound]))
            let id = HTMLText.escaped(String(text[range]))
            html += links?.link(id, to: node) ?? id
            at = range.upperBound
        }
        return html + HTMLText.escaped(String(text[at...]))
    }

    private func cited(in page: Page) -> [NodeID] {
        page.blocks.flatMap { block -> [NodeID] in
            guard case .definitions(let list) = block else { return [] }
            return list.flatMap { citations(in: $0.text).map(\.node) }
        }
    }

    private func append(_ body: String, to page: inout HTMLPage) {
        if page.sections.isEmpty { page.sections.append(.init(body: "")) }
        page.sections[page.sections.count - 1].body += body
    }
}

/// A table whose rows a click on a heading puts in order, by number where a cell is one.
public struct HTMLTable {
    private let table: Table
    private let caption: String
    private let links: HTMLLinks?

    public init(_ table: Table, caption: String, links: HTMLLinks? = nil) {
        self.table = table
        self.caption = caption
        self.links = links
    }

    public var text: String {
        let caption = HTMLText.escaped(caption)
        guard !table.rows.isEmpty else { return "" }
        var html = "<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">\n<table class=\"sortable\">\n"
        html += "<caption>\(caption)</caption>\n<thead>\n<tr>"
        for column in table.columns {
            let number = column.rightAligned ? " class=\"number\"" : ""
            html += "<th scope=\"col\"\(number) data-key=\"\(HTMLText.escaped(column.key))\">"
            html += "<button type=\"button\">\(HTMLText.escaped(column.heading))</button></th>"
        }
        html += "</tr>\n</thead>\n<tbody>\n"
        let linked = table.columns.firstIndex { $0.key == "id" } ?? table.columns.firstIndex { $0.key == "node" } ?? 0
        for (row, node) in zip(table.rows, table.nodes).heeded {
            html += "<tr>"
            for (index, (column, value)) in zip(table.columns, row).enumerated() {
                html += Self.cell(value, column) { links?.link($0, to: index == linked ? node : links?.node(of: value, column)) ?? $0 }
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n</div>\n"
    }

    static func cell(_ cell: Cell, _ column: Column, link: (String) -> String = { $0 }) -> String {
        let text = cell.text
        var isShort = false
        if case .period = cell { isShort = true }
        let number = column.rightAligned ? " class=\"number\"" : isShort ? " class=\"short\"" : ""
        let amount = cell.amount.map { " data-sort=\"\($0)\"" } ?? ""
        let han = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        let tongue = han && Tongue.current != .chinese ? " lang=\"zh-CN\"" : ""
        return "<td\(number)\(amount)\(tongue)>\(link(HTMLText.escaped(text)))</td>"
    }

    /// Puts the rows of tables in order; what is not a number is compared as Chinese is, and rows without a value come last.
    public static let script = """
        for (const table of document.querySelectorAll("table.sortable")) {
          const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
          const words = new Intl.Collator(["zh-CN-u-co-pinyin", "en"], { numeric: true });
          heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
            const down = head.getAttribute("aria-sort") === "ascending";
            heads.forEach(other => other.removeAttribute("aria-sort"));
            head.setAttribute("aria-sort", down ? "descending" : "ascending");
            const key = row => { const cell = row.cells[column], sort = cell.dataset.sort; return sort === undefined ? cell.textContent : Number(sort); };
            const rows = [...body.rows].sort((a, b) => {
              const x = key(a), y = key(b);
              if (x === "" || y === "") return (x === "") - (y === "");
              const order = typeof x === "number" && typeof y === "number" ? x - y : words.compare(x, y);
              return down ? -order : order;
            });
            body.append(...rows);
          }));
        }
        """
}

extension Cell {
    /// What a number is sorted by; units beside it have a column of their own where they differ.
    fileprivate var amount: String? {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .quantity(let quantity): quantity.value?.description
        case .period(let period): "\(period.start)"
        case .empty, .text, .term, .flag: nil
        }
    }
}
