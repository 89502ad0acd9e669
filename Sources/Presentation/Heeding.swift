/// Writing a long answer down ends where somebody stops it; what has been written by then is of no use.
public enum Rendering {
    /// Asked now and then while an answer is written down.
    @TaskLocal public static var isCancelled: @Sendable () -> Bool = { false }
}

/// Elements until the writing is stopped.
struct Heeding<Base: Sequence>: Sequence, IteratorProtocol {
    private var base: Base.Iterator
    private var number = 0
    private let isCancelled = Rendering.isCancelled

    init(_ base: Base) { self.base = base.makeIterator() }

    mutating func next() -> Base.Element? {
        number += 1
        return number & 255 == 0 && isCancelled() ? nil : base.next()
    }
}

extension Sequence {
    /// The elements until the writing is stopped.
    var heeded: Heeding<Self> { Heeding(self) }
}
