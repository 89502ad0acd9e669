/// Where the units of a text are no ideographs, one bit each: marks, digits and letters are found without a look at every unit.
public struct UnitMarks: Sendable {
    @usableFromInline let bits: [UInt64]

    init(_ bits: [UInt64]) { self.bits = bits }

    /// The first place at or behind `start` and before `end`; `end` where there is none.
    @inlinable
    public func first(from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        var word = start >> 6, found = bits[word] & ~0 << UInt64(start & 63)
        let last = (end - 1) >> 6
        while found == 0 {
            if word == last { return end }
            word += 1
            found = bits[word]
        }
        return min(end, word << 6 + found.trailingZeroBitCount)
    }

    /// The places from `start` on and before `end`, in order.
    @inlinable @inline(__always)
    public func places(from start: Int, to end: Int) -> Places { Places(bits, from: start, to: end) }

    public struct Places: Sequence, IteratorProtocol {
        @usableFromInline let bits: [UInt64]
        @usableFromInline var word: Int
        /// Of the places in `word` those that were not yet given.
        @usableFromInline var rest: UInt64
        @usableFromInline let end: Int

        @inlinable @inline(__always)
        init(_ bits: [UInt64], from start: Int, to end: Int) {
            (self.bits, self.end, word) = (bits, end, start >> 6)
            rest = start < end ? bits[start >> 6] & ~0 &<< UInt64(start & 63) : 0
        }

        @inlinable @inline(__always)
        public mutating func next() -> Int? {
            while rest == 0 {
                word &+= 1
                guard word &<< 6 < end else { return nil }
                rest = bits[word]
            }
            let place = word &<< 6 | rest.trailingZeroBitCount
            guard place < end else { return nil }
            rest &= rest &- 1
            return place
        }
    }
}
