import Documents
import KnowledgeGraph
import Lexicon

/// Which two documents `diff` compares.
extension Session {
    /// By ids, rows and names; by two years, with who issued them where several did; or by one year and two issuers.
    func documents(compared words: [Word], _ line: String) throws(Diagnostic) -> (Int, Int, notes: [String]) {
        let years = words.compactMap { word in Self.year(word).map { (word: word, year: $0) } }
        let others = words.filter { Self.year($0) == nil }
        if years.count == 2, let pair = try pair(years.map(\.year), of: others.first, words, line) { return pair }
        if years.count == 1, others.count == 2 {
            var found: [Int] = []
            for word in others {
                let place = try node(word, line)
                guard let document = document(of: place, in: years[0].year) else {
                    throw Diagnostic(.notHere, Message.noDocumentOf(graph.label(of: place), years[0].year).text, at: word.span)
                }
                found.append(document)
            }
            return (found[0], found[1], [])
        }
        guard words.count == 2 else {
            throw Diagnostic(
                .unexpected, Message.unexpected(words[2].text, [.end]).text, at: words[2].span,
                suggestion: line.replacing(words[2].span, with: "").trimmingSpace)
        }
        var found: [Int] = []
        for word in words {
            guard let document = graph.document(of: try node(word, line)) else {
                throw Diagnostic(.notHere, Message.notADocument(word.text).text, at: word.span, expected: ["d1", "2026-北京市"])
            }
            found.append(document)
        }
        return (found[0], found[1], [])
    }

    /// A year as people type it; `#2025` is a row.
    private static func year(_ word: Word) -> Int? {
        guard !word.text.hasPrefix("#"), let range = YearRange(word.text), range.low == range.high else { return nil }
        return range.low
    }

    private func document(of node: NodeID, in year: Int) -> Int? {
        let place = node.type == .place ? UInt32(node.index) : graph.document(of: node).map { graph.documents.place[$0] } ?? noNode
        guard place != noNode else { return nil }
        return graph.documents.ofPlace[Int(place)].map { Int($0) }.first { self.year(of: $0) == year }
    }

    private func year(of document: Int) -> Int? {
        let period = graph.documents.year[document]
        guard period != .max, graph.periods.period[Int(period)].isYear else { return nil }
        return Int(graph.periods.period[Int(period)].start)
    }

    /// The documents of two years; nil where none is of either, so that the numbers are those of rows.
    private func pair(_ years: [Int], of issuer: Word?, _ words: [Word], _ line: String) throws(Diagnostic) -> (Int, Int, notes: [String])?
    {
        let span = ByteSpan(words[0].span.start, words[words.count - 1].span.end)
        if let issuer {
            let place = try node(issuer, line)
            guard let old = document(of: place, in: years[0]), let new = document(of: place, in: years[1]) else {
                let missing = years.first { document(of: place, in: $0) == nil } ?? years[0]
                throw Diagnostic(
                    .notHere, Message.noDocumentOf(graph.label(of: place), missing).text, at: issuer.span,
                    suggestion: nearestPair(to: years, of: [UInt32(place.index)]).map { line.replacing(span, with: $0) })
            }
            return (old, new, [])
        }
        let places = (0..<UInt32(graph.places.count)).filter { !graph.documents.ofPlace[Int($0)].isEmpty }
        let known = Set((0..<graph.documents.count).compactMap { year(of: $0) })
        guard years.contains(where: known.contains) else {
            let nearest = nearestPair(to: years, of: places)
            guard years.contains(where: { $0 > context.numbered.count }) else { return nil }
            throw Diagnostic(
                .notHere, Message.noIssuerOfBoth(years[0], years[1]).text, at: span,
                suggestion: nearest.map { line.replacing(span, with: $0) } ?? Noun.documents.description.word.text)
        }
        let both = places.filter { place in years.allSatisfy { document(of: NodeID(.place, Int(place)), in: $0) != nil } }
            .sorted { (graph.places.level[Int($0)], $0) < (graph.places.level[Int($1)], $1) }
        let names = both.map { graph.name(of: NodeID(.place, Int($0))) }
        guard let first = both.first else {
            throw Diagnostic(
                .notHere, Message.noIssuerOfBoth(years[0], years[1]).text, at: span,
                suggestion: nearestPair(to: years, of: places).map { line.replacing(span, with: $0) })
        }
        guard both.count == 1, let old = document(of: NodeID(.place, Int(first)), in: years[0]),
            let new = document(of: NodeID(.place, Int(first)), in: years[1])
        else {
            var ask = Diagnostic(
                .missingArgument, Message.whichIssuer(both.count, years[0], years[1]).text, at: ByteSpan(span.end, span.end),
                expected: Array(names.prefix(3)),
                suggestion: line.replacing(ByteSpan(span.end, span.end), with: " " + Printer.quotedIfNeeded(names[0])))
            ask.suggestions = names.prefix(3).map { line.replacing(ByteSpan(span.end, span.end), with: " " + Printer.quotedIfNeeded($0)) }
            throw ask
        }
        return (old, new, [Message.comparedDocuments(graph.name(of: NodeID(.document, old)), graph.name(of: NodeID(.document, new))).text])
    }

    /// The two years nearest to those asked for of which one issuer has documents, as words of a line.
    private func nearestPair(to years: [Int], of places: [UInt32]) -> String? {
        var best: (distance: Int, words: String)?
        for place in places {
            let own = Set(graph.documents.ofPlace[Int(place)].compactMap { year(of: Int($0)) }).sorted()
            for (old, new) in zip(own, own.dropFirst()) {
                let distance = abs(old - years[0]) + abs(new - years[1])
                if best.map({ distance < $0.distance }) ?? true {
                    best = (distance, "\(old) \(new) " + Printer.quotedIfNeeded(graph.name(of: NodeID(.place, Int(place)))))
                }
            }
        }
        return best?.words
    }
}
