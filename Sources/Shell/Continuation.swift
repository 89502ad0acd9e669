/// Whether a line stops in the middle: inside a quotation, inside brackets, or behind a `|`.
public enum Continuation {
    public static func isNeeded(after line: String) -> Bool {
        var depth = 0
        var closing: Unicode.Scalar?
        var last: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            if let end = closing {
                if scalar == end { closing = nil }
            } else {
                switch scalar {
                case "\"", "＂": closing = scalar
                case "“": closing = "”"
                case "「": closing = "」"
                case "(", "（", "[", "{": depth += 1
                case ")", "）", "]", "}": depth -= 1
                case "#" where last == nil: return false
                default: break
                }
            }
            if !scalar.properties.isWhitespace { last = scalar }
        }
        return closing != nil || depth > 0 || last == "|" || last == "｜"
    }
}
