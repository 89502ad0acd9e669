import KnowledgeGraph
import Lexicon

/// Targets and results over years, to be drawn: one axis, one unit.
public struct Chart: Sendable {
    /// The indicator, where all series are of one.
    public var title: String
    /// Of all numbers, as it is written behind them.
    public var unit: String
    public var series: [Series]

    /// What is followed through the years: an indicator of a place.
    public struct Series: Sendable {
        public var name: String
        public var targets: [Point]
        public var results: [Point]

        public init(name: String, targets: [Point], results: [Point]) {
            self.name = name
            self.targets = targets
            self.results = results
        }
    }

    public struct Point: Sendable {
        public var year: Int
        public var value: Double
        /// The upper end of a range.
        public var high: Double?
        public var node: NodeID

        public init(year: Int, value: Double, high: Double? = nil, node: NodeID) {
            self.year = year
            self.value = value
            self.high = high
            self.node = node
        }
    }

    public init(title: String, unit: String, series: [Series]) {
        self.title = title
        self.unit = unit
        self.series = series
    }

    public var points: [Point] { series.flatMap { $0.targets + $0.results } }
}
