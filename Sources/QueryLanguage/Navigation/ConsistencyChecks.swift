import Documents
import Extraction
import KnowledgeGraph
import Lexicon

/// Consistency checks of documents; each row names its source, and opens the statement it speaks of.
struct Lint {
    let graph: Graph
    let isCancelled: @Sendable () -> Bool

    private struct Row {
        var document: Int
        var start: Int
        var check: String
        var says: String
        var words: String
        var node: NodeID
    }

    func table(of documents: [Int]) throws(Diagnostic) -> Table {
        var rows: [Row] = []
        for document in documents {
            if isCancelled() { throw .cancelled }
            var own = textRows(document)
            let figures = Int(graph.documents.figures[document])..<Int(graph.documents.figures[document + 1])
            own += twoValues(figures, document)
            for figure in figures {
                if let row = share(figure, document) { own.append(row) }
                if let row = baseline(figure, document) { own.append(row) }
            }
            rows += own.sorted { ($0.start, $0.check) < ($1.start, $1.check) }
        }
        return Table(
            columns: [
                Column(key: "id", chinese: "编号"), Column(key: "source", chinese: "来源", shrink: 1),
                Column(key: "check", chinese: "检查"), Column(key: "finding", chinese: "发现", shrink: 2),
                Column(key: "text", chinese: "原文", shrink: 3),
            ],
            rows: rows.map { row in
                let source = graph.strings[graph.documents.name[row.document]] + ":\(line(of: row.start, row.document))"
                return [
                    .text(graph.identifier(of: row.node)), .text(source), .text(row.check), .text(row.says), .text(row.words),
                ]
            },
            nodes: rows.map(\.node))
    }

    private func line(of start: Int, _ document: Int) -> Int {
        let base = graph.documents.textStart[document]
        return 1 + graph.text[base..<base + start].count { $0 == UInt8(ascii: "\n") }
    }

    // MARK: words and outline

    private func textRows(_ document: Int) -> [Row] {
        // A table of facts has no sentences, and announces nothing.
        guard graph.sentences.offsets[document] < graph.sentences.offsets[document + 1] else { return [] }
        let text = Array(graph.text[graph.documents.textStart[document]..<graph.documents.textStart[document + 1]])
        return DocumentChecks().findings(in: text).map { finding in
            let says: String, check: String
            switch finding.check {
            case .count(let announced, let found): (check, says) = ("count", "announces \(announced), has \(found)")
            case .respectively(let members, let values): (check, says) = ("respectively", "\(members) members, \(values) values")
            }
            let words = String(decoding: text[finding.span.start..<finding.span.end], as: UTF8.self)
            return Row(
                document: document, start: finding.span.start, check: check, says: says, words: words,
                node: heading(above: finding.span.start, document))
        }
    }

    /// The heading that the place stands in or under; the document above the first.
    private func heading(above start: Int, _ document: Int) -> NodeID {
        let goals = Int(graph.documents.goals[document])..<Int(graph.documents.goals[document + 1])
        return goals.last { Int(graph.goals.start[$0]) <= start }.map { NodeID(.goal, $0) } ?? NodeID(.document, document)
    }

    // MARK: figures

    private func row(_ figure: Int, _ document: Int, _ check: String, _ says: String) -> Row {
        let node = NodeID(.figure, figure)
        return Row(
            document: document, start: Int(graph.figures.statement.start[figure]), check: check, says: says,
            words: graph.words(of: node), node: node)
    }

    private struct Subject: Hashable {
        var indicator: UInt32
        var aspect: UInt8
        var kind: UInt8
        var place: UInt32
        var period: UInt16
        var unit: UInt16
    }

    /// Plain values only: a bound and a value, or a number with another rounding, do not contradict each other. Names that
    /// the lexicon lacks are passed over, for two things may share one.
    private func twoValues(_ figures: Range<Int>, _ document: Int) -> [Row] {
        var first: [Subject: Int] = [:], found: [Row] = []
        let columns = graph.figures, statements = graph.figures.statement
        for figure in figures {
            guard Comparator(code: columns.comparator[figure]) == .equal, columns.high[figure] == nil,
                  Aspect(code: columns.aspect[figure]) == .growth || Aspect(code: columns.aspect[figure]) == .level,
                  graph.strings.string(graph.indicators.english[Int(columns.indicator[figure])]) != nil,
                  statements.period[figure] != .max, let value = number(figure), let unit = base(figure)
            else { continue }
            let subject = Subject(
                indicator: columns.indicator[figure], aspect: columns.aspect[figure], kind: columns.kind[figure],
                place: statements.place[figure], period: statements.period[figure], unit: unit)
            guard let other = first[subject] else {
                first[subject] = figure
                continue
            }
            guard let before = number(other), abs(value - before) > 0.02 * max(abs(value), abs(before)) else { continue }
            let wordings = (graph.strings.string(columns.wording[figure]), graph.strings.string(columns.wording[other]))
            guard wordings.0 == wordings.1 else { continue }
            let says = "\(graph.quantity(figure)), and \(graph.quantity(other)) in \(graph.identifier(of: NodeID(.figure, other)))"
            found.append(row(figure, document, "two-values", says))
        }
        return found
    }

    private func share(_ figure: Int, _ document: Int) -> Row? {
        let name = graph.name(of: NodeID(.figure, figure))
        guard graph.unitName(figure) == "%", Aspect(code: graph.figures.aspect[figure]) == .level,
              let value = number(figure), value > 100, Self.shares.contains(where: { name.hasSuffix($0) }),
              !Self.beyondWhole.contains(where: { name.hasSuffix($0) })
        else { return nil }
        return row(figure, document, "share", "\(name) above 100%")
    }

    private static let shares = [
        "占比", "比重", "覆盖率", "普及率", "入学率", "毛入学率", "合格率", "达标率", "优良率", "化率", "参保率", "回收率", "处理率", "就业率", "失业率",
    ]
    /// Ratios of two different things, which may be any size.
    private static let beyondWhole = ["拨备覆盖率"]

    private func baseline(_ figure: Int, _ document: Int) -> Row? {
        let columns = graph.figures, statements = graph.figures.statement
        let indicator = Int(columns.indicator[figure])
        guard FigureKind(code: columns.kind[figure]) == .target, Aspect(code: columns.aspect[figure]) == .level,
              let direction = Direction(code: graph.indicators.direction[indicator]), direction != .none,
              let value = columns.high[figure].map({ scaled($0, figure) }) ?? number(figure), let unit = base(figure),
              statements.period[figure] != .max, statements.place[figure] != noNode
        else { return nil }
        let up = direction == .up
        let comparator = Comparator(code: columns.comparator[figure])
        guard comparator == .equal || comparator == .approximately || comparator == .range
                || comparator == (up ? .atLeast : .atMost) || comparator == (up ? .moreThan : .lessThan) else { return nil }
        let target = graph.periods.period[Int(statements.period[figure])]
        var latest: (end: Int, figure: Int, value: Double)?
        for row in columns.ofIndicator[indicator] {
            let other = Int(row), period = statements.period[other]
            guard FigureKind(code: columns.kind[other]) == .actual, Aspect(code: columns.aspect[other]) == .level,
                  Comparator(code: columns.comparator[other]) == .equal, statements.place[other] == statements.place[figure],
                  base(other) == unit, period != .max, let result = number(other),
                  columns.wording[other] == columns.wording[figure]
            else { continue }
            let span = graph.periods.period[Int(period)]
            // A sum of five years says nothing against the target of one.
            guard span.isYear, target.isYear, span.end < target.end else { continue }
            // Of several results of one year, the mildest.
            let milder = latest.map { up ? result < $0.value : result > $0.value } ?? true
            if Int(span.end) > latest?.end ?? 0 || Int(span.end) == latest?.end && milder { latest = (Int(span.end), other, result) }
        }
        guard let latest, up ? value < latest.value : value > latest.value else { return nil }
        let id = graph.identifier(of: NodeID(.figure, latest.figure))
        return row(
            figure, document, "baseline",
            "\(graph.quantity(figure)) \(up ? "below" : "above") the \(graph.quantity(latest.figure)) of \(latest.end) (\(id))")
    }

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
