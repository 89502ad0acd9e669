/// Interned text: every distinct string once, in one blob of UTF-8, named by a number.
public struct StringTable: Sendable {
    public typealias ID = UInt32
    /// Stands for no string.
    public static let none = UInt32.max

    private var bytes: [UInt8] = []
    private var offsets: [UInt32] = [0]

    public var count: Int { offsets.count - 1 }

    public subscript(id: ID) -> String {
        guard id < count else { return "" }
        return String(decoding: bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])], as: UTF8.self)
    }

    /// Nil for `none`.
    public func string(_ id: ID) -> String? { id == Self.none ? nil : self[id] }

    mutating func append(_ string: String) -> ID {
        bytes.append(contentsOf: string.utf8)
        offsets.append(UInt32(bytes.count))
        return UInt32(count - 1)
    }
}

/// Fills a `StringTable`; needed only while a graph is built.
struct Interner {
    private(set) var table = StringTable()
    private var ids: [String: StringTable.ID] = [:]

    mutating func id(of string: String) -> StringTable.ID {
        if let known = ids[string] { return known }
        let new = table.append(string)
        ids[string] = new
        return new
    }

    mutating func id(of string: String?) -> StringTable.ID { string.map { id(of: $0) } ?? StringTable.none }
}
