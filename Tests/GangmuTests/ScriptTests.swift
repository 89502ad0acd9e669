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

    @Test func brokenTextIsNamed() throws {
        do throws(Script.Mistake) {
            _ = try Script(name: "brief.gm", bytes: Array("targets\n".utf8) + [0xC4, 0xE3], arguments: [])
            Issue.record("read as text")
        } catch {
            #expect(error.place == "brief.gm:2")
        }
    }
}
