/// The grammar of a line in EBNF (ISO/IEC 14977): `[ ]` may be left out, `{ }` may be repeated, `? ?` is told in words. Sentences
/// drawn from it by lot are read in the tests.
public enum LineGrammar {
    /// Rules in the order of reading, the first for a whole line.
    public static let rules: [(name: String, meaning: String)] = [
        ("line", #"[ command ] [ comment ]"#),
        (
            "command",
            #"query | move { "|" stage } | verb | "let" [ name "=" query ] | "alias" [ name "=" [ command ] ] | "explain" command"#
        ),
        ("query", #"( noun | given ) [ terms ] { "|" stage }"#),
        ("given", #""last" | "$" name"#),
        ("row", ##"? # and the number of a row of the last answer; `#3 | stage` is a query too ?"##),
        (
            "move",
            #"row | number | ( "open" | "show" | "follow" ) node | ( "related" | "source" | "why" | "lint" | "neighbors" ) [ node ] | "path" node node | "links" | "trail""#
        ),
        ("terms", #"all { "or" all }"#),
        ("all", #"term { [ "and" | "," ] term }"#),
        ("term", #"[ "-" | "not" ] ( years | word | phrase | property | "in" given | "in" row | given | row | "(" terms ")" )"#),
        ("property", #"key ":" value { "," value } | key comparison amount"#),
        ("comparison", #"">=" | "<=" | ">" | "<" | "=" | "!=""#),
        ("years", #"year | year ".." year | year ".." | ".." year"#),
        ("value", #"word | phrase | years"#),
        ("amount", #"[ course ] number [ unit ]"#),
        ("course", #""增长" | "下降""#),
        (
            "stage",
            #""where" terms | "sort" order { order } | ( "take" | "skip" ) number | "select" key { key } | "count" [ group ] | group | function key [ group ] | "totals" [ group ] | "trend" | "changes" | "compare" [ "by" key ] | "matrix" key key | "plot" [ drawing ] | [ "to" ] noun [ terms ] | ( "with" | "without" ) noun [ terms ] | "source" | "wide" | ( "as" | "as!" ) format file | "as" format | ( "as" | "as!" | "save" | "save!" ) file"#
        ),
        ("order", #"key [ "desc" | "asc" ]"#),
        ("group", #""by" key { key }"#),
        ("function", alternatives(Aggregate.allCases.map(\.rawValue))),
        (
            "verb",
            #""diff" node node [ node ] { "|" stage } | "brief" terms [ "as" format ] { "|" stage } | "back" | "forward" | ( "save" | "save!" ) file | ( "export" | "export!" ) graph | "load" path { path } | ( "trend" | "changes" ) terms { "|" stage } | "compare" [ terms ] [ "by" key ] { "|" stage } | "count" noun [ terms ] [ group ] { "|" stage } | "matrix" [ noun ] key key [ terms ] { "|" stage } | "run" script { [ name "=" ] value } | "scripts" [ ( "show" | "edit" | "check" ) script ] | [ "set" ] setting | "set" | "history" { word } { "|" stage } | "tutorial" [ step | "stop" ] | "help" { word } | "clear" | "exit""#
        ),
        ("node", #"row | number | word | phrase"#),
        ("noun", alternatives(Noun.all.map(\.name))),
        ("key", alternatives(KeyWord.all.map(\.name))),
        ("setting", settings),
        ("format", alternatives(OutputFormat.allCases.map(\.rawValue))),
        ("word", #"? letters, digits and signs other than | : , ( ) < > = and quotation marks ?"#),
        ("phrase", #"? words between " ", “ ” or 「 」; \\ before a quotation mark that belongs to them ?"#),
        ("name", #"? a letter, then letters, digits, _ and - ?"#),
        ("script", #"? a file, or the name of a saved script ?"#),
        ("file", #"? a path with an ending that tells the format ?"#),
        ("path", #"? a file or folder; * and ? stand for any characters, ~ for the home ?"#),
        ("graph", #"? a path with an ending of a form for graphs, such as .graphml ?"#),
        ("drawing", #"? a path with the ending .svg ?"#),
        ("number", #"? digits, with a point and a sign where an amount may have them ?"#),
        ("unit", #"? a unit with its 万 or 亿, such as 亿元, %, 百分点 ?"#),
        ("size", #"? a number within the range of the setting ?"#),
        ("step", #"? a number from 1 to 10 ?"#),
        ("year", #"? four digits from 1900 to 2199, 年 behind them or not ?"#),
        ("comment", ##"? # and whatever follows it, unless digits do ?"##),
    ]

    /// What each setting takes.
    private static var settings: String {
        Setting.all.map { setting in
            let words = setting.values.words.map { "\"\($0.word)\"" }
            let others =
                switch setting.values {
                case .words: [String]()
                case .number: ["size"]
                case .text: ["word", "phrase"]
                }
            return "\"\(setting.name)\" [ \((words + others).joined(separator: " | ")) ]"
        }.joined(separator: " | ")
    }

    private static func alternatives(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: " | ") }

    /// The rules as lines of EBNF; alternatives that are long stand below each other.
    static var lines: [String] {
        rules.flatMap { rule -> [String] in
            let whole = "\(rule.name) = \(rule.meaning) ;"
            guard whole.count > 110 else { return [whole] }
            var lines: [String] = [], line = "\(rule.name) ="
            for part in parted(rule.meaning) {
                if line.count + part.count > 106 {
                    lines.append(line)
                    line = "   "
                }
                line += " " + part
            }
            return lines + [line + " ;"]
        }
    }

    /// The alternatives of a rule, each with the bar before it.
    private static func parted(_ meaning: String) -> [String] {
        var parts: [String] = [], part = "", depth = 0
        for word in meaning.split(separator: " ") {
            if word == "|", depth == 0, !part.isEmpty {
                parts.append(part)
                part = ""
            }
            if ["(", "[", "{"].contains(word) { depth += 1 }
            if [")", "]", "}"].contains(word) { depth -= 1 }
            part += (part.isEmpty ? "" : " ") + word
        }
        return parts + [part]
    }
}
