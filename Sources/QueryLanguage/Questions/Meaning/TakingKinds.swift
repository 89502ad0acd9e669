import Documents
import KnowledgeGraph
import Lexicon

/// Words whose slot depends on what stands around them.
extension QuestionReader {
    mutating func take(noun name: String, _ at: Int) {
        let before = previous(before: at)
        // 约束性指标.
        if QuestionWords.weighty.contains(tokens[at].text) { frame.unused.append(at) }
        frame.nouns.append(
            .init(
                name: name, text: tokens[at].text, at: at, isJoined: before.map { roles($0).contains(.and) } ?? false,
                isAsked: before.map { roles($0).contains(.which) || roles($0).contains(.amount) } ?? false,
                isWhere: tokens.indices.contains(at + 1) && tokens[at + 1].text.first.map { "里中内上当".contains($0) } ?? false))
    }

    mutating func take(which at: Int, _ following: Int?) {
        frame.asks = true
        if ["什么", "啥", "what"].contains(tokens[at].text) { frame.asksWhat = true }
        frame.asksDimension = isKind(at + 1) || isKind(following)
    }

    mutating func take(amount at: Int, _ following: Int?) {
        // 长三角几个省市: how many they are is not asked.
        if isApposition(at) { return }
        frame.amount = true
        if tokens[at].text == "多少钱", !frame.hasIndicators { frame.unit = "元" }
        if let following, isNoun(following) || ["条", "项", "份"].contains(tokens[following].text) { frame.counts = true }
        if let following, roles(following).contains(.counter) { frame.countsLoosely = true }
    }

    // MARK: kinds of things

    /// 省, 领域: whether the word names a kind of thing.
    func isKind(_ at: Int?) -> Bool {
        guard let at else { return false }
        return roles(at).contains { $0.isKind }
    }

    /// 长三角几个省市, 川渝两省市: a kind of place right behind several places or a region only says what they are.
    func isApposition(_ at: Int) -> Bool {
        var first = at, kind = at
        func isCount(_ index: Int) -> Bool {
            index >= 0 && !roles(index).contains(.which)
                && (number(index) != nil || roles(index).contains { [.amount, .number, .counter, .each].contains($0) })
        }
        while isCount(first) || isKind(first) { first -= 1 }
        while isCount(kind) { kind += 1 }
        guard first >= 0,
            isRegion(first) || frame.places.count > 1 || frame.places.contains(where: { !graph.members(ofRegion: Int($0.index)).isEmpty })
        else { return false }
        return first < at + 1 && isKind(kind) && (namesPlace(first) || isRegion(first))
            && tokens[first].span.end == tokens[first + 1].span.start
    }

    private func isRegion(_ at: Int) -> Bool { roles(at).contains { $0.isRegion } }

    mutating func take(kind key: String, _ level: String?, _ at: Int) throws(Diagnostic) {
        if key == "sector", at > 0, isSector(at - 1) { return }
        if key == "place", isApposition(at) { return }
        // 钢产量指标: the figures that are set for it.
        if key == "indicator", at > 0, tokens[at - 1].span.end == tokens[at].span.start,
            tokens[at - 1].names.contains(where: { $0.type == .indicator }),
            !tokens[at - 1].names.contains(where: { $0.type == .sector })
        {
            frame.nouns.append(.init(name: Noun.figures.name, text: "数据", at: at, isJoined: false))
            return
        }
        let last = at > 1 && roles(at - 1).contains(.and) ? at - 2 : at - 1
        let list = last >= 0 && !frame.each.isEmpty && isKind(last)
        if let before = previous(before: at), roles(before).contains(.each) || list {
            frame.each.append(key)
            if tokens[before].text.hasPrefix("各") { frame.eachIsAll = true }
        } else if asksBefore(at) || frame.asksDimension {
            frame.dimension = frame.dimension ?? key
            if let before = previous(before: at), roles(before).contains(where: { $0 == .amount || $0 == .number }) {
                frame.countsDimension = true
            }
        } else {
            frame.mentioned.append(key)
        }
        guard key == "place", let level else { return }
        // 下乡: no kind of place, but part of a word.
        if tokens[at].text.unicodeScalars.count == 1, !asksBefore(at), at > 0, tokens[at - 1].span.end == tokens[at].span.start,
            isFiller(at - 1),
            tokens[at - 1].text.unicodeScalars.count == 1, !["的", "各", "全", "本", "我", "在", "是"].contains(tokens[at - 1].text)
        {
            frame.unused += [at - 1, at]
            frame.mentioned.removeAll { $0 == key }
            return
        }
        if at > 0, roles(at - 1).contains(.ours) { return try take(ours: at, level) }
        frame.level = level
        // 直辖市: a kind of place that has its members.
        for role in roles(at) { if case .region(let name) = role { try take(region: name, at) } }
    }

    // MARK: names

    /// 看病 for 医疗健康; of several names those that the graph has.
    mutating func take(standing names: String, _ at: Int) throws(Diagnostic) {
        // 农民工工资: one word of the texts.
        if let last = frame.subjects.last, last.span.end == tokens[at].span.start, isOfTexts(last.text + tokens[at].text) {
            frame.subjects.removeLast()
            frame.texts.append(last.text + tokens[at].text)
            notes.append(.questionText(last.text + tokens[at].text))
            return
        }
        let known = names.split(separator: " ").map(String.init).map { (name: $0, nodes: graph.names.nodes(named: $0)) }.filter {
            !$0.nodes.isEmpty
        }
        guard let first = known.first else { throw notUnderstood(at) }
        let shown = known.map(\.name).joined(separator: "、")
        take(
            known.flatMap(\.nodes),
            QuestionToken(kind: tokens[at].kind, text: known.count == 1 ? first.name : tokens[at].text, span: tokens[at].span), at)
        if !frame.subjects.isEmpty { frame.subjects[frame.subjects.count - 1].said = tokens[at].text }
        notes.append(.questionStandsFor(tokens[at].text, shown))
    }

    /// 江浙沪, 西南: those of several places that there is something of.
    mutating func take(region name: String, _ at: Int) throws(Diagnostic) {
        // 北京、上海、天津、重庆四个直辖市.
        if isApposition(at) { return }
        // 东北三省 is a place of its own, which a line knows the provinces of.
        if let region = graph.names.node(.place, named: name) { return take([region], tokens[at], at) }
        let members = Region.named(name)?.members ?? [], places = known(members)
        if places.isEmpty { throw notUnderstood(at) }
        for place in places { take([place], tokens[at], at) }
        if places.count < members.count { notes.append(.questionRegion(tokens[at].text, places.map { graph.name(of: $0) })) }
    }

    /// 我们镇: the one place of this level that the documents speak for.
    mutating func take(ours at: Int, _ level: String) throws(Diagnostic) {
        let word = tokens[at].text
        let own = (0..<graph.places.count).filter { row in
            // 某镇 in no list of places says by its name what it is.
            (graph.strings[graph.places.name[row]].hasSuffix(word) || PlaceLevel(code: graph.places.level[row])?.rawValue == level)
                && !graph.documents.ofPlace[row].isEmpty
        }
        guard own.count == 1, let row = own.first else {
            throw Diagnostic(
                .unexpected, Message.questionWhose(tokens[at - 1].text + tokens[at].text).text,
                at: ByteSpan(tokens[at - 1].span.start, tokens[at].span.end),
                expected: own.prefix(3).map { graph.name(of: NodeID(.place, $0)) })
        }
        frame.places.append(NodeID(.place, row))
    }

    /// 研发投入占比, 第三产业比重: the share has a name of its own, or is that of its amounts in percent.
    mutating func take(share at: Int) {
        guard let last = frame.subjects.indices.last else { return }
        let text = frame.subjects[last].spoken
        for tail in ["占比", "比重", "占地区生产总值比重", "增加值比重", "增加值占地区生产总值比重", "强度"] {
            let found = graph.names.nodes(named: text + tail).filter { $0.type == .indicator }
            guard !found.isEmpty else { continue }
            frame.subjects[last].indicators = found
            return
        }
        (frame.unit, frame.aspect) = ("%", "level")
    }

    // MARK: comparisons and presence

    /// 高的省: how high is not said.
    mutating func take(comparative at: Int, _ following: Int?) {
        let behind = tokens.indices.contains(at + 1) ? tokens[at + 1].text : "?"
        guard let before = previous(before: at), tokens[before].span.end == tokens[at].span.start, isName(of: before) || isNoun(before),
            following == nil || ["吗", "的", "么", "不", "?"].contains(behind), frame.superlative == nil, frame.ranking == nil,
            frame.conditions.isEmpty
        else { return }
        frame.comparativeAt = at
    }

    /// 用了“左右”: how the target is worded.
    mutating func take(behind comparison: Comparison, _ at: Int) throws(Diagnostic) {
        if at > 0, case .years = tokens[at - 1].kind { return }
        // 多少以内.
        if let before = previous(before: at), roles(before).contains(.amount) { return }
        // 从左右变成以上.
        if frame.revised { return frame.comparator = nil }
        guard let word = Self.wordings[comparison], frame.comparator == nil else { throw notUnderstood(at) }
        frame.comparator = word
    }

    /// 与经济增长同步, 快于经济增长; 跑赢全国 is held against a place, not against another indicator.
    mutating func take(tied comparator: String, _ at: Int, _ following: Int?) throws(Diagnostic) -> Int {
        if let following, isTimeOrPlace(following) { throw notUnderstood(at) }
        // 收入增速跑赢GDP了吗: of what was reached, nothing is tied to another.
        if comparator == "outpace", holdsIndicators(at, following), !tokens.contains(where: { noun(of: $0) == "targets" }) {
            frame.versusAt = at
            return at + 1
        }
        frame.comparator = comparator
        if comparator == "sync", !frame.subjects.isEmpty, frame.reference == nil {
            frame.reference = frame.subjects.removeLast().text
        } else if let following, case .word(_, let names) = tokens[following].kind, names.contains(where: { $0.type == .indicator }) {
            frame.reference = tokens[following].text
            return following + 1
        }
        return at + 1
    }

    /// 下降5%; GDP目标下降了, which became another one; 下降 alone.
    mutating func take(change isFall: Bool, _ at: Int, _ following: Int?) throws(Diagnostic) -> Int {
        if let following, number(following) != nil { return try take(number: following, course: isFall ? "下降" : "") }
        // 目标有没有提高.
        let asked = previous(before: at).flatMap { roles($0).contains(.whether) ? previous(before: $0) : nil }
        if let before = asked ?? previous(before: at), asked != nil || tokens[before].span.end == tokens[at].span.start,
            noun(before) == "targets",
            !isSuperlative(following),
            following.map({ roles($0).contains(.amount) }) != true
        {
            (frame.moved, frame.movedAt) = (!isFall, at)
        } else if isFall {
            frame.falls = true
        }
        return at + 1
    }

    /// 一条举措, 任何目标: where the noun stands.
    private func nothing(at start: Int) -> Int? {
        var at = start
        while tokens.indices.contains(at),
            number(at)?.count == 1 || roles(at).contains(.counter) || isFiller(at) && ["任何", "一"].contains(tokens[at].text)
        { at += 1 }
        return at > start && noun(at) != nil ? at : nil
    }

    /// 失业率目标, GDP和CPI目标: names, and then what is lacked.
    private func isLacked(at start: Int) -> Bool {
        let end = tokens[start...].firstIndex { token in
            let isName = !token.names.isEmpty && token.place == nil
            return !isName && !token.isNumber && !token.roles.contains { role in
                switch role {
                case .and, .growth, .filler, .before, .behind: true
                default: false
                }
            }
        }
        guard let end, let noun = noun(end), tokens[start..<end].contains(where: { !$0.names.isEmpty }) else { return false }
        return Self.countable.contains(noun)
    }

    /// 没有举措的目标; 没有超过5%.
    mutating func take(presence has: Bool, _ at: Int, _ following: Int?) throws(Diagnostic) -> Int {
        if let following, let noun = noun(following) {
            frame.presenceAt = at
            frame.presence.append((has, noun))
            return following + 1
        }
        // 没有一条举措.
        if !has, let following, let end = nothing(at: following) {
            frame.presenceAt = at
            frame.presence.append((false, noun(end) ?? ""))
            return end + 1
        }
        // 报告里没有“低空经济”.
        if !has, let following, frame.hasNoun(of: ["documents"]),
            tokens[following].isOfTexts || !tokens[following].names.isEmpty && tokens[following].place == nil,
            tokens[following...].allSatisfy({ noun(of: $0) == nil })
        {
            frame.said[.unmentioned] = at
            frame.denials.append(at)
            return at + 1
        }
        // 没有失业率目标.
        if !has, let following, isLacked(at: following) {
            frame.said[.unmentioned] = at
            frame.denials.append(at)
            return at + 1
        }
        // 没守住.
        if !has, let following, roles(following).contains(where: { $0 == .reached || $0 == .kept }),
            tokens[at].span.end == tokens[following].span.start, next(after: following).flatMap({ number($0) }) == nil
        {
            (frame.kept, frame.outcome) = (true, "missed")
            return following + 1
        }
        if let following, roles(following).contains(where: { $0 == .reached || $0 == .kept }) { throw notUnderstood(at) }
        if !has, let following, let (opposite, bound) = contrary(following) {
            frame.conditions.append((opposite, bound.text))
            return bound.at + 1
        }
        // 有粮食目标没有.
        if following == nil || has { return at + 1 }
        throw notUnderstood(at)
    }
}
