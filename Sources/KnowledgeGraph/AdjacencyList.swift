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
        sources = Series(count: Int(next[count])) { sources in
            var more = 0
            for source in 0..<targets.count {
                let target = targets[source]
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
    }

    /// The reverse of edges that few rows have.
    init(_ edges: SparseEdges, count: Int) {
        var next = [UInt32](repeating: 0, count: count + 1)
        for node in edges.nodes where node < count { next[Int(node) + 1] += 1 }
        for node in 0..<count { next[node + 1] += next[node] }
        offsets = Series(next)
        sources = Series(count: Int(next[count])) { sources in
            for at in 0..<edges.nodes.count where edges.nodes[at] < count {
                let node = Int(edges.nodes[at])
                sources[Int(next[node])] = edges.rows[at]
                next[node] += 1
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

    /// How many edges lead into a node.
    public func count(of node: Int) -> Int { node >= 0 && node + 1 < offsets.count ? offsets.range(at: node).count : 0 }

    public subscript(node: some BinaryInteger) -> SeriesSlice<UInt32> {
        let node = Int(node)
        guard node >= 0, node + 1 < offsets.count else { return sources[0..<0] }
        return sources[offsets.range(at: node)]
    }
}
