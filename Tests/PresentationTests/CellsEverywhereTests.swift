import KnowledgeGraph
import Lexicon
import QueryLanguage
import Testing

@testable import Presentation

/// Every line of every form for people keeps to the terminal's width, and what stands in columns begins at one cell, with names
/// of unequal width, in narrow and wide terminals, and whether or not the terminal draws ambiguous characters wide.
@Suite struct CellsEverywhereTests {
    private static let names = ["GDP", "《蓝天行动》空气质量优良天数比例…", "“两新”政策", "a-b", "城镇登记失业率", "①②③—≥", "ＦＵＬＬ宽度", "e\u{301}té 咖啡"]

    private static let table: Table = {
        let columns = [
            Column(key: "id", chinese: "编号"), Column(key: "place", chinese: "地区", shrink: 1),
            Column(key: "indicator", chinese: "指标", shrink: 2), Column(key: "target", chinese: "目标值", rightAligned: true),
            Column(key: "period", chinese: "时期"), Column(key: "text", chinese: "原文", shrink: 3),
        ]
        var rows: [[Cell]] = []
        for (index, name) in names.enumerated() {
            let quantity = Samples.quantity(.atLeast, ["7.5", "41200", "0.35", "12"][index % 4], ["%", "元", nil, "万亿元"][index % 4])
            rows.append([
                .text("f\(index * 37)"), .text(index % 3 == 0 ? "内蒙古自治区" : "A市"), .text(name), .quantity(quantity),
                .period(index % 2 == 0 ? Period(2026) : Period(2026, 2030)),
                .text(String(repeating: "推动“\(name)”再上新台阶，", count: index) + "no more"),
            ])
        }
        return Table(columns: columns, rows: rows, nodes: rows.indices.map { NodeID(.figure, $0) })
    }()

    /// A line as cells: a wide character is followed by empty ones.
    private func cells(_ line: String, _ ambiguous: Int) -> [Character] {
        var cells: [Character] = []
        for character in line {
            let width = CellWidth.of(String(character), ambiguous: ambiguous)
            if width > 0 { cells += [character] + Array(repeating: "\u{0}", count: width - 1) }
        }
        return cells
    }

    @Test(arguments: [40, 60, 80, 200], [1, 2])
    func columnsOfTables(width: Int, ambiguous: Int) {
        for tongue in Tongue.allCases {
            tongue.speaking {
                let style = Style(width: width, ambiguousWidth: ambiguous), table = Self.table
                let lines = TableFormat(style: style).text(of: table).split(separator: "\n").map(String.init)
                for line in lines { #expect(style.layout.width(line) <= width, "\(line)") }
                let texts = table.rows.map { $0.map(\.text) }
                let fit = ColumnFit(table.columns, texts, layout: style.layout, room: width - 3)
                #expect(fit.shown.contains(0) && fit.shown.contains(5))
                // The gaps are empty in every line of the table; notes stand below it.
                let notes = ["in all", "not shown", "各行", "宽度"]
                let rows = lines.prefix { line in !notes.contains { line.hasPrefix($0) } }
                #expect(rows.count > table.rows.count)
                var end = 1
                for column in fit.shown {
                    for row in rows {
                        let cells = cells(row, ambiguous)
                        for gap in end..<end + 2 where gap < cells.count { #expect(cells[gap] == " ", "cell \(gap) of \(row)") }
                    }
                    end += 2 + fit.widths[column]
                }
            }
        }
    }

    @Test func decimalPointsStandBelowEachOther() {
        let values = ["7.5", "41200", "0.35", "12", "-3.25"]
        let rows: [[Cell]] = values.map { [.text("x"), .decimal(DecimalNumber($0) ?? DecimalNumber(0))] }
        let table = Table(
            columns: [Column(key: "id", chinese: "编号"), Column(key: "value", chinese: "值", rightAligned: true)], rows: rows,
            nodes: rows.map { _ in nil })
        let lines = TableFormat(style: .plain).text(of: table).split(separator: "\n").dropFirst().map(String.init)
        let points = zip(lines, values).map { line, value in
            line.firstIndex(of: ".").map { line.distance(from: line.startIndex, to: $0) }
                ?? line.distance(from: line.startIndex, to: line.endIndex)
        }
        #expect(Set(points).count == 1, "\(lines)")
    }

    @Test(arguments: [40, 60, 80, 200], [1, 2])
    func listsTreesAndCards(width: Int, ambiguous: Int) {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        var card = Samples.card
        card.properties += zip(Self.table.columns, Self.table.rows[5]).map { ($0, $1) }
        for text in [
            ListFormat(style: style).text(of: Self.table), TreeFormat(style: style).text(of: Self.table),
            TreeFormat(style: style).text(of: card), CardFormat(style: style).text(of: card),
            CardFormat(style: style).text(of: Self.table),
        ] {
            for line in text.split(separator: "\n") { #expect(style.layout.width(line) <= width, "\(line)") }
        }
    }

    @Test(arguments: [40, 60, 80, 200], [1, 2])
    func pages(width: Int, ambiguous: Int) {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        let page = Page([
            .heading("Where help speaks of ‘\(Self.names[1])’ and of ‘\(Self.names[6])’"),
            .paragraph(Self.names.joined(separator: " ") + String(repeating: "稳步推进。", count: 30)),
            .definitions([
                .init(
                    "| as table|wide|card|list|tree|json|ndjson|csv|tsv|markdown|html|chart|svg [FILE]  格式", "How the answer is written."),
                .init("山区与平原之间公共服务不够均衡，有些乡镇的道路和桥梁还有不少欠账", "2026:12"), .init("a", Self.names[1]),
            ]),
            .examples([
                "term = { \"-\" | \"not\" } ( years | word | phrase | property | \"in\" given | given | row | \"(\" terms \")\" ) ;",
                "    | next",
            ]),
        ])
        let text = PageText(style: style).text(of: page)
        for line in text.split(separator: "\n") { #expect(style.layout.width(line) <= width, "\(line)") }
        let whole = PageText(style: .plain).text(of: page)
        #expect(text.filter { !$0.isWhitespace } == whole.filter { !$0.isWhitespace }, "nothing is lost")
    }

    /// Nothing is lost: wrapped cells still hold all their words where three lines are enough.
    @Test func longCellsAreWrapped() {
        let text = "推动高质量发展，持续改善民生，守住安全底线，确保完成全年目标任务。"
        let table = Table(
            columns: [Column(key: "id", chinese: "编号"), Column(key: "text", chinese: "原文", shrink: 3)],
            rows: [[.text("m1"), .text(text)], [.text("m2"), .text("短")]], nodes: [nil, nil])
        let style = Style(width: 40)
        let lines = TableFormat(style: style).text(of: table).split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        let joined = lines[1...2].map { $0.replacing("m1", with: "").filter { $0 != " " } }.joined()
        #expect(joined == text)
        // A closing mark never opens a line.
        #expect(!lines.contains { line in "，。、”》".contains(line.first { $0 != " " } ?? "a") })
    }

    /// What is the same everywhere is said once where there is no room for it in every row.
    @Test func lesserColumnsAreLeftOutBeforeOthersGetNarrow() {
        let columns = [
            Column(key: "id", chinese: "编号"), Column(key: "document", chinese: "文档", shrink: 4),
            Column(key: "indicator", chinese: "指标", shrink: 2),
        ]
        let rows: [[Cell]] = ["造林面积", "单位地区生产总值能耗"].map { [.text("f1"), .text("2026-\($0)工作报告全文"), .text($0)] }
        let table = Table(columns: columns, rows: rows, nodes: [nil, nil])
        let narrow = TableFormat(style: Style(width: 36)).text(of: table)
        #expect(narrow.contains("f1  单位地区生产总值能耗\n") && narrow.contains("not shown") && !narrow.contains("工作报告"))
        #expect(TableFormat(style: Style(width: 80)).text(of: table).contains("工作报告全文"))
    }

    @Test func columnsWithOneValueFold() {
        let columns = [
            Column(key: "id", chinese: "编号"), Column(key: "place", chinese: "地区", shrink: 1),
            Column(key: "text", chinese: "原文", shrink: 3),
        ]
        let rows: [[Cell]] = (1...3).map { [.text("m\($0)"), .text("内蒙古自治区"), .text(String(repeating: "建设", count: 10 * $0))] }
        let table = Table(columns: columns, rows: rows, nodes: [nil, nil, nil])
        let narrow = TableFormat(style: Style(width: 40)).text(of: table)
        #expect(narrow.contains("in all rows: place 内蒙古自治区\n"))
        #expect(narrow.components("内蒙古自治区") == 1)
        #expect(TableFormat(style: Style(width: 80)).text(of: table).components("内蒙古自治区") == 3)
        #expect(WideFormat(style: Style(width: 40)).text(of: table).components("内蒙古自治区") == 3)
    }
}

extension String {
    /// How often `part` occurs.
    fileprivate func components(_ part: String) -> Int {
        var count = 0, rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
