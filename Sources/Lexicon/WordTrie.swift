/// A set of words over UTF-16 units, each with a number; it finds the words that begin at a place of a text.
///
/// Made once from all its words and then only read. A step from a word's beginning to the next unit is one look into one table,
/// whose entry also tells most units that do not follow. A bit for every pair of units that words begin with turns most places
/// of a text down before.
/// Text and words are to be folded alike (see `SourceText`) before they come here.
public final class WordTrie: Sendable {
    public struct Match: Sendable, Hashable {
        /// Units of the word, at least 1.
        public var length: Int
        public var value: Int32

        @inlinable
        public init(length: Int, value: Int32) {
            self.length = length
            self.value = value
        }
    }

    /// A step from a beginning of words by a unit to a longer one, in one number, so that many lie in the nearest caches: the
    /// beginning in 20 bits, the unit in 16, the longer beginning in 20, and one bit for each unit that may follow, modulo 8.
    /// Below 2^16 a beginning is its one unit, and none is 0; those above are counted, the words first. 0 is an empty place.
    @usableFromInline typealias Step = UInt64

    @inlinable static func key(_ from: UInt32, _ unit: UInt16) -> UInt64 { UInt64(from) << 16 | UInt64(unit) }
    @inlinable static func target(of step: Step) -> UInt32 { UInt32(truncatingIfNeeded: step >> 8) & 0xF_FFFF }
    @usableFromInline static let firstNode = UInt32(1 << 16)

    /// A bit for every pair of units that words begin with, by a hash, and one for every unit that is a word: they fit the
    /// nearest cache, and turn most places of a text down.
    @usableFromInline let pairs: ContiguousArray<UInt64>
    @usableFromInline let singles: ContiguousArray<UInt64>
    @usableFromInline let hasSingles: Bool
    /// One bit for every unit that a word begins with.
    private let firsts: ContiguousArray<UInt64>
    /// Each step at the hash of its key, or behind it.
    @usableFromInline let steps: ContiguousArray<Step>
    /// By how much a hash is to be moved to give a place.
    @usableFromInline let shift: UInt64
    /// Of the words by number.
    @usableFromInline let values: ContiguousArray<Int32>
    /// How many words there are.
    @inlinable public var count: Int { values.count }

    /// Of no words.
    public convenience init() { self.init([]) }

    /// A word that occurs again gets the value that `merging` makes of its value so far and the new one. The empty word is
    /// passed over.
    public convenience init(_ words: [(word: [UInt16], value: Int32)], merging: (_ old: Int32, _ new: Int32) -> Int32 = { $1 }) {
        var growing = Growing(words: words.count)
        for (word, value) in words { growing.insert(word.span, value, merging) }
        self.init(growing)
    }

    /// A trie while words are added; a beginning is the place of its step.
    private struct Growing {
        struct Node {
            var from: UInt32
            var unit: UInt16
            var following: UInt8 = 0
            var isWord = false
            var value: Int32 = 0
        }

        var pairs = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)
        var singles = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)
        var firsts = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10)
        /// From `firstNode` on.
        var nodes: ContiguousArray<Node> = []
        /// Each node at the hash of its key or behind it; -1 in an empty place.
        var places: ContiguousArray<Int32>
        var shift: UInt64

        init(words: Int) {
            var bits = UInt64(4)
            while 1 << bits < 4 * words { bits += 1 }
            places = ContiguousArray(repeating: -1, count: 1 << bits)
            shift = 64 - bits
        }

        mutating func insert(_ word: Span<UInt16>, _ value: Int32, _ merging: (Int32, Int32) -> Int32) {
            guard !word.isEmpty else { return }
            firsts[Int(word[0] >> 6)] |= WordTrie.bit(word[0])
            if word.count == 1 {
                singles[Int(word[0] >> 6)] |= WordTrie.bit(word[0])
                return settle(node(from: 0, by: word[0]), value, merging)
            }
            let hash = WordTrie.hash(word[0], word[1])
            pairs[Int(hash >> 6)] |= WordTrie.bit(hash)
            var at = node(from: UInt32(word[0]), by: word[1])
            for i in 2..<max(2, word.count) {
                nodes[at].following |= 1 << UInt8(word[i] & 7)
                at = node(from: WordTrie.firstNode + UInt32(at), by: word[i])
            }
            settle(at, value, merging)
        }

        private mutating func settle(_ at: Int, _ value: Int32, _ merging: (Int32, Int32) -> Int32) {
            nodes[at].value = nodes[at].isWord ? merging(nodes[at].value, value) : value
            nodes[at].isWord = true
        }

        /// The node behind a step, which is made where it is not there.
        private mutating func node(from: UInt32, by unit: UInt16) -> Int {
            if 2 * nodes.count >= places.count { grow() }
            var place = WordTrie.hashed(WordTrie.key(from, unit), shift)
            while places[place] >= 0 {
                let node = nodes[Int(places[place])]
                if node.from == from, node.unit == unit { return Int(places[place]) }
                place = (place + 1) & (places.count - 1)
            }
            places[place] = Int32(nodes.count)
            nodes.append(Node(from: from, unit: unit))
            return nodes.count - 1
        }

        private mutating func grow() {
            places = ContiguousArray(repeating: -1, count: 2 * places.count)
            shift -= 1
            for (i, node) in nodes.enumerated() {
                var place = WordTrie.hashed(WordTrie.key(node.from, node.unit), shift)
                while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
                places[place] = Int32(i)
            }
        }
    }

    private init(_ growing: Growing) {
        (pairs, singles, firsts) = (growing.pairs, growing.singles, growing.firsts)
        hasSingles = growing.singles.contains { $0 != 0 }
        precondition(growing.nodes.count <= 0xF_FFFF - Int(Self.firstNode), "more beginnings of words than a step can name")
        // Words first, so that a number tells whether it is one.
        let words = growing.nodes.indices.filter { growing.nodes[$0].isWord }
        var numbers = ContiguousArray(repeating: Self.firstNode, count: growing.nodes.count)
        for (number, node) in words.enumerated() { numbers[node] += UInt32(number) }
        var next = UInt32(words.count)
        for node in numbers.indices where !growing.nodes[node].isWord {
            numbers[node] += next
            next += 1
        }
        values = ContiguousArray(words.map { growing.nodes[$0].value })
        var bits = UInt64(4)
        while 7 << bits < 10 * growing.nodes.count { bits += 1 }
        var steps = ContiguousArray<Step>(repeating: 0, count: 1 << bits)
        for (i, node) in growing.nodes.enumerated() {
            let from = node.from < Self.firstNode ? node.from : numbers[Int(node.from - Self.firstNode)]
            let key = Self.key(from, node.unit)
            var place = Self.hashed(key, 64 - bits)
            while steps[place] != 0 { place = (place + 1) & (steps.count - 1) }
            steps[place] = key << 28 | UInt64(numbers[i]) << 8 | UInt64(node.following)
        }
        self.steps = steps
        shift = 64 - bits
    }

    public var isEmpty: Bool { count == 0 }

    /// The value of exactly this word.
    public func value(of word: Span<UInt16>) -> Int32? {
        guard let match = longestMatch(in: word, at: 0, limit: word.count), match.length == word.count else { return nil }
        return match.value
    }

    public func value(of word: [UInt16]) -> Int32? { value(of: word.span) }

    /// The longest word that begins at `start` and ends at or before `limit`.
    @inlinable @inline(__always)
    public func longestMatch(in units: Span<UInt16>, at start: Int, limit: Int) -> Match? {
        var found: Match?
        eachMatch(in: units, at: start, limit: limit) { found = Match(length: $0, value: $1) }
        return found
    }

    /// The longest word that begins at `start`, in the whole of `units`.
    public func longestMatch(in units: [UInt16], at start: Int = 0) -> Match? {
        longestMatch(in: units.span, at: start, limit: units.count)
    }

    /// Gives every word that begins at `start` and ends at or before `limit`, shorter ones first, as length and value.
    @inlinable @inline(__always)
    public func eachMatch(in units: Span<UInt16>, at start: Int, limit: Int, _ body: (_ length: Int, _ value: Int32) -> Void) {
        guard start < limit else { return }
        let first = units[start]
        if singles[Int(first >> 6)] & Self.bit(first) != 0 {
            body(1, values[Int(Self.target(of: step(0, first)) &- Self.firstNode)])
        }
        guard start &+ 1 < limit else { return }
        let next = units[start &+ 1], hash = Self.hash(first, next)
        guard pairs[Int(hash >> 6)] & Self.bit(hash) != 0 else { return }
        var from = UInt32(first), unit = next, at = start &+ 1
        while true {
            let step = step(from, unit)
            guard step != 0 else { return }
            at &+= 1
            from = Self.target(of: step)
            let number = Int(from &- Self.firstNode)
            if number < values.count { body(at &- start, values[number]) }
            guard at < limit else { return }
            unit = units[at]
            guard step >> UInt64(unit & 7) & 1 != 0 else { return }
        }
    }

    /// The length of the longest word at the end of `units`, of a trie whose words are written backwards.
    public func longestEnding(of units: Span<UInt16>) -> Int? {
        guard let last = units.indices.last else { return nil }
        var found: Int?
        if singles[Int(units[last] >> 6)] & Self.bit(units[last]) != 0 { found = 1 }
        var from = UInt32(units[last])
        for i in 1..<max(1, units.count) {
            let step = step(from, units[last - i])
            guard step != 0 else { break }
            from = Self.target(of: step)
            if Int(from - Self.firstNode) < values.count { found = i + 1 }
        }
        return found
    }

    /// Gives the words of `units` from left to right, the longest at each place, without overlap: where each ends, and its value.
    @inlinable @inline(__always)
    public func eachWord(of units: Span<UInt16>, _ body: (_ end: Int, _ value: Int32) -> Void) {
        let limit = units.count
        var at = 0, end = 0, base = 0, starts: UInt64 = 0
        while at < limit {
            if at >= end {
                (base, end) = (at, min(at &+ 64, limit))
                starts = self.starts(in: units, from: base, to: end, limit: limit)
            } else {
                starts &= ~0 << UInt64(at &- base)
            }
            guard starts != 0 else {
                at = end
                continue
            }
            at = base &+ starts.trailingZeroBitCount
            guard let match = longestMatch(in: units, at: at, limit: limit) else {
                at &+= 1
                continue
            }
            at &+= match.length
            body(at, match.value)
        }
    }

    /// Where words may begin, one bit for each of at most 64 units from `start` to `end`, the first one lowest. To ask for many
    /// places at once, without a branch for each, is what makes it fast.
    @inlinable @inline(__always)
    func starts(in units: Span<UInt16>, from start: Int, to end: Int, limit: Int) -> UInt64 {
        var found: UInt64 = 0, unit = units[start], k: UInt64 = 0
        if hasSingles {
            for at in start..<end { found |= (singles[Int(units[at] >> 6)] >> UInt64(units[at] & 63) & 1) << UInt64(at &- start) }
        }
        for next in start &+ 1..<min(end &+ 1, limit) {
            let here = units[next]
            found |= mayOpen(unit, here) << k
            unit = here
            k &+= 1
        }
        return found
    }

    /// 1 where a longer word may begin with `unit` and `next`, else 0; seldom 1 where none does.
    @inlinable @inline(__always)
    public func mayOpen(_ unit: UInt16, _ next: UInt16) -> UInt64 {
        let hash = Self.hash(unit, next)
        return pairs[Int(hash >> 6)] >> UInt64(hash & 63) & 1
    }

    /// Whether `unit` alone is a word.
    public func isWord(_ unit: UInt16) -> Bool { singles[Int(unit >> 6)] & Self.bit(unit) != 0 }

    /// The step from a beginning by a unit; 0 where there is none.
    @inlinable @inline(__always)
    func step(_ from: UInt32, _ unit: UInt16) -> Step {
        let key = Self.key(from, unit)
        var place = Self.hashed(key, shift)
        while true {
            let step = steps[place]
            if step == 0 || step >> 28 == key { return step }
            place = place &+ 1 == steps.count ? 0 : place &+ 1
        }
    }

    @inlinable
    static func hashed(_ key: UInt64, _ shift: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

    /// Whether any word begins with `unit`.
    public func hasWord(beginningWith unit: UInt16) -> Bool { firsts[Int(unit >> 6)] & Self.bit(unit) != 0 }

    @inlinable
    static func hash(_ first: UInt16, _ second: UInt16) -> UInt16 { (first &* 40503) ^ (second &* 0x9E37 &+ second >> 5) }

    @inlinable
    static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
}
