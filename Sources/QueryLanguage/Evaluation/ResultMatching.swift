import KnowledgeGraph
import Lexicon

/// Which results answer which targets: those of the same indicator, aspect, place and period, in a unit that can be compared.
///
/// A height is of the year that its period ends with: a target of several years that sets a level is answered by a result of its
/// last year, and one of the year by what a report of several years says was reached. A growth or change is of the years that it goes
/// over, whether they are named as a period or by the year it counts from (2025年比2020年). A rate of what is no rate itself is a growth.
/// What a budget pays for one thing is one, whether it is 安排, 投入 or 支出. Statements without a place answer each other within a document.
public struct ResultMatching: Sendable {
    private let graph: Graph
    /// Figures of a place and an indicator that were asked for, by what has to agree, where they are many.
    private var known: [UInt64: [Key: [UInt32]]] = [:]
    /// Figures of what budgets pay and of what is built, by what that is.
    private var alike: [String: [UInt32]]?
    /// The same by what has to agree, of payments and buildings that were asked for.
    private var sorted: [String: [Key: [UInt32]]] = [:]
    /// What names as they are written say of payments and buildings, by their number in the table of strings: they are few beside the figures.
    private var payments: [StringTable.ID: String?] = [:], buildings: [StringTable.ID: String?] = [:]

    private struct Key: Hashable {
        var aspect: Aspect
        /// The place, or where there is none the document.
        var home: UInt64
        /// The year that the period ends with.
        var end: Int16
        var isTarget: Bool
    }

    private var purposeless: [StringTable.ID: Bool] = [:]
    /// Names of what is added up, and of sums.
    private var additive: [StringTable.ID: Bool] = [:], ofSums: [StringTable.ID: Bool] = [:], short: [StringTable.ID: Bool] = [:]

    private let isCancelled: @Sendable () -> Bool

    /// - Parameter isCancelled: Asked now and then; once it is true, what is found is not all there is, and of no use.
    public init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    /// Results for a figure that is a target, actual before estimated, those of later documents first; none for other figures.
    public mutating func results(answering target: Int) -> [UInt32] {
        guard isTarget(target), var key = key(of: target) else { return [] }
        key.isTarget = false
        let found = figures(like: target, key).filter { answers(Int($0), target) }
        guard found.count > 1 else { return found }
        // Actual before estimated, then the later document, then as they came, in one number.
        let actual = FigureKind.actual.code
        let order = found.indices.map { at -> UInt64 in
            let row = Int(found[at]), isEstimate: UInt64 = graph.figures.kind[row] == actual ? 0 : 1
            return isEstimate << 63 | UInt64(Int32.max - Int32(truncatingIfNeeded: graph.figures.statement.document[row])) << 32
                | UInt64(at)
        }
        return order.sorted().map { found[Int($0 & 0xFFFF_FFFF)] }
    }

    /// Targets that a figure answers that is a result, in the order of the graph; none for other figures.
    public mutating func targets(answeredBy result: Int) -> [UInt32] {
        guard !isTarget(result), var key = key(of: result) else { return [] }
        key.isTarget = true
        return figures(like: result, key).filter { answers(result, Int($0)) }.sorted()
    }

    /// Those of the indicator, and those of the same payment or building under another name.
    private mutating func figures(like row: Int, _ key: Key) -> [UInt32] {
        var found = figures(besides: row, key)
        if let thing = payment(row) ?? building(row) {
            if alike == nil {
                if isCancelled() { return found }
                var alike: [String: [UInt32]] = [:]
                // Names are few beside figures: those that are neither are passed over by a look at their number.
                var isNeither = [Bool](repeating: false, count: graph.strings.count)
                for other in (0..<graph.figures.count).until(isCancelled) {
                    let wording = Int(graph.figures.wording[other])
                    guard wording < isNeither.count, !isNeither[wording] else { continue }
                    if let thing = payment(other) ?? building(other) {
                        alike[thing, default: []].append(UInt32(other))
                    } else {
                        isNeither[wording] = !opensWithDeed(graph.strings.utf8(of: graph.figures.wording[other]))
                    }
                }
                if isCancelled() { return found }
                self.alike = alike
            }
            if sorted[thing] == nil {
                var groups: [Key: [UInt32]] = [:]
                for other in (alike?[thing] ?? []).until(isCancelled, every: 256) {
                    if let key = self.key(of: Int(other)) { groups[key, default: []].append(other) }
                }
                if isCancelled() { return found }
                sorted[thing] = groups
            }
            found += (sorted[thing]?[key] ?? []).filter { !found.contains($0) }
        }
        return found
    }

    private mutating func answers(_ result: Int, _ target: Int) -> Bool {
        guard comparable(result, target), !paysWithoutPurpose(result) else { return false }
        let (asked, told) = (period(target), period(result))
        if asked == told { return true }
        if aspect(target) == .level {
            guard asked.isYear || setsLevel(target) else { return false }
            return told.isYear || setsLevel(target) && setsLevel(result) && FigureBasis(graph, result).reaches
        }
        return FigureBasis(graph, target).years == FigureBasis(graph, result).years
    }

    private func period(_ row: Int) -> Period { graph.periods.period[Int(graph.figures.statement.period[row])] }
    private func isTarget(_ row: Int) -> Bool { graph.figures.kind[row] == FigureKind.target.code }

    /// A height at the end of a period, not what is to be added up in its course (新增就业, 改造棚户区).
    mutating func setsLevel(_ row: Int) -> Bool {
        guard graph.figures.aspect[row] == Aspect.level.code else { return false }
        return !isAdditive(graph.figures.wording[row]) && !isAdditive(graph.indicators.name[Int(graph.figures.indicator[row])])
    }

    private mutating func isAdditive(_ name: StringTable.ID) -> Bool {
        if let known = additive[name] { return known }
        let words = graph.strings[name], isAdditive = Self.additions.contains { words.contains($0) }
        additive[name] = isAdditive
        return isAdditive
    }

    /// Whether a name is so short that it may be of anything.
    mutating func isShort(_ name: StringTable.ID) -> Bool {
        if let known = short[name] { return known }
        let isShort = graph.strings[name].count <= 3
        short[name] = isShort
        return isShort
    }

    private mutating func isSum(_ name: StringTable.ID) -> Bool {
        if let known = ofSums[name] { return known }
        let words = graph.strings[name], isSum = Self.sums.contains { words.hasSuffix($0) }
        ofSums[name] = isSum
        return isSum
    }

    private static let additions = [
        "新增", "新建", "新开", "改造", "完成", "累计", "建成", "建设", "减少", "淘汰", "安排", "转移", "培训", "投资", "投入", "引进", "搬迁", "脱贫", "造林", "治理",
    ]

    /// Of growth told as a level (把经济增长速度定为8%, 物价涨幅回落到2.6%) growth, of what is new (新增510万户) a change, otherwise as it was read.
    mutating func aspect(_ row: Int) -> Aspect {
        let aspect = Aspect(code: graph.figures.aspect[row]) ?? .level
        guard aspect == .level else { return aspect }
        let name = graph.indicators.name[Int(graph.figures.indicator[row])], isRate = graph.isPercent(row) && isSum(name)
        let isNew = graph.words(ofFigure: row, beginWith: "新增")
        guard isRate || isNew else { return aspect }
        let words = graph.words(of: NodeID(.figure, row)).simplified
        if isNew, !words.contains("、"), !graph.strings[name].contains("新增") { return .change }
        return isRate && Self.rises.contains { words.contains($0) } ? .growth : aspect
    }

    private static let rises = ["增长", "增速", "速度", "增幅", "涨幅", "上涨"]
    /// What is money or things, so that a percentage of it is its growth; and prices.
    private static let sums = ["总值", "产值", "价格", "物价", "总额", "产量", "收入", "投资", "增加值"]

    /// Who pays, and for what: 中央财政拟安排科技投入 and 中央财政用于科技的支出 are both of 中央财政 for 科技.
    private mutating func payment(_ row: Int) -> String? {
        let wording = graph.figures.wording[row]
        if let known = payments[wording] { return known }
        let payment = payerAndPurpose(row).flatMap { $0.purpose.count > 1 ? $0.payer + " " + $0.purpose : nil }
        payments[wording] = .some(payment)
        return payment
    }

    /// What is paid for one thing here and another there (中央财政投入资金) is no indicator that results could be told of.
    private mutating func paysWithoutPurpose(_ row: Int) -> Bool {
        guard graph.indicators.english[Int(graph.figures.indicator[row])] == StringTable.none else { return false }
        let wording = graph.figures.wording[row]
        if let known = purposeless[wording] { return known }
        let isPurposeless = hasNoPurpose(row)
        purposeless[wording] = isPurposeless
        return isPurposeless
    }

    private func hasNoPurpose(_ row: Int) -> Bool { purpose(row)?.count ?? 2 < 2 }

    /// What a payment is for; nil for what is none.
    func purpose(_ row: Int) -> String? { payerAndPurpose(row)?.purpose }

    /// Whether the name tells one thing: no payment whose purpose stands elsewhere, and no short one that the lexicon does not have.
    func namesOneThing(_ row: Int) -> Bool {
        let indicator = Int(graph.figures.indicator[row])
        if graph.indicators.english[indicator] != StringTable.none { return true }
        return !hasNoPurpose(row) && graph.name(of: NodeID(.indicator, indicator)).count > 3
    }

    private func payerAndPurpose(_ row: Int) -> (payer: String, purpose: String)? {
        guard let wording = graph.strings.string(graph.figures.wording[row]),
            let payer = Self.payers.first(where: { wording.hasPrefix($0) })
        else { return nil }
        var rest = String(wording.dropFirst(payer.count))
        for word in Self.paying { rest = String(rest.split(separator: word).joined()) }
        return (payer, rest)
    }

    /// What is built, of names that the lexicon does not have: 修建乡村桥梁 and 建成乡村桥梁 are both of 乡村桥梁. To begin works is another thing.
    private mutating func building(_ row: Int) -> String? {
        guard graph.indicators.english[Int(graph.figures.indicator[row])] == StringTable.none else { return nil }
        let wording = graph.figures.wording[row]
        if let known = buildings[wording] { return known }
        let name = graph.strings.string(wording) ?? ""
        let rest = Self.builds.first { name.hasPrefix($0) }.map { name.dropFirst($0.count) }
        let building = rest.flatMap { $0.count < 3 ? nil : "建 " + $0 }
        buildings[wording] = .some(building)
        return building
    }

    /// Whether a name may be of what is built.
    private func opensWithDeed(_ name: SeriesSlice<UInt8>) -> Bool {
        Self.builds.contains { name.starts(with: $0.utf8) }
    }

    /// The longest first.
    private static let builds = ["建成投用", "建成投产", "建成使用", "建设完成", "修建", "建成", "建设", "新建", "兴建", "建造"]

    private static let payers = ["中央财政", "国家财政", "全国财政", "各级财政", "地方财政", "省级财政", "省财政", "市级财政", "市财政", "县级财政", "县财政", "财政"]
    private static let paying = ["预算", "安排", "投入", "支出", "资金", "经费", "用于", "为此", "此项", "将", "拟", "的", "“", "”"]

    private func comparable(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (graph.figures.unit[a], graph.figures.unit[b])
        guard x != .max, y != .max, graph.units.base[Int(x)] != graph.units.base[Int(y)] else { return true }
        guard let own = graph.measure(a), let theirs = graph.measure(b) else { return false }
        return own.compares(with: theirs)
    }

    private mutating func key(of row: Int) -> Key? {
        let place = graph.figures.statement.place[row]
        guard graph.figures.statement.period[row] != .max else { return nil }
        return Key(
            aspect: aspect(row),
            home: place == noNode ? UInt64(graph.figures.statement.document[row]) << 32 | UInt64(noNode) : UInt64(place),
            end: Int16(period(row).end), isTarget: isTarget(row))
    }

    /// Whether a row of the key's home agrees in the rest; what is read from the words comes last.
    private mutating func hasKey(_ row: Int, _ key: Key) -> Bool {
        isTarget(row) == key.isTarget && graph.figures.statement.period[row] != .max && Int16(period(row).end) == key.end
            && aspect(row) == key.aspect
    }

    /// Those of a row's place and indicator that agree in the rest; without a place, those of its document.
    private mutating func figures(besides row: Int, _ key: Key) -> [UInt32] {
        let place = graph.figures.statement.place[row], indicator = graph.figures.indicator[row]
        guard place != noNode else {
            return graph.documents.figures.rows(at: Int(graph.figures.statement.document[row])).filter {
                graph.figures.indicator[Int($0)] == indicator && graph.figures.statement.place[Int($0)] == noNode && hasKey(Int($0), key)
            }
        }
        let rows = graph.figures.byPlace.rows(Int(place), Int(indicator))
        if rows.count <= Self.few {
            var found: [UInt32] = []
            for other in rows { if hasKey(Int(other), key) { found.append(other) } }
            return found
        }
        let pair = UInt64(place) << 32 | UInt64(indicator)
        if let figures = known[pair] { return figures[key] ?? [] }
        // Whoever asks goes on for some rows before asking whether to end.
        if isCancelled() { return [] }
        var figures: [Key: [UInt32]] = [:]
        for other in rows.until(isCancelled, every: 256) {
            if let key = self.key(of: Int(other)) { figures[key, default: []].append(other) }
        }
        if !isCancelled() { known[pair] = figures }
        return figures[key] ?? []
    }

    /// So many are looked at each time.
    private static let few = 32
}
