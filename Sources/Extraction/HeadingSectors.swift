import Documents
import Lexicon

/// The sector that each heading of a document speaks of; what its own words leave open comes from the heading above.
public struct HeadingSectors: Sendable {
    /// How much a heading leans on the one above it, in the weights of `sector-words.tsv`.
    static let trust = 3.0

    /// One for each of `Outline.headings`; nil where neither its words nor those above speak for a sector.
    public let sectors: [SectorClassifier.Numbered?]

    public init(_ text: SourceText, _ outline: Outline, _ classifier: SectorClassifier) {
        var found: [SectorClassifier.Numbered?] = []
        var tally = classifier.tally
        found.reserveCapacity(outline.headings.count)
        for heading in outline.headings {
            let above = heading.parent.flatMap { $0 < found.count ? found[$0] : nil }
            found.append(classifier.main(of: text.units.span.extracting(heading.title), hint: above, trust: Self.trust, &tally))
        }
        sectors = found
    }

    public subscript(heading: Int?) -> SectorClassifier.Numbered? {
        guard let heading, sectors.indices.contains(heading) else { return nil }
        return sectors[heading]
    }
}
