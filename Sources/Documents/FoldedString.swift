extension String {
    /// The text of UTF-16 units without surrogates, as folding gives them; a surrogate becomes U+FFFD.
    public init(folded units: Span<UInt16>) {
        self.init(unsafeUninitializedCapacity: units.count * 3) { buffer in
            var bytes = OutputSpan(buffer: buffer, initializedCount: 0)
            for i in units.indices {
                let unit = units[i]
                switch unit {
                case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: unit))
                case 0x80..<0x800:
                    bytes.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
                    bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
                default:
                    let known = unit & 0xF800 == 0xD800 ? Unit.replacement : unit
                    bytes.append(0xE0 | UInt8(truncatingIfNeeded: known >> 12))
                    bytes.append(0x80 | UInt8(truncatingIfNeeded: known >> 6 & 0x3F))
                    bytes.append(0x80 | UInt8(truncatingIfNeeded: known & 0x3F))
                }
            }
            return bytes.finalize(for: buffer)
        }
    }
}
