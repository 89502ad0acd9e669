import Documents

/// Why a line has no answer: what is wrong, where, what would be right, and a line that works.
public struct Diagnostic: Error, Sendable, Hashable {
    /// The kind of mistake, for programs; its name is stable.
    public enum Code: String, Sendable, CaseIterable {
        case unknownCommand, unknownKey, unknownValue, unknownStage, unknownProperty, unknownFormat, unknownTopic,
            unknownIdentifier
        case badNumber, badYear, missingArgument, unexpected, unclosed, severalCommands, notHere, noSuchRow, interrupted
        case fileExists, cannotWrite
    }

    public var code: Code
    public var message: String
    /// UTF-8 offsets in the line as it was typed.
    public var span: ByteSpan
    /// What could stand at `span`, best first; a few words, not a list of everything.
    public var expected: [String]
    /// The whole line, put right; it runs when pasted.
    public var suggestion: String?
    /// This line and others that work as well, at most three, best first; empty where there is none.
    public var suggestions: [String] = []
    /// The line that `span` counts in, where it is not the one typed: what a question was read as.
    public var line: String?

    public init(_ code: Code, _ message: String, at span: ByteSpan, expected: [String] = [], suggestion: String? = nil) {
        self.code = code
        self.message = message
        self.span = span
        self.expected = expected
        self.suggestion = suggestion
    }

    /// What the program ends with when a script or pipe stops here: 2 wrong command, 3 no such data, 130 interrupted.
    public var exitCode: Int32 {
        switch code {
        case .interrupted: 130
        case .unknownIdentifier, .noSuchRow, .notHere, .cannotWrite: 3
        default: 2
        }
    }
}
