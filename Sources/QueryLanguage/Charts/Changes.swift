import KnowledgeGraph
import Lexicon

/// What became of a target from year to year, in words: raised, lowered, put in other words, not found, found again.
struct Changes {
    private(set) var table: Table

    /// A change that a row tells of.
    enum Change: String {
        case first, raised, lowered, reworded, dropped, resumed

        var name: Message {
            switch self {
            case .first: Message("first set", "首次提出")
            case .raised: Message("raised", "调高")
            case .lowered: Message("lowered", "调低")
            case .reworded: Message("reworded", "改了提法")
            case .dropped: Message("not found", "未见")
            case .resumed: Message("found again", "再次提出")
            }
        }
    }

    init(_ trend: Trend, _ graph: Graph, isCancelled: @escaping () -> Bool) throws(Diagnostic) {
        var rows: [[Cell]] = [], nodes: [NodeID?] = []
        let severalPlaces = Set(trend.entries.map(\.place)).count > 1, severalIndicators = Set(trend.entries.map(\.indicator)).count > 1
        func add(_ entry: Trend.Entry, _ year: Int, _ change: Change, _ words: String, _ node: NodeID?) {
            var row: [Cell] = [.period(Period(year))]
            if severalPlaces { row.append(.text(entry.placeName)) }
            if severalIndicators { row.append(.text(graph.name(of: NodeID(.indicator, Int(entry.indicator))))) }
            row += [.term(Term(change.rawValue, change.name)), .text(words), .text(node.map { graph.identifier(of: $0) })]
            rows.append(row)
            nodes.append(node)
        }
        for series in trend.series.until(isCancelled, every: 16) {
            var before: Trend.Entry?, wasDropped = false
            for year in (series.first?.year ?? 0)...max(series.first?.year ?? 0, trend.lastYear(of: series)) {
                guard let entry = series.first(where: { $0.year == year && $0.target != nil }), let target = entry.target else {
                    // Only where the place has a document for the year is it left out.
                    if let last = before, !wasDropped, trend.plans(series, year) {
                        add(last, year, .dropped, Message("after \(last.year)", "\(last.year)年之后").text, nil)
                        wasDropped = true
                    }
                    continue
                }
                let quantity = graph.quantity(target), node = NodeID(.figure, target)
                defer { (before, wasDropped) = (entry, false) }
                guard let last = before, let earlier = last.target else {
                    add(entry, year, .first, quantity.description, node)
                    continue
                }
                let old = graph.quantity(earlier), words = "\(old) → \(quantity)"
                if wasDropped {
                    add(entry, year, .resumed, words, node)
                } else if let change = Self.change(from: earlier, to: target, in: graph) {
                    add(entry, year, change, words, node)
                }
            }
        }
        try stopIfCancelled(isCancelled)
        var keys = ["period", "change", "words", "id"]
        if severalIndicators { keys.insert("indicator", at: 1) }
        if severalPlaces { keys.insert("place", at: 1) }
        let chinese = ["change": "变化", "words": "由何到何"]
        table = Table(
            columns: keys.map {
                Column(key: $0, chinese: chinese[$0] ?? KeyWord.named($0)?.chinese.first ?? $0, shrink: $0 == "words" ? 1 : 0)
            },
            rows: rows, nodes: nodes)
    }

    /// The same for two figures, whose units may differ (亿斤, 万吨); what cannot be compared is put in other words.
    static func change(from old: Int, to new: Int, in graph: Graph) -> Change? {
        guard areComparable(old, new, graph) else { return .reworded }
        var before = graph.quantity(old)
        let after = graph.quantity(new)
        if let own = graph.measure(old), let theirs = graph.measure(new), own != theirs, own.compares(with: theirs) {
            before.value = before.value.map { own.convert($0, to: theirs) }
            before.high = before.high.map { own.convert($0, to: theirs) }
            before.unit = after.unit
        }
        return change(before, after)
    }

    /// Whether both are of one measure; 元 and 元/人 of one indicator are, since its name says of whom.
    static func areComparable(_ a: Int, _ b: Int, _ graph: Graph) -> Bool {
        guard let own = graph.measure(a), let theirs = graph.measure(b) else { return graph.measure(a) == graph.measure(b) }
        if own.compares(with: theirs) { return true }
        let bases = [own.base, theirs.base].map { $0.split(separator: "/", omittingEmptySubsequences: false) }
        return bases[0].first == bases[1].first && bases.contains { $0.count == 1 }
    }

    /// Nil where both say the same. Of ranges the middle counts, but against a lower bound (6%以上) the lower end.
    static func change(_ old: Quantity, _ new: Quantity) -> Change? {
        let isBound = [old, new].contains { $0.comparator == .atLeast || $0.comparator == .moreThan }
        func middle(_ quantity: Quantity) -> Double? {
            guard let value = quantity.value else { return nil }
            let power = UnitScale(quantity.unit ?? "").power
            let low = value.scaled(byPowerOfTen: power).double
            return isBound ? low : quantity.high.map { (low + $0.scaled(byPowerOfTen: power).double) / 2 } ?? low
        }
        if let a = middle(old), let b = middle(new), abs(a - b) > 1e-9 * max(abs(a), abs(b)) {
            // Of falls the size counts: from 2% to 3% less is more to do.
            let isFall = a < 0 && b < 0 && old.aspect != .level && new.aspect != .level
            return (isFall ? b < a : b > a) ? .raised : .lowered
        }
        return old.comparator == new.comparator && old.high == new.high ? nil : .reworded
    }
}

extension StageWord {
    static let changes = StageWord(
        description: Description(
            "changes", ["变化", "沿革"], usage: "| changes",
            summary: Message(
                "In which years the target was raised, lowered, put in other words, left out not found or found again.",
                "目标在哪些年调高、调低、改了提法、未见或再次提出。"),
            details: Verb.changes.description.details, examples: ["targets 地区生产总值 | changes"])
    ) { _, _ in .changes }
}

extension Verb {
    static let changes = Verb(
        description: Description(
            "changes", ["变化", "沿革"], usage: "changes INDICATOR [terms] [| stage]…",
            summary: Message(
                "How a target changed over the years, in words; the same as `figures … | changes`.", "一项目标历年的变化，用文字说明；同`数据 … | 变化`。"),
            details: [
                Message(
                    "reworded: the number is the same, but not its bound, as when 左右 became 以上. not found: the place has a document with targets for the year, but none was read for this.",
                    "改了提法：数没有变，界限变了，如“左右”改为“以上”。未见：该地区当年的文档有目标，但没有读到这一项。"),
                Message("Years in which nothing changed are not listed; the id is that of the new target.", "没有变化的年份不列出；编号是新目标的编号。"),
            ],
            examples: ["changes 地区生产总值", "changes 居民消费价格 place:全国", "变化 城镇新增就业 地区:全国"])
    ) { parser throws(Diagnostic) in
        let word = parser.previous
        var query = try parser.query(Word("figures", at: word.span))
        guard !query.terms.isEmpty else { throw parser.missing(.term, after: word) }
        query.stages.insert(.changes, at: 0)
        return .query(query)
    }
}
