import Documents
import Lexicon

/// Reads a line as a command. Every line gives a command or a diagnostic.
public struct Parser {
    let line: String
    private var tokens: [Token]
    private var at = 0

    /// What words stand for besides the commands there are: `alias`.
    let aliases: [String: String]

    /// - Parameter thisYear: What 今年 is; nil where it is a word like any other.
    public static func parse(_ line: String, aliases: [String: String] = [:], thisYear: Int? = nil) throws(Diagnostic) -> Command {
        var parser = Parser(line, aliases: aliases)
        parser.thisYear = thisYear
        if let unclosed = parser.unclosed {
            let end = line.utf8.count
            throw Diagnostic(
                .unclosed, Message.unclosedQuote.text, at: ByteSpan(unclosed, end), expected: ["\""], suggestion: line + "\"")
        }
        try parser.refuseTwoCommands()
        return try parser.command()
    }

    /// Whether the line begins with a word of the language.
    private var isCommand: Bool { tokens.first.map { Noun.named($0.text) != nil || Verb.named($0.text) != nil } ?? false }

    /// `targets; measures`: elsewhere `;` parts commands, and here it would be searched for.
    private func refuseTwoCommands() throws(Diagnostic) {
        for (index, token) in tokens.enumerated() where token.kind == .word {
            guard let cut = token.text.firstIndex(of: ";") else { continue }
            let behind = String(token.text[token.text.index(after: cut)...])
            guard let next = behind.isEmpty ? tokens.dropFirst(index + 1).first?.text : behind,
                Noun.named(next) != nil || Verb.named(next) != nil || behind.isEmpty && isCommand,
                let sign = line.utf8Slice(token.span).firstIndex(where: { $0 == ";" || $0 == "；" })
            else { continue }
            let start = token.span.start + line.utf8Slice(token.span)[..<sign].utf8.count
            let end = start + line.utf8Slice(token.span)[sign].utf8.count
            throw Diagnostic(
                .severalCommands, Message.oneCommandALine.text, at: ByteSpan(start, end), expected: LinePart.end.expected,
                suggestion: dropping(from: start))
        }
    }

    private init(_ line: String, aliases: [String: String] = [:]) {
        self.line = line
        self.aliases = aliases
        let lexer = Lexer(line)
        tokens = lexer.tokens
        unclosed = lexer.unclosed
    }

    private let unclosed: Int?
    private var thisYear: Int?

    /// Years that are counted from this one.
    static let relativeYears = ["今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1]
    private static let relativeWords = ["this": 0, "last": -1, "next": 1]

    /// Whether a line may speak of a year that is counted from this one.
    static func speaksOfThisYear(_ line: String) -> Bool { line.contains("年") || line.lowercased().contains(" year") }

    /// `去年`, `last year`
    private mutating func relativeYear(_ word: Word) -> Condition? {
        guard let thisYear else { return nil }
        func year(_ year: Int, _ span: ByteSpan) -> Condition { .years(year, year, Word(String(year), at: span)) }
        if let years = Self.relativeYears[word.text.simplified] { return year(thisYear + years, word.span) }
        guard let years = Self.relativeWords[word.text.lowercased()], let next = peek, next.kind == .word, next.text.lowercased() == "year"
        else { return nil }
        at += 1
        return year(thisYear + years, ByteSpan(word.span.start, next.span.end))
    }

    // MARK: commands

    mutating func command() throws(Diagnostic) -> Command {
        expandAlias()
        guard let first = peek else { return .nothing }
        guard first.kind == .word else {
            guard first.kind == .pipe else { throw unexpected(first, expected: [.command]) }
            throw Diagnostic(
                .unexpected, Message.nothingBeforeBar.text, at: first.span, expected: LinePart.command.expected,
                suggestion: ofLast(line.utf8Slice(ByteSpan(first.span.end, line.utf8.count)).drop { $0 == " " }))
        }
        at += 1
        let head = Word(first.text, at: first.span)
        let command: Command
        if let noun = Noun.named(head.text) {
            command = .query(try query(Word(noun.name, at: first.span)))
        } else if let verb = Verb.named(head.text) ?? (head.text.hasSuffix("!") ? Verb.named(String(head.text.dropLast())) : nil),
            !head.text.hasSuffix("!") || [Verb.save.description.name, Verb.export.description.name].contains(verb.description.name)
        {
            command = try verbal(verb)
        } else if let given = Given.word(head.text), !given.hasPrefix("#") || peek?.kind == .pipe {
            command = .query(try query(Word(given, at: first.span)))
        } else if head.text.utf8.allSatisfy({ $0 >= 48 && $0 < 58 }) || head.text.hasPrefix("#") {
            command = .follow(head)
        } else if let row = Given.row(head.text) {
            command = .follow(Word(row, at: head.span))
        } else if Habits.asksForHelp(line) {
            at = tokens.count
            command = .help([])
        } else if Setting.named(head.text) != nil, tokens.count <= at + 1 {
            // `timing on`.
            at -= 1
            command = try Verb.set.parse(&self)
        } else {
            var diagnostic = unknown(.unknownCommand, head, among: Self.commandWords, Message.unknownCommand(head.text), expected: .command)
            // sort value: a stage, of the last answer.
            if StageWord.named(head.text) != nil { diagnostic.suggestion = ofRows(head) ?? ofLast(line) }
            // taget, with a slip and without its end.
            if diagnostic.suggestion == Self.help(on: .command), !head.text.hasHan, head.text.count > 4,
                let near = Spelling.nearest(to: head.text + "s", among: Self.commandWords).first
            {
                (diagnostic.expected, diagnostic.suggestion) = ([near], replacing(head.span, with: near))
            }
            throw diagnostic
        }
        if peek?.kind == .pipe, command.isStep { return .piped(command, try stages()) }
        if let extra = peek { throw unexpected(extra, expected: [.end]) }
        return command
    }

    /// What a verb reads. Some are stages too: `count by sector` is one, of the last answer.
    private mutating func verbal(_ verb: Verb) throws(Diagnostic) -> Command {
        let start = self
        do {
            return try verb.parse(&self)
        } catch {
            var stage = start
            guard error.code != .unclosed, let word = StageWord.named(verb.description.name), stage.peek != nil,
                (try? word.parse(&stage, previous)) != nil, stage.isAtStageEnd
            else { throw error }
            var diagnostic = error
            diagnostic.suggestion = ofLast(line)
            throw diagnostic
        }
    }

    /// sort targets by value: the rows stand behind the word of the stage.
    private func ofRows(_ stage: Word) -> String? {
        guard let next = peek, next.kind == .word, Noun.named(next.text) != nil else { return nil }
        let rest = line.utf8Slice(ByteSpan(next.span.end, line.utf8.count))
        return "\(next.text) | \(stage.text)\(rest)"
    }

    /// A stage as a line on the last answer.
    private func ofLast(_ stage: some StringProtocol) -> String {
        let last = Verb.last.description.word.text, stage = String(stage).trimmingSpace
        return stage.isEmpty ? last : "\(last) | \(stage)"
    }

    /// The stage that a suggestion of `ofLast` takes to the last answer; nil where it is none.
    static func stage(ofLast suggestion: String) -> String? {
        for last in [Verb.last.description.name, Verb.last.description.chinese[0]] {
            if suggestion == last { return "" }
            if suggestion.hasPrefix(last + " | ") { return String(suggestion.dropFirst(last.count + 3)) }
        }
        return nil
    }

    static let commandWords = Noun.all.flatMap(\.description.words) + Verb.all.flatMap(\.description.words) + Setting.all.map(\.name)
    static let stageWords = StageWord.all.flatMap(\.description.words) + Noun.all.flatMap(\.wordsOfStage)
    static let keyWords = KeyWord.all.flatMap(\.words)

    /// The words that an alias stands for, in its place; they all point at it.
    private mutating func expandAlias() {
        guard let first = peek, first.kind == .word, Noun.named(first.text) == nil, Verb.named(first.text) == nil,
            let text = aliases[first.text.lowercased()]
        else { return }
        let meant = Lexer(text).tokens.map { Token(kind: $0.kind, text: $0.text, span: first.span, spaced: $0.spaced) }
        tokens.replaceSubrange(at...at, with: meant)
    }

    /// A query that stands where a command may.
    mutating func pipeline(after word: Word) throws(Diagnostic) -> Query {
        expandAlias()
        guard let first = peek else { throw missing(.noun, after: word) }
        guard first.kind == .word else { throw unexpected(first, expected: [.noun]) }
        at += 1
        if let noun = Noun.named(first.text) { return try query(Word(noun.name, at: first.span)) }
        if let given = Given.word(first.text) { return try query(Word(given, at: first.span)) }
        throw unknownNoun(Word(first.text, at: first.span))
    }

    /// `=`, which must stand here.
    mutating func equals(after word: Word) throws(Diagnostic) {
        guard let token = peek else { throw missing(.equals, after: word) }
        guard token.kind == .comparison(.equal) else { throw unexpected(token, expected: [.equals]) }
        at += 1
    }

    /// The word that was read last.
    var previous: Word { at > 0 ? Word(tokens[at - 1].text, at: tokens[at - 1].span) : Word("") }

    /// A word that may stand here and says nothing.
    mutating func passOver(_ words: String...) {
        if let next = peek, next.kind == .word, words.contains(next.text.lowercased()) { at += 1 }
    }

    /// Whether a colon or a comparison follows.
    var isBeforeSign: Bool {
        switch peek?.kind {
        case .colon?, .comparison?: true
        default: false
        }
    }

    /// Whether the name of a property follows.
    var isBeforeKey: Bool { peek.map { $0.kind == .word && KeyWord.named($0.text) != nil } ?? false }

    /// Whether one word follows, quoted or not, and nothing behind it.
    var isOneWord: Bool { at + 1 == tokens.count && [.word, .quoted].contains(tokens[at].kind) }

    /// Whether nothing follows.
    var isAtEnd: Bool { peek == nil }

    /// What is left of the line as it was typed; nil where nothing is.
    mutating func rest() -> (text: String, start: Int)? {
        guard let first = peek, let last = tokens.last else { return nil }
        at = tokens.count
        let text = String(line.utf8Slice(ByteSpan(first.span.start, last.span.end)))
        return (text, first.span.start)
    }

    mutating func query(_ noun: Word) throws(Diagnostic) -> Query {
        let terms = try terms()
        return Query(noun: noun, terms: terms, stages: try stages(expected: [.term, .stage]))
    }

    /// What follows behind bars, to the end of the line.
    mutating func stages(expected: [LinePart] = [.stage]) throws(Diagnostic) -> [Stage] {
        var stages: [Stage] = []
        while let bar = peek {
            guard bar.kind == .pipe else { throw unexpected(bar, expected: expected) }
            at += 1
            stages.append(try stage(after: bar))
        }
        return stages
    }

    private mutating func stage(after bar: Token) throws(Diagnostic) -> Stage {
        guard let token = peek, token.kind == .word else {
            throw Diagnostic(
                .missingArgument, Message.missing(.stage, after: "|").text, at: peek?.span ?? bar.span,
                expected: LinePart.stage.expected, suggestion: peek == nil ? dropping(from: bar.span.start) : nil)
        }
        at += 1
        let word = Word(token.text, at: token.span)
        if let stage = StageWord.named(word.text) ?? Self.replacing(word.text) { return try stage.parse(&self, word) }
        if let noun = Noun.stage(word.text) { return .reach(Word(noun.name, at: word.span), try terms()) }
        // 前5, typed in one go.
        let digits = word.text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        if digits > 0, let stage = StageWord.named(String(word.text.dropLast(digits))) {
            let cut = token.span.end - digits
            tokens.insert(
                Token(kind: .word, text: String(word.text.suffix(digits)), span: ByteSpan(cut, token.span.end), spaced: true),
                at: at)
            return try stage.parse(&self, Word(String(word.text.dropLast(digits)), at: ByteSpan(token.span.start, cut)))
        }
        var diagnostic = unknown(.unknownStage, word, among: Self.stageWords, Message.unknownStage(word.text), expected: .stage)
        if let apart = Self.apart(word.text) { (diagnostic.expected, diagnostic.suggestion) = ([apart], replacing(word.span, with: apart)) }
        throw diagnostic
    }

    /// Of a stage that is written in one go its words: 前五 is 前 5, 按领域计数 is 按 领域; nil where it is none.
    static func apart(_ text: String) -> String? {
        guard text.hasHan else { return nil }
        let stages = StageWord.all.flatMap(\.description.chinese).filter { text.hasPrefix($0) && $0 != text }.sorted { $0.count > $1.count }
        for stage in stages {
            var rest = text.dropFirst(stage.count), words = [stage]
            if let number = Given.number(
                rest.hasSuffix("名") || rest.hasSuffix("行") || rest.hasSuffix("条") || rest.hasSuffix("个") ? rest.dropLast() : rest)
            {
                (rest, words) = ("", words + [number])
            }
            while !rest.isEmpty {
                let known = KeyWord.all.flatMap(\.chinese) + ["降", "升", "降序", "升序"]
                guard let next = known.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { break }
                words.append(next)
                rest = rest.dropFirst(next.count)
            }
            let ends = StageWord.count.description.chinese + ["分组", "汇总"]
            if StageWord.by.description.answers(to: stage), words.count > 1 {
                if ends.contains(String(rest)) { rest = "" }
                if rest == "排序" { (rest, words[0]) = ("", "排序") }
            }
            let line = words.joined(separator: " ")
            if rest.isEmpty, words.count > 1, (try? parse("\(Noun.figures.description.chinese[0]) | \(line)")) != nil { return line }
        }
        return nil
    }

    // MARK: terms

    /// Terms up to a `|`, a closing bracket or the end; all of them hold, except where `or` stands between.
    mutating func terms() throws(Diagnostic) -> [Condition] {
        let condition = try disjunction(until: { $0.kind == .pipe })
        return switch condition {
        case nil: []
        case .all(let parts): parts
        case let one?: [one]
        }
    }

    /// Terms up to a word that begins something else.
    mutating func terms(upTo stage: StageWord) throws(Diagnostic) -> [Condition] {
        let condition = try disjunction(until: { token in
            token.kind == .pipe || token.kind == .word && stage.description.answers(to: token.text)
        })
        return switch condition {
        case nil: []
        case .all(let parts): parts
        case let one?: [one]
        }
    }

    private mutating func disjunction(until ends: (Token) -> Bool) throws(Diagnostic) -> Condition? {
        var alternatives: [Condition] = []
        var or: Token?
        while true {
            var parts: [Condition] = []
            while let token = peek, !ends(token), token.kind != .close, !isWord(token, Self.or) {
                if token.kind == .comma || isWord(token, Self.and) {
                    at += 1
                    continue
                }
                var part = try term()
                // 2024,2025: one of them.
                if case .years = part {
                    var choice = [part]
                    while let comma = peek, comma.kind == .comma, at + 1 < tokens.count, tokens[at + 1].kind == .word,
                        let year = try years(Word(tokens[at + 1].text, at: tokens[at + 1].span))
                    {
                        at += 2
                        choice.append(year)
                    }
                    part = .disjunction(choice)
                }
                parts.append(part)
            }
            if parts.isEmpty {
                guard let or else { return nil }
                throw missing(.term, after: Word(or.text, at: or.span))
            }
            alternatives.append(.conjunction(parts))
            guard let token = peek, isWord(token, Self.or) else { break }
            or = token
            at += 1
        }
        return .disjunction(alternatives)
    }

    static let within = ["in", "在"]
    static let or = ["or", "或", "或者"], and = ["and", "且", "并且"], not = ["not", "非"]
    private func isWord(_ token: Token, _ words: [String]) -> Bool {
        token.kind == .word && words.contains(token.text.lowercased())
    }

    private mutating func term() throws(Diagnostic) -> Condition {
        guard let token = peek else { throw missing(.term, after: Word("", at: ByteSpan(line.utf8.count, line.utf8.count))) }
        at += 1
        switch token.kind {
        case .minus: return .not(try term())
        case .quoted: return .phrase(Word(token.text, at: token.span))
        case .open:
            let inner = try disjunction(until: { _ in false })
            guard let close = peek, close.kind == .close else {
                throw Diagnostic(
                    .unclosed, Message.unclosedBracket.text, at: token.span, expected: [")"],
                    suggestion: peek == nil ? line + ")" : nil)
            }
            at += 1
            guard let inner else { throw missing(.term, after: Word("(", at: token.span)) }
            return inner
        case .word:
            if isWord(token, Self.not) {
                guard peek != nil else { throw missing(.term, after: Word(token.text, at: token.span)) }
                return .not(try term())
            }
            // !sector:ecology
            if token.text.hasPrefix("!"), token.text.count > 1 {
                at -= 1
                tokens[at] = Token(
                    kind: .word, text: String(token.text.dropFirst()), span: ByteSpan(token.span.start + 1, token.span.end), spaced: false)
                return .not(try term())
            }
            let word = Word(token.text, at: token.span)
            if word.text.hasPrefix("$") || word.text.hasPrefix("#"), let given = Given.word(word.text) {
                return .within(Word(given, at: word.span))
            }
            if isWord(token, Self.within), peek.map({ $0.kind != .colon }) ?? true {
                guard let next = peek, next.kind != .pipe else { throw missing(.term, after: word) }
                // `in 2026`, `in 云南` say no more than the words alone.
                guard next.kind == .word, let given = Given.word(next.text) else { return try term() }
                at += 1
                return .within(Word(given, at: next.span))
            }
            if let next = peek, next.kind == .colon {
                let key = try known(word)
                at += 1
                let values = try values(of: key, after: next)
                return values.count == 1 ? try range(values[0], of: key) ?? .key(key, values) : .key(key, values)
            }
            if let next = peek, case .comparison(let comparison) = next.kind {
                let key = try known(word)
                at += 1
                let operand = try operand(after: next)
                return (comparison == .equal ? try range(operand, of: key) : nil) ?? .compare(key, comparison, operand)
            }
            return try years(word) ?? relativeYear(word) ?? .word(word)
        case .comparison:
            // targets >5%
            var diagnostic = unexpected(token, expected: [.property])
            let value = KeyWord.term("value"), start = ByteSpan(token.span.start, token.span.start)
            let name = line.hasHan ? value.name.chinese : value.name.english
            diagnostic.suggestion = replacing(start, with: name)
            diagnostic.expected = [name + String(line.utf8Slice(token.span))]
            throw diagnostic
        default:
            throw unexpected(token, expected: [.term])
        }
    }

    /// `value:5..6`, `value:4..5亿元`: from one number to the other; nil where it is no range of numbers.
    private func range(_ word: Word, of key: Word) throws(Diagnostic) -> Condition? {
        guard ["value", "high", "confidence"].contains(key.text), let dots = word.text.firstRange(of: "..") else { return nil }
        let low = String(word.text[..<dots.lowerBound]), high = String(word.text[dots.upperBound...])
        // The unit of the second is that of both; 万 and 亿 are of it, though Unicode has them as numbers.
        let unit = String(high.drop { "0123456789+-.,".contains($0) })
        let both: [(Comparison, String)] = [(.atLeast, DecimalNumber(low) == nil ? low : low + unit), (.atMost, high)]
        let ends = both.filter { !$0.1.isEmpty }
        guard !ends.isEmpty, ends.allSatisfy({ Amount($0.1) != nil }) else { return nil }
        if let first = Amount(both[0].1), let last = Amount(both[1].1), first.isOver(last) {
            let most = high.dropLast(unit.count)
            let turned = DecimalNumber(low) == nil ? "\(high)..\(low)" : "\(most)..\(low)\(unit)"
            throw Diagnostic(
                .badNumber, Message.reversedAmounts(low, high).text, at: word.span, expected: [turned],
                suggestion: replacing(word.span, with: turned))
        }
        return .conjunction(ends.map { .compare(key, $0.0, Word($0.1, at: word.span)) })
    }

    private mutating func values(of key: Word, after colon: Token) throws(Diagnostic) -> [Word] {
        var values: [Word] = []
        while let token = peek, token.kind == .word || token.kind == .quoted {
            at += 1
            // Only closed values have a standard form; names are looked up in the graph when the query runs.
            let text = KeyWord.named(key.text)?.value(token.text)?.name ?? token.text
            values.append(Word(text, at: token.span))
            guard let comma = peek, comma.kind == .comma, !comma.spaced else { break }
            guard at + 1 < tokens.count, tokens[at + 1].kind == .word || tokens[at + 1].kind == .quoted, !tokens[at + 1].spaced
            else {
                break
            }
            at += 1
        }
        guard !values.isEmpty else {
            throw Diagnostic(
                .missingArgument, Message.missing(.value, after: line.utf8Slice(key.span) + ":").text, at: colon.span,
                expected: KeyWord.named(key.text)?.values.map { Message($0.name, $0.chinese.first ?? $0.name).text } ?? [])
        }
        return values
    }

    private mutating func operand(after token: Token) throws(Diagnostic) -> Word {
        // `>>`, `=>`, `<>`
        if let next = peek, case .comparison = next.kind, !next.spaced {
            let span = ByteSpan(token.span.start, next.span.end), sign = String(line.utf8Slice(span))
            let meant = ["=>": ">=", "=<": "<=", "<>": "!=", "＝＞": ">=", "＝＜": "<=", "＜＞": "!="][sign] ?? String(sign.prefix(1))
            throw Diagnostic(
                .unexpected, Message.noComparison(sign).text, at: span, expected: Comparison.allCases.map(\.rawValue),
                suggestion: replacing(span, with: meant))
        }
        guard var next = peek, next.kind == .word || next.kind == .quoted else {
            throw missing(.value, after: Word(String(line.utf8Slice(token.span)), at: token.span))
        }
        at += 1
        // `1,000亿元`
        while next.kind == .word, let comma = peek, comma.kind == .comma, !comma.spaced, at + 1 < tokens.count,
            tokens[at + 1].kind == .word, !tokens[at + 1].spaced, tokens[at + 1].text.prefix(3).allSatisfy(\.isNumber),
            tokens[at + 1].text.count >= 3, Amount(next.text)?.scale == nil
        {
            next.text += tokens[at + 1].text
            next.span = ByteSpan(next.span.start, tokens[at + 1].span.end)
            at += 2
        }
        // `增长 5%`
        if next.kind == .word, Amount.isCourse(next.text), let number = peek, number.kind == .word, Amount(number.text) != nil {
            at += 1
            return Word(next.text + number.text, at: ByteSpan(next.span.start, number.span.end))
        }
        // `4 亿元`: the unit of a number may stand apart.
        if next.kind == .word, let unit = peek, unit.kind == .word, DecimalNumber(next.text) != nil, Amount.isUnit(unit.text) {
            at += 1
            return Word(next.text + unit.text, at: ByteSpan(next.span.start, unit.span.end))
        }
        return Word(next.text, at: next.span)
    }

    /// `2026`, `2026年`, `2021..2025`, `2021..`; nil for anything else.
    private func years(_ word: Word) throws(Diagnostic) -> Condition? {
        guard let range = YearRange(word.text) else { return nil }
        if let low = range.low, let high = range.high, low > high {
            throw Diagnostic(
                .badYear, Message.reversedYears(low, high).text, at: word.span, expected: ["\(high)..\(low)"],
                suggestion: replacing(word.span, with: "\(high)..\(low)"))
        }
        return .years(range.low, range.high, word)
    }

    // MARK: what stages and verbs read

    mutating func optionalWord() -> Word? {
        guard let token = peek, token.kind == .word || token.kind == .quoted else { return nil }
        at += 1
        return Word(token.text, at: token.span)
    }

    mutating func requiredWord(for command: String, expected: LinePart) throws(Diagnostic) -> Word {
        if let word = optionalWord() { return word }
        throw missing(expected, after: Word(at > 0 ? tokens[at - 1].text : command, at: tokens[at - 1].span))
    }

    mutating func number(after word: Word) throws(Diagnostic) -> Int {
        guard let token = peek, token.kind != .pipe else { throw missing(.number, after: word) }
        // `take -3`
        if token.kind == .minus, at + 1 < tokens.count, let number = Int(tokens[at + 1].text) {
            let span = ByteSpan(token.span.start, tokens[at + 1].span.end)
            throw Diagnostic(
                .badNumber, Message.notACount(String(line.utf8Slice(span))).text, at: span, expected: ["\(number)"],
                suggestion: replacing(span, with: "\(number)"))
        }
        guard token.kind == .word, let number = Int(token.text), number >= 0 else {
            throw Diagnostic(
                .badNumber, Message.notANumber(String(line.utf8Slice(token.span))).text, at: token.span, expected: ["5"],
                suggestion: replacing(token.span, with: "5"))
        }
        at += 1
        return number
    }

    /// The next word as a key; nil at the end of the stage.
    mutating func key() throws(Diagnostic) -> Word? {
        while peek?.kind == .comma { at += 1 }
        guard let token = peek, token.kind != .pipe else { return nil }
        guard token.kind == .word else { throw unexpected(token, expected: [.property]) }
        let key = try known(Word(token.text, at: token.span))
        at += 1
        return key
    }

    mutating func keys() throws(Diagnostic) -> [Word] {
        var keys: [Word] = []
        while let key = try key() { keys.append(key) }
        return keys
    }

    mutating func sortKey() throws(Diagnostic) -> Stage.SortKey? {
        while peek?.kind == .comma { at += 1 }
        var descending = false
        if peek?.kind == .minus {
            descending = true
            at += 1
        } else if let token = peek, token.kind == .word, at + 1 < tokens.count, tokens[at + 1].kind == .word,
            KeyWord.named(tokens[at + 1].text) != nil
        {
            // `sort desc value`
            let word = token.text.lowercased()
            descending = Self.descending.contains(word)
            if descending || Self.ascending.contains(word) { at += 1 }
        }
        guard let key = try key() else { return nil }
        if let token = peek, token.kind == .word {
            if Self.descending.contains(token.text.lowercased()) {
                descending = true
                at += 1
            } else if Self.ascending.contains(token.text.lowercased()) {
                at += 1
            }
        }
        return Stage.SortKey(key, descending: descending)
    }

    static let descending = ["desc", "降", "降序", "descending", "down"], ascending = ["asc", "升", "升序", "ascending", "up"]

    /// Whether the stage has no more words.
    var isAtStageEnd: Bool { peek.map { $0.kind == .pipe } ?? true }

    /// A noun, where one stands; a word that is a key too is a noun before two others.
    mutating func optionalNoun() -> Noun? {
        guard let token = peek, token.kind == .word, let noun = Noun.named(token.text) else { return nil }
        let next = tokens.dropFirst(at + 1).prefix(2)
        let areKeys = next.count == 2 && next.allSatisfy { $0.kind == .word && KeyWord.named($0.text) != nil }
        guard KeyWord.named(token.text) == nil || areKeys else { return nil }
        at += 1
        return noun
    }

    /// A noun, which must stand here.
    mutating func requiredNoun(after word: Word) throws(Diagnostic) -> Word {
        guard let token = peek else { throw missing(.noun, after: word) }
        guard token.kind == .word else { throw unexpected(token, expected: [.noun]) }
        guard let noun = Noun.named(token.text) else { throw unknownNoun(Word(token.text, at: token.span)) }
        at += 1
        return Word(noun.name, at: token.span)
    }

    /// `by KEY`; places where it does not stand.
    mutating func onlyGroup(after word: Word) throws(Diagnostic) -> Word {
        let keys = try grouping()
        guard keys.count <= 1 else {
            throw unexpected(Token(kind: .word, text: keys[1].text, span: keys[1].span, spaced: true), expected: [.end])
        }
        return keys.first ?? Word("place", at: word.span)
    }

    /// Two keys, one down and one across.
    mutating func twoKeys(after word: Word) throws(Diagnostic) -> (Word, Word) {
        guard let down = try key() else { throw missing(.property, after: word) }
        guard let across = try key() else { throw missing(.property, after: down) }
        return (down, across)
    }

    /// `by KEY …`, where it stands.
    mutating func grouping() throws(Diagnostic) -> [Word] {
        guard let token = peek, token.kind == .word, StageWord.named(token.text)?.description.name == "by" else {
            if let token = peek, token.kind != .pipe { throw unexpected(token, expected: [.grouping]) }
            return []
        }
        at += 1
        passOver("by")
        let keys = try keys()
        guard !keys.isEmpty else { throw missing(.property, after: Word(token.text, at: token.span)) }
        return keys
    }

    /// `save!`, `as!`: the stage that replaces a file.
    private static func replacing(_ word: String) -> StageWord? {
        guard word.hasSuffix("!"), let stage = StageWord.named(String(word.dropLast())) else { return nil }
        return [StageWord.save.description.name, StageWord.format.description.name].contains(stage.description.name) ? stage : nil
    }

    /// `csv`, `csv FILE` or `FILE`, whose ending tells the format.
    mutating func formatStage(after word: Word) throws(Diagnostic) -> Stage {
        let replaces = word.text.hasSuffix("!")
        if let token = peek, token.kind == .word || token.kind == .quoted, OutputFormat(rawValue: token.text.lowercased()) == nil,
            token.kind == .quoted || token.text.contains(where: { $0 == "." || $0 == "/" })
        {
            return .save(try saving(after: word))
        }
        let format = try outputFormat(after: word)
        if peek != nil, peek?.kind != .pipe { return .save(Saving(try path(after: word), as: format, replaces: replaces)) }
        if replaces { throw missing(.path, after: word) }
        return .format(format)
    }

    mutating func saving(after word: Word) throws(Diagnostic) -> Saving {
        let path = try path(after: word)
        // What has no ending says no format; a device has none either, and needs none.
        if path.text.fileEnding == nil, !path.text.hasPrefix("/dev/") {
            throw Diagnostic(
                .unknownFormat, Message.noGraphFormat(nil).text, at: path.span,
                expected: ["csv", "tsv", "json", "ndjson", "md", "html", "txt"].map { "." + $0 },
                suggestion: path.text.hasSuffix("/") ? nil : replacing(path.span, with: Printer.quotedIfNeeded(path.text + ".csv")))
        }
        if let ending = path.text.fileEnding, OutputFormat(ending: ending) == nil,
            GraphFormat(ending: ending).map({ $0 == .sqlite }) ?? true
        {
            throw Diagnostic(
                .unknownFormat, Message.unknownEnding(ending).text, at: path.span,
                expected: OutputFormat.allCases.map(\.rawValue),
                suggestion: replacing(path.span, with: Printer.quotedIfNeeded(path.text + ".csv")))
        }
        return Saving(path, replaces: word.text.hasSuffix("!"))
    }

    /// A file whose ending is that of a form for graphs.
    mutating func exporting(after word: Word) throws(Diagnostic) -> Saving {
        let path = try path(after: word)
        guard GraphFormat(path: path.text) != nil else {
            throw Diagnostic(
                .unknownFormat, Message.noGraphFormat(path.text.fileEnding).text, at: path.span,
                expected: GraphFormat.allCases.map { "." + $0.endings[0] },
                suggestion: replacing(path.span, with: Printer.quotedIfNeeded(path.text + ".graphml")))
        }
        return Saving(path, replaces: word.text.hasSuffix("!"))
    }

    /// Paths divided by spaces, up to the end of the line or a bar; each as it was typed, with whatever signs it holds, or in quotes.
    mutating func paths() -> [Word] {
        var paths: [Word] = []
        while let first = peek, first.kind != .pipe {
            at += 1
            if first.kind == .quoted {
                paths.append(Word(first.text, at: first.span))
                continue
            }
            var span = first.span
            while let next = peek, next.kind != .pipe, next.kind != .quoted, next.span.start == span.end {
                span = ByteSpan(span.start, next.span.end)
                at += 1
            }
            paths.append(Word(String(line.utf8Slice(span)), at: span))
        }
        return paths
    }

    /// A path may have been typed as several words without spaces between them.
    private mutating func path(after word: Word) throws(Diagnostic) -> Word {
        guard let token = peek, token.kind == .word || token.kind == .quoted else { throw missing(.path, after: word) }
        at += 1
        guard let next = peek, next.kind == .word || next.kind == .quoted else { return Word(token.text, at: token.span) }
        // A path with spaces in it, not quoted.
        var last = next
        while let more = peek, more.kind != .pipe {
            last = more
            at += 1
        }
        let span = ByteSpan(token.span.start, last.span.end), path = String(line.utf8Slice(span)).filter { $0 != "\"" }
        // What has no ending of a form is hardly meant as a file: save 2026 sector:ecology.
        let hasForm = path.fileEnding.map { OutputFormat(ending: $0) != nil || GraphFormat(ending: $0) != nil } ?? false
        throw Diagnostic(
            .unexpected, Message.pathInWords.text, at: span, suggestion: hasForm ? replacing(span, with: Printer.quote(path)) : nil)
    }

    /// `year=2026` or a value.
    mutating func argument() throws(Diagnostic) -> ScriptArgument? {
        guard let token = peek, token.kind == .word || token.kind == .quoted else { return nil }
        at += 1
        let word = Word(token.text, at: token.span)
        guard token.kind == .word, let next = peek, next.kind == .comparison(.equal) else { return ScriptArgument(nil, word) }
        at += 1
        guard let value = optionalWord() else { throw missing(.value, after: Word(word.text + "=", at: next.span)) }
        return ScriptArgument(word, value)
    }

    mutating func outputFormat(after word: Word) throws(Diagnostic) -> OutputFormat {
        guard let name = optionalWord() else { throw missing(.format, after: word) }
        if let format = OutputFormat.named(name.text) { return format }
        throw unknown(
            .unknownFormat, name, among: OutputFormat.allCases.map(\.rawValue), Message.unknownFormat(name.text),
            expected: .format)
    }

    // MARK: diagnostics

    private var peek: Token? { at < tokens.count ? tokens[at] : nil }

    private func known(_ word: Word) throws(Diagnostic) -> Word {
        if let key = KeyWord.named(word.text) { return Word(key.name, at: word.span) }
        throw unknown(.unknownKey, word, among: Self.keyWords, Message.unknownKey(word.text), expected: .property)
    }

    func missing(_ part: LinePart, after word: Word) -> Diagnostic {
        Diagnostic(
            .missingArgument, Message.missing(part, after: word.text).text, at: ByteSpan(word.span.end, word.span.end),
            expected: part.expected)
    }

    func unexpected(_ token: Token, expected: [LinePart]) -> Diagnostic {
        Diagnostic(
            .unexpected, Message.unexpected(String(line.utf8Slice(token.span)), expected).text, at: token.span,
            expected: expected.flatMap(\.expected),
            suggestion: expected == [.end]
                ? dropping(from: token.span.start) : token.kind == .colon ? replacing(token.span, with: " ") : nil)
    }

    func unknownNoun(_ word: Word) -> Diagnostic {
        unknown(
            .unknownCommand, word, among: Noun.all.flatMap(\.wordsOfStage), Message.unknownNoun(word.text), expected: .noun)
    }

    func unknown(
        _ code: Diagnostic.Code, _ word: Word, among words: [String], _ message: Message, expected: LinePart
    ) -> Diagnostic {
        let near = Spelling.nearest(to: word.text, among: words)
        return Diagnostic(
            code, message.text, at: word.span, expected: near.isEmpty ? expected.expected : near,
            suggestion: near.first.map { replacing(word.span, with: $0) } ?? Self.help(on: expected))
    }

    /// The page that lists what there is.
    private static func help(on part: LinePart) -> String? {
        let topics: [LinePart: Message] = [
            .command: Message("help", "帮助"), .noun: Message("help", "帮助"), .stage: Message("help", "帮助"),
            .property: Message("help properties", "帮助 属性"), .format: Message("help as", "帮助 格式"),
        ]
        return topics[part]?.text
    }

    private func replacing(_ span: ByteSpan, with text: String) -> String { line.replacing(span, with: text) }
    private func dropping(from start: Int) -> String? {
        let rest = line.utf8Slice(ByteSpan(0, start)).reversed().drop { $0 == " " }.reversed()
        return rest.isEmpty ? nil : String(rest)
    }
}

extension Condition {
    /// All of `parts`, flattened, so that one meaning has one form.
    static func conjunction(_ parts: [Condition]) -> Condition {
        let flat = parts.flatMap { part -> [Condition] in if case .all(let inner) = part { inner } else { [part] } }
        return flat.count == 1 ? flat[0] : .all(flat)
    }

    static func disjunction(_ parts: [Condition]) -> Condition {
        let flat = parts.flatMap { part -> [Condition] in if case .any(let inner) = part { inner } else { [part] } }
        return flat.count == 1 ? flat[0] : .any(flat)
    }
}

/// Years as people type them: `2026`, `2026年`, `2021..2025`, `2021-2025`, `2021至2025年`, `2021..`, `..2025`.
struct YearRange: Hashable {
    var low: Int?
    var high: Int?

    init?(_ text: String) {
        var text = Substring(text)
        if text.hasSuffix("年度") { text = text.dropLast() }
        if text.hasSuffix("年") { text = text.dropLast() }
        if let year = Self.year(text) {
            (low, high) = (year, year)
            return
        }
        for separator in ["..", "至", "到", "—", "–", "-", "~", "～"] {
            guard let cut = text.firstRange(of: separator) else { continue }
            var first = text[..<cut.lowerBound], second = text[cut.upperBound...]
            if first.hasSuffix("年") { first = first.dropLast() }
            while second.hasPrefix(separator), separator == "—" { second = second.dropFirst() }
            low = Self.year(first)
            high = Self.year(second)
            let open = separator == ".."
            guard low != nil || (open && first.isEmpty), high != nil || (open && second.isEmpty), low != nil || high != nil else {
                return nil
            }
            return
        }
        return nil
    }

    /// Both ends, as ids have them.
    var stretch: String? {
        guard let low, let high, low < high else { return nil }
        return "\(low)/\(high)"
    }

    /// `2006/2010`, as ids have it; nil for anything else.
    static func stretch(_ text: String) -> String? {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let low = year(halves[0]), let high = year(halves[1]), low < high else { return nil }
        return "\(low)/\(high)"
    }

    /// Four digits, also 二〇二六, from 1900 to 2199: years of which such documents speak; other numbers are words of the text.
    private static func year(_ text: Substring) -> Int? {
        guard text.count == 4 else { return nil }
        let text = String(text.map { numerals[$0] ?? $0 })
        guard text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) else { return nil }
        return year
    }

    private static let numerals: [Character: Character] = [
        "〇": "0", "○": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]
}

extension String {
    /// The text of a span of UTF-8 bytes; a span beyond the end is cut.
    public func utf8Slice(_ span: ByteSpan) -> Substring {
        let lower = utf8.index(utf8.startIndex, offsetBy: max(0, min(span.start, utf8.count)))
        let upper = utf8.index(utf8.startIndex, offsetBy: max(0, min(span.end, utf8.count)))
        return self[lower..<Swift.max(lower, upper)]
    }

    /// With the bytes of `span` replaced.
    public func replacing(_ span: ByteSpan, with text: String) -> String {
        utf8Slice(ByteSpan(0, span.start)) + text + utf8Slice(ByteSpan(span.end, utf8.count))
    }

    /// Without the spaces between Chinese characters right before or behind `span`; nil where there are none.
    func joiningHan(around span: ByteSpan) -> String? {
        let head = utf8Slice(ByteSpan(0, span.start)), word = utf8Slice(span), tail = utf8Slice(ByteSpan(span.end, utf8.count))
        func isHan(_ character: Character?) -> Bool { character?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
        let before = head.dropLast(head.reversed().prefix { $0 == " " }.count), behind = tail.drop { $0 == " " }
        if behind.count < tail.count, isHan(word.last), isHan(behind.first) { return String(head) + word + behind }
        if before.count < head.count, isHan(before.last), isHan(word.first) { return String(before) + word + tail }
        return nil
    }
}

extension Session {
    /// Whether a row begins as only a line of its own does, with a noun or a command, or asks something.
    public static func beginsLine(_ row: String) -> Bool {
        if row.trimmingSpace.last.map({ "?？".contains($0) }) ?? false { return true }
        let tokens = Lexer(row).tokens
        guard let first = tokens.first, first.kind == .word else { return false }
        // 领域:就业 is a term.
        switch tokens.dropFirst().first?.kind {
        case .colon, .comparison: return false
        default: break
        }
        return Noun.named(first.text) != nil || Verb.named(first.text) != nil
    }
}
