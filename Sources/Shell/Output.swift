import Documents
import Glibc

/// Unbuffered writing to standard output and standard error.
public enum Output {
    /// Why the last writing failed, right behind it; nil where only the reader has gone away, which is no failure.
    public static var failure: Message? {
        guard errno != EPIPE else { return nil }
        let reason = Message.system(errno)
        return Message("gangmu: cannot write: \(reason.english)\n", "gangmu：无法写出：\(reason.chinese)\n")
    }

    /// - Parameter endsEarly: Whether Ctrl-C ends the writing, as of a long table.
    /// - Returns: False where nobody reads any more, such as behind `| head`.
    @discardableResult
    public static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO, endsEarly: Bool = false) -> Bool {
        write(Array(text.utf8), to: descriptor, endsEarly: endsEarly)
    }

    /// - Returns: False where not all could be written; `errno` says why.
    @discardableResult
    public static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO, endsEarly: Bool = false) -> Bool {
        var start = 0
        while start < bytes.count {
            if endsEarly, Interrupts.pending { return write(bytes.contains(0x1B) ? "\u{1B}[0m\n" : "\n", to: descriptor) }
            let end = endsEarly ? min(bytes.count, start + 4096) : bytes.count
            let n = bytes[start..<end].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { return false }
            start += n
        }
        return true
    }
}
