import Documents
import Glibc
import Testing

@testable import KnowledgeGraph

/// Files whose checksums fit and whose numbers lead nowhere: they are refused with the reason, wherever the number is met.
@Suite(.serialized) struct ForgedSnapshotTests {
    /// Changes one value of a section, and all sums so that they fit.
    private static func forge(_ section: String, at share: Int, to byte: UInt8, in path: String) throws {
        let file = Glibc.open(path, O_RDWR)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 22)
        let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        bytes.removeLast(bytes.count - count)
        func number(_ at: Int, _ size: Int = 8) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        func put(_ value: UInt64, at place: Int) {
            for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))) }
        }
        let format = SnapshotFormat.self, sections = number(format.sectionsAt, 4)
        guard let entry = (0..<sections).map({ format.entriesAt + $0 * format.entrySize }).first(where: { entry in
            String(decoding: bytes[entry..<entry + format.nameSize].prefix { $0 != 0 }, as: UTF8.self) == section
        }) else { return }
        let start = number(entry + format.offsetAt), length = number(entry + format.lengthAt), stride = number(entry + format.strideAt)
        guard length > 0 else { return }
        let value = start + (length / stride - 1) * share / 4 * stride
        // Numbers stay within what 32 bits hold.
        for at in value..<value + min(stride, 4) { bytes[at] = byte }
        put(bytes[start..<start + length].withUnsafeBytes { Checksum.ofBlocks($0) }, at: entry + format.sumAt)
        let sums = number(format.sumsAt), page = value >> 12
        for page in page...(value + stride - 1) >> 12 {
            put(bytes[page << 12..<(page + 1) << 12].withUnsafeBytes { Checksum.of($0) }, at: sums + page * 8)
            let holder = (sums + page * 8) >> 12
            let sum = bytes[holder << 12..<min(bytes.count, (holder + 1) << 12)].withUnsafeBytes { Checksum.of($0) }
            put(sum, at: format.entriesAt + sections * format.entrySize + (holder - (sums >> 12)) * 8)
        }
        put(0, at: format.headerSumAt)
        put(bytes[..<number(format.headerSizeAt)].withUnsafeBytes { Checksum.of($0) }, at: format.headerSumAt)
        _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    /// Reads nearly everything of a graph.
    private static func probe(_ graph: Graph) {
        for type in NodeType.allCases {
            for row in 0..<graph.count(of: type) {
                let node = NodeID(type, row)
                _ = graph.name(of: node)
                _ = graph.passage(of: node)
                _ = graph.words(of: node)
            }
        }
        let (figures, measures) = (graph.figures, graph.measures)
        func read(_ list: RowList, _ column: Series<UInt32>) { for row in list.rows() { _ = column[Int(row)] } }
        let periods = Array(0..<graph.periods.count), sectors = Array(0..<graph.sectors.count)
        for period in periods {
            for kind in 0..<3 {
                read(figures.byPeriod.list([FigureColumns.periodAndKind(period, kind)], sectors, of: figures.count), figures.indicator)
            }
            read(measures.byPeriod.list([period], nil, of: measures.count), measures.statement.document)
            read(figures.statement.ofPeriod.list([period], of: figures.count), figures.indicator)
        }
        for indicator in 0..<graph.indicators.count {
            read(figures.byIndicator.list([indicator], periods, of: figures.count), figures.statement.document)
            read(figures.ofIndicator.list([indicator, 0], of: figures.count), figures.statement.document)
        }
        for place in 0..<graph.places.count { read(figures.byPlace.list([place], nil, of: figures.count), figures.statement.document) }
        for document in 0..<graph.documents.count {
            _ = graph.text(of: document)
            _ = graph.documents.figures.rows(at: document)
        }
        for words in ["水", "推进治理", "增长建设"] {
            let sought = [SoughtText(words, isExact: true)]
            let rows = graph.sentences(holdingAll: sought) ?? []
            _ = graph.best(20, of: rows, to: sought)
            _ = graph.sentences(holdingMostOf: sought[0])
        }
        for name in graph.names.all { _ = graph.names.nodes(named: name.name) }
        for key in ["place", "period", "sector", "indicator"] { _ = graph.facets.counts(key, of: .figure, kinds: [0, 1]) }
    }

    /// A number that leads to another place that exists: all sums fit and nothing is beyond its table, yet the rest says otherwise.
    @Test func numbersThatLeadElsewhereAreFound() throws {
        let path = "gangmu-elsewhere-\(getpid()).gangmu", graph = Graph(readings: Drawn.readings(6, seed: 4), lexicon: Drawn.lexicon)
        defer { unlink(path) }
        func write() throws {
            try Snapshot.write(graph, to: path)
            #expect(throws: Never.self) { _ = try Snapshot.audit(path) { _ in exit(9) } }
        }
        try write()
        let whole = try FileSystem.read(path), names = try Snapshot.sections(of: path).filter { $0.bytes > 0 }.map(\.name)
        var forged = 0
        for name in names where [
            "figures.indicator", "figures.place", "figures.sector", "figures.goal", "figures.start", "figures.kind", "figures.ofIndicator",
            "figures.ofGoal",
            "figures.byPeriod", "figures.byPlace", "figures.byPlace.significand", "measures.place", "measures.goal", "measures.end",
            "measures.ofSector",
            "measures.byPeriod", "goals.parent", "goals.key", "documents.key", "documents.place", "facets.figures.place", "index.postings",
            "text",
        ].contains(name) {
            try write()
            try Self.forge(name, at: 4, to: 0, in: path)
            // The last value may be 0 already.
            guard try FileSystem.read(path) != whole else { continue }
            forged += 1
            #expect(throws: SnapshotFailure.self, "\(name)") { _ = try Snapshot.audit(path) { _ in exit(9) } }
        }
        #expect(forged > 10)
    }

    /// A process of its own for each, since a refusal ends the program.
    @Test func numbersThatLeadNowhereAreRefused() async throws {
        let path = "gangmu-forged-\(getpid()).gangmu"
        defer { unlink(path) }
        let graph = Graph(readings: Drawn.readings(6, seed: 4), lexicon: Drawn.lexicon)
        try Snapshot.write(graph, to: path)
        let sections = try Snapshot.sections(of: path).filter { $0.bytes > 0 }.map(\.name)
        // Offsets and lists of rows, and the columns that name other nodes.
        let names = sections.filter { name in
            name.hasSuffix("offsets") || name.contains(".of") || name.contains(".by") || name.hasPrefix("index")
                || name.hasPrefix("documents.")
                || [".document", ".sentence", ".goal", ".indicator", ".start", ".end", ".rows", ".order", ".row"].contains {
                    name.hasSuffix($0)
                }
        }
        #expect(names.count > 40)
        for (number, name) in names.enumerated() where number % 2 == 0 || name.hasSuffix("offsets") {
            try Snapshot.write(graph, to: path)
            try Self.forge(name, at: number % 4 + 1, to: number % 2 == 0 ? 0xFF : 0x7F, in: path)
            setenv("GANGMU_FORGED", path, 1)
            // 3: refused or read without harm; a trap would be a signal.
            await #expect(processExitsWith: .exitCode(3), "\(name)") {
                guard let path = getenv("GANGMU_FORGED") else { exit(9) }
                let graph = try Snapshot.open(String(cString: path)) { _ in exit(3) }
                Self.probe(graph)
                exit(3)
            }
        }
        // What can do nothing but harm is refused.
        for name in ["figures.byPeriod.offsets", "figures.ofIndicator.offsets", "documents.textStart"] {
            try Snapshot.write(graph, to: path)
            try Self.forge(name, at: 2, to: 0x7F, in: path)
            setenv("GANGMU_FORGED", path, 1)
            await #expect(processExitsWith: .exitCode(3), "\(name)") {
                guard let path = getenv("GANGMU_FORGED") else { exit(9) }
                let graph = try Snapshot.open(String(cString: path)) { _ in exit(3) }
                Self.probe(graph)
                exit(4)
            }
        }
    }
}
