import Documents
import Glibc

extension Snapshot {
    /// The graph of a snapshot. The file is mapped and its header checked; everything else stays where it is and is checked
    /// page by page when it is first read. `whenDamaged` is called where a page is not what was written, and does not return:
    /// half an answer would be a wrong one.
    public static func open(
        _ path: String, whenDamaged: @escaping @Sendable (SnapshotFailure) -> Never
    ) throws(SnapshotFailure) -> Graph {
        try Opened(path, whenDamaged: whenDamaged).graph()
    }

    /// The fingerprint that the snapshot was written with.
    public static func fingerprint(of path: String) throws(SnapshotFailure) -> UInt64 {
        try Opened(path) { _ in exit(3) }.fingerprint
    }

    /// Each section by its name, with its bytes and those of one of its values.
    public static func sections(of path: String) throws(SnapshotFailure) -> [(name: String, bytes: Int, stride: Int)] {
        try Opened(path) { _ in exit(3) }.sizes
    }

    /// Reads the whole file and compares it with its checksums, then makes everything that follows from its columns again and compares
    /// that too. Returns how many sections and pages there are. `whenDamaged` as in `open`.
    public static func audit(
        _ path: String, whenDamaged: @escaping @Sendable (SnapshotFailure) -> Never
    ) throws(SnapshotFailure) -> (sections: Int, pages: Int) {
        let file = try Opened(path, whenDamaged: whenDamaged)
        try file.verify()
        if let part = try file.graph().contradiction { throw SnapshotFailure(path: path, .contradictory(part: part)) }
        return (file.sizes.count, file.pages)
    }

    /// Reads the whole file and compares it with its checksums.
    public static func verify(_ path: String) throws(SnapshotFailure) {
        try Opened(path) { _ in exit(3) }.verify()
    }
}

/// A mapped file whose header is in order.
struct Opened {
    private struct Entry {
        var name: UnsafeRawBufferPointer
        var offset: Int
        var length: Int
        var sum: UInt64
        var stride: Int

        var text: String { String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) }
    }

    let path: String
    let fingerprint: UInt64
    private let mapping: Mapping
    private let memory: Memory
    private var entries: [Entry] = []
    private let sumsOffset: Int
    private let headerSize: Int

    init(_ path: String, whenDamaged: @escaping @Sendable (SnapshotFailure) -> Never) throws(SnapshotFailure) {
        self.path = path
        func failure(_ reason: SnapshotFailure.Reason) -> SnapshotFailure { SnapshotFailure(path: path, reason) }
        let format = SnapshotFormat.self
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .system(path) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw failure(.foreign) }
        let size = Int(info.st_size)
        guard size > 0 else { throw failure(.foreign) }
        guard let mapping = Mapping(descriptor: descriptor, count: size, path: path, damaged: { part in
            whenDamaged(SnapshotFailure(path: path, .damaged(part: part)))
        }) else { throw .system(path) }
        self.mapping = mapping
        memory = Memory(mapping)
        let bytes = mapping.bytes
        let magic = bytes.prefix(format.magic.count)
        guard magic.elementsEqual(format.magic.prefix(magic.count)) else { throw failure(.foreign) }
        guard size >= format.entriesAt else { throw failure(.truncated(bytes: size, of: Page.size)) }
        func number(_ offset: Int) -> Int {
            Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        let version = Int(bytes.loadUnaligned(fromByteOffset: format.versionAt, as: UInt32.self))
        if version > Snapshot.version { throw failure(.newer(version)) }
        if version < Snapshot.version { throw failure(.older(version)) }
        let whole = number(format.sizeAt)
        headerSize = number(format.headerSizeAt)
        // A header that lies about its own size is damaged, not cut short.
        guard headerSize >= Page.size, headerSize & (Page.size - 1) == 0, headerSize <= max(whole, 0) else {
            throw failure(.damaged(part: "its header"))
        }
        guard size >= headerSize else { throw failure(.truncated(bytes: size, of: whole)) }
        guard Self.headerSum(bytes, headerSize) == UInt64(bitPattern: Int64(number(format.headerSumAt))) else {
            throw failure(.damaged(part: "its header"))
        }
        // From here on the header is what was written.
        guard size >= whole else { throw failure(.truncated(bytes: size, of: whole)) }
        guard size == whole else { throw failure(.damaged(part: "its end: \(size - whole) bytes too many")) }
        sumsOffset = number(format.sumsAt)
        fingerprint = UInt64(bitPattern: Int64(number(format.fingerprintAt)))
        let count = Int(bytes.loadUnaligned(fromByteOffset: format.sectionsAt, as: UInt32.self))
        let pages = number(format.summedPagesAt)
        let sumPages = pages >= 0 && pages <= size ? Page.count(pages * 8) : 0
        guard sumsOffset >= headerSize, sumsOffset == pages << Page.shift, sumsOffset + sumPages << Page.shift == size,
            format.entriesAt + count * format.entrySize + sumPages * 8 <= headerSize
        else { throw failure(.damaged(part: "its header")) }
        for page in 0..<headerSize >> Page.shift { mapping.trust(page: page) }
        mapping.setSums(
            offset: sumsOffset, pages: pages, sumsOfSums: format.entriesAt + count * format.entrySize, count: sumPages)
        entries.reserveCapacity(count)
        for index in 0..<count {
            let at = format.entriesAt + index * format.entrySize
            let entry = Entry(
                name: UnsafeRawBufferPointer(rebasing: bytes[at..<at + format.nameSize]), offset: number(at + format.offsetAt),
                length: number(at + format.lengthAt),
                sum: UInt64(bitPattern: Int64(number(at + format.sumAt))), stride: number(at + format.strideAt))
            guard entry.offset >= headerSize, entry.length >= 0, entry.length <= sumsOffset,
                entry.offset <= sumsOffset - entry.length, entry.offset % format.alignment == 0
            else { throw failure(.damaged(part: "section \(entry.text)")) }
            entries.append(entry)
        }
    }

    /// As if the sum's own place were empty.
    private static func headerSum(_ bytes: UnsafeRawBufferPointer, _ size: Int) -> UInt64 {
        var header = Array(bytes[..<size])
        for byte in 0..<8 { header[SnapshotFormat.headerSumAt + byte] = 0 }
        return header.withUnsafeBytes { Checksum.of($0) }
    }

    func graph() throws(SnapshotFailure) -> Graph {
        var columns = GraphColumns()
        var filler = Filler(file: self)
        try columns.visitSections(&filler)
        let graph = Graph(columns)
        if let part = graph.ill { throw SnapshotFailure(path: path, .damaged(part: "the lengths of \(part)")) }
        return graph
    }

    /// Hands out sections in the order of the table, which is that of `visitSections`.
    private struct Filler: SectionVisitor {
        let file: Opened
        var next = 0

        mutating func visit<Value>(_ name: String, _ series: inout Series<Value>) throws(SnapshotFailure) {
            guard next < file.entries.count else { throw missing(name) }
            let entry = file.entries[next], stride = MemoryLayout<Value>.stride
            guard entry.name.starts(with: name.utf8), entry.stride == stride, entry.length % stride == 0 else {
                throw missing(name)
            }
            series = Series(file.memory, of: file.mapping, offset: entry.offset, count: entry.length / stride)
            next += 1
        }

        private func missing(_ name: String) -> SnapshotFailure {
            SnapshotFailure(path: file.path, .damaged(part: "its table, where section \(name) should be"))
        }
    }

    var pages: Int { mapping.count >> Page.shift }

    var sizes: [(name: String, bytes: Int, stride: Int)] { entries.map { ($0.text, $0.length, $0.stride) } }

    func verify() throws(SnapshotFailure) {
        for page in 0..<mapping.count >> Page.shift where !mapping.isTrusted(page: page) {
            guard mapping.isIntact(page: page) else {
                let byte = page << Page.shift
                let part = byte >= sumsOffset
                    ? "its checksums"
                    : entries.first { byte < $0.offset + $0.length && $0.offset < byte + Page.size }.map { "section \($0.text)" }
                        ?? "the space between sections"
                throw SnapshotFailure(path: path, .damaged(part: part))
            }
        }
        for entry in entries {
            let bytes = UnsafeRawBufferPointer(rebasing: mapping.bytes[entry.offset..<entry.offset + entry.length])
            guard Checksum.ofBlocks(bytes) == entry.sum else {
                throw SnapshotFailure(path: path, .damaged(part: "section \(entry.text)"))
            }
        }
    }
}
