import Documents
import KnowledgeGraph
import Lexicon

/// Lines that say nearly the same, for where the first finds nothing.
extension QuestionReader {
    /// Lines to try where `line` finds nothing, from the nearest to the widest.
    func others(than line: String, _ builder: QuestionLine) -> [String] {
        var frames: [QuestionFrame] = []
        func edit(_ start: QuestionFrame, _ change: (inout QuestionFrame) -> Void) {
            var other = start
            change(&other)
            frames.append(other)
        }
        let isOfFigures = builder.isOfFigures, ordered = frame.superlative != nil || frame.ranking != nil || frame.function != nil
        // Nothing above 8% is an answer, where there is something at all.
        var bare = frame
        (bare.conditions, bare.outcome, bare.gap, bare.presence) = ([], nil, nil, [])
        let narrows = !frame.conditions.isEmpty || frame.outcome != nil || frame.gap != nil || !frame.presence.isEmpty
        let isDenied = narrows && QuestionLine(graph: graph, form: form, frame: bare).line().map { hasRows($0) } == true
        if isOfFigures {
            var start = frame
            if frame.reference != nil, !isDenied {
                start.reference = nil
                frames.append(start)
            }
            if frame.comparator != nil, !isDenied { edit(start) { $0.comparator = nil } }
            if frame.saysAbout, frame.comparator == nil { edit(start) { $0.saysAbout = false } }
            if frame.aspect != nil, !isDenied { edit(start) { $0.aspect = nil } }
            // Of words that name more than one thing no value is the highest.
            if !frame.subjects.isEmpty, !ordered {
                edit(start) { $0.loose = true }
                if frame.subjects.count > 1 || !frame.texts.isEmpty {
                    edit(start) { ($0.loose, $0.looseTexts) = (true, true) }
                }
                if frame.aspect != nil, !isDenied { edit(start) { ($0.aspect, $0.loose) = (nil, true) } }
                if !isDenied, !frame.kept, frame.nouns.count < 2, frame.presence.isEmpty,
                    frame.nouns.contains(where: { ["targets", "results"].contains($0.name) }) || frame.reached
                {
                    edit(start) {
                        $0.nouns = [.init(name: "figures", text: "", at: 0, isJoined: false)]
                        ($0.reached, $0.aspect, $0.loose) = (false, nil, true)
                    }
                }
            }
        }
        // 5万亿了吗: what it is, where the answer is no.
        if isDenied, frame.whether { frames.append(bare) }
        if isOfFigures, ordered, !isDenied, !frame.subjects.isEmpty, frame.function == nil {
            edit(frame) {
                ($0.loose, $0.superlative, $0.ranking, $0.limit, $0.dimension, $0.asksDimension) = (true, nil, nil, nil, nil, false)
            }
        }
        func written(_ frames: [QuestionFrame]) -> [String] {
            frames.map { QuestionLine(graph: graph, form: form, frame: $0) }.flatMap { [$0.command(), $0.line()] }.compactMap { $0 }
        }
        // 就业 2026: where nothing is measured, what is done.
        if builder.noun() == Noun.figures.name, frame.nouns.isEmpty, frame.hasSectors, !frame.isMeasured, !ordered, !narrows {
            edit(frame) { $0.nouns = [.init(name: Noun.measures.name, text: "", at: 0, isJoined: false)] }
        }
        var lines = written(frames)
        let about = !frame.subjects.isEmpty || !frame.texts.isEmpty
        // Sentences do not tell what was missed, or is highest.
        if about, !isDenied, !(isOfFigures && (narrows || ordered)), frame.nouns.count < 2, frame.saying == nil || frame.saying == .first {
            let (whole, parts) = sentences()
            lines += whole
            var other = frame
            other.texts = []
            let without = !frame.subjects.isEmpty && !frame.texts.isEmpty ? written([other]) : []
            // What is rarer says more.
            let isTextRare =
                (frame.texts.map { sentences(with: $0) }.min() ?? 0) < (frame.subjects.map { sentences(with: $0.spoken) }.min() ?? 0)
            lines += isTextRare ? parts + without : without + parts
        }
        // The weaknesses of a report are those of the year before it.
        if frame.nouns.first?.name == "problems", frame.years.count == 1, let low = frame.years[0].low, low == frame.years[0].high {
            edit(frame) { $0.years = [(low - 1, low - 1)] }
            lines += written([frames.removeLast()])
        }
        if frame.subjects.contains(where: \.isCompound) {
            var other = frame
            for index in other.subjects.indices { other.subjects[index].isCompound = false }
            lines += written([other])
        }
        var seen: Set = [line]
        return lines.filter { seen.insert($0).inserted && (try? Parser.parse($0)) != nil }
    }

    /// Sentences that hold the words, as they stand, then apart; and those that hold some of them.
    func sentences() -> (whole: [String], parts: [String]) {
        var words: [String] = []
        for word in frame.subjects.map({ $0.spoken }) + frame.texts where !words.contains(word) { words.append(word) }
        guard !words.isEmpty else { return ([], []) }
        let noun = form == .english ? Noun.sentences.name : Noun.sentences.description.chinese[0]
        let builder = QuestionLine(graph: graph, form: form, frame: frame)
        let exact = words.map { "\"\($0)\"" }, apart = words.map { Printer.quotedIfNeeded($0) }
        let whole = builder.narrowing, lines = [whole + exact, whole + apart]
        var parts: [[String]] = []
        for word in words.map({ (word: $0, count: sentences(with: $0)) }).sorted(by: { $0.count < $1.count }).prefix(2).map(\.word) {
            parts += [whole + ["\"\(word)\""], whole + [Printer.quotedIfNeeded(word)]]
        }
        for subject in frame.subjects { parts += subject.indicators.prefix(1).map { whole + [Printer.quotedIfNeeded(graph.name(of: $0))] } }
        func written(_ terms: [String]) -> String { ([noun] + terms).joined(separator: " ") }
        return (lines.map(written), parts.map(written))
    }

    func sentences(with words: String) -> Int {
        graph.sentences(holding: SoughtText(words, isExact: true), isCancelled: isCancelled)?.count ?? 0
    }
}
