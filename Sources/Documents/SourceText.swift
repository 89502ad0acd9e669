/// A text as it was read, and the same text folded for reading: what the lexicon and the rules look at.
///
/// Folding drops spaces and invisible characters, turns full-width forms into ASCII and traditional characters into
/// simplified ones, and joins lines that only the page had broken. Offsets lead from each folded unit back to its
/// bytes, so that every span is exact in the text that was read.
public struct SourceText: Sendable {
    /// The UTF-8 text that was read.
    public let bytes: [UInt8]
    /// Folded UTF-16 units; `\n` ends a paragraph. A character outside the basic plane or a broken byte is U+FFFD.
    public let units: [UInt16]
    /// Where in `bytes` the character of each unit begins.
    let offsets: UnitOffsets
    /// Where the units are no ideographs.
    public let marks: UnitMarks
    /// Whether the bytes are known to be well-formed UTF-8; a text with characters outside the basic plane is not.
    public let isWellFormed: Bool

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        (units, offsets, marks, isWellFormed) = Folder.fold(bytes)
    }

    /// A text's folded units alone, as lexicon words and names are compared.
    public static func fold(_ text: String) -> [UInt16] {
        var units: [UInt16] = []
        fold(text.utf8Span.span, into: &units)
        return units
    }

    /// Appends the folded units of a part of a text, as `fold` gives them.
    public static func fold(_ bytes: Span<UInt8>, into units: inout [UInt16]) {
        if !Folder.foldPlain(bytes, into: &units) {
            var copy: [UInt8] = []
            copy.append(bytes)
            units += Folder.fold(copy).units
        }
    }

    /// The byte at which a range of units begins.
    public func start(_ range: Range<Int>) -> Int { range.lowerBound < units.count ? offsets[range.lowerBound] : bytes.count }

    /// The bytes under a range of units, without the dropped characters at its ends.
    public func span(_ range: Range<Int>) -> ByteSpan {
        guard let last = range.last else {
            let at = start(range)
            return ByteSpan(at, at)
        }
        return ByteSpan(offsets[range.lowerBound], end(ofCharacterAt: offsets[last]))
    }

    /// The byte at which a unit's character begins.
    public func start(ofUnit unit: Int) -> Int { offsets[unit] }

    /// The byte behind the character that begins at `start`.
    public func end(ofCharacterAt start: Int) -> Int {
        min(bytes.count, start + UTF8Length.ofCharacter(startingWith: bytes[start]))
    }

    /// The folded text of a range of units.
    public func folded(_ range: Range<Int>) -> String {
        String(folded: units.span.extracting(range))
    }

    /// Ranges of units between paragraph ends, without empty ones.
    public var paragraphs: [Range<Int>] {
        var found: [Range<Int>] = [], start = 0
        for i in marks.places(from: 0, to: units.count) where units[i] == Unit.newline {
            if i > start { found.append(start..<i) }
            start = i + 1
        }
        if units.count > start { found.append(start..<units.count) }
        return found
    }
}

enum UTF8Length {
    static func ofCharacter(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0xE0...0xEF: 3
        case 0xC2...0xDF: 2
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

/// Folded units with a meaning in the code. Computed: a stored one is no constant in other modules.
public enum Unit {
    @inlinable public static var newline: UInt16 { "\n" }
    @inlinable public static var space: UInt16 { " " }
    @inlinable public static var comma: UInt16 { "," }
    @inlinable public static var fullStop: UInt16 { "。" }
    @inlinable public static var enumerationComma: UInt16 { "、" }
    @inlinable public static var semicolon: UInt16 { ";" }
    @inlinable public static var colon: UInt16 { ":" }
    @inlinable public static var exclamation: UInt16 { "!" }
    @inlinable public static var question: UInt16 { "?" }
    @inlinable public static var openParenthesis: UInt16 { "(" }
    @inlinable public static var closeParenthesis: UInt16 { ")" }
    @inlinable public static var openQuote: UInt16 { "“" }
    @inlinable public static var closeQuote: UInt16 { "”" }
    @inlinable public static var openTitle: UInt16 { "《" }
    @inlinable public static var closeTitle: UInt16 { "》" }
    @inlinable public static var replacement: UInt16 { "\u{FFFD}" }

    @inlinable public static func isDigit(_ u: UInt16) -> Bool { u >= 0x30 && u <= 0x39 }
    @inlinable public static func isLatin(_ u: UInt16) -> Bool { (u | 0x20) >= 0x61 && (u | 0x20) <= 0x7A }
    @inlinable public static func isHan(_ u: UInt16) -> Bool { u >= 0x4E00 && u <= 0x9FFF || u >= 0x3400 && u <= 0x4DBF }
    /// Ends a sentence: 。 ! ? and their full-width forms.
    @inlinable public static func endsSentence(_ u: UInt16) -> Bool { u == fullStop || u == exclamation || u == question }
}

/// A unit is written as its character, `units[i] == "年"`, where UTF-16 writes that as one unit.
extension UInt16: @retroactive ExpressibleByUnicodeScalarLiteral {
    @_transparent
    public init(unicodeScalarLiteral value: Unicode.Scalar) { self = UInt16(truncatingIfNeeded: value.value) }
}
