/// Meets every series of a graph under the name of its section. Writing and opening both go this way: a new column is a line
/// here beside its declaration.
protocol SectionVisitor {
    mutating func visit<Value>(_ name: String, _ series: inout Series<Value>) throws(SnapshotFailure)
}

extension GraphColumns {
    mutating func visitSections(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit("text", &text)
        try visitor.visit("duplicates", &duplicatePaths)
        try visitor.visit("files.path", &files.path)
        try visitor.visit("files.hash", &files.hash)
        try visitor.visit("files.document", &files.document)
        try strings.visitSections("strings", &visitor)
        try names.visitSections(&visitor)
        try facets.figures.visitSections("facets.figures", &visitor)
        try facets.measures.visitSections("facets.measures", &visitor)
        try facets.problems.visitSections("facets.problems", &visitor)
        try documents.visitSections(&visitor)
        try visitor.visit("sentences.start", &sentences.start)
        try visitor.visit("sentences.end", &sentences.end)
        try visitor.visit("sentences.offsets", &sentences.offsets)
        try goals.visitSections(&visitor)
        try figures.visitSections(&visitor)
        try measures.statement.visitSections("measures", &visitor)
        try visitor.visit("measures.action", &measures.action)
        try visitor.visit("measures.indicators.rows", &measures.indicators.rows)
        try visitor.visit("measures.indicators", &measures.indicators.nodes)
        try measures.ofIndicator.visitSections("measures.ofIndicator", &visitor)
        try visitor.visit("measures.confidence", &measures.confidence)
        try measures.byPeriod.visitSections("measures.byPeriod", &visitor)
        try problems.statement.visitSections("problems", &visitor)
        try visitEntities(&visitor)
        try visitor.visit("index.terms", &index.terms)
        try visitor.visit("index.sentences", &index.sentences)
        try visitor.visit("index.offsets", &index.offsets)
        try visitor.visit("index.parts", &index.parts)
        try visitor.visit("index.postings", &index.postings)
        try visitor.visit("index.repeats.offsets", &index.repeatOffsets)
        try visitor.visit("index.repeats", &index.repeatSentences)
        try visitor.visit("index.repeats.times", &index.repeatTimes)
    }

    private mutating func visitEntities(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit("indicators.name", &indicators.name)
        try visitor.visit("indicators.english", &indicators.english)
        try visitor.visit("indicators.sector", &indicators.sector)
        try visitor.visit("indicators.direction", &indicators.direction)
        try visitor.visit("indicators.documents", &indicators.documents)
        try visitor.visit("sectors.code", &sectors.code)
        try visitor.visit("sectors.name", &sectors.name)
        try visitor.visit("sectors.english", &sectors.english)
        try visitor.visit("sectors.parent", &sectors.parent)
        try sectors.children.visitSections("sectors.children", &visitor)
        try sectors.foundations.visitSections("sectors.foundations", &visitor)
        try visitor.visit("places.name", &places.name)
        try visitor.visit("places.english", &places.english)
        try visitor.visit("places.level", &places.level)
        try visitor.visit("places.parent", &places.parent)
        try places.children.visitSections("places.children", &visitor)
        try visitor.visit("periods.period", &periods.period)
        try visitor.visit("periods.name", &periods.name)
        try periods.years.visitSections("periods.years", &visitor)
        try periods.spans.visitSections("periods.spans", &visitor)
        try visitor.visit("units.name", &units.name)
        try visitor.visit("units.base", &units.base)
        try visitor.visit("units.power", &units.power)
        try visitor.visit("units.bases", &units.bases)
    }
}

extension FacetCounts.Table {
    fileprivate mutating func visitSections(_ name: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(name + ".place", &places)
        try visitor.visit(name + ".period", &periods)
        try visitor.visit(name + ".sector", &sectors)
        try visitor.visit(name + ".indicator", &indicators)
    }
}

extension DocumentColumns {
    fileprivate mutating func visitSections(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit("documents.name", &name)
        try visitor.visit("documents.path", &path)
        try visitor.visit("documents.title", &title)
        try visitor.visit("documents.date", &date)
        try visitor.visit("documents.place", &place)
        try visitor.visit("documents.year", &year)
        try visitor.visit("documents.level", &level)
        try visitor.visit("documents.key", &key)
        try visitor.visit("documents.textStart", &textStart)
        try visitor.visit("documents.goals", &goals)
        try visitor.visit("documents.figures", &figures)
        try visitor.visit("documents.measures", &measures)
        try visitor.visit("documents.problems", &problems)
        try ofPlace.visitSections("documents.ofPlace", &visitor)
        try ofYear.visitSections("documents.ofYear", &visitor)
    }
}

extension GoalColumns {
    fileprivate mutating func visitSections(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit("goals.document", &document)
        try visitor.visit("goals.parent", &parent)
        try visitor.visit("goals.title", &title)
        try visitor.visit("goals.level", &level)
        try visitor.visit("goals.looksForward", &looksForward.bytes)
        try visitor.visit("goals.start", &start)
        try visitor.visit("goals.end", &end)
        try visitor.visit("goals.key", &key)
        try children.visitSections("goals.children", &visitor)
    }
}

extension StatementColumns {
    fileprivate mutating func visitSections(_ table: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(table + ".document", &document)
        try visitor.visit(table + ".goal", &goal)
        try visitor.visit(table + ".sentence", &sentence)
        try visitor.visit(table + ".place", &place)
        try visitor.visit(table + ".sector", &sector)
        try visitor.visit(table + ".moreSectors.rows", &moreSectors.rows)
        try visitor.visit(table + ".moreSectors.sectors", &moreSectors.sectors)
        try visitor.visit(table + ".period", &period)
        try visitor.visit(table + ".start", &start)
        try visitor.visit(table + ".end", &end)
        try visitor.visit(table + ".key", &key)
        try ofGoal.visitSections(table + ".ofGoal", &visitor)
        try ofSector.visitSections(table + ".ofSector", &visitor)
        try ofPeriod.visitSections(table + ".ofPeriod", &visitor)
        try ofPlace.visitSections(table + ".ofPlace", &visitor)
    }
}

extension FigureColumns {
    fileprivate mutating func visitSections(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try statement.visitSections("figures", &visitor)
        try visitor.visit("figures.indicator", &indicator)
        try visitor.visit("figures.wording", &wording)
        try visitor.visit("figures.aspect", &aspect)
        try visitor.visit("figures.comparator", &comparator)
        try visitor.visit("figures.kind", &kind)
        try value.visitSections("figures.value", &visitor)
        try high.visitSections("figures.high", &visitor)
        try visitor.visit("figures.unit", &unit)
        try visitor.visit("figures.reference", &reference)
        try visitor.visit("figures.confidence", &confidence)
        try ofIndicator.visitSections("figures.ofIndicator", &visitor)
        try byPeriod.visitSections("figures.byPeriod", &visitor)
        try byIndicator.visitSections("figures.byIndicator", &visitor)
        try byPlace.visitSections("figures.byPlace", &visitor)
    }
}

extension DecimalColumn {
    fileprivate mutating func visitSections(_ name: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(name + ".significand", &significand)
        try visitor.visit(name + ".exponent", &exponent)
    }
}

extension AdjacencyList {
    fileprivate mutating func visitSections(_ name: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(name + ".offsets", &offsets)
        try visitor.visit(name, &sources)
    }
}

extension PairPostings {
    fileprivate mutating func visitSections(_ name: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(name + ".keys", &keys)
        try visitor.visit(name + ".offsets", &offsets)
        try visitor.visit(name, &rows)
        try visitor.visit(name + ".place", &beside.place)
        try visitor.visit(name + ".indicator", &beside.indicator)
        try visitor.visit(name + ".period", &beside.period)
        try visitor.visit(name + ".sector", &beside.sector)
        try visitor.visit(name + ".kind", &beside.kind)
        try beside.value.visitSections(name, &visitor)
    }
}

extension StringTable {
    fileprivate mutating func visitSections(_ name: String, _ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try visitor.visit(name + ".offsets", &offsets)
        try visitor.visit(name, &bytes)
    }
}

extension NameIndex {
    fileprivate mutating func visitSections(_ visitor: inout some SectionVisitor) throws(SnapshotFailure) {
        try spellings.visitSections("names.spelling", &visitor)
        try folded.visitSections("names.folded", &visitor)
        try visitor.visit("names.type", &type)
        try visitor.visit("names.row", &row)
        try visitor.visit("names.order", &order)
    }
}
