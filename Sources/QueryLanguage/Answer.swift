import Documents
import KnowledgeGraph
import Lexicon

/// What a command gives back, before any thought of a terminal: presentation turns it into a table, a card, JSON ….
public struct Answer: Sendable {
    public var body: Body
    /// Short remarks under the body, such as which rows come from a plan that covers the year, or why nothing was found.
    public var notes: [String]
    /// How the answer asked to be shown (`as json`); nil leaves it to the caller.
    public var format: OutputFormat?

    /// What the table is drawn as, where it is a trend.
    public var chart: Chart?

    /// Of a question: the ordinary line that it was read as.
    public var readAs: String?
    /// How words of the question were read, and which were not used.
    public var readNotes: [String] = []

    /// What is to be done besides showing it, by the program: the language itself reads and writes no files.
    public var request: Request?

    public init(_ body: Body, notes: [String] = [], format: OutputFormat? = nil) {
        self.body = body
        self.notes = notes
        self.format = format
    }

    public enum Body: Sendable {
        case table(Table)
        case card(Card)
        /// A page of text, such as help.
        case page(Page)
        /// Nothing to show (a setting was changed).
        case nothing
    }

    public enum Request: Sendable {
        /// Write the answer into a file instead.
        case save(Saving)
        /// Write the whole graph.
        case export(Saving)
        /// Read these files and folders, and give the session the graph with them: `Session.answer(with:)`.
        case load([Word])
        case run(Word, [ScriptArgument])
        case scripts(ScriptAction, Word?)
        /// Lines typed before, which the session is then given as a table: `Session.answer(with:)`.
        case history([Word], [Stage])
        case tutorial(Word?)
        case clear
    }

    /// True where a query found no row.
    public var isEmpty: Bool {
        if case .table(let t) = body { return t.rows.isEmpty }
        return false
    }

    /// Whether all that it says is that there are none.
    var countsNothing: Bool {
        guard case .table(let table) = body, table.columns.map(\.key) == ["count"] else { return false }
        return table.rows == [[.integer(0)]]
    }
}

/// The names that `as` takes.
public enum OutputFormat: String, Sendable, CaseIterable {
    case table, wide, card, list, tree, json, ndjson, csv, tsv, markdown, html, chart, svg

    /// Other words for it, Chinese first.
    public var words: [String] {
        switch self {
        case .table: ["表", "表格"]
        case .wide: ["全宽", "宽表"]
        case .card: ["卡片"]
        case .list: ["列表"]
        case .tree: ["树"]
        case .markdown: ["md"]
        case .ndjson: ["jsonl"]
        case .chart: ["图表"]
        case .json, .csv, .tsv, .html, .svg: []
        }
    }

    /// Their names with a bar between them.
    static var usage: String { allCases.dropFirst().reduce(allCases[0].rawValue) { $0 + "|" + $1.rawValue } }

    public static func named(_ word: String) -> OutputFormat? {
        let word = word.lowercased()
        return allCases.first { $0.rawValue == word || $0.words.contains(word) }
    }
}

/// Rows under columns. `nodes[i]` is the node of row i, which `open i+1` opens.
public struct Table: Sendable {
    public var columns: [Column]
    public var rows: [[Cell]]
    public var nodes: [NodeID?]
    /// Cells that stand out, for people.
    public var marks: [Mark] = []

    public struct Mark: Sendable, Hashable {
        public var row: Int
        public var column: Int
        /// Behind the cell: `▲`.
        public var sign: String

        public init(row: Int, column: Int, sign: String) { (self.row, self.column, self.sign) = (row, column, sign) }
    }

    public init(columns: [Column], rows: [[Cell]], nodes: [NodeID?]) {
        self.columns = columns
        self.rows = rows
        self.nodes = nodes
    }
}

public struct Column: Sendable, Hashable {
    /// The name in the language and in JSON: `indicator`.
    public var key: String
    /// The Chinese heading: 指标.
    public var chinese: String
    public var rightAligned: Bool
    /// How readily the column gives way where the terminal is narrow: the highest first, 0 last of all; from 4 on it is left out
    /// before the others get uncomfortably narrow.
    public var shrink: Int

    /// In the tongue of the moment.
    public var heading: String { Message(key, chinese).text }

    public init(key: String, chinese: String, rightAligned: Bool = false, shrink: Int = 0) {
        self.key = key
        self.chinese = chinese
        self.rightAligned = rightAligned
        self.shrink = shrink
    }
}

/// One value of a row: what a person sees and what a program gets. A table holds very many: what is large stands apart.
public enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    /// One of the names that the program itself gives, such as a sector or a kind.
    indirect case term(Term)
    case integer(Int)
    case decimal(DecimalNumber)
    /// A bounded value, shown as people write it (`≥7.5%`, `≈5%`, `4.5–5%`) and given to programs part by part.
    indirect case quantity(Quantity)
    case period(Period)
    case flag(Bool)
}

extension Cell {
    /// As it stands behind a key; nil where no term asks for it.
    var asValue: String? {
        switch self {
        case .text(let text): text
        case .term(let term): term.code
        case .period(let period): period.isYear ? "\(period.start)" : "\(period.start)..\(period.end)"
        case .integer(let number): "\(number)"
        case .empty, .decimal, .quantity, .flag: nil
        }
    }
}

/// A name that programs get by a code that never changes, and people in their tongue.
public struct Term: Sendable, Hashable {
    public var code: String
    public var name: Message

    public init(_ code: String, _ name: Message) {
        self.code = code
        self.name = name
    }
}

/// The comparator, number and unit of a figure, together.
public struct Quantity: Sendable, Hashable {
    public var aspect: Aspect
    public var comparator: Comparator
    public var value: DecimalNumber?
    public var high: DecimalNumber?
    public var unit: String?
    public var reference: String?

    public init(
        aspect: Aspect, comparator: Comparator, value: DecimalNumber?, high: DecimalNumber?, unit: String?, reference: String?
    ) {
        self.aspect = aspect
        self.comparator = comparator
        self.value = value
        self.high = high
        self.unit = unit
        self.reference = reference
    }
}

/// One node with all its properties, its source sentence and its numbered links.
public struct Card: Sendable {
    public var node: NodeID
    /// `f12 地区生产总值 ≥7.5%`
    public var heading: String
    public var properties: [(column: Column, value: Cell)]
    public var source: Citation?
    /// Grouped by relation, the groups in the order of their first link; a number typed alone follows one, from 1.
    public var links: [Link]
    /// Relations that have more links than are shown here.
    public var more: [MoreLinks] = []

    public init(
        node: NodeID, heading: String, properties: [(column: Column, value: Cell)], source: Citation?, links: [Link],
        more: [MoreLinks] = []
    ) {
        self.more = more
        self.node = node
        self.heading = heading
        self.properties = properties
        self.source = source
        self.links = links
    }
}

/// The exact words a statement came from.
public struct Citation: Sendable {
    public var document: String
    public var path: String
    /// From 1, in the text that was read.
    public var line: Int
    /// The sentence, and in it the statement's span (UTF-8 bytes of `sentence`).
    public var sentence: String
    public var marked: ByteSpan

    public init(document: String, path: String, line: Int, sentence: String, marked: ByteSpan) {
        self.document = document
        self.path = path
        self.line = line
        self.sentence = sentence
        self.marked = marked
    }
}

/// A way from one node to another; a bare number follows it.
public struct Link: Sendable {
    public var relation: Term
    public var label: String
    public var target: NodeID
    /// Why it is there, where that is not told by the relation alone.
    public var reason: String?

    public init(relation: Term, label: String, target: NodeID, reason: String? = nil) {
        self.relation = relation
        self.label = label
        self.target = target
        self.reason = reason
    }

    /// The label with the reason behind it.
    public var text: String { reason.map { Message("\(label) — \($0)", "\(label)——\($0)").text } ?? label }
}

/// What a card leaves out of one relation, and the command that shows it all.
public struct MoreLinks: Sendable, Hashable {
    public var relation: Term
    /// How many links the card does not show.
    public var count: Int
    /// A line that lists them all, such as `links` or `targets indicator:地区生产总值`.
    public var command: String

    public init(relation: Term, count: Int, command: String) {
        self.relation = relation
        self.count = count
        self.command = command
    }
}

/// Plain text with light structure, so that a terminal, Markdown and HTML can each show it well.
public struct Page: Sendable, Hashable {
    public var blocks: [Block]
    public init(_ blocks: [Block]) { self.blocks = blocks }

    public enum Block: Sendable, Hashable {
        case heading(String)
        case paragraph(String)
        /// Words with their explanations, aligned in two columns.
        case definitions([Definition])
        /// Lines that can be typed as they stand.
        case examples([String])
    }

    public struct Definition: Sendable, Hashable {
        public var term: String
        public var text: String
        public init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
    }
}
