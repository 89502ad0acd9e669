import Documents

/// Headings that count 一、 二、 四、, and points that count 一是, 三是: what lies between is missing.
struct NumberingCheck {
    let text: CheckedText

    private struct Count {
        var style: HeadingMarker.Style
        var level: Int
        var number: Int
        var at: Int
    }

    func findings() -> [Finding] {
        var open: [Count] = [], found: [Finding] = []
        for p in text.paragraphs {
            guard let marker = HeadingMarker.read(text.units, p), marker.number > 0, marker.style != .hash else { continue }
            // A higher heading ends the counts below it.
            open.removeAll { $0.level > marker.level }
            let count = Count(style: marker.style, level: marker.level, number: marker.number, at: p.lowerBound)
            // A list may count 一、 inside a section that does so too: the number goes on with any list that waits for it.
            if let awaiting = open.lastIndex(where: { $0.style == marker.style && $0.number + 1 == marker.number }) {
                open[awaiting] = count
                open = open.enumerated().filter { $0.offset <= awaiting || $0.element.style != marker.style }.map(\.element)
                continue
            }
            guard marker.number > 1, let same = open.lastIndex(where: { $0.style == marker.style }) else {
                open.append(count)
                continue
            }
            let last = open[same]
            open[same] = count
            if marker.number > last.number {
                let missing = last.number + 1..<marker.number
                if let gone = missing.first(where: { !stands($0, marker.style, between: last.at, and: p.lowerBound) }) {
                    found.append(Finding(.gap(missing: gone, before: marker.number), at: text.source.span(title(marker, p))))
                }
            } else if marker.number == last.number {
                found.append(Finding(.repeated(marker.number), at: text.source.span(title(marker, p))))
            }
        }
        return found
    }

    /// Whether the number counts inside a paragraph between two places.
    private func stands(_ number: Int, _ style: HeadingMarker.Style, between start: Int, and end: Int) -> Bool {
        (start + 1..<end).contains { i in
            guard text.endsClause(text.units[i - 1]) || text.units[i - 1] == Unit.newline,
                  let marker = HeadingMarker.read(text.units, i..<end) else { return false }
            return marker.number == number && marker.style == style
        }
    }

    /// Number and first clause of a heading.
    private func title(_ marker: HeadingMarker, _ p: Range<Int>) -> Range<Int> {
        p.lowerBound..<max(marker.end, text.clauseEnd(marker.end, min(p.upperBound, marker.end + 40)))
    }
}
