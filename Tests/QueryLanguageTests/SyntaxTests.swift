import Documents
import Testing

@testable import QueryLanguage

/// Numbers that look drawn by lot, the same in every run.
struct Lot: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }

    mutating func one<Element>(_ choices: [Element]) -> Element { choices[Int.random(in: 0..<choices.count, using: &self)] }
    mutating func few<Element>(_ range: ClosedRange<Int>, _ make: (inout Lot) -> Element) -> [Element] {
        (0..<Int.random(in: range, using: &self)).map { _ in make(&self) }
    }

    // MARK: commands

    mutating func command() -> Command {
        switch Int.random(in: 0..<19, using: &self) {
        case 0: .open(value())
        case 1: .follow(Word(one(["1", "42", "#3"])))
        case 2: one([.links, .back, .forward, .trail, .leave, .nothing])
        case 3: .related(one([nil, value()]))
        case 4:
            one([
                .source(one([nil, value()])), .path(value(), value()), .neighbors(one([nil, value()])),
                .diff([value(), value()] + few(0...1) { $0.value() }, few(0...2) { $0.stage() }),
            ])
        case 5: .help(few(0...2) { $0.value() })
        case 6: one([.names, .aliases, .bind(name(), query()), .alias(name(), nil)])
        case 7: .alias(name(), one(["targets 2026", "目标 领域:就业 | 前 5", "open f1"]))
        case 8: .explain(command())
        case 18:
            .piped(
                one([
                    .links, .trail, .related(one([nil, value()])), .why(value()), .path(value(), value()), .neighbors(value()),
                    .open(value()),
                ]), [stage()] + few(0...1) { $0.stage() })
        case 9: .save(saving(named: false))
        case 10: .run(value(), few(0...3) { ScriptArgument($0.one([nil, $0.name()]), $0.value()) })
        case 13: .export(Saving(Word(one(["a.graphml", "b/图.ttl", "c.cypher"])), replaces: one([true, false])))
        case 11: .scripts(one(ScriptAction.allCases.filter { $0 != .list }), value())
        case 12: .scripts(.list, nil)
        default: .query(query())
        }
    }

    mutating func query() -> Query {
        var noun = Word(one(Noun.all.map(\.name) + ["last", "$x", "$东部"]))
        if Int.random(in: 0..<20, using: &self) == 0 {
            // Alone it would be followed, and behind it only a bar makes it rows.
            noun = Word("#3")
            return Query(noun: noun, terms: [], stages: few(1...3) { $0.stage() })
        }
        var terms: [Condition] = []
        let drawn = few(0...4) { $0.condition(depth: 2) }
        if !drawn.isEmpty {
            switch Condition.conjunction(drawn) {
            case .all(let parts): terms = parts
            case let single: terms = [single]
            }
        }
        return Query(noun: noun, terms: terms, stages: few(0...3) { $0.stage() })
    }

    mutating func condition(depth: Int) -> Condition {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &self) {
        case 0:
            let low = Int.random(in: 1950...2050, using: &self)
            let high = low + Int.random(in: 0...10, using: &self)
            let (from, to) = one([(low, low), (low, high), (low, nil), (nil, high)] as [(Int?, Int?)])
            return .years(from, to, Word(""))
        case 1:
            let key = key()
            let closed = KeyWord.named(key.text)?.values.map(\.name) ?? []
            return .key(key, few(1...3) { lot in closed.isEmpty ? lot.value() : Word(lot.one(closed)) })
        case 2: return .compare(key(), one(Comparison.allCases), one([Word("5"), Word("-3.5"), Word("4亿元"), value()]))
        case 3, 4:
            return .word(Word(one(["gdp", "生态", "十四五", "流域治理", "x-y", "f12", "3.5", "2026/2030", "山/水", "!", "12000", "a.b"])))
        case 5: return one([.phrase(quotable()), .within(Word(one(["last", "#3", "$x", "$东部"])))])
        case 6: return .not(condition(depth: depth - 1))
        case 7: return .disjunction(few(2...3) { $0.condition(depth: depth - 1) })
        default: return .conjunction(few(2...3) { $0.condition(depth: depth - 1) })
        }
    }

    mutating func name() -> Word { Word(one(["x", "东部", "a_1", "jobs-2026"])) }

    mutating func saving(named: Bool) -> Saving {
        let path = Word(one(["a.csv", "b/c.md", "目标 1.json", "./x.tsv"]))
        return Saving(path, as: named ? one([nil, .csv, .json]) : nil, replaces: one([true, false]))
    }

    mutating func key() -> Word { Word(one(KeyWord.all.map(\.name))) }

    mutating func value() -> Word { one([Word(one(["北京", "gdp", "f12", "y2026", "某某"])), quotable()]) }

    mutating func quotable() -> Word {
        Word(
            few(1...6) {
                $0.one(["a", "水", " ", "|", ":", ",", "“", "”", "\"", "\\", "：", "(", ")", ">=", "-", "#", "５", "。", "'"])
            }.joined())
    }

    mutating func stage() -> Stage {
        switch Int.random(in: 0..<12, using: &self) {
        case 10: return one([.trend, .changes, .compare(by: key()), .matrix(key(), key()), .totals(by: few(0...2) { $0.key() })])
        case 11: return one([.format(.chart), .format(.svg)])
        case 9: return .save(saving(named: true))
        case 8:
            let drawn = few(0...2) { $0.condition(depth: 1) }
            let noun = Word(one(Noun.all.map(\.name))), way = one([nil, true, false])
            var terms: [Condition] = []
            if case .all(let parts)? = drawn.isEmpty ? nil : Condition.conjunction(drawn) {
                terms = parts
            } else if !drawn.isEmpty {
                terms = [Condition.conjunction(drawn)]
            }
            return way.map { .tied($0, noun, terms) } ?? .reach(noun, terms)
        case 0:
            let drawn = few(1...3) { $0.condition(depth: 1) }
            if case .all(let parts) = Condition.conjunction(drawn) { return .filter(parts) }
            return .filter([Condition.conjunction(drawn)])
        case 1: return .sort(few(1...3) { Stage.SortKey($0.key(), descending: $0.one([true, false])) })
        case 2: return .take(Int.random(in: 0...100, using: &self))
        case 3: return .skip(Int.random(in: 0...100, using: &self))
        case 4: return .select(few(1...4) { $0.key() })
        case 5: return .count(by: few(0...2) { $0.key() })
        case 6: return .aggregate(one(Aggregate.allCases), of: key(), by: few(0...2) { $0.key() })
        default: return .format(one(OutputFormat.allCases))
        }
    }
}

@Suite struct Syntax {
    @Test(arguments: Printer.Form.allCases)
    func printedCommandsReadBack(form: Printer.Form) {
        var lot = Lot(state: form == .english ? 1 : 2)
        for _ in 0..<4000 {
            let command = lot.command(), printer = Printer(form)
            let line = printer.print(command)
            do {
                let read = try Parser.parse(line)
                #expect(read == command, "\(line)")
                #expect(printer.print(read) == line)
            } catch {
                Issue.record("\(line): \(error.message)")
            }
        }
    }

    /// Any line has an answer or a diagnostic, whose span lies in the line.
    @Test func anyLineIsAnswered() {
        var lot = Lot(state: 3), session = Session(graph: Fixture.graph)
        let pieces =
            Parser.commandWords + Parser.stageWords + Parser.keyWords + [
                " ", " ", " ", "|", "｜", ":", "：", "\"", "“", "”", "(", ")", "（", ">=", "＜", "=", "!", "-", ",", "、", "。", "；",
                "#", "\\", "2026",
                "2021..2025", "５", "十五五", "gdp", "or", "或", "not", "by", "desc", "\u{0}", "\u{301}", "👍🏽", "\t", "f1", "é", "1",
                "99999999999999999999", "4亿元", "last", "#1", "$x", "in", "令", "=", "let x = ", "alias x = ", "explain ", "as! ", ".csv",
            ]
        for _ in 0..<4000 {
            let line = lot.few(0...9) { $0.one(pieces) + $0.one(["", " "]) }.joined()
            if case .failure(let diagnostic) = session.answer(line) {
                #expect(diagnostic.span.start >= 0 && diagnostic.span.start <= diagnostic.span.end, "\(line)")
                // Of a question, in the line that it was read as.
                #expect(diagnostic.span.end <= (diagnostic.line ?? line).utf8.count, "\(line)")
                #expect(!diagnostic.message.isEmpty)
                if let suggestion = diagnostic.suggestion {
                    var copy = session
                    if case .failure(let second) = copy.answer(suggestion) {
                        Issue.record("\(line) → \(suggestion): \(second.message)")
                    }
                }
            }
            let cut = Int.random(in: 0...line.utf8.count, using: &lot)
            let completion = session.complete(line, cursor: cut)
            #expect(completion.replaced.start <= completion.replaced.end && completion.replaced.end <= cut)
        }
    }

    @Test func fullWidthReadsAsHalfWidth() throws {
        let half = try Parser.parse("目标 2026 领域:生态环境,就业 值>=5 \"原文\" | 排序 值 降 | 前 5")
        #expect(try Parser.parse("目标　２０２６　领域：生态环境，就业　值＞＝５　“原文”｜排序　值　降｜前　５。") == half)
        #expect(try Parser.parse("targets 2026 sector:生态环境,就业 value>=5 \"原文\" | sort value desc | take 5") == half)
        #expect(try Parser.parse("目标 2026，领域：生态环境、就业 值≥5 「原文」|排序 值 降序|前5；") == half)
    }

    @Test func yearsInEveryForm() throws {
        for line in [
            "targets 2021..2025", "targets 2021-2025", "targets 2021至2025年", "targets 2021—2025", "targets 二〇二一年至二〇二五年",
            "targets 2021——2025年",
            "targets 2021~2025", "targets 2021年到2025年",
        ] {
            #expect(try Parser.parse(line) == Parser.parse("targets 2021..2025"), "\(line)")
        }
        for year in ["2026年", "2026年度", "二〇二六年", "二零二六"] {
            #expect(try Parser.parse("targets \(year)") == Parser.parse("targets 2026"), "\(year)")
        }
        // Other numbers are words.
        #expect(
            try Parser.parse("targets 4600") == .query(Query(noun: Word("targets"), terms: [.word(Word("4600"))], stages: [])))
    }

    @Test func commentsAndNothing() throws {
        for line in ["", "   ", "# a remark", "  #", "。", "；"] { #expect(try Parser.parse(line) == .nothing) }
        #expect(try Parser.parse("targets 2026 # the plan") == Parser.parse("targets 2026"))
    }
}

@Suite struct Diagnostics {
    let session = Asker()

    /// Line, the words under the caret, the suggestion.
    @Test(arguments: [
        ("target 2026", "target", "targets 2026"),
        ("tagrets 2026", "tagrets", "targets 2026"),
        ("目表 2026", "目表", "目标 2026"),
        ("targets sector:ecolgy", "ecolgy", "targets sector:ecology"),
        ("目标 领域：生态环镜", "生态环镜", "目标 领域：生态环境"),
        ("targets secter:ecology", "secter", "targets sector:ecology"),
        ("targets kind:taget", "taget", "targets kind:target"),
        ("targets | srot value", "srot", "targets | sort value"),
        ("targets | sort vlaue", "vlaue", "targets | sort value"),
        ("targets | as jsn", "jsn", "targets | as json"),
        ("targets 2025..2021", "2025..2021", "targets 2021..2025"),
        ("targets | take many", "many", "targets | take 5"),
        ("targets \"open", "\"open", "targets \"open\""),
        ("targets (gdp or 生态", "(", "targets (gdp or 生态)"),
        ("help trgets", "trgets", "help targets"),
        ("open 东山生", "东山生", "open 东山省"),
        ("targets 2026 |", "|", "targets 2026"),
        ("links now", "now", "links"),
        ("taregts secter:ecolgy", "taregts", "targets sector:ecology"),
    ])
    func pointsAndProposes(line: String, words: String, suggestion: String) throws {
        _ = session.card("open d1")
        let diagnostic = try #require(session.diagnostic(line))
        #expect(String(line.utf8Slice(diagnostic.span)) == words)
        #expect(diagnostic.suggestion == suggestion)
        #expect(diagnostic.exitCode == (line.hasPrefix("open") ? 3 : 2))
    }

    /// Far from anything: no guess, but perhaps where to look.
    @Test(arguments: [
        "nofn", "xyzzy", "now", "甲乙", "targets sector:zzzzzz", "targets | frobnicate", "open qqqqqq", "targets foo:bar",
    ])
    func noWildGuess(line: String) throws {
        let diagnostic = try #require(session.diagnostic(line))
        #expect([nil, "help", "help properties", "documents"].contains(diagnostic.suggestion), "\(diagnostic.suggestion ?? "")")
    }

    @Test func whatIsMissingIsNamed() {
        #expect(session.diagnostic("open")?.message == "an id, a row or a name is missing after ‘open’")
        #expect(session.diagnostic("targets | sort")?.message == "a property is missing after ‘sort’")
        #expect(session.diagnostic("targets sector:")?.message == "a value is missing after ‘sector:’")
        #expect(session.diagnostic("targets value>=")?.message == "a value is missing after ‘>=’")
        #expect(session.diagnostic("measures value>=5")?.message == "measures have no value")
        #expect(session.diagnostic("targets value>=lots")?.message == "‘lots’ is not a number")
        #expect(session.diagnostic("targets | count by sector | sort value")?.message == "the rows have no column value here")
        #expect(session.diagnostic("targets ) x")?.span == ByteSpan(8, 9))
    }

    @Test func aFailedLineChangesNothing() {
        _ = session.ids("targets gdp")
        _ = session.diagnostic("targets sector:nosuch")
        #expect(session.card("1")?.heading == "f3 东山省 地区生产总值 ≥5.5% 2026")
    }
}

@Suite struct Help {
    /// `why` reads documents again and has no use for rows made by hand: `ReasonsTests` runs its examples.
    static let examples =
        Noun.all.flatMap(\.description.examples) + StageWord.all.flatMap(\.description.examples)
        + Verb.all.filter { $0.description.name != "why" }.flatMap(\.description.examples)

    @Test(arguments: examples)
    func examplesRun(line: String) {
        let session = Asker()
        // Links and the way back need somewhere to have been.
        _ = session.card("open d1")
        _ = session.card("open d2")
        if line == "forward" { _ = session.card("back") }
        if let diagnostic = session.diagnostic(line) { Issue.record("\(line): \(diagnostic.message)") }
    }

    @Test func everyWordHasAPage() {
        for topic in HelpPages.topics { #expect(HelpPages.page(on: topic) != nil, "\(topic)") }
    }

    @Test func examplesOfTheOverviewRun() {
        let session = Asker()
        for case .examples(let lines) in HelpPages.overview().blocks {
            for line in lines { #expect(session.diagnostic(line) == nil, "\(line)") }
        }
    }

    @Test func noWordMeansTwoThings() {
        for words in [Parser.commandWords, Parser.stageWords, Parser.keyWords] {
            #expect(Set(words.map { $0.lowercased() }).count == words.count)
        }
        for key in KeyWord.all {
            let words = key.values.flatMap { [$0.name] + $0.chinese }
            #expect(Set(words).count == words.count, "\(key.name)")
        }
    }

    @Test func everyColumnHasItsWords() {
        for noun in Noun.all {
            for key in noun.columns { #expect(Property.named(key, of: noun.type) != nil, "\(noun.name) \(key)") }
            for property in Property.all(of: noun.type) { #expect(KeyWord.named(property.key) != nil, "\(property.key)") }
        }
    }
}

/// Words that other shells taught mean here what is meant, or come with a line that works.
@Suite struct HabitTests {
    @Test(arguments: [
        ("targets | sort by value desc", "targets | sort value desc"), ("目标 | 排序 按 值", "targets | sort value"),
        ("targets | group by sector", "targets | count by sector"), ("targets | count group by sector", "targets | count by sector"),
        ("targets | limit 3", "targets | take 3"), ("targets | filter value>5", "targets | where value>5"), ("follow f3", "open f3"),
    ])
    func stagesOfOtherShells(_ line: String, _ meant: String) throws {
        #expect(try Parser.parse(line) == Parser.parse(meant))
    }

    @Test func aNameIsNoPropertyButHasAValue() {
        var session = Asker().session
        for (line, better) in [("targets gdp>5%", "targets gdp value>5%"), ("targets 2026 gdp > 5", "targets 2026 gdp value > 5")] {
            guard case .failure(let diagnostic) = session.answer(line) else {
                Issue.record("\(line) is refused")
                continue
            }
            #expect(diagnostic.suggestion == better)
        }
    }

    /// At most three lines, the best first, each with an answer.
    @Test(arguments: ["targts 2026", "targets 2026 | srt value", "targets secter:生态", "measures 2026 | count by plce", "指标 领城:生态"])
    func whatPutsAMistakeRightIsAtMostThreeLines(_ line: String) {
        var session = Asker().session
        guard case .failure(let diagnostic) = session.answer(line) else {
            Issue.record("\(line) is refused")
            return
        }
        #expect((1...3).contains(diagnostic.suggestions.count) && diagnostic.suggestions.first == diagnostic.suggestion)
        for suggestion in diagnostic.suggestions {
            if case .failure(let other) = session.answer(suggestion) { Issue.record("\(suggestion): \(other.message)") }
        }
    }

    @Test(arguments: [
        ("set colour off", "set color never"), ("set lang chinese", "set lang zh"), ("set pager no", "set pager off"),
        ("set hints true", "set hints on"),
        ("targets | top 3", "targets | take 3"), ("怎么用", "help"), ("targets value>=5 percent", "targets value>=5%"),
    ])
    func wordsOfOtherPrograms(_ line: String, _ meant: String) throws {
        let (one, other) = (try Parser.parse(line), try Parser.parse(meant))
        #expect(
            Printer(.english).print(one).filter { $0 != " " }.replacing("percent", with: "%")
                == Printer(.english).print(other).filter { $0 != " " })
    }

    @Test(arguments: [
        ("targets > out.csv", "targets | save out.csv"), ("目标：就业", "目标 就业"),
        ("targets 2026 | count by secotr", "targets 2026 | count by sector"),
    ])
    func whatWasMeantIsProposed(_ line: String, _ better: String) {
        var session = Asker().session
        guard case .failure(let diagnostic) = session.answer(line) else {
            Issue.record("\(line) is refused")
            return
        }
        #expect(diagnostic.suggestion == better)
    }

    /// The name that sounds so comes before one that merely looks alike.
    @Test func soundComesFirst() {
        #expect(Spelling.nearest(to: "云难", among: ["云浮", "云南", "云阳"]).first == "云南")
        // A slip comes before the beginning of a name twice as long.
        #expect(Spelling.nearest(to: "ecologi", among: ["ecological restoration", "ecology"]) == ["ecology", "ecological restoration"])
        #expect(Spelling.nearest(to: "gudingzichan", among: ["粮食产量", "固定资产投资"]) == ["固定资产投资"])
        #expect(Spelling.nearest(to: "guding资产投资", among: ["粮食产量", "固定资产投资"]) == ["固定资产投资"])
        #expect(Spelling.sounding(like: "木标", among: ["目标", "举措"]) == ["目标"])
    }

    @Test func aStageWithoutItsBarIsSeen() throws {
        var session = Asker().session
        let several = try session.answer("targets zz sort by value desc limit 2").get().notes.joined(separator: "\n")
        #expect(several.contains("targets zz | sort by value desc | limit 2") || several.contains("zz"))
        let both = try session.answer("targets sort by value desc limit 2").get().notes.joined(separator: "\n")
        #expect(both.contains("targets | sort by value desc | limit 2"))
        let notes = try session.answer("targets sort value").get().notes.joined(separator: "\n")
        #expect(notes.contains("targets | sort value"))
    }

    @Test func twoWordsMayBeAQuestion() throws {
        var session = Asker().session
        #expect(try session.answer("2026 targets").get().readAs == "targets 2026")
        #expect(try session.answer("gdp targets").get().readAs?.contains("indicator:地区生产总值") == true)
    }
}
