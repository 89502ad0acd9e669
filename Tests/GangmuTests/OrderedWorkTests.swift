import Synchronization
import Testing

@testable import gangmu

@Suite struct OrderedWorkTests {
    /// Each item's work takes as long as chance has it.
    private func results(_ count: Int, jobs: Int, limit: Int, weight: (Int) -> Int) -> [Int] {
        var found: [Int] = []
        OrderedWork.run(Array(0..<count), jobs: jobs, limit: limit, weight: weight) { item, _ in
            var sum = 0
            for k in 0..<Int.random(in: 0..<20_000) { sum &+= k ^ item }
            return sum == .min ? -1 : item
        } consume: {
            found.append($0)
        }
        return found
    }

    @Test(arguments: [1, 2, 3, 8], [1, 10, 1000])
    func resultsComeInOrder(jobs: Int, limit: Int) {
        for count in [0, 1, 2, 7, 300] {
            #expect(results(count, jobs: jobs, limit: limit) { $0 % 4 } == Array(0..<count))
        }
    }

    /// Items that weigh nothing are not held back.
    @Test func weightlessItemsComeInOrder() {
        #expect(results(500, jobs: 4, limit: .max) { _ in 0 } == Array(0..<500))
    }

    @Test func noMoreIsBegunThanTheLimit() {
        let load = Atomic(0), most = Atomic(0)
        OrderedWork.run(Array(0..<200), jobs: 4, limit: 10, weight: { _ in 3 }) { item, isAlone in
            #expect(!isAlone)
            _ = most.max(load.wrappingAdd(3, ordering: .sequentiallyConsistent).newValue, ordering: .sequentiallyConsistent)
            return item
        } consume: { _ in
            load.wrappingSubtract(3, ordering: .sequentiallyConsistent)
        }
        #expect(most.load(ordering: .sequentiallyConsistent) <= 10)
    }

    @Test func aHeavyItemGoesAlone() {
        let alone = Mutex<[Int]>([]), running = Atomic(0)
        OrderedWork.run(Array(0..<60), jobs: 4, limit: 10, weight: { $0 % 20 == 7 ? 50 : 3 }) { item, isAlone in
            let others = running.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue
            if isAlone {
                #expect(others == 0)
                alone.withLock { $0.append(item) }
            }
            running.wrappingSubtract(1, ordering: .sequentiallyConsistent)
            return item
        } consume: { _ in }
        #expect(alone.withLock { $0 } == [7, 27, 47])
    }
}
