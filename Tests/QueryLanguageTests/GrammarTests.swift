import Testing

@testable import QueryLanguage

/// The grammar in the page of the language is that of the parser: what it allows is read.
@Suite struct GrammarTests {
    @Test func sentencesOfTheGrammarAreRead() {
        var lot = Lot(state: 11)
        var lengths: Set<Int> = []
        for _ in 0..<3000 {
            let line = Sampler.shared.sentence(&lot)
            lengths.insert(line.count)
            do {
                let command = try Parser.parse(line)
                for form in Printer.Form.allCases {
                    let printed = Printer(form).print(command)
                    #expect(try Parser.parse(printed) == command, "\(line) → \(printed)")
                }
            } catch {
                Issue.record("\(line): \(error.message)")
            }
        }
        #expect(lengths.count > 100, "the lot draws short and long lines")
    }

    @Test func everyRuleIsUsedAndKnown() {
        let names = Set(LineGrammar.rules.map(\.name))
        let used = Set(Sampler.shared.rules.values.flatMap(\.names))
        #expect(used.subtracting(names).isEmpty)
        #expect(names.subtracting(used) == ["line"])
        let literals = Set(Sampler.shared.rules.values.flatMap(\.literals))
        let known =
            Verb.all.map(\.description.name) + StageWord.all.map(\.description.name) + Noun.all.map(\.name) + KeyWord.all.map(\.name)
            + Setting.all.map(\.name) + OutputFormat.allCases.map(\.rawValue) + Aggregate.allCases.map(\.rawValue)
            + Comparison.allCases.map(\.rawValue)
        for word in known { #expect(literals.contains(word), "the grammar does not have ‘\(word)’") }
    }
}

/// Reads EBNF and draws sentences from it.
private struct Sampler: Sendable {
    indirect enum Part: Sendable {
        case literal(String), rule(String), special
        case sequence([Part]), choice([Part]), option(Part), many(Part)

        var names: [String] {
            switch self {
            case .rule(let name): [name]
            case .sequence(let parts), .choice(let parts): parts.flatMap(\.names)
            case .option(let part), .many(let part): part.names
            case .literal, .special: []
            }
        }
        var literals: [String] {
            switch self {
            case .literal(let text): [text]
            case .sequence(let parts), .choice(let parts): parts.flatMap(\.literals)
            case .option(let part), .many(let part): part.literals
            case .rule, .special: []
            }
        }
    }

    static let shared = Sampler()
    private(set) var rules: [String: Part] = [:]

    private init() {
        for rule in LineGrammar.rules {
            var words = rule.meaning.hasPrefix("?") ? [] : rule.meaning.split(separator: " ").map(String.init)[...]
            rules[rule.name] = rule.meaning.hasPrefix("?") ? .special : Self.choice(&words)
        }
    }

    private static func choice(_ words: inout ArraySlice<String>) -> Part {
        var choices = [sequence(&words)]
        while words.first == "|" {
            words.removeFirst()
            choices.append(sequence(&words))
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private static func sequence(_ words: inout ArraySlice<String>) -> Part {
        var parts: [Part] = []
        while let word = words.first, !["|", ")", "]", "}"].contains(word) {
            words.removeFirst()
            switch word {
            case "(", "[", "{":
                let inner = choice(&words)
                words.removeFirst()
                parts.append(word == "(" ? inner : word == "[" ? .option(inner) : .many(inner))
            default: parts.append(word.hasPrefix("\"") ? .literal(String(word.dropFirst().dropLast())) : .rule(word))
            }
        }
        return .sequence(parts)
    }

    private static let leaves: [String: [String]] = [
        "row": ["#1", "#12"], "word": ["gdp", "云南", "生态", "f12", "3.5", "x-y"], "phrase": ["\"a b\"", "“原文 | 里”"],
        "name": ["x", "东部", "a_1"], "script": ["jobs", "a/b.gm"], "file": ["a.csv", "b/目标.md"], "path": ["a.txt", "b/*.md", "~/报告"],
        "graph": ["a.graphml", "b/图.ttl"], "drawing": ["a.svg", "b/图.svg"],
        "number": ["5", "12"],
        "unit": ["亿元", "%", "百分点"], "year": ["2026", "2026年"], "comment": ["# remark"],
        "step": ["1", "10"], "size": ["100", "2000"],
    ]
    /// Signs that touch what stands beside them.
    private static let gluesAfter: Set = ["-", "$", "..", ":", "(", ">=", "<=", ">", "<", "=", "!=", "增长", "下降"]
    private static let gluesBefore: Set = ["..", ":", ",", ")", ">=", "<=", ">", "<", "=", "!=", "亿元", "%", "百分点"]

    func sentence(_ lot: inout Lot) -> String {
        var words: [String] = []
        draw(.rule("line"), &words, depth: 0, &lot)
        var text = ""
        for (index, word) in words.enumerated() {
            let previous = index > 0 ? words[index - 1] : ""
            let opensRange = word == ".." && !previous.hasPrefix("202")
            let followsRange = previous == ".." && !word.hasPrefix("202")
            let glued =
                index == 0 || Self.gluesAfter.contains(previous) && word != "# remark" && !followsRange
                || Self.gluesBefore.contains(word) && !opensRange
            text += (glued ? "" : " ") + word
        }
        return text
    }

    private func draw(_ part: Part, _ words: inout [String], depth: Int, _ lot: inout Lot) {
        switch part {
        case .literal(let text): words.append(text)
        case .rule(let name):
            if let leaves = Self.leaves[name] { return words.append(lot.one(leaves)) }
            if let rule = rules[name] { draw(rule, &words, depth: depth + 1, &lot) }
        case .special: break
        case .sequence(let parts): for part in parts { draw(part, &words, depth: depth, &lot) }
        case .choice(let parts):
            // Deep down what ends soonest is drawn.
            draw(depth > 12 ? parts[0] : lot.one(parts), &words, depth: depth + 1, &lot)
        case .option(let part): if depth < 14, lot.one([true, false]) { draw(part, &words, depth: depth + 1, &lot) }
        case .many(let part):
            for _ in 0..<(depth < 14 ? lot.one([0, 0, 1, 2]) : 0) { draw(part, &words, depth: depth + 1, &lot) }
        }
    }
}
