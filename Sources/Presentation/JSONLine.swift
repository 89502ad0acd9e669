import Documents
import Lexicon

/// The parts of a line of JSON whose room was made beforehand (`JSONWriter.line`); the caller knows them to be whole at its end.
extension OutputSpan<UInt8> {
    /// The most bytes that `count` bytes of text take in quotes, escaped or not.
    static func room(forText count: Int) -> Int { 6 * count + 2 }

    /// The most bytes that a number takes.
    static var roomForNumber: Int { 160 }

    mutating func append(number: Int) {
        guard number >= 0, number < 100_000_000 else { return append(number.description.utf8Span.span) }
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
    mutating func append(text: String) { append(text: text.utf8Span.span, isValid: true) }

    mutating func append(text: String?) {
        if let text { append(text: text) } else { append("null") }
    }

    /// UTF-8 bytes in quotes; `isValid` where they are known to be well-formed.
    mutating func append(text: Span<UInt8>, isValid: Bool) {
        append("\"")
        if isValid, Self.isPlain(text) {
            append(text)
        } else {
            var escaped = JSONWriter()
            escaped.appendEscaped(text)
            append(escaped.bytes.span)
        }
        append("\"")
    }

    /// Whether no byte of well-formed UTF-8 has to be escaped; a few that need not be are doubted too.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        var doubts: UInt8 = 0
        for i in text.indices {
            let byte = text[i]
            doubts |=
                (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
        }
        return doubts == 0
    }

    /// A code of ASCII letters in quotes, up to its first dot.
    mutating func append(code: String) {
        append("\"")
        let code = code.utf8Span.span
        var end = 0
        while end < code.count, code[end] != UInt8(ascii: ".") { end += 1 }
        append(code.extracting(0..<end))
        append("\"")
    }
}
