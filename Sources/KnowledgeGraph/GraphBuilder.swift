import Documents
import Extraction
import Lexicon

/// Numbers the nodes and fills the columns. What the lexicon knows comes first and in its order, so that places, indicators
/// and sectors keep their numbers whatever is loaded; documents follow their place, year, name and content.
package struct GraphBuilder {
    private var graph = GraphColumns()
    private var strings = Interner()
    private let lexicon: Lexicon
    /// Rows by the number of their name.
    private var sectorRows = RowsByName<UInt16>()
    private var indicatorRows = RowsByName<UInt32>()
    private var placeRows = RowsByName<UInt32>()
    private var placeAliases: [String: String] = [:]
    private var unitRows = RowsByName<UInt16>()
    private var baseRows: [String: UInt16] = [:]
    /// Of each year its period, `UInt16.max` for none.
    private var yearRows: [UInt16] = []

    /// - Parameter graph: One whose places, indicators, sectors and units keep their numbers.
    package init(lexicon: Lexicon, continuing graph: Graph? = nil) {
        self.lexicon = lexicon
        if let known = graph {
            for row in 0..<known.sectors.count { _ = sector(Sector(known.strings[known.sectors.code[row]])) }
            for row in 0..<known.indicators.count { _ = indicator(known.strings[known.indicators.name[row]]) }
            for row in 0..<known.places.count { _ = place(known.strings[known.places.name[row]]) }
            for row in 0..<known.units.count { _ = unit(known.strings[known.units.name[row]]) }
        }
        for entry in lexicon.sectors { _ = sector(entry.sector) }
        for entry in lexicon.indicators { _ = indicator(entry.name) }
        for entry in lexicon.places {
            for alias in entry.aliases where placeAliases[alias] == nil { placeAliases[alias] = entry.name }
        }
        for entry in lexicon.places { placeAliases[entry.name] = entry.name }
        for entry in lexicon.places { _ = place(entry.name) }
        describeEntities()
    }

    // MARK: entities

    private mutating func sector(_ sector: Sector) -> UInt16 {
        let code = strings.id(of: sector.rawValue)
        if let row = sectorRows[code] { return row }
        let cut = sector.rawValue.utf8.lastIndex(of: UInt8(ascii: "."))
        let parent = cut.map { self.sector(Sector(sector.rawValue[..<$0])) } ?? .max
        let row = UInt16(graph.sectors.count)
        sectorRows[code] = row
        graph.sectors.code.append(code)
        graph.sectors.name.append(code)
        graph.sectors.english.append(StringTable.none)
        graph.sectors.parent.append(parent)
        return row
    }

    private mutating func indicator(_ name: String) -> UInt32 {
        let id = strings.id(of: name)
        if let row = indicatorRows[id] { return row }
        let row = UInt32(graph.indicators.count)
        indicatorRows[id] = row
        graph.indicators.name.append(id)
        graph.indicators.english.append(StringTable.none)
        graph.indicators.sector.append(.max)
        graph.indicators.direction.append(Direction.none.code)
        return row
    }

    private mutating func place(_ name: String) -> UInt32 {
        let id = strings.id(of: placeAliases[name] ?? name)
        if let row = placeRows[id] { return row }
        let row = UInt32(graph.places.count)
        placeRows[id] = row
        graph.places.name.append(id)
        graph.places.english.append(StringTable.none)
        graph.places.level.append(.max)
        graph.places.parent.append(noNode)
        return row
    }

    private mutating func unit(_ name: String) -> UInt16 {
        let id = strings.id(of: name)
        if let row = unitRows[id] { return row }
        let scale = UnitScale(name)
        let base = baseRows[scale.base] ?? UInt16(clamping: graph.units.bases.count)
        if baseRows[scale.base] == nil {
            baseRows[scale.base] = base
            graph.units.bases.append(strings.id(of: scale.base))
        }
        let row = UInt16(clamping: graph.units.count)
        unitRows[id] = row
        graph.units.name.append(id)
        graph.units.base.append(base)
        graph.units.power.append(UInt8(clamping: scale.power))
        return row
    }

    /// What the lexicon says of its own entries.
    private mutating func describeEntities() {
        for entry in lexicon.sectors {
            let row = Int(sector(entry.sector))
            graph.sectors.name[row] = strings.id(of: entry.name)
            if !entry.english.isEmpty { graph.sectors.english[row] = strings.id(of: entry.english) }
        }
        for entry in lexicon.indicators {
            let row = Int(indicator(entry.name))
            if !entry.english.isEmpty { graph.indicators.english[row] = strings.id(of: entry.english) }
            graph.indicators.sector[row] = sector(entry.sector)
            graph.indicators.direction[row] = entry.direction.code
        }
        for entry in lexicon.places {
            let row = Int(place(entry.name))
            if !entry.english.isEmpty { graph.places.english[row] = strings.id(of: entry.english) }
            graph.places.level[row] = entry.level.code
            if !entry.parent.isEmpty { graph.places.parent[row] = place(entry.parent) }
        }
    }

    /// Which sectors' measures the targets of a sector rest on.
    private mutating func foundations() -> AdjacencyList {
        var lists = [[UInt32]](repeating: [], count: graph.sectors.count)
        for entry in lexicon.sectors { lists[Int(sector(entry.sector))] = entry.foundations.map { UInt32(sector($0)) } }
        return AdjacencyList(lists)
    }

    // MARK: documents

    /// - Parameter known: A graph whose documents come first, as they are numbered there.
    mutating func add(_ readings: [Reading], behind known: Graph? = nil, files: [String: UInt64] = [:]) {
        struct Entry {
            var reading: Reading
            var hash: UInt64
            var place: UInt32
        }
        // Places, indicators and sectors that the lexicon does not know are numbered by name, not by who came first.
        for name in Set(readings.flatMap { r in [r.masthead.place] + r.figures.map(\.place) }.compactMap(\.self)).sorted() {
            _ = place(name)
        }
        for name in Set(readings.flatMap { $0.figures.map(\.canonical) }).sorted() { _ = indicator(name) }
        let sectors = readings.flatMap {
            $0.figures.flatMap(\.sectors) + $0.measures.flatMap(\.sectors) + $0.problems.map(\.sector)
        }
        for code in Set(sectors).sorted() { _ = sector(code) }
        for name in Set(readings.flatMap { $0.figures.compactMap(\.unit) }).sorted() { _ = unit(name) }

        var entries = readings.map { reading in
            Entry(reading: reading, hash: ContentHash.of(reading.text), place: reading.masthead.place.map { place($0) } ?? noNode)
        }
        entries.sort {
            ($0.place, $0.reading.masthead.year ?? .max, $0.reading.name, $0.hash, $0.reading.path)
                < ($1.place, $1.reading.masthead.year ?? .max, $1.reading.name, $1.hash, $1.reading.path)
        }
        numberPeriods(readings, and: known.map { Array($0.periods.period) } ?? [])
        var copies: [UInt64: Int] = [:]
        var rows: [String: UInt32] = [:]
        var previous: (name: String, hash: UInt64)?
        if let known {
            for row in 0..<known.documents.count {
                let reading = known.reading(of: row, path: known.strings[known.documents.path[row]])
                copies[ContentHash.of(reading.text), default: 0] += 1
                add(reading, place: reading.masthead.place.map { place($0) } ?? noNode, key: known.documents.key[row])
            }
            for path in known.duplicates { graph.duplicatePaths.append(strings.id(of: path)) }
        }
        for entry in entries {
            if let previous, previous == (entry.reading.name, entry.hash) {
                graph.duplicatePaths.append(strings.id(of: entry.reading.path))
                rows[entry.reading.path] = UInt32(graph.documents.count - 1)
                continue
            }
            rows[entry.reading.path] = UInt32(graph.documents.count)
            previous = (entry.reading.name, entry.hash)
            let copy = copies[entry.hash, default: 0]
            copies[entry.hash] = copy + 1
            add(entry.reading, place: entry.place, key: Self.key(entry.hash, .document, copy))
        }
        for (path, hash) in files.sorted(by: { $0.key < $1.key }) {
            guard let row = rows[path] else { continue }
            graph.files.path.append(strings.id(of: path))
            graph.files.hash.append(hash)
            graph.files.document.append(row)
        }
    }

    /// For graphs of millions of statements, whose readings need not be in memory together: these are all periods that will be
    /// spoken of, and documents then come one by one in their final order, with places, indicators and sectors of the lexicon.
    package mutating func begin(periods: [Period]) {
        graph.periods.period = Series(Set(periods + lexicon.plans.map(\.period)).sorted())
        namePeriods()
    }

    /// - Parameter indicators: Of each measure, the indicator that it is to move, where that is known apart from its sentence.
    package mutating func append(_ reading: Reading, hash: UInt64, indicators: [String?]) {
        let home = reading.masthead.place.map { place($0) } ?? noNode
        let first = graph.measures.count
        add(reading, place: home, key: Self.key(hash, .document, 0))
        for (measure, indicator) in indicators.enumerated() {
            if let indicator { graph.measures.indicators.append(self.indicator(indicator), of: first + measure) }
        }
    }

    private mutating func numberPeriods(_ readings: [Reading], and others: [Period] = []) {
        var periods = Set(lexicon.plans.map(\.period) + others)
        for reading in readings {
            if let year = reading.masthead.year { periods.insert(Period(year)) }
            for figure in reading.figures { if let period = figure.period { periods.insert(period) } }
            for measure in reading.measures { if let period = measure.period { periods.insert(period) } }
            for problem in reading.problems { if let period = problem.period { periods.insert(period) } }
        }
        // A span contains its years, also those of which nothing is said. No plan is as long as a century.
        for span in periods where !span.isYear && span.end - span.start < 100 {
            for year in span.start...span.end { periods.insert(Period(Int(year))) }
        }
        graph.periods.period = Series(periods.sorted())
        namePeriods()
    }

    private mutating func namePeriods() {
        yearRows = (0..<4096).map { year in graph.periods.index(of: Period(year)).map { UInt16(clamping: $0) } ?? .max }
        for period in graph.periods.period {
            graph.periods.name.append(strings.id(of: lexicon.plans.first { $0.period == period }?.name))
        }
    }

    private func period(_ period: Period?) -> UInt16 {
        guard let period else { return .max }
        if period.isYear, yearRows.indices.contains(Int(period.start)) { return yearRows[Int(period.start)] }
        return graph.periods.index(of: period).map { UInt16(clamping: $0) } ?? .max
    }

    private mutating func add(_ reading: Reading, place documentPlace: UInt32, key: UInt64) {
        let document = UInt32(graph.documents.count)
        let head = reading.masthead
        graph.documents.name.append(strings.id(of: reading.name))
        graph.documents.path.append(strings.id(of: reading.path))
        graph.documents.title.append(strings.id(of: head.title))
        graph.documents.date.append(strings.id(of: head.date))
        graph.documents.place.append(documentPlace)
        graph.documents.year.append(period(head.year.map { Period($0) }))
        graph.documents.level.append(head.level?.code ?? .max)
        graph.documents.key.append(key)
        graph.text += reading.text
        graph.documents.textStart.append(graph.text.count)

        let length = reading.text.count
        let firstSentence = graph.sentences.count, sentences = reading.sentences
        graph.sentences.start.append(sentences.count) { UInt32(sentences[$0].clamped(to: length).start) }
        graph.sentences.end.append(sentences.count) { UInt32(sentences[$0].clamped(to: length).end) }
        graph.sentences.offsets.append(UInt32(graph.sentences.count))

        var keys = KeyMaker(
            document: key, count: reading.goals.count + reading.figures.count + reading.measures.count + reading.problems.count)
        let firstGoal = graph.goals.count
        for (index, goal) in reading.goals.enumerated() {
            let span = goal.span.clamped(to: length)
            graph.goals.document.append(document)
            let parent = goal.parent.flatMap { $0 >= 0 && $0 < index ? UInt32(firstGoal + $0) : nil }
            graph.goals.parent.append(parent ?? noNode)
            graph.goals.title.append(strings.id(of: goal.title))
            graph.goals.level.append(UInt8(clamping: goal.level))
            graph.goals.looksForward.append(goal.looksForward)
            graph.goals.start.append(UInt32(span.start))
            graph.goals.end.append(UInt32(span.end))
            graph.goals.key.append(keys.next(.goal, span))
        }
        graph.documents.goals.append(UInt32(graph.goals.count))

        func goalRow(_ local: Int?) -> UInt32 {
            local.flatMap { reading.goals.indices.contains($0) ? UInt32(firstGoal + $0) : nil } ?? noNode
        }
        func sentenceRow(_ local: Int?) -> UInt32 {
            local.flatMap { reading.sentences.indices.contains($0) ? UInt32(firstSentence + $0) : nil } ?? noNode
        }

        // Looked at where they lie: a copy of each would cost more than what is done with it.
        let figures = reading.figures.span
        var statements: [StatementRow] = [], rows: [FigureRow] = []
        statements.reserveCapacity(max(figures.count, reading.measures.count))
        rows.reserveCapacity(figures.count)
        for index in figures.indices {
            let span = figures[index].span.clamped(to: length)
            statements.append(
                StatementRow(
                    document: document, goal: goalRow(figures[index].goal), sentence: sentenceRow(figures[index].sentence),
                    place: figures[index].place.map { place($0) } ?? documentPlace, sector: sector(figures[index].sector),
                    period: period(figures[index].period), span: span, key: keys.next(.figure, span, telling: figures[index].canonical)))
            for more in figures[index].moreSectors {
                graph.figures.statement.moreSectors.append(sector(more), of: graph.figures.count + index)
            }
            rows.append(
                FigureRow(
                    indicator: indicator(figures[index].canonical), wording: strings.id(of: figures[index].indicator),
                    aspect: figures[index].aspect.code, comparator: figures[index].comparator.code, kind: figures[index].kind.code,
                    value: figures[index].value, high: figures[index].high, unit: figures[index].unit.map { unit($0) } ?? .max,
                    reference: strings.id(of: figures[index].reference), confidence: figures[index].confidence.hundredths))
        }
        graph.figures.append(rows, statements)
        graph.documents.figures.append(UInt32(graph.figures.count))

        let indicatorsOfSentences = indicatorsOfSentences(of: graph.documents.figures.range(at: Int(document)))
        let measures = reading.measures.span, firstMeasure = graph.measures.count
        var actions: [(name: StringTable.ID, confidence: UInt8)] = []
        actions.reserveCapacity(measures.count)
        statements.removeAll(keepingCapacity: true)
        for index in measures.indices {
            let sentence = sentenceRow(measures[index].sentence)
            if sentence != noNode {
                var at = 0, end = indicatorsOfSentences.count
                while at < end {
                    let middle = (at + end) / 2
                    if indicatorsOfSentences[middle] >> 32 < UInt64(sentence) { at = middle + 1 } else { end = middle }
                }
                while at < indicatorsOfSentences.count, indicatorsOfSentences[at] >> 32 == UInt64(sentence) {
                    graph.measures.indicators.append(UInt32(truncatingIfNeeded: indicatorsOfSentences[at]), of: firstMeasure + index)
                    at += 1
                }
            }
            let span = measures[index].span.clamped(to: length)
            statements.append(
                StatementRow(
                    document: document, goal: goalRow(measures[index].goal), sentence: sentence, place: documentPlace,
                    sector: sector(measures[index].sector), period: period(measures[index].period), span: span,
                    key: keys.next(.measure, span)))
            for more in measures[index].moreSectors { graph.measures.statement.moreSectors.append(sector(more), of: firstMeasure + index) }
            actions.append((strings.id(of: measures[index].action), measures[index].confidence.hundredths))
        }
        graph.measures.statement.append(statements)
        graph.measures.action.append(actions.count) { actions[$0].name }
        graph.measures.confidence.append(actions.count) { actions[$0].confidence }
        graph.documents.measures.append(UInt32(graph.measures.count))

        statements.removeAll(keepingCapacity: true)
        for problem in reading.problems {
            let span = problem.span.clamped(to: length)
            statements.append(
                StatementRow(
                    document: document, goal: goalRow(problem.goal), sentence: sentenceRow(problem.sentence), place: documentPlace,
                    sector: sector(problem.sector), period: period(problem.period), span: span, key: keys.next(.problem, span)))
        }
        graph.problems.statement.append(statements)
        graph.documents.problems.append(UInt32(graph.problems.count))
    }

    /// Of the sentences of these figures: the sentence in the upper 32 bits, an indicator in the lower, ascending, each once.
    private func indicatorsOfSentences(of figures: Range<Int>) -> [UInt64] {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(figures.count)
        for figure in figures {
            let sentence = graph.figures.statement.sentence[figure]
            if sentence != noNode { pairs.append(UInt64(sentence) << 32 | UInt64(graph.figures.indicator[figure])) }
        }
        pairs.sort()
        var kept = 0
        for at in pairs.indices where at == 0 || pairs[at] != pairs[kept - 1] {
            pairs[kept] = pairs[at]
            kept += 1
        }
        pairs.removeLast(pairs.count - kept)
        return pairs
    }

    static func key(_ document: UInt64, _ type: NodeType, _ ordinal: Int) -> UInt64 {
        var hash = ContentHash()
        hash.combine(document)
        hash.combine(Int(type.rawValue))
        hash.combine(ordinal)
        return hash.value
    }

    // MARK: edges back

    /// - Parameter index: That of the texts, where it was made while they came.
    package mutating func finish(index: TextIndex = TextIndex()) -> Graph {
        graph.index = index
        return Graph(finishColumns())
    }

    mutating func finishColumns() -> GraphColumns {
        describeUnknownIndicators()
        graph.makeLists()
        graph.sectors.foundations = foundations()
        graph.strings = strings.table
        let whole = Graph(graph)
        graph.facets = FacetCounts(whole)
        graph.names = NameIndex(graph: whole, lexicon: lexicon)
        return graph
    }

    private mutating func describeUnknownIndicators() {
        graph.indicators.documents = Graph.documents(ofIndicators: graph.figures, count: graph.indicators.count)
        var sectorsOf: [UInt32: [UInt16: Int]] = [:]
        for row in 0..<graph.figures.count {
            let indicator = graph.figures.indicator[row]
            if graph.indicators.sector[Int(indicator)] == .max {
                sectorsOf[indicator, default: [:]][graph.figures.statement.sector[row], default: 0] += 1
            }
        }
        for (indicator, counts) in sectorsOf {
            let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            graph.indicators.sector[Int(indicator)] = most?.key ?? .max
        }
    }
}

/// Keys that depend on the document's content, the span and the type, and on nothing else that was loaded.
struct KeyMaker {
    let document: UInt64
    /// Hashes that were met, by themselves; 0 for none.
    private var met: [UInt64]
    /// How often those that were met more than once.
    private var again: [UInt64: Int] = [:]

    init(document: UInt64, count: Int) {
        self.document = document
        var size = 16
        while size < 2 * count { size *= 2 }
        met = [UInt64](repeating: 0, count: size)
    }

    /// `telling` tells apart statements of one span; those that still agree are counted in their order.
    mutating func next(_ type: NodeType, _ span: ByteSpan, telling: String = "") -> UInt64 {
        var hash = ContentHash()
        hash.combine(document)
        hash.combine(Int(type.rawValue))
        hash.combine(span.start)
        hash.combine(span.end)
        hash.combine(telling)
        if hasMet(hash.value) {
            let seen = again[hash.value, default: 0] + 1
            again[hash.value] = seen
            hash.combine(seen)
        }
        return hash.value
    }

    private mutating func hasMet(_ value: UInt64) -> Bool {
        let value = value == 0 ? 1 : value
        var slot = Int(truncatingIfNeeded: value) & (met.count - 1)
        while met[slot] != 0 {
            if met[slot] == value { return true }
            slot = (slot + 1) & (met.count - 1)
        }
        met[slot] = value
        return false
    }
}

/// Rows by the number of their name in a table of strings.
private struct RowsByName<Row: FixedWidthInteger> {
    private var rows: [Row] = []
    private var isKnown: [Bool] = []

    subscript(name: StringTable.ID) -> Row? {
        get { Int(name) < rows.count && isKnown[Int(name)] ? rows[Int(name)] : nil }
        set {
            guard let newValue else { return }
            if Int(name) >= rows.count {
                let more = max(Int(name) + 1 - rows.count, rows.count)
                rows += Array(repeating: 0, count: more)
                isKnown += Array(repeating: false, count: more)
            }
            rows[Int(name)] = newValue
            isKnown[Int(name)] = true
        }
    }
}

/// What a row of `StatementColumns` holds.
private struct StatementRow {
    var document: UInt32, goal: UInt32, sentence: UInt32, place: UInt32, sector: UInt16, period: UInt16, span: ByteSpan, key: UInt64
}

extension StatementColumns {
    /// Column by column: a row at a time would ask each column whether it has room.
    fileprivate mutating func append(_ rows: [StatementRow]) {
        document.append(rows.count) { rows[$0].document }
        goal.append(rows.count) { rows[$0].goal }
        sentence.append(rows.count) { rows[$0].sentence }
        place.append(rows.count) { rows[$0].place }
        sector.append(rows.count) { rows[$0].sector }
        period.append(rows.count) { rows[$0].period }
        start.append(rows.count) { UInt32(rows[$0].span.start) }
        end.append(rows.count) { UInt32(rows[$0].span.end) }
        key.append(rows.count) { rows[$0].key }
    }
}

/// What a row of `FigureColumns` holds beside its statement.
private struct FigureRow {
    var indicator: UInt32, wording: StringTable.ID, aspect: UInt8, comparator: UInt8, kind: UInt8, value: DecimalNumber?,
        high: DecimalNumber?
    var unit: UInt16, reference: StringTable.ID, confidence: UInt8
}

extension FigureColumns {
    fileprivate mutating func append(_ rows: [FigureRow], _ statements: [StatementRow]) {
        statement.append(statements)
        indicator.append(rows.count) { rows[$0].indicator }
        wording.append(rows.count) { rows[$0].wording }
        aspect.append(rows.count) { rows[$0].aspect }
        comparator.append(rows.count) { rows[$0].comparator }
        kind.append(rows.count) { rows[$0].kind }
        value.append(rows.count) { rows[$0].value }
        high.append(rows.count) { rows[$0].high }
        unit.append(rows.count) { rows[$0].unit }
        reference.append(rows.count) { rows[$0].reference }
        confidence.append(rows.count) { rows[$0].confidence }
    }
}

extension ByteSpan {
    fileprivate func clamped(to length: Int) -> ByteSpan {
        let lower = max(0, min(start, length))
        return ByteSpan(lower, max(lower, min(end, length)))
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    /// The place in `allCases`, as columns keep it.
    @inlinable public var code: UInt8 { UInt8(clamping: Self.allCases.firstIndex(of: self) ?? 0) }

    @inlinable public init?(code: UInt8) {
        let all = Self.allCases
        guard Int(code) < all.count else { return nil }
        self = all[Int(code)]
    }
}
