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

    /// Each line begins with the way that stays: the longest, for what is short says little of what two texts have in common.
    private static let lines = """
        企业 市场经济主体 市场主体 经营主体
        减轻负担 减负
        国有企业 国企
        民营企业 民企
        外商投资企业 外资企业 外企
        医疗保险 医保
        最低生活保障 低保
        新型农村合作医疗 新农合
        高等学校 高校 高等院校
        进城务工人员 农民工
        科学技术 科技
        研究开发 研发 研究与开发
        对外贸易 外贸
        环境保护 环保
        棚户区改造 棚改
        人民群众 群众 老百姓
        """

    /// By the first character, the longest first.
    private static let ways: [Character: [(word: String, own: String)]] = {
        let pairs = lines.split(separator: "\n").flatMap { line in
            let words = line.split(separator: " ").map(String.init)
            // What stays shields its parts: 人民群众 is not 人民人民群众.
            return words.map { (word: $0, own: words[0]) }
        }
        return Dictionary(grouping: pairs) { $0.word[$0.word.startIndex] }.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    }()
}
