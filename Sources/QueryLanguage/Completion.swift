import Documents

/// What could be typed at the cursor.
public struct Completion: Sendable, Hashable {
    /// The part of the line (UTF-8 offsets) that a candidate's `text` takes the place of.
    public var replaced: ByteSpan
    /// Best first.
    public var candidates: [Candidate]
    /// What could stand there besides, of things that a session knows nothing of.
    public var wanted: [Wanted]

    public init(replaced: ByteSpan, candidates: [Candidate], wanted: [Wanted] = []) {
        self.replaced = replaced
        self.candidates = candidates
        self.wanted = wanted
    }

    public enum Wanted: Sendable, Hashable {
        case files, scripts
        /// The parameters of a script.
        case parameters(script: String)
        case value(ofParameter: String, script: String)
    }

    public struct Candidate: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            case command, key, comparison, value, stage, property, format, identifier, name, topic, file, script, parameter, setting

            /// What the data call something, rather than the language.
            var isName: Bool { self == .value || self == .name }

            /// What it is called in a menu that holds several kinds.
            public var word: Message {
                switch self {
                case .command: Message("command", "命令")
                case .key: Message("term", "条件")
                case .comparison: Message("comparison", "比较")
                case .value: Message("value", "值")
                case .stage: Message("stage", "步骤")
                case .property: Message("column", "列")
                case .format: Message("format", "格式")
                case .identifier: Message("id", "编号")
                case .name: Message("name", "名称")
                case .topic: Message("topic", "主题")
                case .file: Message("file", "文件")
                case .script: Message("script", "脚本")
                case .parameter: Message("parameter", "参数")
                case .setting: Message("setting", "设置项")
                }
            }
        }

        /// What is put into the line, quoted where the language needs it.
        public var text: String
        public var kind: Kind
        /// A few words on what it is; empty where the text says it all.
        public var detail: String
        /// How many rows it would leave; nil where nothing was counted.
        public var count: Int?

        public init(_ text: String, _ kind: Kind, detail: String = "", count: Int? = nil) {
            self.text = text
            self.kind = kind
            self.detail = detail
            self.count = count
        }
    }
}
