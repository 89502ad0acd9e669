import Documents

/// 讲三点意见, 抓好以下七个方面: the list that follows must have as many points.
struct CountCheck {
    let text: CheckedText

    func findings() -> [Finding] { text.paragraphs.indices.flatMap(announcements) }

    private func announcements(_ index: Int) -> [Finding] {
        let units = text.units, p = text.paragraphs[index]
        var found: [Finding] = []
        var i = p.lowerBound
        while i < p.upperBound {
            guard let (announced, next) = Self.number(units, i, p) else {
                i += 1
                continue
            }
            let from = i
            i = next
            let length = Self.counted.length(in: units, at: next, end: p.upperBound)
            guard announced >= 2, length > 0, !Self.refersBack(units, from, p),
                  let begin = listBegin(next + length, p, bare: length == 1)
            else { continue }
            let start = text.clauseStart(from, p.lowerBound)
            guard Self.cues.occurs(in: units, start..<from), !Self.views.occurs(in: units, start..<from) else { continue }
            guard let count = count(behind: begin, in: index, announced), count != announced else { continue }
            found.append(Finding(.count(announced: announced, found: count), at: text.source.span(start..<next + length)))
        }
        return found
    }

    /// 三, 两, 十四, 14; nil for part of a longer number and for 第三.
    private static func number(_ units: [UInt16], _ i: Int, _ p: Range<Int>) -> (value: Int, next: Int)? {
        if units[i] == "两" { return (2, i + 1) }
        if Unit.isDigit(units[i]) {
            var value = 0, end = i
            while end < p.upperBound, Unit.isDigit(units[end]), end - i < 4 {
                value = value * 10 + Int(units[end] - "0")
                end += 1
            }
            guard i == p.lowerBound || !Unit.isDigit(units[i - 1]) && units[i - 1] != 0x2E, end - i <= 2 else { return nil }
            return (value, end)
        }
        return HeadingMarker.numeral(units, at: i, end: p.upperBound)
    }

    /// 这两件, 上述三个, 第三点, “五个”: said before, or a name.
    private static func refersBack(_ units: [UInt16], _ at: Int, _ p: Range<Int>) -> Bool {
        guard at > p.lowerBound else { return false }
        return units[at - 1] == Unit.openQuote || units[at - 1] == Unit.openTitle || back.ends(units, p.lowerBound..<at)
    }

    /// Where the announced list begins: behind the stop or colon that the announcement runs up to; nil where it says more.
    /// A bare 个 needs the colon at once.
    private func listBegin(_ start: Int, _ p: Range<Int>, bare: Bool) -> Int? {
        let units = text.units
        for i in start..<min(p.upperBound, start + (bare ? 1 : 12)) {
            if units[i] == Unit.colon || units[i] == Unit.fullStop && !bare { return i + 1 }
            if units[i] == Unit.closeQuote || units[i] == Unit.closeTitle || text.endsClause(units[i]) { return nil }
            if units[i] == Unit.enumerationComma || units[i] == Unit.openParenthesis { return nil }
        }
        return p.upperBound - start < (bare ? 1 : 12) ? p.upperBound : nil
    }

    /// How many points stand behind the announcement; nil where no list begins there that counts from one.
    private func count(behind begin: Int, in index: Int, _ announced: Int) -> Int? {
        let units = text.units, p = text.paragraphs[index]
        if begin < p.upperBound {
            guard let first = HeadingMarker.read(units, begin..<p.upperBound) else { return nil }
            return first.number == 1 ? run(first, from: begin, index, announced) : nil
        }
        // The text ends with the announcement.
        guard index + 1 < text.paragraphs.count else { return 0 }
        for next in index + 1..<min(index + 3, text.paragraphs.count) {
            let q = text.paragraphs[next]
            guard let first = HeadingMarker.read(units, q), first.number > 0 else { continue }
            return first.number == 1 ? run(first, from: q.lowerBound, next, announced) : nil
        }
        return nil
    }

    /// How far the list counts that begins with `first`. Points inside a paragraph go on in it, and in later ones that begin
    /// with the next of them.
    private func run(_ first: HeadingMarker, from begin: Int, _ index: Int, _ announced: Int) -> Int {
        let inside = begin > text.paragraphs[index].lowerBound
        let kind = Self.kind(first, text.units)
        var last = 1
        for p in text.paragraphs[index...] {
            var goesOn = inside && p.contains(begin)
            for i in max(begin, p.lowerBound)..<p.upperBound where i > begin {
                let opens = i == p.lowerBound
                guard opens || goesOn && text.endsClause(text.units[i - 1]),
                      let marker = HeadingMarker.read(text.units, i..<p.upperBound), marker.number > 0 else { continue }
                if opens, marker.level < first.level { return last }
                guard Self.kind(marker, text.units) == kind else { continue }
                if marker.number == 1 { return last }
                guard marker.number > last, marker.number <= max(announced, last + 1) else { continue }
                last = marker.number
                if opens, marker.style == .item || marker.style == .ordinal || inside { goesOn = true }
            }
        }
        return last
    }

    private struct Kind: Equatable {
        var style: HeadingMarker.Style
        /// 是 and 要 count apart: 一是…：一要…，二要….
        var tail: UInt16
    }

    private static func kind(_ marker: HeadingMarker, _ units: [UInt16]) -> Kind {
        Kind(style: marker.style, tail: marker.style == .item ? units[marker.end - 1] : 0)
    }

    private static let counted = PhraseSet("""
        点意见 点要求 点希望 点建议 点体会 点看法 点想法 点打算 点说明 点感受 点认识 点 个方面 方面 个重点 项重点 项工作 项任务 项主要任务 项措施 项要求 \
        项举措 大任务 大重点 大举措 大工程 大行动 件大事 件实事 件事 个问题 个环节 个部分 部分 条意见 条要求 个
        """)
    private static let cues = PhraseSet("""
        以下 下面 下列 如下 讲 谈 提 强调 做好 抓好 抓了 抓住 主要有 主要是 任务有 任务是 工作有 把握 突出 重点在 重点抓 分为 分成 落实好 办好 注意 \
        处理好 实施 开展 推进
        """)
    /// A way of looking, not a list: 从四个方面看.
    private static let views = PhraseSet("从 由 在“ 围绕 通过")
    private static let back = PhraseSet("第 这 那 上述 以上 前 各 其他 其它 另 每 哪 几 上面 此 该 和 与 及 等")
}
