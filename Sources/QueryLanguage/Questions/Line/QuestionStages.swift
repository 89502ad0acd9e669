import Documents
import KnowledgeGraph
import Lexicon

/// The stages behind the terms: order, groups, numbers of rows.
extension QuestionLine {
    /// Where values are put in order, growth and amounts cannot stand in one row: what most figures of the indicator are.
    func aspect(_ noun: Noun) -> String? {
        if let aspect = frame.aspect { return aspect }
        guard frame.superlative != nil, frame.conditions.isEmpty else { return nil }
        // 产量最高: how much it is, not how it grows.
        let isOfOutput = frame.subjects.contains { subject in ["产量", "人次", "人数", "总额"].contains { subject.spoken.hasSuffix($0) } }
        let rows = frame.subjects.flatMap(\.indicators).flatMap { Array(graph.figures.ofIndicator[Int($0.index)]) }
        var counts: [UInt8: Int] = [:]
        for row in rows where noun.kinds.contains(where: { $0.code == graph.figures.kind[Int(row)] }) {
            counts[graph.figures.aspect[Int(row)], default: 0] += 1
        }
        if isOfOutput, counts.count > 1, counts[Aspect.level.code] != nil { return Aspect.level.rawValue }
        guard counts.count > 1, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        return Aspect(code: most.key)?.rawValue
    }

    /// 各省短板在哪些领域: what is asked for parts the rows where all of the others are meant.
    var grouping: String? { (frame.eachIsAll && frame.asksDimension ? frame.dimension : nil) ?? frame.each.first ?? frame.dimension }

    /// The stages behind the terms.
    func ends(_ noun: Noun) -> [String] {
        if let saying = frame.saying { return ends(of: saying, noun) }
        if let onset = frame.onset { return [sort("period", onset == .latest), "\(stage(.take)) \(frame.limit ?? 3)"] }
        if let given, let order = given.order { return (frame.superlative.map { [sort(order, $0.descending)] } ?? []) + take() }
        if given != nil, noun.type == .figure, frame.trend || frame.compares { return [stage(frame.trend ? .trend : .compare)] }
        if let function = functionEnds(noun) { return function }
        // 历年提出的目标数量: how many of each year.
        if frame.trend, frame.counts, frame.superlative == nil, frame.each.isEmpty, noun.type == .figure || isOfDeeds(noun) {
            return [count(by: ["period"]), sort("period", false)]
        }
        if frame.trend, frame.superlative == nil, noun.type == .figure || isOfDeeds(noun) && frame.each.isEmpty && frame.kind == nil {
            return [sort("period", false)]
        }
        if frame.trend, noun.name == Noun.sentences.name, frame.superlative == nil, frame.each.isEmpty, frame.dimension == nil,
            !frame.counts
        {
            return [sort("year", false)]
        }
        if noun.type != .figure, !Self.statements.contains(noun.name), given == nil {
            // Of places and the like: what there is most of.
            if let superlative = frame.superlative {
                return [sort(frame.nouns.last.map(\.name) ?? "targets", superlative.descending)] + take()
            }
            return frame.counts || frame.amount ? [stage(.count)] : []
        }
        if frame.countsDimension, let dimension = frame.dimension, isPossible(dimension, noun),
            let noun = Noun.stage(dimension == "period" ? "years" : dimension)
        {
            return [word(noun.description), stage(.count)]
        }
        if let superlative = frame.superlative { return ends(of: superlative, noun) }
        return groups(noun)
    }

    private func isOfDeeds(_ noun: Noun) -> Bool { noun.type == .measure || noun.type == .problem }

    func sort(_ key: String, _ down: Bool) -> String {
        "\(stage(.sort)) \(self.key(key))" + (down ? form == .english ? " desc" : " 降" : "")
    }
    private func take() -> [String] { frame.limit.map { ["\(stage(.take)) \($0)"] } ?? [] }
    /// 就业目标最少的省: how many targets there are, not how high they are.
    var ordersCounts: Bool {
        frame.superlative?.ofRows == true && isOfFigures && frame.hasSectors && !frame.hasIndicators && !frame.counts && frame.kind != nil
    }

    private func next() -> [String] { frame.nth.map { ["\(stage(.skip)) \($0 - 1)"] } ?? [] }
    private func count(by keys: [String]) -> String { "\(stage(.count)) \(stage(.by)) " + keys.map { key($0) }.joined(separator: " ") }
    private func isPossible(_ key: String, _ noun: Noun) -> Bool { Property.named(key, of: noun.type) != nil }

    /// Of sentences: when first, how often, where most.
    private func ends(of saying: QuestionFrame.Saying, _ noun: Noun) -> [String] {
        switch saying {
        case .first, .latest: return [sort("year", saying == .latest), "\(stage(.take)) \(frame.limit ?? 3)"]
        case .years:
            return frame.countsDimension ? ["\(word(Noun.years.description))", stage(.count)] : [count(by: ["year"]), sort("year", false)]
        case .often: return frame.each.first { isPossible($0, noun) }.map { [count(by: [$0])] } ?? [stage(.count)]
        case .most:
            let dimension = frame.kind ?? (frame.hasNoun(of: ["documents"]) ? "document" : "place")
            return [count(by: [dimension == "period" ? "year" : dimension]), sort("count", true)]
                + (frame.limit.map { ["\(stage(.take)) \(max($0, 5))"] } ?? [])
        case .never: return frame.counts || frame.amount ? [stage(.count)] : []
        }
    }

    /// 平均, 合计.
    private func functionEnds(_ noun: Noun) -> [String]? {
        guard let function = frame.function, noun.type == .figure, let word = StageWord.named(function) else { return nil }
        let keys = frame.eachIsAll ? [] : frame.each.filter { isPossible($0, noun) }
        // 平均目标最高的领域.
        if let superlative = frame.superlative, let dimension = keys.first ?? frame.dimension, isPossible(dimension, noun) {
            return ["\(stage(word)) \(key("value")) \(stage(.by)) \(key(dimension))", sort(function, superlative.descending)] + take()
        }
        return ["\(stage(word)) \(key("value"))" + (keys.isEmpty ? "" : " \(stage(.by)) " + keys.map { key($0) }.joined(separator: " "))]
    }

    /// 最高, 最多.
    private func ends(of superlative: QuestionFrame.Superlative, _ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure, values = [sort("value", superlative.descending)] + next() + take()
        let isOfRows = !isFigure || frame.counts || superlative.ofRows && !frame.hasIndicators && given == nil
        guard isOfRows else { return values }
        // 各省短板最多的领域: of all of them.
        let places = frame.places.count > 1 ? "place" : nil
        guard let dimension = (frame.eachIsAll ? frame.dimension : nil) ?? frame.each.first ?? frame.dimension ?? places,
            isPossible(dimension, noun)
        else {
            return isFigure ? values : given == nil && !frame.isTop ? [] : take()
        }
        return [count(by: [dimension]), sort("count", superlative.descending)] + take()
    }

    /// 各领域, 哪些省: rows by kinds, or how many there are.
    private func groups(_ noun: Noun) -> [String] {
        let isFigure = noun.type == .figure
        let keys = (frame.eachIsAll && grouping == frame.dimension ? [frame.dimension].compactMap(\.self) : frame.each).filter {
            isPossible($0, noun)
        }
        // 各省的举措 are all of them, not how many.
        let lists =
            frame.eachIsAll && keys == ["place"] && !frame.counts && !frame.amount
            && (!frame.asks || frame.asksWhat && noun.name == Noun.sentences.name || frame.nouns.contains(where: \.isAsked)) && !frame.apart
        if !frame.each.isEmpty, !keys.isEmpty,
            !isFigure && !lists || frame.counts || (keys != ["place"] && keys != ["period"]) || given != nil
        {
            return [count(by: keys)]
        }
        if let dimension = frame.dimension, frame.asksDimension || frame.counts, isPossible(dimension, noun), frame.each.isEmpty {
            if frame.counts { return [count(by: [dimension])] }
            if !isFigure || dimension == "indicator" || dimension == "sector" { return [count(by: [dimension]), sort("count", true)] }
        }
        if frame.apart, frame.counts, frame.places.count > 1 { return [count(by: ["place"])] }
        let isOnlyAmount = !isFigure && noun.name != Noun.sentences.name || isFigure && !frame.isAbout && frame.conditions.isEmpty
        if frame.counts || frame.amount && isOnlyAmount { return [stage(.count)] }
        return frame.isTop ? take() : []
    }
}
