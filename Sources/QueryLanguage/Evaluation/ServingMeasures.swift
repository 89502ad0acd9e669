import KnowledgeGraph
import Lexicon

/// Which measures serve a target, and by what it is seen.
///
/// Only measures of the target's place and time come into question, and only by evidence: one states the target itself, names its
/// indicator, speaks of the same thing in words of its name, or stands in its sentence with a rare word of its name. Targets that tell
/// how a whole field fares (a growth, unemployment, forest cover) are served besides by measures of their narrow sector that say so in
/// their own words or stand in its passage or under its heading, by those of the sectors that it rests on, and last by those of the field
/// (of a narrow one, by what names all that it is part of: 农业 for grain) under its heading, where that is not one over a year's work.
/// What a budget pays or how much is built is not, and to stand under one heading is no evidence by itself.
struct ServingMeasures {
    private let graph: Graph
    private var around: [Home: Around] = [:]
    /// Of all that is kept in `around`.
    private var kept = 0
    private var sectorWords: [UInt16: SharedWords] = [:]

    struct Serving {
        var measure: Int
        /// The sum of what each piece of evidence weighs; more than 0.
        var score: Double
        /// The strongest first.
        var reasons: [Reason]

        var text: String { reasons.map(\.text).joined(separator: Message("; ", "；").text) }
    }

    struct Reason: Equatable {
        var relation: Relation
        /// Words in common.
        var words = ""

        var text: String { words.isEmpty ? relation.name.text : Message.reason(relation.name, words).text }
    }

    /// Measures of one place and time.
    private struct Around {
        var rows: [Int]
        var weights: WordWeights
        var words: [WeighedWords]
        var postings: WordPostings
    }

    private struct Home: Hashable {
        /// The place, or where there is none the document.
        var place: UInt64
        var period: UInt16
    }

    init(_ graph: Graph) { self.graph = graph }

    /// How much of the name's weight a measure must have to speak of the same thing, within the field and beyond it.
    private static let named = 0.3, namedBeyond = 0.7, namedInSentence = 0.25
    /// A word in common is rare that no more than one in ten of the measures has.
    private static let rare = 0.1
    /// Measures whose words are kept at once.
    private static let most = 50_000

    /// Of each target the measures and the strongest reason of each, the best first.
    ///
    /// - Parameter targets: In the order of the text, so that those of one place and time follow each other.
    mutating func measures(
        servingEach targets: [UInt32], _ isCancelled: () -> Bool, _ progress: (Int) -> Void
    ) throws(Diagnostic) -> [UInt32: [(UInt32, Relation?)]] {
        var found: [UInt32: [(UInt32, Relation?)]] = [:]
        for (index, target) in targets.enumerated() {
            if index & 15 == 0 {
                try stopIfCancelled(isCancelled)
                progress(index)
            }
            found[target] = measures(serving: Int(target)).map { (UInt32($0.measure), $0.reasons.first?.relation) }
        }
        return found
    }

    /// The best first; of equals in the order of the text. Empty for what is no target, or of no time.
    mutating func measures(serving target: Int) -> [Serving] {
        let figures = graph.figures, statements = figures.statement, columns = graph.measures.statement
        guard figures.kind[target] == FigureKind.target.code, statements.period[target] != .max else { return [] }
        let around = measures(around: target)
        var bearing = Bearing(graph)
        guard !around.rows.isEmpty else { return [] }
        let indicator = graph.name(of: NodeID(.indicator, Int(figures.indicator[target]))), wording = graph.strings[figures.wording[target]]
        let sector = statements.sector[target], isNarrow = bearing.isNarrow(sector), tellsField = tellsField(target)
        var covered = [(count: Int, share: Double)](repeating: (0, 0), count: around.rows.count),
            heaviest = [Double](repeating: 0, count: around.rows.count)
        // 经济 for output is too short to name it.
        let names = Set([indicator, wording]).filter { $0 == indicator || $0.count > 3 }
        for name in names {
            let words = around.weights.weighed(SharedWords(name))
            guard words.total > 0 else { continue }
            for (index, common, weight, most) in around.postings.shared(words) {
                heaviest[index] = max(heaviest[index], most)
                if weight / words.total > covered[index].share { covered[index] = (common, weight / words.total) }
            }
        }
        // What measures of the target's sector say of it in words of their own.
        let spoken = tellsField && isNarrow ? around.weights.weighed(wordsOf(sector)) : nil
        let parent = isNarrow ? graph.sectors.parent[Int(sector)] : .max
        let spokenAbove = tellsField && isNarrow ? around.weights.weighed(wordsOf(parent)) : nil
        var found: [Serving] = []
        for (index, measure) in around.rows.enumerated() {
            var reasons: [(weight: Double, reason: Reason)] = []
            let theirs = columns.sector[measure], (count, share) = covered[index]
            let isSameField = sector != .max && bearing.top(theirs) == bearing.top(sector), isSameSector = isNarrow && theirs == sector
            let isSameSentence = columns.sentence[measure] != noNode && columns.sentence[measure] == statements.sentence[target]
            if isSameSentence, columns.start[measure] < statements.end[target], statements.start[target] < columns.end[measure] {
                reasons.append((5, Reason(relation: .statesIt)))
            } else if count > 2 && isSameField
                || (count > 1 || count == 1 && share > Self.namedBeyond) && share >= (isSameField ? Self.named : Self.namedBeyond)
            {
                let text = graph.words(of: NodeID(.measure, measure))
                if names.contains(where: { text.contains($0) }) {
                    reasons.append((4, Reason(relation: .namesIndicator)))
                } else {
                    let words = Related.longestCommon(indicator + "，" + wording, text)
                    // 水土流失 says enough, even where the rest of the name is as rare.
                    if words.count > 3 || words.count > 1 && share >= Self.named {
                        reasons.append((3 * share, Reason(relation: .sameThing, words: words)))
                    }
                }
            }
            if isSameSentence, isSameField, reasons.isEmpty, share >= Self.namedInSentence,
                around.weights.isRare(heaviest[index], among: Self.rare)
            {
                reasons.append((2, Reason(relation: .sameSentence)))
            }
            if let spoken, isSameSector, around.words[index].heaviest(of: spoken) > 0 || isNear(measure, target, isSameSentence, &bearing) {
                reasons.append((1, Reason(relation: .sameSector)))
            } else if tellsField, bearing.serves(theirs, target: sector) {
                reasons.append((0.8, Reason(relation: .servingSector)))
            } else if tellsField, columns.goal[measure] != noNode, columns.goal[measure] == statements.goal[target],
                !bearing.isGeneral(columns.goal[measure]),
                spokenAbove.map({ theirs == parent && around.words[index].heaviest(of: $0) > 0 }) ?? isSameField
            {
                reasons.append((0.6, Reason(relation: .sameGoal)))
            }
            guard !reasons.isEmpty else { continue }
            found.append(Serving(measure: measure, score: reasons.reduce(0) { $0 + $1.weight }, reasons: reasons.map(\.reason)))
        }
        return found.sorted { ($1.score, $0.measure) < ($0.score, $1.measure) }
    }

    /// How a whole field fares: a known indicator whose direction is known, told otherwise than in money.
    private func tellsField(_ target: Int) -> Bool {
        let figures = graph.figures, indicator = Int(figures.indicator[target])
        // What is no known indicator tells it by its growth alone.
        guard graph.indicators.english[indicator] != StringTable.none else { return figures.aspect[target] == Aspect.growth.code }
        guard (Direction(code: graph.indicators.direction[indicator]) ?? .none) != .none else { return false }
        guard figures.aspect[target] != Aspect.growth.code, figures.value[target] != nil, let measure = graph.measure(target) else {
            return true
        }
        return Self.units.contains(measure.base)
    }

    /// What a field is measured by besides rates. Money, things and ways are what is paid or built.
    private static let units: Set<String> = ["%", "人", "吨", "吨标准煤", "度", "千瓦时", "千瓦", "立方米", "微克/立方米", "岁"]

    private mutating func wordsOf(_ sector: UInt16) -> SharedWords {
        if let known = sectorWords[sector] { return known }
        let names = SharedWords(graph.names.all.filter { $0.node == NodeID(.sector, Int(sector)) }.map(\.name).joined(separator: "，"))
        sectorWords[sector] = names
        return names
    }

    /// In the target's sentence or paragraph, or under its heading, where that is not one over a year's work.
    private func isNear(_ measure: Int, _ target: Int, _ isSameSentence: Bool, _ bearing: inout Bearing) -> Bool {
        let goal = graph.measures.statement.goal[measure]
        return isSameSentence || isSameParagraph(target, measure)
            || goal != noNode && goal == graph.figures.statement.goal[target] && !bearing.isGeneral(goal)
    }

    private func isSameParagraph(_ target: Int, _ measure: Int) -> Bool {
        let figures = graph.figures.statement, measures = graph.measures.statement
        guard figures.document[target] == measures.document[measure] else { return false }
        let base = graph.documents.textStart[Int(figures.document[target])]
        let (first, last) = figures.start[target] < measures.start[measure]
            ? (figures.end[target], measures.start[measure]) : (measures.end[measure], figures.start[target])
        guard first < last else { return true }
        guard last - first < 4096 else { return false }
        return !graph.text[base + Int(first)..<base + Int(last)].contains(0x0A)
    }

    private mutating func measures(around target: Int) -> Around {
        let targets = graph.figures.statement, measures = graph.measures.statement
        let place = targets.place[target], document = targets.document[target]
        let home = Home(place: place == noNode ? UInt64(document) << 32 | UInt64(noNode) : UInt64(place), period: targets.period[target])
        if let known = around[home] { return known }
        let time = graph.periods.period[Int(home.period)]
        let candidates = place == noNode
            ? graph.documents.measures.rows(at: Int(document)).map { Int($0) }.filter { measures.place[$0] == noNode }
            : measures.ofPlace[place].map { Int($0) }
        let rows = candidates.filter { row in
            let period = measures.period[row]
            return period != .max && graph.periods.period[Int(period)].overlaps(time)
        }
        let shared = rows.map { SharedWords(graph.words(of: NodeID(.measure, $0))) }, weights = WordWeights(shared)
        let words = shared.map { weights.weighed($0) }
        let found = Around(rows: rows, weights: weights, words: words, postings: WordPostings(words, weights))
        // What is asked for goes mostly from document to document, so that the last are enough.
        kept += rows.count
        if kept > Self.most { (around, kept) = ([:], rows.count) }
        around[home] = found
        return found
    }
}
