import Documents

extension Verb {
    static let tutorial = Verb(
        description: Description(
            "tutorial", ["教程"], usage: "tutorial [N|stop]",
            summary: Message(
                "Ten steps through the language, each checked as it is typed; goes on where it was left.",
                "分十步熟悉这门语言，逐步检查所输入的内容；从上次离开处继续。"),
            details: [
                Message(
                    "`tutorial 4` goes to the fourth step, `tutorial stop` leaves it. Anything else may be typed in between.",
                    "`教程 4`转到第四步，`教程 停止`离开。其间可以输入任何别的内容。")
            ],
            examples: [])
    ) { parser throws(Diagnostic) in
        guard let word = parser.optionalWord() else { return .tutorial(nil) }
        if let word = TutorialWords.standard(word) { return .tutorial(word) }
        throw parser.unknown(
            .unexpected, word, among: TutorialWords.all.flatMap { [$0.english, $0.chinese] },
            Message.unexpected(word.text, [.tutorialWord]), expected: .tutorialWord)
    }
}

/// The words of `tutorial`.
enum TutorialWords {
    static let stop = Message("stop", "停止")
    static let all = [stop]

    /// A number of a step, or `stop`.
    static func standard(_ word: Word) -> Word? {
        if let number = Int(word.text), (1...10).contains(number) { return word }
        return word.text.lowercased() == stop.english || word.text == stop.chinese ? Word(stop.english, at: word.span) : nil
    }
}
