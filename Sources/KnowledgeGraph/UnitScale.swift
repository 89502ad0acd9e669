/// A unit taken apart: the plain unit, and the power of ten that multiplies it.
public struct UnitScale: Hashable, Sendable {
    public var power: Int
    public var base: String

    /// `亿元` → 8 元, `万亿斤` → 12 斤, `兆元` → 12 元, `个百分点` → 0 百分点, `千瓦` → 0 千瓦, `万` → 4 and no unit.
    public init(_ unit: String) {
        var rest = Substring(unit)
        power = 0
        while let first = rest.first {
            if let zeros = Self.myriads[first] {
                power += zeros
                rest.removeFirst()
            } else if first == "兆", let next = rest.dropFirst().first, "元斤人美".contains(next) {
                power += 12
                rest.removeFirst()
            } else if let zeros = Self.multiples[first], let next = rest.dropFirst().first, Self.myriads[next] != nil {
                // 千万, 百亿; 千 alone begins units such as 千瓦 and stays.
                power += zeros
                rest.removeFirst()
            } else {
                break
            }
        }
        if rest.count > 1, rest.first == "个" { rest.removeFirst() }
        base = String(rest)
    }

    private static let myriads: [Character: Int] = ["万": 4, "萬": 4, "亿": 8, "億": 8]
    private static let multiples: [Character: Int] = ["十": 1, "百": 2, "千": 3]
}
