import Documents

/// A line as it was understood. Two commands are equal where they ask the same, wherever their words stood in the line.
public indirect enum Command: Hashable, Sendable {
    case nothing
    case query(Query)
    case open(Word)
    /// A number alone: the link of the last card or the row of the last table.
    case follow(Word)
    case links, back, forward, trail, clear, leave
    case related(Word?)
    case source(Word?)
    case why(Word?)
    case path(Word, Word)
    /// A step of navigation, and what its rows are passed on to: `related f12 | take 5`.
    case piped(Command, [Stage])
    /// Two documents beside each other: by themselves, by two years and who issued them, or by a year and two who did.
    case diff([Word], [Stage])
    /// A page on a year, in a format.
    case brief([Condition], [Stage])
    case neighbors(Word?)
    case lint(Word?)
    case help([Word])
    /// `let name = pipeline`; without a name, what there is.
    case bind(Word, Query)
    case names
    /// `alias word = line`: the line that the word stands for, as it was typed; nil takes it away. Without a word, what there is.
    case alias(Word, String?)
    case aliases
    /// How a line is read.
    case explain(Command)
    /// The last answer into a file.
    case save(Saving)
    /// The whole graph into a file.
    case export(Saving)
    /// More documents beside those that are there.
    case load([Word])
    case run(Word, [ScriptArgument])
    case scripts(ScriptAction, Word?)
    /// A setting and its value; without a value what it is, without a name all of them.
    case set(Word?, Word?)
    /// Lines typed before that hold the words.
    case history([Word], [Stage])
    case tutorial(Word?)
}

/// A word of the line and where it stood; equality looks at the word only.
public struct Word: Hashable, Sendable {
    public var text: String
    public var span: ByteSpan

    public init(_ text: String, at span: ByteSpan = ByteSpan(0, 0)) {
        self.text = text
        self.span = span
    }

    public static func == (a: Word, b: Word) -> Bool { a.text == b.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A file that an answer goes to.
public struct Saving: Hashable, Sendable {
    public var path: Word
    /// Nil where the ending of the path tells.
    public var format: OutputFormat?
    /// Whether a file that is there may be replaced: `save!`, `as!`.
    public var replaces: Bool

    public init(_ path: Word, as format: OutputFormat? = nil, replaces: Bool = false) {
        self.path = path
        self.format = format
        self.replaces = replaces
    }
}

/// An argument of a script: `year=2026`, or a value for the next of its parameters.
public struct ScriptArgument: Hashable, Sendable {
    public var name: Word?
    public var value: Word

    public init(_ name: Word?, _ value: Word) {
        self.name = name
        self.value = value
    }
}

/// What is asked of saved scripts.
public enum ScriptAction: String, Sendable, CaseIterable {
    case list, show, edit, check
}

/// `NOUN [terms] [| stage]…`
public struct Query: Hashable, Sendable {
    /// The English name of the noun, a key of `Noun.all`; or `last`, `#3`, `$name`: rows that are there already.
    public var noun: Word
    public var terms: [Condition]
    public var stages: [Stage]

    public init(noun: Word, terms: [Condition], stages: [Stage]) {
        self.noun = noun
        self.terms = terms
        self.stages = stages
    }
}

public indirect enum Condition: Hashable, Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// A year or range, as typed by itself; nil at an open end.
    case years(Int?, Int?, Word)
    /// `sector:ecology,energy`: any of the values.
    case key(Word, [Word])
    case compare(Word, Comparison, Word)
    /// A name, or else words of the text.
    case word(Word)
    /// Exactly these words of the text.
    case phrase(Word)
    /// `in $name`, `in last`, `in #3`: among those rows, or of one of them.
    case within(Word)

    public static func == (a: Condition, b: Condition) -> Bool {
        switch (a, b) {
        case (.all(let x), .all(let y)), (.any(let x), .any(let y)): x == y
        case (.not(let x), .not(let y)): x == y
        case (.years(let low, let high, _), .years(let otherLow, let otherHigh, _)): low == otherLow && high == otherHigh
        case (.key(let k, let v), .key(let l, let w)): k == l && v == w
        case (.compare(let k, let o, let v), .compare(let l, let p, let w)): k == l && o == p && v == w
        case (.word(let x), .word(let y)), (.phrase(let x), .phrase(let y)), (.within(let x), .within(let y)): x == y
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(Printer(.english).print(self)) }

    /// Where it stands in the line.
    var span: ByteSpan {
        switch self {
        case .all(let parts), .any(let parts): Self.join(parts.map(\.span))
        case .not(let part): part.span
        case .years(_, _, let word), .word(let word), .phrase(let word), .within(let word): word.span
        case .key(let key, let values): Self.join([key.span] + values.map(\.span))
        case .compare(let key, _, let value): Self.join([key.span, value.span])
        }
    }

    private static func join(_ spans: [ByteSpan]) -> ByteSpan {
        ByteSpan(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
    }
}

public enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">=", atMost = "<=", moreThan = ">", lessThan = "<", equal = "=", notEqual = "!="

    func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
        switch self {
        case .atLeast: a >= b
        case .atMost: a <= b
        case .moreThan: a > b
        case .lessThan: a < b
        case .equal: a == b
        case .notEqual: a != b
        }
    }
}

/// What a `|` passes the rows on to.
public enum Stage: Hashable, Sendable {
    case filter([Condition])
    case sort([SortKey])
    case take(Int)
    case skip(Int)
    case select([Word])
    /// Rows in each group; without keys, the number of rows.
    case count(by: [Word])
    case aggregate(Aggregate, of: Word, by: [Word])
    /// Targets by what became of them, in all or in each group.
    case totals(by: [Word])
    /// Targets and results by year, with a chart.
    case trend
    /// In which years a target changed, and how.
    case changes
    /// A row for each value of a property, a column for each indicator.
    case compare(by: Word)
    /// How many rows there are of each pair of two properties.
    case matrix(Word, Word)
    case format(OutputFormat)
    /// The rows of another noun that these are tied to, narrowed by terms; `source` for where each stands.
    case reach(Word, [Condition])
    /// Rows that lead, or do not lead, to rows of another noun that the terms hold for.
    case tied(Bool, Word, [Condition])
    case save(Saving)

    public struct SortKey: Hashable, Sendable {
        public var key: Word
        public var descending: Bool

        public init(_ key: Word, descending: Bool = false) {
            self.key = key
            self.descending = descending
        }
    }
}

public enum Aggregate: String, Sendable, CaseIterable {
    case sum, mean, min, max
}

extension Command {
    /// Whether stages may follow: it goes to a node, or lists where one can go.
    var isStep: Bool {
        switch self {
        case .open, .follow, .links, .trail, .related, .source, .why, .path, .neighbors, .lint: true
        default: false
        }
    }
}
