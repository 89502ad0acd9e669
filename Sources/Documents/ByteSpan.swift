/// A half-open range of UTF-8 bytes in the text that was read; of a plain-text file, in the file itself.
public struct ByteSpan: Hashable, Sendable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var range: Range<Int> { start..<end }

    public static func < (a: ByteSpan, b: ByteSpan) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}
