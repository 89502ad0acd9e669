import KnowledgeGraph

/// A condition with every name looked up: which rows of one type it holds for.
indirect enum Filter: Sendable {
    case everything
    case nothing
    case all([Filter])
    case any([Filter])
    case not(Filter)
    /// Rows whose code the mask allows; `known` says which codes these are, where they are few.
    case codes(CodeColumn, mask: [Bool], known: KnownCodes?)
    /// Exactly these rows, ascending.
    case rows([UInt32])
    case test(@Sendable (Int) -> Bool)
    /// What can only be told of many rows at once: those of the given ones that it holds for.
    case subset(@Sendable ([UInt32]) throws(Diagnostic) -> Set<UInt32>)

    /// The rows of the type that it holds for.
    func rows(of type: NodeType, in graph: Graph, isCancelled: @escaping () -> Bool) throws(Diagnostic) -> [UInt32] {
        try found(of: type, in: graph, isCancelled: isCancelled).rows
    }

    /// The rows of the type that it holds for, and the list that they were found in, if any.
    func found(
        of type: NodeType, in graph: Graph, isCancelled: @escaping () -> Bool
    ) throws(Diagnostic) -> (rows: [UInt32], list: CodeLists.Found?) {
        switch self {
        case .nothing: return ([], nil)
        case .rows(let rows): return (rows, nil)
        default: break
        }
        let count = graph.count(of: type)
        var parts = conjuncts
        // Begin where the fewest rows are at hand: with those of two codes together, of one, or of a search.
        let known = CodeLists(graph: graph, type: type).shortest(parts.compactMap(\.known))
        var fewest = known?.list
        for part in parts {
            if case .rows(let rows) = part, rows.count < fewest?.count ?? .max { fewest = RowList(count: rows.count) { rows } }
        }
        guard let fewest, fewest.count < count else {
            return (try apply(to: (0..<UInt32(count)).map { $0 }, isCancelled: isCancelled), nil)
        }
        var list: CodeLists.Found?
        if let known, fewest.count == known.list.count {
            parts.removeAll { known.holds($0.known) }
            list = known
        }
        return (try Filter.all(parts).apply(to: fewest.rows(), isCancelled: isCancelled), list)
    }

    private var known: KnownCodes? {
        if case .codes(_, _, let known) = self { known } else { nil }
    }

    /// What must hold, all of it.
    private var conjuncts: [Filter] {
        if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }

    /// Keeps what it holds for, in the order given.
    func apply(to rows: [UInt32], isCancelled: @escaping () -> Bool) throws(Diagnostic) -> [UInt32] {
        if isCancelled() { throw .cancelled }
        switch self {
        case .everything: return rows
        case .nothing: return []
        case .all(let parts):
            // What costs most is asked last, of the rows that are left.
            var rows = rows
            for part in parts.filter({ !$0.isCostly }) + parts.filter(\.isCostly) where !rows.isEmpty {
                rows = try part.apply(to: rows, isCancelled: isCancelled)
            }
            return rows
        case .any(let parts):
            var kept: Set<UInt32> = []
            for part in parts {
                for row in try part.apply(to: rows, isCancelled: isCancelled).until(isCancelled) { kept.insert(row) }
            }
            try stopIfCancelled(isCancelled)
            return try Self.sifted(rows, isCancelled) { kept.contains($0) }
        case .not(let part):
            let dropped = try Set(try part.apply(to: rows, isCancelled: isCancelled), unless: isCancelled)
            return try Self.sifted(rows, isCancelled) { !dropped.contains($0) }
        case .codes(let column, let mask, _): return column.filter(rows, mask)
        case .rows(let allowed):
            return try Self.sifted(rows, isCancelled) { row in
                let next = allowed.partitioningIndex { $0 >= row }
                return next < allowed.count && allowed[next] == row
            }
        case .subset(let kept):
            let kept = try kept(rows)
            return try Self.sifted(rows, isCancelled) { kept.contains($0) }
        case .test(let holds):
            var kept: [UInt32] = []
            for (index, row) in rows.enumerated() {
                if index & 63 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.sifting, index, of: rows.count)
                }
                if holds(Int(row)) { kept.append(row) }
            }
            return kept
        }
    }

    private static func sifted(
        _ rows: [UInt32], _ isCancelled: @escaping () -> Bool, _ isKept: (UInt32) -> Bool
    ) throws(Diagnostic) -> [UInt32] {
        let kept = rows.until(isCancelled).filter(isKept)
        try stopIfCancelled(isCancelled)
        return kept
    }

    private var isCostly: Bool {
        switch self {
        case .subset: true
        case .not(let part): part.isCostly
        case .all(let parts), .any(let parts): parts.contains(where: \.isCostly)
        default: false
        }
    }
}

extension Diagnostic {
    /// Ctrl-C ended the work.
    public static let stopped = cancelled
    static let cancelled = Diagnostic(.interrupted, Message.interrupted.text, at: .init(0, 0))
}
