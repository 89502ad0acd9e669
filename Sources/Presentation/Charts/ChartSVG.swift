import Documents
import KnowledgeGraph
import QueryLanguage

/// A drawing as SVG 1.1 that needs no other file: as a part of a page, whose colours it takes, or as a file of its own, light or dark
/// with its reader.
struct ChartSVG {
    /// Links a part of the drawing to the address of a node, where the page has one.
    var link: (String, NodeID) -> String = { text, _ in text }
    var isFile = true

    func text(of drawing: Drawing) -> String {
        switch drawing {
        case .lines(let chart): text(of: chart)
        case .bars(let bars): text(of: bars)
        case .grid(let grid): text(of: grid)
        case .chains(let chains): text(of: chains)
        case .star(let star): text(of: star)
        }
    }

    private static let size = (width: 900.0, height: 420.0, left: 70.0, right: 20.0, top: 46.0, bottom: 70.0)

    /// Colours that differ in lightness too, for those who see few of them (Okabe and Ito 2008).
    private static let colours = (1...6).map { "s\($0)" }
    private static let onLight =
        "--series1: #0072b2; --series2: #c04f00; --series3: #00795a; --series4: #a8528a; --series5: #8a6d00; --series6: #1f7fb8;"
    private static let onDark =
        "--series1: #6cb6f0; --series2: #f08c4a; --series3: #3fc99a; --series4: #e59ac4; --series5: #d9b945; --series6: #a9dcf7;"

    static let style = """
        \(colours.map { "svg.chart .\($0) { --own: var(--series\($0.dropFirst())); }" }.joined(separator: " "))
        svg.chart .range, svg.chart .result, svg.chart .dot { fill: var(--own); } svg.chart .target { stroke: var(--own); }
        svg.chart { \(onLight) } @media (prefers-color-scheme: dark) { svg.chart { \(onDark) } }
        svg.chart { width: 100%; min-width: 40rem; max-width: 60rem; height: auto; font-size: 13px; }
        svg.chart text { fill: var(--ink); } svg.chart .axis text { fill: var(--faint); font-size: 12px; }
        svg.chart .axis line { stroke: var(--line); stroke-width: 1; } svg.chart .target { fill: none; stroke-width: 2; stroke-dasharray: 5 3; }
        svg.chart .range { opacity: .25; } svg.chart .result { stroke: var(--ground); stroke-width: 1; } svg.chart .bar { fill: var(--series1); }
        svg.chart .cell { fill: var(--series1); } svg.chart .mark { stroke: var(--series2); stroke-width: 3; } svg.chart .zero, svg.chart .way { stroke: var(--faint); }
        svg.chart .node { fill: var(--series1); fill-opacity: .12; stroke: var(--series1); } svg.chart .relation { fill: var(--faint); font-size: 12px; }
        """
    /// The same with colours of its own, for a file.
    private static let fileStyle = """
        svg { --ink: #1d1d1f; --ground: #fff; --faint: #5c6066; --line: #d0d4da; background: var(--ground);
          font-family: system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
        @media (prefers-color-scheme: dark) { svg { --ink: #e8e8ea; --ground: #16181b; --faint: #a4a9b0; --line: #3a3f46; } }
        """

    private func wrapped(_ body: String, title: String, description: String, height: Double) -> String {
        let size = "viewBox=\"0 0 \(Self.number(Self.size.width)) \(Self.number(height))\""
        let names = "<title>\(HTMLText.escaped(title))</title>\n<desc>\(HTMLText.escaped(description))</desc>\n"
        guard isFile else {
            return
                "<svg class=\"chart\" role=\"img\" aria-label=\"\(HTMLText.escaped(title + ": " + description))\" \(size)>\n\(body)</svg>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" \(size) width=\"\(Self.number(Self.size.width))\" height=\"\(Self.number(height))\">\n"
            + names + "<style>\n\(Self.fileStyle)\n\(Self.style)\n</style>\n\(body)</svg>\n"
    }

    // MARK: years

    private func text(of chart: Chart) -> String {
        let size = Self.size
        let years = chart.points.map(\.year), first = years.min() ?? 0, last = years.max() ?? 0
        let axis = Axis(chart.points.flatMap { [$0.value, $0.high ?? $0.value] }, count: 6)
        let width = size.width - size.left - size.right, height = size.height - size.top - size.bottom
        let step = width / Double(last - first + 1)
        func x(_ year: Int) -> Double { size.left + (Double(year - first) + 0.5) * step }
        func y(_ value: Double) -> Double { size.top + (1 - axis.place(of: value)) * height }
        func at(_ number: Double) -> String { Self.number(number) }

        let unit = chart.unit.isEmpty ? "" : " (\(chart.unit))"
        var body =
            "<text x=\"\(at(size.left))\" y=\"24\" font-size=\"16\" font-weight=\"600\">\(HTMLText.escaped(chart.title + unit))</text>\n<g class=\"axis\">\n"
        for tick in axis.ticks {
            body += "<line x1=\"\(at(size.left))\" x2=\"\(at(size.width - size.right))\" y1=\"\(at(y(tick)))\" y2=\"\(at(y(tick)))\"/>"
            body += "<text x=\"\(at(size.left - 8))\" y=\"\(at(y(tick) + 4))\" text-anchor=\"end\">\(Axis.text(tick))</text>\n"
        }
        let every = [1, 2, 5, 10, 20].first { Double($0) * step >= 36 } ?? 50
        for year in stride(from: first, through: last, by: every) {
            body += "<text x=\"\(at(x(year)))\" y=\"\(at(size.top + height + 18))\" text-anchor=\"middle\">\(year)</text>\n"
        }
        body += "</g>\n"
        for (index, series) in chart.series.enumerated() {
            let colour = Self.colours[index % Self.colours.count]
            for point in series.targets {
                guard let high = point.high else { continue }
                body +=
                    "<rect class=\"range \(colour)\" x=\"\(at(x(point.year) - step / 2))\" width=\"\(at(step))\" y=\"\(at(y(high)))\" height=\"\(at(max(1, y(point.value) - y(high))))\"/>\n"
            }
            // A step for each year; a year without a target is a gap.
            var path = "", before: Int?
            for point in series.targets {
                let value = point.high.map { (point.value + $0) / 2 } ?? point.value
                path +=
                    (before == point.year - 1 ? "L" : "M")
                    + "\(at(x(point.year) - step / 2)) \(at(y(value)))L\(at(x(point.year) + step / 2)) \(at(y(value)))"
                before = point.year
            }
            if !path.isEmpty { body += "<path class=\"target \(colour)\" d=\"\(path)\"/>\n" }
            for point in series.targets {
                let box =
                    "<rect fill=\"transparent\" x=\"\(at(x(point.year) - step / 2))\" width=\"\(at(step))\" y=\"\(at(y(point.value) - 5))\" height=\"10\">"
                body += link(box + "<title>\(label(series, point, chart, Message("target", "目标").text))</title></rect>", point.node) + "\n"
            }
            for point in series.results {
                let dot = "<circle class=\"result \(colour)\" cx=\"\(at(x(point.year)))\" cy=\"\(at(y(point.value)))\" r=\"5\">"
                body += link(dot + "<title>\(label(series, point, chart, Message("result", "结果").text))</title></circle>", point.node) + "\n"
            }
        }
        // The legend: dot for results, dashes for targets.
        var place = size.left
        let result = Message("result", "结果").text, target = Message("target", "目标").text
        for (index, series) in chart.series.enumerated() {
            let colour = Self.colours[index % Self.colours.count]
            let name = chart.series.count > 1 ? series.name : "\(result) · \(target)"
            let row = size.height - 16
            body += "<circle class=\"dot \(colour)\" cx=\"\(at(place + 5))\" cy=\"\(at(row - 4))\" r=\"5\"/>"
            body += "<path class=\"target \(colour)\" d=\"M\(at(place + 14)) \(at(row - 4))L\(at(place + 36)) \(at(row - 4))\"/>"
            body += "<text x=\"\(at(place + 42))\" y=\"\(at(row))\">\(HTMLText.escaped(name))</text>\n"
            place += 60 + Double(CellWidth.of(name)) * 7.5
        }
        let description = Message(
            "targets as dashed lines, results as dots, \(first) to \(last)", "虚线为目标，圆点为结果，\(first)至\(last)年").text
        return wrapped(body, title: chart.title + unit, description: description, height: size.height)
    }

    private func label(_ series: Chart.Series, _ point: Chart.Point, _ chart: Chart, _ kind: String) -> String {
        let value = Axis.text(point.value) + (point.high.map { "–" + Axis.text($0) } ?? "") + chart.unit
        return HTMLText.escaped("\(point.year) \(series.name) \(kind) \(value)")
    }

    // MARK: bars

    private func text(of bars: Bars) -> String {
        let size = Self.size, row = 26.0, names = Self.room(for: bars.bars.map(\.name))
        let texts = min(300, 20 + Double(bars.bars.map { CellWidth.of($0.text) }.max() ?? 0) * 7.5), width = size.width - names - texts
        let span = bars.span, length = span.upperBound - span.lowerBound
        func x(_ value: Double) -> Double { names + (length > 0 ? (value - span.lowerBound) / length * width : 0) }
        var body = Self.heading(bars.title)
        if span.lowerBound < 0 {
            body += Self.line("zero", x(0), 40, x(0), 44 + Double(bars.bars.count) * row)
        }
        for (index, bar) in bars.bars.enumerated() {
            let y = 44 + Double(index) * row
            body += Self.label(bar.name, names - 8, y + 14)
            if let value = bar.value {
                let ends = [x(0), x(value)]
                body += Self.box("bar", min(ends[0], ends[1]), y, max(1, abs(ends[1] - ends[0])), 18)
            }
            if let mark = bar.mark { body += Self.line("mark", x(mark), y - 2, x(mark), y + 20) }
            let end = [bar.value, bar.mark, 0].compactMap(\.self).map(x).max() ?? names
            body += "<text x=\"\(Self.number(end + 6))\" y=\"\(Self.number(y + 14))\">\(HTMLText.escaped(bar.text))</text>\n"
        }
        let height = 60 + Double(bars.bars.count) * row
        let marks = bars.bars.contains { $0.mark != nil } ? Message(", targets as marks", "，短线为目标") : Message("", "")
        let description = Message("\(bars.bars.count) bars\(marks.english)", "\(bars.bars.count)条\(marks.chinese)").text
        return wrapped(body, title: bars.title, description: description, height: height)
    }

    // MARK: grids

    private func text(of grid: Grid) -> String {
        let size = Self.size, row = 26.0, names = Self.room(for: grid.rows.map(\.name))
        let widest = min(260, Double(grid.columns.map { CellWidth.of($0) }.max() ?? 0) * 7)
        // Long headings rise aslant from their columns.
        let isAslant = widest > (size.width - names - 60) / Double(grid.columns.count) - 4, top = isAslant ? 44 + widest * 0.5 : 56
        let cell = min(110, (size.width - names - (isAslant ? widest * 0.8 : 20)) / Double(grid.columns.count))
        var body = Self.heading(grid.title)
        for (place, name) in grid.columns.enumerated() {
            let x = names + (Double(place) + 0.5) * cell, y = top - 8, at = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
            let turn = isAslant ? "text-anchor=\"start\" transform=\"rotate(-30 \(Self.number(x)) \(Self.number(y)))\"" : "text-anchor=\"middle\""
            body += "<text \(at) \(turn)>\(HTMLText.escaped(Self.cut(name)))</text>\n"
        }
        for (index, line) in grid.rows.enumerated() {
            let y = top + Double(index) * row
            body += Self.label(line.name, names - 8, y + 16)
            for (place, value) in line.cells.enumerated() {
                let x = names + Double(place) * cell
                if let shade = value.shade {
                    body += Self.box("cell", x + 1, y, cell - 2, row - 3, opacity: 0.06 + 0.44 * shade)
                }
                let words = Self.cut(value.text, to: max(2, Int(cell / 6)))
                let small = Double(CellWidth.of(words)) * 7 > cell - 4 ? " font-size=\"10\"" : ""
                let full = words == value.text ? "" : "<title>\(HTMLText.escaped(value.text))</title>"
                body +=
                    "<text x=\"\(Self.number(x + cell / 2))\" y=\"\(Self.number(y + 16))\" text-anchor=\"middle\"\(small)>\(HTMLText.escaped(words))\(full)</text>"
            }
            body += "\n"
        }
        let description = Message(
            "\(grid.rows.count) rows and \(grid.columns.count) columns, the darker the greater", "\(grid.rows.count)行\(grid.columns.count)列，颜色越深数越大").text
        return wrapped(body, title: grid.title, description: description, height: top + Double(grid.rows.count) * row + 12)
    }

    // MARK: chains

    /// Each way a column, from above to below.
    private func text(of chains: Chains) -> String {
        let step = 64.0, width = min(420, (Self.size.width - 20) / Double(chains.chains.count)), box = width - 20
        var body = Self.heading(chains.title)
        for (index, chain) in chains.chains.enumerated() {
            let left = 10 + Double(index) * width, middle = left + box / 2
            for (place, node) in chain.enumerated() {
                let y = 44 + Double(place) * step
                if place > 0 {
                    body += Self.line("way", middle, y - step + 30, middle, y)
                    body += "<text class=\"relation\" x=\"\(Self.number(middle + 8))\" y=\"\(Self.number(y - 12))\">\(HTMLText.escaped(node.relation))</text>"
                }
                body += linked(
                    Self.box("node", left, y, box, 30) + Self.words(node.name, middle, y + 19, to: Int(box / 7.2), anchor: "middle"), node.node)
            }
        }
        let longest = Double(chains.chains.map(\.count).max() ?? 0), ways = chains.chains.count
        return wrapped(body, title: chains.title, description: Message("\(ways) ways", "\(ways)条路").text, height: 44 + longest * step)
    }

    // MARK: stars

    private func text(of star: Star) -> String {
        let row = 48.0, left = 330.0, box = Self.size.width - left - 10, height = 30 + Double(star.rays.count) * row
        let center = (x: 10.0, y: height / 2 - 18, width: 210.0)
        var body = ""
        for (index, ray) in star.rays.enumerated() {
            let y = 14 + Double(index) * row
            body += Self.line("way", center.x + center.width, height / 2, left, y + 20)
            body += linked(
                Self.box("node", left, y, box, 40) + Self.words(ray.name, left + 10, y + 17, to: Int(box / 7.4))
                    + Self.words(ray.reason, left + 10, y + 33, to: Int(box / 7), kind: "relation"), ray.node)
        }
        body += Self.box("node", center.x, center.y, center.width, 36)
        body += Self.words(star.center, center.x + center.width / 2, center.y + 23, to: 28, anchor: "middle") + "\n"
        return wrapped(
            body, title: star.center, description: Message("\(star.rays.count) nodes", "\(star.rays.count)个节点").text, height: height)
    }

    // MARK: parts

    private func linked(_ part: String, _ node: NodeID?) -> String { (node.map { link(part, $0) } ?? part) + "\n" }

    /// Words cut to a number of cells, whole in the title.
    private static func words(
        _ text: String, _ x: Double, _ y: Double, to cells: Int, anchor: String = "start", kind: String = "label"
    ) -> String {
        let at = "x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\""
        let cut = cut(text, to: cells), title = cut == text ? "" : "<title>\(HTMLText.escaped(text))</title>"
        return "<text class=\"\(kind)\" \(at)>\(HTMLText.escaped(cut))\(title)</text>"
    }

    /// What names take that stand in front of a row.
    private static func room(for names: [String]) -> Double { min(320, 16 + Double(names.map { CellWidth.of($0) }.max() ?? 0) * 7.5) }

    private static func cut(_ name: String, to cells: Int = 40) -> String {
        let name = SafeText.line(name)
        guard CellWidth.of(name) > cells else { return name }
        var cut = ""
        for character in name {
            if CellWidth.of(cut) > cells - 3 { return cut + "…" }
            cut.append(character)
        }
        return cut
    }

    private static func heading(_ title: String) -> String {
        "<text x=\"10\" y=\"24\" font-size=\"16\" font-weight=\"600\">\(HTMLText.escaped(title))</text>\n"
    }

    private static func label(_ name: String, _ x: Double, _ y: Double) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"end\">\(HTMLText.escaped(cut(name)))</text>"
    }

    private static func box(_ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, opacity: Double? = nil) -> String {
        let size = "x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
        return "<rect class=\"\(kind)\" \(size) rx=\"2\"" + (opacity.map { " opacity=\"\(Axis.text($0))\"" } ?? "") + "/>"
    }

    private static func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "<line class=\"\(kind)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>"
    }

    /// To a tenth of a unit, which no eye sees.
    private static func number(_ number: Double) -> String { Axis.text((number * 10).rounded() / 10) }
}
