import Documents
import KnowledgeGraph

/// Whether a figure speaks of the document's place and period as a whole, from the words around it.
struct FigureScope {
    private let graph: Graph
    private let figure: Int

    init(_ graph: Graph, _ figure: Int) {
        self.graph = graph
        self.figure = figure
    }

    /// True where nothing before the indicator narrows it (其中, 民营企业, 山区县) and the sentence neither compares years
    /// (比2020年的…), nor sums or averages them (累计, 年均), nor deals values out (分别).
    var isWhole: Bool {
        guard graph.figures.statement.sentence[figure] != noNode, let wording = graph.strings.string(graph.figures.wording[figure]) else {
            return false
        }
        let row = Int(graph.figures.statement.sentence[figure]), base = graph.documents.textStart[Int(graph.figures.statement.document[figure])]
        let start = Int(graph.sentences.start[row]), end = Int(graph.sentences.end[row])
        let before = folded(base + start..<base + Int(graph.figures.statement.end[figure]))
        guard let name = before.ranges(of: wording).last else { return false }
        let sentence = folded(base + start..<base + end)
        let words = folded(base + Int(graph.figures.statement.start[figure])..<base + Int(graph.figures.statement.end[figure]))
        guard !Self.parts.contains(where: { sentence.contains($0) }), !namesOtherYear(sentence),
              !Self.comparisons.contains(where: { words.hasPrefix($0) }),
              isOfItsTime(folded(lineStart(base + start)..<base + end)) else { return false }
        var clause = before[..<name.lowerBound]
        if let pause = clause.lastIndex(where: { Self.pauses.contains($0) }) { clause = clause[clause.index(after: pause)...] }
        return isPlain(clause)
    }

    /// A sentence of two years may have been read for the wrong one.
    private func namesOtherYear(_ sentence: String) -> Bool {
        let row = graph.figures.statement.period[figure]
        guard row != .max else { return true }
        let period = graph.periods.period[Int(row)]
        return sentence.ranges(of: "年").contains { range in
            let digits = sentence[..<range.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
            guard digits.count == 4, let year = Int(String(digits.reversed())) else { return false }
            return year < Int(period.start) || year > Int(period.end)
        }
    }

    /// Whether the paragraph, up to the end of the sentence, speaks of the figure's own time.
    private func isOfItsTime(_ text: String) -> Bool {
        if spansYears(text) || Self.longAgo.contains(where: { text.contains($0) }) { return false }
        let statements = graph.figures.statement
        let planned = graph.documents.year[Int(statements.document[figure])]
        // What a look back says is not of the year that the document plans for, and what is said of this year is.
        return !(statements.period[figure] == planned ? Self.past : Self.present).contains { text.contains($0) }
    }

    /// 近5年, 五年来: one to nine years, which 2025年 is not.
    private func spansYears(_ text: String) -> Bool {
        text.ranges(of: "年").contains { range in
            let before = text[..<range.lowerBound]
            guard let last = before.last, Self.years.contains(last) else { return false }
            return before.dropLast().last.map { !$0.isNumber && !Self.years.contains($0) && $0 != "〇" && $0 != "○" } ?? true
        }
    }

    private func lineStart(_ at: Int) -> Int {
        var i = at
        while i > graph.documents.textStart[Int(graph.figures.statement.document[figure])], graph.text[i - 1] != 0x0A { i -= 1 }
        return i
    }

    /// Whether a beginning of a clause holds words of time, place and intent alone.
    private func isPlain(_ clause: Substring) -> Bool {
        var rest = clause
        let place = graph.figures.statement.place[figure]
        let own = place == noNode ? "" : graph.strings[graph.places.name[Int(place)]]
        next: while let first = rest.first {
            if first.isNumber {
                rest = rest.dropFirst()
                continue
            }
            for word in [own] + Self.plain where !word.isEmpty && rest.hasPrefix(word) {
                rest = rest.dropFirst(word.count)
                continue next
            }
            return false
        }
        return true
    }

    private func folded(_ range: Range<Int>) -> String {
        String(decoding: SourceText.fold(String(decoding: graph.text[range], as: UTF8.self)), as: UTF16.self)
    }

    private static let pauses: Set<Character> = [",", ";", ":", "。", "!", "?", "\n"]
    private static let parts = [
        "分别", "累计", "年均", "平均每年", "其中", "季度", "上半年", "下半年", "月份", "以来", "可比", "不变价", "名义", "扣除", "原计划", "预算数", "能力",
    ]
    /// At the head of a paragraph, of all its sentences.
    private static let longAgo = ["以来", "累计", "“十"]
    private static let years = Set("两二三四五六七八九23456789")
    private static let past = ["过去", "去年", "回顾"]
    private static let present = ["今年", "本年", "明年"]
    private static let comparisons = ["比", "较", "由", "从", "高于", "低于"]
    private static let plain = [
        "年末", "年底", "年", "今年", "去年", "上年", "全年", "全国", "全省", "全市", "全区", "全镇", "全县", "我国", "我省", "我市", "我区", "我县", "本省", "本市", "地方",
        "预计", "实现", "完成", "达到", "力争", "确保", "预期", "目标", "是", "为", "到", "的", "使", "让", "以", "将", "要", "初步核算", "计划", "安排", "一",
        "二", "三", "四", "五", "六", "七", "八", "九", "〇", "零", "十", "○", "、",
    ]
}
