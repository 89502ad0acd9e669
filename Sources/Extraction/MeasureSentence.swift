import Documents

/// Reads the sentences of a plan for their measures; made once, used for every sentence of a document.
struct MeasureSentence {
    struct Measure {
        var range: Range<Int>
        var action: Range<Int>
        /// The last clause of a longer sentence.
        var isLast = false
        /// Its verb is as often a noun.
        var isNounToo = false
    }

    /// The verb that opens a clause.
    private struct Head {
        var action: Range<Int>
        /// It may also sum up what the measures before it bring about.
        var isResult: Bool
        /// It is as often a noun.
        var isNounToo: Bool
    }

    private struct Clause {
        var range: Range<Int>
        /// The measure in it; nil where it holds none.
        var measure: Measure?
        /// Its verb may also sum up what the measures before it bring about.
        var isResult = false
        /// It gives the ground of the clause behind it (围绕…).
        var isContext = false
        /// It gives the means of what follows (以改革…, 通过…), not its occasion (以…为契机).
        var isMeans = false
        /// It says what the clause before it is (是…, 具有…).
        var isPredicate = false
        /// It tells what comes of those before it (这将…).
        var isOutcome = false
        /// It opens with its measure, with no 要 or 将 before it.
        var isBare: Bool { measure?.range.lowerBound == range.lowerBound }
    }

    private let grammar: MeasureGrammar
    private var words: MeasureWords { grammar.words }
    private var clauses: [Clause] = []

    private let year: Int?
    /// Reports of then argue at length: there a verb commits only where the sentence says that it does.
    private let isEarly: Bool

    init(_ grammar: MeasureGrammar, year: Int? = nil) {
        self.grammar = grammar
        self.year = year
        isEarly = (year ?? 9999) < 1994
    }

    /// Gives each measure of the sentence `range`, in order.
    mutating func read(_ units: Span<UInt16>, _ marks: borrowing UnitMarks, _ range: Range<Int>, _ give: (Measure) -> Void) {
        // 如果…, 只有…才能…, 去年…: argues or looks back, and commits to nothing.
        if words.arguments.begins(units, range.lowerBound, range.upperBound) { return }
        if let link = words.turns.longest(units, range.lowerBound, range.upperBound),
            words.grounds.begins(units, range.lowerBound + link, range.upperBound)
        {
            return
        }
        if isEarly, argues(units, range) { return }
        clauses.removeAll(keepingCapacity: true)
        split(units, marks, range)
        var commits = !isEarly || clauses.first?.measure != nil && !words.asides.occurs(units, range.lowerBound, range.upperBound)
        let aims = trailingAims, topics = openingTopics(units), count = clauses.count
        var servesAim = false, mood = Mood(), taken = 0
        for (i, clause) in clauses.enumerated() {
            let own = clause.range
            // 我们希望各国…，消除…: asked of others. 以…思想为指导，贯彻…: guiding ideas.
            if words.hopes.begins(units, own.lowerBound, own.upperBound) || words.creeds.ends(units, own.lowerBound, own.upperBound) {
                return
            }
            if own.lowerBound > range.lowerBound, units[own.lowerBound - 1] == Unit.semicolon { servesAim = false }
            // 以便换取外汇，增加进口: what comes behind an aim belongs to it, until a clause says again what is to be done.
            if isEarly { turn(&mood, units, i, topics) }
            if opensAim(units, i) || mood.foretells && units[own.lowerBound] == Self.will {
                servesAim = true
                continue
            }
            if !commits { commits = words.commitments.occurs(units, own.lowerBound, own.upperBound) }
            defer { if isEarly, words.stirrings.occurs(units, own.lowerBound, own.upperBound) { servesAim = true } }
            if i < topics { continue }
            guard var measure = clause.measure, i < aims, commits else { continue }
            if i == 0, count > 1, isCondition(units, measure) { continue }
            if isEarly, isUnsure(units, measure) { continue }
            // 着重抓好四件事: what they are comes behind it.
            if own.upperBound < range.upperBound, units[own.upperBound] == Unit.colon,
                words.lists.ends(units, own.lowerBound, own.upperBound)
            {
                continue
            }
            if i > 0, clauses[i - 1].isPredicate, words.essences.ends(units, own.lowerBound, own.upperBound) { continue }
            // 把分散的体制，改变为统一的; 对困难茶厂，给予补助: the other half of the deed.
            if i < taken { continue }
            if i + 1 < count, finishes(units, measure, clauses[i + 1].range) {
                taken = i + 2
                measure.range = measure.range.lowerBound..<clauses[i + 1].range.upperBound
            }
            if !clause.isBare { servesAim = false }
            if servesAim || mood.tells || mood.calls { continue }
            // 要解决这种矛盾，就必须…: a condition.
            if i + 1 < count, words.consequences.begins(units, clauses[i + 1].range.lowerBound, clauses[i + 1].range.upperBound) {
                continue
            }
            // 维护治安，是…的职责: the subject of a statement.
            if i + 1 < count, clauses[i + 1].isPredicate { continue }
            // 围绕…，提前布局: a verb without an object of its own takes the ground before it.
            if measure.range.count <= 6, measure.action.upperBound == measure.range.upperBound, i > 0, clauses[i - 1].isContext,
                clauses[i - 1].range.count <= 30
            {
                measure.range = clauses[i - 1].range.lowerBound..<measure.range.upperBound
            }
            measure.isLast = i > 0 && i == count - 1
            // 加强调度，保证市场的供应: what those before it are for.
            if measure.isLast, clause.isBare, clauses[i - 1].measure != nil, words.finals.begins(units, own.lowerBound, own.upperBound),
                !own.contains(where: { Unit.isDigit(units[$0]) || QuantityParser.isNumeral(units[$0]) })
            {
                continue
            }
            give(measure)
        }
    }

    /// Whether the clause `next` holds the verb for the object of `measure`.
    private func finishes(_ units: Span<UInt16>, _ measure: Measure, _ next: Range<Int>) -> Bool {
        let start = measure.action.lowerBound, end = measure.range.upperBound
        return words.takings.begins(units, start, end) && words.turnings.begins(units, next.lowerBound, next.upperBound)
            || words.towards.begins(units, measure.range.lowerBound, end) && words.givings.begins(units, next.lowerBound, next.upperBound)
                && !words.deeds.occurs(units, measure.range.lowerBound, end)
    }

    /// Whether the first clause is what the second speaks of (建设茶山，必须…), or what it takes stands there (完成全年目标任务，要…).
    private func isCondition(_ units: Span<UInt16>, _ measure: Measure) -> Bool {
        let next = clauses[1].range, isBare = clauses[0].isBare
        if isBare || isEarly, words.strictDuties.begins(units, next.lowerBound, next.upperBound) { return true }
        guard isBare, words.duties.begins(units, next.lowerBound, next.upperBound) else { return false }
        return isEarly
            || words.ownGoals.ends(units, measure.range.lowerBound, measure.range.upperBound)
                && words.achievings.begins(units, measure.action.lowerBound, measure.action.upperBound)
    }

    /// Index of the first of the clauses at the end that say what the measures before them are for: 强化布局，增强能力. One such
    /// clause sums up a short sentence only; two and more always.
    private var trailingAims: Int {
        var first = clauses.count
        while first > 0, clauses[first - 1].isResult { first -= 1 }
        let run = clauses.count - first
        guard run > 0, first > 0, clauses[first - 1].measure != nil || clauses[first - 1].isMeans else { return clauses.count }
        return run > 1 || clauses.count <= 3 || clauses[first - 1].isMeans ? first : clauses.count
    }

    /// 例如…, 1953年…, …已经…: a sentence that tells, argues or quotes.
    private func argues(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        if words.arguing.occurs(units, range.lowerBound, range.upperBound) { return true }
        return !words.atTime.contains(units[range.lowerBound]) && isPast(units, range)
    }

    /// The year that a stretch opens with, in digits or characters, behind 在 or 到 as well.
    private func openingYear(_ units: Span<UInt16>, _ range: Range<Int>) -> Int? {
        let start = range.lowerBound + (words.atTime.contains(units[range.lowerBound]) ? 1 : 0)
        guard range.upperBound - start > 4, units[start + 4] == "年" else { return nil }
        var year = 0
        for i in start..<start + 4 {
            guard let digit = Unit.isDigit(units[i]) ? Int(units[i] - "0") : QuantityParser.digit(units[i]) else { return nil }
            year = year * 10 + digit
        }
        return year
    }

    /// How many clauses at the beginning only say what the sentence speaks of (发展茶业，建设茶乡，对全县有重要意义), what it
    /// is for (为了办好茶市，保证供应，各乡要…), or in early reports who (参加工作的许多人士，…).
    private func openingTopics(_ units: Span<UInt16>) -> Int {
        guard let first = clauses.first?.range else { return 0 }
        let isPurpose = words.purposesAhead.begins(units, first.lowerBound, first.upperBound)
        let isGoal = isEarly && words.goalsAhead.begins(units, first.lowerBound, first.upperBound) && clauses[0].measure != nil
        var n = isPurpose || isGoal ? 1 : 0
        while n < clauses.count {
            let own = clauses[n].range
            guard clauses[n].isBare || isPurpose && words.joins.begins(units, own.lowerBound, own.upperBound)
                || isEarly && words.achievings.begins(units, own.lowerBound, own.upperBound)
            else { break }
            if n > 0, units[own.lowerBound - 1] == Unit.semicolon { return 0 }
            n += 1
        }
        if n > 0, n < clauses.count {
            let next = clauses[n].range
            if isPurpose || clauses[n].isPredicate { return n }
            if isGoal { return words.strictDuties.begins(units, next.lowerBound, next.upperBound) ? n : 0 }
            if isEarly, words.resumptions.begins(units, next.lowerBound, next.upperBound) { return n }
        }
        let isPeople = isEarly && clauses[0].isBare && words.people.ends(units, first.lowerBound, first.upperBound)
        return isPeople && first.contains { units[$0] == Self.of } ? 1 : 0
    }

    /// What an early report does in a clause, until a clause says again what is to be done.
    private struct Mood {
        /// Tells what was done: 一九五四年对茶叶实行统购, 制定了办法，组织收购.
        var tells = false
        /// Calls on people: 茶农们应该努力，改善茶园.
        var calls = false
        /// Says what comes of a deed: 完成今年的计划，将扩大….
        var foretells = false
    }

    private func turn(_ mood: inout Mood, _ units: Span<UInt16>, _ i: Int, _ topics: Int) {
        let clause = clauses[i], own = clause.range
        let isDuty = words.modals.begins(units, own.lowerBound, own.upperBound)
        if !clause.isBare, calls(units, own) || isDuty && i > 0 && isCalled(units, i - 1) {
            mood.calls = true
        } else if isDuty || words.renewals.occurs(units, own.lowerBound, own.upperBound)
            || clause.measure.map({ words.modals.occurs(units, own.lowerBound, $0.range.lowerBound) }) == true
        {
            mood.calls = false
            mood.tells = false
        }
        if clause.measure == nil, perfect(units, own) || isPast(units, own) { mood.tells = true }
        if i > 0, i == topics, units[own.lowerBound] == Self.will,
            !words.purposesAhead.begins(units, clauses[0].range.lowerBound, clauses[0].range.upperBound)
        {
            mood.foretells = true
        }
    }

    /// 全体茶农，必须…: a short clause that is none but people.
    private func isCalled(_ units: Span<UInt16>, _ i: Int) -> Bool {
        let own = clauses[i].range
        return clauses[i].measure == nil && own.count <= 10 && !words.frames.begins(units, own.lowerBound, own.upperBound)
            && isPeople(units, own)
    }

    private func isPeople(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        words.people.ends(units, range.lowerBound, range.upperBound) && !words.ourselves.ends(units, range.lowerBound, range.upperBound)
    }

    /// 制定了办法, not 为了 and 了解
    private func perfect(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        for i in range.dropFirst() where units[i] == Self.perfect && units[i - 1] != Self.forSake && units[i - 1] != Self.except {
            let next = i + 1 < range.upperBound ? units[i + 1] : 0
            if next != Self.solve, next != Self.no { return true }
        }
        return false
    }

    /// 一九五四年九月, 在1954年: a year before the document's own opens it.
    private func isPast(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
        guard let year, let opening = openingYear(units, range) else { return false }
        return opening < year
    }

    /// 以增强自己的能力 (but 以增强能力为重点), 这将…, 这样做是为了…
    private func opensAim(_ units: Span<UInt16>, _ i: Int) -> Bool {
        let own = clauses[i].range
        if clauses[i].isOutcome || words.aims.begins(units, own.lowerBound, own.upperBound) { return true }
        if isEarly, words.sakes.occurs(units, own.lowerBound, own.upperBound) { return true }
        return i > 0 && words.betterments.begins(units, own.lowerBound, own.upperBound) && !own.contains { units[$0] == Self.forSake }
    }

    /// Asked of people (青年们应该…), told of a state (程度很高), or nothing but a number.
    private func isUnsure(_ units: Span<UInt16>, _ measure: Measure) -> Bool {
        let start = measure.range.lowerBound, end = measure.range.upperBound
        if words.outlooks.begins(units, start, end) || words.states.ends(units, start, end) || words.effects.occurs(units, start, end)
            || words.ownTargets.occurs(units, start, end)
        {
            return true
        }
        // 增加约二亿元, 招生九万人, 降低到两成
        var i = measure.action.upperBound
        while i < end, i < measure.action.upperBound + 3, !Unit.isDigit(units[i]), !QuantityParser.isNumeral(units[i]) { i += 1 }
        guard i < end, Unit.isDigit(units[i]) || QuantityParser.isNumeral(units[i]) else { return false }
        while i < end, Unit.isDigit(units[i]) || QuantityParser.isNumeral(units[i]) || units[i] == "." { i += 1 }
        return end - i <= 3
    }

    /// 全国人民都要, 青年们应该
    private func calls(_ units: Span<UInt16>, _ clause: Range<Int>) -> Bool {
        guard let i = words.modals.first(units, clause.lowerBound + 1, clause.upperBound),
            i + 1 == clause.upperBound || units[i + 1] != Self.has  // 应有
        else { return false }
        return isPeople(units, clause.lowerBound..<(words.alsoAll.contains(units[i - 1]) ? i - 1 : i))
    }

    // MARK: - Clauses

    /// Cuts at commas and semicolons outside quotes and brackets, and before a 、 that a verb with an object of its own follows.
    private mutating func split(_ units: Span<UInt16>, _ marks: borrowing UnitMarks, _ range: Range<Int>) {
        var depth = 0, start = range.lowerBound
        for i in marks.places(from: start, to: range.upperBound) {
            switch units[i] {
            case Unit.openQuote, Unit.openParenthesis, Unit.openTitle: depth += 1
            case Unit.closeQuote, Unit.closeParenthesis, Unit.closeTitle: depth = max(0, depth - 1)
            case Unit.comma, Unit.semicolon, Unit.colon:
                guard depth == 0, !partsThousands(units, i, range) else { continue }
                add(units, start..<i)
                start = i + 1
            case Unit.enumerationComma:
                guard depth == 0, i - start >= 8, opensMeasure(units, i + 1, clauseEnd(units, i + 1, range.upperBound)) else { continue }
                add(units, start..<i)
                start = i + 1
            default: break
            }
        }
        add(units, start..<range.upperBound)
    }

    /// The comma of 2,500.
    private func partsThousands(_ units: Span<UInt16>, _ i: Int, _ range: Range<Int>) -> Bool {
        i > range.lowerBound && i + 3 < range.upperBound && Unit.isDigit(units[i - 1]) && (1...3).allSatisfy { Unit.isDigit(units[i + $0]) }
    }

    private func clauseEnd(_ units: Span<UInt16>, _ start: Int, _ limit: Int) -> Int {
        var i = start
        while i < limit, units[i] != Unit.comma || partsThousands(units, i, start..<limit), units[i] != Unit.enumerationComma,
            units[i] != Unit.semicolon
        { i += 1 }
        return i
    }

    /// Whether the part behind a 、 is an action with a number of its own; without one it shares the measure before it.
    private func opensMeasure(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        guard end - start >= 8, let head = grammar.match(units, at: start, end: end, having: [.verb, .noun]) else { return false }
        guard head.roles.isDisjoint(with: [.result, .noun]) else { return false }
        for i in start..<end where Unit.isDigit(units[i]) { return true }
        return false
    }

    private mutating func add(_ units: Span<UInt16>, _ range: Range<Int>) {
        guard range.count >= 2 else { return }
        if words.announcements.occurs(units, range.lowerBound, range.upperBound) {
            clauses.append(Clause(range: range))
            return
        }
        var clause = Clause(range: range)
        clause.isPredicate = words.predicates.begins(units, range.lowerBound, range.upperBound)
            || words.weights.ends(units, range.lowerBound, range.upperBound)
            || words.significance.ends(units, range.lowerBound, range.upperBound)
                && words.havings.occurs(units, range.lowerBound, range.upperBound)
        // 这也将节约资金: what comes of it.
        if words.outcome.begins(units, range.lowerBound, range.upperBound) {
            clause.isOutcome = true
            clauses.append(clause)
            return
        }
        let (start, head) = skipLinks(units, range)
        if let head {
            clause.measure = Measure(range: start..<range.upperBound, action: head.action, isNounToo: head.isNounToo)
            clause.isResult = head.isResult
        } else if let frame = context(units, start, range.upperBound) {
            if let relief = relief(units, frame, range.upperBound) {
                let verb = grammar.match(units, at: relief.lowerBound, end: relief.upperBound, having: .nounToo)
                clause.measure = Measure(range: start..<range.upperBound, action: relief, isNounToo: verb?.length == relief.count)
            } else if let inner = innerVerb(units, frame, range.upperBound) {
                clause.measure = Measure(range: start..<range.upperBound, action: inner)
            } else {
                clause.isContext = true
                clause.isMeans =
                    words.means.begins(units, start, range.upperBound) && !words.frameEnds.ends(units, start, range.upperBound)
            }
        }
        if let measure = clause.measure, measure.range.count < 4 || reports(units, measure) { clause.measure = nil }
        clauses.append(clause)
    }

    /// Where the clause begins to say what is done: behind 并, 要, 各级政府要, 我们必须; and the verb at its head, if it has one.
    private func skipLinks(_ units: Span<UInt16>, _ range: Range<Int>) -> (start: Int, head: Head?) {
        var start = range.lowerBound
        for _ in 0..<3 {
            guard let length = words.links.longest(units, start, range.upperBound) else { break }
            start += length
        }
        if let head = head(units, start, range.upperBound) { return (start, head) }
        let limit = min(range.upperBound - 2, start + 18)
        var i = start
        while i < limit {
            if words.modals.mayOpen(units[i]), let length = modal(units, i, range) {
                let next = i + length
                if let head = head(units, next, range.upperBound) { return (next, head) }
                if grammar.match(units, at: next, end: range.upperBound, having: [.context, .aim]) != nil { return (next, nil) }
            }
            i += 1
        }
        return (start, nil)
    }

    /// Length of 要, 必须, 将, 应 … at `i`, where it is a word of its own.
    private func modal(_ units: Span<UInt16>, _ i: Int, _ range: Range<Int>) -> Int? {
        guard let length = words.modals.longest(units, i, range.upperBound) else { return nil }
        if units[i] == Self.must, i > range.lowerBound, units[i - 1] == Self.no { return nil }  // 不要在
        if length == 1, units[i] == Self.must, i > range.lowerBound, words.beforeMust.contains(units[i - 1]) { return nil }
        return length
    }

    // MARK: - Verbs

    /// The verb at the head of a clause, behind words of manner; nil where the clause opens otherwise.
    private func head(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Head? {
        var at = behindQuote(units, start, end)
        var last: (verb: Range<Int>, isNounToo: Bool)?
        for _ in 0..<6 {
            let (bar, verb, manner) = grammar.openers(units, at: at, end: end)
            if let bar, !bar.roles.isDisjoint(with: [.aim, .noun]) || bar.roles == .context { return nil }
            if let verb, verb.length >= (manner?.length ?? 0) {
                // 加快建设: a verb that is a word of manner too gives way to the verb behind it.
                if let manner, manner.length == verb.length, let next = head(units, at + manner.length, end) { return next }
                guard isVerb(units, at, verb, end) else { return nil }
                let isMeant = at > start && words.efforts.begins(units, start, end)
                return Head(
                    action: at..<at + verb.length, isResult: verb.roles.contains(.result) && !isMeant,
                    isNounToo: verb.roles.contains(.nounToo))
            }
            guard let manner else { break }
            if let verb = verb ?? (manner.roles.contains(.verb) ? manner : nil) {
                last = (at..<at + verb.length, verb.roles.contains(.nounToo))
            }
            at += manner.length
            if at < end, units[at] == Self.adverbial { at += 1 }  // 地
            if at < end, units[at] == Unit.enumerationComma { at += 1 }  // 认真研究、切实加以解决
        }
        guard let last, end - last.verb.upperBound >= 2 else { return nil }
        return Head(action: last.verb, isResult: false, isNounToo: last.isNounToo)
    }

    /// Behind a short quoted manner: “一企一策”推进….
    private func behindQuote(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int {
        guard start < end, units[start] == Unit.openQuote else { return start }
        for i in start..<min(end, start + 10) where units[i] == Unit.closeQuote { return i + 1 }
        return start
    }

    /// Not a noun (发展的关键, 改革是动力) and not without anything behind it.
    private func isVerb(_ units: Span<UInt16>, _ at: Int, _ match: MeasureGrammar.Match, _ end: Int) -> Bool {
        let next = at + match.length
        if match.roles.contains(.object) { return end - next >= 6 }
        guard next < end else { return match.length >= 2 && end - at >= 4 }
        switch units[next] {
        case Self.must: return words.things.begins(units, next, end)
        case Self.of, Self.isWord, Self.perfect, Self.still: return false
        default: return !match.roles.contains(.nounToo) || !words.afterNoun.contains(units[next]) || words.things.begins(units, next, end)
        }
    }

    /// Where the frame of a clause begins, behind words of manner (继续对…给予).
    private func context(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Int? {
        var at = start
        while at < end {
            if let match = grammar.match(units, at: at, end: end, having: [.context, .aim]) { return match.roles.contains(.aim) ? nil : at }
            guard let manner = grammar.match(units, at: at, end: end, having: .manner) else { return nil }
            at += manner.length
        }
        return nil
    }

    /// 为企业减负, 为企业减负30亿元: whom the deed is for stands in front of it.
    private func relief(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Range<Int>? {
        guard units[start] == Self.forSake, let at = words.reliefs.first(units, start + 2, end),
            let length = words.reliefs.longest(units, at, end), at + length == end || Unit.isDigit(units[at + length])
        else { return nil }
        return at..<at + length
    }

    /// 在全国实施…: a verb behind the frame of the clause.
    private func innerVerb(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Range<Int>? {
        guard end - start >= 8, words.frames.begins(units, start, end), !words.frameEnds.ends(units, start, end),
            !servesEnd(units, start, end),
            !words.facts.begins(units, start, end), !words.factSigns.occurs(units, start, end)
        else { return nil }
        var i = start + 3
        let limit = min(end - 4, start + 32)
        while i < limit {
            if let match = grammar.match(units, at: i, end: end, having: .verb), match.length >= 2,
               match.roles.isDisjoint(with: [.result, .nounToo]), isVerb(units, i, match, end) {
                return i..<i + match.length
            }
            i += 1
        }
        return nil
    }

    /// 为未来积蓄动能, 为发展提供支撑: what the measures before it serve.
    private func servesEnd(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        units[start] == Self.forSake
            && (words.purposes.begins(units, start, end) || words.ends.ends(units, start, end))
    }

    /// A clause that reports what it names (实施了…) or gives its figure (研发投入强度达到3%).
    private func reports(_ units: Span<UInt16>, _ measure: Measure) -> Bool {
        if measure.isNounToo, givesFigure(units, measure.action.upperBound, measure.range.upperBound) { return true }
        // 拥护正确路线的; 全部建成后增加的产能将为…, 由一百万人增加到二百万人
        // 争取用三年时间, 完成改造后, 争取新的胜利, …的任务十分繁重
        if words.spans.ends(units, measure.range.lowerBound, measure.range.upperBound) { return true }
        // 自主创新取得新突破: a state, unless it is brought about (推动改革取得新突破).
        if words.attained.ends(units, measure.range.lowerBound, measure.range.upperBound),
            let at = words.attains.first(units, measure.action.upperBound, measure.range.upperBound), units[at + 2] != Self.of,
            !words.causes.occurs(units, measure.range.lowerBound, at)
        {
            return true
        }
        // 新茶的效益继续显现, unless it is brought about (推动茶价不断提高)
        if words.courses.ends(units, measure.range.lowerBound, measure.range.upperBound),
            !words.causes.occurs(units, measure.range.lowerBound, measure.range.upperBound)
        {
            return true
        }
        if units[measure.range.upperBound - 1] == Self.of && measure.range.count > 6
            || words.figures.occurs(units, measure.range.lowerBound, measure.range.upperBound)
            || words.froms.begins(units, measure.range.lowerBound, measure.range.upperBound)
                && words.changes.occurs(units, measure.range.lowerBound, measure.range.upperBound)
        {
            return true
        }
        // 同外国公司签订了合作开发的合同
        for i in measure.range.lowerBound..<measure.action.lowerBound where units[i] == Self.perfect { return true }
        var i = measure.action.upperBound
        var depth = 0, nominal = false
        while i < measure.range.upperBound {
            guard words.telling >> UInt64(units[i] & 63) & 1 != 0 else {
                i += 1
                continue
            }
            switch units[i] {
            case Unit.openQuote, Unit.openTitle: depth += 1
            case Unit.closeQuote, Unit.closeTitle: depth -= 1
            case Self.of: nominal = depth == 0
            // 保障安全的要害是…: what a verb of holding fast takes (坚持…就是…) is not of this kind.
            // 加强文明建设是各部门的共同任务
            case Self.isWord
            where depth == 0 && i > measure.action.upperBound + 1 && words.judgements.ends(units, i + 1, measure.range.upperBound):
                return true
            case Self.isWord
            where depth == 0 && i > measure.action.upperBound && words.kinds.begins(units, i + 1, measure.range.upperBound):
                return true  // 是一项创举
            case Self.isWord
            where depth == 0 && i > measure.action.upperBound + 1 && words.beforeIs.contains(units[i - 1])
                && !words.holdings.begins(units, measure.action.lowerBound, i):
                return true  // 加强保护也是…的国策
            case Self.isWord where nominal && depth == 0 && !words.holdings.begins(units, measure.action.lowerBound, i): return true
            default: break
            }
            if units[i] == Self.perfect {
                let next = i + 1 < measure.range.upperBound ? units[i + 1] : 0
                if units[i - 1] != Self.forSake && units[i - 1] != Self.except && next != Self.solve && next != Self.no { return true }
            }
            i += 1
        }
        return false
    }

    private func givesFigure(_ units: Span<UInt16>, _ start: Int, _ end: Int) -> Bool {
        for i in start..<end {
            if let length = words.outcomes.longest(units, i, end), i + length < end,
                Unit.isDigit(units[i + length]) || QuantityParser.isNumeral(units[i + length])
            {
                return true
            }
        }
        return false
    }

    static let must: UInt16 = "要", of: UInt16 = "的", isWord: UInt16 = "是", perfect: UInt16 = "了"
    static let still: UInt16 = "仍", adverbial: UInt16 = "地"
    static let has: UInt16 = "有", will: UInt16 = "将", forSake: UInt16 = "为", except: UInt16 = "除", solve: UInt16 = "解", no: UInt16 = "不"
}
