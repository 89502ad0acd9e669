import Documents
import Lexicon

/// A measure as read, in units of the text.
public struct MeasureFound: Sendable, Hashable {
    /// The verb with its object and its manner, without 要, 将 and the like.
    public var range: Range<Int>
    /// The verb alone.
    public var action: Range<Int>
    /// It is the last clause of a longer sentence.
    public var isLast: Bool
    /// Index in `Outline.headings` of the heading it stands under.
    public var heading: Int?
    /// Index in `Outline.paragraphs`.
    public var paragraph: Int
    /// Its sentence, without the mark at its end.
    public var sentence: Range<Int>
}

/// Reads measures: the clauses of a plan that begin with a verb of action, each with its object (`GUIDE.md`, “Measures”).
///
/// Headings and lead sentences are goals, not measures; clauses of aim (确保…, 为…提供动力) and of ground (围绕…) are neither.
public struct MeasureReader: Sendable {
    private let grammar: MeasureGrammar

    public init(_ lexicon: Lexicon) {
        grammar = MeasureGrammar(lexicon)
    }

    /// The measures of a document, in order.
    public func read(_ text: SourceText, _ outline: Outline, _ parts: DocumentParts, year: Int? = nil) -> [MeasureFound] {
        var reading = reading(year: year), found: [MeasureFound] = []
        for i in outline.paragraphs.indices {
            reading.read(i, text, outline, parts)
            found += reading.found
        }
        return found
    }

    /// `year`: the document's own.
    func reading(year: Int?) -> MeasureReading { MeasureReading(MeasureSentence(grammar, year: year)) }
}

/// The measures of one document, read paragraph by paragraph.
struct MeasureReading {
    /// Those of the paragraph that was read last.
    private(set) var found: [MeasureFound] = []
    private var sentence: MeasureSentence
    /// The first heading that no paragraph so far holds.
    private var h = 0

    init(_ sentence: MeasureSentence) { self.sentence = sentence }

    /// Reads the `i`th paragraph; the paragraphs before it were read before.
    mutating func read(_ i: Int, _ text: SourceText, _ outline: Outline, _ parts: DocumentParts) {
        found.removeAll(keepingCapacity: true)
        let paragraph = outline.paragraphs[i]
        guard paragraph.role == .body || paragraph.role == .heading else { return }
        var at = paragraph.range.lowerBound
        let isPlan = parts.paragraphs[i] == .plan && !MeasureText.statesAims(text.units, paragraph.range)
        while h < outline.headings.count, outline.headings[h].range.lowerBound < paragraph.range.upperBound {
            let heading = outline.headings[h].range
            if isPlan { add(at..<heading.lowerBound, under: h - 1, in: i, text) }
            at = max(at, heading.upperBound)
            h += 1
        }
        if isPlan { add(at..<paragraph.range.upperBound, under: h - 1, in: i, text) }
    }

    /// Cuts a stretch of text into sentences.
    private mutating func add(
        _ range: Range<Int>, under heading: Int, in paragraph: Int, _ text: SourceText
    ) {
        guard !range.isEmpty else { return }
        let units = text.units.span
        var start = range.lowerBound
        while start < range.upperBound, HeadingMarker.bullets.contains(units[start]) || units[start] == " " { start += 1 }
        while start < range.upperBound {
            let end = text.marks.places(from: start, to: range.upperBound).first { Unit.endsSentence(units[$0]) } ?? range.upperBound
            if end - start >= 4 {
                sentence.read(units, text.marks, start..<end) { measure in
                    found.append(MeasureFound(
                            range: measure.range, action: measure.action, isLast: measure.isLast, heading: heading < 0 ? nil : heading,
                            paragraph: paragraph,
                        sentence: start..<end))
                }
            }
            start = end + 1
        }
    }
}

enum MeasureText {
    /// A paragraph that gives guiding ideas or targets as such (总体要求是 …): it commits to no single action.
    static func statesAims(_ units: [UInt16], _ p: Range<Int>) -> Bool {
        aims.occurs(in: units, p.lowerBound..<min(p.upperBound, p.lowerBound + 80)) || creeds.begins(units, p)
    }

    private static let creeds = PhraseSet("以习近平新时代 高举中国特色社会主义 坚持马克思列宁主义 以邓小平理论 高举邓小平理论")
    private static let aims = PhraseSet("总体要求是 总的要求是 指导思想是 预期目标是 主要目标是 预期目标为 主要目标为 总体要求: 总体思路是 奋斗目标是")
}
