import Lexicon

/// The rows of a table by two of their codes at once, such as the figures of an indicator in a period: one short list instead of
/// the part that two long ones have in common.
///
/// A code that stands for no value counts as one behind the last, so that every row is in a list of its first code.
public struct PairPostings: Sendable {
    /// The pairs that have rows, ascending: the first code in the upper 32 bits, the second in the lower.
    var keys: Series<UInt64> = []
    /// Where the rows of each pair begin in `rows`, and one past the last.
    var offsets: Series<UInt32> = [0]
    /// Of each pair, ascending.
    var rows: Series<UInt32> = []
    /// What the rows have besides, in the order of `rows`: who reads a list needs not look for each row in the columns of the table.
    public internal(set) var beside = BesideColumns()

    init() {}

    /// Entry i says that `rows[i]` has the codes `firsts[i]` and `seconds[i]`, which are at most `firstCount` and `secondCount`;
    /// the rows ascend. Two stable passes, by the second code and then by the first, put them in order.
    init(rows: [UInt32], firsts: [UInt32], seconds: [UInt32], firstCount: Int, secondCount: Int) {
        let bySecond = Self.order(nil, by: seconds, count: secondCount + 1)
        let order = Self.order(bySecond, by: firsts, count: firstCount + 1)
        var keys: [UInt64] = [], offsets: [UInt32] = []
        self.rows = Series(count: order.count) { sorted in
            var previous: UInt64?
            for (at, entry) in order.enumerated() {
                let key = UInt64(firsts[Int(entry)]) << 32 | UInt64(seconds[Int(entry)])
                if key != previous {
                    keys.append(key)
                    offsets.append(UInt32(at))
                    previous = key
                }
                sorted[at] = rows[Int(entry)]
            }
        }
        offsets.append(UInt32(order.count))
        self.keys = Series(keys)
        self.offsets = Series(offsets)
    }

    /// The entries, those of nil in their order, stably by their codes.
    private static func order(_ entries: [UInt32]?, by codes: [UInt32], count: Int) -> [UInt32] {
        var next = [UInt32](repeating: 0, count: count + 1)
        for code in codes { next[Int(code) + 1] += 1 }
        for code in 0..<count { next[code + 1] += next[code] }
        var ordered = [UInt32](repeating: 0, count: codes.count)
        func put(_ entry: UInt32) {
            let code = Int(codes[Int(entry)])
            ordered[Int(next[code])] = entry
            next[code] += 1
        }
        if let entries { for entry in entries { put(entry) } } else { for entry in 0..<UInt32(codes.count) { put(entry) } }
        return ordered
    }

    /// The first pair that is not before this one.
    private func place(_ first: Int, _ second: Int) -> Int {
        let key = UInt64(first) << 32 | UInt64(second)
        var low = 0, high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func range(at place: Int) -> Range<Int> { offsets.range(at: place) }

    /// Where the rows that have both codes stand, in `listed` and in the columns beside.
    public func range(_ first: Int, _ second: Int) -> Range<Int> {
        let place = place(first, second)
        guard place < keys.count, keys[place] == UInt64(first) << 32 | UInt64(second) else { return 0..<0 }
        return range(at: place)
    }

    /// Where the rows that have the first code stand.
    public func range(_ first: Int) -> Range<Int> {
        let low = Int(offsets[place(first, 0)]), high = Int(offsets[place(first + 1, 0)])
        return low < high ? low..<high : 0..<0
    }

    /// All rows in the order of the lists.
    public var listed: Series<UInt32> { rows }

    /// The rows that have both codes, ascending.
    public func rows(_ first: Int, _ second: Int) -> SeriesSlice<UInt32> {
        rows[range(first, second)]
    }

    /// Gives `body` each second code that stands beside the first, ascending, with its rows.
    public func forEach(of first: Int, _ body: (_ second: Int, _ rows: SeriesSlice<UInt32>) -> Void) {
        forEachRange(of: first) { body($0, rows[$1]) }
    }

    /// How many rows each pair has.
    public func counts(_ body: (_ first: Int, _ second: Int, _ count: Int) -> Void) {
        for place in 0..<keys.count {
            body(Int(keys[place] >> 32), Int(truncatingIfNeeded: keys[place] & 0xFFFF_FFFF), range(at: place).count)
        }
    }

    private func forEachRange(of first: Int, _ body: (Int, Range<Int>) -> Void) {
        var place = place(first, 0)
        while place < keys.count, keys[place] >> 32 == first {
            body(Int(truncatingIfNeeded: keys[place] & 0xFFFF_FFFF), range(at: place))
            place += 1
        }
    }

    /// Where the rows that have one of the first and one of the second codes stand; all second codes where these are nil.
    private func ranges(_ firsts: [Int], _ seconds: [Int]?) -> [ListRange] {
        var ranges: [ListRange] = []
        for first in firsts {
            if let seconds, seconds.count < 8 {
                for second in seconds {
                    let place = place(first, second)
                    if place < keys.count, keys[place] == UInt64(first) << 32 | UInt64(second) {
                        ranges.append(ListRange(range(at: place)))
                    }
                }
            } else if let seconds {
                let wanted = Set(seconds)
                forEachRange(of: first) { if wanted.contains($0) { ranges.append(ListRange($1)) } }
            } else {
                let low = Int(offsets[place(first, 0)]), high = Int(offsets[place(first + 1, 0)])
                if low < high { ranges.append(ListRange(low..<high)) }
            }
        }
        return ranges
    }

    /// A range as a type without parameters: the first array of one that has them costs the start of a program more than all its use.
    private struct ListRange {
        var range: Range<Int>
        init(_ range: Range<Int>) { self.range = range }
    }

    /// The rows that have one of the first and one of the second codes, counted and ready to be listed. A row that stands under
    /// several pairs counts for each.
    public func list(_ firsts: [Int], _ seconds: [Int]?, of table: Int) -> RowList {
        let ranges = ranges(firsts, seconds)
        let isAscending = ranges.count == 1 && seconds != nil
        var list = RowList(count: ranges.reduce(0) { $0 + $1.range.count }) { [rows] in
            if isAscending { return Array(rows[ranges[0].range]) }
            return RowList.ascending(ranges.map { rows[$0.range] }, of: table)
        }
        if list.count < table / 8, beside.value.significand.count > 0 {
            list.beside = { [rows, beside] in BesideRows(ranges.map { rows[$0.range] }, beside) }
        }
        return list
    }
}

/// Columns in the order of a list of rows; those that the list does not keep are empty.
public struct BesideColumns: Sendable {
    public internal(set) var place: Series<UInt32> = []
    public internal(set) var indicator: Series<UInt32> = []
    public internal(set) var period: Series<UInt16> = []
    /// The main one.
    public internal(set) var sector: Series<UInt16> = []
    public internal(set) var kind: Series<UInt8> = []
    public internal(set) var value = DecimalColumn()
}

/// Some rows with what stands beside them in their list, to be looked up by the row.
public struct BesideRows: Sendable {
    private let places: RowPlaces
    /// Codes that all of them have.
    public var place: Int?
    public var indicator: Int?
    public var period: Int?
    public var kind: Int?

    init(_ lists: [SeriesSlice<UInt32>], _ columns: BesideColumns) { places = RowPlaces(lists, columns) }

    /// The code of a row; nil where the list does not keep it.
    public func code(_ code: BesideCode, of row: Int) -> Int? {
        switch code {
        case .place: place ?? at(places.columns.place, row)
        case .indicator: indicator ?? at(places.columns.indicator, row)
        case .period: period ?? at(places.columns.period, row)
        case .sector: at(places.columns.sector, row)
        case .kind: kind ?? at(places.columns.kind, row)
        }
    }

    @inline(__always)
    private func at<Code: FixedWidthInteger>(_ column: Series<Code>, _ row: Int) -> Int? {
        column.isEmpty ? nil : places[row].map { Int(truncatingIfNeeded: column[$0]) }
    }

    /// Where the row stands in the list; nil where it does not.
    func place(of row: Int) -> Int? { places[row] }

    /// The value of a row, where it is in the list; it may have none.
    public func value(of row: Int) -> DecimalNumber?? { places[row].map { places.columns.value[$0] } }
}

/// Codes that lists of figures may keep beside their rows, by the keys of the properties.
public enum BesideCode: String, Sendable { case place, indicator, period, sector, kind }

/// The places of rows in their list, shared by all copies.
final class RowPlaces: Sendable {
    let columns: BesideColumns
    /// Place in the list plus one, and the row, by hash of the row; 0 for none.
    private let slots: [UInt64]

    init(_ lists: [SeriesSlice<UInt32>], _ columns: BesideColumns) {
        self.columns = columns
        let count = lists.reduce(0) { $0 + $1.count }
        var size = 16
        while size < count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for rows in lists {
            for at in rows.indices {
                var slot = Self.slot(rows[at]) & (size - 1)
                while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot]) != rows[at] { slot = (slot + 1) & (size - 1) }
                slots[slot] = UInt64(at + 1) << 32 | UInt64(rows[at])
            }
        }
        self.slots = slots
    }

    private static func slot(_ row: UInt32) -> Int { Int(truncatingIfNeeded: (UInt64(row) &* 0x9E37_79B9_7F4A_7C15) >> 32) }

    subscript(row: Int) -> Int? {
        var slot = Self.slot(UInt32(truncatingIfNeeded: row)) & (slots.count - 1)
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot]) == UInt32(truncatingIfNeeded: row) { return Int(slots[slot] >> 32) - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// Rows of a table that are known but not listed yet.
public struct RowList: Sendable {
    /// At most so many.
    public let count: Int
    /// Ascending, each once.
    public let rows: @Sendable () -> [UInt32]
    /// What stands beside them, where they are few of their table and come from a list that keeps it.
    public var beside: (@Sendable () -> BesideRows)?

    public init(count: Int, rows: @escaping @Sendable () -> [UInt32]) {
        self.count = count
        self.rows = rows
    }

    /// What is in any of the lists, of the rows of a table, ascending and each once.
    static func ascending(_ lists: [SeriesSlice<UInt32>], of table: Int) -> [UInt32] {
        let count = lists.reduce(0) { $0 + $1.count }
        var all: [UInt32] = []
        all.reserveCapacity(count)
        if count < table / 64 {
            for list in lists { all += list }
            all.sort()
            var kept = 0
            for (at, row) in all.enumerated() where at == 0 || row != all[kept - 1] {
                all[kept] = row
                kept += 1
            }
            all.removeLast(all.count - kept)
            return all
        }
        // Many of them: a bit for each row of the table puts them in order in one pass.
        var bits = [UInt64](repeating: 0, count: table / 64 + 1)
        // What lies beyond the table is no row of it; it is refused where it is looked up.
        for list in lists { for row in list where Int(row >> 6) < bits.count { bits[Int(row >> 6)] |= 1 << UInt64(row & 63) } }
        for (word, wordBits) in bits.enumerated() where wordBits != 0 {
            var rest = wordBits
            while rest != 0 {
                all.append(UInt32(word << 6 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return all
    }
}

extension AdjacencyList {
    /// The sources of any of the nodes, of a table of so many rows.
    public func list(_ nodes: [Int], of table: Int) -> RowList {
        let ranges = nodes.filter { $0 >= 0 && $0 + 1 < offsets.count }.map { offsets.range(at: $0) }
        return RowList(count: ranges.reduce(0) { $0 + $1.count }) { [sources] in
            ranges.count == 1 ? Array(sources[ranges[0]]) : RowList.ascending(ranges.map { sources[$0] }, of: table)
        }
    }
}

extension FigureColumns {
    /// The first code of `byPeriod`.
    public static func periodAndKind(_ period: Int, _ kind: Int) -> Int { period * FigureKind.allCases.count + kind }

    mutating func makePostings(places: Int, sectors: Int, periods: Int, indicators: Int) {
        let kinds = FigureKind.allCases.count, figures = self
        @Sendable func codes(_ column: Series<UInt32>, _ count: Int) -> [UInt32] { column.map { min($0, UInt32(count)) } }
        let made = Parallel.map(3) { which -> PairPostings in
            let statement = figures.statement
            var postings: PairPostings
            if which == 0 {
                var entries = statement.entriesBySector(sectors)
                for (entry, row) in entries.rows.enumerated() {
                    let period = min(Int(entries.periods[entry]), periods)
                    entries.periods[entry] = UInt32(Self.periodAndKind(period, Int(min(figures.kind[Int(row)], UInt8(kinds - 1)))))
                }
                postings = PairPostings(
                    rows: entries.rows, firsts: entries.periods, seconds: entries.sectors, firstCount: (periods + 1) * kinds,
                    secondCount: sectors)
                postings.beside.place = postings.inOrder(statement.place)
                postings.beside.indicator = postings.inOrder(figures.indicator)
                postings.beside.sector = postings.inOrder(statement.sector)
                postings.beside.period = postings.inOrder(statement.period)
            } else {
                let rows = Array(0..<UInt32(figures.count)), indicator = codes(figures.indicator, indicators)
                let period = which == 2 ? [] : statement.period.map { min(UInt32($0), UInt32(periods)) }
                postings = which == 1
                    ? PairPostings(rows: rows, firsts: indicator, seconds: period, firstCount: indicators, secondCount: periods)
                    : PairPostings(
                        rows: rows, firsts: codes(statement.place, places), seconds: indicator, firstCount: places, secondCount: indicators)
                if which == 1 {
                    postings.beside.place = postings.inOrder(statement.place)
                } else {
                    postings.beside.period = postings.inOrder(statement.period)
                }
                postings.beside.kind = postings.inOrder(figures.kind)
            }
            postings.beside.value.significand = postings.inOrder(figures.value.significand)
            postings.beside.value.exponent = postings.inOrder(figures.value.exponent)
            return postings
        }
        (byPeriod, byIndicator, byPlace) = (made[0], made[1], made[2])
    }
}

extension PairPostings {
    /// The column in the order of the lists.
    fileprivate func inOrder<Value: FixedWidthInteger>(_ column: Series<Value>) -> Series<Value> {
        Series(count: rows.count) { values in
            for (at, row) in rows.enumerated() { values[at] = column[Int(row)] }
        }
    }
}

extension MeasureColumns {
    mutating func makePostings(sectors: Int, periods: Int) {
        let entries = statement.entriesBySector(sectors)
        byPeriod = PairPostings(
            rows: entries.rows, firsts: entries.periods.map { min($0, UInt32(periods)) }, seconds: entries.sectors,
            firstCount: periods, secondCount: sectors)
    }
}

extension StatementColumns {
    /// Every row with its period under each of its sectors; 0xFFFF is no period.
    fileprivate func entriesBySector(_ count: Int) -> (rows: [UInt32], sectors: [UInt32], periods: [UInt32]) {
        var rows: [UInt32] = [], sectors: [UInt32] = [], periods: [UInt32] = []
        let size = self.count + moreSectors.rows.count
        rows.reserveCapacity(size)
        sectors.reserveCapacity(size)
        periods.reserveCapacity(size)
        var more = 0
        for row in 0..<self.count {
            func add(_ sector: UInt16) {
                rows.append(UInt32(row))
                sectors.append(min(UInt32(sector), UInt32(count)))
                periods.append(UInt32(period[row]))
            }
            add(sector[row])
            while more < moreSectors.rows.count, moreSectors.rows[more] == row {
                add(moreSectors.sectors[more])
                more += 1
            }
        }
        return (rows, sectors, periods)
    }
}
