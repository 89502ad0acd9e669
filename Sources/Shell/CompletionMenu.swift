import Documents
import Presentation
import QueryLanguage

/// The list of candidates under the line. Tab goes through it, and the line shows the chosen one.
struct CompletionMenu {
    private(set) var candidates: [Completion.Candidate]
    private(set) var selected: Int?
    /// The line as the menu left it: the menu stands as long as nothing else changes the line.
    private(set) var line: String
    private(set) var cursor: Int
    private let replaced: Range<Int>
    private let original: String

    init(_ completion: Completion, line: String, cursor: Int) {
        candidates = completion.candidates
        self.line = line
        self.cursor = cursor
        replaced = completion.replaced.range
        original = line
    }

    func stands(on line: String, cursor: Int) -> Bool { line == self.line && cursor == self.cursor }

    /// Chooses the next candidate, or the one before, and gives the line with it.
    mutating func move(by step: Int) {
        let next: Int
        if let selected {
            next = (selected + step + candidates.count) % candidates.count
        } else {
            next = step > 0 ? 0 : candidates.count - 1
        }
        selected = next
        (line, cursor) = original.replacing(replaced, with: candidates[next].text)
    }

    /// The rows to show, none wider than `columns`, at most `height` of them, with the page that holds the choice.
    func rows(columns: Int, height: Int, ambiguous: Int = 1, plain: Bool = false) -> [String] {
        guard height > 0, !candidates.isEmpty else { return [] }
        let names = candidates.map { Self.fit($0.text, to: columns - 1, ambiguous: ambiguous) }
        let isMixed = Set(candidates.map(\.kind)).count > 1
        let widestCount = candidates.compactMap(\.count).map { String($0).utf8.count }.max() ?? 0
        let details = candidates.map { Self.detail(of: $0, withKind: isMixed, countWidth: widestCount) }
        let width = { (text: String) in CellWidth.of(text, ambiguous: ambiguous) }
        let widestName = names.map(width).max() ?? 0
        let widestDetail = details.map(width).max() ?? 0
        // With explanations one candidate a row where there is room, without them as many as fit.
        let inColumn = widestName + (widestDetail > 0 ? 1 + widestDetail : 0)
        let across = max(1, (columns - 1 + 2) / (inColumn + 2))
        let total = (candidates.count + across - 1) / across
        let paged = total > height
        let perPage = paged ? max(1, height - 1) : total
        // Columns are read downwards within a page.
        let onPage = perPage * across
        let page = (selected ?? 0) / onPage
        let start = page * onPage
        let shown = min(candidates.count - start, onPage)
        let deep = (shown + across - 1) / across
        var rows: [String] = []
        for row in 0..<deep {
            var text = ""
            for column in 0..<across {
                let index = start + column * deep + row
                guard column * deep + row < shown else { break }
                if column > 0 { text += "  " }
                let name = names[index] + String(repeating: " ", count: widestName - width(names[index]))
                var cell = plain || index != selected ? name : "\u{1B}[7m" + name + "\u{1B}[0m"
                if plain, index == selected { cell = ">" + cell.dropLast() }
                let room = columns - 1 - widestName - 1
                if widestDetail > 0, room > 0 {
                    let detail = Self.fit(details[index], to: min(widestDetail, room), ambiguous: ambiguous)
                    let padding = String(repeating: " ", count: max(0, min(widestDetail, room) - width(detail)))
                    cell += " " + (plain || detail.isEmpty ? detail : "\u{1B}[2m" + detail + "\u{1B}[0m") + padding
                }
                text += cell
            }
            rows.append(text)
        }
        if paged, height > 1 {
            let pages = (candidates.count + onPage - 1) / onPage
            let words = Message(
                "page \(page + 1) of \(pages), \(candidates.count) candidates; Tab takes the next",
                "第\(page + 1)页，共\(pages)页、\(candidates.count)项；Tab选下一项")
            let note = Self.fit(words.text, to: columns - 1, ambiguous: ambiguous)
            rows.append(plain ? note : "\u{1B}[2m" + note + "\u{1B}[0m")
        }
        return rows
    }

    /// The count, one below the other, the kind where there are several, and what there is to say.
    private static func detail(of candidate: Completion.Candidate, withKind: Bool, countWidth: Int) -> String {
        var parts: [String] = []
        if countWidth > 0 {
            let count = candidate.count.map(String.init) ?? ""
            parts.append(String(repeating: " ", count: countWidth - count.utf8.count) + count)
        }
        if withKind, candidate.kind != .name || candidate.detail.isEmpty { parts.append(candidate.kind.word.text) }
        if !candidate.detail.isEmpty { parts.append(candidate.detail) }
        return parts.joined(separator: " ")
    }

    /// `text` cut to `cells`, with an ellipsis where something is missing; control characters left out.
    private static func fit(_ text: String, to cells: Int, ambiguous: Int) -> String {
        let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
        let clean = String(String.UnicodeScalarView(visible))
        guard CellWidth.of(clean, ambiguous: ambiguous) > cells else { return clean }
        var cut = "", used = 0
        for scalar in clean.unicodeScalars {
            let width = CellWidth.of(scalar, ambiguous: ambiguous)
            guard used + width <= cells - 1 else { break }
            cut.unicodeScalars.append(scalar)
            used += width
        }
        return cells > 0 ? cut + "~" : ""
    }
}

extension Completion {
    /// What all candidates begin with.
    var commonPrefix: String {
        guard var common = candidates.first.map({ Array($0.text.unicodeScalars) }) else { return "" }
        for candidate in candidates.dropFirst() {
            var length = 0
            for scalar in candidate.text.unicodeScalars {
                guard length < common.count, common[length] == scalar else { break }
                length += 1
            }
            common.removeSubrange(length...)
        }
        return String(String.UnicodeScalarView(common))
    }
}

extension String {
    /// The UTF-8 bytes of `range`, held inside the text.
    func slice(_ range: Range<Int>) -> String {
        let bytes = Array(utf8)
        let lower = Swift.min(Swift.max(0, range.lowerBound), bytes.count)
        let upper = Swift.min(Swift.max(lower, range.upperBound), bytes.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    /// With the UTF-8 bytes of `range` replaced, and the offset behind the replacement.
    func replacing(_ range: Range<Int>, with new: String) -> (text: String, end: Int) {
        let head = slice(0..<range.lowerBound)
        return (head + new + slice(range.upperBound..<utf8.count), head.utf8.count + new.utf8.count)
    }
}
