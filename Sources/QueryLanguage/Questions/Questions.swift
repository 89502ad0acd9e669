import Documents
import KnowledgeGraph
import Lexicon

/// Tells questions from commands, and reads them.
struct Questions {
    let graph: Graph
    /// The rows of the last answer, which a question may go on from.
    var given: GivenRows?
    /// Whether nobody waits for the answer any more.
    var isCancelled: @Sendable () -> Bool = { false }

    /// The reading of a line that is no command, or what is wrong with it as a question; nil where it is rather a command with
    /// a slip.
    func read(_ line: String, besides slip: Diagnostic) -> Result<QuestionReader.Reading, Diagnostic>? {
        if slip.code == .unknownCommand, let bar = Lexer(line).tokens.first(where: { $0.kind == .pipe }) {
            return read(line, before: bar.span)
        }
        guard slip.code != .unclosed, slip.code != .interrupted, !line.contains("|"), !line.contains("｜") else { return nil }
        let (lead, question) = Self.parted(line)
        guard Self.looksLikeWords(question) || !graph.names.nodes(typed: question).isEmpty else { return nil }
        // 前 5, which is a stage, goes on from nothing by itself.
        let isStage = slip.suggestion.flatMap(Parser.stage(ofLast:)) == line.trimmingSpace
        let reader = reader(question, given: isStage ? nil : given)
        // A slip in a command is put right as a command.
        let isNear =
            slip.suggestion.map { Verb.named(String($0.prefix { $0 != " " }))?.description.name != Verb.help.description.name } ?? false
        // Two English words are a question (gdp targets) only where they are no command with a slip.
        if !line.hasHan, question.split(separator: " ").count == 2, startsAsCommand(question) || isNear && slip.code == .unknownCommand {
            return nil
        }
        if !reader.asks, startsAsCommand(question) || isNear && !reader.isWhollyKnown { return nil }
        do throws(Diagnostic) {
            var reading = try reader.read()
            reading.line = lead + reading.line
            reading.query = reading.query.map { lead + $0 }
            return .success(reading)
        } catch {
            if error.code == .interrupted { return .failure(error) }
            // 房住不炒: no command, and no question but by its words.
            if error.suggestion == nil, !isNear, slip.code == .unknownCommand, !reader.asks, reader.understood < 2,
                question.unicodeScalars.count > 2, question.allSatisfy({ String($0).hasHan }), lead.isEmpty
            {
                return .failure(reader.unknownWhole())
            }
            guard error.suggestion != nil && !isNear || reader.asks || reader.understood > 1,
                !(isNear && slip.code == .unknownCommand && startsAsCommand(question))
            else { return nil }
            var located = error
            let shift = lead.isEmpty ? 0 : line.utf8.count - question.utf8.count
            located.span = ByteSpan(error.span.start + shift, error.span.end + shift)
            located.suggestion = error.suggestion.map { suggestion in
                let head = String(line.utf8Slice(ByteSpan(0, shift)))
                return head + suggestion
            }
            return .failure(located)
        }
    }

    /// 就业 2026 | 前 2: stages behind a question go on from its line.
    private func read(_ line: String, before bar: ByteSpan) -> Result<QuestionReader.Reading, Diagnostic>? {
        let head = String(line.utf8Slice(ByteSpan(0, bar.start))).trimmingSpace,
            tail = String(line.utf8Slice(ByteSpan(bar.end, line.utf8.count))).trimmingSpace
        var slip: Diagnostic?
        do throws(Diagnostic) { _ = try Parser.parse(head) } catch { slip = error }
        guard !tail.isEmpty, let slip, case .success(var reading)? = read(head, besides: slip) else { return nil }
        func going(_ line: String) -> String? {
            let whole = line + " | " + tail
            return (try? Parser.parse(whole)) == nil ? nil : whole
        }
        guard let own = going(reading.query ?? reading.line) else {
            // What is wrong behind the bar is told of the line as it was typed.
            let whole = (reading.query ?? reading.line) + " | " + tail
            var wrong: Diagnostic?
            do throws(Diagnostic) { _ = try Parser.parse(whole) } catch { wrong = error }
            let start =
                line.utf8.count - String(line.utf8Slice(ByteSpan(bar.end, line.utf8.count)).drop { $0 == " " || $0 == "　" }).utf8.count
            let shift = start - (whole.utf8.count - tail.utf8.count)
            guard var wrong, wrong.span.start + shift >= start else { return nil }
            wrong.span = ByteSpan(wrong.span.start + shift, min(wrong.span.end + shift, line.utf8.count))
            // A line put right is that of the question; what there is, is a page of help.
            if let suggestion = wrong.suggestion, suggestion.hasPrefix(reading.query ?? reading.line) {
                wrong.suggestion = wrong.expected.first.map { line.replacing(wrong.span, with: $0) }
            }
            return .failure(wrong)
        }
        reading.line = going(reading.line) ?? own
        reading.query = reading.query == nil || reading.line == own ? nil : own
        reading.others = reading.others.compactMap(going)
        return .success(reading)
    }

    /// Of a line that is a query: the reading of the question that it is besides, `目标 2026 有哪些`.
    func reading(ofQuery line: String) -> QuestionReader.Reading? {
        guard !line.contains(where: { "|｜:：<>=＜＞＝≥≤\"“”「」$#".contains($0) }), Self.looksLikeWords(line) else { return nil }
        // What is looked for in the texts may well look like a question.
        guard let first = Lexer(line).tokens.first, Noun.named(first.text)?.name != Noun.sentences.name else { return nil }
        let reader = reader(line, given: given)
        let words = line.lowercased().split(separator: " ")
        // compare Beijing and Shanghai: between names of a command, `and` is a word of a question.
        let joins = Verb.named(first.text) != nil && words.contains("and")
        guard reader.asks || joins || words.contains(where: { Self.little.contains($0) }) else { return nil }
        return try? reader.read()
    }

    /// Words that no text is searched for.
    private static let little: Set<Substring> = [
        "of", "for", "the", "about", "by", "with", "on", "per", "from", "since", "between", "to", "和", "与", "及", "以及",
    ]

    /// `explain` and the question behind it.
    private static func parted(_ line: String) -> (lead: String, question: String) {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2, Verb.explain.description.answers(to: String(words[0])) else { return ("", line) }
        return (words[0] + " ", String(words[1]))
    }

    private func startsAsCommand(_ line: String) -> Bool {
        guard let first = Lexer(line).tokens.first else { return true }
        // “稳就业”相关举措.
        if first.kind == .quoted { return false }
        guard first.kind == .word else { return true }
        return Noun.named(first.text) != nil || Verb.named(first.text) != nil || Given.word(first.text) != nil
    }

    private func reader(_ line: String, given: GivenRows?) -> QuestionReader {
        QuestionReader(
            line, graph: graph, isCancelled: isCancelled, year: thisYear,
            form: line.unicodeScalars.contains { $0.value >= 0x2E80 && $0.value < 0xFF00 } ? .chinese : .english, given: given)
    }

    /// Chinese, several English words, or a name whose amounts are compared: gdp>5%.
    private static func looksLikeWords(_ line: String) -> Bool {
        line.hasHan || line.split(separator: " ").count > 1 || line.contains { "<>=≤≥＜＞＝".contains($0) }
    }

    /// 今年 is the year of the newest document, whenever it is asked.
    var thisYear: Int {
        var newest = 0
        for row in 0..<graph.documents.count {
            if let date = graph.strings.string(graph.documents.date[row]), let year = Int(date.prefix(4)) { newest = max(newest, year) }
            let period = graph.documents.year[row]
            if period != .max, graph.periods.period[Int(period)].isYear {
                newest = max(newest, Int(graph.periods.period[Int(period)].start))
            }
        }
        return newest
    }
}
