import Documents
import Lexicon

/// Writes JSON into a byte buffer that the caller owns. It is as valid as the calls are balanced; text comes out valid UTF-8
/// and free of control characters whatever goes in.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Makes room for `count` bytes where nothing is written yet.
    mutating func reserve(_ count: Int) {
        if bytes.isEmpty { bytes.reserveCapacity(count) }
    }

    public mutating func beginObject() { open("{") }
    public mutating func endObject() { close("}") }
    public mutating func beginArray() { open("[") }
    public mutating func endArray() { close("]") }

    /// A line end between values; the next value follows without a comma.
    public mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// A line end inside an array, for people who read along.
    public mutating func breakLine() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// A key of the program's own, written out beforehand.
    public struct Key: Sendable {
        fileprivate let bytes: [UInt8]
        /// `name` needs no escapes.
        public init(_ name: StaticString) { bytes = Array("\"\(name)\":".utf8) }
    }

    public mutating func key(_ key: Key) {
        separate()
        bytes.append(contentsOf: key.bytes)
        needsComma = false
    }

    /// A key of the program's own, which needs no escapes.
    public mutating func key(plain name: StaticString) { key(Key(name)) }

    public mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func null() { raw("null") }
    public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

    public mutating func value(_ number: Int) {
        separate()
        append(number)
        needsComma = true
    }

    public mutating func value(_ number: DecimalNumber?) {
        guard let number else { return null() }
        if number.exponent == 0 { return value(Int(number.significand)) }
        separate()
        let places = -Int(number.exponent)
        if places > 0, places < 18 {
            // As `description` writes it, without the detour over a string.
            if number.significand < 0 { bytes.append(UInt8(ascii: "-")) }
            var digits = number.significand.magnitude, point: UInt64 = 1
            for _ in 0..<places { point *= 10 }
            append(Int(truncatingIfNeeded: digits / point))
            bytes.append(UInt8(ascii: "."))
            digits %= point
            while point > 1 {
                point /= 10
                bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / point))
                digits %= point
            }
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
        needsComma = true
    }

    public mutating func value(_ text: String?) {
        guard let text else { return null() }
        value(utf8: text.utf8Span.span)
    }

    /// A short id such as `f12`.
    public mutating func value(id letter: Character, _ number: Int) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: letter.utf8)
        append(number)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Adds a line that `write` writes as it is, of at most `room` bytes: the fast way for the lines of statements.
    @inline(__always)
    mutating func line(room: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        bytes.append(addingCapacity: room, initializingWith: write)
        needsComma = false
    }

    /// UTF-8 bytes as a string; broken sequences become U+FFFD.
    public mutating func value(utf8 text: Span<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func raw(_ word: String) {
        separate()
        bytes.append(contentsOf: word.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude, count = 1
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        rest = number.magnitude
        let end = bytes.count + count
        for _ in 0..<count { bytes.append(0) }
        for place in 1...count {
            bytes[end - place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Copies whole runs of bytes that may stand as they are and stops only at those that may not.
    mutating func appendEscaped(_ text: Span<UInt8>) {
        var run = 0, index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F {
                    index += 1
                    continue
                }
                bytes.append(text.extracting(run..<index))
                escape(UInt32(byte))
                index += 1
                run = index
                continue
            }
            let length = Self.sequenceLength(text, at: index)
            // U+0080…U+009F are the C1 controls.
            if length > 0, !(byte == 0xC2 && text[index + 1] < 0xA0) {
                index += length
                continue
            }
            bytes.append(text.extracting(run..<index))
            if length > 0 {
                escape(UInt32(text[index + 1]))
                index += length
            } else {
                bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index += 1
            }
            run = index
        }
        bytes.append(text.extracting(run..<text.count))
    }

    /// Bytes of the well-formed sequence at `index` (Unicode, table 3-7); 0 where there is none.
    @inline(__always)
    private static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        // Nearly all of a Chinese text.
        if lead >= 0xE4, lead <= 0xE9, index + 3 <= text.count {
            return text[index + 1] & 0xC0 == 0x80 && text[index + 2] & 0xC0 == 0x80 ? 3 : 0
        }
        let length: Int, second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= text.count, second.contains(text[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where text[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private mutating func escape(_ code: UInt32) {
        switch code {
        case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
        case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
        case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
        case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
        default:
            let digits = String(code, radix: 16)
            bytes.append(contentsOf: "\\u".utf8)
            bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.count).utf8)
            bytes.append(contentsOf: digits.utf8)
        }
    }
}

extension JSONWriter {
    mutating func value(_ field: FieldValue) {
        switch field {
        case .null: null()
        case .text(let text): value(text)
        case .number(let number): value(number)
        case .flag(let flag): value(flag)
        }
    }
}
