import Documents

/// How far long work is, told to whoever waits for it.
public enum Progress {
    /// Told now and then: what is done, how much of it is done, and how much there is. A type of its own, as `Rendering.Stop` is.
    public struct Watch: Sendable {
        public let note: @Sendable (Message, _ done: Int, _ total: Int) -> Void

        public init(_ note: @escaping @Sendable (Message, _ done: Int, _ total: Int) -> Void) { self.note = note }
    }

    @TaskLocal public static var watch: Watch?

    static func tell(_ doing: Message, _ done: Int, of total: Int) { watch?.note(doing, done, total) }
}

extension Message {
    static let sifting = Message("sifting rows", "筛选各行")
    static let tying = Message("finding what belongs together", "查找对应的内容")
    static let judging = Message("holding targets against results", "核对目标与结果")
    static let sorting = Message("sorting rows", "排序各行")
    static let grouping = Message("grouping rows", "分组各行")
    static let makingCells = Message("making the table", "生成表格")
    static let searchingText = Message("searching the text", "搜索文本")
}
