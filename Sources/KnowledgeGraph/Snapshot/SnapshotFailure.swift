import Documents

/// Why a file cannot be used as a snapshot, or cannot be written as one.
public struct SnapshotFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// The error number of the system: no such file, no space left.
        case system(Int32)
        /// It does not begin as snapshots do.
        case foreign
        /// Of a later version of the format than this program knows.
        case newer(Int)
        case older(Int)
        /// Shorter than its header says.
        case truncated(bytes: Int, of: Int)
        /// What is in this part is not what was written.
        case damaged(part: String)
        /// The bytes are what was written, but this part does not follow from the columns that it is made from.
        case contradictory(part: String)
    }

    public var path: String
    public var reason: Reason

    public init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        "\(path): \(message.text)"
    }

    /// Goes on behind the file's name.
    public var message: Message {
        switch reason {
        case .system(let code): .system(code)
        case .foreign: Message("is not a snapshot of Gangmu", "不是纲目的图文件")
        case .newer(let version):
            Message(
                "is a snapshot of format \(version), made by a newer Gangmu; this one knows \(Snapshot.version)",
                "是较新版纲目所写的格式\(version)；本程序只认得格式\(Snapshot.version)")
        case .older(let version):
            Message("is a snapshot of the older format \(version); build it again", "是旧格式\(version)；请重新生成")
        case .truncated(let bytes, let whole):
            Message("is cut short: \(bytes) of \(whole) bytes; build it again", "不完整：\(whole)字节中只有\(bytes)字节；请重新生成")
        case .contradictory(let part):
            Message(
                "was forged, or written by a program gone wrong: \(part) does not follow from the rest; build it again",
                "是伪造的，或由出错的程序写成：\(part)与其余部分不符；请重新生成")
        case .damaged(let part): Message("is damaged in \(part); build it again", "\(part)部分已损坏；请重新生成")
        }
    }
}
