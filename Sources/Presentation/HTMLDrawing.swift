import Documents
import KnowledgeGraph
import QueryLanguage

/// The graph around a card's node, drawn: what it belongs to on the left, what belongs to it on the right, each a link. It takes its
/// colours from the page, so that it is light or dark with it.
struct HTMLDrawing {
    private let card: Card
    private let links: HTMLLinks

    init(_ card: Card, _ links: HTMLLinks) {
        self.card = card
        self.links = links
    }

    private static let box = (width: 300, height: 26, gap: 8, cells: 38), width = 980
    /// Relations that lead to what a node is part of.
    private static let above: Set = ["document", "goal", "parent", "indicator", "place", "sector", "period", "spans", "answeredBy"]

    private struct Box {
        var text: String
        var relation: String?
        var node: NodeID?
        var y: Int
    }

    /// Nil for a card without links.
    var section: HTMLPage.Section? {
        guard !card.links.isEmpty else { return nil }
        let left = column(card.links.filter { Self.above.contains($0.relation.code) })
        let right = column(card.links.filter { !Self.above.contains($0.relation.code) })
        let height = max(left.last.map { $0.y + 40 } ?? 0, right.last.map { $0.y + 40 } ?? 0, 120)
        let middle = height / 2
        let title = Message("The graph around it", "它周围的图").text
        var svg = "<svg class=\"graph\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"group\" aria-label=\"\(HTMLText.escaped(title))\">\n"
        let center = (left: Self.width / 2 - 85, right: Self.width / 2 + 85)
        for box in left where box.node != nil { svg += curve(from: (Self.box.width, box.y + 13), to: (center.left, middle)) }
        for box in right where box.node != nil { svg += curve(from: (Self.width - Self.box.width, box.y + 13), to: (center.right, middle)) }
        svg += "<g class=\"here\"><rect x=\"\(center.left)\" y=\"\(middle - 22)\" width=\"170\" height=\"44\" rx=\"8\"/>"
        let words = Self.lines(card.heading, cells: 22)
        for (index, line) in words.enumerated() {
            let y = middle + 5 + (words.count == 1 ? 0 : index * 18 - 9)
            svg += "<text x=\"\(Self.width / 2)\" y=\"\(y)\" text-anchor=\"middle\">\(HTMLText.escaped(line))</text>"
        }
        svg += "</g>\n"
        for box in left { svg += drawn(box, x: 0) }
        for box in right { svg += drawn(box, x: Self.width - Self.box.width) }
        return HTMLPage.Section(heading: title, body: "<div class=\"frame\">\n\(svg)</svg>\n</div>\n")
    }

    static let style = """
        svg.graph { width: 100%; min-width: 44rem; height: auto; font-size: 13px; }
        svg.graph text { fill: var(--ink); } svg.graph text.relation { fill: var(--faint); font-size: 12px; }
        svg.graph rect { fill: var(--shade); stroke: var(--line); } svg.graph .here rect { stroke: var(--accent); stroke-width: 2; }
        svg.graph path { fill: none; stroke: var(--line); stroke-width: 1.3; }
        svg.graph a text { fill: var(--accent); } svg.graph a:hover rect, svg.graph a:focus rect { stroke: var(--accent); }
        """

    /// Boxes below each other, the name of each relation above its first.
    private func column(_ links: [Link]) -> [Box] {
        var boxes: [Box] = [], y = 6, relation: Term?
        for link in links {
            if relation != link.relation {
                relation = link.relation
                boxes.append(Box(text: link.relation.name.text, relation: link.relation.code, node: nil, y: y))
                y += 22
            }
            boxes.append(Box(text: link.label, relation: nil, node: link.target, y: y))
            y += Self.box.height + Self.box.gap
        }
        return boxes
    }

    private func drawn(_ box: Box, x: Int) -> String {
        guard let node = box.node else {
            return "<text class=\"relation\" x=\"\(x + 4)\" y=\"\(box.y + 14)\">\(HTMLText.escaped(box.text))</text>\n"
        }
        let text = Self.lines(box.text, cells: Self.box.cells)
        let shown = text.count > 1 ? text[0] + "…" : text.first ?? ""
        let shape = "<rect x=\"\(x + 1)\" y=\"\(box.y)\" width=\"\(Self.box.width - 2)\" height=\"\(Self.box.height)\" rx=\"5\"/>"
            + "<text x=\"\(x + 10)\" y=\"\(box.y + 18)\">\(HTMLText.escaped(shown))</text><title>\(HTMLText.escaped(box.text))</title>"
        return links.link("<g>\(shape)</g>", to: node) + "\n"
    }

    private func curve(from a: (Int, Int), to b: (Int, Int)) -> String {
        let middle = (a.0 + b.0) / 2
        return "<path d=\"M\(a.0) \(a.1) C\(middle) \(a.1) \(middle) \(b.1) \(b.0) \(b.1)\"/>\n"
    }

    /// At most two lines of so many cells, the rest cut off.
    private static func lines(_ text: String, cells: Int) -> [String] {
        var lines = [""], width = 0
        for character in SafeText.line(text) {
            let cell = CellWidth.of(String(character))
            if width + cell > cells {
                if lines.count == 2 {
                    lines[1] += "…"
                    return lines
                }
                lines.append("")
                width = 0
            }
            lines[lines.count - 1].append(character)
            width += cell
        }
        return lines
    }
}
