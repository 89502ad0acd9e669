import Documents

@testable import Extraction

/// A short text with what the readers make of it.
struct Sample {
    let text: SourceText
    let outline: Outline

    init(_ text: String) {
        self.text = SourceText(Array(text.utf8))
        outline = OutlineReader().read(self.text)
    }

    /// Level and title of each heading: `2 做强县域工业`.
    var headings: [String] { outline.headings.map { "\($0.level) \(text.folded($0.title))" } }

    func paragraphs(_ role: Outline.Role) -> [String] {
        outline.paragraphs.filter { $0.role == role }.map { text.folded($0.range) }
    }
}
