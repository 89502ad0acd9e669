import Documents
import Foundation
import Presentation
import QueryLanguage
import Testing

@testable import Shell

/// A folder of its own, deleted at the end.
private final class Folder {
    let path: String
    init() {
        path = FileManager.default.temporaryDirectory.path + "/gangmu-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var history: String { path + "/state/gangmu/history" }
    func contents() -> [UInt8] { FileManager.default.contents(atPath: history).map(Array.init) ?? [] }
    func write(_ bytes: [UInt8]) {
        try? FileManager.default.createDirectory(atPath: path + "/state/gangmu", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: history, contents: Data(bytes))
    }
}

@Suite struct HistoryTests {
    @Test func keepsLinesAcrossRunsForTheUserOnly() throws {
        let folder = Folder()
        var first = History(path: folder.history)
        first.append("目标 2026 领域:生态环境")
        first.append("targets \"a\\nb\"\t|\n sort value")
        #expect(first.failure == nil)
        #expect(History(path: folder.history).entries == ["目标 2026 领域:生态环境", "targets \"a\\nb\"\t|\n sort value"])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.history)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func leavesOutRepeatsBlankLinesAndLinesThatBeginWithASpace() {
        let folder = Folder()
        var history = History(path: folder.history)
        let keptFirst = history.append("指标")
        #expect(keptFirst)
        let keptSecond = history.append("指标")
        #expect(!keptSecond)
        let keptThird = history.append(" 秘密")
        #expect(!keptThird)
        let keptFourth = history.append("　")
        #expect(!keptFourth)
        let keptFifth = history.append("目标")
        #expect(keptFifth)
        let keptSixth = history.append("指标")
        #expect(keptSixth)
        #expect(history.entries == ["指标", "目标", "指标"])
        #expect(History(path: folder.history).entries == ["指标", "目标", "指标"])
    }

    @Test func whatCameOfALineIsKeptBesideIt() throws {
        let folder = Folder()
        var one = History(path: folder.history), two = History(path: folder.history)
        let met = History.Outcome(rows: 17, milliseconds: 12, exitCode: 0),
            missed = History.Outcome(rows: nil, milliseconds: 3, exitCode: 2)
        one.append("目标 2026", time: 1)
        // Another shell types in between; a line that does not stand last is none that could be finished.
        two.append("targts\t2026", time: 1)
        two.finish("targts\t2026", missed)
        one.finish("目标 2026", met)
        two.append("领域", time: 2)
        two.finish("目标 2026", missed)
        let history = History(path: folder.history)
        #expect(history.entries == ["目标 2026", "targts\t2026", "领域"])
        #expect(history.outcomes == [met, missed, nil], "the line that ran when the program was killed has none")
        one.refresh()
        #expect(one.entries.sorted() == history.entries.sorted())
        #expect(History.Outcome(met.text) == met && History.Outcome("rows=x") == nil)
        // A line of an answer kept twice over stays one entry.
        #expect(try String(contentsOfFile: folder.history, encoding: .utf8).split(separator: "\n").count == 5)
    }

    @Test func passesOverDamagedLines() {
        let folder = Folder()
        let good = History.encode("就业", time: 0)
        folder.write(good + Array("no date\n".utf8) + Array("2026-01-01T00:00:00Z\t".utf8) + [0xFF, 0xFE, 0x0A]
            + Array("2026-01-01T00:00:00Z\tbroken \\x\n".utf8) + History.encode("目标", time: 1) + Array("2026-01-01T00:00".utf8))
        var history = History(path: folder.history)
        #expect(history.entries == ["就业", "目标"])
        // The line that was cut off does not swallow the next one.
        history.append("举措")
        #expect(History(path: folder.history).entries == ["就业", "目标", "举措"])
        #expect(folder.contents().starts(with: good))
    }

    @Test func twoShellsAtOnceLoseNothing() async {
        let folder = Folder()
        let path = folder.history
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var history = History(path: path)
                    for number in 0..<250 { history.append("目标 第\(writer)个 \(number)") }
                }
            }
        }
        let entries = History(path: path).entries
        #expect(entries.count == 1000)
        #expect(Set(entries).count == 1000)
        for writer in 0..<4 {
            let own = entries.filter { $0.contains("第\(writer)个") }
            #expect(own == (0..<250).map { "目标 第\(writer)个 \($0)" })
        }
    }

    @Test func takesInWhatAnotherShellAdds() {
        let folder = Folder()
        var one = History(path: folder.history), two = History(path: folder.history)
        one.append("指标")
        two.append("目标")
        one.refresh()
        #expect(one.entries == ["指标", "目标"])
        one.append("举措")
        two.refresh()
        #expect(two.entries.suffix(1) == ["举措"])
    }

    @Test func worksWithoutAFile() {
        var history = History(path: "/proc/nowhere/history")
        let keptFirst = history.append("指标")
        #expect(keptFirst)
        #expect(history.entries == ["指标"])
        #expect(history.failure?.contains("/proc/nowhere/history") == true)
        var own = History(path: nil)
        let keptSecond = own.append("指标")
        #expect(keptSecond)
        #expect(own.failure == nil)
    }

    @Test func showsTimesAsClocksDoHere() {
        setenv("TZ", "CST-8", 1)
        defer {
            unsetenv("TZ")
            tzset()
        }
        #expect(History.localTime("2026-01-31T20:15:00Z") == "2026-02-01 04:15:00")
        #expect(History.localTime("yesterday") == "yesterday")
    }

    @Test func writesTheTimeInUTC() {
        #expect(String(decoding: History.encode("a", time: 1_769_847_300), as: UTF8.self) == "2026-01-31T08:15:00Z\ta\n")
    }
}

@Suite struct LineSourceTests {
    /// The lines that come out of a pipe into which `bytes` are written.
    private func read(_ bytes: [UInt8]) throws -> (lines: [LineSource.Line], failure: LineSource.Failure?) {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        let writer = Thread {
            pipe.fileHandleForWriting.write(Data(bytes))
            pipe.fileHandleForWriting.closeFile()
        }
        writer.start()
        var source = LineSource(descriptor: descriptor), lines: [LineSource.Line] = []
        do throws(LineSource.Failure) {
            while let line = try source.next() { lines.append(line) }
        } catch {
            return (lines, error)
        }
        return (lines, nil)
    }

    @Test func readsLinesOfEveryKind() throws {
        let (lines, failure) = try read([0xEF, 0xBB, 0xBF] + Array("目标 2026\r\n\n指标\n最后".utf8))
        #expect(failure == nil)
        #expect(lines.map(\.text) == ["目标 2026", "", "指标", "最后"])
        #expect(lines.map(\.number) == [1, 2, 3, 4])
    }

    @Test func readsNothing() throws {
        #expect(try read([]).lines.isEmpty)
        #expect(try read(Array("\n".utf8)).lines.map(\.text) == [""])
    }

    @Test func namesTheByteThatIsNotUTF8() throws {
        let (lines, failure) = try read(Array("指标\n目标 ".utf8) + [0xB4, 0xEF] + Array("\nx\n".utf8))
        #expect(lines.map(\.text) == ["指标"])
        #expect(failure == .notUTF8(line: 2, byte: 7))
        #expect(failure?.description == "standard input:2: byte 8 is not UTF-8; convert the text first")
        #expect(failure?.exitCode == 2)
    }

    @Test(arguments: [[0xE7, 0xA2], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]])
    func findsTheFirstBrokenByte(of broken: [UInt8]) {
        #expect(LineSource.firstBroken(in: (Array("碳a".utf8) + broken)[...]) == 4)
    }

    @Test func isQuickWithLongAndManyLines() throws {
        let long = String(repeating: "碳", count: 1 << 20)
        let (lines, failure) = try read(Array((long + "\n").utf8) + Array(String(repeating: "目标\n", count: 200_000).utf8))
        #expect(failure == nil)
        #expect(lines.count == 200_001)
        #expect(lines.first?.text == long)
    }

    @Test func refusesALineWithoutEnd() throws {
        let (_, failure) = try read([UInt8](repeating: 0x61, count: LineSource.longest + 70_000))
        #expect(failure == .tooLong(line: 1))
    }
}

@Suite struct ContinuationTests {
    @Test(arguments: [
        "targets 2026 |", "目标 2026 ｜ ", "targets \"a b", "目标 “就业", "目标 （领域:生态", "targets ( a", "x 「", "a | # then",
        #"a "b \""#,
    ])
    func goesOn(after line: String) { #expect(Continuation.isNeeded(after: line)) }

    @Test(arguments: [
        "", "targets 2026", "targets \"a | b\"", "目标 “就业”", "a (b) | c", ") (b)", "# a ( comment |", "targets |\nsort value",
        #"a "b \" c""#, "open #3", "a # (\nb", "a | # then\nb",
    ])
    func ends(after line: String) { #expect(!Continuation.isNeeded(after: line)) }
}

@Suite struct RowsOfOneLineTests {
    @Test(arguments: [("| 前 2", "目标"), ("  地区:北京市", "目标"), ("｜ 前 2", "目标"), ("\t| take 1", "targets"), ("    x", "  targets")])
    func goOn(row: String, first: String) { #expect(Continuation.goesOn(row, from: first)) }

    @Test(arguments: [("举措", "目标"), ("", "目标"), ("   ", "目标"), ("  b", "  a"), (" b", "  a")])
    func standAlone(row: String, first: String) { #expect(!Continuation.goesOn(row, from: first)) }

    @Test func keepTheirOffsetsWithoutComments() {
        let line = "目标 2026 # 说明\n| 前 2"
        let row = Continuation.oneRow(line)
        #expect(row == "目标 2026" + String(repeating: " ", count: " # 说明\n".utf8.count) + "| 前 2")
        #expect(row.utf8.count == line.utf8.count)
        #expect(Continuation.oneRow("open #3") == "open #3")
    }
}

@Suite struct LineColoursTests {
    private func parts(_ line: String) -> [String] {
        LineColours.ranges(in: line).map { "\($0.style.parameters):" + line.slice($0.range) }
    }

    @Test func followTheShapeOfTheLine() {
        #expect(parts("targets 2026 sector:生态 \"a | b\" | sort value # why")
            == ["36:targets", "33:sector:", "32:\"a | b\"", "36:sort", "2:# why"])
        #expect(parts("目标 领域：生态｜排序 值") == ["36:目标", "33:领域：", "36:排序"])
        #expect(parts("open #3 :x") == ["36:open"])
        #expect(parts("“未完") == ["32:“未完"])
        #expect(parts("").isEmpty)
    }

    @Test(arguments: ["", "|", "\"", "：", "a：", "#", "｜“x”y|（碳)：:", "\\", "“\\"])
    func staysInsideTheLine(line: String) {
        var last = 0
        for styled in LineColours.ranges(in: line) {
            #expect(styled.range.lowerBound >= last && !styled.range.isEmpty)
            last = styled.range.upperBound
        }
        #expect(last <= line.utf8.count)
    }
}

@Suite struct ScreenTests {
    private func rows(_ frame: Frame, _ columns: Int, ambiguous: Int = 1) -> [String] {
        Layout(frame, columns: columns, ambiguous: ambiguous).rows.map(\.text)
    }

    @Test func wrapsWideCharactersWhole() {
        let frame = Frame(prompt: "> ", text: "a碳达峰", cursor: 10)
        let layout = Layout(frame, columns: 6)
        #expect(layout.rows.map(\.text) == ["> a碳", "达峰"])
        #expect(layout.cursorRow == 1)
        #expect(layout.cursorColumn == 4)
    }

    @Test func givesTheCursorARowBehindAFullOne() {
        let layout = Layout(Frame(prompt: "> ", text: "碳达", cursor: 6), columns: 6)
        #expect(layout.rows.map(\.text) == ["> 碳达", ""])
        #expect((layout.cursorRow, layout.cursorColumn) == (1, 0))
        let inside = Layout(Frame(prompt: "> ", text: "碳达峰", cursor: 6), columns: 6)
        #expect((inside.cursorRow, inside.cursorColumn) == (1, 0))
    }

    @Test func startsFurtherLinesWithTheContinuation() {
        let frame = Frame(prompt: "> ", continuation: ". ", text: "a |\n碳", cursor: 4)
        #expect(rows(frame, 20) == ["> a |", ". 碳"])
        #expect(Layout(frame, columns: 20).cursorColumn == 2)
    }

    @Test func showsControlCharactersAsWords() {
        #expect(rows(Frame(prompt: "", text: "a\u{1B}[2Jb\u{7F}\u{9B}c", cursor: 0), 40) == ["a^[[2Jb^?c"])
    }

    @Test func countsAmbiguousCharactersAsTheTerminalDoes() {
        let frame = Frame(prompt: "", text: "“碳”x", cursor: 10)
        #expect(Layout(frame, columns: 40).cursorColumn == 5)
        #expect(Layout(frame, columns: 40, ambiguous: 2).cursorColumn == 7)
        #expect(Layout(frame, columns: 40).rows[0].uncertain)
    }

    @Test func stylesEndAtEveryRow() {
        let frame = Frame(prompt: "", text: "碳达峰", cursor: 9, styles: [StyledRange(0..<9, TextStyle("36"))])
        #expect(rows(frame, 4) == ["\u{1B}[0;36m碳达\u{1B}[0m", "\u{1B}[0;36m峰\u{1B}[0m"])
    }

    @Test func drawsNothingTwice() {
        var screen = Screen(columns: 40, height: 10)
        let frame = Frame(prompt: "> ", text: "碳", cursor: 3)
        let shownFirst = screen.draw(frame)
        #expect(shownFirst == "\r\u{1B}[J> 碳\r\u{1B}[4C")
        let shownSecond = screen.draw(frame)
        #expect(shownSecond == "")
    }

    @Test func goesUpToTheFirstRowBeforeDrawing() {
        var screen = Screen(columns: 6, height: 10)
        _ = screen.draw(Frame(prompt: "> ", text: "碳达峰", cursor: 9))
        let shown = screen.draw(Frame(prompt: "> ", text: "碳", cursor: 3))
        #expect(shown.hasPrefix("\u{1B}[1A\r\u{1B}[J"))
    }

    @Test func leavesTheLineWithoutItsHint() {
        var screen = Screen(columns: 40, height: 10)
        var frame = Frame(prompt: "> ", text: "碳", cursor: 0)
        frame.hint = "达峰"
        frame.below = ["候选"]
        let shownFirst = screen.draw(frame)
        #expect(shownFirst.contains("\u{1B}[0;2m达峰\u{1B}[0m\r\n候选"))
        let shownSecond = screen.finish(frame)
        #expect(shownSecond == "\r\u{1B}[J> 碳\r\u{1B}[4C\r\n")
    }

    @Test func showsThePartOfALongTextAroundTheCursor() {
        var screen = Screen(columns: 10, height: 4)
        let text = (1...20).map(String.init).joined(separator: "\n")
        let shown = screen.draw(Frame(prompt: "", continuation: "", text: text, cursor: text.utf8.count))
        #expect(shown.contains("17\r\n18\r\n19\r\n20"))
        #expect(!shown.contains("16"))
    }

    /// A terminal that breaks rows anew has moved the cursor down when it became narrower; another has not.
    @Test func findsItsFirstRowAfterAResize() {
        for (reflows, up) in [(false, "\r"), (true, "\u{1B}[2A\r")] {
            var screen = Screen(columns: 30, height: 10)
            screen.reflows = reflows
            _ = screen.draw(Frame(prompt: "", text: "碳达峰碳中和能耗双控", cursor: 30))
            screen.resize(columns: 8, height: 10)
            let shown = screen.draw(Frame(prompt: "", text: "碳", cursor: 3))
            #expect(shown.hasPrefix(up + "\u{1B}[J"))
        }
    }

    @Test func knowsTerminalsThatBreakRowsAnew() {
        #expect(!Screen.reflows { ["TERM": "xterm-256color", "TMUX": ""][$0] })
        #expect(Screen.reflows { ["TERM": "xterm-256color", "VTE_VERSION": "7000"][$0] })
        #expect(Screen.reflows { ["TERM": "tmux-256color"][$0] })
    }
}

@Suite struct CompletionMenuTests {
    private func menu(_ names: [String], line: String = "") -> CompletionMenu {
        let candidates = names.map { Completion.Candidate($0, .name) }
        let end = line.utf8.count
        return CompletionMenu(Completion(replaced: ByteSpan(0, end), candidates: candidates), line: line, cursor: end)
    }

    @Test func columnsLineUpByCells() {
        let rows = menu(["碳中和", "碳排放强度", "gdp", "就业"]).rows(columns: 26, height: 10, plain: true)
        #expect(rows == ["碳中和      gdp       ", "碳排放强度  就业      "])
        #expect(Set(rows.map { CellWidth.of($0) }) == [22])
    }

    @Test(arguments: [(10, 1), (17, 2), (40, 5), (80, 24), (200, 24)], [1, 2])
    func fitsTheScreenWithEveryCandidateOnSomePage(size: (columns: Int, height: Int), ambiguous: Int) {
        let (columns, height) = size
        let names = (0..<57).map { "“指标”\($0)" + String(repeating: "名", count: $0 % 7) }
        var open = menu(names)
        var seen: Set<String> = []
        for _ in names {
            open.move(by: 1)
            let rows = open.rows(columns: columns, height: height, ambiguous: ambiguous, plain: true)
            #expect(rows.count <= height)
            #expect(rows.allSatisfy { CellWidth.of($0, ambiguous: ambiguous) < columns })
            #expect(rows.contains { $0.contains(">") })
            seen.insert(open.line)
        }
        #expect(seen == Set(names))
    }

    @Test func goesRoundAndPutsTheChoiceIntoTheLine() {
        let completion = Completion(replaced: ByteSpan(8, 11), candidates: [.init("碳达峰", .name), .init("碳中和", .name)])
        var open = CompletionMenu(completion, line: "targets 碳 | count", cursor: 11)
        open.move(by: 1)
        #expect(open.line == "targets 碳达峰 | count")
        #expect(open.cursor == 17)
        open.move(by: 1)
        #expect(open.line == "targets 碳中和 | count")
        open.move(by: 1)
        #expect(open.line == "targets 碳达峰 | count")
        open.move(by: -1)
        #expect(open.line == "targets 碳中和 | count")
        #expect(open.stands(on: "targets 碳中和 | count", cursor: 17))
        #expect(!open.stands(on: "targets 碳中和 | count", cursor: 16))
    }

    @Test func commonPrefixes() {
        func common(_ names: String...) -> String {
            Completion(replaced: ByteSpan(0, 0), candidates: names.map { .init($0, .name) }).commonPrefix
        }
        #expect(common("碳达峰", "碳中和") == "碳")
        #expect(common("targets", "target") == "target")
        #expect(common("a", "b") == "")
        #expect(common() == "")
    }

    @Test func namesCannotSendControlSequences() {
        let rows = menu(["\u{1B}]0;x\u{07}指标", "b"]).rows(columns: 40, height: 5, plain: true)
        #expect(rows.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
}

@Suite struct HistorySearchTests {
    private func press(_ keys: String, in search: inout HistorySearch) -> [HistorySearch.Step] {
        keys.unicodeScalars.map { search.press(.scalar($0)) }
    }

    @Test func findsTheNewestThenOlderOnes() {
        var search = HistorySearch(entries: ["和谐 1", "碳中和 2", "目标", "碳中和 2", "指标"])
        let stepsFirst = press("和", in: &search)
        #expect(stepsFirst == [.goOn])
        #expect(search.found == "碳中和 2")
        let stepsSecond = press("\u{12}", in: &search)
        #expect(stepsSecond == [.goOn])
        #expect(search.found == "和谐 1")
        let stepsThird = press("\u{12}", in: &search)
        #expect(stepsThird == [.beep])
        let stepsFourth = press("\r", in: &search)
        #expect(stepsFourth == [.take("和谐 1", cursor: 8, runs: true)])
    }

    @Test func staysWhereItIsWhileMoreIsTyped() {
        var search = HistorySearch(entries: ["a碳中", "b碳中和"])
        _ = press("碳中", in: &search)
        #expect(search.found == "b碳中和")
        let stepsFirst = press("x", in: &search)
        #expect(stepsFirst == [.beep])
        #expect(search.failed)
        let stepsSecond = press("\u{7F}\u{7F}", in: &search)
        #expect(stepsSecond == [.goOn, .goOn])
        #expect(search.query == "碳")
        #expect(search.found == "b碳中和")
        let stepsThird = press("\u{01}", in: &search)
        #expect(stepsThird == [.take("b碳中和", cursor: 1, runs: false)])
    }

    @Test func endsInTheWaysThatWereChosen() {
        var search = HistorySearch(entries: ["Targets"])
        let steps = press("\u{07}", in: &search)
        #expect(steps == [.giveUp])
        let step = search.press(.interrupted)
        #expect(step == .interrupted)
        _ = press("tARG", in: &search)
        #expect(search.found == "Targets")
    }
}
