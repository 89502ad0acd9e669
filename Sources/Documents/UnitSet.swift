/// A handful of folded units, asked for at every place of a text: a bit mask turns most units down without a search.
public struct UnitSet: Sendable {
    @usableFromInline let members: [UInt16]
    /// One bit for each member, modulo 64.
    @usableFromInline let mask: UInt64

    public init(_ members: StaticString) {
        self.members = Array(members.description.utf16)
        mask = self.members.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    @inlinable @inline(__always)
    public func contains(_ unit: UInt16) -> Bool {
        mask >> UInt64(unit & 63) & 1 != 0 && holds(unit)
    }

    @usableFromInline
    func holds(_ unit: UInt16) -> Bool {
        for member in members where member == unit { return true }
        return false
    }
}
