import Glibc

/// The pairs of neighbouring Chinese characters of a text, to tell whether two texts speak of the same thing.
struct SharedWords {
    /// In ascending order, each once.
    fileprivate let pairs: [UInt64]

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

/// How much a pair of characters tells: the fewer of the texts have it, the more (the inverse document frequency of Spärck Jones 1972).
/// 深化 and 改革 stand in every other measure, 电网 in one.
struct WordWeights {
    private var often: [UInt64: Int] = [:]
    private let texts: Double

    init(_ words: [SharedWords]) {
        texts = Double(words.count + 1)
        for words in words { for pair in words.pairs { often[pair, default: 0] += 1 } }
    }

    func weighed(_ words: SharedWords) -> WeighedWords {
        WeighedWords(pairs: words.pairs, weights: words.pairs.map { weight($0) })
    }

    /// Whether a weight is that of a pair that no larger part of the texts has.
    func isRare(_ weight: Double, among part: Double) -> Bool { weight >= log(1 / part) }

    private func weight(_ pair: UInt64) -> Double { log(texts / Double(often[pair] ?? 1)) }
}

/// Pairs of characters with their weights.
struct WeighedWords {
    /// In ascending order, each once.
    let pairs: [UInt64]
    let weights: [Double]
    let total: Double

    fileprivate init(pairs: [UInt64], weights: [Double]) {
        self.pairs = pairs
        self.weights = weights
        total = weights.reduce(0, +)
    }

    /// What the heaviest pair weighs that both have; 0 where they have none.
    func heaviest(of other: WeighedWords) -> Double {
        var heaviest = 0.0, a = 0, b = 0
        while a < pairs.count, b < other.pairs.count {
            if pairs[a] == other.pairs[b] {
                heaviest = max(heaviest, weights[a])
                (a, b) = (a + 1, b + 1)
            } else if pairs[a] < other.pairs[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return heaviest
    }
}

/// Which texts have which pairs, to find those that are like another one without looking at each.
struct WordPostings {
    private let words: [WeighedWords]
    private var holders: [UInt64: [Int]] = [:]

    init(_ words: [WeighedWords]) {
        self.words = words
        for (index, words) in words.enumerated() { for pair in words.pairs { holders[pair, default: []].append(index) } }
    }

    /// Those that have a pair in common, in order: how many pairs, and from 0 to 1 twice what these weigh by the weight of both.
    func alike(_ text: WeighedWords) -> [(index: Int, common: Int, likeness: Double)] {
        shared(text).map { index, common, weight, _ in
            let all = text.total + words[index].total
            return (index, common, all == 0 ? 0 : 2 * weight / all)
        }
    }

    /// Those that have a pair in common, in order: how many pairs, and what these and the heaviest of them weigh.
    func shared(_ text: WeighedWords) -> [(index: Int, common: Int, weight: Double, heaviest: Double)] {
        var common: [Int: (count: Int, weight: Double, heaviest: Double)] = [:]
        for (pair, weight) in zip(text.pairs, text.weights) {
            for holder in holders[pair] ?? [] {
                let known = common[holder] ?? (0, 0, 0)
                common[holder] = (known.count + 1, known.weight + weight, max(known.heaviest, weight))
            }
        }
        return common.sorted { $0.key < $1.key }.map { ($0.key, $0.value.count, $0.value.weight, $0.value.heaviest) }
    }
}
