import KnowledgeGraph
import Lexicon
import Synchronization

/// Targets beside the results that answer them.
struct TargetChecks {
    private let graph: Graph
    private var matching: ResultMatching
    /// By the row of the place.
    private var reports: [UInt32: Reports] = [:]

    /// What documents of a place look back on.
    private struct Reports {
        var years: Set<Int> = []
        /// Of tables of many years the last but one that has a result.
        var tabled = Int.min
    }

    struct Check {
        var outcome: Outcome
        /// The figure that answers, where one does.
        var result: Int?
        /// Result less target, in the unit of the target; of percentages, in percentage points.
        var gap: Quantity?
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        matching = ResultMatching(graph, isCancelled: isCancelled)
    }

    /// Nil for a figure that is no target.
    mutating func check(_ target: Int) -> Check? {
        let figures = graph.figures, period = figures.statement.period[target]
        guard figures.kind[target] == FigureKind.target.code else { return nil }
        guard let result = result(answering: target) else {
            if let answer = answerInKind(target) { return answer }
            if let other = matching.results(answering: target).first(where: { FigureBasis(graph, Int($0)).differsInPricesAlone(from: FigureBasis(graph, target)) }) {
                return Check(outcome: .unclear, result: Int(other))
            }
            let isTold = period != .max && isLookedBackOn(graph.periods.period[Int(period)], figures.statement.place[target])
            return Check(outcome: isTold ? .unreported : .pending)
        }
        guard let number = figures.value[result], let bound = bound(target) else { return Check(outcome: .unclear, result: result) }
        // 下降12%以上 is at least that much of a fall.
        let isFall = figures.aspect[result] != Aspect.level.code && number.significand < 0
        let written = Comparator(code: figures.comparator[result]) ?? .equal, said = isFall ? written.turned : written
        let compared = graph.converted(said == .range && bound.isCeiling ? figures.high[result] ?? number : number, result, as: target)
        let outcome = isRounded(compared, beyond: bound.edge, said) ? .unclear : bound.outcome(of: compared, said: said)
        return Check(outcome: outcome, result: result, gap: gap(compared, bound.edge, target))
    }

    /// 16% beside a target of 16.2%: the result is given to fewer digits, and what was reached may lie on either side.
    private func isRounded(_ result: DecimalNumber, beyond edge: DecimalNumber, _ said: Comparator) -> Bool {
        guard said == .equal || said == .approximately, result.exponent > edge.exponent, let difference = result.minus(edge), difference.significand != 0 else { return false }
        let half = DecimalNumber(significand: 5, exponent: result.exponent - 1)
        return abs(difference.double) < half.double - 1e-9
    }

    /// Of the results that answer it the first that has a number and is measured as the target is: one that speaks of the
    /// place as a whole rather than of a part of it, and one in the words of the target rather than in others.
    private mutating func result(answering target: Int) -> Int? {
        let figures = graph.figures
        let basis = FigureBasis(graph, target)
        let found = matching.results(answering: target).map { Int($0) }.filter {
            figures.value[$0] != nil && FigureBasis(graph, $0).compares(with: basis) && !repeatsSupposed($0)
        }
        guard let first = found.first, isOne(found, target) else { return nil }
        guard found.count > 1 else { return first }
        func rank(_ row: Int) -> Int {
            (FigureScope(graph, row).isWhole ? 0 : 2) + (figures.wording[row] == figures.wording[target] ? 0 : 1)
        }
        let ranks = found.map(rank)
        return zip(ranks, found).enumerated().min { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }?.element.1
    }

    /// 应该有7200亿斤 … 达到了7200亿斤: a number that the document only supposes is no result where it stands again.
    private func repeatsSupposed(_ result: Int) -> Bool {
        let figures = graph.figures
        return graph.documents.figures.rows(at: Int(figures.statement.document[result])).contains { other in
            let other = Int(other)
            return other != result && figures.indicator[other] == figures.indicator[result] && figures.value[other] == figures.value[result]
                && figures.unit[other] == figures.unit[result] && FigureBasis(graph, other).isSupposed
        }
    }

    /// 与经济增长同步, answered without a number by 快于经济增长.
    private mutating func answerInKind(_ target: Int) -> Check? {
        let figures = graph.figures
        func comparator(_ row: Int) -> Comparator? { Comparator(code: figures.comparator[row]) }
        guard let asked = comparator(target), asked == .sync || asked == .outpace, let pace = pace(of: target) else { return nil }
        for result in matching.results(answering: target).map({ Int($0) }) {
            guard let told = comparator(result), told == .sync || told == .outpace, self.pace(of: result) == pace else { continue }
            return Check(outcome: asked == .outpace && told == .sync ? .missed : .met, result: result)
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
    /// tell (在校学生 of one kind of school after the other), and a short name that the lexicon does not have is of anything.
    private func isOne(_ found: [Int], _ target: Int) -> Bool {
        let figures = graph.figures, statements = graph.figures.statement, indicator = figures.indicator[target]
        if graph.strings.string(graph.indicators.english[Int(indicator)]) == nil {
            guard graph.name(of: NodeID(.indicator, Int(indicator))).count > 3 else { return false }
        }
        let document = Int(statements.document[target])
        let values = graph.documents.figures.rows(at: document).compactMap { other -> DecimalNumber? in
            let other = Int(other)
            guard figures.indicator[other] == indicator, figures.kind[other] == figures.kind[target],
                figures.aspect[other] == figures.aspect[target], statements.place[other] == statements.place[target],
                statements.period[other] == statements.period[target], figures.unit[other] == figures.unit[target]
            else { return nil }
            return figures.value[other]
        }
        return Set(values).count < 3
    }

    private func bound(_ target: Int) -> Bound? {
        let figures = graph.figures, comparator = Comparator(code: figures.comparator[target]) ?? .equal
        let direction = Direction(code: graph.indicators.direction[Int(figures.indicator[target])]) ?? .none
        if comparator == .sync || comparator == .outpace { return bound(besides: target, comparator) }
        guard let value = figures.value[target] else { return nil }
        let falls = figures.aspect[target] != Aspect.level.code && value.significand < 0
        return Bound(comparator, value, figures.high[target], direction: direction, falls: falls)
    }

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
        let known = reports[place] ?? reports(of: place)
        reports[place] = known
        return known.years.contains(Int(period.end)) || Int(period.end) <= known.tabled
    }

    private func reports(of place: UInt32) -> Reports {
        var found = Reports()
        for document in graph.documents.ofPlace[Int(place)] {
            // A document that states nothing (a list of sources, a notice) looks back on nothing.
            let year = graph.documents.year[Int(document)]
            if year != .max, !graph.documents.figures.rows(at: Int(document)).isEmpty || !graph.documents.measures.rows(at: Int(document)).isEmpty {
                found.years.insert(Int(graph.periods.period[Int(year)].end) - 1)
            }
        }
        let figures = graph.figures
        for row in figures.statement.ofPlace[Int(place)]
        where figures.kind[Int(row)] == FigureKind.actual.code
            && graph.documents.year[Int(figures.statement.document[Int(row)])] == .max {
            let period = figures.statement.period[Int(row)]
            if period != .max { found.tabled = max(found.tabled, Int(graph.periods.period[Int(period)].end) - 1) }
        }
        return found
    }
}

/// The checks of a scene, each worked out once. What is worked out once the work is cancelled is of no use, and not kept.
final class CheckMemory: Sendable {
    private let checks: Mutex<(TargetChecks, [Int: TargetChecks.Check?])>

    private let isCancelled: @Sendable () -> Bool

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        checks = Mutex((TargetChecks(graph, isCancelled: isCancelled), [:]))
        self.isCancelled = isCancelled
    }

    subscript(row: Int) -> TargetChecks.Check? {
        checks.withLock { checks in
            if let known = checks.1[row] { return known }
            let check = checks.0.check(row)
            if !isCancelled() { checks.1[row] = .some(check) }
            return check
        }
    }
}
