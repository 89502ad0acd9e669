/// Prints a command in its standard form; parsing that gives the same command.
public struct Printer {
    public enum Form: Sendable, CaseIterable { case english, chinese }

    let form: Form
    public init(_ form: Form) { self.form = form }

    public func print(_ command: Command) -> String {
        switch command {
        case .nothing: ""
        case .query(let query): print(query)
        case .open(let word): verb(.open) + " " + quoted(word)
        case .follow(let word): word.text
        case .links: verb(.links)
        case .back: verb(.back)
        case .forward: verb(.forward)
        case .trail: verb(.trail)
        case .clear: verb(.clear)
        case .leave: verb(.leave)
        case .related(let word): ([verb(.related)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        case .source(let word): ([verb(.source)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        case .why(let word): ([verb(.why)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        case .piped(let step, let stages): ([print(step)] + stages.map { print($0) }).joined(separator: " | ")
        case .diff(let words, let stages):
            ([([verb(.diff)] + words.map { quoted($0) }).joined(separator: " ")] + stages.map { print($0) }).joined(separator: " | ")
        case .brief(let terms, let stages):
            ([([verb(.brief)] + terms.map { print($0) }).joined(separator: " ")] + stages.map { print($0) }).joined(separator: " | ")
        case .path(let from, let to): "\(verb(.path)) \(quoted(from)) \(quoted(to))"
        case .neighbors(let word): ([verb(.neighbors)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        case .lint(let word): ([verb(.lint)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        case .help(let words): ([verb(.help)] + words.map { quoted($0) }).joined(separator: " ")
        case .bind(let name, let query): "\(verb(.bind)) \(name.text) = \(print(query))"
        case .names: verb(.bind)
        case .alias(let word, let line): "\(verb(.alias)) \(word.text) =" + (line.map { " " + $0 } ?? "")
        case .aliases: verb(.alias)
        case .explain(let command): (verb(.explain) + " " + print(command)).trimmingSpace
        case .save(let saving): print(saving, .save)
        case .export(let saving): "\(verb(.export))\(saving.replaces ? "!" : "") \(quoted(saving.path))"
        case .load(let paths): ([verb(.load)] + paths.map { quoted($0) }).joined(separator: " ")
        case .run(let script, let arguments):
            ([verb(.run), quoted(script)]
                + arguments.map { ($0.name.map { $0.text + "=" } ?? "") + quoted($0.value) }).joined(separator: " ")
        case .scripts(let action, let word):
            ([verb(.scripts)] + (action == .list ? [] : [ScriptWords.word(action, form)]) + (word.map { [quoted($0)] } ?? []))
                .joined(separator: " ")
        case .set(let name, let value):
            ([verb(.set)] + [name, value].compactMap(\.self).map { quoted($0) }).joined(separator: " ")
        case .history(let words, let stages):
            ([([verb(.history)] + words.map { quoted($0) }).joined(separator: " ")] + stages.map { print($0) }).joined(separator: " | ")
        case .tutorial(let word): ([verb(.tutorial)] + (word.map { [quoted($0)] } ?? [])).joined(separator: " ")
        }
    }

    func print(_ query: Query) -> String {
        let noun = Noun.named(query.noun.text)?.description
        let head = ([noun.map { self.word($0) } ?? given(query.noun)] + query.terms.map { print($0) }).joined(separator: " ")
        return ([head] + query.stages.map { print($0) }).joined(separator: " | ")
    }

    func print(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): return "(" + parts.map { print($0) }.joined(separator: " ") + ")"
        case .any(let parts):
            let or = form == .english ? " or " : " 或 "
            return "("
                + parts.map { part in
                    if case .all(let inner) = part { inner.map { print($0) }.joined(separator: " ") } else { print(part) }
                }.joined(separator: or) + ")"
        case .not(let part):
            if case .not = part { return (form == .english ? "not " : "非 ") + print(part) }
            return "-" + print(part)
        case .years(let low, let high, _):
            if let low, low == high { return String(low) }
            return (low.map { String($0) } ?? "") + ".." + (high.map { String($0) } ?? "")
        case .key(let key, let values):
            return self.key(key) + ":" + values.map { value($0, of: key) }.joined(separator: ",")
        case .compare(let key, let comparison, let operand):
            return self.key(key) + comparison.rawValue + quoted(operand)
        case .word(let word): return word.text
        case .phrase(let word): return Self.quote(word.text)
        case .within(let word): return (form == .english ? "in " : "在 ") + given(word)
        }
    }

    /// `last`, `#3` or `$name`.
    private func given(_ word: Word) -> String { word.text == Given.last ? self.word(Verb.last.description) : word.text }

    private func print(_ saving: Saving, _ word: StageWord) -> String {
        let bang = saving.replaces ? "!" : ""
        if let format = saving.format {
            return "\(self.word(StageWord.format.description))\(bang) \(format.rawValue) \(quoted(saving.path))"
        }
        return "\(self.word(word.description))\(bang) \(quoted(saving.path))"
    }

    func print(_ stage: Stage) -> String {
        switch stage {
        case .filter(let terms): self.stage(.filter, terms.map { print($0) })
        case .sort(let keys):
            self.stage(.sort, keys.map { key($0.key) + ($0.descending ? (form == .english ? " desc" : " 降") : "") })
        case .take(let number): self.stage(.take, [String(number)])
        case .skip(let number): self.stage(.skip, [String(number)])
        case .select(let keys): self.stage(.select, keys.map { key($0) })
        case .count(let keys): self.stage(.count, grouping(keys))
        case .aggregate(let function, let property, let keys):
            self.stage(Self.word(of: function), [key(property)] + grouping(keys))
        case .trend: self.stage(.trend, [])
        case .changes: self.stage(.changes, [])
        case .compare(let key): self.stage(.compare, grouping([key]))
        case .matrix(let down, let across): self.stage(.matrix, [key(down), key(across)])
        case .totals(let keys): self.stage(.totals, grouping(keys))
        case .format(let format): self.stage(.format, [format.rawValue])
        case .save(let saving): print(saving, .save)
        case .reach(let noun, let terms): rows(of: noun, terms).joined(separator: " ")
        case .tied(let has, let noun, let terms): self.stage(has ? .with : .without, rows(of: noun, terms))
        }
    }

    private func rows(of noun: Word, _ terms: [Condition]) -> [String] {
        [Noun.named(noun.text).map { word($0.description) } ?? noun.text] + terms.map { print($0) }
    }

    private static func word(of function: Aggregate) -> StageWord {
        switch function {
        case .sum: .sum
        case .mean: .mean
        case .min: .min
        case .max: .max
        }
    }

    private func grouping(_ keys: [Word]) -> [String] {
        keys.isEmpty ? [] : [word(StageWord.by.description)] + keys.map { key($0) }
    }

    private func word(_ description: Description) -> String { form == .english ? description.name : description.chinese[0] }
    private func verb(_ verb: Verb) -> String { word(verb.description) }
    private func stage(_ stage: StageWord, _ rest: [String]) -> String {
        ([word(stage.description)] + rest).joined(separator: " ")
    }

    private func key(_ key: Word) -> String {
        form == .english ? key.text : KeyWord.named(key.text)?.chinese.first ?? key.text
    }

    private func value(_ value: Word, of key: Word) -> String {
        if form == .chinese, let closed = KeyWord.named(key.text)?.value(value.text) {
            return closed.chinese.first ?? closed.name
        }
        return quoted(value)
    }

    private func quoted(_ word: Word) -> String { Self.quotedIfNeeded(word.text) }

    /// As it stands where it reads back as one word, else in quotes.
    public static func quotedIfNeeded(_ text: String) -> String {
        let tokens = Lexer(text).tokens
        return tokens.count == 1 && tokens[0].kind == .word && tokens[0].text == text ? text : quote(text)
    }

    static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\\" || Lexer.fold(scalar) == "\"" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
