import Lexicon
import Testing

@Suite struct WordTrieTests {
    private func trie(_ words: [String]) -> WordTrie {
        var trie = WordTrie()
        for (i, word) in words.enumerated() { trie.insert(word.utf16, value: Int32(i)) }
        return trie
    }

    @Test func findsTheLongestWordAtAPlace() {
        let trie = trie(["粮", "粮食", "粮食产量", "产量"])
        let text = Array("粮食产量稳".utf16)
        #expect(trie.longestMatch(in: text) == .init(length: 4, value: 2))
        #expect(trie.longestMatch(in: text, at: 1) == nil)
        #expect(trie.longestMatch(in: text, at: 2) == .init(length: 2, value: 3))
        #expect(trie.longestMatch(in: text.span, at: 0, limit: 3) == .init(length: 2, value: 1))
        #expect(trie.longestMatch(in: text.span, at: 5, limit: 5) == nil)
        #expect(trie.longestMatch(in: Array("粮食产".utf16)) == .init(length: 2, value: 1))
    }

    @Test func givesEveryWordAtAPlaceShorterFirst() {
        let trie = trie(["a", "abc", "abcd"])
        let text = Array("abcx".utf16)
        var found: [Int] = []
        trie.eachMatch(in: text.span, at: 0, limit: 4) { length, _ in found.append(length) }
        #expect(found == [1, 3])
    }

    @Test func keepsOneValueAWord() {
        var trie = WordTrie()
        #expect(trie.insert("税收".utf16, value: 7) == nil)
        #expect(trie.insert("税收".utf16, value: -1) == 7)
        #expect(trie.insert("".utf16, value: 1) == nil)
        #expect(trie.count == 1)
        #expect(trie.value(of: "税收".utf16) == -1)
        #expect(trie.value(of: "税".utf16) == nil)
        #expect(trie.value(of: "税收入".utf16) == nil)
    }

    /// Against a dictionary, with many more words than the first hash table holds, out of few letters so that they share paths.
    @Test func agreesWithADictionary() {
        var random = Linear(state: 42)
        var expected: [[UInt16]: Int32] = [:]
        var trie = WordTrie()
        for i in 0..<6000 {
            let word = (0..<Int(1 + random.next() % 6)).map { _ in UInt16(0x4E00 + (random.next() % 9) * 64) }
            #expect(trie.insert(word, value: Int32(i)) == expected.updateValue(Int32(i), forKey: word))
        }
        #expect(trie.count == expected.count)
        let text = (0..<3000).map { _ in UInt16(0x4E00 + (random.next() % 9) * 64) }
        for at in text.indices {
            var longest: WordTrie.Match?
            for length in 1...6 where at + length <= text.count {
                if let value = expected[Array(text[at..<at + length])] { longest = .init(length: length, value: value) }
            }
            #expect(trie.longestMatch(in: text, at: at) == longest)
        }
    }

    private struct Linear {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
