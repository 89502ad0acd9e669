/// Of a line that was read but has no answer.
extension Message {
    static func nothingToDraw(_ figures: Int) -> Message {
        Message(
            figures == 1
                ? "the 1 figure is not of one year and a place as a whole"
                : "none of the \(figures) figures is of one year and a place as a whole",
            "这\(figures)个数都不是某一年、全地区的，没有可画的")
    }
    static func unknownIdentifier(_ word: String) -> Message {
        Message("nothing here is called ‘\(word)’", "这里没有叫“\(word)”的")
    }
    static func unknownValue(_ word: String, key: String) -> Message {
        Message("no \(key) is called ‘\(word)’", "\(KeyWord.chineseName(of: key))里没有“\(word)”")
    }
    static func notAProperty(_ word: String, noun: String) -> Message {
        Message("\(noun) have no \(word)", "\(Noun.chineseName(of: noun))没有属性“\(KeyWord.chineseName(of: word))”")
    }
    static func notAColumn(_ word: String) -> Message {
        Message("the rows have no column \(word) here", "这里的行没有“\(KeyWord.chineseName(of: word))”这一列")
    }
    static func notComparable(_ word: String) -> Message { Message("\(word) cannot be compared", "“\(word)”不能比较大小") }
    static func notNumeric(_ word: String) -> Message { Message("\(word) is not a number", "“\(word)”不是数") }
    static func rowWithoutNode(_ row: Int) -> Message {
        Message("row \(row) stands for several things, not for one that can be opened", "第\(row)行代表多条内容，不能作为一条打开")
    }
    public static let nothingToDraw = Message("there is nothing in it to draw", "没有可画的")
    public static func rows(_ count: Int) -> Message { Message(count == 1 ? "1 row" : "\(count) rows", "\(count)行") }
    static func noSuchRow(_ row: Int, of count: Int) -> Message {
        count == 0
            ? Message("there is no \(row): nothing is numbered", "没有第\(row)行：上一个答案没有编号")
            : Message("there is no \(row): they go from 1 to \(count)", "没有第\(row)行：编号从1到\(count)")
    }
    static let nothingToFollow = Message("there is no table or card yet", "还没有表格或卡片")
    static let nothingToExplain = Message("there is no answer yet whose line could be explained", "还没有答案，没有可解读的一行")
    static func explained(_ line: String) -> Message { Message("the line: \(line)", "所解读的一行：\(line)") }
    static func nothingTaken(_ stage: String, of rows: Int) -> Message {
        Message("‘\(stage)’ leaves none of the \(rows) row\(rows == 1 ? "" : "s")", "“\(stage)”之后，\(rows)行一行也不剩")
    }
    static let noCard = Message("no card is open", "还没有打开卡片")
    static let noWayBack = Message("this is the first answer: there is none before it", "这是第一个答案，前面没有别的")
    static let noWayForward = Message("this is the latest answer", "这已是最新的答案")
    static func noSource(_ name: String) -> Message {
        Message("\(name) is not from one document", "“\(name)”不出自某一份文档")
    }
    static func noReasons(_ name: String) -> Message {
        Message(
            "\(name) is no statement; why is told of documents, figures, measures, problems and goals",
            "“\(name)”不是一条陈述；“为何”只说明文档、数据、举措、短板和任务")
    }
    static func unreadable(_ name: String) -> Message {
        Message("\(name) cannot be explained: the lexicon it was read with is not there", "无法说明“\(name)”：读取时所用的词库不在")
    }
    static let interrupted = Message("interrupted", "已中断")
}

/// Notes under an answer.
extension Message {
    /// - Parameter isShown: Whether the table has the column that tells them apart.
    static func spansThatCover(year: String, rows: Int, spans: String, isShown: Bool) -> Message {
        Message(
            "\(rows) of the rows \(rows == 1 ? "belongs" : "belong") to \(spans), covering \(year)\(isShown ? ": see column period" : "")",
            "其中\(rows)行属于\(spans)，涵盖\(year)年\(isShown ? "：见“时期”列" : "")")
    }
    static func withinPlan(rows: Int, noun: String, plan: String, line: String) -> Message {
        Message(
            "\(rows) more \(noun) belong to single years of \(plan): \(line)",
            "另有\(rows)条\(Noun.chineseName(of: noun))属于\(plan)的单个年份：\(line)")
    }
    static func readAs(word: String, meaning: String) -> Message {
        Message("‘\(word)’ was read as \(meaning)", "“\(word)”读作\(meaning)")
    }
    /// - Parameter keys: The properties, one of which the word may be a value of.
    static func readAsEither(word: String, keys: [String]) -> Message {
        Message(
            "‘\(word)’ was read as \(keys.joined(separator: " or "))",
            "“\(word)”读作\(keys.map { KeyWord.named($0)?.chinese.first ?? $0 }.joined(separator: "或"))")
    }
    static func readAsDocuments(word: String, exactly line: String) -> Message {
        Message("‘\(word)’ narrows the documents; for the word itself: \(line)", "“\(word)”限定文档；要查找这个词本身：\(line)")
    }
    static func holdingMost(of words: String) -> Message {
        Message(
            "no sentence holds all of ‘\(words)’; these hold at least three fifths of its pairs of characters and words",
            "没有句子含有“\(words)”的全部；这些句子至少含有其五分之三的字对和词")
    }
    static func readAsEither(_ one: String, _ other: String) -> Message {
        Message("no row has both ‘\(one)’ and ‘\(other)’: read as either", "没有一行兼有“\(one)”和“\(other)”：读作其中之一")
    }
    static func readAsText(word: String) -> Message {
        Message("‘\(word)’ names nothing here; it was searched for in the text", "这里没有叫“\(word)”的；已在原文中查找")
    }
    static func readAsSector(word: String, sector: String, exactly line: String) -> Message {
        Message(
            "‘\(word)’ was read as sector \(sector); for the word itself: \(line)", "“\(word)”读作领域\(sector)；只查这个词：\(line)")
    }
    static func mixedUnits(_ units: String) -> Message {
        Message("values in different units (\(units)) were sorted each among themselves", "单位不同（\(units)）的值各自排序")
    }
    static func comparedAsWritten(_ number: String, units: String) -> Message {
        Message(
            "\(number) has no unit: numbers were compared as they are written, in different units (\(units))",
            "“\(number)”没有单位：按原文的数比较，单位不同（\(units)）")
    }
    static func otherUnitLeftOut(rows: Int, unit: String, wanted: String, term: String) -> Message {
        Message(
            "\(rows) more \(rows == 1 ? "is" : "are") in \(unit), which is not the same as \(wanted): \(term)",
            "另有\(rows)条以\(unit)计，与\(wanted)不是一回事：\(term)")
    }
    static func notADocument(_ word: String) -> Message { Message("‘\(word)’ is not of one document", "“\(word)”不属于某一份文档") }
    static func noDocumentOf(_ place: String, _ year: Int) -> Message {
        Message("there is no document of \(place) for \(year)", "没有\(place)\(year)年的文档")
    }
    static func noIssuerOfBoth(_ old: Int, _ new: Int) -> Message {
        Message("nobody issued documents of both \(old) and \(new)", "没有哪一个发布者\(old)年和\(new)年都有文档")
    }
    static func whichIssuer(_ count: Int, _ old: Int, _ new: Int) -> Message {
        Message("of whom: \(count) issued documents of both \(old) and \(new)", "是哪里的：有\(count)个发布者\(old)年和\(new)年都有文档")
    }
    static func comparedDocuments(_ old: String, _ new: String) -> Message { Message("compared: \(old) and \(new)", "比照的是\(old)和\(new)") }
    static let onlyFormats = Message("a page has no rows; only a format or a file can follow", "页面没有行，其后只能跟格式或文件")
    static func noPath(_ start: String, _ end: String) -> Message {
        Message("no way leads from \(start) to \(end)", "从“\(start)”到“\(end)”没有路")
    }
    static let noFigures = Message(
        "only figures can be laid over years or beside each other; these rows are others", "只有数据才能按年或并排比较，这里的行不是数据")
    static func moreSeries(_ count: Int, such names: String) -> Message {
        Message(
            "\(count) more with fewer years \(count == 1 ? "is" : "are") not drawn (\(names) …): narrow by place: or indicator:",
            "另有\(count)条年份较少的没有画出（\(names)等）：可用“地区:”或“指标:”限定")
    }
    static func otherAxis(_ count: Int, terms: [String]) -> Message {
        Message(
            "\(count) more of another aspect or unit \(count == 1 ? "is" : "are") not on this axis: add \(terms.joined(separator: ", or "))",
            "另有\(count)条方面或单位不同，不在这根轴上：加上\(terms.joined(separator: "，或"))")
    }
    static func saidAgain(_ count: Int) -> Message {
        Message(
            "\(count) more target\(count == 1 ? " says" : "s say") again what \(count == 1 ? "its" : "their") document says elsewhere: counted once",
            "另有\(count)条目标在同一文档中重复提出，只计一次")
    }
    static func moreColumns(_ count: Int) -> Message {
        Message("\(count) more column\(count == 1 ? "" : "s") with fewer rows not shown", "另有\(count)列行数较少，未列出")
    }
    static let highestAndLowest = Message("▲ the highest of a column, ▼ the lowest", "▲为该列最高，▼为最低")
    static func unitsUnified(_ count: Int) -> Message {
        Message(
            "\(count) number\(count == 1 ? " was" : "s were") in another unit and \(count == 1 ? "is" : "are") converted to that of the column",
            "\(count)个数原用别的单位，已换算成该列的单位")
    }
    static let noOutcomes = Message("only targets are met or missed; these rows are others", "只有目标才谈得上完成与否，这里的行不是目标")
    static let unitsApart = Message("different units have rows of their own", "单位不同的分行列出")
    static let nothingLoaded = Message("nothing is loaded", "没有载入任何文档")
    static func nothingFound(noun: String) -> Message {
        Message("there are no \(noun)", "没有\(Noun.chineseName(of: noun))")
    }
    static func emptiedBy(term: Condition, before: Int, noun: String) -> Message {
        Message(
            "\(before) \(noun == Noun.check.name ? Noun.targets.name : noun) before ‘\(Printer(.english).print(term))’, none after it",
            "加上“\(Printer(.chinese).print(term))”之前有\(before)条\(Noun.chineseName(of: noun))，之后一条也没有")
    }
    static func valuesThere(key: String, values: String) -> Message {
        Message("\(key) there: \(values)", "那里的\(KeyWord.chineseName(of: key))：\(values)")
    }
    static func noDocumentCovers(years: String, known: String) -> Message {
        Message("no document covers \(years); the years known are \(known)", "没有文档涉及\(years)；已知年份为\(known)")
    }
    static func yearUnknown(of file: String, others: Int) -> Message {
        Message(
            "the year of \(file)\(others == 0 ? "" : " and \(others) more") is not known: let the name of the file begin with the year it is about, as in 2026-北京市.txt",
            "不知道\(file)\(others == 0 ? "" : "等\(others + 1)份文档")是哪一年的：请让文件名以所述年份开头，如2026-北京市.txt")
    }
    static func neverCovers(noun: String, years: String, known: String) -> Message {
        Message(
            "no \(noun) cover \(years) here; there are some for \(known)",
            "这里没有\(years)的\(Noun.chineseName(of: noun))；有\(known)的")
    }
    static func placeWithoutDocument(_ place: String) -> Message {
        Message("no document of \(place) is loaded", "没有载入\(place)的文档")
    }
    static func nearest(_ line: String, rows: Int) -> Message {
        Message("nearest with an answer: \(line) (\(rows) row\(rows == 1 ? "" : "s"))", "最近的有答案的一行：\(line)（\(rows)行）")
    }
    static func spokenOf(_ words: String) -> Message { Message("Where help speaks of ‘\(words)’", "帮助中谈到“\(words)”之处") }
    static func didYouMean(_ line: String) -> Message { Message("did you mean: \(line)", "您是不是要：\(line)") }
    static func nothingTied(noun: String, to rows: Int, narrowed: Bool) -> Message {
        let name = Noun.chineseName(of: noun), those = rows == 1 ? "row" : "\(rows) rows"
        return narrowed
            ? Message("of the \(noun) tied to the \(those), the terms leave none", "与这\(rows)行相连的\(name)中没有符合条件的")
            : Message("no \(noun) are tied to the \(those)", "没有\(name)与这\(rows)行相连")
    }
    static func noneTied(_ has: Bool, _ rows: Int, noun: String) -> Message {
        let name = Noun.chineseName(of: noun)
        return has
            ? Message(
                rows == 1 ? "the one row has no such \(noun)" : "none of the \(rows) rows has such \(noun)",
                "这\(rows)行都没有符合条件的\(name)")
            : Message(rows == 1 ? "the one row has such \(noun)" : "each of the \(rows) rows has such \(noun)", "这\(rows)行都有符合条件的\(name)")
    }
    static func noWayOn(to noun: String) -> Message {
        Message(
            "these rows are not places, sectors or the like: there is no way on to \(noun)",
            "这些行不是地区、领域等：不能由此到\(Noun.chineseName(of: noun))")
    }
    public static func more(_ count: Int, _ command: String) -> Message {
        Message("\(count) more: \(command)", "还有\(count)条：\(inChinese(command))")
    }
    /// A line in Chinese words; as it stands where it cannot be read.
    private static func inChinese(_ line: String) -> String { (try? Parser.parse(line)).map { Printer(.chinese).print($0) } ?? line }
    public static func inAllRows(_ values: [(heading: String, text: String)]) -> Message {
        let pairs = values.map { "\($0.heading) \($0.text.isEmpty ? "–" : $0.text)" }
        return Message("in all rows: \(pairs.joined(separator: ", "))", "各行相同：\(pairs.joined(separator: "，"))")
    }
    public static func notShown(_ columns: [String]) -> Message {
        Message(
            "not shown for want of width: \(columns.joined(separator: ", ")); all with | wide",
            "宽度不够，未显示：\(columns.joined(separator: "、"))；全部显示用 | 全宽")
    }
    static func noneOfThem(_ rows: Int) -> Message {
        Message(rows == 1 ? "the one row is left out" : "none of the \(rows) rows is left", "这\(rows)行一行也不剩")
    }
    static func unknownName(_ word: String) -> Message {
        Message("nothing is kept as \(word); `let` lists what is", "没有名为\(word)的内容；“令”可列出已有的")
    }
    static func kept(_ name: String, rows: Int) -> Message {
        Message("$\(name): \(rows == 1 ? "1 row" : "\(rows) rows")", "$\(name)：\(rows)行")
    }
    static func standsFor(_ word: String, _ line: String) -> Message {
        Message("\(word) stands for: \(line) (until you leave; a line of init.gm lasts)", "\(word)代表：\(line)（退出后失效；写进init.gm可长期保留）")
    }
    static var noAliases: Message {
        Message("no word stands for a line yet: alias jobs = targets sector:employment", "还没有别名：别名 岗位 = 目标 领域:就业")
    }
    static var nothingKept: Message { Message("no rows are kept yet: let jobs = targets sector:employment", "还没有记下的行：令 岗位 = 目标 领域:就业") }
    static func noLonger(_ word: String) -> Message { Message("\(word) stands for nothing any more", "\(word)不再是别名") }
    static func noAlias(_ word: String) -> Message { Message("\(word) is no alias", "\(word)不是别名") }
    static let nothingToSave = Message("there is no answer to save yet", "还没有可保存的答案")
    static func reason(_ relation: Message, _ words: String) -> Message {
        Message("\(relation.english) (\(words))", "\(relation.chinese)（\(words)）")
    }
    static func sameIndicatorFolded(_ count: Int, _ years: String, _ command: String) -> Message {
        let english = years.isEmpty ? "" : ", \(years)", chinese = years.isEmpty ? "" : "（\(years)）"
        return Message("same indicator: \(count) more\(english): \(command)", "同一指标：还有\(count)条\(chinese)：\(inChinese(command))")
    }
    static let nothingRelated = Message("nothing here bears on it", "这里没有与它相关的内容")
    static func allAgree(documents: Int) -> Message {
        Message(
            documents == 1 ? "all is well: the checks found nothing in the document"
                : "all is well: the checks found nothing in \(documents) documents",
            "一切正常：校核了\(documents)份文档，没有发现问题")
    }
    static func disagreements(_ kinds: String, in faulty: Int, of documents: Int) -> Message {
        Message("\(kinds); in \(faulty) of \(documents) documents", "\(kinds)；涉及\(documents)份文档中的\(faulty)份")
    }
}

extension Message {
    /// What lowers the confidence in a statement.
    static func against(_ signs: [Message]) -> Message {
        Message(
            "against it: " + signs.map(\.english).joined(separator: "; "), "不利迹象：" + signs.map(\.chinese).joined(separator: "；"))
    }
}

extension Noun {
    /// The standard Chinese word for a noun of this English name.
    static func chineseName(of name: String) -> String { named(name)?.description.chinese[0] ?? name }
}

extension KeyWord {
    /// The standard Chinese word for a property of this English name.
    static func chineseName(of name: String) -> String { named(name)?.chinese.first ?? name }
    /// The property of this English name, for people and programs.
    static func term(_ name: String) -> Term { Term(name, Message(name, chineseName(of: name))) }
    /// The property of this English name in the tongue of the moment.
    public static func word(_ name: String) -> String { term(name).name.text }
}

/// Of rows that `take` cut off.
extension Message {
    static func equalRows(_ count: Int) -> Message {
        Message(
            count == 1 ? "one more row is equal to the last of these" : "\(count) more rows are equal to the last of these",
            "另有\(count)行与最后一行相等")
    }
}
