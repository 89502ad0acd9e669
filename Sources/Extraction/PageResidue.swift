import Documents

/// Tells the document apart from what its web page left around it, by form.
enum PageResidue {
    /// One role a paragraph: `.body`, `.residue` or `.glossary`.
    static func roles(_ text: SourceText, _ paragraphs: [Range<Int>]) -> [Outline.Role] {
        let units = text.units
        var roles = [Outline.Role](repeating: .body, count: paragraphs.count)
        let start = partStart(units, paragraphs, before: bodyStart(units, paragraphs))
        for i in 0..<start { roles[i] = .residue }
        var tail: Outline.Role?
        let half = units.count / 2
        for i in start..<paragraphs.count {
            let p = paragraphs[i]
            if p.lowerBound > half, tail != .residue {
                if isPageEnd(units, p) {
                    tail = .residue
                } else if tail == nil, opensGlossary(units, p, next: i + 1 < paragraphs.count ? paragraphs[i + 1] : nil) {
                    tail = .glossary
                    if i > start, attachments.begins(units, paragraphs[i - 1]), paragraphs[i - 1].count <= 6 { roles[i - 1] = .residue }
                }
            }
            if let tail {
                roles[i] = tail
            } else if isCaption(units, p) || pageWords.equals(units, p) || isRow(text, p) {
                roles[i] = .residue
            }
        }
        return roles
    }

    /// The first paragraph that is text or a heading, not title, byline, button or front matter.
    private static func bodyStart(_ units: [UInt16], _ paragraphs: [Range<Int>]) -> Int {
        var first = 0
        if let head = paragraphs.first, isRule(units, head),
           let close = paragraphs.dropFirst().prefix(40).firstIndex(where: { isRule(units, $0) }) {
            first = close + 1
        }
        for i in paragraphs.indices.dropFirst(first) {
            let p = paragraphs[i]
            if isCaption(units, p) { continue }
            if salutations.begins(units, p) || p.count >= 60 { return i }
            if let marker = HeadingMarker.read(units, p), marker.style != .dash, marker.level > 0 { return i }
            if p.count >= 20, units[p].contains(Unit.fullStop), !pageWords.begins(units, p) { return i }
            if i - first > 60 { break }
        }
        return first
    }

    /// The first line, of the few short ones above the text, that names its first part; the title above it is none.
    private static func partStart(_ units: [UInt16], _ paragraphs: [Range<Int>], before start: Int) -> Int {
        (max(1, start - 4)..<max(1, start)).first {
            DocumentParts.directionOfLine(units, paragraphs[$0]) != nil && !titles.occurs(in: units, paragraphs[$0])
        } ?? start
    }

    private static let titles = PhraseSet("关于 报告 通知 意见 方案 计划 要点 规划 纲要 汇报 讲话 解读 摘要")

    /// `---` around front matter.
    private static func isRule(_ units: [UInt16], _ p: Range<Int>) -> Bool {
        p.count >= 3 && units[p].allSatisfy { $0 == "-" }
    }

    /// A row of a table, with strokes between its cells: no sentence.
    private static func isRow(_ text: SourceText, _ p: Range<Int>) -> Bool {
        text.marks.places(from: p.lowerBound, to: p.upperBound).contains { text.units[$0] == stroke }
    }

    private static let stroke: UInt16 = "|"

    /// 本报记者…摄: a picture's caption.
    private static func isCaption(_ units: [UInt16], _ p: Range<Int>) -> Bool {
        guard p.count <= 80 else { return false }
        let trimmed = Unit.endsSentence(units[p.upperBound - 1]) ? p.lowerBound..<p.upperBound - 1 : p
        return captionEnds.ends(units, trimmed) && captionSigns.occurs(in: units, max(p.lowerBound, p.upperBound - 20)..<p.upperBound)
    }

    private static func isPageEnd(_ units: [UInt16], _ p: Range<Int>) -> Bool {
        if licences.begins(units, p) { return true }
        var from = p.lowerBound
        while from < p.upperBound, from < p.lowerBound + 3, !Unit.isHan(units[from]), !Unit.isLatin(units[from]) { from += 1 }
        return p.count <= 40 && pageEnds.begins(units, from..<p.upperBound)
    }

    private static func opensGlossary(_ units: [UInt16], _ p: Range<Int>, next: Range<Int>?) -> Bool {
        guard p.count <= 30 else { return false }
        if glossaryNouns.occurs(in: units, p), glossaryTails.occurs(in: units, p), !units[p].contains(Unit.fullStop) { return true }
        guard let next, glossaryTails.begins(units, p), p.count <= 4 else { return false }
        return units[next.lowerBound] == "[" || HeadingMarker.read(units, next)?.style == .digits
    }

    private static let salutations = PhraseSet("各位代表 同志们 各位委员 各位领导 各位同志 各位来宾 各位乡亲 代表们")
    private static let attachments = PhraseSet("附件 附表 附:")
    private static let captionEnds = PhraseSet("摄 供图 摄影 图片")
    private static let captionSigns = PhraseSet("记者 通讯员 供图 新华社 摄影")
    private static let licences = PhraseSet("本作品是 本作品在 注:中文维基 本文档来自")
    private static let pageEnds = PhraseSet("""
        相关报道 相关文章 相关文档 相关阅读 相关链接 相关附件 相关新闻 相关推荐 延伸阅读 责任编辑 责编: 编辑: 分享到 点赞 收藏 扫一扫 打印本页 关闭窗口 \
        点击图片 上一篇 下一篇 上一条 下一条 您的位置 Publicdomain Public 返回顶部 浏览量 网站地图 版权所有 主办单位 来源:
        """)
    private static let pageWords = PhraseSet("""
        下载 打印 全屏 收藏 分享 字号 【字号: 【字体: 加大 还原 减小 大 中 小 】 | × > 首页 附件 附件1 附件2 附件3 附件: 来源: 时间: 发布时间 浏览量 \
        责任编辑 微信 微博 关闭 打印本页 分享: 分享到: 分享到微信
        """)
    private static let glossaryNouns = PhraseSet("名词 术语 词语 用语")
    private static let glossaryTails = PhraseSet("解释 注释 说明 注解 释义")
}
