import Glibc

/// How far a reading can be trusted: of the statements read like this one, about this share was right.
///
/// Each sign that a statement bears has a weight in log-odds (`ConfidenceWeights`). Statements given by a table of facts were not
/// read from sentences and have 1.
public struct Confidence: Sendable, Hashable {
    /// From 0 to 100.
    public let hundredths: UInt8

    public init(hundredths: UInt8) { self.hundredths = Swift.min(hundredths, 100) }

    /// As given by a table, not read from a sentence.
    public static let given = Confidence(hundredths: 100)

    /// A statement below it is more likely wrong than right.
    static let evenOdds: UInt8 = 50

    init(_ signs: Signs, _ weights: ConfidenceWeights) {
        var odds = weights.base
        for sign in signs { odds += weights[sign] }
        self.init(hundredths: UInt8((100 / (1 + exp(-odds))).rounded()))
    }
}
