import Foundation
import Testing

@testable import Documents

@Suite struct JSONReaderTests {
    private func read(_ text: String) -> JSONValue? { try? JSONValue(Array(text.utf8)) }

    @Test func valuesOfEveryKind() throws {
        let value = try JSONValue(Array(#" {"a":[1,-2.50,3e+2,true,false,null],"b":{"c":"文字"}} "#.utf8))
        #expect(value["a"]?.elements == [.number("1"), .number("-2.50"), .number("3e+2"), .flag(true), .flag(false), .null])
        #expect(value["b"]?["c"]?.string == "文字")
        #expect(value["b"]?["d"] == nil)
    }

    @Test func escapesAndSurrogatePairs() {
        #expect(read(#""\"\\\/\b\f\n\r\t\u7eb2\uD83D\uDE00""#)?.string == "\"\\/\u{8}\u{C}\n\r\t纲😀")
        #expect(read(#""\u0000""#)?.string == "\0")
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1,]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1,\"a\":2}", "01", "-", "1.", ".5", "1e", "+1",
        "tru", "nul", "NaN", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\ud83d\\n\"", "\"\\ud83dx\"", "\"\\ude00\"",
        "\"\\ud83d\\ud83d\"", "\"\t\"", "1 1", "[1]]", "'a'", "{\"a\"}", "\u{FEFF}1",
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func brokenUTF8IsRefused() {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xE7, 0xBA, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22]] as [[UInt8]] {
            #expect(throws: JSONFault.self) { try JSONValue(bytes) }
        }
    }

    @Test func depthHasALimit() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(read(nested(JSONValue.depthLimit)) != nil)
        #expect(read(nested(JSONValue.depthLimit + 1)) == nil)
        #expect(read(String(repeating: "[", count: 1_000_000)) == nil)
    }

    private static func text(_ lot: inout SystemRandomNumberGenerator) -> String {
        let signs = ["a", "\"", "\\", "/", "\n", "\u{1}", "\u{7F}", "\u{85}", "纲", "é", "😀", "\u{10FFFF}", "\0", " "]
        return (0..<Int.random(in: 0...12, using: &lot)).map { _ in signs.randomElement(using: &lot) ?? "" }.joined()
    }

    private static func value(_ depth: Int, _ lot: inout SystemRandomNumberGenerator) -> Any {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &lot) {
        case 0: return NSNull()
        case 1: return Bool.random(using: &lot)
        case 2: return Int.random(in: -1_000_000...1_000_000, using: &lot)
        case 3, 4: return text(&lot)
        case 5: return (0..<Int.random(in: 0...4, using: &lot)).map { _ in value(depth - 1, &lot) }
        default:
            let members = (0..<Int.random(in: 0...4, using: &lot)).map { ("\($0)" + text(&lot), value(depth - 1, &lot)) }
            return Dictionary(members) { first, _ in first }
        }
    }

    private static func same(_ read: JSONValue, _ meant: Any) -> Bool {
        switch (read, meant) {
        case (.null, is NSNull): true
        case (.text(let bytes), let text as String): bytes == Array(text.utf8)
        case (.array(let read), let meant as [Any]): read.count == meant.count && zip(read, meant).allSatisfy { same($0, $1) }
        case (.object(let members), let meant as [String: Any]):
            members.count == meant.count && members.allSatisfy { member in meant[member.key].map { same(member.value, $0) } ?? false }
        case (.flag(let flag), let meant as Bool): flag == meant
        case (.number(let digits), let meant as Int): digits == String(meant)
        default: false
        }
    }

    /// What another writer writes is read as it was meant.
    @Test func readsWhatFoundationWrites() throws {
        var lot = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let meant = Self.value(4, &lot)
            let data = try JSONSerialization.data(withJSONObject: meant, options: [.fragmentsAllowed])
            #expect(Self.same(try JSONValue(Array(data)), meant), "\(String(decoding: data, as: UTF8.self))")
        }
    }

    /// Any bytes give a value or a fault, and none is taken that another reader refuses.
    @Test func isTotalAndStrict() throws {
        var lot = SystemRandomNumberGenerator()
        let whole = Array(#"{"id":"甲","text":"一、修路\n\ud83d\ude00","n":[-1.5e2,null,true]}"#.utf8)
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &lot) {
                let at = Int.random(in: bytes.indices, using: &lot)
                switch Int.random(in: 0...2, using: &lot) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &lot)
                case 1: bytes.remove(at: at)
                default: bytes.insert(#"{}[]",:\u0e-"#.utf8.randomElement(using: &lot) ?? 0, at: at)
                }
            }
            if (try? JSONValue(bytes)) != nil {
                #expect((try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil,
                    "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
