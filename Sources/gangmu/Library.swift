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
        let named = Environment["GANGMU_LEXICON"].flatMap { $0.isEmpty ? nil : $0 }
        guard let folder = named ?? Path.besideProgram("Data/lexicon") else {
            throw Stop(
                code: Stop.noData, message: "gangmu: no folder Data/lexicon beside the program; name one by GANGMU_LEXICON\n")
        }
        guard FileSystem.isFolder(folder) else {
            throw Stop(code: Stop.noData, message: "gangmu: no lexicon: \(folder) is not a folder\n")
        }
        let (lexicon, problems) = Lexicon.load(from: folder)
        for problem in problems { StandardStream.error.write("gangmu: \(problem)\n") }
        return Reader(lexicon: lexicon)
    }

    /// A session over `paths`, or over the default documents. Files that cannot be read are named on standard error.
    static func session(over paths: [String]) throws(Stop) -> Session {
        let paths = try paths.isEmpty ? defaultPaths() : paths
        if let snapshot = paths.first(where: isSnapshot) { return try session(of: snapshot, alone: paths.count == 1) }
        let reader = try reader()
        let (readings, failures) = Corpus.load(paths: paths, reader: reader)
        failures.forEach(report)
        guard !readings.isEmpty else { throw nothingReadable(in: paths) }
        return Session(graph: Graph(readings: readings, lexicon: reader.lexicon), reader: { reader })
    }

    private static func isSnapshot(_ path: String) -> Bool {
        Snapshot.isSnapshot(FileSystem.beginning(of: path, bytes: 8))
    }

    /// A session over a graph that `gangmu build` has written. The lexicon is read only where `why` asks for it.
    private static func session(of snapshot: String, alone: Bool) throws(Stop) -> Session {
        guard alone else {
            throw Stop(
                code: Stop.noData,
                message: "gangmu: \(snapshot): is a graph of its own and stands alone; build one of all documents: gangmu build PATH… -o FILE\n")
        }
        do throws(SnapshotFailure) {
            let graph = try Snapshot.open(snapshot) { failure in
                StandardStream.error.write("gangmu: \(failure)\n")
                exit(Stop.noData)
            }
            return Session(graph: graph, reader: { try? reader() })
        } catch {
            throw Stop(code: Stop.noData, message: "gangmu: \(error)\n")
        }
    }

    static func report(_ failure: FileFailure) {
        StandardStream.error.write("gangmu: \(failure)\n")
    }

    static func nothingReadable(in paths: [String]) -> Stop {
        Stop(code: Stop.noData, message: "gangmu: no readable document in \(paths.joined(separator: ", "))\n")
    }

    private static func defaultPaths() throws(Stop) -> [String] {
        if let named = Environment["GANGMU_DATA"], !named.isEmpty { return [named] }
        guard let folder = Path.besideProgram("Data/documents") else {
            throw Stop(
                code: Stop.noData,
                message: "gangmu: no folder Data/documents beside the program; give a PATH or name one by GANGMU_DATA\n")
        }
        return [folder]
    }
}
