import Lexicon

extension Quantity: CustomStringConvertible {
    /// The quantity as people write it: `≥41200元`, `≈5%`, `4.5–5%`, `+20元`, `与经济增长同步`.
    ///
    /// The comparator speaks of the size without its sign, so it turns around in front of a fall: 降低3%以上 is `≤-3%`. A
    /// change that rises carries a plus, so that it is no level.
    public var description: String {
        switch comparator {
        case .sync: return reference.map { "与\($0)同步" } ?? "同步"
        case .outpace: return "高于\(reference ?? "")" + (value.map { size($0) + (unit ?? "") } ?? "")
        default: break
        }
        guard let value else { return "" }
        let falls = value.significand < 0
        let plus = aspect == .change && value.significand > 0 ? "+" : ""
        return symbol(turned: falls && aspect != .level) + plus + value.description + (high.map { "–" + $0.description } ?? "")
            + (unit ?? "")
    }

    private func symbol(turned: Bool) -> String {
        switch comparator {
        case .approximately: "≈"
        case .atLeast: turned ? "≤" : "≥"
        case .atMost: turned ? "≥" : "≤"
        case .moreThan: turned ? "<" : ">"
        case .lessThan: turned ? ">" : "<"
        case .equal, .range, .sync, .outpace: ""
        }
    }

    private func size(_ number: DecimalNumber) -> String {
        (number.significand < 0 ? number.negated : number).description
    }
}
