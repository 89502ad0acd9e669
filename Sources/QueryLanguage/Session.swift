import Documents
import Extraction
import KnowledgeGraph

/// One person's way through a graph: answers lines, remembers the last table or card that numbers refer to, and the trail.
public struct Session: Sendable {
    public private(set) var graph: Graph
    /// Asked now and then while an answer is worked out; true ends the work with the diagnostic `interrupted`.
    public var isCancelled: @Sendable () -> Bool
    /// Gives the reader of the documents, for `why`; asked when first needed.
    public var reader: @Sendable () -> Reader?
    /// In which messages and help are given.
    public var tongue = Tongue.current
    /// What `set` has changed.
    public private(set) var settings = Settings()
    /// The tongue unless `set lang` names another.
    private let ownTongue = Tongue.current
    /// True once a command asked to leave.
    public private(set) var isOver = false

    private struct View: Sendable {
        var line: String
        var answer: Answer
        /// The node of a card.
        var node: NodeID?
        /// The rows, to go on from.
        var flow: Evaluator.Flow?
    }

    private var trail: [View] = []
    /// What was asked last in words, which 那贵州呢 goes on from.
    private var lastQuestion: String?
    private var place = -1
    /// What a number refers to: the nodes of the rows or links that were shown last.
    private var numbered: [NodeID?] = []
    /// The node that `links`, `related`, `source` and `why` speak of.
    private var current: NodeID?
    /// Rows kept by `let`, with the lines that gave them, and words of `alias`.
    private var kept: [String: (flow: Evaluator.Flow, line: String)] = [:]
    public private(set) var aliases: [String: String] = [:]
    /// Whether a suggestion is tried.
    var isProbing = false
    /// What completion has counted.
    private(set) var memory = FacetMemory()
    /// Answers that `back` can reach.
    private static let remembered = 100

    public init(
        graph: Graph, reader: @escaping @Sendable () -> Reader? = { nil }, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.graph = graph
        self.reader = reader
        self.isCancelled = isCancelled
    }

    /// The answer to a line, or why there is none. A line that fails changes nothing.
    public mutating func answer(_ line: String) -> Result<Answer, Diagnostic> {
        tongue.speaking { answerSpeaking(line) }
    }

    private mutating func answerSpeaking(_ line: String) -> Result<Answer, Diagnostic> {
        guard !isProbing, line.utf8.count < 100 else { return answerAlone(line) }
        let followUp = FollowUp(graph: graph, year: questions.thisYear)
        if let lastQuestion, let next = followUp.question(line, after: lastQuestion) {
            let answer = answerAlone(next)
            if case .success(let found) = answer, found.readAs != nil { return answer }
        }
        guard lastQuestion == nil, line.hasHan, followUp.goesOn(line) else { return answerAlone(line) }
        // 那云南呢, and nothing was asked before.
        switch answerAlone(line) {
        case .success(var answer):
            if answer.readAs != nil { answer.readNotes.insert(Message.questionAlone.text, at: 0) }
            return .success(answer)
        case .failure(var diagnostic):
            if diagnostic.code == .missingArgument { diagnostic.message = Message.questionNothingBefore.text }
            return .failure(diagnostic)
        }
    }

    private var questions: Questions { Questions(graph: graph, given: context.last.map { GivenRows($0) }, isCancelled: isCancelled) }

    private mutating func answerAlone(_ line: String) -> Result<Answer, Diagnostic> {
        do {
            let command = try parsed(line)
            let isQuery = if case .query = command { true } else { false }
            let opensWithVerb = Self.opensWithVerb(line)
            if isQuery, !opensWithVerb, let reading = questions.reading(ofQuery: line) { return answer(reading) }
            var next = self
            let result = Result { () throws(Diagnostic) in try next.run(command, line) }
            // `trend GDP` is a query but no question, unless there is nothing that answers it as it stands (compare GDP of Yunnan and Sichuan).
            if isQuery, opensWithVerb, result.isNoAnswer, let reading = questions.reading(ofQuery: line) { return answer(reading) }
            let answer = try result.get()
            self = next
            return .success(answer)
        } catch {
            if [.unknownCommand, .unexpected].contains(error.code),
                let known = Habits.line(for: line).flatMap({ proposing($0, error, line) })
            {
                return .failure(known)
            }
            // An id alone, f12, opens what it is of.
            if error.code == .unknownCommand, graph.node(identifier: line.trimmingSpace) != nil {
                return answer(QuestionReader.Reading(line: "\(Verb.open.description.word.text) \(line.trimmingSpace)"))
            }
            // 2006/2010, 2006–2010, as ids and tables have it: the card of that stretch.
            if error.code == .unknownCommand, let stretch = YearRange.stretch(line.trimmingSpace) ?? YearRange(line.trimmingSpace)?.stretch,
                graph.node(identifier: "y" + stretch) != nil
            {
                return answer(QuestionReader.Reading(line: "\(Verb.open.description.word.text) y\(stretch)"))
            }
            // sector: has no end yet, and is no question.
            let isOpen = error.code == .missingArgument && line.trimmingSpace.last.map { ":：=<>≥≤".contains($0) } == true
            let read = error.code == .severalCommands || isOpen ? nil : questions.read(line, besides: error)
            // 前 5, which is no question: a stage, of the last answer.
            if case .failure? = read, error.suggestion.flatMap(Parser.stage(ofLast:)) == line.trimmingSpace {
                let known = repaired(error, line)
                if known.suggestion != nil { return .failure(withOthers(known, line)) }
            }
            if case .success(let reading)? = read {
                if !isProbing { lastQuestion = line }
                return answer(reading)
            }
            if [.unknownCommand, .unknownIdentifier].contains(error.code),
                let known = Habits.listed(in: line).flatMap({ proposing($0, error, line) })
            {
                return .failure(known)
            }
            if case .failure(let better)? = read { return .failure(withOthers(answerable(better), line)) }
            return .failure(withOthers(repaired(error, line), line))
        }
    }

    /// The mistake with a line that is meant; nil where that has no answer either.
    private func proposing(_ meant: String, _ error: Diagnostic, _ line: String) -> Diagnostic? {
        var known = error
        (known.suggestion, known.expected) = (meant, [])
        known = repaired(known, line)
        return known.suggestion == nil ? nil : known
    }

    /// A line as a command; 今年 is the year of the newest document.
    private func parsed(_ line: String) throws(Diagnostic) -> Command {
        try Parser.parse(line, aliases: aliases, thisYear: Parser.speaksOfThisYear(line) ? questions.thisYear : nil)
    }

    private static func opensWithVerb(_ line: String) -> Bool {
        guard let head = Lexer(line).tokens.first, head.kind == .word else { return false }
        return Verb.named(head.text) != nil
    }

    /// The answer to what a question was read as, which then is the line of the trail and of `last`.
    private mutating func answer(_ reading: QuestionReader.Reading) -> Result<Answer, Diagnostic> {
        do {
            let command = try parsed(reading.line)
            var next = self
            var answer = try next.run(command, reading.line)
            answer.readAs = reading.line
            answer.readNotes = reading.notes.map(\.text) + Self.places(reading.places, missingIn: answer)
            if answer.isEmpty, !isProbing, let other = nearly(reading) { return .success(other) }
            // What was not tried is not said to find nothing.
            if answer.isEmpty { try stopIfCancelled(isCancelled) }
            self = next
            return .success(answer)
        } catch {
            if error.code == .interrupted { return .failure(error) }
            if let query = reading.query {
                let told = Message.questionCannot(reading.line, error.message)
                return answer(QuestionReader.Reading(line: query, notes: [told] + reading.notes))
            }
            var located = repaired(error, reading.line)
            located.line = reading.line
            return .failure(located)
        }
    }

    /// Of places that were asked about side by side, those that no row is of.
    private static func places(_ places: [String], missingIn answer: Answer) -> [String] {
        guard !places.isEmpty, case .table(let table) = answer.body, !table.rows.isEmpty,
            let column = table.columns.firstIndex(where: { $0.key == "place" })
        else { return [] }
        var found: Set<String> = []
        for row in table.rows { if case .text(let name) = row[column] { found.insert(name) } }
        let missing = places.filter { !found.contains($0) }
        return missing.isEmpty || found.isEmpty ? [] : [Message.questionNoRows(missing).text]
    }

    /// The answer to the first of the lines that say nearly the same and find something.
    private mutating func nearly(_ reading: QuestionReader.Reading) -> Answer? {
        for line in reading.others {
            var next = self
            guard let command = try? parsed(line), var answer = try? next.run(command, line), !answer.isEmpty, !answer.countsNothing
            else { continue }
            answer.readAs = line
            answer.readNotes = [Message.questionElse(reading.line).text] + reading.notes.map(\.text)
            self = next
            return answer
        }
        return nil
    }

    /// Adds the other lines, at most three in all, that put the mistake right and have an answer.
    private func withOthers(_ diagnostic: Diagnostic, _ line: String) -> Diagnostic {
        guard let suggestion = diagnostic.suggestion, !isProbing else { return diagnostic }
        // What asks which of several is meant has named them.
        guard diagnostic.suggestions.isEmpty else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.suggestions = [suggestion]
        let typed = diagnostic.line ?? line
        guard diagnostic.span.end <= typed.utf8.count, diagnostic.code != .unexpected, diagnostic.code != .missingArgument else {
            return diagnostic
        }
        for word in diagnostic.expected.prefix(4) where diagnostic.suggestions.count < 3 {
            let other = typed.replacing(diagnostic.span, with: Printer.quotedIfNeeded(word))
            var probe = self
            probe.isProbing = true
            guard !diagnostic.suggestions.contains(other), case .success(let answer) = probe.answerSpeaking(other),
                answer.request == nil || other == word
            else { continue }
            diagnostic.suggestions.append(other)
        }
        return diagnostic
    }

    /// Keeps the question that is suggested only where it has an answer.
    private func answerable(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let suggestion = diagnostic.suggestion, !isProbing else { return diagnostic }
        var probe = self
        probe.isProbing = true
        guard case .failure = probe.answerSpeaking(suggestion) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.suggestion = nil
        return diagnostic
    }

    /// Keeps a suggestion only where it has an answer; one that has another slip is put right too.
    private func repaired(_ diagnostic: Diagnostic, _ line: String) -> Diagnostic {
        var diagnostic = diagnostic
        // GDP>5%: a name is no property, but has one.
        if diagnostic.code == .unknownKey, diagnostic.span.end <= line.utf8.count {
            let name = String(line.utf8Slice(diagnostic.span))
            if graph.names.nodes(typed: name).contains(where: { $0.type == .indicator }) {
                diagnostic.suggestion = line.replacing(diagnostic.span, with: name + " value")
                diagnostic.expected = [name + " value"]
            }
        }
        // u, of which there is $u.
        if diagnostic.code == .unknownCommand, diagnostic.span.end <= line.utf8.count, kept[String(line.utf8Slice(diagnostic.span))] != nil
        {
            let name = "$" + line.utf8Slice(diagnostic.span)
            (diagnostic.suggestion, diagnostic.expected) = (line.replacing(diagnostic.span, with: name), [name])
        }
        // f7 | measures.
        if diagnostic.code == .unknownCommand, diagnostic.span.end <= line.utf8.count,
            graph.node(identifier: String(line.utf8Slice(diagnostic.span))) != nil
        {
            let opened = "\(Verb.open.description.word.text) \(line.utf8Slice(diagnostic.span))"
            (diagnostic.suggestion, diagnostic.expected) = (line.replacing(diagnostic.span, with: opened), [opened])
        }
        // sector: of what is to be typed there, what there is.
        if diagnostic.code == .missingArgument, diagnostic.span.count > 0, [":", "："].contains(line.utf8Slice(diagnostic.span)) {
            let end = diagnostic.span.end
            let values = Completer(graph: graph, context: context, aliases: aliases, memory: memory, line: line, cursor: end).completed()
            if let first = values.first {
                if diagnostic.expected.isEmpty { diagnostic.expected = values.prefix(8).map(\.text) }
                diagnostic.suggestion = line.replacing(ByteSpan(end, end), with: first.text)
            }
        }
        // trend, diff d1: what is missing at the end, as far as it leads to an answer.
        if diagnostic.code == .missingArgument, diagnostic.suggestion == nil, diagnostic.span.count == 0,
            diagnostic.span.end <= line.utf8.count
        {
            let typed = Lexer(line).tokens.map(\.text)
            for word in diagnostic.expected.prefix(4) where !typed.contains(word) {
                let other = line.replacing(diagnostic.span, with: " " + word)
                var probe = self
                guard let command = try? parsed(other), let answer = try? probe.run(command, other), !answer.isEmpty, answer.request == nil
                else { continue }
                diagnostic.suggestion = other
                break
            }
        }
        // 目 标 2026: a space inside a word.
        if [.unknownCommand, .unknownKey, .unknownStage, .unknownValue].contains(diagnostic.code),
            let joined = line.joiningHan(around: diagnostic.span), (try? parsed(joined)) != nil
        {
            (diagnostic.suggestion, diagnostic.expected) = (joined, [])
        }
        // targets 2026 > out.csv, as in another shell.
        let halves = line.split(separator: ">")
        if [.unknownKey, .unexpected].contains(diagnostic.code), halves.count > 1, let last = halves.last {
            let path = String(last).trimmingSpace, head = halves.dropLast().joined(separator: ">").trimmingSpace
            if path.contains("."), !path.contains(" "), (try? parsed(head + " | save " + path)) != nil {
                diagnostic.suggestion = head + " | save " + path
            }
        }
        guard var suggestion = diagnostic.suggestion else { return diagnostic }
        // | sort value: where the last answer has no such rows, or there is none, of others.
        if let stage = Parser.stage(ofLast: suggestion) {
            let others = [Noun.targets, .measures].map { $0.description.word.text + (stage.isEmpty ? "" : " | " + stage) }
            diagnostic.suggestion = ([suggestion] + others).first { line in
                var probe = self
                probe.isProbing = true
                return (try? probe.parsed(line)).flatMap { try? probe.run($0, line) } != nil
            }
            if diagnostic.suggestion != nil { return diagnostic }
        }
        for _ in 0..<4 {
            do {
                let command = try parsed(suggestion)
                var probe = self
                _ = try probe.run(command, suggestion)
                diagnostic.suggestion = suggestion == line ? nil : suggestion
                return diagnostic
            } catch {
                guard let better = error.suggestion, better != suggestion else { break }
                suggestion = better
            }
        }
        diagnostic.suggestion = nil
        return diagnostic
    }

    mutating func run(_ command: Command, _ line: String) throws(Diagnostic) -> Answer {
        switch command {
        case .nothing: return Answer(.nothing)
        case .clear:
            var answer = Answer(.nothing)
            answer.request = .clear
            return answer
        case .leave:
            isOver = true
            return Answer(.nothing)
        case .query(let query):
            var evaluator = evaluator(line)
            return show(try evaluator.run(query), line, flow: evaluator.found)
        case .bind(let name, let query):
            var evaluator = evaluator(line)
            let answer = try evaluator.run(query)
            kept[name.text] = evaluator.found.map { ($0, Printer(.english).print(query)) }
            return Answer(.nothing, notes: answer.notes + [Message.kept(name.text, rows: evaluator.found?.count ?? 0).text])
        case .names: return Answer(.table(keptNames()), notes: kept.isEmpty ? [Message.nothingKept.text] : [])
        case .alias(let word, let meaning?):
            aliases[word.text.lowercased()] = meaning
            return Answer(.nothing, notes: [Message.standsFor(word.text, meaning).text])
        case .alias(let word, nil):
            let removed = aliases.removeValue(forKey: word.text.lowercased())
            return Answer(.nothing, notes: [(removed == nil ? Message.noAlias(word.text) : .noLonger(word.text)).text])
        case .aliases:
            let sorted = aliases.sorted { $0.key < $1.key }
            return Answer(
                .table(
                    Table(
                        columns: [Column(key: "word", chinese: "词"), Column(key: "line", chinese: "命令", shrink: 1)],
                        rows: sorted.map { [.text($0.key), .text($0.value)] }, nodes: sorted.map { _ in nil })),
                notes: aliases.isEmpty ? [Message.noAliases.text] : [])
        case .explain(.nothing):
            guard place >= 0 else {
                throw Diagnostic(
                    .notHere, Message.nothingToExplain.text, at: ByteSpan(0, line.utf8.count),
                    suggestion: "\(Verb.explain.description.word.text) \(Noun.targets.description.word.text)")
            }
            let last = trail[place].line
            return Answer(
                .table(
                    try Interpretation(graph: graph, context: context, line: last, isCancelled: isCancelled).table(of: try parsed(last))),
                notes: [Message.explained(last).text])
        case .explain(let command):
            return Answer(
                .table(try Interpretation(graph: graph, context: context, line: line, isCancelled: isCancelled).table(of: command)))
        case .save(let saving):
            guard place >= 0 else { throw Diagnostic(.notHere, Message.nothingToSave.text, at: saving.path.span) }
            var answer = trail[place].answer
            answer.request = .save(saving)
            return answer
        case .export(let saving):
            var answer = Answer(.nothing)
            answer.request = .export(saving)
            return answer
        case .load(let paths):
            var answer = Answer(.nothing)
            answer.request = .load(paths)
            return answer
        case .run(let script, let arguments):
            var answer = Answer(.nothing)
            answer.request = .run(script, arguments)
            return answer
        case .scripts(let action, let script):
            var answer = Answer(.nothing)
            answer.request = .scripts(action, script)
            return answer
        case .set(let name, let value): return set(name, value)
        case .history(let words, let stages):
            var answer = Answer(.nothing)
            answer.request = .history(words, stages)
            return answer
        case .tutorial(let word):
            var answer = Answer(.nothing)
            answer.request = .tutorial(word)
            return answer
        case .open(let word): return try open(try node(word, line), line)
        case .follow(let word): return try open(try node(word, line), line)
        case .links: return show(Answer(.table(Cards(graph: graph).links(of: try opened(nil, line)))), line)
        case .related(let word):
            let node = try opened(word, line)
            let (table, notes) = try Related(graph: graph, isCancelled: isCancelled).table(for: node)
            return show(
                Answer(.table(table), notes: table.rows.isEmpty ? [Message.nothingRelated.text] : notes.map(\.text)), line, node: node)
        case .source(let word):
            let node = try opened(word, line)
            do {
                return show(Answer(.card(try Cards(graph: graph).source(of: node))), line, node: node)
            } catch {
                var located = error
                located.span = word?.span ?? ByteSpan(0, line.utf8.count)
                throw located
            }
        case .why(let word):
            let node = try opened(word, line)
            return show(Answer(.table(try reasons(for: node, at: word?.span ?? ByteSpan(0, line.utf8.count)))), line, node: node)
        case .piped(let step, let stages): return try run(step, stages, line)
        case .diff(let words, let stages):
            let (first, second, note) = try documents(compared: words, line)
            var difference = DocumentDifference(graph, isCancelled: isCancelled)
            let table = try difference.table(from: first, to: second)
            var evaluator = evaluator(line)
            var answer = try evaluator.run(table, stages)
            answer.notes = note + difference.notes.map(\.text) + answer.notes
            return show(answer, line, flow: evaluator.found)
        case .brief(let terms, let stages): return show(try brief(terms, stages, line), line)
        case .path(let from, let to):
            let (start, end) = (try node(from, line), try node(to, line))
            let table = try Paths(graph, isCancelled: isCancelled).table(from: start, to: end)
            return show(
                Answer(.table(table), notes: table.rows.isEmpty ? [Message.noPath(graph.label(of: start), graph.label(of: end)).text] : []),
                line)
        case .neighbors(let word):
            let node = try opened(word, line)
            return show(Answer(.table(Neighbourhood(of: node, in: graph).summary(graph))), line, node: node)
        case .lint(let word):
            var documents = Array(0..<graph.documents.count)
            if let word {
                let node = try node(word, line)
                documents = node.type == .place ? graph.documents.ofPlace[node.index].map { Int($0) }
                    : graph.document(of: node).map { [$0] } ?? []
            }
            return show(try LintReport(graph: graph, isCancelled: isCancelled).answer(for: documents), line)
        case .back:
            guard place > 0 else { throw Self.noWay(trail.isEmpty ? .nothingToFollow : .noWayBack, line) }
            return step(to: place - 1)
        case .forward:
            guard place + 1 < trail.count else { throw Self.noWay(trail.isEmpty ? .nothingToFollow : .noWayForward, line) }
            return step(to: place + 1)
        case .trail: return showTrail()
        case .help(let words): return try help(words, line)
        }
    }

    /// A page, and the format or file that it was asked for in.
    private func brief(_ terms: [Condition], _ stages: [Stage], _ line: String) throws(Diagnostic) -> Answer {
        func rows(_ noun: Noun, _ terms: [Condition]) throws(Diagnostic) -> [UInt32] {
            var evaluator = evaluator(line)
            return try evaluator.ordered(noun, terms)
        }
        let weaknesses = try weaknesses(terms, rows)
        let brief = try Briefs(
            graph, targets: try rows(.targets, terms), measures: try rows(.measures, terms), problems: weaknesses.own,
            told: weaknesses.told,
            isCancelled: isCancelled)
        if brief.isEmpty {
            return Answer(
                .table(Table(columns: [], rows: [], nodes: [])),
                notes: try Explanation(graph: graph, line: line, isCancelled: isCancelled, context: context).whyEmpty(.targets, terms))
        }
        let printer = Printer(tongue == .chinese ? .chinese : .english)
        let title =
            (tongue == .chinese ? Verb.brief.description.chinese[0] : "Brief") + " "
            + terms.map { printer.print($0) }.joined(separator: " ")
        var answer = Answer(.page(try brief.page(title: title)))
        for stage in stages {
            switch stage {
            case .format(let format): answer.format = format
            case .save(let saving): answer.request = .save(saving)
            default:
                throw Diagnostic(
                    .unexpected, Message.onlyFormats.text, at: ByteSpan(0, line.utf8.count), expected: ["as markdown", "as html"])
            }
        }
        return answer
    }

    /// The weaknesses that documents of the years admit, and those that others tell of just these years.
    private func weaknesses(
        _ terms: [Condition], _ rows: (Noun, [Condition]) throws(Diagnostic) -> [UInt32]
    ) throws(Diagnostic) -> (own: [UInt32], told: [UInt32]) {
        func isOfTime(_ term: Condition) -> Bool {
            switch term {
            case .years: true
            case .key(let key, _): ["year", "period"].contains(KeyWord.named(key.text)?.name ?? key.text)
            case .any(let parts), .all(let parts): parts.allSatisfy(isOfTime)
            default: false
            }
        }
        let times = terms.filter(isOfTime), found = try rows(.problems, terms)
        guard !times.isEmpty else { return (found, []) }
        let documents = Set(try rows(.documents, times)), columns = graph.problems.statement
        let own = try rows(.problems, terms.filter { !isOfTime($0) }).filter { documents.contains(columns.document[Int($0)]) }
        return (own, found.filter { row in
            let period = columns.period[Int(row)]
            return !documents.contains(columns.document[Int(row)]) && period != .max && graph.periods.period[Int(period)].isYear
        })
    }

    private mutating func set(_ name: Word?, _ value: Word?) -> Answer {
        let setting = name.flatMap { Setting.named($0.text) }
        guard let setting, let value else { return Answer(.table(settings.table(of: setting))) }
        settings[setting.name] = value.text
        if setting.name == "lang" { tongue = Tongue(rawValue: value.text) ?? ownTongue }
        return Answer(.nothing, notes: [tongue.speaking { Message.settingIs(setting, value.text).text }])
    }

    /// The answer to a line whose rows come from the program, such as those of `history`.
    public mutating func answer(_ line: String, with table: Table, _ stages: [Stage]) -> Result<Answer, Diagnostic> {
        tongue.speaking {
            do throws(Diagnostic) {
                var evaluator = evaluator(line)
                let answer = try evaluator.run(table, stages)
                return .success(show(answer, line, flow: evaluator.found))
            } catch {
                return .failure(error)
            }
        }
    }

    private func reasons(for node: NodeID, at span: ByteSpan) throws(Diagnostic) -> Table {
        do {
            return try Reasons(of: node, in: graph, reader: reader()).table
        } catch {
            let message: Message = error == .notAStatement ? .noReasons(graph.label(of: node)) : .unreadable(graph.label(of: node))
            throw Diagnostic(.notHere, message.text, at: span, expected: ["f1", "m1"])
        }
    }

    private static func noWay(_ message: Message, _ line: String) -> Diagnostic {
        Diagnostic(.notHere, message.text, at: ByteSpan(0, line.utf8.count))
    }

    func evaluator(_ line: String) -> Evaluator {
        var evaluator = Evaluator(graph: graph, line: line, isCancelled: isCancelled)
        evaluator.context = context
        return evaluator
    }

    /// What words of a line may stand for now.
    var context: Context {
        Context(named: kept.isEmpty ? [:] : kept.mapValues(\.flow), last: place < 0 ? nil : trail[place].flow, numbered: numbered)
    }

    private func keptNames() -> Table {
        let names = kept.sorted { $0.key < $1.key }
        return Table(
            columns: [
                Column(key: "name", chinese: "名称"), Column(key: "rows", chinese: "行数", rightAligned: true),
                Column(key: "line", chinese: "命令", shrink: 1),
            ],
            rows: names.map { [.text("$" + $0.key), .integer($0.value.flow.count), .text($0.value.line)] },
            nodes: names.map { _ in nil })
    }

    /// The node of the answer that is in sight.
    var viewed: NodeID? { place >= 0 ? trail[place].node : nil }

    /// Goes on with a graph that has more documents.
    mutating func move(to grown: Graph) {
        let renumbering = Renumbering(old: graph, new: grown)
        for index in trail.indices {
            trail[index].answer = renumbering.answer(trail[index].answer)
            trail[index].node = trail[index].node.map(renumbering.node)
            trail[index].flow = trail[index].flow.map(renumbering.flow)
        }
        numbered = numbered.map { $0.map(renumbering.node) }
        current = current.map(renumbering.node)
        for (name, value) in kept { kept[name]?.flow = renumbering.flow(value.flow) }
        memory = FacetMemory()
        graph = grown
    }

    // MARK: the trail

    mutating func show(
        _ answer: Answer, _ line: String, node: NodeID? = nil, flow: Evaluator.Flow? = nil
    ) -> Answer {
        trail.removeSubrange((place + 1)...)
        var flow = flow
        if flow == nil {
            switch answer.body {
            case .table(let table): flow = Evaluator.Flow(table, graph: graph)
            case .card: flow = node.map { Evaluator.Flow($0, graph: graph) }
            case .page, .nothing: break
            }
        }
        var shown = answer
        shown.request = nil
        trail.append(View(line: line, answer: shown, node: node, flow: flow))
        if trail.count > Self.remembered { trail.removeFirst() }
        place = trail.count - 1
        number(answer)
        if let node { current = node }
        return answer
    }

    private mutating func step(to index: Int) -> Answer {
        place = index
        let view = trail[index]
        number(view.answer)
        if let node = view.node { current = node }
        return view.answer
    }

    private mutating func number(_ answer: Answer) {
        switch answer.body {
        case .table(let table): numbered = table.nodes
        case .card(let card): numbered = card.links.map(\.target)
        // A page has no numbers, and those of a table before it are out of sight.
        case .page: numbered = []
        case .nothing: break
        }
    }

    private mutating func showTrail() -> Answer {
        let columns = [
            Column(key: "step", chinese: "步", rightAligned: true), Column(key: "here", chinese: "此处"),
            Column(key: "line", chinese: "命令", shrink: 1), Column(key: "answer", chinese: "答案", shrink: 2),
        ]
        let rows: [[Cell]] = trail.enumerated().map { index, view in
            let shown =
                switch view.answer.body {
                case .card(let card): card.heading
                case .table(let table): Message.rows(table.rows.count).text
                case .page, .nothing: ""
                }
            return [.integer(index + 1), index == place ? .text("→") : .empty, .text(view.line), .text(shown)]
        }
        // Numbers keep to the table or card that was there before: a trail is for looking back, not for opening.
        return Answer(.table(Table(columns: columns, rows: rows, nodes: trail.map { _ in nil })))
    }

    // MARK: nodes

    private mutating func open(_ node: NodeID, _ line: String) throws(Diagnostic) -> Answer {
        let card = try Cards(graph: graph).card(of: node, isCancelled: isCancelled)
        return show(Answer(.card(card)), line, node: node)
    }

    private func opened(_ word: Word?, _ line: String) throws(Diagnostic) -> NodeID {
        if let word { return try node(word, line) }
        if let current { return current }
        throw Diagnostic(.notHere, Message.noCard.text, at: ByteSpan(0, line.utf8.count), expected: ["open 1", "open f1"],
            suggestion: trail.isEmpty ? NextStep(without: graph).line : "open 1")
    }

    /// The node that a row number, an id, a key or a name stands for.
    func node(_ word: Word, _ line: String) throws(Diagnostic) -> NodeID {
        let text = word.text.hasPrefix("#") ? String(word.text.dropFirst()) : Given.row(word.text) ?? word.text
        if let row = Int(text), text.utf8.count < 10 {
            guard row >= 1, row <= numbered.count else {
                let year = YearRange(text) != nil && graph.node(identifier: "y" + text) != nil ? "open y\(text)" : nil
                let message: Message = trail.isEmpty ? .nothingToFollow : .noSuchRow(row, of: numbered.count)
                let last =
                    numbered.isEmpty
                    ? (place > 0 ? "back" : nil)
                    : line.replacing(word.span, with: (word.text.hasPrefix("#") ? "#" : "") + String(numbered.count))
                let other = trail.isEmpty ? NextStep(without: graph).line : last
                throw Diagnostic(.noSuchRow, message.text, at: word.span, suggestion: year ?? other)
            }
            guard let node = numbered[row - 1] else {
                throw Diagnostic(.noSuchRow, Message.rowWithoutNode(row).text, at: word.span, suggestion: rows(ofGroup: row - 1))
            }
            return node
        }
        if let node = graph.node(identifier: text) ?? graph.names.nodes(typed: text).first { return node }
        if let row = (0..<graph.documents.count).first(where: {
            graph.strings[graph.documents.name[$0]] == text || graph.strings[graph.documents.title[$0]] == text
        }) {
            return NodeID(.document, row)
        }
        let near = Spelling.nearest(to: text, among: graph.names.all.map(\.name))
        let step = near.isEmpty ? NextStep(unknown: text, in: line, at: word.span, graph: graph) : nil
        throw Diagnostic(
            .unknownIdentifier, Message.unknownIdentifier(text).text, at: word.span, expected: step?.expected ?? near,
            suggestion: step?.line ?? near.first.map { line.replacing(word.span, with: Printer.quotedIfNeeded($0)) })
    }

    /// The line that lists what a row of the last table counts; nil where it counts nothing.
    private func rows(ofGroup row: Int) -> String? {
        guard place >= 0, case .table(let table) = trail[place].answer.body, table.rows.indices.contains(row),
            case .query(var query)? = try? parsed(trail[place].line)
        else { return nil }
        var keys: [Word] = []
        guard let counting = query.stages.lastIndex(where: { stage in
            switch stage {
            case .count(let by), .aggregate(_, _, let by), .totals(let by): keys = by
            default: return false
            }
            return true
        }) else { return nil }
        query.stages.removeSubrange(counting...)
        var terms: [Condition] = []
        // The keys head the first columns, years by their periods.
        for (key, cell) in zip(table.columns.prefix(keys.count), table.rows[row]) {
            guard KeyWord.named(key.key) != nil, let value = cell.asValue else { return nil }
            terms.append(.key(Word(key.key), [Word(value)]))
        }
        guard terms.count == keys.count else { return nil }
        if !terms.isEmpty { query.stages.append(.filter(terms)) }
        return Printer(trail[place].line.hasHan ? .chinese : .english).print(query)
    }

    // MARK: help

    private func help(_ words: [Word], _ line: String) throws(Diagnostic) -> Answer {
        guard let word = words.first else { return Answer(.page(HelpPages.overview())) }
        if words.count == 1, let page = HelpPages.page(on: word.text) { return Answer(.page(page)) }
        if let found = HelpPages.search(words.map(\.text)) { return Answer(.page(found)) }
        let near = Spelling.nearest(to: word.text, among: HelpPages.topics)
        throw Diagnostic(
            .unknownTopic, Message.unknownTopic(word.text).text, at: word.span, expected: near,
            suggestion: near.first.map { line.replacing(word.span, with: $0) } ?? "help")
    }
}

extension Result where Success == Answer, Failure == Diagnostic {
    /// Empty, or a mistake that is not that the work was cancelled.
    fileprivate var isNoAnswer: Bool {
        switch self {
        case .success(let answer): answer.isEmpty
        case .failure(let mistake): mistake.code != .interrupted
        }
    }
}
