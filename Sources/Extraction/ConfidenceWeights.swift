/// What each sign adds to the log-odds that a statement is right; below zero it speaks against the reading.
///
/// `Scripts/confidence --fit` prints these numbers from statements that were judged.
public struct ConfidenceWeights: Sendable {
    public let base: Double
    private let weights: [Double]

    init(base: Double, _ given: KeyValuePairs<Sign, Double>) {
        self.base = base
        var weights = [Double](repeating: 0, count: Sign.allCases.count)
        for (sign, weight) in given { weights[sign.rawValue] = weight }
        self.weights = weights
    }

    public subscript(sign: Sign) -> Double { weights[sign.rawValue] }

    public static let figures = ConfidenceWeights(
        base: 3.0,
        [
            .unknown: -0.9, .short: -0.9, .long: -0.7, .before1978: -2.4, .before1994: -2.2, .before2004: -1.5, .before2014: -1.0,
            .before2024: -0.6, .undated: -0.6,
        ])
    public static let measures = ConfidenceWeights(
        base: 3.2,
        [.before1978: -3.4, .before1994: -2.4, .before2004: -1.2, .before2014: -0.6, .before2024: -0.6, .undated: -0.6])
}
