import Documents
import Presentation
import QueryLanguage
import Shell

/// A saved query script with its arguments put in: the commands to run, and where each piece of them stands in the file.
///
/// Its first lines say what it is for (`# …`) and declare its parameters (`param year: year = 2026`); `$year` in a command is
/// the value. `$1` … `$9` and `$@` are values in their order. Values are put in as if they were typed, but for one of several
/// words in the place of a named parameter, which is quoted.
struct Script {
    let name: String
    private(set) var parameters: [ScriptParameter] = []
    private(set) var commands: [Command] = []

    struct Arguments {
        var named: [(name: String, value: String)] = []
        /// Values for the parameters in their order, and for `$1` ….
        var inOrder: [String] = []
    }

    struct Command {
        /// The line as it runs.
        fileprivate(set) var text = ""
        /// The rows that it takes in the file, each with its number from 1.
        fileprivate var rows: [(number: Int, source: String)] = []
        /// Of its first row.
        var number: Int { rows.first?.number ?? 1 }
        /// Where pieces of `text` begin (UTF-8 offsets), and the row and offset that each comes from. A piece that is an argument
        /// comes from one place, its `$1`.
        fileprivate var pieces: [(start: Int, row: Int, source: Int, isArgument: Bool)] = []
    }

    /// A script that cannot run, found before its first command runs.
    struct Mistake: Error {
        let diagnostic: Diagnostic
        let line: String
        let place: String
    }

    /// What a script says of itself.
    struct Heading {
        private(set) var purpose = ""
        private(set) var parameters: [ScriptParameter] = []

        init(_ bytes: [UInt8]) {
            for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                let line = String(line)
                if case .success(let parameter)? = ScriptParameter.parse(line, number: index + 1) {
                    parameters.append(parameter)
                } else if line.hasPrefix("#"), !line.hasPrefix("#!") {
                    if purpose.isEmpty { purpose = String(line.drop { $0 == "#" || $0.isWhitespace }) }
                } else if !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#!") {
                    break
                }
            }
        }

        var signature: String { parameters.map(\.signature).joined(separator: " ") }
    }

    init(name: String, bytes: [UInt8], arguments: Arguments, session: Session? = nil) throws(Mistake) {
        self.name = name
        let lines = try Self.lines(name, bytes)
        var first = lines.count
        for (index, source) in lines.enumerated() {
            switch ScriptParameter.parse(source, number: index + 1) {
            case .success(let parameter)?:
                guard index < first else {
                    throw mistake(
                        Diagnostic(.unexpected, Message.parametersFirst.text, at: parameter.span), source, index + 1)
                }
                if parameters.contains(where: { $0.name == parameter.name }) {
                    throw mistake(
                        Diagnostic(.unexpected, Message.parameterTwice(parameter.name).text, at: parameter.span), source, index + 1)
                }
                parameters.append(parameter)
            case .failure(let diagnostic)?: throw mistake(diagnostic, source, index + 1)
            case nil:
                if first == lines.count, !Self.saysNothing(source) { first = index }
            }
        }
        let values = try values(of: arguments, session)
        var index = first
        while index < lines.count {
            let head = lines[index]
            var command = Command()
            repeat {
                if !Self.saysNothing(lines[index]) {
                    command.rows.append((index + 1, lines[index]))
                    try fill(&command, arguments.inOrder, values)
                }
                index += 1
            } while index < lines.count && !command.rows.isEmpty && Continuation.goesOn(lines[index], behind: command.text, from: head)
            if !command.rows.isEmpty { commands.append(command) }
        }
    }

    init(name: String, bytes: [UInt8], arguments: [String]) throws(Mistake) {
        try self.init(name: name, bytes: bytes, arguments: Arguments(inOrder: arguments))
    }

    /// Reads the whole script without running it, with sample values where there is no default.
    static func check(name: String, bytes: [UInt8], session: Session) throws(Mistake) -> Message {
        var arguments = Arguments(inOrder: [])
        let heading = Heading(bytes)
        for parameter in heading.parameters where parameter.standard == nil {
            arguments.named.append((parameter.name, parameter.kind.sample))
        }
        if heading.parameters.isEmpty { arguments.inOrder = Array(repeating: "2026", count: 9) }
        let script = try Script(name: name, bytes: bytes, arguments: arguments)
        for parameter in script.parameters {
            if let value = parameter.standard { try script.check(value, parameter, session) }
        }
        var aliases = session.aliases
        for command in script.commands {
            do throws(Diagnostic) {
                if case .alias(let word, let line?) = try Parser.parse(command.text, aliases: aliases) {
                    aliases[word.text.lowercased()] = line
                }
            } catch {
                throw Mistake(diagnostic: error, line: command.text, place: script.place(of: error.span, in: command))
            }
        }
        return .checked(name, commands: script.commands.count, parameters: script.parameters.count)
    }

    private static func lines(_ name: String, _ bytes: [UInt8]) throws(Mistake) -> [String] {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var lines: [String] = []
        for (index, line) in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard !line.contains(0) else {
                throw Mistake(
                    diagnostic: Diagnostic(
                        .unexpected, Message("this is no text, but a file of another kind", "这不是文本，而是别的文件").text, at: ByteSpan(0, 0)),
                    line: "", place: name)
            }
            guard let source = String(validating: line, as: UTF8.self) else {
                let shown = String(decoding: line, as: UTF8.self)
                let start = shown.utf8.count - (shown.range(ofFirst: "\u{FFFD}")?.utf8.count ?? 0)
                throw Mistake(
                    diagnostic: Diagnostic(
                        .unexpected, Message("the script is not UTF-8 text", "脚本不是UTF-8文本").text,
                        at: ByteSpan(start, start + 3), expected: [Message("UTF-8 text", "UTF-8文本").text]),
                    line: shown, place: "\(name):\(index + 1)")
            }
            lines.append(source)
        }
        return lines
    }

    private func mistake(_ diagnostic: Diagnostic, _ source: String, _ number: Int) -> Mistake {
        Mistake(diagnostic: diagnostic, line: source, place: place(number, source, diagnostic.span.start))
    }

    // MARK: parameters

    private func values(of arguments: Arguments, _ session: Session?) throws(Mistake) -> [String: String] {
        var values: [String: String] = [:]
        let home = parameters.first
        func wrong(_ code: Diagnostic.Code, _ message: Message, expected: [String] = []) -> Mistake {
            let end = home?.source.utf8.count ?? 0
            return mistake(
                Diagnostic(code, message.text, at: home?.span ?? ByteSpan(0, end), expected: expected), home?.source ?? "",
                home?.number ?? 1)
        }
        for (name, value) in arguments.named {
            guard parameters.contains(where: { $0.name == name }) else {
                let near = Spelling.nearest(to: name, among: parameters.map(\.name))
                throw wrong(.unknownKey, .parameterUnknown(name), expected: near.isEmpty ? parameters.map(\.signature) : near)
            }
            guard values.updateValue(value, forKey: name) == nil else { throw wrong(.unexpected, .parameterTwice(name)) }
        }
        guard !parameters.isEmpty else { return values }
        var open = parameters.filter { values[$0.name] == nil }[...]
        for value in arguments.inOrder {
            guard let parameter = open.popFirst() else {
                throw wrong(
                    .unexpected, .tooManyArguments(value, parameters: parameters.count), expected: parameters.map(\.signature))
            }
            values[parameter.name] = value
        }
        for parameter in parameters {
            guard let value = values[parameter.name] ?? parameter.standard else {
                throw mistake(
                    Diagnostic(
                        .missingArgument, Message.parameterMissing(parameter.name, parameter.kind.name).text, at: parameter.span,
                        expected: ["\(parameter.name)=…"]), parameter.source, parameter.number)
            }
            values[parameter.name] = value
            if let session { try check(value, parameter, session) }
        }
        return values
    }

    private func check(_ value: String, _ parameter: ScriptParameter, _ session: Session) throws(Mistake) {
        guard let near = parameter.kind.near(value, in: session) else { return }
        throw mistake(
            Diagnostic(
                .unknownValue, Message.notOfType(parameter.name, value, parameter.kind.name).text, at: parameter.span,
                expected: near.map { "\(parameter.name)=\($0)" }), parameter.source, parameter.number)
    }

    // MARK: places

    /// `name:line:column` of a span in the text of `command`; the column counts characters of the file's line, from 1.
    func place(of span: ByteSpan, in command: Command) -> String {
        var row = 0, offset = span.start
        if let piece = command.pieces.last(where: { $0.start <= span.start }) {
            (row, offset) = (piece.row, piece.source + (piece.isArgument ? 0 : span.start - piece.start))
        }
        return place(command.rows[row].number, command.rows[row].source, offset)
    }

    private func place(_ number: Int, _ source: String, _ offset: Int) -> String {
        "\(name):\(number):\(source.column(at: offset))"
    }

    // MARK: lines

    /// Empty lines and comments.
    private static func saysNothing(_ source: String) -> Bool { withoutComment(source).allSatisfy(\.isWhitespace) }

    /// A comment begins with `#` at the start of the line, or after a space where a space or nothing follows it: `#3` inside a
    /// command is the third row, and at its start where nothing but a `|` or space follows the digits. Between quotes there is
    /// none.
    static func withoutComment(_ line: String) -> Substring {
        var quote: Character?, previous: Character = " "
        var index = line.startIndex
        while index < line.endIndex {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if let close = closing[character] {
                quote = close
            } else if character == "#", previous.isWhitespace {
                let next = line.index(after: index)
                let atStart = line[..<index].allSatisfy(\.isWhitespace) && !isRow(line[next...])
                if atStart || next == line.endIndex || line[next].isWhitespace { return line[..<index] }
            }
            previous = character
            index = line.index(after: index)
        }
        return line[...]
    }

    /// `#3` and then a bar or nothing.
    private static func isRow(_ text: Substring) -> Bool {
        let rest = text.drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex > text.startIndex else { return false }
        let behind = rest.drop { $0.isWhitespace }
        return behind.isEmpty || "|｜".contains(behind[behind.startIndex])
    }

    private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]

    /// Takes in the last of the rows, with the arguments in their places.
    private func fill(_ command: inout Command, _ arguments: [String], _ values: [String: String]) throws(Mistake) {
        let row = command.rows.count - 1, (number, source) = command.rows[row]
        var text = command.text.isEmpty ? "" : command.text + " ", isCopying = false, isQuoted = false
        let code = Self.withoutComment(source)
        var index = code.startIndex
        func offset(_ index: Substring.Index) -> Int { code.utf8.distance(from: code.startIndex, to: index) }
        while index < code.endIndex {
            let character = code[index], next = code.index(after: index)
            var argument: String?, end = next
            if character == "$", next < code.endIndex {
                end = code.index(after: next)
                switch code[next] {
                case "$": argument = "$"
                case "@": argument = arguments.joined(separator: " ")
                case "1"..."9":
                    let wanted = Int(String(code[next])) ?? 1
                    guard wanted <= arguments.count else { throw missing(wanted, at: offset(index), source, number, arguments.count) }
                    argument = arguments[wanted - 1]
                case "{":
                    let name = code[end...].prefix { $0 != "}" }
                    if let value = values[String(name)], name.endIndex < code.endIndex {
                        argument = Self.inserted(value, isQuoted)
                        end = code.index(after: name.endIndex)
                    }
                default:
                    let name = code[next...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                    if let value = values[String(name)] {
                        argument = Self.inserted(value, isQuoted)
                        end = name.endIndex
                    }
                }
            }
            if let argument {
                command.pieces.append((text.utf8.count, row, offset(index), true))
                text += argument
                isCopying = false
                index = end
            } else {
                if !isCopying { command.pieces.append((text.utf8.count, row, offset(index), false)) }
                isCopying = true
                if Self.closing[character] != nil || character == "”" || character == "」" { isQuoted.toggle() }
                text.append(character)
                index = next
            }
        }
        command.text = text
    }

    /// A value of several words keeps together.
    private static func inserted(_ value: String, _ isQuoted: Bool) -> String {
        var escaped = ""
        for character in value {
            if character == "\"" || character == "\\" { escaped += "\\" }
            escaped.append(character)
        }
        if isQuoted { return escaped }
        return value.isEmpty || value.contains(where: { $0.isWhitespace || "|\"()“”｜".contains($0) }) ? "\"\(escaped)\"" : value
    }

    private func missing(_ number: Int, at offset: Int, _ source: String, _ line: Int, _ given: Int) -> Mistake {
        let count = given == 0 ? "no argument was given" : given == 1 ? "1 argument was given" : "\(given) arguments were given"
        return Mistake(
            diagnostic: Diagnostic(
                .missingArgument,
                Message("$\(number) is missing: \(count)", "缺少$\(number)：只给了\(given)个参数").text,
                at: ByteSpan(offset, offset + 2),
                expected: [
                    Message("gangmu run SCRIPT ", "gangmu run 脚本 ").text
                        + (1...number).map { Message("ARG\($0)", "参数\($0)").text }.joined(separator: " ")
                ]),
            line: source, place: place(line, source, offset))
    }
}

extension String {
    /// The column, in characters from 1, of a UTF-8 offset.
    func column(at offset: Int) -> Int {
        String(decoding: utf8.prefix(max(0, offset)), as: UTF8.self).count + 1
    }

    /// The part from the first `character` on.
    fileprivate func range(ofFirst character: Character) -> Substring? {
        firstIndex(of: character).map { self[$0...] }
    }
}
