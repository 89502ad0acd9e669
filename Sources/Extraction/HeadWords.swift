/// A few dozen short words matched at the beginning or the end of a stretch of folded units.
struct HeadWords: Sendable {
    private let words: [[UInt16]]
    /// One bit for each first unit modulo 64, and for each last: they turn most places down at once.
    private let firsts: UInt64, lasts: UInt64
    /// The same for the second units; every bit where a word is one unit long.
    private let seconds: UInt64

    /// Words are separated by spaces.
    init(_ list: StaticString) {
        words = list.description.split(separator: " ").map { Array($0.utf16) }.sorted { $0.count > $1.count }
        firsts = words.reduce(0) { $0 | Self.bit($1[0]) }
        seconds = words.reduce(0) { $0 | ($1.count > 1 ? Self.bit($1[1]) : .max) }
        lasts = words.reduce(0) { $0 | Self.bit($1[$1.count - 1]) }
    }

    /// Length of the longest word at `start`; nil where there is none.
    @inline(__always)
    func longest(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        guard start < end, firsts & Self.bit(units[start]) != 0 else { return nil }
        guard start + 1 == end || seconds & Self.bit(units[start + 1]) != 0 else { return nil }
        return search(units, start, end)
    }

    private func search(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        let first = units[start]
        for word in words where word[0] == first && matches(word, units, start, end) { return word.count }
        return nil
    }

    func begins(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool { longest(units, start, end) != nil }

    func ends(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        guard start < end, lasts & Self.bit(units[end - 1]) != 0 else { return false }
        return words.contains { end - $0.count >= start && matches($0, units, end - $0.count, end) }
    }

    func occurs(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        for i in start..<max(start, end) where longest(units, i, end) != nil { return true }
        return false
    }

    @inline(__always)
    private static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }

    private func matches(_ word: [UInt16], _ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        guard start + word.count <= end else { return false }
        for k in word.indices where units[start + k] != word[k] { return false }
        return true
    }
}
