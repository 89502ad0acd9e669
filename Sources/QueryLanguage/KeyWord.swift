import Documents
import Lexicon

/// A property by its name: what stands before `:` and comparisons, and what `sort`, `select` and `by` take.
public struct KeyWord: Sendable {
    /// As columns and JSON name it.
    public var name: String
    /// The standard Chinese word first; it heads the column.
    public var chinese: [String]
    var aliases: [String]
    public var summary: Message
    /// Where only these values exist, each with its Chinese words.
    public var values: [ClosedValue]

    public struct ClosedValue: Sendable {
        public var name: String
        public var chinese: [String]

        var term: Term { Term(name, Message(name, chinese.first ?? name)) }
    }

    init(_ name: String, _ chinese: [String], aliases: [String] = [], _ summary: Message, values: [ClosedValue] = []) {
        self.name = name
        self.chinese = chinese
        self.aliases = aliases
        self.summary = summary
        self.values = values
    }

    public var words: [String] { [name] + aliases + chinese }

    static func named(_ word: String) -> KeyWord? {
        let word = word.simplified.lowercased()
        let length = word.utf8.count
        func isSame(_ own: String) -> Bool { own.utf8.count == length && own.utf8.elementsEqual(word.utf8) }
        return all.first { isSame($0.name) || $0.aliases.contains(where: isSame) || $0.chinese.contains(where: isSame) }
    }

    func value(_ word: String) -> ClosedValue? {
        let word = word.simplified.lowercased()
        return values.first { $0.name == word || $0.chinese.contains(word) }
    }

    private static func closed(_ pairs: (String, [String])...) -> [ClosedValue] {
        pairs.map { ClosedValue(name: $0.0, chinese: $0.1) }
    }

    /// One line teaches the language a key.
    public static let all: [KeyWord] = [
        KeyWord("place", ["地区", "地方"], Message("the place it is of", "所属地区")),
        KeyWord(
            "sector", ["领域", "行业"],
            Message("a sector, with those under it; `sector=` asks for the main one only", "领域，连同其下各领域；`领域=`只查主领域")),
        KeyWord("sectors", ["各领域"], Message("all sectors of a statement that has several, the main one first", "属于几个领域的陈述的全部领域，主领域在前")),
        KeyWord("indicator", ["指标"], Message("what a figure measures", "数据所衡量的指标")),
        KeyWord("year", ["年份", "年"], Message("a year that its period covers", "时期所涵盖的某一年")),
        KeyWord("period", ["时期", "期间"], Message("exactly this period: 2026, 十五五", "正是这一时期：2026、十五五")),
        KeyWord(
            "kind", ["类型", "种类"], Message("target, actual or estimate", "目标、实际或预计"),
            values: closed(("target", ["目标"]), ("actual", ["实际", "结果", "完成"]), ("estimate", ["预计"]))),
        KeyWord(
            "aspect", ["方面"], Message("level, growth or change", "水平、增速或增减"),
            values: closed(("level", ["水平", "总量"]), ("growth", ["增速", "增长"]), ("change", ["增减", "变化"]))),
        KeyWord("value", ["值", "数值"], Message("the number, whatever its 万 or 亿: value>=4亿元, value:5..6", "数值，不论用万还是亿：值>=4亿元，值:5..6")),
        KeyWord("high", ["上限"], Message("the upper end of a range", "区间的上端")),
        KeyWord("unit", ["单位"], Message("the unit as written, or without 万 and 亿", "原文的单位，或去掉万、亿后的单位")),
        KeyWord(
            "comparator", ["界限"], Message("how the words bound the number: 以上 is at-least, of a fall too", "数如何限定：以上为at-least，下降亦然"),
            values: closed(
                ("exactly", ["等于"]), ("about", ["左右"]), ("at-least", ["以上", "不低于"]), ("at-most", ["以内", "以下", "不超过"]),
                ("more", ["超过", "高于"]), ("less", ["低于", "不足"]), ("range", ["区间"]), ("sync", ["同步"]), ("outpace", ["快于"]))),
        KeyWord("reference", ["参照"], Message("what a 同步 or 高于 is tied to", "同步或高于所参照的对象")),
        KeyWord("document", ["文档", "文件"], Message("the document, by id, name or part of its title", "文档：编号、名称或标题的一部分")),
        KeyWord("goal", ["任务"], Message("the heading it stands under, by id or part of its title", "所在标题：编号或标题的一部分")),
        KeyWord("action", ["动词"], Message("the verb of a measure", "举措的动词")),
        KeyWord(
            "confidence", ["把握", "可信度"], Message("how far the reading can be trusted, from 0 to 1: confidence>=0.9", "读得有多可靠，从0到1：把握>=0.9")),
        KeyWord("text", ["原文", "文本"], Message("words of the source", "原文中的词语")),
        KeyWord("sentence", ["句子"], Message("the sentence around it, as the document has it", "所在的句子，与文档一字不差")),
        KeyWord("snippet", ["片段"], Message("of a sentence, the part around the words", "句子中所查词语前后的部分")),
        KeyWord("statements", ["陈述数"], Message("how many figures, measures and weaknesses a sentence has", "句中数据、举措和短板有多少")),
        KeyWord("line", ["行"], Message("the line of the document, from 1", "文档的第几行，从1数起")),
        KeyWord(
            "reason", ["缘由"], Message("after `| measures` and the like: what ties the row to those before it", "在`| 举措`等之后：该行与前面各行因何相连")),
        KeyWord("has", ["有"], Message("there is one: has:result, has:measures, has:goal", "有：有:结果、有:举措、有:任务")),
        KeyWord(
            "no", ["无", "没有"],
            Message("there is none: no:result of a target that nothing answers, no:measures, no:sector", "没有：无:结果（目标没有对应的结果）、无:举措、无:领域")),
        KeyWord("wording", ["措辞"], Message("the indicator as the document words it", "文档对该指标的措辞")),
        KeyWord(
            "level", ["级别", "层级"], Message("of a place its level of government, of a goal 1 to 3", "地区的行政级别；任务的层级1至3"),
            values: closed(
                ("nation", ["国家"]), ("province", ["省级"]), ("city", ["地级"]), ("county", ["县级"]), ("town", ["乡镇"]),
                ("village", ["村"]), ("unit", ["单位"]), ("1", []), ("2", []), ("3", []))),
        KeyWord("title", ["标题"], Message("words of the title", "标题中的词语")),
        KeyWord("name", ["名称", "名字"], Message("words of the name", "名称中的词语")),
        KeyWord("date", ["日期"], Message("the date, as exact as the document is", "日期，精确程度与文档相同")),
        KeyWord(
            "direction", ["方向"], Message("whether more is better", "是否越高越好"),
            values: closed(("up", ["越高越好"]), ("down", ["越低越好"]), ("none", ["无"]))),
        KeyWord("id", ["编号"], Message("the short id", "短编号")),
        KeyWord("key", ["键"], Message("the key that never changes", "永不改变的键")),
        KeyWord("target", ["目标值"], Message("comparator, number and unit of a target", "目标的界限、数和单位")),
        KeyWord("result", ["结果值"], Message("comparator, number and unit of a result", "结果的界限、数和单位")),
        KeyWord("reported", ["报告结果"], Message("of a target, the result that answers it", "目标所对应的结果")),
        KeyWord("gap", ["差距"], Message("result less target, in the target's unit", "结果减目标，用目标的单位")),
        KeyWord(
            "outcome", ["兑现情况", "成败"], Message("what became of a target", "目标的兑现情况"),
            values: closed(
                ("met", ["完成", "达到", "已完成"]), ("near", ["基本完成"]), ("missed", ["未完成", "没完成"]), ("said-met", ["称已完成"]),
                ("said-missed", ["称未完成"]), ("unreported", ["未见报告", "未报告"]),
                ("pending", ["尚无报告", "未到期"]), ("unclear", ["无从判断"]))),
        KeyWord("change", ["变化"], Message("after `diff` and `changes`: what became of it", "在“比照”“变化”之后：有何变化")),
        KeyWord("answer", ["对应结果"], Message("the id of the result that answers a target", "与目标对应的结果的编号")),
        KeyWord("figure", ["数据值"], Message("comparator, number and unit of a figure", "数据的界限、数和单位")),
        KeyWord("english", ["英文"], Message("the English name", "英文名称")),
        KeyWord("parent", ["上级"], Message("what it is part of", "所属的上一级")),
        KeyWord("path", ["路径"], Message("the file", "文件路径")),
        KeyWord("targets", ["目标数"], Message("how many targets", "目标有多少")),
        KeyWord("results", ["结果数"], Message("how many results", "结果有多少")),
        KeyWord("measures", ["举措数"], Message("how many measures", "举措有多少")),
        KeyWord("problems", ["短板数"], Message("how many weaknesses", "短板有多少")),
        KeyWord("places", ["见于"], Message("the places that speak of it most", "谈及最多的地区")),
        KeyWord("documents", ["文档数"], Message("how many documents", "文档有多少")),
        KeyWord("sum", ["合计"], Message("after `sum`: the sum of the group", "在“合计”之后：该组之和")),
        KeyWord("mean", ["平均"], Message("after `mean`: the mean of the group", "在“平均”之后：该组的平均数")),
        KeyWord("min", ["最小"], Message("after `min`: the least of the group", "在“最小”之后：该组的最小值")),
        KeyWord("max", ["最大"], Message("after `max`: the greatest of the group", "在“最大”之后：该组的最大值")),
        KeyWord("count", ["数量"], Message("how many rows", "行数")),
        KeyWord("time", ["时间"], Message("after `history`: when a line was typed", "在“历史”之后：输入的时间")),
        KeyWord("rows", ["行数"], Message("after `history`: the rows of its answer", "在“历史”之后：答案的行数")),
        KeyWord("ms", ["毫秒"], Message("after `history`: how long it took", "在“历史”之后：用时")),
        KeyWord("exit", ["退出码"], Message("after `history`: what it failed with, or 0", "在“历史”之后：失败的代码，或0")),
        KeyWord("way", ["路"], Message("after `path`: which of the ways, from 1", "在“路径”之后：第几条路，从1数起")),
        KeyWord(
            "relation", ["关系", "经由"], Message("after `path`, `links`, `neighbors`: how two nodes are tied", "在“路径”“链接”“邻接”之后：两个节点因何相连")),
        KeyWord("node", ["节点"], Message("after `path` and `links`: where the step leads", "在“路径”“链接”之后：这一步到哪里")),
        KeyWord("nodes", ["邻居"], Message("after `neighbors`: the first of them", "在“邻接”之后：其中前几个")),
        KeyWord("field", ["字段"], Message("after `why`: the property that is explained", "在“为何”之后：所说明的属性")),
        KeyWord("words", ["依据"], Message("after `why`: the words that gave it", "在“为何”之后：依据哪些词")),
        KeyWord("where", ["位置"], Message("after `why`: line and column of the words", "在“为何”之后：这些词的行和列")),
        KeyWord("rule", ["规则"], Message("after `why`: the rule", "在“为何”之后：依据的规则")),
        KeyWord("lexicon", ["词典"], Message("after `why`: the line of the lexicon", "在“为何”之后：词库的哪一行")),
        KeyWord("source", ["出处"], Message("after `lint`: document and line", "在“校核”之后：文档和行")),
        KeyWord("check", ["检查"], Message("after `lint`: which check", "在“校核”之后：哪一项检查")),
        KeyWord("finding", ["发现"], Message("after `lint`: what does not agree", "在“校核”之后：何处不符")),
    ]
}
