/// What the language says of one of its words; help, completion and did-you-mean all read it here.
public struct Description: Sendable {
    /// The standard English word, as commands are printed.
    public var name: String
    /// The standard Chinese word first, then others that mean the same.
    public var chinese: [String]
    /// Other English words that mean the same.
    public var aliases: [String]
    /// How it is used: `open ID-or-row`.
    public var usage: Message { Message(englishUsage, Self.chineseUsage(englishUsage, name: name, chinese[0])) }
    private let englishUsage: String
    /// One sentence.
    public var summary: Message
    public var details: [Message]
    /// Lines that run as they stand on any graph.
    public var examples: [String]

    public init(
        _ name: String, _ chinese: [String], aliases: [String] = [], usage: String, summary: Message, details: [Message] = [],
        examples: [String]
    ) {
        self.name = name
        self.chinese = chinese
        self.aliases = aliases
        englishUsage = usage
        self.summary = summary
        self.details = details
        self.examples = examples
    }

    /// The usage with its word and the names of what follows it in Chinese.
    private static func chineseUsage(_ usage: String, name: String, _ chinese: String) -> String {
        var text = "", word = ""
        func flush() {
            text += word == name ? chinese : placeholders[word] ?? word
            word = ""
        }
        for character in usage {
            if character.isLetter || (character == "-" && !word.isEmpty) {
                word.append(character)
            } else {
                flush()
                text.append(character)
            }
        }
        flush()
        return text
    }

    /// What a usage writes for what can stand there.
    private static let placeholders = [
        "terms": "条件", "stage": "步骤", "word": "词", "ID-or-row": "编号或行号", "DOCUMENT": "文档", "ISSUER": "发布者", "KEY": "属性", "by": "按",
        "desc": "降",
        "NAME": "名称", "query": "查询", "WORD": "词", "line": "一行", "FILE": "文件", "SCRIPT": "脚本", "PATH": "路径", "value": "值", "show": "查看",
        "edit": "编辑", "check": "检查", "to": "到", "stop": "停止", "NOUN": "名词", "INDICATOR": "指标", "YEAR": "年份",
    ]

    public var words: [String] { [name] + aliases + chinese }
    /// The standard word of each tongue.
    public var word: Message { Message(name, chinese[0]) }
    /// Whether `word` is one of its words, in traditional characters too.
    func answers(to word: String) -> Bool { answers(toFolded: word.simplified.lowercased()) }

    /// As `answers`, of a word in simplified characters and small letters.
    func answers(toFolded word: String) -> Bool {
        let length = word.utf8.count
        func isSame(_ own: String) -> Bool {
            own.utf8.count == length && own.utf8.elementsEqual(word.utf8) { a, b in (a >= 0x41 && a <= 0x5A ? a | 0x20 : a) == b }
        }
        return isSame(name) || aliases.contains(where: isSame) || chinese.contains(where: isSame)
    }
}
