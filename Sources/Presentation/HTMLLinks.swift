import Documents
import KnowledgeGraph
import QueryLanguage

/// Where the nodes on a page lead: to their sources further down a page that stands alone, or to their own pages of a site.
public struct HTMLLinks: Sendable {
    public let graph: Graph
    private let isSite: Bool

    private init(_ graph: Graph, isSite: Bool) {
        self.graph = graph
        self.isSite = isSite
    }

    public static func withinPage(_ graph: Graph) -> HTMLLinks { HTMLLinks(graph, isSite: false) }
    public static func site(_ graph: Graph) -> HTMLLinks { HTMLLinks(graph, isSite: true) }

    /// Nil where the page has nothing to show of the node.
    func address(of node: NodeID) -> String? {
        let name = Self.name(of: node, in: graph)
        if isSite { return "/open/\(name)" }
        return graph.document(of: node) != nil && node.type != .document ? "#\(name)" : nil
    }

    /// The id of a node as part of an address: `f12`, `y2026..2030`.
    static func name(of node: NodeID, in graph: Graph) -> String { graph.identifier(of: node).replacing("/", with: "..") }

    /// `text`, already escaped, as a link to the node.
    func link(_ text: String, to node: NodeID?) -> String {
        guard let address = node.flatMap({ address(of: $0) }) else { return text }
        return "<a href=\"\(HTMLText.escaped(address))\">\(text)</a>"
    }

    /// The node that a cell names besides the one of its row: the result of a target, what stood in the document before.
    func node(of cell: Cell, _ column: Column) -> NodeID? {
        guard column.key == "answer" || column.key == "from", case .text(let id) = cell else { return nil }
        return graph.node(identifier: id)
    }

    /// Where the text of the node's document is shown with its words marked: on a site.
    func text(of node: NodeID) -> String? {
        isSite && graph.document(of: node) != nil ? "/source/\(Self.name(of: node, in: graph))#here" : nil
    }

    // MARK: sources

    /// Sources that a page holds; more would make it slow to open.
    private static let most = 500

    /// The words that each node came from, in their sentence, for the links of a page that stands alone; nil where there are none.
    func sources(of nodes: [NodeID]) -> HTMLPage.Section? {
        guard !isSite else { return nil }
        var seen: Set<NodeID> = []
        let cited = nodes.filter { address(of: $0) != nil && seen.insert($0).inserted }
        guard !cited.isEmpty else { return nil }
        var body = ""
        for node in cited.prefix(Self.most) {
            guard let citation = graph.citation(of: node) else { continue }
            let name = HTMLText.escaped(Self.name(of: node, in: graph))
            body += "<article id=\"\(name)\" tabindex=\"-1\">\n<h3>\(HTMLText.escaped(graph.label(of: node)))</h3>\n"
            body += HTMLSource(citation).text + "</article>\n"
        }
        if cited.count > Self.most {
            let message = Message("\(cited.count - Self.most) more sources are not on this page", "另有\(cited.count - Self.most)条出处未列入本页")
            body += "<p class=\"note\">\(HTMLText.escaped(message.text))</p>\n"
        }
        return HTMLPage.Section(heading: Message("Sources", "出处").text, body: body)
    }
}

/// A sentence with the words of a statement marked, and where it stands.
struct HTMLSource {
    private let citation: Citation
    /// The address of the document's text, where there is one.
    private let address: String?

    init(_ citation: Citation, address: String? = nil) {
        self.citation = citation
        self.address = address
    }

    var text: String {
        let bytes = Array(citation.sentence.utf8)
        let start = max(0, min(citation.marked.start, bytes.count)), end = max(start, min(citation.marked.end, bytes.count))
        func part(_ range: Range<Int>) -> String { HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self)) }
        let marked = end > start ? "<mark>\(part(start..<end))</mark>" : ""
        let place = HTMLText.escaped("\(citation.path.isEmpty ? citation.document : citation.path):\(citation.line)")
        let linked = address.map { "<a href=\"\(HTMLText.escaped($0))\">\(place)</a>" } ?? place
        return "<blockquote lang=\"zh-CN\">\(part(0..<start))\(marked)\(part(end..<bytes.count))</blockquote>\n"
            + "<p class=\"note\"><cite>\(linked)</cite></p>\n"
    }
}
