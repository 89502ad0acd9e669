import Documents
import Lexicon

extension Graph {
    /// The first part that does not follow from what it was made from, by the name of its section; nil where all do. Everything that can
    /// be made again is: lists, counts, the index of texts, the keys of documents and statements.
    var contradiction: String? {
        if let part = columnThatLeadsNowhere ?? keyAstray { return "section \(part)" }
        var columns = GraphColumns(self)
        columns.makeLists()
        columns.indicators.documents = Self.documents(ofIndicators: figures, count: indicators.count)
        let again = Graph(columns)
        columns.facets = FacetCounts(again)
        if index.terms.count > 0 { columns.index = TextIndexBuilder.index(of: again) }
        return columns.difference(from: GraphColumns(self)).map { "section \($0)" }
    }

    /// A column with a number that is beyond the table it leads into.
    private var columnThatLeadsNowhere: String? {
        func leads<Code: FixedWidthInteger>(_ column: Series<Code>, into count: Int, orNowhere none: Bool = true) -> Bool {
            column.allSatisfy { $0 < count || none && $0 == .max }
        }
        func fits(_ table: StatementColumns, _ name: String) -> String? {
            if !leads(table.document, into: documents.count, orNowhere: false) { return name + ".document" }
            if !leads(table.goal, into: goals.count) { return name + ".goal" }
            if !leads(table.sentence, into: sentences.count) { return name + ".sentence" }
            if !leads(table.place, into: places.count) { return name + ".place" }
            if !leads(table.sector, into: sectors.count) { return name + ".sector" }
            if !leads(table.period, into: periods.count) { return name + ".period" }
            if !leads(table.moreSectors.rows, into: table.count, orNowhere: false) { return name + ".moreSectors.rows" }
            if !leads(table.moreSectors.sectors, into: sectors.count, orNowhere: false) { return name + ".moreSectors.sectors" }
            return nil
        }
        if let part = fits(figures.statement, "figures") ?? fits(measures.statement, "measures") ?? fits(problems.statement, "problems") {
            return part
        }
        if !leads(figures.indicator, into: indicators.count, orNowhere: false) { return "figures.indicator" }
        if !leads(figures.kind, into: FigureKind.allCases.count, orNowhere: false) { return "figures.kind" }
        if !leads(figures.unit, into: units.count) { return "figures.unit" }
        if !leads(measures.indicators.rows, into: measures.count, orNowhere: false) { return "measures.indicators.rows" }
        if !leads(measures.indicators.nodes, into: indicators.count, orNowhere: false) { return "measures.indicators" }
        if !leads(goals.document, into: documents.count, orNowhere: false) { return "goals.document" }
        if !leads(goals.parent, into: goals.count) { return "goals.parent" }
        if !leads(documents.place, into: places.count) { return "documents.place" }
        if !leads(documents.year, into: periods.count) { return "documents.year" }
        if !leads(sectors.parent, into: sectors.count) { return "sectors.parent" }
        if !leads(places.parent, into: places.count) { return "places.parent" }
        for (name, column) in [
            ("documents.name", documents.name), ("documents.path", documents.path), ("documents.title", documents.title),
            ("documents.date", documents.date),
            ("goals.title", goals.title), ("figures.wording", figures.wording), ("figures.reference", figures.reference),
            ("measures.action", measures.action),
            ("indicators.name", indicators.name), ("sectors.code", sectors.code), ("sectors.name", sectors.name),
            ("places.name", places.name),
            ("periods.name", periods.name), ("units.name", units.name),
        ] where !leads(column, into: strings.count) { return name }
        return nil
    }

    /// A key that is not that of the document's text, or of the statement's place in it. They are made as `GraphBuilder` makes them.
    private var keyAstray: String? {
        var copies: [UInt64: Int] = [:]
        for document in 0..<documents.count {
            var hash = ContentHash()
            hash.combine(bytes: text[documents.textStart.range(at: document)])
            let copy = copies[hash.value, default: 0], key = GraphBuilder.key(hash.value, .document, copy)
            copies[hash.value] = copy + 1
            guard documents.key[document] == key else { return "documents.key" }
            let (goalRows, figureRows) = (documents.goals.range(at: document), documents.figures.range(at: document))
            let (measureRows, problemRows) = (documents.measures.range(at: document), documents.problems.range(at: document))
            var keys = KeyMaker(document: key, count: goalRows.count + figureRows.count + measureRows.count + problemRows.count)
            func span(_ start: Series<UInt32>, _ end: Series<UInt32>, _ row: Int) -> ByteSpan { ByteSpan(Int(start[row]), Int(end[row])) }
            for row in goalRows {
                guard goals.document[row] == document else { return "goals.document" }
                guard goals.key[row] == keys.next(.goal, span(goals.start, goals.end, row)) else { return "goals.key" }
            }
            for (name, type, rows, table) in [
                ("figures", NodeType.figure, figureRows, figures.statement), ("measures", .measure, measureRows, measures.statement),
                ("problems", .problem, problemRows, problems.statement),
            ] {
                for row in rows {
                    guard table.document[row] == document else { return name + ".document" }
                    let telling = type == .figure ? strings[indicators.name[Int(figures.indicator[row])]] : ""
                    guard table.key[row] == keys.next(type, span(table.start, table.end, row), telling: telling) else {
                        return name + ".key"
                    }
                }
            }
        }
        return nil
    }
}

extension GraphColumns {
    /// The name of the first section that is not the same.
    fileprivate func difference(from other: GraphColumns) -> String? {
        var (own, others) = (self, other), plan = SectionPlan(), otherPlan = SectionPlan()
        guard (try? own.visitSections(&plan)) != nil, (try? others.visitSections(&otherPlan)) != nil else { return "table" }
        for (section, other) in zip(plan.sections, otherPlan.sections) {
            var isSame = false
            section.bytes { bytes in other.bytes { isSame = bytes.count == $0.count && bytes.elementsEqual($0) } }
            if !isSame { return section.name }
        }
        return nil
    }
}
