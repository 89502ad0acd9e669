/// What a reading holds besides goals, figures and measures; what nobody asks for is not worked out.
public struct ReadingDetails: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The words and rules behind each statement.
    public static let evidence = ReadingDetails(rawValue: 1)
    /// The sentences, and which one each statement stands in.
    public static let sentences = ReadingDetails(rawValue: 2)
    /// The weaknesses that the document admits.
    public static let problems = ReadingDetails(rawValue: 4)

    public static let all: ReadingDetails = [.evidence, .sentences, .problems]
}
