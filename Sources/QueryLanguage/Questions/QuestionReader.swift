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
        /// Lines that say nearly the same, nearest first, for where that one finds nothing: fewer narrowing words, words of the text
        /// instead of a name, sentences instead of statements.
        var others: [String] = []
        /// What should be known of how words were read.
        var notes: [Message] = []
        /// The places that were named, which rows are expected of.
        var places: [String] = []
    }

    let graph: Graph
    let question: String
    let form: Printer.Form
    let year: Int
    let tokens: [QuestionToken]
    /// Where the year stands that the others are counted from.
    private let report: ByteSpan?
    var frame = QuestionFrame()
    var notes: [Message] = []

    /// - Parameter year: What 今年 is.
    init(_ question: String, graph: Graph, year: Int, form: Printer.Form) {
        self.graph = graph
        self.question = question
        self.form = form
        self.year = year
        let pieces = QuestionLexer(question, graph: graph, year: year).tokens()
        // 2013年报告里的过去五年: counted from the year of that report.
        let said = Self.reportYear(pieces)
        (tokens, report) = (QuestionPhrases(graph: graph).joined(said.map { QuestionLexer(question, graph: graph, year: $0.year).tokens() } ?? pieces), said?.at)
    }

    /// The year of a report that is spoken of, where another time is counted from it.
    private static func reportYear(_ tokens: [QuestionToken]) -> (year: Int, at: ByteSpan)? {
        func isRelative(_ token: QuestionToken) -> Bool {
            guard case .years = token.kind else { return false }
            return ["过去", "此前", "未来", "今后", "去年", "上年", "上一年", "前年", "今年", "当年", "明年"].contains { token.text.hasPrefix($0) }
        }
        guard tokens.contains(where: isRelative) else { return nil }
        for (token, next) in zip(tokens, tokens.dropFirst()) where !isRelative(token) {
            guard case .years(let low?, let high) = token.kind, low == high, case .word(let roles, _) = next.kind, roles.contains(.noun("documents")) else { continue }
            return (low, token.span)
        }
        return nil
    }

    /// Whether the line asks something, rather than being a command with a slip: it has a word that only questions have.
    var asks: Bool {
        tokens.contains { token in
            guard case .word(let roles, _) = token.kind else { return "?？".contains(token.text) }
            return roles.contains { role in
                switch role {
                case .which, .amount, .whether, .number, .highest, .lowest, .most, .fewest, .how, .unanswerable, .kept, .outcome, .revised, .rate, .surpassed, .when, .first, .times, .unmentioned, .rank: true
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
            case .years, .plan, .number, .phrase: true
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
        if let first = try firstOfTwo() { return first }
        try settleComparison()
        try settleSayings()
        try settlePeople()
        lengthenNames()
        settleRank()
        settleTopics()
        settleRegions()
        settleFalls()
        supposeNation()
        // The mean and the highest at once are two questions, unless means are put in order.
        if frame.function != nil, let at = frame.superlativeAt, frame.dimension == nil, frame.each.isEmpty || frame.eachIsAll { throw notUnderstood(at) }
        // 2008和2009哪年赤字大: they are put in order.
        if frame.comparativeAt != nil, frame.years.count > 1, frame.dimension == "period", !frame.compares, frame.superlative == nil, frame.ranking == nil, frame.movedAt == nil, let at = frame.comparativeAt {
            frame.ranking = roles(at).contains(.high)
            supposeNation()
        }
        if let at = frame.comparativeAt, frame.places.count < 2, frame.years.count < 2, !frame.compares { throw notUnderstood(at) }
        // The highest of what: amounts of all kinds have no order.
        if let at = frame.superlativeAt, frame.superlative?.ofRows == false, frame.subjects.isEmpty, frame.texts.isEmpty, frame.aspect == nil, frame.conditions.isEmpty,
            !frame.counts, frame.nouns.contains(where: { ["targets", "results", "figures"].contains($0.name) })
        {
            throw Diagnostic(
                .unexpected, Message.questionOfWhat(tokens[at].text).text, at: tokens[at].span, expected: ["GDP", "城镇新增就业"],
                suggestion: tokens.first { noun(of: $0) == "targets" }.map { question.replacing($0.span, with: "GDP" + $0.text) })
        }
        joinClauses()
        completeNames()
        supposeGrowth()
        supposeYear()
        let builder = QuestionLine(graph: graph, form: form, frame: frame)
        guard let line = try builder.line() else {
            throw Diagnostic(
                .missingArgument, Message.nothingAsked.text, at: ByteSpan(0, question.utf8.count),
                expected: Self.examples)
        }
        let command = builder.command()
        // The mean of how many there are is no line of the language.
        if let at = frame.functionAt, command == nil, !builder.isOfFigures { throw notUnderstood(at) }
        // A noun alone, and more was said.
        if command == nil, !line.contains(" "), let at = tokens.indices.first(where: { saysMore($0) }) { throw notUnderstood(at) }
        let shown = command ?? line
        return Reading(
            line: shown, query: command == nil ? nil : line, others: others(than: shown, builder),
            notes: notes + builder.notes + unused(in: shown) + missing(),
            places: frame.places.count > 1 ? frame.places.filter { !graph.documents.ofPlace[Int($0.index)].isEmpty }.map { graph.name(of: $0) } : [])
    }

    private static let examples = ["目标", "结果", "举措", "短板"]

    /// Whether a word would narrow what is asked.
    private func saysMore(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .years, .plan, .number, .phrase, .unknown: return true
        case .word(let roles, let names):
            if roles.isEmpty { return !names.isEmpty }
            return roles.allSatisfy { role in
                switch role {
                case .dimension, .highest, .lowest, .most, .fewest, .mean, .total, .growth, .change, .falling, .reached, .kept, .outcome, .revised, .compare, .trend, .range, .moved, .surpassed, .rate, .with, .without,
                    .except, .than: true
                default: false
                }
            }
        }
    }

    // MARK: what the whole says

    /// 比去年高: one indicator from one year to the other.
    private mutating func settleComparison() throws(Diagnostic) {
        // 减少了多少: by how much, of one time.
        if frame.said[.amount] != nil, frame.before == nil, frame.years.isEmpty, frame.nouns.isEmpty { (frame.movedAt, frame.moved) = (nil, nil) }
        guard let at = frame.movedAt else { return }
        let own = frame.years.compactMap { $0.low == $0.high ? $0.low : nil }
        guard frame.subjects.contains(where: { !$0.indicators.isEmpty }) else {
            throw Diagnostic(
                .unexpected, Message.questionOfOne(tokens[at].text).text, at: tokens[at].span, expected: ["GDP", "城镇新增就业"],
                suggestion: tokens.first { noun(of: $0) == "targets" }.map { question.replacing($0.span, with: "GDP" + $0.text) })
        }
        if own.count != frame.years.count || own.count > 1 || frame.counts && !frame.countsDimension && frame.mentioned.isEmpty { throw notUnderstood(at) }
        let new = own.first ?? (frame.before.map { max(year, $0 + 1) } ?? year), old = frame.before ?? new - 1
        guard old != new else { throw notUnderstood(at) }
        frame.course = (min(old, new), max(old, new))
        frame.years = [(min(old, new), max(old, new))]
        let isOfTargets = frame.nouns.contains { $0.name == "targets" }
        // Results of many places in two years are no line of the language.
        if !isOfTargets, frame.places.count != 1, frame.dimension != nil || frame.asksDimension || frame.level != nil { throw notUnderstood(at) }
    }

    /// 目标是多少，去年完成多少: each part has its own time, and what has none is of this year.
    private mutating func joinClauses() {
        guard let target = frame.nouns.first(where: { $0.name == "targets" }), let reached = frame.reachedAt, !frame.whether else { return }
        let first = clause(target.at), second = clause(reached)
        let times = Set(frame.timesAt.map { clause($0) })
        guard first != second, times.contains(second) else { return }
        frame.nouns = [.init(name: "figures", text: "", at: target.at, isJoined: false)]
        guard !times.contains(first) else { return }
        frame.years.insert((year, year), at: 0)
        notes.append(.questionThisYear(target.text, year))
    }

    private func clause(_ at: Int) -> Int { tokens[..<at].count { [",", ";", "。", "，", "?"].contains($0.text) } }

    /// 新增多少就业: words that are said apart may name an indicator together.
    private mutating func completeNames() {
        let little = tokens.indices.filter { isFiller($0) && ["新增", "净增", "新建", "改造", "新开工", "新建改建", "改建"].contains(tokens[$0].text) }.map { tokens[$0].text }
        for index in frame.subjects.indices where frame.subjects[index].indicators.allSatisfy(QuestionLexer.isOnlyOfTexts(in: graph)) || frame.subjects[index].indicators.count == 1 && !little.isEmpty {
            for word in little {
                let name = frame.subjects[index].text
                // 城镇就业 with 新增 is 城镇新增就业.
                for place in name.indices {
                    let found = graph.names.nodes(named: name[..<place] + word + name[place...]).filter { $0.type == .indicator }
                    guard !found.isEmpty else { continue }
                    frame.subjects[index].indicators = found
                    break
                }
            }
        }
    }

    /// 增长目标 alone is that of the whole economy.
    private mutating func supposeGrowth() {
        guard frame.aspect == "growth", frame.subjects.isEmpty, frame.texts.isEmpty, frame.dimension != "indicator", frame.dimension != "sector",
            !frame.each.contains("indicator"), !frame.each.contains("sector"), !frame.mentioned.contains("indicator"),
            let gdp = graph.names.nodes(named: "gdp").first(where: { $0.type == .indicator })
        else { return }
        frame.subjects.append(.init(text: graph.name(of: gdp), sectors: [], indicators: [gdp], span: ByteSpan(0, 0)))
        notes.append(.questionGrowth(graph.name(of: gdp)))
    }

    // MARK: one word after the other

    func roles(_ at: Int) -> [QuestionRole] {
        guard tokens.indices.contains(at), case .word(let roles, _) = tokens[at].kind else { return [] }
        return roles
    }

    func isFiller(_ at: Int) -> Bool {
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

    func number(_ at: Int?) -> (text: String, count: Int?)? {
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
        case .years where token.span == report: return at + 1
        case .years(let low, let high):
            let lead = at > 0 ? tokens[at - 1].text : ""
            frame.years.append(lead == "since" ? (low, nil) : lead == "until" ? (nil, high) : (low, high))
            frame.timesAt.append(at)
            if let low, low > year { frame.ahead = true }
            return at + 1
        case .phrase(let words):
            frame.texts.append(words)
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

    private func namesPlace(_ at: Int) -> Bool {
        if case .word(_, let names) = tokens[at].kind { names.contains { $0.type == .place } } else { false }
    }

    private mutating func take(_ names: [NodeID], _ token: QuestionToken, _ at: Int) {
        if let place = names.first(where: { $0.type == .place }) {
            // 除了北京、上海, 除了北京上海
            let except = previous(before: at).map { roles($0).contains(.except) || frame.excludes && (roles($0).contains(.and) || namesPlace($0)) } ?? false
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
        // 全国财政收入 names an indicator, and the place too.
        if names.contains(where: { $0.type == .indicator }), let place = leadingPlace(token.text) { frame.places.append(place) }
        let saysSector = roles(at + 1).contains(.aspectOf) || roles(at + 1).contains(.dimension("sector", level: nil))
        var subject = QuestionFrame.Subject(
            text: token.text, sectors: sectors, indicators: saysSector && !sectors.isEmpty ? [] : indicators, span: token.span)
        subject.isCompound = frame.subjects.last?.span.end == token.span.start
        frame.subjects.append(subject)
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

    func isOfTexts(_ words: String) -> Bool {
        words.unicodeScalars.count > 1 && TextSearch(words).isFound(in: graph.text)
    }

    /// A character that says nothing by itself and touches the place.
    private func neighbour(_ at: Int, touching place: Int) -> String? {
        guard isFiller(at), tokens[at].text.unicodeScalars.count == 1, tokens[at].text.hasHan, !["的", "了", "得", "地", "吗", "呢", "在", "是", "有"].contains(tokens[at].text),
            tokens[at].span.start == place || tokens[at].span.end == place
        else { return nil }
        return tokens[at].text
    }

    /// - Returns: Where to go on.
    private mutating func take(unknown at: Int) throws(Diagnostic) -> Int {
        let token = tokens[at]
        if isAside(at, ofAsker: true) {
            frame.unused.append(at)
            return at + 1
        }
        // 最长: of what has no order here.
        if token.text.hasPrefix("最"), token.text.unicodeScalars.count < 4 { throw notUnderstood(at) }
        var words = token.text, span = token.span
        // With the name beside it the documents may have a word of their own: 生态补偿.
        if let last = frame.subjects.last, last.span.end == span.start {
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
        if isAside(at) {
            frame.unused.append(at)
            return at + 1
        }
        if let (run, name) = misspelt(around: at) {
            throw Diagnostic(.unknownValue, Message.questionUnknown(run.text).text, at: run.span, expected: [name], suggestion: question.replacing(run.span, with: name))
        }
        // Two characters are near to too many names.
        let known = graph.names.all.map(\.name)
        let near = token.text.unicodeScalars.count < 3 ? Spelling.sounding(like: token.text, among: QuestionWords.telling + known) : Spelling.nearest(to: token.text, among: QuestionWords.telling + known)
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
            return at + 1
        }
        // A bare one is only a manner of speaking: 一个.
        if let count, count <= 1 { return at + 1 }
        // 5万亿了吗: whether it is as much by now.
        if tokens.indices.contains(at + 1), ["了", "了吗", "了没", "了没有"].contains(tokens[at + 1].text) || roles(at + 1).contains(.whether) && tokens[at + 1].text.hasPrefix("了") {
            frame.whether = true
            frame.conditions.append((.atLeast, course + text))
            return at + 1
        }
        // 三年脱困: how long.
        if count != nil, course.isEmpty, tokens.indices.contains(at + 1), tokens[at + 1].text == "年", frame.conditions.isEmpty, !frame.comparesAfter, previous(before: at).map({ roles($0).contains(.which) }) != true {
            frame.unused += [at, at + 1]
            return at + 2
        }
        if count != nil, course.isEmpty, !frame.comparesAfter {
            throw Diagnostic(
                .unknownValue, Message.questionNumber(text).text, at: tokens[at].span, expected: ["高于\(text)", "前\(text)"])
        }
        frame.conditions.append((.equal, course + text))
        return at + 1
    }

    /// 三个省, 五条举措: how many are spoken of.
    private func followsDimension(_ at: Int) -> Bool {
        // 五大任务.
        if tokens.indices.contains(at + 2), tokens[at + 1].text == "大", isNoun(at + 2) { return true }
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
        // 高于去年, 低于全国, 低于目标.
        for role in roles {
            guard case .before(let comparison) = role, let following, let rises = Self.rises(comparison) else { continue }
            if let end = compare(with: following, at, rises: rises) { return end }
        }
        // 控制在多少以内: how much is asked.
        if let following, self.roles(following).contains(.amount), roles.allSatisfy({ if case .before = $0 { true } else { false } }) { return at + 1 }
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
        if case .highest = role { frame.superlativeAt = at }
        if case .lowest = role { frame.superlativeAt = at }
        if role == .most || role == .fewest { frame.superlativeAt = at }
        switch role {
        case .noun(let name):
            let before = previous(before: at)
            frame.nouns.append(
                .init(
                    name: name, text: tokens[at].text, at: at, isJoined: before.map { roles($0).contains(.and) } ?? false,
                    isAsked: before.map { roles($0).contains(.which) || roles($0).contains(.amount) } ?? false))
        case .tied(let comparator):
            // 跑赢全国 is held against a place, not against another indicator.
            if let following, isTimeOrPlace(following) { throw notUnderstood(at) }
            frame.comparator = comparator
            // 与经济增长同步, 快于经济增长.
            if comparator == "sync", !frame.subjects.isEmpty, frame.reference == nil {
                frame.reference = frame.subjects.removeLast().text
            } else if let following, case .word(_, let names) = tokens[following].kind, names.contains(where: { $0.type == .indicator }) {
                frame.reference = tokens[following].text
                return following + 1
            }
        case .ahead: frame.ahead = true
        case .dimension("place", _) where ["谁", "who"].contains(tokens[at].text) && frame.said[.who] == nil:
            frame.said[.who] = at
            return try take(role, at)
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
            // 下乡: no kind of place, but part of a word.
            if key == "place", level != nil, tokens[at].text.unicodeScalars.count == 1, !asksBefore(at), at > 0, tokens[at - 1].span.end == tokens[at].span.start, isFiller(at - 1),
                tokens[at - 1].text.unicodeScalars.count == 1, !["的", "各", "全", "本", "我", "在", "是"].contains(tokens[at - 1].text)
            {
                frame.unused += [at - 1, at]
                frame.mentioned.removeAll { $0 == key }
                break
            }
            if key == "place", let level {
                if at > 0, roles(at - 1).contains(.ours) { try take(ours: at, level) } else { frame.level = level }
            }
        case .first: frame.said[.first] = at
        case .latest: frame.said[.latest] = at
        case .when: frame.said[.when] = at
        case .begins: frame.said[.begins] = at
        case .times: frame.said[.times] = at
        case .unmentioned: frame.said[.unmentioned] = at
        case .rank: frame.said[.rank] = at
        case .which:
            frame.asks = true
            if ["什么", "啥", "what"].contains(tokens[at].text) { frame.asksWhat = true }
            frame.asksDimension = [at + 1, following].compactMap(\.self).contains { roles($0).contains { if case .dimension = $0 { true } else { false } } }
        case .amount:
            frame.amount = true
            frame.said[.amount] = at
            if let following, isNoun(following) || ["条", "项", "份"].contains(tokens[following].text) { frame.counts = true }
            if let following, roles(following).contains(.counter) { frame.countsLoosely = true }
        case .number:
            frame.counts = true
            if !["多少条", "多少项", "多少个", "多少份", "几条", "几项", "几个", "几份", "几家", "多少家"].contains(tokens[at].text) { frame.countsRows = true }
        case .whether: frame.whether = true
        case .each:
            // 各省; without a kind of thing behind it says nothing.
            if following.map({ roles($0).contains { if case .dimension = $0 { true } else { false } } }) != true { break }
        case .counter: break
        case .filler:
            if tokens[at].text.hasPrefix("分别") { frame.apart = true }
            if QuestionWords.deeds.contains(tokens[at].text) { frame.deed = true }
        case .high, .low:
            // 高的省: how high is not said.
            if let before = previous(before: at), tokens[before].span.end == tokens[at].span.start, isName(of: before) || isNoun(before),
                following == nil || ["吗", "的", "么", "不", "?"].contains(tokens.indices.contains(at + 1) ? tokens[at + 1].text : "?"), frame.superlative == nil,
                frame.ranking == nil, frame.conditions.isEmpty
            {
                frame.comparativeAt = at
            }
        case .behind(let comparison):
            if at > 0, case .years = tokens[at - 1].kind { break }
            // 用了“左右”: how the target is worded.
            let words: [Comparison: String] = [.equal: "about", .atLeast: "at-least", .atMost: "at-most"]
            guard let word = words[comparison], frame.comparator == nil else { throw notUnderstood(at) }
            frame.comparator = word
        case .range:
            guard frame.comparator == nil else { throw notUnderstood(at) }
            frame.comparator = "range"
        case .before, .between, .and, .aspectOf, .ours: break
        case .moved(let rises):
            if let following, number(following) != nil { return try take(number: following, course: rises ? "" : "下降") }
            frame.moved = rises
            frame.movedAt = at
        case .surpassed:
            frame.kept = true
            frame.outcome = "met"
            frame.gap = .notEqual
        case .rate:
            frame.kept = true
            frame.rate = true
        case .promises: frame.promises = true
        // 农民工工资: one word of the texts.
        case .stands where frame.subjects.last?.span.end == tokens[at].span.start && isOfTexts((frame.subjects.last?.text ?? "") + tokens[at].text):
            let words = frame.subjects.removeLast().text + tokens[at].text
            frame.texts.append(words)
            notes.append(.questionText(words))
        case .stands(let name):
            let nodes = graph.names.nodes(named: name)
            guard !nodes.isEmpty else { throw notUnderstood(at) }
            take(nodes, QuestionToken(kind: tokens[at].kind, text: name, span: tokens[at].span), at)
            frame.subjects[frame.subjects.count - 1].said = tokens[at].text
            notes.append(.questionStandsFor(tokens[at].text, name))
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
        case .mean, .total:
            let function = role == .mean ? "mean" : "sum"
            if let other = frame.function, other != function { throw notUnderstood(at) }
            frame.functionAt = at
            frame.function = function
        case .growth:
            frame.aspect = "growth"
            frame.said[.growth] = at
        case .change, .falling:
            let isFall = role == .falling
            if let following, number(following) != nil { return try take(number: following, course: isFall ? "下降" : "") }
            // GDP目标下降了: the target became another one.
            if let before = previous(before: at), tokens[before].span.end == tokens[at].span.start, noun(before) == "targets", !isSuperlative(following),
                following.map({ roles($0).contains(.amount) }) != true
            {
                frame.moved = !isFall
                frame.movedAt = at
            } else if isFall {
                frame.falls = true
            }
        case .reached:
            frame.reached = true
            frame.reachedAt = at
        case .kept:
            frame.kept = true
            frame.said[.kept] = at
        case .outcome(let outcome):
            frame.kept = true
            frame.said[.kept] = at
            frame.outcome = outcome
        case .revised:
            frame.revised = true
            frame.said[.revised] = at
        case .places(let names):
            let places = known(names)
            if places.isEmpty { throw notUnderstood(at) }
            for place in places { take([place], tokens[at], at) }
            if places.count < names.split(separator: " ").count { notes.append(.questionRegion(tokens[at].text, places.map { graph.name(of: $0) })) }
        case .sign(let rises):
            frame.aspect = "growth"
            frame.conditions.append(rises ? (.moreThan, "0") : (.atLeast, "下降0"))
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
        case .compare:
            frame.compares = true
            frame.said[.compares] = at
        case .trend:
            frame.trend = true
            frame.said[.trend] = at
        case .overview: frame.overview = true
        case .how:
            frame.how = true
            frame.said[.how] = at
        case .mention: frame.mention = true
        case .since, .until: break
        case .than: return try than(at)
        case .unanswerable:
            throw Diagnostic(
                .unexpected, Message.questionUnanswerable(tokens[at].text).text, at: tokens[at].span,
                expected: ["哪些", "多少", "有没有", "最高"], suggestion: aboutIt())
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

    func noun(_ at: Int) -> String? { tokens.indices.contains(at) ? noun(of: tokens[at]) : nil }
    func noun(of token: QuestionToken) -> String? {
        guard case .word(let roles, _) = token.kind else { return nil }
        for role in roles { if case .noun(let name) = role { return name } }
        return nil
    }
    private func isName(of at: Int) -> Bool {
        if case .word(_, let names) = tokens[at].kind { !names.isEmpty } else { false }
    }

    /// 我们镇: the one place of this level that the documents speak for.
    private mutating func take(ours at: Int, _ level: String) throws(Diagnostic) {
        let word = tokens[at].text
        let own = (0..<graph.places.count).filter { row in
            // 某镇 in no list of places says by its name what it is.
            (graph.strings[graph.places.name[row]].hasSuffix(word) || PlaceLevel(code: graph.places.level[row])?.rawValue == level) && !graph.documents.ofPlace[row].isEmpty
        }
        guard own.count == 1, let row = own.first else {
            throw Diagnostic(
                .unexpected, Message.questionWhose(tokens[at - 1].text + tokens[at].text).text, at: ByteSpan(tokens[at - 1].span.start, tokens[at].span.end),
                expected: own.prefix(3).map { graph.name(of: NodeID(.place, $0)) })
        }
        frame.places.append(NodeID(.place, row))
    }

    private static func rises(_ comparison: Comparison) -> Bool? {
        switch comparison {
        case .moreThan, .atLeast: true
        case .lessThan, .atMost: false
        case .equal, .notEqual: nil
        }
    }

    /// Which way a word says that something differs.
    private func direction(_ at: Int) -> Bool? {
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
    private mutating func compare(with other: Int, _ at: Int, rises: Bool?) -> Int? {
        var end = other + 1, rises = rises
        if rises == nil {
            var word = other + 1
            while word < tokens.count, direction(word) == nil, isFiller(word) || isNoun(word) || isName(of: word) && !isTimeOrPlace(word) { word += 1 }
            if word < tokens.count, let way = direction(word) { (rises, end) = (way, word + 1) }
            for index in other..<min(word, tokens.count) where isNoun(index) && index > other { frame.comparesNoun = true }
        }
        if case .years(let low?, let high) = tokens[other].kind, low == high {
            frame.before = low
            frame.moved = rises
            frame.movedAt = at
            return end
        }
        if isTimeOrPlace(other), case .word(_, let names) = tokens[other].kind, let place = names.first(where: { $0.type == .place }), !frame.places.isEmpty {
            frame.places.append(place)
            frame.compares = true
            return end
        }
        if noun(other) == "targets", let rises {
            frame.kept = true
            frame.gap = rises ? .moreThan : .lessThan
            return end
        }
        return nil
    }
    private func isNoun(_ at: Int) -> Bool { noun(at) != nil }

    /// 比5%高.
    private mutating func than(_ at: Int) throws(Diagnostic) -> Int {
        // 今年跟去年比: times or places, without a number between them.
        if let before = previous(before: at), isTimeOrPlace(before), tokens[at].text == "比", next(after: at).map({ !isTimeOrPlace($0) && number($0) == nil }) ?? true {
            frame.compares = true
            return at + 1
        }
        if let before = previous(before: at), let rises = direction(before), let other = next(after: at), let end = compare(with: other, at, rises: rises) { return end }
        if let other = next(after: at), number(other) == nil, let end = compare(with: other, at, rises: nil) { return end }
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
        case .number, .phrase, .unknown: false
        }
    }

    func notUnderstood(_ at: Int) -> Diagnostic {
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
        /// 哪些 before it.
        var isAsked = false
    }
    /// A name that stands for sectors, indicators or both.
    struct Subject {
        var text: String
        var sectors: [NodeID]
        var indicators: [NodeID]
        var span: ByteSpan
        /// What was said where `text` is what it stands for.
        var said: String?
        /// It touches the name before it: both hold at once.
        var isCompound = false
    }
    struct Superlative {
        var descending: Bool
        var ofRows = false
    }

    /// What a word says is wanted, and where it stands.
    enum Said { case trend, compares, revised, how, kept, amount, growth, first, latest, when, begins, times, unmentioned, rank, who }
    var said: [Said: Int] = [:]
    /// What is asked of the sentences that hold the words.
    enum Saying { case first, latest, often, most, never }
    var saying: Saying?
    /// Words that nothing of the line comes from.
    var unused: [Int] = []
    /// Since when, or until when, the amounts are so.
    enum Onset { case first, latest }
    var onset: Onset?
    /// 促进, 治理: what is done.
    var deed = false

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
    /// 数量: of rows, whatever is measured.
    var countsRows = false
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
    var superlativeAt: Int?
    var ranking: Bool?
    var limit: Int?
    var limitAt: Int?
    /// Names as words, wherever they stand in a row; words of the text likewise.
    var loose = false
    var looseTexts = false
    var isBottom = false
    var function: String?
    var functionAt: Int?
    var reached = false
    var kept = false
    var outcome: String?
    var revised = false
    /// 比去年高: whether the later is more, nil where only that they differ is asked; where it is said, and with which year.
    var moved: Bool?
    var movedAt: Int?
    var before: Int?
    var course: (old: Int, new: Int)?
    /// 比去年的目标高.
    var comparesNoun = false
    /// 高于目标: how the result differs.
    var gap: Comparison?
    var rate = false
    var promises = false
    var isTop = false
    /// 高 without what it is measured by.
    var comparativeAt: Int?
    /// Where times and 完成 are said.
    var timesAt: [Int] = []
    var reachedAt: Int?
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
