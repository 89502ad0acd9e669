import Documents
import KnowledgeGraph
import Lexicon

/// A piece of a question.
struct QuestionToken {
    enum Kind {
        /// Words of the language of questions, names of the graph, or both.
        case word(roles: [QuestionRole], names: [NodeID])
        case years(Int?, Int?)
        /// A five-year plan by its name.
        case plan(String)
        /// As it was written, with its unit: `5%`, `4亿元`, `5`.
        case number(String, count: Int?)
        /// Words between quotation marks that are no name.
        case phrase(String)
        case unknown
    }

    var kind: Kind
    /// Folded: half-width, simplified, lower case.
    var text: String
    /// UTF-8 offsets in the question.
    var span: ByteSpan

    /// What it does in a question.
    var roles: [QuestionRole] { if case .word(let roles, _) = kind { roles } else { [] } }
    /// What it names in the graph.
    var names: [NodeID] { if case .word(_, let names) = kind { names } else { [] } }
    var place: NodeID? { names.first { $0.type == .place } }
    var isNumber: Bool { if case .number = kind { true } else { false } }
    /// Words that no list has.
    var isOfTexts: Bool { if case .phrase = kind { true } else { isUnknown } }
    var isUnknown: Bool { if case .unknown = kind { true } else { false } }
}
