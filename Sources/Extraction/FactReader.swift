import Documents
import Lexicon

/// Reads the rows of a table of facts.
struct FactReader {
    struct Fault: Error {
        var message: Message
        init(_ english: String, _ chinese: String) { message = Message(english, chinese) }
    }

    let header: FactHeader
    let masthead: Masthead
    let reader: Reader

    /// The figure that a row states in one of its columns of values; nil where the cell is empty and the row has others.
    func figure(_ cells: [String], _ at: (column: Int, kind: FigureKind?), _ span: ByteSpan, sentence: Int) throws(Fault) -> Figure? {
        func cell(_ column: FactColumn) -> String? {
            guard let i = header.columns[column], i < cells.count, !cells[i].isEmpty else { return nil }
            return cells[i]
        }
        guard let given = cell(.indicator) else { throw Fault("column indicator is empty", "indicator列是空的") }
        let text = at.column < cells.count ? cells[at.column] : ""
        if text.isEmpty, header.values.count > 1 { return nil }
        var bound = Bound()
        if let said = cell(.comparator) { bound = try self.bound(said) }
        let tied = bound.comparator == .sync || bound.comparator == .outpace
        var number = Number()
        if !text.isEmpty { number = try self.number(text, in: header.titles[at.column] ?? "value") }
        guard number.value != nil || tied else { throw Fault("column value is empty", "value列是空的") }
        if bound.comparator == .equal { bound = number.bound }
        var comparator = bound.comparator
        var high = number.high
        if let upper = cell(.high) { high = try self.number(upper, in: title(.high)).value }
        if high != nil, comparator == .equal { comparator = .range }
        let unit = cell(.unit) ?? number.unit ?? header.units[at.column]
        let kind = try self.kind(cell(.kind), at.kind)
        // A table without a column of periods is of its year, when it tells what is to be reached in it.
        var period = header.columns[.period] == nil && kind == .target ? masthead.year.map { Period($0) } : nil
        if let said = cell(.period) {
            guard let known = self.period(said) else {
                throw Fault(
                    "“\(said)” in column \(title(.period)): expected 2026 or 2026/2030", "\(title(.period))列的“\(said)”：应为2026或2026/2030")
            }
            period = known
        }
        let names = reader.indicators
        let place = cell(.place)
        let home = names.home(place ?? masthead.place)
        let units = SourceText.fold(given)
        var aspect = Aspect.level
        if let said = cell(.aspect) {
            aspect = try self.aspect(said)
        } else if header.columns[.aspect] == nil, unit == "%" || unit == "％" {
            // 地区生产总值 5 %: an amount in percent is its growth; of prices only an index (102.3%) is none.
            let growing = number.isChange || Self.growthEnds.contains { given.hasSuffix($0) }
                || (number.value?.double ?? 0) < 50 && Self.prices.contains { given.hasSuffix($0) }
            let family = names.standard(of: units, unit: nil, isLevel: false, home: home).entry.map { names.entries[$0].family }
            if growing || family.map({ !Self.ratios.contains($0) }) == true { aspect = .growth }
        } else if number.isChange {
            aspect = .change
        }
        if bound.isOfSignedNumber, aspect != .level, let value = number.value, value.significand < 0 { comparator = comparator.turned }
        let standard = names.standard(of: units, unit: unit, isLevel: aspect == .level, home: home)
        let entry = standard.entry.map { names.entries[$0] }
        // The lexicon's finer sector, where the table names the one above it.
        var sector = try cell(.sector).map { (said) throws(Fault) in try self.sector(said) } ?? entry?.sector ?? Sector("economy")
        if let finer = entry?.sector, finer.top == sector { sector = finer }
        return Figure(
            span: span, indicator: given, canonical: standard.name ?? given, aspect: aspect, comparator: comparator, value: number.value,
            high: high, unit: unit, reference: cell(.reference), period: period, kind: kind, sector: sector,
            moreSectors: (entry?.moreSectors ?? []).filter { $0.top != sector.top },
            sentence: sentence, place: place, source: cell(.source), note: cell(.note))
    }

    private static let growthEnds = ["增速", "增长", "增长率", "增幅", "涨幅", "增长速度"]
    private static let prices = ["消费价格", "消费价格指数", "消费价格总水平", "零售价格", "物价", "物价总水平", "CPI"]
    private static let ratios: Set = ["percent", "ratio", "index", ""]

    /// What the table calls a column.
    private func title(_ column: FactColumn) -> String { header.columns[column].flatMap { header.titles[$0] } ?? column.rawValue }

    // MARK: - Cells

    private struct Bound {
        var comparator = Comparator.equal
        /// ≤-3 bounds the number with its sign, 以内 and 不超过 its size.
        var isOfSignedNumber = false
    }

    private struct Number {
        var value: DecimalNumber?, high: DecimalNumber?, bound = Bound(), unit: String?
        /// 增长5%, 减少300人: the words say that it is a change.
        var isChange = false
    }

    /// `5`, `1,250.5`, `≥5%`, `5%左右`, `5–5.5`, `312.6亿元`, `下降3%以上`.
    private func number(_ text: String, in column: String) throws(Fault) -> Number {
        var rest = Substring(text.filter { $0 != " " && $0 != "\u{3000}" })
        var found = Number(), falls = false
        func takeBound() {
            guard let (sign, bound) = Self.before.first(where: { rest.hasPrefix($0.0) }) else { return }
            found.bound = bound
            rest = rest.dropFirst(sign.count)
        }
        takeBound()
        if let (word, down) = Self.courses.first(where: { rest.hasPrefix($0.0) }) {
            (found.isChange, falls) = (true, down)
            rest = rest.dropFirst(word.count)
            takeBound()
            found.bound.isOfSignedNumber = false
        }
        for (sign, comparator) in Self.behind where rest.hasSuffix(sign) {
            found.bound = Bound(comparator: comparator)
            rest = rest.dropLast(sign.count)
            break
        }
        func digits() -> DecimalNumber? {
            let run = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") || $0 == "，" }
            let signed = run.isEmpty && (rest.first == "-" || rest.first == "+" || rest.first == "−")
            let body = signed ? rest.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") } : run
            let sign = falls || signed && rest.first != "+" ? "-" : ""
            guard let value = DecimalNumber(sign + body.filter { $0 != "," && $0 != "，" }) else { return nil }
            rest = rest.dropFirst(body.count + (signed ? 1 : 0))
            return value
        }
        func fault() -> Fault {
            Fault(
                "“\(text)” in column \(column) is no number: expected one as 5, 1,250.5, ≥5% or 5%左右",
                "\(column)列的“\(text)”不是数：应写作5、1,250.5、≥5%或5%左右")
        }
        guard let value = digits() else { throw fault() }
        found.value = value
        var unit = String(rest.prefix { !"-–—~～至到".contains($0) })
        rest = rest.dropFirst(unit.count)
        if !rest.isEmpty {
            rest = rest.drop { "-–—~～至到".contains($0) }
            guard let high = digits() else { throw fault() }
            found.high = high
            found.bound = Bound(comparator: .range)
            if !rest.isEmpty { unit = String(rest) }
        }
        if !unit.isEmpty {
            guard unit.allSatisfy({ !($0.isASCII && $0.isNumber) }), unit.count <= 10 else { throw fault() }
            found.unit = unit
        }
        return found
    }

    private static let before: [(String, Bound)] = {
        let ofNumber: [(String, Comparator)] = [
            ("≥", .atLeast), (">=", .atLeast), ("≤", .atMost), ("<=", .atMost), ("≈", .approximately), (">", .moreThan), ("<", .lessThan),
            ("=", .equal), ("不低于", .atLeast), ("不高于", .atMost), ("高于", .moreThan), ("低于", .lessThan),
        ]
        let ofSize: [(String, Comparator)] = [
            ("不少于", .atLeast), ("不超过", .atMost), ("约", .approximately), ("超过", .moreThan),
        ]
        return ofNumber.map { ($0, Bound(comparator: $1, isOfSignedNumber: true)) } + ofSize.map { ($0, Bound(comparator: $1)) }
    }()
    private static let behind: [(String, Comparator)] = [
        ("左右", .approximately), ("上下", .approximately), ("及以上", .atLeast), ("以上", .atLeast), ("以内", .atMost), ("以下", .atMost),
    ]
    /// The longest of those that begin alike first; whether it falls.
    private static let courses: [(String, Bool)] = [
        ("增长", false), ("增加", false), ("上升", false), ("上涨", false), ("提高", false), ("下降", true), ("降低", true), ("减少", true), ("下跌", true),
    ]

    private func bound(_ text: String) throws(Fault) -> Bound {
        if let known = Comparator(rawValue: text) { return Bound(comparator: known, isOfSignedNumber: true) }
        let words = Self.before + Self.behind.map { ($0, Bound(comparator: $1)) }
        if let word = words.first(where: { $0.0 == text }) { return word.1 }
        throw unknown(text, .comparator, Comparator.allCases.map(\.rawValue))
    }

    private func aspect(_ text: String) throws(Fault) -> Aspect {
        if let known = Aspect(rawValue: text.lowercased()) ?? Self.aspects[text] { return known }
        throw unknown(text, .aspect, Aspect.allCases.map(\.rawValue))
    }

    private static let aspects: [String: Aspect] = [
        "水平": .level, "总量": .level, "绝对值": .level, "绝对数": .level, "增长": .growth, "增速": .growth, "增幅": .growth, "同比": .growth,
        "增量": .change, "变动": .change, "增减": .change,
    ]

    private func kind(_ text: String?, _ ofColumn: FigureKind?) throws(Fault) -> FigureKind {
        guard let text else {
            guard let ofColumn else {
                throw Fault("column kind is empty: expected target, actual or estimate", "kind列是空的：应为target、actual或estimate")
            }
            return ofColumn
        }
        if let known = FigureKind(rawValue: text.lowercased()) ?? Self.kinds[text] { return known }
        // 预期性 and 约束性 tell two sorts of targets, beside values whose heading says that they are targets.
        if let ofColumn { return ofColumn }
        throw unknown(text, .kind, FigureKind.allCases.map(\.rawValue))
    }

    private static let kinds: [String: FigureKind] = [
        "目标": .target, "预期目标": .target, "预期": .target, "计划": .target, "实际": .actual, "完成": .actual, "实绩": .actual, "结果": .actual,
        "预计": .estimate, "估计": .estimate, "初步": .estimate, "预期性": .target, "约束性": .target,
    ]

    private func sector(_ text: String) throws(Fault) -> Sector {
        let entries = reader.lexicon.sectors
        let found =
            entries.first { $0.sector.rawValue == text }
            ?? entries.first { $0.name == text || $0.english == text || $0.aliases.contains(text) }
        guard let found else { throw unknown(text, .sector, entries.map(\.sector).filter { $0 == $0.top }.map(\.rawValue)) }
        return found.sector
    }

    /// `2026`, `2026年`, `2026/2030`, `2026-2030年`, `2026-01-15`, or a plan's name.
    private func period(_ text: String) -> Period? {
        if let known = Period(text) { return known }
        if let plan = reader.lexicon.plans.first(where: { $0.name == text || $0.aliases.contains(text) || "“\($0.name)”" == text }) {
            return plan.period
        }
        var plain = text.filter { $0 != " " && $0 != "年" && $0 != "度" }
        for dash in ["—", "–", "-", "~", "～", "至"] {
            plain = plain.split(separator: dash, omittingEmptySubsequences: true).joined(separator: "/")
        }
        let parts = plain.split(separator: "/")
        // A date: only its year counts.
        if parts.count == 3, parts[0].count == 4 { return Period(parts[0]) }
        guard parts.allSatisfy({ $0.count == 4 }) else { return nil }
        return Period(parts.joined(separator: "/"))
    }

    private func unknown(_ text: String, _ column: FactColumn, _ known: [String]) -> Fault {
        let list = known.joined(separator: " ")
        return Fault("“\(text)” in column \(title(column)): expected one of \(list)", "\(title(column))列的“\(text)”：应为\(list)之一")
    }
}
