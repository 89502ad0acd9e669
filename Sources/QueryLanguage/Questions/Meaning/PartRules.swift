import Documents
import KnowledgeGraph

/// What places and the like have, and what they lack: several targets at once, each with its own bound.
extension QuestionReader {
    /// 哪些省没有设失业率目标, GDP目标高于5%、失业率目标低于5.5%的省: each name with what is said of it is a part of its own.
    mutating func settleParts() throws(Diagnostic) {
        guard !frame.goesOn, frame.saying == nil else { return }
        let denial = frame.said[.unmentioned] == nil || !frame.hasNoun(of: Self.countable) ? nil : frame.denials.first
        let heads = frame.subjects.compactMap { subject in tokens.indices.first { tokens[$0].span.start == subject.span.start } }
        guard denial != nil || heads.count > 1 && (bounds(of: heads) > 1 || asksForBoth) else { return }
        let kind = frame.said[.who] != nil ? "place" : frame.dimension ?? frame.mentioned.first ?? asksDocuments
        if let denial, kind == nil || !frame.asks && !frame.counts && kind != "place" {
            // 2020年没设GDP目标吧: what there is says whether.
            guard frame.places.count + frame.years.count + frame.plans.count > 0, !frame.asks, !frame.subjects.isEmpty else { return }
            frame.said[.unmentioned] = nil
            frame.whether = true
            frame.nouns.removeAll { QuestionFrame.sayings.contains($0.name) }
            notes.append(.questionDenied(tokens[denial].text))
            return
        }
        guard let kind, ["place", "document", "period", "sector"].contains(kind), !heads.isEmpty || kind == "sector" else { return }
        guard denial != nil || kind == "place", frame.years.count < 2, frame.plans.count < 2 else { return }
        if frame.years.isEmpty, frame.plans.isEmpty, kind == "place" {
            frame.years = [(year, year)]
            notes.append(.questionNoYear(year, year))
        }
        if kind == "period", frame.places.isEmpty, let nation { suppose(nation) }
        // 谁没有定GDP目标: the nation is no place among its provinces.
        if frame.said[.who] != nil, frame.places.isEmpty, frame.level == nil, let nation { frame.notPlaces = [nation] }
        let lacking = denied(heads, by: denial), clauses = clauses(of: heads, denial)
        for (head, clause) in zip(heads, clauses) {
            // GDP目标5%以上、失业率5.5%以下: the noun is said once.
            let noun = clause.contains { self.noun($0) != nil } ? nil : frame.nouns.first?.at
            var part = try read(part: tokens.indices.filter { at in
                !frame.denials.contains(at) && at != frame.said[.who]
                    && (clause.contains(at) || at == noun || isShared(at) && !heads.contains(at))
            })
            if part.years.isEmpty, part.plans.isEmpty { (part.years, part.plans) = (frame.years, frame.plans) }
            if kind != "sector" { (part.places, part.notPlaces) = ([], []) }
            if kind == "place" { part.dimension = kind }
            (part.level, part.counts, part.amount) = (nil, false, false)
            frame.parts.append(.init(has: !lacking.contains(head), frame: part))
        }
        if heads.isEmpty {
            var part = frame
            (part.level, part.dimension, part.asks, part.asksDimension, part.mentioned) = (nil, nil, false, false, [])
            frame.parts = [.init(has: false, frame: part)]
        }
        frame.partKind = kind
        // Where tables tell of the places, and no documents, those that they tell of at that time.
        let reports = QuestionLine(graph: graph, form: form, frame: frame).reports.joined(separator: " ")
        frame.partsOfReports = kind == "place" && !lacking.isEmpty && hasRows(reports)
    }

    /// What rows can have none of.
    static let countable: Set = ["targets", "results", "figures", "measures", "problems"]

    private var asksDocuments: String? { frame.hasNoun(of: ["documents"]) && (frame.asks || frame.counts) ? "document" : nil }

    /// 既有GDP目标又有粮食目标的省, 同时提出GDP和失业率目标的省.
    private var asksForBoth: Bool {
        frame.hasNoun(of: Self.countable) && !frame.either && tokens.contains { ["又", "同时", "both"].contains($0.text) }
    }

    /// How many of the names have a bound, or an order, of their own.
    private func bounds(of heads: [Int]) -> Int {
        clauses(of: heads, nil).count { clause in
            clause.contains { number($0) != nil && $0 != frame.limitAt || frame.superlative?.ofRows == false && isSuperlative($0) }
        }
    }

    /// What is said of each name: from it, or the denial before it, to the next.
    private func clauses(of heads: [Int], _ denial: Int?) -> [Range<Int>] {
        let starts = heads.enumerated().map { index, head in
            index == 0 ? 0 : denial.flatMap { $0 > heads[index - 1] && $0 < head ? $0 : nil } ?? head
        }
        return zip(starts, starts.dropFirst() + [tokens.count]).map { $0..<$1 }
    }

    /// Those behind the denial; where none is, the last before it, with those it is listed with.
    private func denied(_ heads: [Int], by denial: Int?) -> Set<Int> {
        guard let denial else { return [] }
        // 没有设粮食目标但设了就业目标: what stands behind 但 is there again, unless it is denied too.
        var behind: Set<Int> = [], isDenied = false, last = -1
        for head in heads {
            let between = (last + 1)..<head
            if between.contains(where: { frame.denials.contains($0) }) {
                isDenied = true
            } else if between.contains(where: { Self.turns.contains(tokens[$0].text) }) {
                isDenied = false
            }
            if isDenied { behind.insert(head) }
            last = head
        }
        guard heads.allSatisfy({ $0 < denial }) else { return behind }
        var denied: Set<Int> = []
        for head in heads.reversed() {
            denied.insert(head)
            if previous(before: head).map({ !roles($0).contains(.and) }) ?? true { break }
        }
        return denied
    }

    private static let turns: Set = ["但", "但是", "却", "不过", "可是", "but"]

    /// Times, places and what is asked hold for each part.
    private func isShared(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .years, .plan: true
        case .word(let roles, let names): names.contains { $0.type == .place } || roles.contains { $0.isKind || $0 == .which }
        default: false
        }
    }

    private mutating func read(part: [Int]) throws(Diagnostic) -> QuestionFrame {
        var reader = QuestionReader(self, tokens: part.map { tokens[$0] })
        try reader.understand()
        notes += reader.notes.filter { note in !notes.contains { $0.text == note.text } }
        return reader.frame
    }
}
