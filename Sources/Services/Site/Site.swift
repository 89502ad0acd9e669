import Documents
import Foundation
import KnowledgeGraph
import Presentation
import QueryLanguage

/// The pages of a graph, as a browser asks for them: `/?q=LINE` the answer to a line, `/open/ID` a card, `/source/ID` the text it
/// came from; the same as JSON under `/api`. It only reads the graph, keeps nothing between requests and opens no file.
public struct Site: Sendable {
    private let desk: Desk
    private var graph: Graph { desk.graph }

    public init(_ graph: Graph) { desk = Desk(graph: graph) }

    public struct Response: Sendable {
        public var status: Int
        public var type: String
        public var body: String
        public var headers: [String: String] = [:]
    }

    /// Rows of one page of an answer.
    static let rows = 200

    /// - Parameter host: The name that the browser was sent to. Only those of this machine are served, lest a page of another site
    ///   reach in by a name of its own (DNS rebinding).
    /// - Parameter target: The path with its query, as the request line has it.
    public func response(method: String, target: String, host: String?) -> Response {
        guard Self.isOwn(host) else { return plain(421, "this server answers to localhost only") }
        guard method == "GET" || method == "HEAD" else {
            var refused = plain(405, "only GET and HEAD are answered")
            refused.headers["Allow"] = "GET, HEAD"
            return refused
        }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = Self.fields(parts.count > 1 ? parts[1] : "")
        let path = (parts.first ?? "/").split(separator: "/", omittingEmptySubsequences: true).map {
            $0.removingPercentEncoding ?? String($0)
        }
        switch (path.first, path.count) {
        case (nil, 0): return query["q"].map { answer($0, query) } ?? home()
        case ("open", 2): return card(path[1])
        case ("source", 2): return source(path[1])
        case ("api", 1):
            return json { () throws(Desk.Refusal) in
                try desk.answer(
                    query["q"] ?? "", limit: number(query["limit"], 1...Desk.mostRows, Desk.usualRows),
                    offset: number(query["offset"], 0...Int(Int32.max), 0))
            }
        case ("api", 3) where ["open", "source", "related"].contains(path[1]):
            return json { () throws(Desk.Refusal) in try desk.answer(path[1], of: path[2]) }
        default: return problem(404, Message("There is no such page", "没有这个页面").text, "")
        }
    }

    /// `localhost`, `127.0.0.1` and `[::1]`, with a port or without.
    static func isOwn(_ host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard host.hasPrefix(name) else { return false }
            let rest = host.dropFirst(name.count)
            return rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    /// Of a form: `+` stands for a space.
    static func fields(_ query: some StringProtocol) -> [String: String] {
        var fields: [String: String] = [:]
        for field in query.split(separator: "&") {
            let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { side in
                let spaced = side.replacingOccurrences(of: "+", with: " ")
                return spaced.removingPercentEncoding ?? spaced
            }
            fields[sides[0]] = sides.count > 1 ? sides[1] : ""
        }
        return fields
    }

    private func number(_ text: String?, _ range: ClosedRange<Int>, _ usual: Int) -> Int {
        text.flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? usual
    }

    // MARK: pages

    private func home() -> Response {
        let years = (0..<graph.documents.count).compactMap { document -> Int? in
            let row = graph.documents.year[document]
            return row == .max ? nil : Int(graph.periods.period[Int(row)].end)
        }
        let year = years.max()
        let named = year.map { " \($0)" } ?? ""
        var lines = [
            "targets\(named)", "check\(year.map { " \($0 - 1)" } ?? "")", "measures\(named)", "sectors", "indicators", "places",
            "documents", "help",
        ]
        if Tongue.current == .chinese { lines = lines.map { (try? Parser.parse($0)).map { Printer(.chinese).print($0) } ?? $0 } }
        let list = lines.map { "<li>\(Self.link(line: $0))</li>\n" }.joined()
        let counts = Message(
            "\(graph.documents.count) documents, \(graph.figures.count) figures, \(graph.measures.count) measures",
            "\(graph.documents.count)份文档、\(graph.figures.count)条数据、\(graph.measures.count)条举措").text
        var page = HTMLPage(title: "Gangmu 纲目")
        page.sections = [
            .init(body: form("")),
            .init(
                heading: Message("To begin with", "可以从这里开始").text,
                body: "<p class=\"note\">\(HTMLText.escaped(counts))</p>\n<ul>\n\(list)</ul>\n"),
        ]
        return html(200, page)
    }

    private func answer(_ line: String, _ query: [String: String]) -> Response {
        let offset = number(query["offset"], 0...Int(Int32.max), 0)
        switch desk.ask(line) {
        case .failure(let refusal):
            return problem(refusal.isMissing ? 404 : 400, line, refusal.text, line: line, suggestion: refusal.suggestion)
        case .success(var answer):
            var notes: [String] = []
            if let read = answer.readAs { notes += [Message("read as: \(read)", "读作：\(read)").text] + answer.readNotes }
            var ways = ""
            if case .table(var table) = answer.body, table.rows.count > Self.rows || offset > 0 {
                let shown = min(offset, table.rows.count)..<min(offset + Self.rows, table.rows.count)
                let told = Message(
                    "rows \(shown.lowerBound + 1) to \(shown.upperBound) of \(table.rows.count)",
                    "第\(shown.lowerBound + 1)至\(shown.upperBound)行，共\(table.rows.count)行")
                ways = "<nav>\(HTMLText.escaped(told.text))"
                if shown.lowerBound > 0 {
                    ways += " " + Self.link(line: line, offset: max(0, offset - Self.rows), text: Message("← before", "← 上一页").text)
                }
                if shown.upperBound < table.rows.count {
                    ways += " " + Self.link(line: line, offset: shown.upperBound, text: Message("on →", "下一页 →").text)
                }
                ways += "</nav>\n"
                (table.rows, table.nodes) = (Array(table.rows[shown]), Array(table.nodes[shown]))
                answer.body = .table(table)
            }
            answer.notes = notes + answer.notes
            guard var page = Renderer(style: .plain).page(answer, title: line, on: .site(graph)) else { return home() }
            page.sections.insert(.init(body: form(line) + ways), at: 0)
            page.sections.append(.init(body: "<p class=\"note\"><a href=\"/api?q=\(Self.encoded(line))\">JSON</a></p>\n"))
            return html(200, page)
        }
    }

    private func card(_ id: String) -> Response {
        switch desk.ask("open " + Printer.quotedIfNeeded(id)) {
        case .failure(let refusal): return problem(404, id, refusal.text)
        case .success(let answer):
            guard var page = Renderer(style: .plain).page(answer, title: id, on: .site(graph)) else { return home() }
            page.sections.insert(.init(body: form("")), at: 0)
            return html(200, page)
        }
    }

    /// The whole text of a document with the words of the node marked.
    private func source(_ id: String) -> Response {
        guard let node = graph.node(identifier: id), let document = graph.document(of: node) else {
            return problem(404, id, Message("\(id) is not from one document", "“\(id)”不出自某一份文档").text)
        }
        let start = graph.documents.textStart[document], end = graph.documents.textStart[document + 1]
        let span = node.type == .document ? nil : graph.span(of: node)
        let marked = (start + (span?.start ?? 0))..<(start + (span?.end ?? 0))
        var body = "", at = start, number = 1, isMarked = false
        while at < end {
            var stop = at
            while stop < end, graph.text[stop] != UInt8(ascii: "\n") { stop += 1 }
            func part(_ range: Range<Int>) -> String {
                range.isEmpty ? "" : HTMLText.escaped(String(decoding: graph.text[range], as: UTF8.self))
            }
            let here = max(at, marked.lowerBound)..<max(max(at, marked.lowerBound), min(stop, marked.upperBound))
            if here.isEmpty {
                body += "<p id=\"L\(number)\">\(part(at..<stop))</p>\n"
            } else {
                body +=
                    "<p id=\"L\(number)\">\(part(at..<here.lowerBound))<mark\(isMarked ? "" : " id=\"here\"")>\(part(here))</mark>\(part(here.upperBound..<stop))</p>\n"
                isMarked = true
            }
            number += 1
            at = stop + 1
        }
        var page = HTMLPage(title: desk.title(ofDocument: document))
        let back = "<p><a href=\"/open/\(Self.encoded(id))\">\(HTMLText.escaped(graph.label(of: node)))</a></p>\n"
        page.sections = [.init(body: form("") + back), .init(body: "<div class=\"source\" lang=\"zh-CN\">\n\(body)</div>\n")]
        page.styles = ["mark:target { background: var(--shade); } .source p { margin: .3rem 0; max-width: 50rem; }"]
        return html(200, page)
    }

    private func problem(_ status: Int, _ title: String, _ text: String, line: String = "", suggestion: String? = nil) -> Response {
        var page = HTMLPage(title: title)
        var body = form(line)
        if !text.isEmpty {
            body += "<pre>\(text.split(separator: "\n").map { HTMLText.escaped(String($0)) }.joined(separator: "\n"))</pre>\n"
        }
        if let suggestion { body += "<p>→ \(Self.link(line: suggestion))</p>\n" }
        page.sections = [.init(body: body)]
        return html(status, page)
    }

    // MARK: parts

    private func form(_ line: String) -> String {
        let hint = Message("targets 2026, or a question", "目标 2026，或一个问题").text
        return """
            <form action="/" method="get" role="search"><p><a href="/" aria-label="Gangmu">纲目</a>
            <input name="q" value="\(HTMLText.escaped(line))" placeholder="\(HTMLText.escaped(hint))" aria-label="\(HTMLText.escaped(hint))" size="50">
            <button>\(HTMLText.escaped(Message("Ask", "查询").text))</button></p></form>

            """
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func link(line: String, offset: Int = 0, text: String? = nil) -> String {
        let rest = offset > 0 ? "&amp;offset=\(offset)" : ""
        return "<a href=\"/?q=\(encoded(line))\(rest)\">\(HTMLText.escaped(text ?? line))</a>"
    }

    // MARK: responses

    /// Scripts and styles run by a number drawn for this one answer only, so that none that slipped in would.
    private func html(_ status: Int, _ page: HTMLPage) -> Response {
        var page = page
        let nonce = UUID().uuidString
        page.nonce = nonce
        var response = Response(status: status, type: "text/html; charset=utf-8", body: page.text)
        response.headers["Content-Security-Policy"] =
            "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        return secured(response)
    }

    /// Of a request that was not read to its end.
    func refusal(_ status: Int) -> Response {
        switch status {
        case 414:
            plain(
                status,
                "the address is longer than \(RequestHead.longestLine) bytes: ask a shorter line, or run it as a script with gangmu run")
        case 431: plain(status, "the request has more than \(RequestHead.longest >> 10) KB of headers")
        default: plain(status, "this is no request of HTTP/1.1")
        }
    }

    private func plain(_ status: Int, _ text: String) -> Response {
        secured(Response(status: status, type: "text/plain; charset=utf-8", body: text + "\n"))
    }

    private func json(_ work: () throws(Desk.Refusal) -> JSON) -> Response {
        do throws(Desk.Refusal) {
            return secured(Response(status: 200, type: "application/json", body: try work().line + "\n"))
        } catch {
            return secured(Response(status: error.isMissing ? 404 : 400, type: "application/json", body: error.json.line + "\n"))
        }
    }

    private func secured(_ response: Response) -> Response {
        var response = response
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
