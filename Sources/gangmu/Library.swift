import Documents
import Extraction
import Glibc
import KnowledgeGraph
import Lexicon
import QueryLanguage
import Shell

/// The lexicon and the documents that a run of the program works on.
enum Library {
    /// The reader of documents, with the lexicon of `$GANGMU_LEXICON` or of the program's package. Broken lines of the lexicon
    /// are reported on standard error; without a lexicon nothing can be read.
    static func reader() throws(Stop) -> Reader {
        let (reader, problems) = try makeReader(of: lexiconFolder())
        for problem in problems { StandardStream.error.write("gangmu: \(problem)\n") }
        return reader
    }

    private static func lexiconFolder() throws(Stop) -> String {
        let named = Environment["GANGMU_LEXICON"].flatMap { $0.isEmpty ? nil : $0 }
        guard let folder = named ?? Path.besideProgram("Data/lexicon") else {
            throw Stop(
                code: Stop.noData,
                Message(
                    "no folder Data/lexicon beside the program; name one by GANGMU_LEXICON",
                    "程序旁没有文件夹Data/lexicon；请用GANGMU_LEXICON指明一个"))
        }
        guard FileSystem.isFolder(folder) else {
            throw Stop(
                code: Stop.noData, Message("no lexicon: \(folder) is not a folder", "没有词库：\(folder)不是文件夹"))
        }
        return folder
    }

    private static func makeReader(of folder: String) -> (Reader, problems: [LexiconProblem]) {
        let (lexicon, problems) = Lexicon.load(from: folder)
        return (Reader(lexicon: lexicon), problems)
    }

    /// Of what documents are read with: the program and the lexicon.
    static func fingerprint() throws(Stop) -> UInt64 {
        var hash = ContentHash()
        for number in [GraphCache.program.size, GraphCache.program.time] { hash.combine(UInt64(bitPattern: Int64(number))) }
        for file in (try? FileSystem.files(under: lexiconFolder()))?.files ?? [] {
            hash.combine(Corpus.documentName(file))
            hash.combine(ContentHash.of((try? FileSystem.read(file)) ?? []))
        }
        return hash.value
    }

    /// A session over `paths`, or over the default documents. Files that cannot be read are named on standard error.
    static func session(over paths: [String]) throws(Stop) -> Session {
        let paths = try paths.isEmpty ? defaultPaths() : paths
        if let snapshot = paths.first(where: isSnapshot) { return try session(of: snapshot, alone: paths.count == 1) }
        let folder = try lexiconFolder()
        let cache = GraphCache(paths: paths, lexicon: folder)
        if let (graph, failures) = cache?.graph() {
            failures.forEach(report)
            return Session(graph: graph, reader: { try? Self.reader() })
        }
        let before = cache?.stamps()
        let (reader, problems) = makeReader(of: folder)
        for problem in problems { StandardStream.error.write("gangmu: \(problem)\n") }
        let (readings, failures) = Corpus.load(
            paths: paths, reader: reader, progress: { Progress.watch?.note(.readingDocuments, $0, $1) })
        failures.forEach(report)
        guard !readings.isEmpty else { throw nothingReadable(in: paths) }
        let graph = Graph(readings: readings, lexicon: reader.lexicon)
        // What is wrong with the lexicon is told each time.
        if let cache, let before, problems.isEmpty { cache.keep(graph, failures: failures, before: before) }
        return Session(graph: graph, reader: { reader })
    }

    /// What came of more paths.
    struct Loading {
        var readings: [Reading] = []
        var failures: [FileFailure] = []
        /// Documents that were there already.
        var known = 0
    }

    /// Reads what a graph does not have yet. A file that a document of the graph came from and that has changed since is named
    /// and left: both beside each other would count twice.
    static func read(_ paths: [String], beside graph: Graph, reader: Reader, isCancelled: () -> Bool) -> Loading {
        var loading = Loading()
        var readings: [Reading] = []
        for path in paths where !isCancelled() {
            if isSnapshot(path) {
                do throws(SnapshotFailure) {
                    try Snapshot.verify(path)
                    readings += try open(path).readings
                } catch {
                    loading.failures.append(FileFailure(path: error.path, reason: error.message))
                }
            } else {
                let (read, failures) = Corpus.load(
                    paths: [path], reader: reader, progress: { Progress.watch?.note(.readingDocuments, $0, $1) }, isCancelled: isCancelled)
                readings += read
                loading.failures += failures
            }
        }
        struct Content: Hashable {
            var name: String, hash: UInt64
        }
        var known: [Content: Int] = [:], files: [String: Int] = [:]
        for row in 0..<graph.documents.count {
            let text = graph.text[graph.documents.textStart.range(at: row)]
            known[Content(name: graph.strings[graph.documents.name[row]], hash: ContentHash.of(Array(text)))] = row
            files[fullPath(graph.strings[graph.documents.path[row]])] = row
        }
        for reading in readings {
            let content = Content(name: reading.name, hash: ContentHash.of(reading.text))
            if known[content] != nil {
                loading.known += 1
            } else if let row = files[fullPath(reading.path)], FileSystem.exists(reading.path) {
                let id = graph.identifier(of: NodeID(.document, row))
                loading.failures.append(
                    FileFailure(
                        path: reading.path,
                        reason: Message("has changed since \(id) was read from it; start again to read it anew", "读成\(id)之后已改动；要重新读取，请重新启动")
                    ))
            } else {
                known[content] = graph.documents.count
                loading.readings.append(reading)
            }
        }
        return loading
    }

    private static func fullPath(_ path: String) -> String {
        guard let full = realpath(path, nil) else { return path }
        defer { free(full) }
        return String(cString: full)
    }

    private static func isSnapshot(_ path: String) -> Bool {
        Snapshot.isSnapshot(FileSystem.beginning(of: path, bytes: 8))
    }

    /// A session over a graph that `gangmu build` has written. The lexicon is read only where `why` asks for it.
    private static func session(of snapshot: String, alone: Bool) throws(Stop) -> Session {
        guard alone else {
            throw Stop(
                code: Stop.noData,
                Message(
                    "\(snapshot): is a graph of its own and stands alone; build one of all documents: gangmu build PATH… -o FILE",
                    "\(snapshot)：本身就是一张图，只能单独使用；请把全部文档生成一张图：gangmu build 路径… -o 文件"))
        }
        do throws(SnapshotFailure) {
            return Session(graph: try open(snapshot), reader: { try? reader() })
        } catch {
            throw Stop(code: Stop.noData, Message("\(error.path): \(error.message.english)", "\(error.path)：\(error.message.chinese)"))
        }
    }

    /// The graph of a snapshot; where a damaged part of it is read later, the program says so and ends.
    static func open(_ snapshot: String) throws(SnapshotFailure) -> Graph {
        try Snapshot.open(snapshot) { failure in
            StandardStream.error.write("gangmu: \(failure)\n")
            exit(Stop.noData)
        }
    }

    /// Checks a snapshot as a whole; where a number of it leads nowhere, the program says so and ends.
    static func audit(_ snapshot: String) throws(SnapshotFailure) -> (sections: Int, pages: Int) {
        try Snapshot.audit(snapshot) { failure in
            StandardStream.error.write("gangmu: \(failure)\n")
            exit(Stop.noData)
        }
    }

    static func report(_ failure: FileFailure) {
        StandardStream.error.write("gangmu: \(failure)\n")
    }

    static func nothingReadable(in paths: [String]) -> Stop {
        var english = "no readable document in \(paths.joined(separator: ", "))", chinese = "\(paths.joined(separator: "、"))中没有可读的文档"
        if let near = paths.lazy.filter({ !FileSystem.exists($0) }).compactMap(nearest).first {
            english += "; did you mean \(near)?"
            chinese += "；是否指\(near)？"
        } else {
            english += "; give files or folders of documents, or none for those of the program"
            chinese += "；请给出文档的文件或文件夹，不给则用程序自带的文档"
        }
        return Stop(code: Stop.noData, Message(english, chinese))
    }

    /// What is there under a name that the path may be a slip of.
    static func nearest(to path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let last = parts.last else { return nil }
        let folder = String(path.dropLast(last.count + (path.hasSuffix("/") ? 1 : 0)))
        guard let names = FileSystem.names(in: folder.isEmpty ? "." : folder) else { return nil }
        return Spelling.nearest(to: String(last), among: names).first.map { folder + $0 }
    }

    /// What tells these documents from others: their full paths, in any order.
    static func project(of paths: [String]) -> String? {
        guard let paths = try? paths.isEmpty ? defaultPaths() : paths else { return nil }
        return Set(paths.map(fullPath)).sorted().joined(separator: "\n")
    }

    private static func defaultPaths() throws(Stop) -> [String] {
        if let named = Environment["GANGMU_DATA"], !named.isEmpty { return [named] }
        guard let folder = Path.besideProgram("Data/documents") else {
            throw Stop(
                code: Stop.noData,
                Message(
                    "no folder Data/documents beside the program; give a PATH or name one by GANGMU_DATA",
                    "程序旁没有文件夹Data/documents；请给出路径，或用GANGMU_DATA指明一个"))
        }
        return [folder]
    }
}
