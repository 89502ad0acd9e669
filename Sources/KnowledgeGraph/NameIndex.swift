import Lexicon

/// Names and aliases of places, sectors, indicators and plans, in any case of Latin letters.
public struct NameIndex: Sendable {
    private var nodes: [String: [NodeID]] = [:]
    /// Every name once, with the node it stands for; for did-you-mean and completion.
    public private(set) var all: [(name: String, node: NodeID)] = []

    init() {}

    init(graph: Graph, lexicon: Lexicon) {
        func entries(_ type: NodeType, _ names: [StringTable.ID], _ english: [StringTable.ID], _ aliases: [String: [String]]) {
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
    }

    private mutating func insert(_ name: String, _ node: NodeID) {
        let folded = name.lowercased()
        guard !folded.isEmpty, !(nodes[folded]?.contains(node) ?? false) else { return }
        nodes[folded, default: []].append(node)
        all.append((name, node))
    }

    /// The nodes that bear this name or alias: places first, then sectors, indicators and plans.
    public func nodes(named name: some StringProtocol) -> [NodeID] { nodes[name.lowercased()] ?? [] }

    public func node(_ type: NodeType, named name: some StringProtocol) -> NodeID? {
        nodes(named: name).first { $0.type == type }
    }
}
