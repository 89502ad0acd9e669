import KnowledgeGraph
import Lexicon

/// What a property is read from: the graph, and for rows that stand for many statements, how many there are of each kind.
struct Scene: Sendable {
    let graph: Graph
    var counts = StatementCounts()
    /// Of rows reached from others (`targets | measures`): by what.
    var ties: [UInt32: Ties.Tie] = [:]
    /// Words that sentences were found by.
    var sought: [SoughtText] = []
    /// What stands beside figures in the list that they come from.
    var beside: BesideRows?
    /// What became of targets.
    let checks: CheckMemory

    init(
        graph: Graph, counts: StatementCounts = StatementCounts(), ties: [UInt32: Ties.Tie] = [:],
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.graph = graph
        self.counts = counts
        self.ties = ties
        checks = CheckMemory(graph, isCancelled: isCancelled)
    }
}

extension Scene {
    /// The code of a figure: beside it in its list, else in the column of the table.
    @inline(__always)
    func code<Code: FixedWidthInteger>(_ code: BesideCode, _ row: Int, _ column: Series<Code>) -> Int {
        beside?.code(code, of: row) ?? Int(truncatingIfNeeded: column[row])
    }

    func value(_ row: Int) -> DecimalNumber? {
        beside?.value(of: row) ?? graph.figures.value[row]
    }
}

/// Statements per row of an entity type.
struct StatementCounts: Sendable {
    var targets: [Int] = []
    var results: [Int] = []
    var measures: [Int] = []
    var problems: [Int] = []
    var documents: [Int] = []

    func total(_ row: Int) -> Int {
        [targets, results, measures, problems, documents].reduce(0) { $0 + ($1.indices.contains(row) ? $1[row] : 0) }
    }
}

/// A column of a node type, as people and programs read it.
struct Property: Sendable {
    let key: String
    var rightAligned = false
    var shrink = 0
    /// The dictionary code of each row, where there are few values: filters and groups compare codes, not texts.
    var codes: (@Sendable (Graph) -> CodeColumn)?
    let cell: @Sendable (Scene, Int) -> Cell
    /// What a code is shown as, where the cell tells nothing but it.
    private(set) var ofCode: (@Sendable (Scene, Int) -> Cell)?

    /// A property that its code tells.
    init(
        _ key: String, shrink: Int = 0, coded codes: @escaping @Sendable (Graph) -> CodeColumn,
        ofCode: @escaping @Sendable (Scene, Int) -> Cell
    ) {
        self.init(key, shrink: shrink, codes: codes, cell: { scene, row in ofCode(scene, codes(scene.graph)[row]) })
        self.ofCode = ofCode
    }

    init(
        _ key: String, rightAligned: Bool = false, shrink: Int = 0, codes: (@Sendable (Graph) -> CodeColumn)? = nil,
        cell: @escaping @Sendable (Scene, Int) -> Cell
    ) {
        self.key = key
        self.rightAligned = rightAligned
        self.shrink = shrink
        self.codes = codes
        self.cell = cell
    }

    var column: Column {
        Column(key: key, chinese: KeyWord.named(key)?.chinese.first ?? key, rightAligned: rightAligned, shrink: shrink)
    }

    static func all(of type: NodeType) -> [Property] {
        switch type {
        case .figure: ofFigures
        case .measure: ofMeasures
        case .problem: ofProblems
        case .goal: ofGoals
        case .document: ofDocuments
        case .indicator: ofIndicators
        case .sector: ofSectors
        case .place: ofPlaces
        case .period: ofPeriods
        case .sentence: ofSentences
        }
    }

    static func named(_ key: String, of type: NodeType) -> Property? {
        // Statements have a period, which may be a year; documents and goals have a year.
        let properties = all(of: type)
        if let property = properties.first(where: { $0.key == key }) { return property }
        let other = ["year": "period", "period": "year", "value": "figure"][key]
        return properties.first { $0.key == other }
    }
}

/// Gives the cells of one property, row by row. What a code is shown as is worked out once for the rows near each other that have it.
struct CellReader {
    private let property: Property
    private let codes: CodeColumn?
    /// What stands beside the rows in their list, and which of it the property is.
    private let beside: BesideRows?
    private let code: BesideCode?
    private var known: [(code: Int, cell: Cell)] = []
    /// The place in `known`, plus one, by the code; 0 for none.
    private var slots: [UInt16] = []

    init(_ property: Property, _ scene: Scene, rows: Int) {
        self.property = property
        codes = property.ofCode == nil || rows < 2 ? nil : property.codes?(scene.graph)
        code = BesideCode(rawValue: property.key)
        beside = code == nil ? nil : scene.beside
        guard codes != nil else { return }
        var size = 16
        while size < min(rows, 4096) { size *= 2 }
        slots = [UInt16](repeating: 0, count: size)
    }

    /// - Parameter scene: That of `init`.
    mutating func cell(_ scene: Scene, _ row: Int) -> Cell {
        // What stands beside the row is asked first: to take the column in hand costs more than to read it.
        guard let ofCode = property.ofCode, !slots.isEmpty, let code = besideCode(row) ?? codes?[row] else {
            return property.cell(scene, row)
        }
        let slot = code & (slots.count - 1), place = Int(slots[slot])
        if place > 0, known[place - 1].code == code { return known[place - 1].cell }
        let cell = ofCode(scene, code)
        if place > 0 {
            known[place - 1] = (code, cell)
        } else {
            known.append((code, cell))
            slots[slot] = UInt16(known.count)
        }
        return cell
    }

    private func besideCode(_ row: Int) -> Int? { code.flatMap { beside?.code($0, of: row) } }
}

/// A column of dictionary codes at its own width. A code beyond the dictionary stands for no value.
enum CodeColumn: Sendable {
    case narrow(Series<UInt8>)
    case medium(Series<UInt16>)
    case wide(Series<UInt32>)
    /// A column with further codes for some rows; its own is the main one, by which rows are grouped.
    case several(Series<UInt16>, MoreSectors)

    subscript(row: Int) -> Int {
        switch self {
        case .narrow(let codes): Int(codes[row])
        case .medium(let codes): Int(codes[row])
        case .wide(let codes): Int(codes[row])
        case .several(let codes, _): Int(codes[row])
        }
    }

    /// The codes of some rows, in their order.
    func codes(of rows: ArraySlice<UInt32>, into codes: inout [UInt32]) {
        switch self {
        case .narrow(let column): Self.codes(rows, column, &codes)
        case .medium(let column), .several(let column, _): Self.codes(rows, column, &codes)
        case .wide(let column): Self.codes(rows, column, &codes)
        }
    }

    private static func codes<Code: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ rows: ArraySlice<UInt32>, _ column: Series<Code>, _ codes: inout [UInt32]
    ) {
        codes.removeAll(keepingCapacity: true)
        codes.append(addingCapacity: rows.count) { codes in
            for row in rows { codes.append(UInt32(truncatingIfNeeded: column[Int(row)])) }
        }
    }

    /// The rows that have a code the mask allows.
    func filter(_ rows: [UInt32], _ mask: [Bool]) -> [UInt32] {
        switch self {
        case .narrow(let codes): Self.filter(rows, codes, mask)
        case .medium(let codes): Self.filter(rows, codes, mask)
        case .wide(let codes): Self.filter(rows, codes, mask)
        case .several(let codes, let more):
            if more.isEmpty { Self.filter(rows, codes, mask) } else { Self.filter(rows, codes, more, mask) }
        }
    }

    private static func filter<Code: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ rows: [UInt32], _ codes: Series<Code>, _ mask: [Bool]
    ) -> [UInt32] {
        var kept: [UInt32] = []
        for row in rows {
            let code = Int(codes[Int(row)])
            if code < mask.count, mask[code] { kept.append(row) }
        }
        return kept
    }

    private static func filter(_ rows: [UInt32], _ codes: Series<UInt16>, _ more: MoreSectors, _ mask: [Bool]) -> [UInt32] {
        var also: Set<UInt32> = []
        for (row, code) in zip(more.rows, more.sectors) where Int(code) < mask.count && mask[Int(code)] { also.insert(row) }
        return rows.filter { row in
            let code = Int(codes[Int(row)])
            return code < mask.count && mask[code] || also.contains(row)
        }
    }

    /// How many of `rows` have each code below `size` as their main one.
    func count(_ rows: [UInt32], size: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: size)
        for row in rows {
            let code = self[Int(row)]
            if code < size { counts[code] += 1 }
        }
        return counts
    }
}

extension Scene {
    /// `同一任务 f5, f6`: the relation, and the first rows that led here.
    func reason(for row: Int) -> String? {
        guard let tie = ties[UInt32(row)], let relation = tie.relation else { return nil }
        let names = tie.from.map { graph.identifier(of: $0) }.joined(separator: ", ")
        return "\(relation.name.text) \(names)" + (tie.count > tie.from.count ? " …" : "")
    }
}

extension String {
    /// Its rows one behind the other, with a space between them.
    var inOneRow: String { split(whereSeparator: \.isNewline).map { String($0).trimmingSpace }.joined(separator: " ") }

    /// Without white space at both ends.
    var trimmingSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}

extension Cell {
    static func text(_ string: String?) -> Cell { string.map { .text($0) } ?? .empty }
    /// A value of a property that has only a few.
    static func closed(_ key: String, _ value: String?) -> Cell {
        guard let value else { return .empty }
        return KeyWord.named(key)?.value(value).map { .term($0.term) } ?? .text(value)
    }
}

extension Graph {
    func placeName(_ row: UInt32) -> String? { row == noNode ? nil : strings[places.name[Int(row)]] }
    func sectorName(_ row: UInt16) -> String? { row == .max ? nil : strings[sectors.name[Int(row)]] }
    /// The names of sectors; programs get their codes with a space between them.
    func sectorCell(_ rows: [UInt16]) -> Cell {
        let rows = rows.filter { $0 != .max }.map { Int($0) }
        guard !rows.isEmpty else { return .empty }
        let names = rows.map { strings[sectors.name[$0]] }.joined(separator: "、")
        return .term(Term(rows.map { strings[sectors.code[$0]] }.joined(separator: " "), Message(names, names)))
    }
    func periodCell(_ row: UInt16) -> Cell { row == .max ? .empty : .period(periods.period[Int(row)]) }
    func levelName(_ code: UInt8) -> String? { PlaceLevel(code: code)?.rawValue }
    func unitName(_ figure: Int) -> String? {
        figures.unit[figure] == .max ? nil : strings[units.name[Int(figures.unit[figure])]]
    }

    /// Whether the unit is %, without making text of it.
    func isPercent(_ figure: Int) -> Bool {
        let unit = figures.unit[figure]
        return unit != .max && strings.utf8(of: units.name[Int(unit)]).elementsEqual(CollectionOfOne(0x25))
    }

    /// The quantity of a figure.
    public func quantity(_ figure: Int) -> Quantity {
        Quantity(
            aspect: Aspect(code: figures.aspect[figure]) ?? .level,
            comparator: Comparator(code: figures.comparator[figure]) ?? .equal,
            value: figures.value[figure], high: figures.high[figure], unit: unitName(figure),
            reference: strings.string(figures.reference[figure]))
    }
}

extension Comparator {
    /// The word of the language for it, a value of the key `comparator`.
    var word: String {
        switch self {
        case .equal: "exactly"
        case .approximately: "about"
        case .atLeast: "at-least"
        case .atMost: "at-most"
        case .moreThan: "more"
        case .lessThan: "less"
        case .range: "range"
        case .sync: "sync"
        case .outpace: "outpace"
        }
    }
}
