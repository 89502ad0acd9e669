import Documents
import KnowledgeGraph
import Lexicon

/// Reads a question in Chinese or English as a line of the language. Every word of it is understood, or named as not understood.
struct QuestionReader {
    /// A question as it was read.
    struct Reading {
        /// An ordinary line.
        var line: String
        /// The query to answer it by where `line` is a command that cannot: one target without a result has no `trend`.
        var query: String?
        /// What should be known of how words were read.
        var notes: [Message] = []
    }

    let graph: Graph
    let question: String
    let form: Printer.Form
    private let year: Int
    private let tokens: [QuestionToken]
    private var frame = QuestionFrame()
    private var notes: [Message] = []

    /// - Parameter year: What 今年 is.
    init(_ question: String, graph: Graph, year: Int, form: Printer.Form) {
        self.graph = graph
        self.question = question
        self.form = form
        self.year = year
        tokens = QuestionLexer(question, graph: graph, year: year).tokens()
    }

    /// Whether the line asks something, rather than being a command with a slip: it has a word that only questions have.
    var asks: Bool {
        tokens.contains { token in
            guard case .word(let roles, _) = token.kind else { return "?？".contains(token.text) }
            return roles.contains { role in
                switch role {
                case .which, .amount, .whether, .number, .highest, .lowest, .most, .fewest, .how, .unanswerable, .kept, .outcome, .revised: true
                default: false
                }
            } || token.text == "?"
        }
    }

    /// How many of its words say what is wanted.
    var understood: Int {
        tokens.count { token in
            switch token.kind {
            case .unknown: false
            case .years, .plan, .number: true
            case .word(let roles, let names): !names.isEmpty || roles.contains { $0 != .filler }
            }
        }
    }

    var isWhollyKnown: Bool {
        !tokens.contains { if case .unknown = $0.kind { true } else { false } }
    }

    consuming func read() throws(Diagnostic) -> Reading {
        var at = 0
        while at < tokens.count { at = try take(at) }
        // How many of them became less is no line of the language.
        if let revised = frame.revisedAt, frame.counts || frame.amount || frame.dimension != nil || frame.asksDimension || !frame.mentioned.isEmpty {
            throw notUnderstood(revised)
        }
        let builder = QuestionLine(graph: graph, form: form, frame: frame)
        guard let line = try builder.line() else {
            throw Diagnostic(
                .missingArgument, Message.nothingAsked.text, at: ByteSpan(0, question.utf8.count),
                expected: Self.examples)
        }
        let command = builder.command()
        return Reading(line: command ?? line, query: command == nil ? nil : line, notes: notes + builder.notes)
    }

    private static let examples = ["目标", "结果", "举措", "短板"]

    // MARK: one word after the other

    private func roles(_ at: Int) -> [QuestionRole] {
        guard tokens.indices.contains(at), case .word(let roles, _) = tokens[at].kind else { return [] }
        return roles
    }

    private func isFiller(_ at: Int) -> Bool {
        guard tokens.indices.contains(at), case .word(let roles, let names) = tokens[at].kind else { return false }
        return names.isEmpty && roles.contains(.filler)
    }

    /// The next token that says something.
    private func next(after at: Int) -> Int? {
        var at = at + 1
        while isFiller(at) { at += 1 }
        return at < tokens.count ? at : nil
    }

    private func previous(before at: Int) -> Int? {
        var at = at - 1
        while isFiller(at) { at -= 1 }
        return at >= 0 ? at : nil
    }

    private func number(_ at: Int?) -> (text: String, count: Int?)? {
        guard let at, tokens.indices.contains(at), case .number(let text, let count) = tokens[at].kind else { return nil }
        return (text, count)
    }

    private func comparisonBehind(_ at: Int) -> Comparison? {
        for role in roles(at) { if case .behind(let comparison) = role { return comparison } }
        return nil
    }

    /// Takes the token up and gives where the next stands.
    private mutating func take(_ at: Int) throws(Diagnostic) -> Int {
        let token = tokens[at]
        switch token.kind {
        case .years(let low, let high):
            let lead = at > 0 ? tokens[at - 1].text : ""
            frame.years.append(lead == "since" ? (low, nil) : lead == "until" ? (nil, high) : (low, high))
            if let low, low > year { frame.ahead = true }
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

    /// Of a word that is a name and a word of questions: 城市 after 哪些 is no sector.
    private func isName(_ at: Int) -> Bool {
        if roles(at + 1).contains(.aspectOf) { return true }
        for role in roles(at) {
            if case .dimension = role {
                let asks = previous(before: at).map { before in
                    roles(before).contains { [.which, .each, .amount, .number, .counter].contains($0) } || number(before) != nil
                }
                return !(asks ?? false)
            }
            if case .noun = role { return false }
        }
        return false
    }

    private mutating func take(_ names: [NodeID], _ token: QuestionToken, _ at: Int) {
        if let place = names.first(where: { $0.type == .place }) {
            let except = previous(before: at).map { roles($0).contains(.except) || (roles($0).contains(.and) && frame.excludes) } ?? false
            if except { frame.notPlaces.append(place) } else { frame.places.append(place) }
            if frame.superlative != nil, previous(before: at).map({ isSuperlative($0) }) == true { frame.supposed.append(place) }
            frame.excludes = except
            return
        }
        frame.excludes = false
        let sectors = names.filter { $0.type == .sector }, indicators = names.filter { $0.type == .indicator }
        // 全国财政收入 names an indicator, and the place too.
        if names.contains(where: { $0.type == .indicator }), let place = leadingPlace(token.text) { frame.places.append(place) }
        let saysSector = roles(at + 1).contains(.aspectOf) || roles(at + 1).contains(.dimension("sector", level: nil))
        frame.subjects.append(
            .init(text: token.text, sectors: sectors, indicators: saysSector && !sectors.isEmpty ? [] : indicators, span: token.span))
    }

    private func leadingPlace(_ text: String) -> NodeID? {
        let scalars = text.unicodeScalars
        for length in stride(from: scalars.count - 2, through: 2, by: -1) {
            let lead = String(String.UnicodeScalarView(scalars.prefix(length)))
            if let place = graph.names.node(.place, named: lead), lead.hasHan { return place }
        }
        return nil
    }

    private func isSuperlative(_ at: Int?) -> Bool {
        guard let at else { return false }
        return roles(at).contains { role in
            switch role {
            case .highest, .lowest, .most, .fewest: true
            default: false
            }
        }
    }

    private func isOfTexts(_ words: String) -> Bool {
        words.unicodeScalars.count > 1 && TextSearch(words).isFound(in: graph.text)
    }

    /// A character that says nothing by itself and touches the place.
    private func neighbour(_ at: Int, touching place: Int) -> String? {
        guard isFiller(at), tokens[at].text.unicodeScalars.count == 1, tokens[at].text.hasHan,
            tokens[at].span.start == place || tokens[at].span.end == place
        else { return nil }
        return tokens[at].text
    }

    /// - Returns: Where to go on.
    private mutating func take(unknown at: Int) throws(Diagnostic) -> Int {
        let token = tokens[at]
        var words = token.text, span = token.span
        // With the name beside it the documents may have a word of their own: 生态补偿.
        if let last = frame.subjects.last, last.span.end == span.start, TextSearch(last.text + words).isFound(in: graph.text) {
            words = last.text + words
            span = ByteSpan(last.span.start, span.end)
            frame.subjects.removeLast()
        }
        // 高质量发展 is more than 质量.
        let left = ["高", "新", "大", "小", "低", "全", "多", "总"].contains(at > 0 ? tokens[at - 1].text : "") ? tokens[at - 1].text : ""
        let right = isFiller(at + 1) && tokens[at + 1].span.start == span.end && tokens[at + 1].text.unicodeScalars.count > 1 && tokens[at + 1].text.hasHan ? tokens[at + 1].text : ""
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
        // Two characters are near to too many names.
        let near = token.text.unicodeScalars.count < 3 ? [] : Spelling.nearest(to: token.text, among: graph.names.all.map(\.name))
        throw Diagnostic(
            .unknownValue, Message.questionUnknown(token.text).text, at: span, expected: near,
            suggestion: near.first.map { question.replacing(span, with: $0) })
    }

    private mutating func take(number at: Int, course: String) throws(Diagnostic) -> Int {
        guard let (text, count) = number(at) else { return at + 1 }
        if let comparison = comparisonBehind(at + 1) {
            frame.conditions.append((comparison, course + text))
            return at + 2
        }
        // 5%到6%之间.
        var other = at + 1
        if ["到", "至", "-", "~", "—", "和", "与", "and", "to"].contains(tokens.indices.contains(other) ? tokens[other].text : "") { other += 1 }
        if other > at + 1, let (high, _) = number(other) {
            let unit = high.drop { $0.isNumber || $0 == "." }
            let low = text.allSatisfy { $0.isNumber || $0 == "." } ? text + unit : text
            frame.conditions += [(.atLeast, course + low), (.atMost, course + high)]
            return other + 1
        }
        if let before = previous(before: at), roles(before).contains(.top) || roles(before).contains(.bottom), let count {
            frame.limit = count
            if roles(before).contains(.bottom) { frame.isBottom = true }
            return at + 1
        }
        // 最高的三个省.
        if let count, count > 0, frame.superlative != nil || frame.ranking != nil || followsDimension(at) {
            if frame.superlative != nil || frame.ranking != nil { frame.limit = count }
            return at + 1
        }
        // A bare one is only a manner of speaking: 一个.
        if let count, count <= 1 { return at + 1 }
        if count != nil, course.isEmpty, !frame.comparesAfter {
            throw Diagnostic(
                .unknownValue, Message.questionNumber(text).text, at: tokens[at].span, expected: ["高于\(text)", "前\(text)"])
        }
        frame.conditions.append((.equal, course + text))
        return at + 1
    }

    /// 三个省, 五条举措: how many are spoken of.
    private func followsDimension(_ at: Int) -> Bool {
        guard let next = next(after: at) else { return false }
        return roles(next).contains { if case .dimension = $0 { true } else { $0 == .counter } }
    }

    private mutating func take(_ roles: [QuestionRole], _ at: Int) throws(Diagnostic) -> Int {
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
            if comparison == .atLeast, let after = number.map({ $0 + 1 }), tokens.indices.contains(after), ["到", "至", "-"].contains(tokens[after].text) { return at }
            frame.conditions.append((comparison, course + text))
            return at + 1
        }
        if roles.contains(.than) { return try than(at) }
        let others = roles.filter { if case .before = $0 { false } else { true } }
        guard let role = choose(others, at) else {
            if roles == [.before(.equal)] { return at + 1 }
            throw notUnderstood(at)
        }
        return try take(role, at)
    }

    /// Which of several roles a word has here.
    private func choose(_ roles: [QuestionRole], _ at: Int) -> QuestionRole? {
        guard roles.count > 1 else { return roles.first }
        let following = next(after: at)
        for role in roles {
            switch role {
            case .top, .bottom: if number(following) != nil { return role }
            case .without, .with:
                guard role == .without || following.map({ self.roles($0).contains { if case .noun = $0 { true } else { false } } }) == true else { continue }
                return role
            case .since, .until: continue
            case .each: if let following, self.roles(following).contains(where: { if case .dimension = $0 { true } else { false } }) { return role }
            case .high, .low, .than, .filler: continue
            case .dimension: if asksBefore(at) { return role }
            default: return role
            }
        }
        return roles.contains(.filler) ? .filler : roles.first
    }

    private func asksBefore(_ at: Int) -> Bool {
        guard let before = previous(before: at) else { return false }
        return roles(before).contains { [.which, .each, .amount, .number].contains($0) } || number(before) != nil
    }

    private mutating func take(_ role: QuestionRole, _ at: Int) throws(Diagnostic) -> Int {
        let following = next(after: at)
        switch role {
        case .noun(let name): frame.nouns.append(.init(name: name, text: tokens[at].text, at: at, isJoined: previous(before: at).map { roles($0).contains(.and) } ?? false))
        case .tied(let comparator):
            frame.comparator = comparator
            // 与经济增长同步, 快于经济增长.
            if comparator == "sync", !frame.subjects.isEmpty, frame.reference == nil {
                frame.reference = frame.subjects.removeLast().text
            } else if let following, case .word(_, let names) = tokens[following].kind, names.contains(where: { $0.type == .indicator }) {
                frame.reference = tokens[following].text
                return following + 1
            }
        case .ahead: frame.ahead = true
        case .dimension("sector", _) where at > 0 && isSector(at - 1): break
        case .dimension(let key, let level):
            let last = at > 1 && roles(at - 1).contains(.and) ? at - 2 : at - 1
            let list = last >= 0 && !frame.each.isEmpty && roles(last).contains { if case .dimension = $0 { true } else { false } }
            if let before = previous(before: at), roles(before).contains(.each) || list {
                frame.each.append(key)
                if tokens[before].text.hasPrefix("各") { frame.eachIsAll = true }
            } else if asksBefore(at) || frame.asksDimension {
                frame.dimension = frame.dimension ?? key
                if let before = previous(before: at), roles(before).contains(where: { $0 == .amount || $0 == .number }) { frame.countsDimension = true }
            } else {
                frame.mentioned.append(key)
            }
            if key == "place", let level { frame.level = level }
        case .which:
            frame.asks = true
            if ["什么", "啥", "what"].contains(tokens[at].text) { frame.asksWhat = true }
            frame.asksDimension = following.map { roles($0).contains { if case .dimension = $0 { true } else { false } } } ?? false
        case .amount:
            frame.amount = true
            if let following, isNoun(following) || ["条", "项", "份"].contains(tokens[following].text) { frame.counts = true }
            if let following, roles(following).contains(.counter) { frame.countsLoosely = true }
        case .number: frame.counts = true
        case .whether: frame.whether = true
        case .each:
            // 各省; without a kind of thing behind it says nothing.
            if following.map({ roles($0).contains { if case .dimension = $0 { true } else { false } } }) != true { break }
        case .counter: break
        case .filler: if tokens[at].text.hasPrefix("分别") { frame.apart = true }
        case .before, .behind, .between, .high, .low, .and, .aspectOf: break
        case .or: frame.either = true
        case .highest(let aspect):
            if frame.superlative?.descending == false { frame.wantsBothEnds = true }
            frame.superlative = .init(descending: true)
            frame.aspect = frame.aspect ?? aspect
        case .lowest(let aspect):
            if frame.superlative?.descending == true { frame.wantsBothEnds = true }
            frame.superlative = .init(descending: false)
            frame.aspect = frame.aspect ?? aspect
        case .most: frame.superlative = .init(descending: true, ofRows: true)
        case .fewest: frame.superlative = .init(descending: false, ofRows: true)
        case .top: if number(following) != nil, frame.superlative == nil { frame.ranking = frame.ranking ?? true }
        case .bottom: if number(following) != nil, frame.superlative == nil { frame.ranking = frame.ranking ?? false }
        case .ranked(let descending):
            let says = !QuestionWords.neutralOrder.contains(tokens[at].text)
            if says || frame.ranking == nil { frame.ranking = descending }
        case .mean: frame.function = "mean"
        case .total: frame.function = "sum"
        case .growth: frame.aspect = "growth"
        case .change, .falling:
            let isFall = role == .falling
            if let following, number(following) != nil { return try take(number: following, course: isFall ? "下降" : "") }
            // GDP目标下降了: the target became another one.
            if let before = previous(before: at), tokens[before].span.end == tokens[at].span.start, noun(before) == "targets", !isSuperlative(following),
                following.map({ roles($0).contains(.amount) }) != true
            {
                frame.revised = true
                frame.revisedAt = at
            } else if isFall {
                frame.falls = true
            }
        case .reached: frame.reached = true
        case .kept: frame.kept = true
        case .outcome(let outcome):
            frame.kept = true
            frame.outcome = outcome
        case .revised: frame.revised = true
        case .place(let name): if let place = graph.names.node(.place, named: name) { take([place], tokens[at], at) } else { throw notUnderstood(at) }
        case .without, .with:
            if let following, let noun = noun(following) {
                frame.presence.append((role == .with, noun))
                return following + 1
            }
            if let following, roles(following).contains(where: { $0 == .reached || $0 == .kept }) {
                throw notUnderstood(at)
            }
            // 没有超过5%.
            if role == .without, let following, let (opposite, bound) = contrary(following) {
                frame.conditions.append((opposite, bound.text))
                return bound.at + 1
            }
            // 有粮食目标没有.
            if following == nil || role == .with { break }
            throw notUnderstood(at)
        case .except: frame.excludes = true
        case .compare: frame.compares = true
        case .trend: frame.trend = true
        case .overview: frame.overview = true
        case .how: frame.how = true
        case .mention: frame.mention = true
        case .since, .until: break
        case .than: return try than(at)
        case .unanswerable:
            throw Diagnostic(
                .unexpected, Message.questionUnanswerable(tokens[at].text).text, at: tokens[at].span,
                expected: ["哪些", "多少", "有没有", "最高"])
        }
        return at + 1
    }

    /// The contrary of the comparison at a place, with its number.
    private func contrary(_ at: Int) -> (Comparison, (text: String, at: Int))? {
        for role in roles(at) {
            guard case .before(let comparison) = role, let next = next(after: at), let (text, _) = number(next) else { continue }
            let contraries: [Comparison: Comparison] = [
                .moreThan: .atMost, .atLeast: .lessThan, .lessThan: .atLeast, .atMost: .moreThan, .equal: .notEqual,
            ]
            return contraries[comparison].map { ($0, (text, next)) }
        }
        return nil
    }

    /// 数字经济领域: the name before it says which.
    private func isSector(_ at: Int) -> Bool {
        guard case .word(_, let names) = tokens[at].kind else { return false }
        return names.contains { $0.type == .sector }
    }

    private func noun(_ at: Int) -> String? {
        for role in roles(at) { if case .noun(let name) = role { return name } }
        return nil
    }
    private func isNoun(_ at: Int) -> Bool { noun(at) != nil }

    /// 比5%高.
    private mutating func than(_ at: Int) throws(Diagnostic) -> Int {
        // 今年跟去年比: times or places, without a number between them.
        if let before = previous(before: at), isTimeOrPlace(before), next(after: at).map({ !isTimeOrPlace($0) && number($0) == nil }) ?? true {
            frame.compares = true
            return at + 1
        }
        guard let bound = next(after: at), let (text, _) = number(bound), let word = next(after: bound),
            roles(word).contains(.high) || roles(word).contains(.low)
        else { throw notUnderstood(at) }
        frame.conditions.append((roles(word).contains(.high) ? .moreThan : .lessThan, text))
        return word + 1
    }

    private func isTimeOrPlace(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .years, .plan: true
        case .word(_, let names): names.contains { $0.type == .place }
        case .number, .unknown: false
        }
    }

    private func notUnderstood(_ at: Int) -> Diagnostic {
        Diagnostic(.unexpected, Message.questionUnfit(tokens[at].text).text, at: tokens[at].span)
    }
}

/// What a question is about, gathered word by word.
struct QuestionFrame {
    struct Noun {
        var name: String
        var text: String
        var at: Int
        var isJoined: Bool
    }
    /// A name that stands for sectors, indicators or both.
    struct Subject {
        var text: String
        var sectors: [NodeID]
        var indicators: [NodeID]
        var span: ByteSpan
    }
    struct Superlative {
        var descending: Bool
        var ofRows = false
    }

    var nouns: [Noun] = []
    var years: [(low: Int?, high: Int?)] = []
    var plans: [String] = []
    var places: [NodeID] = []
    var notPlaces: [NodeID] = []
    var excludes = false
    var subjects: [Subject] = []
    var texts: [String] = []
    /// 或: any of several words will do.
    var either = false
    /// 最高和最低.
    var wantsBothEnds = false
    /// 下降 without a number.
    var falls = false
    /// 要, or a year to come.
    var ahead = false
    var comparator: String?
    /// 分别: of each place that was named.
    var apart = false
    var reference: String?
    /// 多少个: of rows, or of what is measured.
    var countsLoosely = false
    /// 什么, what: of names alone, what they are.
    var asksWhat = false
    /// Places behind 最高的是, about which only yes or no is asked.
    var supposed: [NodeID] = []
    var level: String?
    /// What 哪些 asks for.
    var dimension: String?
    var asksDimension = false
    var countsDimension = false
    var each: [String] = []
    /// 各省 rather than 按省: all of them, which need not part what is asked.
    var eachIsAll = false
    /// Kinds of things named without a question: 目标最高的省.
    var mentioned: [String] = []
    var conditions: [(Comparison, String)] = []
    var comparesAfter = false
    var aspect: String?
    var asks = false
    var amount = false
    var counts = false
    var whether = false
    var superlative: Superlative?
    var ranking: Bool?
    var limit: Int?
    var isBottom = false
    var function: String?
    var reached = false
    var kept = false
    var outcome: String?
    var revised = false
    var revisedAt: Int?
    var presence: [(has: Bool, noun: String)] = []
    var compares = false
    var trend = false
    var overview = false
    var how = false
    var mention = false
}

extension TextSearch {
    func isFound(in text: Series<UInt8>) -> Bool { !(occurrences(in: text) ?? []).isEmpty }
}
