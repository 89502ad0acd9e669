import Lexicon

/// Did-you-mean.
public enum Spelling {
    /// At most three of `words` that `text` may be a slip of, nearest first; none beyond the limit for its length.
    public static func nearest(to text: String, among words: some Sequence<String>) -> [String] {
        let typed = Array(text.lowercased().unicodeScalars)
        let limit = limit(typed)
        guard limit > 0 else { return [] }
        let sound = Sound(text)
        var seen: Set<String> = []
        var near: [(word: String, distance: Int)] = []
        for word in words where seen.insert(word).inserted {
            let letters = Array(word.lowercased().unicodeScalars)
            if let sounds = sound?.distance(of: word) {
                near.append((word, sounds))
                continue
            }
            guard abs(letters.count - typed.count) <= limit || letters.starts(with: typed) else { continue }
            // A beginning of the word is as good as one slip.
            let begins = letters.starts(with: typed)
            let distance = begins && typed.count >= 3 ? 1 : begins && text.hasHan ? 0 : distance(typed, letters)
            if distance <= limit { near.append((word, distance)) }
        }
        // The first letter is the one most often right, and one left out likelier than one for another: grup is group, not grep.
        func rank(_ one: (word: String, distance: Int)) -> Int {
            let letters = Array(one.word.lowercased().unicodeScalars)
            // ecologi is a slip of ecology rather than the beginning of a name twice as long.
            let isFar = one.distance == 1 && letters.count > 2 * typed.count && !text.hasHan
            return one.distance * 4 + (isFar ? 2 : 0) + (letters.first == typed.first ? 0 : 2) + (isLeft(typed, of: letters) ? 0 : 1)
        }
        return near.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.prefix(3).map(\.element.word)
    }

    /// Whether `typed` is what is left of the letters once some are taken away.
    private static func isLeft(_ typed: [Unicode.Scalar], of letters: [Unicode.Scalar]) -> Bool {
        var at = 0
        for letter in letters where at < typed.count && typed[at] == letter { at += 1 }
        return at == typed.count
    }

    /// At most three of `words` that sound as `text`, for words too short to count slips in: 木标 for 目标.
    static func sounding(like text: String, among words: some Sequence<String>) -> [String] {
        guard let sound = Sound(text) else { return [] }
        var seen: Set<String> = []
        return Array(words.lazy.filter { $0 != text && sound.distance(of: $0) == 0 && seen.insert($0).inserted }.prefix(3))
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

/// What a word sounds like: misspelt names mostly sound right (固定资产投姿), and some know only their pinyin.
private struct Sound {
    private let typed: [[String]]
    private let pattern: PinyinPattern?
    /// Whether so much was typed that the beginning of a name tells it.
    private let isLong: Bool

    /// Nil for a single character or letter, which sounds like too much.
    init?(_ text: String) {
        guard text.unicodeScalars.count > 1 else { return nil }
        typed = text.hasHan ? Pinyin.readings(of: text) : []
        let letters = text.unicodeScalars.count { $0.isASCII }
        pattern = letters > 3 ? PinyinPattern(text) : nil
        isLong = letters > 5
    }

    /// 0 where the word sounds so, 1 where it begins so; nil where it does not.
    func distance(of word: String) -> Int? {
        guard word.hasHan else { return nil }
        if let pattern {
            let fit = pattern.fit(word)
            return fit == .whole ? 0 : fit == .beginning && isLong ? 1 : nil
        }
        guard word.unicodeScalars.count == typed.count else { return nil }
        let readings = Pinyin.readings(of: word)
        let isAlike = zip(typed, readings).allSatisfy { a, b in
            a.contains { x in b.contains { Self.blurred(x) == Self.blurred($0) } }
        }
        return isAlike ? 0 : nil
    }

    /// Pairs that many do not tell apart when they type: z zh, c ch, s sh, n ng.
    private static func blurred(_ syllable: String) -> String {
        var letters = Array(syllable.utf8)
        if letters.count > 1, letters[1] == UInt8(ascii: "h") { letters.remove(at: 1) }
        if letters.suffix(2).elementsEqual("ng".utf8) { letters.removeLast() }
        return String(decoding: letters, as: UTF8.self)
    }
}
