import Documents

/// A text that ends in mid-sentence or with a heading is cut.
struct EndingCheck {
    let text: CheckedText

    func findings() -> [Finding] {
        guard let p = text.paragraphs.last, let last = text.units[p].last, text.paragraphs.count > 1 else { return [] }
        let units = text.units
        if text.headings.contains(p.lowerBound) {
            // Where nothing but headings stands, or the last counts on a list of short lines, nothing is missing under it.
            guard let marker = HeadingMarker.read(units, p), marker.level == 1, !Unit.endsSentence(last) else { return [] }
            return [Finding(.cut, at: text.source.span(p))]
        }
        guard Unit.isHan(last) || Self.pauses.contains(last) || Unit.isDigit(last) || last == Unit.replacement else { return [] }
        guard Self.pauses.contains(last) || isProse(p) else { return [] }
        var start = p.upperBound - 1
        while start > p.lowerBound, !Unit.endsSentence(units[start - 1]) { start -= 1 }
        return [Finding(.cut, at: text.source.span(max(start, p.upperBound - 40)..<p.upperBound))]
    }

    /// A signature, a date or the cell of a table has no stop either.
    private func isProse(_ p: Range<Int>) -> Bool {
        let units = text.units
        if Self.leading.contains(units[p.upperBound - 1]) { return true }
        let opened = units[p].count { $0 == Unit.openQuote || $0 == Unit.openTitle }
        if opened > units[p].count(where: { $0 == Unit.closeQuote || $0 == Unit.closeTitle }) { return true }
        return units[p].contains { text.endsClause($0) } || p.count >= 20 && units[p].contains(Unit.enumerationComma)
    }

    /// 的, 和, 在 …: words that lead on to another.
    private static let leading = Set("的和与及在将要把被对向从是以并让使".utf16)
    private static let pauses: Set<UInt16> = [Unit.comma, Unit.enumerationComma, Unit.openParenthesis, Unit.openQuote, Unit.openTitle]
}
