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
        let statements = graph.figures.statement
        guard statements.sentence[figure] != noNode, let wording = graph.strings.string(graph.figures.wording[figure]) else { return false }
        let row = Int(statements.sentence[figure]), base = graph.documents.textStart[Int(statements.document[figure])]
        let start = base + Int(graph.sentences.start[row]), end = base + Int(graph.sentences.end[row]),
            figureEnd = base + Int(statements.end[figure])
        guard start < figureEnd, start < end else { return false }
        let before = graph.folded(start..<figureEnd), name = Array(wording.utf16)
        guard let place = Self.last(name, in: before) else { return false }
        let sentence = graph.folded(start..<end), signs = Self.words.signs(in: sentence)
        guard !signs.contains(where: { $0.kind == Sign.part.rawValue }), !namesOtherYear(sentence, signs) else { return false }
        let words = graph.folded(graph.textRange(ofFigure: figure))
        guard !Self.comparisons.contains(where: { words.starts(with: $0) }) else { return false }
        let line = lineStart(start)
        guard line == start ? isOfItsTime(sentence, signs) : isOfItsTime(graph.folded(line..<end)) else { return false }
        return isPlain(before[ClauseEnd.lastClause(before, before: place)..<place])
    }

    /// Where a name stands last.
    private static func last(_ name: [UInt16], in text: [UInt16]) -> Int? {
        guard !name.isEmpty, text.count >= name.count else { return nil }
        return (0...text.count - name.count).last { text[$0] == name[0] && text[$0..<$0 + name.count].elementsEqual(name) }
    }

    /// A sentence of two years may have been read for the wrong one.
    private func namesOtherYear(_ sentence: [UInt16], _ signs: [SignWords.Sign]) -> Bool {
        let row = graph.figures.statement.period[figure]
        guard row != .max else { return true }
        let period = graph.periods.period[Int(row)]
        return signs.contains { sign in
            guard sign.kind == Sign.year.rawValue else { return false }
            let digits = sentence[..<sign.start].reversed().prefix(5).prefix { $0.isDigit }
            guard digits.count == 4 else { return false }
            let year = digits.reversed().reduce(0) { $0 * 10 + Int($1) - 0x30 }
            return year < Int(period.start) || year > Int(period.end)
        }
    }

    private func isOfItsTime(_ line: [UInt16]) -> Bool { isOfItsTime(line, Self.words.signs(in: line)) }

    /// Whether the paragraph, up to the end of the sentence, speaks of the figure's own time.
    private func isOfItsTime(_ line: [UInt16], _ signs: [SignWords.Sign]) -> Bool {
        let statements = graph.figures.statement
        // What a look back says is not of the year that the document plans for, and what is said of this year is.
        let other = statements.period[figure] == graph.documents.year[Int(statements.document[figure])] ? Sign.past : .present
        return !signs.contains { sign in
            sign.kind == Sign.longAgo.rawValue || sign.kind == other.rawValue
                || sign.kind == Sign.year.rawValue && Self.spansYears(line, sign.start)
        }
    }

    /// 近5年, 五年来: one to nine years, which 2025年 is not.
    private static func spansYears(_ text: [UInt16], _ year: Int) -> Bool {
        guard year > 0, years.contains(text[year - 1]) else { return false }
        guard year > 1 else { return true }
        let before = text[year - 2]
        return !before.isNumber && !years.contains(before) && !zeros.contains(before)
    }

    private func lineStart(_ at: Int) -> Int {
        let least = graph.documents.textStart[Int(graph.figures.statement.document[figure])]
        var end = at
        // Most lines begin near.
        while end > least {
            let low = max(least, end - 256)
            if let newline = graph.text[low..<end].lastIndex(of: 0x0A) { return newline + 1 }
            end = low
        }
        return least
    }

    /// Whether a beginning of a clause holds words of time, place and intent alone.
    private func isPlain(_ clause: ArraySlice<UInt16>) -> Bool {
        if clause.isEmpty { return true }
        var rest = clause
        let place = graph.figures.statement.place[figure]
        let own = place == noNode ? [] : Array(graph.strings[graph.places.name[Int(place)]].utf16)
        next: while let first = rest.first {
            if first.isNumber {
                rest = rest.dropFirst()
                continue
            }
            if !own.isEmpty, rest.starts(with: own) {
                rest = rest.dropFirst(own.count)
                continue
            }
            for word in Self.plain where rest.starts(with: word) {
                rest = rest.dropFirst(word.count)
                continue next
            }
            return false
        }
        return true
    }

    /// Kinds of words, in the order of their lists in `words`.
    private enum Sign: Int { case part, longAgo, past, present, year }

    private static let words = SignWords([parts, longAgo, past, present, ["年"]])
    private static let parts = [
        "分别", "累计", "年均", "平均每年", "其中", "季度", "上半年", "下半年", "月份", "以来", "可比", "不变价", "名义", "扣除", "原计划", "预算数", "能力",
    ]
    /// At the head of a paragraph, of all its sentences.
    private static let longAgo = ["以来", "累计", "“十"]
    private static let years = Set("两二三四五六七八九23456789".utf16), zeros = Set("〇○".utf16)
    private static let past = ["过去", "去年", "回顾"]
    private static let present = ["今年", "本年", "明年"]
    private static let comparisons = ["比", "较", "由", "从", "高于", "低于"].map { Array($0.utf16) }
    private static let plain = [
        "年末", "年底", "年", "今年", "去年", "上年", "全年", "全国", "全省", "全市", "全区", "全镇", "全县", "我国", "我省", "我市", "我区", "我县", "本省", "本市", "地方",
        "预计", "实现", "完成", "达到", "力争", "确保", "预期", "目标", "是", "为", "到", "的", "使", "让", "以", "将", "要", "初步核算", "计划", "安排", "一",
        "二", "三", "四", "五", "六", "七", "八", "九", "〇", "零", "十", "○", "、",
    ].map { Array($0.utf16) }
}
