#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file or folder that could not be read, with the reason in words.
public struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public var path: String
    /// Goes on behind the file's name: “is a folder”.
    public var reason: Message

    public init(path: String, reason: Message) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason.text)" }
}

/// The few file operations the program needs, without Foundation.
public enum FileSystem {
    /// All bytes of a regular file.
    public static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw failure(path) }
        guard info.st_mode & S_IFMT != S_IFDIR else { throw FileFailure(path: path, reason: Message("is a folder", "是文件夹")) }
        var bytes = [UInt8]()
        bytes.reserveCapacity(Int(info.st_size))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if n < 0, errno == EINTR { continue }
            guard n >= 0 else { throw failure(path) }
            if n == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<n])
        }
    }

    public static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether it is a file whose bytes stay, and not a pipe, whose bytes can be read once only.
    public static func isRegular(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }

    /// The first bytes of a regular file, fewer where it is shorter; none where it cannot be read.
    public static func beginning(of path: String, bytes: Int) -> [UInt8] {
        guard isRegular(path) else { return [] }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var found = [UInt8](repeating: 0, count: bytes)
        let count = found.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        return Array(found.prefix(max(0, count)))
    }

    /// Bytes of the file; 0 where there is none.
    public static func size(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    /// What shows at a glance whether a file was changed: its size in bytes and when it was written, in nanoseconds since 1970.
    public struct Stamp: Hashable, Sendable {
        public var size: Int
        public var time: Int

        public init(size: Int, time: Int) {
            self.size = size
            self.time = time
        }
    }

    /// Nil where there is no such file.
    public static func stamp(of path: String) -> Stamp? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        return Stamp(size: Int(info.st_size), time: Int(info.st_mtim.tv_sec) * 1_000_000_000 + Int(info.st_mtim.tv_nsec))
    }

    public static func exists(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0
    }

    /// The files under `path`, itself where it is a file, folders read recursively in byte order of their names; names that
    /// begin with a dot and what a browser saved beside a page (`报告_files`) are passed over. What links lead to a second time is read once. What cannot be opened is among the
    /// failures, and the others are listed.
    public static func files(under path: String) throws(FileFailure) -> (files: [String], failures: [FileFailure]) {
        guard exists(path) else { throw failure(path) }
        var walk = FolderWalk()
        guard isFolder(path) else { return ([path], []) }
        walk.enter(path)
        return (walk.files, walk.failures)
    }

    /// The names in a folder in byte order, without those that begin with a dot; nil where it cannot be opened.
    public static func names(in path: String, hidden: Bool = false) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if hidden ? name != "." && name != ".." : !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    fileprivate static func failure(_ path: String) -> FileFailure {
        FileFailure(path: path, reason: .system(errno))
    }
}

/// Lists a folder and those inside it.
private struct FolderWalk {
    private struct Place: Hashable {
        var device: dev_t
        var file: ino_t
    }

    var files: [String] = []
    var failures: [FileFailure] = []
    private var seen: Set<Place> = []

    mutating func enter(_ path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return failures.append(FileSystem.failure(path)) }
        switch info.st_mode & S_IFMT {
        case S_IFREG: if isNew(info) { files.append(path) }
        case S_IFDIR:
            guard isNew(info) else { return }
            guard let names = FileSystem.names(in: path) else { return failures.append(FileSystem.failure(path)) }
            for name in names where !Self.isPartOfPage(name, names) { enter(path.hasSuffix("/") ? path + name : path + "/" + name) }
        default: failures.append(FileFailure(path: path, reason: Message("is no regular file", "不是普通文件")))
        }
    }

    /// A folder of pictures, styles and frames that a browser saved beside a page: `报告_files` beside `报告.html`.
    private static func isPartOfPage(_ name: String, _ names: [String]) -> Bool {
        for ending in ["_files", ".files"] where name.hasSuffix(ending) {
            let page = name.dropLast(ending.count)
            if names.contains(where: { [".html", ".htm", ".shtml", ".xhtml"].contains($0.dropFirst(page.count)) && $0.hasPrefix(page) }) {
                return true
            }
        }
        return false
    }

    private mutating func isNew(_ info: stat) -> Bool {
        seen.insert(Place(device: info.st_dev, file: info.st_ino)).inserted
    }
}
