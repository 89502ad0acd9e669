/// Cutting, padding and wrapping by cells.
struct TextLayout: Sendable {
    let ambiguousWidth: Int

    func width(_ text: some StringProtocol) -> Int { CellWidth.of(text, ambiguous: ambiguousWidth) }

    /// `text` padded with spaces to `cells`; longer text stays as it is.
    func padded(_ text: String, to cells: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, cells - width(text)))
        return right ? spaces + text : text + spaces
    }

    /// `text`, or as much of it as fits into `cells` with a `…` at its end.
    func cut(_ text: String, to cells: Int) -> String {
        guard width(text) > cells else { return text }
        let dots = "…"
        let room = cells - width(dots)
        guard room >= 0 else { return String(repeating: ".", count: max(0, cells)) }
        return text[..<end(in: text, from: text.startIndex, cells: room)] + dots
    }

    /// `text` on at most `lines` lines of `cells`; what is beyond ends in a `…`.
    func wrapped(_ text: String, cells: Int, lines most: Int) -> [String] {
        let ranges = lines(of: text, cells: cells)
        guard ranges.count > most, let last = ranges.dropFirst(most - 1).first else { return ranges.map { String(text[$0]) } }
        return ranges.prefix(most - 1).map { String(text[$0]) } + [cut(String(text[last.lowerBound...]), to: cells)]
    }

    /// The furthest index such that the characters from `start` up to it take at most `cells`.
    func end(in text: String, from start: String.Index, cells: Int) -> String.Index {
        var index = start, used = 0
        while index < text.endIndex {
            let next = text.index(after: index)
            used += width(text[index..<next])
            if used > cells { return index }
            index = next
        }
        return index
    }

    /// Where the lines of `text` begin and end when no line may take more than `cells`; nil for no limit. Breaks stand at
    /// spaces, behind dashes and beside Chinese characters, but not before closing nor after opening punctuation; a word that is
    /// longer than a line is broken anywhere. The space at a break belongs to no line.
    func lines(of text: String, cells: Int?) -> [Range<String.Index>] {
        guard let cells, width(text) > cells else { return [text.startIndex..<text.endIndex] }
        var lines: [Range<String.Index>] = []
        var start = text.startIndex
        while start < text.endIndex {
            let limit = end(in: text, from: start, cells: max(2, cells))
            guard limit < text.endIndex else {
                lines.append(start..<text.endIndex)
                break
            }
            var stop = max(limit, text.index(after: start))
            var candidate = stop
            while candidate > start, !canBreak(text, at: candidate) { candidate = text.index(before: candidate) }
            if candidate > start { stop = candidate }
            var last = stop
            while last > start, text[text.index(before: last)] == " " { last = text.index(before: last) }
            lines.append(start..<last)
            start = stop
            while start < text.endIndex, text[start] == " " { start = text.index(after: start) }
        }
        return lines
    }

    private func canBreak(_ text: String, at index: String.Index) -> Bool {
        guard index > text.startIndex, index < text.endIndex else { return true }
        let before = text[text.index(before: index)], after = text[index]
        if before == " " || after == " " || before == "–" { return true }
        if Self.closing.contains(after) || Self.opening.contains(before) { return false }
        return width(String(before)) == 2 || width(String(after)) == 2
    }

    private static let closing = Set("，。、；：！？）》〉」』】〕”’…%％,.;:!?)]}—")
    private static let opening = Set("（《〈「『【〔“‘([{")
}
