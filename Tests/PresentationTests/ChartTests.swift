import KnowledgeGraph
import Lexicon
import QueryLanguage
import Testing

@testable import Presentation

@Suite struct ChartTests {
    private func point(_ year: Int, _ value: Double, high: Double? = nil) -> Chart.Point {
        Chart.Point(year: year, value: value, high: high, node: NodeID(.figure, year))
    }

    private var growth: Chart {
        Chart(
            title: "东山省 地区生产总值 增速", unit: "%",
            series: [
                .init(
                    name: "东山省", targets: [point(2020, 6), point(2021, 6, high: 7), point(2023, 5)],
                    results: [point(2020, 2.5), point(2022, 3), point(2023, 5.2)])
            ])
    }

    private func text(_ chart: Chart, width: Int, ambiguous: Int = 1) -> [String] {
        let style = Style(width: width, ambiguousWidth: ambiguous)
        return ChartText(style: style).text(of: .lines(chart)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func ticksAreRoundAndHoldAllValues() {
        for values in [[2.3, 11.8], [0.2, 0.31], [-3.5, 4], [98_000, 126_000], [5, 5], [0, 0], [-8, -6], [1e-3, 2e-3]] {
            let axis = Axis(values, count: 6)
            #expect(axis.low <= values.min() ?? 0 && axis.high >= values.max() ?? 0, "\(values)")
            #expect((2...12).contains(axis.ticks.count), "\(values): \(axis.ticks)")
        }
        #expect(Axis([3, 11], count: 6).ticks.map { Axis.text($0) } == ["0", "2", "4", "6", "8", "10", "12"])
        #expect(Axis.text(-0.25) == "-0.25" && Axis.text(1200) == "1200" && Axis.text(0.1 + 0.2) == "0.3")
    }

    @Test(arguments: [30, 40, 44, 60, 80, 200], [1, 2]) func linesFitTheTerminal(width: Int, ambiguous: Int) {
        var wide = growth
        for year in 1954...2019 { wide.series[0].results.append(point(year, Double(year % 9))) }
        for chart in [growth, wide] {
            for line in text(chart, width: width, ambiguous: ambiguous).dropFirst() {
                #expect(CellWidth.of(line, ambiguous: ambiguous) <= width, "\(line)")
            }
        }
    }

    @Test func aYearWithoutAFigureIsAGap() {
        let lines = text(growth, width: 60)
        let plot = lines.filter { $0.contains("┤") || $0.contains("│") }.map { line in
            line.drop { $0 != "┤" && $0 != "│" }.dropFirst()
        }
        let cells = plot.map { Array($0) }
        func marks(_ year: Int) -> Set<Character> {
            Set(cells.flatMap { row in row.indices.filter { $0 / 8 == year - 2020 }.map { row[$0] } }).subtracting([" "])
        }
        #expect(marks(2020) == ["─", "●"])
        #expect(marks(2021) == ["─"])
        #expect(marks(2022) == ["●"])
        #expect(lines.contains { $0.contains("2020") && $0.contains("2023") })
        // A range has a line at either end.
        #expect(cells.count { row in row.indices.contains { $0 / 8 == 1 && row[$0] == "─" } } == 2)
    }

    @Test func chartsAreValidXMLAndHoldTheirText() throws {
        var evil = growth
        evil.title = "</svg><script>alert(1)</script> & \u{1B}[31m"
        evil.series.append(.init(name: "<b>\"北京\"</b>", targets: [], results: [point(2021, 1)]))
        let svg = ChartSVG().text(of: .lines(evil))
        #expect(!svg.contains("<script>") && !svg.contains("\u{1B}") && svg.contains("prefers-color-scheme: dark"))
        let table = Table(
            columns: [Column(key: "sector", chinese: "领域"), Column(key: "count", chinese: "数量", rightAligned: true)],
            rows: [[.text("<生态>"), .integer(12)], [.text("水利"), .integer(-3)], [.text("无"), .empty]], nodes: [nil, nil, nil])
        let bars = try #require(Bars(table))
        #expect(bars.bars.count == 2 && bars.left == 1)
        for text in [svg, ChartSVG().text(of: .bars(bars))] {
            #expect(text.hasPrefix("<?xml") && text.contains("<title>") && text.contains("<desc>"))
            #expect(Self.isBalanced(text))
        }
    }

    /// Whether every element of the XML is closed, each in its place.
    private static func isBalanced(_ text: String) -> Bool {
        var open: [Substring] = []
        for part in text.split(separator: "<").dropFirst() {
            let tag = part.prefix { $0 != ">" }
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }

    private func quantity(_ comparator: Comparator, _ value: String, _ unit: String) -> Quantity {
        Quantity(aspect: .level, comparator: comparator, value: DecimalNumber(value), high: nil, unit: unit, reference: nil)
    }

    @Test("Falls go the other way from zero; results are bars, targets marks on them")
    func fallsAndTargets() throws {
        func growth(_ value: String) -> Cell {
            .quantity(Quantity(aspect: .growth, comparator: .equal, value: DecimalNumber(value), high: nil, unit: "%", reference: nil))
        }
        let table = Table(
            columns: [
                Column(key: "indicator", chinese: "指标"), Column(key: "target", chinese: "目标值", rightAligned: true),
                Column(key: "reported", chinese: "报告结果", rightAligned: true),
            ], rows: [[.text("产值"), growth("6"), growth("3")], [.text("能耗"), growth("-2"), .empty]], nodes: [nil, nil])
        let bars = try #require(Bars(table))
        #expect(bars.bars.map(\.value) == [3, nil] && bars.bars.map(\.mark) == [6, -2] && bars.span == -2...6)
        #expect(bars.bars.map(\.text) == ["3% · 6%", "-2%"])
        let svg = ChartSVG().text(of: .bars(bars))
        #expect(svg.contains("class=\"zero\"") && svg.split(separator: "class=\"mark\"").count == 3 && Self.isBalanced(svg))
        var style = Style.plain
        style.width = 40
        #expect(ChartText(style: style).text(of: .bars(bars)).contains("┃ 3% · 6%"))
    }

    @Test("A matrix is a grid, shaded over the whole; what columns measure in their own way is shaded in each")
    func grids() throws {
        let names = ["a", "b", "count"].map { Column(key: $0, chinese: $0, rightAligned: true) }
        let table = Table(
            columns: [Column(key: "sector", chinese: "领域")] + names,
            rows: [[.text("<茶>"), .integer(8), .empty, .integer(8)], [.text("渔"), .integer(2), .integer(4), .integer(6)]], nodes: [nil, nil])
        let grid = try #require(Grid(table))
        #expect(grid.rows.map { $0.cells.map(\.shade) } == [[1, nil, nil], [0.25, 0.5, nil]])
        let svg = ChartSVG().text(of: .grid(grid))
        #expect(Self.isBalanced(svg) && svg.contains("&lt;茶>") || svg.contains("&lt;茶&gt;"))
        var style = Style.plain
        style.width = 60
        #expect(ChartText(style: style).text(of: .grid(grid)).contains("8 █"))
        let compared = Table(
            columns: [Column(key: "place", chinese: "地区")] + names.prefix(2),
            rows: [
                [.text("甲"), .quantity(quantity(.equal, "10", "万人")), .quantity(quantity(.atMost, "5", "%"))],
                [.text("乙"), .quantity(quantity(.equal, "300000", "人")), .text("–")],
            ], nodes: [nil, nil])
        #expect(try #require(Grid(compared)).rows.map { $0.cells.map(\.shade) } == [[0, 0], [1, nil]])
    }

    @Test("Ways are chains, and rows without numbers are counted by their terms")
    func withoutNumbers() throws {
        let columns = ["way", "relation", "node"].map { Column(key: $0, chinese: $0) }
        let path = Table(
            columns: columns,
            rows: [
                [.integer(1), .empty, .text("f1 茶叶")], [.integer(1), .text("goal"), .text("g2 <农业>")], [.integer(2), .empty, .text("f1 茶叶")],
            ], nodes: [nil, nil, nil])
        guard case .chains(let chains)? = Drawing(Answer(.table(path)), title: "path f1 g2") else { Issue.record("no chains"); return }
        #expect(chains.title == "path f1 g2" && chains.chains.map { $0.map(\.name) } == [["f1 茶叶", "g2 <农业>"], ["f1 茶叶"]])
        let svg = ChartSVG().text(of: .chains(chains))
        #expect(Self.isBalanced(svg) && !svg.contains("<农业>"))
        #expect(ChartText(style: .plain).text(of: .chains(chains)).contains("f1 茶叶\n  │ goal\ng2 <农业>\n"))
        let related = Table(
            columns: ["id", "text", "reason"].map { Column(key: $0, chinese: $0) },
            rows: [[.text("m1"), .text("种茶"), .text("same goal")], [.text("m2"), .text("采茶 & 制茶"), .text("same goal")]], nodes: [nil, nil])
        guard case .star(let star)? = Drawing(Answer(.table(related)), title: "related f1") else { Issue.record("no star"); return }
        #expect(Self.isBalanced(ChartSVG().text(of: .star(star))))
        #expect(ChartText(style: .plain).text(of: .star(star)).hasPrefix("related f1\n├─ m1 种茶\n│    same goal\n└─ m2 "))
        func term(_ word: String) -> Cell { .term(Term(word, Message(word, word))) }
        let difference = Table(
            columns: [Column(key: "kind", chinese: "类型"), Column(key: "change", chinese: "变化"), Column(key: "what", chinese: "事项")],
            rows: [
                [term("target"), term("raised"), .text("a")], [term("target"), term("raised"), .text("b")],
                [term("measure"), term("gone"), .text("c")],
            ], nodes: [nil, nil, nil])
        guard case .grid(let grid)? = Drawing(Answer(.table(difference))) else { Issue.record("no grid"); return }
        #expect(grid.columns == ["raised", "gone"] && grid.rows.map { $0.cells.map(\.text) } == [["2", ""], ["", "1"]])
        let words = Table(columns: [Column(key: "text", chinese: "原文")], rows: [[.text("x")]], nodes: [nil])
        #expect(!Renderer.canDraw(Answer(.table(words))))
    }

    @Test func barsShowTheirNumbers() throws {
        let table = Table(
            columns: [Column(key: "place", chinese: "地区"), Column(key: "target", chinese: "目标值", rightAligned: true)],
            rows: [
                [.text("北京市"), .quantity(quantity(.equal, "28", "万人"))],
                [.text("云南省"), .quantity(quantity(.atLeast, "500000", "人"))],
                [.text("天津市"), .quantity(quantity(.equal, "3", "%"))],
            ], nodes: [nil, nil, nil])
        let bars = try #require(Bars(table))
        #expect(bars.bars.map { $0.value } == [280_000, 500_000] && bars.left == 1)
        var style = Style.plain
        style.width = 60
        let lines = ChartText(style: style).text(of: .bars(bars)).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("北京市  █") && $0.hasSuffix(" 28万人") })
        #expect(lines.allSatisfy { CellWidth.of($0) <= 60 })
    }
}
