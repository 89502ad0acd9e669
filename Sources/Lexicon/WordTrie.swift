/// A set of words over UTF-16 units, each with a number; it finds the words that begin at a place of a text.
///
/// One table takes the first unit of a word to its node; deeper edges lie in one open-addressed hash table. Every node keeps
/// a bit mask of the units that may follow it, so that most places of a text are turned down without a look at the hash.
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
        @usableFromInline var value: Int32
        @usableFromInline var isWord: Bool
        @usableFromInline var following: UInt64

        init() { (value, isWord, following) = (0, false, 0) }
    }

    @usableFromInline
    struct Edge: Sendable {
        /// Node above in the upper bits, unit in the lower 16; `Edge.free` where the slot is empty.
        @usableFromInline var key: UInt64
        @usableFromInline var child: Int32
        @usableFromInline static var free: UInt64 { .max }
    }

    @usableFromInline var first: ContiguousArray<Int32>
    @usableFromInline var nodes: ContiguousArray<Node>
    @usableFromInline var edges: ContiguousArray<Edge>
    private var edgeCount = 0
    public private(set) var count = 0

    /// `capacity`: about how many edges are expected, so that the table need not grow.
    public init(capacity: Int = 1 << 9) {
        first = ContiguousArray(repeating: 0, count: 1 << 16)
        nodes = [Node()]
        var slots = 1 << 10
        while slots < capacity * 2 { slots *= 2 }
        edges = ContiguousArray(repeating: Edge(key: Edge.free, child: 0), count: slots)
    }

    public var isEmpty: Bool { count == 0 }

    /// Adds `word`, or gives it a new value; the value it had before, nil where it is new. The empty word is passed over.
    @discardableResult
    public mutating func insert(_ word: some Sequence<UInt16>, value: Int32) -> Int32? {
        var node = 0
        for unit in word { node = node == 0 ? firstNode(unit) : childNode(of: node, unit) }
        guard node != 0 else { return nil }
        let old = nodes[node].isWord ? nodes[node].value : nil
        if old == nil { count += 1 }
        nodes[node].value = value
        nodes[node].isWord = true
        return old
    }

    /// The value of exactly this word.
    public func value(of word: some Sequence<UInt16>) -> Int32? {
        var node = 0
        for unit in word {
            node = node == 0 ? Int(first[Int(unit)]) : child(of: node, unit)
            if node == 0 { return nil }
        }
        return nodes[node].isWord ? nodes[node].value : nil
    }

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
        var node = Int(first[Int(units[start])])
        var at = start
        while node != 0 {
            at += 1
            let here = nodes[node]
            if here.isWord { body(at - start, here.value) }
            guard at < limit else { return }
            let unit = units[at]
            guard here.following & (1 << UInt64(unit & 63)) != 0 else { return }
            node = child(of: node, unit)
        }
    }

    // MARK: - Nodes and edges

    private mutating func firstNode(_ unit: UInt16) -> Int {
        if first[Int(unit)] == 0 {
            first[Int(unit)] = Int32(nodes.count)
            nodes.append(Node())
        }
        return Int(first[Int(unit)])
    }

    private mutating func childNode(of node: Int, _ unit: UInt16) -> Int {
        let known = child(of: node, unit)
        if known != 0 { return known }
        if edgeCount * 2 >= edges.count { grow() }
        let new = nodes.count
        nodes.append(Node())
        nodes[node].following |= 1 << UInt64(unit & 63)
        place(Edge(key: Self.key(node, unit), child: Int32(new)))
        edgeCount += 1
        return new
    }

    @inlinable
    func child(of node: Int, _ unit: UInt16) -> Int {
        let key = Self.key(node, unit), mask = edges.count - 1
        var slot = Self.hash(key) & mask
        while true {
            let edge = edges[slot]
            if edge.key == key { return Int(edge.child) }
            if edge.key == Edge.free { return 0 }
            slot = (slot + 1) & mask
        }
    }

    private mutating func place(_ edge: Edge) {
        let mask = edges.count - 1
        var slot = Self.hash(edge.key) & mask
        while edges[slot].key != Edge.free { slot = (slot + 1) & mask }
        edges[slot] = edge
    }

    private mutating func grow() {
        let old = edges
        edges = ContiguousArray(repeating: Edge(key: Edge.free, child: 0), count: old.count * 2)
        for edge in old where edge.key != Edge.free { place(edge) }
    }

    @inlinable
    static func key(_ node: Int, _ unit: UInt16) -> UInt64 { UInt64(node) << 16 | UInt64(unit) }

    @inlinable
    static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
