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
        base: 3.51,
        [
            .announcedTime: -0.27, .before1978: -1.80, .before1994: -1.79, .before2004: -0.67, .before2014: -0.42, .completed: -0.27,
            .counted: -0.62, .inherited: -0.08, .long: 0.64, .openingTime: -0.19, .partTime: -1.14, .share: -0.19, .short: -1.07,
            .unknown: -1.34, .verbless: -0.21,
        ])
    public static let measures = ConfidenceWeights(
        base: 3.44, [.before1978: -0.91, .before1994: -0.05, .before2004: -0.18, .before2014: 0.17, .before2024: 0.24, .closing: -0.56])
}
