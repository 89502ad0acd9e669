import Documents

/// What people type who come from other shells, as lines of this language.
enum Habits {
    /// The line that a statement of SQL or a word of another shell means; nil where it is neither.
    static func line(for line: String) -> String? {
        // :q of vi and :quit of Scala.
        if line.hasPrefix(":") { return commands[line.dropFirst().lowercased().trimmingSpace]?.text }
        let words = Lexer(line).tokens
        guard let head = words.first, head.kind == .word else { return nil }
        let word = head.text.lowercased()
        if word == "select" || word == "from" { return SelectStatement(words)?.line }
        guard word.hasPrefix(".") || word.hasPrefix("\\") else { return nil }
        return commands[String(word.dropFirst())]?.text
    }

    /// Of `list all measures 2026` the noun and what follows it; nil where nothing is to be listed.
    static func listed(in line: String) -> String? {
        let all = Lexer(line).tokens
        guard let head = all.first, head.kind == .word, listing.contains(head.text.lowercased()) else { return nil }
        let words = all.dropFirst().drop { $0.kind == .word && fillers.contains($0.text.lowercased()) }
        guard let first = words.first, let last = words.last else { return Noun.documents.description.word.text }
        guard first.kind == .word, Noun.stage(first.text) != nil else { return nil }
        return String(line.utf8Slice(ByteSpan(first.span.start, last.span.end)))
    }

    private static let listing: Set = [
        "list", "lists", "show", "display", "print", "get", "give", "see", "view", "ls", "dir", "open", "列出", "显示", "查看", "打开", "看看",
    ]
    private static let fillers: Set = ["all", "the", "me", "every", "of", "are", "全部", "所有"]

    /// `你能做什么？`: what people ask a program before they know its words.
    static func asksForHelp(_ line: String) -> Bool {
        guard line.utf8.count < 60 else { return false }
        let said = line.simplified.lowercased().filter { $0.isLetter && !"你您我吗呢啊".contains($0) }
        return helpless.contains(said)
    }

    private static let helpless: Set = [
        "能做什么", "能干什么", "会什么", "会做什么", "会干什么", "可以做什么", "可以干什么", "可以问什么", "能问什么", "可以问哪些问题", "能回答什么", "能回答哪些问题", "有什么功能",
        "有哪些功能", "有哪些命令", "有什么命令", "怎么使用", "如何使用", "怎么问", "怎么用", "这个怎么用", "whatcanyoudo", "whatcanido", "whatcaniask", "howdoesthiswork",
        "howdoiusethis", "howtouse", "whatcommandsarethere",
    ]

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
                let next: [String: Part] = [
                    "select": .select, "from": .from, "where": .filter, "group": .group, "order": .order, "limit": .limit,
                ]
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
