import Dispatch
import Glibc
import Synchronization

/// Work on several processors whose results come in the order of their numbers, so that they do not depend on how many there are.
package enum Parallel {
    package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// What `work` gives for each of `0..<count`; `workers` have each a memory of their own, made by `memory` and returned with the results.
    package static func map<Memory, Result: Sendable>(
        _ count: Int, memory: @Sendable () -> Memory, _ work: @Sendable (Int, inout Memory) -> Result
    ) -> [(worker: Int, result: Result)] where Memory: Sendable {
        mapKeeping(count, memory: memory, work).results
    }

    package static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        map(count, memory: { }, { index, _ in work(index) }).map(\.result)
    }

    /// Does `other` on this thread, and `work` on another meanwhile.
    package static func both<Result: Sendable, Other, Failure: Error>(
        _ work: @escaping @Sendable () -> Result, and other: () throws(Failure) -> Other
    ) throws(Failure) -> (Result, Other) {
        let found = Found<Result>(), hasEnded = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            let result = work()
            found.result.withLock { $0 = result }
            hasEnded.signal()
        }
        let other = Swift.Result { () throws(Failure) in try other() }
        hasEnded.wait()
        guard let result = found.result.withLock({ $0 }) else { return (work(), try other.get()) }
        return (result, try other.get())
    }

    private final class Found<Result: Sendable>: Sendable {
        let result = Mutex<Result?>(nil)
    }

    /// As `map`, with the memories of the workers.
    package static func mapKeeping<Memory: Sendable, Result: Sendable>(
        _ count: Int, memory: @Sendable () -> Memory, _ work: @Sendable (Int, inout Memory) -> Result
    ) -> (results: [(worker: Int, result: Result)], memories: [Memory]) {
        let workers = min(processors, count)
        guard workers > 1 else {
            var own = memory()
            return ((0..<count).map { (0, work($0, &own)) }, [own])
        }
        let next = Atomic(0)
        let found = Mutex<([(worker: Int, result: Result)?], [Memory?])>(
            (Array(repeating: nil, count: count), Array(repeating: nil, count: workers)))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var own = memory()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                let result = work(index, &own)
                found.withLock { $0.0[index] = (worker, result) }
            }
            found.withLock { $0.1[worker] = own }
        }
        return found.withLock { ($0.0.compactMap(\.self), $0.1.compactMap(\.self)) }
    }
}
