import Documents
import QueryLanguage

/// A drawing as SVG 1.1 that needs no other file: as a part of a page, whose colours it takes, or as a file of its own, light or dark
/// with its reader.
struct ChartSVG {
    /// The address of a node, where the page has one.
    var link: (String, Chart.Point) -> String = { text, _ in text }
    var isFile = true

    func text(of drawing: Drawing) -> String {
        switch drawing {
        case .lines(let chart): text(of: chart)
        case .bars(let bars): text(of: bars)
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
                body += link(box + "<title>\(label(series, point, chart, Message("target", "目标").text))</title></rect>", point) + "\n"
            }
            for point in series.results {
                let dot = "<circle class=\"result \(colour)\" cx=\"\(at(x(point.year)))\" cy=\"\(at(y(point.value)))\" r=\"5\">"
                body += link(dot + "<title>\(label(series, point, chart, Message("result", "结果").text))</title></circle>", point) + "\n"
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
        let size = Self.size, row = 26.0
        let names = min(320, 16 + Double(bars.bars.map { CellWidth.of($0.name) }.max() ?? 0) * 7.5)
        let width = size.width - names - 130
        let greatest = bars.bars.map(\.value.magnitude).max() ?? 1
        var body = "<text x=\"10\" y=\"24\" font-size=\"16\" font-weight=\"600\">\(HTMLText.escaped(bars.title))</text>\n"
        for (index, bar) in bars.bars.enumerated() {
            let y = 44 + Double(index) * row, length = greatest > 0 ? bar.value.magnitude / greatest * width : 0
            var name = ""
            for character in SafeText.line(bar.name) {
                if CellWidth.of(name) > 38 {
                    name += "…"
                    break
                }
                name.append(character)
            }
            body +=
                "<text x=\"\(Self.number(names - 8))\" y=\"\(Self.number(y + 14))\" text-anchor=\"end\">\(HTMLText.escaped(name))</text>"
            body +=
                "<rect class=\"bar\" x=\"\(Self.number(names))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(1, length)))\" height=\"18\" rx=\"2\"/>"
            body += "<text x=\"\(Self.number(names + length + 6))\" y=\"\(Self.number(y + 14))\">\(HTMLText.escaped(bar.text))</text>\n"
        }
        let height = 60 + Double(bars.bars.count) * row
        return wrapped(body, title: bars.title, description: Message("\(bars.bars.count) bars", "\(bars.bars.count)条").text, height: height)
    }

    /// To a tenth of a unit, which no eye sees.
    private static func number(_ number: Double) -> String { Axis.text((number * 10).rounded() / 10) }
}
