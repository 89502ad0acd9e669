import KnowledgeGraph
import Lexicon

/// A page on what was promised for a year, each statement with its document, line, id and exact words.
struct Briefs {
    private let graph: Graph
    private let scene: Scene
    private let isCancelled: @Sendable () -> Bool
    private let targetRows: [UInt32], measureRows: [UInt32], problemRows: [UInt32], toldRows: [UInt32]

    private static let targetsOfPlace = 12, places = 8, measuresOfSector = 4, problems = 60

    /// - Parameter targets: Rows of figures, those that most documents have first.
    /// - Parameter problems: Weaknesses that the documents of the year admit.
    /// - Parameter told: Weaknesses of the year that other documents tell of.
    init(
        _ graph: Graph, targets: [UInt32], measures: [UInt32], problems: [UInt32], told: [UInt32] = [],
        isCancelled: @escaping @Sendable () -> Bool
    ) throws(Diagnostic) {
        self.graph = graph
        self.isCancelled = isCancelled
        scene = Scene(graph: graph, isCancelled: isCancelled)
        (targetRows, measureRows, problemRows, toldRows) = (
            try Promises(graph, isCancelled: isCancelled).once(targets), measures, problems, told
        )
    }

    var isEmpty: Bool { targetRows.isEmpty && measureRows.isEmpty && problemRows.isEmpty && toldRows.isEmpty }

    func page(title: String) throws(Diagnostic) -> Page {
        var blocks: [Page.Block] = [.heading(title)]
        blocks += try targets()
        blocks += try measures()
        blocks += problems()
        return Page(blocks)
    }

    /// `2026-北京市:48 f12 “地区生产总值增长5%左右”`
    private func citation(of node: NodeID) -> String {
        guard let citation = graph.citation(of: node), let document = graph.document(of: node) else { return graph.identifier(of: node) }
        let name = graph.strings[graph.documents.name[document]]
        return "\(name):\(citation.line) \(graph.identifier(of: node)) “\(citation.sentence.utf8Slice(citation.marked))”"
    }

    private func targets() throws(Diagnostic) -> [Page.Block] {
        guard !targetRows.isEmpty else { return [] }
        let statements = graph.figures.statement
        var rowsOfPlace: [UInt32: [Int]] = [:]
        for row in targetRows.until(isCancelled) { rowsOfPlace[statements.place[Int(row)], default: []].append(Int(row)) }
        try stopIfCancelled(isCancelled)
        var ofPlace = rowsOfPlace.map { (place: $0.key, rows: $0.value) }
        ofPlace.sort { ($1.rows.count, $0.place) < ($0.rows.count, $1.place) }
        var blocks: [Page.Block] = [.heading(Message("Main targets", "主要目标").text)]
        let history = TargetHistory(graph)
        for entry in ofPlace.prefix(Self.places) {
            try stopIfCancelled(isCancelled)
            if ofPlace.count > 1 { blocks.append(.paragraph(graph.placeName(entry.place) ?? Message("without a place", "未注明地区").text)) }
            var seen: Set<[Int]> = []
            let rows = ownYearFirst(entry.rows, statements).filter { row in
                seen.insert([Int(graph.figures.indicator[row]), Int(graph.figures.aspect[row]), Int(statements.period[row])]).inserted
            }
            blocks.append(
                .definitions(
                    rows.prefix(Self.targetsOfPlace).map { row in
                        let period =
                            statements.period[row] == .max ? "" : " \(graph.spanName(graph.periods.period[Int(statements.period[row])]))"
                        let name = graph.name(of: NodeID(.figure, row))
                        var text = citation(of: NodeID(.figure, row))
                        if let before = history.before(row) {
                            let told = Message("the year before", "上一年").text
                            let target = before.target.map {
                                "\(Message("target", "目标").text) \(graph.quantity($0)) (\(citation(of: NodeID(.figure, $0))))"
                            }
                            let result = before.result.map {
                                "\(Message("result", "结果").text) \(graph.quantity($0)) (\(citation(of: NodeID(.figure, $0))))"
                            }
                            text += "; \(told): " + [target, result].compactMap(\.self).joined(separator: ", ")
                        }
                        return .init("\(name) \(graph.quantity(row))\(period)", text)
                    }))
            if rows.count > Self.targetsOfPlace { blocks.append(more(rows.count - Self.targetsOfPlace)) }
        }
        if ofPlace.count > Self.places {
            let count = ofPlace.count - Self.places
            blocks.append(.paragraph(Message("\(count) more places: brief … place:…", "另有\(count)个地区：简报 … 地区:…").text))
        }
        return blocks
    }

    /// Those of a single year before those of a plan that covers it.
    private func ownYearFirst(_ rows: [Int], _ columns: StatementColumns) -> [Int] {
        func isOfYear(_ row: Int) -> Bool { columns.period[row] != .max && graph.periods.period[Int(columns.period[row])].isYear }
        return rows.filter(isOfYear) + rows.filter { !isOfYear($0) }
    }

    private func more(_ count: Int) -> Page.Block {
        .paragraph(Message("and \(count) more", "另有\(count)条").text)
    }

    private func measures() throws(Diagnostic) -> [Page.Block] {
        let columns = graph.measures.statement
        var ofSector: [UInt16: [Int]] = [:]
        for row in measureRows.until(isCancelled) { ofSector[top(columns.sector[Int(row)]), default: []].append(Int(row)) }
        try stopIfCancelled(isCancelled)
        guard !ofSector.isEmpty else { return [] }
        var blocks: [Page.Block] = [.heading(Message("Measures by sector", "各领域举措").text)]
        for (sector, rows) in ofSector.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let name = graph.sectorName(sector) ?? Message("no sector", "未分领域").text
            blocks.append(
                .paragraph(Message("\(name): \(rows.count) measure\(rows.count == 1 ? "" : "s")", "\(name)：\(rows.count)条举措").text))
            let surest = ownYearFirst(
                try rows.sorted(unless: isCancelled) { (graph.measures.confidence[$1], $0) < (graph.measures.confidence[$0], $1) }, columns
            ).prefix(Self.measuresOfSector)
            blocks.append(
                .definitions(surest.sorted().map { .init(graph.words(of: NodeID(.measure, $0)), citation(of: NodeID(.measure, $0))) }))
        }
        return blocks
    }

    /// The sector at the top that one belongs to.
    private func top(_ sector: UInt16) -> UInt16 {
        var sector = sector
        while sector != .max, graph.sectors.parent[Int(sector)] != .max { sector = graph.sectors.parent[Int(sector)] }
        return sector
    }

    private func problems() -> [Page.Block] {
        guard !problemRows.isEmpty || !toldRows.isEmpty else { return [] }
        var blocks: [Page.Block] = [.heading(Message("Weaknesses admitted", "指出的短板").text)] + list(problemRows)
        // What another document says of the year is not said in the year.
        let documents = graph.problems.statement.document
        var others: [UInt32] = []
        for row in toldRows where others.last != documents[Int(row)] { others.append(documents[Int(row)]) }
        for document in others {
            let rows = toldRows.filter { documents[Int($0)] == document }
            guard let period = rows.first.map({ graph.problems.statement.period[Int($0)] }) else { continue }
            let (name, year) = (graph.strings[graph.documents.name[Int(document)]], graph.spanName(graph.periods.period[Int(period)]))
            blocks.append(.paragraph(Message("\(name), looking back on \(year):", "\(name)回顾\(year)年时指出：").text))
            blocks += list(rows)
        }
        return blocks
    }

    private func list(_ rows: [UInt32]) -> [Page.Block] {
        guard !rows.isEmpty else { return [] }
        let list = Page.Block.definitions(
            rows.prefix(Self.problems).map { .init(graph.words(of: NodeID(.problem, Int($0))), citation(of: NodeID(.problem, Int($0)))) })
        return rows.count > Self.problems ? [list, more(rows.count - Self.problems)] : [list]
    }
}

/// What was aimed at, and reached, the year before.
private struct TargetHistory {
    private let graph: Graph

    init(_ graph: Graph) { self.graph = graph }

    /// Nil for a target of a span, or with nothing before it.
    func before(_ target: Int) -> (target: Int?, result: Int?)? {
        let figures = graph.figures, statements = figures.statement
        guard statements.period[target] != .max, statements.place[target] != noNode else { return nil }
        let period = graph.periods.period[Int(statements.period[target])]
        guard period.isYear else { return nil }
        let year = Int(period.start) - 1
        func rank(_ row: Int) -> [Int] { [FigureScope(graph, row).isWhole ? 0 : 1, row] }
        guard let wanted = graph.periods.index(of: Period(year)) else { return nil }
        let others = figures.byPlace.rows(Int(statements.place[target]), Int(figures.indicator[target])).map { Int($0) }.filter { row in
            Int(statements.period[row]) == wanted
                && figures.aspect[row] == figures.aspect[target] && figures.value[row] != nil && FigureBasis(graph, row).isPlain
                && (figures.unit[row] == .max || figures.unit[target] == .max
                    || graph.units.base[Int(figures.unit[row])] == graph.units.base[Int(figures.unit[target])])
        }.sorted { rank($0).lexicographicallyPrecedes(rank($1)) }
        let targets = others.filter { figures.kind[$0] == FigureKind.target.code },
            results = others.filter { figures.kind[$0] != FigureKind.target.code }
        guard !others.isEmpty else { return nil }
        return (targets.first, results.first)
    }
}
