extension Verb {
    static let help: Verb = Verb(
        description: Description(
            "help", ["帮助"], aliases: ["?", "怎么用", "用法"], usage: "help [word]",
            summary: Message("What can be typed; with a word of the language, all about it.", "可以输入什么；后跟一个词，则给出这个词的全部说明。"),
            examples: ["help", "help targets", "help sort", "帮助 目标"])
    ) { parser in
        var words: [Word] = []
        while let word = parser.optionalWord() { words.append(word) }
        return .help(words)
    }
}
