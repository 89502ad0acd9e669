import Documents
import Extraction
import Glibc
import KnowledgeGraph
import QueryLanguage
import Shell

/// Graphs that were read before, kept so that the same documents need not be read again: each is a snapshot, beside it a list of
/// the files it came from, the lexicon's among them. A graph stands as long as each of those files has the bytes it had. Size
/// and time of a file tell that at a glance, its hash where they differ. Deleting the folder costs nothing but time.
struct GraphCache {
    private let snapshot: String
    private let list: String
    private let lexicon: String
    private let paths: [String]

    /// `$GANGMU_CACHE`, else `gangmu` in `$XDG_CACHE_HOME` or `~/.cache`; nil where it is set and empty, or without a home.
    static var folder: String? {
        if let own = Environment["GANGMU_CACHE"] { return own.isEmpty ? nil : own }
        if let cache = Environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/gangmu" }
        guard let home = Environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.cache/gangmu"
    }

    /// Nil where nothing can be kept.
    init?(paths: [String], lexicon: String) {
        guard let folder = Self.folder, paths.allSatisfy({ FileSystem.isFolder($0) || FileSystem.isRegular($0) }) else { return nil }
        var hash = ContentHash()
        hash.combine(Path.workingFolder)
        for path in [lexicon] + paths { hash.combine(path) }
        let name = String(hash.value, radix: 16)
        snapshot = "\(folder)/\(name).gangmu"
        list = "\(folder)/\(name).files"
        self.lexicon = lexicon
        self.paths = paths
    }

    // MARK: reading

    /// The graph, where the files are what they were when it was kept, and what could not be read then.
    func graph() -> (graph: Graph, failures: [FileFailure])? {
        guard var kept = (try? FileSystem.read(list)).flatMap(FileList.init), kept.program == Self.program else { return nil }
        guard let now = files(), now == kept.files.map(\.path) else { return nil }
        var isTouched = false
        for (index, file) in kept.files.enumerated() {
            guard let stamp = FileSystem.stamp(of: file.path), stamp.size == file.stamp.size else { return nil }
            // A file that was written when the list was, or after it, may have changed without showing it.
            guard stamp.time != file.stamp.time || stamp.time > kept.written - 2_000_000_000 else { continue }
            guard let bytes = try? FileSystem.read(file.path), ContentHash.of(bytes) == file.hash else { return nil }
            isTouched = true
            kept.files[index].stamp = stamp
        }
        let snapshot = snapshot
        guard let fingerprint = try? Snapshot.fingerprint(of: snapshot), fingerprint == kept.fingerprint,
            let graph = try? Snapshot.open(snapshot, whenDamaged: { failure in
                unlink(snapshot)
                StandardStream.error.write("gangmu: \(failure)\n")
                StandardStream.error.write(
                    "gangmu: " + Message(
                        "it was kept to start faster and is now removed; start again",
                        "它是为加快启动而保存的，现已删除；请重新启动").text + "\n")
                exit(Stop.noData)
            })
        else { return nil }
        if isTouched || kept.written < Self.now - 86_400_000_000_000 {
            kept.written = Self.now
            replace(list, with: kept.bytes)
        }
        return (graph, kept.failures)
    }

    // MARK: writing

    /// What the files are like before they are read; give it to `keep` afterwards.
    func stamps() -> [String: FileSystem.Stamp] {
        var stamps: [String: FileSystem.Stamp] = [:]
        for path in files() ?? [] { stamps[path] = FileSystem.stamp(of: path) }
        return stamps
    }

    /// Keeps a graph. Where that fails nothing is lost but time. Files that changed while they were read are not kept.
    func keep(_ graph: Graph, failures: [FileFailure], before: [String: FileSystem.Stamp]) {
        guard let files = files(), Set(files) == Set(before.keys), let folder = Self.folder else { return }
        var kept = FileList(program: Self.program, written: Self.now, files: [], failures: failures)
        for path in files {
            guard let stamp = before[path], let bytes = try? FileSystem.read(path), FileSystem.stamp(of: path) == stamp,
                !path.contains("\n"), !path.contains("\t")
            else { return }
            kept.files.append(.init(path: path, stamp: stamp, hash: ContentHash.of(bytes)))
        }
        makeFolder(folder)
        guard (try? Snapshot.write(graph, to: snapshot, fingerprint: kept.fingerprint)) != nil else { return }
        replace(list, with: kept.bytes)
        removeOld(in: folder)
    }

    /// The lexicon's files, then the documents', in the order they are read; nil where one cannot be listed.
    private func files() -> [String]? {
        var files: [String] = []
        for path in [lexicon] + paths {
            guard let found = try? FileSystem.files(under: path) else { return nil }
            files += found.files
            // What could not be opened may be open next time.
            guard found.failures.isEmpty else { return nil }
        }
        return files
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Another build of the program may read otherwise.
    static let program = FileSystem.stamp(of: "/proc/self/exe") ?? FileSystem.Stamp(size: 0, time: 0)

    private func makeFolder(_ folder: String) {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            mkdir(path, 0o700)
        }
    }

    /// To a file beside it, which then takes its place.
    private func replace(_ path: String, with bytes: [UInt8]) {
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let isWhole = Output.write(bytes, to: descriptor)
        close(descriptor)
        if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
    }

    /// Graphs that nobody opened for a month.
    private func removeOld(in folder: String) {
        let limit = Self.now - 30 * 86_400 * 1_000_000_000
        for name in FileSystem.names(in: folder) ?? [] where name.hasSuffix(".files") {
            let path = "\(folder)/\(name)"
            guard let stamp = FileSystem.stamp(of: path), stamp.time < limit else { continue }
            unlink(path)
            unlink(path.dropLast(".files".count) + ".gangmu")
        }
    }
}

/// The files a graph came from, as text: a line for each, its parts divided by tabs.
private struct FileList {
    struct File {
        var path: String
        var stamp: FileSystem.Stamp
        var hash: UInt64
    }

    var program: FileSystem.Stamp
    /// Nanoseconds since 1970.
    var written: Int
    var files: [File]
    /// What could not be read, to be named again.
    var failures: [FileFailure]

    private static let heading = "gangmu cache 1"

    init(program: FileSystem.Stamp, written: Int, files: [File], failures: [FileFailure]) {
        self.program = program
        self.written = written
        self.files = files
        self.failures = failures
    }

    /// Nil where it is not such a list, or not whole.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 3, lines[0] == Self.heading, lines[lines.count - 2] == "end" else { return nil }
        let head = lines[1].split(separator: "\t").compactMap { Int($0) }
        guard head.count == 3 else { return nil }
        self.init(program: .init(size: head[0], time: head[1]), written: head[2], files: [], failures: [])
        for line in lines[2..<lines.count - 2] {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            if parts.count == 5, parts[0] == "file", let size = Int(parts[1]), let time = Int(parts[2]),
                let hash = UInt64(parts[3], radix: 16)
            {
                files.append(File(path: String(parts[4]), stamp: .init(size: size, time: time), hash: hash))
            } else if parts.count == 4, parts[0] == "failure" {
                failures.append(FileFailure(path: String(parts[1]), reason: Message(String(parts[2]), String(parts[3]))))
            } else {
                return nil
            }
        }
    }

    var bytes: [UInt8] {
        var text = "\(Self.heading)\n\(program.size)\t\(program.time)\t\(written)\n"
        for file in files { text += "file\t\(file.stamp.size)\t\(file.stamp.time)\t\(String(file.hash, radix: 16))\t\(file.path)\n" }
        for failure in failures {
            let parts = [failure.path, failure.reason.english, failure.reason.chinese].map { part in
                String(part.map { $0 == "\t" || $0.isNewline ? " " : $0 })
            }
            text += "failure\t" + parts.joined(separator: "\t") + "\n"
        }
        return Array((text + "end\n").utf8)
    }

    /// Of what the graph depends on.
    var fingerprint: UInt64 {
        var hash = ContentHash()
        for number in [program.size, program.time] { hash.combine(UInt64(bitPattern: Int64(number))) }
        for file in files {
            hash.combine(file.path)
            hash.combine(file.hash)
        }
        return hash.value
    }
}
