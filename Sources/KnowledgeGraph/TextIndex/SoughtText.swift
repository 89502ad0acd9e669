import Glibc

/// Words that sentences are searched for.
public struct SoughtText: Sendable, Hashable {
    public let text: String
    /// Whether a sentence must hold the words as they stand; otherwise it must hold every pair of neighbouring characters, and
    /// every word and number of other scripts, wherever they stand in it.
    public let isExact: Bool
    /// What the index is asked for. Characters that stand alone are left to the comparison of texts where there are terms.
    let terms: [UInt64]
    let characters: [UInt32]

    public init(_ text: some StringProtocol, isExact: Bool) {
        self.text = String(text)
        self.isExact = isExact
        var terms: [UInt64] = [], characters: [UInt32] = [], inRun: UInt32 = 0
        let bytes = Array(text.utf8)
        TextTerms.scan(bytes.span, 0..<bytes.count) { term in
            if term & TextTerms.wordBit == 0 {
                let (first, second) = (UInt32(term >> 32), UInt32(truncatingIfNeeded: term))
                // The end of a run says nothing new, but where the run is one character long.
                if second == 0 {
                    if inRun != first { characters.append(first) }
                    inRun = 0
                    return
                }
                inRun = second
            }
            if !terms.contains(term) { terms.append(term) }
        }
        self.terms = terms
        self.characters = characters
    }

    /// One Chinese character or two: what the index says of them leaves nothing open.
    var isOneTerm: Bool {
        let scalars = text.unicodeScalars
        return scalars.count <= 2 && scalars.allSatisfy { TextTerms.isIdeograph($0.value) }
    }

    /// Whether it is Chinese characters and nothing else: then the sentences that hold the terms hold all that hold the text.
    public var isOfCharactersAlone: Bool { !text.isEmpty && text.unicodeScalars.allSatisfy { TextTerms.isIdeograph($0.value) } }

    /// Whether it has no letter, digit or Chinese character.
    var isOnlySigns: Bool { terms.isEmpty && characters.isEmpty }
}

extension Graph {
    /// Rows of `sentences` that hold the words, ascending; nil where `isCancelled` came true.
    public func sentences(holding sought: SoughtText, isCancelled: () -> Bool = { false }) -> [UInt32]? {
        if sought.isOnlySigns { return sentences(spelling: sought.text, isCancelled: isCancelled) }
        if !sought.terms.isEmpty { return sentences(holdingTermsOf: [sought], isCancelled: isCancelled) }
        let index = textIndex
        var rows = index.rows(holding: sought.characters[0], of: sentences.count)
        for character in sought.characters.dropFirst() {
            let others = Set(index.rows(holding: character, of: sentences.count))
            rows.removeAll { !others.contains($0) }
        }
        return spelling([sought], rows, isCancelled: isCancelled)
    }

    /// Rows of `sentences` that hold all of the words, ascending; nil where `isCancelled` came true.
    public func sentences(holdingAll sought: [SoughtText], isCancelled: () -> Bool = { false }) -> [UInt32]? {
        let indexed = sought.filter { !$0.terms.isEmpty }
        var rows = indexed.isEmpty ? nil : sentences(holdingTermsOf: indexed, isCancelled: isCancelled)
        if !indexed.isEmpty, rows == nil { return nil }
        for words in sought where words.terms.isEmpty && rows?.isEmpty != true {
            guard let found = sentences(holding: words, isCancelled: isCancelled) else { return nil }
            if let known = rows {
                let found = Set(found)
                rows = known.filter { found.contains($0) }
            } else {
                rows = found
            }
        }
        return rows ?? []
    }

    /// Of words that all have terms. The terms of all together leave few sentences whose texts are to be compared.
    private func sentences(holdingTermsOf sought: [SoughtText], isCancelled: () -> Bool) -> [UInt32]? {
        let index = textIndex
        var places: [Int] = []
        for term in Set(sought.flatMap(\.terms)) {
            guard let place = index.index(of: term) else { return [] }
            places.append(place)
        }
        places.sort { (index.sentences[$0], $0) < (index.sentences[$1], $1) }
        var rows = index.rows(at: places.removeFirst())
        // Then those terms first in which a sentence is looked up in one step.
        let dense = places.filter { index.isDense($0) }
        for place in dense + places.filter({ !dense.contains($0) }) where !rows.isEmpty {
            if isCancelled() { return nil }
            rows = index.common(rows, place)
        }
        return spelling(sought, rows, isCancelled: isCancelled)
    }

    /// Those that hold the words as they are to stand: terms leave open how they follow each other.
    private func spelling(_ sought: [SoughtText], _ rows: [UInt32], isCancelled: () -> Bool) -> [UInt32]? {
        let searches = sought.filter { $0.isExact && !$0.isOneTerm }.map { TextSearch($0.text) }
        guard !searches.isEmpty else { return rows }
        var kept: [UInt32] = []
        for (number, row) in rows.enumerated() {
            if number & 63 == 0, isCancelled() { return nil }
            let words = text[textRange(ofSentence: Int(row))]
            if searches.allSatisfy({ $0.isFound(in: words) }) { kept.append(row) }
        }
        return kept
    }

    /// Where nothing holds all of the terms: the sentences that hold at least three fifths of them.
    public func sentences(holdingMostOf sought: SoughtText) -> [UInt32] {
        guard sought.terms.count >= 3 else { return [] }
        let index = textIndex, least = (sought.terms.count * 3 + 4) / 5
        var counts = [UInt8](repeating: 0, count: sentences.count)
        for term in sought.terms.prefix(255) {
            guard let place = index.index(of: term) else { continue }
            index.forEach(at: place) { if Int($0) < counts.count { counts[Int($0)] += 1 } }
        }
        return counts.indices.filter { Int(counts[$0]) >= least }.map { UInt32($0) }
    }

    /// How well each of the ascending `rows` answers to the words: BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over
    /// the terms, and once more over the words as a whole where they stand as they are.
    public func relevance(of rows: [UInt32], to sought: [SoughtText]) -> [Double] {
        relevance(of: rows, to: sought, isCancelled: { false }) ?? []
    }

    /// Nil where `isCancelled` came true.
    public func relevance(of rows: [UInt32], to sought: [SoughtText], isCancelled: () -> Bool) -> [Double]? {
        let index = textIndex
        var scores = [Double](repeating: 0, count: rows.count)
        guard !rows.isEmpty else { return scores }
        let total = Double(sentences.count), average = max(1, Double(text.count) / total)
        let norms = rows.map { row in
            1.2 * (0.25 + 0.75 * Double(sentences.end[Int(row)] - sentences.start[Int(row)]) / average)
        }
        for words in sought {
            var weights = 0.0
            for term in words.terms {
                if isCancelled() { return nil }
                guard let place = index.index(of: term) else { continue }
                let holding = Double(index.sentences[place])
                let weight = Self.weight(holding, of: total)
                weights += weight
                let all = index.times(at: place, in: rows.span)
                for (at, times) in all.enumerated() where times > 0 {
                    scores[at] += weight * Double(times) * 2.2 / (Double(times) + norms[at])
                }
            }
            if words.terms.isEmpty {
                let weight = Self.weight(Double(rows.count), of: total)
                for at in rows.indices { scores[at] += weight * 2.2 / (1 + norms[at]) }
            } else if words.terms.count > 1, !words.isExact {
                let search = TextSearch(words.text)
                for (at, row) in rows.enumerated() {
                    if at & 63 == 0, isCancelled() { return nil }
                    guard search.isFound(in: text[textRange(ofSentence: Int(row))]) else { continue }
                    scores[at] += weights * 2.2 / (1 + norms[at])
                }
            }
        }
        return scores
    }

    /// The `count` that answer best, the best first; those that answer as well in the order of their rows.
    public func best(_ count: Int, of rows: [UInt32], to sought: [SoughtText]) -> [UInt32] {
        guard count > 0 else { return [] }
        var best: [(score: Double, row: UInt32)] = []
        for (score, row) in zip(relevance(of: rows, to: sought), rows) {
            if best.count == count, let last = best.last, score <= last.score { continue }
            if best.count == count { best.removeLast() }
            var place = best.count
            while place > 0, best[place - 1].score < score { place -= 1 }
            best.insert((score, row), at: place)
        }
        return best.map(\.row)
    }

    private static func weight(_ holding: Double, of total: Double) -> Double {
        log(1 + (total - holding + 0.5) / (holding + 0.5))
    }

    /// The bytes of a sentence in `text`.
    public func textRange(ofSentence row: Int) -> Range<Int> {
        let base = documents.textStart[document(ofSentence: row)], start = Int(sentences.start[row]), end = Int(sentences.end[row])
        if start > end { sentences.end.beyond() }
        return base + start..<base + end
    }

    public func document(ofSentence row: Int) -> Int {
        var low = 0, high = documents.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(sentences.offsets[middle]) <= row { low = middle } else { high = middle }
        }
        return low
    }

    /// Figures, measures and problems of a sentence.
    public func statements(ofSentence row: Int) -> [NodeID] {
        let document = document(ofSentence: row)
        var found: [NodeID] = []
        func add(_ type: NodeType, _ range: Range<UInt32>, _ column: Series<UInt32>) {
            for statement in range where column[Int(statement)] == UInt32(row) { found.append(NodeID(type, Int(statement))) }
        }
        add(.figure, documents.figures.rows(at: document), figures.statement.sentence)
        add(.measure, documents.measures.rows(at: document), measures.statement.sentence)
        add(.problem, documents.problems.rows(at: document), problems.statement.sentence)
        return found
    }

    /// Signs are not in the index: the texts are read through.
    private func sentences(spelling words: String, isCancelled: () -> Bool) -> [UInt32]? {
        guard let hits = TextSearch(words).occurrences(in: text, isCancelled: isCancelled) else { return nil }
        var rows: [UInt32] = [], at = 0
        for document in 0..<documents.count where at < hits.count {
            let base = documents.textStart[document]
            for row in sentences.offsets.rows(at: document) {
                let (start, end) = (base + Int(sentences.start[Int(row)]), base + Int(sentences.end[Int(row)]))
                while at < hits.count, hits[at] < start { at += 1 }
                if at < hits.count, hits[at] + words.utf8.count <= end { rows.append(row) }
            }
        }
        return rows
    }
}

extension TextIndex {
    /// Those of the ascending `rows` that hold the term too.
    fileprivate func common(_ rows: [UInt32], _ place: Int) -> [UInt32] {
        var kept: [UInt32] = []
        kept.reserveCapacity(rows.count)
        let all = rows.span
        forEachCommon(all, at: place) { kept.append(all[$0]) }
        return kept
    }

    /// Sentences that hold the character, ascending.
    fileprivate func rows(holding character: UInt32, of count: Int) -> [UInt32] {
        var there = [Bool](repeating: false, count: count)
        for place in indices(beginningWith: character) { forEach(at: place) { if Int($0) < count { there[Int($0)] = true } } }
        return there.indices.filter { there[$0] }.map { UInt32($0) }
    }
}
