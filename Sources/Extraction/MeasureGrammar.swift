import Documents
import Lexicon

/// The words of measures from the lexicon, compiled for matching.
final class MeasureGrammar: Sendable {
    /// What a word at the head of a clause may be; one word may be several.
    struct Roles: OptionSet, Sendable {
        let rawValue: Int32
        /// Opens a measure.
        static let verb = Roles(rawValue: 1)
        /// With `verb`: may also sum up what the measures before it bring about.
        static let result = Roles(rawValue: 2)
        /// With `verb`: the verb proper comes behind its object (把 … 作为).
        static let object = Roles(rawValue: 4)
        /// How it is done; stands before the verb.
        static let manner = Roles(rawValue: 8)
        /// Opens the aim of the measures before it.
        static let aim = Roles(rawValue: 16)
        /// Opens the ground or frame of a measure.
        static let context = Roles(rawValue: 32)
        /// Begins with a verb but names a thing (创新链).
        static let noun = Roles(rawValue: 64)
        /// With `verb`: as often a noun (建设).
        static let nounToo = Roles(rawValue: 128)
    }

    struct Match {
        var length: Int
        var roles: Roles
    }

    let words = MeasureWords()
    private let trie: WordTrie

    init(_ lexicon: Lexicon) {
        var list: [(word: [UInt16], value: Int32)] = []
        for entry in lexicon.words {
            var roles: Roles
            switch entry.wordClass {
            case "measure-verb": roles = .verb
            case "measure-manner": roles = .manner
            case "measure-aim": roles = .aim
            case "measure-context": roles = .context
            case "measure-noun": roles = .noun
            default: continue
            }
            if entry.value == "result" { roles.insert(.result) }
            if entry.value == "noun" { roles.insert(.nounToo) }
            if entry.value == "object" { roles.insert(.object) }
            list.append((SourceText.fold(entry.word), roles.rawValue))
        }
        trie = WordTrie(list) { $0 | $1 }
    }

    /// The longest words at `start`: of any role that may open a clause, of verbs, of manner. One walk finds the three.
    @inline(__always)
    func openers(_ units: Span<UInt16>, at start: Int, end: Int) -> (any: Match?, verb: Match?, manner: Match?) {
        var found: (any: Match?, verb: Match?, manner: Match?) = (nil, nil, nil)
        trie.eachMatch(in: units, at: start, limit: end) { length, value in
            let known = Roles(rawValue: value), match = Match(length: length, roles: known)
            if !known.isDisjoint(with: [.aim, .noun, .context, .verb, .manner]) { found.any = match }
            if known.contains(.verb) { found.verb = match }
            if known.contains(.manner) { found.manner = match }
        }
        return found
    }

    /// The longest word at `start` that has one of `roles`.
    @inline(__always)
    func match(_ units: Span<UInt16>, at start: Int, end: Int, having roles: Roles) -> Match? {
        var found: Match?
        trie.eachMatch(in: units, at: start, limit: end) { length, value in
            let known = Roles(rawValue: value)
            if !known.isDisjoint(with: roles) { found = Match(length: length, roles: known) }
        }
        return found
    }
}
