/// The pairs of neighbouring Chinese characters of a text, to tell whether two texts speak of the same thing.
struct SharedWords {
    /// In ascending order, each once.
    private let pairs: [UInt64]

    init(_ text: String) {
        var pairs: [UInt64] = [], last: UInt32 = 0
        for scalar in text.unicodeScalars {
            let letter = (0x4E00...0x9FFF).contains(scalar.value) ? scalar.value : 0
            if last != 0, letter != 0 { pairs.append(UInt64(last) << 32 | UInt64(letter)) }
            last = letter
        }
        pairs.sort()
        self.pairs = pairs.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    var count: Int { pairs.count }

    func common(with other: SharedWords) -> Int {
        var common = 0, a = 0, b = 0
        while a < pairs.count, b < other.pairs.count {
            if pairs[a] == other.pairs[b] {
                (common, a, b) = (common + 1, a + 1, b + 1)
            } else if pairs[a] < other.pairs[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return common
    }

    /// The measure of `related`: at least two pairs in common, and a fifth of those that there could be.
    func areShared(with other: SharedWords) -> Bool {
        let common = common(with: other)
        return common >= 2 && common * 5 >= Swift.max(1, Swift.min(pairs.count, other.pairs.count))
    }
}
