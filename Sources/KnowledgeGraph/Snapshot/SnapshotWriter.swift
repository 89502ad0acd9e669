import Documents
import Glibc

extension Snapshot {
    /// Writes the graph to `path`: to a file beside it first, which takes its place once it is whole and on the disk. Whatever
    /// happens, `path` is the old file or the new one. `fingerprint` stands for what the documents were read with.
    public static func write(_ graph: Graph, to path: String, fingerprint: UInt64 = 0) throws(SnapshotFailure) {
        var plan = SectionPlan()
        var graph = graph
        graph.index = graph.textIndex
        try graph.visitSections(&plan)
        removeRemains(of: path)
        let temporary = "\(path).\(getpid()).part"
        let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(path) }
        var file = SnapshotFile(descriptor: descriptor, path: path)
        file.write(plan.sections, fingerprint: fingerprint)
        if fsync(descriptor) != 0 { file.fail() }
        close(descriptor)
        if let failure = file.failure {
            unlink(temporary)
            throw failure
        }
        guard rename(temporary, path) == 0 else {
            let failure = SnapshotFailure.system(path)
            unlink(temporary)
            throw failure
        }
        syncFolder(of: path)
    }

    /// What processes that ended while they wrote left beside `path`.
    private static func removeRemains(of path: String) {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<cut]), name = path[cut...] + "."
        for file in FileSystem.names(in: folder.isEmpty ? "." : folder, hidden: true) ?? [] where file.hasPrefix(name) && file.hasSuffix(".part") {
            guard let process = Int32(file.dropFirst(name.utf8.count).dropLast(".part".utf8.count)) else { continue }
            if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { unlink(folder + file) }
        }
    }

    /// The new name is on the disk too; a file system that cannot promise that has done its best.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

extension SnapshotFailure {
    /// The last failure of the system.
    static func system(_ path: String) -> SnapshotFailure {
        SnapshotFailure(path: path, .system(errno))
    }
}

/// A section to be written: its bytes, asked for when it is their turn.
private struct Section {
    var name: String
    var length: Int
    var stride: Int
    var bytes: ((UnsafeRawBufferPointer) -> Void) -> Void
}

private struct SectionPlan: SectionVisitor {
    var sections: [Section] = []

    mutating func visit<Value>(_ name: String, _ series: inout Series<Value>) throws(SnapshotFailure) {
        let series = series
        let stride = MemoryLayout<Value>.stride
        sections.append(
            Section(name: name, length: series.count * stride, stride: stride) { use in series.withBytes(use) })
    }
}

/// Writes a file from its beginning to its end, and sums up its pages on the way; the header comes last.
private struct SnapshotFile {
    let descriptor: Int32
    let path: String
    private var buffer: [UInt8] = []
    private var written = 0
    private var sums: [UInt64] = []
    /// What went wrong first; nothing is written after it.
    private(set) var failure: SnapshotFailure?

    private static let bufferSize = 1 << 20

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        buffer.reserveCapacity(Self.bufferSize)
    }

    mutating func write(_ sections: [Section], fingerprint: UInt64) {
        // Small sections lie together at the beginning, so that a small answer touches few pages; the text lies last.
        let order = sections.indices.sorted { (sections[$0].length, $0) < (sections[$1].length, $1) }
        let format = SnapshotFormat.self
        var offsets = [Int](repeating: 0, count: sections.count)
        var headerSize = Page.size, end = 0
        while true {
            end = headerSize
            for index in order {
                offsets[index] = format.aligned(end, to: format.alignment)
                end = offsets[index] + sections[index].length
            }
            end = format.aligned(end, to: Page.size)
            let sumPages = Page.count((end >> Page.shift) * 8)
            let needed = format.aligned(format.entriesAt + sections.count * format.entrySize + sumPages * 8, to: Page.size)
            if needed <= headerSize { break }
            headerSize = needed
        }
        skip(to: headerSize)
        var sectionSums = [UInt64](repeating: 0, count: sections.count)
        for index in order {
            skip(to: offsets[index])
            sections[index].bytes { bytes in
                sectionSums[index] = Checksum.of(bytes)
                append(bytes)
            }
        }
        skip(to: end)
        flush()
        // The header has a sum of its own.
        let headerPages = headerSize >> Page.shift
        for page in 0..<headerPages { sums[page] = 0 }
        let summed = sums
        summed.withUnsafeBytes { append($0) }
        skip(to: format.aligned(written + buffer.count, to: Page.size))
        flush()

        var header = [UInt8](repeating: 0, count: headerSize)
        func put(_ value: UInt64, at offset: Int, bytes: Int = 8) {
            for byte in 0..<bytes { header[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))) }
        }
        header.replaceSubrange(0..<format.magic.count, with: format.magic)
        put(UInt64(Snapshot.version), at: format.versionAt, bytes: 4)
        put(UInt64(sections.count), at: format.sectionsAt, bytes: 4)
        put(UInt64(written), at: format.sizeAt)
        put(UInt64(end), at: format.sumsAt)
        put(UInt64(end >> Page.shift), at: format.summedPagesAt)
        put(fingerprint, at: format.fingerprintAt)
        put(UInt64(headerSize), at: format.headerSizeAt)
        var at = format.entriesAt
        for (index, section) in sections.enumerated() {
            header.replaceSubrange(at..<at + section.name.utf8.count, with: section.name.utf8)
            put(UInt64(offsets[index]), at: at + format.offsetAt)
            put(UInt64(section.length), at: at + format.lengthAt)
            put(sectionSums[index], at: at + format.sumAt)
            put(UInt64(section.stride), at: at + format.strideAt)
            at += format.entrySize
        }
        for sum in sums[(end >> Page.shift)...] {
            put(sum, at: at)
            at += 8
        }
        put(header.withUnsafeBytes { Checksum.of($0) }, at: format.headerSumAt)
        header.withUnsafeBytes { writeOut($0, at: 0) }
    }

    mutating func fail() { failure = failure ?? .system(path) }

    private mutating func skip(to offset: Int) {
        var missing = offset - written - buffer.count
        while missing > 0 {
            let part = min(missing, Self.bufferSize - buffer.count)
            buffer.append(contentsOf: repeatElement(0, count: part))
            missing -= part
            if buffer.count == Self.bufferSize { flush() }
        }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var at = 0
        while at < bytes.count {
            let part = min(bytes.count - at, Self.bufferSize - buffer.count)
            buffer.append(contentsOf: bytes[at..<at + part])
            at += part
            if buffer.count == Self.bufferSize { flush() }
        }
    }

    /// Whole pages only, but for the end of the file.
    private mutating func flush() {
        let full = buffer
        buffer.removeAll(keepingCapacity: true)
        let at = written
        full.withUnsafeBytes { bytes in
            var page = 0
            while page < bytes.count {
                sums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[page..<min(page + Page.size, bytes.count)])))
                page += Page.size
            }
            writeOut(bytes, at: at)
        }
        written += full.count
    }

    private mutating func writeOut(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        var done = 0
        while failure == nil, done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return fail() }
            done += count
        }
    }
}
