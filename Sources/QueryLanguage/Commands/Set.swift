import Documents

extension Verb {
    static let set = Verb(
        description: Description(
            "set", ["设置"], usage: "set [NAME [value]]",
            summary: Message("Changes a setting; without a value explains it, alone lists all.", "更改一项设置；不给值则说明该项，单独使用则列出全部。"),
            details: [
                Message(
                    "A setting holds for this session; lines in `$XDG_CONFIG_HOME/gangmu/init.gm` are run whenever the shell starts. `set NAME default` takes a change back.",
                    "设置只在本次会话有效；每次启动时运行`$XDG_CONFIG_HOME/gangmu/init.gm`中的各行。`设置 名称 缺省`恢复原值。"),
                Message("`timing on` is short for `set timing on`.", "`计时 开`即`设置 计时 开`。"),
            ],
            examples: ["set", "set lang", "设置 计时 off"])
    ) { parser throws(Diagnostic) in
        guard let name = parser.optionalWord() else { return .set(nil, nil) }
        guard let setting = Setting.named(name.text) else {
            throw parser.unknown(
                .unknownKey, name, among: Setting.all.flatMap(\.words), Message.unknownSetting(name.text), expected: .setting)
        }
        let word = Word(setting.name, at: name.span)
        // `set prompt 问>`: any text, as it is typed.
        if case .text = setting.values, !parser.isOneWord, let (text, start) = parser.rest() {
            return .set(word, Word(setting.value(text) ?? text, at: ByteSpan(start, start + text.utf8.count)))
        }
        guard let value = parser.optionalWord() else { return .set(word, nil) }
        guard let known = setting.value(value.text) else {
            throw parser.badSetting(setting, value)
        }
        return .set(word, Word(known, at: value.span))
    }
}

extension Parser {
    func badSetting(_ setting: Setting, _ value: Word) -> Diagnostic {
        var expected = setting.values.words.map(\.word)
        var near = Spelling.nearest(to: value.text, among: expected).first
        if case .number(let range, _) = setting.values {
            expected.append("\(range.lowerBound)–\(range.upperBound)")
            if let number = Int(value.text) { near = String(min(max(number, range.lowerBound), range.upperBound)) }
        }
        return Diagnostic(
            .unexpected, Message.badSetting(setting, value.text).text, at: value.span,
            expected: expected, suggestion: near.map { line.replacing(value.span, with: $0) })
    }
}

extension Message {
    static func unknownSetting(_ word: String) -> Message {
        Message("there is no setting ‘\(word)’; `set` lists them", "没有“\(word)”这项设置；“设置”列出全部")
    }
    static func badSetting(_ setting: Setting, _ word: String) -> Message {
        Message(
            "\(setting.name) cannot be ‘\(word)’: \(setting.choices.english)",
            "\(setting.chinese[0])不能是“\(word)”：\(setting.choices.chinese)")
    }
    static func settingIs(_ setting: Setting, _ value: String) -> Message {
        Message("\(setting.name) is \(value)", "\(setting.chinese[0])已设为\(value)")
    }
}
