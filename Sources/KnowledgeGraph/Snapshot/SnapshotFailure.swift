/// Why a file cannot be used as a snapshot, or cannot be written as one.
public struct SnapshotFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// The system's word for it: no such file, no space left.
        case system(String)
        /// It does not begin as snapshots do.
        case foreign
        /// Of a later version of the format than this program knows.
        case newer(Int)
        case older(Int)
        /// Shorter than its header says.
        case truncated(bytes: Int, of: Int)
        /// What is in this part is not what was written.
        case damaged(part: String)
    }

    public var path: String
    public var reason: Reason

    public init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var description: String {
        "\(path): " + {
            switch reason {
            case .system(let text): text
            case .foreign: "is not a snapshot of Gangmu"
            case .newer(let version): "is a snapshot of format \(version), made by a newer Gangmu; this one knows \(Snapshot.version)"
            case .older(let version): "is a snapshot of the older format \(version); build it again"
            case .truncated(let bytes, let whole): "is cut short: \(bytes) of \(whole) bytes; build it again"
            case .damaged(let part): "is damaged in \(part); build it again"
            }
        }()
    }
}
