import Documents
import Glibc
import Shell

/// Standard output or standard error of a program that answers and ends.
struct StandardStream {
    static let output = StandardStream(descriptor: STDOUT_FILENO), error = StandardStream(descriptor: STDERR_FILENO)

    let descriptor: Int32

    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all of `bytes`. Where the reader of a pipe has gone, as after `| head -1`, the program has nothing left to do and
    /// ends quietly; where the disk is full or the like, it says so.
    func write(_ bytes: [UInt8]) {
        guard !Output.write(bytes, to: descriptor) else { return }
        guard let failure = Output.failure else { exit(0) }
        if descriptor != STDERR_FILENO { Output.write(failure.text, to: STDERR_FILENO) }
        exit(Stop.noData)
    }
}
