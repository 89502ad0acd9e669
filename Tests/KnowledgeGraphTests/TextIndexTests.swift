import Documents
import Extraction
import Glibc
import Lexicon
import Testing

@testable import KnowledgeGraph

@Suite struct TextIndexTests {
    /// One document of these sentences, one a line.
    private static func graph(_ sentences: [String]) -> Graph {
        var text: [UInt8] = [], spans: [ByteSpan] = []
        for sentence in sentences {
            spans.append(ByteSpan(text.count, text.count + sentence.utf8.count))
            text += Array((sentence + "\n").utf8)
        }
        var reading = Reading(name: "文", path: "/文", text: text, masthead: Masthead(title: "题", place: nil, year: 2026))
        reading.sentences = spans
        return Graph(readings: [reading], lexicon: Drawn.lexicon)
    }

    private func found(_ words: String, in graph: Graph, exactly: Bool = true) -> [UInt32] {
        graph.sentences(holding: SoughtText(words, isExact: exactly)) ?? []
    }

    /// Sentences of drawn words are found by every phrase that stands in some of them, and by none that does not.
    @Test func findsWhatReadingThroughFinds() throws {
        let letters = ["水", "土", "林", "田", "湖", "，", "5G", " ", "4.5", "%", "AI", "“"]
        var lot = Lot(state: 11)
        let sentences = (0..<300).map { _ in
            (0..<Int.random(in: 1...14, using: &lot)).map { _ in letters.randomElement(using: &lot) ?? "" }.joined()
        }
        let graph = Self.graph(sentences)
        for _ in 0..<400 {
            let phrase = (0..<Int.random(in: 1...4, using: &lot)).map { _ in letters.prefix(6).randomElement(using: &lot) ?? "" }
                .joined()
            let expected = sentences.indices.filter { sentences[$0].contains(phrase) }.map { UInt32($0) }
            #expect(found(phrase, in: graph) == expected, "\(phrase)")
        }
    }

    /// A word of most sentences is kept as bits, one of few as a list, over several parts of the index.
    @Test func commonAndRareWordsAreFoundInManySentences() {
        var lot = Lot(state: 5)
        let sentences = (0..<70_000).map { _ in
            (Int.random(in: 0..<8, using: &lot) == 0 ? "林" : "水土") + (Int.random(in: 0..<900, using: &lot) == 0 ? "稀有" : "")
                + (Int.random(in: 0..<3, using: &lot) == 0 ? "水土" : "田")
        }
        let graph = Self.graph(sentences)
        for phrase in ["水土", "稀有", "田", "林水", "稀有水土"] {
            #expect(found(phrase, in: graph) == sentences.indices.filter { sentences[$0].contains(phrase) }.map { UInt32($0) }, "\(phrase)")
        }
        let both = [SoughtText("稀有", isExact: true), SoughtText("水土", isExact: true)]
        let rows = graph.sentences(holdingAll: both) ?? []
        #expect(rows == sentences.indices.filter { sentences[$0].contains("稀有") && sentences[$0].contains("水土") }.map { UInt32($0) })
        let scores = graph.relevance(of: rows, to: both)
        let sorted = zip(scores, rows).sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
        #expect(graph.best(20, of: rows, to: both) == Array(sorted.prefix(20)))
    }

    @Test func wordsAndNumbersOfOtherScriptsAreFoundWhole() {
        let graph = Self.graph(["建成5G基站4.5万个", "下降４．5%", "PC产业", "AIPC产业", "5个", "增长4.5%，低于5%"])
        #expect(found("5G", in: graph) == [0])
        #expect(found("5g基站", in: graph) == [0])
        #expect(found("pc产业", in: graph) == [2], "AIPC is another word")
        #expect(found("4.5", in: graph) == [0, 5])
        #expect(found("5", in: graph) == [4, 5])
        #expect(found("，", in: graph) == [5])
    }

    @Test func aLooseWordNeedsAllItsPairsAnywhere() {
        let graph = Self.graph(["更新城市，城市更新", "城市的面貌与市更一词，更新快", "城市更好", "推进城市更新"])
        #expect(found("城市更新", in: graph, exactly: false) == [0, 1, 3])
        #expect(found("城市更新", in: graph) == [0, 3])
        let best = graph.relevance(of: [0, 1, 3], to: [SoughtText("城市更新", isExact: false)])
        #expect(best[0] > best[1] && best[2] > best[1], "the word as it stands comes first")
        #expect(graph.sentences(holdingMostOf: SoughtText("推进城市更新改造", isExact: false)) == [3])
    }

    @Test func rareWordsAndShortSentencesWeighMore() {
        let graph = Self.graph(["发展林业", "发展工业", "发展农业", "发展渔业，同时继续做好其他各项已经安排的工作", "发展发展渔业"])
        let both = [SoughtText("发展", isExact: true), SoughtText("渔业", isExact: true)]
        let scores = graph.relevance(of: [0, 3, 4], to: both)
        #expect(scores[1] > scores[0], "渔业 is rare")
        #expect(scores[2] > scores[1], "shorter, and 发展 twice")
    }

    @Test func aSnapshotFindsTheSame() throws {
        let graph = Graph(readings: Drawn.readings(8, seed: 21), lexicon: Drawn.lexicon)
        let path = "gangmu-index-test-\(getpid()).gangmu"
        defer { unlink(path) }
        try Snapshot.write(graph, to: path)
        let mapped = try Snapshot.open(path) { failure in
            Issue.record("\(failure)")
            exit(1)
        }
        #expect(!mapped.index.terms.isEmpty, "the index is in the file")
        for words in ["水", "推进治理", "增长建设", "水水", "治理增长水"] {
            for exactly in [true, false] {
                let rows = found(words, in: graph, exactly: exactly), sought = [SoughtText(words, isExact: exactly)]
                #expect(found(words, in: mapped, exactly: exactly) == rows)
                #expect(mapped.relevance(of: rows, to: sought) == graph.relevance(of: rows, to: sought))
            }
        }
    }
}
