/// Ranges of units, four bytes for each end: a table of a million rows has a million of them.
public struct ParagraphRanges: RandomAccessCollection, Sendable {
    private var ranges: [(start: Int32, end: Int32)] = []

    /// - Parameter room: Ranges that there may well be; memory that is not written to is never taken.
    init(room: Int) { ranges.reserveCapacity(room) }

    mutating func append(_ range: Range<Int>) {
        ranges.append((Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound)))
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { ranges.count }

    public subscript(paragraph: Int) -> Range<Int> {
        let (start, end) = ranges[paragraph]
        return Int(start)..<Int(end)
    }
}
