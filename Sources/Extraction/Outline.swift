import Documents
import Lexicon

/// A document's text in order: what is body, what is heading, what the page left behind.
public struct Outline: Sendable {
    /// A paragraph in units of the source text.
    public struct Paragraph: Sendable {
        public var range: Range<Int>
        public var role: Role
    }

    public enum Role: Sendable {
        case body
        /// The whole paragraph is one heading.
        case heading
        /// Buttons, breadcrumbs, bylines, licences: nothing is read from it.
        case residue
        /// A glossary behind the report (名词解释): its figures commit nobody.
        case glossary
    }

    /// A heading in units of the source text; in document order.
    public struct Heading: Sendable {
        /// Number and title.
        public var range: Range<Int>
        /// The title alone.
        public var title: Range<Int>
        public var level: Int
        /// Index of the heading above it.
        public var parent: Int?
    }

    public var paragraphs: [Paragraph] = []
    public var headings: [Heading] = []
}
