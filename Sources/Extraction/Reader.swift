import Documents
import Lexicon

/// Reads one document: a pure function of its bytes and the lexicon.
public struct Reader: Sendable {
    public let lexicon: Lexicon
    private let grammar: Grammar
    let indicators: IndicatorNames
    private let mastheads: MastheadReader
    private let measures: MeasureReader
    private let sectors: SectorClassifier

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
        let frames = TimeFrames(grammar: grammar, year: masthead.year).frames(text, outline, parts)
        clock.enter(.sentences)
        let sentences = details.contains(.sentences) ? Self.sentences(text, outline) : []
        var header = Reading(name: name, path: path, text: bytes, masthead: masthead, sentences: sentences.map { text.span($0) })
        header.isWellFormed = text.isWellFormed
        sink.begin(header)
        clock.enter(.problems)
        let problems = details.contains(.problems) ? ProblemReader().read(text, outline, parts) : []
        clock.enter(.sectors)
        let headingSectors = HeadingSectors(text, outline, sectors)
        var figures = FigureReader(grammar: grammar)
        figures.documentYear = masthead.year
        figures.isNational = masthead.level == .nation
        var carried: TimeFrame?, carriedOver: TimeFrame?
        var goal = 0, near = 0
        var tally = sectors.tally
        var around = SectorClassifier.Context(), aroundSentence: Range<Int>?
        let home = indicators.home(masthead.place)
        var bench = IndicatorNames.Bench()
        var measureSigns = Signs()
        measureSigns.insert(year: masthead.year)
        let measureConfidence = Confidence(measureSigns, .measures)
        var deeds = measures.reading(), problem = 0, given = 0

        for (i, paragraph) in outline.paragraphs.enumerated() {
            figures.forget()
            if paragraph.role == .body || paragraph.role == .heading {
                var frame = frames[i]
                // A sentence that announced targets holds on until the frame itself changes.
                if let carried, carriedOver == frame { frame = carried }
                clock.enter(.lex)
                figures.lexer.lexTelling(text, paragraph.range)
                clock.enter(.figures)
                let after = figures.read(text.units.span, paragraph.range, frame: frame)
                if after != frame { (carried, carriedOver) = (after, frames[i]) } else if carriedOver != frames[i] { carried = nil }
            }
            clock.enter(.measures)
            deeds.read(i, text, outline, parts)
            // What the paragraph gave, in the order of the text.
            var f = figures.kept, m = 0
            while true {
                let ofGoal = given < outline.headings.count && outline.headings[given].range.lowerBound < paragraph.range.upperBound
                    ? text.start(outline.headings[given].range) : Int.max
                let ofFigure = f < figures.found.count ? text.start(figures.found.span[f].range) : Int.max
                let ofMeasure = m < deeds.found.count ? text.start(deeds.found[m].range) : Int.max
                let ofProblem = problem < problems.count && problems[problem].range.lowerBound < paragraph.range.upperBound
                    ? text.start(problems[problem].range) : Int.max
                let next = min(min(ofGoal, ofFigure), min(ofMeasure, ofProblem))
                if next == Int.max { break }
                if next == ofGoal {
                    clock.enter(.goals)
                    let h = outline.headings[given]
                    sink.add(Goal(
                        span: text.span(h.range), level: h.level, title: text.trimmedString(h.title), parent: h.parent,
                        looksForward: parts.headings[given] == .plan))
                    given += 1
                } else if next == ofFigure {
                    clock.enter(.figures)
                    // A span lends a figure where the array would copy it.
                    let found = figures.found.span
                    let range = found[f].range, inSentence = found[f].sentence
                    while goal < outline.headings.count, outline.headings[goal].range.lowerBound <= range.lowerBound { goal += 1 }
                    let heading = goal > 0 ? goal - 1 : nil
                    clock.enter(.figures)
                    let name = String(folded: found[f].indicator.span)
                    let standard = indicators.standard(
                        of: found[f].indicator.span, unit: found[f].unit, isLevel: found[f].aspect == .level, home: home, &bench)
                    let entry = standard.entry
                    var of = entry.map { (main: indicators.entries[$0].sector, more: indicators.entries[$0].moreSectors) }
                    clock.enter(.sectors)
                    if of == nil {
                        if aroundSentence != inSentence {
                            sectors.reckon(&around, text.units.span.extracting(inSentence), &tally)
                            aroundSentence = inSentence
                        }
                        of = sectors.sectors(of: found[f].indicator.span, context: around, hint: headingSectors[heading], &tally)
                    }
                    clock.enter(.figures)
                    var figure = Figure(
                        span: text.span(range), indicator: name, canonical: standard.name ?? name,
                        aspect: found[f].aspect, comparator: found[f].comparator, value: found[f].value, high: found[f].high,
                        unit: found[f].unit, reference: found[f].reference.map { String(folded: $0.span) }, period: found[f].period,
                        kind: found[f].kind, sector: of?.main ?? Sector("economy"), moreSectors: of?.more ?? [],
                        goal: heading, sentence: Self.sentence(holding: range, in: sentences, near: &near))
                    let signs = Signs(of: found[f], isKnown: standard.isExact, year: masthead.year)
                    figure.confidence = Confidence(signs, .figures)
                    if details.contains(.evidence) {
                        figure.evidence = found[f].evidence.inBytes(of: text)
                        figure.evidence.signs = signs
                    }
                    sink.add(consume figure)
                    f += 1
                } else if next == ofMeasure {
                    clock.enter(.sectors)
                    let deed = deeds.found[m]
                    let of = sectors.sectors(
                        of: text.units.span.extracting(deed.range), hint: headingSectors[deed.heading], trust: SectorClassifier.measureHint, &tally)
                    clock.enter(.measures)
                    var measure = Measure(
                        span: text.span(deed.range), action: text.folded(deed.action), sector: of?.main ?? Sector("economy"),
                        moreSectors: of?.more ?? [], period: frames[i].period, goal: deed.heading,
                        sentence: Self.sentence(holding: deed.range, in: sentences, near: &near))
                    if details.contains(.evidence) {
                        measure.evidence = frames[i].evidence(action: deed.action).inBytes(of: text)
                        measure.evidence.signs = measureSigns
                    }
                    measure.confidence = measureConfidence
                    sink.add(consume measure)
                    m += 1
                } else {
                    clock.enter(.problems)
                    let p = problems[problem]
                    var found = Problem(
                        span: text.span(p.range),
                        sector: sectors.main(of: text.units.span.extracting(p.range), &tally).map { sectors[$0] } ?? Sector("economy"),
                        period: frames[p.paragraph].period, goal: p.heading,
                        sentence: Self.sentence(holding: p.range, in: sentences, near: &near))
                    var evidence = frames[p.paragraph].evidence()
                    evidence.part = Evidence.Words(TimeFrames.opening(text.units.span, outline.paragraphs[p.paragraph].range))
                    found.evidence = evidence.inBytes(of: text)
                    sink.add(found)
                    problem += 1
                }
            }
        }
    }

    func apply(_ given: GivenMasthead, to masthead: inout Masthead) { mastheads.apply(given, to: &masthead) }

    /// Index of the sentence that `range` begins in.
    /// Statements are mostly asked for in order, so that it is the one found last, `near`, or the next.
    private static func sentence(holding range: Range<Int>, in sentences: [Range<Int>], near: inout Int) -> Int? {
        for i in near..<min(near + 2, sentences.count) where sentences[i].contains(range.lowerBound) {
            near = i
            return i
        }
        var low = 0, high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < sentences.count, sentences[low].lowerBound <= range.lowerBound else { return nil }
        near = low
        return low
    }

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
