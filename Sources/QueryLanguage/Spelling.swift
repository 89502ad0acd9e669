/// Did-you-mean.
public enum Spelling {
    /// At most three of `words` that `text` may be a slip of, nearest first; none beyond the limit for its length.
    public static func nearest(to text: String, among words: some Sequence<String>) -> [String] {
        let typed = Array(text.lowercased().unicodeScalars)
        let limit = limit(typed)
        guard limit > 0 else { return [] }
        var seen: Set<String> = []
        var near: [(word: String, distance: Int)] = []
        for word in words where seen.insert(word).inserted {
            let letters = Array(word.lowercased().unicodeScalars)
            guard abs(letters.count - typed.count) <= limit || letters.starts(with: typed) else { continue }
            // A beginning of the word is as good as one slip.
            let distance = typed.count >= 3 && letters.starts(with: typed) ? 1 : distance(typed, letters)
            if distance <= limit { near.append((word, distance)) }
        }
        return near.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }.prefix(3).map(
            \.element.word)
    }

    /// One slip in three to five letters, two up to eight, three in more; a Chinese character says as much as two letters.
    private static func limit(_ typed: [Unicode.Scalar]) -> Int {
        let weight = typed.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        return weight < 3
            ? 0 : weight < 6 ? 1 : weight < 9 ? (typed.count < 5 ? 1 : 2) : (typed.count < 5 ? 1 : typed.count < 9 ? 2 : 3)
    }

    /// Insertions, deletions, changes, and swaps of neighbours (optimal string alignment).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = [], last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = Swift.min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
