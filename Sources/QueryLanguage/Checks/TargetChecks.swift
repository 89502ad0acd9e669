import KnowledgeGraph
import Lexicon
import Synchronization

/// Targets beside the results that answer them.
struct TargetChecks: Sendable {
    fileprivate let graph: Graph
    private let isCancelled: @Sendable () -> Bool
    private var matching: ResultMatching
    private var told: ToldResults
    /// By the row of the place.
    private var reports: [UInt32: Reports] = [:]
    /// What was found of figures, each of which is held against many: targets go by their places, so that those of the last ones will do.
    private var bases: [Int: FigureBasis] = [:], wholes: [Int: Bool] = [:], repeated: [Int: Bool] = [:]
    /// Indicators of short names.
    private var short: [UInt32: Bool] = [:]

    /// What documents of a place look back on.
    private struct Reports {
        var years: Set<Int> = []
        /// Of tables of many years the last but one that has a result.
        var tabled = Int.min
    }

    struct Check: Sendable {
        var outcome: Outcome
        /// The figure that answers, where one does.
        var result: Int?
        /// The sentence that tells it in words, where no figure does.
        var sentence: Int?
        /// Result less target, in the unit of the target; of percentages, in percentage points.
        var gap: Quantity?
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
        matching = ResultMatching(graph, isCancelled: isCancelled)
        told = ToldResults(graph, isCancelled: isCancelled)
    }

    /// The same for another thread, which reads nothing again that documents tell in words.
    init(apart others: TargetChecks) {
        graph = others.graph.apart()
        matching = ResultMatching(graph, isCancelled: others.isCancelled)
        told = others.told
        isCancelled = others.isCancelled
    }

    /// Reads what documents tell in words.
    mutating func readTold() { told.read() }

    /// Nil for a figure that is no target.
    mutating func check(_ target: Int) -> Check? {
        // Not `let figures = graph.figures`: to copy all columns costs more than to look at some.
        let period = graph.figures.statement.period[target]
        guard graph.figures.kind[target] == FigureKind.target.code else { return nil }
        let answering = matching.results(answering: target).map { Int($0) }
        guard let result = result(among: answering, answering: target) else {
            if let answer = answerInKind(target, among: answering) { return answer }
            let own = basis(target)
            if let other = answering.first(where: { basis($0).differsInPricesAlone(from: own) }) {
                return Check(outcome: .unclear, result: other)
            }
            let isTold = period != .max && isLookedBackOn(graph.periods.period[Int(period)], graph.figures.statement.place[target])
            if isTold, let told = told.told(of: target) {
                return Check(outcome: told.isReached ? .saidMet : .saidMissed, sentence: told.sentence)
            }
            return Check(outcome: isTold ? .unreported : .pending)
        }
        guard let number = graph.figures.value[result], let bound = bound(target) else { return Check(outcome: .unclear, result: result) }
        // 下降12%以上 is at least that much of a fall.
        let isFall = graph.figures.aspect[result] != Aspect.level.code && number.significand < 0
        let written = Comparator(code: graph.figures.comparator[result]) ?? .equal, said = isFall ? written.turned : written
        let compared = graph.converted(
            said == .range && bound.isCeiling ? graph.figures.high[result] ?? number : number, result, as: target)
        let outcome = isRounded(compared, beyond: bound.edge, said) ? .unclear : bound.outcome(of: compared, said: said)
        return Check(outcome: outcome, result: result, gap: gap(compared, bound.edge, target))
    }

    /// 16% beside a target of 16.2%: the result is given to fewer digits, and what was reached may lie on either side.
    private func isRounded(_ result: DecimalNumber, beyond edge: DecimalNumber, _ said: Comparator) -> Bool {
        guard said == .equal || said == .approximately, result.exponent > edge.exponent, let difference = result.minus(edge),
            difference.significand != 0
        else { return false }
        let half = DecimalNumber(significand: 5, exponent: result.exponent - 1)
        return abs(difference.double) < half.double - 1e-9
    }

    /// Of the results that answer it the first that has a number and is measured as the target is: one that speaks of the
    /// place as a whole rather than of a part of it, and one in the words of the target rather than in others.
    private mutating func result(among answering: [Int], answering target: Int) -> Int? {
        let own = basis(target)
        let found = answering.filter { graph.figures.value[$0] != nil && basis($0).compares(with: own) && !repeatsSupposed($0) }
        guard let first = found.first, isOne(found, target) else { return nil }
        guard found.count > 1 else { return first }
        let ranks = found.map { row in (isWhole(row) ? 0 : 2) + (graph.figures.wording[row] == graph.figures.wording[target] ? 0 : 1) }
        return zip(ranks, found).enumerated().min { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }?.element.1
    }

    /// 应该有7200亿斤 … 达到了7200亿斤: a number that the document only supposes is no result where it stands again.
    private mutating func repeatsSupposed(_ result: Int) -> Bool {
        if let known = repeated[result] { return known }
        let value = graph.figures.value[result], indicator = graph.figures.indicator[result], unit = graph.figures.unit[result]
        let rows = graph.documents.figures.range(at: Int(graph.figures.statement.document[result])),
            indicators = graph.figures.indicator[rows]
        var found = false
        for other in rows where indicators[other] == indicator && other != result && !found {
            found = graph.figures.value[other] == value && graph.figures.unit[other] == unit && basis(other).isSupposed
        }
        repeated[result] = found
        return found
    }

    private mutating func basis(_ figure: Int) -> FigureBasis {
        if let known = bases[figure] { return known }
        forgetOld()
        let basis = FigureBasis(graph, figure)
        bases[figure] = basis
        return basis
    }

    private mutating func isWhole(_ figure: Int) -> Bool {
        if let known = wholes[figure] { return known }
        let isWhole = FigureScope(graph, figure).isWhole
        wholes[figure] = isWhole
        return isWhole
    }

    private mutating func forgetOld() {
        guard bases.count >= 1 << 15 else { return }
        bases.removeAll(keepingCapacity: true)
        wholes.removeAll(keepingCapacity: true)
        repeated.removeAll(keepingCapacity: true)
    }

    /// 与经济增长同步, answered without a number by 快于经济增长.
    private mutating func answerInKind(_ target: Int, among answering: [Int]) -> Check? {
        let asked = graph.figures.comparator[target], (sync, outpace) = (Comparator.sync.code, Comparator.outpace.code)
        guard asked == sync || asked == outpace, let pace = pace(of: target) else { return nil }
        for result in answering {
            let told = graph.figures.comparator[result]
            guard told == sync || told == outpace, self.pace(of: result) == pace else { continue }
            return Check(outcome: asked == outpace && told == sync ? .missed : .met, result: result)
        }
        return nil
    }

    /// The indicator that another is to keep pace with: 经济增长, 经济发展, 劳动生产率提高.
    private func pace(of figure: Int) -> NodeID? {
        guard let reference = graph.strings.string(graph.figures.reference[figure]) else { return nil }
        if let node = graph.names.node(.indicator, named: reference) { return node }
        for ending in Self.rises where reference.hasSuffix(ending) {
            let rest = String(reference.dropLast(ending.count))
            if let node = graph.names.node(.indicator, named: rest) { return node }
        }
        return nil
    }

    /// The longest first.
    private static let rises = ["增长速度", "发展速度", "增长保持", "增长", "增速", "发展", "提高", "增幅"]

    /// Whether the name is that of one thing. A document that sets several values for it speaks of parts that the name does not
    /// tell (在校学生 of one kind of school after the other), and a short name that the lexicon does not have is of anything, but within
    /// one sentence (提出物价涨幅降到10%左右，实际回落到6%).
    private mutating func isOne(_ found: [Int], _ target: Int) -> Bool {
        let indicator = graph.figures.indicator[target], sentence = graph.figures.statement.sentence[target]
        if graph.indicators.english[Int(indicator)] == StringTable.none, isShort(indicator),
            sentence == noNode || !found.contains(where: { graph.figures.statement.sentence[$0] == sentence }) { return false }
        var values: [DecimalNumber] = []
        for other in figuresBeside(target) {
            guard graph.figures.kind[other] == graph.figures.kind[target], graph.figures.aspect[other] == graph.figures.aspect[target],
                graph.figures.statement.period[other] == graph.figures.statement.period[target],
                graph.figures.unit[other] == graph.figures.unit[target],
                let value = graph.figures.value[other], !values.contains(value)
            else { continue }
            values.append(value)
            if values.count == 3 { return false }
        }
        return true
    }

    private mutating func isShort(_ indicator: UInt32) -> Bool {
        if let known = short[indicator] { return known }
        let isShort = graph.name(of: NodeID(.indicator, Int(indicator))).count <= 3
        short[indicator] = isShort
        return isShort
    }

    /// Figures of its document that have its indicator and place, itself included.
    private func figuresBeside(_ figure: Int) -> [Int] {
        let place = graph.figures.statement.place[figure], indicator = graph.figures.indicator[figure]
        let document = graph.documents.figures.rows(at: Int(graph.figures.statement.document[figure]))
        guard place != noNode else {
            return document.lazy.map { Int($0) }.filter {
                graph.figures.indicator[$0] == indicator && graph.figures.statement.place[$0] == noNode
            }
        }
        // The figures of a document follow each other, so that they do so among those of the place and the indicator.
        let rows = graph.figures.byPlace.rows(Int(place), Int(indicator))
        var low = rows.startIndex, high = rows.endIndex
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < document.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < rows.endIndex, rows[low] < document.upperBound {
            found.append(Int(rows[low]))
            low += 1
        }
        return found
    }

    private func bound(_ target: Int) -> Bound? {
        let comparator = Comparator(code: graph.figures.comparator[target]) ?? .equal
        var direction = Direction(code: graph.indicators.direction[Int(graph.figures.indicator[target])]) ?? .none
        if direction == .none, lowers(target) { direction = .down }
        if comparator == .sync || comparator == .outpace { return bound(besides: target, comparator) }
        guard let value = graph.figures.value[target] else { return nil }
        let falls = graph.figures.aspect[target] != Aspect.level.code && value.significand < 0
        return Bound(comparator, value, graph.figures.high[target], direction: direction, falls: falls)
    }

    /// 降到10%左右: what is to come down may come further down.
    private func lowers(_ target: Int) -> Bool {
        !Self.lowerings.signs(in: graph.folded(graph.textRange(ofFigure: target))).isEmpty
    }

    private static let lowerings = SignWords([["降到", "降至", "降低到", "下降到", "回落到", "回落至"]])

    /// 与经济增长同步, 高于经济增速: the growth reported of what it is tied to, in the same place and time.
    private func bound(besides target: Int, _ comparator: Comparator) -> Bound? {
        let figures = graph.figures, statements = graph.figures.statement
        guard figures.aspect[target] == Aspect.growth.code, let indicator = pace(of: target) else { return nil }
        let results = figures.ofIndicator[Int(indicator.index)].lazy.map { Int($0) }.filter {
            figures.kind[$0] != FigureKind.target.code && figures.aspect[$0] == Aspect.growth.code
                && statements.place[$0] == statements.place[target] && statements.period[$0] == statements.period[target]
                && Comparator(code: figures.comparator[$0]) == .equal && graph.unitName($0) == "%"
        }
        guard statements.place[target] != noNode, let result = results.first(where: { FigureScope(graph, $0).isWhole }),
            let growth = figures.value[result]
        else { return nil }
        return Bound(comparator == .sync ? .approximately : .moreThan, growth, direction: .up)
    }

    private func gap(_ result: DecimalNumber, _ edge: DecimalNumber, _ target: Int) -> Quantity? {
        guard let difference = result.minus(edge) else { return nil }
        let unit = graph.unitName(target)
        return Quantity(
            aspect: .change, comparator: .equal, value: difference, high: nil,
            unit: unit == "%" || graph.figures.value[target] == nil ? "百分点" : unit, reference: nil)
    }

    /// Whether a document of the place looks back on the end of a period: the one that plans for the next year, or a table that goes on.
    private mutating func isLookedBackOn(_ period: Period, _ place: UInt32) -> Bool {
        if place == noNode { return false }
        if reports[place] == nil { reports[place] = reports(of: place) }
        guard let index = reports.index(forKey: place) else { return false }
        return reports.values[index].years.contains(Int(period.end)) || Int(period.end) <= reports.values[index].tabled
    }

    private func reports(of place: UInt32) -> Reports {
        var found = Reports()
        for document in graph.documents.ofPlace[Int(place)] {
            // A document that states nothing (a list of sources, a notice) looks back on nothing.
            let year = graph.documents.year[Int(document)]
            if year != .max,
                !graph.documents.figures.rows(at: Int(document)).isEmpty || !graph.documents.measures.rows(at: Int(document)).isEmpty
            {
                found.years.insert(Int(graph.periods.period[Int(year)].end) - 1)
            }
        }
        let figures = graph.figures
        for row in figures.statement.ofPlace[Int(place)].map({ Int($0) }) where figures.kind[row] == FigureKind.actual.code {
            let document = Int(figures.statement.document[row]), year = graph.documents.year[document], period = figures.statement.period[row]
            guard period != .max else { continue }
            let end = Int(graph.periods.period[Int(period)].end)
            if year == .max {
                found.tabled = max(found.tabled, end - 1)
            } else if graph.documents.place[document] == noNode, end == Int(graph.periods.period[Int(year)].end) - 1 {
                // A table of several places, of one year.
                found.years.insert(end)
            }
        }
        return found
    }
}

/// The checks of a scene, each worked out once. What is worked out once the work is cancelled is of no use: it is neither kept nor given.
final class CheckMemory: Sendable {
    private let checks: Mutex<(TargetChecks, [Int: TargetChecks.Check?])>

    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        checks = Mutex((TargetChecks(graph, isCancelled: isCancelled), [:]))
        self.graph = graph
        self.isCancelled = isCancelled
    }

    subscript(row: Int) -> TargetChecks.Check? {
        checks.withLock { checks in
            if let known = checks.1[row] { return known }
            let check = checks.0.check(row)
            if isCancelled() { return nil }
            checks.1[row] = .some(check)
            return check
        }
    }

    /// What became of a target, as far as totals tell it.
    struct Judgement: Sendable {
        var outcome: Outcome
        /// Whether the result is an estimate.
        var isEstimated: Bool
    }

    /// Of rows each once and in their order what became of each; nil for what is no target.
    func judgements(of rows: [UInt32]) throws(Diagnostic) -> [Judgement?] {
        guard rows.count > Self.mostKept else {
            try workOut(rows)
            var found: [Judgement?] = []
            for (index, row) in rows.enumerated() {
                if index & 15 == 0 { try stopIfCancelled(isCancelled) }
                found.append(self[Int(row)].map { Self.judgement($0, graph) })
            }
            return found
        }
        // A byte for each, so that millions fit in.
        let order = rows.sorted()
        let codes = try checks(of: order) { [graph] check -> UInt8 in
            guard let judgement = check.map({ Self.judgement($0, graph) }) else { return 0 }
            return UInt8(1 + judgement.outcome.code) | (judgement.isEstimated ? 1 << 7 : 0)
        }
        var byRow = [UInt8](repeating: 0, count: graph.figures.count)
        for (row, code) in zip(order, codes) { byRow[Int(row)] = code }
        return rows.map { row in
            let code = byRow[Int(row)]
            return code == 0 ? nil : Judgement(outcome: Outcome.allCases[Int(code & 0x7F) - 1], isEstimated: code >> 7 != 0)
        }
    }

    private static func judgement(_ check: TargetChecks.Check, _ graph: Graph) -> Judgement {
        Judgement(outcome: check.outcome, isEstimated: check.result.map { graph.figures.kind[$0] == FigureKind.estimate.code } ?? false)
    }

    /// Works out ahead the checks that will be asked for, where that pays and they are not too many to be kept.
    func workOut(_ rows: [UInt32]) throws(Diagnostic) {
        guard rows.count > Self.few, rows.count <= Self.mostKept else { return }
        let order = checks.withLock { checks in rows.filter { checks.1[Int($0)] == nil } }.sorted()
        guard order.count > Self.few else { return }
        let found = try checks(of: order) { $0 }
        checks.withLock { checks in
            for (row, check) in zip(order, found) { checks.1[Int(row)] = .some(check) }
        }
    }

    /// What `make` makes of the check of each of the ascending rows, on all processors: part by part, for in the order of the text what one
    /// target needs serves the next.
    private func checks<Found: Sendable>(
        of order: [UInt32], _ make: @escaping @Sendable (TargetChecks.Check?) -> Found
    ) throws(Diagnostic) -> [Found] {
        let isCancelled = isCancelled
        var start = TargetChecks(graph, isCancelled: isCancelled)
        start.readTold()
        try stopIfCancelled(isCancelled)
        let parts = (order.count + Self.part - 1) / Self.part, begin = start, done = Atomic(0)
        let found = Parallel.map(parts, memory: { TargetChecks(apart: begin) }) { part, checks -> [Found] in
            var found: [Found] = []
            if isCancelled() { return found }
            for row in order[part * Self.part..<min(order.count, (part + 1) * Self.part)].until(isCancelled, every: 64) {
                found.append(make(checks.check(Int(row))))
            }
            Progress.tell(.judging, done.wrappingAdd(1, ordering: .relaxed).newValue, of: parts)
            return found
        }
        try stopIfCancelled(isCancelled)
        return found.flatMap(\.result)
    }

    /// So many are worked out as they are asked for; more are not kept; and so many in one go.
    private static let few = 1024, mostKept = 1 << 17, part = 1024
}
