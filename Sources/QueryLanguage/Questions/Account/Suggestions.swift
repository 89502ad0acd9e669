import Documents
import KnowledgeGraph
import Lexicon

/// What is proposed instead of a question that cannot be answered.
extension QuestionReader {
    func unanswerable(_ at: Int) -> Diagnostic {
        Diagnostic(
            .unexpected, Message.questionUnanswerable(tokens[at].text).text, at: tokens[at].span, expected: ["哪些", "多少", "有没有", "最高"],
            suggestion: aboutIt())
    }

    /// What the documents do say of it: the sentences with its names.
    func aboutIt() -> String? {
        var years: [String] = [], places: [String] = [], words: [String] = []
        for token in tokens {
            switch token.kind {
            case .years(let low?, let high) where low == high: years.append("\(low)")
            case .phrase(let text): words.append(text)
            case .unknown where isOfTexts(token.text), .number where isOfTexts(token.text): words.append(token.text)
            case .word(let roles, let names) where !names.isEmpty && !roles.contains(where: \.isNoun):
                if let place = names.first(where: { $0.type == .place }) {
                    places.append(graph.name(of: place))
                } else {
                    words.append(String(question.utf8Slice(token.span)))
                }
            case .word(let roles, _): if roles.contains(where: \.isStandIn) { words.append(token.text) }
            default: break
            }
        }
        guard !words.isEmpty else { return nil }
        let noun = form == .english ? Noun.sentences.name : Noun.sentences.description.chinese[0]
        let place = places.isEmpty ? [] : ["\(form == .english ? "place" : "地区"):\(places.joined(separator: ","))"]
        // With each word less, until there are sentences.
        let narrowing = years.count == 1 ? [years + place, place, []] : [place, []]
        for words in [words] + words.map({ [$0] }) {
            for narrow in narrowing {
                let quoted = words.map { "\"\($0)\"" }
                let line = ([noun] + narrow + quoted).joined(separator: " ")
                if hasRows(line) { return line }
            }
        }
        return nil
    }

    /// 木标: a word that no document has, and the one word it may be a slip of, with the question put right.
    func slip(_ error: Diagnostic) -> (word: String, meant: String, corrected: String)? {
        guard error.code == .unknownValue, error.expected.count == 1, let meant = error.expected.first, let corrected = error.suggestion
        else { return nil }
        let word = String(question.utf8Slice(error.span)), letters = Array(word.unicodeScalars)
        guard letters.count > 1, word.hasHan, sentences(with: word) == 0 else { return nil }
        let sounds = !Spelling.sounding(like: word, among: [meant]).isEmpty
        let isLong = letters.count > 3 && Spelling.distance(letters, Array(meant.unicodeScalars)) == 1
        // 新建 sounds as 新疆: a place is asked about only where it is named.
        return (sounds || isLong) && graph.names.node(.place, named: meant) == nil ? (word, meant, corrected) : nil
    }

    /// 城镇调查失业律: the name that a run of pieces around the place is a slip of.
    func misspelt(around at: Int) -> (run: (text: String, span: ByteSpan), name: String)? {
        func mayBelong(_ index: Int) -> Bool {
            guard tokens.indices.contains(index), tokens[index].text.hasHan else { return false }
            switch tokens[index].kind {
            case .unknown, .phrase: return true
            case .word(let roles, let names):
                return !names.contains { $0.type == .place } && !QuestionPhrases.little.contains(tokens[index].text)
                    && roles.allSatisfy { $0.isKind || [.filler, .growth, .change, .falling, .reached, .counter].contains($0) }
            default: return false
            }
        }
        var first = at, last = at
        while last - first < 8, mayBelong(first - 1), tokens[first - 1].span.end == tokens[first].span.start { first -= 1 }
        while last - first < 8, mayBelong(last + 1), tokens[last + 1].span.start == tokens[last].span.end { last += 1 }
        let known = graph.names.all.filter { [.indicator, .sector, .place].contains($0.node.type) }.map(\.name)
        for start in first...at {
            for end in stride(from: last, through: at, by: -1) where end > start {
                let text = tokens[start...end].map(\.text).joined()
                guard text.unicodeScalars.count > 3, let name = Spelling.nearest(to: text, among: known).first, name != text,
                    !text.hasPrefix(name), !text.hasSuffix(name),
                    Spelling.distance(Array(text.unicodeScalars), Array(name.unicodeScalars)) == 1
                else { continue }
                return ((text, ByteSpan(tokens[start].span.start, tokens[end].span.end)), name)
            }
        }
        return nil
    }
}
