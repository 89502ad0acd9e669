import Services
import Testing

@Suite struct DeskTests {
    @Test func rowsHaveTheWordsTheyCameFrom() throws {
        let answer = try Village.desk.answer("targets 2026 粮食")
        guard case .list(let rows)? = answer["rows"] else { return #expect(Bool(false), "no rows") }
        #expect(rows.count == 1)
        let citation = try #require(rows.first?["citation"])
        let words = try #require(citation["words"]?.text), line = try #require(citation["line"]?.integer)
        #expect(words.contains("3.4万吨"))
        #expect(Village.text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains(words))
    }

    @Test func aPageOfRowsSaysHowManyThereAre() throws {
        let answer = try Village.desk.answer("figures", limit: 2, offset: 1)
        let all = try Village.desk.answer("figures")
        guard case .list(let rows)? = answer["rows"], case .list(let others)? = all["rows"] else {
            return #expect(Bool(false), "no rows")
        }
        #expect(rows == Array(others[1...2]))
        #expect(answer["total"]?.integer == others.count)
        let beyond = try Village.desk.answer("figures", limit: 2, offset: 1000)
        #expect(beyond["rows"] == .list([]))
    }

    @Test func aMistakeIsExplainedAsToPeople() throws {
        #expect {
            try Village.desk.answer("tragets 2026")
        } throws: { error in
            guard let refusal = error as? Desk.Refusal else { return false }
            return refusal.text.contains("^^^^^^^") && refusal.json["error"]?["try"]?.text == "targets 2026"
        }
    }

    @Test func aNameCannotBecomeAnotherCommand() throws {
        for name in ["f1 | count", "f1\nexit", "\"", "f1\" | count \""] {
            #expect(throws: Desk.Refusal.self) { try Village.desk.answer("open", of: name) }
        }
    }
}
