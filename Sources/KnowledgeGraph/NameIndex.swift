import Lexicon

/// Names and aliases of places, sectors, indicators and plans, in any case of Latin letters.
public struct NameIndex: Sendable {
    /// Every name once, as it is written, and folded for comparison.
    var spellings = StringTable()
    var folded = StringTable()
    /// The node that each stands for.
    var type: Series<UInt8> = []
    var row: Series<UInt32> = []
    /// Entries by their folded bytes, those of one name in the order they came.
    var order: Series<UInt32> = []

    init() {}

    init(graph: Graph, lexicon: Lexicon) {
        var taken: [String: [NodeID]] = [:]
        func insert(_ name: String, _ node: NodeID) {
            let folded = name.lowercased()
            guard !folded.isEmpty, !(taken[folded]?.contains(node) ?? false) else { return }
            taken[folded, default: []].append(node)
            append(name, folded: folded, node)
        }
        func entries(
            _ type: NodeType, _ names: Series<StringTable.ID>, _ english: Series<StringTable.ID>, _ aliases: [String: [String]]
        ) {
            for row in names.indices {
                let name = graph.strings[names[row]], node = NodeID(type, row)
                insert(name, node)
                if let english = graph.strings.string(english[row]) { insert(english, node) }
                for alias in aliases[name] ?? [] { insert(alias, node) }
            }
        }
        func table<Entry>(
            _ entries: [Entry], _ name: KeyPath<Entry, String>, _ aliases: KeyPath<Entry, [String]>
        ) -> [String: [String]] {
            Dictionary(entries.map { ($0[keyPath: name], $0[keyPath: aliases]) }, uniquingKeysWith: +)
        }
        entries(.place, graph.places.name, graph.places.english, table(lexicon.places, \.name, \.aliases))
        entries(.sector, graph.sectors.name, graph.sectors.english, table(lexicon.sectors, \.name, \.aliases))
        for row in 0..<graph.sectors.count { insert(graph.strings[graph.sectors.code[row]], NodeID(.sector, row)) }
        entries(
            .indicator, graph.indicators.name, graph.indicators.english, table(lexicon.indicators, \.name, \.aliases))
        for plan in lexicon.plans {
            guard let row = graph.periods.index(of: plan.period) else { continue }
            for name in [plan.name, plan.english] + plan.aliases where !name.isEmpty { insert(name, NodeID(.period, row)) }
        }
        let keys = folded
        order = Series(
            (0..<UInt32(keys.count)).map { (Array(keys.utf8(of: $0)), $0) }
                .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0) }.map(\.1))
    }

    private mutating func append(_ name: String, folded key: String, _ node: NodeID) {
        _ = spellings.append(name)
        _ = folded.append(key)
        type.append(node.type.rawValue)
        row.append(node.index)
    }

    public var count: Int { row.count }

    private func node(_ entry: Int) -> NodeID? {
        NodeType(rawValue: type[entry]).map { NodeID($0, Int(row[entry])) }
    }

    /// Every name once, with the node it stands for; for did-you-mean and completion.
    public var all: [(name: String, node: NodeID)] {
        (0..<count).compactMap { entry in node(entry).map { (spellings[UInt32(entry)], $0) } }
    }

    /// Every name once, as `all`, each made only where it is asked for.
    public func forEach(_ body: (_ name: () -> String, _ node: NodeID) -> Void) {
        for entry in 0..<count {
            if let node = node(entry) { body({ spellings[UInt32(entry)] }, node) }
        }
    }

    /// The nodes that bear this name or alias: places first, then sectors, indicators and plans.
    public func nodes(named name: some StringProtocol) -> [NodeID] {
        let key = Array(name.lowercased().utf8)
        var low = 0, high = order.count
        while low < high {
            let middle = (low + high) / 2
            if folded.utf8(of: order[middle]).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        var found: [NodeID] = []
        while low < order.count, folded.utf8(of: order[low]).elementsEqual(key) {
            if let node = node(Int(order[low])) { found.append(node) }
            low += 1
        }
        return found
    }

    /// Whether any name begins so, in folded letters.
    public func hasNames(beginningWith folded: some StringProtocol) -> Bool {
        let key = Array(folded.utf8)
        var low = 0, high = order.count
        while low < high {
            let middle = (low + high) / 2
            if self.folded.utf8(of: order[middle]).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low < order.count && self.folded.utf8(of: order[low]).starts(with: key)
    }

    public func node(_ type: NodeType, named name: some StringProtocol) -> NodeID? {
        nodes(named: name).first { $0.type == type }
    }
}
