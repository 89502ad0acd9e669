import Documents
import Presentation
import QueryLanguage

/// A saved query script with its arguments put in: the commands to run, and where each piece of them stands in the file.
///
/// Arguments are put in as if they were typed; one that holds a space is several words unless the script quotes it.
struct Script {
    let name: String
    private(set) var commands: [Command] = []

    struct Command {
        /// From 1.
        let number: Int
        /// The line as it runs.
        fileprivate(set) var text = ""
        /// The line as the file has it.
        let source: String
        /// Where pieces of `text` begin (UTF-8 offsets), and the offset in `source` that each comes from. A piece that is an
        /// argument comes from one place, its `$1`.
        fileprivate var pieces: [(start: Int, source: Int, isArgument: Bool)] = []
    }

    /// A script that cannot run, found before its first command runs.
    struct Mistake: Error {
        let diagnostic: Diagnostic
        let line: String
        let place: String
    }

    init(name: String, bytes: [UInt8], arguments: [String]) throws(Mistake) {
        self.name = name
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        for (index, line) in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let source = String(validating: line, as: UTF8.self) else {
                let shown = String(decoding: line, as: UTF8.self)
                let start = shown.utf8.count - (shown.range(ofFirst: "\u{FFFD}")?.utf8.count ?? 0)
                throw Mistake(
                    diagnostic: Diagnostic(
                        .unexpected, Message("the script is not UTF-8 text", "脚本不是UTF-8文本").text,
                        at: ByteSpan(start, start + 3), expected: [Message("UTF-8 text", "UTF-8文本").text]),
                    line: shown, place: "\(name):\(index + 1)")
            }
            guard var command = Self.command(index + 1, source) else { continue }
            try fill(&command, from: source, arguments)
            commands.append(command)
        }
    }

    /// `name:line:column` of a span in the text of `command`; the column counts characters of the file's line, from 1.
    func place(of span: ByteSpan, in command: Command) -> String {
        var offset = span.start
        if let piece = command.pieces.last(where: { $0.start <= span.start }) {
            offset = piece.source + (piece.isArgument ? 0 : span.start - piece.start)
        }
        return place(command.number, command.source, offset)
    }

    private func place(_ number: Int, _ source: String, _ offset: Int) -> String {
        "\(name):\(number):\(source.column(at: offset))"
    }

    /// The command of a line before its arguments are put in; nil for empty lines and comments.
    private static func command(_ number: Int, _ source: String) -> Command? {
        withoutComment(source).allSatisfy(\.isWhitespace) ? nil : Command(number: number, source: source)
    }

    /// A comment begins with `#` at the start of the line, or after a space where a space or nothing follows it: `#3` inside a
    /// command is the third row. Between quotes there is none.
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
                let atStart = line[..<index].allSatisfy(\.isWhitespace)
                if atStart || next == line.endIndex || line[next].isWhitespace { return line[..<index] }
            }
            previous = character
            index = line.index(after: index)
        }
        return line[...]
    }

    private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]

    /// Puts the arguments in.
    private func fill(_ command: inout Command, from source: String, _ arguments: [String]) throws(Mistake) {
        let bytes = Array(Self.withoutComment(source).utf8)
        var text: [UInt8] = [], index = 0, isCopying = false
        func next(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
        while index < bytes.count {
            var argument: String?
            if bytes[index] == UInt8(ascii: "$"), let sign = next(index + 1) {
                switch sign {
                case UInt8(ascii: "$"): argument = "$"
                case UInt8(ascii: "@"): argument = arguments.joined(separator: " ")
                case UInt8(ascii: "1")...UInt8(ascii: "9"):
                    let number = Int(sign - UInt8(ascii: "0"))
                    guard number <= arguments.count else { throw missing(number, command, index, source, arguments.count) }
                    argument = arguments[number - 1]
                default: break
                }
            }
            if let argument {
                command.pieces.append((text.count, index, true))
                text += argument.utf8
                index += 2
                isCopying = false
            } else {
                if !isCopying { command.pieces.append((text.count, index, false)) }
                isCopying = true
                text.append(bytes[index])
                index += 1
            }
        }
        command.text = String(decoding: text, as: UTF8.self)
    }

    private func missing(_ number: Int, _ command: Command, _ offset: Int, _ source: String, _ given: Int) -> Mistake {
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
            line: source, place: place(command.number, source, offset))
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
