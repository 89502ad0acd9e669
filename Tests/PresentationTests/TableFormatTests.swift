import Foundation
import KnowledgeGraph
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct TableFormatTests {
    @Test func plainTable() {
        #expect(
            Renderer(style: .plain).render(Answer(.table(Samples.table), notes: ["one of 2026–2030 covers 2026"])) == """
                   id   indicator                           value  period     document
                1  f1   GDP                                 ≥7.5%  2026       溪口镇“开局”计划
                2  f2   《蓝天行动》空气质量优良天数比例…  88–90%  2026–2030  Plan A
                3  f13  城镇登记失业率                      ≤4.5%  2026

                one of 2026–2030 covers 2026

                """)
    }

    /// Every column begins (or, right-aligned, ends) at the same cell in all lines, and no line is wider than the terminal.
    @Test(arguments: [36, 40, 60, 80, 200], [1, 2])
    func alignment(width: Int, ambiguous: Int) throws {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        let lines = TableFormat(style: style).text(of: Samples.table).split(separator: "\n").map(String.init)
        for line in lines { #expect(style.layout.width(line) <= width, "\(line)") }
        // The period column is text of one width; cells before it must agree.
        let positions = lines.prefix(4).compactMap { line in
            (line.range(of: "period") ?? line.range(of: "2026")).map { style.layout.width(line[..<$0.lowerBound]) }
        }
        #expect(positions.count == 4)
        #expect(Set(positions).count == 1, "\(lines)")
    }

    @Test func theLeastImportantColumnGivesWayFirst() {
        let text = TableFormat(style: Style(width: 74)).text(of: Samples.table)
        #expect(text.contains("《蓝天行动》空气质量优良天数比例…"))
        #expect(text.contains("溪口镇“开局…"))
        let narrow = TableFormat(style: Style(width: 38)).text(of: Samples.table)
        #expect(narrow.contains("not shown for want of width: document"))
        #expect(narrow.contains("≥7.5%"))
        let narrower = TableFormat(style: Style(width: 24)).text(of: Samples.table)
        #expect(narrower.contains("not shown for want of\nwidth: period, document"))
        #expect(narrower.contains("≥7.5%"))
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
