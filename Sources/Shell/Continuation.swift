import Documents
import QueryLanguage

/// Whether a line stops in the middle: inside a quotation, inside brackets, or behind a `|`.
public enum Continuation {
    public static func isNeeded(after line: String) -> Bool {
        let pieces = LinePieces(line)
        return pieces.isQuoting || pieces.depth > 0 || pieces.endsInPipe
    }

    /// Whether `row` of a script belongs to the line before it, which began with `first`.
    public static func goesOn(_ row: String, behind line: String, from first: String) -> Bool {
        goesOn(row, from: first) || isOpen(line)
    }

    /// Whether a line of a script stops behind a `|`; what else has no end is a mistake of its own row.
    public static func isOpen(_ line: String) -> Bool {
        let pieces = LinePieces(line)
        return pieces.endsInPipe && pieces.pieces[0].kind != .bar
    }

    /// Whether `row` goes on from a line that began with `first`: it begins with a `|`, or stands further in.
    static func goesOn(_ row: String, from first: String) -> Bool {
        let content = row.drop { $0.isWhitespace }
        guard let head = content.first else { return false }
        return ["|", "｜", "│"].contains(head) || row.count - content.count > first.prefix { $0.isWhitespace }.count
    }

    /// Whether a row of a paste belongs to the line before it. The first row is often copied without its indent, so that one further
    /// in is a line of its own where it begins as one.
    static func goesOn(pasted row: String, from first: String) -> Bool { goesOn(row, from: first) && !Session.beginsLine(row) }

    /// Whether there is nothing but a comment.
    static func saysNothing(_ row: String) -> Bool { LinePieces(row).pieces.allSatisfy { $0.kind == .comment } }

    /// Rows as one line: line breaks and comments are spaces, byte for byte, so that offsets stay what they are.
    public static func oneRow(_ line: String) -> String {
        guard line.utf8.contains(UInt8(ascii: "\n")) else { return line }
        var bytes = Array(line.utf8)
        for piece in LinePieces(line).pieces where piece.kind == .comment { for at in piece.range { bytes[at] = UInt8(ascii: " ") } }
        return String(decoding: bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

/// A line cut at its punctuation, by what a person sees: quotations in any kind of marks, bars, brackets and a comment.
struct LinePieces {
    enum Kind { case word, quotation, bar, comment }

    /// Half-open ranges of UTF-8 offsets, without the spaces between them.
    private(set) var pieces: [(kind: Kind, range: Range<Int>)] = []
    /// Whether the last quotation has no end.
    private(set) var isQuoting = false
    /// Brackets that are still open.
    private(set) var depth = 0

    var endsInPipe: Bool { pieces.last { $0.kind != .comment }?.kind == .bar }

    init(_ line: String) {
        let scalars = Array(line.unicodeScalars)
        var offset = 0, start: Int?, escaped = false, isComment = false
        func endWord(_ pieces: inout [(kind: Kind, range: Range<Int>)]) {
            if let begin = start { pieces.append((.word, begin..<offset)) }
            start = nil
        }
        for (index, scalar) in scalars.enumerated() {
            let after = offset + UTF8.width(scalar)
            if isComment {
                if scalar == "\n", let begin = start {
                    pieces.append((.comment, begin..<offset))
                    (start, isComment) = (nil, false)
                }
            } else if isQuoting {
                if escaped {
                    escaped = false
                } else if scalar == "\\" {
                    escaped = true
                } else if Self.isQuote(scalar), let begin = start {
                    pieces.append((.quotation, begin..<after))
                    start = nil
                    isQuoting = false
                }
            } else if Self.isQuote(scalar) {
                endWord(&pieces)
                start = offset
                isQuoting = true
            } else if scalar == "|" || scalar == "｜" || scalar == "│" {
                endWord(&pieces)
                pieces.append((.bar, offset..<after))
            } else if scalar.properties.isWhitespace {
                endWord(&pieces)
            } else if scalar == "#", start == nil, index + 1 == scalars.count || !("0"..."9").contains(scalars[index + 1]) {
                start = offset
                isComment = true
            } else {
                if scalar == "(" || scalar == "（" { depth += 1 }
                if scalar == ")" || scalar == "）" { depth -= 1 }
                if start == nil { start = offset }
            }
            offset = after
        }
        if isQuoting, let begin = start {
            pieces.append((.quotation, begin..<offset))
        } else if isComment, let begin = start {
            pieces.append((.comment, begin..<offset))
        } else {
            endWord(&pieces)
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "＂", "“", "”", "„", "「", "」", "『", "』": true
        default: false
        }
    }
}
