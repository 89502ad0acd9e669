import Documents
import KnowledgeGraph
import Lexicon

/// Finds what could be typed at a place in a line, and how many rows each would leave.
struct Completer {
    let graph: Graph
    /// Nodes that numbers refer to now, offered after `open`.
    let numbered: [NodeID?]
    private let prefix: String
    /// What stands before the word that is being typed.
    private var before: [Token]
    private var typed = Typed("")
    private var replaced: ByteSpan
    private var found: [(candidate: Completion.Candidate, rank: Matching)] = []

    /// No menu needs more.
    private static let limit = 200

    init(graph: Graph, numbered: [NodeID?], line: String, cursor: Int) {
        self.graph = graph
        self.numbered = numbered
        var cut = line.utf8.index(line.startIndex, offsetBy: max(0, min(cursor, line.utf8.count)))
        while cut > line.startIndex, cut.samePosition(in: line.unicodeScalars) == nil { cut = line.utf8.index(before: cut) }
        prefix = String(line[..<cut])
        before = Lexer(prefix).tokens
        let end = prefix.utf8.count
        replaced = ByteSpan(end, end)
        if let last = before.last, last.span.end == end, last.kind == .word || last.kind == .quoted {
            typed = Typed(last.text)
            replaced = last.span
            before.removeLast()
        }
    }

    mutating func complete() -> Completion {
        collect()
        // What holds the typed letters in a worse way counts where nothing holds them in a better one; only two letters or more
        // may well be the pinyin of a name, `gd` for 广东 beside GDP.
        let best = found.map(\.rank).min() ?? .beginning
        let spells = best == .beginning && typed.text.utf8.count > 1
            && found.contains { $0.rank == best && $0.candidate.kind.isName }
        var seen: Set<String> = []
        var candidates: [Completion.Candidate] = []
        for rank in spells ? [best, .spelled] : [best] {
            for entry in found where entry.rank == rank && (rank == best || entry.candidate.kind.isName) {
                if seen.insert(entry.candidate.text).inserted { candidates.append(entry.candidate) }
            }
        }
        return Completion(replaced: replaced, candidates: Array(candidates.prefix(Self.limit)))
    }

    private mutating func collect() {
        guard let head = before.first else {
            offer(Noun.all.map(\.description) + Verb.all.map(\.description), .command)
            return
        }
        guard head.kind == .word else { return }
        if let noun = Noun.named(head.text) {
            collectQuery(noun)
        } else if let verb = Verb.named(head.text) {
            guard before.count == 1 else { return }
            switch verb.description.name {
            case "open", "related", "source", "why", "lint": offerNodes()
            case "help":
                offer(Noun.all.map(\.description) + StageWord.all.map(\.description) + Verb.all.map(\.description), .topic)
            default: break
            }
        }
    }

    // MARK: what to offer

    /// Offers the form of a word that fits what is typed: Chinese after Chinese, else English.
    private mutating func offer(_ descriptions: [Description], _ kind: Completion.Candidate.Kind) {
        for description in descriptions {
            offer(description.words, chinese: description.chinese, kind, detail: description.summary.text)
        }
    }

    private mutating func offer(
        _ words: [String], chinese: [String], _ kind: Completion.Candidate.Kind, suffix: String = "", detail: String,
        count: Int? = nil
    ) {
        let forms = typed.isEmpty ? Array(words.prefix(1)) : typed.text.hasHan ? chinese : words + chinese
        guard let (word, rank) = best(of: forms) else { return }
        found.append((Completion.Candidate(word + suffix, kind, detail: detail, count: count), rank))
    }

    /// The form that fits best what is typed, the first of several.
    private func best(of forms: [String]) -> (String, Matching)? {
        var best: (String, Matching)?
        for form in forms {
            guard let rank = typed.matching(form), best.map({ rank < $0.1 }) ?? true else { continue }
            best = (form, rank)
            if rank == .beginning { break }
        }
        return best
    }

    private mutating func offer(_ text: String, _ kind: Completion.Candidate.Kind, detail: String = "", count: Int? = nil) {
        guard let rank = typed.matching(text) else { return }
        found.append((Completion.Candidate(Printer.quotedIfNeeded(text), kind, detail: detail, count: count), rank))
    }

    private mutating func offerNodes() {
        for node in numbered.prefix(Self.limit) {
            guard let node else { continue }
            let id = graph.identifier(of: node)
            offer(id, .identifier, detail: String(graph.label(of: node).dropFirst(id.count + 1)))
        }
        guard !typed.isEmpty else {
            for row in 0..<min(graph.documents.count, Self.limit) {
                let id = graph.identifier(of: NodeID(.document, row))
                offer(id, .identifier, detail: graph.strings[graph.documents.title[row]])
            }
            return
        }
        for type in [NodeType.document, .goal, .figure, .measure, .problem, .indicator, .place] where typed.text.first == type.letter {
            for row in 0..<min(graph.count(of: type), Self.limit * 10) {
                let id = graph.identifier(of: NodeID(type, row))
                guard id.hasPrefix(typed.text) else { continue }
                offer(id, .identifier, detail: String(graph.label(of: NodeID(type, row)).dropFirst(id.count + 1)))
            }
        }
        for (name, node) in graph.names.all { offer(name, .name, detail: graph.identifier(of: node)) }
    }

    // MARK: queries

    private mutating func collectQuery(_ first: Noun) {
        let bar = before.lastIndex { $0.kind == .pipe }
        // `targets | measures | …`: from there on the rows are measures.
        var noun = first, reaches = false
        for (index, token) in before.enumerated() where token.kind == .pipe && index + 1 < before.count {
            guard StageWord.named(before[index + 1].text) == nil, let next = Noun.stage(before[index + 1].text) else { continue }
            noun = next
            reaches = index == bar
        }
        if let key = keyBefore() {
            offerValues(of: key, noun)
            return
        }
        guard let bar else {
            offerTerms(noun)
            return
        }
        let stage = before[(bar + 1)...]
        guard let word = stage.first else {
            offer(StageWord.all.map(\.description) + Noun.all.map(\.description), .stage)
            return
        }
        if reaches {
            offerTerms(noun)
            return
        }
        switch StageWord.named(word.text)?.description.name {
        case "where": offerTerms(noun)
        case "as":
            for format in OutputFormat.allCases where stage.count == 1 { offer(format.rawValue, .format) }
        case "sort", "select", "by": offerProperties(noun, stage)
        case "count", "sum", "mean", "min", "max":
            let grouped = stage.contains { StageWord.named($0.text)?.description.name == "by" }
            let named = stage.count > 1
            if grouped || (!named && word.text != "count" && StageWord.named(word.text)?.description.name != "count") {
                offerProperties(noun, stage)
            } else {
                offer([StageWord.by.description], .stage)
            }
        default: break
        }
    }

    /// The key whose value is being typed: `sector:ec`, `place:北京,上`, `kind=`.
    private func keyBefore() -> KeyWord? {
        var at = before.count - 1
        while at >= 2, before[at].kind == .comma, before[at - 1].kind == .word || before[at - 1].kind == .quoted { at -= 2 }
        guard at >= 1, before[at - 1].kind == .word else { return nil }
        switch before[at].kind {
        case .colon, .comparison(.equal), .comparison(.notEqual): return KeyWord.named(before[at - 1].text)
        default: return nil
        }
    }

    private mutating func offerProperties(_ noun: Noun, _ stage: ArraySlice<Token>) {
        if stage.count > 1, StageWord.named(stage.first?.text ?? "")?.description.name == "sort", let last = stage.last,
            KeyWord.named(last.text) != nil
        {
            offer(["desc"], chinese: ["降"], .value, detail: Message("greatest first", "从大到小").text)
        }
        for property in Property.all(of: noun.type) {
            guard let key = KeyWord.named(property.key), !stage.contains(where: { KeyWord.named($0.text)?.name == key.name })
            else { continue }
            offer(key.words, chinese: key.chinese, .property, detail: key.summary.text)
        }
    }

    private mutating func offerTerms(_ noun: Noun) {
        let keys =
            noun.type.isStatement
            ? Property.all(of: noun.type).map(\.key)
            : ["place", "sector", "indicator", "kind"] + Property.all(of: noun.type).map(\.key)
        var offered: Set<String> = []
        for name in keys where offered.insert(name).inserted && !Self.shownOnly.contains(name) {
            guard let key = KeyWord.named(name) else { continue }
            offer(key.words, chinese: key.chinese, .key, suffix: ":", detail: key.summary.text)
        }
        for name in ["has", "no"] {
            guard let key = KeyWord.named(name) else { continue }
            offer(key.words, chinese: key.chinese, .key, suffix: ":", detail: key.summary.text)
        }
        let (rows, counted) = matched(noun)
        let years = counts("period", rows, counted)
        for (code, count) in years.sorted(by: { graph.periods.period[$0.key] > graph.periods.period[$1.key] }) {
            let period = graph.periods.period[code]
            let name = graph.strings.string(graph.periods.name[code])
            if period.isYear {
                offer("\(period)", .value, count: count)
            } else if let name {
                offer(name, .name, detail: "\(period)", count: count)
            }
        }
        guard !typed.isEmpty else { return }
        let occurring: [NodeType: [Int: Int]] = [
            .indicator: counts("indicator", rows, counted), .place: counts("place", rows, counted),
            .sector: counts("sector", rows, counted),
        ]
        var names: [(name: String, node: NodeID, count: Int)] = []
        for (name, node) in graph.names.all {
            if let count = occurring[node.type]?[Int(node.index)], count > 0, typed.matching(name) != nil {
                names.append((name, node, count))
            }
        }
        for (name, node, count) in names.enumerated().sorted(by: { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        ).map(\.element) {
            offer(name, .name, detail: "\(node.type)", count: count)
        }
    }

    /// Properties that no term asks for.
    private static let shownOnly: Set = [
        "target", "result", "figure", "id", "key", "targets", "results", "measures", "problems", "documents",
        "sectors", "reason", "count", "sentence", "line",
    ]

    private mutating func offerValues(of key: KeyWord, _ noun: Noun) {
        if key.name == "has" || key.name == "no" {
            offer(Noun.all.filter { $0.name != noun.name }.map(\.description), .value)
            return
        }
        let (rows, counted) = matched(noun)
        var values: [(words: [String], chinese: [String], detail: String, count: Int)] = []
        // An alias typed so far still finds the value, which is put in by its own name.
        for (code, count) in counts(key.name, rows, counted) where count > 0 {
            switch key.name {
            case "place":
                let name = graph.name(of: NodeID(.place, code)), english = graph.strings.string(graph.places.english[code])
                values.append(([name] + (english.map { [$0] } ?? []), [name], english ?? "", count))
            case "indicator":
                let name = graph.name(of: NodeID(.indicator, code)),
                    english = graph.strings.string(graph.indicators.english[code])
                values.append(([name] + (english.map { [$0] } ?? []), [name], english ?? "", count))
            case "sector":
                let id = graph.identifier(of: NodeID(.sector, code)), name = graph.strings[graph.sectors.name[code]]
                values.append(([id], [name], name, count))
            case "period", "year":
                let period = graph.periods.period[code], name = graph.strings.string(graph.periods.name[code])
                if key.name == "year", !period.isYear { continue }
                values.append(([name ?? "\(period)"], [name ?? "\(period)"], name == nil ? "" : "\(period)", count))
            case "unit":
                let name = graph.strings[graph.units.name[code]]
                values.append(([name], [name], "", count))
            case "document":
                let name = graph.name(of: NodeID(.document, code))
                values.append(([name], [name], graph.strings[graph.documents.title[code]], count))
            case "goal":
                let id = graph.identifier(of: NodeID(.goal, code)), title = graph.name(of: NodeID(.goal, code))
                values.append(([id], [title], title, count))
            case "action":
                let name = graph.strings[UInt32(code)]
                values.append(([name], [name], "", count))
            default:
                guard let name = closedName(key.name, noun.type, code), let value = key.value(name) else { continue }
                values.append(([value.name], value.chinese, value.chinese.first ?? "", count))
            }
        }
        let spokenChinese = before.last { $0.kind == .word }?.text.hasHan ?? false
        for value in values.sorted(by: { ($1.count, $0.words[0]) < ($0.count, $1.words[0]) }) {
            let forms = typed.isEmpty ? (spokenChinese ? value.chinese : value.words) : value.words + value.chinese
            guard let (form, rank) = best(of: forms) else { continue }
            found.append(
                (
                    Completion.Candidate(
                        Printer.quotedIfNeeded(form), .value, detail: form == value.detail ? value.words[0] : value.detail,
                        count: value.count), rank
                ))
        }
    }

    private func closedName(_ key: String, _ type: NodeType, _ code: Int) -> String? {
        let code = UInt8(clamping: code)
        return switch key {
        case "kind": FigureKind(code: code)?.rawValue
        case "aspect": Aspect(code: code)?.rawValue
        case "comparator": Comparator(code: code)?.word
        case "direction": Direction(code: code)?.rawValue
        case "level": type == .goal ? String(code) : PlaceLevel(code: code)?.rawValue
        default: nil
        }
    }

    // MARK: rows so far

    /// The rows that the terms before the cursor leave, and the noun whose rows they are: places and the like are counted by
    /// their figures.
    private func matched(_ noun: Noun) -> (rows: [UInt32], noun: Noun) {
        let last = before.last { $0.kind == .word || $0.kind == .quoted || $0.kind == .close }
        var end = last?.span.end ?? 0
        if let key = keyStart() { end = key }
        var terms: [Condition] = []
        // Stages that are whole so far; one that is only begun says nothing yet.
        for cut in [end, before.last { $0.kind == .pipe }?.span.start ?? end] {
            guard let command = try? Parser.parse(String(prefix.utf8Slice(ByteSpan(0, cut)))), case .query(let query) = command
            else { continue }
            terms =
                query.terms
                + query.stages.flatMap { stage -> [Condition] in if case .filter(let more) = stage { more } else { [] } }
            break
        }
        let sides = Selection.Sides(terms, of: noun.type, in: graph)
        for (counted, terms) in noun.type.isStatement ? [(noun, terms)] : [(Noun.figures, sides.statements)] {
            var evaluator = Evaluator(graph: graph, line: prefix, isCancelled: { false })
            if let flow = try? evaluator.select(counted, terms) { return (flow.rows, counted) }
        }
        return ([], noun)
    }

    /// Where the `key:` begins whose value is being typed.
    private func keyStart() -> Int? {
        guard keyBefore() != nil,
            let colon = before.lastIndex(where: { token in
                if case .comparison = token.kind { return true }
                return token.kind == .colon
            }), colon > 0
        else { return nil }
        return before[colon - 1].span.start
    }

    /// The node above, where a term for it holds for the rows under it too.
    private func parent(of code: Int, _ key: String) -> Int? {
        switch key {
        case "sector": graph.sectors.parent[code] == .max ? nil : Int(graph.sectors.parent[code])
        case "goal": graph.goals.parent[code] == noNode ? nil : Int(graph.goals.parent[code])
        default: nil
        }
    }

    /// How many of the rows have each code of a property; sectors and goals count those under them.
    private func counts(_ key: String, _ rows: [UInt32], _ noun: Noun) -> [Int: Int] {
        guard let column = Property.named(key, of: noun.type)?.codes?(graph) else { return [:] }
        if key == "sector", let statements = graph.statements(of: noun.type) {
            let counts = graph.countsPerSector(statements, rows)
            return Dictionary(uniqueKeysWithValues: counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) })
        }
        var counts: [Int: Int] = [:]
        for row in rows {
            var code = column[Int(row)]
            switch key {
            case "place", "indicator", "document", "goal": if code >= Int(noNode) { continue }
            case "sector", "period", "year", "unit": if code >= Int(UInt16.max) { continue }
            case "action": if code >= Int(StringTable.none) { continue }
            default: break
            }
            counts[code, default: 0] += 1
            while let parent = parent(of: code, key) {
                code = parent
                counts[code, default: 0] += 1
            }
        }
        return counts
    }
}

extension NodeType {
    /// Figures, measures and problems.
    var isStatement: Bool { self == .figure || self == .measure || self == .problem }
}

extension Session {
    /// What could be typed at `cursor`, a UTF-8 offset in the line.
    public func complete(_ line: String, cursor: Int) -> Completion {
        var completer = Completer(graph: graph, numbered: numbered, line: line, cursor: cursor)
        return tongue.speaking { completer.complete() }
    }
}
