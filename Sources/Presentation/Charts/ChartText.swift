import Documents
import QueryLanguage

/// A drawing in characters, aligned by cells and readable without colour: results as points, targets as lines across their years.
struct ChartText {
    let style: Style

    private static let height = 14
    private static let inks: [Ink] = [.name, .heading, .aside]

    /// What is drawn with, each in one cell.
    private struct Signs {
        var points: [Character] = ["●", "○", "▲", "△", "■", "□"], lines: [Character] = ["─", "┄", "═", "╌", "━", "┈"]
        var upright = "│", tick = "┤", corner = "└", level = "─", branch = "├"
        var bar = "█", below = "▒", eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        var mark: Character = "┃", shades: [Character] = [" ", "░", "▒", "▓", "█"]

        static let usual = Signs()
        /// For terminals that draw the usual ones in two cells (East Asian Ambiguous in UAX #11).
        static let plain = Signs(
            points: ["*", "o", "^", "x", "#", "@"], lines: ["-", ".", "=", "~", "_", ":"], upright: "|", tick: "+", corner: "+", level: "-", branch: "+",
            bar: "#", below: ":", eighths: [], mark: "|", shades: [" ", ".", ":", "+", "#"])
    }

    private var signs: Signs { style.ambiguousWidth == 2 ? .plain : .usual }

    func text(of drawing: Drawing) -> String {
        switch drawing {
        case .lines(let chart): text(of: chart)
        case .bars(let bars): text(of: bars)
        case .grid(let grid): text(of: grid)
        case .chains(let chains): text(of: chains)
        case .star(let star): text(of: star)
        }
    }

    private var room: Int { max(30, style.width ?? 100) }

    // MARK: years

    private func text(of chart: Chart) -> String {
        let years = chart.points.map(\.year), first = years.min() ?? 0, last = years.max() ?? 0
        let axis = Axis(chart.points.flatMap { [$0.value, $0.high ?? $0.value] }, count: 6)
        let labels = axis.ticks.map { Axis.text($0) }
        let margin = (labels.map(\.count).max() ?? 1) + 2
        let span = last - first + 1
        // As many cells a year as there is room for; where there is less than one, years share cells.
        let step = max(1, min(8, (room - margin - 2) / span)),
            perCell = step > 1 ? 1 : max(1, (span + room - margin - 3) / max(1, room - margin - 2))
        let columns = step > 1 ? span * step : (span + perCell - 1) / perCell
        let rows = Self.height
        var grid = [[Character]](repeating: [Character](repeating: " ", count: columns), count: rows + 1)
        func line(of value: Double) -> Int { rows - Int((axis.place(of: value) * Double(rows)).rounded()) }
        func cells(of year: Int) -> Range<Int> {
            step > 1 ? (year - first) * step..<(year - first + 1) * step : (year - first) / perCell..<(year - first) / perCell + 1
        }
        for (index, series) in chart.series.enumerated().reversed() {
            for point in series.targets {
                for value in [point.value, point.high].compactMap(\.self) {
                    for column in cells(of: point.year) { grid[line(of: value)][column] = signs.lines[index % signs.lines.count] }
                }
            }
        }
        for (index, series) in chart.series.enumerated().reversed() {
            for point in series.results {
                let place = cells(of: point.year)
                grid[line(of: point.value)][place.lowerBound + (place.count - 1) / 2] = signs.points[index % signs.points.count]
            }
        }

        var text = style.ink(SafeText.line(chart.title), .heading) + (chart.unit.isEmpty ? "" : " (\(SafeText.line(chart.unit)))") + "\n"
        let ticks = Dictionary(zip(axis.ticks.map { line(of: $0) }, labels), uniquingKeysWith: { first, _ in first })
        for row in 0...rows {
            let label = ticks[row] ?? ""
            text += String(repeating: " ", count: margin - 2 - label.count) + label + " " + (label.isEmpty ? signs.upright : signs.tick)
            var cells = String(grid[row])
            while cells.last == " " { cells.removeLast() }
            text += cells + "\n"
        }
        text += String(repeating: " ", count: margin - 1) + signs.corner + String(repeating: signs.level, count: columns) + "\n"
        text += yearLine(first, last, margin, step, perCell, columns) + "\n"
        return text + legend(chart) + "\n"
    }

    /// Years below the axis, as many as fit without touching.
    private func yearLine(_ first: Int, _ last: Int, _ margin: Int, _ step: Int, _ perCell: Int, _ columns: Int) -> String {
        var line = [Character](repeating: " ", count: margin + columns + 4)
        let every = [1, 2, 5, 10, 20, 50].first { $0 * step / perCell >= 5 } ?? 100
        var year = first
        while year <= last {
            if (year - first) % every == 0 {
                let center = step > 1 ? (year - first) * step + (step - 1) / 2 : (year - first) / perCell
                let start = max(0, margin + center - 1)
                for (index, digit) in String(year).enumerated() where start + index < line.count { line[start + index] = digit }
            }
            year += 1
        }
        var text = String(line)
        while text.last == " " { text.removeLast() }
        return text
    }

    private func legend(_ chart: Chart) -> String {
        let result = Message("result", "结果").text, target = Message("target", "目标").text
        if chart.series.count == 1 { return "\(signs.points[0]) \(result)   \(signs.lines[0])\(signs.lines[0]) \(target)\n" }
        var text = "", width = 0
        for (index, series) in chart.series.enumerated() {
            let line = String(repeating: signs.lines[index % signs.lines.count], count: 2)
            let words = "\(signs.points[index % signs.points.count])\(line) \(SafeText.line(series.name))"
            let cells = style.layout.width(words)
            if width > 0 {
                let fits = width + 3 + cells <= room
                text += fits ? "   " : "\n"
                width = fits ? width + 3 : 0
            }
            text += words
            width += cells
        }
        return text + "\n" + style.ink("\(signs.points[0]) \(result)   \(signs.lines[0])\(signs.lines[0]) \(target)", .aside) + "\n"
    }

    // MARK: bars

    private func text(of bars: Bars) -> String {
        let layout = style.layout
        let names = min(bars.bars.map { layout.width($0.name) }.max() ?? 0, room * 2 / 5)
        let numbers = bars.bars.map { layout.width($0.text) }.max() ?? 0
        let width = max(8, room - names - numbers - 4)
        let greatest = max(bars.span.upperBound, -bars.span.lowerBound)
        var text = style.ink(SafeText.line(bars.title), .heading) + "\n"
        for bar in bars.bars {
            let value = bar.value ?? 0
            let eighths = greatest > 0 ? Int((value.magnitude / greatest * Double(width * 8)).rounded()) : 0
            var line = String(repeating: value < 0 ? signs.below : signs.bar, count: eighths / 8)
            if eighths % 8 > 0, value >= 0, !signs.eighths.isEmpty { line.append(signs.eighths[eighths % 8 - 1]) }
            if let mark = bar.mark, greatest > 0 {
                let at = min(width - 1, max(0, Int((mark.magnitude / greatest * Double(width)).rounded()) - 1))
                var cells = Array(line) + Array(repeating: " ", count: max(0, at + 1 - line.count))
                cells[at] = signs.mark
                line = String(cells)
            }
            let name = layout.width(bar.name) > names ? layout.cut(bar.name, to: names) : bar.name
            text += layout.padded(name, to: names, right: false) + "  " + line + (line.isEmpty ? "" : " ") + bar.text + "\n"
        }
        if let note = bars.note { text += Renderer(style: style).notes([note.text]) }
        return text + "\n"
    }

    // MARK: grids

    /// Behind each number how great it is.
    private func text(of grid: Grid) -> String {
        let layout = style.layout
        let names = min(grid.rows.map { layout.width($0.name) }.max() ?? 0, room * 2 / 5)
        let widths = grid.columns.indices.map { place in
            min(24, max(layout.width(grid.columns[place]), (grid.rows.map { layout.width($0.cells[place].text) }.max() ?? 0) + 2))
        }
        func fitted(_ text: String, _ width: Int, right: Bool = true) -> String {
            layout.padded(layout.width(text) > width ? layout.cut(text, to: width) : text, to: width, right: right)
        }
        let heads = zip(grid.columns, widths).map { fitted($0, $1) }.joined(separator: "  ")
        var text = style.ink(SafeText.line(grid.title), .heading) + "\n" + String(repeating: " ", count: names + 2) + heads + "\n"
        for row in grid.rows {
            let cells = zip(row.cells, widths).map { cell, width in
                let shade = cell.shade.map { signs.shades[Int(($0 * Double(signs.shades.count - 1)).rounded())] } ?? " "
                return fitted(cell.text, width - 2) + " " + String(shade)
            }
            text += fitted(row.name, names, right: false) + "  " + cells.joined(separator: "  ") + "\n"
        }
        if let note = grid.note { text += Renderer(style: style).notes([note.text]) }
        return text + "\n"
    }

    // MARK: chains

    private func text(of chains: Chains) -> String {
        var text = style.ink(SafeText.line(chains.title), .heading) + "\n"
        for chain in chains.chains {
            for (place, step) in chain.enumerated() {
                if place > 0 { text += "  \(signs.upright) \(style.ink(SafeText.line(step.relation), .aside))\n" }
                text += style.layout.cut(SafeText.line(step.name), to: room) + "\n"
            }
            text += "\n"
        }
        return text
    }

    // MARK: stars

    private func text(of star: Star) -> String {
        let lines = star.rays.enumerated().flatMap { index, ray in
            let isLast = index == star.rays.count - 1, turn = isLast ? signs.corner : signs.branch
            return [
                style.layout.cut("\(turn)\(signs.level) \(SafeText.line(ray.name))", to: room),
                (isLast ? " " : signs.upright) + "    " + style.ink(style.layout.cut(SafeText.line(ray.reason), to: room - 5), .aside),
            ]
        }
        return style.ink(SafeText.line(star.center), .heading) + "\n" + lines.joined(separator: "\n") + "\n\n"
    }
}
