/// Writing a long answer down ends where somebody stops it; what has been written by then is of no use.
public enum Rendering {
    /// Whether to stop; asked now and then while an answer is written down.
    ///
    /// A type of its own: where the runtime is linked statically, an optimised program finds no metadata of a bare function type, and a
    /// task-local value needs it.
    public struct Stop: Sendable {
        let isAsked: @Sendable () -> Bool

        public init(when isAsked: @escaping @Sendable () -> Bool) { self.isAsked = isAsked }
    }

    @TaskLocal public static var stop = Stop { false }
}

/// Elements until the writing is stopped.
struct Heeding<Base: Sequence>: Sequence, IteratorProtocol {
    private var base: Base.Iterator
    private var number = 0
    private let stop = Rendering.stop

    init(_ base: Base) { self.base = base.makeIterator() }

    mutating func next() -> Base.Element? {
        number += 1
        return number & 255 == 0 && stop.isAsked() ? nil : base.next()
    }
}

extension Sequence {
    /// The elements until the writing is stopped.
    var heeded: Heeding<Self> { Heeding(self) }
}
