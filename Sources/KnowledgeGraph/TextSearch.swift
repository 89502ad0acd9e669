/// Finds exact words in the texts by reading them through, which costs less than an index up to some hundred megabytes.
/// Latin letters match in either case. `TextIndex` finds sentences without reading all of them.
public struct TextSearch: Sendable {
    private let needle: [UInt8]
    /// How far the search may move on when its last byte meets byte b (Horspool).
    private let shift: [Int]

    public init(_ phrase: some StringProtocol) {
        let needle = phrase.utf8.map { Self.fold($0) }
        self.needle = needle
        var shift = [Int](repeating: max(1, needle.count), count: 256)
        for (place, byte) in needle.dropLast().enumerated() {
            for other in 0...255 as ClosedRange<UInt8> where Self.fold(other) == byte { shift[Int(other)] = needle.count - 1 - place }
        }
        self.shift = shift
    }

    @inline(__always)
    private static func fold(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }

    /// Offsets in `text` where the words begin, ascending; nil where `isCancelled` came true.
    public func occurrences(in text: some RandomAccessCollection<UInt8>, isCancelled: () -> Bool = { false }) -> [Int]? {
        text.withContiguousStorageIfAvailable { occurrences(in: $0.span, isCancelled: isCancelled) }
            ?? occurrences(in: Array(text).span, isCancelled: isCancelled)
    }

    private func occurrences(in text: Span<UInt8>, isCancelled: () -> Bool) -> [Int]? {
        var found: [Int] = []
        guard !needle.isEmpty else { return found }
        let last = needle.count - 1
        var end = last, poll = 1 << 20
        while end < text.count {
            if end > poll {
                if isCancelled() { return nil }
                poll = end + 1 << 20
            }
            var at = last
            while Self.fold(text[end - last + at]) == needle[at] {
                if at == 0 {
                    found.append(end - last)
                    break
                }
                at -= 1
            }
            end += shift[Int(text[end])]
        }
        return found
    }

    /// Whether the words stand in the bytes.
    public func isFound(in text: SeriesSlice<UInt8>) -> Bool {
        text.withContiguousStorageIfAvailable { bytes in
            let bytes = bytes.span, needle = needle.span, shift = shift.span, last = needle.count - 1
            guard last >= 0 else { return false }
            var end = last
            while end < bytes.count {
                var at = last
                while Self.fold(bytes[end - last + at]) == needle[at] {
                    if at == 0 { return true }
                    at -= 1
                }
                end += shift[Int(bytes[end])]
            }
            return false
        } ?? false
    }

    public var length: Int { needle.count }

    public func matches(_ string: String) -> Bool { occurrences(in: Array(string.utf8))?.isEmpty == false }
}
