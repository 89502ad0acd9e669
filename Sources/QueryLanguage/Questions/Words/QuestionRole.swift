/// What a word of a question does in it, whatever it is about.
enum QuestionRole: Hashable, Sendable {
    /// What is asked for, a noun of the language.
    case noun(String)
    /// A kind of thing that rows have, by its property: which provinces, of each sector. Of places, their level where it is said.
    case dimension(String, level: String?)
    /// 哪些, 什么.
    case which
    /// 多少, 几.
    case amount
    /// 吗, 有没有.
    case whether
    /// 数量: how many, whatever stands beside it.
    case number
    /// 各, 每个, 按.
    case each
    /// 条, 项: counts statements where an amount is asked.
    case counter
    /// 高于 before its number.
    case before(Comparison)
    /// 以上 behind its number.
    case behind(Comparison)
    /// 之间, behind two numbers.
    case between
    /// 第二高.
    case nth(Int, descending: Bool)
    case highest(aspect: String?), lowest(aspect: String?)
    /// 最多: most rows, or the largest value.
    case most, fewest
    /// 前, 前几名: a number follows.
    case top, bottom
    case ranked(descending: Bool)
    case mean, total
    case growth, change
    /// 总量: how much it is, beside how it grows.
    case level
    /// 下降 before a number.
    case falling
    /// 完成: what was reached.
    case reached
    /// 完成情况: whether targets were met.
    case kept
    /// 没完成: targets of which this became.
    case outcome(String)
    /// 调整: whether targets became others from year to year.
    case revised
    /// A manner of naming a place without its name: 国家.
    case place(String)
    case without, with
    case except
    case compare, trend, overview
    /// 怎么, 如何: what is done about it.
    case how
    case mention
    case and, or
    /// 方面, 领域 behind the name of a sector.
    case aspectOf
    /// 之间 of years: 以来, 以前.
    case since, until
    /// 比 … 高.
    case than
    case high, low
    /// Says nothing about what is asked.
    case filler
    /// Targets that are tied to another growth: 同步, 跑赢.
    case tied(String)
    /// 将, 要: of what is still to come.
    case ahead
    /// 上调: the target is another than before, and which way.
    case moved(raised: Bool)
    /// 超额完成: met, and more.
    case surpassed
    /// 新增了, 不再提: of two documents what is new, or gone.
    case turn(isNew: Bool)
    /// 完成率: how many of the targets were met.
    case rate
    /// 区间: a target of two ends.
    case range
    /// 承诺: targets and measures alike.
    case promises
    /// 最早, 首次; 最近一次.
    case first, latest
    /// 什么时候: answered where it asks when something was said.
    case when
    /// 开始, behind 什么时候.
    case begins
    /// 几次: how often something is said.
    case times
    /// 没提: of documents that do not have it.
    case unmentioned
    /// 第几: the rank of one among all.
    case rank
    /// 北上广, 西南: several places in one word.
    case region(String)
    /// 我们: whose place is not said.
    case ours
    /// An everyday word for what has another name: 看病 for 医疗健康.
    case stands(for: String)
    /// 占比: of the name before it.
    case share
    /// 其中, 只看: of the rows that are shown.
    case goesOn
    /// 负增长.
    case sign(rises: Bool)
    /// A question that the language does not have.
    case unanswerable
}

extension QuestionRole {
    var isNoun: Bool { if case .noun = self { true } else { false } }
    /// 省, 领域: of a kind of thing.
    var isKind: Bool { if case .dimension = self { true } else { false } }
    var isRegion: Bool { if case .region = self { true } else { false } }
    var isStandIn: Bool { if case .stands = self { true } else { false } }
}
