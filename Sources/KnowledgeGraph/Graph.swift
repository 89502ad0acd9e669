import Documents
import Extraction
import Lexicon

/// Everything that was read, as columns: a node is a row number, an edge a number in a column, and its way back a compressed
/// list. The same documents in any order give the same graph.
///
/// It never changes once it is made, and has some two hundred columns: a class, so that handing it on copies one reference.
public final class Graph: Sendable {
    public let strings: StringTable
    /// The texts of all documents, one after the other.
    public let text: Series<UInt8>
    public let documents: DocumentColumns
    public let sentences: SentenceColumns
    public let goals: GoalColumns
    public let figures: FigureColumns
    public let measures: MeasureColumns
    public let problems: ProblemColumns
    public let indicators: IndicatorColumns
    public let sectors: SectorColumns
    public let places: PlaceColumns
    public let periods: PeriodColumns
    public let units: UnitColumns
    public let names: NameIndex
    public let facets: FacetCounts
    /// Empty where the graph did not come from a snapshot; see `textIndex`.
    let index: TextIndex
    let lateIndex = LateIndex()
    /// The files that were read.
    let files: FileColumns
    let duplicatePaths: Series<StringTable.ID>

    /// - Parameter files: The hash of each file, by its path, whose reading may serve again; see `KnownReadings`.
    public convenience init(readings: [Reading], lexicon: Lexicon, files: [String: UInt64] = [:]) {
        var builder = GraphBuilder(lexicon: lexicon)
        builder.add(readings, files: files)
        self.init(builder.finishColumns())
    }

    /// A graph with more documents behind those that it has, whose nodes keep their numbers; but for periods, which go by their
    /// years. The new documents stand in their own order.
    public convenience init(_ graph: Graph, adding readings: [Reading], lexicon: Lexicon) {
        var builder = GraphBuilder(lexicon: lexicon, continuing: graph)
        builder.add(readings, behind: graph)
        self.init(builder.finishColumns())
    }

    init(_ columns: GraphColumns) {
        strings = columns.strings
        text = columns.text
        documents = columns.documents
        sentences = columns.sentences
        goals = columns.goals
        figures = columns.figures
        measures = columns.measures
        problems = columns.problems
        indicators = columns.indicators
        sectors = columns.sectors
        places = columns.places
        periods = columns.periods
        units = columns.units
        names = columns.names
        facets = columns.facets
        index = columns.index
        files = columns.files
        duplicatePaths = columns.duplicatePaths
    }

    /// Paths that were left out because a document of the same name and content was there already.
    public var duplicates: [String] { duplicatePaths.map { strings[$0] } }

    public func count(of type: NodeType) -> Int {
        switch type {
        case .document: documents.count
        case .goal: goals.count
        case .figure: figures.count
        case .measure: measures.count
        case .problem: problems.count
        case .indicator: indicators.count
        case .sector: sectors.count
        case .place: places.count
        case .period: periods.count
        case .sentence: sentences.count
        }
    }

    /// The columns that figures, measures and problems share; nil for any other type.
    public func statements(of type: NodeType) -> StatementColumns? {
        switch type {
        case .figure: figures.statement
        case .measure: measures.statement
        case .problem: problems.statement
        default: nil
        }
    }

    /// The document that a node stands in; nil for what is not of one document.
    public func document(of node: NodeID) -> Int? {
        let row = Int(node.index)
        return switch node.type {
        case .document: row
        case .goal: Int(goals.document[row])
        case .figure: Int(figures.statement.document[row])
        case .measure: Int(measures.statement.document[row])
        case .problem: Int(problems.statement.document[row])
        case .sentence: document(ofSentence: row)
        default: nil
        }
    }

    /// The bytes in its document that a heading, statement or sentence came from.
    public func span(of node: NodeID) -> ByteSpan? {
        let row = Int(node.index)
        if node.type == .goal { return ByteSpan(Int(goals.start[row]), Int(goals.end[row])) }
        if node.type == .sentence { return ByteSpan(Int(sentences.start[row]), Int(sentences.end[row])) }
        // Each by itself: to hand on all columns of statements costs more than to look at two.
        switch node.type {
        case .figure: return ByteSpan(Int(figures.statement.start[row]), Int(figures.statement.end[row]))
        case .measure: return ByteSpan(Int(measures.statement.start[row]), Int(measures.statement.end[row]))
        case .problem: return ByteSpan(Int(problems.statement.start[row]), Int(problems.statement.end[row]))
        default: return nil
        }
    }

    /// The words that a heading or statement came from.
    public func words(of node: NodeID) -> String {
        String(decoding: text(of: node), as: UTF8.self)
    }

    /// The same as UTF-8, without a copy.
    public func text(of node: NodeID) -> SeriesSlice<UInt8> {
        guard let document = document(of: node), let span = span(of: node) else { return text(from: 0, to: 0) }
        let base = documents.textStart[document]
        return text(from: base + span.start, to: base + span.end)
    }

    /// Whether the words that a figure came from begin with these; without making text of them.
    public func words(ofFigure row: Int, beginWith words: StaticString) -> Bool {
        let statements = figures.statement, base = documents.textStart[Int(statements.document[row])]
        let start = base + Int(statements.start[row]), count = words.utf8CodeUnitCount
        guard base + Int(statements.end[row]) - start >= count else { return false }
        return words.withUTF8Buffer { text.holds($0.span, at: start) }
    }

    func string(_ span: ByteSpan, of document: Int) -> String {
        let base = documents.textStart[document]
        return String(decoding: text(from: base + span.start, to: base + span.end), as: UTF8.self)
    }

    func text(from low: Int, to high: Int) -> SeriesSlice<UInt8> {
        if low > high { text.beyond() }
        return text[low..<high]
    }

    /// The same graph for another thread: what both look at often is counted apart.
    package func apart() -> Graph {
        var columns = GraphColumns(self), counter = Apart()
        guard (try? columns.visitSections(&counter)) != nil else { return self }
        return Graph(columns)
    }

    private struct Apart: SectionVisitor {
        var memory: Memory?

        mutating func visit<Value>(_ name: String, _ series: inout Series<Value>) { series.countApart(&memory) }
    }

    /// The sector with all that lie under it, as a mask over the rows of `sectors`.
    public func sectorMask(under root: Int) -> [Bool] {
        var mask = [Bool](repeating: false, count: sectors.count)
        mask[root] = true
        for row in 0..<sectors.count where sectors.parent[row] != .max && mask[Int(sectors.parent[row])] { mask[row] = true }
        return mask
    }
}

/// The columns of a graph while it is made or written.
struct GraphColumns: Sendable {
    var strings = StringTable()
    var text: Series<UInt8> = []
    var documents = DocumentColumns()
    var sentences = SentenceColumns()
    var goals = GoalColumns()
    var figures = FigureColumns()
    var measures = MeasureColumns()
    var problems = ProblemColumns()
    var indicators = IndicatorColumns()
    var sectors = SectorColumns()
    var places = PlaceColumns()
    var periods = PeriodColumns()
    var units = UnitColumns()
    var names = NameIndex()
    var facets = FacetCounts()
    var index = TextIndex()
    var files = FileColumns()
    var duplicatePaths: Series<StringTable.ID> = []

    init() {}

    init(_ graph: Graph) {
        strings = graph.strings
        text = graph.text
        documents = graph.documents
        sentences = graph.sentences
        goals = graph.goals
        figures = graph.figures
        measures = graph.measures
        problems = graph.problems
        indicators = graph.indicators
        sectors = graph.sectors
        places = graph.places
        periods = graph.periods
        units = graph.units
        names = graph.names
        facets = graph.facets
        index = graph.index
        files = graph.files
        duplicatePaths = graph.duplicatePaths
    }
}
