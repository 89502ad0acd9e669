/// Colours for a command line by its shape: commands and stages, keys before a colon, quotations, comments.
public enum LineColours {
    static let command = TextStyle("36"), key = TextStyle("33"), quotation = TextStyle("32"), comment = TextStyle.dim

    public static func ranges(in line: String) -> [StyledRange] {
        let bytes = Array(line.utf8)
        var styled: [StyledRange] = [], opens = true
        for piece in LinePieces(line).pieces {
            switch piece.kind {
            case .bar: opens = true
            case .comment: styled.append(StyledRange(piece.range, comment))
            case .quotation: styled.append(StyledRange(piece.range, quotation))
            case .word:
                if opens {
                    styled.append(StyledRange(piece.range, command))
                } else if let colon = colon(in: bytes, piece.range) {
                    styled.append(StyledRange(piece.range.lowerBound..<colon, key))
                }
                opens = false
            }
        }
        return styled
    }

    /// Behind the first `:` or `：` of a word that does not begin with it.
    private static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        for index in range.dropFirst() {
            if bytes[index] == UInt8(ascii: ":") { return index + 1 }
            if bytes[index...].starts(with: "：".utf8) { return index + "：".utf8.count }
        }
        return nil
    }
}
