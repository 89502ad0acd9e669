/// Makes the index of a graph's texts in two passes: the first finds the terms and how many bytes the postings of each take, the
/// second writes them to their place, so that nothing is held in memory but the index itself.
struct TextIndexBuilder {
    private struct Entry {
        var term: UInt64
        /// The sentence of the last posting that is complete; `UInt32.max` before the first.
        var written = UInt32.max
        /// The sentence that is being counted, and how often the term stood in it so far; 0 for none.
        var sentence: UInt32 = 0
        var times: UInt32 = 0
        var sentences: UInt32 = 0
        /// Bytes in the first pass, the next place in the second.
        var bytes = 0
    }

    private var entries: [Entry] = []
    /// Entry + 1 by hash of its term; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 16)
    private var postings: [UInt8] = []

    static func index(of graph: Graph) -> TextIndex {
        var builder = TextIndexBuilder()
        builder.pass(over: graph, writing: false)
        let order = builder.entries.indices.sorted { builder.entries[$0].term < builder.entries[$1].term }
        var index = TextIndex()
        var end = 0
        for entry in order {
            index.terms.append(builder.entries[entry].term)
            index.sentences.append(builder.entries[entry].sentences)
            let bytes = builder.entries[entry].bytes
            builder.entries[entry] = Entry(term: builder.entries[entry].term, bytes: end)
            end += bytes
            index.offsets.append(end)
        }
        builder.postings = [UInt8](repeating: 0, count: end)
        builder.pass(over: graph, writing: true)
        index.postings = Series(builder.postings)
        return index
    }

    private mutating func pass(over graph: Graph, writing: Bool) {
        let (starts, ends, offsets) = (graph.sentences.start, graph.sentences.end, graph.sentences.offsets)
        let bases = graph.documents.textStart
        _ = graph.text.withContiguousStorageIfAvailable { text in
            for document in 0..<graph.documents.count {
                let base = bases[document]
                for row in offsets[document]..<offsets[document + 1] {
                    let range = base + Int(starts[Int(row)])..<base + Int(ends[Int(row)])
                    TextTerms.scan(text.span, range) { add($0, row, writing) }
                }
            }
        }
        for entry in entries.indices { complete(entry, writing) }
    }

    @inline(__always)
    private mutating func add(_ term: UInt64, _ row: UInt32, _ writing: Bool) {
        let entry = find(term)
        if entries[entry].times > 0 {
            if entries[entry].sentence == row {
                entries[entry].times += 1
                return
            }
            complete(entry, writing)
        }
        entries[entry].sentence = row
        entries[entry].times = 1
    }

    private mutating func complete(_ index: Int, _ writing: Bool) {
        var entry = entries[index]
        guard entry.times > 0 else { return }
        let code = (entry.sentence &- entry.written) << 1 | (entry.times > 1 ? 1 : 0)
        put(code, &entry.bytes, writing)
        if entry.times > 1 { put(entry.times, &entry.bytes, writing) }
        entry.written = entry.sentence
        entry.times = 0
        entry.sentences += 1
        entries[index] = entry
    }

    private mutating func put(_ number: UInt32, _ at: inout Int, _ writing: Bool) {
        var rest = number
        while true {
            if writing { postings[at] = rest < 0x80 ? UInt8(rest) : UInt8(rest & 0x7F) | 0x80 }
            at += 1
            rest >>= 7
            if rest == 0 { return }
        }
    }

    // MARK: terms

    @inline(__always)
    private mutating func find(_ term: UInt64) -> Int {
        var slot = Self.hash(term) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            if entries[entry].term == term { return entry }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(term: term))
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private static func hash(_ term: UInt64) -> Int {
        let mixed = (term ^ term >> 29) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Self.hash(entry.term) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
