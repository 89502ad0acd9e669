import Foundation

/// Something that an assistant can ask for. A new one is a value here and its name in `all`.
struct Tool: Sendable {
    let name: String
    let description: String
    /// Its arguments: name, JSON type, meaning, whether it must be there.
    let parameters: [(name: String, type: String, meaning: String, isRequired: Bool)]
    let answer: @Sendable (Desk, JSON) throws(Failure) -> JSON

    enum Failure: Error {
        /// An argument is missing or of a wrong type: the request itself is wrong.
        case argument(String)
        /// There is no answer; the assistant shall read why.
        case refused(Desk.Refusal)
    }

    static let all = [query, open, source, check, related, help]

    static let query = Tool(
        name: "query",
        description: """
            Answers one line of Gangmu's language over government work reports and plans, such as `targets 2026 sector:ecology`, \
            `results 2025 place:云南`, `measures 2026 "粮食" | count by sector`, `indicators`, `documents`. English or Chinese words. \
            Every row has its id and the exact words it came from. `help` says what can be asked.
            """,
        parameters: [
            ("line", "string", "The line, in English or Chinese.", true),
            ("limit", "integer", "How many rows to give, 1 to 500; 50 where it is not said.", false),
            ("offset", "integer", "From which row on, from 0.", false),
        ]
    ) { desk, arguments throws(Failure) in
        let line = try text("line", arguments), limit = try rows(arguments)
        let offset = try number("offset", arguments, in: 0...Int(Int32.max)) ?? 0
        return try refusing { () throws(Desk.Refusal) in try desk.answer(line, limit: limit, offset: offset) }
    }

    static let open = Tool(
        name: "open",
        description: "All that is known of one node (figure f12, measure m3, goal g4, document d1, place, sector, indicator): "
            + "properties, citation and links.",
        parameters: [("id", "string", "Its id or name.", true)]
    ) { desk, arguments throws(Failure) in
        let id = try text("id", arguments)
        return try refusing { () throws(Desk.Refusal) in try desk.answer("open", of: id) }
    }

    static let source = Tool(
        name: "source", description: "Where a statement stands: document, line, and its exact words in their sentence.",
        parameters: [("id", "string", "The id of a figure, measure, problem or goal.", true)]
    ) { desk, arguments throws(Failure) in
        let id = try text("id", arguments)
        return try refusing { () throws(Desk.Refusal) in try desk.answer("source", of: id) }
    }

    static let check = Tool(
        name: "check",
        description: "The targets of a year beside the results that were reported: met, missed, or not reported yet.",
        parameters: [
            ("year", "integer", "The year of the targets.", true),
            ("terms", "string", "Terms that narrow the targets, such as `place:云南 gdp`.", false),
            ("limit", "integer", "How many rows to give, 1 to 500; 50 where it is not said.", false),
        ]
    ) { desk, arguments throws(Failure) in
        guard let year = try number("year", arguments, in: 1900...2200) else { throw .argument("year is missing") }
        let terms = try text("terms", arguments, isRequired: false), limit = try rows(arguments)
        return try refusing { () throws(Desk.Refusal) in try desk.answer("check \(year) \(terms)", limit: limit) }
    }

    static let related = Tool(
        name: "related",
        description: "Measures and figures that bear on the same thing as a node, ranked, each with its reason; of a target, the "
            + "measures that serve it.",
        parameters: [
            ("id", "string", "Its id.", true),
            ("limit", "integer", "How many rows to give, 1 to 500; 50 where it is not said.", false),
        ]
    ) { desk, arguments throws(Failure) in
        let id = try text("id", arguments), limit = try rows(arguments)
        return try refusing { () throws(Desk.Refusal) in try desk.answer("related", of: id, limit: limit) }
    }

    static let help = Tool(
        name: "help", description: "What the language understands; with a word of it, all about that word.",
        parameters: [("word", "string", "A noun, stage, command or property, such as targets, sort, sector.", false)]
    ) { desk, arguments throws(Failure) in
        let word = try text("word", arguments, isRequired: false)
        return try refusing { () throws(Desk.Refusal) in
            word.isEmpty ? try desk.answer("help") : try desk.answer("help", of: word)
        }
    }

    // MARK: arguments

    private static func refusing(_ work: () throws(Desk.Refusal) -> JSON) throws(Failure) -> JSON {
        do throws(Desk.Refusal) { return try work() } catch { throw .refused(error) }
    }

    private static func text(_ name: String, _ arguments: JSON, isRequired: Bool = true) throws(Failure) -> String {
        switch arguments[name] {
        case .text(let text)?: return text
        case nil, .null?:
            guard isRequired else { return "" }
            throw .argument("\(name) is missing")
        default: throw .argument("\(name) must be a string")
        }
    }

    private static func number(_ name: String, _ arguments: JSON, in range: ClosedRange<Int>) throws(Failure) -> Int? {
        guard let value = arguments[name], value != .null else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw .argument("\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func rows(_ arguments: JSON) throws(Failure) -> Int {
        try number("limit", arguments, in: 1...Desk.mostRows) ?? Desk.usualRows
    }

    /// As `tools/list` tells it.
    var json: JSON {
        let properties = parameters.map { ($0.name, JSON.object(["type": .text($0.type), "description": .text($0.meaning)])) }
        return [
            "name": .text(name), "description": .text(description),
            "inputSchema": [
                "type": "object", "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
                "required": .list(parameters.filter(\.isRequired).map { .text($0.name) }), "additionalProperties": false,
            ],
            "annotations": ["readOnlyHint": true, "idempotentHint": true, "openWorldHint": false],
        ]
    }
}
