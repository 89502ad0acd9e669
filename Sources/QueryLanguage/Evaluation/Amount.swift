import Documents
import KnowledgeGraph
import Lexicon

/// A number as typed after a comparison, with its unit: `5`, `4亿元`, `0.4万亿`, `5%`, `增长5%`, `下降3%`.
struct Amount: Hashable {
    /// What the words before the number say of it.
    enum Course: Hashable { case rises, falls }

    var number: DecimalNumber
    /// Nil where no unit was typed: then the number is compared as documents write it.
    var scale: UnitScale?
    /// 增长 or 下降: only growth and changes are compared, a fall by its size.
    var course: Course?

    init?(_ text: String) {
        var rest = Substring(text.simplified)
        for (word, course) in Self.courses where rest.hasPrefix(word) {
            self.course = course
            rest = rest.dropFirst(word.count)
            break
        }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+" || $0 == ",") }
        guard !digits.hasPrefix(","), let number = DecimalNumber(String(digits.filter { $0 != "," })) else { return nil }
        self.number = number
        var unit = rest.dropFirst(digits.count)
        // 4千元, 3百万元: the language counts in 万 and 亿 as documents do, and takes these too.
        if let zeros = Self.smallMultiples[unit.first ?? " "], let next = unit.dropFirst().first, Self.counted.contains(next) {
            self.number = number.scaled(byPowerOfTen: zeros)
            unit = unit.dropFirst()
        }
        scale = unit.isEmpty ? nil : UnitScale(Self.standard(String(unit)))
    }

    private static let courses: [(String, Course)] = [
        ("同比增长", .rises), ("增长", .rises), ("上升", .rises), ("提高", .rises), ("增加", .rises), ("同比下降", .falls), ("下降", .falls), ("降低", .falls),
        ("减少", .falls), ("下跌", .falls),
    ]
    private static let smallMultiples: [Character: Int] = ["十": 1, "百": 2, "千": 3]
    private static let counted: Set<Character> = ["元", "人", "户", "亩", "家", "个", "吨"]

    /// Signs and other ways of writing the same unit.
    static func standard(_ unit: String) -> String {
        let scale = unit.prefix { "十百千万亿".contains($0) }
        let same = ["人民币": "元", "元人民币": "元", "块": "元", "％": "%", "percent": "%", "pct": "%", "百分比": "%", "pp": "百分点"]
        return scale + (same[String(unit.dropFirst(scale.count)).lowercased()] ?? String(unit.dropFirst(scale.count)))
    }

    /// Whether it is more than another of the same unit.
    func isOver(_ other: Amount) -> Bool {
        let power = scale?.power ?? 0, otherPower = other.scale?.power ?? 0
        guard scale?.base == other.scale?.base, course == other.course else { return false }
        return Comparison.moreThan.holds(number.scaled(byPowerOfTen: power), other.number.scaled(byPowerOfTen: otherPower))
    }

    /// `400000000元`: in the plain unit.
    var reading: String {
        let course: Message? =
            switch self.course {
            case .rises: Message("growing by ", "增长")
            case .falls: Message("falling by ", "下降")
            case nil: nil
            }
        guard let scale else { return (course?.text ?? "") + number.description }
        return (course?.text ?? "") + number.scaled(byPowerOfTen: scale.power).description + scale.base
    }

    static func isCourse(_ word: String) -> Bool { courses.contains { $0.0 == word.simplified } }

    /// Words that may stand apart from their number: `4 亿元`.
    static func isUnit(_ word: String) -> Bool {
        guard let first = word.first else { return false }
        return "万亿%％".contains(first) && word.count <= 6
            || ["元", "人", "吨", "亩", "户", "个", "公里", "平方公里", "百分点", "个百分点", "倍", "美元", "斤", "公斤", "家", "千瓦", "千瓦时", "percent", "pct", "pp"]
                .contains(word)
    }

    /// Whether the quantity of a cell compares so with this amount; without a unit as it is written.
    func holds(_ quantity: Quantity, _ comparison: Comparison) -> Bool {
        guard let value = quantity.value else { return false }
        guard let scale else { return comparison.holds(value, number) }
        let own = UnitScale(Self.standard(quantity.unit ?? ""))
        guard own.base == scale.base || scale.base.isEmpty else { return false }
        return comparison.holds(value.scaled(byPowerOfTen: own.power), number.scaled(byPowerOfTen: scale.power))
    }

    /// Whether a figure's amount compares so with this one; nil where the two have different units.
    struct Comparing {
        let bound: Amount
        let comparison: Comparison
        private let values: DecimalColumn
        private let units: Series<UInt16>
        private let aspects: Series<UInt8>
        /// Of each unit: the power of ten, where it can be compared.
        private let powers: [Int?]

        init(_ bound: Amount, _ comparison: Comparison, high: Bool, _ graph: Graph) {
            self.bound = bound
            self.comparison = comparison
            values = high ? graph.figures.high : graph.figures.value
            units = graph.figures.unit
            aspects = graph.figures.aspect
            powers = (0..<graph.units.count).map { row in
                let own = UnitScale(Amount.standard(graph.strings[graph.units.name[row]]))
                guard let scale = bound.scale, !scale.base.isEmpty else { return own.power }
                return scale.base == own.base ? own.power : nil
            }
        }

        func holds(_ row: Int) -> Bool {
            guard var value = values[row] else { return false }
            if let course = bound.course {
                guard aspects[row] != Aspect.level.code, (value.significand < 0) == (course == .falls) else { return false }
                if course == .falls { value = value.negated }
            }
            guard let scale = bound.scale else { return comparison.holds(value, bound.number) }
            let unit = Int(units[row])
            guard unit < powers.count else {
                return scale.base.isEmpty && comparison.holds(value, bound.number.scaled(byPowerOfTen: scale.power))
            }
            guard let power = powers[unit] else { return false }
            return comparison.holds(value.scaled(byPowerOfTen: power), bound.number.scaled(byPowerOfTen: scale.power))
        }
    }
}

extension Condition {
    /// The comparisons with an amount that are in it.
    var amounts: [(key: Word, comparison: Comparison, value: Word, amount: Amount)] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.amounts)
        case .not(let part): part.amounts
        case .compare(let key, let comparison, let value):
            ["value", "high", "target", "result", "figure"].contains(key.text)
                ? Amount(value.text).map { [(key, comparison, value, $0)] } ?? [] : []
        default: []
        }
    }
}

extension Condition {
    /// With `text` in the place of a value that was typed.
    func replacing(_ value: Word, with text: String) -> Condition {
        switch self {
        case .all(let parts): .all(parts.map { $0.replacing(value, with: text) })
        case .any(let parts): .any(parts.map { $0.replacing(value, with: text) })
        case .not(let part): .not(part.replacing(value, with: text))
        case .compare(let key, let comparison, let own):
            own == value && own.span == value.span ? .compare(key, comparison, Word(text, at: own.span)) : self
        default: self
        }
    }
}

/// Says where an amount was compared with amounts of other units, or not compared with such as look alike.
struct UnitNotes {
    let graph: Graph

    /// - Parameter rows: What the terms have left.
    /// - Parameter others: How many rows there would be with another amount in its place.
    func notes(_ terms: [Condition], _ rows: [UInt32], others: (Word, String) -> Int) -> [Message] {
        var notes: [Message] = []
        for term in terms.flatMap(\.amounts) {
            guard let scale = term.amount.scale else {
                let units = self.units(rows)
                if units.count > 1 {
                    notes.append(
                        .comparedAsWritten(term.value.text, units: units.prefix(5).joined(separator: ", ") + (units.count > 5 ? " …" : "")))
                }
                continue
            }
            // A percentage point is no percent: 5% of growth, or 5 points more of a share.
            let like = ["%": "百分点", "百分点": "%"]
            guard let other = like[scale.base] else { continue }
            let typed = term.value.text, digits = typed.prefix { !"%％个百".contains($0) }
            let count = others(term.value, digits + other)
            if count > 0 {
                notes.append(
                    .otherUnitLeftOut(
                        rows: count, unit: other, wanted: scale.base, term: "\(term.key.text)\(term.comparison.rawValue)\(digits)\(other)"))
            }
        }
        return notes
    }

    /// Plain units of figures, the commonest first.
    private func units(_ rows: [UInt32]) -> [String] {
        var often: [Int: Int] = [:]
        for row in rows {
            let unit = graph.figures.unit[Int(row)]
            often[unit == .max ? -1 : Int(graph.units.base[Int(unit)]), default: 0] += 1
        }
        return often.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { base, _ in
            let name = base < 0 ? "" : graph.strings[graph.units.bases[base]]
            return name.isEmpty ? "–" : name
        }
    }
}
