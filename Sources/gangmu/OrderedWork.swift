import Dispatch
import Glibc
import Synchronization

/// Work on many items by several threads at once, whose results come out in the order of the items.
enum OrderedWork {
    /// Threads that this machine runs at once.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Calls `produce` for each of `items`, up to `jobs` at a time, and `consume` with the results in order, on this thread.
    /// `produce` is told whether its result is consumed before the next item is begun.
    /// Items go in batches of at most `limit` by `weight`, so that no more results than those of one batch wait in memory.
    static func run<Item: Sendable, Product: Sendable>(
        _ items: [Item], jobs: Int, limit: Int, weight: (Item) -> Int,
        produce: @Sendable (Item, _ isAlone: Bool) -> Product, consume: (Product) -> Void
    ) {
        var start = 0
        while start < items.count {
            var end = start, load = 0
            while end < items.count, end == start || load + weight(items[end]) <= limit {
                load += weight(items[end])
                end += 1
            }
            let batch = items[start..<end]
            start = end
            guard jobs > 1, batch.count > 1 else {
                for item in batch { consume(produce(item, true)) }
                continue
            }
            let next = Atomic(batch.startIndex)
            let products = Mutex([Product?](repeating: nil, count: batch.count))
            DispatchQueue.concurrentPerform(iterations: min(jobs, batch.count)) { _ in
                while true {
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < batch.endIndex else { return }
                    let product = produce(batch[index], false)
                    products.withLock { $0[index - batch.startIndex] = product }
                }
            }
            for product in products.withLock({ $0 }) { if let product { consume(product) } }
        }
    }
}
