/// Words that say the same in documents of different years: 经营主体 of 2024 are 市场主体 of 2020, and 基本医疗保险 is 医保.
enum SameWords {
    /// The text with one way to say it for each.
    static func unified(_ text: String) -> String {
        var result = "", rest = Substring(text)
        while let first = rest.first {
            if let (word, own) = ways[first]?.first(where: { rest.hasPrefix($0.word) }) {
                result += own
                rest = rest.dropFirst(word.count)
            } else {
                result.append(first)
                rest.removeFirst()
            }
        }
        return result
    }

    /// Each line begins with the way that stays. Of 减轻企业负担 one word goes, so that it is as 为企业减负.
    private static let lines = """
        企业 市场经济主体 市场主体 经营主体
        减负 负担
        - 减轻
        国企 国有企业
        民企 民营企业
        外企 外商投资企业 外资企业
        医保 基本医疗保险 医疗保险
        低保 最低生活保障
        新农合 新型农村合作医疗
        高校 高等学校 高等院校
        农民工 进城务工人员
        科技 科学技术
        研发 研究开发 研究与开发
        外贸 对外贸易
        环保 环境保护
        棚改 棚户区改造
        群众 人民群众 老百姓
        """

    /// By the first character, the longest first.
    private static let ways: [Character: [(word: String, own: String)]] = {
        let pairs = lines.split(separator: "\n").flatMap { line in
            let words = line.split(separator: " ").map(String.init)
            return words.dropFirst().map { (word: $0, own: words[0] == "-" ? "" : words[0]) }
        }
        return Dictionary(grouping: pairs) { $0.word[$0.word.startIndex] }.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    }()
}
