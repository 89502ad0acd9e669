import Documents
import KnowledgeGraph
import Lexicon

/// Finds the proper names among the pieces of a question that no list has, but the texts do: 西部大开发, 三峡工程, 四个现代化.
struct QuestionPhrases {
    let graph: Graph

    /// A piece that is not understood, or a number that counts nothing, becomes one phrase with the pieces beside it where the
    /// texts have them together.
    func joined(_ tokens: [QuestionToken]) -> [QuestionToken] {
        var joined: [QuestionToken] = [], at = 0
        while at < tokens.count {
            // What is to the left was taken already; it comes back where it belongs to the phrase.
            if tokens[at].isUnknown || mayBeginName(tokens, at), let run = run(around: at, in: tokens, from: at - joined.count),
                run.count > 1
            {
                joined.removeLast(at - run.lowerBound)
                let words = tokens[run].map(\.text).joined()
                joined.append(
                    QuestionToken(
                        kind: .phrase(words), text: words,
                        span: ByteSpan(tokens[run.lowerBound].span.start, tokens[run.upperBound - 1].span.end)))
                // Places before later pieces are counted from the pieces that are left.
                return joined + self.joined(Array(tokens[run.upperBound...]))
            }
            // 乡镇企业: a kind of place before a name that only texts have.
            if at + 1 < tokens.count, isKind(tokens, at), isOfTexts(tokens[at + 1]), tokens[at].span.end == tokens[at + 1].span.start,
                case let words = tokens[at].text + tokens[at + 1].text, isFound(words)
            {
                joined.append(
                    QuestionToken(kind: .phrase(words), text: words, span: ByteSpan(tokens[at].span.start, tokens[at + 1].span.end)))
                at += 2
                continue
            }
            // 东北振兴: a region and what is done about it, where the texts have it as one word.
            if at + 1 < tokens.count, tokens[at].place.map({ graph.level(of: $0) == .unit }) == true,
                ["振兴", "崛起", "开发", "协同发展"].contains(tokens[at + 1].text),
                tokens[at].span.end == tokens[at + 1].span.start, case let words = tokens[at].text + tokens[at + 1].text, isFound(words)
            {
                joined.append(
                    QuestionToken(kind: .phrase(words), text: words, span: ByteSpan(tokens[at].span.start, tokens[at + 1].span.end)))
                at += 2
                continue
            }
            joined.append(tokens[at])
            at += 1
        }
        return joined
    }

    private func isKind(_ tokens: [QuestionToken], _ at: Int) -> Bool {
        guard case .word(let roles, let names) = tokens[at].kind, names.isEmpty, tokens[at].text.unicodeScalars.count > 1,
            !asksFor(tokens, at - 1)
        else { return false }
        return roles.contains { if case .dimension("place", _) = $0 { true } else { false } }
    }

    private func isOfTexts(_ token: QuestionToken) -> Bool {
        guard case .word(let roles, let names) = token.kind else { return token.isUnknown }
        return roles.isEmpty && !names.isEmpty && names.allSatisfy(QuestionLexer.isOnlyOfTexts(in: graph))
    }

    /// Little words that stand between names, never in them.
    private static let parting: Set = [
        "的", "了", "在", "是", "有", "吗", "呢", "我", "你", "您", "他们", "和", "与", "及", "或", "吧", "啊", "呀", "嘛", "哦", "请",
    ]
    /// Little words that no name begins or ends with, unless one character is left.
    static let little: Set = parting.union([
        "对", "把", "被", "里", "中", "都", "要", "会", "将", "给", "这", "那", "等", "就", "也", "还", "提", "说", "写", "讲", "看", "从", "到", "去", "来", "为",
        "让", "能", "得", "着", "过",
        "又", "再", "才",
    ])

    /// 三峡, 四个现代化: a Chinese numeral that no unit follows.
    private func mayBeginName(_ tokens: [QuestionToken], _ at: Int) -> Bool {
        guard case .number(_, let count?) = tokens[at].kind, count < 100, tokens[at].text.hasHan else { return false }
        return at + 1 < tokens.count && tokens[at + 1].span.start == tokens[at].span.end && !asksFor(tokens, at - 1)
    }

    /// Whether the piece asks which or how many, or is part of an order: 前三, 哪三个.
    private func asksFor(_ tokens: [QuestionToken], _ at: Int) -> Bool {
        guard at >= 0, case .word(let roles, _) = tokens[at].kind else { return false }
        return roles.contains { role in
            switch role {
            case .which, .amount, .each, .number, .top, .bottom, .before, .highest, .lowest, .most, .fewest: true
            default: false
            }
        }
    }

    /// 落后产能, 碳达峰: what orders or bounds no number is a character like others.
    private func isCharacter(_ roles: [QuestionRole]) -> Bool {
        roles.contains { role in
            switch role {
            case .reached, .bottom: true
            default: false
            }
        }
    }

    /// How readily a piece belongs to a name: 0 of itself, 1 where it says little; nil where it does not.
    private func distance(_ tokens: [QuestionToken], _ at: Int, isLeft: Bool) -> Int? {
        let token = tokens[at]
        guard token.text.hasHan || token.isUnknown else { return nil }
        switch token.kind {
        case .unknown: return 0
        case .number(_, let count?): return count < 100 ? 1 : nil
        case .word(let roles, let names):
            if roles.contains(where: \.isNoun) { return nil }
            if !names.isEmpty { return isPlace(token) && !isLeft ? nil : 0 }
            if roles.contains(where: \.isStandIn) { return 0 }
            let mayBound = token.text.unicodeScalars.count > 1 || at + 1 < tokens.count && tokens[at + 1].isNumber
            if Self.parting.contains(token.text) || asksFor(tokens, at) && (mayBound || !isCharacter(roles)) { return nil }
            let isLittle = roles.allSatisfy { role in
                switch role {
                case .before, .bottom: !mayBound
                case .filler, .high, .low, .counter, .and, .growth, .change, .falling, .reached, .behind, .aspectOf: true
                case .dimension: isLeft && !(at > 0 && asksFor(tokens, at - 1))
                default: false
                }
            }
            // 乡镇企业.
            let isKind = roles.contains { $0.isKind } && token.text.unicodeScalars.count > 1
            // 增值税: single characters that say nothing here are of the word beside them.
            let isCharacter = token.text.unicodeScalars.count == 1 && isLeft && !Self.little.contains(token.text)
            return isLittle ? (isKind || isCharacter ? 0 : 1) : nil
        default: return nil
        }
    }

    /// The pieces around the place that are one name in the texts; nearest to the piece itself where there are several.
    private func run(around at: Int, in tokens: [QuestionToken], from start: Int) -> Range<Int>? {
        var first = at, last = at
        while first > max(start, at - 3), tokens[first - 1].span.end == tokens[first].span.start,
            distance(tokens, first - 1, isLeft: true) != nil
        { first -= 1 }
        while last + 1 < min(tokens.count, at + 5), tokens[last].span.end == tokens[last + 1].span.start,
            distance(tokens, last + 1, isLeft: false) != nil
        { last += 1 }
        var found: (range: Range<Int>, rank: (Int, Int, Int))?
        let isShort = tokens[at].text.unicodeScalars.count < 2 || !tokens[at].isUnknown
        for low in first...at {
            if low < at, isCounter(tokens, low) { continue }
            for high in at...last where high > low {
                if !isShort || high - low < 2, [low, high].contains(where: { $0 != at && Self.little.contains(tokens[$0].text) }),
                    !(isShort && high - low == 1)
                {
                    continue
                }
                let range = low..<high + 1, words = tokens[range].map(\.text).joined()
                let others = range.filter { $0 != at }
                // A place narrows by itself, unless what stands behind it is no word: 天津港.
                if others.contains(where: { isPlace(tokens[$0]) }), !isShort || range.count > 2 { continue }
                let little = others.count { distance(tokens, $0, isLeft: $0 < at) == 1 }
                // 新建 may be of a name that is a word by itself; only what is none needs little words.
                if !isShort, little == others.count, isFound(tokens[at].text) { continue }
                let isOfNumber = !tokens[at].isUnknown
                if isOfNumber, words.unicodeScalars.count < 3 || little == others.count && words.unicodeScalars.count < 4 { continue }
                guard isFound(words) else { continue }
                // 发消费 takes nothing from 消费券.
                if high < last, tokens[high + 1].isUnknown, isFound(tokens[high].text + tokens[high + 1].text) { continue }
                // 国际金融中心 leaves nothing of itself behind.
                let unknown = range.count { tokens[$0].isUnknown }
                // 粮食产量连续: what is measured keeps its name, unless the piece says little without it.
                let amounts = others.count { tokens[$0].names.contains { $0.type == .indicator } }
                if amounts > 0, !isShort, isFound(tokens[at].text), occurrences(tokens, range) * 2 < occurrences(tokens, at..<at + 1) {
                    continue
                }
                let rank = (-unknown, little + amounts, -words.unicodeScalars.count)
                if found.map({ rank < $0.rank }) ?? true { found = (range, rank) }
            }
        }
        // 营改 is a word of the texts too, but nearly always of 营改增.
        guard var range = found?.range ?? (isShort ? nil : at..<at + 1) else { return nil }
        // 节能减 stands for little where 节能减排 is nearly all there is.
        var count = occurrences(tokens, range)
        while range.upperBound <= last, case let longer = range.lowerBound..<range.upperBound + 1,
            case let more = occurrences(tokens, longer), more > 0, more * 2 >= count
        {
            (range, count) = (longer, more)
        }
        // 小学生 likewise for 中小学生.
        while range.lowerBound > first, case let longer = range.lowerBound - 1..<range.upperBound, !isPlace(tokens[range.lowerBound - 1]),
            !isCounter(tokens, range.lowerBound - 1), case let more = occurrences(tokens, longer), more > 0, more * 2 >= count
        {
            (range, count) = (longer, more)
        }
        return range
    }

    /// 多少所学校: what counts is no part of what is counted.
    private func isCounter(_ tokens: [QuestionToken], _ at: Int) -> Bool {
        at > 0 && tokens[at].names.isEmpty && tokens[at].text.unicodeScalars.count < 3 && !tokens[at].isUnknown && !tokens[at].isNumber
            && (tokens[at - 1].isNumber || tokens[at - 1].roles.contains { [.which, .amount, .each, .number].contains($0) })
    }

    private func isPlace(_ token: QuestionToken) -> Bool {
        // 西部, 京津冀 begin names of their own: 西部大开发.
        return token.names.contains { $0.type == .place && graph.level(of: $0) != .unit }
    }

    private func occurrences(_ tokens: [QuestionToken], _ range: Range<Int>) -> Int {
        graph.sentences(holding: SoughtText(tokens[range].map(\.text).joined(), isExact: true))?.count ?? 0
    }

    private func isFound(_ words: String) -> Bool {
        words.unicodeScalars.count > 1 && !(graph.sentences(holding: SoughtText(words, isExact: true)) ?? []).isEmpty
    }
}
