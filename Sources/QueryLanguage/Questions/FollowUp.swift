import Documents
import KnowledgeGraph

/// 那贵州呢: the question before it, with another place, time or thing.
struct FollowUp {
    let graph: Graph
    let year: Int

    private enum Slot: CaseIterable { case place, time, subject, noun }

    /// The question that `line` asks behind `question`; nil where it stands by itself.
    func question(_ line: String, after question: String) -> String? {
        guard goesOn(line) else { return nil }
        let own = tokens(line)
        let asked = tokens(question)
        // 和上海比呢: beside the place that was asked about.
        if own.contains(where: compares) {
            guard let place = own.first(where: { slot($0) == .place }), let old = asked.last(where: { slot($0) == .place }) else { return nil }
            let beside = "和" + String(line.utf8Slice(place.span))
            return question.replacing(ByteSpan(old.span.end, old.span.end), with: beside) + "对比"
        }
        var changes: [(span: ByteSpan, text: String)] = []
        for kind in Slot.allCases {
            let new = own.filter { slot($0) == kind }
            guard let first = new.first, let last = new.last else { continue }
            let text = String(line.utf8Slice(ByteSpan(first.span.start, last.span.end)))
            let old = asked.filter { slot($0) == kind }
            let span = old.isEmpty ? ByteSpan(0, 0) : ByteSpan(old[0].span.start, old[old.count - 1].span.end)
            changes.append((span, text))
        }
        guard !changes.isEmpty else { return nil }
        var text = question
        for change in changes.sorted(by: { $0.span.start > $1.span.start }) { text = text.replacing(change.span, with: change.text) }
        return text
    }

    /// Whether a line goes on from a question: 那云南呢, 换成2023年.
    func goesOn(_ line: String) -> Bool {
        // The words of questions are read when the first one is asked; most lines, which are commands, need not wait for them.
        guard Self.opensLikeLead(line) || line.contains("呢") else { return false }
        let own = tokens(line)
        guard let first = own.first,
            (Self.leads + Self.joints).contains(where: { first.text.hasPrefix($0) }) || own.contains(where: { Self.ends.contains($0.text) })
        else { return false }
        // 和 alone is no lead.
        if Self.joints.contains(first.text), !own.contains(where: compares) { return false }
        return own.allSatisfy { slot($0) != nil || compares($0) || Self.leads.contains($0.text) || Self.ends.contains($0.text) || isLittle($0) }
            && own.contains { slot($0) != nil }
    }

    /// Whether the first letter is one of a lead; a Latin one is told without the table that folds Chinese ones.
    private static func opensLikeLead(_ line: String) -> Bool {
        guard let letter = line.first(where: { $0 != " " }) else { return false }
        let first = letter.isASCII ? letter.lowercased().utf16.first : SourceText.fold(String(letter)).first
        return (leads + joints).contains { $0.utf16.first == first }
    }

    private static let leads = ["那", "换成", "改成", "换", "再看", "还有", "and", "what about", "how about"]
    private static let joints = ["和", "跟", "与", "同"]
    private static let ends: Set = ["呢"]
    private static let nouns: Set<QuestionRole> = [.noun("targets"), .noun("results"), .noun("measures"), .noun("problems")]

    private func tokens(_ line: String) -> [QuestionToken] { QuestionLexer(line, graph: graph, year: year).tokens() }

    private func compares(_ token: QuestionToken) -> Bool { token.roles.contains { $0 == .than || $0 == .compare } }

    private func slot(_ token: QuestionToken) -> Slot? {
        switch token.kind {
        case .years, .plan: .time
        // 那结果呢.
        case .word(let roles, _) where roles.contains(where: { Self.nouns.contains($0) }): .noun
        case .word(let roles, let names) where !names.isEmpty && !roles.contains(where: \.isNoun):
            names.contains { $0.type == .place } ? .place : .subject
        default: nil
        }
    }

    private func isLittle(_ token: QuestionToken) -> Bool {
        guard case .word(let roles, let names) = token.kind else { return "?？".contains(token.text) }
        return names.isEmpty && roles.allSatisfy { [.filler, .and, .overview, .how, .each, .ours, .which, .whether].contains($0) }
    }
}
