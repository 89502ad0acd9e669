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
        base: 3.67,
        [
            .announcedTime: 0.18, .before1978: -1.07, .before1994: -1.43, .before2004: -1.18, .before2014: 0.43, .before2024: -0.39,
            .completed: -0.08, .counted: -0.55, .headingTime: 0.89, .inherited: -0.92, .listed: 0.25, .long: -0.06, .openingTime: -0.13,
            .partTime: -0.88, .reckonedTime: -0.52, .share: 0.06, .short: -1.44, .unknown: -1.58, .verbless: -0.48,
        ])
    public static let measures = ConfidenceWeights(
        base: 2.18, [.before1978: -2.43, .before1994: -1.00, .before2004: -0.11, .before2014: 0.30, .before2024: 0.27])
}
