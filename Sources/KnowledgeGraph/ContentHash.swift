import Lexicon

/// A 64-bit hash that depends on nothing but the bytes given to it: the same on every machine and in every run.
public struct ContentHash {
    public private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init() {}

    public mutating func combine(_ word: UInt64) {
        var mixed = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        value = mixed &* 0xD6E8_FEB8_6659_FD93 ^ (mixed >> 29)
    }

    mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

    /// Eight bytes at a time, little end first; the length is part of the hash.
    mutating func combine(bytes: some RandomAccessCollection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { combine(UnsafeRawBufferPointer($0)) }
        if done != nil { return }
        combine(bytes.count)
        var word: UInt64 = 0, shift: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << shift
            shift += 8
            if shift == 64 {
                combine(word)
                (word, shift) = (0, 0)
            }
        }
        if shift > 0 { combine(word) }
    }

    public mutating func combine(_ text: String) { combine(text.utf8Span.span) }

    public static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = ContentHash()
        hash.combine(bytes: bytes)
        return hash.value
    }
}
