import Documents
import Synchronization

/// Makes the index of a graph's texts, 65,536 sentences at a time, on all processors.
enum TextIndexBuilder {
    static func index(of graph: Graph) -> TextIndex {
        let count = (graph.sentences.count + TextIndex.partSize - 1) / TextIndex.partSize
        let assembly = Mutex((TextIndexAssembly(), waiting: [Int: TextPiece]()))
        let (found, makers) = Parallel.mapKeeping(count, memory: { TextPieceMaker() }) { number, maker in
            Self.scan(number, of: graph, &maker)
            let piece = maker.close(from: number * TextIndex.partSize)
            // Pieces lie in the order of their sentences, whoever is done first.
            assembly.withLock { assembly in
                assembly.waiting[number] = piece
                while let piece = assembly.waiting.removeValue(forKey: assembly.0.count) { assembly.0.append(piece) }
            }
        }
        return assembly.withLock { $0.0.finish(workers: found.map(\.worker), makers.map(\.vocabulary)) }
    }

    private static func scan(_ number: Int, of graph: Graph, _ maker: inout TextPieceMaker) {
        let first = number * TextIndex.partSize, last = min(graph.sentences.count, first + TextIndex.partSize)
        let (starts, ends, offsets) = (graph.sentences.start, graph.sentences.end, graph.sentences.offsets)
        _ = graph.text.withContiguousStorageIfAvailable { text in
            let text = text.span
            var document = graph.document(ofSentence: first), row = first
            while row < last {
                let end = min(last, Int(offsets[document + 1])), base = graph.documents.textStart[document]
                while row < end {
                    maker.add(text, base + Int(starts[row])..<base + Int(ends[row]))
                    row += 1
                }
                document += 1
            }
        }
    }
}

/// Makes the index of texts that come one by one, in the order of their graph.
package struct TextIndexer: Sendable {
    private var maker = TextPieceMaker()
    private var assembly = TextIndexAssembly()

    package init() {}

    /// The sentences of the next document, as spans in its text.
    package mutating func add(_ text: [UInt8], _ sentences: [ByteSpan]) {
        let bytes = text.span
        for span in sentences {
            maker.add(bytes, span.start..<span.end)
            if maker.sentences == TextIndex.partSize { close() }
        }
    }

    private mutating func close() { assembly.append(maker.close(from: assembly.count * TextIndex.partSize)) }

    package mutating func finish() -> TextIndex {
        if maker.sentences > 0 { close() }
        return assembly.finish(workers: Array(repeating: 0, count: assembly.count), [maker.vocabulary])
    }
}

/// What up to 65,536 sentences hold, term by term in ascending order.
struct TextPiece: Sendable {
    /// By the numbers of whoever made the piece.
    var terms: [UInt32] = []
    /// How many sentences hold each.
    var counts: [UInt32] = []
    /// How many hold it several times.
    var repeats: [UInt32] = []
    /// The lower 16 bits of the sentences' rows, or, of many, their bits.
    var values: [UInt16] = []
    var repeatSentences: [UInt32] = []
    var repeatTimes: [UInt8] = []
}

/// Collects the terms of sentences, and makes pieces of them. Its memory is used again for each piece.
struct TextPieceMaker: Sendable {
    /// All terms that were met, numbered as they came; behind them there is room.
    private var terms: [UInt64] = []
    private var termCount = 0
    /// Number + 1 by hash of the term; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 16)
    /// The numbers of the terms that were sorted already, by their terms.
    private var order: [UInt32] = []
    /// The terms of the piece in the order of its text; behind them there is room.
    private var met: [UInt32] = []
    private var metCount = 0
    /// Where those of each sentence end.
    private var ends: [UInt32] = []
    /// How often each term was met in the piece.
    private var counts: [UInt32] = []
    private var rows: [UInt16] = []

    var sentences: Int { ends.count }
    var vocabulary: [UInt64] { Array(terms[..<termCount]) }

    /// Adds the next sentence.
    mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
        reserve(range.count + 1)
        Self.add(text, range, &terms, &termCount, &slots, &met, &metCount, &counts)
        ends.append(UInt32(metCount))
    }

    private static func add(
        _ text: Span<UInt8>, _ range: Range<Int>, _ terms: inout [UInt64], _ termCount: inout Int, _ slots: inout [UInt32],
        _ met: inout [UInt32], _ metCount: inout Int, _ counts: inout [UInt32]
    ) {
        var (used, known) = (metCount, termCount)
        var terms = terms.mutableSpan, slots = slots.mutableSpan, met = met.mutableSpan, counts = counts.mutableSpan
        let mask = slots.count - 1
        var scanner = TextTerms.Scanner(range)
        while let term = scanner.next(text) {
            var slot = hash(term) & mask, number = Int(slots[slot]) - 1
            while number >= 0, terms[number] != term {
                slot = (slot &+ 1) & mask
                number = Int(slots[slot]) - 1
            }
            if number < 0 {
                number = known
                terms[number] = term
                slots[slot] = UInt32(number + 1)
                known += 1
            }
            counts[number] &+= 1
            met[used] = UInt32(truncatingIfNeeded: number)
            used += 1
        }
        (metCount, termCount) = (used, known)
    }

    /// Makes room for as many terms more.
    private mutating func reserve(_ more: Int) {
        if metCount + more > met.count { met += Array(repeating: 0, count: more + met.count / 2) }
        if termCount + more > terms.count {
            let added = more + terms.count / 2
            terms += Array(repeating: 0, count: added)
            counts += Array(repeating: 0, count: added)
        }
        guard (termCount + more) * 2 > slots.count else { return }
        var size = slots.count
        while (termCount + more) * 2 > size { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        for number in 0..<termCount {
            var slot = Self.hash(terms[number]) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private static func hash(_ term: UInt64) -> Int {
        let mixed = (term ^ term >> 29) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    /// The piece of the sentences that were added since the last one.
    /// - Parameter first: The row of the first of them.
    mutating func close(from first: Int) -> TextPiece {
        sortNewTerms()
        // Rows by terms: where each begins, then where it ends.
        var next = [UInt32](repeating: 0, count: termCount)
        var sum: UInt32 = 0
        for number in order {
            next[Int(number)] = sum
            sum += counts[Int(number)]
        }
        var sorted: [UInt16] = [], start = 0
        swap(&sorted, &rows)
        if sorted.count < metCount { sorted = [UInt16](repeating: 0, count: metCount + metCount / 4) }
        Self.fill(&sorted, &next, met.span, ends.span)
        var piece = TextPiece()
        piece.values.reserveCapacity(metCount)
        var values = sorted.mutableSpan
        for number in order where counts[Int(number)] > 0 {
            let end = Int(next[Int(number)]), repeated = piece.repeatSentences.count
            // Equal rows are neighbours.
            var kept = start, at = start
            while at < end {
                let row = values[at]
                var times = 1
                while at + times < end, values[at + times] == row { times += 1 }
                values[kept] = row
                kept += 1
                if times > 1 {
                    piece.repeatSentences.append(UInt32(first) | UInt32(row))
                    piece.repeatTimes.append(UInt8(clamping: times))
                }
                at += times
            }
            let count = kept - start
            if count < TextIndex.dense {
                piece.values.append(values.span.extracting(start..<kept))
            } else {
                let from = piece.values.count
                piece.values += repeatElement(0, count: TextIndex.partSize / 16)
                var bits = piece.values.mutableSpan
                for at in start..<kept { bits[from + Int(values[at]) >> 4] |= 1 << (values[at] & 15) }
            }
            piece.terms.append(number)
            piece.counts.append(UInt32(count))
            piece.repeats.append(UInt32(piece.repeatSentences.count - repeated))
            start = end
        }
        swap(&sorted, &rows)
        for number in piece.terms { counts[Int(number)] = 0 }
        ends.removeAll(keepingCapacity: true)
        metCount = 0
        return piece
    }

    private static func fill(_ rows: inout [UInt16], _ next: inout [UInt32], _ met: Span<UInt32>, _ ends: Span<UInt32>) {
        var rows = rows.mutableSpan, next = next.mutableSpan, at = 0
        for row in ends.indices {
            let end = Int(ends[row])
            while at < end {
                let number = Int(met[at])
                rows[Int(next[number])] = UInt16(truncatingIfNeeded: row)
                next[number] &+= 1
                at += 1
            }
        }
    }

    /// Those that were met since the last piece are merged into the others.
    private mutating func sortNewTerms() {
        var new = Array(UInt32(order.count)..<UInt32(termCount))
        guard !new.isEmpty else { return }
        let terms = self.terms
        new.sort { terms[Int($0)] < terms[Int($1)] }
        var merged: [UInt32] = [], at = 0
        merged.reserveCapacity(termCount)
        for number in new {
            while at < order.count, terms[Int(order[at])] < terms[Int(number)] {
                merged.append(order[at])
                at += 1
            }
            merged.append(number)
        }
        merged += order[at...]
        order = merged
    }
}

/// Pieces put together, in the order of their sentences.
struct TextIndexAssembly: Sendable {
    private var pieces: [TextPiece] = []
    /// The values of all pieces.
    private var postings: Series<UInt16> = []
    /// Where those of each begin.
    private var starts: [Int] = []

    var count: Int { pieces.count }

    mutating func append(_ piece: TextPiece) {
        var piece = piece
        starts.append(postings.count)
        postings += piece.values
        piece.values = []
        pieces.append(piece)
    }

    /// - Parameter workers: Of each piece, whose numbers its terms have.
    /// - Parameter vocabularies: The terms of each worker by number.
    mutating func finish(workers: [Int], _ vocabularies: [[UInt64]]) -> TextIndex {
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
        var parts = [UInt32](repeating: 0, count: terms.count + 1), repeats = [UInt32](repeating: 0, count: terms.count + 1)
        for (worker, piece) in zip(workers, pieces) {
            for (at, term) in piece.terms.enumerated() {
                let place = Int(places[worker][Int(term)])
                sentences[place] += piece.counts[at]
                parts[place + 1] += 1
                repeats[place + 1] += piece.repeats[at]
            }
        }
        for place in terms.indices {
            parts[place + 1] += parts[place]
            repeats[place + 1] += repeats[place]
        }
        index.sentences = Series(sentences)
        index.offsets = Series(parts)
        index.repeatOffsets = Series(repeats)
        let partCount = Int(parts[terms.count]), repeatCount = Int(repeats[terms.count])
        index.parts = Series(count: partCount) { words in
            var next = parts
            for (number, piece) in pieces.enumerated() {
                var start = starts[number]
                for (at, term) in piece.terms.enumerated() {
                    let place = Int(places[workers[number]][Int(term)]), count = Int(piece.counts[at])
                    words[Int(next[place])] = TextIndex.Part.word(high: number, count: count, start: start)
                    next[place] += 1
                    start += count < TextIndex.dense ? count : TextIndex.partSize / 16
                }
            }
        }
        index.postings = postings
        var sentencesOfRepeats = [UInt32](repeating: 0, count: repeatCount), times = [UInt8](repeating: 0, count: repeatCount)
        for (worker, piece) in zip(workers, pieces) {
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
