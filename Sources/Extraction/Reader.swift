import Documents
import Lexicon

/// Reads one document: a pure function of its bytes and the lexicon.
public struct Reader: Sendable {
    public let lexicon: Lexicon
    let grammar: Grammar
    let indicators: IndicatorNames
    private let mastheads: MastheadReader
    let measures: MeasureReader
    let sectors: SectorClassifier

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        grammar = Grammar(lexicon)
        indicators = IndicatorNames(lexicon)
        mastheads = MastheadReader(lexicon)
        measures = MeasureReader(lexicon)
        sectors = SectorClassifier(lexicon: lexicon)
    }

    /// Reads a text document in UTF-8 (other bytes than UTF-8 are passed over). What is `given` of it wins over its text.
    public func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead = GivenMasthead(), details: ReadingDetails = .all
    ) -> Reading {
        var clock = NoStageClock()
        return read(bytes, name: name, path: path, given: given, details: details, clock: &clock)
    }

    /// The same; `clock` is told where each stage begins.
    public func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead = GivenMasthead(), details: ReadingDetails = .all,
        clock: inout some StageClock
    ) -> Reading {
        var whole = WholeReading()
        read(bytes, name: name, path: path, given: given, details: details, clock: &clock, into: &whole)
        return whole.reading
    }

    /// Reads a document and gives its statements one by one, in the order of the text: no more of them are held at once than
    /// those of a paragraph.
    public func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead = GivenMasthead(), details: ReadingDetails = .all,
        into sink: inout some StatementSink
    ) {
        var clock = NoStageClock()
        read(bytes, name: name, path: path, given: given, details: details, clock: &clock, into: &sink)
    }

    private func read(
        _ bytes: [UInt8], name: String, path: String, given: GivenMasthead, details: ReadingDetails, clock: inout some StageClock,
        into sink: inout some StatementSink
    ) {
        clock.enter(.clean)
        let text = SourceText(bytes)
        clock.enter(.outline)
        let outline = OutlineReader().read(text)
        let parts = DocumentParts(text, outline)
        clock.enter(.time)
        let masthead = mastheads.read(text, outline, parts, name: name, given: given)
        let frames = TimeFrames(grammar: grammar, masthead, reportsOnly: parts.reportsOnly).frames(text, outline, parts)
        clock.enter(.sentences)
        let sentences = details.contains(.sentences) ? Self.sentences(text, outline) : []
        var header = Reading(name: name, path: path, text: bytes, masthead: masthead, sentences: sentences.map { text.span($0) })
        header.isWellFormed = text.isWellFormed
        sink.begin(header)
        clock.enter(.problems)
        let problems = details.contains(.problems) ? ProblemReader().read(text, outline, parts) : []
        clock.enter(.sectors)
        var statements = StatementReader(
            self, text, outline, parts, frames, masthead, sentences, problems, keepsEvidence: details.contains(.evidence))
        for i in outline.paragraphs.indices { statements.read(i, &clock, into: &sink) }
    }

    func apply(_ given: GivenMasthead, to masthead: inout Masthead) { mastheads.apply(given, to: &masthead) }

    /// Sentences of the body, up to and with 。！？ or the paragraph's end.
    private static func sentences(_ text: SourceText, _ outline: Outline) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let units = text.units.span
        for paragraph in outline.paragraphs where paragraph.role == .body {
            var start = paragraph.range.lowerBound, next = start
            while next < paragraph.range.upperBound {
                let i = text.marks.first(from: next, to: paragraph.range.upperBound)
                next = i + 1
                guard i < paragraph.range.upperBound, Unit.endsSentence(units[i]) else { continue }
                // A closing quote behind the stop belongs to the sentence.
                let end = i + 1 < paragraph.range.upperBound && units[i + 1] == Unit.closeQuote ? i + 2 : i + 1
                if end > start { found.append(start..<end) }
                start = end
            }
            if start < paragraph.range.upperBound { found.append(start..<paragraph.range.upperBound) }
        }
        return found
    }
}
