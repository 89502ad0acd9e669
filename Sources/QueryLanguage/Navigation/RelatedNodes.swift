import KnowledgeGraph
import Lexicon

/// Measures and figures that bear on the same thing as a node, each with the reason.
struct Related {
    let graph: Graph
    let isCancelled: @Sendable () -> Bool
    static let limit = 20

    private struct Candidate {
        var score = 0.0
        var reasons: [ServingMeasures.Reason] = []

        mutating func add(_ weight: Double, _ reason: ServingMeasures.Reason) {
            score += weight
            if !reasons.contains(reason) { reasons.append(reason) }
        }

        /// That both only stand under one heading is said where nothing else is.
        var text: String {
            let own = reasons.filter { $0.relation != .generalHeading }
            return (own.isEmpty ? reasons : own).map(\.text).joined(separator: Message("; ", "；").text)
        }
    }

    /// The nearest, and what was folded: of figures that have only the indicator in common some stand for all.
    func table(for node: NodeID) throws(Diagnostic) -> (table: Table, notes: [Message]) {
        var found: [NodeID: Candidate] = [:]
        func add(_ other: NodeID, _ weight: Double, _ relation: Relation, _ detail: String = "") {
            guard other != node else { return }
            found[other, default: Candidate()].add(weight, ServingMeasures.Reason(relation: relation, words: detail))
        }
        let isTarget = node.type == .figure && graph.figures.kind[Int(node.index)] == FigureKind.target.code
        /// What serves a target is of its place and time.
        func nearness(_ other: NodeID) -> Double {
            guard isTarget, let statements = graph.statements(of: other.type) else { return 1 }
            let targets = graph.figures.statement, row = Int(node.index), at = Int(other.index)
            guard statements.place[at] == targets.place[row], statements.period[at] != .max, targets.period[row] != .max else { return 0.4 }
            return graph.periods.period[Int(statements.period[at])].overlaps(graph.periods.period[Int(targets.period[row])]) ? 1 : 0.4
        }
        /// A measure of another place and of years long gone says little of how a target is to be reached.
        func isFar(_ other: NodeID) -> Bool {
            guard isTarget, let statements = graph.statements(of: other.type) else { return false }
            let targets = graph.figures.statement, at = Int(other.index), row = Int(node.index)
            guard statements.place[at] != targets.place[row], statements.period[at] != .max, targets.period[row] != .max else {
                return false
            }
            let theirs = graph.periods.period[Int(statements.period[at])], own = graph.periods.period[Int(targets.period[row])]
            return Int(theirs.end) < Int(own.start) - Self.yearsApart || Int(own.end) < Int(theirs.start) - Self.yearsApart
        }
        /// From 1 on: how far two figures lie apart in time.
        func years(from other: UInt32) -> Double {
            let periods = graph.figures.statement.period, own = periods[Int(node.index)], theirs = periods[Int(other)]
            guard own != .max, theirs != .max else { return 100 }
            return 1 + abs(Double(graph.periods.period[Int(own)].end) - Double(graph.periods.period[Int(theirs)].end))
        }
        if let statements = graph.statements(of: node.type) {
            let row = Int(node.index), goal = statements.goal[row]
            if goal != noNode {
                // Of a target the measures below that serve it are told by their evidence; others under its heading come last.
                // A heading over a few says more than one over a hundred, and of those the nearest in words come first.
                let measures = graph.measures.statement.ofGoal[goal], figures = graph.figures.statement.ofGoal[goal]
                let weight = 1 + 2 * min(1, 8 / Double(max(1, measures.count + figures.count)))
                var bearing = Bearing(graph)
                let own = SharedWords(graph.name(of: node) + "，" + graph.words(of: node))
                for other in measures.map({ NodeID(.measure, Int($0)) }) + figures.map({ NodeID(.figure, Int($0)) }) {
                    let sector = graph.statements(of: other.type)?.sector[Int(other.index)] ?? .max
                    let (target, measure) = node.type == .figure ? (statements.sector[row], sector) : (sector, statements.sector[row])
                    let isBound = other.type == node.type ? !bearing.isGeneral(goal) : bearing.binds(goal, target: target, measure: measure)
                    let likeness = own.likeness(to: SharedWords(graph.name(of: other) + "，" + graph.words(of: other)))
                    // What one heading gathers of many fields has little else in common.
                    let relation = bearing.areKin(target, measure) ? Relation.sameGoal : .generalHeading
                    if isTarget, other.type == .measure {
                        if !bearing.isGeneral(goal) { add(other, 0.2 + 0.5 * likeness, relation) }
                    } else {
                        add(
                            other, isBound && relation == .sameGoal ? weight + 2 * likeness : 0.3 + likeness,
                            isBound ? relation : .generalHeading)
                    }
                }
            }
            if node.type == .figure {
                let indicator = graph.figures.indicator[row]
                for other in graph.figures.ofIndicator[indicator].until(isCancelled) {
                    // The same place's other years say more than another place's; of a target the measures say most.
                    let here = statements.place[Int(other)] == statements.place[row]
                    add(
                        NodeID(.figure, Int(other)), (isTarget ? here ? 1.2 : 1 : here ? 2.5 : 2) + 0.1 / years(from: other),
                        .sharesIndicator)
                }
                var serving = ServingMeasures(graph)
                for served in serving.measures(serving: row) {
                    for (place, reason) in served.reasons.enumerated() {
                        add(NodeID(.measure, served.measure), place == 0 ? 1 + served.score : 0, reason.relation, reason.words)
                    }
                }
                for other in try measures(naming: Int(indicator)) where !isTarget || nearness(other) < 1 {
                    // What names the very thing bears on it, wherever and whenever.
                    add(other, isFar(other) ? 0.8 : 2 * max(0.7, nearness(other)), .namesIndicator)
                }
                // What later documents report of it, or what it reports on.
                var matching = ResultMatching(graph, isCancelled: isCancelled)
                for other in matching.results(answering: row) { add(NodeID(.figure, Int(other)), 2, .answers) }
                for other in matching.targets(answeredBy: row) { add(NodeID(.figure, Int(other)), 2, .answeredBy) }
            }
            for (other, isSame) in isTarget ? [] : sameSectorPlaceAndTime(node, statements) {
                add(other, isSame ? 2.2 : 1.5, isSame ? .sameSector : .servingSector)
            }
            for (other, relation) in try quotations(node, statements) { add(other, 2.5, relation) }
            // Last, for of the very many that have nothing else in common with it only the best can be among the nearest.
            var likely: [(other: NodeID, weight: Double)] = []
            let own = words(telling: node)
            for (index, (other, share)) in try sameSector(node, own, statements.sector[row]).enumerated() {
                if index & 63 == 0 { try stopIfCancelled(isCancelled) }
                let near = nearness(other), weight = (1 + share) * near
                if isTarget, near == 1 { continue }
                if found[other] != nil {
                    add(other, weight, .sameSectorAndWords, Self.longestCommon(own, graph.words(of: other)))
                } else if likely.count < Self.limit || weight > likely[likely.count - 1].weight {
                    let place = likely.firstIndex { $0.weight < weight } ?? likely.count
                    likely.insert((other, weight), at: place)
                    if likely.count > Self.limit { likely.removeLast() }
                }
            }
            for (other, weight) in likely { add(other, weight, .sameSectorAndWords, Self.longestCommon(own, graph.words(of: other))) }
        } else if node.type == .indicator {
            for other in graph.figures.ofIndicator[node.index].until(isCancelled) { add(NodeID(.figure, Int(other)), 2, .sharesIndicator) }
            for other in try measures(naming: Int(node.index)) { add(other, 2.5, .namesIndicator) }
        } else {
            for group in Neighbourhood(of: node, in: graph).groups {
                for other in group.nodes().prefix(Self.limit) { add(other, 1, group.relation) }
            }
        }
        try stopIfCancelled(isCancelled)
        let sorted = try found.sorted(unless: isCancelled) { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
        let alike =
            node.type == .figure
            ? sorted.filter {
                $0.key.type == .figure && $0.value.reasons.allSatisfy { $0.words.isEmpty && Self.slight.contains($0.relation) }
            } : []
        let folded = Set(alike.dropFirst(Self.shownAlike).map(\.key))
        let best = sorted.filter { !folded.contains($0.key) }.prefix(Self.limit)
        let table = Table(
            columns: [
                Column(key: "id", chinese: "编号"), Column(key: "text", chinese: "原文", shrink: 1),
                Column(key: "reason", chinese: "缘由", shrink: 2),
            ],
            rows: best.map { other, candidate in
                let id = graph.identifier(of: other)
                return [
                    .text(id), .text(String(graph.label(of: other).dropFirst(id.count + 1))),
                    .text(candidate.text),
                ]
            },
            nodes: best.map(\.key))
        return (table, folded.isEmpty ? [] : [fold(folded, node)])
    }

    /// `same indicator: 14 more, 2011–2023: figures indicator:粮食产量 place:全国`
    private func fold(_ figures: Set<NodeID>, _ node: NodeID) -> Message {
        let statements = graph.figures.statement, indicator = graph.figures.indicator[Int(node.index)],
            place = statements.place[Int(node.index)]
        let periods = figures.compactMap { figure -> Period? in
            let row = statements.period[Int(figure.index)]
            return row == .max ? nil : graph.periods.period[Int(row)]
        }
        var years = ""
        if let first = periods.map(\.start).min(), let last = periods.map(\.end).max() {
            years = first == last ? "\(first)" : "\(first)–\(last)"
        }
        let isHere = place != noNode && figures.allSatisfy { statements.place[Int($0.index)] == place }
        let command = "figures indicator:" + Printer.quotedIfNeeded(graph.name(of: NodeID(.indicator, Int(indicator))))
            + (isHere ? " place:" + Printer.quotedIfNeeded(graph.name(of: NodeID(.place, Int(place)))) : "")
        return .sameIndicatorFolded(figures.count, years, command)
    }

    /// How many figures that only share the indicator, or a heading over all of a year's work besides, stand for all.
    private static let shownAlike = 3
    /// So many years away measures of other places are not held beside a target first.
    private static let yearsApart = 3
    private static let slight: Set<Relation> = [.sharesIndicator, .generalHeading]

    /// Statements of other years' documents of the same issuer that say the same: a target that is named again with its number and time,
    /// a measure that half of its words go on in, or that names the same thing in quotation marks.
    private func quotations(_ node: NodeID, _ statements: StatementColumns) throws(Diagnostic) -> [(NodeID, Relation)] {
        let row = Int(node.index), place = statements.place[row], here = statements.document[row], year = graph.documents.year
        guard place != noNode, node.type == .figure || node.type == .measure, year[Int(here)] != .max else { return [] }
        let time = graph.periods.period[Int(year[Int(here)])].end
        func isLater(_ other: Int) -> Bool? {
            let document = Int(statements.document[other])
            guard document != Int(here), statements.place[other] == place, year[document] != .max else { return nil }
            let others = graph.periods.period[Int(year[document])].end
            return others == time ? nil : others > time
        }
        if node.type == .figure {
            let figures = graph.figures
            guard let value = figures.value[row] else { return [] }
            return figures.ofIndicator[figures.indicator[row]].map { Int($0) }.compactMap { other in
                guard let isLater = isLater(other), figures.value[other] == value, figures.unit[other] == figures.unit[row],
                    figures.aspect[other] == figures.aspect[row], statements.period[other] == statements.period[row],
                    statements.period[row] != .max
                else { return nil }
                return (NodeID(.figure, other), isLater ? .citedLater : .cites)
            }
        }
        let name = graph.name(of: node), words = SharedWords(name), quoted = Self.quoted(name)
        guard statements.sector[row] != .max else { return [] }
        var found: [(NodeID, Relation)] = []
        for (index, other) in statements.ofSector[statements.sector[row]].map({ Int($0) }).enumerated() {
            if index & 31 == 0, isCancelled() { throw .cancelled }
            guard let isLater = isLater(other) else { continue }
            let theirs = graph.name(of: NodeID(.measure, other))
            if !quoted.isEmpty, !quoted.isDisjoint(with: Self.quoted(theirs)) {
                found.append((NodeID(.measure, other), isLater ? .citedLater : .cites))
            } else if words.likeness(to: SharedWords(theirs)) >= DocumentDifference.alike {
                found.append((NodeID(.measure, other), isLater ? .takenUpLater : .takesUp))
            }
        }
        return found
    }

    /// What stands in 《》 or “”, of four characters and more.
    private static func quoted(_ text: String) -> Set<Substring> {
        var found: Set<Substring> = []
        for (open, close) in [("《", "》"), ("“", "”")] {
            for part in text.split(separator: open, omittingEmptySubsequences: false).dropFirst() {
                guard let end = part.firstRange(of: close) else { continue }
                let words = part[..<end.lowerBound]
                if words.count >= 4 { found.insert(words) }
            }
        }
        return found
    }

    private func measures(naming indicator: Int) throws(Diagnostic) -> [NodeID] {
        let name = graph.name(of: NodeID(.indicator, indicator))
        var resolver = Resolver(graph: graph, noun: .measures, line: "", isCancelled: isCancelled)
        let filter = try resolver.filter(.phrase(Word(name)))
        // 人均地区生产总值 does not name 地区生产总值: that is another indicator.
        let longer = graph.names.all.filter { $0.node.type == .indicator && $0.name.utf8.count > name.utf8.count && $0.name.contains(name) }
            .filter { Int($0.node.index) != indicator }.map(\.name)
        return try filter.rows(of: .measure, in: graph, isCancelled: isCancelled).map { NodeID(.measure, Int($0)) }.filter { measure in
            let words = graph.words(of: measure)
            return !longer.contains { words.contains($0) }
        }
    }

    /// Of a figure the measures, of a measure the figures of its place, time and sector, where that is one below the top, and of a target
    /// those of a sector that it rests on.
    private func sameSectorPlaceAndTime(_ node: NodeID, _ statements: StatementColumns) -> [(NodeID, isSame: Bool)] {
        let row = Int(node.index), sector = statements.sector[row], period = statements.period[row]
        guard node.type == .figure || node.type == .measure, statements.place[row] != noNode, period != .max,
            Bearing(graph).isNarrow(sector)
        else { return [] }
        let type: NodeType = node.type == .figure ? .measure : .figure
        guard let others = graph.statements(of: type) else { return [] }
        let time = graph.periods.period[Int(period)]
        let bearing = Bearing(graph), target = FigureKind.target.code
        let serving = (0..<UInt16(graph.sectors.count)).filter { other in
            type == .measure
                ? graph.figures.kind[row] == target && bearing.serves(other, target: sector) : bearing.serves(sector, target: other)
        }
        return ([sector] + serving).flatMap { from in
            others.ofSector[from].map { Int($0) }.filter { other in
                others.place[other] == statements.place[row] && others.period[other] != .max
                    && graph.periods.period[Int(others.period[other])].overlaps(time)
                    && (from == sector || type == .measure || graph.figures.kind[other] == target)
            }.map { (NodeID(type, $0), from == sector) }
        }
    }

    /// What a statement is about in words: those of a figure, with the name of its indicator.
    private func words(telling node: NodeID) -> String {
        node.type == .figure ? graph.name(of: node) + " " + graph.words(of: node) : graph.words(of: node)
    }

    /// Measures of the sector that share at least two pairs of neighbouring characters, a fifth of those they could share, in ascending
    /// order.
    private func sameSector(_ node: NodeID, _ words: String, _ sector: UInt16) throws(Diagnostic) -> [(NodeID, share: Double)] {
        guard sector != .max else { return [] }
        let own = WordPairs(words), rows = graph.measures.statement.ofSector[sector], isCancelled = isCancelled
        let parts = (rows.count + Self.part - 1) / Self.part
        let found = Parallel.map(parts, memory: { PairSet() }) { part, seen in
            var found: [(NodeID, share: Double)] = []
            for row in rows.dropFirst(part * Self.part).prefix(Self.part).until(isCancelled, every: 32) {
                let other = NodeID(.measure, Int(row))
                guard other != node, let (common, count) = own.common(with: graph.text(of: other), &seen) else { continue }
                let share = Double(common) / Double(max(1, min(own.count, count)))
                if share >= 0.2 { found.append((other, share)) }
            }
            return found
        }
        try stopIfCancelled(isCancelled)
        return found.flatMap(\.result)
    }

    /// So many measures are read in one go, on one processor.
    private static let part = 4096

    /// The longest run of words that stands in both.
    static func longestCommon(_ a: String, _ b: String) -> String {
        let (a, b) = (Array(withoutAmounts(a)), Array(withoutAmounts(b)))
        var above = [Int](repeating: 0, count: b.count + 1), best = (length: 0, end: 0)
        for (i, letter) in a.enumerated() {
            var row = [Int](repeating: 0, count: b.count + 1)
            for (j, other) in b.enumerated() where letter == other && letter != "的" {
                row[j + 1] = above[j] + 1
                if row[j + 1] > best.length, row[j + 1] != 2 || !WordPairs.lightWords.contains("\(a[i - 1])\(letter)") {
                    best = (row[j + 1], i + 1)
                }
            }
            above = row
        }
        // Numbers that both begin with (新增托位1.2万, 新增托位1.3万) are no words.
        var words = a[best.end - best.length..<best.end]
        // 失|业人员 and 就|业人员 have 人员 in common.
        if let first = words.first, words.count > 2, best.end > best.length, tails.contains(first),
            !headsOfTails.contains("\(first)\(words[words.startIndex + 1])")
        {
            words = words.dropFirst()
        }
        while let last = words.last, !last.isLetter || endsInLink(words) { words.removeLast() }
        return String(words.drop { !$0.isLetter })
    }

    /// 改制和, but not 碳中和.
    private static func endsInLink(_ words: ArraySlice<Character>) -> Bool {
        guard words.count > 2, let last = words.last, links.contains(last) else { return false }
        return last != "和" || !beforeHarmony.contains(words[words.endIndex - 2])
    }

    private static let links = Set("和与及或"), beforeHarmony = Set("中调缓饱共温平总谐")

    /// Letters that mostly end a word, and the words that they begin.
    private static let tails = Set("业员率性者们额值度类")
    private static let headsOfTails: Set<String> = [
        "业务", "业态", "业主", "业绩", "业余", "业界", "员工", "率先", "率领", "性能", "性别", "性质", "额度", "额外", "值班", "值守", "度假", "度过", "类别", "类型", "类似",
    ]

    /// Without numbers and the units and bounds behind them (1285万吨以上), which two statements may have in common by chance.
    private static func withoutAmounts(_ text: String) -> String {
        var kept = "", isAmount = false
        for letter in text {
            if letter.isWholeNumber, letter.isASCII || letter.unicodeScalars.first.map({ $0.value >= 0xFF10 && $0.value <= 0xFF19 }) == true
            {
                if !isAmount { kept.append(" ") }
                isAmount = true
            } else if !(isAmount && WordPairs.unitLetters.contains(letter)) {
                isAmount = false
                kept.append(letter)
            }
        }
        return kept
    }
}
