import Documents
import Lexicon

/// The parts of a line of JSON whose room was made beforehand (`JSONWriter.line`); the caller knows them to be whole at its end.
extension OutputSpan<UInt8> {
    /// The most bytes that `count` bytes of text take in quotes, escaped or not.
    static func room(forText count: Int) -> Int { 6 * count + 2 }

    /// The most bytes that a number takes.
    static var roomForNumber: Int { 160 }

    mutating func append(number: Int) {
        if number >= 0, number < 10_000 { return append(short: UInt32(truncatingIfNeeded: number)) }
        guard number >= 0, number < 100_000_000 else { return append(long: number) }
        // Eight digits at once, the first one lowest: two numbers of four digits, four of two, eight of one.
        let fours = UInt64(number / 10_000) | UInt64(number % 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x7F_0000_007F
        let twos = hundreds | (fours &- 100 &* hundreds) << 16
        let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
        let digits = tens | (twos &- 10 &* tens) << 8
        // Zeros before the first digit, but for the last one.
        let zeros = (digits | 1 << 56).trailingZeroBitCount & ~7
        append(word: (digits | 0x3030_3030_3030_3030) &>> UInt64(zeros), count: 8 &- zeros >> 3)
    }

    /// A number of at most four digits.
    @inline(__always)
    private mutating func append(short number: UInt32) {
        let hundreds = (number &* 10_486) >> 20
        let twos = hundreds | (number &- 100 &* hundreds) << 16
        let tens = (twos &* 103) >> 10 & 0x000F_000F
        let digits = tens | (twos &- 10 &* tens) << 8
        let zeros = (digits | 1 << 24).trailingZeroBitCount & ~7
        append(word: UInt64((digits | 0x3030_3030) &>> UInt32(zeros)), count: 4 &- zeros >> 3)
    }

    @inline(never)
    private mutating func append(long number: Int) { append(number.description.utf8Span.span) }

    mutating func append(number: DecimalNumber?) {
        guard let number else { return append("null") }
        let places = -Int(number.exponent)
        if places == 0 { return append(number: Int(number.significand)) }
        guard places > 0, places < 18 else { return append(number.description.utf8Span.span) }
        // As `description` writes it, without the detour over a string.
        if number.significand < 0 { append(UInt8(ascii: "-")) }
        var digits = number.significand.magnitude, point: UInt64 = 1
        for _ in 0..<places { point *= 10 }
        append(number: Int(truncatingIfNeeded: digits / point))
        append(UInt8(ascii: "."))
        digits %= point
        while point > 1 {
            point /= 10
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / point))
            digits %= point
        }
    }

    /// Well-formed text in quotes.
    mutating func append(text: String) {
        append("\"")
        append(quoted: text.utf8Span.span, isValid: true)
        append("\"")
    }

    mutating func append(text: String?) {
        if let text { append(text: text) } else { append("null") }
    }

    /// UTF-8 bytes for between quotes; `isValid` where they are known to be well-formed.
    mutating func append(quoted text: Span<UInt8>, isValid: Bool) {
        if isValid, Self.isPlain(text) { append(text) } else { append(escaped: text) }
    }

    @inline(never)
    private mutating func append(escaped text: Span<UInt8>) {
        var escaped = JSONWriter()
        escaped.appendEscaped(text)
        append(escaped.bytes.span)
    }

    /// Whether no byte of well-formed UTF-8 has to be escaped; a few that need not be are doubted too.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        let count = text.count
        var doubts: SIMD2<UInt64>
        if count >= 16 {
            // The last sixteen overlap those before them.
            doubts = Self.doubts(text.words(at: count &- 16))
            var i = 0
            while i &+ 16 < count {
                doubts |= Self.doubts(text.words(at: i))
                i &+= 16
            }
        } else if count >= 4 {
            let middle = count >> 1 & ~3
            let last = UInt64(text.word(at: count &- 4)) << 32 | UInt64(text.word(at: count &- 4 &- middle))
            doubts = Self.doubts(SIMD2(UInt64(text.word(at: 0)) << 32 | UInt64(text.word(at: middle)), last))
        } else {
            var word: UInt64 = 0x2020_2020
            for i in text.indices { word = word << 8 | UInt64(text[i]) }
            doubts = Self.doubts(SIMD2(repeating: word << 32 | 0x2020_2020))
        }
        return (doubts[0] | doubts[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// The highest bits of the bytes of `text` say whether there is a control, a quote, a backslash, a byte 0x7F or 0xC2 among them.
    @inline(__always)
    private static func doubts(_ text: SIMD2<UInt64>) -> SIMD2<UInt64> {
        func all(_ byte: UInt64) -> SIMD2<UInt64> { SIMD2(repeating: byte &* 0x0101_0101_0101_0101) }
        let ones = all(1), lead = text ^ all(0xC2)
        let ascii = (text &- all(0x20)) | ((text ^ all(0x22)) &- ones) | ((text ^ all(0x5C)) &- ones) | ((text ^ all(0x7F)) &- ones)
        return ascii & ~text | (lead &- ones) & ~lead
    }

    /// A code of ASCII letters for between quotes, up to its first dot.
    mutating func append(code: String) {
        let code = code.utf8Span.span
        var end = 0
        while end < code.count, code[end] != UInt8(ascii: ".") { end &+= 1 }
        append(code.extracting(first: end))
    }
}
