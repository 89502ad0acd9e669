/// What people type who come from other shells, as lines of this language.
enum Habits {
    /// The line that a statement of SQL or a word of another shell means; nil where it is neither.
    static func line(for line: String) -> String? {
        let words = Lexer(line).tokens
        guard let head = words.first, head.kind == .word else { return nil }
        let word = head.text.lowercased()
        if word == "select" || word == "from" { return SelectStatement(words)?.line }
        guard word.hasPrefix(".") || word.hasPrefix("\\") else { return nil }
        return commands[String(word.dropFirst())]?.text
    }

    /// Of the shells of SQLite, DuckDB and PostgreSQL.
    private static let commands: [String: Message] = {
        let help = Message("help", "帮助"), leave = Verb.leave.description.word, documents = Noun.documents.description.word
        return [
            "help": help, "h": help, "?": help, "quit": leave, "exit": leave, "q": leave, "tables": help, "d": help, "dt": help,
            "schema": Message("help properties", "帮助 属性"), "databases": documents, "show": Verb.set.description.word,
            "timer": Message("timing on", "计时 on"), "timing": Message("timing on", "计时 on"), "mode": Message("set format", "设置 默认格式"),
        ]
    }()
}

/// `select A, B from NOUN where … group by … order by … limit N`, as far as it has a meaning here.
private struct SelectStatement {
    private var columns: [String] = [], noun = "", terms = "", groups: [String] = [], order = "", limit: String?
    private var counts = false

    private enum Part { case select, from, filter, group, order, limit }

    init?(_ tokens: [Token]) {
        var part = Part.select, wasLike = false
        for token in tokens {
            let word = token.text.lowercased()
            if token.kind == .word {
                let next: [String: Part] = ["select": .select, "from": .from, "where": .filter, "group": .group, "order": .order, "limit": .limit]
                if let next = next[word] {
                    part = next
                    continue
                }
                if word == "by" || word == "distinct" || word == "*" { continue }
            }
            switch part {
            case .select:
                if word == "count" { counts = true } else if let key = KeyWord.named(word) { columns.append(key.name) }
            case .from: if noun.isEmpty, let known = Noun.stage(token.text) { noun = known.name }
            case .filter:
                switch token.kind {
                case .comparison(let comparison): terms += comparison.rawValue
                case .word where word == "like":
                    terms += ":"
                    wasLike = true
                case .open: terms += " ("
                case .close: terms += ")"
                case .word, .quoted:
                    // 'x' is one word here; % stands for anything.
                    var value = token.kind == .quoted ? "\"\(token.text)\"" : token.text.filter { $0 != "'" }
                    if wasLike { value = value.filter { $0 != "%" } }
                    wasLike = false
                    terms += (terms.last.map { "=<>!:(".contains($0) } ?? true ? "" : " ") + value
                default: break
                }
            case .group: if let key = KeyWord.named(word) { groups.append(key.name) }
            case .order: if token.kind == .word { order += " " + word }
            case .limit: limit = limit ?? (Int(word) == nil ? nil : word)
            }
        }
        guard !noun.isEmpty else { return nil }
    }

    var line: String {
        var line = noun + (terms.isEmpty ? "" : " " + terms)
        if counts || !groups.isEmpty {
            line += " | count" + (groups.isEmpty ? "" : " by " + groups.joined(separator: " "))
        }
        if !order.isEmpty { line += " | sort" + order }
        if let limit { line += " | take " + limit }
        if !columns.isEmpty, groups.isEmpty, !counts { line += " | select " + columns.joined(separator: " ") }
        return line
    }
}
