import Documents
import Foundation
import Glibc
import KnowledgeGraph
import Services

/// What stands apart from `gangmu` because it needs Foundation, an HTTP server and SQLite, which would cost every start of the
/// other commands time: `gangmu-services mcp|serve|export GRAPH …`, which `gangmu` starts with a graph it has written.
@main
struct ServicesProgram {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { fail(usage, 2) }
        let graph: Graph
        do throws(SnapshotFailure) {
            graph = try Snapshot.open(arguments[2]) { fail("\($0)", 3) }
        } catch {
            fail("\(error)", 3)
        }
        switch (arguments[1], arguments.count) {
        case ("mcp", 3): ContextServer(Desk(graph: graph)).run()
        case ("serve", 5):
            guard let port = UInt16(arguments[3]), let tongue = Tongue(rawValue: arguments[4]) else { fail(usage, 2) }
            do {
                try await SiteServer(Site(graph), tongue: tongue).run(port: port) { address in
                    FileHandle.standardOutput.write(Data((address + "\n").utf8))
                }
            } catch { fail("port \(port): \(error.localizedDescription)", 3) }
        case ("export", 4):
            do { try DatabaseExport(graph).write(to: arguments[3]) } catch { fail("\(arguments[3]): \(error)", 3) }
        default: fail(usage, 2)
        }
    }
}

private let usage = "usage: gangmu-services mcp GRAPH | serve GRAPH PORT LANG | export GRAPH FILE"

func fail(_ message: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data("gangmu: \(message)\n".utf8))
    exit(code)
}
