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
}
