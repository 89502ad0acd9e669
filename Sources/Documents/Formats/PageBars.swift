/// The bars that sites put around their texts: 字号：大 中 小, 打印, 分享到, 上一篇.
enum PageBars {
    /// The paragraph without the parts that belong to a bar; itself where it is prose or has none.
    static func without(_ paragraph: [UInt8]) -> [UInt8] {
        guard paragraph.count <= longest, !isProse(paragraph) else { return paragraph }
        let text = String(decoding: paragraph, as: UTF8.self)
        if whole.contains(where: { text.hasPrefix($0) }) || headings.contains(text) { return [] }
        guard words.contains(where: { text.contains($0) }) else { return paragraph }
        let kept = text.split(whereSeparator: { " \u{3000}|\u{A0}".contains($0) }).filter { part in
            part.count > 1 && !words.contains { part.contains($0) }
        }
        return Array(kept.joined(separator: " ").utf8)
    }

    /// Has a full stop, as bars have not.
    static func isProse(_ paragraph: [UInt8]) -> Bool {
        paragraph.indices.dropLast(2).contains { paragraph[$0] == 0xE3 && paragraph[$0 + 1] == 0x80 && paragraph[$0 + 2] == 0x82 }
    }

    /// Bytes; bars are short.
    private static let longest = 300
    private static let whole = ["当前位置", "您当前的位置", "您的位置", "您现在的位置", "所在位置", "上一篇", "下一篇", "上一条", "下一条", "分享到", "分享：", "扫一扫"]
    private static let headings: Set = ["附件", "附件：", "附件:", "相关附件", "相关附件：", "相关链接", "相关链接：", "相关阅读", "相关文件", "分享", "返回顶部"]
    private static let words = [
        "字号：", "字号:", "字体：", "字体:", "字体大小", "【字体", "【字号", "打印本页", "【打印", "打印】", "关闭窗口", "关闭本页", "【关闭", "关闭】", "浏览次数", "浏览量", "阅读次数", "点击数",
        "点击率",
        "访问次数", "收藏本页", "返回顶部", "无障碍阅读", "扫一扫", "分享到", "语音播报", "打印", "我要纠错",
    ]
}
