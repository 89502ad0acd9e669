import Documents
import KnowledgeGraph
import QueryLanguage

/// A parameter of a script, declared in one of its first lines: `param year: year = 2026  # the year of the plan`.
struct ScriptParameter {
    enum Kind: CaseIterable {
        case text, number, year, place, sector, indicator, period, document

        /// How it is written, the standard English and Chinese word first.
        var words: [String] {
            switch self {
            case .text: ["text", "文字", "word"]
            case .number: ["number", "数"]
            case .year: ["year", "年"]
            case .place: ["place", "地区"]
            case .sector: ["sector", "领域"]
            case .indicator: ["indicator", "指标"]
            case .period: ["period", "时期"]
            case .document: ["document", "文档"]
            }
        }

        var name: Message { Message(words[0], words[1]) }

        /// A value that serves where only the form of a script is looked at.
        var sample: String {
            switch self {
            case .year: "2026"
            case .number: "1"
            case .period: "2026"
            default: "x"
            }
        }

        /// The key of the language that takes such values; nil for what is not named by the graph.
        var key: String? {
            switch self {
            case .text, .number: nil
            case .year, .place, .sector, .indicator, .period, .document: words[0]
            }
        }

        private var type: NodeType? {
            switch self {
            case .place: .place
            case .sector: .sector
            case .indicator: .indicator
            case .document: .document
            case .text, .number, .year, .period: nil
            }
        }

        /// Nil where `value` is of this kind; else what comes near.
        func near(_ value: String, in session: Session) -> [String]? {
            switch self {
            case .text: return nil
            case .number: return session.isNumber(value) ? nil : ["5"]
            case .year: return session.isYears(value) ? nil : ["2026", "2021..2025"]
            case .period: return session.isYears(value) || session.graph.names.node(.period, named: value) != nil ? nil : ["2026", "十五五"]
            case .place, .sector, .indicator, .document:
                guard let type else { return nil }
                // A list of several, as `place:北京,上海` takes it.
                for part in value.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" }) {
                    if let near = session.namesNear(String(part), of: type) { return near }
                }
                return value.isEmpty ? [] : nil
            }
        }
    }

    var name: String
    var kind: Kind
    var standard: String?
    var help: String
    /// From 1, and the line as the file has it.
    var number: Int
    var source: String
    /// UTF-8 offsets in it.
    var span: ByteSpan

    /// `year: year = 2026`, or the mistake in it with its span.
    static func parse(_ source: String, number: Int) -> Result<ScriptParameter, Diagnostic>? {
        let code = Script.withoutComment(source)
        var rest = code.drop { $0.isWhitespace }
        guard let keyword = ["param", "参数"].first(where: { rest.hasPrefix($0) }),
            let next = rest.dropFirst(keyword.count).first, next.isWhitespace
        else { return nil }
        rest = rest.dropFirst(keyword.count).drop { $0.isWhitespace }
        func offset(_ index: Substring.Index) -> Int { source.utf8.distance(from: source.startIndex, to: index) }
        func word() -> Substring {
            let word = rest.prefix { !$0.isWhitespace && !":：=＝".contains($0) }
            rest = rest[word.endIndex...]
            return word
        }
        func skip(_ signs: String) -> Bool {
            rest = rest.drop { $0.isWhitespace }
            guard let sign = rest.first, signs.contains(sign) else { return false }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            return true
        }
        let name = word()
        let span = ByteSpan(offset(name.startIndex), offset(name.endIndex))
        let form = Message.parameterForm.text
        guard let first = name.first, first.isLetter || first == "_", name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else {
            return .failure(Diagnostic(.missingArgument, form, at: ByteSpan(span.start, max(span.end, span.start))))
        }
        var kind = Kind.text
        if skip(":：") {
            let typed = word()
            let at = ByteSpan(offset(typed.startIndex), offset(typed.endIndex))
            guard let known = Kind.allCases.first(where: { (kind: Kind) in kind.words.contains(typed.lowercased()) }) else {
                let message = typed.isEmpty ? form : Message.unknownType(String(typed)).text
                return .failure(
                    Diagnostic(.unknownValue, message, at: at, expected: Kind.allCases.map { $0.name.text }))
            }
            kind = known
        }
        var standard: String?
        if skip("=＝") {
            let value = rest.reversed().drop { $0.isWhitespace }.reversed()
            standard = String(value)
            if let text = standard, text.count >= 2, let close = Self.quotes[text.first ?? " "], text.last == close {
                standard = String(text.dropFirst().dropLast())
            }
            rest = rest[rest.endIndex...]
        }
        guard rest.allSatisfy(\.isWhitespace) else {
            return .failure(Diagnostic(.unexpected, form, at: ByteSpan(offset(rest.startIndex), offset(code.endIndex))))
        }
        let comment = source[code.endIndex...].drop { $0 == "#" || $0.isWhitespace }
        return .success(
            ScriptParameter(
                name: String(name), kind: kind, standard: standard, help: String(comment), number: number, source: source, span: span))
    }

    private static let quotes: [Character: Character] = ["\"": "\"", "“": "”"]

    /// `year=2026`, the name alone where a value must be given.
    var signature: String { standard.map { "\(name)=\($0)" } ?? name }
}
