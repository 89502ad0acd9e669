/// Pages of help, made of the descriptions that the parser itself uses.
enum HelpPages {
    static func overview() -> Page {
        func definitions(_ descriptions: [Description]) -> Page.Block {
            .definitions(
                descriptions.map { .init(Message("\($0.usage.english)  \($0.chinese[0])", $0.usage.chinese).text, $0.summary.text) })
        }
        let intro = Message(
            "A query is a noun, terms that narrow it, and stages after |. Every word is also there in Chinese.",
            "一条查询由名词、缩小范围的条件和 | 之后的步骤组成。每个词也有英文。")
        let more = Message(
            "help WORD says all about a word: help targets, help sort, help sector, help terms, help questions, help grammar, help keyboard.",
            "“帮助 词”说明一个词：帮助 目标、帮助 排序、帮助 领域、帮助 条件、帮助 提问、帮助 语法、帮助 快捷键。")
        return Page([
            .paragraph(intro.text),
            .examples(["targets 2026", "目标 2026 | 排序 值 降 | 前 5", "measures 2026 | count by sector", "open d1"]),
            .heading(Message("Nouns 名词", "名词").text),
            .definitions(Noun.all.map { .init(name($0.description), $0.description.summary.text) }),
            .heading(termsHeading), terms,
            .heading(Message("Stages 步骤", "步骤").text), definitions(StageWord.all.map(\.description)),
            .heading(Message("Commands 命令", "命令").text), definitions(Verb.all.map(\.description)),
            .paragraph(more.text),
        ])
    }

    /// What the keys do while a line is typed.
    private static var keys: [(key: String, meaning: Message)] { [
            (
                "Tab",
                Message(
                    "completes what is typed, Chinese names by their pinyin too; again for the next candidate, Shift-Tab for the one before",
                    "补全，中文名称也可打拼音；再按换下一个，Shift-Tab换上一个")
            ),
        ("→  End", Message("at the end of the line: takes the dim hint", "在行尾：采用淡色的提示")),
        ("↑  ↓", Message("lines typed before", "以前输入的行")),
            (
                "Ctrl-R",
                Message(
                    "looks for a line typed before by a part of it; Ctrl-R again goes further back, Esc keeps it for editing, Ctrl-G gives up",
                    "按其中几个字查找以前输入的行；再按Ctrl-R往前找，Esc取来编辑，Ctrl-G放弃")
            ),
        ("Enter", Message("runs the line; behind an open quote or bracket or a last | the line goes on", "执行；引号、括号未闭合或行末是|时换行续写")),
        ("Alt-Enter", Message("a new row of the same line", "在同一行命令内换行")),
        ("Ctrl-C", Message("drops the line, or ends the answer that is under way", "放弃这一行，或停止正在进行的回答")),
        ("Ctrl-D", Message("leaves the shell where the line is empty, else deletes a character", "空行时退出，否则删除一个字")),
        ("Ctrl-Z", Message("sets the shell aside; fg in the shell outside comes back to it", "暂停；在外面的命令行用fg回来")),
        ("Ctrl-L", Message("clears the screen", "清屏")),
        ("Ctrl-A  Ctrl-E", Message("to the beginning or end of the line", "到行首、行尾")),
        ("Alt-B  Alt-F", Message("a word back or forward", "后退、前进一个词")),
        ("Ctrl-W  Ctrl-U  Ctrl-K", Message("deletes the word before the cursor, the line, the rest of it", "删除光标前的词、整行、光标后的部分")),
        ("Ctrl-Y", Message("puts back what was deleted last", "放回刚删除的")),
            (
                Message("Paste", "粘贴").text,
                Message(
                    "a paste of several lines runs them one by one, each with its answer; one line waits for Enter",
                    "粘贴多行时逐行执行，各有答案；粘贴一行时等待回车")
            ),
            (
                "!!  !5  !-2  !tar",
                Message("the line before, the fifth, the last but one, the newest that begins so", "上一行、第5行、倒数第2行、最近一条以此开头的行")
            ),
    ] }

    private static var keyboard: Page {
        return Page([
            .heading(Message("Keyboard 快捷键", "快捷键").text), .definitions(keys.map { .init($0.0, $0.1.text) }),
            .paragraph(Message("A line that begins with a space is not kept in the history.", "以空格开头的行不记入历史。").text),
        ])
    }

    private static var grammar: Page {
        Page([
            .heading(Message("Grammar 语法", "语法").text),
            .paragraph(
                Message(
                    "EBNF of a line. Every word stands for its other names too, Chinese and English; full-width signs count as their half-width forms, and 、 as a comma.",
                    "一行的EBNF。每个词也可用其他中英文名称；全角符号与半角相同，顿号即逗号。"
                ).text),
            .examples(LineGrammar.lines),
        ])
    }

    private static var questions: Page {
        Page([
            .heading(Message("Questions 提问", "提问").text),
            .paragraph(
                Message(
                    "A question is read as a line of this language. The line is shown above the answer and kept in the history, to be changed. 今年 is the year of the newest document. A word that is not understood is named; one that no name or command has is looked for in the texts, and that is said. Every name, time, number and qualifying word that the line has no place for is named under it. Where the line finds nothing, one that says nearly the same is tried, down to the sentences that have the words, and both are shown.",
                    "问句读作本语言的一行。该行显示在答案之上，并记入历史，可取出修改。今年指最新文档的年份。不懂的词会指出；既非名称也非命令的词到原文中查找，并加以说明。名称、时间、数和限定词若该行没有用到，写在其下。该行没有结果时，改查意思相近的一行，直到含有这些词的句子，两行都会显示。"
                ).text),
            .paragraph(
                Message(
                    "Stages may follow a question: 今年各省GDP目标 | 前 3. 以上, 以下 and 以内 include the number, as in Chinese law; 超过, 高于, 低于 and 不足 do not. 低于全国 is held against the nation's amount where it has exactly one.",
                    "问句之后可接步骤：今年各省GDP目标 | 前 3。以上、以下、以内含本数（与法律用语相同），超过、高于、低于、不足不含。低于全国指低于全国的数值，该值须唯一。"
                ).text),
            .examples([
                "2026年哪些省的GDP目标高于5%？", "生态方面今年有什么举措", "GDP目标最高的三个省", "今年各省GDP目标 | 前 3", "各领域分别有多少条举措", "怎么促进就业",
                "which provinces have a GDP target above 5% in 2026?",
            ]),
        ])
    }

    private static var termsHeading: String { Message("Terms 条件", "条件").text }
    private static var propertiesHeading: String { Message("Properties 属性", "属性").text }

    private static var terms: Page.Block {
        .definitions(termWords.map { .init($0.form.text, $0.meaning.text) })
    }

    private static let termWords: [(form: Message, meaning: Message)] = [
        (
            Message("2026", "2026"),
            Message("statements whose period covers the year; 今年, last year count from the newest document", "时期涵盖该年的陈述；今年、去年从最新的文档算起")
        ),
        (
            Message("2021..2025", "2021..2025"),
            Message("periods that overlap the years; 2024.. and ..2020 are open at one end", "与这些年有重叠的时期；2024.. 和 ..2020 一端不限")
        ),
        (
            Message("十四五", "十四五"),
            Message("figures of exactly that plan period; other rows of its years", "正属该规划期的数据；其他行则为其各年")
        ),
        (
            Message("sector:ecology", "领域:生态环境"),
            Message(
                "a property has this value, or one of several: place:北京,上海; a region stands for its provinces: place:长三角",
                "属性为此值，或几个值之一：地区:北京,上海；区域代表其各省：地区:长三角")
        ),
        (Message("value>=4亿元", "值>=4亿元"), Message(
                "comparisons >= <= > < = !=, whatever the 万 or 亿; 增长5% and 下降3% for growth and falls; 5% is not 5百分点",
                "比较 >= <= > < = !=，不论万、亿；增长5%、下降3%指增减；5%不同于5百分点")),
        (
            Message("gdp", "gdp"),
            Message("a place, sector, indicator or plan by any of its names, else words of the text", "地区、领域、指标或规划的任一名称，否则为原文中的词语")
        ),
        (Message("\"exact text\"", "“原话”"), Message("these very words in the source", "原文中一字不差的话")),
        (
            Message("has:measures  no:result", "有:举措  无:结果"),
            Message("something of a noun is tied to the row, or a property is given; or there is none", "有某类内容与之相连，或有某属性；或没有")
        ),
        (
            Message("in $name  in last  in #3", "在 $名称  在 上次  在 #3"),
            Message("among rows that are there already, or of one of them", "属于已有的行，或与之相连")
        ),
        (Message("-word", "-词"), Message("not this; before any term", "不要这个；可放在任何条件之前")),
        (
            Message("a b  a or b  not a  ( )", "甲 乙  甲 或 乙  非 甲  ( )"),
            Message("all of them, either, the contrary, and brackets: 或 非", "都要、任一、相反，以及括号")
        ),
    ]

    /// The page of one word of the language; nil where there is none.
    static func page(on word: String) -> Page? {
        if let noun = Noun.named(word) {
            let keys = Property.all(of: noun.type).compactMap { property in KeyWord.named(property.key) }
            return page(noun.description) + [.heading(propertiesHeading), definitions(keys)]
        }
        // `source` is both.
        let pages = [StageWord.named(word)?.description, Verb.named(word)?.description].compactMap(\.self).map { page($0) }
        if let first = pages.first { return pages.dropFirst().reduce(first) { $0 + $1.blocks } }
        if ["grammar", "syntax", "语法"].contains(word.lowercased()) { return grammar }
        if ["questions", "question", "提问"].contains(word.lowercased()) { return questions }
        if ["keyboard", "shortcuts", "editing", "快捷键", "按键", "键盘", "编辑"].contains(word.lowercased()) { return keyboard }
        if ["terms", "term", "条件"].contains(word.lowercased()) { return Page([.heading(termsHeading), terms]) }
        if ["properties", "keys", "属性"].contains(word.lowercased()) {
            return Page([
                .heading(propertiesHeading), definitions(KeyWord.all),
                .paragraph(Message("Keys of the keyboard: help keyboard.", "键盘上的键：帮助 快捷键。").text),
            ])
        }
        if ["settings"].contains(word.lowercased()) { return page(Verb.set.description) }
        guard let key = KeyWord.named(word) else { return nil }
        let names = Message(
            "\(key.name)  \(key.chinese.joined(separator: " "))", "\(key.chinese.joined(separator: " "))  \(key.name)")
        var blocks: [Page.Block] = [.heading(names.text), .paragraph(key.summary.text)]
        if !key.values.isEmpty {
            blocks.append(
                .definitions(
                    key.values.map { value in
                        let chinese = value.chinese.joined(separator: " ")
                        return value.chinese.isEmpty || Tongue.current == .english
                            ? .init(value.name, chinese) : .init(chinese, value.name)
                    }))
        }
        return Page(blocks)
    }

    /// Everything that speaks of all the words, in either tongue; nil where nothing does.
    static func search(_ words: [String]) -> Page? {
        let wanted = words.map { $0.simplified.lowercased() }
        func holds(_ texts: [String]) -> Bool {
            let text = texts.joined(separator: "\n").lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
        func both(_ messages: [Message]) -> [String] { messages.flatMap { [$0.english, $0.chinese] } }
        var found: [(item: Page.Definition, isNear: Bool)] = []
        for (mark, descriptions) in [
            ("", Noun.all.map(\.description)), ("| ", StageWord.all.map(\.description)), ("", Verb.all.map(\.description)),
        ] {
            for one in descriptions {
                let near = one.words + both([one.summary])
                guard holds(near + both([one.usage] + one.details) + one.examples) else { continue }
                found.append((.init(mark + name(one), one.summary.text), holds(near)))
            }
        }
        for key in KeyWord.all {
            let texts = key.words + both([key.summary]) + key.values.flatMap { [$0.name] + $0.chinese }
            if holds(texts) { found.append((.init(name(key) + ":", key.summary.text), false)) }
        }
        for (form, meaning) in termWords where holds(both([form, meaning])) { found.append((.init(form.text, meaning.text), false)) }
        for (key, meaning) in keys
        where holds(
            [key.replacing("  ", with: " "), key.replacing("Ctrl-", with: "^"), "C-" + key.dropFirst("Ctrl-".count)] + both([meaning]))
        {
            found.append((.init(key, meaning.text), true))
        }
        for setting in Setting.all where holds(setting.words + both([setting.summary])) {
            found.append((.init("set " + setting.name, setting.summary.text), false))
        }
        // What a page on its own is about.
        for (words, summary) in pages where holds(words + both([summary])) {
            found.append(
                (
                    .init(
                        "\(Verb.help.description.word.text) \(Tongue.current == .chinese ? words.last ?? words[0] : words[0])", summary.text
                    ), true
                ))
        }
        guard !found.isEmpty else { return nil }
        let order = found.filter(\.isNear) + found.filter { !$0.isNear }
        return Page([.heading(Message.spokenOf(words.joined(separator: " ")).text), .definitions(order.map(\.item))])
    }

    /// The pages that are of no single word: what they are called, the Chinese name last.
    private static let pages: [(words: [String], summary: Message)] = [
        (["keyboard", "keys", "shortcuts", "键盘", "按键", "快捷键"], Message("what the keys do while a line is typed", "输入时各键的作用")),
        (["questions", "提问"], Message("questions in Chinese or English, and how they are read", "怎样用中文或英文提问，怎样读")),
        (["grammar", "syntax", "语法"], Message("the grammar of a line", "一行的语法")),
        (["terms", "条件"], Message("what narrows a query", "怎样缩小查询范围")),
        (["properties", "属性"], Message("all properties of rows", "行的全部属性")),
    ]

    private static func name(_ key: KeyWord) -> String {
        Message("\(key.name)  \(key.chinese[0])", "\(key.chinese[0])  \(key.name)").text
    }

    /// All words that `help` takes.
    static let topics: [String] =
        (Noun.all.map(\.description) + Verb.all.map(\.description) + StageWord.all.map(\.description)).flatMap(\.words)
        + KeyWord.all.flatMap(\.words) + ["terms", "properties", "grammar", "questions", "keyboard", "快捷键", "提问", "条件", "属性", "语法"]

    private static func name(_ description: Description) -> String {
        Message("\(description.name)  \(description.chinese[0])", "\(description.chinese[0])  \(description.name)").text
    }

    private static func definitions(_ keys: [KeyWord]) -> Page.Block {
        .definitions(
            keys.map { .init(Message("\($0.name)  \($0.chinese[0])", "\($0.chinese[0])  \($0.name)").text, $0.summary.text) })
    }

    private static func page(_ description: Description) -> Page {
        let english = [description.name] + description.aliases
        let names = Message(
            "\(description.name)  \((description.chinese + description.aliases).joined(separator: " "))",
            "\(description.chinese.joined(separator: " "))  \(english.joined(separator: " "))")
        return Page(
            [.heading(names.text), .definitions([.init(description.usage.text, description.summary.text)])]
                + description.details.map { .paragraph($0.text) } + [.examples(description.examples)])
    }
}

extension Page {
    fileprivate static func + (page: Page, blocks: [Block]) -> Page { Page(page.blocks + blocks) }
}
