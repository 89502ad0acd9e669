import KnowledgeGraph
import Lexicon

/// Cards and tables of links.
struct Cards {
    let graph: Graph
    /// Links of one relation that a card shows.
    static let shown = 5

    func card(of node: NodeID, isCancelled: @escaping @Sendable () -> Bool) throws(Diagnostic) -> Card {
        var scene = Scene(graph: graph)
        if graph.statements(of: node.type) == nil, node.type != .sentence {
            var selection = Selection(graph: graph, line: "", isCancelled: isCancelled)
            scene.counts = try selection.counts(per: node.type, terms: [])
        }
        // One quantity is enough: target, result or figure, as its kind is.
        let quantity =
            node.type == .figure && FigureKind(code: graph.figures.kind[Int(node.index)]) == .target ? "target" : "result"
        let properties = Property.all(of: node.type).compactMap { property -> (column: Column, value: Cell)? in
            if ["target", "result", "figure"].contains(property.key), property.key != quantity { return nil }
            // The source below says it.
            if ["sentence", "line", "snippet"].contains(property.key) || (node.type == .sentence && property.key == "text") { return nil }
            let cell = property.cell(scene, Int(node.index))
            return cell == .empty ? nil : (property.column, cell)
        }
        var links: [Link] = [], more: [MoreLinks] = []
        for group in Neighbourhood(of: node, in: graph).groups {
            for row in group.rows.prefix(Self.shown) {
                let target = NodeID(group.type, Int(row))
                links.append(
                    Link(relation: group.relation.term, label: graph.label(of: target), target: target, reason: group.reasons[row]))
            }
            if group.rows.count > Self.shown {
                more.append(
                    MoreLinks(relation: group.relation.term, count: group.rows.count - Self.shown, command: group.command))
            }
        }
        return Card(
            node: node, heading: graph.label(of: node), properties: properties, source: graph.citation(of: node), links: links,
            more: more)
    }

    /// Every link of the node, numbered by row.
    func links(of node: NodeID) -> Table {
        var rows: [[Cell]] = [], nodes: [NodeID?] = []
        let groups = Neighbourhood(of: node, in: graph).groups, tellsReasons = groups.contains { !$0.reasons.isEmpty }
        for group in groups {
            for target in group.nodes() {
                rows.append(
                    [.term(group.relation.term), .text(graph.label(of: target))]
                        + (tellsReasons ? [.text(group.reasons[UInt32(target.index)])] : []))
                nodes.append(target)
            }
        }
        let reason = tellsReasons ? [Column(key: "reason", chinese: "缘由", shrink: 2)] : []
        return Table(columns: Self.linkColumns + reason, rows: rows, nodes: nodes)
    }

    static let linkColumns = [Column(key: "relation", chinese: "关系"), Column(key: "node", chinese: "节点", shrink: 1)]

    /// Where a node comes from: its document and line, and the exact words.
    func source(of node: NodeID) throws(Diagnostic) -> Card {
        guard let document = graph.document(of: node) else {
            throw Diagnostic(.notHere, Message.noSource(graph.label(of: node)).text, at: .init(0, 0), expected: ["f1", "m1"])
        }
        let scene = Scene(graph: graph), home = NodeID(.document, document)
        var properties = Property.all(of: .document).compactMap { property -> (column: Column, value: Cell)? in
            guard ["title", "name", "place", "date", "path"].contains(property.key) else { return nil }
            let cell = property.cell(scene, document)
            return cell == .empty ? nil : (property.column, cell)
        }
        let citation = graph.citation(of: node)
        if let citation { properties.append((Column(key: "line", chinese: "行", rightAligned: true), .integer(citation.line))) }
        let link = Link(relation: Relation.document.term, label: graph.label(of: home), target: home)
        return Card(
            node: node, heading: graph.label(of: node), properties: properties, source: citation,
            links: node == home ? [] : [link])
    }
}
