/// A few dozen short words matched at the beginning or the end of a stretch of folded units.
struct HeadWords: Sendable {
    private let words: WordList
    /// One bit for each first and each last unit modulo 64: turns most places down at once.
    private let firsts: UInt64, lasts: UInt64

    /// Words are separated by spaces.
    init(_ list: StaticString) {
        words = WordList(list)
        (firsts, lasts) = (words.firsts, words.lasts)
    }

    init(_ list: [[UInt16]]) {
        words = WordList(list)
        (firsts, lasts) = (words.firsts, words.lasts)
    }

    /// Length of the longest word at `start`; nil where there is none.
    @inline(__always)
    func longest(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        guard start < end, words.mayBegin(units, start, end) else { return nil }
        let length = words.longest(units, start, end)
        return length == 0 ? nil : length
    }

    /// Whether a word may begin with `unit`.
    @inline(__always)
    func mayOpen(_ unit: UInt16) -> Bool { firsts & Self.bit(unit) != 0 }

    // Asked at so many places that most are turned down without a call.

    @inline(__always)
    func begins(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        start < end && mayOpen(units[start]) && words.begins(units, start, end)
    }

    @inline(__always)
    func ends(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        start < end && lasts & Self.bit(units[end - 1]) != 0 && words.ends(units, start, end)
    }

    func begins(_ units: Span<UInt16>, _ token: Token) -> Bool { begins(units, Int(token.start), Int(token.end)) }

    func ends(_ units: Span<UInt16>, _ token: Token) -> Bool { ends(units, Int(token.start), Int(token.end)) }

    func occurs(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        words.first(units, start, end) != nil
    }

    /// The first place where one of the words stands.
    func first(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? { words.first(units, start, end) }

    @inline(__always)
    private static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
}
