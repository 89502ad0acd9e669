extension Verb {
    static let run = Verb(
        description: Description(
            "run", ["运行"], usage: "run SCRIPT [NAME=value]…",
            summary: Message("Runs a saved script, with values for its parameters.", "运行已存的脚本，可给出其参数的值。"),
            details: [
                Message(
                    "SCRIPT is a file, or the name of one of `scripts`. Values without a name go to the parameters in their order.",
                    "SCRIPT是文件，或`scripts`所列的名称。不写参数名的值按顺序给各参数。")
            ],
            examples: [])
    ) { parser throws(Diagnostic) in
        let script = try parser.requiredWord(for: "run", expected: .script)
        var arguments: [ScriptArgument] = []
        while let argument = try parser.argument() { arguments.append(argument) }
        return .run(script, arguments)
    }

    static let scripts: Verb = Verb(
        description: Description(
            "scripts", ["脚本"], usage: "scripts [show|edit|check SCRIPT]",
            summary: Message(
                "The saved scripts with their purpose and parameters; shows, edits or checks one.", "已存的脚本及其用途和参数；可查看、编辑或检查其中一个。"),
            examples: [])
    ) { parser throws(Diagnostic) in
        guard let word = parser.optionalWord() else { return .scripts(.list, nil) }
        guard let action = ScriptWords.action(word.text) else {
            throw parser.unknown(
                .unknownCommand, word, among: ScriptWords.all, Message.unexpected(word.text, [.scriptAction]), expected: .scriptAction)
        }
        guard action != .list else { return .scripts(.list, nil) }
        return .scripts(action, try parser.requiredWord(for: word.text, expected: .script))
    }
}
