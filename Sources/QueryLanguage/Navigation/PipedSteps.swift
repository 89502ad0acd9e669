import Documents
import KnowledgeGraph

/// Stages behind a step of navigation: `related f12 | take 5`, `open d1 | as json`.
extension Session {
    mutating func run(_ step: Command, _ stages: [Stage], _ line: String) throws(Diagnostic) -> Answer {
        var beside = self
        let given = try beside.run(step, line)
        let node = beside.viewed
        let isOnlyShown = stages.allSatisfy { stage in
            switch stage {
            case .format, .save: true
            default: false
            }
        }
        let start: Evaluator.Flow
        switch given.body {
        case .table(let table): start = Evaluator.Flow(table, graph: graph)
        case .card where isOnlyShown:
            var answer = given
            for stage in stages {
                switch stage {
                case .format(let format): answer.format = format
                case .save(let saving): answer.request = .save(saving)
                default: break
                }
            }
            return show(answer, line, node: node)
        case .card(let card): start = Evaluator.Flow(node ?? card.node, graph: graph)
        case .page, .nothing: return given
        }
        var evaluator = evaluator(line)
        do {
            var answer = try evaluator.run(start, stages)
            answer.notes = given.notes + answer.notes
            return show(answer, line, node: node, flow: evaluator.found)
        } catch {
            throw led(error, from: start, stages, line)
        }
    }

    /// A stage that the rows of a step have no use for: the line that goes on to rows which have, or else ends before it.
    private func led(_ error: Diagnostic, from start: Evaluator.Flow, _ stages: [Stage], _ line: String) -> Diagnostic {
        guard error.code != .interrupted, error.suggestion == nil, !isProbing else { return error }
        let failing = stages.indices.first { end in
            var evaluator = evaluator(line)
            return (try? evaluator.run(start, Array(stages[...end]))) == nil
        }
        let bars = Lexer(line).tokens.filter { $0.kind == .pipe }
        guard let failing, bars.count == stages.count else { return error }
        let bar = bars[failing].span
        var error = error
        if error.span.count >= line.utf8.count {
            error.span = ByteSpan(bar.start, failing + 1 < bars.count ? bars[failing + 1].span.start : line.utf8.count)
        }
        let nouns = [Noun.figures, .targets, .measures].map { line.hasHan ? $0.description.chinese[0] : $0.name }
        let ways = nouns.map { line.replacing(ByteSpan(bar.start, bar.start), with: "| \($0) ") }
            + [String(line.utf8Slice(ByteSpan(0, bar.start))).trimmingSpace]
        error.suggestion = ways.first { way in
            var probe = self
            probe.isProbing = true
            guard case .success(let answer) = probe.answer(way) else { return false }
            return !answer.isEmpty
        }
        return error
    }
}
