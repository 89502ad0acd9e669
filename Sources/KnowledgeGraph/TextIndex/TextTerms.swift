/// The units that text is searched by: pairs of neighbouring Chinese characters, and words and numbers of other scripts.
///
/// `城市更新5G` has 城市, 市更, 更新, 新 at the end of its run, and `5g`. A number keeps its decimal point: `4.5` is one term. ASCII
/// letters count in either case, and full-width letters and digits as their plain forms.
enum TextTerms {
    /// Terms of words and numbers are hashes with this bit; pairs have the first character in the upper half, the second in the
    /// lower, 0 at the end of a run.
    static let wordBit: UInt64 = 1 << 63

    static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// Gives `body` every term of the bytes in `range`, in their order.
    @inline(__always)
    static func scan(_ text: Span<UInt8>, _ range: Range<Int>, _ body: (UInt64) -> Void) {
        var scanner = Scanner(range)
        while let term = scanner.next(text) { body(term) }
    }

    /// The terms of some bytes, one after the other. Bytes that are not UTF-8 part terms like a space.
    struct Scanner {
        private var at: Int, previous: UInt32 = 0, word: UInt64 = 0, inNumber = false
        private let end: Int

        init(_ range: Range<Int>) { (at, end) = (range.lowerBound, range.upperBound) }

        @inline(__always)
        mutating func next(_ text: Span<UInt8>) -> UInt64? {
            while at < end {
                let lead = text[at]
                var scalar = UInt32(lead), length = 1
                if lead >= 0xE0, lead < 0xF0, at &+ 2 < end {
                    scalar = UInt32(lead & 0x0F) << 12 | UInt32(text[at &+ 1] & 0x3F) << 6 | UInt32(text[at &+ 2] & 0x3F)
                    length = 3
                } else if lead >= 0xC0, lead < 0xE0, at &+ 1 < end {
                    scalar = UInt32(lead & 0x1F) << 6 | UInt32(text[at &+ 1] & 0x3F)
                    length = 2
                } else if lead >= 0xF0, at &+ 3 < end {
                    scalar = UInt32(lead & 0x07) << 18 | UInt32(text[at &+ 1] & 0x3F) << 12
                    scalar |= UInt32(text[at &+ 2] & 0x3F) << 6 | UInt32(text[at &+ 3] & 0x3F)
                    length = 4
                } else if lead >= 0x80 {
                    scalar = 0
                }
                at &+= length
                // Where a word is under way no character stands before it, so that a character ends one of the two at most.
                if isIdeograph(scalar) {
                    let (before, ended) = (previous, word)
                    (previous, word) = (scalar, 0)
                    if before != 0 { return pair(before, scalar) }
                    if ended != 0 { return ended | wordBit }
                    continue
                }
                let before = previous, letter = folded(scalar)
                previous = 0
                if letter != 0 {
                    word = mixed(word, letter)
                    inNumber = letter <= 0x39
                } else if word != 0 {
                    if inNumber, scalar == 0x2E || scalar == 0xFF0E, isDigit(text, at, end) {
                        word = mixed(word, 0x2E)
                    } else {
                        let ended = word
                        word = 0
                        return ended | wordBit
                    }
                }
                if before != 0 { return pair(before, 0) }
            }
            let (before, ended) = (previous, word)
            (previous, word) = (0, 0)
            return before != 0 ? pair(before, 0) : ended != 0 ? ended | wordBit : nil
        }
    }

    /// Plain or full-width.
    private static func isDigit(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
        if at < end, text[at] >= 0x30, text[at] <= 0x39 { return true }
        return at + 2 < end && text[at] == 0xEF && text[at + 1] == 0xBC && text[at + 2] >= 0x90 && text[at + 2] <= 0x99
    }

    @inline(__always)
    static func isIdeograph(_ scalar: UInt32) -> Bool {
        scalar >= 0x3400 && scalar <= 0x9FFF || scalar == 0x3007 || scalar >= 0xF900 && scalar <= 0xFAFF
            || scalar >= 0x20000 && scalar <= 0x3FFFF
    }

    /// A letter or digit in its plain, small form; 0 for anything else.
    @inline(__always)
    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: scalar
        case 0x41...0x5A: scalar + 32
        case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: scalar
        case 0x370...0x52F: scalar
        case 0xFF10...0xFF19: scalar - 0xFEE0
        case 0xFF21...0xFF3A: scalar - 0xFEE0 + 32
        case 0xFF41...0xFF5A: scalar - 0xFEE0
        default: 0
        }
    }

    /// Never 0, which stands for no word.
    @inline(__always)
    private static func mixed(_ word: UInt64, _ letter: UInt32) -> UInt64 {
        let mixed = (word ^ UInt64(letter) &+ 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return (mixed ^ mixed >> 32) | 1
    }
}
