extension String {
    /// Units whose bytes are gathered without memory of their own, as nearly all names and words are.
    private static let short = 32

    /// The text of UTF-16 units without surrogates, as folding gives them; a surrogate becomes U+FFFD.
    public init(folded units: Span<UInt16>) {
        guard units.count <= Self.short else {
            self.init(unsafeUninitializedCapacity: units.count * 3) { buffer in
                buffer.initialize(repeating: 0)
                var bytes = buffer.mutableSpan
                return Self.write(units, &bytes)
            }
            return
        }
        var bytes = InlineArray<96, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        let count = Self.write(units, &span)
        self.init(copying: UTF8Span(unchecked: bytes.span.extracting(first: count)))
    }

    /// Writes well-formed UTF-8, at most three bytes a unit: how many bytes.
    @inline(__always)
    private static func write(_ units: Span<UInt16>, _ bytes: inout MutableSpan<UInt8>) -> Int {
        var count = 0
        for i in units.indices {
            let unit = units[i] & 0xF800 == 0xD800 ? Unit.replacement : units[i]
            if unit >= 0x800 {
                bytes[count] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
                bytes[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F)
                bytes[count &+ 2] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
                count &+= 3
            } else if unit >= 0x80 {
                bytes[count] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
                bytes[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
                count &+= 2
            } else {
                bytes[count] = UInt8(truncatingIfNeeded: unit)
                count &+= 1
            }
        }
        return count
    }
}
