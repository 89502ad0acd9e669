import Documents
import KnowledgeGraph
import Lexicon

/// What a question leaves unsaid of time and place: the newest year where places are held against each other, whether a region
/// is asked of its provinces or of the texts.
extension QuestionReader {
    /// 改革举措, 治理措施: a deed that nothing is named for is what the rows are about.
    mutating func settleDeeds() {
        // 今年有哪些民生实事: the deeds, not how many there are.
        if frame.asks, frame.nouns.isEmpty, !frame.isMeasured, frame.superlative == nil, frame.kind == nil, frame.subjects.count == 1,
            frame.subjects[0].sectors.isEmpty, let text = frame.subjects.first?.spoken,
            ["实事", "举措", "措施", "政策", "行动"].contains(where: { text.hasSuffix($0) })
        {
            frame.subjects = []
            frame.texts.append(text)
            frame.nouns = [.init(name: Noun.measures.name, text: text, at: 0, isJoined: false)]
            notes.append(.questionText(text))
        }
        guard frame.deed, !frame.isAbout, frame.hasNoun(of: ["measures", "problems"]), frame.saying == nil else { return }
        // 振兴东北的政策: what is done about the region, whoever does it.
        for at in tokens.indices.dropLast() where QuestionWords.deeds.contains(tokens[at].text) {
            let words = tokens[at].text + tokens[at + 1].text
            guard let place = tokens[at + 1].place, tokens[at].span.end == tokens[at + 1].span.start, isOfTexts(words),
                !graph.members(ofRegion: Int(place.index)).isEmpty
            else { continue }
            frame.places.removeAll { $0 == place }
            frame.texts.append(words)
            notes.append(.questionText(words))
            return
        }
        for at in tokens.indices where QuestionWords.deeds.contains(tokens[at].text) && isNoun(at + 1) {
            guard tokens[at].span.end == tokens[at + 1].span.start, isOfTexts(tokens[at].text) else { continue }
            frame.texts.append(tokens[at].text)
            notes.append(.questionText(tokens[at].text))
        }
    }

    /// 关于咖啡、茶叶的举措: one of them will do.
    mutating func settleLists() {
        let named = tokens.indices.filter { at in
            switch tokens[at].kind {
            case .phrase, .unknown: tokens[at].text.unicodeScalars.count > 1
            case .word(let roles, let names): !names.isEmpty && tokens[at].place == nil && roles.isEmpty
            default: false
            }
        }
        frame.isList = named.count > 1 && named.dropFirst().allSatisfy { roles($0 - 1).contains(.and) }
    }

    func isSpokenOf(_ place: NodeID) -> Bool {
        graph.hasDocuments(of: place) || !graph.figures.statement.ofPlace[Int(place.index)].isEmpty
    }

    func word(naming place: NodeID) -> QuestionToken? { tokens.first { $0.names.contains(place) } }

    /// The nation, where there are documents of it.
    var nation: NodeID? { graph.names.node(.place, named: "全国").flatMap { graph.hasDocuments(of: $0) ? $0 : nil } }

    /// Of a place that is not said.
    mutating func suppose(_ nation: NodeID) {
        frame.places = [nation]
        notes.append(.questionNation(graph.name(of: nation)))
    }

    /// Those of several places that the graph has something of; all of them where it has nothing of any.
    func known(_ names: [String]) -> [NodeID] {
        let places = names.compactMap { graph.names.node(.place, named: $0) }
        let spoken = places.filter { isSpokenOf($0) }
        return spoken.isEmpty ? places : spoken
    }

    /// 京津冀的GDP目标 is asked of the provinces there, which the line knows; 粤港澳大湾区有什么举措 is asked of the texts.
    mutating func settleRegions() {
        let isOfPlaces =
            frame.dimension == "place" || frame.each.contains("place") || frame.mentioned.contains("place") || frame.level != nil
        let isOfFigures = QuestionLine(graph: graph, form: form, frame: frame).isOfFigures
        for place in frame.places where graph.level(of: place) == .unit && !isSpokenOf(place) {
            let isOfDeeds = !frame.subjects.isEmpty && frame.texts.isEmpty && frame.hasNoun(of: ["measures"])
                && graph.members(ofRegion: Int(place.index)).count { graph.hasDocuments(of: NodeID(.place, $0)) } > 1
            if isOfPlaces || isOfFigures || isOfDeeds || isCounted(place) || graph.name(of: place).hasSuffix("地区"),
                !graph.members(ofRegion: Int(place.index)).isEmpty
            {
                frame.level = nil
            } else {
                let name = graph.name(of: place)
                let said = word(naming: place)?.text ?? name
                frame.places.removeAll { $0 == place }
                frame.texts.append(said)
                notes.append(.questionText(said))
            }
        }
    }

    /// 成渝两地, 长三角三省一市: how many places it is says that they are meant.
    private func isCounted(_ place: NodeID) -> Bool {
        guard let token = word(naming: place) else { return false }
        let tail = question.utf8Slice(ByteSpan(token.span.end, question.utf8.count)).prefix(2)
        return tail.count == 2 && "两二三四五六七八九十几各".contains(tail.first ?? " ") && "地省市区个".contains(tail.last ?? " ")
    }

    /// GDP目标倒数三名, 全国平均GDP目标: of the provinces, where no other rows are spoken of.
    mutating func supposeRanks() {
        let isMean = tokens.indices.dropLast().contains { at in
            tokens[at].text == "全国" && roles(at + 1).contains(.mean) && !tokens.contains { $0.text.hasPrefix("高于") || $0.text.hasPrefix("低于") }
        }
        if isMean, frame.function == "mean", frame.kind == nil, frame.each.isEmpty, frame.places.count == 1 {
            (frame.supposed, frame.places) = (frame.places, [])
            notes.append(.questionStandsFor("全国平均", "各省平均"))
        }
        let ranks = frame.limitAt.map { at in tokens.indices.contains(at + 1) && tokens[at + 1].text == "名" } ?? false
        guard ranks, frame.kind == nil, frame.places.isEmpty, frame.level == nil, frame.hasIndicators, frame.each.isEmpty else { return }
        (frame.mentioned, frame.level) = (["place"], PlaceLevel.province.rawValue)
    }

    /// GDP目标定在5%的有几家: places, where nothing else is counted.
    mutating func countPlaces() {
        guard frame.kind == nil, frame.hasIndicators, !frame.conditions.isEmpty, frame.hasNoun(of: QuestionFrame.amounts),
            tokens.contains(where: { ["几家", "多少家"].contains($0.text) })
        else { return }
        (frame.dimension, frame.countsDimension) = ("place", true)
    }

    /// 去年进出口下降的省份, 哪些省的出口下降了: those whose amounts fall.
    mutating func settleFalls() {
        guard frame.falls, frame.superlative == nil, frame.ranking == nil, frame.conditions.isEmpty, !frame.amount, frame.saying == nil,
            !frame.subjects.isEmpty,
            !frame.nouns.contains(where: { $0.name == "targets" }),
            (frame.dimension ?? frame.mentioned.first) == "place" || frame.said[.who] != nil
        else { return }
        frame.falls = false
        frame.aspect = "growth"
        frame.conditions.append((.atLeast, "下降0"))
    }

    /// 全国GDP目标最高的省份: of all of them.
    mutating func settleWhole() {
        // 全国各省: the provinces, without the nation.
        if frame.level == PlaceLevel.province.rawValue, frame.places.count == 1, graph.level(of: frame.places[0]) == .nation,
            let at = tokens.indices.dropLast().first(where: { tokens[$0].place == frame.places[0] }),
            roles(at + 1).contains(where: { $0 == .each || $0 == .which || $0.isKind })
        {
            (frame.supposed, frame.places) = (frame.places, [])
        }
        guard frame.kind == "place", frame.level == PlaceLevel.province.rawValue, frame.places.count == 1,
            graph.level(of: frame.places[0]) == .nation, frame.superlative != nil || frame.ranking != nil || frame.counts
        else { return }
        frame.places = []
    }

    /// 今年财政收入目标最高的省: where more have the name that took its place at that time.
    mutating func renameIndicators() {
        let ofPlaces = frame.kind == "place" || frame.each.contains("place") || frame.level != nil || frame.said[.who] != nil
            || frame.versusAt != nil
        let noun = frame.hasNoun(of: ["targets"]) ? Noun.targets.name : Noun.figures.name
        let time = frame.years.first ?? (ofPlaces ? (year - 1, year) : (nil, nil))
        guard let low = time.low, let high = time.high, frame.years.count < 2, frame.saying == nil else { return }
        for (old, new) in QuestionWords.renamed {
            guard let own = graph.names.node(.indicator, named: old), let other = graph.names.node(.indicator, named: new),
                let at = frame.subjects.firstIndex(where: { $0.indicators == [own] })
            else { continue }
            let places =
                frame.places.isEmpty
                ? ofPlaces ? " level:province" : "" : " place:" + frame.places.map { graph.name(of: $0) }.joined(separator: ",")
            func rows(_ name: String) -> Int { count("\(noun) \(low)..\(high)\(places) indicator:\(name)") }
            guard rows(new) > rows(old) else { continue }
            (frame.subjects[at].indicators, frame.subjects[at].sectors) = ([other], [])
            notes.append(.questionStandsFor(frame.subjects[at].spoken, new))
        }
    }

    /// 谁的失业率目标最低: of the newest year that has such rows, where places are held against each other or amounts are added up.
    mutating func supposeYear() {
        let ofPlaces =
            frame.dimension == "place" || frame.mentioned.contains("place") || frame.each.contains("place") || frame.level != nil
            || frame.said[.who] != nil
        let ofYears =
            frame.dimension == "period" || frame.mentioned.contains("period") || frame.each.contains("period")
            || tokens.contains { Self.always.contains($0.text) }
        let holds =
            frame.superlative?.ofRows == false || frame.superlative != nil && !frame.counts || frame.ranking != nil
            || !frame.conditions.isEmpty || frame.function != nil
        guard frame.years.isEmpty, frame.plans.isEmpty, !frame.goesOn, frame.saying == nil, frame.onset == nil, !frame.kept,
            frame.course == nil, frame.movedAt == nil, !frame.trend, !frame.revised, !frame.wantsBothEnds || ofPlaces,
            ofPlaces || frame.function != nil, !ofYears, holds, !frame.subjects.isEmpty
        else { return }
        if frame.function != nil, frame.places.isEmpty, frame.level == nil, !ofPlaces { frame.level = PlaceLevel.province.rawValue }
        guard QuestionLine(graph: graph, form: form, frame: frame).isOfFigures else { return }
        let names = Set(frame.nouns.map(\.name)), isOfTargets = names == ["targets"]
        let isOfResults = names == ["results"] || frame.reached
        func rows(in year: Int) -> Int {
            var bare = frame
            (bare.years, bare.conditions, bare.aspect) = ([(year, year)], [], nil)
            return QuestionLine(graph: graph, form: form, frame: bare).line().map { count($0) } ?? 0
        }
        // Of amounts of any kind, the year that more is told of.
        let looksBack = !isOfTargets && (isOfResults || rows(in: year - 1) > rows(in: year))
        let tries = looksBack ? [year - 1, year] : [year, year - 1]
        guard let year = tries.first(where: { rows(in: $0) > 0 }) else { return }
        // Amounts of any kind: what was reached and what is meant to be.
        let isOfBoth = !isOfTargets && !isOfResults && frame.superlative == nil && frame.ranking == nil && frame.function == nil
        frame.years = [(isOfBoth ? year - 1 : year, year)]
        notes.append(.questionNoYear(isOfBoth ? year - 1 : year, year))
    }

    /// 谁的举措最多, 谁的财政收入目标最高, 哪个地方的短板最多: the nation is no place among its provinces.
    mutating func supposePlaces() {
        let isOfPlaces = frame.said[.who] != nil || frame.kind == "place"
        guard isOfPlaces,
            frame.superlative?.ofRows == true || frame.superlative != nil && frame.said[.who] != nil
                || frame.ranking != nil && !QuestionLine(graph: graph, form: form, frame: frame).isOfFigures, frame.level == nil,
            frame.places.isEmpty, frame.saying == nil,
            !frame.goesOn, let nation = graph.names.node(.place, named: "全国"), isSpokenOf(nation), frame.notPlaces.isEmpty
        else { return }
        frame.notPlaces = [nation]
    }

    /// 只看增速, 前三名是谁, 按地区分一下: of the rows that are shown, where nothing else is named.
    mutating func settleGoingOn() throws(Diagnostic) {
        // 哪个高一点: of the rows that are shown, the highest.
        if given?.noun.type == .figure, frame.said[.goesOn] == nil, frame.superlative == nil, frame.ranking == nil,
            let at = frame.said[.compares] ?? frame.said[.which], ["哪个", "谁"].contains(where: { tokens[at].text.hasPrefix($0) }),
            frame.places.isEmpty,
            let rises = tokens[at...].lazy.compactMap({ Self.way(of: $0.text) }).first
        {
            (frame.superlative, frame.superlativeAt, frame.compares) = (.init(descending: rises), at, false)
        }
        guard let given, frame.nouns.isEmpty, !frame.isAbout, frame.saying == nil, !frame.kept, !frame.reached, !frame.revised,
            frame.movedAt == nil, !frame.overview, !frame.how
        else { return }
        let says =
            frame.limit != nil || frame.ranking != nil || frame.superlative != nil || frame.function != nil || !frame.conditions.isEmpty
            || !frame.each.isEmpty || frame.comparator != nil
        let narrows =
            frame.aspect != nil || frame.level != nil || !frame.places.isEmpty || !frame.years.isEmpty || !frame.plans.isEmpty
            || frame.counts || frame.trend || frame.compares
        guard
            says && frame.places.isEmpty || frame.said[.goesOn] != nil && (says || narrows)
                || frame.trend && given.noun.type == .figure && frame.places.isEmpty
        else { return }
        // Rows without amounts have no highest.
        if let at = frame.superlativeAt, frame.superlative?.ofRows == false, given.noun.type != .figure, given.order == nil {
            throw notUnderstood(at)
        }
        frame.goesOn = true
    }

    /// 哪个高, 谁低.
    private static func way(of word: String) -> Bool? {
        word.contains(where: { "高大多快".contains($0) }) ? true : word.contains(where: { "低小少慢".contains($0) }) ? false : nil
    }

    /// Words that speak of all times.
    private static let always: Set = ["曾经", "历年", "历史", "历史上", "历来", "历次", "从来", "一直", "历年来", "以往"]
}

extension Graph {
    func level(of place: NodeID) -> PlaceLevel? { PlaceLevel(code: places.level[Int(place.index)]) }
    func hasDocuments(of place: NodeID) -> Bool { !documents.ofPlace[Int(place.index)].isEmpty }
}
