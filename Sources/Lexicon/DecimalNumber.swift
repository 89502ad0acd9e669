/// A decimal number kept exactly as a document writes it: `significand × 10^exponent`.
///
/// `41200`, `7.5` and `-2.50` keep their digits; `==`, `<` and `hash` compare by value, so `7.5 == 7.50`.
public struct DecimalNumber: Sendable {
    public let significand: Int64
    /// Power of ten, usually zero or negative: `7.5` is 75 × 10^-1.
    public let exponent: Int8

    public init(significand: Int64, exponent: Int8 = 0) {
        self.significand = significand
        self.exponent = exponent
    }

    public init(_ integer: Int) { self.init(significand: Int64(integer)) }

    /// Parses `-12.50`, `3`, `+4.1`; nil for anything else or where the digits overflow.
    public init?(_ text: some StringProtocol) {
        var digits: Int64 = 0, exponent = 0, seen = false, point = false, negative = false
        for (i, u) in text.utf8.enumerated() {
            switch u {
            case UInt8(ascii: "-") where i == 0: negative = true
            case UInt8(ascii: "+") where i == 0: break
            case UInt8(ascii: ".") where !point: point = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (m, o1) = digits.multipliedReportingOverflow(by: 10)
                let (s, o2) = m.addingReportingOverflow(Int64(u - UInt8(ascii: "0")))
                guard !o1, !o2 else { return nil }
                digits = s
                seen = true
                if point { exponent -= 1 }
            default: return nil
            }
        }
        guard seen, exponent >= -18 else { return nil }
        self.init(significand: negative ? -digits : digits, exponent: Int8(exponent))
    }

    public var double: Double {
        let s = Double(significand)
        if exponent >= 0 { return s * Self.power(Int(exponent)) }
        return s / Self.power(-Int(exponent))
    }

    public var negated: DecimalNumber { .init(significand: -significand, exponent: exponent) }

    /// The number × 10^`places`; exact.
    public func scaled(byPowerOfTen places: Int) -> DecimalNumber {
        .init(significand: significand, exponent: Int8(clamping: Int(exponent) + places))
    }

    private static func power(_ n: Int) -> Double {
        var r = 1.0
        for _ in 0..<n { r *= 10 }
        return r
    }

    /// The same value with the fewest digits, so that equal values have equal parts.
    public var reduced: DecimalNumber {
        guard significand != 0 else { return .init(significand: 0) }
        var s = significand, e = Int(exponent)
        while s % 10 == 0, e < 127 { s /= 10; e += 1 }
        return .init(significand: s, exponent: Int8(e))
    }
}

extension DecimalNumber: Hashable, Comparable {
    public static func == (a: DecimalNumber, b: DecimalNumber) -> Bool {
        if a.exponent == b.exponent { return a.significand == b.significand }
        let (x, y) = (a.reduced, b.reduced)
        return x.significand == y.significand && x.exponent == y.exponent
    }

    public func hash(into hasher: inout Hasher) {
        let r = reduced
        hasher.combine(r.significand)
        hasher.combine(r.exponent)
    }

    public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
        if a.exponent == b.exponent { return a.significand < b.significand }
        return a.double < b.double
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain notation without exponent: `41200`, `7.5`, `-2.50`; also a valid JSON number.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the number as `description` writes it.
    public func append(to bytes: inout [UInt8]) {
        if significand < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count, places = max(0, -Int(exponent))
        var rest = significand.magnitude, written = 0
        // From the last digit on; a point goes where the decimal places end, with at least one digit before it.
        repeat {
            if written == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= places
        bytes[start...].reverse()
        if exponent > 0, significand != 0 { for _ in 0..<exponent { bytes.append(UInt8(ascii: "0")) } }
    }
}
