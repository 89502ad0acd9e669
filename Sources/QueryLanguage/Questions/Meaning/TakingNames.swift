import Documents
import KnowledgeGraph
import Lexicon

/// Names of the graph, and words that only its texts have, or nothing has.
extension QuestionReader {
    /// Of a word that is a name and a word of questions: 城市 after 哪些 is no sector.
    func isName(_ at: Int) -> Bool {
        if roles(at + 1).contains(.aspectOf) { return true }
        for role in roles(at) {
            if role.isKind {
                let asks = previous(before: at).map { before in
                    roles(before).contains { [.which, .each, .amount, .number, .counter].contains($0) } || number(before) != nil
                }
                return !(asks ?? false)
            }
            if role.isNoun { return false }
        }
        return false
    }

    func namesPlace(_ at: Int) -> Bool {
        tokens[at].place != nil
    }

    mutating func take(_ names: [NodeID], _ token: QuestionToken, _ at: Int) {
        if let place = names.first(where: { $0.type == .place }) {
            // 除了北京、上海, 除了北京上海
            let except =
                previous(before: at).map { roles($0).contains(.except) || frame.excludes && (roles($0).contains(.and) || namesPlace($0)) }
                ?? false
            if except { frame.notPlaces.append(place) } else { frame.places.append(place) }
            if frame.superlative != nil, previous(before: at).map({ isSuperlative($0) }) == true { frame.supposed.append(place) }
            frame.excludes = except
            return
        }
        frame.excludes = false
        if names.allSatisfy(QuestionLexer.isOnlyOfTexts(in: graph)), isAside(at, ofAsker: true) {
            frame.unused.append(at)
            return
        }
        let sectors = names.filter { $0.type == .sector }, indicators = names.filter { $0.type == .indicator }
        // 金融危机, 国防预算: two names that the texts have as one word.
        if let last = frame.subjects.last, last.span.end == token.span.start, isOfTexts(last.text + token.text) {
            frame.subjects.removeLast()
            frame.texts.append(last.text + token.text)
            notes.append(.questionText(last.text + token.text))
            return
        }
        // 海洋经济: a word that no list has and a name behind it that are often said together.
        if at > 0, tokens[at - 1].isOfTexts, tokens[at - 1].span.end == token.span.start, let last = frame.texts.last,
            last == tokens[at - 1].text, case let whole = sentences(with: last + token.text), whole > 4 || whole * 3 > sentences(with: last)
        {
            frame.texts[frame.texts.count - 1] = last + token.text
            let read = Message.questionText(last).text
            notes.removeAll { $0.text == read }
            notes.append(.questionText(last + token.text))
            return
        }
        // 全国财政收入 names an indicator, and the place too.
        if names.contains(where: { $0.type == .indicator }), let place = leadingPlace(token.text) { frame.places.append(place) }
        let saysSector = roles(at + 1).contains(.aspectOf) || roles(at + 1).contains(.dimension("sector", level: nil))
        var subject = QuestionFrame.Subject(
            text: token.text, sectors: sectors, indicators: saysSector && !sectors.isEmpty ? [] : indicators, span: token.span)
        subject.isCompound = frame.subjects.last?.span.end == token.span.start
        subject.isListed = previous(before: at).map { roles($0).contains(.and) } ?? false
        frame.subjects.append(subject)
    }

    func leadingPlace(_ text: String) -> NodeID? {
        let scalars = text.unicodeScalars
        for length in stride(from: scalars.count - 2, through: 2, by: -1) {
            let lead = String(String.UnicodeScalarView(scalars.prefix(length)))
            if let place = graph.names.node(.place, named: lead), lead.hasHan { return place }
        }
        return nil
    }

    func isSuperlative(_ at: Int?) -> Bool {
        guard let at else { return false }
        return roles(at).contains { role in
            switch role {
            case .highest, .lowest, .most, .fewest: true
            default: false
            }
        }
    }

    /// A character that says nothing by itself and touches the place.
    func neighbour(_ at: Int, touching place: Int) -> String? {
        guard isFiller(at), tokens[at].text.unicodeScalars.count == 1, tokens[at].text.hasHan,
            !["的", "了", "得", "地", "吗", "呢", "在", "是", "有"].contains(tokens[at].text),
            tokens[at].span.start == place || tokens[at].span.end == place
        else { return nil }
        return tokens[at].text
    }

    /// - Returns: Where to go on.
    mutating func take(unknown at: Int) throws(Diagnostic) -> Int {
        let token = tokens[at]
        if isAside(at, ofAsker: true) {
            frame.unused.append(at)
            return at + 1
        }
        // 除北京外.
        if token.text == "外", at > 0, namesPlace(at - 1), !frame.notPlaces.isEmpty { return at + 1 }
        // 最长: of what has no order here.
        if token.text.hasPrefix("最"), token.text.unicodeScalars.count < 4 { throw notUnderstood(at) }
        var words = token.text, span = token.span
        // With the name beside it the documents may have a word of their own: 生态补偿.
        if let last = frame.subjects.last, last.span.end == span.start, !standsAlone(words, behind: last) {
            let tail = neighbour(at + 1, touching: span.end) ?? ""
            if !tail.isEmpty, isOfTexts(last.text + words + tail) {
                frame.subjects.removeLast()
                frame.texts.append(last.text + words + tail)
                notes.append(.questionText(last.text + words + tail))
                return at + 2
            }
            if isOfTexts(last.text + words) {
                words = last.text + words
                span = ByteSpan(last.span.start, span.end)
                frame.subjects.removeLast()
            }
        }
        // 清洁利 is no word where 清洁利用 is one.
        if let tail = neighbour(at + 1, touching: span.end), tail != "的", isOfTexts(words + tail) {
            frame.texts.append(words + tail)
            notes.append(.questionText(words + tail))
            return at + 2
        }
        // 高质量发展 is more than 质量.
        let left = ["高", "新", "大", "小", "低", "全", "多", "总"].contains(at > 0 ? tokens[at - 1].text : "") ? tokens[at - 1].text : ""
        let right =
            isFiller(at + 1) && tokens[at + 1].span.start == span.end && tokens[at + 1].text.unicodeScalars.count > 1
                && tokens[at + 1].text.hasHan ? tokens[at + 1].text : ""
        for (lead, tail) in [(left, right), (left, ""), ("", right)] where !(lead + tail).isEmpty && isOfTexts(lead + words + tail) {
            frame.texts.append(lead + words + tail)
            notes.append(.questionText(lead + words + tail))
            return at + (tail.isEmpty ? 1 : 2)
        }
        if isOfTexts(words) {
            frame.texts.append(words)
            notes.append(.questionText(words))
            return at + 1
        }
        // A little word beside it may belong to it: 新建.
        let before = neighbour(at - 1, touching: span.start), behind = neighbour(at + 1, touching: span.end)
        for (lead, tail) in [(before, nil), (nil, behind), (before, behind)] where lead != nil || tail != nil {
            let whole = (lead ?? "") + words + (tail ?? "")
            guard isOfTexts(whole) else { continue }
            frame.texts.append(whole)
            notes.append(.questionText(whole))
            return at + (tail == nil ? 1 : 2)
        }
        if isAside(at) {
            frame.unused.append(at)
            return at + 1
        }
        if let (run, name) = misspelt(around: at) { throw unknown(run.text, run.span, expected: [name]) }
        // Two characters are near to too many names.
        let known = QuestionWords.telling + graph.names.all.map(\.name)
        let near =
            token.text.unicodeScalars.count < 3
            ? Spelling.sounding(like: token.text, among: known) : Spelling.nearest(to: token.text, among: known)
        if !near.isEmpty { throw unknown(token.text, span, expected: near) }
        let (whole, place) = wholeWord(around: at)
        throw unknown(whole, place, expected: [])
    }

    /// 粮食产量连续: what is measured keeps its name before a word that mostly stands elsewhere.
    private func standsAlone(_ words: String, behind last: QuestionFrame.Subject) -> Bool {
        !last.indicators.allSatisfy(QuestionLexer.isOnlyOfTexts(in: graph)) && words.unicodeScalars.count > 1
            && sentences(with: last.text + words) * 2 < sentences(with: words)
    }

    func unknown(_ word: String, _ span: ByteSpan, expected: [String]) -> Diagnostic {
        let isAbsent = word.unicodeScalars.count > 1 && sentences(with: word) == 0
        return Diagnostic(
            .unknownValue, Message.questionUnknown(word, isAbsent: isAbsent).text, at: span, expected: expected,
            suggestion: expected.first.map { question.replacing(span, with: $0) })
    }

    /// What is not understood with the single characters around it, which are hardly words of their own: no piece of a word is named.
    private func wholeWord(around at: Int) -> (text: String, span: ByteSpan) {
        func isPart(_ index: Int) -> Bool {
            guard tokens.indices.contains(index), tokens[index].text.unicodeScalars.count == 1, tokens[index].text.hasHan,
                !QuestionPhrases.little.contains(tokens[index].text)
            else { return false }
            if case .word(let roles, let names) = tokens[index].kind {
                return names.isEmpty && roles.allSatisfy { [.filler, .counter, .high, .low, .each, .amount].contains($0) }
            }
            return false
        }
        var first = at, last = at
        while at - first < 3, isPart(first - 1), tokens[first - 1].span.end == tokens[first].span.start { first -= 1 }
        while last - at < 3, isPart(last + 1), tokens[last].span.end == tokens[last + 1].span.start { last += 1 }
        return (tokens[first...last].map(\.text).joined(), ByteSpan(tokens[first].span.start, tokens[last].span.end))
    }

    /// 数字经济领域: the name before it says which.
    func isSector(_ at: Int) -> Bool {
        tokens[at].names.contains { $0.type == .sector }
    }

    func isName(of at: Int) -> Bool {
        !tokens[at].names.isEmpty
    }
}

extension TextSearch {
    func isFound(in text: Series<UInt8>, isCancelled: () -> Bool = { false }) -> Bool {
        !(occurrences(in: text, isCancelled: isCancelled) ?? []).isEmpty
    }
}
