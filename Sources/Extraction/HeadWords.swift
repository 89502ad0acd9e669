/// A few dozen short words matched at the beginning or the end of a stretch of folded units.
struct HeadWords: Sendable {
    private let words: [[UInt16]]

    /// Words are separated by spaces.
    init(_ list: StaticString) {
        words = list.description.split(separator: " ").map { Array($0.utf16) }.sorted { $0.count > $1.count }
    }

    /// Length of the longest word at `start`; nil where there is none.
    func longest(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        let first = units[start]
        for word in words where word[0] == first && matches(word, units, start, end) { return word.count }
        return nil
    }

    func begins(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool { longest(units, start, end) != nil }

    func ends(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        words.contains { end - $0.count >= start && matches($0, units, end - $0.count, end) }
    }

    func occurs(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        for i in start..<end where longest(units, i, end) != nil { return true }
        return false
    }

    private func matches(_ word: [UInt16], _ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        guard start + word.count <= end else { return false }
        for k in word.indices where units[start + k] != word[k] { return false }
        return true
    }
}
