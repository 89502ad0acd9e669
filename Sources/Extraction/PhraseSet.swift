/// A few dozen short phrases over folded units, asked once or twice a paragraph. Larger vocabularies live in the lexicon.
struct PhraseSet: Sendable {
    private let phrases: [[UInt16]]
    /// One bit for each first unit modulo 64: turns most places down at once.
    private let firsts: UInt64
    /// The same for the second units; every bit where a phrase is one unit long.
    private let seconds: UInt64

    /// Phrases are given as in the documents, separated by spaces.
    init(_ list: StaticString) {
        phrases = list.description.split(separator: " ").map { Array($0.utf16) }.sorted { $0.count > $1.count }
        firsts = phrases.reduce(0) { $0 | 1 << UInt64($1[0] & 63) }
        seconds = phrases.reduce(0) { $0 | ($1.count > 1 ? 1 << UInt64($1[1] & 63) : .max) }
    }

    /// Length of the longest phrase that begins at `start` and ends at or before `end`; 0 where there is none.
    @inline(__always)
    func length(in units: [UInt16], at start: Int, end: Int) -> Int {
        guard start < end, firsts & (1 << UInt64(units[start] & 63)) != 0 else { return 0 }
        guard start + 1 == end || seconds & (1 << UInt64(units[start + 1] & 63)) != 0 else { return 0 }
        return search(units, start, end)
    }

    private func search(_ units: [UInt16], _ start: Int, _ end: Int) -> Int {
        next: for phrase in phrases where phrase[0] == units[start] && start + phrase.count <= end {
            for k in 1..<phrase.count where units[start + k] != phrase[k] { continue next }
            return phrase.count
        }
        return 0
    }

    func begins(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        length(in: units, at: range.lowerBound, end: range.upperBound) > 0
    }

    func occurs(in units: [UInt16], _ range: Range<Int>) -> Bool { first(in: units, range) != nil }

    func first(in units: [UInt16], _ range: Range<Int>) -> Int? {
        for i in range where length(in: units, at: i, end: range.upperBound) > 0 { return i }
        return nil
    }

    func last(in units: [UInt16], _ range: Range<Int>) -> Int? {
        range.last { length(in: units, at: $0, end: range.upperBound) > 0 }
    }

    func ends(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        phrases.contains { phrase in
            phrase.count <= range.count
                && units[(range.upperBound - phrase.count)..<range.upperBound].elementsEqual(phrase)
        }
    }

    func equals(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        phrases.contains { $0.count == range.count && units[range].elementsEqual($0) }
    }
}
