import Foundation
import Lexicon

/// The lexicon of the package, read once for all tests.
enum ProjectLexicon {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data/lexicon").path
    static let loaded = Lexicon.load(from: folder)
    static let classifier = SectorClassifier(lexicon: loaded.lexicon)
}
