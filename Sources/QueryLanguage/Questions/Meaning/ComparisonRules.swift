import Documents
import KnowledgeGraph
import Lexicon

/// What the words of a question say together: of years held against each other, and of names said apart.
extension QuestionReader {
    /// 比去年高: one indicator from one year to the other.
    mutating func settleComparison() throws(Diagnostic) {
        // 减少了多少: by how much, of one time.
        if frame.said[.amount] != nil, frame.before == nil, frame.years.isEmpty, frame.nouns.isEmpty {
            (frame.movedAt, frame.moved) = (nil, nil)
        }
        // GDP目标和去年实际相比.
        if frame.movedAt == nil, frame.compares, let (before, at) = resultOfItsOwnYear() {
            (frame.before, frame.movedAt) = (before, at)
            frame.years.removeAll { $0.low == before && $0.high == before }
        }
        guard let at = frame.movedAt, !frame.goesOn else { return }
        // A target beside what was reached: both kinds of figures.
        if frame.hasNoun(of: ["targets"]),
            tokens.indices.contains(where: { $0 >= at && (noun($0) == "results" || roles($0).contains(.reached)) })
        {
            (frame.nouns, frame.reached, frame.compares) = ([], false, false)
        }
        // 这几年目标有没有下调: in any of them.
        if frame.before == nil, frame.moved != nil, frame.years.count == 1, frame.years[0].low != frame.years[0].high,
            frame.hasNoun(of: ["targets"]), frame.hasIndicators, !frame.counts
        {
            frame.movesOver = true
            return
        }
        // GDP目标上调过吗: ever.
        if frame.before == nil, frame.moved != nil, frame.years.isEmpty, frame.hasIndicators, frame.hasNoun(of: ["targets"]), !frame.counts,
            frame.places.count == 1, tokens[at].text.hasSuffix("过") || tokens.indices.contains(at + 1) && tokens[at + 1].text.hasPrefix("过")
        {
            frame.movesOver = true
            return
        }
        // 下调的年份, 最近一次上调是哪年: of all years.
        if frame.before == nil, frame.moved != nil, frame.years.isEmpty, frame.hasIndicators, frame.hasNoun(of: ["targets"]),
            (frame.dimension ?? frame.mentioned.first) == "period" || frame.said[.latest] ?? frame.said[.first] != nil
        {
            frame.movesOver = true
            supposeNation()
            return
        }
        let own = frame.years.compactMap { $0.low == $0.high ? $0.low : nil }
        guard frame.hasIndicators else { throw ofWhat(.questionOfOne(tokens[at].text), at) }
        if own.count != frame.years.count || own.count > 1 || frame.counts && !frame.countsDimension && frame.mentioned.isEmpty {
            throw notUnderstood(at)
        }
        let new = own.first ?? (frame.before.map { max(year, $0 + 1) } ?? year), old = frame.before ?? new - 1
        guard old != new else { throw notUnderstood(at) }
        frame.course = (min(old, new), max(old, new))
        frame.years = [(min(old, new), max(old, new))]
        let isOfTargets = frame.nouns.contains { $0.name == "targets" }
        // Results of many places in two years are no line of the language.
        if !isOfTargets, frame.places.count != 1, frame.dimension != nil || frame.asksDimension || frame.level != nil {
            throw notUnderstood(at)
        }
    }

    /// 去年实际, 去年完成的 beside a target that is of no such year.
    private func resultOfItsOwnYear() -> (year: Int, at: Int)? {
        guard let target = frame.nouns.first(where: { $0.name == "targets" }) else { return nil }
        for at in tokens.indices where at > target.at && (noun(at) == "results" || roles(at).contains(.reached)) {
            guard let before = previous(before: at), before > target.at, case .years(let low?, let high) = tokens[before].kind, low == high
            else { continue }
            return (low, at)
        }
        return nil
    }

    /// GDP目标低于全国的省: the nation's amount is the bound, where it has exactly one.
    mutating func settleAgainst() throws(Diagnostic) {
        guard let (comparison, place, at) = frame.against else { return }
        let isOfTargets = frame.hasNoun(of: ["targets"])
        guard frame.subjects.count == 1, let indicator = frame.subjects[0].indicators.first, frame.subjects[0].indicators.count == 1,
            frame.conditions.isEmpty, frame.superlative == nil, frame.years.count < 2, frame.years.allSatisfy({ $0.low == $0.high })
        else { throw notUnderstood(at) }
        let own = frame.years.first?.low ?? (isOfTargets ? year : year - 1), name = Printer.quotedIfNeeded(graph.name(of: indicator))
        let line =
            "\(isOfTargets ? "targets" : "results") period:\(own) place:\(graph.name(of: place)) indicator:\(name)"
            + (frame.aspect.map { " aspect:\($0)" } ?? "")
        let amounts = Set((table("\(line) | select value high unit aspect")?.rows ?? []).map { Array($0.suffix(4)) })
        guard amounts.count == 1, let cells = amounts.first, case .decimal(let value) = cells[0], cells[1] == .empty || cells[1] == cells[0]
        else {
            throw Diagnostic(
                .unexpected, Message.questionAgainst(graph.name(of: place), own).text, at: tokens[at].span,
                suggestion: hasRows(line) ? line : nil)
        }
        var unit = ""
        if case .text(let text) = cells[2] { unit = text }
        let kinds = ["level", "growth", "change"]
        if case .term(let term) = cells[3] { frame.aspect = kinds.first { $0 == term.code } ?? frame.aspect }
        frame.conditions = [(comparison, value.description + unit)]
        if frame.years.isEmpty { frame.years = [(own, own)] }
        frame.level = frame.level ?? PlaceLevel.province.rawValue
        notes.append(.questionAgainstIs(graph.name(of: place), own, value.description + unit))
    }

    /// GDP目标高于财政收入目标的省, GDP目标和收入目标哪个高: the two stand side by side; which is higher is seen.
    mutating func settleVersus() throws(Diagnostic) {
        let asked = frame.said[.compares].flatMap { Self.whichOfTwo.contains(tokens[$0].text) ? $0 : nil }
        guard let at = frame.versusAt ?? asked, frame.places.count < 2, frame.years.count < 2, frame.subjects.count == 2 || frame.versusAt != nil
        else { return }
        guard frame.subjects.count == 2, frame.subjects.allSatisfy({ !$0.indicators.isEmpty }), frame.conditions.isEmpty,
            frame.superlative == nil, !frame.counts
        else { throw notUnderstood(at) }
        frame.versusAt = at
        (frame.compares, frame.comparativeAt) = (true, nil)
        if frame.years.isEmpty, frame.plans.isEmpty {
            let own = frame.hasNoun(of: ["targets"]) ? year : year - 1
            frame.years = [(own, own)]
            notes.append(.questionNoYear(own, own))
        }
        if frame.places.isEmpty, frame.level == nil { frame.level = PlaceLevel.province.rawValue }
        notes.append(.questionVersus(tokens[at].text))
    }

    private static let whichOfTwo: Set = ["哪个高", "哪个更高", "哪个大", "谁高", "谁更高", "谁大", "谁低"]

    /// A bound is of the name before it: with two names the language has no line.
    func refuseTwoBounds() throws(Diagnostic) {
        let bounds = tokens.indices.filter { number($0) != nil && $0 != frame.limitAt }
        // GDP目标超过5%的省里谁的失业率最低.
        if let at = frame.superlativeAt, frame.superlative?.ofRows == false, let bound = bounds.first, !frame.conditions.isEmpty,
            frame.subjects.contains(where: { $0.span.end <= tokens[bound].span.start }),
            frame.subjects.contains(where: { $0.span.start >= tokens[bound].span.end && $0.span.end <= tokens[at].span.start })
        {
            throw notUnderstood(at)
        }
        guard frame.conditions.count > 1, let first = bounds.first, let last = bounds.last,
            let subject = frame.subjects.dropFirst().first(where: {
                $0.span.start > tokens[first].span.end && $0.span.start < tokens[last].span.start
            }),
            let at = tokens.indices.first(where: { tokens[$0].span == subject.span })
        else { return }
        throw notUnderstood(at)
    }

    /// 2008和2009哪年赤字大: they are put in order; 高 alone says nothing.
    mutating func settleComparative() throws(Diagnostic) {
        guard let at = frame.comparativeAt else { return }
        if frame.years.count > 1, frame.dimension == "period", !frame.compares, frame.superlative == nil, frame.ranking == nil,
            frame.movedAt == nil
        {
            frame.ranking = roles(at).contains(.high)
            supposeNation()
        }
        if frame.places.count < 2, frame.years.count < 2, !frame.compares { throw notUnderstood(at) }
    }

    /// 北京和上海谁的举措多: how many there are of each.
    mutating func settleMore() {
        // 天津和重庆的举措数量: of each, unless their sum is asked for.
        if frame.counts, frame.places.count > 1, frame.each.isEmpty, frame.kind == nil,
            !tokens.contains(where: { Self.sums.contains($0.text) })
        {
            frame.apart = true
        }
        guard frame.places.count > 1, frame.superlative == nil, let noun = frame.nouns.first?.name,
            Noun.named(noun)?.type != .figure || !frame.isAbout && noun == "targets",
            // 广东比海南多几条举措.
            frame.counts && frame.compares || tokens.indices.contains(where: { at in
                ["谁多", "谁少", "哪个多"].contains(tokens[at].text)
                    || ["多", "少", "多些", "少些", "更多", "更少", "more", "fewer"].contains(tokens[at].text)
                        && previous(before: at).map { isNoun($0) || roles($0).contains(.which) || frame.said[.who] == $0 } == true
            })
        else { return }
        frame.compares = false
        (frame.counts, frame.apart, frame.each, frame.dimension, frame.mentioned, frame.asksDimension) = (
            true, true, ["place"], nil, [], false
        )
        frame.comparativeAt = nil
    }

    /// 什么时候从4%降到3%: when it changed; the two amounts are no bounds of one target.
    mutating func settleSteps() {
        let bounds = tokens.indices.filter { number($0) != nil }
        guard bounds.count == 2, frame.conditions.count == 2, frame.hasIndicators, frame.said[.when] != nil || frame.kind == "period",
            bounds[0] > 0, tokens[bounds[0] - 1].text == "从"
        else { return }
        (frame.conditions, frame.revised, frame.onset) = ([], true, nil)
        frame.unused += bounds
        supposeNation()
        if frame.places.isEmpty, frame.level == nil, let nation { suppose(nation) }
    }

    private static let sums: Set = ["一共", "总共", "共", "共有", "合计", "加起来", "一共有", "total", "altogether"]

    /// The mean and the highest at once are two questions, unless means are put in order.
    func refuseTwoOrders() throws(Diagnostic) {
        if frame.function != nil, let at = frame.superlativeAt, frame.dimension == nil, frame.each.isEmpty || frame.eachIsAll {
            throw notUnderstood(at)
        }
    }

    /// The highest of what: amounts of all kinds have no order.
    func refuseOrderOfAll() throws(Diagnostic) {
        guard let at = frame.superlativeAt, frame.superlative?.ofRows == false, !frame.isAbout, frame.aspect == nil,
            frame.conditions.isEmpty, !frame.counts, !frame.goesOn,
            frame.hasNoun(of: QuestionFrame.amounts)
        else { return }
        throw ofWhat(.questionOfWhat(tokens[at].text), at)
    }

    /// That an indicator is to be named, with one that may be meant.
    private func ofWhat(_ message: Message, _ at: Int) -> Diagnostic {
        Diagnostic(
            .unexpected, message.text, at: tokens[at].span, expected: ["GDP", "城镇新增就业"],
            suggestion: tokens.first { noun(of: $0) == "targets" }.map { question.replacing($0.span, with: "GDP" + $0.text) })
    }

    /// 目标是多少，去年完成多少: each part has its own time, and what has none is of this year.
    mutating func joinClauses() {
        guard let target = frame.nouns.first(where: { $0.name == "targets" }),
            let reached = frame.reachedAt ?? frame.nouns.first(where: { $0.name == "results" })?.at, !frame.whether
        else { return }
        let first = clause(target.at), second = clause(reached)
        let times = Set(frame.timesAt.map { clause($0) })
        guard first != second, times.contains(second) else { return }
        frame.nouns = [.init(name: "figures", text: "", at: target.at, isJoined: false)]
        guard !times.contains(first) else { return }
        frame.years.insert((year, year), at: 0)
        notes.append(.questionThisYear(target.text, year))
    }

    func clause(_ at: Int) -> Int { tokens[..<at].count { [",", ";", "。", "，", "?"].contains($0.text) } }

    /// 新增多少就业: words that are said apart may name an indicator together.
    mutating func completeNames() {
        let little = tokens.indices.filter { isFiller($0) && ["新增", "净增", "新建", "改造", "新开工", "新建改建", "改建"].contains(tokens[$0].text) }.map {
            tokens[$0].text
        }
        for index in frame.subjects.indices
        where frame.subjects[index].indicators.allSatisfy(QuestionLexer.isOnlyOfTexts(in: graph))
            || frame.subjects[index].indicators.count == 1 && !little.isEmpty
        {
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

    /// 新能源汽车产了多少辆: what is made is measured by its output, where that has a name.
    mutating func completeOutput() {
        guard frame.amount, tokens.indices.contains(where: { isFiller($0) && ["产", "产了", "生产", "生产了", "出产"].contains(tokens[$0].text) })
        else { return }
        for index in frame.subjects.indices where !frame.subjects[index].spoken.hasSuffix("产量") {
            let found = graph.names.nodes(named: frame.subjects[index].spoken + "产量").filter { $0.type == .indicator }
            if !found.isEmpty { frame.subjects[index].indicators = found }
        }
    }

    /// 赤字超过3%: what is bounded by a share is the rate of that name.
    mutating func completeRates() {
        let bounds = frame.conditions.map(\.1)
        guard !bounds.isEmpty, bounds.allSatisfy({ $0.hasSuffix("%") && $0.first?.isNumber == true }), frame.aspect == nil,
            frame.unit == nil
        else { return }
        for index in frame.subjects.indices {
            let found = graph.names.nodes(named: frame.subjects[index].spoken + "率").filter { $0.type == .indicator }
            if !found.isEmpty { frame.subjects[index].indicators = found }
        }
    }

    /// 四万亿: an amount of nothing that is named is a word of the texts.
    mutating func settleBareAmounts() throws(Diagnostic) {
        guard let at = frame.bareAmountAt, !frame.hasIndicators, frame.aspect == nil, !frame.kept, frame.unit == nil, frame.course == nil,
            frame.onset == nil,
            !frame.goesOn, !frame.hasNoun(of: QuestionFrame.amounts), frame.comparator == nil, frame.superlative == nil,
            frame.conditions.count == 1,
            let (text, _) = number(at), !("0"..."9").contains(text.last ?? "0"), !text.hasSuffix("%"), !text.hasSuffix("点")
        else { return }
        let said = tokens[at].text
        guard let words = [said, text].first(where: { isOfTexts($0) }) else {
            throw Diagnostic(.unknownValue, Message.questionUnknown(said, isAbsent: true).text, at: tokens[at].span)
        }
        frame.conditions = []
        frame.texts.append(words)
        notes.append(.questionText(words))
    }

    /// 是不是都是2%左右: all of them are shown, to be seen.
    mutating func settleUniversal() {
        guard frame.whether, !frame.conditions.isEmpty, frame.superlative == nil, !frame.counts, frame.dimension == nil, !frame.asks,
            let bound = tokens.indices.first(where: { number($0) != nil }),
            tokens.indices.contains(where: {
                $0 < bound && bound - $0 < 5 && ["都", "全都", "均", "都是", "全是", "都在", "都要"].contains(tokens[$0].text)
            })
        else { return }
        frame.conditions = []
        frame.comparesAfter = false
        frame.unused.append(bound)
    }

    /// 就业目标最高的省: of a sector the indicator that most of its rows have, since others have no order with it.
    mutating func supposeIndicator() {
        guard frame.superlative?.ofRows == false || frame.ranking != nil || frame.function != nil, !frame.hasIndicators,
            frame.subjects.count == 1, frame.texts.isEmpty, !frame.counts, !frame.goesOn, frame.saying == nil, !frame.kept
        else { return }
        var all = self
        (all.frame.superlative, all.frame.ranking, all.frame.limit, all.frame.limitAt, all.frame.function) = (nil, nil, nil, nil, nil)
        (all.frame.dimension, all.frame.asksDimension, all.frame.mentioned, all.frame.each) = (nil, false, [], [])
        let builder = QuestionLine(graph: graph, form: .english, frame: all.frame)
        guard builder.isOfFigures, let line = builder.line(),
            let counts = table("\(line) | count by indicator | sort count desc")?.rows.compactMap(\.first), !counts.isEmpty
        else { return }
        // Of as many rows, what has the word in its name: 城镇新增就业.
        let names = counts.compactMap { if case .text(let name) = $0 { name } else { nil } }
        guard let name = names.prefix(3).first(where: { $0.contains(frame.subjects[0].spoken) }) ?? names.first,
            let indicator = graph.names.node(.indicator, named: name)
        else { return }
        notes.append(.questionStandsFor(frame.subjects[0].spoken, name))
        (frame.subjects[0].indicators, frame.subjects[0].sectors) = ([indicator], [])
    }

    /// 增长目标 alone is that of the whole economy.
    mutating func supposeGrowth() {
        guard frame.aspect == "growth", !frame.isAbout, !frame.goesOn, frame.dimension != "indicator", frame.dimension != "sector",
            !frame.each.contains("indicator"), !frame.each.contains("sector"), !frame.mentioned.contains("indicator"),
            let gdp = graph.names.nodes(named: "gdp").first(where: { $0.type == .indicator })
        else { return }
        frame.subjects.append(.init(text: graph.name(of: gdp), sectors: [], indicators: [gdp], span: ByteSpan(0, 0)))
        notes.append(.questionGrowth(graph.name(of: gdp)))
    }
}
