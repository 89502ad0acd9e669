import KnowledgeGraph

/// A condition with every name looked up: which rows of one type it holds for.
indirect enum Filter: Sendable {
    case everything
    case nothing
    case all([Filter])
    case any([Filter])
    case not(Filter)
    /// Rows whose code the mask allows; `rows` are the same in ascending order, where an adjacency list has them at hand.
    case codes(CodeColumn, mask: [Bool], rows: [UInt32]?)
    /// Exactly these rows, ascending.
    case rows([UInt32])
    case test(@Sendable (Int) -> Bool)
    /// What can only be told of many rows at once: those of the given ones that it holds for.
    case subset(@Sendable ([UInt32]) throws(Diagnostic) -> Set<UInt32>)

    /// The rows it holds for, of `count` in all.
    func rows(of count: Int, isCancelled: () -> Bool) throws(Diagnostic) -> [UInt32] {
        switch self {
        case .nothing: return []
        case .codes(_, _, let rows?), .rows(let rows): return rows
        case .all(let parts):
            // Begin where the fewest rows are at hand.
            var best: (index: Int, rows: [UInt32])?
            for (index, part) in parts.enumerated() {
                switch part {
                case .codes(_, _, let rows?), .rows(let rows):
                    if rows.count < best?.rows.count ?? .max { best = (index, rows) }
                default: break
                }
            }
            guard let best else { break }
            let rest = parts.enumerated().filter { $0.offset != best.index }.map(\.element)
            return try Filter.all(rest).apply(to: best.rows, isCancelled: isCancelled)
        default: break
        }
        return try apply(to: (0..<UInt32(count)).map { $0 }, isCancelled: isCancelled)
    }

    /// Keeps what it holds for, in the order given.
    func apply(to rows: [UInt32], isCancelled: () -> Bool) throws(Diagnostic) -> [UInt32] {
        if isCancelled() { throw .cancelled }
        switch self {
        case .everything: return rows
        case .nothing: return []
        case .all(let parts):
            // What costs most is asked last, of the rows that are left.
            var rows = rows
            for part in parts.filter({ !$0.isCostly }) + parts.filter(\.isCostly) where !rows.isEmpty { rows = try part.apply(to: rows, isCancelled: isCancelled) }
            return rows
        case .any(let parts):
            var kept: Set<UInt32> = []
            for part in parts { kept.formUnion(try part.apply(to: rows, isCancelled: isCancelled)) }
            return rows.filter { kept.contains($0) }
        case .not(let part):
            let dropped = Set(try part.apply(to: rows, isCancelled: isCancelled))
            return rows.filter { !dropped.contains($0) }
        case .codes(let column, let mask, _): return column.filter(rows, mask)
        case .rows(let allowed):
            return rows.filter { row in
                let next = allowed.partitioningIndex { $0 >= row }
                return next < allowed.count && allowed[next] == row
            }
        case .subset(let kept):
            let kept = try kept(rows)
            return rows.filter { kept.contains($0) }
        case .test(let holds):
            var kept: [UInt32] = []
            for (index, row) in rows.enumerated() {
                if index & 4095 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.sifting, index, of: rows.count)
                }
                if holds(Int(row)) { kept.append(row) }
            }
            return kept
        }
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
