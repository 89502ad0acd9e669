extension [UInt8] {
    /// Adds a copy of `bytes`, as one block.
    public mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
