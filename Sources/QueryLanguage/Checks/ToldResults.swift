import Documents
import KnowledgeGraph
import Lexicon

/// What later documents tell of a target in words alone: 粮食产量提前完成目标, 没有完成规划目标.
///
/// Only a clause counts that looks back, names the indicator itself, says that a goal was or was not reached, and tells neither of a part
/// nor of another year or plan. No number is concluded from it.
struct ToldResults: Sendable {
    private let graph: Graph
    private let isCancelled: @Sendable () -> Bool
    private var clauses: [UInt32: [Clause]]?
    /// Documents that have such clauses, by their place and the year before theirs.
    private var telling: [UInt64: [UInt32]] = [:]
    private var names: [NodeID: [String]]?

    struct Told: Equatable {
        var sentence: Int
        var isReached: Bool
    }

    private struct Clause {
        var told: Told
        var words: Substring
        /// What stands before it in its sentence, itself included.
        var upToHere: Substring
    }

    init(_ graph: Graph, isCancelled: @escaping @Sendable () -> Bool) {
        self.graph = graph
        self.isCancelled = isCancelled
    }

    /// What the documents of the year after the target's period tell of it; nil where they do not, or say both.
    mutating func told(of target: Int) -> Told? {
        // Not `let figures = graph.figures`: to copy all columns costs more than to look at some.
        let time = graph.figures.statement.period[target], place = graph.figures.statement.place[target]
        guard time != .max, place != noNode else { return nil }
        let period = graph.periods.period[Int(time)], indicator = NodeID(.indicator, Int(graph.figures.indicator[target]))
        read()
        guard let documents = telling[UInt64(place) << 16 | UInt64(UInt16(bitPattern: period.end))] else { return nil }
        var found: [Told] = []
        for document in documents {
            guard let told = clauses?[document] else { continue }
            let names = names(of: indicator, target)
            for clause in told where isOf(period, clause) && names.contains(where: { stands($0, in: clause.words, for: indicator) }) { found.append(clause.told) }
        }
        guard let first = found.first, found.allSatisfy({ $0.isReached == first.isReached }) else { return nil }
        return first
    }

    /// Finds what documents tell, unless that was done before or the work is cancelled.
    mutating func read() {
        guard clauses == nil, let found = find() else { return }
        clauses = found
        for document in found.keys.sorted() {
            let year = graph.documents.year[Int(document)], place = graph.documents.place[Int(document)]
            guard year != .max, place != noNode else { continue }
            let before = graph.periods.period[Int(year)].end - 1
            telling[UInt64(place) << 16 | UInt64(UInt16(bitPattern: before)), default: []].append(document)
        }
    }

    /// Clauses that say that a goal was reached or not, by their document; nil once the work is cancelled.
    private func find() -> [UInt32: [Clause]]? {
        var found: [UInt32: [Clause]] = [:], seen: Set<UInt32> = []
        for phrase in Self.reached + Self.missed {
            guard !isCancelled(), let sentences = graph.sentences(holding: SoughtText(phrase, isExact: true), isCancelled: isCancelled) else { return nil }
            for sentence in sentences where seen.insert(sentence).inserted {
                let document = graph.document(ofSentence: Int(sentence))
                guard !looksForward(Int(sentence), in: document) else { continue }
                let text = String(decoding: SourceText.fold(String(decoding: graph.text[graph.textRange(ofSentence: Int(sentence))], as: UTF8.self)), as: UTF16.self)
                var start = text.startIndex
                while start < text.endIndex {
                    let end = text[start...].firstIndex { Self.ends.contains($0) } ?? text.endIndex
                    let words = text[start..<end], upToHere = text[..<end]
                    let isMissed = Self.missed.contains { words.contains($0) }
                    if isMissed || Self.reached.contains(where: { words.contains($0) }), !Self.intents.contains(where: { upToHere.contains($0) }),
                        !Self.parts.contains(where: { words.contains($0) }) {
                        found[UInt32(document), default: []].append(Clause(told: Told(sentence: Int(sentence), isReached: !isMissed), words: words, upToHere: upToHere))
                    }
                    start = end < text.endIndex ? text.index(after: end) : end
                }
            }
        }
        return found
    }

    /// Whether the part that plans has begun before a sentence.
    private func looksForward(_ sentence: Int, in document: Int) -> Bool {
        let goals = graph.documents.goals.rows(at: document).filter { graph.goals.looksForward[Int($0)] }
        return goals.first.map { graph.goals.start[Int($0)] <= graph.sentences.start[sentence] } ?? false
    }

    /// A plan must be told of as one, a year as none; and no other year may be named.
    private func isOf(_ period: Period, _ clause: Clause) -> Bool {
        let plans = clause.upToHere.ranges(of: "”").compactMap { close -> Period? in
            guard let open = clause.upToHere[..<close.lowerBound].lastIndex(of: "“") else { return nil }
            let name = clause.upToHere[clause.upToHere.index(after: open)..<close.lowerBound]
            return graph.names.node(.period, named: name).map { graph.periods.period[Int($0.index)] }
        }
        if let last = plans.last { return last == period }
        let tellsPlan = ["规划", "五年"].contains { clause.words.contains($0) }
        guard tellsPlan == !period.isYear else { return false }
        return !clause.upToHere.ranges(of: "年").contains { range in
            let digits = clause.upToHere[..<range.lowerBound].suffix(4)
            guard digits.count == 4, let year = Int(digits) else { return false }
            return year != Int(period.end)
        }
    }

    /// Whether a name stands in words for the indicator itself, and not within the name of another one (人均地区生产总值).
    private func stands(_ name: String, in words: Substring, for indicator: NodeID) -> Bool {
        guard words.contains(name) else { return false }
        return names?.contains { other, names in
            other != indicator && names.contains { $0.utf8.count > name.utf8.count && $0.contains(name) && words.contains($0) }
        } != true
    }

    private mutating func names(of indicator: NodeID, _ target: Int) -> [String] {
        if names == nil {
            names = Dictionary(grouping: graph.names.all.filter { $0.node.type == .indicator }, by: \.node).mapValues { $0.map(\.name) }
        }
        let wording = graph.strings[graph.figures.wording[target]]
        return ((names?[indicator] ?? [graph.name(of: indicator)]) + [wording]).filter { $0.count > 3 }
    }

    private static let ends: Set<Character> = [",", ";", ":", "。", "!", "?", "\n"]
    private static let reached = [
        "提前完成", "提前实现", "提前达到", "如期完成", "如期实现", "按期完成", "超额完成", "圆满完成", "顺利完成", "胜利完成", "全面完成", "达到预期目标",
        "达到预定目标", "达到年度目标", "实现预期目标", "实现年度目标", "完成预期目标", "完成年度目标", "完成年度任务", "完成规划目标", "完成目标任务",
    ]
    private static let missed = [
        "没有完成", "没有实现", "没有达到", "未完成", "未实现", "未达到", "未能完成", "未能实现", "未能达到", "低于预期目标", "未达预期",
    ]
    /// What is still to come.
    private static let intents = ["确保", "力争", "争取", "努力", "必须", "为了", "能否", "有望", "预计"]
    /// What is true of some.
    private static let parts = ["部分", "一些", "个别", "其中", "有的", "个省", "等省", "等地", "西部", "东部", "中部", "试点"]
}
