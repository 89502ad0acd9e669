import Lexicon

/// What became of a target.
public enum Outcome: String, CaseIterable, Sendable {
    /// The result is on the side of the target that it asks for.
    case met
    /// The result falls short of a target that is set as 左右, by no more than a twentieth of it.
    case near
    case missed
    /// A later document says in words that it was reached, without a number.
    case saidMet = "said-met"
    /// A later document says in words that it was not reached.
    case saidMissed = "said-missed"
    /// The place has reported on that time, but not this.
    case unreported
    /// No document at hand looks back on that time.
    case pending
    /// The target or its result has no number that could be compared.
    case unclear

    /// Its number among all cases.
    var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The number that a target asks for, in the unit that results are compared in.
struct Bound: Equatable {
    var comparator: Comparator
    var value: DecimalNumber
    var high: DecimalNumber?
    /// Whether less is better.
    var isCeiling: Bool

    /// - Parameter direction: Of the indicator. Where none is known, more is taken for better.
    /// - Parameter falls: Whether the target is a fall (降低3%), whose size its comparator speaks of.
    init(_ comparator: Comparator, _ value: DecimalNumber, _ high: DecimalNumber? = nil, direction: Direction, falls: Bool = false) {
        self.comparator = falls ? comparator.turned : comparator
        // A fall of 3–4% goes from -4 to -3.
        self.value = high.map { min($0, value) } ?? value
        self.high = high.map { max($0, value) }
        isCeiling = falls || direction == .down
    }

    /// The number that the gap is taken from: of a range the end that must not be passed.
    var edge: DecimalNumber {
        if comparator == .range, let high, isCeiling { return high }
        return value
    }

    /// Whether the number must be reached from below, so that a result known to be above it is enough.
    private var isFloor: Bool {
        switch comparator {
        case .atLeast, .moreThan: true
        case .atMost, .lessThan: false
        default: !isCeiling
        }
    }

    /// - Parameter said: How the result bounds its own number: 超过1200万 is at least that, however much more it is.
    func outcome(of result: DecimalNumber, said: Comparator = .equal) -> Outcome {
        let outcome = outcome(of: result)
        switch said {
        case .atLeast, .moreThan: return (outcome == .met) == isFloor ? outcome : .unclear
        case .atMost, .lessThan: return (outcome == .met) == isFloor ? .unclear : outcome
        default: return outcome
        }
    }

    private func outcome(of result: DecimalNumber) -> Outcome {
        switch comparator {
        case .atLeast: result >= value ? .met : .missed
        case .moreThan: result > value ? .met : .missed
        case .atMost: result <= value ? .met : .missed
        case .lessThan: result < value ? .met : .missed
        case .equal, .range: isCeiling ? (result <= edge ? .met : .missed) : (result >= edge ? .met : .missed)
        case .approximately:
            if isCeiling ? result <= value : result >= value { .met }
            else { abs(result.double - value.double) <= abs(value.double) / Self.around + 1e-9 ? .near : .missed }
        case .sync, .outpace: .unclear
        }
    }

    /// 左右 allows a twentieth: 7% and a result of 6.9%, but not 6.5%.
    private static let around = 20.0
}

extension DecimalNumber {
    /// Exact; nil where the digits overflow.
    func minus(_ other: DecimalNumber) -> DecimalNumber? {
        let power = min(exponent, other.exponent)
        guard let a = digits(at: power), let b = other.digits(at: power) else { return nil }
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        return overflow ? nil : DecimalNumber(significand: difference, exponent: power).trimmed
    }

    private func digits(at power: Int8) -> Int64? {
        var digits = significand
        for _ in 0..<(Int(exponent) - Int(power)) {
            let (next, overflow) = digits.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            digits = next
        }
        return digits
    }
}
