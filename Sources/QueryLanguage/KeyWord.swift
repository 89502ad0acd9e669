import Lexicon

/// A property by its name: what stands before `:` and comparisons, and what `sort`, `select` and `by` take.
public struct KeyWord: Sendable {
    /// As columns and JSON name it.
    public var name: String
    /// The standard Chinese word first; it heads the column.
    public var chinese: [String]
    var aliases: [String]
    public var summary: String
    /// Where only these values exist, each with its Chinese words.
    public var values: [ClosedValue]

    public struct ClosedValue: Sendable {
        public var name: String
        public var chinese: [String]
    }

    init(_ name: String, _ chinese: [String], aliases: [String] = [], _ summary: String, values: [ClosedValue] = []) {
        self.name = name
        self.chinese = chinese
        self.aliases = aliases
        self.summary = summary
        self.values = values
    }

    public var words: [String] { [name] + aliases + chinese }

    static func named(_ word: String) -> KeyWord? {
        let word = word.lowercased()
        return all.first { $0.words.contains(word) }
    }

    func value(_ word: String) -> ClosedValue? {
        let word = word.lowercased()
        return values.first { $0.name == word || $0.chinese.contains(word) }
    }

    private static func closed(_ pairs: (String, [String])...) -> [ClosedValue] {
        pairs.map { ClosedValue(name: $0.0, chinese: $0.1) }
    }

    /// One line teaches the language a key.
    public static let all: [KeyWord] = [
        KeyWord("place", ["地区", "地方"], "the place it is of"),
        KeyWord("sector", ["领域", "行业"], "a sector, with those under it; `sector=` asks for the main one only"),
        KeyWord("sectors", ["各领域"], "all sectors of a statement that has several, the main one first"),
        KeyWord("indicator", ["指标"], "what a figure measures"),
        KeyWord("year", ["年份", "年"], "a year that its period covers"),
        KeyWord("period", ["时期", "期间"], "exactly this period: 2026, 十五五"),
        KeyWord(
            "kind", ["类型", "种类"], "target, actual or estimate",
            values: closed(("target", ["目标"]), ("actual", ["实际", "结果", "完成"]), ("estimate", ["预计"]))),
        KeyWord(
            "aspect", ["方面"], "level, growth or change",
            values: closed(("level", ["水平", "总量"]), ("growth", ["增速", "增长"]), ("change", ["增减", "变化"]))),
        KeyWord("value", ["值", "数值"], "the number, whatever its 万 or 亿: value>=4亿元"),
        KeyWord("high", ["上限"], "the upper end of a range"),
        KeyWord("unit", ["单位"], "the unit as written, or without 万 and 亿"),
        KeyWord(
            "comparator", ["界限"], "how the number bounds",
            values: closed(
                ("exactly", ["等于"]), ("about", ["左右"]), ("at-least", ["以上", "不低于"]), ("at-most", ["以内", "以下", "不超过"]),
                ("more", ["超过", "高于"]), ("less", ["低于", "不足"]), ("range", ["区间"]), ("sync", ["同步"]), ("outpace", ["快于"]))),
        KeyWord("reference", ["参照"], "what a 同步 or 高于 is tied to"),
        KeyWord("document", ["文档", "文件"], "the document, by id, name or part of its title"),
        KeyWord("goal", ["任务"], "the heading it stands under, by id or part of its title"),
        KeyWord("action", ["动词"], "the verb of a measure"),
        KeyWord("confidence", ["把握", "可信度"], "how far the reading can be trusted, from 0 to 1: confidence>=0.9"),
        KeyWord("text", ["原文", "文本"], "words of the source"),
        KeyWord("sentence", ["句子"], "the sentence around it, as the document has it"),
        KeyWord("line", ["行"], "the line of the document, from 1"),
        KeyWord("reason", ["缘由"], "after `| measures` and the like: what ties the row to those before it"),
        KeyWord("has", ["有"], "there is one: has:result, has:measures, has:goal"),
        KeyWord("no", ["无", "没有"], "there is none: no:result of a target that nothing answers, no:measures, no:sector"),
        KeyWord("wording", ["措辞"], "the indicator as the document words it"),
        KeyWord(
            "level", ["级别", "层级"], "of a place its level of government, of a goal 1 to 3",
            values: closed(
                ("nation", ["国家"]), ("province", ["省级"]), ("city", ["地级"]), ("county", ["县级"]), ("town", ["乡镇"]),
                ("village", ["村"]), ("unit", ["单位"]), ("1", []), ("2", []), ("3", []))),
        KeyWord("title", ["标题"], "words of the title"),
        KeyWord("name", ["名称", "名字"], "words of the name"),
        KeyWord("date", ["日期"], "the date, as exact as the document is"),
        KeyWord(
            "direction", ["方向"], "whether more is better",
            values: closed(("up", ["越高越好"]), ("down", ["越低越好"]), ("none", ["无"]))),
        KeyWord("id", ["编号"], "the short id"),
        KeyWord("key", ["键"], "the key that never changes"),
        KeyWord("target", ["目标值"], "comparator, number and unit of a target"),
        KeyWord("result", ["结果值"], "comparator, number and unit of a result"),
        KeyWord("figure", ["数据值"], "comparator, number and unit of a figure"),
        KeyWord("english", ["英文"], "the English name"),
        KeyWord("parent", ["上级"], "what it is part of"),
        KeyWord("path", ["路径"], "the file"),
        KeyWord("targets", ["目标数"], "how many targets"),
        KeyWord("results", ["结果数"], "how many results"),
        KeyWord("measures", ["举措数"], "how many measures"),
        KeyWord("problems", ["短板数"], "how many weaknesses"),
        KeyWord("documents", ["文档数"], "how many documents"),
        KeyWord("count", ["数量"], "how many rows"),
    ]
}
