import Documents
import KnowledgeGraph
import Lexicon

/// Runs a query: terms choose rows, stages work on them one after the other.
struct Evaluator {
    let graph: Graph
    let line: String
    let isCancelled: @Sendable () -> Bool
    /// What `last`, `#3` and `$name` stand for.
    var context = Context()
    private(set) var notes: [String] = []
    /// The rows that were found, to go on from.
    private(set) var found: Flow?

    init(graph: Graph, line: String, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.line = line
        self.isCancelled = isCancelled
    }

    /// Rows on their way through the stages.
    struct Flow {
        var noun: Noun
        var terms: [Condition]
        var rows: [UInt32]
        var scene: Scene
        var columns: [Property]
        /// Set once groups have taken the place of nodes.
        var groups: Table?
        /// What the groups are drawn as, where they are a trend.
        var chart: Chart?
        var format: OutputFormat?
        /// Right behind `sort`: of each row, whether the next is equal to it.
        var equalsNext: [Bool] = []
        /// Whether `select` named the columns.
        var isChosen = false
        /// Whether all columns are wanted, in whatever format.
        var isWide = false
        var saving: Saving?
        /// Where the rows are not all of the noun's, as when they were reached from others: all of them, before the terms.
        var reached: [UInt32]?
        /// Whether it was said why no row is left.
        var isEmptinessTold = false

        var count: Int { groups?.rows.count ?? rows.count }
    }

    mutating func run(_ query: Query) throws(Diagnostic) -> Answer {
        var query = query
        switch query.stages.first {
        case .trend?, .changes?, .compare?: query.terms = indicatorsTogether(query.terms)
        default: break
        }
        var flow: Flow
        if let noun = Noun.named(query.noun.text) {
            flow = try select(noun, query.terms)
            if noun.name == Noun.check.name {
                let said = flow.count
                flow.rows = try Promises(graph, isCancelled: isCancelled).once(flow.rows)
                if said > flow.count { notes.append(Message.saidAgain(said - flow.count).text) }
            }
            try order(&flow)
        } else {
            flow = try context.flow(query.noun, graph: graph)
            (flow.terms, flow.format, flow.saving, flow.reached) = ([], nil, nil, flow.rows)
            if !query.terms.isEmpty { try apply(.filter(query.terms), to: &flow) }
        }
        let found = flow.count
        for stage in query.stages { try apply(stage, to: &flow) }
        try explainYears(query.terms, flow)
        if flow.noun.name == Noun.check.name, flow.groups == nil, flow.count > 1 {
            notes.insert(try OutcomeTotals(try once(flow), flow.scene).note.text, at: 0)
        }
        try explainUnits(query, flow)
        // Where nothing was found to begin with, the stages have nothing to say.
        let first = found == 0 ? Noun.named(query.noun.text) : nil
        if first != nil || flow.reached == nil && !flow.isEmptinessTold && (found == 0 || flow.count == 0 && !query.stages.isEmpty) {
            notes = try Explanation(graph: graph, line: line, isCancelled: isCancelled, context: context)
                .whyEmpty(first ?? flow.noun, first == nil ? flow.terms : query.terms) + notes
        }
        var answer = Answer(.table(try table(flow)), notes: notes, format: flow.format)
        answer.chart = flow.chart
        if let saving = flow.saving { answer.request = .save(saving) }
        self.found = flow
        return answer
    }

    /// Whether the rows are promises once each: those of `check`, unless they were reached from others.
    private func isOnce(_ flow: Flow) -> Bool { flow.noun.name == Noun.check.name && flow.reached == nil }

    private func once(_ flow: Flow) throws(Diagnostic) -> [UInt32] {
        isOnce(flow) ? flow.rows : try Promises(graph, isCancelled: isCancelled).once(flow.rows)
    }

    /// What is laid over each other is meant together: words that name indicators stand for any of them, and for nothing else of
    /// the same name.
    private func indicatorsTogether(_ terms: [Condition]) -> [Condition] {
        var names: [Word] = [], others: [Condition] = []
        for term in terms {
            if case .word(let word) = term, isSeries(graph.names.nodes(typed: word.text)) {
                names.append(word)
            } else {
                others.append(term)
            }
        }
        guard let first = names.first else { return terms }
        return [.key(Word("indicator", at: first.span), names)] + others
    }

    /// Whether these nodes are an indicator of several figures; with one alone, a sector of the same name is meant (trend 就业).
    private func isSeries(_ nodes: [NodeID]) -> Bool {
        nodes.contains { node in
            guard node.type == .indicator else { return false }
            return graph.figures.ofIndicator[node.index].count > 1 || !nodes.contains { $0.type == .sector }
        }
    }

    /// A trend without a line says why.
    private func nothingDrawn(_ trend: Trend, of flow: Flow) -> [String] {
        trend.series.isEmpty && flow.count > 0 ? [Message.nothingToDraw(flow.count).text] : []
    }

    /// Stages on a table of any kind.
    mutating func run(_ table: Table, _ stages: [Stage]) throws(Diagnostic) -> Answer {
        try run(Flow(table, graph: graph), stages)
    }

    /// Stages on rows that are there already.
    mutating func run(_ start: Flow, _ stages: [Stage]) throws(Diagnostic) -> Answer {
        var flow = start
        for stage in stages { try apply(stage, to: &flow) }
        var answer = Answer(.table(try self.table(flow)), notes: notes, format: flow.format)
        answer.chart = flow.chart
        if let saving = flow.saving { answer.request = .save(saving) }
        found = flow
        return answer
    }

    /// The rows of a query as it stands so far, in any order; nil once groups have taken their place. For completion.
    mutating func rows(_ query: Query) throws(Diagnostic) -> Flow? {
        var flow: Flow
        if let noun = Noun.named(query.noun.text) {
            flow = try select(noun, query.terms)
        } else {
            flow = try context.flow(query.noun, graph: graph)
            flow.reached = flow.rows
            if !query.terms.isEmpty { try apply(.filter(query.terms), to: &flow) }
        }
        for stage in query.stages {
            switch stage {
            case .filter, .take, .skip, .count, .aggregate, .totals, .trend, .changes, .compare, .matrix: try apply(stage, to: &flow)
            case .reach, .tied:
                // What a great many rows are tied to cannot be told while someone types.
                guard flow.count <= 20_000 else { throw .cancelled }
                try apply(stage, to: &flow)
            case .sort, .select, .format, .save: break
            }
            if flow.groups != nil { return nil }
        }
        return flow
    }

    private func table(_ flow: Flow) throws(Diagnostic) -> Table {
        if let groups = flow.groups { return groups }
        let nodes = flow.rows.map { NodeID(flow.noun.type, Int($0)) }
        var flow = flow
        if flow.isWide, !flow.isChosen { flow.columns = allColumns(flow) }
        return Table(columns: flow.columns.map(\.column), rows: try cells(flow), nodes: nodes)
    }

    /// The columns that the noun shows, then its other properties, except those that say the same in other words.
    private func allColumns(_ flow: Flow) -> [Property] {
        let shown = Set(flow.columns.map(\.key)).union(["target", "result", "figure"])
        return flow.columns + Property.all(of: flow.noun.type).filter { !shown.contains($0.key) }
    }

    private func cells(_ flow: Flow) throws(Diagnostic) -> [[Cell]] {
        var rows: [[Cell]] = []
        rows.reserveCapacity(flow.rows.count)
        var readers = flow.columns.map { CellReader($0, flow.scene, rows: flow.rows.count) }
        // The many properties of `wide` do much for a row.
        let often = flow.isWide ? 7 : 31
        for (index, row) in flow.rows.enumerated() {
            if index & often == 0 {
                if isCancelled() {
                    letGo(&rows)
                    throw .cancelled
                }
                Progress.tell(.makingCells, index, of: flow.rows.count)
            }
            var cells: [Cell] = []
            cells.reserveCapacity(readers.count)
            for column in readers.indices { cells.append(readers[column].cell(flow.scene, Int(row))) }
            rows.append(cells)
        }
        return rows
    }

    // MARK: terms

    mutating func select(_ noun: Noun, _ terms: [Condition], of base: Flow? = nil) throws(Diagnostic) -> Flow {
        let columns = noun.columns.compactMap { Property.named($0, of: noun.type) }
        var flow = Flow(noun: noun, terms: terms, rows: [], scene: Scene(graph: graph, isCancelled: isCancelled), columns: columns)
        if let base { (flow.scene.ties, flow.reached, flow.saving) = (base.scene.ties, base.reached, base.saving) }
        if graph.statements(of: noun.type) != nil {
            (flow.rows, flow.scene.beside) = try statements(noun, terms, of: base)
            nameDocuments(&flow)
            return flow
        }
        if noun.type == .sentence {
            (flow.rows, flow.scene.sought) = try sentences(noun, terms, of: base)
            return flow
        }
        let kinds = Selection.Sides(terms, of: noun.type, in: graph)
        var counting = Selection(graph: graph, line: line, isCancelled: isCancelled, context: context)
        flow.scene.counts = try counting.counts(per: noun.type, terms: kinds.statements)
        var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        resolver.counts = flow.scene.counts
        resolver.ties = flow.scene.ties
        resolver.context = context
        let filter = try resolver.filter(kinds.own)
        notes += resolver.readings.map(\.text)
        var rows: [UInt32]
        if let reached = base?.reached {
            rows = try filter.apply(to: reached, isCancelled: isCancelled)
        } else {
            rows = try filter.rows(of: noun.type, in: graph, isCancelled: isCancelled)
        }
        // What nothing is said of is left out, but for the top sectors, those asked for by name, and documents.
        let lists = noun.type == .sector || noun.type == .document || noun.type == .goal
        if !kinds.statements.isEmpty || !lists {
            rows.removeAll { flow.scene.counts.total(Int($0)) == 0 }
        } else if noun.type == .sector, kinds.own.isEmpty {
            rows.removeAll { graph.sectors.parent[Int($0)] != .max && flow.scene.counts.total(Int($0)) == 0 }
        }
        if noun.type == .sector { rows = inTreeOrder(rows) }
        if noun.type == .goal, base == nil { rows.removeAll { !graph.goals.looksForward[Int($0)] } }
        flow.rows = rows
        return flow
    }

    /// Each sector with those under it behind it.
    private func inTreeOrder(_ sectors: [UInt32]) -> [UInt32] {
        let wanted = Set(sectors), tree = graph.sectors
        var ordered: [UInt32] = []
        func visit(_ row: UInt32) {
            if wanted.contains(row) { ordered.append(row) }
            for child in tree.children[Int(row)] { visit(child) }
        }
        for row in 0..<tree.count where tree.parent[row] == .max { visit(UInt32(row)) }
        return ordered
    }

    /// A statement whose document names no place is told by its document instead.
    private func nameDocuments(_ flow: inout Flow) {
        guard let place = flow.columns.firstIndex(where: { $0.key == "place" }),
            let document = Property.named("document", of: flow.noun.type),
            let places = graph.statements(of: flow.noun.type)?.place,
            flow.rows.contains(where: { flow.scene.code(.place, Int($0), places) == Int(noNode) })
        else { return }
        flow.columns.insert(document, at: place + 1)
    }

    /// The rows, and what stands beside them in the list that they come from.
    private mutating func statements(
        _ noun: Noun, _ terms: [Condition], of base: Flow? = nil
    ) throws(Diagnostic) -> (rows: [UInt32], beside: BesideRows?) {
        var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        resolver.context = context
        var filter = try resolver.filter(terms)
        notes += resolver.readings.map(\.text)
        if let rows = base?.reached { return (try filter.apply(to: rows, isCancelled: isCancelled), nil) }
        if let kinds = noun.kindFilter(graph) { filter = .all([kinds, filter]) }
        let (rows, list) = try filter.found(of: noun.type, in: graph, isCancelled: isCancelled)
        return (rows, noun.type == .figure ? list?.beside : nil)
    }

    /// Sentences in the order of the documents, and the words they were found by.
    private mutating func sentences(
        _ noun: Noun, _ terms: [Condition], of base: Flow?
    ) throws(Diagnostic) -> ([UInt32], [SoughtText]) {
        var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        resolver.context = context
        resolver.ties = base?.scene.ties ?? [:]
        let filter = try resolver.filter(terms)
        notes += resolver.readings.map(\.text)
        if let rows = base?.reached { return (try filter.apply(to: rows, isCancelled: isCancelled), resolver.sought) }
        return (try filter.rows(of: .sentence, in: graph, isCancelled: isCancelled), resolver.sought)
    }

    /// Says which rows come from spans that only cover the year asked for, and what a plan's own years hold besides.
    private mutating func explainYears(_ terms: [Condition], _ flow: Flow) throws(Diagnostic) {
        guard flow.noun.type == .figure else { return }
        for term in terms {
            if case .years(let low?, let high?, let word) = term, low == high {
                var spans: [Period: Int] = [:]
                for row in flow.rows.until(isCancelled) {
                    let period = UInt16(flow.scene.code(.period, Int(row), graph.figures.statement.period))
                    guard period != .max, !graph.periods.period[Int(period)].isYear else { continue }
                    spans[graph.periods.period[Int(period)], default: 0] += 1
                }
                try stopIfCancelled(isCancelled)
                if spans.isEmpty { continue }
                let named = spans.keys.sorted().map { graph.spanName($0) }.joined(separator: ", ")
                let shown = flow.groups.map { $0.columns.map(\.key) } ?? flow.columns.map(\.key), rows = spans.values.reduce(0, +)
                notes.append(Message.spansThatCover(year: word.text, rows: rows, spans: named, isShown: shown.contains("period")).text)
            }
            if case .word(let word) = term, let node = graph.names.node(.period, named: word.text) {
                let plan = graph.periods.period[Int(node.index)]
                guard !plan.isYear else { continue }
                let years = "\(plan.start)..\(plan.end)"
                let wider = line.replacing(word.span, with: years)
                guard
                    let others = try? statementsQuietly(
                        flow.noun, terms.map { $0 == term ? .years(Int(plan.start), Int(plan.end), word) : $0 }),
                    others.count > flow.rows.count
                else { continue }
                notes.append(
                    Message.withinPlan(rows: others.count - flow.rows.count, noun: flow.noun.name, plan: word.text, line: wider)
                        .text)
            }
        }
    }

    /// Says where amounts of different units met.
    private mutating func explainUnits(_ query: Query, _ flow: Flow) throws(Diagnostic) {
        guard let noun = Noun.named(query.noun.text), noun.type == .figure else { return }
        let stages = query.stages.prefix { if case .filter = $0 { true } else { false } }
        let terms = query.terms + stages.flatMap { stage -> [Condition] in if case .filter(let more) = stage { more } else { [] } }
        guard terms.contains(where: { !$0.amounts.isEmpty }) else { return }
        let rows = try statementsQuietly(noun, terms)
        notes += UnitNotes(graph: graph).notes(terms, rows) { value, other in
            let changed = terms.map { $0.replacing(value, with: other) }
            return (try? statementsQuietly(noun, changed).count) ?? 0
        }.map(\.text)
    }

    private func statementsQuietly(_ noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> [UInt32] {
        var copy = self
        return try copy.statements(noun, terms).rows
    }

    // MARK: order

    private func order(_ flow: inout Flow) throws(Diagnostic) {
        switch flow.noun.order {
        case .asNumbered: break
        case .byCount:
            let totals = flow.scene.counts
            flow.rows = try sorted(flow.rows) { row in -totals.total(Int(row)) }
        case .byRelevance:
            guard !flow.scene.sought.isEmpty else { break }
            guard let scores = graph.relevance(of: flow.rows, to: flow.scene.sought, isCancelled: isCancelled) else { throw .cancelled }
            flow.rows = try zip(scores, flow.rows).sorted(unless: isCancelled) { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
        case .byIndicator:
            let (indicators, documents) = (graph.figures.indicator, graph.indicators.documents)
            let (places, periods) = (graph.figures.statement.place, graph.figures.statement.period)
            let scene = flow.scene
            // Passes over all codes pay where there are not many more of them than rows.
            if flow.rows.count > 2 * graph.indicators.count + graph.places.count / 8 {
                let ranks = (0..<graph.indicators.count).sorted { (documents[$1], $0) < (documents[$0], $1) }
                var rank = [Int](repeating: 0, count: ranks.count)
                for (at, indicator) in ranks.enumerated() { rank[indicator] = at }
                // Each pass keeps the order of those before it.
                var rows = flow.rows.sorted()
                rows = try ordered(rows, graph.periods.count) { scene.code(.period, $0, periods) }
                rows = try ordered(rows, graph.places.count) { scene.code(.place, $0, places) }
                flow.rows = try ordered(rows, rank.count) { rank[scene.code(.indicator, $0, indicators)] }
                return
            }
            let keys = flow.rows.until(isCancelled).map { row in
                let row = Int(row), indicator = scene.code(.indicator, row, indicators)
                let place = scene.code(.place, row, places), period = scene.code(.period, row, periods)
                return OrderKey(
                    first: UInt64(~documents[indicator]) << 32 | UInt64(indicator), second: UInt64(place) << 16 | UInt64(period),
                    row: UInt32(row))
            }
            try stopIfCancelled(isCancelled)
            flow.rows = try keys.sorted(unless: isCancelled, by: <).map(\.row)
        }
    }

    /// The rows by their codes, those of one code in the order they have; codes of `count` and more, which stand for none, come last.
    private func ordered(_ rows: [UInt32], _ count: Int, by code: (Int) -> Int) throws(Diagnostic) -> [UInt32] {
        try stopIfCancelled(isCancelled)
        let codes = rows.map { min(code(Int($0)), count) }
        var next = [Int](repeating: 0, count: count + 2)
        for code in codes { next[code + 1] += 1 }
        for code in 0...count { next[code + 1] += next[code] }
        var ordered = [UInt32](repeating: 0, count: rows.count)
        for (row, code) in zip(rows, codes) {
            ordered[next[code]] = row
            next[code] += 1
        }
        return ordered
    }

    private struct OrderKey: Comparable {
        var first: UInt64
        var second: UInt64
        var row: UInt32

        static func < (a: OrderKey, b: OrderKey) -> Bool {
            if a.first != b.first { return a.first < b.first }
            return a.second != b.second ? a.second < b.second : a.row < b.row
        }
    }

    private func sorted(_ rows: [UInt32], by key: (UInt32) -> Int) throws(Diagnostic) -> [UInt32] {
        try rows.map { (key($0), $0) }.sorted(unless: isCancelled) { $0 < $1 }.map(\.1)
    }

    /// Those of `rows` that are among the others too, in their order.
    private func common(_ rows: [UInt32], _ others: [UInt32]) throws(Diagnostic) -> [UInt32] {
        let others = try Set(others, unless: isCancelled), common = rows.until(isCancelled).filter { others.contains($0) }
        try stopIfCancelled(isCancelled)
        return common
    }

    /// The rows of a noun, as it orders them.
    mutating func ordered(_ noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> [UInt32] {
        var flow = try select(noun, terms)
        try order(&flow)
        return flow.rows
    }

    // MARK: stages

    private mutating func apply(_ stage: Stage, to flow: inout Flow) throws(Diagnostic) {
        if isCancelled() { throw .cancelled }
        let equalsNext = flow.equalsNext
        flow.equalsNext = []
        switch stage {
        case .format, .save: break
        default: flow.chart = nil
        }
        switch stage {
        case .filter(let conditions):
            if let table = flow.groups {
                flow.groups = try GroupFilter(line: line).apply(conditions, to: table)
            } else {
                let before = flow.count
                flow.terms += conditions
                var narrower = try select(flow.noun, flow.terms, of: flow)
                narrower.rows = try common(flow.rows, narrower.rows)
                narrower.columns = flow.columns
                narrower.format = flow.format
                (narrower.isWide, narrower.isChosen) = (flow.isWide, flow.isChosen)
                flow = narrower
                if flow.reached != nil, flow.rows.isEmpty, before > 0 {
                    notes.append(Message.noneOfThem(before).text)
                }
                notes = notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            }
        case .sort(let keys):
            let sorting = try Sorting(keys, flow, graph: graph, isCancelled: isCancelled)
            if let note = sorting.note { notes.append(note.text) }
            flow.equalsNext = sorting.equalsNext
            if let table = flow.groups {
                flow.groups = Table(
                    columns: table.columns, rows: sorting.order.map { table.rows[$0] },
                    nodes: sorting.order.map { table.nodes[$0] })
            } else {
                flow.rows = sorting.order.map { flow.rows[$0] }
            }
        case .take(let number):
            if number > 0, number < flow.count, equalsNext.count == flow.count {
                let more = equalsNext[(number - 1)...].prefix { $0 }.count
                if more > 0 { notes.append(Message.equalRows(more).text) }
            }
            slice(&flow, 0..<min(number, flow.count), stage)
        case .skip(let number): slice(&flow, min(number, flow.count)..<flow.count, stage)
        case .select(let keys):
            try choose(keys, &flow)
            flow.isChosen = true
        case .count(let keys):
            flow.groups = try Grouping(keys, flow, graph: graph, counting: true, isCancelled: isCancelled).counted()
        case .aggregate(let function, let property, let keys):
            // What a document says twice is no second amount.
            if property.text == "value", function == .sum || function == .mean, flow.groups == nil, flow.noun.type == .figure {
                let said = flow.count
                flow.rows = try Promises(graph, isCancelled: isCancelled).once(flow.rows)
                if said > flow.count { notes.append(Message.saidAgain(said - flow.count).text) }
            }
            let grouping = try Grouping(keys, flow, graph: graph, isCancelled: isCancelled)
            let (table, apart) = try grouping.aggregated(function, property)
            if apart { notes.append(Message.unitsApart.text) }
            flow.groups = table
        case .trend:
            let flowing = try figures(flow, "trend 地区生产总值")
            let trend = try Trend(flowing.rows, flowing.scene, isCancelled: isCancelled)
            (flow.groups, flow.chart) = (trend.table, trend.chart)
            notes += trend.notes.map(\.text) + nothingDrawn(trend, of: flowing)
        case .changes:
            let flowing = try figures(flow, "changes 地区生产总值")
            // Words need no room to be held apart in.
            let trend = try Trend(flowing.rows, flowing.scene, most: .max, isCancelled: isCancelled)
            flow.groups = try Changes(trend, graph, isCancelled: isCancelled).table
            notes += trend.notes.map(\.text) + nothingDrawn(trend, of: flowing)
        case .compare(let key):
            let comparing = try Comparing(try figures(flow, "compare 2026"), by: key, graph, isCancelled: isCancelled)
            flow.groups = comparing.table
            notes += comparing.notes.map(\.text)
        case .matrix(let down, let across):
            let matrix = try Matrix(down, across, flow, graph: graph, isCancelled: isCancelled)
            flow.groups = matrix.table
            notes += matrix.notes.map(\.text)
        case .totals(let keys):
            guard flow.groups == nil, flow.noun.type == .figure else {
                throw Diagnostic(
                    .unexpected, Message.noOutcomes.text, at: ByteSpan(0, line.utf8.count), expected: ["check 2025 | totals by sector"])
            }
            flow.groups = try Grouping(keys, flow, graph: graph, isCancelled: isCancelled).outcomes(once: isOnce(flow))
        case .format(let format):
            flow.format = format
            if format == .wide { flow.isWide = true }
        case .save(let saving): flow.saving = saving
        case .reach(let noun, let terms): try reach(noun, terms, &flow)
        case .tied(let has, let noun, let terms): try keep(has, noun, terms, &flow)
        }
    }

    /// Rows that lead to rows of another noun which the terms hold for, or those that do not.
    private mutating func keep(_ has: Bool, _ word: Word, _ terms: [Condition], _ flow: inout Flow) throws(Diagnostic) {
        guard let noun = Noun.named(word.text) else { return }
        let nodes = flow.nodes, before = flow.count
        guard !nodes.isEmpty || before == 0 else {
            throw Diagnostic(.unexpected, Message.noWayOn(to: noun.name).text, at: word.span)
        }
        let leading = try leading(nodes, to: noun, terms)
        if let table = flow.groups {
            let kept = table.nodes.indices.filter { row in table.nodes[row].map { leading.contains($0) == has } ?? false }
            flow.groups = Table(columns: table.columns, rows: kept.map { table.rows[$0] }, nodes: kept.map { table.nodes[$0] })
        } else {
            let type = flow.noun.type
            flow.rows = flow.rows.until(isCancelled).filter { leading.contains(NodeID(type, Int($0))) == has }
            try stopIfCancelled(isCancelled)
        }
        if flow.count == 0, before > 0 {
            flow.isEmptinessTold = true
            notes.append(Message.noneTied(has, before, noun: noun.name).text)
        }
    }

    /// Those of the nodes from which there is a way to rows of the noun that the terms hold for.
    private mutating func leading(_ nodes: [NodeID], to noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> Set<NodeID> {
        var resolver = Resolver(graph: graph, noun: noun, line: line, isCancelled: isCancelled)
        resolver.context = context
        var leading: Set<NodeID> = []
        if let type = nodes.first?.type, graph.statements(of: noun.type) != nil, graph.statements(of: type) == nil,
            nodes.allSatisfy({ resolver.rows(of: $0) != nil })
        {
            let filter = try resolver.filter(terms)
            notes += resolver.readings.map(\.text)
            let all = noun.kindFilter(graph).map { [$0, filter] } ?? [filter]
            for node in nodes {
                guard let own = resolver.rows(of: node) else { continue }
                if !(try Filter.all([own] + all).rows(of: noun.type, in: graph, isCancelled: isCancelled)).isEmpty { leading.insert(node) }
            }
            return leading
        }
        let wanted = try Set(try select(noun, terms).rows, unless: isCancelled)
        let reached = try Ties(graph: graph, isCancelled: isCancelled, naming: .max).reach(from: nodes, to: noun)
        for (row, tie) in reached.ties where wanted.contains(row) { leading.formUnion(tie.from) }
        return leading
    }

    /// The flow, where its rows are figures.
    private func figures(_ flow: Flow, _ example: String) throws(Diagnostic) -> Flow {
        guard flow.groups == nil, flow.noun.type == .figure else {
            throw Diagnostic(.unexpected, Message.noFigures.text, at: ByteSpan(0, line.utf8.count), expected: [example])
        }
        return flow
    }

    /// The rows of another noun that those of the flow are tied to.
    private mutating func reach(_ word: Word, _ terms: [Condition], _ flow: inout Flow) throws(Diagnostic) {
        guard let noun = Noun.named(word.text) else { return }
        // Groups of one property stand for places, sectors and the like.
        let nodes = flow.nodes
        guard !nodes.isEmpty || flow.count == 0 else {
            throw Diagnostic(.unexpected, Message.noWayOn(to: noun.name).text, at: word.span)
        }
        let reached = try Ties(graph: graph, isCancelled: isCancelled).reach(from: nodes, to: noun)
        var next = Flow(noun: noun, terms: terms, rows: reached.rows, scene: Scene(graph: graph, isCancelled: isCancelled), columns: [])
        next.scene.ties = reached.ties
        next.reached = reached.rows
        next.format = flow.format
        next.saving = flow.saving
        var narrower = try select(noun, terms, of: next)
        narrower.rows = try common(reached.rows, narrower.rows)
        narrower.format = flow.format
        var keys = noun.columns
        if graph.statements(of: noun.type) == nil {
            keys.removeAll { ["targets", "results", "measures", "problems", "documents"].contains($0) }
            keys.append("count")
            let counts = reached.ties
            narrower.rows = try sorted(narrower.rows) { row in -(counts[row]?.count ?? 0) }
        } else if reached.ties.values.contains(where: { $0.relation != nil }) {
            keys.append("reason")
        }
        narrower.columns = keys.compactMap { Property.named($0, of: noun.type) }
        if graph.statements(of: noun.type) != nil { nameDocuments(&narrower) }
        if narrower.rows.isEmpty, !nodes.isEmpty {
            notes.append(Message.nothingTied(noun: noun.name, to: nodes.count, narrowed: !reached.rows.isEmpty).text)
        }
        flow = narrower
    }

    private mutating func slice(_ flow: inout Flow, _ range: Range<Int>, _ stage: Stage) {
        if range.isEmpty, flow.count > 0 {
            notes.append(Message.nothingTaken(Printer(Tongue.current == .chinese ? .chinese : .english).print(stage), of: flow.count).text)
        }
        if let table = flow.groups {
            flow.groups = Table(columns: table.columns, rows: Array(table.rows[range]), nodes: Array(table.nodes[range]))
        } else {
            flow.rows = Array(flow.rows[range])
        }
    }

    private func choose(_ keys: [Word], _ flow: inout Flow) throws(Diagnostic) {
        if let table = flow.groups {
            var indices: [Int] = []
            for key in keys { indices.append(try table.index(of: key)) }
            flow.groups = Table(
                columns: indices.map { table.columns[$0] }, rows: table.rows.map { row in indices.map { row[$0] } },
                nodes: table.nodes)
        } else {
            var columns: [Property] = []
            for key in keys { columns.append(try flow.property(key)) }
            flow.columns = columns
        }
    }
}

extension Evaluator.Flow {
    /// The property of the rows; a diagnostic where they have none of that name.
    func property(_ key: Word) throws(Diagnostic) -> Property {
        // Rows that were not reached from others were counted by nothing.
        let own = Property.all(of: noun.type).filter { $0.key != "count" || reached != nil }
        if let property = own.first(where: { $0.key == key.text }) ?? (key.text == "count" ? nil : Property.named(key.text, of: noun.type))
        {
            return property
        }
        let shown = columns.map(\.key).filter { $0 != "count" }
        throw Diagnostic(
            .unknownProperty, Message.notAProperty(key.text, noun: noun.name).text, at: key.span,
            expected: (shown + own.map(\.key).filter { !shown.contains($0) }).map(KeyWord.word))
    }
}

extension Table {
    func index(of key: Word) throws(Diagnostic) -> Int {
        if let index = columns.firstIndex(where: { $0.key == key.text }) { return index }
        throw Diagnostic(.unknownProperty, Message.notAColumn(key.text).text, at: key.span, expected: columns.map { KeyWord.word($0.key) })
    }
}

extension Noun {
    /// Figures of the kinds the noun stands for; nil where it stands for all rows of its type.
    func kindFilter(_ graph: Graph) -> Filter? {
        guard type == .figure, kinds.count < FigureKind.allCases.count else { return nil }
        let mask = FigureKind.allCases.map { kinds.contains($0) }
        return .codes(.narrow(graph.figures.kind), mask: mask, known: KnownCodes(key: "kind", codes: mask.indices.filter { mask[$0] }))
    }
}

extension Graph {
    /// `十五五 (2026–2030)`, or the years alone.
    func spanName(_ period: Period) -> String {
        guard let row = periods.index(of: period), let name = strings.string(periods.name[row]) else { return period.years }
        return "\(name) (\(period.years))"
    }
}
