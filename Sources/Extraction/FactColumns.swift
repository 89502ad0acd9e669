import Documents
import Lexicon

/// The columns of a table of facts, found by the names that people give them in both languages.
enum FactColumn: String, CaseIterable {
    case place, indicator, aspect, comparator, value, high, unit, period, kind, sector, source, reference, note
    /// A column of values that are all targets, results or estimates; its heading says which.
    case target, actual, estimate

    /// Of this meaning: the heading of a column without its unit and white space, in small letters.
    init?(heading: String) {
        guard let column = Self.headings[heading] else { return nil }
        self = column
    }

    /// What a column that is passed over is called in `# columns:`.
    static let passedOver = "-"

    /// More headings are one word here.
    private static let names: [(FactColumn, String)] = [
        (.place, "place 地区 地方 地点 区域 省份 省市 省区市 省（区、市） 省 市 城市 区县 县区 县 市县 行政区 行政区划 region area province city county location"),
        (.indicator, "indicator 指标 指标名称 指标名 项目 项目名称 名称 目标名称 统计指标 主要指标 metric measure item"),
        (.aspect, "aspect 口径 水平或增长"),
        (.comparator, "comparator 比较 比较符 符号 operator"),
        (.value, "value 数值 值 数据 数量 指标值 number amount figure"),
        (.target, "target 目标 目标值 预期目标 预期值 计划 计划值 计划数 年度目标 planned plan goal targetvalue"),
        (.actual, "actual 实际 实际值 完成 完成值 完成数 完成情况 实绩 实际完成 实际数 result achieved actualvalue"),
        (.estimate, "estimate 预计 预计值 预计完成 初步数 estimated"),
        (.high, "high 上限 最高 最大值 upper max maximum"),
        (.unit, "unit 单位 计量单位 units"),
        (.period, "period 年份 年度 年 时间 时期 期间 统计年度 year date time"),
        (.kind, "kind 类型 性质 类别 数据类型 type"),
        (.sector, "sector 领域 行业 部门 field"),
        (.source, "source 来源 出处 资料来源 数据来源 reference_source"),
        (.reference, "reference 参照 对比对象"),
        (.note, "note 备注 说明 注 notes remark remarks comment"),
    ]

    private static let headings = Dictionary(
        names.flatMap { column, words in words.split(separator: " ").map { (String($0), column) } }, uniquingKeysWith: { a, _ in a })

    /// The known heading of a column other than `taken` that `heading` may be a slip of: one slip in it, two in a long one.
    static func nearest(to heading: String, besides taken: some Collection<FactColumn> = []) -> String? {
        let typed = Array(heading)
        guard typed.count >= 2 else { return nil }
        var best: (name: String, distance: Int)?
        for name in headings.keys.sorted() where name.count >= 2 && headings[name].map({ !taken.contains($0) }) == true {
            let distance = slips(typed, Array(name))
            if distance <= (typed.count > 5 ? 2 : 1), distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// Insertions, deletions and changes between two words.
    private static func slips(_ a: [Character], _ b: [Character]) -> Int {
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices { row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))) }
            last = row
        }
        return last[b.count]
    }
}

/// What the header row of a table says.
struct FactHeader {
    var columns: [FactColumn: Int] = [:]
    /// Units that stand in a heading: 目标值（亿元）.
    var units: [Int: String] = [:]
    /// The headings as written.
    var titles: [Int: String] = [:]
    /// Headings that mean nothing here, in their order.
    var unknown: [String] = []

    /// `mapping` is what the table itself says of its columns: heading → meaning, or `-`.
    init(_ cells: [String], mapping: [String: String]) {
        for (i, cell) in cells.enumerated() where !cell.isEmpty {
            let (heading, unit) = Self.parted(cell)
            titles[i] = cell
            if let said = mapping[cell] ?? mapping[heading] {
                if said == FactColumn.passedOver { continue }
                if let column = FactColumn(rawValue: said) ?? FactColumn(heading: said) {
                    columns[column] = i
                } else {
                    unknown.append(cell)
                }
            } else if let column = FactColumn(heading: heading), columns[column] == nil {
                columns[column] = i
            } else {
                unknown.append(cell)
            }
            units[i] = unit
        }
    }

    /// The columns that hold values, and what their heading says of them.
    var values: [(column: Int, kind: FigureKind?)] {
        let kinds: [(FactColumn, FigureKind?)] = [(.value, nil), (.target, .target), (.actual, .actual), (.estimate, .estimate)]
        return kinds.compactMap { column, kind in columns[column].map { ($0, kind) } }
    }

    /// Names what is measured and its values or times: no line of a text does by chance.
    var isKnown: Bool { columns[.indicator] != nil && (columns[.period] != nil || !values.isEmpty) }

    /// `目标值（亿元）` → `目标值` and `亿元`; headings in small letters without white space.
    private static func parted(_ cell: String) -> (heading: String, unit: String?) {
        let plain = cell.filter { $0 != " " && $0 != "\u{3000}" }.lowercased()
        if FactColumn(heading: plain) != nil { return (plain, nil) }
        guard let open = plain.firstIndex(where: { "（([".contains($0) }), let last = plain.last, "）)]".contains(last) else {
            return (plain, nil)
        }
        let unit = plain[plain.index(after: open)...].dropLast()
        return (String(plain[..<open]), unit.hasPrefix("单位：") || unit.hasPrefix("单位:") ? String(unit.dropFirst(3)) : String(unit))
    }
}

/// Rows of cells parted by tabs, commas or semicolons. A cell in quotes may hold all of them, line breaks, and `""` for a quote
/// (RFC 4180).
struct CellReader {
    let bytes: [UInt8]
    let separator: UInt8
    private(set) var at: Int
    /// The line of the last row, from 1.
    private(set) var line = 0
    private var linesRead = 0

    init(_ bytes: [UInt8], separator: UInt8, from start: Int = 0) {
        self.bytes = bytes
        self.separator = separator
        at = start
    }

    /// The next row and where it stands without its line's end; nil behind the last.
    mutating func next() -> (cells: [String], span: ByteSpan)? {
        guard at < bytes.count else { return nil }
        let start = at
        linesRead += 1
        line = linesRead
        var cells: [String] = [], cell: [UInt8] = []
        var quoted = false
        func text() -> String {
            let trimmed = cell.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
            return String(decoding: Array(trimmed), as: UTF8.self)
        }
        while at < bytes.count {
            let b = bytes[at]
            at += 1
            if quoted {
                if b == 0x22, at < bytes.count, bytes[at] == 0x22 { cell.append(b); at += 1 } else if b == 0x22 { quoted = false } else {
                    if b == 0x0A { linesRead += 1 }
                    cell.append(b)
                }
            } else if b == 0x22, cell.isEmpty, separator != 0x09 {
                quoted = true
            } else if b == separator {
                cells.append(text())
                cell = []
            } else if b == 0x0A {
                cells.append(text())
                return (cells, ByteSpan(start, bytes[at - 2 < start ? start : at - 2] == 0x0D ? max(start, at - 2) : at - 1))
            } else if b != 0x0D {
                cell.append(b)
            }
        }
        cells.append(text())
        return (cells, ByteSpan(start, at))
    }
}
