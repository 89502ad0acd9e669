import Documents

/// Lexicon words folded as documents are, all at one go: folding them one by one would take most of the start-up time.
public struct FoldedWords: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt16>

    /// `words` must not hold `|`, which no value of a lexicon cell can.
    public init(_ words: some Sequence<String>) {
        var joined = ""
        for word in words {
            joined += word
            joined += "|"
        }
        rest = SourceText.fold(joined)[...]
    }

    public mutating func next() -> ArraySlice<UInt16>? {
        guard let end = rest.firstIndex(of: 0x7C) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }
}
