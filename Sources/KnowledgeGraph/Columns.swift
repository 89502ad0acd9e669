import Documents
import Lexicon

/// "No node" in a column of type `UInt32`.
public let noNode = UInt32.max

/// Documents, numbered by place, year and name. Their statements are ranges: of document d, `goals[d]..<goals[d + 1]`.
public struct DocumentColumns: Sendable {
    public internal(set) var name: Series<StringTable.ID> = []
    public internal(set) var path: Series<StringTable.ID> = []
    public internal(set) var title: Series<StringTable.ID> = []
    public internal(set) var date: Series<StringTable.ID> = []
    public internal(set) var place: Series<UInt32> = []
    /// Period node of the year that the document plans for.
    public internal(set) var year: Series<UInt16> = []
    /// Raw index in `PlaceLevel.allCases`; `UInt8.max` for none.
    public internal(set) var level: Series<UInt8> = []
    public internal(set) var key: Series<UInt64> = []
    /// Where each document's text begins in `Graph.text`, and one past the last.
    public internal(set) var textStart: Series<Int> = [0]
    public internal(set) var goals: Series<UInt32> = [0]
    public internal(set) var figures: Series<UInt32> = [0]
    public internal(set) var measures: Series<UInt32> = [0]
    public internal(set) var problems: Series<UInt32> = [0]
    public internal(set) var ofPlace = AdjacencyList([])
    public internal(set) var ofYear = AdjacencyList([])

    public var count: Int { name.count }
}

/// The files that the graph was read from, each with the hash of its bytes and the document that came of it, so that those
/// that did not change need not be read again. Empty where the graph was not built for a snapshot.
struct FileColumns: Sendable {
    var path: Series<StringTable.ID> = []
    var hash: Series<UInt64> = []
    var document: Series<UInt32> = []
}

/// Sentences of all documents, in the order of the documents.
public struct SentenceColumns: Sendable {
    public internal(set) var start: Series<UInt32> = []
    public internal(set) var end: Series<UInt32> = []
    /// The sentences of document d: `offsets[d]..<offsets[d + 1]`.
    public internal(set) var offsets: Series<UInt32> = [0]

    public var count: Int { start.count }
}

/// Headings. Spans, here and below, count bytes of the node's own document.
public struct GoalColumns: Sendable {
    public internal(set) var document: Series<UInt32> = []
    public internal(set) var parent: Series<UInt32> = []
    public internal(set) var title: Series<StringTable.ID> = []
    public internal(set) var level: Series<UInt8> = []
    public internal(set) var looksForward = FlagColumn()
    public internal(set) var start: Series<UInt32> = []
    public internal(set) var end: Series<UInt32> = []
    public internal(set) var key: Series<UInt64> = []
    public internal(set) var children = AdjacencyList([])

    public var count: Int { document.count }
}

/// What figures, measures and problems have in common: where they stand, and to what they belong.
public struct StatementColumns: Sendable {
    public internal(set) var document: Series<UInt32> = []
    public internal(set) var goal: Series<UInt32> = []
    /// Row of `Graph.sentences`.
    public internal(set) var sentence: Series<UInt32> = []
    public internal(set) var place: Series<UInt32> = []
    /// The main sector; `moreSectors` has what few statements are of besides.
    public internal(set) var sector: Series<UInt16> = []
    public internal(set) var moreSectors = MoreSectors()
    public internal(set) var period: Series<UInt16> = []
    public internal(set) var start: Series<UInt32> = []
    public internal(set) var end: Series<UInt32> = []
    public internal(set) var key: Series<UInt64> = []
    public internal(set) var ofGoal = AdjacencyList([])
    /// Statements of each sector, be it their main one or a further one.
    public internal(set) var ofSector = AdjacencyList([])
    public internal(set) var ofPeriod = AdjacencyList([])
    public internal(set) var ofPlace = AdjacencyList([])

    public var count: Int { document.count }

    /// Rows of `Graph.sectors` that statement `row` is of, the main one first.
    public func sectors(of row: Int) -> [UInt16] {
        (sector[row] == .max ? [] : [sector[row]]) + moreSectors[row]
    }
}

/// The further sectors of the few statements that have any: pairs of a row and a sector, in ascending order of the rows.
public struct MoreSectors: Sendable {
    public internal(set) var rows: Series<UInt32> = []
    public internal(set) var sectors: Series<UInt16> = []

    public var isEmpty: Bool { rows.isEmpty }

    /// Those of statement `row`, in their order.
    public subscript(row: Int) -> [UInt16] {
        let low = rows.place(notBelow: UInt32(truncatingIfNeeded: row))
        var end = low
        while end < rows.count, rows[end] == row { end += 1 }
        return (low..<end).map { sectors[$0] }
    }

    /// Gives `body` those of `row`, in their order.
    @inlinable
    public func forEach(of row: Int, _ body: (Int) -> Void) {
        var low = rows.place(notBelow: UInt32(truncatingIfNeeded: row))
        while low < rows.count, rows[low] == UInt32(truncatingIfNeeded: row) {
            body(Int(sectors[low]))
            low += 1
        }
    }

    mutating func append(_ sector: UInt16, of row: Int) {
        rows.append(UInt32(row))
        sectors.append(sector)
    }
}

public struct FigureColumns: Sendable {
    public internal(set) var statement = StatementColumns()
    public internal(set) var indicator: Series<UInt32> = []
    /// The indicator as the document words it.
    public internal(set) var wording: Series<StringTable.ID> = []
    /// Raw indices in `allCases` of `Aspect`, `Comparator` and `FigureKind`.
    public internal(set) var aspect: Series<UInt8> = []
    public internal(set) var comparator: Series<UInt8> = []
    public internal(set) var kind: Series<UInt8> = []
    public internal(set) var value = DecimalColumn()
    public internal(set) var high = DecimalColumn()
    /// Row of `Graph.units`; `UInt16.max` for none.
    public internal(set) var unit: Series<UInt16> = []
    public internal(set) var reference: Series<StringTable.ID> = []
    /// In hundredths.
    public internal(set) var confidence: Series<UInt8> = []
    public internal(set) var ofIndicator = AdjacencyList([])
    /// Figures by `periodAndKind` and sector, be it their main one or a further one.
    public internal(set) var byPeriod = PairPostings()
    /// By indicator and period.
    public internal(set) var byIndicator = PairPostings()
    /// By place and indicator.
    public internal(set) var byPlace = PairPostings()

    public var count: Int { indicator.count }
}

public struct MeasureColumns: Sendable {
    public internal(set) var statement = StatementColumns()
    /// The verb.
    public internal(set) var action: Series<StringTable.ID> = []
    /// In hundredths.
    public internal(set) var confidence: Series<UInt8> = []
    /// By period and sector, be it their main one or a further one.
    public internal(set) var byPeriod = PairPostings()
    /// What the measures are to move: the indicators of the figures in their own sentences.
    public internal(set) var indicators = SparseEdges()
    public internal(set) var ofIndicator = AdjacencyList([])

    public var count: Int { action.count }
}

/// Edges that few rows have, and these maybe several: pairs of a row and a node, in ascending order of the rows.
public struct SparseEdges: Sendable {
    public internal(set) var rows: Series<UInt32> = []
    public internal(set) var nodes: Series<UInt32> = []

    /// Gives `body` the nodes of `row`, in their order.
    @inlinable
    public func forEach(of row: Int, _ body: (Int) -> Void) {
        var low = rows.place(notBelow: UInt32(truncatingIfNeeded: row))
        while low < rows.count, rows[low] == UInt32(truncatingIfNeeded: row) {
            body(Int(nodes[low]))
            low += 1
        }
    }

    mutating func append(_ node: UInt32, of row: Int) {
        rows.append(UInt32(row))
        nodes.append(node)
    }
}

public struct ProblemColumns: Sendable {
    public internal(set) var statement = StatementColumns()

    public var count: Int { statement.count }
}

/// Decimal numbers, exact, some of them missing.
public struct DecimalColumn: Sendable {
    @usableFromInline var significand: Series<Int64> = []
    /// `Int8.min` where the number is missing.
    @usableFromInline var exponent: Series<Int8> = []

    public var significands: Series<Int64> { significand }
    public var exponents: Series<Int8> { exponent }

    @inlinable public subscript(row: Int) -> DecimalNumber? {
        exponent[row] == .min ? nil : DecimalNumber(significand: significand[row], exponent: exponent[row])
    }

    mutating func append(_ number: DecimalNumber?) {
        significand.append(number?.significand ?? 0)
        exponent.append(number?.exponent ?? .min)
    }

    @inline(__always)
    mutating func append(_ count: Int, _ number: (Int) -> DecimalNumber?) {
        significand.append(count) { number($0)?.significand ?? 0 }
        exponent.append(count) { number($0)?.exponent ?? .min }
    }
}

/// True or false for each row.
public struct FlagColumn: Sendable {
    var bytes: Series<UInt8> = []

    public subscript(row: Int) -> Bool { bytes[row] != 0 }

    mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
}

/// Indicators: those of the lexicon in its order, then those that only documents name. Many may have no figure.
public struct IndicatorColumns: Sendable {
    public internal(set) var name: Series<StringTable.ID> = []
    public internal(set) var english: Series<StringTable.ID> = []
    /// Row of `Graph.sectors`: the lexicon's, else that of most of its figures.
    public internal(set) var sector: Series<UInt16> = []
    /// Raw index in `Direction.allCases`.
    public internal(set) var direction: Series<UInt8> = []
    /// In how many documents it has a figure.
    public internal(set) var documents: Series<UInt32> = []

    public var count: Int { name.count }
}

/// The tree of sectors, a parent before its children.
public struct SectorColumns: Sendable {
    public internal(set) var code: Series<StringTable.ID> = []
    public internal(set) var name: Series<StringTable.ID> = []
    public internal(set) var english: Series<StringTable.ID> = []
    /// `UInt16.max` at the top.
    public internal(set) var parent: Series<UInt16> = []
    public internal(set) var children = AdjacencyList([])
    /// Sectors whose measures the targets of each rest on.
    public internal(set) var foundations = AdjacencyList([])

    public var count: Int { code.count }
}

public struct PlaceColumns: Sendable {
    public internal(set) var name: Series<StringTable.ID> = []
    public internal(set) var english: Series<StringTable.ID> = []
    /// Raw index in `PlaceLevel.allCases`; `UInt8.max` for none.
    public internal(set) var level: Series<UInt8> = []
    public internal(set) var parent: Series<UInt32> = []
    public internal(set) var children = AdjacencyList([])

    public var count: Int { name.count }
}

/// Years and longer spans, in the order of `Period`.
public struct PeriodColumns: Sendable {
    public internal(set) var period: Series<Period> = []
    /// `十五五` for 2026 to 2030, where the lexicon has a name.
    public internal(set) var name: Series<StringTable.ID> = []
    /// The years of a longer span, and the longer spans of a year.
    public internal(set) var years = AdjacencyList([])
    public internal(set) var spans = AdjacencyList([])

    public var count: Int { period.count }

    public func index(of wanted: Period) -> Int? {
        var low = 0, high = period.count
        while low < high {
            let middle = (low + high) / 2
            if period[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < period.count && period[low] == wanted ? low : nil
    }
}

/// Units as written, each with the plain unit and the power of ten that its 万 and 亿 stand for: `亿元` is 10^8 元.
public struct UnitColumns: Sendable {
    public internal(set) var name: Series<StringTable.ID> = []
    /// A number for each plain unit; equal numbers can be compared.
    public internal(set) var base: Series<UInt16> = []
    public internal(set) var power: Series<UInt8> = []
    /// Plain units by that number.
    public internal(set) var bases: Series<StringTable.ID> = []

    public var count: Int { name.count }
}
