import Extraction
import Foundation
import Lexicon

/// Where the package keeps its data, seen from the tests.
enum TestData {
    static let lexicon = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data/lexicon").path

    /// A reader with the project's own lexicon.
    static let reader = Reader(lexicon: Lexicon.load(from: lexicon).lexicon)
}
