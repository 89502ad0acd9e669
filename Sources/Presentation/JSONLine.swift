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
        // The digits, the first one lowest.
        var digits: UInt64 = 0, rest = UInt32(truncatingIfNeeded: number), count = 0
        repeat {
            digits = digits << 8 | UInt64(rest % 10 &+ 0x30)
            rest /= 10
            count &+= 1
        } while rest > 0
        append(word: digits, count: count)
    }

    mutating func append(number: DecimalNumber?) {
        guard let number else { return append("null") }
        let places = -Int(number.exponent)
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
            doubts |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
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
