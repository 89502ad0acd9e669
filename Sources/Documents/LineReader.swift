import Glibc

/// The lines of a file or pipe, one after the other, in memory that does not grow with their number.
public struct LineReader {
    /// A line longer than this many bytes is passed over.
    public static let limit = 1 << 30

    public enum Line: Sendable {
        /// Without its line end.
        case bytes([UInt8])
        case tooLong
    }

    private let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var start = 0, end = 0

    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line; nil at the end. A failure of the system names no path.
    public mutating func next() throws(FileFailure) -> Line? {
        var line: [UInt8] = [], isTooLong = false, isThere = false
        while true {
            if start == end {
                guard try fill() else { return isThere ? (isTooLong ? .tooLong : .bytes(line)) : nil }
            }
            isThere = true
            let stop = chunk[start..<end].firstIndex(of: 0x0A) ?? end
            if line.count + stop - start > Self.limit {
                isTooLong = true
                line = []
            }
            if !isTooLong { line += chunk[start..<stop] }
            let isWhole = stop < end
            start = isWhole ? stop + 1 : end
            if isWhole {
                if line.last == 0x0D { line.removeLast() }
                return isTooLong ? .tooLong : .bytes(line)
            }
        }
    }

    /// Whether more is there or comes within so many milliseconds; the end of the input is more, too.
    public func hasMore(within milliseconds: Int32) -> Bool {
        if start < end { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) != 0
    }

    private mutating func fill() throws(FileFailure) -> Bool {
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure(path: "-", reason: .system(errno)) }
            (start, end) = (0, count)
            return count > 0
        }
    }
}
