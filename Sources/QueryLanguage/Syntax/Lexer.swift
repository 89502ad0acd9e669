import Documents

/// A piece of a line.
struct Token: Hashable {
    enum Kind: Hashable {
        case word, quoted, pipe, colon, comma, minus, open, close
        case comparison(Comparison)
    }

    var kind: Kind
    /// Folded to half-width, except inside quotes.
    var text: String
    /// UTF-8 offsets in the line.
    var span: ByteSpan
    /// False where it touches the token before it.
    var spaced: Bool
}

/// Splits a line into tokens. Full-width punctuation, digits and letters count as their half-width forms; `#` opens a
/// comment unless digits follow it; `。` and `；` at the end mean nothing.
struct Lexer {
    private struct Unit {
        var scalar: Unicode.Scalar
        var raw: Unicode.Scalar
        var offset: Int
    }

    private let units: [Unit]
    private let length: Int
    private(set) var tokens: [Token] = []
    /// Where a quotation begins that has no end.
    private(set) var unclosed: Int?

    init(_ line: String) {
        var units: [Unit] = [], offset = 0
        for scalar in line.unicodeScalars {
            units.append(Unit(scalar: Self.fold(scalar), raw: scalar, offset: offset))
            offset += UTF8.width(scalar)
        }
        length = offset
        while let last = units.last, Self.isSpace(last.scalar) || last.scalar == "。" || last.scalar == ";" { units.removeLast() }
        self.units = units
        run()
    }

    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case "\u{3000}", "\t", "\u{A0}": " "
        case "“", "”", "„", "「", "」", "『", "』": "\""
        case "、": ","
        case "｜", "│": "|"
        default: scalar
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\r" }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\n", "\r", "|", "\"", ":", ",", "(", ")", "<", ">", "=", "≥", "≤", "≠": true
        default: false
        }
    }

    private func offset(_ index: Int) -> Int {
        index < units.count ? units[index].offset : (units.isEmpty ? 0 : end(units.count - 1))
    }
    private func end(_ index: Int) -> Int { units[index].offset + UTF8.width(units[index].raw) }

    private mutating func run() {
        var at = 0, spaced = true
        func scalar(_ index: Int) -> Unicode.Scalar? { index < units.count ? units[index].scalar : nil }
        func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
        while at < units.count {
            let start = at
            var kind: Token.Kind?, text = ""
            switch units[at].scalar {
            case " ", "\n", "\r":
                at += 1
                spaced = true
                continue
            case "#" where spaced && !isDigit(scalar(at + 1)):
                return
            case "|": kind = .pipe
            case ":": kind = .colon
            case ",": kind = .comma
            case "(": kind = .open
            case ")": kind = .close
            case "≥": kind = .comparison(.atLeast)
            case "≤": kind = .comparison(.atMost)
            case "≠": kind = .comparison(.notEqual)
            case "=":
                kind = .comparison(.equal)
                if scalar(at + 1) == "=" { at += 1 }
            case "!" where scalar(at + 1) == "=":
                kind = .comparison(.notEqual)
                at += 1
            case ">":
                kind = .comparison(scalar(at + 1) == "=" ? .atLeast : .moreThan)
                if scalar(at + 1) == "=" { at += 1 }
            case "<":
                kind = .comparison(scalar(at + 1) == "=" ? .atMost : .lessThan)
                if scalar(at + 1) == "=" { at += 1 }
            case "-" where spaced && negates(at): kind = .minus
            case "\"":
                kind = .quoted
                at += 1
                while at < units.count, units[at].scalar != "\"" {
                    if units[at].raw == "\\", at + 1 < units.count { at += 1 }
                    text.unicodeScalars.append(units[at].raw)
                    at += 1
                }
                if at == units.count {
                    unclosed = units[start].offset
                    at -= 1
                }
            default: break
            }
            if let kind {
                at += 1
                tokens.append(Token(kind: kind, text: text, span: ByteSpan(units[start].offset, end(at - 1)), spaced: spaced))
                // A minus sign belongs to what follows it, and a bracket opens anew.
                spaced = kind == .open || kind == .pipe
            } else {
                repeat {
                    text.unicodeScalars.append(units[at].scalar)
                    at += 1
                } while at < units.count && !Self.endsWord(units[at].scalar)
                    && !(units[at].scalar == "!" && scalar(at + 1) == "=")
                tokens.append(Token(kind: .word, text: text, span: ByteSpan(units[start].offset, end(at - 1)), spaced: spaced))
                spaced = false
            }
        }
    }

    /// A minus in front of a word excludes it; after a comparison it is the sign of a number.
    private func negates(_ at: Int) -> Bool {
        guard at + 1 < units.count, !Self.isSpace(units[at + 1].scalar) else { return false }
        if case .comparison = tokens.last?.kind { return false }
        return true
    }
}
