/// A word that may follow `|`.
public struct StageWord: Sendable {
    public var description: Description
    /// Reads what follows the word.
    var parse: @Sendable (inout Parser, Word) throws(Diagnostic) -> Stage

    /// Every stage, in the order of help. A new one is a file beside these and a word here.
    public static let all: [StageWord] = [
        filter, with, without, sort, take, skip, select, count, by, sum, mean, min, max, totals, trend, changes, compare, matrix, plot, reach, source,
        wide, format, save,
    ]

    static func named(_ word: String) -> StageWord? {
        let word = word.simplified.lowercased()
        return all.first { $0.description.answers(toFolded: word) }
    }

    /// What a line asks for: without the stage at its end that only says how the answer is written (`| as html`, `| plot`).
    public static func asked(_ line: String) -> String {
        guard let bar = line.lastIndex(of: "|"), let word = line[line.index(after: bar)...].split(separator: " ").first,
            let stage = named(String(word))?.description.name, [format, plot, save].contains(where: { $0.description.name == stage })
        else { return line }
        return String(line[..<bar].reversed().drop { $0 == " " }.reversed())
    }
}
