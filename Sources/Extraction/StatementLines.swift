import Documents
import Lexicon

/// Statements in NDJSON, as `gangmu extract --with-text` writes them, back as the readings that they were written from.
///
/// Lines may come in any order and from any number of files, as a cluster leaves them; a line that comes twice counts once. A
/// document is taken only as a whole: its text, and as many statements as its line counts.
public struct StatementLines {
    /// What is there of one document.
    private struct Document {
        /// Where a line of it was met first.
        var place: String
        var head: Head?
        var goals: [Int: Goal] = [:]
        var figures: [Int: Figure] = [:]
        var measures: [Int: Measure] = [:]
        var problems: [Int: Problem] = [:]
        /// A line of another reading of the same id.
        var conflict: String?
    }

    private struct Head: Hashable {
        var name: String
        var path: String
        var masthead: Masthead
        var text: [UInt8]?
        var sentences: [ByteSpan]
        /// Of goals, figures, measures and problems.
        var counts: [Int]?
    }

    fileprivate struct Fault: Error { var reason: Message }

    private var documents: [String: Document] = [:]
    private var failures: [FileFailure] = []

    public init() {}

    /// Whether the first line is an object of a type that `extract` writes.
    public static func areThere(in bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: "{") else { return false }
        let line = bytes.prefix { $0 != 0x0A }
        guard let value = try? JSONValue(Array(line)), let type = value["type"]?.string else { return false }
        return ["document", "goal", "figure", "measure", "problem", "error"].contains(type)
    }

    public mutating func add(_ bytes: [UInt8], path: String) {
        var number = 0, at = 0, current: String?
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            number += 1
            defer { at = end + 1 }
            let line = Array(bytes[at..<end])
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(Fault) {
                try add(line, place: "\(path):\(number)", &current)
            } catch {
                failures.append(FileFailure(path: "\(path):\(number)", reason: error.reason))
            }
        }
    }

    private mutating func add(_ line: [UInt8], place: String, _ current: inout String?) throws(Fault) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(line)
        } catch {
            throw Fault(reason: Message("is no JSON: \(error.reason.english)", "不是JSON：\(error.reason.chinese)"))
        }
        let type = value["type"]?.string
        if type == "error" {
            let document = value["document"]?.string ?? "?", reason = value["reason"]?.string ?? "?"
            throw Fault(reason: Message("document \(document) had not been read: \(reason)", "文档\(document)当时未能读取：\(reason)"))
        }
        if type == "document" { current = value["document"]?.string ?? value["path"]?.string }
        guard let id = value["document"]?.string ?? current else {
            throw Fault(reason: Message("names no document", "没有写明文档"))
        }
        var document = documents.removeValue(forKey: id) ?? Document(place: place)
        defer { documents[id] = document }
        func keep<Item: Equatable>(_ item: Item, _ letter: Character, in items: inout [Int: Item]) throws(Fault) {
            guard let index = Self.index(value["id"], letter) else { throw .expected("id") }
            if let known = items[index], known != item { document.conflict = place }
            items[index] = item
        }
        switch type {
        case "document":
            let head = try Self.head(value)
            if let known = document.head, known != head { document.conflict = place }
            document.head = head
        case "goal":
            var items = document.goals
            document.goals = [:]
            defer { document.goals = items }
            try keep(try Self.goal(value), "g", in: &items)
        case "figure":
            var items = document.figures
            document.figures = [:]
            defer { document.figures = items }
            try keep(try Self.figure(value), "f", in: &items)
        case "measure":
            var items = document.measures
            document.measures = [:]
            defer { document.measures = items }
            try keep(try Self.measure(value), "m", in: &items)
        case "problem":
            var items = document.problems
            document.problems = [:]
            defer { document.problems = items }
            try keep(try Self.problem(value), "p", in: &items)
        default: throw .expected("type")
        }
    }

    /// The documents in the order of their ids, and what could not be taken.
    public consuming func readings() -> (readings: [Reading], failures: [FileFailure]) {
        var readings: [Reading] = []
        for (id, document) in documents.sorted(by: { $0.key < $1.key }) {
            do throws(Fault) {
                readings.append(try Self.reading(document))
            } catch {
                failures.append(FileFailure(
                    path: document.place,
                    reason: Message("document \(id) is left out: \(error.reason.english)", "略去文档\(id)：\(error.reason.chinese)")))
            }
        }
        return (readings, failures)
    }

    private static func reading(_ document: Document) throws(Fault) -> Reading {
        guard let head = document.head else {
            throw Fault(reason: Message("its own line (type document) is missing", "缺少文档本身的行（type为document）"))
        }
        if let conflict = document.conflict {
            throw Fault(reason: Message("another document has the same id, see \(conflict)", "另一份文档的id相同，见\(conflict)"))
        }
        guard let text = head.text, let counts = head.counts else {
            throw Fault(reason: Message(
                "its text is missing, so that no answer could show its source; extract it again with --with-text",
                "缺少正文，答案无从显示出处；请用extract --with-text重新抽取"))
        }
        let found = [document.goals.count, document.figures.count, document.measures.count, document.problems.count]
        guard found == counts else {
            let (there, all) = (found.reduce(0, +), counts.reduce(0) { $0.addingReportingOverflow($1).partialValue })
            throw Fault(reason: Message("\(there) of its \(all) statements are there", "\(all)条陈述中只有\(there)条"))
        }
        func inOrder<Item>(_ items: [Int: Item]) throws(Fault) -> [Item] {
            var list: [Item] = []
            for index in 0..<items.count {
                guard let item = items[index] else { throw .expected("id") }
                list.append(item)
            }
            return list
        }
        let reading = Reading(
            name: head.name, path: head.path, text: text, masthead: head.masthead, goals: try inOrder(document.goals),
            figures: try inOrder(document.figures), measures: try inOrder(document.measures),
            problems: try inOrder(document.problems), sentences: head.sentences)
        // A statement must be found in the text.
        func isIn(_ span: ByteSpan) -> Bool { span.start >= 0 && span.start <= span.end && span.end <= text.count }
        func areIn(_ spans: [ByteSpan]) -> Bool { spans.allSatisfy(isIn) }
        guard areIn(head.sentences), areIn(reading.goals.map(\.span)), areIn(reading.figures.map(\.span)),
            areIn(reading.measures.map(\.span)), areIn(reading.problems.map(\.span))
        else { throw Fault(reason: Message("a statement lies outside its text", "有陈述在正文之外")) }
        return reading
    }

    // MARK: fields

    private static func head(_ value: JSONValue) throws(Fault) -> Head {
        var text: [UInt8]?
        if case .text(let bytes)? = value["content"] { text = bytes }
        let path = value["path"]?.string ?? value["document"]?.string ?? ""
        var bounds: [Int] = []
        for element in value["sentences"]?.elements ?? [] {
            guard let number = element.integer else { throw .expected("sentences") }
            bounds.append(number)
        }
        guard bounds.count % 2 == 0 else { throw .expected("sentences") }
        var counts: [Int]?
        if let elements = value["counts"]?.elements {
            counts = elements.compactMap(\.integer)
            guard counts?.count == 4 else { throw .expected("counts") }
        }
        let name = value["name"]?.string ?? Corpus.documentName(path)
        return Head(
            name: name, path: path,
            masthead: Masthead(
                title: value["title"]?.string ?? name, place: value["place"]?.string,
                level: value["level"]?.string.flatMap { PlaceLevel(rawValue: $0) }, date: value["date"]?.string,
                year: value["year"]?.integer),
            text: text, sentences: stride(from: 0, to: bounds.count, by: 2).map { ByteSpan(bounds[$0], bounds[$0 + 1]) },
            counts: counts)
    }

    private static func goal(_ value: JSONValue) throws(Fault) -> Goal {
        guard let level = value["level"]?.integer else { throw .expected("level") }
        guard case .flag(let forward)? = value["forward"] else { throw .expected("forward") }
        return Goal(
            span: try span(value), level: level, title: try text("title", value), parent: try goalIndex("parent", value),
            looksForward: forward)
    }

    private static func figure(_ value: JSONValue) throws(Fault) -> Figure {
        func code<Code: RawRepresentable<String>>(_ key: String, _ type: Code.Type) throws(Fault) -> Code {
            guard let code = Code(rawValue: try text(key, value)) else { throw .expected(key) }
            return code
        }
        let sectors = try sectors(value)
        var figure = Figure(
            span: try span(value), indicator: try text("indicator", value), canonical: try text("canonical", value),
            aspect: try code("aspect", Aspect.self), comparator: try code("comparator", Comparator.self),
            value: try number("value", value), high: try number("high", value), unit: value["unit"]?.string,
            reference: value["reference"]?.string, period: try period(value), kind: try code("kind", FigureKind.self),
            sector: sectors.main, moreSectors: sectors.more, goal: try goalIndex("goal", value), sentence: value["sentence"]?.integer,
            place: value["place"]?.string, source: value["source"]?.string, note: value["note"]?.string)
        figure.confidence = try confidence(value)
        return figure
    }

    private static func measure(_ value: JSONValue) throws(Fault) -> Measure {
        let sectors = try sectors(value)
        var measure = Measure(
            span: try span(value), action: try text("action", value), sector: sectors.main, moreSectors: sectors.more,
            period: try period(value), goal: try goalIndex("goal", value), sentence: value["sentence"]?.integer)
        measure.confidence = try confidence(value)
        return measure
    }

    private static func problem(_ value: JSONValue) throws(Fault) -> Problem {
        Problem(
            span: try span(value), sector: try sectors(value).main, period: try period(value), goal: try goalIndex("goal", value),
            sentence: value["sentence"]?.integer)
    }

    private static func span(_ value: JSONValue) throws(Fault) -> ByteSpan {
        guard let start = value["start"]?.integer, let end = value["end"]?.integer else { throw .expected("start, end") }
        return ByteSpan(start, end)
    }

    private static func text(_ key: String, _ value: JSONValue) throws(Fault) -> String {
        guard let text = value[key]?.string else { throw .expected(key) }
        return text
    }

    /// `g1` is the goal 0.
    private static func index(_ id: JSONValue?, _ letter: Character) -> Int? {
        guard let id = id?.string, id.first == letter, let number = Int(id.dropFirst()), number >= 1 else { return nil }
        return number - 1
    }

    private static func goalIndex(_ key: String, _ value: JSONValue) throws(Fault) -> Int? {
        switch value[key] {
        case nil, .null?: return nil
        case let id:
            guard let index = index(id, "g") else { throw .expected(key) }
            return index
        }
    }

    private static func number(_ key: String, _ value: JSONValue) throws(Fault) -> DecimalNumber? {
        switch value[key] {
        case nil, .null?: return nil
        case .number(let digits)?:
            let parts = digits.split { $0 == "e" || $0 == "E" }
            guard let first = parts.first, let number = DecimalNumber(first),
                let power = parts.count < 2 ? 0 : Int(parts[1]), (-100...100).contains(power)
            else { throw .expected(key) }
            return power == 0 ? number : number.scaled(byPowerOfTen: power)
        default: throw .expected(key)
        }
    }

    private static func period(_ value: JSONValue) throws(Fault) -> Period? {
        switch value["period"] {
        case nil, .null?: return nil
        case let period?:
            guard let period = period.string.flatMap({ Period($0) }) else { throw .expected("period") }
            return period
        }
    }

    private static func sectors(_ value: JSONValue) throws(Fault) -> (main: Sector, more: [Sector]) {
        let topics = value["topics"]?.elements ?? value["sectors"]?.elements ?? value["sector"].map { [$0] } ?? []
        let codes = topics.compactMap(\.string).filter { !$0.isEmpty }
        guard let main = codes.first, codes.count == topics.count else { throw .expected("sector") }
        return (Sector(main), codes.dropFirst().map { Sector($0) })
    }

    private static func confidence(_ value: JSONValue) throws(Fault) -> Confidence {
        guard let share = try number("confidence", value)?.double, share >= 0, share <= 1 else { throw .expected("confidence") }
        return Confidence(hundredths: UInt8((share * 100).rounded()))
    }
}

extension StatementLines.Fault {
    fileprivate static func expected(_ key: String) -> Self {
        Self(reason: Message("“\(key)” is missing or not as gangmu extract writes it", "缺少“\(key)”，或与gangmu extract的写法不同"))
    }
}
