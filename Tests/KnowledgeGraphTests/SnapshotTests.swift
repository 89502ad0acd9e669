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

    /// Of each section: its name, where it begins and ends, and where its entry lies in the header.
    private func sections(_ whole: [UInt8]) -> [(name: String, range: Range<Int>, entry: Int)] {
        func number(_ at: Int, _ bytes: Int) -> Int { (0..<bytes).reduce(0) { $0 | Int(whole[at + $1]) << (8 * $1) } }
        return (0..<number(SnapshotFormat.sectionsAt, 4)).map { index in
            let entry = SnapshotFormat.entriesAt + index * SnapshotFormat.entrySize
            let start = number(entry + SnapshotFormat.offsetAt, 8), length = number(entry + SnapshotFormat.lengthAt, 8)
            return (String(decoding: whole[entry..<entry + 32].prefix { $0 != 0 }, as: UTF8.self), start..<start + length, entry)
        }
    }

    @Test func damageAtTheEdgesOfEverySectionIsFound() throws {
        try withSnapshot { path in
            let whole = bytes(path)
            let sections = sections(whole)
            #expect(sections.count > 100)
            for (name, range, _) in sections {
                put(whole[..<range.lowerBound], path)
                #expect(refusal(path) != nil, "cut before \(name)")
                put(whole[..<range.upperBound], path)
                #expect(refusal(path) != nil, "cut behind \(name)")
                for at in Set([range.lowerBound, range.upperBound - 1]) where range.contains(at) {
                    var broken = whole
                    broken[at] ^= 1
                    put(broken, path)
                    #expect(refusal(path) != nil, "byte \(at) of \(name)")
                }
            }
        }
    }

    /// A column that is one value too short, with checksums that fit.
    @Test func lengthsThatDoNotFitAreRefused() throws {
        try withSnapshot { path in
            let whole = bytes(path)
            let free: Set = [
                "text", "duplicates", "strings", "strings.offsets", "index.postings", "index.parts", "measures.ofIndicator", "units.bases",
                "names.spelling", "names.folded",
                "goals.children", "sectors.children", "places.children", "periods.years", "periods.spans", "documents.ofPlace",
                "documents.ofYear", "figures.ofIndicator",
            ]
            var tried = 0
            for (name, range, entry) in sections(whole) where !range.isEmpty && !free.contains(name) {
                if name.hasSuffix(".offsets"), free.contains(String(name.dropLast(8))) { continue }
                if [".ofGoal", ".ofSector", ".ofPeriod", ".ofPlace"].contains(where: { name.hasSuffix($0) }) { continue }
                var forged = whole
                func put(_ value: UInt64, at place: Int) {
                    for byte in 0..<8 { forged[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))) }
                }
                let stride = Int(forged[entry + SnapshotFormat.strideAt])
                put(UInt64(range.count - stride), at: entry + SnapshotFormat.lengthAt)
                let size = (0..<8).reduce(0) { $0 | Int(forged[SnapshotFormat.headerSizeAt + $1]) << (8 * $1) }
                put(0, at: SnapshotFormat.headerSumAt)
                put(forged[..<size].withUnsafeBytes { Checksum.of($0) }, at: SnapshotFormat.headerSumAt)
                self.put(forged, path)
                #expect(throws: SnapshotFailure.self, "\(name)") { try Snapshot.open(path, whenDamaged: Self.damaged) }
                tried += 1
            }
            #expect(tried > 60)
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
