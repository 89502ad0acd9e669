import Lexicon
import Testing

@Suite struct WordTrieTests {
    private func trie(_ words: [String]) -> WordTrie {
        WordTrie(words.enumerated().map { (Array($1.utf16), Int32($0)) })
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
        let tax = Array("税收".utf16)
        let trie = WordTrie([(tax, 7), (tax, -1), ([], 1)])
        #expect(trie.count == 1)
        #expect(trie.value(of: tax) == -1)
        #expect(trie.value(of: Array("税".utf16)) == nil)
        #expect(trie.value(of: Array("税收入".utf16)) == nil)
        #expect(WordTrie([(tax, 1), (tax, 2), (tax, 3)]) { $0 * 10 + $1 }.value(of: tax) == 123)
    }

    /// Against a dictionary, with many words out of few letters, so that they share paths; the letters are alike in their lowest six bits, or not.
    @Test func agreesWithADictionary() {
        var random = Linear(state: 42)
        var expected: [[UInt16]: Int32] = [:]
        func letter() -> UInt16 { UInt16(0x4E00 + (random.next() % 5) * 64 + random.next() % 2) }
        let words = (0..<6000).map { i in (word: (0..<Int(1 + random.next() % 6)).map { _ in letter() }, value: Int32(i)) }
        for (word, value) in words { expected[word] = value }
        let trie = WordTrie(words)
        #expect(trie.count == expected.count)
        let text = (0..<3000).map { _ in letter() }
        for at in text.indices {
            var longest: WordTrie.Match?
            for length in 1...6 where at + length <= text.count {
                if let value = expected[Array(text[at..<at + length])] { longest = .init(length: length, value: value) }
            }
            #expect(trie.longestMatch(in: text, at: at) == longest)
        }
    }

    /// Against one place after another: words are found in texts of any length, many places at once.
    @Test(arguments: [1, 2]) func wordsOfATextAreThoseOfItsPlaces(shortest: Int) {
        var random = Linear(state: 7)
        func letter() -> UInt16 { UInt16(0x4E00 + (random.next() % 9) * 64 + random.next() % 2) }
        let trie = WordTrie((0..<200).map { i in (word: (0..<shortest + Int(random.next() % 5)).map { _ in letter() }, value: Int32(i)) })
        var found = 0
        for length in 0..<200 {
            let text = (0..<length).map { _ in letter() }
            var words: [[Int]] = [], expected = words, at = 0
            trie.eachWord(of: text.span) { words.append([$0.lowerBound, $0.upperBound, Int($1)]) }
            while at < length {
                guard let match = trie.longestMatch(in: text, at: at) else {
                    at += 1
                    continue
                }
                expected.append([at, at + match.length, Int(match.value)])
                at += match.length
            }
            #expect(words == expected)
            found += words.count
            for start in text.indices {
                var all: [[Int]] = []
                trie.eachMatch(in: text.span, at: start, limit: length) { all.append([$0, Int($1)]) }
                let each = (start..<length).compactMap { end in
                    trie.value(of: Array(text[start...end])).map { [end + 1 - start, Int($0)] }
                }
                #expect(all == each)
            }
        }
        #expect(found > 1000)
    }

    private struct Linear {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
