import Documents

/// Finds the sectors that a piece of text speaks of, from the words of `sector-words.tsv` and the names of indicators.
///
/// Words are taken from left to right, the longest first, without overlap; each adds its weight to its sector. The word that
/// ends the phrase adds half as much again: the head of a Chinese noun phrase comes last. Words that say in what form something
/// is done (项目, 制度改革) count half beside a plain word of another field: 铁路项目 is transport. The words around the phrase and
/// the sector of its heading add a little, so they decide only what the phrase itself leaves open.
public struct SectorClassifier: Sendable {
    /// Trust in a hint, in the weights of `sector-words.tsv`. What a figure measures is told by its own words; a measure
    /// leans more on its heading.
    public static let figureHint = 1.5
    public static let measureHint = 7.0
    /// For a measure under a heading of investment or of the whole economy: such a heading gathers works of all fields.
    private static let gatheringHint = 4.0
    private static let gathering: Set<Sector> = [Sector("investment"), Sector("economy")]

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

    /// Their words say in what form something is done, not what.
    private static let forms: Set<Sector> = [Sector("investment.projects"), Sector("reform.system")]
    /// A word is plain about its field from this weight on.
    private static let plain: Int32 = 8

    private struct Vote: Sendable {
        var sector: Int32
        var weight: Int32
        /// The next vote of the same word, -1 after the last.
        var next: Int32
        /// It names a form.
        var isForm = false
        /// Of the first vote of a word: 1 where the word names a form, 2 where it names a field plainly, 3 for both.
        var nature: UInt8 = 0
    }

    private let sectors: [Sector]
    /// For every sector the number of its top one.
    private let tops: [Int32]
    private let numbers: [Sector: Int32]
    /// Leads from a word to its first vote.
    private let trie: WordTrie
    private let votes: [Vote]
    private let isFraming: [Bool]
    /// Whether the sector's top one is one of `gathering`.
    private let isGathering: [Bool]

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
        isGathering = sectors.map { Self.gathering.contains($0.top) }
        let forms = Set(Self.forms.compactMap { numbers[$0] })
        for i in votes.indices {
            votes[i].isForm = forms.contains(votes[i].sector)
            votes[i].nature = votes[i].isForm ? 1 : votes[i].weight >= Self.plain ? 2 : 0
        }
        // What a word names is what all its votes name.
        for first in votes.indices where votes[first].next >= 0 {
            var i = Int(votes[first].next)
            while i >= 0 {
                votes[first].nature |= votes[i].isForm ? 1 : votes[i].weight >= Self.plain ? 2 : 0
                i = Int(votes[i].next)
            }
        }
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
        /// The first vote of each word of the piece that was added last.
        fileprivate var words: [Int32] = []

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
        public init() {}

        public mutating func forget() { points.removeAll(keepingCapacity: true) }

        /// Lets `sector` weigh as a word of weight `trust` does.
        public mutating func add(_ sector: Numbered, trust: Double) { points.append((sector.number, Int32(trust * Double(full)))) }
    }

    /// How much the heading of a measure weighs against the measure's own words.
    public func trust(of heading: Numbered) -> Double {
        isGathering[Int(heading.number)] ? Self.gatheringHint : Self.measureHint
    }

    /// Whether two sectors lie below the same top one.
    public func areAlike(_ a: Numbered, _ b: Numbered) -> Bool { tops[Int(a.number)] == tops[Int(b.number)] }

    /// Reckons the points of `units` into `context`, whose memory is used again.
    public func reckon(_ context: inout Context, _ units: Span<UInt16>, _ tally: inout Tally) {
        clear(&tally)
        add(units, each: Self.context, final: Self.context, to: &tally)
        context.points.removeAll(keepingCapacity: true)
        for number in tally.touched { context.points.append((number, tally.points[Int(number)])) }
    }

    public func context(_ units: Span<UInt16>) -> Context {
        var tally = tally, context = Context()
        reckon(&context, units, &tally)
        return context
    }

    /// Tallies a phrase with the words around it and the sector of its heading.
    private func score(_ phrase: Span<UInt16>, _ context: borrowing Context, _ hint: Numbered?, _ trust: Double, _ tally: inout Tally) {
        clear(&tally)
        for vote in context.points { tally.add(vote.number, below: tops[Int(vote.number)], vote.points) }
        add(phrase, each: Self.full, final: Self.last, to: &tally)
        if let hint { tally.add(hint.number, below: tops[Int(hint.number)], Int32(trust * Double(Self.full))) }
    }

    /// A sector by its place in this classifier; what is asked for every statement of a document is told so, without text.
    public struct Numbered: Sendable, Hashable {
        fileprivate var number: Int32
    }

    /// Nil for a sector that `sectors.tsv` has neither itself nor by its top code.
    public func numbered(_ sector: Sector) -> Numbered? {
        (numbers[sector] ?? numbers[sector.top]).map(Numbered.init)
    }

    public subscript(_ numbered: Numbered) -> Sector { sectors[Int(numbered.number)] }

    private func add(_ units: Span<UInt16>, each: Int32, final: Int32, to tally: inout Tally) {
        var end = 0, natures: UInt8 = 0
        tally.words.removeAll(keepingCapacity: true)
        trie.eachWord(of: units) {
            tally.words.append($1)
            natures |= votes[Int($1)].nature
            end = $0.upperBound
        }
        let last = end == units.count ? tally.words.count - 1 : -1, hasBoth = natures == 3
        for (i, word) in tally.words.enumerated() {
            let share = i == last ? final : each
            if count(word, share, ofForms: hasBoth ? each / 2 : share, &tally.points, &tally.totals, &tally.touched) {
                tally.isMarked = true
            }
        }
    }

    /// Counts the votes of a word; whether one of them has weight 0. Spans are written to without a look at the references of arrays.
    @inline(__always)
    private func count(
        _ word: Int32, _ share: Int32, ofForms: Int32, _ points: inout [Int32], _ totals: inout [Int32], _ touched: inout [Int32]
    ) -> Bool {
        var points = points.mutableSpan, totals = totals.mutableSpan
        var i = Int(word), isMarked = false
        while i >= 0 {
            let vote = votes[i], sector = Int(vote.sector), top = Int(tops[sector])
            if vote.weight == 0 { isMarked = true }
            if points[sector] == 0, vote.weight > 0 { touched.append(vote.sector) }
            let given = vote.weight &* (vote.isForm ? ofForms : share)
            points[sector] &+= given
            totals[top] &+= given
            i = Int(vote.next)
        }
        return isMarked
    }

    // MARK: - Sectors

    /// The main sector of `phrase` (an indicator, the clause of a measure, a heading); a finer code where its words agree on
    /// one. Nil where nothing speaks for any sector.
    ///
    /// `hint` is the sector of the heading above; `trust` is how much it weighs against the words of the phrase. `tally` is
    /// what to reckon with; what it held is forgotten.
    public func main(
        of phrase: Span<UInt16>, context: borrowing Context = Context(), hint: Numbered? = nil, trust: Double = figureHint,
        _ tally: inout Tally
    ) -> Numbered? {
        score(phrase, context, hint, trust, &tally)
        return best(tally).map(Numbered.init)
    }

    /// As above, for folded units in an array.
    public func sector(
        of phrase: [UInt16], context: Context = Context(), hint: Sector? = nil, trust: Double = figureHint
    ) -> Sector? {
        var tally = tally
        return main(of: phrase.span, context: context, hint: hint.flatMap(numbered), trust: trust, &tally).map { self[$0] }
    }

    /// As above, for text as it is written.
    public func sector(of phrase: String, context: String = "", hint: Sector? = nil, trust: Double = figureHint) -> Sector? {
        let around = context.isEmpty ? Context() : self.context(SourceText.fold(context).span)
        return sector(of: SourceText.fold(phrase), context: around, hint: hint, trust: trust)
    }

    public struct Found: Sendable {
        public var number: Numbered
        public var main: Sector
        public var more: [Sector]
    }

    /// The main sector of `phrase`, and those besides it that its words name as plainly.
    public func sectors(
        of phrase: Span<UInt16>, context: borrowing Context = Context(), hint: Numbered? = nil, trust: Double = figureHint,
        _ tally: inout Tally
    ) -> Found? {
        score(phrase, context, hint, trust, &tally)
        guard let number = best(tally) else { return nil }
        let top = tops[Int(number)]
        // Most phrases have no decisive word of another sector; for them there is nothing to look for.
        var isDecided = !tally.isMarked
        for other in tally.touched where tops[Int(other)] != top && tally.points[Int(other)] >= Self.further * Self.full {
            isDecided = false
        }
        return Found(
            number: Numbered(number: number), main: sectors[Int(number)], more: isDecided ? [] : furtherSectors(besides: number, &tally))
    }

    /// Sectors besides the main one that the words of the phrase that `tally` had last name as plainly, each of another top
    /// sector: those of its words with weight 0, and those of decisive words of its own. At most two; mostly none.
    private func furtherSectors(besides main: Int32, _ tally: inout Tally) -> [Sector] {
        let mainTop = tops[Int(main)]
        clear(&tally)
        var named: [Vote] = []
        for word in tally.words.indices {
            var i = Int(tally.words[word])
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
        guard let main = numbered(main) else { return [] }
        var tally = tally
        add(SourceText.fold(phrase).span, each: Self.full, final: Self.full, to: &tally)
        return furtherSectors(besides: main.number, &tally)
    }

    /// The first of the sectors with the most points, in the order of `sectors.tsv`.
    private func best(_ tally: borrowing Tally) -> Int32? {
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
    private func finest(below top: Int32, _ tally: borrowing Tally) -> Int32 {
        let half = tally.totals[Int(top)] / 2
        for number in tally.touched where number != top && tops[Int(number)] == top && tally.points[Int(number)] > half {
            return number
        }
        return top
    }
}
