/// What a statement bears that makes its reading more or less likely to be right; `Confidence` weighs it.
public enum Sign: Int, Sendable, CaseIterable {
    // The indicator
    /// The lexicon knows no indicator of this name.
    case unknown
    /// An unknown name of one or two characters: often a stub.
    case short
    /// An unknown name of more than 12 characters: often two nouns or a word too many.
    case long
    /// The name is no phrase before the number but one member of a list, what is counted behind it, a share, or completed or taken
    /// over from words before.
    case listed, counted, share, completed, inherited
    /// No verb stands before the number.
    case verbless
    // The period, where the sentence does not name it
    case announcedTime, openingTime, headingTime, partTime, reckonedTime
    // The document
    /// The document's year, where it is early: older reports speak otherwise than those that the rules were written with.
    case before1978, before1994, before2004, before2014, before2024
    /// No year of the document is known.
    case undated
    // The measure
    /// The last clause of a longer sentence: often the aim of those before it.
    case closing
}

/// The signs that one statement bears.
public struct Signs: Sendable, Hashable, Sequence {
    private var bits: UInt32 = 0

    public init() {}

    public mutating func insert(_ sign: Sign, where holds: Bool = true) {
        if holds { bits |= 1 << UInt32(sign.rawValue) }
    }

    public func contains(_ sign: Sign) -> Bool { bits & 1 << UInt32(sign.rawValue) != 0 }

    /// In the order of `Sign.allCases`.
    public func makeIterator() -> Iterator { Iterator(rest: bits) }

    public struct Iterator: IteratorProtocol {
        fileprivate var rest: UInt32

        public mutating func next() -> Sign? {
            guard rest != 0, let sign = Sign(rawValue: rest.trailingZeroBitCount) else { return nil }
            rest &= rest &- 1
            return sign
        }
    }

    mutating func insert(year: Int?) {
        guard let year else { return insert(.undated) }
        switch year {
        case ..<1978: insert(.before1978)
        case ..<1994: insert(.before1994)
        case ..<2004: insert(.before2004)
        case ..<2014: insert(.before2014)
        case ..<2024: insert(.before2024)
        default: break
        }
    }
}
