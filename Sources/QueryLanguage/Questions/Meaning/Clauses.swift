import Documents
import KnowledgeGraph
import Lexicon

/// Questions of several parts: two questions in one, and parts that ask nothing.
extension QuestionReader {
    /// 河北咋治理污染 pm2.5目标多少: what is done and how much are two questions; the first is read, the other named.
    func firstOfTwo() throws(Diagnostic) -> Reading? {
        var kinds: [(clause: Int, isFigure: Bool, at: Int)] = []
        for at in tokens.indices {
            guard case .word(let roles, _) = tokens[at].kind else { continue }
            for role in roles {
                switch role {
                case .how, .noun("measures"), .noun("problems"): kinds.append((breaks(before: at), false, at))
                case .amount, .noun("targets"), .noun("results"), .kept: kinds.append((breaks(before: at), true, at))
                default: continue
                }
            }
        }
        guard let first = kinds.first, let other = kinds.first(where: { $0.clause != first.clause && $0.isFigure != first.isFigure }),
            !kinds.contains(where: { $0.clause == first.clause && $0.isFigure != first.isFigure })
        else { return nil }
        let start = tokens.indices.first { breaks(before: $0) == other.clause } ?? other.at
        func hasSubject(_ range: Range<Int>) -> Bool {
            range.contains { index in
                switch tokens[index].kind {
                case .unknown, .phrase: true
                case .word(let roles, let names): names.contains { $0.type != .place } || roles.contains { $0.isStandIn }
                default: false
                }
            }
        }
        guard hasSubject(0..<start), hasSubject(start..<tokens.count) || ["targets", "results"].contains(noun(other.at)) else { return nil }
        let end = tokens[start].span.start
        let half = String(question.utf8Slice(ByteSpan(0, end))), rest = String(question.utf8Slice(ByteSpan(end, question.utf8.count)))
        var reading = try QuestionReader(half, graph: graph, isCancelled: isCancelled, year: year, form: form, given: given).read()
        reading.notes.append(.questionSecond(rest.trimmingSpace))
        return reading
    }

    /// 目标一共几条，其中几条是定量的: how many there are, and how many of them; the first is read, the other named.
    func firstOfCounts() throws(Diagnostic) -> Reading? {
        func counts(_ at: Int) -> Bool { roles(at).contains { $0 == .amount || $0 == .number } }
        guard !frame.goesOn, let at = frame.said[.goesOn], breaks(before: at) > 0, tokens[..<at].indices.contains(where: { counts($0) }),
            tokens[at...].indices.contains(where: { counts($0) })
        else { return nil }
        let place = tokens[at].span.start
        let half = String(question.utf8Slice(ByteSpan(0, place))), rest = String(question.utf8Slice(ByteSpan(place, question.utf8.count)))
        var reading = try QuestionReader(half, graph: graph, isCancelled: isCancelled, year: year, form: form, given: given).read()
        reading.notes.append(.questionSecond(rest.trimmingSpace))
        return reading
    }

    /// How many commas, full stops and spaces between Chinese words stand before a place.
    func breaks(before at: Int) -> Int {
        guard at > 0 else { return 0 }
        return (1...at).count { index in
            let gap = tokens[index].span.start - tokens[index - 1].span.end
            return Self.stops.contains(tokens[index - 1].text) || gap > 0 && tokens[index - 1].text.hasHan
        }
    }

    static let stops: Set = [",", ";", ":", "：", "。", "，", "?", "；", "？"]

    /// Whether an unknown word stands in a part of the question that asks nothing, while another part does: 我想写一篇稿子，…
    func isAside(_ at: Int, ofAsker: Bool = false) -> Bool {
        let own = breaks(before: at)
        // 我是学生: who asks.
        let isOfAsker = tokens.indices.first { breaks(before: $0) == own }.map { tokens[$0].text.hasPrefix("我") } ?? false
        if ofAsker, !isOfAsker { return false }
        var asks: Set<Int> = [], names: Set<Int> = []
        for index in tokens.indices {
            let clause = breaks(before: index)
            switch tokens[index].kind {
            case .word(let roles, let nodes):
                if roles.contains(where: { isAsking($0) }) { asks.insert(clause) }
                if nodes.contains(where: { $0.type != .place }) { names.insert(clause) }
            case .phrase: names.insert(clause)
            case .unknown where clause != own: names.insert(clause)
            default: break
            }
        }
        return !asks.contains(own) && !asks.isEmpty && !(isOfAsker ? names.subtracting([own]) : names).isEmpty
    }

    func isAsking(_ role: QuestionRole) -> Bool {
        switch role {
        case .which, .amount, .whether, .number, .how, .highest, .lowest, .most, .fewest, .kept, .outcome, .when, .first, .times, .noun,
            .compare, .trend:
            true
        default: false
        }
    }
}
