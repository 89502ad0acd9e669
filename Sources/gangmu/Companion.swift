import Documents
import Glibc
import KnowledgeGraph
import QueryLanguage
import Shell

/// The program `gangmu-services` beside this one: what needs Foundation, SQLite or HTTP is there, so that it costs no other
/// command its time. It gets the graph as an open file without a name, so that nothing is left behind whatever happens.
enum Companion {
    /// Goes on as `gangmu-services` with `arguments` around the graph of `paths`; comes back only where that cannot be.
    static func become(_ service: String, on paths: [String], _ arguments: [String] = []) throws(Stop) -> Never {
        guard let program = Path.besideExecutable("gangmu-services") else {
            throw Stop(code: Stop.noData, .noCompanion(service))
        }
        let graph = try Library.session(over: paths).graph
        let descriptor: Int32
        do throws(GraphFile.Failure) { descriptor = try handOver(graph) } catch { throw Stop(code: Stop.noData, error.message) }
        var words: [UnsafeMutablePointer<CChar>?] = ([program, service, "/proc/self/fd/\(descriptor)"] + arguments).map { strdup($0) }
        words.append(nil)
        execv(program, words)
        throw Stop(code: Stop.noData, .cannotStart(program, reason: String(cString: strerror(errno))))
    }

    /// Writes `graph` as an SQLite database, in a process of its own.
    static func write(_ graph: Graph, to path: String, replaces: Bool) throws(GraphFile.Failure) {
        if FileSystem.exists(path), !replaces { throw GraphFile.Failure(message: .alreadyThere(path), isThere: true) }
        guard let program = Path.besideExecutable("gangmu-services") else {
            throw GraphFile.Failure(message: .noCompanion("export"))
        }
        let temporary = "\(path).\(getpid()).part"
        defer { unlink(temporary) }
        let descriptor = try handOver(graph)
        defer { close(descriptor) }
        let words: [UnsafeMutablePointer<CChar>?] =
            ["gangmu-services", "export", "/proc/self/fd/\(descriptor)", temporary].map { (word: String) in strdup(word) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0, status: Int32 = 0
        let code = posix_spawn(&child, program, nil, nil, words, environ)
        guard code == 0 else { throw GraphFile.Failure(message: .cannotStart(program, reason: String(cString: strerror(code)))) }
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw GraphFile.Failure(message: .databaseFailed(path)) }
        guard rename(temporary, path) == 0 else { throw GraphFile.Failure(message: .cannotWrite(path, .system(errno))) }
    }

    /// A snapshot of `graph`, open, whose name is gone already.
    private static func handOver(_ graph: Graph) throws(GraphFile.Failure) -> Int32 {
        let folder = Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = "\(folder)/gangmu-\(getpid()).gangmu"
        do throws(SnapshotFailure) {
            try Snapshot.write(graph, to: path)
        } catch {
            throw GraphFile.Failure(message: Message("\(error.path): \(error.message.english)", "\(error.path)：\(error.message.chinese)"))
        }
        let descriptor = open(path, O_RDONLY)
        let reason = String(cString: strerror(errno))
        unlink(path)
        guard descriptor >= 0 else { throw GraphFile.Failure(message: Message("\(path): \(reason)", "\(path)：\(reason)")) }
        return descriptor
    }
}
