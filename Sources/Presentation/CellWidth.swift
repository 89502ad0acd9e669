/// How many terminal cells text takes, by the Unicode character database and never by the locale.
///
/// East Asian Wide and Fullwidth characters take two cells, combining marks, format characters and controls none, all others
/// one. Characters of the class Ambiguous (`“ ” … — ≥ ①`) take one or two, as the terminal is set up.
public enum CellWidth {
    /// Cells of `text`, the sum over its scalars: the count that terminals and `wcwidth` use.
    public static func of(_ text: some StringProtocol, ambiguous: Int = 1) -> Int {
        var cells = 0
        for scalar in text.unicodeScalars { cells += of(scalar, ambiguous: ambiguous) }
        return cells
    }

    public static func of(_ scalar: Unicode.Scalar, ambiguous ambiguousWidth: Int = 1) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case 0x4E00...0x9FFF: 2
        case 0..<0xA0: 0
        case let code where contains(zero, code): 0
        case let code where contains(wide, code): 2
        case let code where ambiguousWidth != 1 && contains(ambiguous, code): ambiguousWidth
        default: 1
        }
    }

    /// Whether `code` lies in one of the `ranges`, a rising list of first and last code points.
    private static func contains(_ ranges: [UInt32], _ code: UInt32) -> Bool {
        var low = 0, high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if ranges[2 * middle + 1] < code { low = middle + 1 } else { high = middle }
        }
        return 2 * low < ranges.count && ranges[2 * low] <= code
    }
}
