import Documents
import Lexicon

/// A document's text in order: what is body, what is heading, what the page left behind.
public struct Outline: Sendable {
    /// A paragraph in units of the source text.
    public struct Paragraph: Sendable {
        private let start: Int32, end: Int32
        public var role: Role

        init(range: Range<Int>, role: Role) {
            (start, end) = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
            self.role = role
        }

        public var range: Range<Int> { Int(start)..<Int(end) }
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
        private let start: Int32, end: Int32, titleStart: Int32, titleEnd: Int32
        private let depth: Int32
        private var above: Int32

        init(range: Range<Int>, title: Range<Int>, level: Int, parent: Int?) {
            (start, end) = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
            (titleStart, titleEnd) = (Int32(clamping: title.lowerBound), Int32(clamping: title.upperBound))
            depth = Int32(clamping: level)
            above = Int32(clamping: parent ?? -1)
        }

        /// Number and title.
        public var range: Range<Int> { Int(start)..<Int(end) }
        /// The title alone.
        public var title: Range<Int> { Int(titleStart)..<Int(titleEnd) }
        public var level: Int { Int(depth) }
        /// Index of the heading above it.
        public var parent: Int? {
            get { above < 0 ? nil : Int(above) }
            set { above = Int32(clamping: newValue ?? -1) }
        }
    }

    public var paragraphs: [Paragraph] = []
    public var headings: [Heading] = []
}
