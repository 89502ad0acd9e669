import Documents
import KnowledgeGraph
import Lexicon

/// Reads a question in Chinese or English as a line of the language. Every word of it is understood, or named as not understood.
struct QuestionReader {
    /// A question as it was read.
    struct Reading {
        /// An ordinary line.
        var line: String
        /// The query to answer it by where `line` is a command that cannot: one target without a result has no `trend`.
        var query: String?
        /// Lines that say nearly the same, nearest first, for where that one finds nothing: fewer narrowing words, words of the text
        /// instead of a name, sentences instead of statements.
        var others: [String] = []
        /// What should be known of how words were read.
        var notes: [Message] = []
        /// The places that were named, which rows are expected of.
        var places: [String] = []
    }

    let graph: Graph
    let isCancelled: @Sendable () -> Bool
    let question: String
    let form: Printer.Form
    let year: Int
    /// What the rows of the last answer are, where there is one.
    let given: GivenRows?
    let tokens: [QuestionToken]
    /// Where the year stands that the others are counted from.
    let report: ByteSpan?
    var frame = QuestionFrame()
    var notes: [Message] = []
    private let memory: Memory

    /// What was looked for once: the question is read again without each of its words.
    private final class Memory {
        var texts: [String: Bool] = [:]
        var tables: [String: Table?] = [:]
        var answers: [String: Bool] = [:]
    }

    /// - Parameter year: What 今年 is.
    init(
        _ question: String, graph: Graph, isCancelled: @escaping @Sendable () -> Bool = { false }, year: Int, form: Printer.Form,
        given: GivenRows? = nil
    ) {
        (self.graph, self.isCancelled, self.question, self.form, self.year, self.given) = (graph, isCancelled, question, form, year, given)
        memory = Memory()
        let pieces = QuestionLexer(question, graph: graph, year: year).tokens()
        // 2013年报告里的过去五年: counted from the year of that report.
        let said = Self.reportYear(pieces)
        let own = said.map { QuestionLexer(question, graph: graph, year: $0.year).tokens() } ?? pieces
        (tokens, report) = (QuestionPhrases(graph: graph).joined(Self.withoutTitles(own)), said?.at)
    }

    /// Some words of a question.
    init(_ whole: QuestionReader, tokens: [QuestionToken]) {
        (isCancelled, memory) = (whole.isCancelled, whole.memory)
        (graph, question, form, year, given, report) = (whole.graph, whole.question, whole.form, whole.year, whole.given, whole.report)
        self.tokens = tokens
    }

    /// Without what only says what the places before it are: 山西、新疆两个煤炭大省.
    static func withoutTitles(_ tokens: [QuestionToken]) -> [QuestionToken] {
        for at in tokens.indices.dropFirst() where tokens[at].isNumber && tokens[at - 1].place != nil {
            guard let end = tokens.indices.first(where: { $0 > at && tokens[$0].roles.contains(where: \.isKind) }), end - at < 6,
                zip(tokens[at - 1..<end], tokens[at...end]).allSatisfy({ $0.span.end == $1.span.start }),
                tokens[at + 1..<end].contains(where: { !$0.names.isEmpty }),
                !tokens[at + 1..<end].contains(where: { $0.place != nil || $0.roles.contains(where: \.isNoun) })
            else { continue }
            return Array(tokens[..<at] + tokens[(end + 1)...])
        }
        return tokens
    }

    /// The year of a report that is spoken of, where another time is counted from it.
    static func reportYear(_ tokens: [QuestionToken]) -> (year: Int, at: ByteSpan)? {
        func isRelative(_ token: QuestionToken) -> Bool {
            guard case .years = token.kind else { return false }
            return ["过去", "此前", "未来", "今后", "去年", "上年", "上一年", "前年", "今年", "当年", "明年"].contains { token.text.hasPrefix($0) }
        }
        guard tokens.contains(where: isRelative) else { return nil }
        for (index, (token, next)) in zip(tokens, tokens.dropFirst()).enumerated() where !isRelative(token) {
            // 2013年提出的今后五年目标.
            let counts = tokens[index...].contains { token in ["今后", "未来", "过去", "此前"].contains { token.text.hasPrefix($0) } }
            guard case .years(let low?, let high) = token.kind, low == high, counts || next.roles.contains(.noun("documents")) else {
                continue
            }
            return (low, token.span)
        }
        return nil
    }

    /// Whether the line asks something, rather than being a command with a slip: it has a word that only questions have.
    var asks: Bool {
        tokens.contains { token in
            guard case .word(let roles, _) = token.kind else { return "?？".contains(token.text) }
            return roles.contains { role in
                switch role {
                case .which, .amount, .whether, .number, .highest, .lowest, .most, .fewest, .how, .unanswerable, .kept, .outcome, .revised,
                    .rate, .surpassed, .when, .first, .times, .unmentioned, .rank:
                    true
                default: false
                }
            } || token.text == "?"
        }
    }

    /// How many of its words say what is wanted.
    var understood: Int {
        tokens.count { token in
            switch token.kind {
            case .unknown: false
            case .years, .plan, .number, .phrase: true
            case .word(let roles, let names): !names.isEmpty || roles.contains { $0 != .filler }
            }
        }
    }

    var isWhollyKnown: Bool {
        !tokens.contains { $0.isUnknown }
    }

    // MARK: from words to slots to a line

    /// As it was typed; where one word alone is a slip of one that sounds like it, as that, which is said.
    func read() throws(Diagnostic) -> Reading {
        do {
            return try asTyped()
        } catch {
            guard let (word, meant, corrected) = slip(error) else { throw error }
            let other = QuestionReader(corrected, graph: graph, isCancelled: isCancelled, year: year, form: form, given: given)
            guard var reading = try? other.asTyped() else { throw error }
            reading.notes.insert(.questionSlip(word, meant), at: 0)
            return reading
        }
    }

    private consuming func asTyped() throws(Diagnostic) -> Reading {
        try understand()
        if let first = try firstOfTwo() { return first }
        if let first = try firstOfCounts() { return first }
        try stopIfCancelled(isCancelled)
        let builder = QuestionLine(graph: graph, form: form, frame: frame, given: given)
        let (shown, query) = try written(builder)
        let others = frame.goesOn || !frame.parts.isEmpty ? [] : others(than: shown, builder)
        try stopIfCancelled(isCancelled)
        if builder.ordersCounts, let at = frame.superlativeAt { notes.append(.questionCountsRows(tokens[at].text)) }
        let told = notes + unused(in: shown) + missing()
        try stopIfCancelled(isCancelled)
        return Reading(
            line: shown, query: query, others: others, notes: told,
            places: frame.places.count > 1 ? frame.places.filter { graph.hasDocuments(of: $0) }.map { graph.name(of: $0) } : [])
    }

    /// Fills the slots word by word, then by what the words say together.
    mutating func understand() throws(Diagnostic) {
        var at = 0
        while at < tokens.count { at = try take(at) }
        for rule in QuestionRule.all where frame.parts.isEmpty { try rule.apply(&self) }
    }

    /// The line, and the query that says the same where the line is a command made for such questions.
    private func written(_ builder: QuestionLine) throws(Diagnostic) -> (shown: String, query: String?) {
        guard let line = builder.line() else {
            throw Diagnostic(.missingArgument, Message.nothingAsked.text, at: ByteSpan(0, question.utf8.count), expected: Self.examples)
        }
        let command = builder.command()
        // The mean of how many there are is no line of the language.
        if let at = frame.functionAt, command == nil, !builder.isOfFigures { throw notUnderstood(at) }
        // 没有数字, 没有写进报告: every statement has its number and its document.
        if let at = frame.presenceAt, let noun = builder.noun().flatMap({ Noun.named($0) }),
            [.figure, .measure, .problem, .goal].contains(noun.type),
            frame.presence.contains(where: { ["figures", "documents", "sentences"].contains($0.noun) })
        {
            throw notUnderstood(at)
        }
        // A noun alone, and more was said.
        if command == nil, !line.contains(" "),
            let at = tokens.indices.first(where: { saysMore($0) || QuestionWords.weighty.contains(tokens[$0].text) })
        {
            throw notUnderstood(at)
        }
        return (command ?? line, command == nil ? nil : line)
    }

    /// The line of the question without one of its words; nil where there is none.
    func line(without at: Int) -> String? {
        var rest = tokens
        rest.remove(at: at)
        var other = QuestionReader(self, tokens: rest)
        guard (try? other.understand()) != nil else { return nil }
        return try? other.written(QuestionLine(graph: graph, form: form, frame: other.frame, given: given)).shown
    }

    static let examples = ["目标", "结果", "举措", "短板"]

    /// Whether a word would narrow what is asked.
    func saysMore(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .years, .plan, .number, .phrase, .unknown: return true
        case .word(let roles, let names):
            if roles.isEmpty { return !names.isEmpty }
            return roles.allSatisfy { role in
                switch role {
                case .dimension, .highest, .lowest, .most, .fewest, .mean, .total, .growth, .change, .falling, .reached, .kept, .outcome,
                    .revised, .compare, .trend, .range, .moved, .surpassed, .rate, .with, .without,
                    .except, .than: true
                default: false
                }
            }
        }
    }

    // MARK: what the graph has

    /// Whether any text has the words.
    func isOfTexts(_ words: String) -> Bool {
        guard words.unicodeScalars.count > 1 else { return false }
        return remembered(words, \.texts) { TextSearch(words).isFound(in: graph.text, isCancelled: isCancelled) }
    }

    func hasRows(_ line: String) -> Bool {
        remembered(line, \.answers) { probed(line).map { !$0.isEmpty } ?? false }
    }

    /// What a line answers, where that is a table.
    func table(_ line: String) -> Table? {
        remembered(line, \.tables) { if case .table(let table)? = probed(line)?.body { table } else { nil } }
    }

    /// How many rows a line begins with, before its stages.
    func count(_ line: String) -> Int {
        let rows = line.firstRange(of: " | ").map { String(line[..<$0.lowerBound]) } ?? line
        guard case .integer(let count)? = table(rows + " | count")?.rows.first?.first else { return 0 }
        return count
    }

    private func probed(_ line: String) -> Answer? {
        var session = Session(graph: graph, isCancelled: isCancelled)
        session.isProbing = true
        return try? session.answer(line).get()
    }

    private func remembered<Value>(
        _ key: String, _ all: ReferenceWritableKeyPath<Memory, [String: Value]>, _ found: () -> Value
    ) -> Value {
        if let known = memory[keyPath: all][key] { return known }
        let value = found()
        if !isCancelled() { memory[keyPath: all][key] = value }
        return value
    }

    // MARK: words and their neighbours

    func roles(_ at: Int) -> [QuestionRole] {
        tokens.indices.contains(at) ? tokens[at].roles : []
    }

    func isFiller(_ at: Int) -> Bool {
        tokens.indices.contains(at) && tokens[at].names.isEmpty && tokens[at].roles.contains(.filler)
    }

    /// The next token that says something.
    func next(after at: Int) -> Int? {
        var at = at + 1
        while isFiller(at) { at += 1 }
        return at < tokens.count ? at : nil
    }

    func previous(before at: Int) -> Int? {
        var at = at - 1
        while isFiller(at) { at -= 1 }
        return at >= 0 ? at : nil
    }

    func number(_ at: Int?) -> (text: String, count: Int?)? {
        guard let at, tokens.indices.contains(at), case .number(let text, let count) = tokens[at].kind else { return nil }
        return (text, count)
    }

    func comparisonBehind(_ at: Int) -> Comparison? {
        for role in roles(at) { if case .behind(let comparison) = role { return comparison } }
        return nil
    }

    func noun(_ at: Int) -> String? { tokens.indices.contains(at) ? noun(of: tokens[at]) : nil }
    func noun(of token: QuestionToken) -> String? {
        for role in token.roles { if case .noun(let name) = role { return name } }
        return nil
    }

    func notUnderstood(_ at: Int) -> Diagnostic {
        Diagnostic(.unexpected, Message.questionUnfit(tokens[at].text).text, at: tokens[at].span)
    }
}
