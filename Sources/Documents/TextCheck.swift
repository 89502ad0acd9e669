/// Tells a text in UTF-8 from other content.
public enum TextCheck {
    /// Why the bytes are no text in UTF-8; nil where they are.
    public static func fault(in bytes: [UInt8]) -> Message? {
        guard !bytes.isEmpty else { return Message("is empty", "是空文件") }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Message("is UTF-16 text; expected UTF-8", "是UTF-16文本；应为UTF-8")
        }
        var broken = 0, high = 0, i = 0
        let bytes = bytes.span
        while i < bytes.count {
            // Nearly all of a Chinese text.
            while bytes.hasFourOfThree(at: i) {
                high &+= 4
                i &+= 12
            }
            while bytes.characterOfThree(at: i) != nil {
                high &+= 1
                i &+= 3
            }
            guard i < bytes.count else { break }
            let b = bytes[i]
            if b < 0x80 {
                if b == 0 { return Message("is not text: byte \(i) is zero", "不是文本：字节\(i)为零") }
                i += 1
                continue
            }
            high += 1
            let length = UTF8Length.ofCharacter(startingWith: b)
            var whole = length > 1 && i + length <= bytes.count
            if whole {
                for k in i + 1..<i + length where bytes[k] & 0xC0 != 0x80 { whole = false }
            }
            if whole { i += length } else {
                broken += 1
                i += 1
            }
        }
        // A few broken characters do no harm; a text in another encoding is broken throughout.
        guard broken * 10 > high, broken > 3 else { return nil }
        return Message("is not text in UTF-8: \(broken) broken bytes", "不是UTF-8文本：有\(broken)个坏字节")
    }
}
