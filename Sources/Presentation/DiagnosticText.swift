import Documents
import QueryLanguage

/// A diagnostic, shown: the message, the line with a caret under the words it is about, what was expected and a line that would
/// work. Ready for any terminal width.
struct DiagnosticText: Sendable {
    let diagnostic: Diagnostic
    /// The command line in which the diagnostic's span counts.
    let line: String
    /// `file:line:column`, for scripts.
    let place: String?

    func text(style: Style) -> String {
        var text = wrapped(place.map { $0 + ": " } ?? "", diagnostic.message, style, .error)
        // Of a file that has no lines there is none to show.
        if !line.isEmpty { text += excerpt(diagnostic.span, style) }
        if !diagnostic.expected.isEmpty {
            text += wrapped(Message("expected: ", "应为：").text, expected(style), style, nil)
        }
        if let suggestion = diagnostic.suggestion { text += line(to: suggestion, style) }
        return text
    }

    /// One line, however long, to be copied and pasted as it is; the terminal breaks it, which no copy keeps.
    private func line(to suggestion: String, _ style: Style) -> String {
        let lead = Message("try: ", "试试：").text, line = SafeText.line(suggestion)
        let fits = style.width.map { style.layout.width(lead + line) <= $0 } ?? true
        return fits ? style.ink(lead + line, .suggestion) + "\n" : style.ink(lead, .suggestion) + "\n" + style.ink(line, .suggestion) + "\n"
    }

    /// As many as stand in one row; three at least.
    private func expected(_ style: Style) -> String {
        let comma = Message(", ", "、").text, words = diagnostic.expected
        let room = min(style.width ?? 100, 100) - style.layout.width(Message("expected: ", "应为：").text) - 2
        var count = words.count
        while count > 3, style.layout.width(words.prefix(count).joined(separator: comma)) > room { count -= 1 }
        return words.prefix(count).joined(separator: comma) + (count < words.count ? " …" : "")
    }

    private func wrapped(_ lead: String, _ content: String, _ style: Style, _ role: Ink?) -> String {
        let whole = SafeText.line(lead) + SafeText.line(content)
        return style.layout.lines(of: whole, cells: style.width).map { line in
            (role.map { style.ink(String(whole[line]), $0) } ?? String(whole[line])) + "\n"
        }.joined()
    }

    /// The line and the caret span below it; of a line longer than the terminal, the part around the span.
    private func excerpt(_ span: ByteSpan, _ style: Style) -> String {
        let layout = style.layout, margin = "  "
        let bytes = Array(line.utf8)
        let start = max(0, min(span.start, bytes.count)), end = max(start, min(span.end, bytes.count))
        func part(_ range: Range<Int>) -> String { SafeText.line(String(decoding: bytes[range], as: UTF8.self)) }
        var before = part(0..<start), faulty = part(start..<end), after = part(end..<bytes.count)
        if let width = style.width {
            let room = max(8, width - margin.utf8.count)
            faulty = layout.cut(faulty, to: room - min(layout.width(before), room / 2))
            if layout.width(before + faulty + after) > room {
                let forBefore = max(room - layout.width(faulty) - layout.width(after), room / 2 - layout.width(faulty))
                before = tail(of: before, cells: max(0, min(forBefore, room - layout.width(faulty))), layout)
                after = layout.cut(after, to: max(0, room - layout.width(before + faulty)))
            }
        }
        let carets = String(repeating: "^", count: max(1, layout.width(faulty)))
        let shift = String(repeating: " ", count: layout.width(before))
        return margin + before + faulty + after + "\n" + margin + shift + style.ink(carets, .error) + "\n"
    }

    /// The end of `text` with a `…` before it, in at most `cells`.
    private func tail(of text: String, cells: Int, _ layout: TextLayout) -> String {
        guard layout.width(text) > cells else { return text }
        let dots = "…"
        guard cells > layout.width(dots) else { return "" }
        var index = text.endIndex, used = layout.width(dots)
        while index > text.startIndex {
            let previous = text.index(before: index)
            used += layout.width(text[previous..<index])
            if used > cells { break }
            index = previous
        }
        return dots + text[index...]
    }
}
