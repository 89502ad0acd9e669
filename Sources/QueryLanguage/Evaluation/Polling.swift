import Dispatch

/// Long work asks now and then whether it is cancelled; what it has done by then is of no use.
///
/// A loop that is not about to throw itself goes through `rows.until(isCancelled)` and is followed by `try stopIfCancelled(isCancelled)`.
struct Until<Base: Sequence>: Sequence, IteratorProtocol {
    private var base: Base.Iterator
    private var number = 0
    private let interval: Int
    private let isCancelled: () -> Bool

    fileprivate init(_ base: Base, _ interval: Int, _ isCancelled: @escaping () -> Bool) {
        self.base = base.makeIterator()
        self.interval = interval
        self.isCancelled = isCancelled
    }

    mutating func next() -> Base.Element? {
        number += 1
        if number >= interval {
            number = 0
            if isCancelled() { return nil }
        }
        return base.next()
    }
}

extension Sequence {
    /// The elements until the work is cancelled.
    ///
    /// - Parameter interval: Elements between two questions: some thousand where little is done with each, fewer where it is much.
    func until(_ isCancelled: @escaping () -> Bool, every interval: Int = 4096) -> Until<Self> { Until(self, interval, isCancelled) }

    /// In order, unless the work is cancelled; that is asked every 4,096 comparisons.
    func sorted(
        unless isCancelled: () -> Bool, by precedes: (Element, Element) -> Bool
    ) throws(Diagnostic) -> [Element] {
        var compared = 0
        do {
            return try sorted { a, b in
                compared &+= 1
                if compared & 4095 == 0, isCancelled() { throw Diagnostic.cancelled }
                return precedes(a, b)
            }
        } catch {
            throw .cancelled
        }
    }
}

extension Set {
    /// Of many elements, unless the work is cancelled.
    init(_ elements: some Collection<Element>, unless isCancelled: @escaping () -> Bool) throws(Diagnostic) {
        self.init(minimumCapacity: elements.count)
        for element in elements.until(isCancelled) { insert(element) }
        try stopIfCancelled(isCancelled)
    }
}

func stopIfCancelled(_ isCancelled: () -> Bool) throws(Diagnostic) {
    if isCancelled() { throw .cancelled }
}

/// Empties what takes long to free; it is freed on another thread, so that nobody waits for it.
func letGo<Element: Sendable>(_ elements: inout [Element]) {
    var kept: [Element] = []
    swap(&kept, &elements)
    DispatchQueue.global(qos: .utility).async { [kept] in _ = kept.count }
}

func letGo<Key: Sendable, Value: Sendable>(_ elements: inout [Key: Value]) {
    var kept: [Key: Value] = [:]
    swap(&kept, &elements)
    DispatchQueue.global(qos: .utility).async { [kept] in _ = kept.count }
}
