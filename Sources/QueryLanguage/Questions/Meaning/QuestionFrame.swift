import Documents
import KnowledgeGraph

/// What a question means, as slots that its words fill one by one: what is asked for, of what, when, where, compared with what, in
/// which order, counted or drawn how.
struct QuestionFrame {
    // MARK: what is asked for

    struct Noun {
        var name: String
        var text: String
        var at: Int
        var isJoined: Bool
        /// 哪些 before it.
        var isAsked = false
        /// 里, 中 behind it: where something is said.
        var isWhere = false
    }
    var nouns: [Noun] = []
    /// 哪些, 什么.
    var asks = false
    /// 什么, what: of names alone, what they are.
    var asksWhat = false
    /// 吗, 有没有.
    var whether = false
    /// 多少, 几: an amount, or how many.
    var amount = false
    var counts = false
    /// 多少个: of rows, or of what is measured.
    var countsLoosely = false
    /// 数量: of rows, whatever is measured.
    var countsRows = false
    /// 怎么, 怎么样, 提到, 承诺.
    var how = false
    var overview = false
    var mention = false
    var promises = false
    /// 促进, 治理: what is done.
    var deed = false
    /// 要, or a year to come.
    var ahead = false

    // MARK: of what

    /// A name that stands for sectors, indicators or both.
    struct Subject {
        var text: String
        var sectors: [NodeID]
        var indicators: [NodeID]
        var span: ByteSpan
        /// What was said where `text` is what it stands for.
        var said: String?
        /// It touches the name before it: both hold at once.
        var isCompound = false
        /// 和 before it: one of several.
        var isListed = false

        var spoken: String { said ?? text }
    }
    var subjects: [Subject] = []
    /// Words of the texts that nothing is named by.
    var texts: [String] = []
    /// 或: any of several words will do.
    var either = false
    /// 咖啡、茶叶: each name and word behind the first is one of a list.
    var isList = false
    /// Names as words, wherever they stand in a row; words of the text likewise.
    var loose = false
    var looseTexts = false
    /// Level, growth or change.
    var aspect: String?
    var saysLevel = false
    /// 占比: of its amounts the shares; 多少钱: the money.
    var unit: String?
    var presence: [(has: Bool, noun: String)] = []
    var presenceAt: Int?
    /// Where it is said that something is lacking.
    var denials: [Int] = []

    /// What each of the rows has or lacks: 有失业率目标, 没有CPI目标.
    struct Part {
        var has: Bool
        var frame: QuestionFrame
    }
    var parts: [Part] = []
    /// What it is asked of: places, sectors, documents.
    var partKind = ""
    /// Of places that have a report of that time: what has none lacks everything.
    var partsOfReports = false

    // MARK: when

    var years: [(low: Int?, high: Int?)] = []
    var plans: [String] = []
    /// Where times and 完成 are said.
    var timesAt: [Int] = []
    /// Since when, or until when, the amounts are so.
    enum Onset { case first, latest }
    var onset: Onset?

    // MARK: where

    var places: [NodeID] = []
    var notPlaces: [NodeID] = []
    /// 除了: the next place is left out.
    var excludes = false
    var level: String?
    /// Places behind 最高的是, about which only yes or no is asked.
    var supposed: [NodeID] = []
    /// 分别: of each place that was named.
    var apart = false

    // MARK: kinds of things

    /// What 哪些 asks for.
    var dimension: String?
    var asksDimension = false
    var countsDimension = false
    var each: [String] = []
    /// 各省 rather than 按省: all of them, which need not part what is asked.
    var eachIsAll = false
    /// Kinds of things named without a question: 目标最高的省.
    var mentioned: [String] = []

    // MARK: compared with what

    var conditions: [(Comparison, String)] = []
    /// A number with its unit that nothing stands before: 四万亿.
    var bareAmountAt: Int?
    /// 为, 是 before a number.
    var comparesAfter = false
    /// How targets are worded: 左右, 区间, 同步.
    var comparator: String?
    /// 5%左右.
    var saysAbout = false
    var reference: String?
    /// 下降 without a number.
    var falls = false
    /// 比去年高: whether the later is more, nil where only that they differ is asked; where it is said, and with which year.
    var moved: Bool?
    var movedAt: Int?
    var before: Int?
    var course: (old: Int, new: Int)?
    /// 这几年有没有下调: in any year of a span.
    var movesOver = false
    /// 低于全国: places held against the nation, whose amount is looked up.
    var against: (comparison: Comparison, place: NodeID, at: Int)?
    /// GDP目标高于财政收入目标: one indicator held against another, and where that is said.
    var versusAt: Int?
    /// 高 without what it is measured by.
    var comparativeAt: Int?
    var compares = false

    // MARK: targets and what became of them

    var reached = false
    var reachedAt: Int?
    /// 完成了.
    var reachedAlready = false
    var kept = false
    var outcome: String?
    /// 高于目标: how the result differs.
    var gap: Comparison?
    var rate = false
    var revised = false
    /// Of two documents only what is new, or gone.
    var turn: Message?

    // MARK: in which order, and what is made of the rows

    struct Superlative {
        var descending: Bool
        var ofRows = false
    }
    var superlative: Superlative?
    var superlativeAt: Int?
    /// 第二高: so many rows on.
    var nth: Int?
    var ranking: Bool?
    /// 最高和最低.
    var wantsBothEnds = false
    var limit: Int?
    /// 哪三个.
    var asked: Int?
    var limitAt: Int?
    var isTop = false
    var isBottom = false
    var function: String?
    var functionAt: Int?
    var trend = false
    /// What is asked of the sentences that hold the words.
    enum Saying { case first, latest, often, years, most, never }
    var saying: Saying?
    /// Words behind 没提, where others are mentioned before it.
    var denied: Set<String> = []
    /// Of the rows that are shown: 其中, 只看.
    var goesOn = false

    // MARK: the account

    /// What a word says is wanted, and where it stands.
    enum Said {
        case which, trend, compares, revised, how, kept, amount, growth, first, latest, when, begins, times, unmentioned, rank, who, goesOn
    }
    var said: [Said: Int] = [:]
    /// Words that nothing of the line comes from.
    var unused: [Int] = []
}

/// What several slots say together.
extension QuestionFrame {
    /// Something is named that rows are about.
    var isAbout: Bool { !subjects.isEmpty || !texts.isEmpty }
    var hasIndicators: Bool { subjects.contains { !$0.indicators.isEmpty } }
    var hasSectors: Bool { subjects.contains { !$0.sectors.isEmpty } }
    /// 哪些省, 目标最高的省.
    var kind: String? { dimension ?? mentioned.first }
    /// Amounts are spoken of.
    var isMeasured: Bool { amount || aspect != nil || !conditions.isEmpty || compares || trend }
    /// There is one name and nothing else: GDP, 什么是GDP.
    var isBare: Bool {
        subjects.count + places.count == 1 && texts.isEmpty && years.isEmpty && plans.isEmpty && (!asks || asksWhat) && !amount
            && conditions.isEmpty && dimension == nil
    }
    /// 十五五, 2026年: a time and nothing else.
    var isTimeAlone: Bool {
        years.count + plans.count == 1 && places.isEmpty && !isAbout && nouns.isEmpty && (!asks || asksWhat) && !whether && !counts
            && !isMeasured && superlative == nil && each.isEmpty && kind == nil && !how
            && !overview && !mention && !promises && !reached && !kept && level == nil
    }
    /// Where and when, and nothing is asked.
    var isPlaceAndTime: Bool {
        !places.isEmpty && years.count + plans.count == 1 && !isAbout && nouns.isEmpty && !asks && !whether && !counts && !isMeasured
            && superlative == nil && each.isEmpty
            && kind == nil
    }
    /// Targets, results or figures, and nothing else besides.
    func nouns(areOf names: Set<String>) -> Bool { nouns.allSatisfy { names.contains($0.name) } }
    func hasNoun(of names: Set<String>) -> Bool { nouns.contains { names.contains($0.name) } }
    static let amounts: Set = ["targets", "results", "figures"]
    static let sayings: Set = ["documents", "sentences"]
}
