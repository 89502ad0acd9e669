import Documents
import KnowledgeGraph
import Lexicon

/// What becomes of the words of a question that its line has no place for: each is named.
extension QuestionReader {
    /// The words whose meaning is not in the line.
    func unused(in line: String) -> [Message] {
        let told = Set(frame.unused + missed(by: line))
        let silent = tokens.indices.filter { at in
            !isCancelled() && !told.contains(at) && (!isSaid(at, in: line) || mustCount(at) && self.line(without: at) == line)
        }
        let words = (told.union(silent)).sorted().map { tokens[$0].text }
        return words.isEmpty ? [] : [.questionUnused(words)]
    }

    /// Whether the line has what a name, a time or a word of the texts stands for; words of questions alone are counted otherwise.
    private func isSaid(_ at: Int, in line: String) -> Bool {
        if frame.goesOn { return true }
        let token = tokens[at], builder = QuestionLine(graph: graph, form: form, frame: frame), line = line.lowercased()
        func says(_ names: [NodeID]) -> Bool {
            names.contains { line.contains(builder.name($0).lowercased()) || line.contains("\"\(builder.words(of: $0))\"") }
        }
        switch token.kind {
        case .years where token.span == report: return true
        case .years(let low, let high):
            let years = [low, high].compactMap(\.self)
            return years.isEmpty || frame.revised && frame.years.count == 2 || years.contains { line.contains(String($0)) }
        case .plan(let name): return line.contains(name)
        case .phrase(let words): return saysText(words, in: line)
        case .unknown: return "?？外".contains(token.text) || saysText(token.text, in: line)
        case .number: return true
        case .word(let roles, let names):
            if let place = token.place, frame.said[.rank] != nil || frame.supposed.contains(place) { return true }
            guard !names.isEmpty, roles.isEmpty || isName(at) else { return true }
            let subject = frame.subjects.first { $0.span == token.span }
            return says(names) || saysText(token.text, in: line)
                || subject.map { says($0.indicators + $0.sectors) || line.contains($0.spoken.lowercased()) } ?? false
        }
    }

    /// Whether the line has the word, or the phrase that it is a part of.
    private func saysText(_ word: String, in line: String) -> Bool {
        line.contains(word) || frame.texts.contains { ($0.contains(word) || word.contains($0)) && line.contains($0.lowercased()) }
    }

    /// Whether a question without the word asks something else, whatever stands around it: numbers, comparisons, negations, orders.
    private func mustCount(_ at: Int) -> Bool {
        if QuestionWords.weighty.contains(tokens[at].text), tokens[at].names.isEmpty { return true }
        // 既没有…也没有…: one says it for both.
        if !frame.parts.isEmpty, frame.denials.count > 1, frame.denials.contains(at) { return false }
        if number(at) != nil { return number(at)?.count.map { $0 > 1 } ?? true && !isApposition(at) }
        return roles(at).contains { role in
            switch role {
            case .before(let comparison):
                number(next(after: at)) != nil && comparison != .equal && comparisonBehind((next(after: at) ?? at) + 1) == nil
            case .without, .sign, .except, .outcome, .mean, .total, .surpassed, .rate, .tied, .share: true
            case .first: frame.saying != .first
            case .times: frame.saying != .most
            case .most, .fewest, .latest, .turn, .since, .until, .change: true
            case .reached: !frame.ahead && frame.nouns.count < 2
            case .unmentioned: frame.said[.unmentioned] != nil
            case .high, .low: !holdsSide
            case .dimension("place", let level?):
                !isApposition(at) && frame.level == level && frame.places.contains { graph.level(of: $0)?.rawValue != level }
            default: false
            }
        }
    }

    /// Whether rows are put side by side or in order, so that what is higher is seen.
    private var holdsSide: Bool {
        frame.superlative != nil || frame.said[.rank] != nil || frame.against != nil || frame.places.count > 1 || frame.years.count > 1
            || frame.movedAt != nil || frame.compares
    }

    /// Words of roles that such a line has no place for.
    private func missed(by line: String) -> [Int] {
        guard !frame.goesOn, let command = try? Parser.parse(line) else { return [] }
        var noun = "", stages: [Stage] = []
        switch command {
        case .query(let query): (noun, stages) = (query.noun.text, query.stages)
        case .diff: noun = "diff"
        case .brief: noun = "brief"
        default: return []
        }
        noun = Noun.named(noun)?.name ?? noun
        let isFigure = Noun.named(noun)?.type == .figure || !frame.parts.isEmpty, isCheck = noun == Noun.check.name
        var sorts = false, isCourse = false, isMatrix = false
        for stage in stages {
            switch stage {
            case .sort: sorts = true
            case .trend, .changes: isCourse = true
            case .compare, .matrix: isMatrix = true
            default: break
            }
        }
        var unused: [Int] = []
        func name(_ said: QuestionFrame.Said, unless used: Bool) { if let at = frame.said[said], !used { unused.append(at) } }
        name(.trend, unless: isCourse || sorts && noun != Noun.documents.name || isCheck || noun == "diff")
        name(.revised, unless: isCourse || noun == "diff")
        name(.compares, unless: isCourse || isMatrix || sorts || noun == "diff" || isCheck || frame.movedAt != nil)
        if isFigure, !isCheck { name(.how, unless: isCourse) }
        if !isFigure, noun != "diff" {
            if ["measures", "problems", "goals", "brief"].contains(noun) { name(.kept, unless: false) }
            name(.growth, unless: noun == Noun.indicators.name || frame.aspect == nil)
            if let at = frame.reachedAt { unused.append(at) }
            unused += frame.conditions.isEmpty ? [] : tokens.indices.filter { number($0) != nil && $0 != frame.limitAt }.prefix(1)
        }
        if let at = frame.superlativeAt, !sorts, !frame.wantsBothEnds, frame.supposed.isEmpty, frame.saying == nil { unused.append(at) }
        unused += frame.nouns.dropFirst(2).filter { !QuestionLine.weak.contains($0.text) && noun != "brief" && !isCheck }.map(\.at)
        return unused
    }

    /// Places that are asked about and have no document, and a year that nothing is of.
    func missing() -> [Message] {
        var missing = frame.places.filter { place in
            let row = Int(place.index), level = PlaceLevel(code: graph.places.level[row])
            return (level == .province || level == .city) && graph.documents.ofPlace[row].isEmpty
                && graph.figures.statement.ofPlace[row].isEmpty
        }.map { Message.placeWithoutDocument(graph.name(of: $0)) }
        if frame.years.count == 1, let year = frame.years[0].low, year == frame.years[0].high, year <= self.year, frame.plans.isEmpty {
            let rows = (0..<graph.periods.count).filter { graph.periods.period[$0].isYear && Int(graph.periods.period[$0].start) == year }
            let indicators = frame.subjects.flatMap(\.indicators)
            let isOfTargets = frame.nouns.contains { $0.name == "targets" }
            // Targets of the indicator that is asked for, or anything: a later document may well tell of that year.
            let isSpoken = indicators.isEmpty || !isOfTargets
                ? rows.contains { !graph.figures.statement.ofPeriod[$0].isEmpty }
                : indicators.contains { graph.figures.ofIndicator[Int($0.index)].contains { row in
                        rows.contains(Int(graph.figures.statement.period[Int(row)]))
                            && (!isOfTargets || graph.figures.kind[Int(row)] == FigureKind.target.code)
                } }
            let isOf = isSpoken || (0..<graph.documents.count).contains { rows.contains(Int(graph.documents.year[$0])) }
            if !isOf { missing.append(.yearWithoutDocument(year)) }
        }
        if frame.versusAt != nil {
            for subject in frame.subjects {
                var alone = frame
                (alone.subjects, alone.versusAt, alone.compares) = ([subject], nil, false)
                let line = QuestionLine(graph: graph, form: form, frame: alone).line()
                if line.map({ !hasRows($0) }) ?? false { missing.append(.questionNone(subject.spoken)) }
            }
        }
        // Nothing was raised or lowered since a year that has no targets.
        if let course = frame.course, frame.places.isEmpty {
            let old = (0..<graph.periods.count).filter {
                graph.periods.period[$0].isYear && Int(graph.periods.period[$0].start) == course.old
            }
            let isOf = old.contains { period in
                graph.figures.statement.ofPeriod[period].contains { row in
                    let place = graph.figures.statement.place[Int(row)]
                    guard graph.figures.kind[Int(row)] == FigureKind.target.code else { return false }
                    return frame.level == nil
                        || place != noNode && PlaceLevel(code: graph.places.level[Int(place)])?.rawValue == frame.level
                }
            }
            if !isOf { missing.append(.yearWithoutDocument(course.old)) }
        }
        return missing
    }

    /// Of a line that is one name or phrase which nothing has.
    func unknownWhole() -> Diagnostic {
        let noun = Noun.sentences.description.chinese[0], line = noun + " " + Printer.quotedIfNeeded(question.trimmingSpace)
        return Diagnostic(
            .unknownValue, Message.questionUnknown(question.trimmingSpace, isAbsent: !hasRows(line)).text,
            at: ByteSpan(0, question.utf8.count), expected: hasRows(line) ? [noun] : [],
            suggestion: hasRows(line) ? line : nil)
    }
}
