import Documents
import KnowledgeGraph
import Lexicon

/// What becomes of the words of a question that its line has no place for: each is named, or asked for in another way.
extension QuestionReader {
    // MARK: what documents say, and when

    /// 最早什么时候提出, 提过几次, 没提.
    mutating func settleSayings() throws(Diagnostic) {
        let saying = ["提", "写", "说", "讲", "出现", "见于", "见诸"]
        let speaks = frame.mention || frame.said[.begins] != nil || tokens.contains { token in saying.contains { token.text.hasPrefix($0) } && token.text.unicodeScalars.count < 5 && noun(of: token) == nil }
        let about = !frame.subjects.isEmpty || !frame.texts.isEmpty
        let isOfTexts = frame.nouns.allSatisfy { ["sentences", "documents"].contains($0.name) }
        let asksYear = frame.asksDimension && frame.dimension == "period"
        let asksSince = frame.said[.first] ?? frame.said[.latest] ?? frame.said[.when] ?? (asksYear ? frame.said[.begins] : nil)
        if asksSince != nil, frame.said[.unmentioned] == nil, frame.superlative == nil, !frame.subjects.isEmpty, frame.texts.isEmpty, !frame.kept,
            !frame.conditions.isEmpty || frame.comparator != nil || frame.nouns.contains(where: { ["targets", "results"].contains($0.name) })
        {
            // 目标什么时候开始定为5%.
            frame.onset = frame.said[.latest] == nil ? .first : .latest
            (frame.dimension, frame.asksDimension) = (nil, false)
            if frame.places.isEmpty, frame.level == nil, let nation = graph.names.node(.place, named: "全国"), !graph.documents.ofPlace[Int(nation.index)].isEmpty {
                frame.places = [nation]
                notes.append(.questionNation(graph.name(of: nation)))
            }
            return
        }
        if let at = frame.said[.unmentioned] {
            guard about, isOfTexts else { throw withoutWords(at) }
            frame.saying = .never
            if frame.years.isEmpty, frame.plans.isEmpty, frame.dimension == "place" || frame.mentioned.contains("place") || frame.said[.who] != nil {
                frame.years = [(year, year)]
                notes.append(.questionThisYear(tokens[at].text, year))
            }
        } else if let at = frame.said[.times] {
            guard about, isOfTexts else { throw notUnderstood(at) }
            frame.saying = .often
            notes.append(.questionCountsSentences)
        } else if let at = frame.said[.first] ?? frame.said[.latest] {
            guard about, frame.nouns.allSatisfy({ ["sentences", "documents", "measures", "goals"].contains($0.name) }), !frame.reached, !frame.kept else {
                throw notUnderstood(at)
            }
            frame.saying = frame.said[.first] != nil ? .first : .latest
        } else if let at = frame.said[.when] {
            guard about, speaks else { throw unanswerable(at) }
            frame.saying = .first
        } else if asksYear, about, frame.superlative == nil, frame.conditions.isEmpty, frame.aspect == nil, !frame.amount, !frame.kept, frame.comparativeAt == nil, !frame.texts.isEmpty,
            frame.subjects.allSatisfy(\.indicators.isEmpty), frame.nouns.allSatisfy({ ["sentences", "documents", "measures"].contains($0.name) })
        {
            // 增值税改革是哪年的事.
            frame.saying = .first
        } else if asksYear, about, frame.said[.begins] != nil || isOfTexts && speaks && frame.superlative == nil {
            frame.saying = .first
        } else if frame.superlative?.ofRows == true, speaks, about, frame.dimension != nil || frame.mentioned.first != nil, isOfTexts {
            frame.saying = .most
            notes.append(.questionCountsSentences)
        } else if let at = frame.said[.begins] {
            frame.unused.append(at)
        }
    }

    /// Targets that are not there cannot be asked for; the reports without the words can.
    private func withoutWords(_ at: Int) -> Diagnostic {
        var other = frame
        (other.nouns, other.saying, other.conditions, other.aspect, other.asksDimension) = ([], .never, [], nil, true)
        if other.years.isEmpty, other.plans.isEmpty { other.years = [(year, year)] }
        var diagnostic = notUnderstood(at)
        if !frame.subjects.isEmpty || !frame.texts.isEmpty, let line = (try? QuestionLine(graph: graph, form: form, frame: other).line()) ?? nil, hasRows(line) { diagnostic.suggestion = line }
        return diagnostic
    }

    /// 生态文明建设: what touches the name belongs to it where words are counted.
    mutating func lengthenNames() {
        guard frame.saying != nil || frame.mention else { return }
        for index in frame.subjects.indices {
            let subject = frame.subjects[index]
            guard let tail = tokens.first(where: { $0.span.start == subject.span.end })?.text, QuestionWords.deeds.contains(tail), tail.unicodeScalars.count > 1,
                isOfTexts((subject.said ?? subject.text) + tail)
            else { continue }
            frame.subjects[index].said = (subject.said ?? subject.text) + tail
        }
    }

    /// 谁 stands for a place where places are held against each other; who does something no document tells.
    func settlePeople() throws(Diagnostic) {
        guard let at = frame.said[.who] else { return }
        let holds = frame.superlative != nil || frame.ranking != nil || frame.compares || frame.comparativeAt != nil || !frame.conditions.isEmpty || frame.kept
            || frame.movedAt != nil || frame.function != nil || frame.saying != nil || !frame.presence.isEmpty || frame.comparator != nil || frame.level != nil || frame.places.count > 1
        if !holds { throw unanswerable(at) }
    }

    /// 重庆GDP增速排第几: all of its kind in order, among which it is found.
    mutating func settleRank() {
        guard frame.said[.rank] != nil else { return }
        frame.ranking = frame.ranking ?? true
        guard frame.places.count == 1, let level = PlaceLevel(code: graph.places.level[Int(frame.places[0].index)]), level != .nation else { return }
        notes.append(.questionRank(graph.name(of: frame.places[0])))
        frame.places = []
        frame.level = level.rawValue
        frame.asksDimension = true
        frame.dimension = "place"
    }

    /// 中央对香港的政策, 2017年的雄安新区: a place that no document is of is what documents speak of.
    mutating func settleTopics() {
        func isSilent(_ place: NodeID) -> Bool { graph.documents.ofPlace[Int(place.index)].isEmpty }
        func level(_ place: NodeID) -> PlaceLevel? { PlaceLevel(code: graph.places.level[Int(place.index)]) }
        let isAlone = frame.places.count == 1 && frame.subjects.isEmpty && frame.texts.isEmpty && frame.years.count == 1 && frame.plans.isEmpty && frame.nouns.isEmpty && !frame.asks && !frame.amount
            && frame.conditions.isEmpty && frame.dimension == nil && !frame.compares && !frame.overview && !frame.how
        let isOfNation = frame.places.count == 2 && frame.places.contains { level($0) == .nation } && frame.movedAt == nil && frame.subjects.allSatisfy(\.indicators.isEmpty)
            && !frame.nouns.contains { ["targets", "results", "figures"].contains($0.name) }
        // 粤港澳大湾区今年广东怎么干.
        let isOfRegion = frame.places.contains { level($0) == .unit } && frame.places.contains { level($0) != .unit }
        guard isAlone || isOfNation || isOfRegion, let place = frame.places.first(where: { isSilent($0) && (!isOfRegion || level($0) == .unit) }) else { return }
        frame.places.removeAll { $0 == place }
        let said = tokens.first { if case .word(_, let names) = $0.kind { names.contains(place) } else { false } }
        frame.texts.append(said?.text ?? graph.name(of: place))
        notes.append(.questionText(said?.text ?? graph.name(of: place)))
    }

    /// 哪一年目标最高: of a place that is not said, the nation where its documents are there.
    mutating func supposeNation() {
        let comparesYears = frame.compares && frame.years.count == 2 && frame.years.allSatisfy { $0.low == $0.high }
        guard frame.saying == nil, frame.places.isEmpty, frame.level == nil, !frame.each.contains("place"), frame.dimension == nil || frame.dimension == "period",
            comparesYears || (frame.superlative != nil || frame.ranking != nil || !frame.conditions.isEmpty) && (frame.dimension ?? frame.mentioned.first) == "period",
            !frame.subjects.isEmpty || frame.aspect == "growth" || comparesYears && frame.subjects.isEmpty && frame.texts.isEmpty,
            let nation = graph.names.node(.place, named: "全国"), (0..<graph.places.count).count(where: { !graph.documents.ofPlace[$0].isEmpty }) > 1,
            !graph.documents.ofPlace[Int(nation.index)].isEmpty
        else { return }
        frame.places = [nation]
        notes.append(.questionNation(graph.name(of: nation)))
    }

    // MARK: words that the line has no place for

    /// The words whose meaning is not in the line.
    func unused(in line: String) -> [Message] {
        guard let command = try? Parser.parse(line) else { return [] }
        var noun = "", stages: [Stage] = []
        switch command {
        case .query(let query): (noun, stages) = (query.noun.text, query.stages)
        case .diff: noun = "diff"
        case .brief: noun = "brief"
        default: return []
        }
        noun = Noun.named(noun)?.name ?? noun
        let isFigure = Noun.named(noun)?.type == .figure, isCheck = noun == Noun.check.name
        var sorts = false, isCourse = false, isMatrix = false
        for stage in stages {
            switch stage {
            case .sort: sorts = true
            case .trend, .changes: isCourse = true
            case .compare, .matrix: isMatrix = true
            default: break
            }
        }
        var unused = frame.unused
        func name(_ said: QuestionFrame.Said, unless used: Bool) { if let at = frame.said[said], !used { unused.append(at) } }
        name(.trend, unless: isCourse || sorts && isFigure || isCheck || noun == "diff")
        name(.revised, unless: isCourse || noun == "diff")
        name(.compares, unless: isCourse || isMatrix || sorts || noun == "diff" || isCheck || frame.movedAt != nil)
        if isFigure, !isCheck { name(.how, unless: isCourse) }
        if !isFigure, noun != "diff" {
            if ["measures", "problems", "goals", "brief"].contains(noun) { name(.kept, unless: false) }
            name(.growth, unless: noun == Noun.indicators.name || frame.aspect == nil)
            if let at = frame.reachedAt { unused.append(at) }
            unused += frame.conditions.isEmpty ? [] : tokens.indices.filter { number($0) != nil && $0 != frame.limitAt }.prefix(1)
        }
        if let at = frame.superlativeAt, !sorts, !frame.wantsBothEnds, frame.supposed.isEmpty, frame.saying == nil { unused.append(at) }
        unused += frame.nouns.dropFirst(2).filter { !QuestionLine.weak.contains($0.text) && noun != "brief" && !isCheck }.map(\.at)
        let words = Set(unused).sorted().map { tokens[$0].text }
        return words.isEmpty ? [] : [.questionUnused(words)]
    }

    /// Places that are asked about and have no document, and a year that nothing is of.
    func missing() -> [Message] {
        var missing = frame.places.filter { place in
            let row = Int(place.index), level = PlaceLevel(code: graph.places.level[row])
            return (level == .province || level == .city) && graph.documents.ofPlace[row].isEmpty && graph.figures.statement.ofPlace[row].isEmpty
        }.map { Message.placeWithoutDocument(graph.name(of: $0)) }
        if frame.years.count == 1, let year = frame.years[0].low, year == frame.years[0].high, year <= self.year, frame.plans.isEmpty {
            let rows = (0..<graph.periods.count).filter { graph.periods.period[$0].isYear && Int(graph.periods.period[$0].start) == year }
            let indicators = frame.subjects.flatMap(\.indicators)
            let isOfTargets = frame.nouns.contains { $0.name == "targets" }
            // Of the indicator that is asked for, or of anything.
            let isSpoken = indicators.isEmpty
                ? rows.contains { !graph.figures.statement.ofPeriod[$0].isEmpty }
                : indicators.contains { graph.figures.ofIndicator[Int($0.index)].contains { row in
                    rows.contains(Int(graph.figures.statement.period[Int(row)])) && (!isOfTargets || graph.figures.kind[Int(row)] == FigureKind.target.code)
                } }
            let isOf = isSpoken || (0..<graph.documents.count).contains { rows.contains(Int(graph.documents.year[$0])) }
            if !isOf { missing.append(.yearWithoutDocument(year)) }
        }
        // Nothing was raised or lowered since a year that has no targets.
        if let course = frame.course, frame.places.isEmpty {
            let old = (0..<graph.periods.count).filter { graph.periods.period[$0].isYear && Int(graph.periods.period[$0].start) == course.old }
            let isOf = old.contains { period in
                graph.figures.statement.ofPeriod[period].contains { row in
                    let place = graph.figures.statement.place[Int(row)]
                    guard graph.figures.kind[Int(row)] == FigureKind.target.code else { return false }
                    return frame.level == nil || place != noNode && PlaceLevel(code: graph.places.level[Int(place)])?.rawValue == frame.level
                }
            }
            if !isOf { missing.append(.yearWithoutDocument(course.old)) }
        }
        return missing
    }

    /// Of a line that is one name or phrase which nothing has.
    func unknownWhole() -> Diagnostic {
        let noun = Noun.sentences.description.chinese[0], line = noun + " " + Printer.quotedIfNeeded(question.trimmingSpace)
        return Diagnostic(
            .unknownValue, Message.questionUnknown(question.trimmingSpace).text, at: ByteSpan(0, question.utf8.count), expected: hasRows(line) ? [noun] : [],
            suggestion: hasRows(line) ? line : nil)
    }

    // MARK: lines that say nearly the same

    /// Lines to try where `line` finds nothing, from the nearest to the widest.
    func others(than line: String, _ builder: QuestionLine) -> [String] {
        var frames: [QuestionFrame] = []
        func edit(_ start: QuestionFrame, _ change: (inout QuestionFrame) -> Void) {
            var other = start
            change(&other)
            frames.append(other)
        }
        let isOfFigures = builder.isOfFigures, ordered = frame.superlative != nil || frame.ranking != nil || frame.function != nil
        // Nothing above 8% is an answer, where there is something at all.
        var bare = frame
        (bare.conditions, bare.outcome, bare.gap, bare.presence) = ([], nil, nil, [])
        let narrows = !frame.conditions.isEmpty || frame.outcome != nil || frame.gap != nil || !frame.presence.isEmpty
        let isDenied = narrows && ((try? QuestionLine(graph: graph, form: form, frame: bare).line()) ?? nil).map { hasRows($0) } == true
        if isOfFigures {
            var start = frame
            if frame.reference != nil, !isDenied {
                start.reference = nil
                frames.append(start)
            }
            if frame.comparator != nil, !isDenied { edit(start) { $0.comparator = nil } }
            if frame.aspect != nil, !isDenied { edit(start) { $0.aspect = nil } }
            // Of words that name more than one thing no value is the highest.
            if !frame.subjects.isEmpty, !ordered {
                edit(start) { $0.loose = true }
                if frame.subjects.count > 1 || !frame.texts.isEmpty {
                    edit(start) { ($0.loose, $0.looseTexts) = (true, true) }
                }
                if frame.aspect != nil, !isDenied { edit(start) { ($0.aspect, $0.loose) = (nil, true) } }
                if !isDenied, !frame.kept, frame.nouns.count < 2, frame.presence.isEmpty, frame.nouns.contains(where: { ["targets", "results"].contains($0.name) }) || frame.reached {
                    edit(start) {
                        $0.nouns = [.init(name: "figures", text: "", at: 0, isJoined: false)]
                        ($0.reached, $0.aspect, $0.loose) = (false, nil, true)
                    }
                }
            }
        }
        // 5万亿了吗: what it is, where the answer is no.
        if isDenied, frame.whether { frames.append(bare) }
        if isOfFigures, ordered, !isDenied, !frame.subjects.isEmpty, frame.function == nil {
            edit(frame) { ($0.loose, $0.superlative, $0.ranking, $0.limit, $0.dimension, $0.asksDimension) = (true, nil, nil, nil, nil, false) }
        }
        func written(_ frames: [QuestionFrame]) -> [String] {
            frames.map { QuestionLine(graph: graph, form: form, frame: $0) }.flatMap { [$0.command(), try? $0.line()] }.compactMap { $0 }
        }
        var lines = written(frames)
        let about = !frame.subjects.isEmpty || !frame.texts.isEmpty
        // Sentences do not tell what was missed, or is highest.
        if about, !isDenied, !(isOfFigures && (narrows || ordered)), frame.nouns.count < 2, frame.saying == nil || frame.saying == .first {
            let (whole, parts) = sentences()
            lines += whole
            var other = frame
            other.texts = []
            let without = !frame.subjects.isEmpty && !frame.texts.isEmpty ? written([other]) : []
            // What is rarer says more.
            let isTextRare = (frame.texts.map { sentences(with: $0) }.min() ?? 0) < (frame.subjects.map { sentences(with: $0.said ?? $0.text) }.min() ?? 0)
            lines += isTextRare ? parts + without : without + parts
        }
        // The weaknesses of a report are those of the year before it.
        if frame.nouns.first?.name == "problems", frame.years.count == 1, let low = frame.years[0].low, low == frame.years[0].high {
            edit(frame) { $0.years = [(low - 1, low - 1)] }
            lines += written([frames.removeLast()])
        }
        if frame.subjects.contains(where: \.isCompound) {
            var other = frame
            for index in other.subjects.indices { other.subjects[index].isCompound = false }
            lines += written([other])
        }
        var seen: Set = [line]
        return lines.filter { seen.insert($0).inserted && (try? Parser.parse($0)) != nil }
    }

    /// Sentences that hold the words, as they stand, then apart; and those that hold some of them.
    private func sentences() -> (whole: [String], parts: [String]) {
        var words: [String] = []
        for word in frame.subjects.map({ $0.said ?? $0.text }) + frame.texts where !words.contains(word) { words.append(word) }
        guard !words.isEmpty else { return ([], []) }
        let noun = form == .english ? Noun.sentences.name : Noun.sentences.description.chinese[0]
        let builder = QuestionLine(graph: graph, form: form, frame: frame)
        let exact = words.map { "\"\($0)\"" }, apart = words.map { Printer.quotedIfNeeded($0) }
        let whole = builder.narrowing, lines = [whole + exact, whole + apart]
        var parts: [[String]] = []
        for word in words.map({ (word: $0, count: sentences(with: $0)) }).sorted(by: { $0.count < $1.count }).prefix(2).map(\.word) { parts += [whole + ["\"\(word)\""], whole + [Printer.quotedIfNeeded(word)]] }
        for subject in frame.subjects { parts += subject.indicators.prefix(1).map { whole + [Printer.quotedIfNeeded(graph.name(of: $0))] } }
        func written(_ terms: [String]) -> String { ([noun] + terms).joined(separator: " ") }
        return (lines.map(written), parts.map(written))
    }

    private func sentences(with words: String) -> Int { graph.sentences(holding: SoughtText(words, isExact: true))?.count ?? 0 }

    // MARK: what is proposed instead

    func unanswerable(_ at: Int) -> Diagnostic {
        Diagnostic(
            .unexpected, Message.questionUnanswerable(tokens[at].text).text, at: tokens[at].span, expected: ["哪些", "多少", "有没有", "最高"], suggestion: aboutIt())
    }

    /// What the documents do say of it: the sentences with its names.
    func aboutIt() -> String? {
        var years: [String] = [], places: [String] = [], words: [String] = []
        for token in tokens {
            switch token.kind {
            case .years(let low?, let high) where low == high: years.append("\(low)")
            case .phrase(let text): words.append(text)
            case .unknown where isOfTexts(token.text), .number where isOfTexts(token.text): words.append(token.text)
            case .word(let roles, let names) where !names.isEmpty && !roles.contains(where: { if case .noun = $0 { true } else { false } }):
                if let place = names.first(where: { $0.type == .place }) { places.append(graph.name(of: place)) } else { words.append(String(question.utf8Slice(token.span))) }
            case .word(let roles, _): if roles.contains(where: { if case .stands = $0 { true } else { false } }) { words.append(token.text) }
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

    func hasRows(_ line: String) -> Bool {
        var session = Session(graph: graph)
        session.isProbing = true
        guard case .success(let answer) = session.answer(line) else { return false }
        return !answer.isEmpty
    }

    // MARK: two questions in one

    /// 河北咋治理污染 pm2.5目标多少: what is done and how much are two questions; the first is read, the other named.
    func firstOfTwo() throws(Diagnostic) -> Reading? {
        var kinds: [(clause: Int, isFigure: Bool, at: Int)] = []
        for at in tokens.indices {
            guard case .word(let roles, _) = tokens[at].kind else { continue }
            for role in roles {
                switch role {
                case .how, .noun("measures"), .noun("problems"): kinds.append((breaks(before: at), false, at))
                case .amount, .noun("targets"), .noun("results"), .kept: kinds.append((breaks(before: at), true, at))
                default: continue
                }
            }
        }
        guard let first = kinds.first, let other = kinds.first(where: { $0.clause != first.clause && $0.isFigure != first.isFigure }),
            !kinds.contains(where: { $0.clause == first.clause && $0.isFigure != first.isFigure })
        else { return nil }
        let start = tokens.indices.first { breaks(before: $0) == other.clause } ?? other.at
        func hasSubject(_ range: Range<Int>) -> Bool {
            range.contains { index in
                switch tokens[index].kind {
                case .unknown, .phrase: true
                case .word(let roles, let names): names.contains { $0.type != .place } || roles.contains { if case .stands = $0 { true } else { false } }
                default: false
                }
            }
        }
        guard hasSubject(0..<start), hasSubject(start..<tokens.count) || ["targets", "results"].contains(noun(other.at)) else { return nil }
        let end = tokens[start].span.start
        let half = String(question.utf8Slice(ByteSpan(0, end))), rest = String(question.utf8Slice(ByteSpan(end, question.utf8.count)))
        var reading = try QuestionReader(half, graph: graph, year: year, form: form).read()
        reading.notes.append(.questionSecond(rest.trimmingSpace))
        return reading
    }

    /// How many commas, full stops and spaces between Chinese words stand before a place.
    private func breaks(before at: Int) -> Int {
        guard at > 0 else { return 0 }
        return (1...at).count { index in
            let gap = tokens[index].span.start - tokens[index - 1].span.end
            return Self.stops.contains(tokens[index - 1].text) || gap > 0 && tokens[index - 1].text.hasHan
        }
    }

    static let stops: Set = [",", ";", "。", "，", "?", "；", "？"]

    // MARK: slips and asides

    /// Whether an unknown word stands in a part of the question that asks nothing, while another part does: 我想写一篇稿子，…
    func isAside(_ at: Int, ofAsker: Bool = false) -> Bool {
        let own = breaks(before: at)
        // 我是学生: who asks.
        let isOfAsker = tokens.indices.first { breaks(before: $0) == own }.map { tokens[$0].text.hasPrefix("我") } ?? false
        if ofAsker, !isOfAsker { return false }
        var asks: Set<Int> = [], names: Set<Int> = []
        for index in tokens.indices {
            let clause = breaks(before: index)
            switch tokens[index].kind {
            case .word(let roles, let nodes):
                if roles.contains(where: { isAsking($0) }) { asks.insert(clause) }
                if nodes.contains(where: { $0.type != .place }) { names.insert(clause) }
            case .phrase: names.insert(clause)
            case .unknown where clause != own: names.insert(clause)
            default: break
            }
        }
        return !asks.contains(own) && !asks.isEmpty && !(isOfAsker ? names.subtracting([own]) : names).isEmpty
    }

    private func isAsking(_ role: QuestionRole) -> Bool {
        switch role {
        case .which, .amount, .whether, .number, .how, .highest, .lowest, .most, .fewest, .kept, .outcome, .when, .first, .times, .noun, .compare, .trend: true
        default: false
        }
    }

    /// 城镇调查失业律: the name that a run of pieces around the place is a slip of.
    func misspelt(around at: Int) -> (run: (text: String, span: ByteSpan), name: String)? {
        func mayBelong(_ index: Int) -> Bool {
            guard tokens.indices.contains(index), tokens[index].text.hasHan else { return false }
            switch tokens[index].kind {
            case .unknown, .phrase: return true
            case .word(let roles, let names):
                return !names.contains { $0.type == .place } && !QuestionPhrases.little.contains(tokens[index].text)
                    && roles.allSatisfy { role in if case .dimension = role { true } else { [.filler, .growth, .reached, .counter].contains(role) } }
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
                    Spelling.distance(Array(text.unicodeScalars), Array(name.unicodeScalars)) == 1
                else { continue }
                return ((text, ByteSpan(tokens[start].span.start, tokens[end].span.end)), name)
            }
        }
        return nil
    }
}
