import Lexicon

extension Quantity: CustomStringConvertible {
    /// The quantity as people write it: `≥41200元`, `≈5%`, `4.5–5%`, `与经济增长同步`.
    ///
    /// Growth and change carry their sign in front of the comparator, because the comparator speaks of the size without its
    /// sign: `-≥3%` is a fall of three percent or more.
    public var description: String {
        switch comparator {
        case .sync: return reference.map { "与\($0)同步" } ?? "同步"
        case .outpace: return "高于\(reference ?? "")" + (value.map { size($0) + (unit ?? "") } ?? "")
        default: break
        }
        guard let value else { return "" }
        let sign = aspect == .level ? "" : value.significand < 0 ? "-" : value.significand > 0 ? "+" : ""
        let number = aspect == .level ? value.description : size(value)
        let upper = high.map { "–" + (aspect == .level ? $0.description : size($0)) } ?? ""
        return sign + symbol + number + upper + (unit ?? "")
    }

    private var symbol: String {
        switch comparator {
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
