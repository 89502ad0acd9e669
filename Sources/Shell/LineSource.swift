import Documents
import Glibc

/// Command lines from a pipe or file, each as soon as it is there. Never through libedit, which drops bytes it does not know.
public struct LineSource {
    public struct Line: Hashable, Sendable {
        public var text: String
        /// From 1.
        public var number: Int
    }

    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The byte's offset counts from 0 in its line.
        case notUTF8(line: Int, byte: Int)
        case tooLong(line: Int)
        /// The error number of the system.
        case unreadable(Int32)
        /// Ctrl-C, where `Interrupts` are caught.
        case interrupted

        public var description: String {
            switch self {
            case .notUTF8(let line, let byte):
                Message(
                    "standard input:\(line): byte \(byte + 1) is not UTF-8; convert the text first",
                    "标准输入:\(line)：第\(byte + 1)字节不是UTF-8；请先转换编码").text
            case .tooLong(let line):
                Message(
                    "standard input:\(line): the line is longer than \(LineSource.longest >> 20) MB",
                    "标准输入:\(line)：这一行超过\(LineSource.longest >> 20) MB").text
            case .unreadable(let code):
                Message(
                    "standard input cannot be read: \(Message.system(code).english)",
                    "无法读取标准输入：\(Message.system(code).chinese)").text
            case .interrupted: Message("interrupted", "已中断").text
            }
        }

        /// What the program ends with.
        public var exitCode: Int32 {
            switch self {
            case .notUTF8, .tooLong: 2
            case .unreadable: 3
            case .interrupted: 130
            }
        }
    }

    static let longest = 16 << 20

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var ended = false

    /// - Parameter descriptor: 0 for standard input.
    public init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// The next line without its end (LF or CRLF), nil behind the last. A last line needs no end.
    public mutating func next() throws(Failure) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return try line(buffer[start..<end])
            }
            guard buffer.count - start <= Self.longest else { throw .tooLong(line: number + 1) }
            if ended {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return try line(buffer[start...])
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            try fill()
        }
    }

    private mutating func fill() throws(Failure) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if n < 0, errno == EINTR {
                if Interrupts.pending { throw .interrupted }
                continue
            }
            guard n >= 0 else { throw .unreadable(errno) }
            if n == 0 { ended = true } else { buffer.append(contentsOf: chunk[..<n]) }
            return
        }
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Line {
        number += 1
        var bytes = bytes
        var skipped = 0
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes = bytes.dropFirst(3)
            skipped = 3
        }
        if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUTF8(line: number, byte: skipped + Self.firstBroken(in: bytes))
        }
        return Line(text: text, number: number)
    }

    /// How many bytes of `bytes` are right before the first that is not.
    static func firstBroken(in bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8(), iterator = bytes.makeIterator(), good = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { good += UTF8.width(scalar) }
        return good
    }
}
