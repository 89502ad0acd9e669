/// Of `explain`: what a part of a line means.
extension Message {
    static let readKept = Message("the rows are kept under this name", "结果记在这个名称下")
    static let readAny = Message("any of these holds", "满足其中之一")
    static let readNot = Message("this must not hold", "不得满足")
    static func readGiven(rows: Int, noun: String?) -> Message {
        let name = noun.map { Noun.chineseName(of: $0) } ?? "行"
        return Message("the \(rows) \(noun ?? "rows") that are there", "已有的\(rows)条\(name)")
    }
    static func readReach(_ noun: String) -> Message {
        Message("the \(noun) that the rows are tied to", "与这些行相连的\(Noun.chineseName(of: noun))")
    }
    static func readYears(_ low: Int?, _ high: Int?) -> Message {
        switch (low, high) {
        case (let low?, let high?) where low == high: Message("the period covers \(low)", "时期涵盖\(low)年")
        case (let low?, let high?): Message("the period overlaps \(low) to \(high)", "时期与\(low)至\(high)年相交")
        case (let low?, nil): Message("the period reaches \(low) or later", "时期到\(low)年或以后")
        case (nil, let high?): Message("the period begins in \(high) or before", "时期始于\(high)年或以前")
        case (nil, nil): Message("any period", "任何时期")
        }
    }
    static func readPhrase(_ words: String) -> Message { Message("‘\(words)’ stands in the text", "原文中有“\(words)”") }
    static func readWithin(_ word: String, rows: Int) -> Message {
        Message("among the \(rows) rows of \(word), or of one of them", "属于\(word)的\(rows)行，或与之相连")
    }
    static func readKey(_ key: String, _ value: String) -> Message {
        Message("\(key) is or holds ‘\(value)’", "\(KeyWord.chineseName(of: key))是或含有“\(value)”")
    }
    static func readPlace(_ name: String, level: String?) -> Message {
        Message("place \(name)\(level.map { " (\($0))" } ?? "")", "地区：\(name)")
    }
    static func readSector(_ name: String, code: String, under: Int) -> Message {
        Message(
            "sector \(name) (\(code))" + (under > 0 ? " with the \(under) under it" : ""),
            "领域：\(name)（\(code)）" + (under > 0 ? "，含其下\(under)个" : ""))
    }
    static func readIndicator(_ name: String, figures: Int) -> Message {
        Message("indicator \(name), \(figures) \(figures == 1 ? "figure" : "figures")", "指标：\(name)，\(figures)条数据")
    }
    static func readPeriod(_ name: String) -> Message { Message("period \(name)", "时期：\(name)") }
}
