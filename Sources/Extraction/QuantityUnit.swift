import Documents

/// The unit of a quantity as written (万元, 个百分点): at most 16 folded units of text, in the value itself, since the rules ask
/// for its ends at every number. Of what is longer the beginning is kept, and it is not whole: no figure is stated in it.
struct QuantityUnit: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    /// Four units of text each, the last of all lowest in `a`.
    private var a: UInt64 = 0, b: UInt64 = 0, c: UInt64 = 0, d: UInt64 = 0
    private(set) var count = 0
    private(set) var isWhole = true

    init() {}

    init(_ text: some Sequence<UInt16>) {
        for unit in text { append(unit) }
    }

    init(unicodeScalarLiteral scalar: Unicode.Scalar) {
        (a, count) = (UInt64(UInt16(truncatingIfNeeded: scalar.value)), 1)
    }

    mutating func append(_ unit: UInt16) {
        guard count < 16 else {
            isWhole = false
            return
        }
        d = d << 16 | c >> 48
        c = c << 16 | b >> 48
        b = b << 16 | a >> 48
        a = a << 16 | UInt64(unit)
        count += 1
    }

    mutating func append(_ units: Span<UInt16>, _ range: Range<Int>) {
        for i in range { append(units[i]) }
    }

    mutating func append(contentsOf other: QuantityUnit) {
        for i in 0..<other.count { append(other[i]) }
        isWhole = isWhole && other.isWhole
    }

    /// Units of text from the beginning.
    subscript(i: Int) -> UInt16 {
        let k = count - 1 - i
        let word = k < 4 ? a : k < 8 ? b : k < 12 ? c : d
        return UInt16(truncatingIfNeeded: word >> UInt64(16 * (k & 3)))
    }

    var isEmpty: Bool { count == 0 }
    /// 0 where there is none.
    var first: UInt16 { count == 0 ? 0 : self[0] }
    /// 0 where there is none.
    var last: UInt16 { UInt16(truncatingIfNeeded: a) }

    func ends(in first: UInt16, _ second: UInt16) -> Bool { a & 0xFFFF_FFFF == UInt64(first) << 16 | UInt64(second) }

    func ends(in first: UInt16, _ second: UInt16, _ third: UInt16) -> Bool {
        a & 0xFFFF_FFFF_FFFF == UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
    }

    /// For tables of few units.
    var hash: Int { Int(truncatingIfNeeded: ((a ^ b &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    func dropFirst(while isDropped: (UInt16) -> Bool) -> QuantityUnit {
        var rest = QuantityUnit(), from = 0
        while from < count, isDropped(self[from]) { from += 1 }
        for i in from..<count { rest.append(self[i]) }
        return rest
    }

    /// As documents write it: with the brackets of Chinese text.
    var string: String {
        var text: [UInt16] = []
        for i in 0..<count { text.append(self[i] == "(" ? "（" : self[i] == ")" ? "）" : self[i]) }
        return String(folded: text.span)
    }
}
