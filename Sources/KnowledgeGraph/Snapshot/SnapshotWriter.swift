import CDocumentLibraries
import Documents
import Glibc

extension Snapshot {
    /// Writes the graph to `path`: to a file beside it first, which takes its place once it is whole and on the disk. Whatever
    /// happens, `path` is the old file or the new one. `fingerprint` stands for what the documents were read with. Without its index
    /// of texts the file is smaller and sooner there; the index is then made when it is first asked for.
    public static func write(
        _ graph: Graph, to path: String, fingerprint: UInt64 = 0, withIndex: Bool = true
    ) throws(SnapshotFailure) {
        var columns = GraphColumns(graph)
        columns.index = TextIndex()
        let first = try sections(columns)
        removeRemains(of: path)
        let temporary = "\(path).\(getpid()).part"
        let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(path) }
        var file = SnapshotFile(descriptor: descriptor, path: path)
        // The index is made while the other sections are written.
        let written = Result { () throws(SnapshotFailure) in
            try file.write(first, indexOf: graph.sentences, fingerprint: fingerprint) { () throws(SnapshotFailure) in
                if withIndex { columns.index = graph.textIndex }
                return try sections(columns)
            }
        }
        if case .failure(let failure) = written, file.failure == nil { file.fail(failure) }
        if fsync(descriptor) != 0 { file.fail(errno) }
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

    private static func sections(_ columns: GraphColumns) throws(SnapshotFailure) -> [Section] {
        var plan = SectionPlan(), columns = columns
        try columns.visitSections(&plan)
        return plan.sections
    }

    /// What processes that ended while they wrote left beside `path`.
    private static func removeRemains(of path: String) {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<cut]), name = path[cut...] + "."
        for file in FileSystem.names(in: folder.isEmpty ? "." : folder, hidden: true) ?? []
        where file.hasPrefix(name) && file.hasSuffix(".part") {
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
struct Section: Sendable {
    var name: String
    var length: Int
    var stride: Int
    var bytes: @Sendable ((UnsafeRawBufferPointer) -> Void) -> Void
}

struct SectionPlan: SectionVisitor {
    var sections: [Section] = []

    mutating func visit<Value>(_ name: String, _ series: inout Series<Value>) throws(SnapshotFailure) {
        let series = series
        let stride = MemoryLayout<Value>.stride
        sections.append(
            Section(name: name, length: series.count * stride, stride: stride) { use in series.withBytes(use) })
    }
}

/// Writes a file, and sums up its pages on the way, on all processors; the header comes last.
private struct SnapshotFile {
    let descriptor: Int32
    let path: String
    /// What went wrong first.
    private(set) var failure: SnapshotFailure?

    /// Sections from this size on begin at a page, so that they are written and summed up where they lie.
    private static let large = 16 * Page.size
    /// What is summed up and written at a time.
    private static let blockSize = 4096 * Page.size

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Part of a large section, or all small ones together.
    private struct Block: Sendable {
        var section: Int?
        var bytes: Range<Int>
        /// Where it begins in the file.
        var offset: Int
    }

    /// Sums of the pages of a block as they lie in the file, and as blocks of their section; and the error of the system.
    private struct Written: Sendable {
        var pages: [UInt64] = []
        var blocks: [UInt64] = []
        var error: Int32 = 0
    }

    /// Some of the sections as they lie behind each other in the file.
    private struct Layout: Sendable {
        var sections: [Section]
        /// By the number of the section.
        var offsets: [Int: Int] = [:]
        var blocks: [Block] = []
        /// The small sections.
        var together: [UInt8] = []
        var smallSums: [Int: UInt64] = [:]
        private(set) var end: Int

        /// Small sections lie together at the beginning, so that a small answer touches few pages; the text lies last.
        init(_ sections: [Section], _ chosen: [Int], from start: Int) {
            let format = SnapshotFormat.self
            self.sections = sections
            let order = chosen.sorted { (sections[$0].length, $0) < (sections[$1].length, $1) }
            let firstLarge = order.firstIndex { sections[$0].length >= SnapshotFile.large } ?? order.count
            end = start
            for index in order[..<firstLarge] {
                let at = format.aligned(end, to: format.alignment)
                together += [UInt8](repeating: 0, count: at - end)
                offsets[index] = at
                sections[index].bytes { bytes in
                    together.append(contentsOf: bytes)
                    smallSums[index] = Checksum.ofBlocks(bytes)
                }
                end = at + sections[index].length
            }
            together += [UInt8](repeating: 0, count: format.aligned(end, to: Page.size) - end)
            end = format.aligned(end, to: Page.size)
            blocks = together.isEmpty ? [] : [Block(bytes: 0..<together.count, offset: start)]
            for index in order[firstLarge...] {
                offsets[index] = end
                for first in stride(from: 0, to: sections[index].length, by: SnapshotFile.blockSize) {
                    let range = first..<min(sections[index].length, first + SnapshotFile.blockSize)
                    blocks.append(Block(section: index, bytes: range, offset: end + first))
                }
                end = format.aligned(end + sections[index].length, to: Page.size)
            }
        }

        func write(block number: Int, to descriptor: Int32) -> Written {
            let block = blocks[number]
            var written = Written()
            func put(_ bytes: UnsafeRawBufferPointer) {
                let part = UnsafeRawBufferPointer(rebasing: bytes[block.bytes])
                written = SnapshotFile.sums(of: part)
                written.error = SnapshotFile.writeOut(part, at: block.offset, to: descriptor)
            }
            if let section = block.section { sections[section].bytes(put) } else { together.withUnsafeBytes(put) }
            return written
        }
    }

    /// Bytes of the index for each byte of the sentences, at most: a term takes no more than 40 bytes in all its sections, and stands on
    /// two bytes or more.
    private static let mostOfIndex = 20

    /// - Parameter first: All sections, those of the index without content.
    /// - Parameter indexOf: The sentences that the index is of.
    /// - Parameter rest: All sections once more, with the index, which lies at the end: asked for while the others are written.
    mutating func write(
        _ first: [Section], indexOf sentences: SentenceColumns, fingerprint: UInt64, _ rest: () throws(SnapshotFailure) -> [Section]
    ) throws(SnapshotFailure) {
        let format = SnapshotFormat.self
        let isIndex = first.map { $0.name.hasPrefix("index.") }
        // The header comes first, so that there must be room in it for the sums of all pages there may be.
        let length = (0..<sentences.count).reduce(0) { $0 + Int(sentences.end[$1]) - Int(sentences.start[$1]) }
        let most = first.reduce((first.count + 16) << Page.shift) { $0 + $1.length } + length * Self.mostOfIndex
        let headerSize = format.aligned(
            format.entriesAt + first.count * format.entrySize + Page.count((most >> Page.shift) * 8) * 8, to: Page.size)
        let layout = Layout(first, first.indices.filter { !isIndex[$0] }, from: headerSize), descriptor = descriptor
        let (ofFirst, sections) = try Parallel.both {
            layout.blocks.indices.map { layout.write(block: $0, to: descriptor) }
        } and: { () throws(SnapshotFailure) in
            try rest()
        }
        let last = Layout(sections, sections.indices.filter { isIndex[$0] }, from: layout.end), end = last.end
        let ofLast = Parallel.map(last.blocks.count) { last.write(block: $0, to: descriptor) }
        let offsets = layout.offsets.merging(last.offsets) { first, _ in first }
        var sectionSums = layout.smallSums.merging(last.smallSums) { first, _ in first }
        // The header has a sum of its own.
        var sums = [UInt64](repeating: 0, count: headerSize >> Page.shift)
        var ofSections: [Int: [UInt64]] = [:]
        for (block, part) in zip(layout.blocks + last.blocks, ofFirst + ofLast) {
            if part.error != 0 { fail(part.error) }
            sums += part.pages
            if let section = block.section { ofSections[section, default: []] += part.blocks }
        }
        for (section, sums) in ofSections { sectionSums[section] = sums.withUnsafeBytes { Checksum.of($0) } }

        let sumPages = Page.count(sums.count * 8)
        var sumBytes = [UInt8](repeating: 0, count: sumPages << Page.shift)
        sums.withUnsafeBytes { sumBytes.replaceSubrange(0..<$0.count, with: $0) }
        let sumsOfSums = sumBytes.withUnsafeBytes { Self.sums(of: $0).pages }
        fail(sumBytes.withUnsafeBytes { Self.writeOut($0, at: end, to: descriptor) })

        var header = [UInt8](repeating: 0, count: headerSize)
        func put(_ value: UInt64, at offset: Int, bytes: Int = 8) {
            for byte in 0..<bytes { header[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))) }
        }
        header.replaceSubrange(0..<format.magic.count, with: format.magic)
        put(UInt64(Snapshot.version), at: format.versionAt, bytes: 4)
        put(UInt64(sections.count), at: format.sectionsAt, bytes: 4)
        put(UInt64(end + sumBytes.count), at: format.sizeAt)
        put(UInt64(end), at: format.sumsAt)
        put(UInt64(end >> Page.shift), at: format.summedPagesAt)
        put(fingerprint, at: format.fingerprintAt)
        put(UInt64(headerSize), at: format.headerSizeAt)
        var at = format.entriesAt
        for (index, section) in sections.enumerated() {
            precondition(section.name.utf8.count <= format.nameSize, "the name of a section is too long")
            header.replaceSubrange(at..<at + section.name.utf8.count, with: section.name.utf8)
            put(UInt64(offsets[index] ?? 0), at: at + format.offsetAt)
            put(UInt64(section.length), at: at + format.lengthAt)
            put(sectionSums[index] ?? 0, at: at + format.sumAt)
            put(UInt64(section.stride), at: at + format.strideAt)
            at += format.entrySize
        }
        precondition(at + sumsOfSums.count * 8 <= headerSize, "the index is larger than it can be")
        for sum in sumsOfSums {
            put(sum, at: at)
            at += 8
        }
        put(header.withUnsafeBytes { Checksum.of($0) }, at: format.headerSumAt)
        fail(header.withUnsafeBytes { Self.writeOut($0, at: 0, to: descriptor) })
    }

    mutating func fail(_ failure: SnapshotFailure) { self.failure = failure }

    /// Keeps the first error; 0 is none.
    mutating func fail(_ error: Int32) {
        if error != 0, failure == nil { failure = SnapshotFailure(path: path, .system(error)) }
    }

    /// The last page of a section is filled with zeros in the file.
    private static func sums(of bytes: UnsafeRawBufferPointer) -> Written {
        var written = Written()
        for start in stride(from: 0, to: bytes.count, by: Page.size) {
            let page = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Page.size, bytes.count)])
            let sum = Checksum.of(page)
            written.blocks.append(sum)
            if page.count == Page.size {
                written.pages.append(sum)
            } else {
                let filled = Array(page) + [UInt8](repeating: 0, count: Page.size - page.count)
                written.pages.append(filled.withUnsafeBytes { Checksum.of($0) })
            }
        }
        return written
    }

    /// Writes all of the bytes; the error of the system, 0 for none. Each piece sets out for the disk at once: else the system lets the
    /// program wait when very much is yet to be written.
    private static func writeOut(_ bytes: UnsafeRawBufferPointer, at offset: Int, to descriptor: Int32) -> Int32 {
        var done = 0
        while done < bytes.count {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[done..<min(bytes.count, done + 256 * Page.size)])
            let count = pwrite(descriptor, piece.baseAddress, piece.count, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : ENOSPC }
            gm_begin_writing(descriptor, Int64(offset + done), Int64(count))
            done += count
        }
        return 0
    }
}
