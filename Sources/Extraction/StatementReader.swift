import Documents
import Lexicon

/// Reads the statements of one document, paragraph by paragraph: what each of its readers finds, brought into the order of the
/// text and given its sector, its goal and its sentence.
struct StatementReader: ~Copyable {
    private let reader: Reader
    private let text: SourceText
    private let outline: Outline
    private let parts: DocumentParts
    private let frames: TimeFrameRuns
    private let sentences: [Range<Int>]
    private let problems: [ProblemFound]
    private let headingSectors: HeadingSectors
    private let keepsEvidence: Bool
    private let year: Int?
    private let home: IndicatorNames.Home
    private let measureSigns: Signs, closingSigns: Signs
    private let measureConfidence: Confidence, closingConfidence: Confidence

    private var figures: FigureReader
    private var deeds: MeasureReading
    /// A frame that a sentence announced, and the paragraph's own frame that it holds within.
    private var carried: (frame: TimeFrame, over: TimeFrame)?
    /// The next of `outline.headings` and of `problems` to give.
    private var heading = 0, problem = 0
    /// How many headings begin before the last figure.
    private var headingsBefore = 0
    /// The sentence found last.
    private var near = 0
    private var tally: SectorClassifier.Tally
    /// What the sentence around the last figure says of sectors.
    private var around = SectorClassifier.Context(), aroundSentence: Range<Int>?
    private var topic = MeasureTopic()
    private var bench = IndicatorNames.Bench()

    init(
        _ reader: Reader, _ text: SourceText, _ outline: Outline, _ parts: DocumentParts, _ frames: TimeFrameRuns, _ masthead: Masthead,
        _ sentences: [Range<Int>], _ problems: [ProblemFound], keepsEvidence: Bool
    ) {
        (self.reader, self.text, self.outline, self.parts, self.frames) = (reader, text, outline, parts, frames)
        (self.sentences, self.problems, self.keepsEvidence, year) = (sentences, problems, keepsEvidence, masthead.year)
        headingSectors = HeadingSectors(text, outline, reader.sectors)
        home = reader.indicators.home(masthead.place)
        var signs = Signs()
        signs.insert(year: masthead.year)
        (measureSigns, measureConfidence) = (signs, Confidence(signs, .measures))
        signs.insert(.closing)
        (closingSigns, closingConfidence) = (signs, Confidence(signs, .measures))
        figures = FigureReader(grammar: reader.grammar)
        (figures.documentYear, figures.sumsUp) = (masthead.year, masthead.sumsUp)
        figures.isNational = masthead.level == .nation
        deeds = reader.measures.reading(year: masthead.year)
        tally = reader.sectors.tally
    }

    /// Gives the statements of the `i`th paragraph to `sink`; those before it were given before.
    mutating func read(_ i: Int, _ clock: inout some StageClock, into sink: inout some StatementSink) {
        let end = outline.paragraphs[i].range.upperBound
        readFigures(i, &clock)
        clock.enter(.measures)
        deeds.read(i, text, outline, parts)
        var f = figures.kept, m = 0
        while true {
            let ofGoal = heading < outline.headings.count ? start(outline.headings[heading].range, before: end) : Int.max
            let ofFigure = f < figures.found.count ? text.start(figures.found.span[f].range) : Int.max
            let ofMeasure = m < deeds.found.count ? text.start(deeds.found[m].range) : Int.max
            let ofProblem = problem < problems.count ? start(problems[problem].range, before: end) : Int.max
            switch min(min(ofGoal, ofFigure), min(ofMeasure, ofProblem)) {
            case Int.max: return
            case ofGoal:
                clock.enter(.goals)
                sink.add(goal(heading))
                heading += 1
            case ofFigure:
                let figure = figure(f, &clock)
                if stands(figure) { sink.add(figure) }
                f += 1
            case ofMeasure:
                sink.add(measure(deeds.found[m], frames[i], &clock))
                m += 1
            default:
                clock.enter(.problems)
                sink.add(problem(problems[problem]))
                problem += 1
            }
        }
    }

    private func start(_ range: Range<Int>, before end: Int) -> Int { range.lowerBound < end ? text.start(range) : Int.max }

    private mutating func readFigures(_ i: Int, _ clock: inout some StageClock) {
        figures.forget()
        let paragraph = outline.paragraphs[i]
        guard paragraph.role == .body || paragraph.role == .heading else { return }
        // A sentence that announced targets holds on until the frame itself changes.
        let own = frames[i]
        let frame = carried.flatMap { $0.over == own ? $0.frame : nil } ?? own
        clock.enter(.lex)
        figures.lexer.lexTelling(text, paragraph.range)
        clock.enter(.figures)
        let units = text.units
        figures.isPlanPart = own.looksForward
        let after = figures.read(units.span, paragraph.range, frame: frame)
        if after != frame { carried = (after, own) } else if carried?.over != own { carried = nil }
    }

    private func goal(_ h: Int) -> Goal {
        let heading = outline.headings[h]
        return Goal(
            span: text.span(heading.range), level: heading.level, title: text.trimmedString(heading.title), parent: heading.parent,
            looksForward: parts.headings[h] == .plan)
    }

    private static let early = 1994

    /// Whether the signs say that it is more likely right than wrong; asked of reports so early that this was measured.
    private func stands(_ figure: borrowing Figure) -> Bool {
        (year ?? 9999) >= Self.early || figure.confidence.hundredths >= Confidence.evenOdds
    }

    private mutating func figure(_ f: Int, _ clock: inout some StageClock) -> Figure {
        clock.enter(.figures)
        // A span lends a figure where the array would copy it.
        let all = figures.found, units = text.units
        let found = all.span
        let range = found[f].range
        while headingsBefore < outline.headings.count, outline.headings[headingsBefore].range.lowerBound <= range.lowerBound {
            headingsBefore += 1
        }
        let goal = headingsBefore > 0 ? headingsBefore - 1 : nil
        let name = String(folded: found[f].indicator.span)
        let standard = reader.indicators.standard(
            of: found[f].indicator.span, unit: found[f].unit, isLevel: found[f].aspect == .level, home: home, &bench)
        clock.enter(.sectors)
        let sector: (main: Sector, more: [Sector])?
        if let entry = standard.entry {
            sector = (reader.indicators.entries[entry].sector, reader.indicators.entries[entry].moreSectors)
        } else {
            if aroundSentence != found[f].sentence {
                reader.sectors.reckon(&around, units.span.extracting(found[f].sentence), &tally)
                aroundSentence = found[f].sentence
            }
            sector = reader.sectors.sectors(of: found[f].indicator.span, context: around, hint: headingSectors[goal], &tally)
                .map { ($0.main, $0.more) }
        }
        clock.enter(.figures)
        var figure = Figure(
            span: text.span(range), indicator: name, canonical: standard.name ?? name, aspect: found[f].aspect,
            comparator: found[f].comparator, value: found[f].value, high: found[f].high,
            unit: reader.indicators.text(of: found[f].unit, &bench), reference: found[f].reference.map { String(folded: $0.span) }, period: found[f].period, kind: found[f].kind,
            sector: sector?.main ?? Self.anySector, moreSectors: sector?.more ?? [], goal: goal, sentence: sentence(holding: range))
        let signs = Signs(of: found[f], isKnown: standard.isExact, year: year)
        figure.confidence = Confidence(signs, .figures)
        if keepsEvidence {
            figure.evidence = found[f].evidence.inBytes(of: text)
            figure.evidence.signs = signs
        }
        return figure
    }

    private mutating func measure(_ deed: MeasureFound, _ frame: TimeFrame, _ clock: inout some StageClock) -> Measure {
        clock.enter(.sectors)
        let units = text.units
        topic.turn(to: deed, heading: headingSectors[deed.heading], reader.sectors)
        let sector = reader.sectors.sectors(of: units.span.extracting(deed.range), context: topic.hints, &tally)
        if let sector { topic.keep(sector.number, of: deed) }
        clock.enter(.measures)
        var measure = Measure(
            span: text.span(deed.range), action: text.folded(deed.action), sector: sector?.main ?? Self.anySector,
            moreSectors: sector?.more ?? [], period: frame.period, goal: deed.heading, sentence: sentence(holding: deed.range))
        if keepsEvidence {
            measure.evidence = frame.evidence(action: deed.action).inBytes(of: text)
            measure.evidence.signs = deed.isLast ? closingSigns : measureSigns
        }
        measure.confidence = deed.isLast ? closingConfidence : measureConfidence
        return measure
    }

    private mutating func problem(_ found: ProblemFound) -> Problem {
        let units = text.units
        let sector = reader.sectors.main(of: units.span.extracting(found.range), &tally).map { reader.sectors[$0] }
        let frame = frames[found.paragraph]
        var problem = Problem(
            span: text.span(found.range), sector: sector ?? Self.anySector, period: frame.period, goal: found.heading,
            sentence: sentence(holding: found.range))
        var evidence = frame.evidence()
        evidence.part = Evidence.Words(TimeFrames.opening(text.units.span, outline.paragraphs[found.paragraph].range))
        problem.evidence = evidence.inBytes(of: text)
        return problem
    }

    /// Of what no word gives a sector.
    private static let anySector = Sector("economy")

    /// Index of the sentence that `range` begins in.
    /// Statements are mostly asked for in order, so that it is the one found last, `near`, or the next.
    private mutating func sentence(holding range: Range<Int>) -> Int? {
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
}
