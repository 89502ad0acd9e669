extension Verb {
    static let help = Verb(
        description: Description(
            "help", ["帮助"], aliases: ["?"], usage: "help [word]",
            summary: "What can be typed; with a word of the language, all about it.",
            examples: ["help", "help targets", "help sort", "帮助 目标"])
    ) { parser in
        var words: [Word] = []
        while let word = parser.optionalWord() { words.append(word) }
        return .help(words)
    }
}
