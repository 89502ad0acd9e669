/// A set of words over UTF-16 units, each with a number; it finds the words that begin at a place of a text.
///
/// Made once from all its words and then only read. Nodes lie in breadth-first order, so that the children of a node are
/// neighbours, and a bit mask of the units that may follow leads to the child. A bit for every pair of units that words begin
/// with turns most places of a text down; a table of the pairs leads past the first two nodes.
/// Text and words are to be folded alike (see `SourceText`) before they come here.
public struct WordTrie: Sendable {
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

    @usableFromInline
    struct Node: Sendable {
        /// One bit for each unit that may follow, modulo 64.
        @usableFromInline var following: UInt64 = 0
        @usableFromInline var value: Int32 = 0
        /// Index of the first child, doubled; odd where the node ends a word. The children end where those of the next begin.
        @usableFromInline var packed: UInt32 = 0

        @inlinable var isWord: Bool { packed & 1 != 0 }
        @inlinable var firstChild: Int { Int(packed >> 1) }
    }

    @usableFromInline
    struct Second: Sendable {
        /// The two units; 0 in an empty place.
        @usableFromInline var key: UInt32 = 0
        /// The node, doubled; odd where it ends a word.
        @usableFromInline var packed: UInt32 = 0
        @usableFromInline var value: Int32 = 0
        /// One bit for each unit that may follow, modulo 32: most often the node need not be looked at.
        @usableFromInline var following: UInt32 = 0
    }

    /// A bit for every pair of units that words begin with, by a hash, and one for every unit that is a word: they fit the
    /// nearest cache, and turn most places of a text down.
    @usableFromInline var pairs: ContiguousArray<UInt64>
    @usableFromInline var singles: ContiguousArray<UInt64>
    /// Node of every first unit; 0 where no word begins so.
    @usableFromInline var roots: ContiguousArray<UInt16>
    /// The nodes at depth 2, at the hash of their pair of units or behind it.
    @usableFromInline var second: ContiguousArray<Second>
    @usableFromInline var secondMask = 0
    /// Nodes from 1 on, and one behind the last that ends its children.
    @usableFromInline var nodes: ContiguousArray<Node>
    /// The unit that leads to each node.
    @usableFromInline var units: ContiguousArray<UInt16>
    /// How many words there are.
    public private(set) var count = 0

    /// Of no words.
    public init() { self.init([]) }

    /// A word that occurs again gets the value that `merging` makes of its value so far and the new one. The empty word is
    /// passed over.
    public init(_ words: [(word: [UInt16], value: Int32)], merging: (_ old: Int32, _ new: Int32) -> Int32 = { $1 }) {
        roots = ContiguousArray(repeating: 0, count: 1 << 16)
        pairs = ContiguousArray(repeating: 0, count: 1 << 10)
        singles = pairs
        second = []
        nodes = [Node()]
        units = [0]
        for (word, _) in words where !word.isEmpty {
            if word.count == 1 {
                singles[Int(word[0] >> 6)] |= Self.bit(word[0])
            } else {
                let hash = Self.hash(word[0], word[1])
                pairs[Int(hash >> 6)] |= Self.bit(hash)
            }
        }
        let order = words.indices.filter { !words[$0].word.isEmpty }.sorted { a, b in
            Self.precedes(words[a].word, words[b].word) ?? (a < b)
        }
        // Words that share a path are neighbours in `order`; each node stands for a run of them.
        struct Run { var node: Int; var words: Range<Int>; var depth: Int }
        var runs: [Run] = []
        func addChildren(of words: Range<Int>, at depth: Int, to runs: inout [Run], _ trie: inout WordTrie, _ unit: (Int) -> UInt16) {
            var start = words.lowerBound
            while start < words.upperBound {
                let lead = unit(start)
                var end = start + 1
                while end < words.upperBound, unit(end) == lead { end += 1 }
                runs.append(Run(node: trie.nodes.count, words: start..<end, depth: depth + 1))
                trie.nodes.append(Node())
                trie.units.append(lead)
                start = end
            }
        }
        addChildren(of: order.indices, at: 0, to: &runs, &self) { words[order[$0]].word[0] }
        for run in runs { roots[Int(units[run.node])] = UInt16(truncatingIfNeeded: run.node) }
        var next = 0
        while next < runs.count {
            let run = runs[next]
            next += 1
            var rest = run.words
            var isWord = false
            while rest.lowerBound < rest.upperBound, words[order[rest.lowerBound]].word.count == run.depth {
                let value = words[order[rest.lowerBound]].value
                nodes[run.node].value = isWord ? merging(nodes[run.node].value, value) : value
                isWord = true
                rest = rest.lowerBound + 1..<rest.upperBound
            }
            let first = nodes.count
            addChildren(of: rest, at: run.depth, to: &runs, &self) { words[order[$0]].word[run.depth] }
            for child in first..<nodes.count { nodes[run.node].following |= Self.bit(units[child]) }
            nodes[run.node].packed = UInt32(first) << 1 | (isWord ? 1 : 0)
            if isWord { count += 1 }
        }
        nodes.append(Node(packed: UInt32(nodes.count) << 1))
        fillSecond()
    }

    private mutating func fillSecond() {
        let firsts = nodes.count > 2 ? 1..<nodes[1].firstChild : 0..<0
        let from = firsts.upperBound, end = firsts.isEmpty ? 0 : nodes[from].firstChild
        var size = 8
        while size < 2 * (end - from) { size *= 2 }
        secondMask = size - 1
        second = ContiguousArray(repeating: Second(), count: size)
        for first in firsts {
            for node in nodes[first].firstChild..<nodes[first + 1].firstChild {
                let key = UInt32(units[first]) << 16 | UInt32(units[node])
                var place = Self.place(key) & secondMask
                while second[place].key != 0 { place = (place + 1) & secondMask }
                let here = nodes[node]
                second[place] = Second(
                    key: key, packed: UInt32(node) << 1 | (here.isWord ? 1 : 0), value: here.value,
                    following: UInt32(truncatingIfNeeded: here.following | here.following >> 32))
            }
        }
    }

    @inlinable
    static func place(_ key: UInt32) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 12) }

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
        let first = units[start], isSingle = singles[Int(first >> 6)] & Self.bit(first) != 0
        if isSingle { body(1, nodes[Int(roots[Int(first)])].value) }
        guard start &+ 1 < limit else { return }
        let next = units[start &+ 1], hash = Self.hash(first, next)
        guard pairs[Int(hash >> 6)] & Self.bit(hash) != 0 else { return }
        let pair = second[place(of: UInt32(first) << 16 | UInt32(next))]
        guard pair.key != 0 else { return }
        if pair.packed & 1 != 0 { body(2, pair.value) }
        var at = start &+ 2
        guard at < limit, pair.following >> UInt32(units[at] & 31) & 1 != 0 else { return }
        var node = Int(pair.packed >> 1)
        while true {
            let unit = units[at], here = nodes[node]
            guard here.following & Self.bit(unit) != 0 else { return }
            node = child(of: node, here, unit)
            guard node != 0 else { return }
            at &+= 1
            if nodes[node].isWord { body(at &- start, nodes[node].value) }
            guard at < limit else { return }
        }
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
        let pairs = pairs.span, singles = singles.span
        var found: UInt64 = 0, unit = units[start]
        for k in 0..<end &- start {
            let next = start &+ k &+ 1 < limit ? units[start &+ k &+ 1] : 0
            let hash = Self.hash(unit, next)
            let bit = singles[Int(unit >> 6)] >> UInt64(unit & 63) | pairs[Int(hash >> 6)] >> UInt64(hash & 63)
            found |= (bit & 1) << UInt64(k)
            unit = next
        }
        return found
    }

    /// 1 where a word may begin with `unit` before `next`, else 0; seldom 1 where none does.
    @inlinable @inline(__always)
    public func mayBegin(_ unit: UInt16, _ next: UInt16) -> UInt64 {
        let hash = Self.hash(unit, next)
        return (singles[Int(unit >> 6)] >> UInt64(unit & 63) | pairs[Int(hash >> 6)] >> UInt64(hash & 63)) & 1
    }

    /// Where the pair of units stands in `second`, or the empty place where it would.
    @inlinable @inline(__always)
    func place(of key: UInt32) -> Int {
        var place = Self.place(key) & secondMask
        while true {
            let found = second[place].key
            if found == key || found == 0 { return place }
            place = (place &+ 1) & secondMask
        }
    }

    /// Whether any word begins with `unit`.
    public func hasWord(beginningWith unit: UInt16) -> Bool { roots[Int(unit)] != 0 }

    @inlinable
    static func hash(_ first: UInt16, _ second: UInt16) -> UInt16 { (first &* 40503) ^ (second &* 0x9E37 &+ second >> 5) }

    /// The child of a node whose mask has the bit of `unit`; 0 where the bit is that of another unit.
    @inlinable
    func child(of node: Int, _ here: Node, _ unit: UInt16) -> Int {
        let first = here.firstChild, end = nodes[node + 1].firstChild
        // Children are in the order of their bits, so that as many stand before this one as have lower bits, at the least.
        var low = first + (here.following & (Self.bit(unit) &- 1)).nonzeroBitCount
        if end - first == here.following.nonzeroBitCount { return units[low] == unit ? low : 0 }
        let key = Self.key(unit)
        var high = end
        while low < high {
            let middle = (low + high) / 2, found = Self.key(units[middle])
            if found == key { return middle }
            if found < key { low = middle + 1 } else { high = middle }
        }
        return 0
    }

    @inlinable
    static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }

    /// Orders units by their bit in the mask.
    @inlinable
    static func key(_ unit: UInt16) -> UInt16 { unit << 10 | unit >> 6 }

    /// Whether `a` comes before `b` in the order of keys; nil where they are the same.
    private static func precedes(_ a: [UInt16], _ b: [UInt16]) -> Bool? {
        for i in 0..<min(a.count, b.count) where a[i] != b[i] { return key(a[i]) < key(b[i]) }
        return a.count == b.count ? nil : a.count < b.count
    }
}
