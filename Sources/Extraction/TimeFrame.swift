import Lexicon

/// Where a stretch of a document stands in time: what its numbers belong to when nothing stands beside them.
public struct TimeFrame: Sendable, Hashable {
    public var period: Period?
    /// The last span of years that its part told of, which a mean a year is of: 过去的五年.
    var span: Period?
    /// True in plans and tasks, false in reviews.
    public var looksForward: Bool
    /// The words that set the period, in units of the text, and the rule.
    var words = Evidence.Words()
    var rule = Evidence.PeriodRule.part
    /// The words that opened the part of the document.
    var part = Evidence.Words()

    public init(period: Period?, looksForward: Bool) {
        self.period = period
        self.looksForward = looksForward
    }

    /// The same part at another time.
    func at(_ period: Period, _ rule: Evidence.PeriodRule, _ words: Range<Int>) -> TimeFrame {
        var frame = self
        (frame.period, frame.rule, frame.words) = (period, rule, Evidence.Words(words))
        if !period.isYear { frame.span = period }
        return frame
    }

    /// Of a statement that takes its time from the frame, in units of the text.
    func evidence(action: Range<Int> = 0..<0) -> Evidence {
        var evidence = Evidence()
        evidence.name = .before
        evidence.verb = Evidence.Words(action)
        (evidence.time, evidence.period) = period == nil ? (.none, Evidence.Words()) : (rule, words)
        (evidence.kind, evidence.part) = (.part, part)
        return evidence
    }

    /// Frames that say the same are the same, whichever words set them.
    public static func == (a: TimeFrame, b: TimeFrame) -> Bool { a.period == b.period && a.looksForward == b.looksForward }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(looksForward)
    }

    /// Whether the same words set them, too.
    func isIdentical(to other: TimeFrame) -> Bool {
        self == other && span == other.span && words == other.words && rule == other.rule && part == other.part
    }
}

/// The time frame of every paragraph. Neighbours mostly share one, which is kept once: a table may have a million rows.
struct TimeFrameRuns: Sendable {
    private var frames: [TimeFrame] = []
    /// The first paragraph of each of `frames`.
    private var starts: [Int32] = []
    private(set) var count = 0

    mutating func append(_ frame: TimeFrame) {
        if frames.last?.isIdentical(to: frame) != true {
            frames.append(frame)
            starts.append(Int32(clamping: count))
        }
        count += 1
    }

    subscript(paragraph: Int) -> TimeFrame {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= paragraph { low = middle } else { high = middle }
        }
        return frames[low]
    }
}
