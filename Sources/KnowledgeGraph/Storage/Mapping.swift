import Glibc

/// The unit in which a file is checked; also what the system maps at a time.
@usableFromInline
enum Page {
    // Computed, so that other modules find the number where they are compiled.
    @inlinable static var shift: Int { 12 }
    @inlinable static var size: Int { 1 << shift }

    static func count(_ bytes: Int) -> Int { (bytes + size - 1) >> shift }
}

/// A file mapped for reading, whose pages are compared with their checksums the first time they are touched.
final class Mapping: @unchecked Sendable {
    let path: String
    let count: Int
    let base: UnsafeMutableRawPointer
    /// A byte a page: 1 once the page was found to hold what was written. Threads that come upon a page at once check it twice and write the
    /// same.
    let checked: UnsafeMutablePointer<UInt8>
    /// Called with the part that is damaged.
    private let damaged: @Sendable (String) -> Never
    /// The sum of each page before the sums themselves, and, in the header, the sum of each page of those.
    private var sums: UnsafePointer<UInt64>?
    private var summedPages = 0
    private var sumsOfSums: UnsafePointer<UInt64>?
    private var sumPages = 0

    /// Nil where the system does not map the file.
    init?(descriptor: Int32, count: Int, path: String, damaged: @escaping @Sendable (String) -> Never) {
        guard count > 0, let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else { return nil }
        guard let flags = calloc(Page.count(count), 1) else {
            munmap(base, count)
            return nil
        }
        self.base = base
        self.count = count
        self.path = path
        self.damaged = damaged
        checked = flags.assumingMemoryBound(to: UInt8.self)
    }

    deinit {
        munmap(base, count)
        free(checked)
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    func trust(page: Int) { checked[page] = 1 }

    /// Says where the sums lie; from here on pages can be checked. The caller has seen to it that they lie within the file.
    func setSums(offset: Int, pages: Int, sumsOfSums: Int, count: Int) {
        sums = UnsafePointer((base + offset).assumingMemoryBound(to: UInt64.self))
        summedPages = pages
        self.sumsOfSums = UnsafePointer((base + sumsOfSums).assumingMemoryBound(to: UInt64.self))
        sumPages = count
    }

    func isTrusted(page: Int) -> Bool { checked[page] != 0 }

    private func sum(ofPage page: Int) -> UInt64 {
        let start = page << Page.shift
        return Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Page.size, count)]))
    }

    /// Whether a page holds what was written.
    func isIntact(page: Int) -> Bool {
        guard let sums, let sumsOfSums, page >= 0 else { return false }
        if page >= summedPages {
            return page < summedPages + sumPages && sumsOfSums[page - summedPages] == sum(ofPage: page)
        }
        let holder = summedPages + (page * 8) >> Page.shift
        if checked[holder] == 0 {
            guard isIntact(page: holder) else { return false }
            checked[holder] = 1
        }
        return sums[page] == sum(ofPage: page)
    }

    func check(page: Int) {
        guard isIntact(page: page) else { damaged("page \(page)") }
        checked[page] = 1
    }

    /// A number of the file leads where nothing is: its sums fit, so that it was forged or written by a program gone wrong.
    func refuse() -> Never { damaged("a number that leads nowhere") }
}

/// 64 bits of a block of bytes, eight bytes at a time in four lanes: quick enough to check what is read as it is read. It finds
/// damage, not forgery.
enum Checksum {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87, prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var a = prime1, b = prime2, c = UInt64(0x27D4_EB2F_1656_67C5), d = ~prime1
        var at = 0
        let blocks = bytes.count & ~31
        while at < blocks {
            a = mixed(a, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            b = mixed(b, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            c = mixed(c, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            d = mixed(d, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += 32
        }
        while at < bytes.count {
            a = mixed(a, UInt64(bytes[at]) &+ 1)
            at += 1
        }
        var sum = UInt64(bytes.count)
        for lane in [a, b, c, d] { sum = mixed(sum, lane) }
        return sum ^ (sum >> 29)
    }

    /// Of a section: the sum of the sums of its blocks of a page each.
    static func ofBlocks(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sums: [UInt64] = []
        for start in stride(from: 0, to: bytes.count, by: Page.size) {
            sums.append(of(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Page.size, bytes.count)])))
        }
        return sums.withUnsafeBytes { of($0) }
    }

    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let sum = sum ^ (word &* prime2)
        return (sum << 31 | sum >> 33) &* prime1
    }
}

extension ContentHash {
    mutating func combine(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { combine($0) }
    }

    /// As of any other bytes, eight at a time where they lie.
    mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        combine(bytes.count)
        var at = 0
        while at + 8 <= bytes.count {
            combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        guard at < bytes.count else { return }
        var word: UInt64 = 0
        for (place, byte) in bytes[at...].enumerated() { word |= UInt64(byte) << UInt64(8 * place) }
        combine(word)
    }
}
