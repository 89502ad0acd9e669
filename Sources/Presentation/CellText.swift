import Documents
import Lexicon
import QueryLanguage

extension Cell {
    /// What a person sees: one line, without control characters.
    var text: String {
        switch self {
        case .empty: ""
        case .text(let text): SafeText.line(text)
        case .term(let term): SafeText.line(term.name.text)
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .quantity(let quantity): SafeText.line(quantity.description)
        case .period(let period): period.years
        case .flag(let flag): (flag ? Message("yes", "是") : Message("no", "否")).text
        }
    }
}
