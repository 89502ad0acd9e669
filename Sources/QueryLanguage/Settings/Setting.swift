import Documents

/// Something that `set` changes for this session.
public struct Setting: Sendable {
    public var name: String
    public var chinese: [String]
    public var summary: Message
    /// What it is unless set.
    public var standard: String
    public var values: Values

    public enum Values: Sendable {
        /// One of these words, each with what it means.
        case words([(word: String, meaning: Message)])
        /// A number within the range, or one of the words.
        case number(ClosedRange<Int>, or: [(word: String, meaning: Message)])
        case text

        var words: [(word: String, meaning: Message)] {
            switch self {
            case .words(let words), .number(_, let words): words
            case .text: []
            }
        }
    }

    /// One entry teaches the program a setting; what reads it asks `Settings` for its value.
    public static let all = [
        Setting(
            name: "lang", chinese: ["语言"], summary: Message("the language of messages, headings and help", "提示、表头和帮助的语言"),
            standard: "auto",
            values: .words([
                ("auto", Message("that of --lang or of the locale", "--lang或区域设置的语言")), ("en", Message("English", "英文")),
                ("zh", Message("Chinese", "中文")),
            ])),
        Setting(
            name: "color", chinese: ["颜色", "colour"], summary: Message("whether answers are coloured", "答案是否带颜色"), standard: "auto",
            values: .words([
                ("auto", Message("on a terminal that shows colours", "终端支持颜色时")), ("always", Message("always", "总是")),
                ("never", Message("never", "从不")),
            ])),
        Setting(
            name: "width", chinese: ["宽度"], summary: Message("cells of a line of an answer", "答案每行的宽度（格）"), standard: "auto",
            values: .number(20...10_000, or: [("auto", Message("that of the terminal", "终端的宽度"))])),
        Setting(
            name: "ambiguous", chinese: ["双宽"],
            summary: Message("cells of “ ” … ≥, which terminals draw narrow or wide", "“”…≥等字符占几格，各终端不同"), standard: "auto",
            values: .words([
                ("auto", Message("as GANGMU_AMBIGUOUS_WIDTH says, else 1", "依GANGMU_AMBIGUOUS_WIDTH，否则1")),
                ("1", Message("one", "一格")), ("2", Message("two", "两格")),
            ])),
        Setting(
            name: "rows", chinese: ["行数"], summary: Message("the most rows of a table that are shown on a terminal", "终端上一张表最多显示的行数"),
            standard: "all", values: .number(1...1_000_000, or: [("all", Message("all of them", "全部"))])),
        Setting(
            name: "format", chinese: ["默认格式"], summary: Message("how tables are written where no `| as` says it", "没有`| 格式`时表的写法"),
            standard: "table",
            values: .words(OutputFormat.allCases.map { ($0.rawValue, Message($0.rawValue, $0.words.first ?? $0.rawValue)) })),
        Setting(
            name: "bom", chinese: ["字节序标记"],
            summary: Message(
                "whether a CSV file that is saved begins with a byte order mark, by which Excel knows Chinese",
                "存成的CSV文件是否以字节序标记开头，Excel靠它认出中文"), standard: "on", values: onOrOff),
        Setting(
            name: "pager", chinese: ["分页"],
            summary: Message(
                "whether answers larger than the terminal go through $GANGMU_PAGER, $PAGER or less", "答案超过一屏时是否用$GANGMU_PAGER、$PAGER或less翻页"
            ),
            standard: "on", values: onOrOff),
        Setting(
            name: "hyperlinks", chinese: ["链接"],
            summary: Message("whether names of source files are links that the terminal opens", "来源文件名是否为终端可打开的链接"), standard: "auto",
            values: .words([
                ("auto", Message("on a terminal known to have them", "已知终端支持时")), ("on", Message("on any terminal", "任何终端")),
                ("off", Message("never", "从不")),
            ])),
        Setting(
            name: "timing", chinese: ["计时"], summary: Message("whether each answer tells how long it took", "是否显示每个答案的用时"),
            standard: "off", values: onOrOff),
        Setting(
            name: "hints", chinese: ["提示"], summary: Message("whether a line shows in dim text how it may go on", "是否以淡色显示一行可能的下文"),
            standard: "on", values: onOrOff),
        Setting(
            name: "recall", chinese: ["历史范围"],
            summary: Message("which lines Up, hints and `history` know", "上箭头、提示和`历史`所知的输入"), standard: "project",
            values: .words([
                ("project", Message("those typed over the same documents", "对同一批文档输入的")), ("all", Message("all", "全部")),
            ])),
        Setting(
            name: "prompt", chinese: ["提示符"], summary: Message("what stands before the line that is typed", "输入行之前的文字"),
            standard: "纲目> ", values: .text),
    ]

    private static let onOrOff = Values.words([("on", Message("yes", "开")), ("off", Message("no", "关"))])

    public var words: [String] { [name] + chinese }

    static func named(_ word: String) -> Setting? {
        let word = word.simplified.lowercased()
        return all.first { $0.words.contains(word) }
    }

    /// Words that give a setting its standard value back.
    static let reset = ["default", "缺省", "默认"]

    /// The standard form of a value; nil where it cannot be one.
    func value(_ word: String) -> String? {
        if Self.reset.contains(word.lowercased()) { return standard }
        let typed = word.lowercased()
        if let known = values.words.first(where: {
            $0.word == typed || $0.meaning.chinese == word || $0.meaning.english.lowercased() == typed
        }) {
            return known.word
        }
        // As other programs have it.
        let others = [
            "on": ["always"], "off": ["never"], "true": ["on", "always"], "false": ["off", "never"], "自动": ["auto"], "全部": ["all"],
        ]
        if let known = values.words.first(where: { others[typed]?.contains($0.word) == true }) { return known.word }
        switch values {
        case .words: return nil
        case .number(let range, _): return Int(word).flatMap { range.contains($0) ? String($0) : nil }
        case .text: return String(String.UnicodeScalarView(word.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        }
    }

    /// What can be given, in a few words: `auto, en, zh`.
    var choices: Message {
        let words = values.words.map(\.word)
        return switch values {
        case .words: Message(words.joined(separator: ", "), words.joined(separator: "、"))
        case .number(let range, _):
            Message(
                (words + ["\(range.lowerBound) to \(range.upperBound)"]).joined(separator: ", "),
                (words + ["\(range.lowerBound)到\(range.upperBound)"]).joined(separator: "、"))
        case .text: Message("any text", "任意文字")
        }
    }
}

/// The settings of a session.
public struct Settings: Sendable, Hashable {
    private var changed: [String: String] = [:]

    public init() {}

    public subscript(name: String) -> String {
        get { changed[name] ?? Setting.named(name)?.standard ?? "" }
        set { changed[name] = newValue }
    }

    public func isChanged(_ name: String) -> Bool { changed[name].map { $0 != Setting.named(name)?.standard } ?? false }

    /// The number of a setting; nil where it is a word such as `auto`.
    public func number(_ name: String) -> Int? { Int(self[name]) }

    /// All settings, or one with what each of its values means.
    func table(of setting: Setting?) -> Table {
        func table(_ columns: [Column], _ rows: [[Cell]]) -> Table { Table(columns: columns, rows: rows, nodes: rows.map { _ in nil }) }
        guard let setting else {
            return table(
                [
                    Column(key: "setting", chinese: "设置"), Column(key: "value", chinese: "值"),
                    Column(key: "values", chinese: "可取的值", shrink: 1), Column(key: "meaning", chinese: "含义", shrink: 2),
                ],
                Setting.all.map { setting in
                    let name = Term(setting.name, Message(setting.name, setting.chinese[0]))
                    return [.term(name), .text(self[setting.name]), .text(setting.choices.text), .text(setting.summary.text)]
                })
        }
        var rows: [[Cell]] = [[.text(setting.name), .text(self[setting.name]), .text(setting.summary.text)]]
        for (word, meaning) in setting.values.words { rows.append([.empty, .text(word), .text(meaning.text)]) }
        if case .number = setting.values, let range = setting.choices.text.split(whereSeparator: { ",、".contains($0) }).last {
            rows.append([.empty, .text(range.trimmingPrefix(while: \.isWhitespace).description), .empty])
        }
        return table(
            [
                Column(key: "setting", chinese: "设置"), Column(key: "value", chinese: "值"),
                Column(key: "meaning", chinese: "含义", shrink: 1),
            ], rows)
    }
}
