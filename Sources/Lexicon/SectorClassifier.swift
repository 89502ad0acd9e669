import Documents

/// Finds the sectors that a piece of text speaks of, from the words of `sector-words.tsv` and the names of indicators.
///
/// Words are taken from left to right, the longest first, without overlap; each adds its weight to its sector. The word that
/// ends the phrase adds half as much again: the head of a Chinese noun phrase comes last. The words around the phrase and
/// the sector of its heading add a little, so they decide only what the phrase itself leaves open.
public struct SectorClassifier: Sendable {
    /// Trust in a hint, in the weights of `sector-words.tsv`. What a figure measures is told by its own words; a measure
    /// leans more on its heading.
    public static let figureHint = 1.5
    public static let measureHint = 7.0

    /// Points for a weight of 1; the shares below are whole numbers of it.
    private static let full: Int32 = 16
    private static let last: Int32 = 24
    private static let context: Int32 = 2
    /// Weight of an indicator's name, and the shortest name that counts: shorter ones (`经济`, `投资`) are in the word list.
    private static let nameWeight: Int32 = 12
    private static let nameLength = 3
    /// A word names a further sector of a phrase from this weight on, where the words of that sector weigh at least the share
    /// of those of the main one.
    private static let further: Int32 = 9
    private static let furtherShare = 0.75
    /// Their words say where or for what end something is done, not what: 西部, 人均国民收入. They count as further sectors by
    /// weight 0 only.
    private static let framing: Set<Sector> = [
        Sector("economy"), Sector("economy.growth"), Sector("economy.prices"), Sector("urban.regional"),
    ]

    private struct Vote {
        var sector: Int32
        var weight: Int32
        /// The next vote of the same word, -1 after the last.
        var next: Int32
    }

    private let sectors: [Sector]
    /// For every sector the number of its top one.
    private let tops: [Int32]
    private let numbers: [Sector: Int32]
    /// Leads from a word to its first vote.
    private let trie: WordTrie
    private let votes: [Vote]
    private let isFraming: [Bool]

    public init(lexicon: Lexicon) {
        var numbers: [Sector: Int32] = [:]
        var sectors: [Sector] = []
        for entry in lexicon.sectors where numbers[entry.sector] == nil {
            numbers[entry.sector] = Int32(sectors.count)
            sectors.append(entry.sector)
        }
        var trie = WordTrie(capacity: 1 << 15)
        var votes: [Vote] = []
        let words = FoldedWords(lexicon.sectorWords.lazy.map(\.word))
        for (word, entry) in zip(words, lexicon.sectorWords) {
            guard let number = numbers[entry.sector] else { continue }
            let next = trie.insert(word, value: Int32(votes.count)) ?? -1
            votes.append(Vote(sector: number, weight: Int32(clamping: entry.weight), next: next))
        }
        let names = lexicon.indicators.flatMap { entry in ([entry.name] + entry.aliases).map { ($0, entry) } }
        for (name, (_, entry)) in zip(FoldedWords(names.lazy.map(\.0)), names) where name.count >= Self.nameLength {
            guard let number = numbers[entry.sector] else { continue }
            trie.insert(name, value: Int32(votes.count))
            votes.append(Vote(sector: number, weight: Self.nameWeight, next: -1))
            for more in entry.moreSectors {
                guard let number = numbers[more] else { continue }
                votes[votes.count - 1].next = Int32(votes.count)
                votes.append(Vote(sector: number, weight: 0, next: -1))
            }
        }
        self.tops = sectors.map { numbers[$0.top] ?? numbers[$0] ?? 0 }
        isFraming = sectors.map { Self.framing.contains($0) }
        self.sectors = sectors
        self.numbers = numbers
        self.trie = trie
        self.votes = votes
    }

    // MARK: - Scores

    /// Points for every sector; add up several pieces of text, then ask for the best.
    public struct Scores: Sendable {
        fileprivate var points: [Int32]
        public fileprivate(set) var isEmpty = true
    }

    /// The points of the words around a phrase; worth making once for a sentence that holds several figures.
    public func context(_ units: Span<UInt16>) -> Scores {
        var scores = empty
        add(units, each: Self.context, final: Self.context, to: &scores)
        return scores
    }

    public var empty: Scores { Scores(points: [Int32](repeating: 0, count: sectors.count)) }

    private func scores(of phrase: Span<UInt16>, context: Scores?, hint: Sector?, trust: Double) -> Scores {
        var scores = context ?? empty
        add(phrase, each: Self.full, final: Self.last, to: &scores)
        if let hint, let number = numbers[hint] ?? numbers[hint.top] {
            scores.points[Int(number)] &+= Int32(trust * Double(Self.full))
            scores.isEmpty = false
        }
        return scores
    }

    private func add(_ units: Span<UInt16>, each: Int32, final: Int32, to scores: inout Scores) {
        var at = 0
        while at < units.count {
            guard let match = trie.longestMatch(in: units, at: at, limit: units.count) else {
                at += 1
                continue
            }
            at += match.length
            let share = at == units.count ? final : each
            var i = Int(match.value)
            while i >= 0 {
                scores.points[Int(votes[i].sector)] &+= votes[i].weight &* share
                i = Int(votes[i].next)
            }
            scores.isEmpty = false
        }
    }

    // MARK: - Sectors

    /// The main sector of `phrase` (an indicator, the clause of a measure, a heading); a finer code where its words agree on
    /// one. Nil where nothing speaks for any sector.
    ///
    /// `hint` is the sector of the heading above; `trust` is how much it weighs against the words of the phrase.
    public func sector(
        of phrase: Span<UInt16>, context: Scores? = nil, hint: Sector? = nil, trust: Double = figureHint
    ) -> Sector? {
        best(scores(of: phrase, context: context, hint: hint, trust: trust))
    }

    /// As above, for folded units in an array.
    public func sector(
        of phrase: [UInt16], context: Scores? = nil, hint: Sector? = nil, trust: Double = figureHint
    ) -> Sector? {
        sector(of: phrase.span, context: context, hint: hint, trust: trust)
    }

    /// As above, for text as it is written.
    public func sector(of phrase: String, context: String = "", hint: Sector? = nil, trust: Double = figureHint) -> Sector? {
        let around = context.isEmpty ? nil : self.context(SourceText.fold(context).span)
        return sector(of: SourceText.fold(phrase), context: around, hint: hint, trust: trust)
    }

    /// Sectors besides the main one that the words of `phrase` name as plainly, each of another top sector: those of its words
    /// with weight 0, and those of decisive words of its own. At most two; mostly none.
    public func furtherSectors(of phrase: Span<UInt16>, besides main: Sector) -> [Sector] {
        guard let number = numbers[main] ?? numbers[main.top] else { return [] }
        let mainTop = tops[Int(number)]
        var scores = empty
        var named: [Int32] = []
        var at = 0
        while at < phrase.count {
            guard let match = trie.longestMatch(in: phrase, at: at, limit: phrase.count) else {
                at += 1
                continue
            }
            at += match.length
            var i = Int(match.value)
            while i >= 0 {
                let vote = votes[i]
                scores.points[Int(vote.sector)] &+= vote.weight
                if tops[Int(vote.sector)] != mainTop, vote.weight == 0 || vote.weight >= Self.further && !isFraming[Int(vote.sector)] {
                    named.append(Int32(i))
                }
                i = Int(vote.next)
            }
        }
        guard !named.isEmpty else { return [] }
        let totals = totals(of: scores)
        let least = Double(max(totals[Int(mainTop)], Self.further)) * Self.furtherShare
        var found: [Sector] = []
        for i in named {
            let vote = votes[Int(i)], top = tops[Int(vote.sector)]
            guard vote.weight == 0 || Double(totals[Int(top)]) >= least else { continue }
            let sector = sectors[Int(vote.sector)]
            if !found.contains(where: { $0.top == sector.top }) { found.append(sector) }
            if found.count == 2 { break }
        }
        return found
    }

    /// As above, for text as it is written.
    public func furtherSectors(of phrase: String, besides main: Sector) -> [Sector] {
        furtherSectors(of: SourceText.fold(phrase).span, besides: main)
    }

    private func totals(of scores: Scores) -> [Int32] {
        var totals = [Int32](repeating: 0, count: sectors.count)
        for i in sectors.indices { totals[Int(tops[i])] &+= scores.points[i] }
        return totals
    }

    /// The first of the sectors with the most points, in the order of `sectors.tsv`.
    private func best(_ scores: Scores) -> Sector? {
        guard !scores.isEmpty else { return nil }
        let totals = totals(of: scores)
        guard let most = totals.max(), most > 0, let top = totals.firstIndex(of: most) else { return nil }
        return finest(below: top, total: most, scores)
    }

    /// The finer sector that holds more than half of the points of `top`, else `top` itself.
    private func finest(below top: Int, total: Int32, _ scores: Scores) -> Sector {
        for i in sectors.indices where tops[i] == top && i != top && scores.points[i] > total / 2 { return sectors[i] }
        return sectors[top]
    }
}
