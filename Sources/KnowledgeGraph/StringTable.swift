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
        return bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
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
