/// Cells of a character, until module Presentation brings the table.
enum CellWidth {
    static func of(_ scalar: Unicode.Scalar, ambiguous: Int = 1) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: 1
        case 0..<0xA0: 0
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
        default: 1
        }
    }

    static func of(_ text: some StringProtocol, ambiguous: Int = 1) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1, ambiguous: ambiguous) }
    }
}
