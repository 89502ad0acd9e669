import Documents

/// A set of words over UTF-16 units, each with a number; it finds the words that begin at a place of a text.
///
/// Made once from all its words and then only read. Words that begin with the same two units lie side by side, the longest first,
/// and are compared with the four units behind these at once: a text leads to few places in memory, and these are small. A bit for
/// every pair of units that words begin with turns most places of a text down before.
/// Text and words are to be folded alike (see `SourceText`) before they come here: no unit is 0.
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

    /// A word of three units and more; or the head of those that begin with the same two.
    @usableFromInline struct Entry: Sendable {
        /// The third unit to the sixth, the third lowest. Of a head: one bit for each third unit, modulo 64.
        @usableFromInline var tail: UInt64
        @usableFromInline var value: Int32
        /// Of a head: 2 where the two units are a word themselves, otherwise 0.
        @usableFromInline var length: UInt8
        /// How far the units that are no part of the word reach from the top of `tail`.
        @usableFromInline var shift: UInt8 = 0
        /// Of a word of more than six units where the others begin in `rests`; of a head how many entries follow.
        @usableFromInline var rest: UInt16 = 0
    }

    /// The first two units in the upper half, the place of their head in the lower one; 0 is an empty place.
    @usableFromInline let slots: ContiguousArray<UInt64>
    /// By how much a hash is to be moved to give a place.
    @usableFromInline let shift: UInt64
    @usableFromInline let entries: ContiguousArray<Entry>
    @usableFromInline let rests: ContiguousArray<UInt16>

    /// A bit for every pair of units that words begin with, by a hash, and one for every unit that is a word.
    @usableFromInline let pairs: ContiguousArray<UInt64>
    @usableFromInline let singles: ContiguousArray<UInt64>
    @usableFromInline let hasSingles: Bool
    /// One bit for every unit that a word begins with.
    private let firsts: ContiguousArray<UInt64>
    /// How many words there are.
    public let count: Int

    /// Of no words.
    public convenience init() { self.init([]) }

    /// A word that occurs again gets the value that `merging` makes of its value so far and the new one. The empty word is
    /// passed over. Words have at most 255 units.
    public init(_ words: [(word: [UInt16], value: Int32)], merging: (_ old: Int32, _ new: Int32) -> Int32 = { $1 }) {
        var pairs = ContiguousArray<UInt64>(repeating: 0, count: 1 << 10), singles = pairs, firsts = pairs
        var order: [Place] = []
        order.reserveCapacity(words.count)
        for (i, (word, _)) in words.enumerated() where !word.isEmpty { order.append(Place(word.span, i)) }
        order.sort { a, b in
            if a.head != b.head { return a.head < b.head }
            if a.tail != b.tail { return a.tail < b.tail }
            let one = words[a.index].word.dropFirst(6), other = words[b.index].word.dropFirst(6)
            return one == other ? a.index < b.index : one.lexicographicallyPrecedes(other)
        }
        var entries: ContiguousArray<Entry> = [], rests: ContiguousArray<UInt16> = []
        var heads: [(pair: UInt64, entry: Int)] = []
        var count = 0, last: Place?
        for place in order {
            let (word, value) = words[place.index]
            let isNew = last.map { $0.head != place.head || $0.tail != place.tail || words[$0.index].word != word } ?? true
            last = place
            if heads.last?.pair != place.pair {
                heads.append((place.pair, entries.count))
                entries.append(Entry(tail: 0, value: 0, length: 0))
                firsts[Int(word[0] >> 6)] |= Self.bit(word[0])
                if word.count == 1 { singles[Int(word[0] >> 6)] |= Self.bit(word[0]) } else {
                    let hash = Self.hash(word[0], word[1])
                    pairs[Int(hash >> 6)] |= Self.bit(hash)
                }
            }
            let head = heads[heads.count - 1].entry
            if isNew { count += 1 }
            if word.count <= 2 {
                entries[head].value = isNew ? value : merging(entries[head].value, value)
                entries[head].length = 2
            } else if isNew {
                entries[head].tail |= Self.bit(word[2])
                entries[head].rest += 1
                entries.append(Entry(
                    tail: place.tail, value: value, length: UInt8(word.count), shift: UInt8(64 - 16 * min(4, word.count - 2)),
                    rest: UInt16(rests.count)))
                rests += word.dropFirst(6)
            } else {
                entries[entries.count - 1].value = merging(entries[entries.count - 1].value, value)
            }
        }
        var bits = UInt64(4)
        while 1 << bits < 2 * heads.count { bits += 1 }
        var slots = ContiguousArray<UInt64>(repeating: 0, count: 1 << bits)
        for (pair, entry) in heads {
            var place = Self.hashed(pair, 64 - bits)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = pair << 32 | UInt64(entry)
        }
        (self.slots, shift, self.entries, self.rests, self.count) = (slots, 64 - bits, entries, rests, count)
        (self.pairs, self.singles, self.firsts) = (pairs, singles, firsts)
        hasSingles = singles.contains { $0 != 0 }
    }

    /// Where a word belongs: by its first two units, the longest first, then by the others.
    private struct Place {
        var head: UInt64
        var tail: UInt64
        var index: Int

        var pair: UInt64 { head >> 32 }

        init(_ word: Span<UInt16>, _ index: Int) {
            head = UInt64(word[0]) << 48 | UInt64(word.count > 1 ? word[1] : 0) << 32 | UInt64(255 - word.count)
            tail = WordTrie.window(word, 2, word.count)
            self.index = index
        }
    }

    public var isEmpty: Bool { count == 0 }

    /// The value of exactly this word.
    public func value(of word: Span<UInt16>) -> Int32? {
        guard let match = longestMatch(in: word, at: 0, limit: word.count), match.length == word.count else { return nil }
        return match.value
    }

    public func value(of word: [UInt16]) -> Int32? { value(of: word.span) }

    /// The longest word that begins at `start` and ends at or before `limit`.
    @inlinable
    public func longestMatch(in units: Span<UInt16>, at start: Int, limit: Int) -> Match? {
        guard start < limit else { return nil }
        let first = units[start]
        if start &+ 1 < limit, mayOpen(first, units[start &+ 1]) != 0, let place = place(first, units[start &+ 1]) {
            let head = entries[place], window = Self.window(units, start &+ 2, limit)
            if head.tail >> (window & 63) & 1 != 0 {
                for i in place &+ 1..<place &+ 1 &+ Int(head.rest) where opens(entries[i], window, units, start, limit) {
                    return Match(length: Int(entries[i].length), value: entries[i].value)
                }
            }
            if head.length != 0 { return Match(length: 2, value: head.value) }
        }
        guard singles[Int(first >> 6)] & Self.bit(first) != 0, let place = place(first, 0) else { return nil }
        return Match(length: 1, value: entries[place].value)
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
        if singles[Int(first >> 6)] & Self.bit(first) != 0, let place = place(first, 0) { body(1, entries[place].value) }
        guard start &+ 1 < limit, mayOpen(first, units[start &+ 1]) != 0, let place = place(first, units[start &+ 1]) else { return }
        let head = entries[place]
        if head.length != 0 { body(2, head.value) }
        let window = Self.window(units, start &+ 2, limit)
        guard head.tail >> (window & 63) & 1 != 0 else { return }
        var i = place &+ Int(head.rest)
        while i > place {
            if opens(entries[i], window, units, start, limit) { body(Int(entries[i].length), entries[i].value) }
            i &-= 1
        }
    }

    /// Whether the word of an entry, whose first two units stand at `start`, stands there.
    @inlinable @inline(__always)
    func opens(_ entry: Entry, _ window: UInt64, _ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Bool {
        (entry.tail ^ window) &<< UInt64(entry.shift) == 0 && (entry.length <= 6 || goesOn(entry, units, start, limit))
    }

    /// The same for the units behind the sixth.
    @usableFromInline
    func goesOn(_ entry: Entry, _ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Bool {
        guard start + Int(entry.length) <= limit else { return false }
        for k in 6..<Int(entry.length) where units[start + k] != rests[Int(entry.rest) + k - 6] { return false }
        return true
    }

    /// Up to four units from `start`, the first one lowest, and 0 from `limit` on.
    @inlinable @inline(__always)
    static func window(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> UInt64 {
        if start &+ 4 <= limit { return units.word(at: start) }
        var window: UInt64 = 0, i = limit
        while i > start {
            i &-= 1
            window = window << 16 | UInt64(units[i])
        }
        return window
    }

    /// The place of the head of the words that begin with two units; `second` is 0 for a word of one.
    @inlinable @inline(__always)
    func place(_ first: UInt16, _ second: UInt16) -> Int? {
        let pair = UInt64(first) << 16 | UInt64(second)
        var place = Self.hashed(pair, shift)
        while true {
            let slot = slots[place]
            if slot >> 32 == pair { return Int(slot & 0xFFFF_FFFF) }
            if slot == 0 { return nil }
            place = place &+ 1 == slots.count ? 0 : place &+ 1
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
        var found: UInt64 = 0, unit = units[start], k: UInt64 = 0
        if hasSingles {
            for at in start..<end { found |= (singles[Int(units[at] >> 6)] >> UInt64(units[at] & 63) & 1) << UInt64(at &- start) }
        }
        for next in start &+ 1..<min(end &+ 1, limit) {
            let here = units[next]
            found |= mayOpen(unit, here) &<< k
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

    @inlinable
    static func hashed(_ key: UInt64, _ shift: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift) }

    /// Whether any word begins with `unit`.
    public func hasWord(beginningWith unit: UInt16) -> Bool { firsts[Int(unit >> 6)] & Self.bit(unit) != 0 }

    @inlinable
    static func hash(_ first: UInt16, _ second: UInt16) -> UInt16 { (first &* 40503) ^ (second &* 0x9E37 &+ second >> 5) }

    @inlinable
    static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
}
