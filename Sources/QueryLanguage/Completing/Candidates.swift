import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// What the data hold: names, values of a key, ids, each with the rows that it would leave.
extension Completer {
    /// Years and names that occur in the rows so far.
    mutating func offerNames(_ noun: Noun) {
        let time = Property.named("year", of: noun.type)?.codes != nil && !noun.type.isStatement ? "year" : "period"
        for (code, count) in facets(of: noun, by: time).counts(time).sorted(by: {
            graph.periods.period[$0.code] > graph.periods.period[$1.code]
        }) {
            let period = graph.periods.period[code]
            let name = graph.strings.string(graph.periods.name[code])
            if period.isYear {
                offer("\(period)", .value, count: count)
            } else if let name, !drawsYears {
                offer(name, .name, detail: "\(period)", count: count)
            }
        }
        guard !typed.isEmpty else { return }
        let occurring: [NodeType: [Int32]] = [
            .indicator: facets(of: noun, by: "indicator").table("indicator"), .place: facets(of: noun, by: "place").table("place"),
            .sector: facets(of: noun, by: "sector").table("sector"),
        ]
        var names: [(name: String, node: NodeID, count: Int)] = []
        graph.names.forEach { name, node in
            guard let counts = occurring[node.type], Int(node.index) < counts.count, counts[Int(node.index)] > 0 else { return }
            let text = name()
            if typed.matching(text) != nil { names.append((text, node, Int(counts[Int(node.index)]))) }
        }
        for (name, node, count) in names.enumerated().sorted(by: { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        ).map(\.element) {
            offer(name, .name, detail: node.type.word.text, count: count)
        }
    }

    mutating func offerValues(of key: KeyWord, _ noun: Noun) {
        if key.name == "has" || key.name == "no" {
            offer(Noun.all.filter { $0.name != noun.name }.map(\.description), .value)
            return
        }
        let counted = facets(of: noun, by: key.name).counts(key.name).sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        let chinese = speaksChinese
        let values = counted.prefix(typed.isEmpty ? Self.limit : Self.lookedThrough).compactMap { code, count in
            value(key, noun, code).map { (value: $0, count: count) }
        }
        for (value, count) in values.sorted(by: { ($1.count, $0.value.words[0]) < ($0.count, $1.value.words[0]) }) {
            let forms = typed.isEmpty ? (chinese ? value.chinese : value.words) : value.words + value.chinese
            offer(forms, .value, other: value.words[0], detail: value.detail, count: count)
        }
    }

    private typealias Value = (words: [String], chinese: [String], detail: String)

    /// What the code of a property is called; an alias typed so far still finds it, and its own name is put in.
    private func value(_ key: KeyWord, _ noun: Noun, _ code: Int) -> Value? {
        switch key.name {
        case "place":
            let name = graph.name(of: NodeID(.place, code)), english = graph.strings.string(graph.places.english[code])
            return ([name] + (english.map { [$0] } ?? []), [name], english ?? "")
        case "indicator":
            let name = graph.name(of: NodeID(.indicator, code)), english = graph.strings.string(graph.indicators.english[code])
            return ([name] + (english.map { [$0] } ?? []), [name], english ?? "")
        case "sector":
            let id = graph.identifier(of: NodeID(.sector, code)), name = graph.strings[graph.sectors.name[code]]
            return ([id], [name], name)
        case "period", "year":
            let period = graph.periods.period[code], name = graph.strings.string(graph.periods.name[code])
            if key.name == "year", !period.isYear { return nil }
            return ([name ?? "\(period)"], [name ?? "\(period)"], name == nil ? "" : "\(period)")
        case "unit":
            let name = graph.strings[graph.units.name[code]]
            return ([name], [name], "")
        case "document":
            let name = graph.name(of: NodeID(.document, code))
            return ([name], [name], graph.strings[graph.documents.title[code]])
        case "goal":
            let id = graph.identifier(of: NodeID(.goal, code)), title = graph.name(of: NodeID(.goal, code))
            return ([id], [title], title)
        case "action":
            let name = graph.strings[UInt32(code)]
            return ([name], [name], "")
        default:
            guard let name = closedName(key.name, noun.type, code), let value = key.value(name) else { return nil }
            return ([value.name], value.chinese, value.chinese.first ?? "")
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

    // MARK: nodes

    mutating func offerNodes(documentsOnly: Bool = false) {
        for node in context.numbered.prefix(Self.limit) {
            guard let node, !documentsOnly || node.type == .document || node.type == .place else { continue }
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
        offerIdentifiers(documentsOnly ? [.document] : [.document, .goal, .figure, .measure, .problem, .indicator, .place])
        // One letter begins ids; of names it finds a large part.
        guard typed.text.utf8.count > 1 else { return }
        var names: [(String, NodeID)] = []
        graph.names.forEach { name, node in
            guard !documentsOnly || node.type == .place else { return }
            let text = name()
            if typed.matching(text) != nil { names.append((text, node)) }
        }
        for (name, node) in names { offer(name, .name, detail: graph.identifier(of: node)) }
        for row in 0..<min(graph.documents.count, Self.lookedThrough) {
            let name = graph.strings[graph.documents.name[row]], title = graph.strings[graph.documents.title[row]]
            if typed.matching(name) != nil || typed.matching(title) != nil {
                offer([name, title], .name, other: title, detail: graph.identifier(of: NodeID(.document, row)), count: nil)
            }
        }
    }

    /// Ids that begin as typed, `f12` and what goes on from it, the nearest first.
    private mutating func offerIdentifiers(_ types: [NodeType]) {
        for type in types where typed.text.first == type.letter {
            let digits = typed.text.dropFirst(), last = graph.count(of: type)
            guard digits.utf8.allSatisfy({ $0 >= 48 && $0 < 58 }), let number = digits.isEmpty ? 0 : Int(digits) else { continue }
            var offered = 0, low = max(number, 1), high = number == 0 ? last : number
            while low <= last, offered < Self.limit {
                for row in low...min(high, last) where offered < Self.limit {
                    let node = NodeID(type, row - 1), id = graph.identifier(of: node)
                    offer(id, .identifier, detail: String(graph.label(of: node).dropFirst(id.count + 1)))
                    offered += 1
                }
                let (next, overflow) = low.multipliedReportingOverflow(by: 10)
                guard number > 0, !overflow else { break }
                (low, high) = (next, high * 10 + 9)
            }
        }
    }

    // MARK: rows so far

    /// The rows that the terms before the cursor leave, by one of their properties; what places and the like do not have
    /// themselves is that of their figures.
    private func facets(of noun: Noun, by key: String) -> Facets {
        let isOwn = noun.type.isStatement || Property.named(key, of: noun.type)?.codes != nil, counted = isOwn ? noun : .figures
        let lines = linesSoFar()
        // What `last` and `$name` stand for changes.
        let changes = before.contains { $0.kind == .word && Given.word($0.text) != nil }
        let found = changes
            ? facets(of: noun, counted, lines)
            : memory.facets(([noun.name, counted.name] + lines).joined(separator: "\n")) { facets(of: noun, counted, lines) }
        return found ?? Facets(graph: graph, noun: counted, rows: [])
    }

    /// Nil where it took too long.
    private func facets(of noun: Noun, _ counted: Noun, _ lines: [String]) -> Facets? {
        var evaluator = Evaluator(graph: graph, line: prefix, isCancelled: isCancelled)
        evaluator.context = context
        for text in lines {
            guard let command = try? Parser.parse(text, aliases: aliases), case .query(let query) = command else { continue }
            let head = Noun.named(query.noun.text)
            if query.terms.isEmpty, query.stages.isEmpty, let head, counted.type.isStatement,
                head.name == counted.name || head.name == noun.name
            {
                return Facets(allOf: counted, in: graph)
            }
            if counted.type == noun.type {
                guard let flow = try? evaluator.rows(query), flow.noun.type == noun.type else { continue }
                return Facets(graph: graph, noun: flow.noun, rows: flow.rows)
            }
            // Terms that say nothing of the places themselves need no look at them.
            if let head, head.name == noun.name, let terms = query.termsAlone {
                let sides = Selection.Sides(terms, of: noun.type, in: graph)
                if sides.own.isEmpty {
                    guard let figures = try? evaluator.select(counted, sides.statements) else { continue }
                    return Facets(graph: graph, noun: counted, rows: figures.rows)
                }
            }
            // Figures do not know their sentence by its number.
            guard let column = Property.named(noun.type.name, of: counted.type)?.codes?(graph) else { return nil }
            guard let flow = try? evaluator.rows(query), flow.noun.type == noun.type,
                let figures = try? evaluator.select(counted, Selection.Sides(flow.terms, of: noun.type, in: graph).statements)
            else { continue }
            let isThere = mask(flow)
            return Facets(
                graph: graph, noun: counted,
                rows: figures.rows.filter { row in
                    let code = column[Int(row)]
                    return code < isThere.count && isThere[code]
                })
        }
        return counted.type == noun.type && !noun.type.isStatement
            ? Facets(graph: graph, noun: noun, rows: []) : Facets(allOf: counted, in: graph)
    }

    /// Of each node whether it is a row; sectors with those under them.
    private func mask(_ flow: Evaluator.Flow) -> [Bool] {
        var mask = [Bool](repeating: false, count: graph.count(of: flow.noun.type))
        for row in flow.rows { mask[Int(row)] = true }
        if flow.noun.type == .sector {
            for row in mask.indices {
                var above = graph.sectors.parent[row]
                while !mask[row], above != .max {
                    mask[row] = mask[Int(above)]
                    above = graph.sectors.parent[Int(above)]
                }
            }
        }
        return mask
    }

    /// The line before what is being typed, and then shorter and shorter, until it is one that has an answer: what is only begun
    /// says nothing yet. Behind `or` the terms before it say nothing.
    private func linesSoFar() -> [String] {
        var tokens = before
        if let key = keyPosition { tokens.removeSubrange(key...) }
        dropAlternatives(&tokens)
        var lines: [String] = []
        while !tokens.isEmpty, lines.count < 6 {
            let depth = tokens.reduce(0) { $0 + ($1.kind == .open ? 1 : $1.kind == .close ? -1 : 0) }
            lines.append(text(of: tokens) + String(repeating: ")", count: max(0, depth)))
            if tokens.last?.kind == .pipe || lines.count > 1, let bar = tokens.lastIndex(where: { $0.kind == .pipe }) {
                tokens.removeSubrange(bar...)
            } else {
                tokens.removeLast()
            }
        }
        return lines
    }

    private func dropAlternatives(_ tokens: inout [Token]) {
        var depth = 0, or: Int?
        for index in tokens.indices.reversed() {
            switch tokens[index].kind {
            case .close: depth += 1
            case .open:
                if depth == 0 {
                    if let or { tokens.removeSubrange(index + 1...or) }
                    return
                }
                depth -= 1
            case .pipe where depth == 0:
                if let or, index + 2 <= or { tokens.removeSubrange(index + 2...or) }
                return
            case .word where depth == 0 && or == nil && Parser.or.contains(tokens[index].text.lowercased()): or = index
            default: break
            }
        }
        if let or, or >= 1 { tokens.removeSubrange(1...or) }
    }

    /// The tokens as a line, each as it was typed.
    private func text(of tokens: [Token]) -> String {
        var text = ""
        for token in tokens {
            if token.spaced, !text.isEmpty { text += " " }
            text += token.source
        }
        return text
    }
}

extension Query {
    /// All terms, those of `where` too, where the query is nothing else.
    fileprivate var termsAlone: [Condition]? {
        var terms = terms
        for stage in stages {
            guard case .filter(let more) = stage else { return nil }
            terms += more
        }
        return terms
    }
}

extension Token {
    /// As it can be typed again.
    fileprivate var source: String {
        switch kind {
        case .word: text
        case .quoted: "\"" + text.replacingQuotes + "\""
        case .pipe: "|"
        case .colon: ":"
        case .comma: ","
        case .minus: "-"
        case .open: "("
        case .close: ")"
        case .comparison(let comparison): comparison.rawValue
        }
    }
}

extension String {
    fileprivate var replacingQuotes: String {
        var text = ""
        for character in self {
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return text
    }
}

extension NodeType {
    var word: Message {
        switch self {
        case .document: Message("document", "文档")
        case .goal: Message("goal", "任务")
        case .figure: Message("figure", "数据")
        case .measure: Message("measure", "举措")
        case .problem: Message("problem", "短板")
        case .indicator: Message("indicator", "指标")
        case .sector: Message("sector", "领域")
        case .place: Message("place", "地区")
        case .period: Message("period", "时期")
        case .sentence: Message("sentence", "句子")
        }
    }
}
