import Documents
import Lexicon

/// What a grammar word does to the number beside it; the classes of `words.tsv`, which explains each.
enum WordClass: String, Sendable {
    case plain, before, after, up, down, to, share, from, respectively, each, adverb, verb, estimate, aim, compare, gap
    case multiple, together, outpace, with, time, during, hypothesis, plan
    /// The document's own place or people (全省, 我市): no part of an indicator.
    case own
    /// An attribute that needs its bearer: 总投资, 办结率.
    case attribute
    /// The head that members of a list share: 增加值 in 装备制造业、高技术制造业增加值.
    case head
    /// What a sum is for (每月); its value is the tail of the unit.
    case rate
    /// What befalls the things counted: 获批上市 in 34款创新药械获批上市.
    case befall
}

/// The grammar words and units of the lexicon, compiled for the sentence lexer. One object shared by all readers: it is handed
/// on for every paragraph.
final class Grammar: Sendable {
    struct Word: Sendable {
        var wordClass: WordClass
        var length: Int
        var comparator: Comparator?
        /// For `time` the years meant, counted from the document's own; for `plan` the years themselves (五十年代).
        var from = 0, through = 0
        /// A plan's name that is a plain number too (十五, 九五): only in quotes or before 时期, 规划 ….
        var isDoubtful = false
        /// For `multiple` the growth in percent; nil for 正增长, which is above zero.
        var percent: Int?
        /// For `to`: ends in 到 or 至, or its value is `reach` (降为), so that the verb before it is no growth (提高到).
        var reaches = false
        /// For `to`: what stands behind it is another quantity, the base of a ratio (相当于).
        var isRatio = false
        /// For `to`: no part of a name that it opens (拟安排赤字).
        var isIdle = false
        /// For `to`: stays where it is (保持在, 控制在).
        var holds = false
        /// For `up` and `down`: names a growth, and is no verb (增速, 涨幅).
        var isRate = false
        /// For `during`: from a year until the document's own (1985年以来).
        var isSince = false
        /// For `time`: the day of the document (目前), which speaks for its own sentence only.
        var isNow = false
        /// For `time`: the year that the text tells of (本年), in a plan the document's own.
        var isTold = false
        /// 年均: an average of several years.
        var isAnnual = false
        /// For `during`: the end of the period is meant (“十五五”末).
        var atEnd = false
        /// For `rate` the tail of the unit, an index in `Grammar.unitTails`.
        var unitTail = 0

        /// Ends the name of something measured, so that members of a list can share it.
        var isHead: Bool { wordClass == .head || wordClass == .attribute }
    }

    let words: [Word]
    /// Of each word, on its own, since it is asked for at every word of a text.
    let classes: [WordClass]
    /// What `rate` words add to a unit (`/月`); the first is empty.
    let unitTails: [QuantityUnit]
    // What the rules of figures ask for, each list beside its rules; what several files ask for is static there.
    let countTerms = CountTerms()
    let exclusionTerms = ExclusionTerms()
    let listTerms = ListTerms()
    let nameTerms = NameTerms()
    let namingTerms = NamingTerms()
    let numberTerms = NumberTerms()
    let paceTerms = PaceTerms()
    let predicateTerms = PredicateTerms()
    let clauseTerms = ClauseTerms()
    let statementTerms = StatementTerms()
    let subjectTerms = SubjectTerms()
    let timeTerms = TimeTerms()
    let unsureTerms = UnsureTerms()
    let trie: WordTrie
    /// Those words of `trie` that make a figure without a number or announce targets: a sentence without them and without numbers
    /// has no figures.
    let tellingTrie: WordTrie
    /// Those that name a time: 今年, 上年末, “十五五”.
    let timeTrie: WordTrie
    let unitTrie: WordTrie
    let families: [UnitFamily]
    /// An adverb that says nothing of the number, for stretches of text that do as little (10月份).
    let idleAdverb: Int32
    /// For every unit whether a token may begin with it, and how.
    let openers: UnitOpeners
    /// Verbs of action, which part what is counted from what is done for it: 为500户家庭安装设施.
    let actionTrie: WordTrie

    init(_ lexicon: Lexicon) {
        var units: [(word: [UInt16], value: Int32)] = [], actions = units, names = units
        var words: [Word] = []
        var families: [UnitFamily] = []
        var unitTails = [QuantityUnit()]
        func insert(_ units: [UInt16], _ word: Word) {
            guard !units.isEmpty else { return }
            names.append((units, Int32(words.count)))
            words.append(word)
        }
        for entry in lexicon.words {
            if entry.wordClass == "measure-verb" { actions.append((SourceText.fold(entry.word), 1)) }
            guard let wordClass = WordClass(rawValue: entry.wordClass) else { continue }
            let word = SourceText.fold(entry.word)
            insert(word, Self.word(entry.word, word, wordClass, entry.value, &unitTails))
        }
        for plan in lexicon.plans {
            for name in [plan.name] + plan.aliases {
                let units = SourceText.fold(name)
                var word = Word(wordClass: .plan, length: units.count)
                (word.from, word.through) = (Int(plan.period.start), Int(plan.period.end))
                word.isDoubtful = units.count <= 2
                insert(units, word)
                word.isDoubtful = false
                insert([Unit.openQuote] + units + [Unit.closeQuote], word)
            }
        }
        for entry in lexicon.units {
            units.append((SourceText.fold(entry.unit), Int32(families.count)))
            families.append(UnitFamily(rawValue: entry.family) ?? .other)
        }
        self.words = words
        self.unitTails = unitTails
        classes = words.map(\.wordClass)
        idleAdverb = Int32(words.lastIndex { $0.wordClass == .adverb && !$0.isAnnual } ?? 0)
        self.families = families
        trie = WordTrie(names)
        tellingTrie = WordTrie(names.filter { word, number in
            switch words[Int(number)].wordClass {
            case .together, .outpace, .aim, .multiple: true
            case .before: word.count == 2 && (word[0] == "高" || word[0] == "超")  // 高于 超过
            default: false
            }
        })
        timeTrie = WordTrie(names.filter { [.time, .plan].contains(words[Int($1)].wordClass) })
        openers = UnitOpeners(trie, telling: tellingTrie)
        unitTrie = WordTrie(units)
        actionTrie = WordTrie(actions)
    }

    private static func word(
        _ text: String, _ units: [UInt16], _ wordClass: WordClass, _ value: String, _ unitTails: inout [QuantityUnit]
    ) -> Word {
        var word = Word(wordClass: wordClass, length: units.count)
        switch wordClass {
        case .before, .after: word.comparator = Comparator(rawValue: value)
        case .multiple: word.percent = Int(value)
        case .to:
            word.reaches = value == "reach" || units.count > 1 && (units.last == "到" || units.last == "至")
            word.isRatio = value == "ratio"
            word.isIdle = value == "ratio" || value == "idle"
            word.holds = units.count > 1 && units.last == "在"
        case .adverb:
            word.isAnnual =
                text.hasPrefix("年均") || text.hasSuffix("每年") || text.hasPrefix("每年平均") || text.hasPrefix("年平均") || text.hasPrefix("平均每年")
        case .rate:
            word.unitTail = unitTails.count
            unitTails.append(QuantityUnit(value.utf16))
        case .up, .down: word.isRate = units.last.map { rateEnds.contains($0) } ?? false
        case .during:
            word.atEnd = value == "end"
            word.isSince = value == "since"
        case .time, .plan:
            var ends: [Int] = []
            for part in value.split(separator: ".") { ends.append(Int(part) ?? 0) }
            (word.from, word.through) = (ends.first ?? 0, ends.last ?? 0)
            word.isNow = value == "now"
            word.isTold = value == "told"
            if word.isNow { (word.from, word.through) = (-1, -1) }
        default: break
        }
        return word
    }

    private static let rateEnds = UnitSet("速幅率度")
}

/// What kind of thing a unit measures.
enum UnitFamily: String, Sendable {
    case money, count, people, length, area, mass, volume, power, energy, time, percent, times, transport, computing
    case temperature, cloth, other, none
    /// No unit but the beginning of a noun: 家庭 in 两千家庭.
    case noun

    /// A measure word of Chinese that stands before the thing counted: 3个, 40条, 7万名.
    var isClassifier: Bool { self == .count || self == .people || self == .none }
}
