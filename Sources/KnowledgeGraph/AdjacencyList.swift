/// The edges into each of `count` nodes as compressed rows: offsets, and the sources of each node in ascending order.
public struct AdjacencyList: Sendable {
    private var offsets: [UInt32]
    private var sources: [UInt32]

    /// The reverse of a to-one column: `targets[s]` is the node that source s points to; a value of `count` or more, none.
    /// `moreTargets[i]` is a further node that `moreSources[i]` points to; these sources ascend.
    public init<Index: FixedWidthInteger & UnsignedInteger>(
        reversing targets: [Index], moreSources: [UInt32] = [], moreTargets: [Index] = [], count: Int
    ) {
        offsets = [UInt32](repeating: 0, count: count + 1)
        for target in targets where target < count { offsets[Int(target) + 1] += 1 }
        for target in moreTargets where target < count { offsets[Int(target) + 1] += 1 }
        for node in 0..<count { offsets[node + 1] += offsets[node] }
        sources = [UInt32](repeating: 0, count: Int(offsets[count]))
        var next = offsets, more = 0
        for (source, target) in targets.enumerated() {
            if target < count {
                sources[Int(next[Int(target)])] = UInt32(source)
                next[Int(target)] += 1
            }
            while more < moreSources.count, moreSources[more] == source {
                let target = moreTargets[more]
                if target < count {
                    sources[Int(next[Int(target)])] = UInt32(source)
                    next[Int(target)] += 1
                }
                more += 1
            }
        }
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

    public subscript(node: some BinaryInteger) -> ArraySlice<UInt32> {
        let node = Int(node)
        guard node >= 0, node + 1 < offsets.count else { return [] }
        return sources[Int(offsets[node])..<Int(offsets[node + 1])]
    }
}
