/// Interned text: every distinct string once, in one blob of UTF-8, named by a number.
public struct StringTable: Sendable {
    public typealias ID = UInt32
    /// Stands for no string.
    public static let none = UInt32.max

    var bytes: Series<UInt8> = []
    var offsets: Series<UInt32> = [0]

    public var count: Int { offsets.count - 1 }

    public subscript(id: ID) -> String {
        String(decoding: utf8(of: id), as: UTF8.self)
    }

    public func utf8(of id: ID) -> SeriesSlice<UInt8> {
        guard id < count else { return bytes[0..<0] }
        return bytes[offsets.range(at: Int(id))]
    }

    /// Nil for `none`.
    public func string(_ id: ID) -> String? { id == Self.none ? nil : self[id] }

    mutating func append(_ string: String) -> ID {
        bytes.append(contentsOf: string.utf8)
        offsets.append(UInt32(bytes.count))
        return UInt32(count - 1)
    }
}

/// Fills a `StringTable`; needed only while a graph is built. Strings of the same bytes are one.
struct Interner {
    private(set) var table = StringTable()
    /// Number + 1 by hash; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    mutating func id(of string: String) -> StringTable.ID {
        let bytes = string.utf8Span.span
        var slot = Self.hash(bytes) & (slots.count - 1)
        while slots[slot] != 0 {
            if isSame(slots[slot] - 1, bytes) { return slots[slot] - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = table.append(string)
        slots[slot] = new + 1
        if table.count * 2 > slots.count { grow() }
        return new
    }

    mutating func id(of string: String?) -> StringTable.ID { string.map { id(of: $0) } ?? StringTable.none }

    private func isSame(_ id: StringTable.ID, _ bytes: Span<UInt8>) -> Bool {
        let range = table.offsets.range(at: Int(id))
        return range.count == bytes.count && table.bytes.holds(bytes, at: range.lowerBound)
    }

    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>) -> Int {
        var hash = ContentHash()
        hash.combine(bytes)
        return Int(truncatingIfNeeded: hash.value)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for id in 0..<UInt32(table.count) {
            let words = table.utf8(of: id)
            var hash = 0
            _ = words.withContiguousStorageIfAvailable { hash = Self.hash($0.span) }
            var slot = hash & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = id + 1
        }
    }
}
