import Lexicon

extension Quantity: CustomStringConvertible {
    /// The quantity as people write it: `≥41200元`, `≈5%`, `4.5–5%`, `+20元`, `≤-3%`, `与经济增长同步`. A change that rises carries a
    /// plus, so that it is no level.
    public var description: String {
        switch comparator {
        case .sync: return reference.map { "与\($0)同步" } ?? "同步"
        case .outpace: return "高于\(reference ?? "")" + (value.map { size($0) + (unit ?? "") } ?? "")
        default: break
        }
        guard let value else { return "" }
        let plus = aspect == .change && value.significand > 0 ? "+" : ""
        return symbol + plus + value.description + (high.map { "–" + $0.description } ?? "") + (unit ?? "")
    }

    /// How the number with its sign is bounded: `comparator` speaks of the size without it, so that 降低3%以上 is at most -3.
    public var bound: Comparator { aspect != .level && (value?.significand ?? 0) < 0 ? comparator.turned : comparator }

    private var symbol: String {
        switch bound {
        case .approximately: "≈"
        case .atLeast: "≥"
        case .atMost: "≤"
        case .moreThan: ">"
        case .lessThan: "<"
        case .equal, .range, .sync, .outpace: ""
        }
    }

    private func size(_ number: DecimalNumber) -> String {
        (number.significand < 0 ? number.negated : number).description
    }
}
