import Synchronization

/// In which sentences each term of the texts stands, and how often: an inverted index as columns.
///
/// The sentences of a term come in parts, one for each 65,536 sentences of the graph that hold it: the lower 16 bits of their rows,
/// ascending, or, from 4096 of them on, a bit for each (Chambi, Lemire, Kaser and Godin 2016, "Better bitmap performance with Roaring
/// bitmaps"). So that a few sentences can be looked up without reading all. What stands several times in a sentence is listed apart.
public struct TextIndex: Sendable {
    /// Ascending.
    var terms: Series<UInt64> = []
    /// How many sentences hold each.
    var sentences: Series<UInt32> = []
    /// Where the parts of each begin in `parts`, and one past the last.
    var offsets: Series<UInt32> = [0]
    /// From the highest bits on: 16 of the rows, 16 of their number less one, 32 of where they begin in `postings`.
    var parts: Series<UInt64> = []
    var postings: Series<UInt16> = []
    /// Where the repetitions of each term begin, and one past the last.
    var repeatOffsets: Series<UInt32> = [0]
    /// The sentences that hold the term several times, ascending, and how often, at most 255.
    var repeatSentences: Series<UInt32> = []
    var repeatTimes: Series<UInt8> = []

    public init() {}

    /// Rows of a part, and from how many on they are bits.
    static let partSize = 1 << 16, dense = 1 << 12

    /// A part taken apart.
    struct Part {
        /// The upper 16 bits of its rows.
        var high: UInt32
        var count: Int
        /// Its values in `postings`.
        var range: Range<Int>

        init(_ word: UInt64) {
            high = UInt32(word >> 48)
            count = Int(word >> 32 & 0xFFFF) + 1
            let start = Int(word & 0xFFFF_FFFF)
            range = start..<start + (count < TextIndex.dense ? count : TextIndex.partSize / 16)
        }

        static func word(high: Int, count: Int, start: Int) -> UInt64 {
            UInt64(high) << 48 | UInt64(count - 1) << 32 | UInt64(start)
        }
    }

    /// Where the term stands among `terms`, or would stand.
    private func place(of term: UInt64) -> Int {
        var low = 0, high = terms.count
        while low < high {
            let middle = (low + high) / 2
            if terms[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of term: UInt64) -> Int? {
        let place = place(of: term)
        return place < terms.count && terms[place] == term ? place : nil
    }

    /// All pairs that begin with the character, among them that of the end of a run.
    func indices(beginningWith character: UInt32) -> Range<Int> {
        place(of: TextTerms.pair(character, 0))..<place(of: TextTerms.pair(character + 1, 0))
    }

    /// Whether most of its parts are bits, in which a sentence is looked up in one step.
    func isDense(_ index: Int) -> Bool { Int(sentences[index]) >= offsets.range(at: index).count * Self.dense }

    /// Gives `body` the sentences that hold the term at `index`, ascending.
    @inline(__always)
    func forEach(at index: Int, _ body: (UInt32) -> Void) {
        for part in offsets.range(at: index) {
            let part = Part(parts[part]), base = part.high << 16
            _ = postings[part.range].withContiguousStorageIfAvailable { values in
                let values = values.span
                guard part.count >= Self.dense else {
                    for at in values.indices { body(base | UInt32(values[at])) }
                    return
                }
                for at in values.indices {
                    var bits = values[at]
                    while bits != 0 {
                        body(base | UInt32(at << 4 + bits.trailingZeroBitCount))
                        bits &= bits - 1
                    }
                }
            }
        }
    }

    /// The sentences that hold the term at `index`, ascending.
    func rows(at index: Int) -> [UInt32] {
        var rows: [UInt32] = []
        rows.reserveCapacity(Int(sentences[index]))
        forEach(at: index) { rows.append($0) }
        return rows
    }

    /// Gives `body` the places in the ascending `rows` of those that hold the term at `index`.
    @inline(__always)
    func forEachCommon(_ rows: Span<UInt32>, at index: Int, _ body: (Int) -> Void) {
        let all = offsets.range(at: index)
        var at = 0, next = all.lowerBound
        while at < rows.count, next < all.upperBound {
            let part = Part(parts[next]), high = rows[at] >> 16
            if part.high < high {
                next += 1
                continue
            }
            if part.high > high {
                at = Self.first(in: rows, from: at, notBelow: part.high << 16)
                continue
            }
            let end = part.high == 0xFFFF ? rows.count : Self.first(in: rows, from: at, notBelow: (part.high + 1) << 16)
            _ = postings[part.range].withContiguousStorageIfAvailable { values in
                let values = values.span
                if part.count >= Self.dense {
                    for place in at..<end {
                        let low = Int(rows[place] & 0xFFFF)
                        if values[low >> 4] >> UInt16(low & 15) & 1 != 0 { body(place) }
                    }
                    return
                }
                var low = 0
                for place in at..<end {
                    let wanted = UInt16(truncatingIfNeeded: rows[place])
                    low = Self.first(in: values, from: low, notBelow: wanted)
                    if low == values.count { return }
                    if values[low] == wanted { body(place) }
                }
            }
            at = end
            next += 1
        }
    }

    /// The first place from `start` on whose value is not below `wanted`: in growing steps, then by halves.
    @inline(__always)
    private static func first<Value: FixedWidthInteger>(in values: Span<Value>, from start: Int, notBelow wanted: Value) -> Int {
        var low = start, step = 1
        while low + step < values.count, values[low + step] < wanted {
            low += step
            step *= 2
        }
        var high = min(low + step, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How often the term at `index` stands in each of the ascending `rows`; 0 where it does not.
    func times(at index: Int, in rows: Span<UInt32>) -> [UInt8] {
        var times = [UInt8](repeating: 0, count: rows.count)
        forEachCommon(rows, at: index) { times[$0] = 1 }
        let all = repeatOffsets.range(at: index)
        guard !all.isEmpty else { return times }
        _ = repeatSentences[all].withContiguousStorageIfAvailable { sentences in
            var at = 0
            for place in rows.indices {
                at = Self.first(in: sentences.span, from: at, notBelow: rows[place])
                if at == sentences.count { return }
                if sentences[at] == rows[place] { times[place] = repeatTimes[all.lowerBound + at] }
            }
        }
        return times
    }
}

extension Graph {
    /// The index of the texts: that of the snapshot, or one that is made when it is first asked for.
    public var textIndex: TextIndex {
        index.terms.isEmpty && sentences.count > 0 ? lateIndex.index(of: self) : index
    }
}

/// The index of a graph that was not written to a file: made at most once, by whoever needs it first.
final class LateIndex: Sendable {
    private let made = Mutex<TextIndex?>(nil)

    func index(of graph: Graph) -> TextIndex {
        made.withLock { made in
            if let made { return made }
            let index = TextIndexBuilder.index(of: graph)
            made = index
            return index
        }
    }
}
