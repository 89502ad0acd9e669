import Foundation
import KnowledgeGraph
import Lexicon
import QueryLanguage
import Testing

@testable import Presentation

/// The formats for programs, read back by other readers.
@Suite struct DataFormatTests {
    private func render(_ table: Table, _ format: OutputFormat) -> String {
        Renderer(style: Style(width: 20, colour: true)).render(Answer(.table(table), notes: ["a remark"], format: format))
    }

    private func objects(_ json: String) throws -> [[String: Any]] {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    @Test func json() throws {
        let rows = try objects(render(Samples.table, .json))
        #expect(rows.count == 3)
        #expect(rows[0]["indicator"] as? String == "GDP")
        #expect(rows[0]["value"] as? Double == 7.5)
        #expect(rows[0]["comparator"] as? String == ">=")
        #expect(rows[0]["aspect"] as? String == "growth")
        #expect(rows[0]["unit"] as? String == "%")
        #expect(rows[0]["high"] is NSNull)
        #expect(rows[1]["high"] as? Int == 90)
        #expect(rows[1]["period"] as? String == "2026/2030")
        #expect(rows[2]["document"] is NSNull)
    }

    @Test func ndjsonHasAnObjectALine() throws {
        let lines = render(Samples.table, .ndjson).split(separator: "\n")
        let rows = try objects("[" + lines.joined(separator: ",") + "]")
        #expect(lines.count == 3)
        #expect(rows.map { $0["id"] as? String } == ["f1", "f2", "f13"])
    }

    @Test func emptyTables() throws {
        let empty = Table(columns: Samples.table.columns, rows: [], nodes: [])
        #expect(try objects(render(empty, .json)).isEmpty)
        #expect(render(empty, .ndjson) == "")
        #expect(render(empty, .csv) == "id,indicator,value,period,document\n")
    }

    @Test func csvQuotes() {
        let table = Table(
            columns: [Column(key: "a", chinese: "甲"), Column(key: "b", chinese: "乙")],
            rows: [[.text("x,\"y\""), .text("第一行\n第二行")], [.flag(true), .decimal(DecimalNumber(significand: -25, exponent: -1))]],
            nodes: [nil, nil])
        #expect(render(table, .csv) == "a,b\n\"x,\"\"y\"\"\",\"第一行\n第二行\"\ntrue,-2.5\n")
        #expect(render(table, .tsv) == "a\tb\nx,\"y\"\t第一行 第二行\ntrue\t-2.5\n")
    }

    @Test func quantitiesComeApart() {
        let lines = render(Samples.table, .tsv).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(lines[0] == ["id", "indicator", "shown", "aspect", "comparator", "value", "high", "unit", "reference", "period", "document"])
        #expect(lines[2].dropFirst(2).prefix(6) == ["88–90%", "level", "range", "88", "90", "%"])
    }

    @Test("Programs get the bound of a fall as it is of the number with its sign")
    func falls() throws {
        let fall = Quantity(aspect: .growth, comparator: .atLeast, value: DecimalNumber("-2.5"), high: nil, unit: "%", reference: nil)
        let table = Table(columns: [Column(key: "target", chinese: "目标值")], rows: [[.quantity(fall)]], nodes: [nil])
        #expect(render(table, .csv).hasPrefix("shown,aspect,comparator,value,high,unit,reference\n≤-2.5%,growth,<=,-2.5,,%,"))
        #expect(try objects(render(table, .json))[0]["shown"] as? String == "≤-2.5%")
    }

    @Test func partsDoNotHideColumns() {
        let amount = Cell.quantity(Samples.quantity(.equal, "3", "个"))
        let unit = Column(key: "unit", chinese: "单位")
        let target = Column(key: "target", chinese: "目标值"), result = Column(key: "result", chinese: "结果值")
        let one = Table(columns: [unit, target], rows: [[.text("own"), amount]], nodes: [nil])
        #expect(Records(one).names == ["unit", "shown", "aspect", "comparator", "value", "high", "reference"])
        #expect(Records(one).rows == [[.text("own"), .text("3个"), .text("level"), .text("="), .number(DecimalNumber(3)), .null, .null]])
        let two = Table(columns: [target, result], rows: [[amount, .empty], [.empty, amount]], nodes: [nil, nil])
        #expect(Records(two).names.count == 14)
        #expect(Records(two).names.prefix(4) == ["target_shown", "target_aspect", "target_comparator", "target_value"])
        #expect(Records(two).rows[1].prefix(3) == [.null, .null, .null])
        #expect(Records(two).rows[1][10] == .number(DecimalNumber(3)))
    }

    @Test func markdown() {
        let text = render(Samples.table, .markdown)
        #expect(text.hasPrefix("| id | indicator | value | period | document |\n| --- | --- | ---: | --- | --- |\n"))
        #expect(text.hasSuffix("\n\na remark\n") || text.contains("a remark"))
        let pipe = Table(columns: [Column(key: "a", chinese: "甲")], rows: [[.text("x|y <b> *z*")]], nodes: [nil])
        #expect(render(pipe, .markdown).contains("| x\\|y \\<b\\> \\*z\\* |"))
    }

    @Test func cards() throws {
        let text = Renderer(style: .plain).render(Answer(.card(Samples.card), format: .json))
        let card = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let source = try #require(card["source"] as? [String: Any])
        let sentence = try #require(source["sentence"] as? String)
        let start = try #require(source["start"] as? Int), end = try #require(source["end"] as? Int)
        #expect(String(decoding: Array(sentence.utf8)[start..<end], as: UTF8.self) == "GDP增长7.5%以上")
        #expect((card["properties"] as? [String: Any])?["value"] as? Double == 7.5)
        #expect((card["links"] as? [[String: Any]])?.count == 3)
        let markdown = Renderer(style: .plain).render(Answer(.card(Samples.card), format: .markdown))
        #expect(markdown.contains("> 明年我们盼着全镇**GDP增长7.5%以上**，"))
    }

    @Test func notesAreLeftToTheCaller() {
        let answer = Answer(.table(Samples.table), notes: ["a remark"], format: .csv)
        #expect(Renderer(style: .plain).omitsNotes(of: answer))
        #expect(!Renderer(style: .plain).render(answer).contains("a remark"))
        #expect(!Renderer(style: .plain).omitsNotes(of: Answer(.table(Samples.table))))
    }

    @Test func brokenTextIsRepaired() throws {
        var json = JSONWriter()
        json.beginArray()
        json.value(utf8: ([0x61, 0xFF, 0xE7, 0xA2, 0x62, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98, 0x80, 0xE7] as [UInt8]).span)
        json.value("\u{0}\"\\\n\u{85}")
        json.endArray()
        let values = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
        #expect(values == ["a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{1F600}\u{FFFD}", "\u{0}\"\\\n\u{85}"])
    }

    @Test(arguments: [0, 7, -1, 10, 41200, Int.max, Int.min])
    func integers(_ number: Int) {
        var json = JSONWriter()
        json.value(number)
        #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
    }
}
