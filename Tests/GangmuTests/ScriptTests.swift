import Documents
import Foundation
import Testing

@testable import gangmu

@Suite struct ScriptTests {
    private func script(_ text: String, _ arguments: String...) throws -> Script {
        try Script(name: "brief.gm", bytes: Array(text.utf8), arguments: arguments)
    }

    private func mistake(_ text: String, _ arguments: String...) -> Script.Mistake? {
        do throws(Script.Mistake) {
            _ = try Script(name: "brief.gm", bytes: Array(text.utf8), arguments: arguments)
            return nil
        } catch {
            return error
        }
    }

    @Test func commentsAndEmptyLinesAreNoCommands() throws {
        let script = try self.script("\u{FEFF}#!/usr/bin/env gangmu\r\n\r\n  # a comment\r\ntargets 2026 # of this year\r\nopen #3\r\n")
        #expect(script.commands.map(\.text) == ["targets 2026 ", "open #3"])
        #expect(script.commands.map(\.number) == [4, 5])
    }

    @Test func quotesKeepTheirSigns() throws {
        #expect(try script("figures \"a # b\" “c # d” # e").commands.map(\.text) == ["figures \"a # b\" “c # d” "])
    }

    @Test func argumentsArePutIn() throws {
        let commands = try script("目标 $1 地区:$2 $@ $$5 $x", "2026", "北京").commands
        #expect(commands.map(\.text) == ["目标 2026 地区:北京 2026 北京 $5 $x"])
    }

    @Test func aMissingArgumentIsFoundBeforeAnythingRuns() throws {
        let mistake = try #require(self.mistake("targets 2026\n目标 $2 $1", "2026"))
        #expect(mistake.place == "brief.gm:2:4")
        #expect(mistake.diagnostic.span == ByteSpan(7, 9))
        #expect(mistake.diagnostic.message == "$2 is missing: 1 argument was given")
        #expect(mistake.diagnostic.exitCode == 2)
    }

    /// Columns count characters of the file, also behind an argument and inside it.
    @Test func placesAreThoseOfTheFile() throws {
        let script = try self.script("# 注\n目标 $1 secter:$1", "湖滨区 2026")
        let command = try #require(script.commands.first)
        #expect(command.text == "目标 湖滨区 2026 secter:湖滨区 2026")
        func place(_ part: String) throws -> String {
            let range = try #require(command.text.range(of: part))
            let start = command.text.utf8.distance(from: command.text.startIndex, to: range.lowerBound)
            return script.place(of: ByteSpan(start, start + 1), in: command)
        }
        #expect(try place("secter") == "brief.gm:2:7")
        #expect(try place("2026") == "brief.gm:2:4")
        #expect(try place("标") == "brief.gm:2:2")
        #expect(script.place(of: ByteSpan(command.text.utf8.count, command.text.utf8.count), in: command) == "brief.gm:2:14")
    }

    @Test func parametersAreDeclaredFirst() throws {
        let text = "# what for\nparam year: year = 2026  # of the plan\n参数 地区: 地区\n目标 $年 $year 地区:$地区 “$地区” ${year}年\n"
        let heading = Script.Heading(Array(text.utf8))
        #expect(heading.purpose == "what for")
        #expect(heading.signature == "year=2026 地区")
        #expect(heading.parameters.map(\.help) == ["of the plan", ""])
        let arguments = Script.Arguments(named: [("地区", "青 县\"")])
        let script = try Script(name: "a.gm", bytes: Array(text.utf8), arguments: arguments)
        #expect(script.commands.map(\.text) == ["目标 $年 2026 地区:\"青 县\\\"\" “青 县\\\"” 2026年"])
        #expect(script.commands.map(\.number) == [4])
        let command = try #require(script.commands.first)
        #expect(script.place(of: ByteSpan(12, 16), in: command) == "a.gm:4:7")
    }

    /// Text, arguments, place, message.
    @Test(arguments: [
        ("param x\ntargets $x", "", "brief.gm:1:7", "the parameter x (text) has no value"),
        ("param x: yaer = 1\ntargets", "", "brief.gm:1:10", "‘yaer’ is no type of parameters"),
        ("targets\nparam x = 1", "", "brief.gm:2:7", "parameters stand before the first command"),
        ("param x = 1\nparam x = 2\ntargets", "", "brief.gm:2:7", "the parameter x has two values"),
        ("param 1 = 1\ntargets", "", "brief.gm:1:7", "a parameter is written: param NAME: TYPE = DEFAULT"),
        ("param x = 1\ntargets", "1 2", "brief.gm:1:7", "‘2’ is one value too many: the script has 1 parameter"),
    ])
    func wrongParametersAreFoundFirst(text: String, arguments: String, place: String, message: String) throws {
        let given = Script.Arguments(inOrder: arguments.split(separator: " ").map(String.init))
        do throws(Script.Mistake) {
            _ = try Script(name: "brief.gm", bytes: Array(text.utf8), arguments: given)
            Issue.record("read: \(text)")
        } catch {
            #expect(error.place == place)
            #expect(error.diagnostic.message == message)
            #expect(error.diagnostic.exitCode == 2)
        }
    }

    @Test func rowsAtTheStartAreNoComments() throws {
        #expect(try script("#3 | measures\n#1\n#2 remarks\n# 2\n#3a").commands.map(\.text) == ["#3 | measures", "#1"])
    }

    @Test func brokenTextIsNamed() throws {
        do throws(Script.Mistake) {
            _ = try Script(name: "brief.gm", bytes: Array("targets\n".utf8) + [0xC4, 0xE3], arguments: [])
            Issue.record("read as text")
        } catch {
            #expect(error.place == "brief.gm:2")
        }
    }
}
