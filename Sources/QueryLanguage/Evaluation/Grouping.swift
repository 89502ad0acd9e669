import KnowledgeGraph
import Lexicon

/// Rows in groups of equal properties.
struct Grouping {
    private struct Group {
        var cells: [Cell]
        var node: NodeID?
        /// Places in the flow; empty where only their number is asked for.
        var members: [Int]
        var count = 0
    }

    private let flow: Evaluator.Flow
    private let graph: Graph
    private let columns: [Column]
    private var groups: [Group] = []

    /// Whether only the number of the rows of each group is asked for.
    private let isCounting: Bool
    private let isCancelled: @Sendable () -> Bool

    init(
        _ keys: [Word], _ flow: Evaluator.Flow, graph: Graph, counting isCounting: Bool = false,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(Diagnostic) {
        self.isCounting = isCounting
        self.isCancelled = isCancelled
        self.flow = flow
        self.graph = graph
        var columns: [Column] = [], properties: [Property] = [], indices: [Int] = []
        for key in keys {
            if let table = flow.groups {
                let index = try table.index(of: key)
                indices.append(index)
                columns.append(table.columns[index])
            } else {
                let property = try flow.property(key)
                properties.append(property)
                columns.append(property.column)
            }
        }
        self.columns = columns
        if keys.isEmpty {
            groups = [Group(cells: [], node: nil, members: isCounting ? [] : Array(0..<flow.count), count: flow.count)]
            return
        }
        if let table = flow.groups {
            var byCells: [[Cell]: Int] = [:]
            for (place, row) in table.rows.enumerated().until(isCancelled) {
                let cells = indices.map { row[$0] }
                add(place, to: &byCells, cells) {
                    Group(cells: cells, node: indices.count == 1 ? table.nodes[place] : nil, members: [])
                }
            }
            try stopIfCancelled(isCancelled)
        } else {
            // Codes are compared where there are codes, so that a cell is made once a group and not once a row.
            let codes = properties.map { $0.codes?(graph) }
            let known = codes.compactMap(\.self)
            if known.count == codes.count, known.count <= 2, let first = known.first {
                try group(by: first, known.count == 2 ? known[1] : nil) { row in
                    let node = properties.count == 1 ? Self.node(properties[0].key, first[row], graph) : nil
                    return Group(cells: properties.map { $0.cell(flow.scene, row) }, node: node, members: [])
                }
                return
            }
            var byCodes: [[Int]: Int] = [:], byCells: [[Cell]: Int] = [:]
            let coded = codes.allSatisfy { $0 != nil }
            for (place, row) in flow.rows.enumerated() {
                if place & 4095 == 0 {
                    if isCancelled() { throw .cancelled }
                    Progress.tell(.grouping, place, of: flow.rows.count)
                }
                let row = Int(row)
                func group(_ cells: [Cell]) -> Group {
                    let node = properties.count == 1 ? Self.node(properties[0].key, codes[0]?[row], graph) : nil
                    return Group(cells: cells, node: node, members: [])
                }
                if coded {
                    add(place, to: &byCodes, codes.map { $0?[row] ?? 0 }) { group(properties.map { $0.cell(flow.scene, row) }) }
                } else {
                    let cells = properties.map { $0.cell(flow.scene, row) }
                    add(place, to: &byCells, cells) { group(cells) }
                }
            }
        }
    }

    /// Groups by one code or two, which together are one number.
    private mutating func group(
        by first: CodeColumn, _ second: CodeColumn?, _ make: (Int) -> Group
    ) throws(Diagnostic) {
        // The number of each group, and the group plus one by hash of its number.
        var keys: [UInt64] = [], slots = [UInt32](repeating: 0, count: 1 << 10)
        // Some thousand rows at a time, so that each column is read in one go.
        let some = 4096
        var firsts: [UInt32] = [], seconds = [UInt32](repeating: 0, count: some), counts: [Int] = []
        for start in stride(from: 0, to: flow.rows.count, by: some) {
            if isCancelled() { throw .cancelled }
            Progress.tell(.grouping, start, of: flow.rows.count)
            let rows = flow.rows[start..<min(start + some, flow.rows.count)]
            first.codes(of: rows, into: &firsts)
            second?.codes(of: rows, into: &seconds)
            for at in 0..<rows.count {
                let key = UInt64(firsts[at]) << 32 | UInt64(seconds[at])
                var slot = self.slot(key, slots, keys)
                if slots[slot] == 0 {
                    keys.append(key)
                    if keys.count * 2 > slots.count {
                        slots = [UInt32](repeating: 0, count: slots.count * 2)
                        for (number, key) in keys.dropLast().enumerated() { slots[self.slot(key, slots, keys)] = UInt32(number + 1) }
                        slot = self.slot(key, slots, keys)
                    }
                    slots[slot] = UInt32(keys.count)
                    groups.append(make(Int(rows[start + at])))
                    counts.append(0)
                }
                let group = Int(slots[slot]) - 1
                counts[group] += 1
                if !isCounting { groups[group].members.append(start + at) }
            }
        }
        for group in groups.indices { groups[group].count = counts[group] }
    }

    /// Where the number of a group stands among the slots, or would stand.
    @inline(__always)
    private func slot(_ key: UInt64, _ slots: [UInt32], _ keys: [UInt64]) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func add<Key: Hashable>(_ place: Int, to known: inout [Key: Int], _ key: Key, _ make: () -> Group) {
        let index = known[key] ?? groups.count
        if index == groups.count {
            known[key] = index
            groups.append(make())
        }
        groups[index].count += 1
        if !isCounting { groups[index].members.append(place) }
    }

    /// The node that a group of one property stands for, so that its row can be opened.
    static func node(_ key: String, _ code: Int?, _ graph: Graph) -> NodeID? {
        let types: [String: NodeType] = [
            "place": .place, "sector": .sector, "indicator": .indicator, "period": .period, "year": .period,
            "document": .document,
            "goal": .goal,
        ]
        guard let code, let type = types[key], code < graph.count(of: type) else { return nil }
        return NodeID(type, code)
    }

    /// Largest groups first.
    func counted() throws(Diagnostic) -> Table {
        let count = KeyWord.named("count")?.chinese.first ?? "count"
        let sorted = try largestFirst()
        let rows = sorted.until(isCancelled).map { $0.cells + [.integer($0.count)] }
        try stopIfCancelled(isCancelled)
        return Table(
            columns: columns + [Column(key: "count", chinese: count, rightAligned: true)], rows: rows, nodes: sorted.map(\.node))
    }

    private func largestFirst() throws(Diagnostic) -> [Group] {
        try groups.enumerated().sorted(unless: isCancelled) { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }

    /// What became of the targets in each group, the largest first.
    ///
    /// - Parameter isOnce: Whether the rows are promises once each already.
    func outcomes(once isOnce: Bool) throws(Diagnostic) -> Table {
        var sorted: [(Group, OutcomeTotals)] = [], groups = try largestFirst()
        if !isOnce {
            let promises = Promises(graph, isCancelled: isCancelled)
            for index in groups.indices {
                let kept = Set(try promises.once(groups[index].members.map { flow.rows[$0] }))
                groups[index].members.removeAll { !kept.contains(flow.rows[$0]) }
            }
        }
        let judgements = try flow.scene.checks.judgements(of: flow.rows)
        for group in groups {
            let totals = OutcomeTotals(group.members.lazy.map { judgements[$0] })
            if totals.targets > 0 { sorted.append((group, totals)) }
        }
        // What is told in words alone is rare: its columns stand only where there is some.
        let rows = sorted.map { $0.1.cells }, shown = OutcomeTotals.columns.indices.filter { place in
            !OutcomeTotals.columns[place].key.hasPrefix("said-") || rows.contains { $0[place] != .empty }
        }
        return Table(
            columns: columns + shown.map { OutcomeTotals.columns[$0] },
            rows: zip(sorted, rows).map { group, cells in group.0.cells + shown.map { cells[$0] } },
            nodes: sorted.map(\.0.node))
    }

    /// The function of a numeric property in each group, and whether different units had to be kept apart.
    func aggregated(_ function: Aggregate, _ property: Word) throws(Diagnostic) -> (Table, unitsApart: Bool) {
        let numbers = try self.numbers(property)
        try stopIfCancelled(isCancelled)
        let head = Column(
            key: function.rawValue, chinese: StageWord.named(function.rawValue)?.description.chinese.first ?? "",
            rightAligned: true)
        var columns = columns + [head]
        if numbers.hasUnits { columns.append(Column(key: "unit", chinese: KeyWord.named("unit")?.chinese.first ?? "unit")) }
        var rows: [[Cell]] = [], nodes: [NodeID?] = [], apart = false
        for group in groups.until(isCancelled, every: 256) {
            var byBase: [Int: [Number]] = [:]
            for place in group.members.until(isCancelled) {
                if let number = numbers.values[place] { byBase[number.base, default: []].append(number) }
            }
            apart = apart || byBase.count > 1
            for (_, members) in byBase.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
                let (result, unit) = Self.result(function, members)
                let unitName = unit.map { graph.strings[graph.units.name[$0]] }
                rows.append(group.cells + [.decimal(result)] + (numbers.hasUnits ? [.text(unitName)] : []))
                nodes.append(group.node)
            }
        }
        try stopIfCancelled(isCancelled)
        return (Table(columns: columns, rows: rows, nodes: nodes), apart)
    }

    private struct Number {
        var value: DecimalNumber
        /// Row of `Graph.units`.
        var unit: Int?
        var power: Int
        var base: Int
    }

    private func numbers(_ key: Word) throws(Diagnostic) -> (values: [Number?], hasUnits: Bool) {
        let notNumeric = Diagnostic(.unknownProperty, Message.notNumeric(key.text).text, at: key.span, expected: [KeyWord.word("value")])
        func plain(_ cell: Cell) -> Number? {
            switch cell {
            case .integer(let number): Number(value: DecimalNumber(number), unit: nil, power: 0, base: -1)
            case .decimal(let number): Number(value: number, unit: nil, power: 0, base: -1)
            default: nil
            }
        }
        if let table = flow.groups {
            let index = try table.index(of: key)
            guard table.columns[index].rightAligned else { throw notNumeric }
            return (table.rows.until(isCancelled).map { plain($0[index]) }, false)
        }
        let property = try flow.property(key)
        guard property.rightAligned else { throw notNumeric }
        guard flow.noun.type == .figure else {
            return (flow.rows.until(isCancelled, every: 256).map { plain(property.cell(flow.scene, Int($0))) }, false)
        }
        let column = property.key == "high" ? graph.figures.high : graph.figures.value
        let values = flow.rows.until(isCancelled).map { row -> Number? in
            guard let value = column[Int(row)] else { return nil }
            let unit = graph.figures.unit[Int(row)]
            guard unit != .max else { return Number(value: value, unit: nil, power: 0, base: -1) }
            return Number(
                value: value, unit: Int(unit), power: Int(graph.units.power[Int(unit)]), base: Int(graph.units.base[Int(unit)]))
        }
        return (values, true)
    }

    /// In the unit that most of the numbers have.
    private static func result(_ function: Aggregate, _ numbers: [Number]) -> (DecimalNumber, unit: Int?) {
        var often: [Int: Int] = [:]
        for number in numbers { often[number.unit ?? -1, default: 0] += 1 }
        let unit = often.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
        let power = numbers.first { ($0.unit ?? -1) == unit }?.power ?? 0
        let scaled = numbers.map { $0.value.scaled(byPowerOfTen: $0.power - power) }
        let result: DecimalNumber
        switch function {
        case .min: result = scaled.min() ?? DecimalNumber(0)
        case .max: result = scaled.max() ?? DecimalNumber(0)
        case .sum: result = rounded(scaled.reduce(0) { $0 + $1.double })
        case .mean: result = rounded(scaled.reduce(0) { $0 + $1.double } / Double(scaled.count))
        }
        return (result, unit < 0 ? nil : unit)
    }

    /// To four decimals.
    private static func rounded(_ number: Double) -> DecimalNumber {
        let scaled = (number * 10_000).rounded()
        guard scaled.magnitude < 9e18 else { return DecimalNumber(significand: number.magnitude < 9e18 ? Int64(number) : 0) }
        return DecimalNumber(significand: Int64(scaled), exponent: -4).trimmed
    }
}

extension DecimalNumber {
    /// Without zeros at the end of its decimals.
    var trimmed: DecimalNumber {
        var (digits, power) = (significand, exponent)
        while power < 0, digits % 10 == 0 { (digits, power) = (digits / 10, power + 1) }
        return DecimalNumber(significand: digits, exponent: power)
    }
}

/// `where` after a count or another grouping: conditions on the columns that are there.
struct GroupFilter {
    let line: String

    func apply(_ conditions: [Condition], to table: Table) throws(Diagnostic) -> Table {
        var kept: [Int] = []
        for row in table.rows.indices {
            var holds = true
            for condition in conditions where holds { holds = try self.holds(condition, table, row) }
            if holds { kept.append(row) }
        }
        return Table(columns: table.columns, rows: kept.map { table.rows[$0] }, nodes: kept.map { table.nodes[$0] })
    }

    private func holds(_ condition: Condition, _ table: Table, _ row: Int) throws(Diagnostic) -> Bool {
        switch condition {
        case .all(let parts):
            for part in parts where !(try holds(part, table, row)) { return false }
            return true
        case .any(let parts):
            for part in parts where try holds(part, table, row) { return true }
            return false
        case .not(let part): return !(try holds(part, table, row))
        case .word(let word), .phrase(let word): return table.rows[row].contains { $0.plain.contains(word.text) || $0.isCalled(word.text) }
        case .years(let low, let high, _):
            return table.rows[row].contains {
                if case .period(let period) = $0 { period.overlaps(Period(low ?? 0, high ?? Int(Int16.max))) } else { false }
            }
        case .within(let word):
            throw Diagnostic(.unexpected, Message.notAColumn(word.text).text, at: word.span, expected: table.columns.map(\.key))
        case .key(let key, let values):
            let cell = table.rows[row][try table.index(of: key)]
            return values.contains { cell.isCalled($0.text) }
        case .compare(let key, let comparison, let operand):
            guard let amount = Amount(operand.text) else {
                throw Diagnostic(.badNumber, Message.notANumber(operand.text).text, at: operand.span, expected: ["5"])
            }
            var bound = amount.number
            if let scale = amount.scale, let unit = table.columns.firstIndex(where: { $0.key == "unit" }) {
                let own = UnitScale(Amount.standard(table.rows[row][unit].plain))
                guard scale.base.isEmpty || own.base == scale.base else { return false }
                bound = bound.scaled(byPowerOfTen: scale.power - own.power)
            }
            guard case .number(let number) = Sorting.Value(table.rows[row][try table.index(of: key)]) else { return false }
            return comparison.holds(number, bound.double)
        }
    }
}

extension Cell {
    /// Whether it is the value of this name, in any tongue.
    func isCalled(_ name: String) -> Bool {
        if case .term(let term) = self { return [term.code, term.name.english, term.name.chinese].contains(name) }
        return plain == name
    }

    /// The value as plain text, for looking at, not for showing.
    var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .term(let term): term.name.text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .quantity(let quantity): quantity.value?.description ?? ""
        case .period(let period): period.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}
