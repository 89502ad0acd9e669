/// Makes the index of a graph's texts, 65,536 sentences at a time, on all processors; the parts are then put together by terms.
struct TextIndexBuilder {
    /// The terms that one worker has met, numbered as they came.
    private struct Vocabulary: Sendable {
        var terms: [UInt64] = []
        /// Number + 1 by hash of the term; 0 where there is none.
        private var slots = [UInt32](repeating: 0, count: 1 << 16)
        /// Memory of the piece before, to be used again.
        var met: [UInt64] = []
        var sorted: [UInt16] = []

        @inline(__always)
        mutating func number(of term: UInt64) -> Int {
            var slot = Self.hash(term) & (slots.count - 1)
            while slots[slot] != 0 {
                let number = Int(slots[slot]) - 1
                if terms[number] == term { return number }
                slot = (slot + 1) & (slots.count - 1)
            }
            terms.append(term)
            slots[slot] = UInt32(terms.count)
            if terms.count * 2 > slots.count { grow() }
            return terms.count - 1
        }

        private static func hash(_ term: UInt64) -> Int {
            let mixed = (term ^ term >> 29) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed >> 32)
        }

        private mutating func grow() {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for (number, term) in terms.enumerated() {
                var slot = Self.hash(term) & (slots.count - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = UInt32(number + 1)
            }
        }
    }

    /// What 65,536 sentences hold. Terms go by the worker's numbers, ascending.
    private struct Piece: Sendable {
        var terms: [UInt32] = []
        /// How many sentences hold each.
        var counts: [UInt32] = []
        /// How many hold it several times.
        var repeats: [UInt32] = []
        /// The lower 16 bits of the sentences' rows, term by term.
        var rows: [UInt16] = []
        var repeatSentences: [UInt32] = []
        var repeatTimes: [UInt8] = []
    }

    static func index(of graph: Graph) -> TextIndex {
        let pieces = (graph.sentences.count + TextIndex.partSize - 1) / TextIndex.partSize
        let (found, vocabularies) = Parallel.mapKeeping(pieces, memory: { Vocabulary() }) { piece, vocabulary in
            Self.piece(piece, of: graph, &vocabulary)
        }
        return assembled(found.map { ($0.worker, $0.result) }, vocabularies.map(\.terms))
    }

    private static func piece(_ number: Int, of graph: Graph, _ vocabulary: inout Vocabulary) -> Piece {
        let first = number * TextIndex.partSize, last = min(graph.sentences.count, first + TextIndex.partSize)
        let (starts, ends, offsets) = (graph.sentences.start, graph.sentences.end, graph.sentences.offsets)
        // Each term with the lower bits of the row it stands in, in the order of the text.
        var met = vocabulary.met
        vocabulary.met = []
        met.removeAll(keepingCapacity: true)
        var counts = [UInt32](repeating: 0, count: max(1024, vocabulary.terms.count * 2))
        _ = graph.text.withContiguousStorageIfAvailable { text in
            let text = text.span
            var document = graph.document(ofSentence: first), row = first
            while row < last {
                let end = min(last, Int(offsets[document + 1])), base = graph.documents.textStart[document]
                while row < end {
                    let low = UInt64(row & 0xFFFF)
                    TextTerms.scan(text, base + Int(starts[row])..<base + Int(ends[row])) { term in
                        let number = vocabulary.number(of: term)
                        if number >= counts.count { counts.append(contentsOf: repeatElement(0, count: counts.count)) }
                        counts[number] += 1
                        met.append(UInt64(number) << 16 | low)
                    }
                    row += 1
                }
                document += 1
            }
        }
        var next = [UInt32](repeating: 0, count: vocabulary.terms.count + 1)
        for term in 0..<vocabulary.terms.count { next[term + 1] = next[term] + counts[term] }
        var rows = vocabulary.sorted
        vocabulary.sorted = []
        if rows.count < met.count { rows = [UInt16](repeating: 0, count: met.count + met.count / 4) }
        for one in met {
            let term = Int(one >> 16)
            rows[Int(next[term])] = UInt16(truncatingIfNeeded: one)
            next[term] += 1
        }
        // Equal rows are neighbours now. `next` is where each term ends.
        var piece = Piece(), kept = 0, start = 0
        for term in 0..<vocabulary.terms.count where counts[term] > 0 {
            let end = Int(next[term]), firstKept = kept, repeated = piece.repeatSentences.count
            var at = start
            while at < end {
                let row = rows[at]
                var times = 1
                while at + times < end, rows[at + times] == row { times += 1 }
                rows[kept] = row
                kept += 1
                if times > 1 {
                    piece.repeatSentences.append(UInt32(first) | UInt32(row))
                    piece.repeatTimes.append(UInt8(clamping: times))
                }
                at += times
            }
            piece.terms.append(UInt32(term))
            piece.counts.append(UInt32(kept - firstKept))
            piece.repeats.append(UInt32(piece.repeatSentences.count - repeated))
            start = end
        }
        piece.rows = Array(rows[..<kept])
        (vocabulary.met, vocabulary.sorted) = (met, rows)
        return piece
    }

    private static func assembled(_ pieces: [(worker: Int, piece: Piece)], _ vocabularies: [[UInt64]]) -> TextIndex {
        var index = TextIndex()
        var terms = vocabularies.flatMap(\.self)
        terms.sort()
        var kept = 0
        for (at, term) in terms.enumerated() where at == 0 || term != terms[kept - 1] {
            terms[kept] = term
            kept += 1
        }
        terms.removeLast(terms.count - kept)
        index.terms = Series(terms)
        // Of each worker's numbers, the place in the index.
        let places = vocabularies.map { vocabulary in
            var places = [UInt32](repeating: 0, count: vocabulary.count)
            var at = 0
            for number in vocabulary.indices.sorted(by: { vocabulary[$0] < vocabulary[$1] }) {
                while terms[at] < vocabulary[number] { at += 1 }
                places[number] = UInt32(at)
            }
            return places
        }
        var sentences = [UInt32](repeating: 0, count: terms.count)
        var parts = [UInt32](repeating: 0, count: terms.count + 1), values = [Int](repeating: 0, count: terms.count + 1)
        var repeats = [UInt32](repeating: 0, count: terms.count + 1)
        for (worker, piece) in pieces {
            for (at, term) in piece.terms.enumerated() {
                let place = Int(places[worker][Int(term)]), count = Int(piece.counts[at])
                sentences[place] += UInt32(count)
                parts[place + 1] += 1
                values[place + 1] += count < TextIndex.dense ? count : TextIndex.partSize / 16
                repeats[place + 1] += piece.repeats[at]
            }
        }
        for place in terms.indices {
            parts[place + 1] += parts[place]
            values[place + 1] += values[place]
            repeats[place + 1] += repeats[place]
        }
        index.sentences = Series(sentences)
        index.offsets = Series(parts)
        index.repeatOffsets = Series(repeats)
        let partCount = Int(parts[terms.count]), valueCount = values[terms.count], repeatCount = Int(repeats[terms.count])
        index.parts = Series(count: partCount) { words in
            var next = parts, start = values
            for (number, (worker, piece)) in pieces.enumerated() {
                for (at, term) in piece.terms.enumerated() {
                    let place = Int(places[worker][Int(term)]), count = Int(piece.counts[at])
                    words[Int(next[place])] = TextIndex.Part.word(high: number, count: count, start: start[place])
                    next[place] += 1
                    start[place] += count < TextIndex.dense ? count : TextIndex.partSize / 16
                }
            }
        }
        index.postings = Series(count: valueCount) { postings in
            var start = values
            for (worker, piece) in pieces {
                var from = 0
                let rows = piece.rows.span
                for (at, term) in piece.terms.enumerated() {
                    let place = Int(places[worker][Int(term)]), count = Int(piece.counts[at])
                    let to = start[place]
                    if count < TextIndex.dense {
                        for offset in 0..<count { postings[to + offset] = rows[from + offset] }
                        start[place] += count
                    } else {
                        for offset in 0..<count {
                            let row = Int(rows[from + offset])
                            postings[to + row >> 4] |= 1 << UInt16(row & 15)
                        }
                        start[place] += TextIndex.partSize / 16
                    }
                    from += count
                }
            }
        }
        var sentencesOfRepeats = [UInt32](repeating: 0, count: repeatCount), times = [UInt8](repeating: 0, count: repeatCount)
        for (worker, piece) in pieces {
            var from = 0
            for (at, term) in piece.terms.enumerated() where piece.repeats[at] > 0 {
                let place = Int(places[worker][Int(term)]), count = Int(piece.repeats[at]), to = Int(repeats[place])
                for offset in 0..<count {
                    sentencesOfRepeats[to + offset] = piece.repeatSentences[from + offset]
                    times[to + offset] = piece.repeatTimes[from + offset]
                }
                repeats[place] += UInt32(count)
                from += count
            }
        }
        index.repeatSentences = Series(sentencesOfRepeats)
        index.repeatTimes = Series(times)
        return index
    }
}
