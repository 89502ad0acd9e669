import Glibc

/// Standard output or standard error, written without a buffer of its own.
struct StandardStream {
    static let output = StandardStream(descriptor: STDOUT_FILENO), error = StandardStream(descriptor: STDERR_FILENO)

    let descriptor: Int32

    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all of `bytes`. Where the reader of a pipe has gone, as after `| head -1`, the program has nothing left to do and
    /// ends quietly; where the disk is full or the like, it says so.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EPIPE {
                exit(0)
            } else if errno != EINTR {
                let reason = String(cString: strerror(errno))
                if descriptor != STDERR_FILENO { Self.error.write("gangmu: cannot write: \(reason)\n") }
                exit(1)
            }
        }
    }
}
