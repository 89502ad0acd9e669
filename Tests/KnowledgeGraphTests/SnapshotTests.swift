import Glibc
import Testing

@testable import KnowledgeGraph

@Suite struct SnapshotTests {
    private static let graph = Graph(readings: Drawn.readings(6, seed: 4), lexicon: Drawn.lexicon)

    private static func damaged(_ failure: SnapshotFailure) -> Never {
        Issue.record("\(failure)")
        exit(1)
    }

    /// Gives `body` the path of a snapshot that is gone afterwards.
    private func withSnapshot(_ body: (String) throws -> Void) throws {
        let path = "gangmu-snapshot-test-\(getpid())-\(UInt64.random(in: 0 ... .max)).gangmu"
        defer { unlink(path) }
        try Snapshot.write(Self.graph, to: path, fingerprint: 7)
        try body(path)
    }

    private func bytes(_ path: String) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 22)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        return Array(bytes[..<max(0, count)])
    }

    private func put(_ bytes: some Collection<UInt8>, _ path: String) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(file) }
        _ = Array(bytes).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }

    private func refusal(_ path: String) -> SnapshotFailure.Reason? {
        do throws(SnapshotFailure) { try Snapshot.verify(path) } catch { return error.reason }
        return nil
    }

    @Test func opensAsItWasWritten() throws {
        try withSnapshot { path in
            let graph = try Snapshot.open(path, whenDamaged: Self.damaged)
            try Snapshot.verify(path)
            #expect(try Snapshot.fingerprint(of: path) == 7)
            for type in NodeType.allCases {
                #expect(graph.count(of: type) == Self.graph.count(of: type))
                for row in 0..<graph.count(of: type) {
                    let node = NodeID(type, row)
                    #expect(graph.name(of: node) == Self.graph.name(of: node))
                    #expect(graph.key(of: node) == Self.graph.key(of: node))
                }
            }
            #expect(graph.names.all.map(\.name) == Self.graph.names.all.map(\.name))
            // Written again from the map, it is the same file.
            let again = path + ".again"
            defer { unlink(again) }
            try Snapshot.write(graph, to: again, fingerprint: 7)
            #expect(bytes(again) == bytes(path))
        }
    }

    @Test func aFlippedByteIsFound() throws {
        try withSnapshot { path in
            let whole = bytes(path)
            for at in stride(from: 0, to: whole.count, by: 997) {
                var broken = whole
                broken[at] ^= 0x20
                put(broken, path)
                #expect(refusal(path) != nil, "byte \(at)")
            }
        }
    }

    @Test func aCutOrForeignOrNewerFileIsRefusedWithTheReason() throws {
        try withSnapshot { path in
            let whole = bytes(path)
            for end in [1, 7, 8, 63, 64, 4095, 4096] + Array(stride(from: 8192, to: whole.count, by: 4096)) + [whole.count - 1] {
                put(whole[..<end], path)
                #expect(refusal(path) != nil, "cut at \(end)")
            }
            put(Array("no snapshot at all".utf8), path)
            #expect(refusal(path) == .foreign)
            put([], path)
            #expect(refusal(path) == .foreign)
            var newer = whole
            newer[SnapshotFormat.versionAt] = 99
            put(newer, path)
            #expect(refusal(path) == .newer(99))
            put(whole + [0], path)
            #expect(refusal(path) != nil)
        }
    }
}
