import Presentation

/// The look of a piece of the line, as the parameters of an SGR sequence (`1;36`); empty for plain text.
public struct TextStyle: Hashable, Sendable {
    public var parameters: String
    public init(_ parameters: String) { self.parameters = parameters }

    public static let plain = TextStyle("")
    public static let dim = TextStyle("2")
    public static let selected = TextStyle("7")
}

/// A style over a half-open range of UTF-8 offsets.
public struct StyledRange: Hashable, Sendable {
    public var range: Range<Int>
    public var style: TextStyle

    public init(_ range: Range<Int>, _ style: TextStyle) {
        self.range = range
        self.style = style
    }
}

/// What is to be seen while a line is edited.
struct Frame: Equatable {
    var prompt = ""
    /// Stands before each further line of the text.
    var continuation = ""
    var promptStyle = TextStyle.plain
    var text = ""
    /// UTF-8 offset in `text`.
    var cursor = 0
    /// Not overlapping, in rising order.
    var styles: [StyledRange] = []
    /// Shown dim behind the text.
    var hint = ""
    /// Rows below the line; each must fit the width.
    var below: [String] = []
}

/// A frame cut into the rows of a terminal.
struct Layout {
    struct Row {
        /// With its escape sequences.
        var text = ""
        var cells = 0
        /// A character that a terminal may draw in two cells where we count one.
        var uncertain = false
    }

    var rows: [Row] = [Row()]
    var cursorRow = 0
    var cursorColumn = 0
    /// The part of the cursor's row that stands before it.
    var beforeCursor = ""

    private let columns: Int
    private let ambiguous: Int
    private var style = TextStyle.plain

    init(_ frame: Frame, columns: Int, ambiguous: Int = 1) {
        self.columns = max(2, columns)
        self.ambiguous = ambiguous
        put(frame.prompt, style: frame.promptStyle)
        var offset = 0, span = 0
        for scalar in frame.text.unicodeScalars {
            while span < frame.styles.count, frame.styles[span].range.upperBound <= offset { span += 1 }
            let styled = span < frame.styles.count && frame.styles[span].range.contains(offset)
            if scalar == "\n" {
                if offset == frame.cursor { markCursor() }
                startRow()
                put(frame.continuation, style: frame.promptStyle)
            } else {
                let cells = Self.shown(scalar, ambiguous: ambiguous)
                if rows[rows.count - 1].cells + cells.width > self.columns { startRow() }
                if offset == frame.cursor { markCursor() }
                put(cells, scalar, style: styled ? frame.styles[span].style : .plain)
            }
            offset += UTF8.width(scalar)
        }
        if frame.cursor >= offset { markCursor() }
        put(frame.hint, style: .dim)
        change(to: .plain)
    }

    /// What a character looks like: a control character as `^C`.
    private static func shown(_ scalar: Unicode.Scalar, ambiguous: Int) -> (text: String, width: Int) {
        switch scalar.value {
        case 0..<0x20: ("^" + String(Unicode.Scalar(UInt8(scalar.value + 0x40))), 2)
        case 0x7F: ("^?", 2)
        case 0x80..<0xA0: ("", 0)
        default: (String(scalar), CellWidth.of(scalar, ambiguous: ambiguous))
        }
    }

    private mutating func put(_ text: String, style: TextStyle) {
        for scalar in text.unicodeScalars {
            let cells = Self.shown(scalar == "\n" ? " " : scalar, ambiguous: ambiguous)
            if rows[rows.count - 1].cells + cells.width > columns { startRow() }
            put(cells, scalar, style: style)
        }
    }

    private mutating func put(_ cells: (text: String, width: Int), _ scalar: Unicode.Scalar, style: TextStyle) {
        change(to: style)
        rows[rows.count - 1].text += cells.text
        rows[rows.count - 1].cells += cells.width
        if cells.width == 1, !scalar.isASCII { rows[rows.count - 1].uncertain = true }
    }

    private mutating func change(to new: TextStyle) {
        guard new != style else { return }
        rows[rows.count - 1].text += new == .plain ? "\u{1B}[0m" : "\u{1B}[0;\(new.parameters)m"
        style = new
    }

    private mutating func startRow() {
        let carried = style
        change(to: .plain)
        rows.append(Row())
        change(to: carried)
    }

    private mutating func markCursor() {
        if rows[rows.count - 1].cells >= columns { startRow() }
        cursorRow = rows.count - 1
        cursorColumn = rows[cursorRow].cells
        beforeCursor = rows[cursorRow].text + (style == .plain ? "" : "\u{1B}[0m")
    }
}

/// Draws frames over each other at the bottom of what the terminal shows. It gives bytes and touches no terminal.
///
/// Each row is ended by hand, never by the terminal's own wrapping, and the cursor is placed by counting cells from the left
/// edge, so that what is seen and what is meant cannot drift apart.
struct Screen {
    var columns: Int
    var height: Int
    /// Cells of characters whose width Unicode leaves open: 1 or 2.
    var ambiguous = 1
    /// Whether the terminal breaks long rows anew when it gets narrower.
    var reflows = false

    private var shown: Frame?
    private var drawn: [Int] = []
    private var cursorRow = 0
    private var cursorColumn = 0

    init(columns: Int, height: Int) {
        self.columns = columns
        self.height = height
    }

    /// The terminal's cursor is at the start of an empty row.
    mutating func startOver() {
        shown = nil
        drawn = []
        cursorRow = 0
        cursorColumn = 0
    }

    /// The bytes that change what is shown to `frame`; none where it is shown already.
    mutating func draw(_ frame: Frame) -> String {
        guard frame != shown else { return "" }
        shown = frame
        let layout = Layout(frame, columns: columns, ambiguous: ambiguous)
        // Of a text higher than the terminal, the rows around the cursor.
        let first = max(0, min(layout.cursorRow - height / 2, layout.rows.count - height))
        let last = min(layout.rows.count, first + height)
        let visible = layout.rows[first..<last]
        let below = frame.below.prefix(max(0, height - visible.count))

        var out = home() + "\u{1B}[J"
        out += visible.map(\.text).joined(separator: "\r\n")
        for row in below { out += "\r\n" + row }
        let target = layout.cursorRow - first
        let up = visible.count + below.count - 1 - target
        if up > 0 { out += "\u{1B}[\(up)A" }
        out += "\r"
        if visible[layout.cursorRow].uncertain {
            // Written again, the text itself carries the cursor to where the terminal thinks it ends.
            out += layout.beforeCursor
        } else if layout.cursorColumn > 0 {
            out += "\u{1B}[\(layout.cursorColumn)C"
        }
        drawn = visible.map(\.cells)
        cursorRow = target
        cursorColumn = layout.cursorColumn
        return out
    }

    /// Leaves the frame on the terminal, without hint and rows below, `mark` behind it, and goes to the row under it.
    mutating func finish(_ frame: Frame, with mark: String = "") -> String {
        var last = frame
        last.hint = ""
        last.below = []
        last.cursor = frame.text.utf8.count
        shown = nil
        let out = draw(last) + mark + "\r\n"
        startOver()
        return out
    }

    /// The terminal has another size: call before the next `draw`.
    mutating func resize(columns new: Int, height newHeight: Int) {
        if reflows, new < columns, new > 0 {
            let above = drawn.prefix(cursorRow).reduce(0) { $0 + max(1, ($1 + new - 1) / new) }
            cursorRow = min(newHeight - 1, above + cursorColumn / new)
        }
        shown = nil
        columns = new
        height = newHeight
    }

    /// From the cursor to the start of the first row that was drawn.
    private func home() -> String { cursorRow > 0 ? "\u{1B}[\(cursorRow)A\r" : "\r" }

    /// Terminals that break rows anew, by the names they leave in the environment.
    static func reflows(environment: (String) -> String?) -> Bool {
        let term = environment("TERM") ?? ""
        if term.hasPrefix("tmux") || term.contains("kitty") || term.contains("alacritty") { return true }
        let marks = [
            "TMUX", "VTE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID", "WT_SESSION",
        ]
        return marks.contains { environment($0).map { !$0.isEmpty } ?? false }
    }
}
