import KnowledgeGraph
import Lexicon

/// Units of one measure in different sizes, whose numbers can be compared: 亿元 and 万亿元, and of weight 斤, 公斤, 担 and 吨.
struct SameMeasure: Hashable {
    /// The unit that all are counted in.
    var base: String
    /// How many of the base one of the unit is: `factor` × 10^`power`.
    private var factor: Int64
    private var power: Int

    /// Of weight: the size in tonnes. 斤 and 担 are those of the market (市制, 1929; 1959).
    private static let weights: [String: (factor: Int64, power: Int)] = [
        "斤": (5, -4), "市斤": (5, -4), "公斤": (1, -3), "千克": (1, -3), "担": (5, -2), "吨": (1, 0),
    ]

    /// What people and things are counted in. 万 alone may be of any of them (减少800万, 800万人).
    private static let counters: Set<String> = [
        "人", "户", "个", "家", "套", "所", "项", "台", "辆", "头", "件", "座", "条", "处", "间", "张", "只", "株", "棵", "次", "人次",
    ]
    private static let people: Set<String> = ["名", "位", "人口"]

    init(_ unit: String) {
        let scale = UnitScale(unit)
        let weight = Self.weights[scale.base]
        base = weight != nil ? "吨" : Self.people.contains(scale.base) ? "人" : scale.base
        factor = weight?.factor ?? 1
        power = scale.power + (weight?.power ?? 0)
    }

    /// Whether numbers of both can be compared: those of one measure, and a bare number with what counts people or things.
    func compares(with other: SameMeasure) -> Bool {
        base == other.base || base.isEmpty && Self.counters.contains(other.base) || other.base.isEmpty && Self.counters.contains(base)
    }

    /// A number of this unit in another one of the measure; exact, as long as the digits suffice.
    func convert(_ number: DecimalNumber, to other: SameMeasure) -> DecimalNumber {
        var number = number.scaled(byPowerOfTen: power - other.power)
        if factor == 5, other.factor == 1 { number = times(number, 5) }
        // By a fifth: twice a tenth.
        if factor == 1, other.factor == 5 { number = times(number, 2).scaled(byPowerOfTen: -1) }
        return number
    }

    private func times(_ number: DecimalNumber, _ factor: Int64) -> DecimalNumber {
        let (product, overflow) = number.significand.multipliedReportingOverflow(by: factor)
        return overflow ? number : DecimalNumber(significand: product, exponent: number.exponent)
    }
}

extension Graph {
    /// What a figure is measured in; nil without a unit.
    func measure(_ figure: Int) -> SameMeasure? { unitName(figure).map { SameMeasure($0) } }

    /// The number of one figure in the unit of another.
    func converted(_ number: DecimalNumber, _ figure: Int, as other: Int) -> DecimalNumber {
        guard let own = measure(figure), let theirs = measure(other) else { return number }
        return own.convert(number, to: theirs)
    }
}
