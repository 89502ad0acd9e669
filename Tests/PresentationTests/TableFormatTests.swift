import Foundation
import KnowledgeGraph
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct TableFormatTests {
    @Test func plainTable() {
        #expect(
            Renderer(style: .plain).render(Answer(.table(Samples.table), notes: ["one of 2026–2030 covers 2026"])) == """
                   id   indicator                             value  period     document
                1  f1   GDP                                   ≥7.5%  2026       溪口镇“开局”计划
                2  f2   《蓝天行动》空气质量优良天数比例…  88–90%    2026–2030  Plan A
                3  f13  城镇登记失业率                        ≤4.5%  2026

                one of 2026–2030 covers 2026

                """)
    }

    @Test func theLeastImportantColumnGivesWayFirst() {
        let text = TableFormat(style: Style(width: 74)).text(of: Samples.table)
        #expect(text.contains("《蓝天行动》空气质量优良天数比例…"))
        #expect(!text.contains("溪口镇“开局”计划") && text.contains("  溪口镇“"))
        let narrow = TableFormat(style: Style(width: 38)).text(of: Samples.table)
        #expect(narrow.contains("not shown for want of width: period,\ndocument"))
        #expect(narrow.contains("≥7.5%"))
    }

    /// One long name does not break what nearly all rows could have on one line.
    @Test func oneLongNameCostsOneRow() {
        let columns = [
            Column(key: "id", chinese: "编号"), Column(key: "place", chinese: "地区", shrink: 1),
            Column(key: "indicator", chinese: "指标", shrink: 2), Column(key: "target", chinese: "目标值", rightAligned: true),
            Column(key: "sector", chinese: "领域", shrink: 1),
        ]
        var names = Array(repeating: "城镇新增就业", count: 20)
        names[7] = "单位地区生产总值二氧化碳排放量累计下降幅度"
        let rows: [[Cell]] = names.enumerated().map { [.text("f\($0)"), .text("新疆维吾尔自治区"), .text($1), .text("≥18万人"), .text("就业与居民收入")] }
        let table = Table(columns: columns, rows: rows, nodes: rows.indices.map { NodeID(.figure, $0) })
        let lines = TableFormat(style: Style(width: 72)).text(of: table).split(separator: "\n")
        #expect(lines.count(where: { $0.contains("就业与居民收入") }) == 20)
        #expect(lines.count <= 23)
    }

    @Test func coloursOnlyWhereAsked() {
        #expect(!TableFormat(style: .plain).text(of: Samples.table).contains("\u{1B}"))
        #expect(TableFormat(style: Style(colour: true)).text(of: Samples.table).contains("\u{1B}[1m"))
    }

    @Test func rowsThatOpenNothingHaveNoNumbers() {
        let table = Table(columns: [Column(key: "sector", chinese: "领域")], rows: [[.text("生态")]], nodes: [nil])
        #expect(TableFormat(style: .plain).text(of: table) == "sector\n生态\n")
    }

    @Test func anEmptyTableIsItsNotes() {
        let table = Table(columns: Samples.table.columns, rows: [], nodes: [])
        #expect(Renderer(style: .plain).render(Answer(.table(table), notes: ["nothing covers 2031"])) == "nothing covers 2031\n")
    }
}
