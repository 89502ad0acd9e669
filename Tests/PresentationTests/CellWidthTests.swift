import Glibc
import Testing

@testable import Presentation

@Suite struct CellWidthTests {
    @Test(arguments: [
        ("abc", 3, 3), ("碳达峰", 6, 6), ("ｱ１", 3, 3), ("e\u{301}", 1, 1), ("“十五五”", 8, 10), ("《蓝天》", 8, 8), ("4.5–5%", 6, 7),
        ("≥7", 2, 3), ("\u{200B}", 0, 0), ("한", 2, 2), ("\u{1100}\u{1161}", 2, 2), ("\u{1F600}", 2, 2), ("\u{20000}", 2, 2), ("", 0, 0),
    ])
    func cells(_ text: String, narrow: Int, wide: Int) {
        #expect(CellWidth.of(text) == narrow)
        #expect(CellWidth.of(text, ambiguous: 2) == wide)
    }

    /// The C library agrees on all letters, ideographs, kana and punctuation that policy texts hold.
    @Test func agreesWithTheSystem() throws {
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let previous = uselocale(locale)
        defer {
            uselocale(previous)
            freelocale(locale)
        }
        // The headers show wcwidth only to programs that ask for X/Open.
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
        var different: [String] = []
        for block in [0x20...0x7E, 0x2010...0x2027, 0x2030...0x205E, 0x3000...0x3029, 0x3041...0x3096, 0x4E00...0x9FFF, 0xFF01...0xFFE6] {
            for code in block {
                guard let scalar = Unicode.Scalar(UInt32(code)), scalar.properties.generalCategory != .unassigned else { continue }
                if CellWidth.of(scalar) != Int(wcwidth(wchar_t(code))) { different.append(String(code, radix: 16)) }
            }
        }
        #expect(different == [])
    }

    @Test func rangesRise() {
        for ranges in [CellWidth.zero, CellWidth.wide, CellWidth.ambiguous] {
            #expect(ranges.count % 2 == 0)
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }
}
