extension Array where Element: BitwiseCopyable {
    /// Adds a copy of `elements`, as one block.
    @inlinable
    public mutating func append(_ elements: Span<Element>) {
        elements.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// The four bytes from `place` on, the first one lowest, where there are as many; else the program stops.
    @inlinable @inline(__always)
    func word(at place: Int) -> UInt32 { UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)) }

    /// The character of three bytes that begins at `place`, where one does and a fourth byte stands behind it.
    @inlinable @inline(__always)
    public func characterOfThree(at place: Int) -> UInt16? {
        guard place &+ 4 <= count else { return nil }
        let word = word(at: place)
        guard word & 0xC0_C0F0 == 0x80_80E0 else { return nil }
        return UInt16(truncatingIfNeeded: (word & 0xF) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F)
    }
}

extension Span<UInt16> {
    /// The four units from `place` on, the first one lowest, where there are as many; else the program stops.
    @inlinable @inline(__always)
    public func word(at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 2 &* place, as: UInt64.self))
    }
}

extension OutputSpan<UInt8> {
    /// Adds a copy of `bytes`, as one block, where they fit; else the program stops, as it does behind the end of an array.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(block: $0) }
    }

    /// Adds the bytes of a constant: where its length is known, a few moves.
    @inlinable @inline(__always)
    public mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(block: $0) }
    }

    /// Adds the lowest `count` bytes of `word`, at most 8, the first one lowest; there must be room for 8.
    @inlinable @inline(__always)
    public mutating func append(word: UInt64, count added: Int) {
        precondition(freeCapacity >= 8 && added <= 8, "no room left")
        withUnsafeMutableBufferPointer { buffer, count in
            guard let to = buffer.baseAddress else { return }
            UnsafeMutableRawPointer(to + count).storeBytes(of: word.littleEndian, as: UInt64.self)
            count += added
        }
    }

    @inlinable @inline(__always)
    mutating func append(block: UnsafeBufferPointer<UInt8>) {
        precondition(block.count <= freeCapacity, "no room left")
        withUnsafeMutableBufferPointer { buffer, count in
            guard let from = block.baseAddress, let to = buffer.baseAddress else { return }
            (to + count).update(from: from, count: block.count)
            count += block.count
        }
    }
}
