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
        /// Number of the sector, and of the top one above it.
        var sector: UInt16, top: UInt16
        var weight: Int16
        /// It names a form.
        var isForm = false
        /// Of the first vote of a word: 1 where the word names a form, 2 where it names a field plainly, 3 for both.
        var nature: UInt8 = 0
        /// The next vote of the same word, -1 after the last.
        var next: Int32 = -1

        init(_ sector: Int32, below tops: [Int32], weight: Int32) {
            self.sector = UInt16(sector)
            top = UInt16(tops[Int(sector)])
            self.weight = Int16(clamping: weight)
        }
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
        let tops = sectors.map { numbers[$0.top] ?? numbers[$0] ?? 0 }
        var entries: [(word: [UInt16], value: Int32)] = []
        var votes: [Vote] = []
        let words = FoldedWords(lexicon.sectorWords.lazy.map(\.word))
        for (word, entry) in zip(words, lexicon.sectorWords) {
            guard let number = numbers[entry.sector] else { continue }
            entries.append((Array(word), Int32(votes.count)))
            votes.append(Vote(number, below: tops, weight: Int32(clamping: entry.weight)))
        }
        let wordVotes = votes.count
        let names = lexicon.indicators.flatMap { entry in ([entry.name] + entry.aliases).map { ($0, entry) } }
        for (name, (_, entry)) in zip(FoldedWords(names.lazy.map(\.0)), names) where name.count >= Self.nameLength {
            guard let number = numbers[entry.sector] else { continue }
            entries.append((Array(name), Int32(votes.count)))
            votes.append(Vote(number, below: tops, weight: Self.nameWeight))
            for more in entry.moreSectors {
                guard let number = numbers[more] else { continue }
                votes[votes.count - 1].next = Int32(votes.count)
                votes.append(Vote(number, below: tops, weight: 0))
            }
        }
        // The votes of one word make a chain; an indicator's name takes the place of words.
        trie = WordTrie(entries) { old, new in
            if new < wordVotes { votes[Int(new)].next = old }
            return new
        }
        self.tops = tops
        isFraming = sectors.map { Self.framing.contains($0) }
        isGathering = sectors.map { Self.gathering.contains($0.top) }
        let forms = Set(Self.forms.compactMap { numbers[$0] })
        for i in votes.indices {
            votes[i].isForm = forms.contains(Int32(votes[i].sector))
            votes[i].nature = votes[i].isForm ? 1 : Int32(votes[i].weight) >= Self.plain ? 2 : 0
        }
        // What a word names is what all its votes name.
        for first in votes.indices where votes[first].next >= 0 {
            var i = Int(votes[first].next)
            while i >= 0 {
                votes[first].nature |= votes[i].isForm ? 1 : Int32(votes[i].weight) >= Self.plain ? 2 : 0
                i = Int(votes[i].next)
            }
        }
        self.sectors = sectors
        self.numbers = numbers
        self.votes = votes
    }

    // MARK: - Scores

    /// Points of a sector, and of all below it where it is a top one.
    fileprivate struct Sum: Sendable {
        var own: Int32 = 0, total: Int32 = 0
    }

    /// What is known of a tally as a whole.
    fileprivate struct Standing: Sendable {
        /// How many sectors have points.
        var count = 0
        /// The top sector with the most points, of several the first in the order of `sectors.tsv`; `most` is 0 where there is none.
        var best: UInt16 = 0, most: Int32 = 0
        /// Whether a word named a sector with weight 0, as a further one.
        var isMarked = false
    }

    /// Points for sectors, to ask for the best. One tally, emptied between uses, serves a whole document without further memory.
    public struct Tally: Sendable {
        /// For every sector.
        fileprivate var sums: [Sum]
        /// The sectors that have points, each once; `standing` knows how many they are.
        fileprivate var touched: [UInt16]
        fileprivate var standing = Standing()
        /// The first vote of each word of the phrase that was added last, and how many words they are.
        fileprivate var words: [Int32] = [], count = 0

        fileprivate init(count: Int) {
            sums = Array(repeating: Sum(), count: count)
            touched = Array(repeating: 0, count: count)
        }
    }

    public var tally: Tally { Tally(count: sectors.count) }

    /// Points of the words around a phrase; worth making once for a sentence that holds several figures.
    public struct Context: Sendable {
        private var points: [(number: Int32, points: Int32)] = []
        fileprivate private(set) var count = 0
        public init() {}

        public mutating func forget() { count = 0 }

        /// Lets `sector` weigh as a word of weight `trust` does.
        public mutating func add(_ sector: Numbered, trust: Double) { add(sector.number, Int32(trust * Double(full))) }

        fileprivate mutating func add(_ number: Int32, _ points: Int32) {
            if count < self.points.count { self.points[count] = (number, points) } else { self.points.append((number, points)) }
            count += 1
        }

        fileprivate subscript(i: Int) -> (number: Int32, points: Int32) { points[i] }
    }

    /// How much the heading of a measure weighs against the measure's own words.
    public func trust(of heading: Numbered) -> Double {
        isGathering[Int(heading.number)] ? Self.gatheringHint : Self.measureHint
    }

    /// Whether two sectors lie below the same top one.
    public func areAlike(_ a: Numbered, _ b: Numbered) -> Bool { tops[Int(a.number)] == tops[Int(b.number)] }

    /// Reckons the points of `units` into `context`, whose memory is used again.
    public func reckon(_ context: inout Context, _ units: Span<UInt16>, _ tally: inout Tally) {
        score(units, each: Self.context, last: Self.context, Context(), nil, 0, &tally)
        context.forget()
        for i in 0..<tally.standing.count { context.add(Int32(tally.touched[i]), tally.sums[Int(tally.touched[i])].own) }
    }

    public func context(_ units: Span<UInt16>) -> Context {
        var tally = tally, context = Context()
        reckon(&context, units, &tally)
        return context
    }

    /// Tallies a phrase, each of whose words has the share `each`, its head `last`, with the words around it and the sector of its
    /// heading.
    private func score(
        _ phrase: Span<UInt16>, each: Int32 = full, last: Int32 = last, _ context: borrowing Context, _ hint: Numbered?, _ trust: Double,
        _ tally: inout Tally
    ) {
        if tally.words.count < phrase.count { tally.words = Array(repeating: 0, count: 2 * phrase.count) }
        let found = find(phrase, &tally.words)
        tally.count = found.count
        tally.standing = count(
            tally.words, found.count, each, last: found.isAtEnd ? last : each, ofForms: found.natures == 3 ? each / 2 : nil,
            context, hint.map { ($0.number, Int32(trust * Double(Self.full))) }, &tally.sums, &tally.touched, tally.standing)
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

    /// Puts the first votes of the words of `units` into `words`: how many they are, what they name together, and whether the last
    /// one ends the text. Spans are written to without a look at the references of arrays.
    @inline(__always)
    private func find(_ units: Span<UInt16>, _ words: inout [Int32]) -> (count: Int, natures: UInt8, isAtEnd: Bool) {
        var words = words.mutableSpan, walk = WordTrie.Walk(), end = 0, natures: UInt8 = 0, count = 0
        while let word = trie.next(&walk, in: units) {
            words[count] = word.value
            count &+= 1
            natures |= votes[Int(word.value)].nature
            end = walk.at
        }
        return (count, natures, end == units.count)
    }

    /// Counts the votes of words, with those of the context and of the heading, in place of what the tally held. `each` is the share
    /// of a word, `last` that of the last one, `ofForms` of those that name a form, where it is another.
    @inline(__always)
    private func count(
        _ words: [Int32], _ wordCount: Int, _ each: Int32, last: Int32, ofForms: Int32?, _ context: borrowing Context,
        _ hint: (number: Int32, points: Int32)?, _ sums: inout [Sum], _ touched: inout [UInt16], _ before: Standing
    ) -> Standing {
        let words = words.span.extracting(first: wordCount)
        var sums = sums.mutableSpan, touched = touched.mutableSpan, standing = Standing()
        for i in 0..<before.count {
            let number = Int(touched[i])
            sums[number].own = 0
            sums[Int(tops[number])].total = 0
        }
        for i in 0..<context.count {
            let number = context[i].number
            Self.add(context[i].points, to: UInt16(number), below: UInt16(tops[Int(number)]), &sums, &touched, &standing)
        }
        for k in words.indices {
            let share = k == words.count &- 1 ? last : each
            var i = Int(words[k])
            while i >= 0 {
                let vote = votes[i]
                if vote.weight == 0 { standing.isMarked = true }
                let given = Int32(vote.weight) &* (vote.isForm ? ofForms ?? share : share)
                Self.add(given, to: vote.sector, below: vote.top, &sums, &touched, &standing)
                i = Int(vote.next)
            }
        }
        if let hint { Self.add(hint.points, to: UInt16(hint.number), below: UInt16(tops[Int(hint.number)]), &sums, &touched, &standing) }
        return standing
    }

    @inline(__always)
    private static func add(
        _ points: Int32, to sector: UInt16, below top: UInt16, _ sums: inout MutableSpan<Sum>, _ touched: inout MutableSpan<UInt16>,
        _ standing: inout Standing
    ) {
        guard points > 0 else { return }
        if sums[Int(sector)].own == 0 {
            touched[standing.count] = sector
            standing.count &+= 1
        }
        sums[Int(sector)].own &+= points
        sums[Int(top)].total &+= points
        let total = sums[Int(top)].total
        if total > standing.most || total == standing.most && top < standing.best { (standing.best, standing.most) = (top, total) }
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
        var isDecided = !tally.standing.isMarked
        for i in 0..<tally.standing.count {
            let other = Int(tally.touched[i])
            if tops[other] != top, tally.sums[other].own >= Self.further * Self.full { isDecided = false }
        }
        return Found(
            number: Numbered(number: number), main: sectors[Int(number)], more: isDecided ? [] : furtherSectors(besides: number, &tally))
    }

    /// Sectors besides the main one that the words of the phrase that `tally` had last name as plainly, each of another top
    /// sector: those of its words with weight 0, and those of decisive words of its own. At most two; mostly none.
    private func furtherSectors(besides main: Int32, _ tally: inout Tally) -> [Sector] {
        let mainTop = tops[Int(main)]
        var named: [Vote] = []
        for word in tally.words[..<tally.count] {
            var i = Int(word)
            while i >= 0 {
                let vote = votes[i]
                i = Int(vote.next)
                guard vote.top != mainTop else { continue }
                if vote.weight == 0 || Int32(vote.weight) >= Self.further && !isFraming[Int(vote.sector)] { named.append(vote) }
            }
        }
        guard !named.isEmpty else { return [] }
        tally.standing = count(
            tally.words, tally.count, 1, last: 1, ofForms: nil, Context(), nil, &tally.sums, &tally.touched, tally.standing)
        let least = Double(max(tally.sums[Int(mainTop)].total, Self.further)) * Self.furtherShare
        var found: [Sector] = []
        for vote in named where vote.weight == 0 || Double(tally.sums[Int(vote.top)].total) >= least {
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
        score(SourceText.fold(phrase).span, last: Self.full, Context(), nil, 0, &tally)
        return furtherSectors(besides: main.number, &tally)
    }

    /// The finest sector that the most points speak for.
    private func best(_ tally: borrowing Tally) -> Int32? {
        tally.standing.most > 0 ? finest(below: Int32(tally.standing.best), tally) : nil
    }

    /// The finer sector that holds more than half of the points of `top`, else `top` itself.
    private func finest(below top: Int32, _ tally: borrowing Tally) -> Int32 {
        let half = tally.sums[Int(top)].total / 2
        for i in 0..<tally.standing.count {
            let number = Int32(tally.touched[i])
            if number != top, tops[Int(number)] == top, tally.sums[Int(number)].own > half { return number }
        }
        return top
    }
}
