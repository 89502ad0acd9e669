import Glibc

/// A row of plain values, either in memory of its own, which can grow, or in a mapped snapshot, which is read where it lies and
/// checked page by page when first touched. Both are read by the same code; a copy shares the memory until one of them changes.
///
/// This file and `Mapping.swift` hold the only raw memory of the graph; every access is within bounds.
@frozen
public struct Series<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var memory: Memory
    /// Which pages of the file were checked, from the page of the first value on; nil in memory of our own.
    @usableFromInline var checked: UnsafeMutablePointer<UInt8>?
    /// The mapped file; nil for memory of our own. `memory` keeps it alive; to name it here spares every look at a value the counting of
    /// references, which costs more than the look.
    @usableFromInline var mapped: UnsafeRawPointer?
    /// Bytes between the beginning of that page and the first value.
    @usableFromInline var lead: Int
    /// Values that the memory has room for, where it is our own and nobody else's.
    @usableFromInline var room: Int
    public private(set) var count: Int

    public init() {
        memory = Memory.none
        base = memory.base.assumingMemoryBound(to: Element.self)
        checked = nil
        mapped = nil
        lead = 0
        room = 0
        count = 0
    }

    public init(_ values: some Sequence<Element>) {
        self.init()
        append(contentsOf: values)
    }

    public init(repeating value: Element, count: Int) {
        self.init()
        reserveCapacity(count)
        base.initialize(repeating: value, count: count)
        self.count = count
    }

    /// `count` values at byte `offset` of a mapped file; the caller has seen to it that they lie within the file, aligned.
    init(_ memory: Memory, of mapping: Mapping, offset: Int, count: Int) {
        self.memory = memory
        base = (mapping.base + offset).assumingMemoryBound(to: Element.self)
        checked = mapping.checked + offset >> Page.shift
        mapped = UnsafeRawPointer(Unmanaged.passUnretained(mapping).toOpaque())
        lead = offset & (Page.size - 1)
        room = 0
        self.count = count
    }

    /// `count` values that `fill` sets; they are 0 bits before.
    init(count: Int, _ fill: (inout MutableSpan<Element>) -> Void) {
        self.init()
        guard count > 0 else { return }
        own(capacity: count)
        memory.clear(count * MemoryLayout<Element>.stride)
        self.count = count
        var values = MutableSpan(_unsafeStart: base, count: count)
        fill(&values)
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable public subscript(row: Int) -> Element {
        get {
            if UInt(bitPattern: row) >= UInt(bitPattern: count) { FileAccess.beyond(mapped) }
            if let checked {
                let page = checked + (lead &+ row &* MemoryLayout<Element>.stride) >> Page.shift
                if page.pointee == 0 { FileAccess.check(page, mapped) }
            }
            return base[row]
        }
        set {
            precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "row beyond the column")
            own(capacity: count)
            base[row] = newValue
        }
    }

    @inlinable public subscript(rows: Range<Int>) -> SeriesSlice<Element> {
        if rows.lowerBound < 0 || rows.upperBound > count { beyond() }
        if let checked, !rows.isEmpty {
            // Of short ranges, all that is looked at.
            let low = (lead &+ rows.lowerBound &* MemoryLayout<Element>.stride) >> Page.shift
            let high = (lead &+ rows.upperBound &* MemoryLayout<Element>.stride &- 1) >> Page.shift
            if high > low &+ 1 || checked[low] == 0 || checked[high] == 0 { check(rows) }
        }
        return SeriesSlice(first: base + rows.lowerBound, rows: rows, memory: memory)
    }

    @inlinable public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        if checked != nil { check(0..<count) }
        return try body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Ends the program: with the reason where a file led here, else by a trap.
    @usableFromInline @inline(never) func beyond() -> Never {
        FileAccess.beyond(mapped)
    }

    /// Makes sure that the pages of `rows` hold what was written; ends the program where they do not.
    @usableFromInline func check(_ rows: Range<Int>) {
        guard let checked, let mapping = memory.mapping, !rows.isEmpty else { return }
        let stride = MemoryLayout<Element>.stride
        let first = (lead + rows.lowerBound * stride) >> Page.shift, last = (lead + rows.upperBound * stride - 1) >> Page.shift
        // Nearly all pages of a long list were checked before.
        var page = first
        while page <= last, let next = memchr(checked + page, 0, last - page + 1) {
            page = next.assumingMemoryBound(to: UInt8.self) - UnsafeMutableRawPointer(checked).assumingMemoryBound(to: UInt8.self)
            mapping.check(page: checked + page - mapping.checked)
            page += 1
        }
    }

    /// Names the mapped file by another `memory`, so that the references of one thread are not counted where those of another are: two that
    /// count in one place wait for each other at every look.
    mutating func countApart(_ memory: inout Memory?) {
        guard let mapping = self.memory.mapping else { return }
        let apart = memory ?? Memory(mapping)
        memory = apart
        self.memory = apart
    }

    // MARK: growing

    @inlinable @inline(__always) public mutating func append(_ value: Element) {
        own(capacity: count + 1)
        base[count] = value
        grow(by: 1)
    }

    public mutating func append(contentsOf values: some Sequence<Element>) {
        let done: Void? = values.withContiguousStorageIfAvailable { values in
            guard let start = values.baseAddress else { return }
            own(capacity: count + values.count)
            (base + count).update(from: start, count: values.count)
            count += values.count
        }
        if done == nil { for value in values { append(value) } }
    }

    /// Appends what `value` gives for each of `0..<more`.
    @inline(__always) mutating func append(_ more: Int, _ value: (Int) -> Element) {
        own(capacity: count + more)
        for at in 0..<more { (base + count + at).initialize(to: value(at)) }
        count += more
    }

    public static func += (series: inout Series, values: some Sequence<Element>) { series.append(contentsOf: values) }

    public mutating func reserveCapacity(_ capacity: Int) { own(capacity: Swift.max(count, capacity)) }

    @usableFromInline mutating func grow(by more: Int) { count += more }

    /// Sees to it that the memory is our own and has room for so many values.
    @inlinable @inline(__always) mutating func own(capacity: Int) {
        if capacity > room || !isKnownUniquelyReferenced(&memory) { move(capacity: capacity) }
    }

    @usableFromInline mutating func move(capacity: Int) {
        let bytes = capacity * MemoryLayout<Element>.stride
        if room > 0, isKnownUniquelyReferenced(&memory) {
            memory.grow(to: Swift.max(bytes, 2 * memory.capacity))
        } else {
            if checked != nil { check(0..<count) }
            let new = Memory(capacity: Swift.max(bytes, 64))
            new.base.copyMemory(from: base, byteCount: count * MemoryLayout<Element>.stride)
            memory = new
            checked = nil
            mapped = nil
            lead = 0
        }
        base = memory.base.assumingMemoryBound(to: Element.self)
        room = memory.capacity / MemoryLayout<Element>.stride
    }

    /// The bytes as they lie in memory.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        check(0..<count)
        return try body(UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride))
    }
}

/// What seldom happens when a value is looked at.
@usableFromInline
enum FileAccess {
    private static func mapping(_ mapped: UnsafeRawPointer) -> Mapping { Unmanaged<Mapping>.fromOpaque(mapped).takeUnretainedValue() }

    /// Ends the program: with the reason where a file led here, else by a trap.
    @usableFromInline @inline(never) static func beyond(_ mapped: UnsafeRawPointer?) -> Never {
        if let mapped { mapping(mapped).refuse() }
        preconditionFailure("row beyond the column")
    }

    /// Makes sure that a page holds what was written; ends the program where it does not.
    @usableFromInline @inline(never) static func check(_ page: UnsafeMutablePointer<UInt8>, _ mapped: UnsafeRawPointer?) {
        guard let mapped else { return }
        mapping(mapped).check(page: page - mapping(mapped).checked)
    }
}

extension Series where Element: FixedWidthInteger {
    /// Of a list of beginnings: from `self[row]` up to where the next begins.
    @inlinable public func range(at row: Int) -> Range<Int> {
        let low = Int(truncatingIfNeeded: self[row]), high = Int(truncatingIfNeeded: self[row + 1])
        if low < 0 || low > high { beyond() }
        return low..<high
    }

    /// `range`, in the type of the values.
    @inlinable public func rows(at row: Int) -> Range<Element> {
        let range = range(at: row)
        return Element(truncatingIfNeeded: range.lowerBound)..<Element(truncatingIfNeeded: range.upperBound)
    }
}

extension Series<UInt8> {
    /// Whether these bytes stand at a place.
    func holds(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        guard place >= 0, place + bytes.count <= count else { return false }
        check(place..<place + bytes.count)
        return bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp(base + place, $0, bytes.count) == 0 } ?? true
         }
    }
}

extension Series<UInt32> {
    /// Of ascending values: the first place whose value is not below this one. It is looked for from where it would stand were they
    /// spread evenly, as the rows of a sparse list nearly are: few pages are touched.
    @inlinable public func place(notBelow value: UInt32) -> Int {
        guard count > 0 else { return 0 }
        let last = self[count - 1]
        guard value <= last else { return count }
        var low = Int(UInt64(value) * UInt64(count - 1) / UInt64(Swift.max(last, 1))), high = low, step = 1
        if self[low] < value {
            repeat {
                low = high + 1
                high = Swift.min(low + step, count - 1)
                step *= 2
            } while self[high] < value
        } else {
            while low > 0 {
                let next = Swift.max(0, low - step)
                guard self[next] >= value else {
                    low = next + 1
                    break
                }
                (low, high) = (next, next)
                step *= 2
            }
        }
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Series: ExpressibleByArrayLiteral {
    public init(arrayLiteral values: Element...) { self.init(values) }
}

extension Series: Equatable where Element: Equatable {
    public static func == (a: Series, b: Series) -> Bool { a.elementsEqual(b) }
}

/// Neighbouring values of a column, checked when they were taken.
@frozen
public struct SeriesSlice<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
    @usableFromInline let first: UnsafeMutablePointer<Element>
    @usableFromInline let rows: Range<Int>
    @usableFromInline let memory: Memory

    @usableFromInline init(first: UnsafeMutablePointer<Element>, rows: Range<Int>, memory: Memory) {
        self.first = first
        self.rows = rows
        self.memory = memory
    }

    @inlinable public var startIndex: Int { rows.lowerBound }
    @inlinable public var endIndex: Int { rows.upperBound }

    @inlinable public subscript(row: Int) -> Element {
        precondition(rows.contains(row), "row beyond the slice")
        return first[row &- rows.lowerBound]
    }

    @inlinable public subscript(part: Range<Int>) -> SeriesSlice {
        precondition(part.lowerBound >= rows.lowerBound && part.upperBound <= rows.upperBound, "rows beyond the slice")
        return SeriesSlice(first: first + (part.lowerBound - rows.lowerBound), rows: part, memory: memory)
    }

    @inlinable public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try body(UnsafeBufferPointer(start: first, count: rows.count))
    }

    /// The values at places from 0 on.
    @inlinable public func withSpan<Result>(_ body: (Span<Element>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: first, count: rows.count).span)
    }
}

/// The memory of one column of our own, or of all columns of a mapped file.
@usableFromInline
final class Memory: @unchecked Sendable {
    @usableFromInline private(set) var base: UnsafeMutableRawPointer
    /// Bytes that a column may write to; 0 for a mapped file and for no memory.
    @usableFromInline private(set) var capacity: Int
    let mapping: Mapping?

    /// What an empty column points to.
    @usableFromInline static let none = Memory(capacity: 0)

    init(capacity: Int) {
        self.capacity = 0
        base = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 16)
        mapping = nil
        if capacity > 0 { grow(to: capacity) }
    }

    /// All columns of one mapped file share it.
    init(_ mapping: Mapping) {
        base = mapping.base
        self.mapping = mapping
        capacity = 0
    }

    /// From this size on a block has pages of its own, in units of the system's large pages.
    private static let large = 1 << 22, largePage = 1 << 21
    /// Bytes of the pages that are set apart; 0 for a small block.
    private var apart = 0

    /// Large blocks grow where they lie, mostly.
    func grow(to capacity: Int) {
        if capacity >= Self.large, growApart(to: capacity) { return }
        guard let larger = realloc(base, capacity) else { Memory.exhausted() }
        base = larger
        self.capacity = capacity
    }

    /// Pages are set apart for much more than is asked for: they cost nothing until they are written to, and the block need not move soon.
    /// They begin at a large page, and the system is asked for such: most of the cost of new memory is its many small ones.
    ///
    /// - Returns: False where the system does not set them apart; the block is as before.
    private func growApart(to capacity: Int) -> Bool {
        let size = (capacity + Self.largePage - 1) & ~(Self.largePage - 1)
        if size > apart {
            let wanted = 8 * size
            guard
                let start = mmap(nil, wanted + Self.largePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
                start != MAP_FAILED
            else {
                if apart > 0 { Memory.exhausted() }
                return false
            }
            let address = UInt(bitPattern: start), aligned = (address + UInt(Self.largePage) - 1) & ~UInt(Self.largePage - 1)
            let before = Int(aligned - address), new = start + before
            if before > 0 { munmap(start, before) }
            munmap(new + wanted, Self.largePage - before)
            madvise(new, wanted, MADV_HUGEPAGE)
            new.copyMemory(from: base, byteCount: self.capacity)
            release()
            base = new
            apart = wanted
        }
        self.capacity = size
        return true
    }

    /// Sets the first bytes to 0, of memory that nothing was written to yet.
    func clear(_ bytes: Int) {
        // Pages of our own are 0 when they are new.
        if apart == 0 { UnsafeMutableRawBufferPointer(start: base, count: bytes).initializeMemory(as: UInt8.self, repeating: 0) }
    }

    private static func exhausted() -> Never {
        let message = Array("gangmu: out of memory\n".utf8)
        _ = message.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(3)
    }

    private func release() {
        if apart > 0 { munmap(base, apart) } else if mapping == nil { free(base) }
    }

    deinit { release() }
}
