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

    private struct Vote: Sendable {
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
        var entries: [(word: [UInt16], value: Int32)] = []
        var votes: [Vote] = []
        let words = FoldedWords(lexicon.sectorWords.lazy.map(\.word))
        for (word, entry) in zip(words, lexicon.sectorWords) {
            guard let number = numbers[entry.sector] else { continue }
            entries.append((Array(word), Int32(votes.count)))
            votes.append(Vote(sector: number, weight: Int32(clamping: entry.weight), next: -1))
        }
        let wordVotes = votes.count
        let names = lexicon.indicators.flatMap { entry in ([entry.name] + entry.aliases).map { ($0, entry) } }
        for (name, (_, entry)) in zip(FoldedWords(names.lazy.map(\.0)), names) where name.count >= Self.nameLength {
            guard let number = numbers[entry.sector] else { continue }
            entries.append((Array(name), Int32(votes.count)))
            votes.append(Vote(sector: number, weight: Self.nameWeight, next: -1))
            for more in entry.moreSectors {
                guard let number = numbers[more] else { continue }
                votes[votes.count - 1].next = Int32(votes.count)
                votes.append(Vote(sector: number, weight: 0, next: -1))
            }
        }
        // The votes of one word make a chain; an indicator's name takes the place of words.
        trie = WordTrie(entries) { old, new in
            if new < wordVotes { votes[Int(new)].next = old }
            return new
        }
        self.tops = sectors.map { numbers[$0.top] ?? numbers[$0] ?? 0 }
        isFraming = sectors.map { Self.framing.contains($0) }
        self.sectors = sectors
        self.numbers = numbers
        self.votes = votes
    }

    // MARK: - Scores

    /// Points for sectors; add up several pieces of text, then ask for the best. One tally, emptied between uses, serves a
    /// whole document without further memory.
    public struct Tally: Sendable {
        /// For every sector its own points, and for every top one those of all below it.
        fileprivate var points: [Int32], totals: [Int32]
        /// The sectors that have points, each once.
        fileprivate var touched: [Int32] = []
        /// Whether a word named a sector with weight 0, as a further one.
        fileprivate var isMarked = false

        fileprivate init(count: Int) {
            points = [Int32](repeating: 0, count: count)
            totals = points
        }

        public var isEmpty: Bool { touched.isEmpty }

        fileprivate mutating func add(_ number: Int32, below top: Int32, _ weight: Int32) {
            if points[Int(number)] == 0 { touched.append(number) }
            points[Int(number)] &+= weight
            totals[Int(top)] &+= weight
        }
    }

    public var tally: Tally { Tally(count: sectors.count) }

    /// Empties `tally` for another phrase.
    private func clear(_ tally: inout Tally) {
        for number in tally.touched {
            tally.points[Int(number)] = 0
            tally.totals[Int(tops[Int(number)])] = 0
        }
        tally.touched.removeAll(keepingCapacity: true)
        tally.isMarked = false
    }

    /// Points of the words around a phrase; worth making once for a sentence that holds several figures.
    public struct Context: Sendable {
        fileprivate var points: [(number: Int32, points: Int32)] = []
    }

    public func context(_ units: Span<UInt16>, _ tally: inout Tally) -> Context {
        clear(&tally)
        add(units, each: Self.context, final: Self.context, to: &tally)
        return Context(points: tally.touched.map { ($0, tally.points[Int($0)]) })
    }

    public func context(_ units: Span<UInt16>) -> Context {
        var tally = tally
        return context(units, &tally)
    }

    /// Tallies a phrase with the words around it and the sector of its heading.
    private func score(_ phrase: Span<UInt16>, _ context: Context?, _ hint: Sector?, _ trust: Double, _ tally: inout Tally) {
        clear(&tally)
        for vote in context?.points ?? [] { tally.add(vote.number, below: tops[Int(vote.number)], vote.points) }
        add(phrase, each: Self.full, final: Self.last, to: &tally)
        if let hint, let number = numbers[hint] ?? numbers[hint.top] {
            tally.add(number, below: tops[Int(number)], Int32(trust * Double(Self.full)))
        }
    }

    private func add(_ units: Span<UInt16>, each: Int32, final: Int32, to tally: inout Tally) {
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
                let vote = votes[i]
                if vote.weight > 0 {
                    tally.add(vote.sector, below: tops[Int(vote.sector)], vote.weight &* share)
                } else {
                    tally.isMarked = true
                }
                i = Int(vote.next)
            }
        }
    }

    // MARK: - Sectors

    /// The main sector of `phrase` (an indicator, the clause of a measure, a heading); a finer code where its words agree on
    /// one. Nil where nothing speaks for any sector.
    ///
    /// `hint` is the sector of the heading above; `trust` is how much it weighs against the words of the phrase. `tally` is
    /// what to reckon with; what it held is forgotten.
    public func sector(
        of phrase: Span<UInt16>, context: Context? = nil, hint: Sector? = nil, trust: Double = figureHint, _ tally: inout Tally
    ) -> Sector? {
        score(phrase, context, hint, trust, &tally)
        return best(tally)
    }

    /// As above, for folded units in an array.
    public func sector(
        of phrase: [UInt16], context: Context? = nil, hint: Sector? = nil, trust: Double = figureHint
    ) -> Sector? {
        var tally = tally
        return sector(of: phrase.span, context: context, hint: hint, trust: trust, &tally)
    }

    /// As above, for text as it is written.
    public func sector(of phrase: String, context: String = "", hint: Sector? = nil, trust: Double = figureHint) -> Sector? {
        let around = context.isEmpty ? nil : self.context(SourceText.fold(context).span)
        return sector(of: SourceText.fold(phrase), context: around, hint: hint, trust: trust)
    }

    /// The main sector of `phrase`, and those besides it that its words name as plainly.
    public func sectors(
        of phrase: Span<UInt16>, context: Context? = nil, hint: Sector? = nil, trust: Double = figureHint, _ tally: inout Tally
    ) -> (main: Sector, more: [Sector])? {
        score(phrase, context, hint, trust, &tally)
        guard let main = best(tally), let number = numbers[main] else { return nil }
        let top = tops[Int(number)]
        // Most phrases have no decisive word of another sector; for them there is nothing to look for.
        let isDecided = !tally.isMarked && !tally.touched.contains {
            tops[Int($0)] != top && tally.points[Int($0)] >= Self.further * Self.full
        }
        return (main, isDecided ? [] : furtherSectors(of: phrase, besides: main, &tally))
    }

    /// Sectors besides the main one that the words of `phrase` name as plainly, each of another top sector: those of its words
    /// with weight 0, and those of decisive words of its own. At most two; mostly none. `tally` is what to reckon with.
    public func furtherSectors(of phrase: Span<UInt16>, besides main: Sector, _ tally: inout Tally) -> [Sector] {
        guard let number = numbers[main] ?? numbers[main.top] else { return [] }
        let mainTop = tops[Int(number)]
        clear(&tally)
        var named: [Vote] = []
        var at = 0
        while at < phrase.count {
            guard let match = trie.longestMatch(in: phrase, at: at, limit: phrase.count) else {
                at += 1
                continue
            }
            at += match.length
            var i = Int(match.value)
            while i >= 0 {
                let vote = votes[i], top = tops[Int(vote.sector)]
                i = Int(vote.next)
                if vote.weight > 0 { tally.add(vote.sector, below: top, vote.weight) }
                if top != mainTop, vote.weight == 0 || vote.weight >= Self.further && !isFraming[Int(vote.sector)] {
                    named.append(vote)
                }
            }
        }
        guard !named.isEmpty else { return [] }
        let least = Double(max(tally.totals[Int(mainTop)], Self.further)) * Self.furtherShare
        var found: [Sector] = []
        for vote in named where vote.weight == 0 || Double(tally.totals[Int(tops[Int(vote.sector)])]) >= least {
            let sector = sectors[Int(vote.sector)]
            if !found.contains(where: { $0.top == sector.top }) { found.append(sector) }
            if found.count == 2 { break }
        }
        return found
    }

    /// As above, for text as it is written.
    public func furtherSectors(of phrase: String, besides main: Sector) -> [Sector] {
        var tally = tally
        return furtherSectors(of: SourceText.fold(phrase).span, besides: main, &tally)
    }

    /// The first of the sectors with the most points, in the order of `sectors.tsv`.
    private func best(_ tally: Tally) -> Sector? {
        var best: (top: Int32, total: Int32)?
        for number in tally.touched {
            let top = tops[Int(number)], total = tally.totals[Int(top)]
            guard total > 0 else { continue }
            if let known = best, (total, known.top) <= (known.total, top) { continue }
            best = (top, total)
        }
        return best.map { finest(below: $0.top, tally) }
    }

    /// The finer sector that holds more than half of the points of `top`, else `top` itself.
    private func finest(below top: Int32, _ tally: Tally) -> Sector {
        let half = tally.totals[Int(top)] / 2
        for number in tally.touched where number != top && tops[Int(number)] == top && tally.points[Int(number)] > half {
            return sectors[Int(number)]
        }
        return sectors[Int(top)]
    }
}
