/// The closed vocabularies of a statement, as `GUIDE.md` of the benchmark defines them.
/// Raw values are the codes that NDJSON, tables of facts and queries use.

/// What the number of a figure says about its indicator.
public enum Aspect: String, Sendable, CaseIterable {
    /// The indicator is, or is to be, this large.
    case level
    /// Relative change against an earlier period, in percent or 倍; a fall is negative.
    case growth
    /// Absolute change, in 百分点, 万人, 个 …; a fall is negative.
    case change
}

/// How the number bounds the indicator; it speaks of the size of the number as written, without its sign.
public enum Comparator: String, Sendable, CaseIterable {
    case equal = "=", approximately = "≈"
    case atLeast = ">=", atMost = "<="
    case moreThan = ">", lessThan = "<"
    /// From `value` to `high`.
    case range
    /// Tied to a reference without a number: 与经济增长同步.
    case sync
    /// Ahead of a reference without a number: 高于经济增速.
    case outpace

    /// Of the number's negative.
    public var turned: Comparator {
        switch self {
        case .atLeast: .atMost
        case .atMost: .atLeast
        case .moreThan: .lessThan
        case .lessThan: .moreThan
        default: self
        }
    }
}

/// Whether a figure is still to be reached, was reached, or is expected.
public enum FigureKind: String, Sendable, CaseIterable {
    case target, actual, estimate
}

/// A year, or a span of years from `start` to `end`, both included.
public struct Period: Hashable, Sendable, Comparable, BitwiseCopyable {
    public var start: Int16
    public var end: Int16

    public init(_ year: Int) {
        start = Int16(clamping: year)
        end = start
    }

    public init(_ start: Int, _ end: Int) {
        self.start = Int16(clamping: start)
        self.end = Int16(clamping: end)
    }

    /// Parses `2026` and `2026/2030`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let a = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { self.init(a); return }
        guard let b = Int(parts[1]), b >= a else { return nil }
        self.init(a, b)
    }

    public var isYear: Bool { start == end }
    public func covers(_ year: Int) -> Bool { Int(start) <= year && year <= Int(end) }
    public func overlaps(_ other: Period) -> Bool { start <= other.end && other.start <= end }

    public static func < (a: Period, b: Period) -> Bool { (a.end, a.start) < (b.end, b.start) }
}

extension Period: CustomStringConvertible {
    /// For programs: 2026, 2026/2030.
    public var description: String { isYear ? "\(start)" : "\(start)/\(end)" }
    /// For readers: 2026, 2026–2030.
    public var years: String { isYear ? "\(start)" : "\(start)–\(end)" }
}

/// The level of government that a document or place belongs to.
public enum PlaceLevel: String, Sendable, CaseIterable {
    case nation, province, city, county, town, village, unit

    /// Whether a place of this level may lie in one of the other.
    public func isWithin(_ other: Self) -> Bool { rank > other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A sector by its code, such as `ecology` or the finer `industry.biomedicine`; the part before the first dot is one of
/// the 21 top codes of the guide.
public struct Sector: Hashable, Sendable, Comparable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ code: some StringProtocol) { rawValue = String(code) }

    public var top: Sector {
        guard let dot = rawValue.utf8.firstIndex(of: UInt8(ascii: ".")) else { return self }
        return Sector(rawValue[..<dot])
    }
    public static func < (a: Sector, b: Sector) -> Bool { a.rawValue < b.rawValue }
}
