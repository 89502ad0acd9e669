@testable import QueryLanguage
import Testing

/// The search by bytes finds what the search by characters finds in texts such as the documents'.
@Suite struct StringContainsTests {
    @Test func findsWhatCharactersFind() {
        let texts = ["粮食产量达到9000吨，同比增长3%", "a", "", "增增增长", "其中其中", "2025年新增就业"]
        let parts = ["粮", "增长", "增增", "其中", "a", "吨，", "年新", "", "没有"]
        for text in texts {
            for part in parts {
                let slow = part.isEmpty || Array(text).indices.contains { Array(text).dropFirst($0).starts(with: Array(part)) }
                #expect(text.contains(part) == slow, "\(text) \(part)")
                #expect(text[...].contains(part) == slow, "\(text) \(part)")
            }
        }
        #expect("增增增长"[...].ranges(of: "增").count == 3)
        let text = "其中山区，其中平原"[...]
        #expect(text.ranges(of: "其中").map { String(text[$0.upperBound...].prefix(2)) } == ["山区", "平原"])
        #expect("abc".dropFirst().ranges(of: "bc").count == 1)
    }
}
