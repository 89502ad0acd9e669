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
    public func word(at place: Int) -> UInt32 {
        UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// The sixteen bytes from `place` on, where there are as many; else the program stops.
    @inlinable @inline(__always)
    public func words(at place: Int) -> SIMD2<UInt64> {
        bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
    }

    /// The character of three bytes that begins at `place`, where one does and a fourth byte stands behind it.
    @inlinable @inline(__always)
    public func characterOfThree(at place: Int) -> UInt16? { characterOfThree(at: place, of: count) }

    /// The same; `count` is that of the span, which the compiler would ask for anew at each place.
    @inlinable @inline(__always)
    func characterOfThree(at place: Int, of count: Int) -> UInt16? {
        guard place >= 0, place <= count &- 4 else { return nil }
        let word = UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt32.self))
        guard word & 0xC0_C0F0 == 0x80_80E0 else { return nil }
        return UInt16(truncatingIfNeeded: (word & 0xF) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F)
    }

    /// Whether four characters of three bytes each begin at `place`.
    @inlinable @inline(__always)
    func hasFourOfThree(at place: Int) -> Bool {
        guard place >= 0, place <= count &- 12 else { return false }
        let head = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
        let tail = UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ 8, as: UInt32.self))
        return head & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0 && tail & 0xC0C0_F0C0 == 0x8080_E080
    }
}

extension Span<UInt16> {
    /// The four units from `place` on, the first one lowest, where there are as many; else the program stops.
    @inlinable @inline(__always)
    public func word(at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 2 &* place, as: UInt64.self))
    }

    /// The eight units from `place` on, where there are as many; else the program stops.
    @inlinable @inline(__always)
    public func eight(at place: Int) -> SIMD8<UInt16> {
        bytes.unsafeLoadUnaligned(fromByteOffset: 2 &* place, as: SIMD8<UInt16>.self)
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
            // What is written to is no part of what is read.
            UnsafeMutableRawPointer(to + count).copyMemory(from: from, byteCount: block.count)
            count += block.count
        }
    }
}
