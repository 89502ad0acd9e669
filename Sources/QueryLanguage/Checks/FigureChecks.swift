import Extraction
import KnowledgeGraph
import Lexicon

/// Checks of a document's figures against each other and against the results before them.
struct FigureChecks {
    let graph: Graph

    func rows(_ document: Int, ofTable isTable: Bool) -> [LintReport.Row] {
        let figures = Int(graph.documents.figures[document])..<Int(graph.documents.figures[document + 1])
        let shares = figures.compactMap { share($0, document) }
        return isTable ? shares : shares + twoValues(figures, document) + figures.compactMap { baseline($0, document) }
    }

    private func row(_ figure: Int, _ document: Int, _ kind: LintReport.Kind, _ says: Message) -> LintReport.Row {
        let node = NodeID(.figure, figure)
        return LintReport.Row(
            document: document, start: Int(graph.figures.statement.start[figure]), kind: kind, says: says,
            words: graph.words(of: node), node: node)
    }

    private func identifier(_ figure: Int) -> String { graph.identifier(of: NodeID(.figure, figure)) }

    // MARK: two values

    private struct Subject: Hashable {
        var indicator: UInt32
        var aspect: UInt8
        var kind: UInt8
        var place: UInt32
        var period: UInt16
        var unit: UInt16
    }

    /// Only figures of an indicator that the lexicon knows, of the document's place as a whole: two things may share any
    /// other name.
    private func twoValues(_ figures: Range<Int>, _ document: Int) -> [LintReport.Row] {
        var first: [Subject: [Int]] = [:], found: [LintReport.Row] = []
        let columns = graph.figures, statements = graph.figures.statement
        for figure in figures {
            guard let aspect = Aspect(code: columns.aspect[figure]), aspect == .growth || aspect == .level,
                  graph.strings.string(graph.indicators.english[Int(columns.indicator[figure])]) != nil,
                  statements.period[figure] != .max, let unit = base(figure), let bounds = bounds(figure),
                  FigureScope(graph, figure).isWhole
            else { continue }
            let subject = Subject(
                indicator: columns.indicator[figure], aspect: columns.aspect[figure], kind: columns.kind[figure],
                place: statements.place[figure], period: statements.period[figure], unit: unit)
            guard aspect == .growth || isNamedInFull(figure) else { continue }
            let others = first[subject, default: []]
            first[subject] = others + [figure]
            guard let other = others.first(where: {
                isApart($0, figure) && isAddition($0) == isAddition(figure) && !bounds.overlaps(self.bounds($0) ?? bounds)
            }) else { continue }
            let line = graph.line(of: Int(statements.start[other]), in: document)
            found.append(row(
                figure, document, .twoValues,
                Message(
                    "\(graph.quantity(figure)), but \(graph.quantity(other)) in \(identifier(other)) of line \(line)",
                    "\(graph.quantity(figure))，但第\(line)行\(identifier(other))为\(graph.quantity(other))")))
        }
        return found
    }

    /// 投资近千亿元 is that of one project, where 投资增长4% is all.
    private func isNamedInFull(_ figure: Int) -> Bool {
        let wording = graph.strings[graph.figures.wording[figure]]
        return wording.count > 2 || wording == graph.name(of: NodeID(.figure, figure))
    }

    private func isAddition(_ figure: Int) -> Bool { graph.strings[graph.figures.wording[figure]].contains("新增") }

    /// Two values in one sentence or in neighbours mostly speak of two things, one of them left out.
    private func isApart(_ one: Int, _ other: Int) -> Bool {
        let sentences = graph.figures.statement.sentence
        guard sentences[one] != noNode, sentences[other] != noNode else { return false }
        return abs(Int(sentences[one]) - Int(sentences[other])) > 1
    }

    /// The values that the words allow: a rounded number stands for all that round to it, 左右 for a tenth around.
    private func bounds(_ figure: Int) -> ClosedRange<Double>? {
        guard let value = number(figure), let written = graph.figures.value[figure] else { return nil }
        let half = scaled(DecimalNumber(significand: 1, exponent: written.exponent), figure) * 0.5000001
        return switch Comparator(code: graph.figures.comparator[figure]) {
        case .equal: value - half...value + half
        case .approximately: value - max(half, abs(value) / 10)...value + max(half, abs(value) / 10)
        case .atLeast, .moreThan: value - half...Double.infinity
        case .atMost, .lessThan: -Double.infinity...value + half
        case .range: graph.figures.high[figure].map { value - half...max(value, scaled($0, figure)) + half }
        default: nil
        }
    }

    // MARK: shares

    private func share(_ figure: Int, _ document: Int) -> LintReport.Row? {
        let name = graph.name(of: NodeID(.figure, figure))
        guard graph.unitName(figure) == "%", Aspect(code: graph.figures.aspect[figure]) == .level,
              let value = graph.figures.high[figure].map({ scaled($0, figure) }) ?? number(figure), value > 100,
              Self.shares.contains(where: { name.hasSuffix($0) }), !Self.beyondWhole.contains(where: { name.contains($0) })
        else { return nil }
        return row(figure, document, .share, Message("\(name) above 100%", "\(name)超过100%"))
    }

    private static let shares = [
        "占比", "比重", "覆盖率", "普及率", "入学率", "巩固率", "合格率", "达标率", "优良率", "比例", "化率", "参保率", "利用率", "回收率", "处理率",
        "治理率", "就业率", "失业率", "办结率", "满意率", "自给率", "到位率", "入园率", "通过率",
    ]
    /// Ratios of two different things, which may be any size: gross enrolment, bank reserves, a plan overfulfilled.
    private static let beyondWhole = ["拨备", "毛入", "预算", "计划", "自给", "同比", "投入产出", "占补"]

    // MARK: baselines

    private func baseline(_ figure: Int, _ document: Int) -> LintReport.Row? {
        let columns = graph.figures, statements = graph.figures.statement
        let indicator = Int(columns.indicator[figure]), words = graph.words(of: NodeID(.figure, figure))
        guard FigureKind(code: columns.kind[figure]) == .target, Aspect(code: columns.aspect[figure]) == .level,
              let direction = Direction(code: graph.indicators.direction[indicator]), direction != .none, isStock(figure),
              let comparator = Comparator(code: columns.comparator[figure]),
              comparator == .equal || comparator == .approximately || comparator == .range, !words.contains("控制在"),
              let value = columns.high[figure].map({ scaled($0, figure) }) ?? number(figure), let unit = base(figure),
              statements.period[figure] != .max, statements.place[figure] != noNode
        else { return nil }
        let up = direction == .up, lasts = Self.lasting.contains { graph.name(of: NodeID(.figure, figure)).hasSuffix($0) }
        // What came of it later is no fault of the plan.
        let year = graph.documents.year[document], spoken = year == .max ? Int16.max : graph.periods.period[Int(year)].end
        let aimed = graph.periods.period[Int(statements.period[figure])]
        var latest: (end: Int, figure: Int, value: Double)?
        for row in columns.ofIndicator[indicator] {
            let other = Int(row), period = statements.period[other]
            guard FigureKind(code: columns.kind[other]) == .actual, Aspect(code: columns.aspect[other]) == .level,
                  Comparator(code: columns.comparator[other]) == .equal, statements.place[other] == statements.place[figure],
                  base(other) == unit, period != .max, let result = number(other), columns.wording[other] == columns.wording[figure]
            else { continue }
            let span = graph.periods.period[Int(period)]
            let isNear = span.isYear && aimed.isYear && aimed.end - span.end <= 2
            guard span.end < aimed.end, span.end <= spoken, isNear || lasts && aimed.end - span.end <= 10, FigureScope(graph, other).isWhole
            else { continue }
            // Of several results of one year, the mildest.
            let milder = latest.map { up ? result < $0.value : result > $0.value } ?? true
            if Int(span.end) > latest?.end ?? 0 || Int(span.end) == latest?.end && milder { latest = (Int(span.end), other, result) }
        }
        guard let latest, up ? value < latest.value : value > latest.value, FigureScope(graph, figure).isWhole else { return nil }
        let target = graph.quantity(figure), result = graph.quantity(latest.figure), id = identifier(latest.figure)
        return row(
            figure, document, .baseline,
            Message(
                "\(target) is \(up ? "below" : "above") the \(result) of \(latest.end) in \(id)",
                "\(target)\(up ? "低于" : "高于")\(id)中\(latest.end)年的\(result)"))
    }

    /// What is at one height at any time, or comes anew each year: additions (新增就业) have no height to fall below, and
    /// nobody aims at unemployment, so that its target is a bound whatever it says.
    private func isStock(_ figure: Int) -> Bool {
        let name = graph.name(of: NodeID(.figure, figure))
        return Self.stocks.contains { name.hasSuffix($0) } && !Self.additions.contains { name.contains($0) }
    }

    /// What stays as high as it has come: a plan of several years may be held against the last result. Sums of several years may not.
    private static let lasting = ["率", "比重", "占比", "比例", "寿命", "年限", "里程", "面积", "保有量", "蓄积量", "浓度", "强度"]
    private static let stocks = [
        "率", "比重", "占比", "比例", "总值", "增加值", "总额", "收入", "产量", "人口", "里程", "寿命", "年限", "面积", "存量", "保有量", "规模", "容量",
        "浓度", "强度", "能力", "总量", "指数", "蓄积量",
    ]
    private static let additions = ["新增", "新建", "新开", "改造", "完成", "累计", "失业率", "播种", "造林", "治理面积"]

    // MARK: numbers

    /// The value in its plain unit; a check needs no more digits than a double has.
    private func number(_ figure: Int) -> Double? { graph.figures.value[figure].map { scaled($0, figure) } }

    private func scaled(_ number: DecimalNumber, _ figure: Int) -> Double {
        let unit = graph.figures.unit[figure]
        var value = Double(number.significand)
        let power = Int(number.exponent) + (unit == .max ? 0 : Int(graph.units.power[Int(unit)]))
        for _ in 0..<abs(power) { if power > 0 { value *= 10 } else { value /= 10 } }
        return value
    }

    private func base(_ figure: Int) -> UInt16? {
        graph.figures.unit[figure] == .max ? nil : graph.units.base[Int(graph.figures.unit[figure])]
    }
}
