/// What can stand in a line.
struct LinePart: Hashable {
    let name: Message
    /// A few things that could stand there, in the tongue of the moment.
    var expected: [String] { words.map(\.text) }
    private let words: [Message]

    private init(_ english: String, _ chinese: String, _ words: [Message]) {
        name = Message(english, chinese)
        self.words = words
    }

    private init(_ english: String, _ chinese: String, same words: [String]) {
        self.init(english, chinese, words.map { Message($0, $0) })
    }

    static let command: LinePart = LinePart(
        "a command", "命令", (Noun.all.map(\.description) + [Verb.open.description, Verb.help.description]).map(\.word))
    static let term: LinePart = LinePart(
        "a term", "条件", [
            Message("2026", "2026"), Message("sector:ecology", "领域:生态环境"), Message("value>=5", "值>=5"), Message("\"…\"", "“…”"),
        ])
    static let indicator: LinePart = LinePart("an indicator", "指标", [Message("gdp", "地区生产总值"), Message("居民消费价格", "居民消费价格")])
    static let document: LinePart = LinePart("a document", "文档", same: ["d1", "d2"])
    static let noun: LinePart = LinePart("a noun", "名词", Noun.all.map(\.description.word))
    static let stage: LinePart = LinePart("a stage", "步骤", StageWord.all.map(\.description.word))
    static let property: LinePart = LinePart(
        "a property", "属性", ["place", "indicator", "sector", "period", "value"].map { KeyWord.term($0).name })
    static let equals: LinePart = LinePart("=", "=", same: ["="])
    static let path: LinePart = LinePart("a file", "文件", same: ["answer.csv"])
    static let documentPath: LinePart = LinePart("a file or folder", "文件或文件夹", [Message("reports/2026-*.txt", "报告/2026-*.txt")])
    static let script: LinePart = LinePart("a script", "脚本", [Verb.scripts.description.word])
    static let scriptAction: LinePart = LinePart(
        "show, edit or check", "查看、编辑或检查",
        [ScriptAction.show, .edit, .check].map { Message(ScriptWords.word($0, .english), ScriptWords.word($0, .chinese)) })
    static let setting: LinePart = LinePart("a setting", "设置项", Setting.all.map { Message($0.name, $0.chinese[0]) })
    static let tutorialWord: LinePart = LinePart("a step from 1 to 10, or stop", "1到10的步骤，或“停止”", [Message("1", "1"), TutorialWords.stop])
    static let name: LinePart = LinePart("a name", "名称", same: ["x"])
    static let value: LinePart = LinePart("a value", "值", same: ["5"])
    static let number: LinePart = LinePart("a number", "数", same: ["5"])
    static let identifier: LinePart = LinePart("an id, a row or a name", "编号、行号或名称", same: ["f1", "1"])
    static let format: LinePart = LinePart("a format", "格式", same: OutputFormat.allCases.map(\.rawValue))
    static let grouping: LinePart = LinePart("by and a property", "“按”和属性", [StageWord.by.description.word])
    static let end: LinePart = LinePart("the end of the line", "行尾", [])
}

/// Of a line that cannot be read.
extension Message {
    static let unclosedQuote = Message("the quotation has no end", "引号没有闭合")
    static let oneCommandALine = Message("‘;’ does not part commands: each has a line of its own", "“；”不分隔命令：一行一条命令")
    static let nothingBeforeBar = Message("nothing stands before ‘|’, which passes rows on", "“|”把行传给后面，它前面没有内容")
    static let unclosedBracket = Message("the bracket has no end", "括号没有闭合")

    static func unknownCommand(_ word: String) -> Message { Message("‘\(word)’ is not a command", "没有“\(word)”这个命令") }
    static func unknownNoun(_ word: String) -> Message { Message("‘\(word)’ is not a noun", "没有“\(word)”这个名词") }
    static func unknownEnding(_ ending: String) -> Message {
        Message("no format goes by the ending ‘.\(ending)’", "没有以“.\(ending)”结尾的格式")
    }
    static func noGraphFormat(_ ending: String?) -> Message {
        guard let ending else { return Message("the ending of the file must say its form", "文件的扩展名要说明格式") }
        return Message("no form for graphs goes by the ending ‘.\(ending)’", "没有以“.\(ending)”结尾的图格式")
    }
    static func notAName(_ word: String) -> Message {
        Message("‘\(word)’ is not a name: letters first, then letters, digits, _ and -", "“\(word)”不能作名称：先是文字，其后可有数字、_和-")
    }
    static func alreadyACommand(_ word: String) -> Message {
        Message("‘\(word)’ is a command already", "“\(word)”已是命令")
    }
    static func unknownStage(_ word: String) -> Message { Message("‘\(word)’ is not a stage", "没有“\(word)”这个步骤") }
    static func unknownKey(_ word: String) -> Message { Message("‘\(word)’ is not a property", "没有“\(word)”这个属性") }
    static func unknownFormat(_ word: String) -> Message { Message("‘\(word)’ is not a format", "没有“\(word)”这种格式") }
    static func unknownTopic(_ word: String) -> Message { Message("no help on ‘\(word)’", "没有关于“\(word)”的帮助") }

    static func missing(_ part: LinePart, after word: String) -> Message {
        word.isEmpty
            ? Message("\(part.name.english) is missing", "缺少\(part.name.chinese)")
            : Message("\(part.name.english) is missing after ‘\(word)’", "“\(word)”后面缺少\(part.name.chinese)")
    }
    static func unexpected(_ word: String, _ parts: [LinePart]) -> Message {
        Message(
            "‘\(word)’ cannot stand here; expected \(parts.map(\.name.english).joined(separator: " or "))",
            "“\(word)”不能放在这里；这里应是\(parts.map(\.name.chinese).joined(separator: "或"))")
    }
    static func notANumber(_ word: String) -> Message { Message("‘\(word)’ is not a number", "“\(word)”不是数") }
    static func notACount(_ word: String) -> Message { Message("‘\(word)’ cannot be a number of rows", "“\(word)”不能是行数") }
    static func noComparison(_ sign: String) -> Message { Message("‘\(sign)’ is not a comparison", "没有“\(sign)”这种比较") }
    static let pathInWords = Message("a file with spaces in its name stands in quotation marks", "名称中有空格的文件要加引号")
    static func reversedAmounts(_ low: String, _ high: String) -> Message { Message("\(low) is more than \(high)", "\(low)大于\(high)") }
    static func reversedYears(_ low: Int, _ high: Int) -> Message { Message("\(low) is after \(high)", "\(low)晚于\(high)") }
}

/// Of questions.
extension Message {
    static func questionUnknown(_ word: String, isAbsent: Bool) -> Message {
        Message(
            "‘\(word)’ in this question is not understood" + (isAbsent ? ", and no document has it" : ""),
            "问题中的“\(word)”不知何意" + (isAbsent ? "，文档中也没有" : ""))
    }
    static let questionAlone = Message(
        "this goes on from a question, and none was asked before: read by itself", "这样的问法要接着上一问，而前面没有问题：单独来读")
    static let questionNothingBefore = Message("this goes on from a question, and none was asked before", "这样的问法要接着上一问，而前面没有问题")
    static func questionUnfit(_ word: String) -> Message {
        Message("what ‘\(word)’ asks here is not understood", "“\(word)”在这里问的是什么，不得而知")
    }
    static func questionNumber(_ number: String) -> Message {
        Message("what ‘\(number)’ counts here is not understood", "问题中的“\(number)”不知指什么")
    }
    static func questionUnanswerable(_ word: String) -> Message {
        Message("‘\(word)’ is not something that the documents can be asked", "无法回答“\(word)”这样的问题")
    }
    static func questionText(_ words: String) -> Message {
        Message("‘\(words)’ is read as words of the text", "“\(words)”读作原文中的词语")
    }
    static func questionOfOne(_ word: String) -> Message {
        Message("‘\(word)’ compares the years of one indicator: name it", "“\(word)”比较的是一项指标的不同年份：请说出指标")
    }
    static func questionOfWhat(_ word: String) -> Message {
        Message("‘\(word)’ of which indicator: amounts of different kinds have no order", "“\(word)”是哪项指标的：不同指标的数值不能比大小")
    }
    static func questionWhose(_ word: String) -> Message {
        Message("which place ‘\(word)’ is cannot be known here: name it", "“\(word)”是哪里，这里不得而知：请说出名称")
    }
    static func questionStandsFor(_ word: String, _ name: String) -> Message {
        Message("‘\(word)’ is read as \(name)", "“\(word)”读作\(name)")
    }
    static func questionGrowth(_ name: String) -> Message {
        Message("growth of which nothing is said is that of \(name)", "没有说明是什么的增长：读作\(name)")
    }
    static let questionCountsSentences = Message("counted are the sentences that have the words", "数的是含有这些词的句子")
    static func questionNation(_ name: String) -> Message {
        Message("no place is named: read as that of \(name)", "没有写明地区：读作\(name)")
    }
    static func questionAgainst(_ place: String, _ year: Int) -> Message {
        Message("\(place) has no one amount of \(year) here to compare with", "这里没有\(place)\(year)年的唯一数值可比")
    }
    static func questionAgainstIs(_ place: String, _ year: Int, _ amount: String) -> Message {
        Message("compared with \(place), \(year): \(amount)", "与\(place)\(year)年的\(amount)相比")
    }
    static func questionUnused(_ words: [String]) -> Message {
        Message(
            "not used: " + words.map { "‘\($0)’" }.joined(separator: ", "), "没有用到：" + words.map { "“\($0)”" }.joined())
    }
    static func questionElse(_ line: String) -> Message {
        Message("nothing is found by: \(line); the line above says nearly the same", "“\(line)”没有结果；上面这一行意思相近")
    }
    static func questionCannot(_ line: String, _ reason: String) -> Message {
        Message("\(line): \(reason); the line above says nearly the same", "“\(line)”：\(reason)；上面这一行意思相近")
    }
    static func questionSecond(_ words: String) -> Message {
        Message("not read, ask it by itself: \(words)", "这一问没有读，请另问：\(words)")
    }
    static func questionNoRows(_ places: [String]) -> Message {
        Message("nothing is found of \(places.joined(separator: ", "))", "没有找到\(places.joined(separator: "、"))的")
    }
    static func questionRank(_ place: String) -> Message { Message("look for \(place) in the order", "请在次序中找\(place)") }
    static func yearWithoutDocument(_ year: Int) -> Message { Message("there is no document of \(year) here", "这里没有\(year)年的文档") }
    static func questionRegion(_ region: String, _ places: [String]) -> Message {
        Message("\(region) is read as \(places.joined(separator: ", "))", "“\(region)”读作\(places.joined(separator: "、"))")
    }
    static func questionNoYear(_ low: Int, _ high: Int) -> Message {
        let years = low == high ? "\(high)" : "\(low)–\(high)"
        return Message("no year is named: read as \(years)", "没有写明年份：读作\(years)年")
    }
    static func questionVersus(_ word: String) -> Message {
        Message("the two stand side by side, and ‘\(word)’ leaves none out", "两者并排列出，未按“\(word)”筛选")
    }
    static func questionSlip(_ word: String, _ meant: String) -> Message {
        Message("‘\(word)’ is taken for a slip of ‘\(meant)’", "“\(word)”当作“\(meant)”之误")
    }
    static func questionCountsRows(_ word: String) -> Message {
        Message("‘\(word)’ is of how many there are, not of how high they are", "“\(word)”比的是条数，不是数值")
    }
    static func questionNone(_ name: String) -> Message {
        Message("there is none of \(name)", "没有“\(name)”的")
    }
    static func questionDenied(_ word: String) -> Message {
        Message("‘\(word)’: what there is, is listed; no row means that none was read", "“\(word)”：列出的是有的；一行也没有，便是没有读出")
    }
    static func questionThisYear(_ word: String, _ year: Int) -> Message {
        Message("‘\(word)’ without a year is that of \(year)", "没有写年份的“\(word)”读作\(year)年")
    }
    static let nothingAsked = Message(
        "this does not say what is asked for: targets, results, measures, problems …", "没有说明要问什么：目标、结果、举措、短板……")
}
