import KnowledgeGraph
import Lexicon

/// What the rows of one noun are tied to among the rows of another: the ways that `targets | measures` and the like go.
///
/// Between statements a tie means what it means for `related`: a measure is tied to the targets that it serves (`ServingMeasures`); others
/// stand under the same goal, one names the other's indicator, or they are of one sector and share their words, or of one below the top;
/// all but the first within one place and one time only. The surest ties come first. A result is tied to a target that it answers
/// (`ResultMatching`).
struct Ties {
    let graph: Graph
    let isCancelled: @Sendable () -> Bool
    /// How many of the rows that led to one are kept by name.
    let naming: Int

    /// Why a row was reached.
    struct Tie: Sendable {
        /// Of the first row that led here.
        var relation: Relation?
        /// The first rows that led here.
        var from: [NodeID]
        /// How many did.
        var count: Int
    }

    /// Rows in the order in which they were reached, and what they were reached by.
    struct Reached {
        private(set) var rows: [UInt32] = []
        fileprivate(set) var ties: [UInt32: Tie] = [:]
        fileprivate let naming: Int

        fileprivate init(naming: Int) { self.naming = naming }

        mutating func add(_ row: UInt32, from origin: NodeID, _ relation: Relation? = nil) {
            guard var tie = ties[row] else {
                rows.append(row)
                ties[row] = Tie(relation: relation, from: [origin], count: 1)
                return
            }
            // One origin may lead here in several ways, one after the other.
            guard tie.from.last != origin else { return }
            if tie.from.count < naming { tie.from.append(origin) }
            tie.count += 1
            ties[row] = tie
        }
    }

    init(graph: Graph, isCancelled: @escaping @Sendable () -> Bool, naming: Int = 3) {
        self.graph = graph
        self.naming = naming
        self.isCancelled = isCancelled
    }

    /// Rows of `noun` that the nodes, of any types, are tied to.
    func reach(from nodes: [NodeID], to noun: Noun) throws(Diagnostic) -> Reached {
        var reached = Reached(naming: naming)
        var start = nodes.startIndex
        while start < nodes.endIndex {
            let type = nodes[start].type
            let end = nodes[start...].firstIndex { $0.type != type } ?? nodes.endIndex
            do {
                try reach(nodes[start..<end].map { UInt32($0.index) }, of: type, to: noun, &reached)
            } catch {
                // Millions of ties take as long to free as many to find.
                letGo(&reached.ties)
                throw error
            }
            start = end
        }
        return reached
    }

    private func reach(
        _ rows: [UInt32], of type: NodeType, to noun: Noun, _ reached: inout Reached
    ) throws(Diagnostic) {
        if graph.statements(of: noun.type) != nil {
            if graph.statements(of: type) == nil {
                try statements(of: rows, type, noun, &reached)
            } else {
                try betweenStatements(rows, type, noun, &reached)
            }
        } else {
            try entities(of: rows, type, noun, &reached)
        }
    }

    // MARK: from and to what statements belong to

    private func statements(of rows: [UInt32], _ type: NodeType, _ noun: Noun, _ reached: inout Reached) throws(Diagnostic) {
        let resolver = Resolver(graph: graph, noun: noun, line: "", isCancelled: isCancelled)
        let names = NamedIndicators(graph)
        for row in rows {
            if isCancelled() { throw .cancelled }
            var found: [UInt32]
            if let filter = resolver.rows(of: NodeID(type, Int(row))) {
                let kinds = noun.kindFilter(graph)
                found = try (kinds.map { Filter.all([filter, $0]) } ?? filter).rows(
                    of: noun.type, in: graph, isCancelled: isCancelled)
            } else {
                found = []
                guard type == .indicator else { continue }
                for other in (0..<UInt32(graph.count(of: noun.type))).until(isCancelled, every: 256)
                where names.indicators(in: graph.words(of: NodeID(noun.type, Int(other)))).contains(row) { found.append(other) }
            }
            for other in found.until(isCancelled, every: 1024) { reached.add(other, from: NodeID(type, Int(row))) }
            try stopIfCancelled(isCancelled)
        }
    }

    private func entities(of rows: [UInt32], _ type: NodeType, _ noun: Noun, _ reached: inout Reached) throws(Diagnostic) {
        if type == noun.type {
            for row in rows { for other in neighbours(of: Int(row), type) { reached.add(other, from: NodeID(type, Int(row))) } }
            return
        }
        if let column = column(of: noun.type, in: type) {
            let size = graph.count(of: noun.type)
            for (index, row) in rows.enumerated() {
                if index & 4095 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.tying, index, of: rows.count)
                }
                let code = column[Int(row)]
                if code < size { reached.add(UInt32(code), from: NodeID(type, Int(row))) }
            }
            return
        }
        if type == .measure || type == .problem, noun.type == .indicator {
            let names = NamedIndicators(graph)
            for (index, row) in rows.enumerated() {
                if index & 255 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.tying, index, of: rows.count)
                }
                for indicator in names.indicators(in: graph.words(of: NodeID(type, Int(row)))).sorted() {
                    reached.add(indicator, from: NodeID(type, Int(row)))
                }
            }
            return
        }
        let resolver = Resolver(graph: graph, noun: noun, line: "", isCancelled: isCancelled)
        for row in rows {
            if isCancelled() { throw .cancelled }
            if let filter = resolver.rows(of: NodeID(type, Int(row))) {
                for other in try filter.rows(of: noun.type, in: graph, isCancelled: isCancelled) {
                    reached.add(other, from: NodeID(type, Int(row)))
                }
                continue
            }
            // Otherwise by way of the statements of both.
            var seen: Set<UInt32> = []
            for noun2 in [Noun.figures, .measures, .problems] {
                guard let column = column(of: noun.type, in: noun2.type),
                    let filter = Resolver(graph: graph, noun: noun2, line: "", isCancelled: isCancelled).rows(
                        of: NodeID(type, Int(row)))
                else { continue }
                for statement in try filter.rows(of: noun2.type, in: graph, isCancelled: isCancelled) {
                    let code = column[Int(statement)]
                    if code < graph.count(of: noun.type) { seen.insert(UInt32(code)) }
                }
            }
            for other in seen.sorted() { reached.add(other, from: NodeID(type, Int(row))) }
        }
    }

    /// The codes of `target` that rows of `type` have.
    private func column(of target: NodeType, in type: NodeType) -> CodeColumn? {
        guard type != target else { return nil }
        return Property.named(target == .period ? "period" : "\(target)", of: type)?.codes?(graph)
    }

    /// What lies under a place, sector, goal or plan; of a document those of the same place, of an indicator those of its sector.
    private func neighbours(of row: Int, _ type: NodeType) -> [UInt32] {
        switch type {
        case .place: Array(graph.places.children[row])
        case .sector: Array(graph.sectors.children[row])
        case .goal: Array(graph.goals.children[row])
        case .period:
            graph.periods.period[row].isYear ? Array(graph.periods.spans[row]) : Array(graph.periods.years[row])
        case .document:
            graph.documents.place[row] == noNode
                ? [] : graph.documents.ofPlace[graph.documents.place[row]].filter { $0 != UInt32(row) }
        case .indicator:
            (0..<UInt32(graph.indicators.count)).filter {
                Int($0) != row && graph.indicators.sector[Int($0)] == graph.indicators.sector[row]
                    && !graph.figures.ofIndicator[$0].isEmpty
            }
        case .figure, .measure, .problem, .sentence: []
        }
    }

    // MARK: between statements

    /// So many targets are held against measures before what was found of them is handed on.
    private static let atOnce = 1 << 16

    private func betweenStatements(_ rows: [UInt32], _ type: NodeType, _ noun: Noun, _ reached: inout Reached) throws(Diagnostic) {
        if type == .figure, noun.type == .figure {
            var matching = ResultMatching(graph, isCancelled: isCancelled)
            for (index, row) in rows.enumerated() {
                if index & 15 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.tying, index, of: rows.count)
                }
                for (other, relation) in figures(of: row, noun, &matching) { reached.add(other, from: NodeID(type, Int(row)), relation) }
            }
            return
        }
        guard let own = graph.statements(of: type), let others = graph.statements(of: noun.type) else { return }
        let kinds = noun.kindFilter(graph)
        func allowed(_ rows: [UInt32]) throws(Diagnostic) -> [UInt32] {
            guard let kinds else { return rows }
            return try kinds.apply(to: rows, isCancelled: isCancelled)
        }
        var near = Nearby(graph, type: noun.type, atAnyTime: type == .problem || noun.type == .problem)
        let names = NamedIndicators(graph)
        var bearing = Bearing(graph)
        let isOfTarget = type != noun.type && (type == .figure || noun.type == .figure) && type != .problem && noun.type != .problem
        var serving = ServingMeasures(graph), served = ServedTargets()
        var found: [UInt32: [(UInt32, Relation?)]] = [:]
        for (index, row) in rows.enumerated() {
            if index & 15 == 0 {
                if isCancelled() { throw .cancelled }
                Progress.tell(.tying, index, of: rows.count)
            }
            let here = Int(row), node = NodeID(type, here)
            if type == .figure, noun.type == .measure {
                // The measures of a place and time are gone through once, in whatever order the targets are asked for.
                if index % Self.atOnce == 0 {
                    let some = rows[index..<min(rows.count, index + Self.atOnce)]
                    let targets = some.filter { graph.figures.kind[Int($0)] == FigureKind.target.code }
                    found = try serving.measures(servingEach: targets.sorted(), isCancelled) {
                        Progress.tell(.tying, index + $0, of: rows.count)
                    }
                }
                if graph.figures.kind[here] == FigureKind.target.code {
                    for (measure, relation) in found[row] ?? [] { reached.add(measure, from: node, relation) }
                    continue
                }
            }
            var candidates = near.rows(around: here, own)
            if type == .measure, noun.type == .figure {
                // Targets by the evidence that the measure serves them; the words below are for results.
                if noun.kinds.contains(.target) {
                    let targets = candidates.filter { graph.figures.kind[Int($0)] == FigureKind.target.code }
                    for (target, relation) in try served.targets(
                        servedBy: here, among: targets, near.home(here, own), &serving, isCancelled)
                    {
                        reached.add(target, from: node, relation)
                    }
                }
                candidates.removeAll { graph.figures.kind[Int($0)] == FigureKind.target.code }
                if candidates.isEmpty { continue }
            }
            if type == .figure, noun.type != .figure {
                for other in near.naming(graph.figures.indicator[here], around: here, own, names) {
                    reached.add(other, from: NodeID(type, Int(row)), .namesIndicator)
                }
            } else if noun.type == .figure {
                let named = names.indicators(in: graph.words(of: node))
                if !named.isEmpty {
                    let naming = candidates.filter { named.contains(graph.figures.indicator[Int($0)]) }
                    for other in try allowed(naming) { reached.add(other, from: NodeID(type, Int(row)), .namesIndicator) }
                }
            }
            if own.sector[here] != .max {
                let words = near.words(of: node)
                let sameSector = candidates.filter { others.sector[Int($0)] == own.sector[here] }
                var apart: [UInt32] = []
                for other in try allowed(sameSector) where type != noun.type || other != row {
                    if words.areShared(with: near.words(of: NodeID(noun.type, Int(other)))) {
                        reached.add(other, from: NodeID(type, Int(row)), .sameSectorAndWords)
                    } else if isOfTarget, bearing.isNarrow(own.sector[here]) {
                        apart.append(other)
                    }
                }
                for other in apart { reached.add(other, from: NodeID(type, Int(row)), .sameSector) }
                if isOfTarget {
                    let serving = candidates.filter { other in
                        let theirs = others.sector[Int(other)]
                        return type == .figure
                            ? bearing.serves(theirs, target: own.sector[here]) : bearing.serves(own.sector[here], target: theirs)
                    }
                    for other in try allowed(serving) { reached.add(other, from: NodeID(type, Int(row)), .servingSector) }
                }
            }
            // The heading says least, and comes last.
            if own.goal[here] != noNode {
                for other in try allowed(Array(others.ofGoal[own.goal[here]])) where type != noun.type || other != row {
                    if type == .measure, noun.type == .figure, graph.figures.kind[Int(other)] == FigureKind.target.code { continue }
                    let (target, measure) =
                        type == .figure ? (own.sector[here], others.sector[Int(other)]) : (others.sector[Int(other)], own.sector[here])
                    if isOfTarget, !bearing.binds(own.goal[here], target: target, measure: measure) { continue }
                    reached.add(other, from: NodeID(type, Int(row)), .sameGoal)
                }
            }
        }
    }

    private func figures(of row: UInt32, _ noun: Noun, _ matching: inout ResultMatching) -> [(UInt32, Relation)] {
        let here = Int(row), isTarget = graph.figures.kind[here] == FigureKind.target.code
        if isTarget, !noun.kinds.contains(.target) { return matching.results(answering: here).map { ($0, .answers) } }
        if !isTarget, noun.kinds == [.target] { return matching.targets(answeredBy: here).map { ($0, .answeredBy) } }
        let statements = graph.figures.statement
        return graph.figures.ofIndicator[graph.figures.indicator[here]].filter {
            let other = Int($0)
            guard other != here, statements.place[other] == statements.place[here],
                let kind = FigureKind(code: graph.figures.kind[other])
            else { return false }
            return noun.kinds.contains(kind) && graph.figures.aspect[other] == graph.figures.aspect[here]
        }.map { ($0, .sharesIndicator) }
    }
}

/// The targets that measures serve, found from those of their place and time.
private struct ServedTargets {
    private var known: Set<Nearby.Key> = []
    private var served: [Int: [(UInt32, Relation?)]] = [:]

    /// - Parameter targets: Those of the measure's place and time, `home`.
    mutating func targets(
        servedBy measure: Int, among targets: [UInt32], _ home: Nearby.Key, _ serving: inout ServingMeasures,
        _ isCancelled: @Sendable () -> Bool
    ) throws(Diagnostic) -> [(UInt32, Relation?)] {
        if known.insert(home).inserted {
            for (index, target) in targets.enumerated() {
                if index & 15 == 0, isCancelled() { throw .cancelled }
                for measure in serving.measures(serving: Int(target)) {
                    if served[measure.measure]?.contains(where: { $0.0 == target }) != true {
                        served[measure.measure, default: []].append((target, measure.reasons.first?.relation))
                    }
                }
            }
        }
        return served[measure] ?? []
    }
}

/// Statements of one type in the same place and time as another statement.
private struct Nearby {
    private let graph: Graph
    private let type: NodeType
    /// Weaknesses are those of the years before; the place or document is enough.
    private let atAnyTime: Bool
    struct Key: Hashable {
        var home: UInt64
        var period: UInt16
    }
    private var around: [Key: [UInt32]] = [:]
    private var naming: [Key: [UInt32: [UInt32]]] = [:]
    private var shared: [NodeID: SharedWords] = [:]

    init(_ graph: Graph, type: NodeType, atAnyTime: Bool) {
        self.graph = graph
        self.atAnyTime = atAnyTime
        self.type = type
    }

    func home(_ row: Int, _ statements: StatementColumns) -> Key { key(row, statements) }

    private func key(_ row: Int, _ statements: StatementColumns) -> Key {
        let place = statements.place[row]
        return Key(
            home: place == noNode ? UInt64(statements.document[row]) << 32 | UInt64(noNode) : UInt64(place),
            period: atAnyTime ? .max : statements.period[row])
    }

    /// Of the same place, or document where there is none, in a period that overlaps.
    mutating func rows(around row: Int, _ statements: StatementColumns) -> [UInt32] {
        let key = key(row, statements)
        if let rows = around[key] { return rows }
        guard let others = graph.statements(of: type) else { return [] }
        var rows: [UInt32]
        if statements.place[row] == noNode {
            let document = Int(statements.document[row])
            let range =
                switch type {
                case .figure: graph.documents.figures.rows(at: document)
                case .measure: graph.documents.measures.rows(at: document)
                default: graph.documents.problems.rows(at: document)
                }
            rows = range.filter { others.place[Int($0)] == noNode }
        } else {
            rows = Array(others.ofPlace[statements.place[row]])
        }
        if key.period != .max {
            let period = graph.periods.period[Int(key.period)]
            rows = rows.filter {
                let other = others.period[Int($0)]
                return other != .max && graph.periods.period[Int(other)].overlaps(period)
            }
        }
        around[key] = rows
        return rows
    }

    mutating func naming(
        _ indicator: UInt32, around row: Int, _ statements: StatementColumns, _ names: NamedIndicators
    ) -> [UInt32] {
        let key = key(row, statements)
        if let known = naming[key] { return known[indicator] ?? [] }
        var known: [UInt32: [UInt32]] = [:]
        for other in rows(around: row, statements) {
            for named in names.indicators(in: graph.words(of: NodeID(type, Int(other)))) { known[named, default: []].append(other) }
        }
        naming[key] = known
        return known[indicator] ?? []
    }

    mutating func words(of node: NodeID) -> SharedWords {
        if let words = shared[node] { return words }
        let words = SharedWords(
            node.type == .figure ? graph.name(of: node) + " " + graph.words(of: node) : graph.words(of: node))
        shared[node] = words
        return words
    }
}

/// Finds the indicators that a text names by their standard names.
private struct NamedIndicators {
    /// By their first two characters.
    private var byBeginning: [UInt64: [(name: [Unicode.Scalar], indicator: UInt32)]] = [:]

    init(_ graph: Graph) {
        for row in 0..<UInt32(graph.indicators.count) where !graph.figures.ofIndicator[row].isEmpty {
            let name = Array(graph.strings[graph.indicators.name[Int(row)]].unicodeScalars)
            if name.count >= 2 { byBeginning[Self.beginning(name[...]), default: []].append((name, row)) }
        }
    }

    private static func beginning(_ text: ArraySlice<Unicode.Scalar>) -> UInt64 {
        UInt64(text[text.startIndex].value) << 32 | UInt64(text[text.startIndex + 1].value)
    }

    func indicators(in text: String) -> Set<UInt32> {
        let letters = Array(text.unicodeScalars)
        var found: Set<UInt32> = []
        for start in letters.indices.dropLast() {
            for (name, indicator) in byBeginning[Self.beginning(letters[start...])] ?? [] where letters[start...].starts(with: name) {
                found.insert(indicator)
            }
        }
        return found
    }
}
