import Dispatch
import Synchronization

/// Work beside the prompt. Interrupted, it is given a moment to stop of itself; where it cannot, since it waits for pages that a disk has
/// yet to give, the prompt goes on without it, and what it finds is forgotten.
enum Aside {
    /// Milliseconds to stop within, a part of those after which a person notices the wait; and those between two looks.
    private static let grace = 40, interval = 10

    private final class Shared<Result: Sendable>: Sendable {
        let result = Mutex<Result?>(nil)
        let isLeft = Atomic(false)
    }

    /// What `work` gives; nil where it was interrupted and did not stop. It asks what it is given whether to stop.
    static func run<Result: Sendable>(
        until isInterrupted: @escaping @Sendable () -> Bool,
        _ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Result
    ) -> Result? {
        let shared = Shared<Result>(), hasEnded = DispatchSemaphore(value: 0)
        DispatchQueue.global(qos: .userInitiated).async {
            let result = work { shared.isLeft.load(ordering: .relaxed) || isInterrupted() }
            shared.result.withLock { $0 = result }
            hasEnded.signal()
        }
        var waited = 0
        while hasEnded.wait(timeout: .now() + .milliseconds(interval)) == .timedOut {
            guard isInterrupted() else { continue }
            waited += interval
            if waited > grace {
                shared.isLeft.store(true, ordering: .relaxed)
                return nil
            }
        }
        return shared.result.withLock { $0 }
    }
}
