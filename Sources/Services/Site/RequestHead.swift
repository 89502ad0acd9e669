/// The first lines of a request (RFC 9112): what is asked for, and of which host. A body is not read.
struct RequestHead: Equatable {
    var method: String
    /// The path with its query, as the request line has it.
    var target: String
    var host: String?

    /// Bytes of a request line, as RFC 9112 advises at least.
    static let longestLine = 8000
    /// Bytes of all lines together.
    static let longest = 64 << 10

    enum Reading: Equatable {
        /// More is to come.
        case unfinished
        case read(RequestHead)
        /// The status that says why it is refused.
        case refused(Int)
    }

    /// - Parameter bytes: What has come so far, from the start.
    static func read(_ bytes: [UInt8]) -> Reading {
        let lineEnd = bytes.prefix(longestLine + 1).firstIndex(of: 0x0A)
        guard let lineEnd else { return bytes.count > longestLine ? .refused(414) : .unfinished }
        var lines: [ArraySlice<UInt8>] = [], start = bytes.startIndex, isWhole = false
        while !isWhole, let end = bytes[start...].prefix(longest).firstIndex(of: 0x0A) {
            let line = bytes[start..<end].last == 0x0D ? bytes[start..<end - 1] : bytes[start..<end]
            if line.isEmpty { isWhole = true } else { lines.append(line) }
            start = end + 1
        }
        if start > longest || !isWhole && bytes.count > longest { return .refused(431) }
        guard isWhole else { return .unfinished }
        guard lineEnd > 0, let line = lines.first else { return .refused(400) }
        let parts = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), parts[2].hasPrefix("HTTP/1.") else { return .refused(400) }
        var hosts: [String] = []
        for line in lines.dropFirst() {
            let sides = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return .refused(400) }
            if sides[0].lowercased() == "host" { hosts.append(String(sides[1].drop { $0 == " " || $0 == "\t" })) }
        }
        // Two of them are one too many to know where the browser was sent.
        guard hosts.count <= 1 else { return .refused(400) }
        while let last = hosts.first?.last, last == " " || last == "\t" { hosts[0].removeLast() }
        return .read(RequestHead(method: String(parts[0]), target: String(parts[1]), host: hosts.first))
    }
}
