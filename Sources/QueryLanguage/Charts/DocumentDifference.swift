import KnowledgeGraph
import Lexicon

/// Two documents beside each other: targets raised or lowered, headings renamed, measures that go on, new ones and those left out.
///
/// A target's like is of the same indicator, aspect and kind of unit, and of the document's own year in both (2025 of 2025, 2026 of
/// 2026), or of the same year or plan besides; a growth is counted over as many years. What is left over is paired by its words, and by
/// the indicator alone where another aspect or unit was chosen, before it is called new or gone; where the reading of it is unsure, that
/// is said. A plan that still runs is not gone where the next document does not repeat it. A measure's like shares about half of its
/// words with it, weighed by how few of both documents' measures have them, more where the sector is another one; each has one like at
/// most, the nearest first.
struct DocumentDifference {
    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool
    private(set) var notes: [Message] = []
    private var rows: [[Cell]] = []
    private var nodes: [NodeID?] = []

    private enum Change: String, CaseIterable {
        case raised, lowered, reworded, same, new, gone, standing, renamed, kept
        case newUnsure = "new?", goneUnsure = "gone?"

        var name: Message {
            switch self {
            case .raised: Message("raised", "调高")
            case .lowered: Message("lowered", "调低")
            case .reworded: Message("reworded", "改了提法")
            case .same: Message("same", "相同")
            case .new: Message("new", "新增")
            case .gone: Message("gone", "不再提出")
            case .newUnsure: Message("new?", "新增？")
            case .standing: Message("not repeated", "未重提")
            case .goneUnsure: Message("gone?", "不再提出？")
            case .renamed: Message("renamed", "改名")
            case .kept: Message("continues", "延续")
            }
        }
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    mutating func table(from old: Int, to new: Int) throws(Diagnostic) -> Table {
        try targets(old, new)
        try pairs(.goal, goals(of: old), goals(of: new))
        try pairs(.measure, statements(.measure, of: old), statements(.measure, of: new))
        var often: [String: [Change: Int]] = [:]
        for row in rows {
            if case .term(let kind) = row[0], case .term(let term) = row[1], let change = Change(rawValue: term.code) {
                often[kind.code, default: [:]][change, default: 0] += 1
            }
        }
        for kind in Kind.allCases {
            guard let counts = often[kind.rawValue] else { continue }
            let told = Change.allCases.filter { counts[$0] != nil }
            notes.append(
                Message(
                    "\(kind.name.english): " + told.map { "\(counts[$0] ?? 0) \($0.name.english)" }.joined(separator: ", "),
                    "\(kind.name.chinese)：" + told.map { "\($0.name.chinese)\(counts[$0] ?? 0)" }.joined(separator: "，")))
        }
        func name(_ document: Int) -> String { graph.strings[graph.documents.name[document]] }
        return Table(
            columns: [
                Column(key: "kind", chinese: "类型"), Column(key: "change", chinese: "变化"), Column(key: "what", chinese: "事项", shrink: 1),
                Column(key: "before", chinese: name(old), shrink: 2), Column(key: "after", chinese: name(new), shrink: 2),
                Column(key: "from", chinese: "原编号", shrink: 4), Column(key: "id", chinese: "编号", shrink: 4),
            ], rows: rows, nodes: nodes)
    }

    private enum Kind: String, CaseIterable {
        case target, goal, measure

        var name: Message {
            switch self {
            case .target: Message("targets", "目标")
            case .goal: Message("headings", "任务")
            case .measure: Message("measures", "举措")
            }
        }
        var one: Message {
            switch self {
            case .target: Message("target", "目标")
            case .goal: Message("heading", "任务")
            case .measure: Message("measure", "举措")
            }
        }
    }

    private mutating func add(_ kind: Kind, _ change: Change, _ what: String, _ before: (String, NodeID)?, _ after: (String, NodeID)?) {
        rows.append([
            .term(Term(kind.rawValue, kind.one)), .term(Term(change.rawValue, change.name)), .text(what), .text(before?.0), .text(after?.0),
            .text(before.map { graph.identifier(of: $0.1) }), .text(after.map { graph.identifier(of: $0.1) }),
        ])
        nodes.append(after?.1 ?? before?.1)
    }

    // MARK: targets

    private struct Key: Hashable {
        var indicator: UInt32
        var aspect: UInt8
        var base: UInt16
        /// 0 for the document's own year; other years and plans as they are. Of a growth the first of the years that it goes over.
        var start: Int
        var end: Int
        /// Of a name that may be of anything (中央财政安排资金, 税率) the row and one: it is like no other.
        var lone = 0
    }

    private mutating func targets(_ old: Int, _ new: Int) throws(Diagnostic) {
        let (before, after) = (try targets(of: old), try targets(of: new))
        let documents = graph.indicators.documents
        func order(_ key: Key) -> (Int, UInt32, UInt8, Int, Int, Int) {
            (-Int(documents[Int(key.indicator)]), key.indicator, key.aspect, key.end, before[key] ?? .max, after[key] ?? .max)
        }
        let like = likes(before.filter { after[$0.key] == nil }, after.filter { before[$0.key] == nil })
        let paired = Set(like.values)
        for key in Set(before.keys).union(after.keys).sorted(by: { order($0) < order($1) }) where !paired.contains(key) {
            var what = graph.name(of: NodeID(.indicator, Int(key.indicator)))
            if let other = like[key], other.indicator != key.indicator {
                what += " → " + graph.name(of: NodeID(.indicator, Int(other.indicator)))
            }
            func side(_ row: Int?) -> (String, NodeID)? {
                row.map { row in
                    let period = graph.figures.statement.period[row]
                    let years =
                        period == .max || graph.periods.period[Int(period)].isYear ? "" : " " + graph.periods.period[Int(period)].years
                    return (graph.quantity(row).description + years, NodeID(.figure, row))
                }
            }
            let (a, b) = (before[key], after[like[key] ?? key])
            let change: Change
            if let other = like[key], other.aspect != key.aspect {
                change = .reworded
            } else if let a, let b {
                switch Changes.change(from: a, to: b, in: graph) {
                case .raised?: change = .raised
                case .lowered?: change = .lowered
                case nil: change = .same
                default: change = .reworded
                }
            } else if let a, isStanding(a, at: new) {
                change = .standing
            } else {
                let isSure = key.lone == 0 && ((a ?? b).map { graph.figures.confidence[$0] >= Self.sure } ?? true)
                change = a == nil ? (isSure ? .new : .newUnsure) : isSure ? .gone : .goneUnsure
            }
            add(.target, change, what, side(a), side(b))
        }
    }

    /// Readings that are less likely right than this, in percent, are not called new or gone without saying so.
    private static let sure: UInt8 = 70

    /// Whether a target's plan or year still lies ahead when its issuer's next document is given.
    private func isStanding(_ target: Int, at later: Int) -> Bool {
        let statements = graph.figures.statement, documents = graph.documents, document = Int(statements.document[target])
        let (year, now) = (documents.year[document], documents.year[later])
        guard year != .max, now != .max, documents.place[document] == documents.place[later], statements.period[target] != .max else {
            return false
        }
        let next = graph.periods.period[Int(now)].end
        return next > graph.periods.period[Int(year)].end && graph.periods.period[Int(statements.period[target])].end >= next
    }

    /// The nearest like of what one side alone has: the same indicator in another aspect or unit, or a name of nearly the same words.
    private func likes(_ old: [Key: Int], _ new: [Key: Int]) -> [Key: Key] {
        var found: [(likeness: Double, old: Key, new: Key)] = []
        let matching = ResultMatching(graph, isCancelled: isCancelled)
        func words(_ row: Int) -> SharedWords {
            SharedWords(
                matching.purpose(row) ?? graph.strings[graph.figures.wording[row]] + " "
                    + graph.name(of: NodeID(.indicator, Int(graph.figures.indicator[row]))))
        }
        let theirs = new.mapValues(words)
        for (key, row) in old where key.lone == 0 {
            let own = words(row)
            for (other, others) in theirs where other.start == key.start && other.end == key.end {
                guard key.lone == 0, other.lone == 0, let row = old[key], let theirRow = new[other] else { continue }
                let isComparable = key.aspect == other.aspect && Changes.areComparable(row, theirRow, graph)
                if key.indicator == other.indicator {
                    found.append((isComparable ? 3 : 2, key, other))
                } else if isComparable {
                    guard matching.purpose(row) != nil || !areTwoThings(row, theirRow) else { continue }
                    let likeness = haveSameLetters(row, theirRow) ? 1 : own.likeness(to: others)
                    let least = haveSameField(row, theirRow) ? Self.alike : Self.namesAlikeAcrossFields
                    if likeness >= least { found.append((likeness, key, other)) }
                }
            }
        }
        var pairs: [Key: Key] = [:], taken: Set<Key> = []
        func order(_ key: Key) -> [Int] { [Int(key.indicator), Int(key.aspect), Int(key.base), key.end, key.start] }
        let sorted = found.sorted { a, b in
            a.likeness == b.likeness
                ? (order(a.old) + order(a.new)).lexicographicallyPrecedes(order(b.old) + order(b.new)) : a.likeness > b.likeness
        }
        for pair in sorted where pairs[pair.old] == nil && !taken.contains(pair.new) {
            pairs[pair.old] = pair.new
            taken.insert(pair.new)
        }
        return pairs
    }

    /// Two indicators that are both known (工业总产值, 工农业总产值), or a thing and the sum of it and another (凉亭, 凉亭和廊桥). What grows
    /// by one rate in a list (凉亭、廊桥) grows so in each.
    private func areTwoThings(_ a: Int, _ b: Int) -> Bool {
        let figures = graph.figures
        if [a, b].allSatisfy({ graph.indicators.english[Int(figures.indicator[$0])] != StringTable.none }) { return true }
        let joins = figures.aspect[a] == Aspect.level.code ? "、和及与" : "和及与"
        let things = [a, b].map { graph.strings[figures.wording[$0]].count { joins.contains($0) } }
        return things[0] != things[1]
    }

    /// What is paid is of finance here and of what it is paid for there.
    private func haveSameField(_ a: Int, _ b: Int) -> Bool {
        let bearing = Bearing(graph), tops = [a, b].map { bearing.top(graph.figures.statement.sector[$0]) }
        return tops[0] == tops[1] || tops.contains { $0 != .max && graph.identifier(of: NodeID(.sector, Int($0))) == "finance" }
    }

    /// 代地方发债 and 代发地方债: the same characters in another order.
    private func haveSameLetters(_ a: Int, _ b: Int) -> Bool {
        let names = [a, b].map { graph.strings[graph.figures.wording[$0]].sorted() }
        return names[0].count > 3 && names[0] == names[1]
    }

    /// Of each thing the figure that speaks of the place as a whole, the first.
    private func targets(of document: Int) throws(Diagnostic) -> [Key: Int] {
        let figures = graph.figures, statements = figures.statement
        let year = graph.documents.year[document] == .max ? 0 : Int(graph.periods.period[Int(graph.documents.year[document])].end)
        let matching = ResultMatching(graph, isCancelled: isCancelled)
        var found: [Key: (rank: Int, row: Int)] = [:]
        for row in try Promises(graph, isCancelled: isCancelled).once(Array(graph.documents.figures.rows(at: document))).map({ Int($0) })
        where figures.kind[row] == FigureKind.target.code && statements.period[row] != .max && FigureBasis(graph, row).isWholeOfIts {
            let period = graph.periods.period[Int(statements.period[row])], isOwn = period.isYear && Int(period.end) == year
            let start = figures.aspect[row] == Aspect.growth.code ? FigureBasis(graph, row).years.lowerBound : Int(period.start)
            let key = Key(
                indicator: figures.indicator[row], aspect: figures.aspect[row],
                base: figures.unit[row] == .max ? .max : graph.units.base[Int(figures.unit[row])], start: isOwn ? start - year : start,
                end: isOwn ? 0 : Int(period.end), lone: matching.namesOneThing(row) ? 0 : row + 1)
            let rank = FigureScope(graph, row).isWhole ? 0 : 1
            if let known = found[key], known.rank <= rank { continue }
            found[key] = (rank, row)
        }
        return found.mapValues(\.row)
    }

    // MARK: headings and measures

    private func goals(of document: Int) -> [NodeID] {
        (0..<graph.goals.count).filter { Int(graph.goals.document[$0]) == document && graph.goals.looksForward[$0] }.map {
            NodeID(.goal, $0)
        }
    }

    private func statements(_ type: NodeType, of document: Int) -> [NodeID] {
        let columns = graph.measures.statement
        return (Int(graph.documents.measures[document])..<Int(graph.documents.measures[document + 1])).filter { row in
            columns.goal[row] == noNode || graph.goals.looksForward[Int(columns.goal[row])]
        }.map { NodeID(type, $0) }
    }

    /// How alike two texts must be: half of the pairs of both (the coefficient of Dice 1945).
    static let alike = 0.5
    /// The same, where rare words weigh more; and at least this where half of the bare pairs are the same. Set on pairs of national and of
    /// provincial reports that were read.
    private static let alikeByWeight = 0.48, leastByWeight = 0.44
    /// Of names of indicators of two fields: 渔业经济总产值 and 低空经济总产值 are not one.
    private static let namesAlikeAcrossFields = 0.7
    /// Between sectors more is asked for, and that more than a word or two is shared (提高质量).
    private static let alikeAcrossSectors = 0.6, pairsAcrossSectors = 3

    private mutating func pairs(_ kind: Kind, _ old: [NodeID], _ new: [NodeID]) throws(Diagnostic) {
        func sector(_ node: NodeID) -> UInt16 { node.type == .measure ? graph.measures.statement.sector[Int(node.index)] : 0 }
        var byName: [String: [Int]] = [:]
        for (place, node) in old.enumerated() { byName[graph.name(of: node), default: []].append(place) }
        var found: [(likeness: Double, old: Int, new: Int)] = []
        // As they are written, and with one word for what is the same: short words have fewer pairs, which the others must not lose by.
        for names in [(old + new).map { graph.name(of: $0) }, (old + new).map { SameWords.unified(graph.name(of: $0)) }] {
            let words = names.map { SharedWords($0) }, weights = WordWeights(words)
            let before = Array(words[..<old.count]), postings = WordPostings(before.map { weights.weighed($0) }, weights)
            for (place, node) in new.enumerated() {
                if place & 15 == 0, isCancelled() { throw .cancelled }
                let own = words[old.count + place]
                for other in byName[graph.name(of: node)] ?? []
                where sector(old[other]) == sector(node) || own.count >= Self.pairsAcrossSectors {
                    found.append((2, other, place))
                }
                for (other, common, likeness) in postings.alike(weights.weighed(own)) {
                    if sector(old[other]) == sector(node) {
                        guard
                            likeness >= Self.alikeByWeight
                                || likeness >= Self.leastByWeight && own.likeness(to: before[other]) >= Self.alike
                        else { continue }
                        // Of equals the one of the same sector.
                        found.append((likeness + 0.1, other, place))
                    } else if likeness >= Self.alikeAcrossSectors, common >= Self.pairsAcrossSectors {
                        found.append((likeness, other, place))
                    }
                }
            }
        }
        var likeOfOld: [Int: Int] = [:], likeOfNew: [Int: Int] = [:]
        for pair in found.sorted(by: { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) })
        where likeOfOld[pair.old] == nil && likeOfNew[pair.new] == nil {
            (likeOfOld[pair.old], likeOfNew[pair.new]) = (pair.new, pair.old)
        }
        func text(_ node: NodeID) -> (String, NodeID) { (graph.name(of: node), node) }
        func what(_ node: NodeID) -> String {
            node.type == .measure ? graph.sectorName(graph.measures.statement.sector[Int(node.index)]) ?? "" : ""
        }
        for (place, node) in new.enumerated() {
            guard let other = likeOfNew[place] else {
                add(kind, .new, what(node), nil, text(node))
                continue
            }
            let same = graph.name(of: old[other]) == graph.name(of: node)
            add(kind, kind == .measure ? .kept : same ? .same : .renamed, what(node), text(old[other]), text(node))
        }
        for (place, node) in old.enumerated() where likeOfOld[place] == nil { add(kind, .gone, what(node), text(node), nil) }
    }
}

extension SharedWords {
    /// From 0 to 1: twice the pairs in common by the pairs of both.
    func likeness(to other: SharedWords) -> Double {
        let all = count + other.count
        return all == 0 ? 0 : 2 * Double(common(with: other)) / Double(all)
    }
}
