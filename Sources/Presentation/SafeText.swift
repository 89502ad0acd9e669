/// Makes text of documents harmless: it can neither move the cursor nor colour, rename, hide or reorder anything.
public enum SafeText {
    /// `text` with its control characters written out (`\u{1B}`), tabs and line ends as one space.
    public static func line(_ text: String) -> String {
        guard needsChange(text) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t", "\r": safe.append(" ")
            case let control where isControl(control): safe += escaped(control)
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Appends the bytes of `line(text)`.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        if needsChange(text) { bytes.append(contentsOf: line(text).utf8) } else { bytes.append(contentsOf: text.utf8) }
    }

    /// C0 and C1 controls, delete, and the marks that override the direction of the text (Unicode TR #36).
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    static func escaped(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }

    /// Looks at bytes only: a text without controls, the usual case, is passed on as it is.
    private static func needsChange(_ text: String) -> Bool {
        var previous: UInt8 = 0
        let bytes = text.utf8Span.span
        // Many bytes at a time: whether there is any that a control may begin with.
        var mayBegin: UInt8 = 0
        for at in bytes.indices {
            let byte = bytes[at]
            mayBegin |= byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 ? 1 : 0
        }
        if mayBegin == 0 { return false }
        for at in bytes.indices {
            let byte = bytes[at]
            if byte < 0x20 || byte == 0x7F { return true }
            // U+0080…U+009F are C2 80…9F; the direction marks begin with E2 80 or E2 81.
            if previous == 0xC2, byte < 0xA0 { return true }
            if previous == 0xE2, byte == 0x80 || byte == 0x81 { return text.unicodeScalars.contains(where: isControl) }
            previous = byte
        }
        return false
    }
}
