import KnowledgeGraph
import Lexicon

/// The edges of one node, grouped by relation.
struct Neighbourhood {
    struct Group {
        var relation: Relation
        var type: NodeType
        var rows: [UInt32]
        /// A line that lists the whole group.
        var command: String
        /// Why a row is one of them, where that is told.
        var reasons: [UInt32: String] = [:]

        func nodes() -> [NodeID] { rows.map { NodeID(type, Int($0)) } }
    }

    private let graph: Graph
    private(set) var groups: [Group] = []

    private let tellsServing: Bool

    /// - Parameter tellsServing: Whether what answers and serves a target is found too, which are no edges of their own.
    init(of node: NodeID, in graph: Graph, tellsServing: Bool = true) {
        self.graph = graph
        self.tellsServing = tellsServing
        let row = Int(node.index)
        switch node.type {
        case .figure, .measure, .problem: addStatement(node, row)
        case .goal: addGoal(row)
        case .document: addDocument(row)
        case .indicator:
            let term = "indicator:\(Printer.quotedIfNeeded(graph.name(of: node)))"
            add(.sector, .sector, [UInt32(graph.indicators.sector[row])], none: UInt32(UInt16.max))
            addFigures(Array(graph.figures.ofIndicator[row]), term)
        case .sector:
            let code = graph.strings[graph.sectors.code[row]]
            if graph.sectors.parent[row] != .max { add(.parent, .sector, [UInt32(graph.sectors.parent[row])]) }
            add(.children, .sector, Array(graph.sectors.children[row]))
            addStatements(term: "sector:\(code)") { $0.ofSector[row] }
        case .place:
            add(.parent, .place, [graph.places.parent[row]])
            let term = "place:\(Printer.quotedIfNeeded(graph.name(of: node)))"
            add(.documents, .document, Array(graph.documents.ofPlace[row]), "documents \(term)")
            addStatements(term: term) { $0.ofPlace[row] }
            let spoken = graph.places.children[row].filter {
                !graph.documents.ofPlace[$0].isEmpty || !graph.figures.statement.ofPlace[$0].isEmpty
            }
            add(.children, .place, Array(spoken))
        case .sentence: addSentence(row)
        case .period:
            let period = graph.periods.period[row]
            add(.years, .period, Array(graph.periods.years[row]))
            add(.spans, .period, Array(graph.periods.spans[row]))
            add(
                .documents, .document, Array(graph.documents.ofYear[row]),
                "documents \(period.isYear ? "\(period)" : "year:\(period)")")
            addStatements(term: "period:\(period)") { $0.ofPeriod[row] }
        }
    }

    private mutating func add(
        _ relation: Relation, _ type: NodeType, _ rows: [UInt32], _ command: String = "links", none: UInt32 = noNode
    ) {
        let rows = rows.filter { $0 != none }
        if !rows.isEmpty { groups.append(Group(relation: relation, type: type, rows: rows, command: command)) }
    }

    private mutating func addFigures(_ rows: [UInt32], _ term: String, listed: String? = nil) {
        let target = FigureKind.target.code
        add(.targets, .figure, rows.filter { graph.figures.kind[Int($0)] == target }, listed ?? "targets \(term)")
        add(.results, .figure, rows.filter { graph.figures.kind[Int($0)] != target }, listed ?? "results \(term)")
    }

    private mutating func addStatements(term: String, _ rows: (StatementColumns) -> SeriesSlice<UInt32>) {
        addFigures(Array(rows(graph.figures.statement)), term)
        add(.measures, .measure, Array(rows(graph.measures.statement)), "measures \(term)")
        add(.problems, .problem, Array(rows(graph.problems.statement)), "problems \(term)")
    }

    private mutating func addStatement(_ node: NodeID, _ row: Int) {
        guard let statements = graph.statements(of: node.type) else { return }
        let goal = statements.goal[row]
        add(.document, .document, [statements.document[row]])
        add(.goal, .goal, [goal])
        if node.type == .figure { add(.indicator, .indicator, [graph.figures.indicator[row]]) }
        add(.place, .place, [statements.place[row]])
        add(.sector, .sector, statements.sectors(of: row).map { UInt32($0) })
        add(.period, .period, [UInt32(statements.period[row])], none: UInt32(UInt16.max))
        var served: [UInt32] = [], answering: Set<UInt32> = []
        if node.type == .figure, tellsServing {
            answering = addAnswers(row)
            var measures = ServingMeasures(graph)
            let serving = measures.measures(serving: row)
            served = serving.map { UInt32($0.measure) }
            add(.servedBy, .measure, served, "related \(graph.identifier(of: node))")
            if !served.isEmpty {
                groups[groups.count - 1].reasons = Dictionary(serving.map { (UInt32($0.measure), $0.text) }) { first, _ in first }
            }
        }
        if goal != noNode {
            let here = UInt32(row), id = graph.identifier(of: NodeID(.goal, Int(goal)))
            let measures = graph.measures.statement.ofGoal[goal].filter { node.type != .measure || $0 != here }
            let figures = graph.figures.statement.ofGoal[goal].filter { node.type != .figure || $0 != here }
            var bearing = Bearing(graph)
            let isGeneral = bearing.isGeneral(goal)
            let serving = Set(served)
            let isTarget = node.type == .figure && graph.figures.kind[row] == FigureKind.target.code
            // What a heading over many sectors holds besides says nothing of a target.
            if !(isTarget && isGeneral) {
                let others = measures.filter { !serving.contains($0) }
                add(isTarget ? .measuresUnderHeading : .measuresOfGoal, .measure, others, "measures goal:\(id)")
            }
            add(isGeneral ? .figuresUnderHeading : .figuresOfGoal, .figure, Array(figures), "figures goal:\(id)")
        }
        if node.type == .figure {
            let indicator = graph.figures.indicator[row], place = statements.place[row]
            let others = graph.figures.ofIndicator[indicator].filter { $0 != UInt32(row) && !answering.contains($0) }
            // Those of the same place first: its other years, its result for this target; then those of the same time.
            let sorted =
                others.filter { statements.place[Int($0)] == place }
                + others.filter { statements.place[Int($0)] != place && statements.period[Int($0)] == statements.period[row] }
                + others.filter { statements.place[Int($0)] != place && statements.period[Int($0)] != statements.period[row] }
            let name = Printer.quotedIfNeeded(graph.name(of: NodeID(.indicator, Int(indicator))))
            add(.sameIndicator, .figure, sorted, "figures indicator:\(name)")
        }
    }

    /// The result that `check` sets beside a target, or the targets that a result is set beside.
    private mutating func addAnswers(_ row: Int) -> Set<UInt32> {
        var matching = ResultMatching(graph), checks = TargetChecks(graph, isCancelled: { false })
        let results = matching.results(answering: row).isEmpty ? nil : checks.check(row)?.result.map { [UInt32($0)] }
        let targets = matching.targets(answeredBy: row).filter { checks.check(Int($0))?.result == row }
        add(.answers, .figure, results ?? [])
        add(.answeredBy, .figure, targets)
        return Set((results ?? []) + targets)
    }

    private mutating func addSentence(_ row: Int) {
        let document = graph.document(ofSentence: row), statements = graph.statements(ofSentence: row)
        func rows(_ type: NodeType) -> [UInt32] { statements.filter { $0.type == type }.map(\.index) }
        add(.document, .document, [UInt32(document)])
        add(.place, .place, [graph.documents.place[document]])
        add(.period, .period, [UInt32(graph.documents.year[document])], none: UInt32(UInt16.max))
        addFigures(rows(.figure), "", listed: "links")
        add(.measures, .measure, rows(.measure))
        add(.problems, .problem, rows(.problem))
    }

    private mutating func addGoal(_ row: Int) {
        let id = graph.identifier(of: NodeID(.goal, row))
        add(.document, .document, [graph.goals.document[row]])
        add(.parent, .goal, [graph.goals.parent[row]])
        add(.children, .goal, Array(graph.goals.children[row]))
        addStatements(term: "goal:\(id)") { $0.ofGoal[row] }
    }

    private mutating func addDocument(_ row: Int) {
        let term = "document:\(graph.identifier(of: NodeID(.document, row)))"
        add(.place, .place, [graph.documents.place[row]])
        add(.period, .period, [UInt32(graph.documents.year[row])], none: UInt32(UInt16.max))
        let goals = graph.documents.goals.rows(at: row).filter { graph.goals.level[Int($0)] == 1 }
        add(.goals, .goal, Array(goals), "goals \(term)")
        addFigures(Array(graph.documents.figures.rows(at: row)), term)
        add(.measures, .measure, Array(graph.documents.measures.rows(at: row)), "measures \(term)")
        add(.problems, .problem, Array(graph.documents.problems.rows(at: row)), "problems \(term)")
    }
}
