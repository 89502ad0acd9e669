import Documents
import KnowledgeGraph
import Lexicon

/// Words of the language of questions: which slot of the frame each fills.
extension QuestionReader {
    /// Takes the token up and gives where the next stands.
    mutating func take(_ at: Int) throws(Diagnostic) -> Int {
        let token = tokens[at]
        switch token.kind {
        case .years where token.span == report: return at + 1
        case .years(let low, let high):
            let lead = at > 0 ? tokens[at - 1].text : ""
            switch lead {
            case "since", "from", "after": frame.years.append((low, nil))
            case "until", "before": frame.years.append((nil, high))
            default: frame.years.append((low, high))
            }
            frame.timesAt.append(at)
            if let low, low > year { frame.ahead = true }
            return at + 1
        case .phrase(let words):
            // 全面建成小康社会: a little character behind belongs to it where it mostly stands there.
            if words == token.text, let tail = neighbour(at + 1, touching: token.span.end),
                case let whole = sentences(with: words + tail), whole > 0, whole * 2 >= sentences(with: words)
            {
                frame.texts.append(words + tail)
                notes.append(.questionText(words + tail))
                return at + 2
            }
            frame.texts.append(words)
            if words == token.text {
                notes.append(.questionText(words))
                // 天津港: of that place, too.
                if words.unicodeScalars.count > 2, let place = graph.names.node(.place, named: String(words.dropLast())), isSpokenOf(place) {
                    frame.places.append(place)
                }
            }
            return at + 1
        case .plan(let name):
            frame.plans.append(name)
            return at + 1
        case .number: return try take(number: at, course: "")
        case .unknown:
            return try take(unknown: at)
        case .word(let roles, let names):
            if !names.isEmpty, roles.isEmpty || isName(at) {
                take(names, token, at)
                return at + 1
            }
            return try take(roles, at)
        }
    }

    mutating func take(_ roles: [QuestionRole], _ at: Int) throws(Diagnostic) -> Int {
        let following = next(after: at)
        // A comparison is one only where a number follows.
        for role in roles {
            guard case .before(let comparison) = role else { continue }
            var number = following, course = ""
            if let next = number, self.roles(next).contains(.falling) {
                course = "下降"
                number = self.next(after: next)
            } else if let next = number, self.roles(next).contains(.growth) {
                frame.aspect = "growth"
                number = self.next(after: next)
            }
            guard let at = number, let (text, _) = self.number(at) else { continue }
            if comparison == .equal { frame.comparesAfter = true }
            if comparison == .equal || comparisonBehind(at + 1) != nil { return at }
            if comparison == .atLeast, let after = number.map({ $0 + 1 }), tokens.indices.contains(after),
                ["到", "至", "-"].contains(tokens[after].text)
            {
                return at
            }
            frame.conditions.append((comparison, course + text))
            return at + 1
        }
        if roles.contains(.than) { return try than(at) }
        for role in roles {
            guard case .before(let comparison) = role, isWording(at), let word = Self.wordings[comparison] else { continue }
            frame.comparator = word
            return at + 1
        }
        // 高于去年, 低于全国, 低于目标.
        for role in roles {
            guard case .before(let comparison) = role, let following, let rises = Self.rises(comparison) else { continue }
            if let end = compare(with: following, at, rises: rises) { return end }
        }
        if roles.contains(where: { if case .before(let comparison) = $0 { Self.rises(comparison) != nil } else { false } }),
            holdsIndicators(at, following)
        {
            frame.versusAt = at
            return at + 1
        }
        // 控制在多少以内: how much is asked.
        if let following, self.roles(following).contains(.amount), roles.allSatisfy({ if case .before = $0 { true } else { false } }) {
            return at + 1
        }
        let others = roles.filter { if case .before = $0 { false } else { true } }
        guard let role = choose(others, at) else {
            if roles == [.before(.equal)] { return at + 1 }
            throw notUnderstood(at)
        }
        return try take(role, at)
    }

    /// How bounds are called.
    static let wordings: [Comparison: String] = [
        .equal: "about", .atLeast: "at-least", .atMost: "at-most", .moreThan: "more", .lessThan: "less",
    ]

    /// Which of several roles a word has here.
    func choose(_ roles: [QuestionRole], _ at: Int) -> QuestionRole? {
        guard roles.count > 1 else { return roles.first }
        let following = next(after: at)
        for role in roles {
            switch role {
            case .top, .bottom: if number(following) != nil { return role }
            case .without, .with:
                guard role == .without || following.map({ self.roles($0).contains { $0.isNoun } }) == true else { continue }
                return role
            case .since, .until: continue
            case .each: if let following, self.roles(following).contains(where: \.isKind) { return role }
            case .high, .low, .than, .filler: continue
            case .dimension: if asksBefore(at) { return role }
            default: return role
            }
        }
        return roles.contains(.filler) ? .filler : roles.first
    }

    func asksBefore(_ at: Int) -> Bool {
        guard let before = previous(before: at) else { return false }
        return roles(before).contains { [.which, .each, .amount, .number].contains($0) } || number(before) != nil
    }

    /// Fills the slot of a role, and gives where to go on. A role that needs to look around has a function of its own.
    mutating func take(_ role: QuestionRole, _ at: Int) throws(Diagnostic) -> Int {
        let following = next(after: at)
        mark(role, at)
        switch role {
        // What is asked for.
        case .noun(let name): take(noun: name, at)
        case .which:
            // 哪届政府: a kind of thing that the language does not have.
            if ["哪", "哪一", "哪几"].contains(tokens[at].text), tokens.indices.contains(at + 1), tokens[at + 1].isOfTexts {
                throw unknown(tokens[at + 1].text, tokens[at + 1].span, expected: [])
            }
            take(which: at, following)
        case .amount: take(amount: at, following)
        case .number where isApposition(at): break
        case .number:
            frame.counts = true
            frame.countsRows = frame.countsRows || !QuestionWords.looseNumbers.contains(tokens[at].text)
        case .whether:
            frame.whether = true
            // 有没有去年高.
            if at > 0, let following, case .years = tokens[following].kind,
                tokens.indices.contains(where: { $0 > following && (roles($0).contains(.high) || roles($0).contains(.low)) }),
                let end = compare(with: following, at, rises: nil)
            {
                return end
            }
        case .how: frame.how = true
        case .overview: frame.overview = true
        case .mention: frame.mention = true
        case .promises: frame.promises = true
        case .ahead: frame.ahead = true
        case .filler:
            if tokens[at].text.hasPrefix("分别") { frame.apart = true }
            if QuestionWords.deeds.contains(tokens[at].text) { frame.deed = true }

        // Of what, and where.
        case .dimension(let key, let level): try take(kind: key, level, at)
        case .stands(let names): try take(standing: names, at)
        case .place(let name):
            guard let place = graph.names.node(.place, named: name) else { throw notUnderstood(at) }
            take([place], tokens[at], at)
        case .region(let name): try take(region: name, at)
        case .except: frame.excludes = true
        case .or: frame.either = true
        case .share: take(share: at)

        // Compared with what.
        case .high, .low: take(comparative: at, following)
        case .behind(let comparison): try take(behind: comparison, at)
        case .range:
            guard frame.comparator == nil else { throw notUnderstood(at) }
            frame.comparator = "range"
        case .tied(let comparator): return try take(tied: comparator, at, following)
        case .than: return try than(at)
        case .compare: frame.compares = true
        case .moved(let rises):
            if let following, number(following) != nil { return try take(number: following, course: rises ? "" : "下降") }
            (frame.moved, frame.movedAt) = (rises, at)
        case .change, .falling: return try take(change: role == .falling, at, following)
        case .growth: frame.aspect = frame.saysLevel ? nil : "growth"
        case .level: (frame.saysLevel, frame.aspect) = (true, frame.aspect == "growth" ? nil : "level")
        case .sign(let rises):
            frame.aspect = "growth"
            frame.conditions.append(rises ? (.moreThan, "0") : (.atLeast, "下降0"))
        case .without, .with: return try take(presence: role == .with, at, following)

        // Targets and what became of them.
        case .reached:
            (frame.reached, frame.reachedAt) = (true, at)
            frame.reachedAlready = tokens[at].text.hasSuffix("了") || tokens.indices.contains(at + 1) && tokens[at + 1].text == "了"
        case .kept: frame.kept = true
        case .outcome(let outcome): (frame.kept, frame.outcome) = (true, outcome)
        case .surpassed: (frame.kept, frame.outcome, frame.gap) = (true, "met", .notEqual)
        case .rate: (frame.kept, frame.rate) = (true, true)
        case .revised: frame.revised = true
        case .turn(let isNew): frame.turn = isNew ? Message("new", "新增") : Message("gone", "不再提出")

        // Order, and what is made of the rows.
        case .highest(let aspect): take(superlative: true, aspect)
        case .lowest(let aspect): take(superlative: false, aspect)
        case .nth(let place, let descending):
            take(superlative: descending, nil)
            frame.nth = place
        case .most: frame.superlative = .init(descending: true, ofRows: true)
        case .fewest: frame.superlative = .init(descending: false, ofRows: true)
        case .top: if number(following) != nil, frame.superlative == nil { frame.ranking = frame.ranking ?? true }
        case .bottom: if number(following) != nil, frame.superlative == nil { frame.ranking = frame.ranking ?? false }
        case .ranked(let descending):
            if !QuestionWords.neutralOrder.contains(tokens[at].text) || frame.ranking == nil { frame.ranking = descending }
        case .mean, .total:
            let function = role == .mean ? "mean" : "sum"
            if let other = frame.function, other != function { throw notUnderstood(at) }
            (frame.function, frame.functionAt) = (function, at)
        case .trend: frame.trend = true

        // What other words look for, or rules read where they stand.
        case .first, .latest, .when, .begins, .times, .unmentioned, .rank, .goesOn, .each, .counter, .before, .between, .and, .aspectOf,
            .ours, .since, .until:
            break
        case .unanswerable: throw unanswerable(at)
        }
        return at + 1
    }

    /// Where the words stand that rules and the account ask for.
    private mutating func mark(_ role: QuestionRole, _ at: Int) {
        let said: QuestionFrame.Said? =
            switch role {
            case .trend: .trend
            case .compare: .compares
            case .revised: .revised
            case .how: .how
            case .kept, .outcome: .kept
            case .amount: .amount
            case .which: .which
            case .growth: .growth
            case .first: .first
            case .latest: .latest
            case .when: .when
            case .begins: .begins
            case .times: .times
            case .unmentioned: .unmentioned
            case .rank: .rank
            case .goesOn: .goesOn
            case .dimension("place", _) where ["谁", "是谁", "who"].contains(tokens[at].text): .who
            default: nil
            }
        if let said { frame.said[said] = at }
        if said == .unmentioned { frame.denials.append(at) }
        switch role {
        case .highest, .lowest, .most, .fewest, .nth: frame.superlativeAt = at
        default: break
        }
    }

    private mutating func take(superlative descending: Bool, _ aspect: String?) {
        if frame.superlative?.descending == !descending { frame.wantsBothEnds = true }
        frame.superlative = .init(descending: descending)
        frame.aspect = frame.aspect ?? aspect
    }
}
