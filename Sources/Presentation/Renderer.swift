import KnowledgeGraph
import QueryLanguage

/// One way of writing an answer down.
///
/// A new format is a case of `OutputFormat`, a file with a type like those beside this one, and its line in `Renderer.format`.
protocol AnswerFormat {
    init(style: Style)
    func text(of table: Table) -> String
    func text(of card: Card) -> String
    func text(of page: Page) -> String
    /// Whether remarks stand under the body. Formats for programs leave them out.
    static var holdsNotes: Bool { get }
}

/// A format whose tables begin with a heading that stays in sight while the rest is paged.
protocol HeadedFormat: AnswerFormat {
    func headed(_ table: Table) -> (text: String, headingLines: Int)
}

extension HeadedFormat {
    func text(of table: Table) -> String { headed(table).text }
}

/// Turns answers and diagnostics into text for the place that `style` describes. Every text ends with a line end; an answer
/// with nothing to show is empty.
public struct Renderer: Sendable {
    public var style: Style

    public init(style: Style) {
        self.style = style
    }

    /// - Parameter title: What was asked, for formats that are read apart from it.
    /// - Parameter graph: What the nodes of the answer are of, for formats that lead on to them.
    public func render(_ answer: Answer, title: String? = nil, graph: Graph? = nil) -> String {
        rendered(answer, title: title, graph: graph).text
    }

    /// The same with how many lines at its beginning are the heading of a table, to be kept in sight.
    public func rendered(_ answer: Answer, title: String? = nil, graph: Graph? = nil) -> (text: String, headingLines: Int) {
        if answer.format == .chart || answer.format == .svg { return (drawing(of: answer, title), 0) }
        let answer = marked(answer)
        let format: any AnswerFormat
        var text: String, headingLines = 0
        switch answer.body {
        case .table(let table):
            format = self.format(answer.format ?? .table, title, graph)
            if let format = format as? any HeadedFormat {
                (text, headingLines) = format.headed(table)
            } else {
                text = format.text(of: table)
            }
        case .card(let card):
            format = self.format(answer.format ?? .card, title, graph)
            text = format.text(of: card)
        case .page(let page):
            format = self.format(answer.format ?? .table, title, graph)
            text = format.text(of: page)
        case .nothing:
            format = self.format(.table)
            text = ""
        }
        if let page = format as? HTMLFormat { return (page.text(of: answer), 0) }
        if answer.chart != nil, type(of: format).holdsNotes, let drawing = Drawing(answer) {
            let drawn = ChartText(style: style).text(of: drawing)
            text = (answer.format == .markdown ? "```text\n\(drawn)```\n\n" : drawn) + text
            headingLines = 0
        }
        guard type(of: format).holdsNotes, !answer.notes.isEmpty else { return (text, headingLines) }
        return (text + (text.isEmpty ? "" : "\n") + notes(answer.notes), headingLines)
    }

    /// Whether a file can hold a drawing of an answer.
    public static func canDraw(_ answer: Answer) -> Bool { Drawing(answer) != nil }

    /// The drawing alone; of what cannot be drawn, why.
    private func drawing(of answer: Answer, _ title: String?) -> String {
        guard let drawing = Drawing(answer, title: title.map(StageWord.asked)) else {
            return answer.isEmpty ? notes(answer.notes) : notes([Message.nothingToDraw.text])
        }
        return answer.format == .svg ? ChartSVG().text(of: drawing) : ChartText(style: style).text(of: drawing)
    }

    /// For people: the signs of cells that stand out behind their words.
    private func marked(_ answer: Answer) -> Answer {
        guard case .table(var table) = answer.body, !table.marks.isEmpty, type(of: format(answer.format ?? .table)).holdsNotes else {
            return answer
        }
        for mark in table.marks { table.rows[mark.row][mark.column] = .text(table.rows[mark.row][mark.column].text + mark.sign) }
        var answer = answer
        answer.body = .table(table)
        return answer
    }

    /// An answer as a page of HTML, to be put on a site or completed; nil where there is nothing to show.
    public func page(_ answer: Answer, title: String, on links: HTMLLinks) -> HTMLPage? {
        HTMLFormat(style: style, title: title, links: links).page(marked(answer))
    }

    /// A diagnostic of `line`, with the place of the line in a script where there is one.
    public func render(_ diagnostic: Diagnostic, line: String, place: String? = nil) -> String {
        DiagnosticText(diagnostic: diagnostic, line: line, place: place).text(style: style)
    }

    /// Whether `render` leaves the notes of `answer` out, because its format is for programs.
    public func omitsNotes(of answer: Answer) -> Bool {
        guard let chosen = answer.format else { return false }
        return !type(of: format(chosen)).holdsNotes
    }

    /// Remarks, wrapped, a line or more each.
    public func notes(_ notes: [String]) -> String {
        var text = ""
        for note in notes {
            let safe = SafeText.line(note)
            for line in style.layout.lines(of: safe, cells: style.width) { text += style.ink(String(safe[line]), .aside) + "\n" }
        }
        return text
    }

    private func format(_ format: OutputFormat, _ title: String? = nil, _ graph: Graph? = nil) -> any AnswerFormat {
        switch format {
        case .table: TableFormat(style: style)
        case .card: CardFormat(style: style)
        case .json: JSONFormat(style: style)
        case .ndjson: NDJSONFormat(style: style)
        case .csv: CSVFormat(style: style)
        case .tsv: TSVFormat(style: style)
        case .markdown: MarkdownFormat(style: style)
        case .wide: WideFormat(style: style)
        case .list: ListFormat(style: style)
        case .tree: TreeFormat(style: style)
        case .html: HTMLFormat(style: style, title: title, links: graph.map { .withinPage($0) })
        // Drawn apart, in `drawing`.
        case .chart: TableFormat(style: style)
        case .svg: TSVFormat(style: style)
        }
    }
}
