/// Short words over folded units in one array: no reference is counted while they are compared.
final class WordList: Sendable {
    private let letters: [UInt16]
    /// Where each word begins in `letters`, and the end of the last.
    private let starts: [Int32]
    /// Where the words begin whose first unit has each remainder modulo 32, and the end of the last.
    private let buckets: [Int32]
    /// The numbers of the words in the order of their last units modulo 32, and where each remainder begins among them.
    private let byEnd: [Int32], endBuckets: [Int32]
    /// One bit for each pair of units that words begin with, by a hash, and for each word of one unit that unit modulo 64: they
    /// turn nearly all places of a text down.
    private let pairs: InlineArray<32, UInt64>
    private let singles: UInt64
    /// One bit for each unit that words begin with, modulo 64.
    let firsts: UInt64

    /// Words are separated by spaces.
    convenience init(_ list: StaticString) { self.init(list.description.split(separator: " ").map { Array($0.utf16) }) }

    init(_ words: [[UInt16]]) {
        // Longest first among those that begin alike.
        let sorted = (0..<32).map { bucket in
            words.filter { Int($0[0] & 31) == bucket }.sorted { $0.count > $1.count }
        }
        var letters: [UInt16] = [], starts: [Int32] = [], buckets: [Int32] = []
        for bucket in sorted {
            buckets.append(Int32(starts.count))
            for word in bucket {
                starts.append(Int32(letters.count))
                letters += word
            }
        }
        buckets.append(Int32(starts.count))
        starts.append(Int32(letters.count))
        (self.letters, self.starts, self.buckets) = (letters, starts, buckets)
        let ends = starts.dropFirst().map { Int(letters[Int($0) - 1] & 31) }
        byEnd = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }.map { Int32($0) }
        endBuckets = (0...32).map { bucket in Int32(ends.count { $0 < bucket }) }
        var pairs = InlineArray<32, UInt64>(repeating: 0), singles: UInt64 = 0
        for word in words {
            if word.count == 1 {
                singles |= 1 << UInt64(word[0] & 63)
            } else {
                let hash = Self.hash(word[0], word[1])
                pairs[hash >> 6] |= 1 << UInt64(hash & 63)
            }
        }
        (self.pairs, self.singles) = (pairs, singles)
        firsts = words.reduce(0) { $0 | 1 << UInt64($1[0] & 63) }
    }

    /// From 0 to 2047.
    @inline(__always)
    private static func hash(_ first: UInt16, _ second: UInt16) -> Int {
        Int(((first &* 40503) ^ (second &* 0x9E37 &+ second >> 5)) >> 5)
    }

    /// Whether a word may begin at `start`, below `end`; seldom true where none does.
    @inline(__always)
    func mayBegin(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        guard firsts >> UInt64(units[start] & 63) & 1 != 0 else { return false }
        var bits = singles >> UInt64(units[start] & 63)
        if start + 1 < end {
            let hash = Self.hash(units[start], units[start + 1])
            bits |= pairs[hash >> 6] >> UInt64(hash & 63)
        }
        return bits & 1 != 0
    }

    /// The first place from `start` on where a word begins that ends at or before `end`; nil where there is none.
    func first(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        let part = units.extracting(start..<end), firsts = firsts
        for k in part.indices where firsts >> UInt64(part[k] & 63) & 1 != 0 {
            if mayBegin(units, start + k, end), longest(units, start + k, end) > 0 { return start + k }
        }
        return nil
    }

    /// A mask with the bit of the last unit of each word, modulo 64.
    var lasts: UInt64 {
        var mask: UInt64 = 0
        for end in starts.dropFirst() { mask |= 1 << UInt64(letters[Int(end) - 1] & 63) }
        return mask
    }

    /// Length of the longest word at `start` that ends at or before `end`; 0 where there is none. `start` is below `end`.
    func longest(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int {
        let bucket = Int(units[start] & 31)
        var i = Int(buckets[bucket])
        let last = Int(buckets[bucket + 1])
        while i < last {
            let from = Int(starts[i]), count = Int(starts[i + 1]) - from
            i += 1
            if start + count <= end, matches(from, count, units, start) { return count }
        }
        return 0
    }

    /// Whether one of the words begins at `start`, which is below `end`, and ends at or before `end`.
    func begins(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        mayBegin(units, start, end) && longest(units, start, end) > 0
    }

    /// Whether one of the words ends at `end` and begins at or behind `start`, which is below `end`.
    func ends(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        let bucket = Int(units[end - 1] & 31)
        for k in Int(endBuckets[bucket])..<Int(endBuckets[bucket + 1]) {
            let i = Int(byEnd[k]), from = Int(starts[i]), count = Int(starts[i + 1]) - from
            if end - count >= start, matches(from, count, units, end - count) { return true }
        }
        return false
    }

    @inline(__always)
    private func matches(_ from: Int, _ count: Int, _ units: Span<UInt16>, _ start: Int) -> Bool {
        for k in 0..<count where units[start + k] != letters[from + k] { return false }
        return true
    }
}
