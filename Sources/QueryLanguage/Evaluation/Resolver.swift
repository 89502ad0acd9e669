import Documents
import KnowledgeGraph
import Lexicon

/// Looks the names of conditions up in the graph and turns them into filters over the rows of one type.
struct Resolver {
    let graph: Graph
    let noun: Noun
    let line: String
    let isCancelled: @Sendable () -> Bool
    /// Of rows that stand for many statements: how many there are, once they are known.
    var counts = StatementCounts()
    var context = Context()
    /// Of rows that were reached from others.
    var ties: [UInt32: Ties.Tie] = [:]
    /// How words were read, for the notes.
    private(set) var readings: [Message] = []
    /// Words that sentences are searched for.
    private(set) var sought: [SoughtText] = []

    init(graph: Graph, noun: Noun, line: String, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.noun = noun
        self.line = line
        self.isCancelled = isCancelled
    }

    private var type: NodeType { noun.type }

    mutating func filter(_ conditions: [Condition]) throws(Diagnostic) -> Filter {
        var parts: [Filter] = [], conditions = conditions
        let phrases: [SoughtText] = conditions.compactMap { condition in
            guard type == .sentence, case .phrase(let word) = condition else { return nil }
            return SoughtText(word.text, isExact: true)
        }
        if phrases.count > 1 {
            // Together they leave few sentences to compare.
            sought += phrases
            guard let rows = graph.sentences(holdingAll: phrases, isCancelled: isCancelled) else { throw .cancelled }
            parts.append(.rows(rows))
            conditions.removeAll { if case .phrase = $0 { true } else { false } }
        }
        var words: [(index: Int, text: String)] = []
        for condition in conditions {
            let filter = try filter(condition)
            guard case .word(let word) = condition, case .codes = filter else {
                parts.append(filter)
                continue
            }
            // A row has one place and one indicator: two names of which none holds the other can only mean either.
            if let other = words.first(where: { Self.areApart(parts[$0.index], filter) }) {
                parts[other.index] = union([parts[other.index], filter])
                readings.append(.readAsEither(other.text, word.text))
            } else {
                words.append((parts.count, word.text))
                parts.append(filter)
            }
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .everything : .all(parts)
    }

    mutating func filter(_ condition: Condition) throws(Diagnostic) -> Filter {
        switch condition {
        case .all(let parts): return try filter(parts)
        case .any(let parts):
            var filters: [Filter] = []
            for part in parts { filters.append(try filter(part)) }
            return .any(filters)
        case .not(let part):
            let before = sought
            let filter = try filter(part)
            sought = before
            return .not(filter)
        case .years(let low, let high, _): return years(low, high) ?? .nothing
        case .phrase(let word): return try type == .sentence ? sentences([word.text], exactly: true) : text([word.text])
        case .within(let word): return try within(try context.flow(word, graph: graph).nodes)
        case .word(let word): return try self.word(word)
        case .key(let key, let values):
            var filters: [Filter] = []
            for value in values { filters.append(try self.value(value, of: key)) }
            return filters.count == 1 ? filters[0] : union(filters)
        case .compare(let key, let comparison, let value): return try compare(key, comparison, value)
        }
    }

    /// Whether no row can have a code of both.
    private static func areApart(_ one: Filter, _ other: Filter) -> Bool {
        guard case .codes(let column, let mask, let known?) = one, case .codes(_, let otherMask, let others?) = other,
            known.key == others.key
        else { return false }
        if case .several = column { return false }
        return zip(mask, otherMask).allSatisfy { !($0 && $1) }
    }

    /// Masks over one column join into one.
    private func union(_ filters: [Filter]) -> Filter {
        var joined: [Bool]?, column: CodeColumn?, known: KnownCodes?, areKnown = true
        for filter in filters {
            guard case .codes(let codes, let mask, let these) = filter else { return .any(filters) }
            column = codes
            if let these, known?.key ?? these.key == these.key {
                known = KnownCodes(key: these.key, codes: Set((known?.codes ?? []) + these.codes).sorted())
            } else {
                areKnown = false
            }
            joined = joined.map { zip($0, mask).map { $0 || $1 } } ?? mask
        }
        guard let column, let joined else { return .any(filters) }
        return .codes(column, mask: joined, known: areKnown ? known : nil)
    }

    /// Rows that are among the nodes, belong to one of them, or are tied to one.
    private func within(_ nodes: [NodeID]) throws(Diagnostic) -> Filter {
        var filters: [Filter] = []
        for (type, nodes) in Dictionary(grouping: nodes, by: \.type).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if type == self.type {
                let rows = Set(nodes.map { Int($0.index) })
                filters.append(.test { rows.contains($0) })
            } else if graph.statements(of: type) == nil, let first = nodes.first, rows(of: first) != nil {
                filters.append(union(nodes.compactMap { rows(of: $0) }))
            } else {
                let (graph, noun, isCancelled) = (graph, noun, isCancelled)
                let reached = try Ties(graph: graph, isCancelled: isCancelled).reach(from: nodes, to: noun)
                let rows = Set(reached.rows.map { Int($0) })
                filters.append(.test { rows.contains($0) })
            }
        }
        return filters.isEmpty ? .nothing : filters.count == 1 ? filters[0] : .any(filters)
    }

    // MARK: columns

    /// Rows that have one of the codes in `key`'s column; nil where the type has no such property.
    private func codes(_ key: String, size: Int, _ allowed: some Sequence<Int>) -> Filter? {
        if type == .sentence { return SentenceRows(graph: graph).rows(key, allowed.filter { $0 < size }).map { .rows($0) } }
        guard let column = Property.named(key, of: type)?.codes?(graph) else { return nil }
        var mask = [Bool](repeating: false, count: size), codes: [Int] = []
        for code in allowed where code < size && !mask[code] {
            codes.append(code)
            mask[code] = true
        }
        return .codes(column, mask: mask, known: codes.count <= KnownCodes.most ? KnownCodes(key: key, codes: codes.sorted()) : nil)
    }

    /// Keeps to the main sector of statements that have several.
    private func mainly(_ filter: Filter) -> Filter {
        switch filter {
        case .codes(.several(let codes, _), let mask, let known):
            .codes(.medium(codes), mask: mask, known: known.map { KnownCodes(key: $0.key, codes: $0.codes, countsFurther: false) })
        case .any(let parts): .any(parts.map { mainly($0) })
        default: filter
        }
    }

    /// Rows that are, or belong to, the node; nil where rows of this type have no such edge.
    func rows(of node: NodeID) -> Filter? {
        let row = Int(node.index)
        if node.type == type {
            if type == .sector { return mask(graph.sectorMask(under: row)) }
            return .test { $0 == row }
        }
        if type == .sentence, graph.statements(of: node.type) != nil { return .rows(SentenceRows(graph: graph).sentence(of: node)) }
        switch node.type {
        case .place: return codes("place", size: graph.places.count, [row] + graph.members(ofRegion: row))
        case .indicator: return codes("indicator", size: graph.indicators.count, [row])
        case .document: return codes("document", size: graph.documents.count, [row])
        case .goal: return codes("goal", size: graph.goals.count, descendants(ofGoal: row))
        case .sector:
            let mask = graph.sectorMask(under: row)
            return codes("sector", size: mask.count, mask.indices.filter { mask[$0] })
        case .period: return period(row)
        case .figure, .measure, .problem: return nil
        case .sentence:
            guard graph.statements(of: type) != nil else { return nil }
            return .rows(graph.statements(ofSentence: row).filter { $0.type == type }.map(\.index).sorted())
        }
    }

    private func mask(_ mask: [Bool]) -> Filter { .test { $0 < mask.count && mask[$0] } }

    private func descendants(ofGoal row: Int) -> [Int] {
        [row] + graph.goals.children[row].flatMap { descendants(ofGoal: Int($0)) }
    }

    /// Says which provinces a region stands for.
    private mutating func tellMembers(of node: NodeID, _ word: String) {
        guard node.type == .place, type != .place else { return }
        let members = graph.members(ofRegion: Int(node.index))
        if !members.isEmpty {
            readings.append(
                .readAs(
                    word: word,
                    meaning: members.map { graph.name(of: NodeID(.place, $0)) }.joined(separator: Tongue.current == .chinese ? "、" : ", ")))
        }
    }

    // MARK: time

    /// Rows whose period overlaps the years; nil where rows of this type have no time.
    func years(_ low: Int?, _ high: Int?) -> Filter? {
        let span = Period(low ?? 0, high ?? Int(Int16.max))
        return periods { $0.overlaps(span) }
    }

    private func periods(_ holds: (Period) -> Bool) -> Filter? {
        let all = graph.periods.period
        let allowed = all.indices.filter { holds(all[$0]) }
        if type == .period { return self.mask(all.map(holds)) }
        return codes(Property.named("period", of: type)?.key ?? "period", size: all.count, allowed)
    }

    /// Of figures, those of exactly this period; of anything else, those of its years too, for only figures are planned for
    /// five years at a time.
    private func period(_ row: Int) -> Filter? {
        let period = graph.periods.period[row]
        return type == .figure || type == .period ? periods { $0 == period } : periods { $0.overlaps(period) }
    }

    // MARK: words

    private mutating func word(_ word: Word) throws(Diagnostic) -> Filter {
        if type == .sentence { return try sentences(of: word) }
        let named = graph.names.nodes(typed: word.text)
        let filters = named.compactMap { rows(of: $0) }
        if !filters.isEmpty {
            let types = Set(named.filter { rows(of: $0) != nil }.map(\.type))
            if types.count > 1 {
                readings.append(.readAsEither(word: word.text, keys: types.sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }))
            } else if let sector = named.first(where: { $0.type == .sector }) {
                // A key word of a sector asks for all of the sector, which may be more than was meant.
                let name = graph.strings[graph.sectors.name[Int(sector.index)]], code = graph.name(of: sector)
                let english = graph.strings.string(graph.sectors.english[Int(sector.index)])
                if ![name, code, english ?? ""].contains(where: { $0.lowercased() == word.text.lowercased() }) {
                    let exact = line.replacing(word.span, with: "\"\(word.text)\"").inOneRow
                    readings.append(.readAsSector(word: word.text, sector: name, exactly: exact))
                }
            } else if let place = named.first(where: { $0.type == .place }) {
                tellMembers(of: place, word.text)
            }
            return filters.count == 1 ? filters[0] : .any(filters)
        }
        if let node = graph.node(identifier: word.text), let filter = rows(of: node) { return filter }
        // 2006/2010: exactly that stretch, as ids and other programs have it.
        if YearRange.stretch(word.text) != nil, let filter = try period(word, exactly: true) { return filter }
        if !named.isEmpty {
            // An indicator of a measure, say: there is no such edge, but the words may be there.
            readings.append(.readAsText(word: word.text))
            return try text([word.text] + named.map { graph.name(of: $0) })
        }
        return try text([word.text, word.text.simplified])
    }

    /// Whether a name typed as a word stands for a node here, not for itself: of sentences, only places and years of documents do.
    func narrows(_ node: NodeID) -> Bool {
        guard let filter = rows(of: node) else { return false }
        guard type == .sentence else { return true }
        guard node.type == .place || node.type == .period, case .rows(let rows) = filter else { return false }
        return !rows.isEmpty
    }

    private mutating func sentences(of word: Word) throws(Diagnostic) -> Filter {
        if let node = graph.names.nodes(typed: word.text).first(where: { narrows($0) }), let filter = rows(of: node) {
            readings.append(.readAsDocuments(word: word.text, exactly: line.replacing(word.span, with: "\"\(word.text)\"").inOneRow))
            return filter
        }
        if let node = graph.node(identifier: word.text), let filter = rows(of: node) { return filter }
        return try sentences([word.text, word.text.simplified], exactly: false)
    }

    /// Sentences that hold one of the words.
    private mutating func sentences(_ words: [String], exactly: Bool) throws(Diagnostic) -> Filter {
        var found: [[UInt32]] = []
        for text in Set(words).sorted() {
            let words = SoughtText(text, isExact: exactly)
            sought.append(words)
            guard var rows = graph.sentences(holding: words, isCancelled: isCancelled) else { throw .cancelled }
            if rows.isEmpty, !exactly {
                rows = graph.sentences(holdingMostOf: words)
                if !rows.isEmpty { readings.append(.holdingMost(of: text)) }
            }
            if !rows.isEmpty { found.append(rows) }
        }
        return found.count == 1 ? .rows(found[0]) : .rows(Set(found.joined()).sorted())
    }

    /// Rows whose words hold one of the phrases.
    private func text(_ phrases: [String]) throws(Diagnostic) -> Filter {
        var filters: [Filter] = []
        for phrase in Set(phrases).sorted() { filters.append(try text(phrase)) }
        return filters.count == 1 ? filters[0] : .any(filters)
    }

    private func text(_ phrase: String) throws(Diagnostic) -> Filter {
        let graph = graph
        let search = TextSearch(phrase)
        func named(_ ids: Series<StringTable.ID>) -> [Bool] { ids.map { search.isFound(in: graph.strings.utf8(of: $0)) } }
        switch type {
        case .indicator: return mask(named(graph.indicators.name))
        case .place: return mask(named(graph.places.name))
        case .sector: return mask(named(graph.sectors.name))
        case .period: return mask(graph.periods.name.map { graph.strings.string($0).map(search.matches) ?? false })
        case .document, .goal, .figure, .measure, .problem, .sentence: break
        }
        if type == .goal {
            let titles = named(graph.goals.title)
            return .test { titles[$0] }
        }
        let sought = SoughtText(phrase, isExact: true)
        if type != .document, sought.isOfCharactersAlone {
            // The index tells which sentences hold them.
            guard let rows = graph.sentences(holding: sought, isCancelled: isCancelled) else { throw .cancelled }
            var holding = [Bool](repeating: false, count: graph.sentences.count)
            for row in rows { holding[Int(row)] = true }
            return statements(search) { [holding] sentence, words in
                (sentence == noNode || holding[Int(sentence)]) && search.isFound(in: graph.text[words])
            }
        }
        guard let hits = search.occurrences(in: graph.text, isCancelled: isCancelled) else { throw .cancelled }
        let length = search.length
        let holds: @Sendable (Range<Int>) -> Bool = { words in
            let next = hits.partitioningIndex { $0 >= words.lowerBound }
            return next < hits.count && hits[next] + length <= words.upperBound
        }
        guard type == .document else { return statements(search) { holds($1) } }
        let titles = named(graph.documents.title), starts = graph.documents.textStart
        return .test { titles[$0] || holds(starts[$0]..<starts[$0 + 1]) }
    }

    /// Statements whose words hold what is searched for; figures also where their sentence does, or the name of their indicator, which a
    /// document may spread over the sentence.
    ///
    /// - Parameter holds: Whether some of the text does; the sentence that it is all of or a part of, where it is known.
    private func statements(_ search: TextSearch, _ holds: @escaping @Sendable (_ sentence: UInt32, _ words: Range<Int>) -> Bool) -> Filter
    {
        guard let statements = graph.statements(of: type) else { return .nothing }
        let (graph, isOfFigures) = (graph, type == .figure)
        let names = isOfFigures ? graph.indicators.name.map { search.isFound(in: graph.strings.utf8(of: $0)) } : []
        return .test { row in
            if isOfFigures,
                names[Int(graph.figures.indicator[row])] || search.isFound(in: graph.strings.utf8(of: graph.figures.wording[row]))
            {
                return true
            }
            let base = graph.documents.textStart[Int(statements.document[row])], sentence = statements.sentence[row]
            let words = Int(statements.start[row])..<Int(statements.end[row])
            guard sentence != noNode else { return holds(noNode, base + words.lowerBound..<base + words.upperBound) }
            let around = Int(graph.sentences.start[Int(sentence)])..<Int(graph.sentences.end[Int(sentence)])
            if isOfFigures { return holds(sentence, base + around.lowerBound..<base + around.upperBound) }
            return holds(around.contains(words) ? sentence : noNode, base + words.lowerBound..<base + words.upperBound)
        }
    }

    // MARK: key:value

    /// Whether a name is known as it is typed; otherwise its simplified form is looked up.
    private func names(_ text: String, _ key: String) -> Bool {
        ["document", "goal", "text", "title", "name", "wording", "action"].contains(key) || !graph.names.nodes(named: text).isEmpty
    }

    private mutating func value(_ value: Word, of key: Word) throws(Diagnostic) -> Filter {
        let text = names(value.text, key.text) ? value.text : value.text.simplified
        switch key.text {
        case "year", "period":
            guard let filter = try period(value, exactly: key.text == "period") else { throw lacking(key) }
            return filter
        case "place", "sector", "indicator":
            guard let wanted = NodeType.allCases.first(where: { $0.name == key.text }) else { throw lacking(key) }
            if let node = graph.names.node(wanted, named: text)
                ?? graph.node(identifier: text).flatMap({ $0.type == wanted ? $0 : nil })
            {
                guard let filter = rows(of: node) else { throw lacking(key) }
                tellMembers(of: node, text)
                return filter
            }
            if wanted == .indicator {
                let search = TextSearch(text)
                let partly = (0..<graph.indicators.count).filter { search.matches(graph.name(of: NodeID(.indicator, $0))) }
                if !partly.isEmpty {
                    guard let filter = codes("indicator", size: graph.indicators.count, partly) else { throw lacking(key) }
                    let names = partly.prefix(3).map { graph.name(of: NodeID(.indicator, $0)) }.joined(separator: ", ")
                    readings.append(.readAs(word: text, meaning: partly.count > 3 ? "\(names) …" : names))
                    return filter
                }
            }
            let names = graph.names.all.lazy.filter { $0.node.type == wanted }.map(\.name)
            throw unknown(value, of: key, among: Array(names))
        case "kind": return try closed(value, key, FigureKind(rawValue: text)?.code)
        case "aspect": return try closed(value, key, Aspect(rawValue: text)?.code)
        case "comparator": return try closed(value, key, Comparator.allCases.first { $0.word == text }?.code)
        case "outcome":
            guard type == .figure else { throw lacking(key) }
            guard let wanted = Outcome(rawValue: text) else { return try closed(value, key, nil) }
            let scene = Scene(graph: graph, isCancelled: isCancelled)
            return .subset { rows throws(Diagnostic) in
                Set(zip(rows, try scene.checks.judgements(of: rows)).filter { $1?.outcome == wanted }.map(\.0))
            }
        case "direction": return try closed(value, key, Direction(rawValue: text)?.code)
        case "level":
            if type == .goal { return try closed(value, key, UInt8(text)) }
            if graph.statements(of: type) != nil || type == .sentence, let level = PlaceLevel(rawValue: text)?.code {
                let levels = graph.places.level
                guard let filter = codes("place", size: graph.places.count, levels.indices.filter { levels[$0] == level }) else {
                    throw lacking(key)
                }
                return filter
            }
            return try closed(value, key, PlaceLevel(rawValue: text)?.code)
        case "unit":
            let scale = UnitScale(text)
            let same = (0..<graph.units.count).filter { row in
                let name = graph.strings[graph.units.name[row]]
                return name == text || (scale.power == 0 && UnitScale(name).base == scale.base)
            }
            if same.isEmpty {
                throw unknown(value, of: key, among: (0..<graph.units.count).map { graph.strings[graph.units.name[$0]] })
            }
            guard let filter = codes("unit", size: graph.units.count, same) else { throw lacking(key) }
            return filter
        case "document", "goal":
            let wanted: NodeType = key.text == "goal" ? .goal : .document
            if let node = graph.node(identifier: text), node.type == wanted, let filter = rows(of: node) { return filter }
            let search = TextSearch(text)
            let found = (0..<graph.count(of: wanted)).filter { row in
                search.matches(graph.name(of: NodeID(wanted, row)))
                    || (wanted == .document && search.matches(graph.strings[graph.documents.title[row]]))
            }
            if found.isEmpty {
                throw unknown(value, of: key, among: (0..<graph.count(of: wanted)).map { graph.name(of: NodeID(wanted, $0)) })
            }
            if wanted == type { return .test { found.contains($0) } }
            guard
                let filter = codes(
                    key.text, size: graph.count(of: wanted), wanted == .goal ? found.flatMap { descendants(ofGoal: $0) } : found)
            else { throw lacking(key) }
            return filter
        case "text": return try type == .sentence ? sentences([text], exactly: true) : self.text([text])
        case "has", "no":
            let there = try Presence(graph: graph, noun: noun, counts: counts, isCancelled: isCancelled).filter(value) {
                unknown(value, of: key, among: $0)
            }
            return key.text == "has" ? there : .not(there)
        case "value", "high", "confidence", "targets", "results", "measures", "problems", "documents", "count":
            return try compare(key, .equal, value)
        default:
            guard let property = Property.named(key.text, of: type) else { throw lacking(key) }
            let search = TextSearch(text)
            let scene = Scene(graph: graph)
            return .test { row in
                switch property.cell(scene, row) {
                case .text(let cell): search.matches(cell)
                case .term(let term): search.matches(term.name.chinese) || search.matches(term.code)
                default: false
                }
            }
        }
    }

    private func closed(_ value: Word, _ key: Word, _ code: UInt8?) throws(Diagnostic) -> Filter {
        guard let code else {
            let values = KeyWord.named(key.text)?.values ?? []
            throw unknown(
                value, of: key, among: values.flatMap { [$0.name] + $0.chinese },
                all: values.map { Message($0.name, $0.chinese.first ?? $0.name).text })
        }
        guard let filter = codes(key.text, size: 256, [Int(code)]) else { throw lacking(key) }
        return filter
    }

    private func period(_ value: Word, exactly: Bool) throws(Diagnostic) -> Filter? {
        if let node = graph.names.node(.period, named: value.text) {
            if exactly { return period(Int(node.index)) }
            let plan = graph.periods.period[Int(node.index)]
            return periods { $0.overlaps(plan) }
        }
        if let range = YearRange(value.text) {
            if exactly, let low = range.low, low == range.high { return periods { $0 == Period(low) } }
            return years(range.low, range.high)
        }
        if let period = Period(value.text) { return periods { $0 == period } }
        throw unknown(
            value, of: Word(exactly ? "period" : "year"), among: graph.names.all.filter { $0.node.type == .period }.map(\.name))
    }

    // MARK: comparisons

    private func compare(_ key: Word, _ comparison: Comparison, _ operand: Word) throws(Diagnostic) -> Filter {
        switch key.text {
        case "value", "high", "target", "result", "figure":
            guard type == .figure else { throw lacking(key) }
            guard let bound = Amount(operand.text) else { throw notANumber(operand) }
            let comparing = Amount.Comparing(bound, comparison, high: key.text == "high", graph)
            return .test { comparing.holds($0) }
        case "year", "period":
            guard let range = YearRange(operand.text), let year = range.low, year == range.high else { throw notANumber(operand) }
            let filter = periods { period in
                switch comparison {
                case .atLeast: Int(period.end) >= year
                case .moreThan: Int(period.end) > year
                case .atMost: Int(period.start) <= year
                case .lessThan: Int(period.start) < year
                case .equal: period.covers(year)
                case .notEqual: !period.covers(year)
                }
            }
            guard let filter else { throw lacking(key) }
            return filter
        default:
            guard let property = Property.named(key.text, of: type) else { throw lacking(key) }
            let scene = Scene(graph: graph, counts: counts, ties: ties, isCancelled: isCancelled)
            if comparison == .equal || comparison == .notEqual, !property.rightAligned, DecimalNumber(operand.text) == nil {
                var copy = self
                let same = mainly(try copy.value(operand.canonical(of: key), of: key))
                return comparison == .equal ? same : .not(same)
            }
            if key.text == "date" {
                return .test { row in
                    if case .text(let date) = property.cell(scene, row) { comparison.holds(date, operand.text) } else { false }
                }
            }
            guard property.rightAligned else {
                throw Diagnostic(
                    .unexpected, Message.notComparable(key.text).text, at: key.span, expected: ["value", "year", "date"].map(KeyWord.word))
            }
            if ["gap", "reported"].contains(property.key) {
                guard let amount = Amount(operand.text) else { throw notANumber(operand) }
                return .test { row in
                    if case .quantity(let quantity) = property.cell(scene, row) { amount.holds(quantity, comparison) } else { false }
                }
            }
            guard let bound = DecimalNumber(operand.text) else { throw notANumber(operand) }
            return .test { row in
                switch property.cell(scene, row) {
                case .integer(let number): comparison.holds(DecimalNumber(number), bound)
                case .decimal(let number): comparison.holds(number, bound)
                default: false
                }
            }
        }
    }

    // MARK: diagnostics

    private func lacking(_ key: Word) -> Diagnostic {
        let own = Property.all(of: type).map(\.key)
        return Diagnostic(
            .unknownProperty, Message.notAProperty(key.text, noun: noun.name).text, at: key.span,
            expected: own.filter { $0 != "key" && $0 != "count" }.prefix(6).map(KeyWord.word))
    }

    private func notANumber(_ word: Word) -> Diagnostic {
        Diagnostic(.badNumber, Message.notANumber(word.text).text, at: word.span, expected: ["5", "4亿元"])
    }

    private func unknown(_ value: Word, of key: Word, among names: [String], all: [String] = []) -> Diagnostic {
        var near = Spelling.nearest(to: value.text, among: names)
        // 生 is too short for a slip, but the beginning of names.
        if near.isEmpty, value.text.hasHan { near = Array(names.lazy.filter { $0.hasPrefix(value.text) }.prefix(3)) }
        return Diagnostic(
            .unknownValue, Message.unknownValue(value.text, key: key.text).text, at: value.span,
            expected: near.isEmpty ? all : near,
            suggestion: near.first.map { line.replacing(value.span, with: Printer.quotedIfNeeded($0)) })
    }
}

extension Word {
    fileprivate func canonical(of key: Word) -> Word {
        Word(KeyWord.named(key.text)?.value(text)?.name ?? text, at: span)
    }
}

extension Array {
    /// The first index whose element `belongs`, where all that belong stand at the end.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
