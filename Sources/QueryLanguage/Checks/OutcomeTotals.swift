import KnowledgeGraph
import Lexicon

/// How many targets were met, missed and so on, in all or in groups.
struct OutcomeTotals {
    private var counts: [Outcome: Int] = [:]
    private var estimates = 0

    /// Of rows that are promises once each, as `check` lists them.
    init(_ rows: [UInt32], _ scene: Scene) throws(Diagnostic) {
        self.init(try scene.checks.judgements(of: rows))
    }

    init(_ judgements: some Sequence<CheckMemory.Judgement?>) {
        for judgement in judgements {
            guard let judgement else { continue }
            counts[judgement.outcome, default: 0] += 1
            if judgement.isEstimated { estimates += 1 }
        }
    }

    var targets: Int { counts.values.reduce(0, +) }
    private func count(_ outcome: Outcome) -> Int { counts[outcome] ?? 0 }

    /// Those met, with 左右 or without, among those that were judged, in percent to one decimal.
    private var share: DecimalNumber? {
        let kept = count(.met) + count(.near), judged = kept + count(.missed)
        return judged == 0 ? nil : DecimalNumber(significand: Int64((Double(kept) / Double(judged) * 1000).rounded()), exponent: -1)
    }

    static let columns = [Column(key: "targets", chinese: "目标数", rightAligned: true)]
        + Outcome.allCases.map { outcome in
            Column(
                key: outcome.rawValue, chinese: KeyWord.named("outcome")?.value(outcome.rawValue)?.chinese.first ?? "", rightAligned: true)
        } + [Column(key: "kept%", chinese: "完成率%", rightAligned: true)]

    var cells: [Cell] {
        [.integer(targets)] + Outcome.allCases.map { count($0) == 0 ? .empty : .integer(count($0)) }
            + [share.map { .decimal($0) } ?? .empty]
    }

    /// `9 targets: 6 met, 1 missed, 2 not reported`.
    var note: Message {
        let parts = Outcome.allCases.filter { count($0) > 0 }
        let english = parts.map { "\(count($0)) \(Self.english($0))" }.joined(separator: ", ")
        let chinese = parts.map { outcome in
            (KeyWord.named("outcome")?.value(outcome.rawValue)?.chinese.first ?? "") + "\(count(outcome))"
        }.joined(separator: "，")
        let basis = Message(
            estimates == 0 ? "" : "; \(estimates) by an estimate (预计)", estimates == 0 ? "" : "；其中\(estimates)项依据预计数")
        return Message("\(targets) targets: \(english)\(basis.english)", "\(targets)项目标：\(chinese)\(basis.chinese)")
    }

    private static func english(_ outcome: Outcome) -> String {
        switch outcome {
        case .met: "met"
        case .near: "met within 左右"
        case .missed: "missed"
        case .saidMet: "said to be met, no number"
        case .saidMissed: "said to be missed, no number"
        case .unreported: "not reported"
        case .pending: "no report at hand"
        case .unclear: "unclear"
        }
    }
}
