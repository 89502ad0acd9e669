import Documents
import KnowledgeGraph
import Testing

@testable import QueryLanguage

@Suite struct SettingsTests {
    let session = Asker()

    @Test func everySettingIsExplainedAndListed() throws {
        guard case .table(let table) = try session.session.answer("set").get().body else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.count == Setting.all.count)
        for setting in Setting.all {
            #expect(setting.value(setting.standard) == setting.standard, "\(setting.name) may be what it is")
            #expect(!setting.summary.english.isEmpty && !setting.summary.chinese.isEmpty)
            guard case .table(let one) = try session.session.answer("set \(setting.name)").get().body else { continue }
            #expect(one.rows.count >= 1)
            #expect(Setting.named(setting.chinese[0])?.name == setting.name)
        }
        #expect(Set(Setting.all.flatMap(\.words)).count == Setting.all.flatMap(\.words).count, "no word names two")
    }

    @Test func valuesAreCheckedAndKept() throws {
        func fails(_ line: String) -> Diagnostic? {
            guard case .failure(let diagnostic) = session.session.answer(line) else { return nil }
            return diagnostic
        }
        #expect(try session.session.answer("set width 100").get().notes == ["width is 100"])
        #expect(session.session.settings.number("width") == 100)
        #expect(session.session.settings.isChanged("width"))
        // The name of a setting does without `set`.
        for (short, whole) in [
            ("timing on", "set timing on"), ("计时 开", "set timing on"), ("颜色 从不", "set color never"), ("width", "set width"),
        ] {
            #expect(try Parser.parse(short) == Parser.parse(whole), "\(short)")
        }
        #expect(fails("timing maybe")?.span == ByteSpan(7, 12))
        #expect(fails("timing on off") != nil)
        #expect(fails("set width 5")?.message.contains("20 to 10000") == true)
        #expect(fails("set timing maybe")?.span == ByteSpan(11, 16))
        #expect(fails("set timin on")?.suggestion == "set timing on")
        #expect(fails("set color alway")?.suggestion == "set color always")
        #expect(session.session.settings.number("width") == 100, "a mistake changes nothing")
        _ = try session.session.answer("set width default").get()
        #expect(!session.session.settings.isChanged("width"))
        _ = try session.session.answer("设置 提示符 \"政策> \"").get()
        #expect(session.session.settings["prompt"] == "政策> ")
    }

    @Test func theLanguageChangesAtOnce() throws {
        #expect(try session.session.answer("set lang zh").get().notes == ["语言已设为zh"])
        #expect(session.session.tongue == .chinese)
        #expect(try session.session.answer("set lang auto").get().notes == ["lang is auto"])
    }

    @Test(arguments: [
        "set", "set lang", "set width 100", "set prompt \"a b\"", "history", "history gdp 2026", "history | take 5", "tutorial",
        "tutorial 4", "tutorial stop",
    ])
    func linesPrintAsTheyWereRead(line: String) throws {
        let command = try Parser.parse(line)
        for form in Printer.Form.allCases {
            #expect(try Parser.parse(Printer(form).print(command)) == command, "\(form)")
        }
        #expect(Printer(.english).print(command) == line)
    }

    @Test func wordsOfOtherKindsAreRefused() {
        #expect(throws: Diagnostic.self) { try Parser.parse("tutorial 11") }
        #expect(throws: Diagnostic.self) { try Parser.parse("tutorial never") }
        #expect(throws: Diagnostic.self) { try Parser.parse("set width 100 200") }
    }

    @Test func tablesOfTheProgramGoThroughStages() throws {
        let table = Table(
            columns: [Column(key: "number", chinese: "序号"), Column(key: "line", chinese: "命令")],
            rows: (1...5).map { [.integer($0), .text("targets \($0)")] }, nodes: [NodeID?](repeating: nil, count: 5))
        let stages: [Stage] = [.skip(1), .take(2), .select([Word("line")])]
        guard case .table(let left) = try session.session.answer("history", with: table, stages).get().body else { return }
        #expect(left.rows == [[.text("targets 2")], [.text("targets 3")]])
        guard case .table(let last) = try session.session.answer("last | take 1").get().body else { return }
        #expect(last.rows == [[.text("targets 2")]])
    }

    @Test func emptyAnswersNameTheNearestLineWithOne() throws {
        func nearest(_ line: String) throws -> String? {
            try session.session.answer(line).get().notes.first { $0.hasPrefix("nearest") }
        }
        #expect(try nearest("targets 1999 gdp | take 1") == "nearest with an answer: targets 2026 gdp | take 1 (1 row)")
        #expect(try nearest("targets 2026 place:南原省") == "nearest with an answer: targets 2026 (5 rows)")
        #expect(try nearest("targets 2031") == "nearest with an answer: targets 2030 (1 row)")
        #expect(try nearest("targets 2026 -gdp gdp") != nil)
        #expect(try nearest("targets gdp") == nil)
    }

    @Test func helpIsSearched() throws {
        guard case .page(let page) = try session.session.answer("help greatest").get().body,
            case .definitions(let found)? = page.blocks.last
        else {
            Issue.record("no page")
            return
        }
        #expect(found.first?.term.hasPrefix("| max") == true)
        guard case .page(let chinese) = try session.session.answer("帮助 最大").get().body else {
            Issue.record("no page")
            return
        }
        #expect(!chinese.blocks.isEmpty)
        guard case .failure(let diagnostic) = session.session.answer("help qqqq") else {
            Issue.record("found")
            return
        }
        #expect(diagnostic.code == .unknownTopic)
    }
}
