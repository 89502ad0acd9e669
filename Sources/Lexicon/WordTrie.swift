import Documents

/// A set of words over UTF-16 units, each with a number; it finds the words that begin at a place of a text.
///
/// Made once from all its words and then only read. Words that begin with the same two units lie side by side, those with the same
/// bit for their third together and the longest of them first, and are compared with the four units behind the two at once: a text
/// leads to few places in memory, and these are small. A bit for every pair of units that words begin with turns most places of a
/// text down before.
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

    /// The words that begin with two units, or the word of one.
    @usableFromInline struct Opening: Sendable {
        /// The first unit in the upper half, the second or 0 in the lower one; 0 in an empty place.
        @usableFromInline var pair: UInt32
        /// One bit for each third unit of its words, modulo 32.
        @usableFromInline var thirds: UInt32 = 0
        /// Where the two units, or the one, are a word themselves: its value; otherwise `Int32.min`.
        @usableFromInline var value = Int32.min
        /// The group in `groups` of its longer words with the lowest bit of `thirds`; one for each further bit follows.
        @usableFromInline var first: UInt16

        @inlinable var isWord: Bool { value != .min }
    }

    /// A word of three units and more.
    @usableFromInline struct Word: Sendable {
        /// The third unit to the sixth, the third lowest.
        @usableFromInline var tail: UInt64
        @usableFromInline var value: Int32
        @usableFromInline var length: UInt8
        /// How far the units that are no part of the word reach from the top of `tail`.
        @usableFromInline var shift: UInt8
        /// Of a word of more than six units where the others begin in `rests`.
        @usableFromInline var rest: UInt16
    }

    /// Each opening at the hash of its pair, or behind it.
    @usableFromInline let openings: ContiguousArray<Opening>
    /// By how much a hash is to be moved to give a place.
    @usableFromInline let shift: UInt64
    @usableFromInline let words: ContiguousArray<Word>
    /// Where in `words` each group of words begins, and where the last one ends.
    @usableFromInline let groups: ContiguousArray<UInt16>
    @usableFromInline let rests: ContiguousArray<UInt16>

    /// A bit for every pair of units that words begin with, by a hash that is moved by `pairShift`, and one for every unit that is a
    /// word.
    @usableFromInline let pairs: InlineArray<1024, UInt64>
    @usableFromInline let pairShift: UInt16
    @usableFromInline let singles: InlineArray<1024, UInt64>
    @usableFromInline let hasSingles: Bool
    /// One bit for every unit that a word begins with.
    private let firsts: InlineArray<1024, UInt64>
    /// How many words there are.
    public let count: Int

    /// Of no words.
    public convenience init() { self.init([]) }

    /// A word that occurs again gets the value that `merging` makes of its value so far and the new one. The empty word is
    /// passed over. Words have at most 255 units; no value is `Int32.min`.
    public init(_ list: [(word: [UInt16], value: Int32)], merging: (_ old: Int32, _ new: Int32) -> Int32 = { $1 }) {
        var order: [Place] = []
        order.reserveCapacity(list.count)
        for (i, (word, _)) in list.enumerated() where !word.isEmpty { order.append(Place(word.span, i)) }
        order.sort { a, b in
            if a.head != b.head { return a.head < b.head }
            if a.tail != b.tail { return a.tail < b.tail }
            let one = list[a.index].word.dropFirst(6), other = list[b.index].word.dropFirst(6)
            return one == other ? a.index < b.index : one.lexicographicallyPrecedes(other)
        }
        var found: [Opening] = [], words: ContiguousArray<Word> = [], groups: ContiguousArray<UInt16> = [], rests = groups
        var count = 0, last: Place?
        for place in order {
            let (word, value) = list[place.index]
            let isNew = last.map { $0.head != place.head || $0.tail != place.tail || list[$0.index].word != word } ?? true
            last = place
            if isNew { count += 1 }
            if found.last?.pair != place.pair { found.append(Opening(pair: place.pair, first: UInt16(groups.count))) }
            let opening = found.count - 1
            if word.count <= 2 {
                found[opening].value = isNew ? value : merging(found[opening].value, value)
            } else if isNew {
                let third: UInt32 = 1 << UInt32(word[2] & 31)
                if found[opening].thirds & third == 0 {
                    found[opening].thirds |= third
                    groups.append(UInt16(words.count))
                }
                words.append(Word(
                    tail: place.tail, value: value, length: UInt8(word.count), shift: UInt8(64 - 16 * min(4, word.count - 2)),
                    rest: UInt16(rests.count)))
                rests += word.dropFirst(6)
            } else {
                words[words.count - 1].value = merging(words[words.count - 1].value, value)
            }
        }
        var bits = UInt64(4)
        while 2 << bits < 3 * found.count { bits += 1 }
        // A bit in sixteen, or fewer, for a pair.
        pairShift = UInt16(16 - min(16, bits + 3))
        var openings = ContiguousArray(repeating: Opening(pair: 0, first: 0), count: 1 << bits)
        var pairs = InlineArray<1024, UInt64>(repeating: 0), singles = pairs, firsts = pairs, hasSingles = false
        for opening in found {
            var place = Self.hashed(opening.pair, 64 - bits)
            while openings[place].pair != 0 { place = (place + 1) & (openings.count - 1) }
            openings[place] = opening
            let unit = UInt16(opening.pair >> 16), next = UInt16(truncatingIfNeeded: opening.pair)
            firsts[Int(unit >> 6)] |= Self.bit(unit)
            if next == 0 {
                singles[Int(unit >> 6)] |= Self.bit(unit)
                hasSingles = true
            } else {
                let hash = Self.hash(unit, next) >> pairShift
                pairs[Int(hash >> 6)] |= Self.bit(hash)
            }
        }
        groups.append(UInt16(words.count))
        (self.openings, shift, self.words, self.groups, self.rests) = (openings, 64 - bits, words, groups, rests)
        (self.pairs, self.singles, self.firsts) = (pairs, singles, firsts)
        (self.hasSingles, self.count) = (hasSingles, count)
    }

    /// Where a word belongs: by its first two units, the bit of the third, the longest first, then by the others.
    private struct Place {
        var head: UInt64
        var tail: UInt64
        var index: Int

        var pair: UInt32 { UInt32(head >> 32) }

        init(_ word: Span<UInt16>, _ index: Int) {
            head = UInt64(word[0]) << 48 | UInt64(word.count > 1 ? word[1] : 0) << 32
                | UInt64(word.count > 2 ? word[2] & 31 : 0) << 8 | UInt64(255 - word.count)
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
        if start &+ 1 < limit, mayOpen(units[start], units[start &+ 1]) != 0, let match = longerMatch(in: units, at: start, limit: limit) {
            return match
        }
        return single(units[start])
    }

    /// The longest word that begins at `start`, in the whole of `units`.
    public func longestMatch(in units: [UInt16], at start: Int = 0) -> Match? {
        longestMatch(in: units.span, at: start, limit: units.count)
    }

    /// The longest word of two units and more; there are so many before `limit`.
    @usableFromInline
    func longerMatch(in units: Span<UInt16>, at start: Int, limit: Int) -> Match? { longer(in: units, at: start, limit: limit) }

    /// The same, without a call.
    @inlinable @inline(__always)
    func longer(in units: Span<UInt16>, at start: Int, limit: Int) -> Match? {
        guard let place = place(units[start], units[start &+ 1]) else { return nil }
        let opening = openings[place], window = Self.window(units, start &+ 2, limit)
        if let group = group(of: opening, window) {
            var i = Int(groups[group])
            let end = Int(groups[group &+ 1])
            while i < end {
                if opens(words[i], window, units, start, limit) { return Match(length: Int(words[i].length), value: words[i].value) }
                i &+= 1
            }
        }
        return opening.isWord ? Match(length: 2, value: opening.value) : nil
    }

    @inlinable @inline(__always)
    func single(_ unit: UInt16) -> Match? {
        guard hasSingles, singles[Int(unit >> 6)] & Self.bit(unit) != 0, let place = place(unit, 0) else { return nil }
        return Match(length: 1, value: openings[place].value)
    }

    /// Gives every word that begins at `start` and ends at or before `limit`, shorter ones first, as length and value.
    @inlinable @inline(__always)
    public func eachMatch(in units: Span<UInt16>, at start: Int, limit: Int, _ body: (_ length: Int, _ value: Int32) -> Void) {
        guard start < limit else { return }
        if let match = single(units[start]) { body(1, match.value) }
        guard start &+ 1 < limit, mayOpen(units[start], units[start &+ 1]) != 0, let place = place(units[start], units[start &+ 1])
        else { return }
        let opening = openings[place]
        if opening.isWord { body(2, opening.value) }
        let window = Self.window(units, start &+ 2, limit)
        guard let group = group(of: opening, window) else { return }
        let first = Int(groups[group])
        var i = Int(groups[group &+ 1])
        while i > first {
            i &-= 1
            if opens(words[i], window, units, start, limit) { body(Int(words[i].length), words[i].value) }
        }
    }

    /// The group of the words that may begin with the two units of `opening` and the third that opens `window`.
    @inlinable @inline(__always)
    func group(of opening: Opening, _ window: UInt64) -> Int? {
        let third: UInt32 = 1 &<< UInt32(truncatingIfNeeded: window & 31)
        guard opening.thirds & third != 0 else { return nil }
        return Int(opening.first) &+ (opening.thirds & (third &- 1)).nonzeroBitCount
    }

    /// Whether a word stands at `start`, where its first two units do.
    @inlinable @inline(__always)
    func opens(_ word: Word, _ window: UInt64, _ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Bool {
        (word.tail ^ window) &<< UInt64(word.shift) == 0 && (word.length <= 6 || goesOn(word, units, start, limit))
    }

    /// The same for the units behind the sixth.
    @usableFromInline
    func goesOn(_ word: Word, _ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Bool {
        guard start + Int(word.length) <= limit else { return false }
        for k in 6..<Int(word.length) where units[start + k] != rests[Int(word.rest) + k - 6] { return false }
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

    /// The place of the opening of two units; `second` is 0 for a word of one.
    @inlinable @inline(__always)
    func place(_ first: UInt16, _ second: UInt16) -> Int? {
        let pair = UInt32(first) << 16 | UInt32(second)
        var place = Self.hashed(pair, shift)
        while true {
            let here = openings[place].pair
            if here == pair { return place }
            if here == 0 { return nil }
            place = place &+ 1 == openings.count ? 0 : place &+ 1
        }
    }

    /// Gives the words of `units` from left to right, the longest at each place, without overlap: where each stands, and its value.
    @inlinable @inline(__always)
    public func eachWord(of units: Span<UInt16>, _ body: (_ place: Range<Int>, _ value: Int32) -> Void) {
        var walk = Walk()
        while let word = next(&walk, in: units) { body(walk.at &- word.length..<walk.at, word.value) }
    }

    /// How far a walk over the words of a text has come.
    public struct Walk {
        /// Behind the last word; the text's end behind the last of all.
        @usableFromInline var at = 0
        /// Where the places begin and end that were asked for together, and those of them where words may begin.
        @usableFromInline var base = 0, end = 0, starts: UInt64 = 0

        @inlinable public init() {}
    }

    /// The next of the words that `eachWord` gives; `walk` is then behind it.
    @inlinable @inline(__always)
    public func next(_ walk: inout Walk, in units: Span<UInt16>) -> Match? {
        let limit = units.count
        while walk.at < limit {
            if walk.at >= walk.end {
                (walk.base, walk.end) = (walk.at, min(walk.at &+ 64, limit))
                walk.starts = starts(in: units, from: walk.base, to: walk.end, limit: limit)
            } else {
                walk.starts &= ~0 &<< UInt64(walk.at &- walk.base)
            }
            guard walk.starts != 0 else {
                walk.at = walk.end
                continue
            }
            let at = walk.base &+ walk.starts.trailingZeroBitCount
            if let match = at &+ 1 < limit ? longer(in: units, at: at, limit: limit) : nil {
                walk.at = at &+ match.length
                return match
            }
            if let match = single(units[at]) {
                walk.at = at &+ match.length
                return match
            }
            walk.at = at &+ 1
        }
        return nil
    }

    /// Where words may begin, one bit for each of at most 64 units from `start` to `end`, the first one lowest. To ask for many
    /// places at once, without a branch for each, is what makes it fast.
    @inlinable @inline(__always)
    func starts(in units: Span<UInt16>, from start: Int, to end: Int, limit: Int) -> UInt64 {
        var found: UInt64 = 0, at = start
        // The last unit of the text begins no pair.
        let last = min(end, limit &- 1)
        while at &+ 8 <= last {
            found |= starts(ofEight: units.eight(at: at), units.eight(at: at &+ 1)) &<< UInt64(at &- start)
            at &+= 8
        }
        // Eight that overlap those before them, where that saves more than it costs.
        if last &- at > 3, last &- start >= 8 {
            at = last &- 8
            found |= starts(ofEight: units.eight(at: at), units.eight(at: at &+ 1)) &<< UInt64(at &- start)
            at = last
        }
        while at < last {
            found |= (mayOpen(units[at], units[at &+ 1]) | alone(units[at])) &<< UInt64(at &- start)
            at &+= 1
        }
        if last < end { found |= alone(units[last]) &<< UInt64(last &- start) }
        return found
    }

    /// As above, for eight units and each behind them.
    @inlinable @inline(__always)
    func starts(ofEight units: SIMD8<UInt16>, _ next: SIMD8<UInt16>) -> UInt64 {
        let hash = ((units &* 40503) ^ (next &* 0x9E37 &+ next &>> 5)) &>> SIMD8(repeating: pairShift)
        var found: UInt64 = 0
        for i in 0..<8 { found |= (pairs[Int(hash[i] >> 6)] &>> UInt64(hash[i] & 63) & 1 | alone(units[i])) &<< UInt64(i) }
        return found
    }

    /// 1 where `unit` alone is a word, else 0.
    @inlinable @inline(__always)
    func alone(_ unit: UInt16) -> UInt64 { singles[Int(unit >> 6)] &>> UInt64(unit & 63) & 1 }

    /// 1 where a longer word may begin with `unit` and `next`, else 0; seldom 1 where none does.
    @inlinable @inline(__always)
    public func mayOpen(_ unit: UInt16, _ next: UInt16) -> UInt64 {
        let hash = Self.hash(unit, next) &>> pairShift
        return pairs[Int(hash >> 6)] &>> UInt64(hash & 63) & 1
    }

    /// Whether `unit` alone is a word.
    public func isWord(_ unit: UInt16) -> Bool { singles[Int(unit >> 6)] & Self.bit(unit) != 0 }

    @inlinable
    static func hashed(_ pair: UInt32, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (UInt64(pair) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// Whether any word begins with `unit`.
    public func hasWord(beginningWith unit: UInt16) -> Bool { firsts[Int(unit >> 6)] & Self.bit(unit) != 0 }

    @inlinable
    static func hash(_ first: UInt16, _ second: UInt16) -> UInt16 { (first &* 40503) ^ (second &* 0x9E37 &+ second &>> 5) }

    @inlinable
    static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
}
