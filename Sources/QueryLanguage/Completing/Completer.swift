import Documents
import KnowledgeGraph
import Lexicon

/// Finds what could be typed at a place in a line, and how many rows each would leave.
struct Completer {
    let graph: Graph
    /// What words of the line may stand for besides what the graph names.
    let context: Context
    let aliases: [String: String]
    let memory: FacetMemory
    /// The line up to the cursor.
    let prefix: String
    /// What stands before the word that is being typed.
    var before: [Token]
    var typed = Typed("")
    var wanted: [Completion.Wanted] = []
    /// Whether the rows are tied to others, which were counted.
    var wasReached = false
    /// Whether only what is of a single year is of use.
    var drawsYears = false
    private var replaced: ByteSpan
    private var found: [(candidate: Completion.Candidate, rank: Matching)] = []
    /// When to stop looking: who types does not wait.
    private let deadline: ContinuousClock.Instant

    /// No menu needs more.
    static let limit = 200
    /// How many things are compared with what is typed, those with most rows first.
    static let lookedThrough = 8_000

    init(
        graph: Graph, context: Context = Context(), aliases: [String: String] = [:], memory: FacetMemory = FacetMemory(), line: String,
        cursor: Int, patience: Duration = .milliseconds(500)
    ) {
        self.graph = graph
        self.context = context
        self.aliases = aliases
        self.memory = memory
        deadline = .now + patience
        var cut = line.utf8.index(line.startIndex, offsetBy: max(0, min(cursor, line.utf8.count)))
        while cut > line.startIndex, cut.samePosition(in: line.unicodeScalars) == nil { cut = line.utf8.index(before: cut) }
        prefix = String(line[..<cut])
        before = Lexer(prefix).tokens
        let end = prefix.utf8.count
        replaced = ByteSpan(end, end)
        if let last = before.last, last.span.end == end, last.kind == .word || last.kind == .quoted {
            typed = Typed(last.text)
            replaced = last.span
            before.removeLast()
        }
    }

    mutating func complete() -> Completion {
        collect()
        // What holds the typed letters in a worse way counts where nothing holds them in a better one; only two letters or more
        // may well be the pinyin of a name, `gd` for 广东 beside GDP.
        let best = found.map(\.rank).min() ?? .beginning
        let spells = best == .beginning && typed.text.utf8.count > 1
            && found.contains { $0.rank == best && $0.candidate.kind.isName }
        var seen: Set<String> = []
        var candidates: [Completion.Candidate] = []
        for rank in spells ? [best, .spelled] : [best] {
            for entry in found where entry.rank == rank && (rank == best || entry.candidate.kind.isName) {
                if seen.insert(entry.candidate.text).inserted { candidates.append(entry.candidate) }
            }
        }
        return Completion(replaced: replaced, candidates: Array(candidates.prefix(Self.limit)), wanted: wanted)
    }

    /// What is offered takes the place of all that stands from here to the cursor.
    mutating func replace(from start: Int) { replaced = ByteSpan(start, replaced.end) }

    /// What is offered, alone.
    consuming func completed() -> [Completion.Candidate] { complete().candidates }

    /// Whether something that was offered begins with what is typed.
    var beginsSomething: Bool { found.contains { $0.rank == .beginning } }

    var isCancelled: @Sendable () -> Bool {
        let deadline = deadline
        return { ContinuousClock.now > deadline }
    }

    // MARK: what to offer

    /// Offers the form of a word that fits what is typed: Chinese after Chinese, else English.
    mutating func offer(_ descriptions: [Description], _ kind: Completion.Candidate.Kind) {
        for description in descriptions {
            offer(description.words, chinese: description.chinese, kind, detail: description.summary.text)
        }
    }

    mutating func offer(
        _ words: [String], chinese: [String], _ kind: Completion.Candidate.Kind, suffix: String = "", detail: String,
        count: Int? = nil
    ) {
        let forms = typed.isEmpty ? (speaksChinese ? chinese : words) : typed.text.hasHan ? chinese : words + chinese
        guard let (word, rank) = best(of: forms) else { return }
        found.append((Completion.Candidate(word + suffix, kind, detail: detail, count: count), rank))
    }

    mutating func offer(_ text: String, _ kind: Completion.Candidate.Kind, detail: String = "", count: Int? = nil) {
        guard let rank = typed.matching(text) else { return }
        found.append((Completion.Candidate(Printer.quotedIfNeeded(text), kind, detail: detail, count: count), rank))
    }

    /// As it is, with nothing quoted.
    mutating func offer(mark text: String, _ kind: Completion.Candidate.Kind = .comparison, detail: Message) {
        found.append((Completion.Candidate(text, kind, detail: detail.text), .beginning))
    }

    /// Any of several forms of one thing; the form that fits is put in.
    mutating func offer(_ forms: [String], _ kind: Completion.Candidate.Kind, other: String, detail: String, count: Int?) {
        guard let (form, rank) = best(of: forms) else { return }
        let text = Printer.quotedIfNeeded(form)
        found.append((Completion.Candidate(text, kind, detail: form == detail ? other : detail, count: count), rank))
    }

    /// The form that fits best what is typed, the first of several.
    private func best(of forms: [String]) -> (String, Matching)? {
        var best: (String, Matching)?
        for form in forms {
            guard let rank = typed.matching(form), best.map({ rank < $0.1 }) ?? true else { continue }
            best = (form, rank)
            if rank == .beginning { break }
        }
        return best
    }

    /// Whether the line is written in Chinese, by its last word that is no number; an empty one as messages are.
    var speaksChinese: Bool {
        before.last { $0.kind == .word && $0.text.contains(where: \.isLetter) }?.text.hasHan ?? (Tongue.current == .chinese)
    }
}

extension Session {
    /// What could be typed at `cursor`, a UTF-8 offset in the line.
    public func complete(_ line: String, cursor: Int) -> Completion {
        var completer = Completer(graph: graph, context: context, aliases: aliases, memory: memory, line: line, cursor: cursor)
        return tongue.speaking { completer.complete() }
    }
}
