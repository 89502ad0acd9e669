import Foundation

/// Where the package keeps its data, seen from the tests.
enum TestData {
    static let lexicon = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data/lexicon").path
}
