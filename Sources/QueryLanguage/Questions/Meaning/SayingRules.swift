import Documents
import KnowledgeGraph
import Lexicon

/// What documents say, when, and who.
extension QuestionReader {
    /// Whether a word says that something is said: 提了, 写进, 讲过.
    private var speaks: Bool {
        tokens.contains { token in
            ["提", "写", "说", "讲", "出现", "见于", "见诸"].contains { token.text.hasPrefix($0) } && token.text.unicodeScalars.count < 5
                && noun(of: token) == nil
        } || tokens.last { $0.text != "?" }?.text == "有"
    }

    private static let more: Set = ["多", "少", "更多", "更少", "多些", "少些", "谁多", "谁少", "哪个多", "哪个少"]

    /// 哪些省提了低空经济, 谁提到了人工智能: which of the places have sentences with the words.
    mutating func settleMention() {
        // “房住不炒”还提吗: whether the reports say so.
        if frame.whether, speaks, frame.isAbout, frame.nouns(areOf: QuestionFrame.sayings), !frame.isMeasured, frame.superlative == nil,
            frame.kind == nil
        {
            frame.mention = true
        }
        // 提到低空经济的省份有哪些 as well.
        let isNamed = frame.mentioned.first == "place" && (frame.asks || frame.counts) && frame.nouns.isEmpty && (frame.mention || speaks)
        let asksPlace = frame.said[.who] != nil || frame.asksDimension && frame.dimension == "place" || isNamed
        guard asksPlace, frame.isAbout, frame.nouns(areOf: QuestionFrame.sayings), frame.mention || speaks, frame.superlative == nil,
            !frame.isMeasured || frame.conditions.isEmpty && frame.aspect == nil,
            frame.said[.unmentioned] == nil, frame.said[.first] == nil, frame.said[.latest] == nil, frame.said[.times] == nil
        else { return }
        (frame.mention, frame.dimension, frame.asksDimension) = (true, "place", true)
        frame.nouns = [.init(name: Noun.sentences.name, text: "", at: 0, isJoined: false)]
        // 既提到…又提到…: in one report, not in one sentence.
        let isJoined = tokens.indices.contains { roles($0).contains(.and) && $0 > 0 && !namesPlace($0 - 1) }
        guard isJoined, !frame.either, frame.subjects.count + frame.texts.count > 1 else { return }
        frame.nouns = [.init(name: Noun.documents.name, text: "", at: 0, isJoined: false)]
        (frame.dimension, frame.asksDimension, frame.level) = (nil, false, frame.level ?? PlaceLevel.province.rawValue)
    }

    /// 最早什么时候提出, 提过几次, 没提.
    mutating func settleSayings() throws(Diagnostic) {
        // 2023年报告怎么评价过去五年: what that report says.
        if frame.hasNoun(of: ["sentences"]), let at = tokens.firstIndex(where: { $0.span == report }),
            case .years(let low, let high) = tokens[at].kind
        {
            frame.years = [(low, high)]
            frame.unused += frame.timesAt
        }
        // 什么时候从左右变成以上: changes tell it.
        if frame.revised, frame.hasIndicators, frame.said[.when] != nil || frame.asksDimension && frame.dimension == "period" { return }
        let speaks = frame.mention || frame.said[.begins] != nil || self.speaks
        let about = !frame.subjects.isEmpty || !frame.texts.isEmpty
        let isOfTexts = frame.nouns.allSatisfy { ["sentences", "documents"].contains($0.name) }
        let asksYear = frame.asksDimension && frame.dimension == "period"
        // 上海和北京哪个提“创新”多: how often each of them does.
        if speaks || frame.mention, about, isOfTexts, frame.places.count > 1, frame.superlative == nil,
            tokens.contains(where: { Self.more.contains($0.text) })
        {
            (frame.saying, frame.compares, frame.comparativeAt) = (.most, false, nil)
            notes.append(.questionCountsSentences)
            return
        }
        // 哪些年份提到, 出现在哪几年: all of them, with how often.
        let asksYears =
            speaks && isOfTexts
            && (asksYear
                ? frame.said[.which].map { ["哪些", "哪几", "哪几个"].contains(tokens[$0].text) || isYears(after: $0) } ?? false
                : frame.countsDimension && frame.dimension == "period" || frame.mentioned.first == "period" && frame.asks)
        if asksYears, about, frame.superlative == nil, frame.conditions.isEmpty, frame.aspect == nil, !frame.kept, !frame.revised,
            [.first, .latest, .begins, .unmentioned, .times].allSatisfy({ frame.said[$0] == nil })
        {
            frame.saying = .years
            notes.append(.questionCountsSentences)
            return
        }
        let asksSince = frame.said[.first] ?? frame.said[.latest] ?? frame.said[.when] ?? (asksYear ? frame.said[.begins] : nil)
        if asksSince != nil, frame.said[.unmentioned] == nil, frame.superlative == nil, !frame.subjects.isEmpty, frame.texts.isEmpty,
            !frame.kept,
            !frame.conditions.isEmpty || frame.comparator != nil
                || frame.nouns.contains(where: { ["targets", "results"].contains($0.name) })
        {
            // 目标什么时候开始定为5%.
            frame.onset = frame.said[.latest] == nil ? .first : .latest
            (frame.dimension, frame.asksDimension) = (nil, false)
            if frame.places.isEmpty, frame.level == nil, let nation { suppose(nation) }
            return
        }
        if let at = frame.said[.unmentioned] {
            guard about, isOfTexts else { throw withoutWords(at) }
            frame.saying = .never
            if frame.mention {
                frame.denied = Set(tokens[(at + 1)...].map { if case .phrase(let words) = $0.kind { words } else { $0.text } })
            }
            if frame.years.isEmpty, frame.plans.isEmpty,
                frame.dimension == "place" || frame.mentioned.contains("place") || frame.said[.who] != nil
            {
                frame.years = [(year, year)]
                notes.append(.questionThisYear(tokens[at].text, year))
            }
        } else if let at = frame.said[.times] {
            guard about, isOfTexts else { throw notUnderstood(at) }
            // 历年出现几次: in each year; 哪份报告提得最多: of each report.
            let isMost = frame.superlative?.ofRows == true && (frame.kind != nil || frame.hasNoun(of: ["documents"]))
            frame.saying = isMost ? .most : frame.trend ? .years : .often
            notes.append(.questionCountsSentences)
        } else if let at = frame.said[.first] ?? frame.said[.latest] {
            guard about, frame.nouns.allSatisfy({ ["sentences", "documents", "measures", "goals"].contains($0.name) }), !frame.reached,
                !frame.kept
            else {
                throw notUnderstood(at)
            }
            frame.saying = frame.said[.first] != nil ? .first : .latest
        } else if let at = frame.said[.when] {
            guard about, speaks else { throw unanswerable(at) }
            frame.saying = .first
        } else if asksYear, about, frame.superlative == nil, frame.conditions.isEmpty, frame.aspect == nil, !frame.amount, !frame.kept,
            frame.comparativeAt == nil, !frame.texts.isEmpty,
            frame.subjects.allSatisfy(\.indicators.isEmpty),
            frame.nouns.allSatisfy({ ["sentences", "documents", "measures"].contains($0.name) })
        {
            // 增值税改革是哪年的事.
            frame.saying = .first
        } else if asksYear, about, frame.said[.begins] != nil || isOfTexts && speaks && frame.superlative == nil {
            frame.saying = .first
        } else if frame.superlative?.ofRows == true, speaks, about, frame.kind != nil || frame.hasNoun(of: ["documents"]), isOfTexts {
            frame.saying = .most
            notes.append(.questionCountsSentences)
        } else if let at = frame.said[.begins] {
            frame.unused.append(at)
        }
    }

    /// which years.
    private func isYears(after at: Int) -> Bool { next(after: at).map { tokens[$0].text == "years" } ?? false }

    /// 大气污染治理的措施: the measures name what is done by other words as well.
    mutating func shortenTexts() {
        guard frame.hasNoun(of: ["measures"]), frame.saying == nil else { return }
        for index in frame.texts.indices {
            let text = frame.texts[index]
            guard let deed = ["治理", "建设", "整治", "防治"].first(where: { text.hasSuffix($0) }),
                text.unicodeScalars.count > deed.unicodeScalars.count + 2
            else { continue }
            let topic = String(text.dropLast(deed.count))
            guard isOfTexts(topic) else { continue }
            frame.texts[index] = topic
            notes.append(.questionText(topic))
        }
    }

    /// Targets that are not there cannot be asked for; the reports without the words can.
    func withoutWords(_ at: Int) -> Diagnostic {
        var other = frame
        (other.nouns, other.saying, other.conditions, other.aspect, other.asksDimension) = ([], .never, [], nil, true)
        if other.years.isEmpty, other.plans.isEmpty { other.years = [(year, year)] }
        var diagnostic = notUnderstood(at)
        if !frame.subjects.isEmpty || !frame.texts.isEmpty, let line = QuestionLine(graph: graph, form: form, frame: other).line(),
            hasRows(line)
        {
            diagnostic.suggestion = line
        }
        return diagnostic
    }

    /// 生态文明建设: what touches the name belongs to it where words are counted.
    mutating func lengthenNames() {
        guard frame.saying != nil || frame.mention else { return }
        for index in frame.subjects.indices {
            let subject = frame.subjects[index]
            guard let tail = tokens.first(where: { $0.span.start == subject.span.end })?.text, QuestionWords.deeds.contains(tail),
                tail.unicodeScalars.count > 1,
                isOfTexts(subject.spoken + tail)
            else { continue }
            frame.subjects[index].said = subject.spoken + tail
        }
    }

    /// 谁 stands for a place where places are held against each other; who does something no document tells.
    func settlePeople() throws(Diagnostic) {
        guard let at = frame.said[.who], !frame.goesOn, !frame.mention else { return }
        let holds =
            frame.superlative != nil || frame.ranking != nil || frame.compares || frame.comparativeAt != nil || !frame.conditions.isEmpty
            || frame.kept
            || frame.movedAt != nil || frame.function != nil || frame.saying != nil || !frame.presence.isEmpty || frame.comparator != nil
            || frame.level != nil || frame.places.count > 1
        if !holds { throw unanswerable(at) }
    }

    /// 重庆GDP增速排第几: all of its kind in order, among which it is found.
    mutating func settleRank() {
        // 新疆的目标是不是最高的: held against all the others.
        let isSupposed =
            frame.whether && frame.superlative?.ofRows == false && frame.supposed.isEmpty && frame.places.count == 1 && !frame.goesOn
            && frame.kind == nil && frame.each.isEmpty
            && [.province, .city].contains(graph.level(of: frame.places[0]))
        guard frame.said[.rank] != nil || isSupposed else { return }
        frame.ranking = frame.ranking ?? frame.superlative?.descending ?? true
        if isSupposed { frame.superlative = nil }
        // 在全国排第几: the nation is where the others stand, and none of them.
        if frame.places.count == 2 { frame.places.removeAll { graph.level(of: $0) == .nation } }
        guard frame.places.count == 1, let level = graph.level(of: frame.places[0]), level != .nation else { return }
        notes.append(.questionRank(graph.name(of: frame.places[0])))
        frame.places = []
        frame.level = level.rawValue
        frame.asksDimension = true
        frame.dimension = "place"
    }

    /// 福建与台湾有关的措施: the place is what they speak of, where another says whose they are.
    mutating func settleRelated() {
        for at in tokens.indices
        where (at > 0 && roles(at - 1).contains(.and) || frame.places.count == 1) && tokens.indices.contains(at + 1)
            && ["有关", "相关", "有关系"].contains(tokens[at + 1].text)
        {
            guard let place = tokens[at].place, frame.places.count > 1 || frame.places == [place] && !isSpokenOf(place),
                frame.movedAt == nil
            else { continue }
            frame.places.removeAll { $0 == place }
            frame.texts.append(tokens[at].text)
            notes.append(.questionText(tokens[at].text))
        }
    }

    /// 中央对香港的政策, 2017年的雄安新区: a place that no document is of is what documents speak of.
    mutating func settleTopics() {
        let isAlone =
            frame.places.count == 1 && frame.subjects.isEmpty && frame.texts.isEmpty && frame.years.count == 1 && frame.plans.isEmpty
            && frame.nouns.isEmpty && !frame.asks && !frame.amount
            && frame.conditions.isEmpty && frame.dimension == nil && !frame.compares && !frame.overview && !frame.how
        let isOfNation =
            frame.places.count == 2 && frame.places.contains { graph.level(of: $0) == .nation } && frame.movedAt == nil
            && frame.subjects.allSatisfy(\.indicators.isEmpty)
            && !frame.nouns.contains { ["targets", "results", "figures"].contains($0.name) }
        // 粤港澳大湾区今年广东怎么干.
        let isOfRegion = frame.places.contains { graph.level(of: $0) == .unit } && frame.places.contains { graph.level(of: $0) != .unit }
        // 河北廊坊有没有提.
        let isMentioned = frame.mention && !frame.isAbout && frame.places.count > 1
        // 中央对四川的转移支付.
        let towards = tokens.indices.dropFirst().first { at in
            frame.places.count == 2 && frame.movedAt == nil && !frame.compares && tokens[at - 1].text == "对"
                && tokens[at].place.map { graph.level(of: $0) != .nation } == true
        }.flatMap { tokens[$0].place }
        guard isAlone || isOfNation || isOfRegion || isMentioned || towards != nil,
            let place = towards ?? frame.places.first(where: { !isSpokenOf($0) && (!isOfRegion || graph.level(of: $0) == .unit) })
        else { return }
        frame.places.removeAll { $0 == place }
        let said = word(naming: place)
        frame.texts.append(said?.text ?? graph.name(of: place))
        notes.append(.questionText(said?.text ?? graph.name(of: place)))
    }

    /// 哪一年目标最高: of a place that is not said, the nation where its documents are there.
    mutating func supposeNation() {
        let comparesYears = frame.compares && frame.years.count == 2 && frame.years.allSatisfy { $0.low == $0.high }
        guard frame.saying == nil, !frame.goesOn, frame.places.isEmpty, frame.level == nil, !frame.each.contains("place"),
            frame.dimension == nil || frame.dimension == "period",
            comparesYears
                || (frame.superlative != nil || frame.ranking != nil || !frame.conditions.isEmpty)
                    && (frame.dimension ?? frame.mentioned.first) == "period",
            !frame.subjects.isEmpty || frame.aspect == "growth" || comparesYears && frame.subjects.isEmpty && frame.texts.isEmpty,
            let nation, (0..<graph.places.count).count(where: { !graph.documents.ofPlace[$0].isEmpty }) > 1
        else { return }
        suppose(nation)
    }
}
