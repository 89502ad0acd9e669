import Documents

/// A weakness admitted, as read, in units of the text.
public struct ProblemFound: Sendable, Hashable {
    public var range: Range<Int>
    /// Index in `Outline.headings` of the heading it stands under.
    public var heading: Int?
    /// Index in `Outline.paragraphs`.
    public var paragraph: Int
}

/// Reads the weaknesses that a document admits: in its paragraphs on difficulties and shortcomings, one problem for each group
/// of clauses between ； and 。; without the sentence that announces them and the promise to solve them.
public struct ProblemReader: Sendable {
    public init() {}

    public func read(_ text: SourceText, _ outline: Outline, _ parts: DocumentParts) -> [ProblemFound] {
        let units = text.units
        var found: [ProblemFound] = []
        var heading = 0
        for (i, paragraph) in outline.paragraphs.enumerated() {
            while heading < outline.headings.count, outline.headings[heading].range.lowerBound <= paragraph.range.lowerBound {
                heading += 1
            }
            guard parts.paragraphs[i] == .problems else { continue }
            var start = paragraph.range.lowerBound
            for k in paragraph.range {
                let ends = Unit.endsSentence(units[k]) || units[k] == Unit.semicolon || units[k] == Unit.colon
                guard ends || k == paragraph.range.upperBound - 1 else { continue }
                let group = trimmed(units, start..<(ends ? k : k + 1))
                // What stands before a colon announces what follows.
                if units[k] != Unit.colon, isWeakness(units, group) {
                    found.append(ProblemFound(range: group, heading: heading > 0 ? heading - 1 : nil, paragraph: i))
                }
                start = k + 1
            }
        }
        return found
    }

    /// Without 比如, 主要是, 二是, —— and what turns to the weaknesses (我们也清醒认识到).
    private func trimmed(_ units: [UInt16], _ group: Range<Int>) -> Range<Int> {
        var start = group.lowerBound
        if let turn = Words.turns.last(in: units, start..<min(group.upperBound, start + 60)) {
            start = turn + Words.turns.length(in: units, at: turn, end: group.upperBound)
        }
        trim: while start < group.upperBound {
            if units[start] == Unit.comma || units[start] == 0x2D { start += 1; continue }
            let link = Words.links.length(in: units, at: start, end: group.upperBound)
            if link > 0 { start += link; continue }
            if let marker = HeadingMarker.item(units, at: start, end: group.upperBound) { start = marker.end; continue }
            break trim
        }
        return start..<group.upperBound
    }

    private func isWeakness(_ units: [UInt16], _ group: Range<Int>) -> Bool {
        guard group.count >= 6, !Words.resolves.begins(units, group), !Words.remedies.occurs(in: units, group) else { return false }
        // 工作中还存在不少问题和不足: says that there are some, not which.
        if Words.amounts.occurs(in: units, group), Words.shortcomings.ends(units, group), group.count <= 45 { return false }
        return true
    }

    private enum Words {
        static let turns = PhraseSet("认识到 清醒认识 看到 意识到")
        static let links = PhraseSet("比如 例如 如 主要是 主要表现在 突出表现在 突出的是 特别是 同时 此外 另外 一方面 另一方面 还有 的是 , 第一 第二 第三 第四 第五")
        static let resolves = PhraseSet("""
            我们必须 我们要 我们将 我们一定 我们坚信 我们有信心 对此 对这些 对于这些 针对这些 面对这些 这些问题 要高度重视 必须高度 必须采取 一定要 以上问题 这些都 这些矛盾 \
            今后 下一步 在今后 在肯定 在看到 同志们 各位代表
            """)
        static let remedies = PhraseSet("加以解决 认真解决 着力解决 切实解决 予以解决 有力措施 决不辜负 绝不辜负 不辜负 直面问题 迎难而上 加以改进 问题也不容忽视 问题不容忽视 只要我们 艰巨任务 充分做好 坚决改进 努力改进 认真研究")
        static let amounts = PhraseSet("不少 一些 许多 诸多 很多 存在 面临 仍有")
        static let shortcomings = PhraseSet("问题 不足 困难 短板 挑战 困难和问题 问题和不足 困难和挑战 差距")
    }
}
