/// The edges into each of `count` nodes as compressed rows: offsets, and the sources of each node in ascending order.
public struct AdjacencyList: Sendable {
    var offsets: Series<UInt32>
    var sources: Series<UInt32>

    /// The reverse of a to-one column: `targets[s]` is the node that source s points to; a value of `count` or more, none.
    /// `moreTargets[i]` is a further node that `moreSources[i]` points to; these sources ascend.
    public init<Index: FixedWidthInteger & UnsignedInteger>(
        reversing targets: Series<Index>, moreSources: Series<UInt32> = [], moreTargets: Series<Index> = [], count: Int
    ) where Index: BitwiseCopyable & Sendable {
        var next = [UInt32](repeating: 0, count: count + 1)
        for target in targets where target < count { next[Int(target) + 1] += 1 }
        for target in moreTargets where target < count { next[Int(target) + 1] += 1 }
        for node in 0..<count { next[node + 1] += next[node] }
        offsets = Series(next)
        var sources = [UInt32](repeating: 0, count: Int(next[count]))
        func add(_ source: Int, _ target: Index) {
            guard target < count else { return }
            sources[Int(next[Int(target)])] = UInt32(source)
            next[Int(target)] += 1
        }
        var more = 0
        for (source, target) in targets.enumerated() {
            add(source, target)
            while more < moreSources.count, moreSources[more] == source {
                add(source, moreTargets[more])
                more += 1
            }
        }
        self.sources = Series(sources)
    }

    /// A many-to-many edge: the sources of each node in turn.
    public init(_ lists: [[UInt32]]) {
        offsets = [0]
        sources = []
        for list in lists {
            sources += list.sorted()
            offsets.append(UInt32(sources.count))
        }
    }

    public subscript(node: some BinaryInteger) -> SeriesSlice<UInt32> {
        let node = Int(node)
        guard node >= 0, node + 1 < offsets.count else { return sources[0..<0] }
        return sources[Int(offsets[node])..<Int(offsets[node + 1])]
    }
}
