import Glibc

/// Round numbers along an axis, after Heckbert's "Nice numbers for graph labels" (Graphics Gems, 1990).
struct Axis {
    private(set) var low: Double
    private(set) var high: Double
    private(set) var step: Double

    /// An axis that holds `values`, with about `count` steps; from zero where that is not far below them.
    init(_ values: [Double], count: Int) {
        var low = values.min() ?? 0, high = values.max() ?? 1
        if low > 0, low < high * 0.5 { low = 0 }
        if high < 0, high > low * 0.5 { high = 0 }
        if high == low { (low, high) = low == 0 ? (0, 1) : (min(low, 0), max(high, 0)) }
        step = Self.round((high - low) / Double(max(1, count)))
        self.low = (low / step).rounded(.down) * step
        self.high = (high / step).rounded(.up) * step
    }

    private static func round(_ number: Double) -> Double {
        let power = pow(10, log10(number).rounded(.down)), fraction = number / power
        return (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 2.5 ? 2.5 : fraction <= 5 ? 5 : 10) * power
    }

    var ticks: [Double] {
        let count = Int(((high - low) / step).rounded())
        return (0...max(1, count)).map { low + Double($0) * step }
    }

    /// Where a value lies, from 0 at the low end to 1 at the high one.
    func place(of value: Double) -> Double { (value - low) / (high - low) }

    /// A tick or value as it is written: no more decimals than it has, at most three.
    static func text(_ value: Double) -> String {
        let thousandths = (value * 1000).rounded()
        guard thousandths.magnitude < 9e15 else { return "\(value)" }
        var digits = String(Int64(thousandths.magnitude))
        digits = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        var text = String(digits.dropLast(3)), decimals = digits.suffix(3)
        while decimals.last == "0" { decimals = decimals.dropLast() }
        if !decimals.isEmpty { text += "." + decimals }
        return (thousandths < 0 ? "-" : "") + text
    }
}
