import Documents
import KnowledgeGraph

/// Words of several kinds, all of which are found in a folded text in one pass.
struct SignWords: Sendable {
    /// A word that was found.
    struct Sign {
        /// The number of the list that has it.
        var kind: Int
        /// The number of the word among all.
        var word: Int
        /// Its units in the text.
        var start: Int
        var end: Int
    }

    private let words: [(kind: Int, units: [UInt16])]
    /// By the first unit: 0 where no word begins with it, else the number of its words in `openings`, plus one.
    private let opens: [UInt8]
    private let openings: [[Int]]

    /// - Parameter kinds: A list of words for each kind; fewer than 255 characters begin them.
    init(_ kinds: [[String]]) {
        words = kinds.enumerated().flatMap { kind, words in words.map { (kind, Array($0.utf16)) } }
        var opens = [UInt8](repeating: 0, count: 1 << 16), openings: [[Int]] = []
        for (number, word) in words.enumerated() {
            guard let first = word.units.first else { continue }
            if opens[Int(first)] == 0 {
                openings.append([])
                opens[Int(first)] = UInt8(openings.count)
            }
            openings[Int(opens[Int(first)]) - 1].append(number)
        }
        (self.opens, self.openings) = (opens, openings)
    }

    /// Every place of every word, in the order of where they begin.
    func signs(in text: [UInt16]) -> [Sign] {
        var found: [Sign] = []
        for start in text.indices {
            let opening = opens[Int(text[start])]
            if opening == 0 { continue }
            for number in openings[Int(opening) - 1] {
                let length = words[number].units.count
                if start + length <= text.count, (1..<max(1, length)).allSatisfy({ text[start + $0] == words[number].units[$0] }) {
                    found.append(Sign(kind: words[number].kind, word: number, start: start, end: start + length))
                }
            }
        }
        return found
    }
}

extension Graph {
    /// Appends the folded units of a part of the text.
    func fold(_ range: Range<Int>, into units: inout [UInt16]) {
        let done: Void? = text[range].withContiguousStorageIfAvailable { SourceText.fold($0.span, into: &units) }
        if done == nil { SourceText.fold(Array(text[range]).span, into: &units) }
    }

    func folded(_ range: Range<Int>) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(range.count / 3 + 8)
        fold(range, into: &units)
        return units
    }

    /// Where the words of a figure stand in the text.
    func textRange(ofFigure row: Int) -> Range<Int> {
        let base = documents.textStart[Int(figures.statement.document[row])]
        let start = base + Int(figures.statement.start[row])
        return start..<max(start, base + Int(figures.statement.end[row]))
    }
}

/// Units that end a clause.
enum ClauseEnd {
    /// The units behind the last end of a clause.
    static func lastClause(_ text: [UInt16], before end: Int) -> Int {
        var at = end
        while at > 0, !isEnd(text[at - 1]) { at -= 1 }
        return at
    }

    @inline(__always)
    static func isEnd(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x2C, 0x3B, 0x3A, Unit.fullStop, 0x21, 0x3F, 0x0A: true
        default: false
        }
    }
}

extension UInt16 {
    /// Whether it is a character that stands for a number (5, 五, ⑤), as `Character.isNumber` tells.
    var isNumber: Bool {
        if self < 0x80 { return self >= 0x30 && self <= 0x39 }
        return Unicode.Scalar(self)?.properties.numericType != nil
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
