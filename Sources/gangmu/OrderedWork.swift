import Dispatch
import Glibc
import Synchronization

/// Work on many items by several threads at once, whose results come out in the order of the items.
enum OrderedWork {
    /// Threads that this machine runs at once.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Calls `produce` for each of `items`, up to `jobs` at a time, and `consume` with the results in order, on this thread, each as
    /// soon as it is its turn. `produce` is told whether its result is consumed before the next item is begun.
    /// No more items than `limit` by `weight` are begun and not consumed, so that results do not pile up in memory; a single heavier
    /// item goes alone.
    static func run<Item: Sendable, Product: Sendable>(
        _ items: [Item], jobs: Int, limit: Int, weight: (Item) -> Int,
        produce: @escaping @Sendable (Item, _ isAlone: Bool) -> Product, consume: (Product) -> Void
    ) {
        guard jobs > 1, items.count > 1 else {
            for item in items { consume(produce(item, true)) }
            return
        }
        let line = Line<Product>(weights: items.map(weight), limit: limit)
        while true {
            while let product = line.nextProduct() {
                consume(product)
                line.consumedOne()
            }
            if line.isDone { return }
            for _ in 0..<line.helpersToCall(of: jobs - 1) {
                DispatchQueue.global().async {
                    while let index = line.begin(asHelper: true) { line.end(index, produce(items[index], false)) }
                }
            }
            if let index = line.begin(asHelper: false) {
                line.end(index, produce(items[index], line.isAlone(index)))
            } else {
                line.waitForProduct()
            }
        }
    }

    /// Where the items stand: `consumed` up to one place, begun up to another.
    private final class Line<Product: Sendable>: Sendable {
        private struct State {
            var next = 0, consumed = 0
            /// The weight of what was begun and is not consumed.
            var load = 0
            var helpers = 0
            var products: [Int: Product] = [:]
        }

        private let state = Mutex(State())
        private let produced = DispatchSemaphore(value: 0)
        private let weights: [Int], limit: Int

        init(weights: [Int], limit: Int) {
            self.weights = weights
            self.limit = limit
        }

        var isDone: Bool { state.withLock { $0.consumed == weights.count } }

        func isAlone(_ index: Int) -> Bool { weights[index] > limit }

        private func hasRoom(_ state: State, asHelper: Bool) -> Bool {
            guard state.next < weights.count else { return false }
            return state.load <= limit - weights[state.next] || !asHelper && state.next == state.consumed
        }

        /// How many helpers are to be called so that there are `most`; they go where there is no room.
        func helpersToCall(of most: Int) -> Int {
            state.withLock { state in
                guard hasRoom(state, asHelper: true) else { return 0 }
                let lacking = min(most - state.helpers, weights.count - state.next)
                state.helpers += max(0, lacking)
                return max(0, lacking)
            }
        }

        /// The next item, where there is room for it.
        func begin(asHelper: Bool) -> Int? {
            state.withLock { state in
                guard hasRoom(state, asHelper: asHelper) else {
                    if asHelper { state.helpers -= 1 }
                    return nil
                }
                state.load += weights[state.next]
                state.next += 1
                return state.next - 1
            }
        }

        func end(_ index: Int, _ product: Product) {
            state.withLock { $0.products[index] = product }
            produced.signal()
        }

        func nextProduct() -> Product? { state.withLock { $0.products.removeValue(forKey: $0.consumed) } }

        func consumedOne() {
            state.withLock { state in
                state.load -= weights[state.consumed]
                state.consumed += 1
            }
        }

        /// Until something is produced, or at once, where something was since the last time.
        func waitForProduct() { produced.wait() }
    }
}
