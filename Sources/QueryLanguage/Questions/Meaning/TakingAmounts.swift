import Documents
import KnowledgeGraph
import Lexicon

/// Numbers, and what they are held against.
extension QuestionReader {
    mutating func take(number at: Int, course: String) throws(Diagnostic) -> Int {
        guard let (text, count) = number(at) else { return at + 1 }
        if let comparison = comparisonBehind(at + 1) {
            frame.conditions.append((comparison, course + text))
            frame.saysAbout = frame.saysAbout || comparison == .equal
            return at + 2
        }
        // 5%到6%之间.
        var other = at + 1
        if ["到", "至", "-", "~", "—", "和", "与", "and", "to"].contains(tokens.indices.contains(other) ? tokens[other].text : "") {
            other += 1
        }
        if other > at + 1, let (high, _) = number(other) {
            let unit = high.drop { $0.isNumber || $0 == "." }
            let low = text.allSatisfy { $0.isNumber || $0 == "." } ? text + unit : text
            frame.conditions += [(.atLeast, course + low), (.atMost, course + high)]
            return other + 1
        }
        if let before = previous(before: at), roles(before).contains(.top) || roles(before).contains(.bottom), let count {
            frame.limit = count
            frame.limitAt = at
            if roles(before).contains(.bottom) { frame.isBottom = true }
            // 前三和后三.
            if frame.isTop, frame.isBottom { frame.wantsBothEnds = true }
            if roles(before).contains(.top) { frame.isTop = true }
            return at + 1
        }
        // 最高的三个省.
        if let count, count > 0, frame.superlative != nil || frame.ranking != nil || followsDimension(at) {
            if frame.superlative != nil || frame.ranking != nil { frame.limit = count }
            if let before = previous(before: at), roles(before).contains(.which) { frame.asked = count }
            return at + 1
        }
        // A bare one is only a manner of speaking: 一个.
        if let count, count <= 1 { return at + 1 }
        // 5万亿了吗: whether it is as much by now.
        if tokens.indices.contains(at + 1),
            ["了", "了吗", "了没", "了没有"].contains(tokens[at + 1].text) || roles(at + 1).contains(.whether) && tokens[at + 1].text.hasPrefix("了")
        {
            frame.whether = true
            frame.conditions.append((.atLeast, course + text))
            return at + 1
        }
        // 三年脱困: how long.
        if count != nil, course.isEmpty, tokens.indices.contains(at + 1), tokens[at + 1].text == "年", frame.conditions.isEmpty,
            !frame.comparesAfter, previous(before: at).map({ roles($0).contains(.which) }) != true
        {
            frame.unused += [at, at + 1]
            return at + 2
        }
        if count != nil, course.isEmpty, !frame.comparesAfter {
            throw Diagnostic(
                .unknownValue, Message.questionNumber(text).text, at: tokens[at].span, expected: ["高于\(text)", "前\(text)"])
        }
        if course.isEmpty, !frame.comparesAfter { frame.bareAmountAt = at }
        frame.conditions.append((.equal, course + text))
        return at + 1
    }

    /// 三个省, 五条举措: how many are spoken of.
    func followsDimension(_ at: Int) -> Bool {
        // 五大任务.
        if tokens.indices.contains(at + 2), tokens[at + 1].text == "大", isNoun(at + 2) { return true }
        guard let next = next(after: at) else { return false }
        return roles(next).contains { $0.isKind || $0 == .counter }
    }

    /// The contrary of the comparison at a place, with its number.
    func contrary(_ at: Int) -> (Comparison, (text: String, at: Int))? {
        for role in roles(at) {
            guard case .before(let comparison) = role, let next = next(after: at), let (text, _) = number(next) else { continue }
            let contraries: [Comparison: Comparison] = [
                .moreThan: .atMost, .atLeast: .lessThan, .lessThan: .atLeast, .atMost: .moreThan, .equal: .notEqual,
            ]
            return contraries[comparison].map { ($0, (text, next)) }
        }
        return nil
    }

    static func rises(_ comparison: Comparison) -> Bool? {
        switch comparison {
        case .moreThan, .atLeast: true
        case .lessThan, .atMost: false
        case .equal, .notEqual: nil
        }
    }

    /// Which way a word says that something differs.
    func direction(_ at: Int) -> Bool? {
        for role in roles(at) {
            switch role {
            case .high, .growth, .change, .moved(raised: true): return true
            case .low, .falling, .moved(raised: false): return false
            default: continue
            }
        }
        return nil
    }

    /// - Parameter rises: Nil where the word that says so stands behind: 比去年高.
    /// - Returns: Where to go on; nil where there is nothing to compare with.
    mutating func compare(with other: Int, _ at: Int, rises: Bool?) -> Int? {
        var end = other + 1, rises = rises
        if rises == nil {
            var word = other + 1
            while word < tokens.count, direction(word) == nil,
                isFiller(word) || isNoun(word) || roles(word).contains(.reached) || isName(of: word) && !isTimeOrPlace(word)
            { word += 1 }
            if word < tokens.count, let way = direction(word) {
                (rises, end) = (way, word + 1)
                // 比上海GDP目标高: what is compared.
                for at in (other + 1)..<word {
                    if let noun = noun(at) {
                        take(noun: noun, at)
                    } else if !tokens[at].names.isEmpty {
                        take(tokens[at].names, tokens[at], at)
                    }
                }
            }
        }
        if case .years(let low?, let high) = tokens[other].kind, low == high {
            frame.before = low
            frame.moved = rises
            frame.movedAt = at
            return end
        }
        if let place = tokens[other].place, frame.places.isEmpty, graph.level(of: place) == .nation, let rises, frame.against == nil {
            let said = roles(at).lazy.compactMap { if case .before(let comparison) = $0 { comparison } else { nil } }.first
            frame.against = (said ?? (rises ? .moreThan : .lessThan), place, at)
            while tokens.indices.contains(end), isFiller(end) || ["平均", "目标"].contains(tokens[end].text) { end += 1 }
            return end
        }
        if isTimeOrPlace(other), case .word(_, let names) = tokens[other].kind, let place = names.first(where: { $0.type == .place }),
            !frame.places.isEmpty
        {
            frame.places.append(place)
            frame.compares = true
            return end
        }
        if noun(other) == "targets", let rises, !isWording(at) {
            frame.kept = true
            // 达到目标了吗 asks for no more than that.
            if roles(at).contains(.before(.atLeast)) { return end }
            frame.gap = rises ? .moreThan : .lessThan
            return end
        }
        return nil
    }
    /// 带“不低于”的目标: how it is worded.
    func isWording(_ at: Int) -> Bool {
        at > 0 && tokens.indices.contains(at + 1) && tokens[at - 1].text == "\"" && tokens[at + 1].text == "\""
    }
    func isNoun(_ at: Int) -> Bool { noun(at) != nil }

    /// 比5%高.
    mutating func than(_ at: Int) throws(Diagnostic) -> Int {
        // 今年跟去年比: times or places, without a number between them.
        if let before = previous(before: at), isTimeOrPlace(before), tokens[at].text == "比",
            next(after: at).map({ !isTimeOrPlace($0) && number($0) == nil }) ?? true
        {
            frame.compares = true
            return at + 1
        }
        if let before = previous(before: at), let rises = direction(before), let other = next(after: at),
            let end = compare(with: other, at, rises: rises)
        {
            return end
        }
        if let other = next(after: at), number(other) == nil, let end = compare(with: other, at, rises: nil) { return end }
        if holdsIndicators(at, next(after: at)) {
            frame.versusAt = at
            return at + 1
        }
        guard let bound = next(after: at), let (text, _) = number(bound), let word = next(after: bound),
            roles(word).contains(.high) || roles(word).contains(.low)
        else { throw notUnderstood(at) }
        frame.conditions.append((roles(word).contains(.high) ? .moreThan : .lessThan, text))
        return word + 1
    }

    /// GDP目标高于财政收入目标: an indicator stands before, and another behind.
    func holdsIndicators(_ at: Int, _ following: Int?) -> Bool {
        frame.hasIndicators && following.map { tokens[$0].names.contains { $0.type == .indicator } } ?? false
    }

    func isTimeOrPlace(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .years, .plan: true
        case .word(_, let names): names.contains { $0.type == .place }
        case .number, .phrase, .unknown: false
        }
    }
}
