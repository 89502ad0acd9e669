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
        let descriptor = try handOver(graph)
        var words: [UnsafeMutablePointer<CChar>?] = ([program, service, "/proc/self/fd/\(descriptor)"] + arguments).map { strdup($0) }
        words.append(nil)
        execv(program, words)
        throw Stop(code: Stop.noData, .cannotStart(program, reason: String(cString: strerror(errno))))
    }

    /// A snapshot of `graph`, open, whose name is gone already.
    private static func handOver(_ graph: Graph) throws(Stop) -> Int32 {
        let folder = Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = "\(folder)/gangmu-\(getpid()).gangmu"
        do throws(SnapshotFailure) {
            try Snapshot.write(graph, to: path)
        } catch {
            throw Stop(code: Stop.noData, Message("\(error.path): \(error.message.english)", "\(error.path)：\(error.message.chinese)"))
        }
        let descriptor = open(path, O_RDONLY)
        let reason = String(cString: strerror(errno))
        unlink(path)
        guard descriptor >= 0 else { throw Stop(code: Stop.noData, Message("\(path): \(reason)", "\(path)：\(reason)")) }
        return descriptor
    }
}
