import Glibc

/// The pairs of neighbouring Chinese characters of a text, to tell whether two texts speak of the same thing.
struct SharedWords {
    /// In ascending order, each once.
    fileprivate let pairs: [UInt32]

    init(_ text: String) {
        var pairs: [UInt32] = [], last: UInt32 = 0
        for scalar in text.unicodeScalars {
            let letter = (0x4E00...0x9FFF).contains(scalar.value) ? scalar.value : 0
            if last != 0, letter != 0 { pairs.append(last << 16 | letter) }
            last = letter
        }
        self.init(pairs: pairs)
    }

    /// - Parameter pairs: Each the first character in the upper half and the second in the lower, in any order.
    init(pairs: [UInt32]) {
        self.pairs = pairs.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
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
    /// A number for each pair of the texts.
    fileprivate private(set) var numbers: [UInt32: Int] = [:]
    /// By that number: how many of the texts have the pair, and what it weighs.
    fileprivate private(set) var often: [Int] = []
    private var weights: [Double] = []
    private let unknown: Double

    init(_ words: [SharedWords]) {
        for words in words {
            for pair in words.pairs {
                if let number = numbers[pair] {
                    often[number] += 1
                } else {
                    numbers[pair] = often.count
                    often.append(1)
                }
            }
        }
        let texts = Double(words.count + 1)
        weights = often.map { log(texts / Double($0)) }
        unknown = log(texts)
    }

    func weighed(_ words: SharedWords) -> WeighedWords {
        WeighedWords(pairs: words.pairs, weights: words.pairs.map { numbers[$0].map { weights[$0] } ?? unknown })
    }

    /// Whether a weight is that of a pair that no larger part of the texts has.
    func isRare(_ weight: Double, among part: Double) -> Bool { weight >= log(1 / part) }
}

/// Pairs of characters with their weights.
struct WeighedWords {
    /// In ascending order, each once.
    let pairs: [UInt32]
    let weights: [Double]
    let total: Double

    fileprivate init(pairs: [UInt32], weights: [Double]) {
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
    private let numbers: [UInt32: Int]
    /// Where the texts of each pair begin in `holders`, and one past the last.
    private var offsets: [Int]
    private var holders: [Int]

    /// - Parameter weights: Those that the words were weighed by.
    init(_ words: [WeighedWords], _ weights: WordWeights) {
        self.words = words
        numbers = weights.numbers
        // Room for all texts that were weighed; where these are some of them, the rest stays -1.
        offsets = [0]
        for count in weights.often { offsets.append(offsets[offsets.count - 1] + count) }
        var next = offsets
        holders = [Int](repeating: -1, count: next.removeLast())
        for (index, words) in words.enumerated() {
            for pair in words.pairs {
                guard let number = numbers[pair] else { continue }
                holders[next[number]] = index
                next[number] += 1
            }
        }
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
        var common = [(count: Int, weight: Double, heaviest: Double)](repeating: (0, 0, 0), count: words.count), touched: [Int] = []
        for (pair, weight) in zip(text.pairs, text.weights) {
            guard let number = numbers[pair] else { continue }
            for holder in holders[offsets[number]..<offsets[number + 1]] {
                if holder < 0 { break }
                if common[holder].count == 0 { touched.append(holder) }
                common[holder].count += 1
                common[holder].weight += weight
                common[holder].heaviest = max(common[holder].heaviest, weight)
            }
        }
        return touched.sorted().map { ($0, common[$0].count, common[$0].weight, common[$0].heaviest) }
    }
}
