import Documents
import KnowledgeGraph
import Lexicon

/// A word that a query begins with: what its rows are, and how they are shown where nothing else is said.
public struct Noun: Sendable {
    public var description: Description
    public var type: NodeType
    /// Of figures: those of these kinds.
    var kinds: [FigureKind]
    /// Keys of the columns that are shown.
    var columns: [String]
    var order: DefaultOrder

    public var name: String { description.name }

    enum DefaultOrder: Sendable {
        /// Indicators that most documents have first, then place and period.
        case byIndicator
        /// As the graph numbers them.
        case asNumbered
        /// Those with most statements first.
        case byCount
        /// Those that answer best to the words first.
        case byRelevance
    }

    init(
        _ description: Description, _ type: NodeType, kinds: [FigureKind] = FigureKind.allCases, columns: [String],
        order: DefaultOrder = .asNumbered
    ) {
        self.description = description
        self.type = type
        self.kinds = kinds
        self.columns = columns
        self.order = order
    }

    /// Every noun, in the order of help. A new one is a file beside these and a word here.
    public static let all: [Noun] = [
        targets, results, figures, check, measures, goals, problems, sectors, indicators, years, places, documents, sentences,
    ]

    static func named(_ word: String) -> Noun? {
        let word = word.simplified.lowercased()
        return all.first { $0.description.answers(toFolded: word) }
    }

    /// What may be written after `|`: `| measures`, `| sector`, `| 领域`.
    var wordsOfStage: [String] { description.words + (name.hasSuffix("s") ? [String(name.dropLast())] : []) }

    static func stage(_ word: String) -> Noun? {
        let word = word.simplified.lowercased()
        return all.first { $0.wordsOfStage.contains { $0.lowercased() == word } }
    }
}
