/// What the language says of one of its words; help, completion and did-you-mean all read it here.
public struct Description: Sendable {
    /// The standard English word, as commands are printed.
    public var name: String
    /// The standard Chinese word first, then others that mean the same.
    public var chinese: [String]
    /// Other English words that mean the same.
    public var aliases: [String]
    /// How it is used: `open ID-or-row`.
    public var usage: String
    /// One sentence.
    public var summary: String
    public var details: [String]
    /// Lines that run as they stand on any graph.
    public var examples: [String]

    public init(
        _ name: String, _ chinese: [String], aliases: [String] = [], usage: String, summary: String, details: [String] = [],
        examples: [String]
    ) {
        self.name = name
        self.chinese = chinese
        self.aliases = aliases
        self.usage = usage
        self.summary = summary
        self.details = details
        self.examples = examples
    }

    public var words: [String] { [name] + aliases + chinese }
    func answers(to word: String) -> Bool { words.contains { $0.lowercased() == word.lowercased() } }
}
