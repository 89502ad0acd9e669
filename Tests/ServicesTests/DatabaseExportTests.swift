import Foundation
import GRDB
import Services
import Testing

@Suite struct DatabaseExportTests {
    /// A database of the village, closed and removed after `work`.
    func database<Result>(_ work: (Database) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try DatabaseExport(Village.desk.graph).write(to: path)
        return try DatabaseQueue(path: path).read(work)
    }

    @Test func theViewOfANounHasTheRowsOfTheNoun() throws {
        for noun in ["targets", "results", "figures", "measures", "problems", "goals", "documents"] {
            let rows = try Village.desk.answer(noun, limit: 500)["total"]?.integer
            let there = try database { try Int.fetchOne($0, sql: "select count(*) from \(noun)") }
            #expect(rows == there, "\(noun)")
        }
    }

    @Test func valuesAndWordsAreThoseOfTheDocument() throws {
        let row = try database { try Row.fetchOne($0, sql: "select * from targets where year = 2026 and indicator like '%就业%'") }
        #expect(row?["value"] == 500.0)
        #expect(row?["unit"] == "人")
        let words: String? = row?["words"]
        #expect(words.map { Village.text.contains($0) } == true)
    }

    @Test func everyForeignKeyLeadsSomewhere() throws {
        let broken = try database { try Row.fetchAll($0, sql: "pragma foreign_key_check").count }
        #expect(broken == 0)
        let keys = try database { try Row.fetchAll($0, sql: "pragma foreign_key_list(figure)").count }
        #expect(keys == 6)
    }
}
