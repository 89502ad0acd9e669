import KnowledgeGraph
import Testing

@testable import QueryLanguage

/// Rows that are there already: `last`, `#3`, `$name`; words that stand for lines; how a line is read.
@Suite struct Names {
    let session = Asker()

    @Test func lastGoesOn() {
        #expect(session.diagnostic("last")?.exitCode == 3)
        _ = session.ids("targets 2026")
        #expect(session.ids("last | where gdp") == ["f3", "f6"])
        #expect(session.ids("上次 西河") == ["f6"])
        #expect(session.notes("last 东山") == ["the one row is left out"])
        _ = session.rows("measures | count by sector")
        #expect(session.ids("last | take 1 | targets") == ["f5"])
        _ = session.rows("related f5")
        #expect(session.ids("last | take 2") == ["m1", "m2"])
        #expect(session.ids("last | measures") == ["m2", "m1"])
        _ = session.card("open f3")
        #expect(session.ids("last | indicator") == ["i1"])
        _ = session.rows("back")
        _ = session.rows("back")
        #expect(session.ids("last") == ["m2", "m1"], "back brings its rows back")
    }

    @Test func rowsByNumberAnywhere() {
        _ = session.ids("targets 2026")
        #expect(session.ids("#5 | measures") == ["m1", "m2"])
        _ = session.ids("targets 2026")
        #expect(session.ids("measures in #5") == ["m1", "m2"])
        _ = session.ids("targets 2026")
        #expect(session.card("打开 #1")?.heading == "f3 东山省 地区生产总值 ≥5.5% 2026")
        #expect(session.diagnostic("#99 | measures")?.code == .noSuchRow)
    }

    @Test func rowsAreKeptByName() {
        #expect(session.notes("let east = targets place:东山") == ["$east: 3 rows"])
        #expect(session.ids("$east") == ["f3", "f4", "f5"])
        #expect(session.ids("$east gdp") == ["f3"])
        #expect(session.ids("targets 2026 not in $east") == ["f6", "f7"])
        #expect(session.ids("measures in $east") == ["m1", "m2"])
        #expect(session.ids("measures $east") == ["m1", "m2"])
        #expect(session.notes("令 西 = 地区 西河") == ["$西: 1 row"])
        #expect(session.ids("目标 在 $西") == ["f6", "f7"])
        #expect(session.ids("$east | measures | sector") == ["ecology"])
        #expect(session.rows("let") == ["$east|3|targets place:东山", "$西|1|places 西河"])
        // A kept answer of groups is a table.
        _ = session.notes("let by = measures | count by sector")
        #expect(session.rows("$by | where count>=2") == ["生态环境|3"])
        // None kept is none found, not an error.
        _ = session.notes("let none = places 南原")
        #expect(session.notes("targets in $none").first == "6 targets before ‘in $none’, none after it")
        let unknown = session.diagnostic("$eats")
        #expect(unknown?.expected == ["$east"])
        #expect(unknown?.exitCode == 3)
        #expect(session.diagnostic("let 2x = targets")?.span.start == 4)
        #expect(session.diagnostic("let x targets")?.message == "‘targets’ cannot stand here; expected =")
        #expect(session.diagnostic("let x = trgets")?.suggestion == "let x = targets")
    }

    @Test func aliasesBeginALine() {
        _ = session.notes("alias jobs = targets sector:employment")
        #expect(session.ids("jobs 2026 | take 1") == ["f4"])
        #expect(session.ids("explain jobs").isEmpty == false)
        #expect(session.rows("alias") == ["jobs|targets sector:employment"])
        #expect(session.diagnostic("alias targets = results")?.message == "‘targets’ is a command already")
        let wrong = session.diagnostic("alias bad = targets secter:ecology")
        #expect(wrong?.span == .init(20, 26))
        #expect(wrong?.suggestion == "alias bad = targets sector:ecology")
        _ = session.notes("alias jobs =")
        #expect(session.diagnostic("jobs")?.code == .unknownCommand)
    }

    @Test func linesAreExplained() {
        let rows = session.rows("explain 目标 2026 生态 值>=4亿元 | 举措 | 前 5")
        #expect(rows[0] == "English|targets 2026 生态 value>=4亿元 | measures | take 5")
        #expect(rows[1] == "中文|目标 2026 生态 值>=4亿元 | 举措 | 前 5")
        #expect(rows.contains("2026|the period covers 2026"))
        #expect(rows.contains("生态|sector 生态环境 (ecology)"))
        #expect(rows.contains("value>=4亿元|value >= 400000000元"))
        #expect(rows.contains("| measures|the measures that the rows are tied to"))
        #expect(session.rows("explain targets 湿地").last == "湿地|‘湿地’ stands in the text")
        #expect(session.diagnostic("explain targets sector:ecolgy")?.suggestion == "explain targets sector:ecology")
        #expect(session.ids("explain targets 2026 gdp").last == "i1", "what was resolved can be opened")
    }

    @Test func filesAreAskedFor() throws {
        guard case .success(let answer) = session.session.answer("targets gdp | as csv out"),
            case .save(let saving)? = answer.request
        else {
            Issue.record("no request")
            return
        }
        #expect(saving == Saving(Word("out"), as: .csv))
        _ = session.rows("targets gdp")
        guard case .success(let later) = session.session.answer("save! out.md"), case .save(let again)? = later.request else {
            Issue.record("no request")
            return
        }
        #expect(again == Saving(Word("out.md"), replaces: true))
        #expect(later.isEmpty == false)
        let ending = session.diagnostic("targets | save x.docx")
        #expect(ending?.message == "no format goes by the ending ‘.docx’")
        #expect(ending?.suggestion == "targets | save x.docx.csv")
        #expect(session.diagnostic("targets | as jsn")?.suggestion == "targets | as json")
    }
}
