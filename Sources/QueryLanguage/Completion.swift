import Documents

/// What could be typed at the cursor.
public struct Completion: Sendable, Hashable {
    /// The part of the line (UTF-8 offsets) that a candidate's `text` takes the place of.
    public var replaced: ByteSpan
    /// Best first.
    public var candidates: [Candidate]

    public init(replaced: ByteSpan, candidates: [Candidate]) {
        self.replaced = replaced
        self.candidates = candidates
    }

    public struct Candidate: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            case command, key, value, stage, property, format, identifier, name, topic

            /// What the data call something, rather than the language.
            var isName: Bool { self == .value || self == .name }
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
