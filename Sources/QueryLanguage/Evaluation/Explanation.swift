import Documents
import KnowledgeGraph
import Lexicon

/// Says why a query found nothing: which term took the last rows away, and what there would have been.
struct Explanation {
    let graph: Graph
    let line: String
    let isCancelled: @Sendable () -> Bool
    var context = Context()

    func whyEmpty(_ noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> [String] {
        if graph.documents.count == 0 { return [Message.nothingLoaded.text] }
        func rows(_ terms: [Condition]) throws(Diagnostic) -> [UInt32] {
            var evaluator = Evaluator(graph: graph, line: line, isCancelled: isCancelled)
            evaluator.context = context
            return try evaluator.select(noun, terms).rows
        }
        var before = try rows([])
        if before.isEmpty { return [Message.nothingFound(noun: noun.name).text] }
        for end in terms.indices {
            let left = try rows(Array(terms[...end]))
            if !left.isEmpty {
                before = left
                continue
            }
            return try reasons(terms[end], noun, before) + nearest(terms, end, noun)
        }
        return []
    }

    /// The nearest line that has an answer: that of another year where a year took the last rows away, else the one without the
    /// term that did. Nothing where the line cannot be changed by replacing the term's own words.
    private func nearest(_ terms: [Condition], _ failing: Int, _ noun: Noun) throws(Diagnostic) -> [String] {
        var others = terms
        let term = others.remove(at: failing), span = term.span
        guard span.count > 0, span.end <= line.utf8.count else { return [] }
        // All sentences there are answer nothing.
        if noun.type == .sentence, others.isEmpty { return [] }
        var evaluator = Evaluator(graph: graph, line: line, isCancelled: isCancelled)
        evaluator.context = context
        let better: String
        if case .years(let low, let high, _) = term {
            let asked = low ?? high ?? 0
            let periods = periods(of: noun, try evaluator.select(noun, others).rows).filter { $0.end - $0.start < 100 }
            let years = Set(periods.flatMap { Int($0.start)...Int($0.end) })
            guard let year = years.min(by: { (abs($0 - asked), -$0) < (abs($1 - asked), -$1) }) else { return [] }
            better = line.replacing(span, with: String(year))
        } else {
            let head = line.utf8Slice(ByteSpan(0, span.start)), tail = line.utf8Slice(ByteSpan(span.end, line.utf8.count))
            // `not` and `-` belong to what they stand before.
            let kept = head.reversed().drop(while: { $0 == " " || $0 == "-" }).reversed()
            better = (String(kept) + (tail.isEmpty || tail.hasPrefix(" ") ? "" : " ") + tail).trimmingSpace
        }
        // Values of everything have no order.
        let isOfIndicator = if case .key(let key, _) = term { key.text == "indicator" } else { false }
        guard better != line, let command = try? Parser.parse(better), case .query(let query) = command,
            !isOfIndicator || !query.stages.contains(where: { $0.sortsValues }),
            let flow = try evaluator.rows(query), flow.count > 0
        else { return [] }
        return [Message.nearest(better, rows: flow.count).text]
    }

    private func reasons(_ term: Condition, _ noun: Noun, _ before: [UInt32]) -> [String] {
        var reasons: [Message] = [.emptiedBy(term: term, before: before.count, noun: noun.name)]
        switch term {
        case .years(let low, let high, let word):
            let asked = Period(low ?? 0, high ?? Int(Int16.max))
            let documents = graph.documents.year.filter { $0 != .max }.map { graph.periods.period[Int($0)] }
            let spoken = periods(of: noun, before)
            let undated = graph.documents.year.indices.filter { graph.documents.year[$0] == .max }
            if let first = undated.first, !documents.contains(where: { $0.overlaps(asked) }) {
                let path = graph.strings[graph.documents.path[first]]
                reasons.append(
                    .yearUnknown(
                        of: String(path.split(separator: "/").last ?? Substring(graph.strings[graph.documents.name[first]])),
                        others: undated.count - 1))
            }
            if undated.count == graph.documents.count, spoken.isEmpty {
                break
            } else if !documents.contains(where: { $0.overlaps(asked) }) {
                reasons.append(.noDocumentCovers(years: word.text, known: Self.years(documents + spoken)))
            } else {
                reasons.append(.neverCovers(noun: noun.name, years: word.text, known: Self.years(spoken)))
            }
        case .key(let key, _):
            if let there = values(key.text, noun, before) { reasons.append(.valuesThere(key: key.text, values: there)) }
        case .word(let word):
            let nodes = graph.names.nodes(named: word.text)
            for node in nodes where node.type == .place && graph.documents.ofPlace[node.index].isEmpty {
                reasons.append(.placeWithoutDocument(graph.name(of: node)))
            }
            if nodes.isEmpty {
                reasons.append(.readAsText(word: word.text))
                if let keyed = keyed(word) {
                    reasons.append(.didYouMean(keyed))
                } else if let spelled = spelled(word) {
                    reasons.append(.didYouMean(line.replacing(word.span, with: spelled)))
                } else if let parted = parted(from: word) {
                    reasons.append(.didYouMean(parted))
                } else if let years = Self.year(word.text, of: graph) {
                    reasons.append(.didYouMean(line.replacing(word.span, with: years)))
                } else if KeyWord.named(word.text) == nil,
                    let near = Spelling.nearest(to: word.text, among: graph.names.all.map(\.name)).first
                {
                    reasons.append(.didYouMean(line.replacing(word.span, with: Printer.quotedIfNeeded(near))))
                }
            } else if let type = nodes.first?.type, let there = values("\(type)", noun, before) {
                reasons.append(.valuesThere(key: "\(type)", values: there))
            }
        default: break
        }
        return reasons.map(\.text)
    }

    /// The line with a colon behind a property's name that a value follows: targets sector ecology.
    private func keyed(_ word: Word) -> String? {
        guard KeyWord.named(word.text) != nil, let next = Lexer(line).tokens.first(where: { $0.span.start >= word.span.end }),
            [.word, .quoted].contains(next.kind)
        else { return nil }
        let keyed = line.replacing(ByteSpan(word.span.end, next.span.start), with: ":")
        guard case .query(let query)? = try? Parser.parse(keyed) else { return nil }
        var evaluator = Evaluator(graph: graph, line: keyed, isCancelled: isCancelled)
        evaluator.context = context
        return (try? evaluator.rows(query)).map { $0.count > 0 } == true ? keyed : nil
    }

    /// The line with bars before the words of stages, from this one on: targets 2026 sort by value take 5.
    private func parted(from word: Word) -> String? {
        if let apart = Parser.apart(word.text) { return line.replacing(word.span, with: "| " + apart) }
        guard StageWord.named(word.text) != nil else { return nil }
        let tokens = Lexer(line).tokens
        let heads = tokens.indices.filter { index in
            tokens[index].kind == .word && tokens[index].span.start >= word.span.start && StageWord.named(tokens[index].text) != nil
                && tokens[index - 1].kind != .pipe
        }
        // `by` behind another stage belongs to it; where it does not it stands alone.
        for bars in [
            heads.filter { $0 == heads.first || StageWord.named(tokens[$0].text)?.description.name != StageWord.by.description.name },
            heads,
        ] {
            var parted = line
            for index in bars.reversed() {
                parted = parted.replacing(ByteSpan(tokens[index].span.start, tokens[index].span.start), with: "| ")
            }
            if (try? Parser.parse(parted)) != nil { return parted }
        }
        return nil
    }

    /// The name that the letters spell in pinyin and that most of the rows before them have: gdzc for 固定资产投资.
    private func spelled(_ word: Word) -> String? {
        guard word.text.utf8.count > 1, word.text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
            let pattern = PinyinPattern(word.text)
        else { return nil }
        let candidates = Completer(graph: graph, context: context, line: line, cursor: word.span.end).completed()
        return candidates.first { $0.kind.isName && $0.text.hasHan && [.whole, .beginning].contains(pattern.fit($0.text)) }?.text
    }

    /// A year with a digit too many or too few, or a letter that looks like one.
    private static func year(_ typed: String, of graph: Graph) -> String? {
        let text = typed.filter(\.isNumber).count < 2
            ? typed : String(typed.lowercased().map { $0 == "o" ? "0" : $0 == "l" || $0 == "i" ? "1" : $0 })
        guard (3...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let years = Set(graph.periods.period.filter(\.isYear).map { Int($0.start) }).sorted(by: >).map { String($0) }
        if text != typed, years.contains(text) { return text }
        return years.first { Spelling.distance(Array(text.unicodeScalars), Array($0.unicodeScalars)) == 1 }
    }

    private func periods(of noun: Noun, _ rows: [UInt32]) -> [Period] {
        guard let column = (Property.named("period", of: noun.type))?.codes?(graph) else {
            return noun.type == .period ? rows.map { graph.periods.period[Int($0)] } : []
        }
        let counts = column.count(rows, size: graph.periods.count)
        return counts.indices.filter { counts[$0] > 0 }.map { graph.periods.period[$0] }
    }

    /// `2021–2023, 2026`.
    static func years(_ periods: [Period]) -> String {
        var known: Set<Int> = []
        for period in periods where period.end - period.start < 100 { known.formUnion(Int(period.start)...Int(period.end)) }
        var ranges: [(Int, Int)] = []
        for year in known.sorted() {
            if let last = ranges.last, last.1 == year - 1 {
                ranges[ranges.count - 1].1 = year
            } else {
                ranges.append((year, year))
            }
        }
        return ranges.isEmpty ? "–" : ranges.map { $0 == $1 ? "\($0)" : "\($0)–\($1)" }.joined(separator: ", ")
    }

    /// The commonest values of a property among the rows: `财政金融 12, 生态环境 9`.
    private func values(_ key: String, _ noun: Noun, _ rows: [UInt32]) -> String? {
        guard let property = Property.named(key, of: noun.type) else { return nil }
        let scene = Scene(graph: graph)
        var counts: [String: Int] = [:]
        for row in rows.prefix(100_000) { counts[property.cell(scene, Int(row)).plain, default: 0] += 1 }
        counts[""] = nil
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        return most.isEmpty ? nil : most.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + (counts.count > 5 ? " …" : "")
    }
}

extension Stage {
    /// Whether rows are put in order by their amounts.
    fileprivate var sortsValues: Bool {
        if case .sort(let keys) = self { keys.contains { $0.key.text == "value" } } else { false }
    }
}
